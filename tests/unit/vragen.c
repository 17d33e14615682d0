/* The questions of a framework, one by one: without a terminal. */
#include "import/vragen.h"

#include "import/entry.h"
#include "zaak/hoofd.h"

#include "shipped.h"

#include <stdio.h>

static struct kaders *ks;
static const struct calendar calendar = CALENDAR_DEFAULT;

static struct zaak read_case(struct str bytes)
{
    struct diags list = {.arena = &a};
    struct rec_reader reader = rec_reader_over(bytes, STR("Zaak:"));
    struct rec_unit u;
    struct zaak z;
    assert_int_equal(rec_next(&reader, &a, &u, &list), 1);
    assert_true(zaak_read(&u, &a, DAY_NONE, &z, &list, 0));
    assert_true(z.leesbaar);
    return z;
}

#define HEADER(kader)                                                                              \
    "Zaak: a\nFormaat: 1\nKader: " kader "\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n"          \
    "Persoon: kind1\nRol: kind\n\nPersoon: kind2\nRol: kind\n\n"
#define SIGNAAL                                                                                    \
    "Signaal: 1\nDatum: 2026-11-19\nBetreft: kind1\nBron: waarneming\nFeit: Een blauwe plek.\n\n"

struct dialogue {
    struct vragen_over over;
    struct zaak zaak;
    struct voortgang voortgang;
    struct vragen *v;
    struct buf shown; /* what was shown last */
    enum vragen_stand stand;
};

/* Begins on the 24th of November. */
static void begin(struct dialogue *d, const char *bytes, const char *herzien)
{
    *d = (struct dialogue){.zaak = read_case(str_of(bytes)), .shown = buf_in(&a)};
    ks = shipped_kaders();
    assert_true(date_read_day(STR("2026-11-24"), &d->over.dag));
    d->over.kader =
        kader_op(kaders_find(ks, hoofd_tekst(&d->zaak, Zaak_Kader, DAY_NONE)), d->over.dag);
    assert_non_null(d->over.kader);
    d->voortgang = voortgang_of(&d->zaak, ks, &calendar, d->over.dag, &a);
    d->over.voortgang = &d->voortgang;
    d->over.herziet = herzien ? zaak_zoek(&d->zaak, S_Weging, str_of(herzien)) : NULL;
    d->v = vragen_start(&d->over, &a, &d->shown);
}

static void type(struct dialogue *d, const char *line)
{
    d->shown.n = 0;
    d->stand = vragen_take(d->v, str_of(line), &d->shown);
}

static bool shows(const struct dialogue *d, const char *text)
{
    return memmem(d->shown.p, d->shown.n, text, strlen(text)) != NULL;
}

#define assert_shows(d, text)                                                                      \
    do {                                                                                           \
        if (!shows(d, text))                                                                       \
            fail_msg("not shown: %s\n%.*s", text, (int)(d)->shown.n, (d)->shown.p);                \
    } while (0)

static struct str written(const struct dialogue *d)
{
    struct buf b = buf_in(&a);
    vragen_write(d->v, &b);
    return buf_all(&b);
}

static void assert_written(const struct dialogue *d, const char *text)
{
    struct str got = written(d);
    assert_string_equal(arena_cstr(&a, got), text);
}

/* ---- every answer ---- */

/* The answer that what was written gives to a question. */
static enum antwoord answer_in(struct str text, int n)
{
    char name[32];
    snprintf(name, sizeof name, "Vraag%d: ", n);
    for (struct str rest = text; rest.n;) {
        struct str line = str_cut(rest, '\n', &rest);
        for (enum antwoord x = ANTWOORD_JA; x < ANTWOORDEN; x++)
            if (str_starts(line, str_of(name)) && str_is(str_from(line, 8), antwoord_woord(x)))
                return x;
    }
    return ANTWOORD_GEEN;
}

/* Types the answers as they are asked for, up to the last question. */
static void answer_all(struct dialogue *d, const enum antwoord answers[VRAGEN_MAX + 1])
{
    static const char *const words[] = {"", "ja", "nee", "twijfel", "onbekend"};
    int guard = 0;
    while (!shows(d, "Record it?")) {
        const char *line = "";
        for (int n = 1; n <= VRAGEN_MAX; n++) {
            char name[32];
            snprintf(name, sizeof name, "\nQuestion %d", n);
            if (shows(d, name))
                line = words[answers[n]];
        }
        assert_false(shows(d, "\nQuestion 8"));
        type(d, line);
        assert_true(guard++ < 60);
    }
}

