/* mc-check: judges case files against the meldcode. */
#include "check/regels.h"
#include "check/report.h"
#include "run.h"

static const char usage[] = N_("usage: mc-check [OPTION...] [FILE|FOLDER|-]...\n"
                               "Judges case files against the meldcode.\n");

static const struct run_option options[] = {
    {'s', "severity", "NIVEAU", N_("least that is shown: advies, waarschuwing or fout")},
    {0, "fail-level", "NIVEAU", N_("least that makes exit 1 (waarschuwing); or nooit")},
    COMMON_OPTIONS,
};

enum {
    OPTIONS = sizeof options / sizeof *options,
    FAIL_LEVEL = RUN_LONG + 1,
    NEVER = NIVEAU_FOUT + 1
};

struct judging {
    enum niveau severity; /* the least that is shown */
    int fail_level;       /* an enum niveau, or NEVER */
    long count[NIVEAU_FOUT + 1];
    long unreadable;
    day_no vandaag;
};

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

static void judge(struct run *r, struct run_case *c, struct judging *j)
{
    if (!c->zaak.leesbaar)
        j->unreadable += c->zaak.bytes.n > 0;
    struct voortgang v = {0};
    struct check check = {.zaak = &c->zaak,
                          .voortgang = &v,
                          .kaders = r->kaders,
                          .calendar = &r->calendar,
                          .bestand = c->facts,
                          .vandaag = j->vandaag,
                          .list = &c->diags};
    if (c->zaak.leesbaar)
        v = voortgang_of(&c->zaak, r->kaders, &r->calendar, j->vandaag, &r->scratch);
    check_zaak(&check, 0);
}

static void use(struct run *r, struct run_case *c, void *context)
{
    struct judging *j = context;
    judge(r, c, j);
    for (size_t i = 0; i < c->diags.n; i++) {
        const struct diag *d = &c->diags.at[i];
        enum niveau level = diag_niveau(d);
        if (level < j->severity)
            continue;
        j->count[level]++;
        if ((int)level >= j->fail_level)
            run_status(r, EXIT_FINDINGS);
        report_diag(&r->out, c->bestand, d, c->zaak.n ? &c->zaak : NULL);
    }
}

/* One line, the same in every language: it is read by programs too. */
static void say_counts(struct run *r, const struct judging *j)
{
    run_say(r, EXIT_FINE,
            "zaken=%ld fout=%ld waarschuwing=%ld advies=%ld uitgezonderd=0 onleesbaar=%ld",
            r->zaken, j->count[NIVEAU_FOUT], j->count[NIVEAU_WAARSCHUWING], j->count[NIVEAU_ADVIES],
            j->unreadable);
}

/* Frameworks are read, so that a broken one among the operands is not passed over in silence. */
static void look_at_kaders(struct run *r)
{
    for (size_t i = 0; i < r->kader_file_count; i++) {
        struct str path = str_of(r->kader_files[i]);
        const char *slash = memrchr(path.p, '/', path.n);
        struct str name = slash ? str_from(path, (size_t)(slash + 1 - path.p)) : path;
        name.n -= sizeof ".kader" - 1;
        const struct kader *k = kaders_find(r->kaders, name);
        if (k->toestand == KADER_ONLEESBAAR && k->error)
            run_say_file(r, EXIT_INPUT, r->kader_files[i], "%s", strerror(k->error));
        else if (k->toestand != KADER_GOED)
            run_say_file(r, EXIT_INPUT, r->kader_files[i], _("is no framework that can be read"));
    }
}

int main(int argc, char **argv)
{
    struct run r;
    run_start(&r, "mc-check");
    struct judging j = {.severity = NIVEAU_ADVIES, .fail_level = NIVEAU_WAARSCHUWING};
    bool done = false;
    const char *argument;
    int opt;
    while ((opt = run_getopt(&r, argc, argv, options, OPTIONS, &argument)) != -1) {
        if (opt == 's')
            j.severity = (enum niveau)read_level(&r, "--severity", argument, false);
        else if (opt == FAIL_LEVEL)
            j.fail_level = read_level(&r, "--fail-level", argument, true);
        else
            run_common_option(&r, opt, argument, options, OPTIONS, usage, &done);
    }
    if (!done && r.status == EXIT_FINE)
        run_operands(&r, argc, argv);
    if (!done && r.status == EXIT_FINE) {
        j.vandaag = run_day(&r);
        run_seal(&r);
        look_at_kaders(&r);
        run_cases(&r, use, &j);
        if (r.verbose)
            say_counts(&r, &j);
    }
    return run_end(&r);
}
