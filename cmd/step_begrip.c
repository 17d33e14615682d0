#include "step_begrip.h"

#include "check/report_kader.h"
#include "export/opmaak.h"
#include "kader/begrip.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { WIDTH = 72, TEXT = 2, BEHIND = 4, HANG = 11 };

/* ---- taking in ---- */

/* What is wrong with the file of the common language. */
static void say_fault(struct run *r, const char *path, const struct diag *d)
{
    struct report report = {.formaat = REPORT_TEXT,
                            .out = &r->err,
                            .arena = &r->arena,
                            .scratch = &r->scratch,
                            .vandaag = r->clock_day};
    const char *text =
        d->code == MC003
            ? _("this line belongs to no word: a word begins with a line `Begrip: word`")
        : d->code == MC004 ? _("a word takes Tekst, Tekst_status and Bron, and nothing else")
                           : NULL;
    struct code_text code = code_text(d->code);
    if (text)
        report_rij(&report, path,
                   &(struct report_rij){.regel = d->regel,
                                        .niveau = NIVEAU_FOUT,
                                        .code = str_of(code.p),
                                        .bericht = str_of(text)});
    else
        report_kader_diag(&report, path, d);
    buf_flush(&r->err);
    if (d->code != MC005)
        run_status(r, EXIT_CONFIG);
}

static void take_common(struct run *r, struct begrippen *b, const char *path, int fd)
{
    struct diags found = {.arena = &r->arena};
    if (!begrippen_read(b, rec_from_fd(&fd), &found))
        run_say_file(r, EXIT_CONFIG, path, "%s", strerror(errno));
    for (size_t i = 0; i < found.n; i++)
        say_fault(r, path, &found.at[i]);
    close(fd);
}

/* One that cannot be used is said, and the others are told. */
static void take_kaders(struct run *r, struct begrippen *b)
{
    const struct naam *names;
    size_t n = kaders_list(r->kaders, &names);
    for (size_t i = 0; i < n; i++) {
        const struct kader *k = kaders_find(r->kaders, str_of(names[i].tekst));
        const struct kader_versie *v = kader_op(k, r->clock_day);
        if (v)
            begrippen_add(b, v);
        else if (k->error)
            run_say_file(r, EXIT_INPUT, k->path, "%s", strerror(k->error));
        else if (k->toestand == KADER_ONLEESBAAR)
            run_say_file(r, EXIT_INPUT, k->path, _("is no framework that can be read"));
        else if (k->toestand == KADER_NIET_BEWEZEN)
            run_say_file(r, EXIT_INPUT, k->path,
                         _("is a framework that is not proved; mc-check on this file says why"));
    }
}

/* ---- giving out ---- */

/* A line for those in whose file the definition has that status; of all of them when it is empty.
 */
static void write_kaders(struct opmaak *o, const struct betekenis *m, struct str status,
                         struct arena *a)
{
    struct buf names = buf_in(a);
    for (size_t i = 0; i < m->kaders.n; i++) {
        if (status.n && !str_eq(m->kaders.at[i].tekst_status, status))
            continue;
        buf_text(&names, names.n ? ", " : "");
        buf_str(&names, m->kaders.at[i].naam);
    }
    if (names.n == 0)
        return;
    if (status.n) {
        buf_text(&names, " (");
        buf_str(&names, status);
        buf_byte(&names, ')');
    }
    opmaak_pair(o, BEHIND, HANG, STR("Kader:"), buf_all(&names));
}

/* An address stands on the line of its label, however long it is. */
static void write_source(struct opmaak *o, struct str bron)
{
    struct str rest;
    int needed = HANG + str_columns(str_cut(bron, ' ', &rest));
    o->width = needed > WIDTH ? needed : WIDTH;
    opmaak_pair(o, BEHIND, HANG, STR("Bron:"), bron);
    o->width = WIDTH;
}

static void write_meaning(struct opmaak *o, const struct betekenis *m, struct arena *a)
{
    static const char *const statuses[] = {"letterlijk", "basistekst", "samengevat"};
    struct buf text = buf_in(a);
    struct str status = betekenis_status(m);
    buf_str(&text, m->tekst);
    if (status.n && !str_is(status, statuses[0])) {
        buf_text(&text, " (");
        buf_str(&text, status);
        buf_byte(&text, ')');
    }
    opmaak_flow(o, TEXT, TEXT, buf_all(&text));
    for (size_t i = 0; i < m->bronnen.n; i++)
        write_source(o, m->bronnen.at[i]);
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses && !status.n; i++)
        write_kaders(o, m, str_of(statuses[i]), a);
    if (status.n)
        write_kaders(o, m, STR(""), a);
}

static void explain(struct run *r, const struct begrippen *found)
{
    struct opmaak o = {.out = &r->out, .width = WIDTH};
    for (size_t i = 0; i < found->n; i++) {
        opmaak_gap(&o);
        opmaak_flow(&o, 0, 0, found->at[i].woord);
        for (size_t j = 0; j < found->at[i].betekenissen.n; j++) {
            if (j)
                opmaak_gap(&o);
            write_meaning(&o, &found->at[i].betekenissen.at[j], &r->scratch);
        }
    }
}

static void list(struct run *r, const struct begrippen *b)
{
    for (size_t i = 0; i < b->n; i++) {
        buf_str(&r->out, b->at[i].woord);
        buf_byte(&r->out, '\n');
    }
}

static void look_up(struct run *r, const struct begrippen *b, struct str word)
{
    struct begrippen found = begrippen_find(b, word);
    struct naam near = begrippen_nearest(b, word);
    if (found.n)
        explain(r, &found);
    else if (near.tekst)
        run_say(r, EXIT_FINDINGS, _("unknown word %.*s (did you mean %s?)"), (int)word.n, word.p,
                near.tekst);
    else
        run_say(r, EXIT_FINDINGS, _("unknown word %.*s; --begrip alone lists them"), (int)word.n,
                word.p);
}

/* ---- */

static struct str asked_word(struct run *r, int argc, char **argv)
{
    struct buf b = buf_in(&r->arena);
    for (int i = optind; i < argc; i++) {
        buf_text(&b, b.n ? " " : "");
        buf_str(&b, str_trim(str_of(argv[i])));
    }
    return str_trim(buf_all(&b));
}

void step_begrip(struct run *r, int argc, char **argv)
{
    struct begrippen b = {.arena = &r->arena};
    struct str word = asked_word(r, argc, argv);
    const char *path = run_path(&r->arena, run_data_folder(r), "taal/begrippen.rec");
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        run_say_file(r, EXIT_CONFIG, path, "%s", strerror(errno));
    run_kaders(r);
    run_seal(r);
    if (fd >= 0)
        take_common(r, &b, path, fd);
    if (r->status >= EXIT_USAGE)
        return;
    take_kaders(r, &b);
    if (word.n)
        look_up(r, &b, word);
    else
        list(r, &b);
}
