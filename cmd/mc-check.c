/* mc-check: judges case files against the meldcode. */
#include "check/regels.h"
#include "check/report.h"
#include "check/report_kader.h"
#include "check/uitleg.h"
#include "run.h"

#include <unistd.h>

static const char usage[] = N_("usage: mc-check [OPTION...] [FILE|FOLDER|-]...\n"
                               "Judges case files against the meldcode.\n");

enum { FAIL_LEVEL = 1, EXPLAIN = 10, LIST_RULES };

static const struct run_option options[] = {
    {'s', "severity", "NIVEAU", N_("show nothing below it: advies, waarschuwing, fout")},
    [FAIL_LEVEL] = {0, "fail-level", "NIVEAU", N_("exit 1 from here on (waarschuwing; or nooit)")},
    {'f', "format", "FORMAT", N_("text (default), json, jsonl, csv, tap")},
    {'C', "only", "CODE,...", N_("these codes alone, or what begins so: MC5")},
    {'X', "except", "CODE,...", N_("not these codes")},
    {'l', "files-with-findings", NULL, N_("names of files with findings")},
    {'L', "files-without-findings", NULL, N_("names of files without findings")},
    {'c', "count", NULL, N_("the number of findings of each file")},
    {'q', "quiet", NULL, N_("nothing but the exit status")},
    {'j', "jobs", "N", N_("judge so many files at once (as many as processors)")},
    [EXPLAIN] = {0, "explain", "CODE,...", N_("why, the norm, an example, how to mend it")},
    [LIST_RULES] = {0, "list-rules", NULL, N_("list the rules: code, niveau, term, source")},
    FILES_OPTIONS,
    TERMINAL_OPTIONS,
    COMMON_OPTIONS,
};

enum { OPTIONS = sizeof options / sizeof *options, NEVER = NIVEAU_FOUT + 1, JOBS_MOST = 1024 };

/* What is printed: the findings, or something a file. One of them is 'l', 'L', 'c' or 'q'. */
enum { FINDINGS = 0 };

struct codes {
    struct str *at;
    size_t n, cap;
};

struct judging {
    enum niveau severity; /* the least that is shown */
    struct walk kaders;   /* operands that are frameworks, each once */
    int fail_level;       /* an enum niveau, or NEVER */
    int mode;
    bool formaat_given, list_rules;
    struct codes only, except, explain;
    struct report report;
    struct report_telling telling;
    long of_file; /* findings of the present file */
};

/* ---- options ---- */

/* The level that a word names; -1 after a message. */
static int read_level(struct run *r, const char *option, const char *word, bool never)
{
    struct nearest n = nearest_make(str_of(word));
    for (int level = NIVEAU_ADVIES; level <= NIVEAU_FOUT; level++) {
        if (str_eq_fold(str_of(word), str_of(niveau_woord((enum niveau)level))))
            return level;
        nearest_try(&n, (struct naam){niveau_woord((enum niveau)level)});
    }
    if (never && str_eq_fold(str_of(word), STR("nooit")))
        return NEVER;
    if (nearest_found(&n).tekst)
        run_say(r, EXIT_USAGE, _("%s: unknown level %s (did you mean %s?)"), option, word,
                nearest_found(&n).tekst);
    else
        run_say(r, EXIT_USAGE, _("%s takes advies, waarschuwing or fout%s"), option,
                never ? _(", or nooit") : "");
    return -1;
}

static void read_formaat(struct run *r, struct judging *j, const char *word)
{
    static const char *const names[] = {
        [REPORT_TEXT] = "text", [REPORT_JSON] = "json", [REPORT_JSONL] = "jsonl",
        [REPORT_CSV] = "csv",   [REPORT_TAP] = "tap",
    };
    struct nearest n = nearest_make(str_of(word));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        nearest_try(&n, (struct naam){names[i]});
        if (str_eq_fold(str_of(word), str_of(names[i]))) {
            j->report.formaat = (enum report_formaat)i;
            j->formaat_given = true;
            return;
        }
    }
    if (nearest_found(&n).tekst)
        run_say(r, EXIT_USAGE, _("unknown format %s (did you mean %s?)"), word,
                nearest_found(&n).tekst);
    else
        run_say(r, EXIT_USAGE, _("unknown format %s; there are text, json, jsonl, csv and tap"),
                word);
}