static void outcome_is_that_of_the_path(const char *bytes)
{
    for (int code = 0; code < 5 * 5 * 5 * 5 * 5; code++) {
        enum antwoord answers[VRAGEN_MAX + 1] = {0};
        for (int n = 1, rest = code; n <= 5; n++, rest /= 5)
            answers[n] = (enum antwoord)(rest % 5);
        struct dialogue d;
        begin(&d, bytes, NULL);
        answer_all(&d, answers);
        struct pad p = kader_pad(d.over.kader, answers);
        char outcome[40];
        snprintf(outcome, sizeof outcome, "\nOutcome: %s\n", uitkomst_woord(p.uitkomst));
        assert_shows(&d, outcome);
        assert_int_equal(shows(&d, "Still open"), p.open != 0);
        assert_int_equal(shows(&d, "Meldnorm"), p.normen != 0);
        struct str text = written(&d);
        for (int n = 1; n <= 5; n++)
            assert_int_equal(answer_in(text, n), pad_langs(&p, n) ? answers[n] : ANTWOORD_GEEN);
        arena_reset(&a);
    }
}

static void every_answer_to_what_is_shipped_gives_the_outcome_of_its_path(void **state)
{
    (void)state;
    outcome_is_that_of_the_path(HEADER("basis") SIGNAAL);
    outcome_is_that_of_the_path(HEADER("jeugd-en-gezin") SIGNAAL);
    outcome_is_that_of_the_path(HEADER("onderwijs") SIGNAAL);
}

/* ---- whatever is typed ---- */

static void an_input_of_mc_step(struct str text)
{
    struct diags list = {.arena = &a};
    struct import_entry e = import_entry_make(&soorten.kinds[S_Weging], &a);
    size_t records = import_entry_input(&e, text, &list);
    assert_true(records <= 1);
    if (!e.label_given)
        e.label = STR("2");
    import_entry_bind(&e, &list);
    for (size_t i = 0; i < list.n; i++)
        fail_msg("%s in\n%.*s", code_text(list.at[i].code).p, (int)text.n, text.p);
}

/* What is written is an entry at any moment, each answer asks for something, and back there is a
 * way. */
static void whatever_is_typed_what_is_written_is_an_entry(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "",       "",     "ja",   "ja",    "nee",   "j",      "n",           "twijfel",
        "t",      "o",    "open", "?",     "-",     "kind1",  "kind2",       "iedereen",
        "1",      "alle", "geen", "a",     "beide", "Tekst.", "# x",         "+ x",
        "\\",     "   ",  "\xff", "\x1b[", "x: y",  "Vraag1", "kind1,kind2", "acuut en structureel",
        "- punt", "\t"};
    static const char *const cases[] = {
        HEADER("basis") SIGNAAL,
        HEADER("onderwijs") "Signaal: 1\nDatum: 2026-11-19\nBetreft: kind1\nBetreft: kind2\nBron: "
                            "waarneming\nFeit: x\nDisclosure: ja\n\n",
        HEADER("jeugd-en-gezin"),
        HEADER("basis") SIGNAAL "Weging: 1\nDatum: 2026-11-20\nBetreft: kind1\nVraag1: ja\n"
                                "Motivering1: x\nVraag2: ja\nAard: acuut\nX_Eigen: y\n\n"};
    uint64_t seed = 20261124;
    for (int round = 0; round < 4000; round++) {
        struct dialogue d;
        begin(&d, cases[round % 4], round % 8 == 7 ? "1" : NULL);
        for (int i = 0; i < 60 && d.stand == VRAGEN_VRAAGT; i++) {
            type(&d, lines[next(&seed, sizeof lines / sizeof *lines)]);
            assert_int_equal(rec_forbidden(buf_all(&d.shown)), d.shown.n);
            if (d.stand == VRAGEN_VRAAGT)
                assert_int_equal(d.shown.p[d.shown.n - 1], ' ');
            an_input_of_mc_step(written(&d));
        }
        for (int i = 0; i < 100 && d.stand == VRAGEN_VRAAGT && !shows(&d, "the first question");
             i++)
            type(&d, "-");
        assert_true(d.stand != VRAGEN_VRAAGT || shows(&d, "the first question"));
        arena_reset(&a);
    }
}

