#include "export_dot.h"

#include "check/report_kader.h"
#include "export/dot.h"

#include <errno.h>
#include <unistd.h>

/* The name that a file gives its framework. */
static struct str name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct str name = str_of(slash ? slash + 1 : path);
    name.n -= strlen(".kader");
    return name;
}

static void say_findings(struct run *r, const char *path, const struct diags *found)
{
    struct report report = {.formaat = REPORT_TEXT,
                            .colour = run_colour(r, STDERR_FILENO),
                            .out = &r->err,
                            .arena = &r->arena,
                            .scratch = &r->scratch,
                            .vandaag = run_day(r)};
    for (size_t i = 0; i < found->n; i++)
        report_kader_diag(&report, path, &found->at[i]);
    buf_flush(&r->err);
    run_status(r, EXIT_INPUT);
}

/* The version of that day, of several the last, as kader_op has it; also of a framework that is not
 * proved, for a graph shows what is broken. */
static const struct kader_versie *version_on(const struct kader *k, day_no day)
{
    const struct kader_versie *found = NULL;
    for (size_t i = 0; i < k->versie_count; i++)
        if (k->versies[i].geldig <= day &&
            (k->versies[i].tot == DAY_NONE || day <= k->versies[i].tot))
            found = &k->versies[i];
    return found;
}

/* The version of that day; NULL after a message. */
static const struct kader_versie *read_version(struct run *r, const char *path, struct kader *k)
{
    struct walk_file f = {.path = path, .fd = -1};
    struct diags found = {.arena = &r->arena};
    if (!kader_naam_valid(name_of(path))) {
        run_say_file(r, EXIT_INPUT, path,
                     _("is no name of a framework: small letters, digits and -, then .kader"));
        return NULL;
    }
    int fd = walk_open(&f);
    if (fd >= 0) {
        *k = kader_read(rec_from_fd(&fd), name_of(path), &r->arena, &found);
        close(fd);
    }
    if (fd < 0 || k->error) {
        run_say_file(r, EXIT_INPUT, path, "%s", strerror(fd < 0 ? f.error : k->error));
        return NULL;
    }
    if (k->toestand == KADER_ONLEESBAAR) {
        say_findings(r, path, &found);
        return NULL;
    }
    const struct kader_versie *v = version_on(k, run_day(r));
    struct buf day = buf_in(&r->arena);
    date_write(&day, run_day(r));
    if (!v)
        run_say_file(r, EXIT_INPUT, path,
                     _("no version of it is in force on %.*s; --today names another day"),
                     (int)day.n, day.p);
    return v;
}

void export_frameworks(struct run *r, struct output *o)
{
    if (r->walk.n > 0 || r->kader_files.n == 0) {
        run_say(r, EXIT_USAGE, _("--format=dot takes frameworks alone: NAME.kader"));
        return;
    }
    if (!output_open(r, o, ""))
        return;
    run_seal(r);
    size_t written = 0;
    for (size_t i = 0; i < r->kader_files.n; i++) {
        struct kader k = {0};
        const struct kader_versie *v = read_version(r, r->kader_files.at[i], &k);
        if (v)
            export_dot(output_bytes(r, o), v, &r->arena);
        written += v != NULL;
    }
    output_close(r, o, written > 0);
}
