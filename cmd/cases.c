#include "run.h"

#include "check/report.h"
#include "io/pool.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the cases of one file or stream, in turn ---- */

struct reading {
    const struct run *r;
    const char *bestand;
    struct bestand facts; /* of the next case */
    struct rec_reader reader;
    struct rec_unit unit; /* read, and to be given out after the text before it */
    struct diags diags;   /* of that unit */
    bool waiting;         /* there is such a unit */
    bool stray_told, any; /* text outside of cases was told; there was a case */
    bool failed;          /* the end is a read error */
    int error;
};

/* The last part of a path. */
static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void look_at_file(const struct walk_file *f, struct bestand *facts)
{
    memset(facts, 0, sizeof *facts);
    if (f->input)
        return;
    facts->naam = file_name(f->path);
    facts->voor_anderen = f->mode & (S_IROTH | S_IWOTH);
}

static void reading_start(struct reading *rd, const struct run *r, const struct walk_file *f)
{
    memset(rd, 0, sizeof *rd);
    rd->r = r;
    rd->bestand = f->path;
    look_at_file(f, &rd->facts);
}

/* A finding about the file as a whole. */
static void stray_case(struct run_case *c, int form, unsigned regel)
{
    struct diag d = diag_make(MC003, regel);
    d.form = form;
    diag_add(&c->diags, d);
}

/* Reads the unit into a case; false for one that is not there yet (--as-of). */
static bool take_unit(struct reading *rd, struct run_case *c)
{
    struct rec_unit *u = &rd->unit;
    rd->waiting = false;
    c->diags = rd->diags;
    c->facts = rd->facts;
    c->facts.een_zaak = !rd->any && u->last;
    rd->any = true;
    if (!zaak_read(u, c->arena, rd->r->as_of, &c->zaak, &c->diags, 0))
        return false;
    if (c->zaak.leesbaar)
        rd->facts.voor_anderen = false; /* told with this one */
    return true;
}

/* The next case, or the next finding about the file as a whole; false at the end. Both live in `a`,
 * which is taken back first when `reset` says so and nothing in it is still to be given out. */
static bool reading_next(struct reading *rd, struct arena *a, bool reset, struct run_case *c)
{
    for (;;) {
        int got = 1;
        if (!rd->waiting) {
            if (reset)
                arena_reset(a);
            rd->diags = (struct diags){.arena = a};
            got = rec_next(&rd->reader, a, &rd->unit, &rd->diags);
            rd->waiting = got > 0;
        }
        *c = (struct run_case){.bestand = rd->bestand, .diags = {.arena = a}, .arena = a};
        if (rd->reader.stray && !rd->stray_told) {
            rd->stray_told = true;
            stray_case(c, MC003_TEKST, rd->reader.stray);
            return true;
        }
        if (got < 0) {
            rd->failed = true;
            rd->error = errno;
        }
        if (got <= 0)
            break;
        if (take_unit(rd, c))
            return true;
    }
    if (rd->failed || rd->any || rd->stray_told || !rd->facts.naam)
        return false;
    rd->stray_told = true;
    stray_case(c, MC003_GEEN_ZAAK, 1);
    return true;
}

/* ---- in order ---- */

struct using
{
    struct run *r;
    run_judge *judge;
    run_use *use;
    void *context;
};

/* True when the id was met before: said in the findings of the case. */
static bool look_whether_met(struct run *r, struct run_case *c)
{
    if (!zaak_id_valid(c->zaak.id))
        return false; /* MC012 says so */
    const struct met *before =
        ids_meet(&r->ids, (struct met){c->zaak.id, c->bestand, c->zaak.regel});
    if (!before)
        return false;
    struct diag d = diag_make(MC013, c->zaak.regel);
    d.entry = 0;
    d.bestand = str_of(before->bestand);
    d.bestand_regel = before->regel;
    diag_add(&c->diags, d);
    return true;
}

