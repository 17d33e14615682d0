#include "new.h"

#include "check/report.h"
#include "rec/writer.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>

/* The framework that is meant by a name or a path; NULL after a message. */
static const struct kader *find_kader(struct making *m, const char *word)
{
    struct run *r = m->r;
    struct str name = str_of(word);
    const char *slash = strrchr(word, '/');
    bool file = slash || str_ends(name, STR(".kader"));
    if (file) {
        *arena_push(&r->arena, &r->kader_files) = word;
        name = str_from(name, slash ? (size_t)(slash + 1 - word) : 0);
        name.n -= str_ends(name, STR(".kader")) ? sizeof ".kader" - 1 : name.n;
    }
    run_kaders(r);
    const struct kader *k = kaders_find(r->kaders, name);
    if (k->toestand == KADER_GOED)
        return k;
    struct naam near = {0};
    struct buf names = buf_in(&r->arena);
    if (!file) {
        near = kaders_nearest(r->kaders, name);
        kaders_names(r->kaders, &names);
    }
    if (k->toestand == KADER_ONLEESBAAR && (!file || !k->error))
        run_say_file(r, EXIT_CONFIG, k->path, _("is no framework that can be read"));
    else if (k->toestand == KADER_ONLEESBAAR)
        run_say_file(r, EXIT_USAGE, k->path, "%s", strerror(k->error));
    else if (k->toestand == KADER_NIET_BEWEZEN)
        run_say_file(r, EXIT_CONFIG, k->path,
                     _("is a framework that is not proved; mc-check on this file says why"));
    else if (file)
        run_say_file(r, EXIT_USAGE, word, _("a framework's file is called NAME.kader"));
    else if (near.tekst)
        run_say(r, EXIT_USAGE, _("unknown framework %s (did you mean %s?)"), word, near.tekst);
    else
        run_say(r, EXIT_USAGE, _("unknown framework %s; there are %.*s"), word, (int)names.n,
                names.p);
    return NULL;
}

static void report_at_option(struct making *m, const struct diag *d)
{
    struct diag at = *d;
    at.regel &= ~(unsigned)PLACE_OPTION;
    report_diag(&m->r->err, "-F", &at, NULL);
    buf_flush(&m->r->err);
    run_status(m->r, EXIT_FINDINGS);
}

static void gather_fields(struct making *m)
{
    for (size_t i = 0; i < m->fields.n; i++)
        import_entry_option(&m->entry, m->fields.at[i], (unsigned)(i + 1), &m->diags);
}

/* The value that a field was given; empty: none. */
static struct str field_given(const struct making *m, const char *name)
{
    for (size_t i = 0; i < m->entry.fields.n; i++)
        if (str_is(m->entry.fields.at[i].name, name))
            return m->entry.fields.at[i].value;
    return (struct str){0};
}

/* The framework that was asked for; NULL: none. */
static const char *kader_word(struct making *m)
{
    if (m->kader)
        return m->kader;
    if (import_entry_has(&m->entry, STR("Kader")))
        return arena_cstr(&m->r->arena, field_given(m, "Kader"));
    return run_env("MC_KADER");
}

static void set_kader(struct making *m, const char *word)
{
    const struct kader *k = find_kader(m, word);
    if (k)
        import_entry_set(&m->entry, "Kader", k->naam);
}

static void set_default(struct making *m, const char *name, struct str value)
{
    if (!import_entry_has(&m->entry, str_of(name)))
        import_entry_set(&m->entry, name, value);
}

/* What is needed and was not given. */
static void fill_in(struct making *m)
{
    struct run *r = m->r;
    struct str who = run_door(r);
    bool door = run_env("MC_DOOR");
    if (!door && !import_entry_has(&m->entry, STR("Beroepskracht")))
        run_say(r, EXIT_USAGE, _("no professional: give -F Beroepskracht=NAME, or set MC_DOOR"));
    struct buf today = buf_in(&r->arena);
    date_write(&today, r->clock_day);
    set_default(m, "Formaat", STR("1"));
    set_default(m, "Geopend", buf_all(&today));
    if (door)
        set_default(m, "Beroepskracht", who);
    set_default(m, "Vastgelegd", run_vastgelegd(r));
    set_default(m, "Door", who);
}

/* `JJJJ-MM-DD-xxxxxx`: the day, and six characters that say nothing of anybody and need no counter
 * (design 2). */
