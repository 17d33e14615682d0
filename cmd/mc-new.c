/* mc-new: starts a case, or takes over those of another program. */
#include "check/regels.h"
#include "check/report.h"
#include "import/entry.h"
#include "import/json.h"
#include "io/store.h"
#include "rec/writer.h"
#include "run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

static const char usage[] =
    N_("usage: mc-new [-d FOLDER] [-k KADER] [--id=ID] [-F NAME=VALUE]...\n"
       "       mc-new --from=json|jsonl [-d FOLDER] [FILE|-]...\n"
       "Starts a case, or takes over cases that mc-export wrote: to standard output,\n"
       "or with -d to files FOLDER/YEAR/ID.zaak, whose paths are printed. What -F says\n"
       "is visible to others.\n");

enum { ID, FROM };

static const struct run_option options[] = {
    [ID] = {0, "id", "ID", N_("the id of the case, instead of one that is made")},
    [FROM] = {0, "from", "FORMAT", N_("take over cases: json or jsonl")},
    {'d', "dir", "FOLDER", N_("make files there: FOLDER/YEAR/ID.zaak")},
    {'k', "kader", "KADER", N_("framework: a name, or a file NAME.kader ($MC_KADER)")},
    {'F', "field", "NAME=VALUE", N_("a field of Zaak; may be repeated")},
    {0, "allow-empty", NULL, N_("no case at all is fine")},
    {'v', "verbose", NULL, N_("say at the end how many cases were met and refused")},
    {'h', "help", NULL, N_("print this help")},
    {'V', "version", NULL, N_("print the version")},
};

enum { OPTIONS = sizeof options / sizeof *options };

struct making {
    struct run *r;
    const char *dir;  /* without a slash at its end; NULL: standard output */
    const char *from; /* NULL: a case is started */
    bool lines;       /* of --from: jsonl */
    const char *kader, *id;
    struct {
        const char **at;
        size_t n, cap;
    } fields; /* -F, in order */
    struct {
        const char **at;
        size_t n, cap;
    } folders; /* those directly below `dir`, and "." */
    struct import_entry entry;
    struct diags diags;
    long refused;
};

/* ---- files ---- */

static void say_not_written(struct making *m, int status, const char *path, int error)
{
    run_say_file(m->r, status, path, _("%s; nothing was written"), strerror(error));
}

/* Collects the folders in which a file of the case may stand already; where they cannot be listed
 * the id might be made a second time. A folder that is not there, or is none, is left to put. */
static void look_below(struct making *m)
{
    struct arena *a = &m->r->arena;
    *arena_push(a, &m->folders) = ".";
    DIR *dir;
    do
        dir = opendir(m->dir);
    while (!dir && errno == EINTR);
    if (!dir) {
        if (errno != ENOENT && errno != ENOTDIR)
            say_not_written(m, EXIT_OUTPUT, m->dir, errno);
        return;
    }
    errno = 0;
    for (const struct dirent *d; (d = readdir(dir)); errno = 0)
        if (d->d_name[0] != '.' && d->d_type != DT_REG)
            *arena_push(a, &m->folders) = arena_cstr(a, str_of(d->d_name));
    if (errno)
        say_not_written(m, EXIT_OUTPUT, m->dir, errno);
    closedir(dir);
}

static const char *path_of(const struct making *m, const char *folder, struct str id)
{
    struct buf b = buf_in(&m->r->scratch);
    buf_text(&b, m->dir);
    buf_byte(&b, '/');
    if (strcmp(folder, ".") != 0) {
        buf_text(&b, folder);
        buf_byte(&b, '/');
    }
    buf_str(&b, id);
    buf_text(&b, ".zaak");
    buf_byte(&b, '\0');
    return b.p;
}

/* The file of a case with that id, in whatever year; NULL with `error` 0: there is none. A folder
 * that may not be entered (lost+found) holds no case of ours. */
static const char *existing(const struct making *m, struct str id, int *error)
{
    *error = 0;
    for (size_t i = 0; i < m->folders.n; i++) {
        const char *path = path_of(m, m->folders.at[i], id);
        struct stat st;
        if (lstat(path, &st) == 0)
            return path;
        if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
            *error = errno;
    }
    return NULL;
}

/* FOLDER/YEAR/ID.zaak; a case without a valid day of Geopend goes to year 0000, the same at every
 * import. */
static const char *new_path(const struct making *m, struct str id, day_no geopend)
{
    char year[16];
    snprintf(year, sizeof year, "%04d", geopend == DAY_NONE ? 0 : date_of(geopend).year);
    return path_of(m, year, id);
}