/* Does a code begin with one of the list. */
static bool listed(const struct codes *list, enum code code)
{
    struct code_text text = code_text(code);
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].n < sizeof text.p &&
            str_eq_fold((struct str){text.p, list->at[i].n}, list->at[i]))
            return true;
    return false;
}

/* Says that no code begins with `word`, and which one was perhaps meant: of those as near one of
 * the same hundred. */
static void unknown_code(struct run *r, const char *option, struct str word)
{
    enum { HUNDRED = sizeof "MC5" - 1, ROUNDS = 2 };
    struct nearest n = nearest_make(word);
    struct str hundred = {word.p, word.n < HUNDRED ? word.n : HUNDRED};
    for (int i = 0; i < ROUNDS * regel_count; i++) {
        const struct regel *rule = &regels[i % regel_count];
        if (i < regel_count && !listed(&(struct codes){.at = &hundred, .n = 1}, rule->code))
            continue;
        struct code_text *text = arena_new(&r->scratch, struct code_text, 1);
        *text = code_text(rule->code);
        nearest_try(&n, (struct naam){text->p});
    }
    if (nearest_found(&n).tekst)
        run_say(r, EXIT_USAGE, _("%s: no code begins with %.*s (did you mean %s?)"), option,
                (int)word.n, word.p, nearest_found(&n).tekst);
    else
        run_say(r, EXIT_USAGE, _("%s: no code begins with %.*s; --list-rules shows them"), option,
                (int)word.n, word.p);
}

static void read_codes(struct run *r, const char *option, const char *words, struct codes *list)
{
    struct str rest = str_of(words);
    do {
        struct str word = str_trim(str_cut(rest, ',', &rest));
        bool known = false;
        for (int i = 0; i < regel_count && word.n; i++)
            known = known || listed(&(struct codes){.at = &word, .n = 1}, regels[i].code);
        if (!known)
            unknown_code(r, option, word);
        *arena_push(&r->arena, list) = word;
    } while (rest.p);
}

static void read_jobs(struct run *r, const char *argument)
{
    long jobs = str_number(str_of(argument));
    if (jobs < 1 || jobs > JOBS_MOST)
        run_say(r, EXIT_USAGE, _("--jobs takes a number from 1 to %d"), JOBS_MOST);
    else
        r->jobs = (int)jobs;
}

static void take_option(struct run *r, struct judging *j, int opt, const char *argument, bool *done)
{
    switch (opt) {
    case 's':
        j->severity = (enum niveau)read_level(r, "--severity", argument, false);
        break;
    case RUN_LONG + FAIL_LEVEL:
        j->fail_level = read_level(r, "--fail-level", argument, true);
        break;
    case 'f':
        read_formaat(r, j, argument);
        break;
    case 'C':
        read_codes(r, "--only", argument, &j->only);
        break;
    case 'X':
        read_codes(r, "--except", argument, &j->except);
        break;
    case RUN_LONG + EXPLAIN:
        read_codes(r, "--explain", argument, &j->explain);
        break;
    case 'l':
    case 'L':
    case 'c':
    case 'q':
        if (j->mode != FINDINGS && j->mode != opt)
            run_say(r, EXIT_USAGE, _("-l, -L, -c and -q exclude each other"));
        j->mode = opt;
        break;
    case 'j':
        read_jobs(r, argument);
        break;
    case RUN_LONG + LIST_RULES:
        j->list_rules = true;
        break;
    default:
        run_common_option(r, opt, argument, options, OPTIONS, usage, done);
    }
}

/* Tells of each code that was asked for once, in the order of the table. */
static void explain(struct run *r, const struct codes *asked)
{
    bool first = true;
    for (int i = 0; i < regel_count; i++) {
        if (!listed(asked, regels[i].code))
            continue;
        buf_text(&r->out, first ? "" : "\n\n");
        uitleg_schrijf(&r->out, &regels[i]);
        first = false;
    }
}

/* ---- judging ---- */

/* Without these nothing can be said of a case: they are not to be left out. */
static bool always(const struct diag *d)
{
    return d->code == MC001 || d->code == MC002 || d->code == MC003 || d->code == MC017 ||
           code_van_lezen(d);
}

static bool selected(const struct judging *j, const struct diag *d)
{
    return always(d) ||
           ((j->only.n == 0 || listed(&j->only, d->code)) && !listed(&j->except, d->code));
}

