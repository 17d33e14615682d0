/* mc-step: records one entry in a case. */
#include "step.h"
#include "step_begrip.h"
#include "step_next.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage[] =
    N_("usage: mc-step [OPTION...] KIND|STEP [CASE]\n"
       "Records one entry in a case file; without CASE a case goes from standard input\n"
       "to standard output with its new entry. STEP: 1 Signaal, 2 Overleg, 3 Gesprek,\n"
       "4 Weging, 5 Besluit. Text about people belongs in -i: -F is visible to others.\n");

enum { REVISE, DROP, WITHDRAW, WAIT, TEMPLATE, LIST, BEGRIP = 9, NEXT };

static const struct run_option options[] = {
    [REVISE] = {0, "revise", "LABEL", N_("replace that entry; what is not given is copied")},
    [DROP] = {0, "drop", "FIELD,...", N_("with --revise: leave these fields out")},
    [WITHDRAW] = {0, "withdraw", "REASON", N_("with --revise: the entry no longer counts")},
    [WAIT] = {0, "wait", "SECONDS", N_("wait for a locked case (5)")},
    [TEMPLATE] = {0, "template", "KIND", NULL},
    [LIST] = {0, "list", NULL, N_("print an empty entry, explained; print the kinds")},
    {'i', "input", "FILE", N_("the entry: lines `Name: value`; - is standard input")},
    {'F', "field", "NAME=VALUE", N_("a field, over what -i gives; may be repeated")},
    {'e', "edit", NULL, N_("type the entry in an editor, over what was given")},
    [BEGRIP] = {0, "begrip", NULL, NULL},
    [NEXT] = {0, "next", NULL, N_("explain words; what is to be done next in cases")},
    {'f', "format", "FORMAT", N_("with --next: text (default) or json")},
    FILES_OPTIONS,
    TERMINAL_OPTIONS,
    COMMON_OPTIONS,
};

enum { OPTIONS = sizeof options / sizeof *options };

/* ---- options ---- */

/* Seconds as a decimal number, at most a day. */
static bool read_seconds(const char *text, double *seconds)
{
    struct str fraction, whole = str_cut(str_of(text), '.', &fraction);
    *seconds = strtod(text, NULL);
    return str_number(whole) >= 0 && (!fraction.p || str_number(fraction) >= 0) &&
           *seconds <= 86400;
}

static void take_option(struct step *s, int opt, const char *argument, bool *done)
{
    switch (opt) {
    case 'i':
        s->input = s->source = argument;
        break;
    case 'F':
        *arena_push(&s->r->arena, &s->fields) = argument;
        if (!strchr(argument, '='))
            run_say(s->r, EXIT_USAGE, _("-F takes NAME=VALUE"));
        break;
    case 'e':
        s->edit = true;
        break;
    case RUN_LONG + REVISE:
        s->revise = argument;
        break;
    case RUN_LONG + DROP:
        s->drop = argument;
        break;
    case RUN_LONG + WITHDRAW:
        s->withdraw = argument;
        if (!*argument)
            run_say(s->r, EXIT_USAGE, _("--withdraw needs a reason"));
        break;
    case RUN_LONG + BEGRIP:
        s->begrip = true;
        break;
    case RUN_LONG + NEXT:
        s->next = true;
        break;
    case 'f':
        s->format_given = true;
        s->json = str_eq_fold(str_of(argument), STR("json"));
        if (!s->json && !str_eq_fold(str_of(argument), STR("text")))
            run_say(s->r, EXIT_USAGE, _("unknown format %s; there are text and json"), argument);
        break;
    case RUN_LONG + WAIT:
        s->wait_given = true;
        if (!read_seconds(argument, &s->wait))
            run_say(s->r, EXIT_USAGE, _("--wait takes a number of seconds"));
        break;
    case RUN_LONG + TEMPLATE:
        s->template = argument;
        break;
    case RUN_LONG + LIST:
        s->list = true;
        break;
    default:
        run_common_option(s->r, opt, argument, options, OPTIONS, usage, done);
    }
}

static void take_kind(struct step *s, const char *word)
{
    s->kind = import_kind(str_of(word));
    if (s->kind == &soorten.kinds[S_Zaak]) {
        run_say(s->r, EXIT_USAGE,
                _("a case is started by mc-new; its header is changed by a Wijziging"));
    } else if (!s->kind) {
        struct naam near = schema_nearest_kind(&soorten, str_of(word));
        if (str_ends(str_of(word), STR(".zaak")))
            run_say(s->r, EXIT_USAGE, _("%s is a case; the kind of entry stands before it"), word);
        else if (near.tekst)
            run_say(s->r, EXIT_USAGE, _("unknown kind %s (did you mean %s?)"), word, near.tekst);
        else
            run_say(s->r, EXIT_USAGE, _("unknown kind %s; zaak(5) lists them, steps are 1 to 5"),
                    word);
    }
}