static void a_line_that_cannot_stand_in_a_file_changes_nothing(void **state)
{
    (void)state;
    static const char *const lines[] = {"\xff",     "ja\x01", "a\xe2\x80\xae",
                                        "\xc2\x85", "ja\r",   "\xed\xa0\x80"};
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        type(&d, lines[i]);
        assert_shows(&d, "which no case may hold");
        assert_false(vragen_typed(d.v));
    }
    d.stand = vragen_take(d.v, (struct str){"j\0a", 3}, &d.shown);
    assert_false(vragen_typed(d.v));
    vragen_too_long(d.v, &d.shown);
    assert_false(vragen_typed(d.v));
    assert_written(&d, "Datum: 2026-11-24\n");
    type(&d, "ja");
    assert_true(vragen_typed(d.v));
}

static void a_reason_ends_before_it_is_larger_than_a_value_may_be(void **state)
{
    (void)state;
    struct dialogue d;
    char line[4001];
    memset(line, 'x', sizeof line - 1);
    line[3999] = '\\';
    line[4000] = '\0';
    begin(&d, HEADER("basis"), NULL);
    type(&d, "ja");
    int taken = 0;
    for (type(&d, line); !shows(&d, "No more fits"); type(&d, line))
        assert_true(taken++ < 100);
    assert_int_equal(taken, REC_VALUE_MAX / 4002);
    type(&d, "");
    struct diags list = {.arena = &a};
    struct rec_unit u;
    rec_read_loose(written(&d), &a, &u, &list);
    assert_int_equal(list.n, 0);
}

/* ---- for whom, and on what ---- */

static void one_person_or_none_is_not_asked_for(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    assert_shows(&d, "\nQuestion 1, Vermoeden\n");
    begin(&d, HEADER("basis") SIGNAAL, NULL);
    assert_shows(&d, "\nQuestion 1, Vermoeden\n");
    type(&d, "-");
    assert_shows(&d, "This is the first question.");
    /* Signals there are none: nothing to rest on. */
    begin(&d, HEADER("basis"), NULL);
    type(&d, "nee");
    type(&d, "");
    assert_shows(&d, "\nInstrument [geen]: ");
}

#define BASIS(more)                                                                                \
    HEADER("basis")                                                                                \
    SIGNAAL "Weging: 1\nDatum: 2026-11-20\nVraag1: ja\nMotivering1: x\nVraag2: ja\n"               \
            "Motivering2: y\n" more "\n"

static void what_is_built_on_brings_its_aard(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, BASIS("Aard: acuut\n"), NULL);
    assert_shows(&d, "Build on it (ja, nee) [nee]: ");
    type(&d, "ja");
    type(&d, "");
    assert_shows(&d, "Question 2");
    type(&d, "");
    /* No reason and no Aard are asked for what was taken over. */
    assert_shows(&d, "Together (ja, nee) [nee]: ");
    assert_written(&d, "Datum: 2026-11-24\nBouwt_op: 1\n");
    type(&d, "-");
    type(&d, "ja"); /* said once more, it is an answer of its own */
    type(&d, "");
    assert_shows(&d, "Unsafety (acuut, structureel, beide): ");
    type(&d, "s");
    assert_written(&d, "Datum: 2026-11-24\nBouwt_op: 1\nVraag2: ja\nAard: structureel\n");
    /* One without Aard does not. */
    begin(&d, BASIS(""), NULL);
    type(&d, "ja");
    type(&d, "");
    type(&d, "");
    assert_shows(&d, "Unsafety (acuut, structureel, beide): ");
}

static void nothing_is_built_on_what_is_not_about_all_of_them(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d,
          HEADER("basis") "Signaal: 1\nDatum: 2026-11-19\nBetreft: kind1\nBetreft: kind2\nBron: "
                          "waarneming\nFeit: x\n\nWeging: 1\nDatum: 2026-11-20\nBetreft: kind1\n"
                          "Vraag1: ja\n\nWeging: 2\nDatum: 2026-11-21\nBetreft: kind2\nVraag1: "
                          "nee\n\n",
          NULL);
    type(&d, "");
    assert_shows(&d, "\nQuestion 1");
    type(&d, "-");
    type(&d, "kind1");
    assert_shows(&d, "There is a weighing 1 of 2026-11-20");
    type(&d, "ja");
    assert_written(&d, "Datum: 2026-11-24\nBetreft: kind1\nBouwt_op: 1\n");
    /* For another person it is another one that it could build on, and it is asked anew. */
    type(&d, "-");
    type(&d, "-");
    type(&d, "kind2");
    assert_shows(&d, "There is a weighing 2 of 2026-11-21");
    assert_shows(&d, "Build on it (ja, nee) [nee]: ");
    assert_written(&d, "Datum: 2026-11-24\nBetreft: kind2\n");
}