/* Puts a new case where it belongs, and says so; what went wrong is said, but for STORE_EXISTS. */
static enum store_result put(struct making *m, struct str id, day_no geopend, struct str bytes)
{
    struct run *r = m->r;
    if (!m->dir) {
        buf_str(&r->out, bytes);
        return STORE_DONE;
    }
    const char *path = new_path(m, id, geopend);
    int error;
    enum store_result result = store_create(&r->scratch, path, bytes, &error);
    if (result == STORE_DONE || result == STORE_UNSURE) {
        buf_text(&r->out, path);
        buf_byte(&r->out, '\n');
        if (buf_flush(&r->out))
            run_say_file(r, EXIT_WRITE, path,
                         _("the case is there, but that could not be told on standard output"));
    }
    if (result == STORE_UNSURE)
        run_say_file(r, EXIT_WRITE, path,
                     _("%s: the case is there, but may not survive a power failure"),
                     strerror(error));
    else if (result != STORE_DONE && result != STORE_EXISTS)
        say_not_written(m, result == STORE_CANNOT ? EXIT_OUTPUT : EXIT_WRITE, path, error);
    return result;
}

/* The same unless its id is in use: then the path of the file that has it, else NULL. */
static const char *put_unless_used(struct making *m, struct str id, day_no geopend,
                                   struct str bytes)
{
    int error;
    const char *there = existing(m, id, &error);
    if (there)
        return there;
    /* Folders that this run makes were not there when they were listed. */
    if (m->dir) {
        const char *path = arena_cstr(&m->r->arena, str_of(new_path(m, id, geopend)));
        const struct met *before = ids_meet(&m->r->ids, (struct met){id, path, 1});
        if (before)
            return before->bestand;
    }
    if (error)
        say_not_written(m, EXIT_OUTPUT, new_path(m, id, geopend), error);
    else if (put(m, id, geopend, bytes) == STORE_EXISTS)
        return new_path(m, id, geopend);
    return NULL;
}

/* ---- to start a case ---- */

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
    if (!file)
        near = kaders_nearest(r->kaders, name);
    if (k->toestand == KADER_ONLEESBAAR && (!file || !k->error))
        run_say_file(r, EXIT_CONFIG, k->path, _("is no framework that can be read"));
    else if (k->toestand == KADER_ONLEESBAAR)
        run_say_file(r, EXIT_USAGE, k->path, "%s", strerror(k->error));
    else if (file)
        run_say_file(r, EXIT_USAGE, word, _("a framework's file is called NAME.kader"));
    else if (near.tekst)
        run_say(r, EXIT_USAGE, _("unknown framework %s (did you mean %s?)"), word, near.tekst);
    else
        run_say(r, EXIT_USAGE, _("unknown framework %s"), word);
    return NULL;
}

static void report_at_option(struct making *m, const struct diag *d)
{
    struct buf place = buf_in(&m->r->scratch);
    buf_text(&place, "-F:");
    buf_number(&place, d->regel & ~(unsigned)PLACE_OPTION);
    buf_byte(&place, '\0');
    report_at(&m->r->err, place.p, d, NULL);
    buf_flush(&m->r->err);
    run_status(m->r, EXIT_FINDINGS);
}

/* What the table does not look at: whether it can stand in a file at all. */
static void look_at_field(struct making *m, struct str name, struct str value, unsigned place)
{
    struct diag d = diag_make(rec_name_valid(name) ? MC002 : MC001, place);
    if (d.code == MC001 || rec_forbidden(value) < value.n)
        diag_add(&m->diags, d);
}

static void gather_fields(struct making *m)
{
    for (size_t i = 0; i < m->fields.n; i++) {
        struct str value, name = str_cut(str_of(m->fields.at[i]), '=', &value);
        unsigned place = PLACE_OPTION | (unsigned)(i + 1);
        value = rec_newlines(&m->r->arena, value);
        look_at_field(m, name, value, place);
        import_entry_add(&m->entry, name, value, place);
    }
}

/* The value that a field was given; empty: none. */
static struct str field_given(const struct making *m, const char *name)
{
    for (size_t i = 0; i < m->entry.fields.n; i++)
        if (str_is(m->entry.fields.at[i].name, name))
            return m->entry.fields.at[i].value;
    return (struct str){0};
}

