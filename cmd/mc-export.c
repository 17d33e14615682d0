/* mc-export: turns cases into what leaves, for one purpose and in one format. */
#include "export/export.h"
#include "export_dot.h"
#include "export_output.h"
#include "run.h"

#include <sys/ioctl.h>
#include <unistd.h>

static const char usage[] =
    N_("usage: mc-export [OPTION...] [FILE|FOLDER|-]...\n"
       "Writes cases to standard output, for a purpose (doel) and in a format.\n");

static const struct run_option options[] = {
    {'d', "doel", "DOEL", N_("the purpose: dossier (default), overzicht, afweging")},
    {'f', "format", "FORMAT", N_("text (default), json, jsonl, csv, rec, zaak; dot")},
    {'t', "table", "TABLE", N_("of csv: zaken (default), or a kind, as gesprek")},
    {'o', "output", "FILE|DIR", N_("write there; in a folder a file a case")},
    {0, "since", "JJJJ-MM-DD", N_("only what was recorded on that day or later")},
    {0, "stand", "WOORD", N_("of overzicht only the cases that stand there")},
    {0, "team", "TEXT", N_("of overzicht only the cases of that team")},
    {0, "no-formula-guard", NULL, N_("csv without ' before what looks like a formula")},
    {0, "width", "COLUMNS", N_("width of text (72, or that of the terminal)")},
    FILES_OPTIONS,
    TERMINAL_OPTIONS,
    COMMON_OPTIONS,
};

enum {
    OPTIONS = sizeof options / sizeof *options,
    SINCE = RUN_LONG + 4,
    CHOSEN_STAND,
    CHOSEN_TEAM,
    NO_GUARD,
    WIDTH,
    WIDTH_LEAST = 40,
    WIDTH_MOST = 1000,
    WIDTH_DEFAULT = 72,
};

struct exporting {
    const char *doel, *formaat, *tabel, *stand; /* as typed; NULL: the default */
    int width;                                  /* 0: not given */
    struct export x;
    struct output output;
    long unreadable;
};

/* ---- options ---- */

/* `what` says of what `typed` is no name; `names` are those that there are. */
static void say_unknown(struct run *r, const char *what, const char *typed,
                        const struct nearest *near, const struct buf *names)
{
    if (nearest_found(near).tekst)
        run_say(r, EXIT_USAGE, _("%s %s (did you mean %s?)"), what, typed,
                nearest_found(near).tekst);
    else
        run_say(r, EXIT_USAGE, _("%s %s; there is %.*s"), what, typed, (int)names->n, names->p);
}

static void add_name(struct buf *names, const char *name)
{
    buf_text(names, names->n ? ", " : "");
    buf_text(names, name);
}

static void choose_doel(struct run *r, struct exporting *e)
{
    e->x.doel = e->doel ? export_doel_van(str_of(e->doel)) : &export_doelen[0];
    if (e->x.doel)
        return;
    struct nearest near = nearest_make(str_of(e->doel));
    struct buf names = buf_in(&r->arena);
    for (const struct export_doel *d = export_doelen; d->naam; d++) {
        nearest_try(&near, (struct naam){d->naam});
        add_name(&names, d->naam);
    }
    say_unknown(r, _("--doel: unknown purpose"), e->doel, &near, &names);
}

static void choose_formaat(struct run *r, struct exporting *e)
{
    const struct export_doel *d = e->x.doel;
    e->x.formaat = e->formaat ? export_formaat_van(d, str_of(e->formaat)) : d->formaten[0];
    if (e->x.formaat)
        return;
    struct nearest near = nearest_make(str_of(e->formaat));
    struct buf names = buf_in(&r->arena);
    for (int i = 0; i < DOEL_FORMATEN && d->formaten[i]; i++) {
        nearest_try(&near, (struct naam){d->formaten[i]->naam});
        add_name(&names, d->formaten[i]->naam);
    }
    say_unknown(r, _("--format: unknown format"), e->formaat, &near, &names);
}

/* An option that was given, for a purpose or format that has no use for it. */
static void refuse_for_doel(struct run *r, bool given, const char *option, const char *doel)
{
    if (given)
        run_say(r, EXIT_USAGE, _("%s goes with --doel=%s alone"), option, doel);
}

