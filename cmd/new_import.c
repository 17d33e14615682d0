#include "new.h"

#include "base/nearest.h"
#include "check/regels.h"
#include "check/report.h"
#include "import/json.h"
#include "import/zaken.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what is said ---- */

static void report_text(struct making *m, const struct import_refusal *w)
{
    struct run *r = m->r;
    if (w->aantekening) {
        buf_text(&r->err, _("entry "));
        buf_number(&r->err, w->aantekening);
        buf_text(&r->err, w->diag.veld.tekst ? ", " : ": ");
    }
    if (w->diag.veld.tekst) {
        buf_text(&r->err, w->diag.veld.tekst);
        buf_text(&r->err, ": ");
    }
    buf_text(&r->err, _(w->tekst));
    if (w->diag.number) {
        buf_text(&r->err, _("; nothing more of it is read from line "));
        buf_number(&r->err, w->diag.number);
    }
}

/* In one line: what is wrong, where in the case, of what is no JSON at which line of its input, and
 * of a sheet in which column. */
static void report_refusal(struct making *m, const char *bestand, const struct import_refusal *w)
{
    struct run *r = m->r;
    report_path(&r->err, bestand);
    buf_byte(&r->err, ':');
    buf_number(&r->err, w->diag.regel);
    buf_text(&r->err, ": ");
    buf_text(&r->err, niveau_woord(NIVEAU_FOUT));
    buf_text(&r->err, ": ");
    if (w->tekst)
        report_text(m, w);
    else
        report_message(&r->err, &w->diag, NULL);
    buf_text(&r->err, " [");
    buf_text(&r->err, code_text(w->diag.code).p);
    buf_byte(&r->err, ']');
    if (w->kolom.p) {
        buf_text(&r->err, " (kolom ");
        report_path(&r->err, arena_cstr(&r->scratch, w->kolom));
        buf_byte(&r->err, ')');
    }
    buf_byte(&r->err, '\n');
}

void new_refuse(struct making *m, const char *bestand, int status, const struct import_zaak *z)
{
    for (size_t i = 0; i < z->refusals.n; i++)
        report_refusal(m, bestand, &z->refusals.at[i]);
    buf_flush(&m->r->err);
    run_status(m->r, status);
}

static void refuse_existing(struct making *m, const char *bestand, unsigned rij,
                            const struct met *there)
{
    struct import_refusal why = {.diag = diag_make(MC013, rij)};
    why.diag.bestand = str_of(there->bestand);
    why.diag.bestand_regel = there->regel;
    struct import_zaak z = {.refusals = {&why, 1, 1}};
    new_refuse(m, bestand, EXIT_FINDINGS, &z);
    m->refused++;
}

void new_refuse_empty(struct making *m, const char *bestand)
{
    struct import_refusal why = {.diag = diag_make(MC003, 1),
                                 .tekst = N_("there is no case in this file")};
    report_refusal(m, bestand, &why);
    buf_flush(&m->r->err);
    run_status(m->r, EXIT_INPUT);
}

/* A mistyped key is something that would be missed. */
static void say_hints(struct making *m, const char *bestand, const struct import_zaak *z)
{
    for (size_t i = 0; i < z->hints.n; i++) {
        const struct import_hint *h = &z->hints.at[i];
        struct buf text = buf_in(&m->r->scratch);
        buf_text(&text, m->from->lines ? _("line ") : _("case "));
        buf_number(&text, z->rij);
        if (h->aantekening) {
            buf_text(&text, _(", entry "));
            buf_number(&text, h->aantekening);
        }
        buf_text(&text, _(": an unknown key is passed over"));
        if (h->bedoeld.tekst) {
            buf_text(&text, _(" (did you mean "));
            buf_text(&text, h->bedoeld.tekst);
            buf_text(&text, "?)");
        }
        buf_byte(&text, '\0');
        run_say_file(m->r, EXIT_FINE, bestand, "%s", text.p);
    }
}

/* What is to be told besides. */
static void say_remarks(struct making *m, const char *bestand, const struct import_zaak *z)
{
    for (size_t i = 0; i < z->opgemerkt.n; i++) {
        const struct diag *d = &z->opgemerkt.at[i];
        report_diag(&m->r->err, bestand, d, NULL);
        buf_flush(&m->r->err);
        run_status(m->r, d->code == MC003 ? EXIT_INPUT : EXIT_FINE);
    }
}

static void take_over(struct making *m, const char *bestand, const struct import_zaak *z,
                      enum import_result result)
{
    m->r->zaken++;
    say_hints(m, bestand, z);
    bool taken = result == IMPORT_TAKEN;
    const struct met *before = NULL;
    /* Of a case that was refused more rows may follow elsewhere: a part of it is not taken. */
    if (m->from->once && z->id.n && !(taken && m->dir))
        before = ids_meet(&m->r->ids, (struct met){z->id, bestand, z->rij});
    if (!taken) {
        new_refuse(m, bestand, result == IMPORT_REFUSED ? EXIT_FINDINGS : EXIT_INPUT, z);
        m->refused++;
        return;
    }
    if (!before)
        before = new_put(m, z->id, z->geopend, z->bytes);
    if (before)
        refuse_existing(m, bestand, z->rij, before);
}