/* Recording, --next and --begrip take different options. */
static void look_at_mode(struct step *s)
{
    struct run *r = s->r;
    bool recording = s->input || s->fields.n || s->revise || s->drop || s->withdraw ||
                     s->wait_given || s->list || s->template || s->edit;
    if (s->begrip && (recording || s->next))
        run_say(r, EXIT_USAGE, _("--begrip goes with words alone"));
    else if (s->next && recording)
        run_say(r, EXIT_USAGE, _("--next records nothing: it goes with cases alone"));
    else if (!s->next && (s->format_given || r->files_from || r->null || r->allow_empty ||
                          r->today != DAY_NONE || r->as_of != DAY_NONE))
        run_say(r, EXIT_USAGE,
                _("-f, --files-from, -0, --today, --as-of and --allow-empty go with --next"));
}

/* What is asked for when it is no entry; true when it was one of these. */
static bool print_lists(struct step *s, int operands)
{
    if (!s->list && !s->template)
        return false;
    if (operands || s->input || s->fields.n || (s->list && s->template))
        run_say(s->r, EXIT_USAGE, _("--list and --template stand alone"));
    else if (s->template)
        take_kind(s, s->template);
    if (s->r->status == EXIT_FINE && s->list)
        step_list(s->r);
    else if (s->r->status == EXIT_FINE)
        step_template(s->r, s->kind);
    return true;
}

static void look_at_options(struct step *s, int argc, char **argv)
{
    struct run *r = s->r;
    if (optind == argc || argc - optind > 2) {
        run_say(r, EXIT_USAGE, _("name the kind of entry or the step, and at most one case"));
        return;
    }
    take_kind(s, argv[optind]);
    if (argc - optind == 2 && strcmp(argv[optind + 1], "-") != 0)
        s->path = argv[optind + 1];
    bool given = s->input || s->fields.n || s->withdraw || s->drop;
    bool on_terminal = !given && s->path && isatty(STDIN_FILENO);
    s->ask = on_terminal && !s->edit && s->kind == &soorten.kinds[S_Weging];
    s->edit = s->edit || on_terminal;
    if (!given && !s->edit)
        run_say(r, EXIT_USAGE, _("give the entry with -i FILE or -F NAME=VALUE"));
    if ((s->drop || s->withdraw) && !s->revise)
        run_say(r, EXIT_USAGE, _("--drop and --withdraw go with --revise=LABEL"));
    if (!s->path && s->input && strcmp(s->input, "-") == 0)
        run_say(r, EXIT_USAGE, _("standard input cannot be both the entry and the case"));
    else if (!s->path && isatty(STDIN_FILENO))
        run_say(r, EXIT_USAGE, _("name a case, or give one on standard input"));
}

/* ---- the entry ---- */

static void open_input(struct step *s)
{
    if (s->path)
        s->path = run_case_path(s->r, s->path);
    s->input_fd = STDIN_FILENO;
    if (!s->input || strcmp(s->input, "-") == 0)
        return;
    s->input_fd = open(s->input, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (s->input_fd < 0)
        run_say_file(s->r, EXIT_INPUT, s->input, "%s", strerror(errno));
}

/* What must be at hand before the doors are closed: the input, and the child for the editor. */
static void open_files(struct step *s)
{
    open_input(s);
    if (!s->edit || s->r->status != EXIT_FINE)
        return;
    s->ask = s->ask && terminal_dialogue_find(&s->dialogue) == 0;
    if (s->ask)
        run_kaders(s->r);
    int error =
        terminal_prepare(&s->editor, &s->r->arena, terminal_editor_command(), s->path == NULL);
    if (error == ENXIO || error == ENOENT || error == ENOTTY)
        run_say(s->r, EXIT_USAGE,
                _("there is no terminal for the editor; give the entry with -i FILE"));
    else if (error)
        run_say(s->r, EXIT_INTERNAL, "%s", strerror(error));
}

static void add_entry(struct step *s)
{
    if (s->ask)
        step_vragen(s);
    else if (s->edit)
        step_edit(s);
    else if (!step_gather(s) || s->r->status != EXIT_FINE)
        step_refuse(s);
    else if (s->path)
        step_extend(s);
    else
        step_filter(s);
    bool refused = s->r->status != EXIT_FINE && s->stored == STORED_NOT;
    if (s->r->verbose)
        run_say(s->r, EXIT_FINE, "zaken=%ld geweigerd=%d", s->r->zaken, refused);
}

int main(int argc, char **argv)
{
    struct run r;
    run_start(&r, "mc-step");
    struct step s = {.r = &r, .wait = 5, .source = "-F", .diags = {.arena = &r.arena}};
    bool done = false;
    const char *argument;
    int opt;
    while ((opt = run_getopt(&r, argc, argv, options, OPTIONS, &argument)) != -1)
        take_option(&s, opt, argument, &done);
    if (!done)
        look_at_mode(&s);
    if (!done && r.status == EXIT_FINE && s.next) {
        step_next(&r, argc, argv, s.json);
        done = true;
    }
    if (!done && r.status == EXIT_FINE && s.begrip) {
        step_begrip(&r, argc, argv);
        done = true;
    }
    if (!done && r.status == EXIT_FINE)
        done = print_lists(&s, argc - optind);
    if (!done && r.status == EXIT_FINE)
        look_at_options(&s, argc, argv);
    if (!done && r.status == EXIT_FINE)
        open_files(&s);
    if (!done && r.status == EXIT_FINE) {
        run_seal(&r);
        add_entry(&s);
    }
    return run_end(&r);
}
