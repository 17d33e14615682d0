/* mc-new: starts a case, or takes over those of another program. */
#include "new.h"

static const char usage[] =
    N_("usage: mc-new [-d FOLDER] [-k KADER] [--id=ID] [-F NAME=VALUE]...\n"
       "       mc-new --from=zaak|json|jsonl|csv [-n] [-d FOLDER] [FILE|-]...\n"
       "Starts a case, or takes over cases from elsewhere: to standard output, or with\n"
       "-d to files FOLDER/YEAR/ID.zaak, whose paths are printed. What -F says is\n"
       "visible to others.\n");

enum { ID, FROM };

static const struct run_option options[] = {
    [ID] = {0, "id", "ID", N_("the id of the case, instead of one that is made")},
    [FROM] = {0, "from", "FORMAT", N_("take over cases: zaak, json, jsonl or csv")},
    {'d', "dir", "FOLDER", N_("make files there: FOLDER/YEAR/ID.zaak")},
    {'k', "kader", "KADER", N_("framework: a name, or a file NAME.kader ($MC_KADER)")},
    {'n', "dry-run", NULL, N_("with --from: all but write; print what would be made")},
    {'F', "field", "NAME=VALUE", N_("a field of Zaak; may be repeated")},
    {0, "allow-empty", NULL, N_("no case at all is fine")},
    {'v', "verbose", NULL, N_("say at the end how many cases were met and refused")},
    {'h', "help", NULL, N_("print this help")},
    {'V', "version", NULL, N_("print the version")},
};

enum { OPTIONS = sizeof options / sizeof *options };

/* ---- options ---- */

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
        m->from = new_format_find(m->r, argument);
        break;
    case 'n':
        m->dry_run = true;
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
    else if (!m->from && m->dry_run)
        run_say(m->r, EXIT_USAGE, _("-n goes with --from"));
    else if (m->from && m->from->fields && m->id)
        run_say(m->r, EXIT_USAGE, _("--id starts a case; every row of a sheet has its own id"));
    else if (m->from && !m->from->fields && (m->kader || m->id || m->fields.n))
        run_say(m->r, EXIT_USAGE,
                _("-k, -F and --id start a case, --from takes over cases: give one or the other"));
}

static void make(struct making *m, int argc, char **argv)
{
    if (m->dir)
        new_look_below(m);
    if (m->from)
        new_import(m, argc, argv);
    else
        new_start(m);
    if (m->r->verbose)
        run_say(m->r, EXIT_FINE, "zaken=%ld geweigerd=%ld", m->r->zaken, m->refused);
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
    if (!done && r.status == EXIT_FINE)
        make(&m, argc, argv);
    return run_end(&r);
}