/* ---- inputs ---- */

void new_take_all(struct making *m, const struct walk_file *f, struct new_reader reader)
{
    struct run *r = m->r;
    struct import_zaak z;
    enum import_result result;
    bool any = false;
    arena_reset(&r->scratch);
    for (;;) {
        result = reader.next(reader.self, &r->scratch, &z);
        any = any || (result != IMPORT_END && result != IMPORT_FAILED) || z.opgemerkt.n;
        say_remarks(m, f->path, &z);
        if (result == IMPORT_END || result == IMPORT_FAILED)
            break;
        take_over(m, f->path, &z, result);
        arena_reset(&r->scratch);
    }
    if (result == IMPORT_FAILED)
        run_say_file(r, EXIT_INPUT, f->path, "%s", strerror(*reader.error));
    else if (!any && !f->input)
        new_refuse_empty(m, f->path);
}

static enum import_result next_json(void *self, struct arena *a, struct import_zaak *z)
{
    return import_json_next(self, a, z);
}

static void take_json(struct making *m, struct walk_file *f, int fd)
{
    struct arena arena = arena_make(run_oom);
    struct import_json j = import_json_make(rec_from_fd(&fd), m->from->lines, &arena);
    new_take_all(m, f, (struct new_reader){&j, next_json, &j.block.error});
    arena_free(&arena);
}

static enum import_result next_zaak(void *self, struct arena *a, struct import_zaak *z)
{
    return import_zaken_next(self, a, z);
}

static void take_zaken(struct making *m, struct walk_file *f, int fd)
{
    struct import_zaken s = import_zaken_make(rec_from_fd(&fd), run_oom);
    new_take_all(m, f, (struct new_reader){&s, next_zaak, &s.error});
    import_zaken_free(&s);
}

/* ---- formats ---- */

static const struct new_format formats[] = {
    {{"zaak"}, .take = take_zaken, .folders = true},
    {{"json"}, .take = take_json},
    {{"jsonl"}, .take = take_json, .lines = true},
    {{"csv"}, .look = new_csv_look, .take = new_csv_take, .fields = true, .once = true},
};

const struct new_format *new_format_find(struct run *r, const char *word)
{
    struct nearest near = nearest_make(str_of(word));
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (str_eq_fold(str_of(word), str_of(formats[i].naam.tekst)))
            return &formats[i];
        nearest_try(&near, formats[i].naam);
    }
    if (nearest_found(&near).tekst)
        run_say(r, EXIT_USAGE, _("--from: unknown format %s (did you mean %s?)"), word,
                nearest_found(&near).tekst);
    else
        run_say(r, EXIT_USAGE, _("--from: unknown format %s; there is zaak, json, jsonl and csv"),
                word);
    return NULL;
}

/* ---- the run ---- */

static void collect(struct making *m, int argc, char **argv)
{
    struct run *r = m->r;
    for (int i = optind; i < argc; i++) {
        struct stat st;
        if (!m->from->folders && stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode))
            run_say_file(r, EXIT_INPUT, argv[i], _("is a folder; name the files to take over"));
        else
            walk_add(&r->walk, &r->arena, argv[i]);
    }
    if (optind == argc && isatty(STDIN_FILENO))
        run_say(r, EXIT_USAGE, _("name a file, or give its text on standard input"));
    else if (optind == argc)
        walk_add(&r->walk, &r->arena, "-");
}

/* The number of an open file; -1 after a message. */
static int open_input(struct making *m, struct walk_file *f)
{
    int fd = f->problem == WALK_FINE ? walk_open(f) : -1;
    if (fd < 0 && f->problem == WALK_SPECIAL)
        run_say_file(m->r, EXIT_INPUT, f->path,
                     _("is a pipe, device or socket; read it through standard input"));
    else if (fd < 0)
        run_say_file(m->r, EXIT_INPUT, f->path, "%s", strerror(f->error));
    return fd;
}

void new_import(struct making *m, int argc, char **argv)
{
    struct run *r = m->r;
    collect(m, argc, argv);
    if (m->from->fields && !new_fixed(m))
        return;
    run_seal(r);
    if (m->from->look && r->status < EXIT_USAGE)
        m->from->look(m);
    if (r->status >= EXIT_USAGE)
        return;
    for (size_t i = 0; i < r->walk.n; i++) {
        struct walk_file *f = &r->walk.at[i];
        int fd = open_input(m, f);
        if (fd < 0)
            continue;
        m->from->take(m, f, fd);
        if (!f->input)
            close(fd);
    }
    if (r->zaken == 0 && !r->allow_empty && r->status == EXIT_FINE)
        run_status(r, EXIT_NO_CASE);
}
