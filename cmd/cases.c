#include "run.h"

#include "check/report.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static void look_whether_met(struct run *r, struct run_case *c)
{
    if (!zaak_id_valid(c->zaak.id))
        return; /* MC012 says so */
    const struct met *before =
        ids_meet(&r->ids, (struct met){c->zaak.id, c->bestand, c->zaak.regel});
    if (!before)
        return;
    struct diag d = diag_make(MC013, c->zaak.regel);
    d.entry = 0;
    d.bestand = str_of(before->bestand);
    d.bestand_regel = before->regel;
    diag_add(&c->diags, d);
}

/* A finding about the file as a whole. */
static void use_stray(struct run *r, const char *bestand, int form, unsigned regel, run_use *use,
                      void *context)
{
    struct run_case c = {.bestand = bestand, .diags = {.arena = &r->scratch}};
    struct diag d = diag_make(MC003, regel);
    d.form = form;
    diag_add(&c.diags, d);
    run_status(r, EXIT_INPUT);
    use(r, &c, context);
}

/* True when there was a case that can be judged. */
static bool use_unit(struct run *r, const struct rec_unit *u, struct run_case *c, run_use *use,
                     void *context)
{
    if (!zaak_read(u, &r->scratch, r->as_of, &c->zaak, &c->diags, 0))
        return false;
    r->zaken++;
    if (!c->zaak.leesbaar)
        run_status(r, EXIT_INPUT);
    else
        look_whether_met(r, c);
    use(r, c, context);
    return c->zaak.leesbaar;
}

void run_stream(struct run *r, struct rec_source source, const char *bestand, struct bestand facts,
                run_use *use, void *context)
{
    struct rec_reader reader = rec_reader_make(source, STR("Zaak:"), run_oom);
    bool stray = false, any = false;
    int got;
    for (;;) {
        arena_reset(&r->scratch);
        struct rec_unit u;
        struct run_case c = {.bestand = bestand, .diags = {.arena = &r->scratch}};
        got = rec_next(&reader, &r->scratch, &u, &c.diags);
        if (reader.stray && !stray) {
            stray = true;
            use_stray(r, bestand, MC003_TEKST, reader.stray, use, context);
        }
        if (got <= 0)
            break;
        c.facts = facts;
        c.facts.een_zaak = !any && u.last;
        any = true;
        if (use_unit(r, &u, &c, use, context))
            facts.voor_anderen = false; /* told */
    }
    if (got < 0)
        run_say_file(r, EXIT_INPUT, bestand, "%s", strerror(errno));
    else if (!any && !stray && facts.naam)
        use_stray(r, bestand, MC003_GEEN_ZAAK, 1, use, context);
    rec_reader_free(&reader);
}

static void say_why_not(struct run *r, const struct walk_file *f)
{
    if (f->problem == WALK_SPECIAL)
        run_say_file(r, EXIT_INPUT, f->path,
                     _("is a pipe, device or socket; read it through standard input"));
    else
        run_say_file(r, EXIT_INPUT, f->path, "%s", strerror(f->error));
}

/* The last part of a path. */
static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void run_cases(struct run *r, run_use *use, void *context)
{
    for (size_t i = 0; i < r->walk.n; i++) {
        struct walk_file *f = &r->walk.at[i];
        int fd = f->problem == WALK_FINE ? walk_open(f) : -1;
        if (fd >= 0) {
            struct bestand facts = {0};
            if (!f->input)
                facts = (struct bestand){.naam = file_name(f->path),
                                         .voor_anderen = f->mode & (S_IROTH | S_IWOTH)};
            run_stream(r, rec_from_fd(&fd), f->path, facts, use, context);
            if (!f->input)
                close(fd);
        } else {
            say_why_not(r, f);
        }
        if (r->file_end)
            r->file_end(r, f->path, fd >= 0, context);
    }
    if (r->zaken == 0 && r->kader_files.n == 0 && !r->allow_empty && r->status == EXIT_FINE)
        run_status(r, EXIT_NO_CASE);
}

void run_unreadable(struct run *r, struct run_case *c)
{
    struct check in_order = {.zaak = &c->zaak, .list = &c->diags};
    check_zaak(&in_order, 0);
    for (size_t i = 0; i < c->diags.n; i++)
        report_diag(&r->err, c->bestand, &c->diags.at[i], NULL);
    buf_flush(&r->err);
}

struct check run_check(struct run *r, struct run_case *c, const struct voortgang *v)
{
    return (struct check){.zaak = &c->zaak,
                          .voortgang = v,
                          .kaders = r->kaders,
                          .calendar = &r->calendar,
                          .bestand = c->facts,
                          .vandaag = run_day(r),
                          .list = &c->diags};
}