static void set_kader(struct making *m)
{
    const char *word = m->kader;
    if (!word && import_entry_has(&m->entry, STR("Kader")))
        word = arena_cstr(&m->r->arena, field_given(m, "Kader"));
    if (!word)
        word = run_env("MC_KADER");
    if (!word) {
        run_say(m->r, EXIT_USAGE, _("no framework: give -k KADER, or set MC_KADER"));
        return;
    }
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

/* Binds what was given; false when it is refused, a line for each thing that is wrong. */
static bool bind_entry(struct making *m, struct entry *bound)
{
    *bound = import_entry_bind(&m->entry, &m->diags);
    if (m->diags.n)
        qsort(m->diags.at, m->diags.n, sizeof *m->diags.at, by_place);
    for (size_t i = 0; i < m->diags.n; i++)
        report_at_option(m, &m->diags.at[i]);
    m->refused += m->diags.n > 0;
    return m->diags.n == 0;
}

static void start(struct making *m)
{
    struct run *r = m->r;
    m->entry = import_entry_make(&soorten.kinds[S_Zaak], &r->arena);
    gather_fields(m);
    set_kader(m);
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
    const char *there = put_unless_used(m, bound.label, geopend, buf_all(&bytes));
    if (there)
        run_say_file(r, EXIT_OUTPUT, there, _("exists already; nothing was written"));
}

/* ---- to take over cases ---- */

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
    const char *there = put_unless_used(m, z->id, z->geopend, z->bytes);
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

static void collect(struct making *m, int argc, char **argv)
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

static void import(struct making *m)
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

/* ---- options ---- */

static void take_from(struct making *m, const char *word)
{
    static const struct naam formats[] = {{"json"}, {"jsonl"}};
    struct nearest near = nearest_make(str_of(word));
    m->from = word;
    m->lines = str_eq_fold(str_of(word), STR("jsonl"));
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (str_eq_fold(str_of(word), str_of(formats[i].tekst)))
            return;
        nearest_try(&near, formats[i]);
    }
    if (nearest_found(&near).tekst)
        run_say(m->r, EXIT_USAGE, _("--from: unknown format %s (did you mean %s?)"), word,
                nearest_found(&near).tekst);
    else
        run_say(m->r, EXIT_USAGE, _("--from: unknown format %s; there is json and jsonl"), word);
}

static void take_dir(struct making *m, const char *folder)
{
    struct str path = str_of(folder);
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    m->dir = arena_cstr(&m->r->arena, path);
    if (path.n == 0)
        run_say(m->r, EXIT_USAGE, _("--dir takes a folder"));
}

static void take_option(struct making *m, int opt, const char *argument, bool *done)
{
    switch (opt) {
    case RUN_LONG + ID:
        m->id = argument;
        break;
    case RUN_LONG + FROM:
        take_from(m, argument);
        break;
    case 'd':
        take_dir(m, argument);
        break;
    case 'k':
        m->kader = argument;
        break;
    case 'F':
        *arena_push(&m->r->arena, &m->fields) = argument;
        if (!strchr(argument, '='))
            run_say(m->r, EXIT_USAGE, _("-F takes NAME=VALUE"));
        break;
    default:
        run_common_option(m->r, opt, argument, options, OPTIONS, usage, done);
    }
}

static void look_at_options(struct making *m, int argc)
{
    if (!m->from && optind < argc)
        run_say(m->r, EXIT_USAGE,
                _("a case is started from -F alone; to take over files give --from"));
    else if (m->from && (m->kader || m->id || m->fields.n))
        run_say(m->r, EXIT_USAGE,
                _("-k, -F and --id start a case, --from takes over cases: give one or the other"));
}

int main(int argc, char **argv)
{
    struct run r;
    run_start(&r, "mc-new");
    struct making m = {.r = &r, .diags = {.arena = &r.arena}};
    bool done = false;
    const char *argument;
    int opt;
    while ((opt = run_getopt(&r, argc, argv, options, OPTIONS, &argument)) != -1)
        take_option(&m, opt, argument, &done);
    if (!done && r.status == EXIT_FINE)
        look_at_options(&m, argc);
    if (!done && r.status == EXIT_FINE) {
        if (m.dir)
            look_below(&m);
        if (m.from) {
            collect(&m, argc, argv);
            run_seal(&r);
            if (r.status < EXIT_USAGE)
                import(&m);
        } else {
            start(&m);
        }
        if (r.verbose)
            run_say(&r, EXIT_FINE, "zaken=%ld geweigerd=%ld", r.zaken, m.refused);
    }
    return run_end(&r);
}