/* What is to be done with a case in its turn; `judged`: it was judged without what was met. */
static void use_case(const struct using *u, struct run_case *c, bool judged)
{
    struct run *r = u->r;
    if (c->zaak.bytes.n == 0) {
        run_status(r, EXIT_INPUT); /* no case: a finding about the file */
    } else {
        r->zaken++;
        if (!c->zaak.leesbaar)
            run_status(r, EXIT_INPUT);
        else if (look_whether_met(r, c))
            judged = false;
    }
    if (u->judge && !judged)
        u->judge(r, c);
    u->use(r, c, u->context);
    progress_show(&r->of_cases, &r->err, r->files, r->zaken);
}

static void say_error(struct run *r, const char *bestand, int error)
{
    run_say_file(r, EXIT_INPUT, bestand, "%s", strerror(error));
}

/* False when it could not be read to its end, which is said. */
static bool use_stream(const struct using *u, struct rec_source source, const struct walk_file *f)
{
    struct reading rd;
    reading_start(&rd, u->r, f);
    rd.reader = rec_reader_make(source, STR("Zaak:"), run_oom);
    struct run_case c;
    while (reading_next(&rd, &u->r->scratch, true, &c))
        use_case(u, &c, false);
    if (rd.failed)
        say_error(u->r, f->path, rd.error);
    rec_reader_free(&rd.reader);
    return !rd.failed;
}

/* ---- files, several at once ---- */

/* A file is read and judged by whatever thread takes it, when it and those before it in its piece
 * of work are together of the usual size, so that a piece has its measure in memory too; what is
 * larger, or a stream, is left to the thread that joins, which holds one case of it at a time. */
enum { USUAL = 256 * 1024, FILES = 8 };

struct loaded {
    bool left; /* to the thread that joins */
    bool read; /* it could be opened */
    struct {
        struct run_case *at;
        size_t n, cap;
    } cases;
};

/* What one piece of work needs: so many files, and where their cases live. */
struct place {
    struct arena arena;
    struct arena of_block;
    char *block; /* USUAL + 1 bytes, in of_block */
    size_t room; /* bytes that the files still to come may have */
    struct loaded files[FILES];
};

struct work {
    struct using use;
    struct place *places;
};

/* All of a file, in the place's arena; one for which there is no room is left. */
static struct str load(struct place *p, int fd, struct loaded *l)
{
    struct rec_source source = rec_from_fd(&fd);
    size_t n = 0;
    ssize_t got;
    while (n <= p->room &&
           (got = source.read(source.context, p->block + n, p->room + 1 - n)) != 0) {
        if (got < 0) {
            l->left = true; /* read again up to where it fails, and there it is said */
            return (struct str){0};
        }
        n += (size_t)got;
    }
    l->left = n > p->room;
    if (l->left)
        return (struct str){0};
    p->room -= n;
    return arena_copy(&p->arena, (struct str){p->block, n});
}

static void load_file(const struct using *u, struct place *p, struct walk_file *f, struct loaded *l)
{
    *l = (struct loaded){.left = f->input};
    if (l->left)
        return;
    int fd = walk_open(f);
    if (fd < 0)
        return;
    l->read = true;
    struct str bytes = load(p, fd, l);
    close(fd);
    if (l->left)
        return;
    struct reading rd;
    reading_start(&rd, u->r, f);
    rd.reader = rec_reader_over(bytes, STR("Zaak:"));
    struct run_case c;
    while (reading_next(&rd, &p->arena, false, &c)) {
        if (u->judge)
            u->judge(u->r, &c);
        *arena_push(&p->arena, &l->cases) = c;
    }
}

static size_t file_count(const struct work *w, size_t item)
{
    size_t left = w->use.r->walk.n - item * FILES;
    return left < FILES ? left : FILES;
}

static void work_on(void *context, size_t item, size_t place)
{
    struct work *w = context;
    struct place *p = &w->places[place];
    if (!p->block) {
        p->arena = arena_make(run_oom);
        p->of_block = arena_make(run_oom);
        p->block = arena_grow(&p->of_block, NULL, 0, USUAL + 1);
    }
    arena_reset(&p->arena);
    p->room = USUAL;
    for (size_t i = 0; i < file_count(w, item); i++)
        load_file(&w->use, p, &w->use.r->walk.at[item * FILES + i], &p->files[i]);
}

