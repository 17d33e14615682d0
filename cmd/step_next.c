#include "step_next.h"

#include "base/escape.h"
#include "check/report.h"
#include "check/vraagt.h"
#include "export/export.h"

struct next {
    bool json;
    long unreadable;
};

/* ---- a line an item ---- */

static void write_day(struct buf *out, const struct open_punt *punt)
{
    if (punt->uiterlijk == DAY_NONE)
        buf_byte(out, '-');
    else
        date_write(out, punt->uiterlijk);
}

static void write_asked(struct buf *out, const struct vraagt *asked, const struct open_punt *punt,
                        struct arena *a)
{
    struct buf words = buf_in(a);
    vraagt_bij(&words, asked, punt);
    if (words.n)
        buf_str(out, buf_all(&words));
    else
        buf_byte(out, '-');
}

static void write_lines(struct run *r, struct str id, const struct voortgang *v,
                        const struct volgende *list, const struct vraagt *asked)
{
    struct buf *out = &r->out;
    for (size_t i = 0; i < list->n || i == 0; i++) {
        buf_str(out, id);
        buf_byte(out, '\t');
        buf_text(out, stand_woord(v->stand));
        if (list->n == 0) {
            buf_text(out, "\t-\t-\t-\t-\n");
            continue;
        }
        const struct open_punt *punt = &list->at[i];
        buf_byte(out, '\t');
        buf_text(out, soorten.kinds[punt->soort].naam.tekst);
        buf_byte(out, '\t');
        write_day(out, punt);
        buf_byte(out, '\t');
        buf_text(out, code_text(punt->code).p);
        buf_byte(out, '\t');
        write_asked(out, asked, punt, &r->scratch);
        buf_byte(out, '\n');
    }
}

/* ---- an object a case ---- */

/* A member behind others; nothing of an empty text. */
static void write_member(struct buf *out, const char *key, struct str text)
{
    if (text.n == 0)
        return;
    buf_text(out, ",\"");
    buf_text(out, key);
    buf_text(out, "\":");
    escape_json(out, text);
}

static void write_until(struct buf *out, day_no day)
{
    if (day == DAY_NONE)
        return;
    buf_text(out, ",\"uiterlijk\":\"");
    date_write(out, day);
    buf_byte(out, '"');
}

static void write_item(struct buf *out, const struct open_punt *punt, const struct vraagt *asked,
                       struct arena *a)
{
    struct buf words = buf_in(a);
    vraagt_bij(&words, asked, punt);
    buf_text(out, "{\"soort\":");
    escape_json(out, str_of(soorten.kinds[punt->soort].naam.tekst));
    if (punt->bij && punt->bij->soort == punt->soort) {
        buf_text(out, ",\"label\":");
        escape_json(out, punt->bij->e.label);
    }
    write_until(out, punt->uiterlijk);
    buf_text(out, ",\"code\":\"");
    buf_text(out, code_text(punt->code).p);
    buf_byte(out, '"');
    write_member(out, "vraagt", buf_all(&words));
    buf_text(out, ",\"voor\":[");
    for (int i = 0; i < punt->voor_n; i++) {
        if (i)
            buf_byte(out, ',');
        escape_json(out, punt->voor[i]);
    }
    buf_text(out, "]}");
}

static void write_question(struct buf *out, const struct vraagt_vraag *q, const struct personen *p)
{
    buf_text(out, "{\"vraag\":");
    buf_number(out, q->vraag->nummer);
    write_member(out, "kort", q->vraag->kort);
    write_member(out, "tekst", q->vraag->tekst);
    write_member(out, "stap", q->vraag->stap);
    write_member(out, "weegt", str_of(weegt_woord(q->vraag->weegt)));
    if (q->samen)
        write_member(out, "samen", STR("Veilig Thuis"));
    buf_text(out, ",\"voor\":[");
    for (int i = 0; i < q->voor_n && !p->zaak_als_een; i++) {
        if (i)
            buf_byte(out, ',');
        escape_json(out, p->at[q->voor[i]].label);
    }
    buf_byte(out, ']');
    write_until(out, q->uiterlijk);
    buf_byte(out, '}');
}

static void write_kader(struct buf *out, const struct vraagt *asked, const struct personen *p)
{
    const struct kader_versie *k = asked->kader;
    buf_text(out, k ? "\"kader\":{\"naam\":" : "\"kader\":{\"toestand\":");
    escape_json(out, k ? asked->naam : str_of(asked->toestand));
    write_member(out, k ? "versie" : "naam", k ? k->versie : asked->naam);
    if (!k) {
        buf_byte(out, '}');
        return;
    }
    buf_text(out, ",\"vragen\":[");
    for (size_t i = 0; i < asked->n; i++) {
        if (i)
            buf_byte(out, ',');
        write_question(out, &asked->at[i], p);
    }
    buf_text(out, "]}");
}

static void write_object(struct run *r, struct str id, const struct voortgang *v,
                         const struct volgende *list, const struct vraagt *asked)
{
    struct buf *out = &r->out;
    buf_text(out, "{\"zaak\":");
    escape_json(out, id);
    buf_byte(out, ',');
    export_voortgang(out, v);
    buf_text(out, ",\"volgende\":[");
    for (size_t i = 0; i < list->n; i++) {
        if (i)
            buf_byte(out, ',');
        write_item(out, &list->at[i], asked, &r->scratch);
    }
    buf_text(out, "],");
    write_kader(out, asked, &v->personen);
    buf_text(out, "}\n");
}

/* ---- */

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
    struct vraagt asked = vraagt_van(&check, &list, &r->scratch);
    struct str id = zaak_id_valid(c->zaak.id) ? c->zaak.id : STR("-");
    if (n->json)
        write_object(r, c->zaak.id, &v, &list, &asked);
    else
        write_lines(r, id, &v, &list, &asked);
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