static struct str make_id(struct run *r, day_no day)
{
    static const char alphabet[] = "23456789abcdefghjkmnpqrstvwxyz";
    enum { LETTERS = sizeof alphabet - 1, RANDOM = 6, FAIR = 256 / LETTERS * LETTERS };
    struct buf b = buf_in(&r->arena);
    date_write(&b, day);
    buf_byte(&b, '-');
    for (int made = 0; made < RANDOM;) {
        unsigned char byte;
        ssize_t got = getrandom(&byte, 1, 0);
        if (got < 0 && errno != EINTR) {
            run_say(r, EXIT_INTERNAL, _("no random numbers for an id: %s"), strerror(errno));
            return (struct str){0};
        }
        /* What is left over above a multiple would make the first letters likelier. */
        if (got == 1 && byte < FAIR) {
            buf_byte(&b, alphabet[byte % LETTERS]);
            made++;
        }
    }
    return buf_all(&b);
}

static void set_id(struct making *m, day_no geopend)
{
    struct run *r = m->r;
    if (m->id)
        m->entry.label = str_of(m->id);
    else if (!m->entry.label_given)
        m->entry.label = make_id(r, geopend);
    if (r->status == EXIT_FINE && !zaak_id_valid(m->entry.label))
        run_say(r, EXIT_USAGE,
                _("an id takes 1 to 64 letters, digits, `.`, `_` or `-`, and does not "
                  "start with `.` or `-`"));
}

static int by_place(const void *x, const void *y)
{
    const struct diag *a = x, *b = y;
    return a->regel != b->regel ? (a->regel > b->regel) - (a->regel < b->regel)
                                : (int)a->code - (int)b->code;
}

/* What is wrong with what was given, a line each; false when anything is. */
static bool report_wrong(struct making *m)
{
    if (m->diags.n)
        qsort(m->diags.at, m->diags.n, sizeof *m->diags.at, by_place);
    for (size_t i = 0; i < m->diags.n; i++)
        report_at_option(m, &m->diags.at[i]);
    return m->diags.n == 0;
}

/* Binds what was given; false when it is refused. */
static bool bind_entry(struct making *m, struct entry *bound)
{
    *bound = import_entry_bind(&m->entry, &m->diags);
    bool good = report_wrong(m);
    m->refused += !good;
    return good;
}

void new_start(struct making *m)
{
    struct run *r = m->r;
    m->entry = import_entry_make(&soorten.kinds[S_Zaak], &r->arena);
    gather_fields(m);
    const char *kader = kader_word(m);
    if (kader)
        set_kader(m, kader);
    else
        run_say(r, EXIT_USAGE, _("no framework: give -k KADER, or set MC_KADER"));
    fill_in(m);
    run_seal(r);
    struct entry bound;
    r->zaken++;
    if (r->status != EXIT_FINE || !bind_entry(m, &bound))
        return;
    day_no geopend = entry_day(&bound, Zaak_Geopend);
    set_id(m, geopend);
    if (r->status != EXIT_FINE)
        return;
    bound.label = m->entry.label;
    struct buf bytes = buf_in(&r->arena);
    rec_write_entry(&bytes, &soorten, &bound);
    const struct met *there = new_put(m, bound.label, geopend, buf_all(&bytes));
    if (there)
        run_say_file(r, EXIT_OUTPUT, there->bestand, _("exists already; nothing was written"));
}

/* ---- what every case gets ---- */

/* What is lacking may stand in the case itself. */
static void leave_out_missing(struct diags *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].code != MC007)
            list->at[kept++] = list->at[i];
    list->n = kept;
}

bool new_fixed(struct making *m)
{
    struct run *r = m->r;
    m->entry = import_entry_make(&soorten.kinds[S_Zaak], &r->arena);
    gather_fields(m);
    if (m->entry.label_given)
        run_say(r, EXIT_USAGE, _("-F cannot give an id: every row of a sheet has its own"));
    const char *kader = kader_word(m);
    if (kader)
        set_kader(m, kader);
    if (run_env("MC_DOOR"))
        set_default(m, "Beroepskracht", run_door(r));
    import_entry_bind(&m->entry, &m->diags);
    leave_out_missing(&m->diags);
    return report_wrong(m) && r->status < EXIT_USAGE;
}
