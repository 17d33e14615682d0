#include "run.h"

#include "base/nearest.h"

#include <stdlib.h>

static const struct run_option *find(const struct run_option *options, size_t count, int opt)
{
    for (size_t i = 0; i < count; i++)
        if (opt == options[i].letter || opt == RUN_LONG + (int)i)
            return &options[i];
    return NULL;
}

/* A long name, its dashes included, that getopt_long could not place. */
static void wrong_name(struct run *r, struct str name, const struct run_option *options,
                       size_t count)
{
    struct str typed = str_from(name, 2);
    struct nearest n = nearest_make(typed);
    int begin_so = 0;
    for (size_t i = 0; i < count; i++) {
        if (!options[i].name)
            continue;
        begin_so += str_starts(str_of(options[i].name), typed);
        nearest_try(&n, (struct naam){options[i].name});
    }
    if (begin_so > 1)
        run_say(r, EXIT_USAGE, _("%.*s may mean several options; write it in full"), (int)name.n,
                name.p);
    else if (nearest_found(&n).tekst)
        run_say(r, EXIT_USAGE, _("unknown option %.*s (did you mean --%s?)"), (int)name.n, name.p,
                nearest_found(&n).tekst);
    else
        run_say(r, EXIT_USAGE, _("unknown option %.*s; --help lists what there is"), (int)name.n,
                name.p);
}

/* What was typed came from the command line, and so may be repeated. */
static void wrong_option(struct run *r, int opt, const char *typed,
                         const struct run_option *options, size_t count)
{
    if (opt == ':' || (optopt && find(options, count, optopt))) {
        const struct run_option *o = find(options, count, optopt);
        if (o && o->argument)
            run_say(r, EXIT_USAGE, _("%s needs %s"), typed, o->argument);
        else
            run_say(r, EXIT_USAGE, _("%s takes no value"), typed);
        return;
    }
    struct str rest, name = str_cut(str_of(typed), '=', &rest);
    if (str_starts(name, STR("--")))
        wrong_name(r, name, options, count);
    else
        run_say(r, EXIT_USAGE, _("unknown option -%c; --help lists what there is"), optopt);
}

int run_getopt(struct run *r, int argc, char **argv, const struct run_option *options, size_t count,
               const char **argument)
{
    struct option *longs = arena_new(&r->scratch, struct option, count + 1);
    struct buf letters = buf_in(&r->scratch);
    size_t n = 0;
    buf_byte(&letters, ':');
    for (size_t i = 0; i < count; i++) {
        const struct run_option *o = &options[i];
        if (o->letter) {
            buf_byte(&letters, o->letter);
            if (o->argument)
                buf_byte(&letters, ':');
        }
        if (o->name)
            longs[n++] = (struct option){o->name, o->argument ? required_argument : no_argument,
                                         NULL, o->letter ? o->letter : RUN_LONG + (int)i};
    }
    buf_byte(&letters, '\0');
    opterr = 0;
    int at = optind ? optind : 1;
    int opt = getopt_long(argc, argv, letters.p, longs, NULL);
    *argument = optarg;
    if (opt == '?' || opt == ':') {
        wrong_option(r, opt, argv[optind > at ? optind - 1 : at], options, count);
        opt = '?';
    }
    return opt;
}

static void print_option(struct buf *out, const struct run_option *o, bool first)
{
    if (o->letter) {
        buf_byte(out, '-');
        buf_byte(out, o->letter);
        buf_text(out, o->name ? ", " : "");
    } else if (first) {
        buf_text(out, "    ");
    }
    if (o->name) {
        buf_text(out, "--");
        buf_text(out, o->name);
    }
    if (o->argument) {
        buf_byte(out, o->name ? '=' : ' ');
        buf_text(out, o->argument);
    }
}

static void print_help(struct run *r, const struct run_option *options, size_t count,
                       const char *usage)
{
    enum { COLUMN = 28 };
    buf_text(&r->out, _(usage));
    buf_byte(&r->out, '\n');
    for (size_t i = 0; i < count; i++) {
        size_t start = r->out.n;
        buf_text(&r->out, "  ");
        print_option(&r->out, &options[i], true);
        for (; !options[i].help; i++) {
            buf_text(&r->out, "; ");
            print_option(&r->out, &options[i + 1], false);
        }
        size_t width = r->out.n - start;
        buf_fill(&r->out, ' ', width < COLUMN - 1 ? COLUMN - width : 2);
        buf_text(&r->out, _(options[i].help));
        buf_byte(&r->out, '\n');
    }
}

/* auto, always or never. */
static void read_when(struct run *r, const char *option, const char *argument, enum when *when)
{
    static const char *const words[] = {
        [WHEN_AUTO] = "auto", [WHEN_ALWAYS] = "always", [WHEN_NEVER] = "never"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_eq_fold(str_of(argument), str_of(words[i]))) {
            *when = (enum when)i;
            return;
        }
    }
    run_say(r, EXIT_USAGE, _("%s takes auto, always or never"), option);
}

static void read_day(struct run *r, const char *option, const char *argument, day_no *day)
{
    if (!date_read_day(str_of(argument), day))
        run_say(r, EXIT_USAGE, _("%s takes a day: JJJJ-MM-DD"), option);
}

bool run_common_option(struct run *r, int opt, const char *argument,
                       const struct run_option *options, size_t count, const char *usage,
                       bool *done)
{
    const struct run_option *o = find(options, count, opt);
    if (!o || !o->name)
        return false;
    struct str name = str_of(o->name);
    if (str_is(name, "today")) {
        read_day(r, "--today", argument, &r->today);
    } else if (str_is(name, "as-of")) {
        read_day(r, "--as-of", argument, &r->as_of);
    } else if (str_is(name, "allow-empty")) {
        r->allow_empty = true;
    } else if (str_is(name, "files-from")) {
        r->files_from = argument;
    } else if (str_is(name, "null")) {
        r->null = true;
    } else if (str_is(name, "show-text")) {
        r->show_text = true;
    } else if (str_is(name, "color")) {
        read_when(r, "--color", argument, &r->color);
    } else if (str_is(name, "progress")) {
        read_when(r, "--progress", argument, &r->progress);
    } else if (str_is(name, "verbose")) {
        r->verbose = true;
    } else if (str_is(name, "help")) {
        print_help(r, options, count, usage);
        *done = true;
    } else if (str_is(name, "version")) {
        buf_text(&r->out, r->program);
        buf_text(&r->out, " (meldcode-tools) " MC_VERSION "\n");
        *done = true;
    } else {
        return false;
    }
    return true;
}

day_no run_day(const struct run *r)
{
    return r->today != DAY_NONE ? r->today : r->as_of != DAY_NONE ? r->as_of : r->clock_day;
}