static void count(struct judging *j, enum niveau level)
{
    j->telling.fout += level == NIVEAU_FOUT;
    j->telling.waarschuwing += level == NIVEAU_WAARSCHUWING;
    j->telling.advies += level == NIVEAU_ADVIES;
    j->of_file++;
}

static void judge(const struct run *r, struct run_case *c)
{
    struct voortgang v = {0};
    struct check check = run_check(r, c, &v);
    c->found = (struct diags){.arena = c->arena};
    c->excepted = (struct diags){.arena = c->arena};
    for (size_t i = 0; i < c->diags.n; i++)
        diag_add(&c->found, c->diags.at[i]);
    check.list = &c->found;
    check.uitgezonderd = &c->excepted;
    if (c->zaak.leesbaar)
        v = voortgang_of(&c->zaak, r->kaders, &r->calendar, check.vandaag, c->arena);
    check_zaak(&check, 0);
}

/* Tells the findings of a case; false when one of them fails the run. */
static bool tell(struct run *r, const struct run_case *c, struct judging *j)
{
    bool good = true;
    for (size_t i = 0; i < c->found.n; i++) {
        const struct diag *d = &c->found.at[i];
        enum niveau level = diag_niveau(d);
        if (level < j->severity || !selected(j, d))
            continue;
        count(j, level);
        good = good && (int)level < j->fail_level;
        if (j->mode == FINDINGS)
            report_finding(&j->report, c->bestand, d, &c->zaak);
    }
    if (!good)
        run_status(r, EXIT_FINDINGS);
    return good;
}

static void use(struct run *r, struct run_case *c, void *context)
{
    struct judging *j = context;
    bool whole_file = c->zaak.bytes.n == 0; /* a finding about the file, not about a case */
    j->telling.onleesbaar += !c->zaak.leesbaar && !whole_file;
    bool good = tell(r, c, j);
    for (size_t i = 0; i < c->excepted.n; i++) {
        const struct diag *d = &c->excepted.at[i];
        if (diag_niveau(d) < j->severity || !selected(j, d))
            continue;
        j->telling.uitgezonderd++;
        if (j->mode == FINDINGS)
            report_excepted(&j->report, c->bestand, d, &c->zaak);
    }
    if (j->mode == FINDINGS && !whole_file)
        report_case(&j->report, c->bestand, &c->zaak, good && c->zaak.leesbaar);
}

/* What -l, -L and -c print of a file. */
static void file_end(struct run *r, const char *bestand, bool read, void *context)
{
    struct judging *j = context;
    bool named = (j->mode == 'l' && j->of_file > 0) || (j->mode == 'L' && j->of_file == 0 && read);
    if (named && r->null) {
        buf_text(&r->out, bestand);
        buf_byte(&r->out, '\0');
    } else if (named || (j->mode == 'c' && read)) {
        report_path(&r->out, bestand);
        if (j->mode == 'c') {
            buf_byte(&r->out, ':');
            buf_number(&r->out, j->of_file);
        }
        buf_byte(&r->out, '\n');
    }
    j->of_file = 0;
}

/* ---- frameworks ---- */

/* Is a finding of a framework shown and counted; *good: it does not fail the run. */
static bool count_kader(struct judging *j, enum niveau level, bool *good)
{
    struct report_kaders *t = &j->telling.kaders;
    if (level < j->severity)
        return false;
    t->fout += level == NIVEAU_FOUT;
    t->waarschuwing += level == NIVEAU_WAARSCHUWING;
    t->advies += level == NIVEAU_ADVIES;
    j->of_file++;
    *good = *good && (int)level < j->fail_level;
    return j->mode == FINDINGS;
}

/* Tells what is wrong with a framework; false when something in it fails the run. */
static bool tell_kader(struct judging *j, const char *bestand, const struct kader *k)
{
    bool good = true;
    for (size_t i = 0; i < k->bevindingen.n; i++)
        if (count_kader(j, diag_niveau(&k->bevindingen.at[i]), &good))
            report_kader_diag(&j->report, bestand, &k->bevindingen.at[i]);
    for (size_t i = 0; i < k->fout_count; i++)
        if (count_kader(j, NIVEAU_FOUT, &good))
            report_kader_fault(&j->report, bestand, k, &k->fouten[i]);
    return good;
}