static void choose_tabel(struct run *r, struct exporting *e)
{
    bool csv = strcmp(e->x.formaat->naam, "csv") == 0;
    if (!csv && e->tabel)
        run_say(r, EXIT_USAGE, _("%s goes with --format=csv alone"), "--table");
    if (!csv && e->x.ongemoeid)
        run_say(r, EXIT_USAGE, _("%s goes with --format=csv alone"), "--no-formula-guard");
    if (!csv || !e->tabel)
        return;
    if (!e->x.doel->tabellen) {
        refuse_for_doel(r, true, "--table", "dossier");
        return;
    }
    e->x.tabel = export_tabel_van(str_of(e->tabel));
    if (e->x.tabel >= 0)
        return;
    struct nearest near = nearest_make(str_of(e->tabel));
    struct buf names = buf_in(&r->arena);
    for (int i = 0; i < EXPORT_TABELLEN; i++) {
        const char *naam = export_tabel_naam(i, &r->arena);
        nearest_try(&near, (struct naam){naam});
        add_name(&names, naam);
    }
    say_unknown(r, _("--table: unknown table"), e->tabel, &near, &names);
}

static void choose_stand(struct run *r, struct exporting *e)
{
    e->x.stand = -1;
    if (!e->stand)
        return;
    struct nearest near = nearest_make(str_of(e->stand));
    struct buf names = buf_in(&r->arena);
    for (int s = 0; s < STANDEN; s++) {
        const char *woord = stand_woord((enum stand)s);
        if (str_eq_fold(str_of(woord), str_of(e->stand)))
            e->x.stand = s;
        nearest_try(&near, (struct naam){woord});
        add_name(&names, woord);
    }
    if (e->x.stand < 0)
        say_unknown(r, _("--stand: unknown word"), e->stand, &near, &names);
}

/* What chooses from cases or entries, or where they go, goes with a purpose that has them. */
static void check_choices(struct run *r, struct exporting *e)
{
    const struct export_doel *d = e->x.doel;
    refuse_for_doel(r, e->x.sinds != DAY_NONE && !d->sinds, "--since", "dossier");
    refuse_for_doel(r, e->stand && !d->kiest, "--stand", "overzicht");
    refuse_for_doel(r, e->x.team.p && !d->kiest, "--team", "overzicht");
    e->output.per_case = e->output.path && output_names_folder(e->output.path);
    if (e->output.per_case && d->samen)
        run_say(r, EXIT_USAGE, _("--doel=%s is one document of all cases: --output takes a file"),
                d->naam);
}

static void read_width(struct run *r, struct exporting *e, const char *argument)
{
    long width = str_number(str_of(argument));
    if (width < WIDTH_LEAST || width > WIDTH_MOST)
        run_say(r, EXIT_USAGE, _("--width takes a number of columns from %d to %d"), WIDTH_LEAST,
                WIDTH_MOST);
    else
        e->width = (int)width;
}

static void read_sinds(struct run *r, struct exporting *e, const char *argument)
{
    if (!date_read_day(str_of(argument), &e->x.sinds))
        run_say(r, EXIT_USAGE, _("%s takes a day: JJJJ-MM-DD"), "--since");
}

/* The width of the terminal that standard output is; else the default. */
static int terminal_width(void)
{
    struct winsize w;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) < 0 || w.ws_col == 0)
        return WIDTH_DEFAULT;
    return w.ws_col < WIDTH_LEAST ? WIDTH_LEAST : w.ws_col > WIDTH_MOST ? WIDTH_MOST : w.ws_col;
}

static void take_option(struct run *r, struct exporting *e, int opt, const char *argument,
                        bool *done)
{
    if (opt == 'd')
        e->doel = argument;
    else if (opt == 'f')
        e->formaat = argument;
    else if (opt == 't')
        e->tabel = argument;
    else if (opt == 'o')
        e->output.path = strcmp(argument, "-") == 0 ? NULL : argument;
    else if (opt == SINCE)
        read_sinds(r, e, argument);
    else if (opt == CHOSEN_STAND)
        e->stand = argument;
    else if (opt == CHOSEN_TEAM)
        e->x.team = str_of(argument);
    else if (opt == NO_GUARD)
        e->x.ongemoeid = true;
    else if (opt == WIDTH)
        read_width(r, e, argument);
    else
        run_common_option(r, opt, argument, options, OPTIONS, usage, done);
}

/* ---- frameworks ---- */

static bool wants_graph(const struct exporting *e)
{
    return e->formaat && str_eq_fold(str_of(e->formaat), STR("dot"));
}

