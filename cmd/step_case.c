/* mc-step: the case as it is, and with its new record. */
#include "check/report.h"
#include "io/store.h"
#include "step.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct str step_read_all(struct run *r, int fd, const char *name)
{
    struct rec_source source = rec_from_fd(&fd);
    struct buf b = buf_in(&r->arena);
    char block[16 * 1024];
    ssize_t n;
    while ((n = source.read(source.context, block, sizeof block)) > 0 && b.n <= REC_UNIT_MAX)
        buf_add(&b, block, (size_t)n);
    if (n < 0)
        run_say_file(r, EXIT_INPUT, name, "%s", strerror(errno));
    else if (b.n > REC_UNIT_MAX)
        run_say_file(r, EXIT_INPUT, name, _("is larger than a case may be"));
    return buf_all(&b);
}

/* Reads the case that `bytes` are: it must be one, readable and with its commit mark. */
static bool read_case(struct step *s, struct str bytes)
{
    const char *name = s->path ? s->path : "-";
    struct diags list = {.arena = &s->r->arena};
    struct rec_reader reader = rec_reader_over(bytes, STR("Zaak:"));
    struct rec_unit u;
    bool found = rec_next(&reader, &s->r->arena, &u, &list) == 1;
    s->r->zaken = found;
    if (!found || !u.last || reader.stray) {
        run_say_file(s->r, EXIT_INPUT, name, _("is not exactly one case"));
        return false;
    }
    zaak_read(&u, &s->r->arena, DAY_NONE, &s->zaak, &list, 0);
    bool cut_off = false;
    for (size_t i = 0; i < list.n; i++) {
        bool end = list.at[i].code == MC005 && list.at[i].form == MC005_EINDE;
        cut_off = cut_off || end;
        if (code_van_lezen(&list.at[i]) || end)
            report_diag(&s->r->err, name, &list.at[i], NULL);
    }
    if (!s->zaak.leesbaar || cut_off)
        run_say_file(s->r, EXIT_INPUT, name, _("nothing is added to it until this was looked at"));
    return s->zaak.leesbaar && !cut_off;
}

static unsigned count_lines(struct str s)
{
    unsigned lines = 0;
    for (const char *p = s.p; p && (p = memchr(p, '\n', (size_t)(s.p + s.n - p))); p++)
        lines++;
    return lines;
}

/* Looks at the case with its new record, as every later reader will: it must be readable, and hold
 * one record more. What the new record names and is not there yet is said (MC009), and no reason to
 * refuse. */
static bool look_at_result(struct step *s)
{
    const char *name = s->path ? s->path : "-";
    struct buf whole = buf_in(&s->r->arena);
    buf_str(&whole, s->old);
    buf_str(&whole, s->record);
    struct diags list = {.arena = &s->r->arena};
    struct rec_reader reader = rec_reader_over(buf_all(&whole), STR("Zaak:"));
    struct rec_unit u;
    struct zaak z = {0};
    if (rec_next(&reader, &s->r->arena, &u, &list) == 1)
        zaak_read(&u, &s->r->arena, DAY_NONE, &z, &list, 0);
    bool good = z.leesbaar && z.compleet && u.last && z.n == s->zaak.n + 1;
    for (size_t i = 0; i < list.n; i++)
        if (good ? list.at[i].code == MC009 && list.at[i].entry == s->zaak.n
                 : code_van_lezen(&list.at[i]))
            report_diag(&s->r->err, name, &list.at[i], &z);
    buf_flush(&s->r->err);
    if (!good)
        run_status(s->r, EXIT_FINDINGS);
    return good;
}

static bool prepare(struct step *s)
{
    return read_case(s, s->old) && step_record(s) && look_at_result(s);
}

void step_filter(struct step *s)
{
    if (!s->typed)
        s->old = step_read_all(s->r, STDIN_FILENO, "-");
    if (s->r->status != EXIT_FINE || !prepare(s))
        return;
    struct buf *out = &s->r->out;
    buf_str(out, s->old);
    buf_str(out, s->record);
    /* What was typed is thrown away only when all of it is out. */
    if (s->typed && buf_flush(out) == 0)
        s->stored = STORED;
}

