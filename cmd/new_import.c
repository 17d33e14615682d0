#include "new.h"

#include "check/regels.h"
#include "check/report.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* In one line: what is wrong, where in the case, and of what is no JSON at which line of its input.
 */
static void report_refusal(struct making *m, const char *bestand, const struct import_refusal *w)
{
    struct run *r = m->r;
    if (!w->tekst) {
        report_diag(&r->err, bestand, &w->diag, NULL);
        return;
    }
    report_path(&r->err, bestand);
    buf_byte(&r->err, ':');
    buf_number(&r->err, w->diag.regel);
    buf_text(&r->err, ": ");
    buf_text(&r->err, niveau_woord(NIVEAU_FOUT));
    buf_text(&r->err, ": ");
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
    char code[16];
    snprintf(code, sizeof code, " [MC%03d]\n", w->diag.code);
    buf_text(&r->err, code);
}

static void refuse(struct making *m, const char *bestand, int status, const struct import_zaak *z)
{
    for (size_t i = 0; i < z->refusals.n; i++)
        report_refusal(m, bestand, &z->refusals.at[i]);
    buf_flush(&m->r->err);
    run_status(m->r, status);
    m->refused++;
}

static void refuse_existing(struct making *m, const char *bestand, unsigned rij, const char *there)
{
    struct import_refusal why = {.diag = diag_make(MC013, rij)};
    why.diag.bestand = str_of(there);
    why.diag.bestand_regel = 1;
    struct import_zaak z = {.refusals = {&why, 1, 1}};
    refuse(m, bestand, EXIT_FINDINGS, &z);
}

static void refuse_empty(struct making *m, const char *bestand)
{
    struct import_refusal why = {diag_make(MC003, 1), N_("there is no case in this file"), 0};
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
        buf_text(&text, m->lines ? _("line ") : _("case "));
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

static void take_over(struct making *m, const char *bestand, const struct import_zaak *z,
                      enum import_result result)
{
    m->r->zaken++;
    say_hints(m, bestand, z);
    if (result != IMPORT_TAKEN) {
        refuse(m, bestand, result == IMPORT_REFUSED ? EXIT_FINDINGS : EXIT_INPUT, z);
        return;
    }
    const char *there = new_put(m, z->id, z->geopend, z->bytes);
    if (there)
        refuse_existing(m, bestand, z->rij, there);
}

static void import_input(struct making *m, const struct walk_file *f, int fd)
{
    struct run *r = m->r;
    struct arena arena = arena_make(run_oom);
    struct import_json j = import_json_make(rec_from_fd(&fd), m->lines, &arena);
    struct import_zaak z;
    enum import_result result;
    bool any = false;
    arena_reset(&r->scratch);
    while ((result = import_json_next(&j, &r->scratch, &z)) != IMPORT_END &&
           result != IMPORT_FAILED) {
        any = true;
        take_over(m, f->path, &z, result);
        arena_reset(&r->scratch);
    }
    if (result == IMPORT_FAILED)
        run_say_file(r, EXIT_INPUT, f->path, "%s", strerror(j.error));
    else if (!any && !f->input)
        refuse_empty(m, f->path);
    arena_free(&arena);
}

void new_collect(struct making *m, int argc, char **argv)
{
    struct run *r = m->r;
    for (int i = optind; i < argc; i++) {
        struct stat st;
        if (stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode))
            run_say_file(r, EXIT_INPUT, argv[i], _("is a folder; name the files to take over"));
        else
            walk_add(&r->walk, &r->arena, argv[i]);
    }
    if (optind == argc && isatty(STDIN_FILENO))
        run_say(r, EXIT_USAGE, _("name a file, or give its text on standard input"));
    else if (optind == argc)
        walk_add(&r->walk, &r->arena, "-");
}

void new_import(struct making *m)
{
    struct run *r = m->r;
    for (size_t i = 0; i < r->walk.n; i++) {
        struct walk_file *f = &r->walk.at[i];
        int fd = f->problem == WALK_FINE ? walk_open(f) : -1;
        if (fd >= 0)
            import_input(m, f, fd);
        else if (f->problem == WALK_SPECIAL)
            run_say_file(r, EXIT_INPUT, f->path,
                         _("is a pipe, device or socket; read it through standard input"));
        else
            run_say_file(r, EXIT_INPUT, f->path, "%s", strerror(f->error));
        if (fd >= 0 && !f->input)
            close(fd);
    }
    if (r->zaken == 0 && !r->allow_empty && r->status == EXIT_FINE)
        run_status(r, EXIT_NO_CASE);
}