static void what_is_no_longer_on_the_path_is_not_written(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    static const char *const lines[] = {"ja", "een", "",  "nee", "twee", "",  "nee", "drie",
                                        "",   "-",   "-", "-",   "-",    "-", "-"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        type(&d, lines[i]);
    assert_shows(&d, "\nQuestion 1");
    type(&d, "nee");
    assert_written(&d, "Datum: 2026-11-24\nVraag1: nee\nMotivering1: een\n");
    type(&d, "-");
    type(&d, "ja"); /* it is not forgotten either */
    assert_written(&d, "Datum: 2026-11-24\nVraag1: ja\nVraag2: nee\nVraag3: nee\nMotivering1: "
                       "een\nMotivering2: twee\nMotivering3: drie\n");
}

static void a_disclosure_that_was_reported_is_not_shown(void **state)
{
    (void)state;
    static const char *const reports[] = {"2026-11-18", "2026-11-19", "2026-11-23", "2026-11-25"};
    static const bool shown[] = {true, false, false, true};
    for (int i = 0; i < 4; i++) {
        struct buf b = buf_in(&a);
        struct dialogue d;
        buf_text(&b, HEADER("basis") SIGNAAL);
        b.n--;
        buf_text(&b, "Disclosure: ja\n\nMelding: 1\nDatum: ");
        buf_text(&b, reports[i]);
        buf_text(&b, "\nVeiligThuis: Noord\nOnveiligNu: x\nIngelicht: ja\n\n");
        buf_byte(&b, '\0');
        begin(&d, b.p, NULL);
        type(&d, "ja");
        type(&d, "");
        assert_shows(&d, "\nQuestion 2");
        assert_int_equal(shows(&d, "Signal 1 is a disclosure."), shown[i]);
    }
}

static void what_doubt_leads_to_does_not_depend_on_the_answer_given(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    static const char *const lines[] = {"ja", "", "ja", "-", "?"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        type(&d, lines[i]);
    assert_shows(&d, "twijfel, onbekend: the weighing stays undecided");
    static const char *const on[] = {"", "", "a", "ja", "?"};
    for (size_t i = 0; i < sizeof on / sizeof *on; i++)
        type(&d, on[i]);
    assert_shows(&d, "\nQuestion 3");
    assert_shows(&d, "twijfel, onbekend: this question stays open");
}

static void together_is_asked_when_a_question_follows(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    struct kader_versie k = *d.over.kader;
    k.vragen[2].rijen[ANTWOORD_JA].verder = VERDER_EINDE;
    d.over.kader = &k;
    d.v = vragen_start(&d.over, &a, &d.shown);
    static const char *const lines[] = {"ja", "", "ja", "", "acuut"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        type(&d, lines[i]);
    assert_shows(&d, "\nInstrument [geen]: ");
}

static void samen_is_written_when_something_was_weighed_so(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    static const char *const lines[] = {"ja", "", "ja", "", "b", "ja", ""};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        type(&d, lines[i]);
    assert_written(&d, "Datum: 2026-11-24\nVraag1: ja\nVraag2: ja\nVraag3:\nAard: acuut en "
                       "structureel\n");
    type(&d, "-");
    type(&d, "twijfel");
    assert_written(&d, "Datum: 2026-11-24\nVraag1: ja\nVraag2: ja\nVraag3: twijfel\nAard: acuut en "
                       "structureel\nSamen: Veilig Thuis\n");
}

static void what_is_typed_at_this_moment_is_written_too(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    type(&d, "nee");
    type(&d, "Een val,");
    type(&d, "door twee gezien.");
    assert_written(&d,
                   "Datum: 2026-11-24\nVraag1: nee\nMotivering1: Een val,\n+ door twee gezien.\n");
    type(&d, "");
    type(&d, "");
    type(&d, "Gebeld.");
    assert_written(&d,
                   "Datum: 2026-11-24\nVraag1: nee\nMotivering1: Een val,\n+ door twee gezien.\n"
                   "Toelichting: Gebeld.\n");
}

static void what_is_revised_keeps_what_is_not_asked(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d,
          BASIS("Bouwt_op: 7\nAard: onbekend\nAfschermen: ja\nX_Eigen: z\nVastgelegd: "
                "2026-11-20T09:00:00+01:00\nDoor: arts\n"),
          "1");
    assert_false(vragen_typed(d.v));
    assert_written(&d,
                   "Weging: 1\nDatum: 2026-11-20\nBouwt_op: 7\nVraag1: ja\nVraag2: ja\n"
                   "Motivering1: x\nMotivering2: y\nAard: onbekend\nAfschermen: ja\nX_Eigen: z\n");
}

/* ---- a framework that no proof has seen ---- */

static void a_framework_that_leads_back_ends(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    struct kader_versie k = *d.over.kader;
    k.vragen[2].rijen[ANTWOORD_NEE].verder = 1;
    k.vragen[3].rijen[ANTWOORD_JA].verder = 8;
    d.over.kader = &k;
    enum antwoord answers[VRAGEN_MAX + 1] = {0, ANTWOORD_JA, ANTWOORD_NEE};
    d.shown.n = 0;
    d.v = vragen_start(&d.over, &a, &d.shown);
    answer_all(&d, answers);
    assert_shows(&d, "Outcome: onbeslist");
    answers[2] = answers[3] = ANTWOORD_JA;
    d.shown.n = 0;
    d.v = vragen_start(&d.over, &a, &d.shown);
    answer_all(&d, answers);
    assert_shows(&d, "Outcome: melden");
}

/* ---- what belongs to a question ---- */

static void the_terms_of_a_question_are_those_whose_words_it_holds(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    struct kader_versie k = *d.over.kader;
    struct kader_begrip terms[] = {{.woord = STR("Dreiging van geweld"), .tekst = STR("een")},
                                   {.woord = STR("huis"), .tekst = STR("twee")},
                                   {.woord = STR("hulp"), .tekst = STR("drie")}};
    k.begrippen = terms;
    k.begrip_count = 3;
    d.over.kader = &k;
    d.v = vragen_start(&d.over, &a, &d.shown);
    type(&d, "?");
    assert_shows(&d, "  Dreiging van geweld: een\n");
    assert_false(shows(&d, "huis: twee")); /* part of a word */
    assert_false(shows(&d, "hulp: drie"));
    type(&d, "ja");
    type(&d, "");
    terms[0].woord = STR("ACUTE onveiligheid");
    type(&d, "?"); /* safety: all of them */
    assert_shows(&d, "ACUTE onveiligheid: een");
    assert_shows(&d, "huis: twee");
    terms[0].woord = STR("veilig verderplan");
    type(&d, "-");
    type(&d, "?"); /* none by name: all of them */
    assert_shows(&d, "veilig verderplan: een");
    assert_shows(&d, "huis: twee");
}

static void a_text_flows_and_its_paragraphs_stay(void **state)
{
    (void)state;
    struct dialogue d;
    begin(&d, HEADER("basis"), NULL);
    struct kader_versie k = *d.over.kader;
    k.vragen[1].toelichting = STR("een\ntwee \n\n  drie\n\n\nvier\n");
    k.vragen[1].herkomst.tekst_status = STR("basistekst");
    d.over.kader = &k;
    d.v = vragen_start(&d.over, &a, &d.shown);
    assert_shows(&d, "kindermishandeling? (basistekst)\n");
    type(&d, "?");
    assert_shows(&d, "\neen twee\n\ndrie\n\nvier (basistekst)\n");
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, arena_fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_answer_to_what_is_shipped_gives_the_outcome_of_its_path),
        TEST(whatever_is_typed_what_is_written_is_an_entry),
        TEST(a_line_that_cannot_stand_in_a_file_changes_nothing),
        TEST(a_reason_ends_before_it_is_larger_than_a_value_may_be),
        TEST(one_person_or_none_is_not_asked_for),
        TEST(what_is_built_on_brings_its_aard),
        TEST(nothing_is_built_on_what_is_not_about_all_of_them),
        TEST(what_is_no_longer_on_the_path_is_not_written),
        TEST(a_disclosure_that_was_reported_is_not_shown),
        TEST(what_doubt_leads_to_does_not_depend_on_the_answer_given),
        TEST(together_is_asked_when_a_question_follows),
        TEST(samen_is_written_when_something_was_weighed_so),
        TEST(what_is_typed_at_this_moment_is_written_too),
        TEST(what_is_revised_keeps_what_is_not_asked),
        TEST(a_framework_that_leads_back_ends),
        TEST(the_terms_of_a_question_are_those_whose_words_it_holds),
        TEST(a_text_flows_and_its_paragraphs_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