static void say_recorded(struct step *s)
{
    struct buf *out = &s->r->out;
    report_path(out, s->path);
    buf_byte(out, ':');
    buf_number(out, count_lines(s->old) + 1);
    buf_text(out, ": ");
    buf_text(out, s->kind->naam.tekst);
    buf_text(out, ": ");
    buf_str(out, s->entry.label);
    buf_byte(out, '\n');
    if (buf_flush(out))
        run_say_file(
            s->r, EXIT_WRITE, s->path,
            _("the new %s is recorded, but that could not be told on standard output; do not "
              "record it again"),
            s->kind->naam.tekst);
}

/* Why a file cannot be opened as a case, where the system's own words do not say what to do. */
static const char *why_unreadable(int error)
{
    switch (error) {
    case EMLINK:
        return _("the file has a second name (a hard link), which would keep the old case; leave "
                 "it one name");
    case EINVAL:
        return _("is no regular file; a case from a pipe comes in on standard input, without CASE");
    case EISDIR:
        return _("is a folder; name the file of the case");
    case EFBIG:
        return _("is larger than a case may be");
    default:
        return strerror(error);
    }
}

static void say_why_not(struct step *s, enum store_result result, int error)
{
    static const int status[] = {
        [STORE_DONE] = EXIT_FINE,     [STORE_UNREADABLE] = EXIT_INPUT, [STORE_EXISTS] = EXIT_OUTPUT,
        [STORE_CANNOT] = EXIT_OUTPUT, [STORE_FAILED] = EXIT_WRITE,     [STORE_UNSURE] = EXIT_WRITE,
        [STORE_LOCKED] = EXIT_LOCKED,
    };
    const char *why = error ? strerror(error) : "";
    if (result == STORE_LOCKED)
        run_say_file(s->r, status[result], s->path,
                     _("another program is writing to it; nothing was recorded"));
    else if (result == STORE_UNSURE)
        run_say_file(s->r, status[result], s->path,
                     _("%s: the new %s is recorded, but may not survive a power failure; do not "
                       "record it again: look whether the case holds it"),
                     why, s->kind->naam.tekst);
    else if (result == STORE_UNREADABLE)
        run_say_file(s->r, status[result], s->path, "%s", why_unreadable(error));
    else
        run_say_file(s->r, status[result], s->path, _("%s; nothing was recorded"), why);
}

/* What was typed waits for the lock with signals held: between short waits it looks for one. */
static enum store_result open_store(struct step *s, struct store *store)
{
    static const double SHORT_WAIT = 0.25;
    const size_t limit = REC_UNIT_MAX + REC_VALUE_MAX;
    double left = s->wait;
    enum store_result result;
    do {
        double wait = s->typed && left > SHORT_WAIT ? SHORT_WAIT : left;
        result = store_open(store, &s->r->arena, s->path, wait, limit);
        left -= wait;
    } while (result == STORE_LOCKED && left > 0 && !terminal_interrupted());
    if (result != STORE_DONE)
        say_why_not(s, result, store->error);
    return result;
}

bool step_look_at_case(struct step *s)
{
    struct store store;
    if (!s->path) {
        s->old = step_read_all(s->r, STDIN_FILENO, "-");
    } else {
        if (open_store(s, &store) != STORE_DONE)
            return false;
        s->old = store.bytes;
        store_close(&store);
    }
    return s->r->status == EXIT_FINE && read_case(s, s->old);
}

void step_extend(struct step *s)
{
    struct store store;
    if (open_store(s, &store) != STORE_DONE)
        return;
    s->old = store.bytes;
    bool wanted = prepare(s);
    struct str parts[] = {s->old, s->record};
    enum store_result result = STORE_DONE;
    if (wanted)
        result = store_replace(&store, parts, 2);
    store_close(&store);
    if (wanted && result == STORE_DONE) {
        s->stored = STORED;
        say_recorded(s);
    } else if (wanted) {
        s->stored = result == STORE_UNSURE ? STORED_UNSURE : STORED_NOT;
        say_why_not(s, result, store.error);
    }
}