static void look_at_kader(struct run *r, struct judging *j, const struct walk_file *f)
{
    const struct kader *k = kaders_file(r->kaders, f->path);
    bool good = tell_kader(j, f->path, k);
    if (f->problem == WALK_SPECIAL)
        run_say_file(r, EXIT_INPUT, f->path, _("is a pipe, device or socket, no file"));
    else if (k->toestand == KADER_ONTBREEKT)
        run_say_file(r, EXIT_INPUT, f->path,
                     _("a framework's file is called NAME.kader, NAME of a-z, 0-9 and -"));
    else if (k->error)
        run_say_file(r, EXIT_INPUT, f->path, "%s", strerror(k->error));
    bool readable = k->toestand == KADER_GOED || k->toestand == KADER_NIET_BEWEZEN;
    j->telling.kaders.kaders++;
    j->telling.kaders.bewezen += k->toestand == KADER_GOED;
    j->telling.kaders.onleesbaar += !readable;
    run_status(r, !readable ? EXIT_INPUT : good ? EXIT_FINE : EXIT_FINDINGS);
    if (j->mode == FINDINGS)
        report_file(&j->report, f->path, 1, good && readable);
    else
        file_end(r, f->path, k->toestand != KADER_ONTBREEKT && !k->error, j);
    arena_reset(&r->scratch);
}

/* ---- the run ---- */

/* One line each, the same in every language: they are read by programs too. */
static void say_counts(struct run *r, const struct report_telling *t)
{
    if (t->kaders.kaders)
        run_say(r, EXIT_FINE,
                "kaders=%ld bewezen=%ld fout=%ld waarschuwing=%ld advies=%ld onleesbaar=%ld",
                t->kaders.kaders, t->kaders.bewezen, t->kaders.fout, t->kaders.waarschuwing,
                t->kaders.advies, t->kaders.onleesbaar);
    run_say(r, EXIT_FINE,
            "zaken=%ld fout=%ld waarschuwing=%ld advies=%ld uitgezonderd=%ld onleesbaar=%ld",
            t->zaken, t->fout, t->waarschuwing, t->advies, t->uitgezonderd, t->onleesbaar);
}

static void check(struct run *r, struct judging *j)
{
    j->report.vandaag = run_day(r);
    j->report.colour = run_colour(r, STDOUT_FILENO);
    j->report.show_text = r->show_text;
    for (size_t i = 0; i < r->kader_files.n; i++)
        walk_add(&j->kaders, &r->arena, r->kader_files.at[i]);
    run_seal(r);
    if (j->mode == FINDINGS)
        report_begin(&j->report);
    else
        r->file_end = file_end;
    for (size_t i = 0; i < j->kaders.n; i++)
        look_at_kader(r, j, &j->kaders.at[i]);
    run_cases(r, judge, use, j);
    j->telling.zaken = r->zaken;
    if (j->mode == FINDINGS)
        report_end(&j->report, &j->telling);
    if (r->verbose)
        say_counts(r, &j->telling);
}

int main(int argc, char **argv)
{
    struct run r;
    run_start(&r, "mc-check");
    r.jobs = 0;
    struct judging j = {.severity = NIVEAU_ADVIES, .fail_level = NIVEAU_WAARSCHUWING};
    j.report = (struct report){.out = &r.out, .arena = &r.arena, .scratch = &r.scratch};
    bool done = false;
    const char *argument;
    int opt;
    while ((opt = run_getopt(&r, argc, argv, options, OPTIONS, &argument)) != -1)
        take_option(&r, &j, opt, argument, &done);
    if (j.mode != FINDINGS && j.formaat_given)
        run_say(&r, EXIT_USAGE, _("-l, -L, -c and -q do not go with --format"));
    if (!done && r.status == EXIT_FINE && j.explain.n) {
        explain(&r, &j.explain);
        done = true;
    }
    if (!done && r.status == EXIT_FINE && j.list_rules) {
        report_rules(&r.out, &r.scratch, j.report.formaat == REPORT_JSON);
        done = true;
    }
    if (!done && r.status == EXIT_FINE)
        run_operands(&r, argc, argv);
    if (!done && r.status < EXIT_USAGE)
        check(&r, &j);
    return run_end(&r);
}