/* A graph is of a framework: what is said about cases goes without it. */
static void check_graph(struct run *r, struct exporting *e)
{
    const struct {
        bool given;
        const char *option;
    } of_cases[] = {
        {e->doel, "--doel"},   {e->tabel, "--table"},   {e->x.sinds != DAY_NONE, "--since"},
        {e->stand, "--stand"}, {e->x.team.p, "--team"}, {e->x.ongemoeid, "--no-formula-guard"},
    };
    for (size_t i = 0; i < sizeof of_cases / sizeof *of_cases; i++)
        if (of_cases[i].given)
            run_say(r, EXIT_USAGE, _("--format=dot draws a framework: it goes without %s"),
                    of_cases[i].option);
    if (e->output.path && output_names_folder(e->output.path))
        run_say(r, EXIT_USAGE, _("--format=dot is one document: --output takes a file"));
}

/* ---- cases ---- */

static void use(struct run *r, struct run_case *c, void *context)
{
    struct exporting *e = context;
    if (!c->zaak.leesbaar) {
        e->unreadable += c->zaak.bytes.n > 0;
        run_unreadable(r, c);
        return;
    }
    struct output *o = &e->output;
    if (o->per_case && !output_case_begin(r, o, c))
        return;
    struct voortgang v = voortgang_of(&c->zaak, r->kaders, &r->calendar, run_day(r), &r->scratch);
    struct check check = run_check(r, c, &v);
    e->x.check = &check;
    if (o->per_case) {
        e->x.zaken = 0;
        export_begin(&e->x);
    }
    export_zaak(&e->x, &c->zaak, &v);
    if (o->per_case) {
        export_end(&e->x);
        output_case_end(r, o);
    }
}

/* -dossier.txt */
static const char *name_end(struct run *r, const struct export *x)
{
    struct buf b = buf_in(&r->arena);
    buf_byte(&b, '-');
    buf_text(&b, x->doel->naam);
    buf_byte(&b, '.');
    buf_text(&b, x->formaat->uitgang);
    buf_byte(&b, '\0');
    return b.p;
}

/* All cases in one output, or an output for each. */
static void export_cases(struct run *r, struct exporting *e)
{
    struct output *o = &e->output;
    if (!output_open(r, o, name_end(r, &e->x)))
        return;
    e->x.out = output_bytes(r, o);
    e->x.scratch = &r->scratch;
    e->x.arena = &r->arena;
    e->x.vandaag = run_day(r);
    e->x.kaders = r->kaders;
    e->x.width = e->width ? e->width : o->path ? WIDTH_DEFAULT : terminal_width();
    run_seal(r);
    if (!o->per_case)
        export_begin(&e->x);
    run_cases(r, NULL, use, e);
    if (!o->per_case)
        export_end(&e->x);
    /* Where no case was met, a file of before is not replaced by an empty one. */
    output_close(r, o, e->x.zaken > 0 || r->allow_empty);
    if (r->verbose)
        run_say(r, EXIT_FINE, "zaken=%ld onleesbaar=%ld", r->zaken, e->unreadable);
}

/* False after a message: nothing is to be exported. */
static bool choose(struct run *r, struct exporting *e)
{
    static void (*const choices[])(struct run *, struct exporting *) = {
        choose_doel, choose_formaat, choose_tabel, choose_stand, check_choices};
    for (size_t i = 0; i < sizeof choices / sizeof *choices && r->status == EXIT_FINE; i++)
        choices[i](r, e);
    return r->status == EXIT_FINE && e->x.doel && e->x.formaat;
}

int main(int argc, char **argv)
{
    struct run r;
    run_start(&r, "mc-export");
    struct exporting e = {.x.sinds = DAY_NONE};
    bool done = false;
    const char *argument;
    int opt;
    while ((opt = run_getopt(&r, argc, argv, options, OPTIONS, &argument)) != -1)
        take_option(&r, &e, opt, argument, &done);
    bool graph = wants_graph(&e);
    if (!done && graph)
        check_graph(&r, &e);
    bool chosen = !done && (graph ? r.status == EXIT_FINE : choose(&r, &e));
    if (chosen)
        run_operands(&r, argc, argv);
    if (chosen && r.status < EXIT_USAGE && graph)
        export_frameworks(&r, &e.output);
    else if (chosen && r.status < EXIT_USAGE)
        export_cases(&r, &e);
    return run_end(&r);
}