static void say_why_not(struct run *r, const struct walk_file *f)
{
    if (f->problem == WALK_SPECIAL)
        run_say_file(r, EXIT_INPUT, f->path,
                     _("is a pipe, device or socket; read it through standard input"));
    else
        say_error(r, f->path, f->error);
}

static void join_file(const struct using *u, struct walk_file *f, struct loaded *l)
{
    struct run *r = u->r;
    bool whole = true;
    r->files++;
    if (l->left) {
        int fd = walk_open(f);
        l->read = fd >= 0;
        if (l->read)
            whole = use_stream(u, rec_from_fd(&fd), f);
        if (l->read && !f->input)
            close(fd);
    }
    for (size_t i = 0; i < l->cases.n; i++) {
        arena_reset(&r->scratch);
        use_case(u, &l->cases.at[i], true);
    }
    if (!l->read)
        say_why_not(r, f);
    if (r->file_end)
        r->file_end(r, f->path, l->read && whole, u->context);
}

static void join(void *context, size_t item, size_t place)
{
    struct work *w = context;
    for (size_t i = 0; i < file_count(w, item); i++)
        join_file(&w->use, &w->use.r->walk.at[item * FILES + i], &w->places[place].files[i]);
}

void run_cases(struct run *r, run_judge *judge, run_use *use, void *context)
{
    int jobs = r->jobs ? r->jobs : pool_processors();
    jobs = !judge || jobs < 1 ? 1 : jobs > POOL_JOBS_MOST ? POOL_JOBS_MOST : jobs;
    size_t places = jobs > 1 ? 2 * (size_t)jobs : 1;
    struct work work = {.use = {r, judge, use, context},
                        .places = arena_new(&r->arena, struct place, places)};
    r->of_cases = progress_make(r->progress, r->walk.n);
    pool_run(&(struct pool){.items = (r->walk.n + FILES - 1) / FILES,
                            .places = places,
                            .jobs = jobs,
                            .context = &work,
                            .work = work_on,
                            .join = join});
    progress_hide(&r->of_cases, &r->err);
    for (size_t i = 0; i < places; i++) {
        if (work.places[i].block) {
            arena_free(&work.places[i].arena);
            arena_free(&work.places[i].of_block);
        }
    }
    if (r->zaken == 0 && r->kader_files.n == 0 && !r->allow_empty && r->status == EXIT_FINE)
        run_status(r, EXIT_NO_CASE);
}

static void tell(struct run *r, const struct run_case *c, const struct diag *d,
                 struct report_place *place)
{
    if (run_colour(r, STDERR_FILENO))
        report_diag_coloured(&r->err, c->bestand, d, NULL);
    else
        report_diag(&r->err, c->bestand, d, NULL);
    if (r->show_text)
        report_source(&r->err, place, c->zaak.bytes, c->zaak.regel, d->regel);
}

void run_unreadable(struct run *r, struct run_case *c)
{
    struct check in_order = {.zaak = &c->zaak, .list = &c->diags};
    check_zaak(&in_order, 0);
    struct report_place place = {0};
    progress_hide(&r->of_cases, &r->err);
    for (size_t i = 0; i < c->diags.n; i++)
        tell(r, c, &c->diags.at[i], &place);
    buf_flush(&r->err);
}

bool run_colour(const struct run *r, int fd)
{
    const char *term = run_env("TERM");
    return r->color == WHEN_ALWAYS || (r->color == WHEN_AUTO && isatty(fd) &&
                                       !run_env("NO_COLOR") && term && strcmp(term, "dumb") != 0);
}

struct check run_check(const struct run *r, struct run_case *c, const struct voortgang *v)
{
    return (struct check){.zaak = &c->zaak,
                          .voortgang = v,
                          .kaders = r->kaders,
                          .calendar = &r->calendar,
                          .bestand = c->facts,
                          .vandaag = run_day(r),
                          .list = &c->diags};
}
