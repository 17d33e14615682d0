#include "step_next.h"

#include "base/escape.h"
#include "check/report.h"
#include "check/volgende.h"
#include "export/export.h"

struct next {
    bool json;
    long unreadable;
};

static void write_day(struct buf *out, const struct open_punt *punt)
{
    if (punt->uiterlijk == DAY_NONE)
        buf_byte(out, '-');
    else
        date_write(out, punt->uiterlijk);
}

static void write_lines(struct buf *out, struct str id, enum stand stand,
                        const struct volgende *list)
{
    for (size_t i = 0; i < list->n || i == 0; i++) {
        buf_str(out, id);
        buf_byte(out, '\t');
        buf_text(out, stand_woord(stand));
        if (list->n == 0) {
            buf_text(out, "\t-\t-\t-\n");
            continue;
        }
        const struct open_punt *punt = &list->at[i];
        buf_byte(out, '\t');
        buf_text(out, soorten.kinds[punt->soort].naam.tekst);
        buf_byte(out, '\t');
        write_day(out, punt);
        buf_byte(out, '\t');
        buf_text(out, code_text(punt->code).p);
        buf_byte(out, '\n');
    }
}

static void write_item(struct buf *out, const struct open_punt *punt)
{
    buf_text(out, "{\"soort\":");
    escape_json(out, str_of(soorten.kinds[punt->soort].naam.tekst));
    if (punt->bij && punt->bij->soort == punt->soort) {
        buf_text(out, ",\"label\":");
        escape_json(out, punt->bij->e.label);
    }
    if (punt->uiterlijk != DAY_NONE) {
        buf_text(out, ",\"uiterlijk\":\"");
        date_write(out, punt->uiterlijk);
        buf_byte(out, '"');
    }
    buf_text(out, ",\"code\":\"");
    buf_text(out, code_text(punt->code).p);
    buf_text(out, "\",\"voor\":[");
    for (int i = 0; i < punt->voor_n; i++) {
        if (i)
            buf_byte(out, ',');
        escape_json(out, punt->voor[i]);
    }
    buf_text(out, "]}");
}

static void write_object(struct buf *out, struct str id, const struct voortgang *v,
                         const struct volgende *list)
{
    buf_text(out, "{\"zaak\":");
    escape_json(out, id);
    buf_byte(out, ',');
    export_voortgang(out, v);
    buf_text(out, ",\"volgende\":[");
    for (size_t i = 0; i < list->n; i++) {
        if (i)
            buf_byte(out, ',');
        write_item(out, &list->at[i]);
    }
    buf_text(out, "]}\n");
}

static void use(struct run *r, struct run_case *c, void *context)
{
    struct next *n = context;
    if (!c->zaak.leesbaar) {
        n->unreadable += c->zaak.bytes.n > 0;
        run_unreadable(r, c);
        return;
    }
    struct voortgang v = voortgang_of(&c->zaak, r->kaders, &r->calendar, run_day(r), &r->scratch);
    struct check check = run_check(r, c, &v);
    struct volgende list = volgende_van(&check, &r->scratch);
    struct str id = zaak_id_valid(c->zaak.id) ? c->zaak.id : STR("-");
    if (n->json)
        write_object(&r->out, c->zaak.id, &v, &list);
    else
        write_lines(&r->out, id, v.stand, &list);
}

void step_next(struct run *r, int argc, char **argv, bool json)
{
    struct next n = {.json = json};
    run_operands(r, argc, argv);
    if (r->status >= EXIT_USAGE)
        return;
    run_seal(r);
    run_cases(r, NULL, use, &n);
    if (r->verbose)
        run_say(r, EXIT_FINE, "zaken=%ld onleesbaar=%ld", r->zaken, n.unreadable);
}
