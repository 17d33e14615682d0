/* A framework file becomes versions, or does not parse. */
#include "kader/kader.h"

#include "shipped.h"

#include "kader/records.h"

#include <errno.h>
#include <regex.h>
#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct diags found;

static int fresh(void **state)
{
    arena_fresh(state);
    found = (struct diags){.arena = &a};
    return 0;
}

static struct kader read_text(const char *text, const char *naam)
{
    struct rec_memory m = {str_of(text)};
    return kader_read(rec_from_memory(&m), str_of(naam), &a, &found);
}

static day_no day(const char *text)
{
    day_no number;
    assert_true(date_read_day(str_of(text), &number));
    return number;
}

static void assert_text(struct str got, const char *wanted)
{
    if (!str_is(got, wanted))
        fail_msg("%.*s is not %s", (int)got.n, got.p, wanted);
}

/* ---- a small framework, and what breaks it ---- */

static const char *const SMALL[] = {
    "Kader: proef",
    "Versie: 1",
    "Geldig: 2026-01-01",
    "Titel: Afwegingskader voor de proef",
    "Eigenaar: vereniging van proefnemers",
    "Tekst_status: letterlijk",
    "Bron: https://proef.example/kader",
    "",
    "Vraag: 1", /* line 9 */
    "Tekst: Heb ik een vermoeden?",
    "Weegt: vermoeden",
    "Ongunstig: ja",
    "",
    "Antwoord: 1 ja", /* 14 */
    "Uitkomst: melden",
    "Norm: 1",
    "Verder: einde",
    "",
    "Antwoord: 1 nee", /* 19 */
    "Uitkomst: afsluiten",
    "Verder: einde",
    "",
    "Meldnorm: 1", /* 23 */
    "Tekst: In alle gevallen.",
    "",
    "Begrip: onveilig", /* 26 */
    "Tekst: niet veilig",
    "",
};

/* The small framework with `with` in place of one line. */
static const char *small_with(unsigned line, const char *with)
{
    struct buf b = buf_in(&a);
    for (unsigned i = 0; i < COUNT(SMALL); i++) {
        buf_text(&b, i + 1 == line ? with : SMALL[i]);
        buf_byte(&b, '\n');
    }
    buf_byte(&b, '\0');
    return b.p;
}

struct row {
    const char *what;
    unsigned line; /* that is replaced */
    const char *with;
    enum code code;
    unsigned at; /* the line of the one finding */
};

#define QUESTION(label) "\nVraag: " label "\nTekst: Lukt het?\nWeegt: hulp\nOngunstig: nee\n"

static const struct row broken[] = {
    {"a line that is no field does not parse", 10, "Tekst:x", MC001, 10},
    {"a forbidden character does not parse", 10, "Tekst: \x07", MC002, 10},
    {"text before the first Kader does not parse", 1, "Titel: te vroeg\n\nKader: proef", MC003, 1},
    {"another kind before the first Kader does not parse", 1, "# noot\n\nVraag: 1\n\nKader: proef",
     MC003, 3},
    {"a label that is not the name of the file does not parse", 1, "Kader: basis", MC006, 1},
    {"a name that only begins as that of the file does not parse", 1, "Kader: proef2", MC006, 1},
    {"a framework without a name does not parse", 1, "Kader:", MC007, 1},
    {"a framework without a version does not parse", 2, "X_Versie: 1", MC007, 1},
    {"a framework with an empty title does not parse", 4, "Titel:", MC007, 4},
    {"a framework without an owner does not parse", 5, "X_Eigenaar: wij", MC007, 1},
    {"a framework without a source does not parse", 7, "X_Bron: geen", MC007, 1},
    {"a day that does not exist does not parse", 3, "Geldig: 2026-02-29", MC008, 3},
    {"an end that is no day does not parse", 3, "Geldig: 2026-01-01\nTot: 2026", MC008, 4},
    {"an end that is not known does not parse", 3, "Geldig: 2026-01-01\nTot: onbekend", MC008, 4},
    {"a status of wording outside its list does not parse", 6, "Tekst_status: eigen", MC006, 6},
    {"a disclosure outside its list does not parse", 7, "Bron: x\nOnthulling: ja", MC006, 8},
    {"a title given twice does not parse", 4, "Titel: een\nTitel: twee", MC010, 5},
    {"a line of Verplicht with an empty choice does not parse", 7, "Bron: x\nVerplicht: collega |",
     MC006, 8},
    {"a line of Verplicht that is broken off does not parse", 7,
     "Bron: x\nVerplicht: collega |\n+ Veilig Thuis", MC006, 8},
    {"a value over the limit does not parse", 10, NULL, MC017, 10},
    {"question 0 does not parse", 9, "Vraag: 0", MC006, 9},
    {"question 10 does not parse", 9, "Vraag: 10", MC006, 9},
    {"question 01 does not parse", 9, "Vraag: 01", MC006, 9},
    {"a question without a number does not parse", 9, "Vraag:", MC007, 9},
    {"a question number given twice does not parse", 13, QUESTION("1"), MC010, 14},
    {"a tenth question does not parse", 13,
     QUESTION("2") QUESTION("3") QUESTION("4") QUESTION("5") QUESTION("6") QUESTION("7")
         QUESTION("8") QUESTION("9") QUESTION("10"),
     MC006, 54},
    {"a question without its text does not parse", 10, "Kort: Vermoeden", MC007, 9},
    {"what a question weighs outside its list does not parse", 11, "Weegt: ernst", MC006, 11},
    {"a question that weighs nothing does not parse", 11, "Weegt:", MC007, 11},
    {"a question without its side of danger does not parse", 12, "Stap: 4", MC007, 9},
    {"doubt as the side of danger does not parse", 12, "Ongunstig: twijfel", MC006, 12},
    {"vermoeden weighed twice does not parse", 13,
     "\nVraag: 2\nTekst: En nu?\nWeegt: vermoeden\nOngunstig: ja\n", MC010, 16},
    {"an answer that is none does not parse", 14, "Antwoord: 1 misschien", MC006, 14},
    {"an answer in capitals does not parse", 14, "Antwoord: 1 Ja", MC006, 14},
    {"an answer to question 0 does not parse", 14, "Antwoord: 0 ja", MC006, 14},
    {"an answer to question 10 does not parse", 14, "Antwoord: 10 ja", MC006, 14},
    {"an answer without a question does not parse", 14, "Antwoord: ja", MC006, 14},
    {"an answer with two spaces does not parse", 14, "Antwoord: 1  ja", MC006, 14},
    {"an answer with something behind it does not parse", 14, "Antwoord: 1 ja ", MC006, 14},
    {"an answer without a label does not parse", 14, "Antwoord:", MC007, 14},
    {"an outcome outside its list does not parse", 15, "Uitkomst: onbeslist", MC006, 15},
    {"an outcome that is not known does not parse", 15, "Uitkomst: onbekend", MC006, 15},
    {"a norm that is no number does not parse", 16, "Norm: een", MC006, 16},
    {"a norm that is not known does not parse", 16, "Norm: onbekend", MC006, 16},
    {"norm 0 does not parse", 16, "Norm: 0", MC006, 16},
    {"norm 32 does not parse", 16, "Norm: 32", MC006, 16},
    {"a way on to question 0 does not parse", 17, "Verder: 0", MC006, 17},
    {"a way on to question 10 does not parse", 17, "Verder: 10", MC006, 17},
    {"a way on to the end in capitals does not parse", 17, "Verder: Einde", MC006, 17},
    {"a way on that is not known does not parse", 17, "Verder: onbekend", MC006, 17},
    {"an answer without a way on does not parse", 17, "Samen: Veilig Thuis", MC007, 14},
    {"weighed together with another does not parse", 16, "Samen: collega", MC006, 16},
    {"a norm with a name for a number does not parse", 23, "Meldnorm: acuut", MC006, 23},
    {"norm 32 of the file does not parse", 23, "Meldnorm: 32", MC006, 23},
    {"a norm of the file without a number does not parse", 23, "Meldnorm:", MC007, 23},
    {"a norm given twice does not parse", 25, "\nMeldnorm: 1\nTekst: Altijd.\n", MC010, 26},
    {"a word without the word does not parse", 26, "Begrip:", MC007, 26},
};

static const struct row harmless[] = {
    {"an unknown field is reported and no more", 10, "Tekst: Heb ik een vermoeden?\nErnst: groot",
     MC004, 11},
    {"an unknown kind is reported and no more", 25, "\nVoorbeeld: 1\nTekst: x\n", MC004, 26},
    {"CR LF is reported and no more", 10, "Tekst: Heb ik een vermoeden?\r", MC005, 10},
};

static const char *text_of(const struct row *r)
{
    if (r->with)
        return small_with(r->line, r->with);
    char *longest = arena_new(&a, char, REC_VALUE_MAX + 16);
    memcpy(longest, "Tekst: ", 7);
    memset(longest + 7, 'x', REC_VALUE_MAX + 1);
    return small_with(r->line, longest);
}

static void assert_only(const struct row *r)
{
    assert_int_equal(found.n, 1);
    assert_int_equal(found.at[0].code, r->code);
    assert_int_equal(found.at[0].regel, r->at);
}

static void is_broken(void **state)
{
    const struct row *r = *state;
    fresh(NULL);
    struct kader k = read_text(text_of(r), "proef");
    assert_only(r);
    assert_int_equal(k.toestand, KADER_ONLEESBAAR);
    assert_int_equal(k.versie_count, 0);
    assert_null(kader_op(&k, day("2026-06-01")));
    arena_done(NULL);
}

static void is_harmless(void **state)
{
    const struct row *r = *state;
    fresh(NULL);
    struct kader k = read_text(text_of(r), "proef");
    assert_only(r);
    assert_int_equal(k.toestand, KADER_GOED);
    assert_non_null(kader_op(&k, day("2026-06-01")));
    arena_done(NULL);
}

static void the_small_framework_parses(void **state)
{
    (void)state;
    struct kader k = read_text(small_with(0, ""), "proef");
    assert_int_equal(found.n, 0);
    assert_int_equal(k.toestand, KADER_GOED);
    assert_int_equal(k.versie_count, 1);
}

static void a_file_without_a_framework_does_not_parse(void **state)
{
    (void)state;
    const char *const texts[] = {"", "\n\n", "# alleen een noot\n"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        found.n = 0;
        struct kader k = read_text(texts[i], "proef");
        assert_int_equal(k.toestand, KADER_ONLEESBAAR);
        assert_int_equal(found.n, 1);
        assert_int_equal(found.at[0].code, MC003);
        assert_int_equal(found.at[0].regel, 1);
    }
}

static void each_version_is_read_though_one_does_not_parse(void **state)
{
    (void)state;
    struct buf b = buf_in(&a);
    buf_text(&b, small_with(10, "Tekst:x"));
    buf_text(&b, small_with(14, "Antwoord: 1 soms"));
    buf_byte(&b, '\0');
    struct kader k = read_text(b.p, "proef");
    assert_int_equal(k.toestand, KADER_ONLEESBAAR);
    assert_int_equal(found.n, 2);
    assert_int_equal(found.at[0].code, MC001);
    assert_int_equal(found.at[0].regel, 10);
    assert_int_equal(found.at[1].code, MC006);
    assert_int_equal(found.at[1].regel, COUNT(SMALL) + 14);
}

static void what_was_found_before_is_not_held_against_it(void **state)
{
    (void)state;
    read_text("geen kader\n", "eerder");
    assert_int_equal(found.n, 1);
    struct kader k = read_text(small_with(0, ""), "proef");
    assert_int_equal(found.n, 1);
    assert_int_equal(k.toestand, KADER_GOED);
}

static void hulp_and_aanvaarding_may_be_weighed_more_than_once(void **state)
{
    (void)state;
    const char *text = small_with(
        13, QUESTION("2") QUESTION("4") "\nVraag: 3\nTekst: Doen zij mee?\nWeegt: aanvaarding\n"
                                        "Ongunstig: nee\n"
                                        "\nVraag: 5\nTekst: En hij?\nWeegt: aanvaarding\n"
                                        "Ongunstig: nee\n");
    struct kader k = read_text(text, "proef");
    assert_int_equal(found.n, 0);
    assert_int_equal(k.toestand, KADER_GOED);
    assert_int_equal(kader_vraag_die_weegt(k.versies, WEEGT_HULP), 2);
    assert_int_equal(kader_vraag_die_weegt(k.versies, WEEGT_AANVAARDING), 3);
    assert_int_equal(kader_vraag_die_weegt(k.versies, WEEGT_RESULTAAT), 0);
}

static void a_question_that_is_weighed_once_is_refused_a_second_time(void **state)
{
    (void)state;
    const char *const once[] = {"vermoeden", "veiligheid", "resultaat"};
    for (size_t i = 0; i < COUNT(once); i++) {
        struct buf b = buf_in(&a);
        for (int n = 5; n <= 6; n++) {
            buf_text(&b, "\nVraag: ");
            buf_number(&b, n);
            buf_text(&b, "\nTekst: x\nOngunstig: ja\nWeegt: ");
            buf_text(&b, once[i]);
            buf_byte(&b, '\n');
        }
        buf_byte(&b, '\0');
        found.n = 0;
        struct kader k = read_text(small_with(13, b.p), "proef");
        assert_int_equal(k.toestand, KADER_ONLEESBAAR);
        assert_int_equal(found.n, i == 0 ? 2 : 1); /* the small one weighs vermoeden already */
        assert_int_equal(found.at[found.n - 1].code, MC010);
        assert_int_equal(found.at[found.n - 1].regel, 22);
        assert_string_equal(found.at[found.n - 1].veld.tekst, "Weegt");
    }
}

static void all_that_a_record_says_is_kept(void **state)
{
    (void)state;
    struct kader k = read_text("Kader: proef\n"
                               "Versie: 2\n"
                               "Geldig: 2026-01-01\n"
                               "Tot: 2026-12-31\n"
                               "Titel: Proef\n"
                               "Eigenaar: wij\n"
                               "Groep: artsen\n"
                               "Groep:\n"
                               "Groep: tandartsen\n"
                               "Tekst_status: basistekst\n"
                               "Bron: een\n"
                               "Bron: twee\n"
                               "+ en drie\n"
                               "Verplicht: collega | aandachtsfunctionaris |  Veilig Thuis \n"
                               "Verplicht: vertrouwensarts\n"
                               "Onthulling: acuut\n"
                               "Stap_titel: Onderzoek\n"
                               "\n"
                               "Antwoord: 3 twijfel\n"
                               "Tekst: Meld\n"
                               "Uitkomst: melden\n"
                               "Norm: 31\n"
                               "Verder: 9\n"
                               "Samen: Veilig Thuis\n"
                               "Tekst_status: samengevat\n"
                               "Bron: vier\n"
                               "\n"
                               "Vraag: 3\n"
                               "Kort: Veiligheid\n"
                               "Stap: 4\n"
                               "Tekst: Is het\n"
                               "+ veilig?\n"
                               "+\n"
                               "+ Nu?\n"
                               "Toelichting: Vraag het.\n"
                               "Deelvraag: Vandaag?\n"
                               "Deelvraag: Morgen?\n"
                               "Weegt: veiligheid\n"
                               "Ongunstig: nee\n"
                               "Tekst_status: letterlijk\n"
                               "Bron: vijf\n"
                               "\n"
                               "Meldnorm: 31\n"
                               "Tekst: Altijd.\n"
                               "Tekst_status: letterlijk\n"
                               "Bron: zes\n"
                               "\n"
                               "Begrip: acute onveiligheid\n"
                               "Tekst: Nu.\n"
                               "Tekst_status: basistekst\n"
                               "Bron: zeven\n"
                               "\n",
                               "proef");
    assert_int_equal(found.n, 0);
    assert_text(k.naam, "proef");
    assert_int_equal(k.versie_count, 1);
    const struct kader_versie *v = k.versies;
    assert_text(v->naam, "proef");
    assert_text(v->versie, "2");
    assert_text(v->titel, "Proef");
    assert_text(v->eigenaar, "wij");
    assert_int_equal(v->geldig, day("2026-01-01"));
    assert_int_equal(v->tot, day("2026-12-31"));
    assert_text(v->tekst_status, "basistekst");
    assert_text(v->bron, "een\ntwee en drie");
    assert_int_equal(v->groep_count, 2);
    assert_text(v->groepen[1], "tandartsen");
    assert_int_equal(v->stap_titel_count, 1);
    assert_text(v->stap_titels[0], "Onderzoek");
    assert_int_equal(v->verplicht_count, 2);
    assert_int_equal(v->verplicht[0].n, 3);
    assert_text(v->verplicht[0].met[0], "collega");
    assert_text(v->verplicht[0].met[1], "aandachtsfunctionaris");
    assert_text(v->verplicht[0].met[2], "Veilig Thuis");
    assert_int_equal(v->verplicht[1].n, 1);
    assert_text(v->verplicht[1].met[0], "vertrouwensarts");
    assert_true(v->onthulling_acuut);
    assert_int_equal(v->regel, 1);
    assert_int_equal(v->eerste, 3);

    const struct kader_vraag *q = &v->vragen[3];
    assert_true(q->is_er);
    assert_int_equal(q->nummer, 3);
    assert_text(q->kort, "Veiligheid");
    assert_text(q->stap, "4");
    assert_text(q->tekst, "Is het\nveilig?\n\nNu?");
    assert_text(q->toelichting, "Vraag het.");
    assert_int_equal(q->deelvraag_count, 2);
    assert_text(q->deelvragen[1], "Morgen?");
    assert_int_equal(q->weegt, WEEGT_VEILIGHEID);
    assert_int_equal(q->ongunstig, ANTWOORD_NEE);
    assert_text(q->herkomst.tekst_status, "letterlijk");
    assert_text(q->herkomst.bron, "vijf");
    assert_int_equal(q->regel, 28);

    const struct kader_rij *row = &q->rijen[ANTWOORD_TWIJFEL];
    assert_true(row->is_er);
    assert_text(row->tekst, "Meld");
    assert_int_equal(row->uitkomst, UITKOMST_MELDEN);
    assert_int_equal(row->norm, 31);
    assert_int_equal(row->verder, 9);
    assert_true(row->samen);
    assert_text(row->herkomst.tekst_status, "samengevat");
    assert_text(row->herkomst.bron, "vier");
    assert_int_equal(row->regel, 19);
    assert_int_equal(row->dubbel, 0);
    assert_false(q->rijen[ANTWOORD_JA].is_er);

    assert_int_equal(v->norm_count, 1);
    assert_int_equal(v->normen[0].nummer, 31);
    assert_text(v->normen[0].tekst, "Altijd.");
    assert_text(v->normen[0].herkomst.tekst_status, "letterlijk");
    assert_text(v->normen[0].herkomst.bron, "zes");
    assert_int_equal(v->normen[0].regel, 43);
    assert_int_equal(v->begrip_count, 1);
    assert_text(v->begrippen[0].woord, "acute onveiligheid");
    assert_text(v->begrippen[0].tekst, "Nu.");
    assert_text(v->begrippen[0].herkomst.tekst_status, "basistekst");
    assert_text(v->begrippen[0].herkomst.bron, "zeven");
    assert_int_equal(v->begrippen[0].regel, 48);
}

static void each_outcome_and_answer_is_read_as_itself(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum uitkomst uitkomst;
    } outcomes[] = {{"melden", UITKOMST_MELDEN},
                    {"hulp", UITKOMST_HULP},
                    {"volgen", UITKOMST_VOLGEN},
                    {"afsluiten", UITKOMST_AFSLUITEN}};
    static const char *const answers[] = {NULL, "ja", "nee", "twijfel", "onbekend"};
    for (size_t i = 0; i < COUNT(outcomes); i++) {
        for (int answer = ANTWOORD_JA; answer < ANTWOORDEN; answer++) {
            struct buf b = buf_in(&a);
            buf_text(&b, "\nAntwoord: 7 ");
            buf_text(&b, answers[answer]);
            buf_text(&b, "\nVerder: 3\nUitkomst: ");
            buf_text(&b, outcomes[i].word);
            buf_text(&b, "\n");
            buf_byte(&b, '\0');
            struct kader k = read_text(small_with(13, b.p), "proef");
            assert_int_equal(found.n, 0);
            for (int other = ANTWOORD_JA; other < ANTWOORDEN; other++)
                assert_int_equal(k.versies[0].vragen[7].rijen[other].is_er, other == answer);
            assert_int_equal(k.versies[0].vragen[7].rijen[answer].uitkomst, outcomes[i].uitkomst);
        }
        assert_string_equal(uitkomst_woord(outcomes[i].uitkomst), outcomes[i].word);
    }
    for (int answer = ANTWOORD_JA; answer < ANTWOORDEN; answer++)
        assert_string_equal(antwoord_woord((enum antwoord)answer), answers[answer]);
    assert_string_equal(uitkomst_woord(UITKOMST_ONBESLIST), "onbeslist");
    assert_null(uitkomst_woord(UITKOMST_GEEN));
    assert_null(antwoord_woord(ANTWOORD_GEEN));
}

static void what_the_proof_must_see_is_kept(void **state)
{
    (void)state;
    struct kader k = read_text(small_with(13, "\nAntwoord: 4 ja\nVerder: 8\n"
                                              "\nAntwoord: 1 ja\nUitkomst: hulp\nVerder: 4\n"),
                               "proef");
    assert_int_equal(found.n, 0);
    assert_int_equal(k.toestand, KADER_GOED);
    const struct kader_versie *v = k.versies;
    assert_false(v->vragen[4].is_er);
    assert_int_equal(v->vragen[4].rijen[ANTWOORD_JA].regel, 14);
    assert_int_equal(v->vragen[4].rijen[ANTWOORD_JA].verder, 8);
    assert_int_equal(v->vragen[1].rijen[ANTWOORD_JA].uitkomst, UITKOMST_HULP);
    assert_int_equal(v->vragen[1].rijen[ANTWOORD_JA].regel, 17);
    assert_int_equal(v->vragen[1].rijen[ANTWOORD_JA].dubbel, 21);
}

static void the_first_question_in_the_file_starts(void **state)
{
    (void)state;
    struct kader k = read_text(small_with(8, QUESTION("7")), "proef");
    assert_int_equal(k.toestand, KADER_GOED);
    assert_int_equal(k.versies[0].eerste, 7);
}

/* ---- versions ---- */

static void versie(struct buf *b, const char *number, const char *geldig, const char *tot)
{
    buf_text(b, "Kader: proef\nVersie: ");
    buf_text(b, number);
    buf_text(b, "\nTitel: x\nEigenaar: x\nTekst_status: letterlijk\nBron: x\nGeldig: ");
    buf_text(b, geldig);
    buf_text(b, tot ? "\nTot: " : "");
    buf_text(b, tot ? tot : "");
    buf_text(b, "\n\n");
}

static void a_day_has_the_version_in_force(void **state)
{
    (void)state;
    struct buf b = buf_in(&a);
    versie(&b, "1", "2019-01-01", "2022-12-31");
    versie(&b, "3", "2024-01-01", NULL);
    versie(&b, "2", "2023-02-01", "2024-01-31");
    buf_byte(&b, '\0');
    struct kader k = read_text(b.p, "proef");
    assert_int_equal(found.n, 0);
    assert_int_equal(k.versie_count, 3);
    static const struct {
        const char *day, *versie; /* NULL: none is in force */
    } rows[] = {
        {"2018-12-31", NULL}, {"2019-01-01", "1"},  {"2021-07-15", "1"},
        {"2022-12-31", "1"},  {"2023-01-01", NULL}, {"2023-01-31", NULL},
        {"2023-02-01", "2"},  {"2024-01-01", "2"}, /* two overlap: the last in the file */
        {"2024-01-31", "2"},  {"2024-02-01", "3"},  {"2199-12-31", "3"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct kader_versie *v = kader_op(&k, day(rows[i].day));
        if (rows[i].versie)
            assert_text(v->versie, rows[i].versie);
        else
            assert_null(v);
    }
    assert_null(kader_op(&k, DAY_NONE));
    assert_int_equal(k.versies[1].regel, 10);
}

/* ---- sources ---- */

struct slow {
    struct str rest;
    int error; /* errno at the end; 0: none */
};

static ssize_t slow_read(void *context, void *bytes, size_t n)
{
    struct slow *s = context;
    (void)n;
    if (s->rest.n == 0) {
        errno = s->error;
        return s->error ? -1 : 0;
    }
    *(char *)bytes = s->rest.p[0];
    s->rest = str_from(s->rest, 1);
    return 1;
}

static void reads_of_one_byte_give_the_same(void **state)
{
    (void)state;
    struct buf b = buf_in(&a);
    versie(&b, "1", "2019-01-01", "2022-12-31");
    buf_text(&b, small_with(13, QUESTION("9")));
    struct slow s = {.rest = buf_all(&b)};
    struct kader k = kader_read((struct rec_source){slow_read, &s}, STR("proef"), &a, &found);
    assert_int_equal(found.n, 0);
    assert_int_equal(k.versie_count, 2);
    assert_text(k.versies[0].versie, "1");
    assert_int_equal(k.versies[1].vragen[9].regel, 9 + 14);
    assert_text(k.versies[1].vragen[9].tekst, "Lukt het?");
}

static void a_read_error_is_no_end(void **state)
{
    (void)state;
    struct slow s = {.rest = str_of(small_with(0, "")), .error = EIO};
    struct kader k = kader_read((struct rec_source){slow_read, &s}, STR("proef"), &a, &found);
    assert_int_equal(k.toestand, KADER_ONLEESBAAR);
    assert_int_equal(k.error, EIO);
    assert_int_equal(k.versie_count, 0);
}

/* ---- the table ---- */

static void the_table_is_whole(void **state)
{
    (void)state;
    assert_int_equal(kader_records.kind_count, 5);
    assert_int_equal(kader_records.common_count, 0);
    for (int i = 0; i < kader_records.kind_count; i++) {
        const struct schema_kind *kind = &kader_records.kinds[i];
        assert_non_null(kind->meaning);
        for (short slot = 0; slot < kind->field_count; slot++) {
            const struct schema_field *f = &kind->fields[slot];
            assert_true(rec_name_valid(str_of(f->naam.tekst)));
            assert_non_null(f->type);
            assert_non_null(f->meaning);
            assert_int_equal(f->list != NULL, f->type == &type_closed);
        }
    }
}

/* What an editor is told by the pattern of a type is what the reader takes. */
static void patterns_take_what_the_reader_takes(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *field;
        const char *values[10];
    } rows[] = {
        {"Antwoord", "Norm", {"1", "9", "10", "31", "32", "0", "01", "", "1 ", "een"}},
        {"Antwoord", "Verder", {"1", "9", "0", "10", "einde", "Einde", "einde ", "x"}},
        {"Kader", "Verplicht", {"a", "a | b", "a|b", "a b", "|", "a | ", " | a", "a | | b", " "}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct schema_kind *kind = schema_kind(&kader_records, str_of(rows[i].kind));
        short slot = schema_slot(&kader_records, kind, str_of(rows[i].field));
        assert_true(slot >= 0);
        const struct schema_field *f = &kind->fields[slot];
        struct buf b = buf_in(&a);
        buf_text(&b, "^(");
        buf_text(&b, f->type->pattern);
        buf_text(&b, ")$");
        buf_byte(&b, '\0');
        regex_t pattern;
        assert_int_equal(regcomp(&pattern, b.p, REG_EXTENDED | REG_NOSUB), 0);
        for (size_t j = 0; j < COUNT(rows[i].values) && rows[i].values[j]; j++) {
            struct value v = {.text = str_of(rows[i].values[j])};
            bool taken = f->type->read(f, &v) == CODE_NONE;
            if (taken != (regexec(&pattern, rows[i].values[j], 0, NULL, 0) == 0))
                fail_msg("%s `%s`: the reader says %d", rows[i].field, rows[i].values[j], taken);
        }
        regfree(&pattern);
    }
}

static void names_are_held_to_their_grammar(void **state)
{
    (void)state;
    static const char *const good[] = {"basis", "jeugd-en-gezin", "0", "a-", "2a"};
    static const char *const bad[] = {"",       "-a", "Basis", "a_b", "a.b",   "../x", "a/b",
                                      "basis ", ".",  "a\n",   "é",   "a%00b", "~"};
    for (size_t i = 0; i < COUNT(good); i++)
        assert_true(kader_naam_valid(str_of(good[i])));
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(kader_naam_valid(str_of(bad[i])));
    char longest[KADER_NAAM_MAX + 1];
    memset(longest, 'a', sizeof longest);
    assert_true(kader_naam_valid((struct str){longest, KADER_NAAM_MAX}));
    assert_false(kader_naam_valid((struct str){longest, KADER_NAAM_MAX + 1}));
}

/* ---- what is shipped ---- */

static void basis_loads_as_it_is_shipped(void **state)
{
    (void)state;
    const struct kader *k = kaders_find(shipped_kaders(), STR("basis"));
    assert_int_equal(k->toestand, KADER_GOED);
    const struct kader_versie *v = kader_op(k, day("2026-11-23"));
    assert_non_null(v);
    assert_text(v->titel, "Voorbeeld-afwegingskader");
    assert_false(v->onthulling_acuut);
    assert_int_equal(v->verplicht_count, 1);
    assert_int_equal(v->verplicht[0].n, 3);
    assert_text(v->verplicht[0].met[2], "Veilig Thuis");
    assert_int_equal(v->eerste, 1);
    for (int n = 1; n <= VRAGEN_MAX; n++)
        assert_int_equal(v->vragen[n].is_er, n <= 5);
    assert_int_equal(v->norm_count, 3);
    assert_text(v->normen[2].herkomst.tekst_status, "samengevat");
    assert_true(v->vragen[2].rijen[ANTWOORD_JA].samen);
    assert_false(v->vragen[2].rijen[ANTWOORD_NEE].samen);
    assert_false(v->vragen[2].rijen[ANTWOORD_TWIJFEL].is_er);
    assert_null(kader_op(k, day("2018-12-31")));
}

static void jeugd_en_gezin_loads_as_it_is_shipped(void **state)
{
    (void)state;
    const struct kader *k = kaders_find(shipped_kaders(), STR("jeugd-en-gezin"));
    assert_int_equal(k->toestand, KADER_GOED);
    const struct kader_versie *v = kader_op(k, day("2026-11-23"));
    assert_non_null(v);
    assert_true(v->onthulling_acuut);
    static const char *const steps[] = {NULL, "4", "4", "5", "5", "5"};
    for (int n = 1; n <= 5; n++) {
        assert_text(v->vragen[n].stap, steps[n]);
        assert_int_equal(v->vragen[n].weegt, n);
        assert_int_equal(v->vragen[n].ongunstig, n <= 2 ? ANTWOORD_JA : ANTWOORD_NEE);
        assert_int_equal(kader_vraag_die_weegt(v, (enum weegt)n), n);
    }
    assert_int_equal(v->vragen[3].deelvraag_count, 5);
    assert_text(v->vragen[5].kort, "Duurzame veiligheid");
    assert_int_equal(v->norm_count, 3);
    assert_text(v->normen[0].herkomst.tekst_status, "basistekst");
}

/* ---- running ---- */

#define PLAIN(test) cmocka_unit_test_setup_teardown(test, fresh, arena_done)

int main(void)
{
    const struct CMUnitTest fixed[] = {
        PLAIN(the_small_framework_parses),
        PLAIN(a_file_without_a_framework_does_not_parse),
        PLAIN(each_version_is_read_though_one_does_not_parse),
        PLAIN(what_was_found_before_is_not_held_against_it),
        PLAIN(hulp_and_aanvaarding_may_be_weighed_more_than_once),
        PLAIN(a_question_that_is_weighed_once_is_refused_a_second_time),
        PLAIN(all_that_a_record_says_is_kept),
        PLAIN(each_outcome_and_answer_is_read_as_itself),
        PLAIN(what_the_proof_must_see_is_kept),
        PLAIN(the_first_question_in_the_file_starts),
        PLAIN(a_day_has_the_version_in_force),
        PLAIN(reads_of_one_byte_give_the_same),
        PLAIN(a_read_error_is_no_end),
        PLAIN(the_table_is_whole),
        PLAIN(patterns_take_what_the_reader_takes),
        PLAIN(names_are_held_to_their_grammar),
        PLAIN(basis_loads_as_it_is_shipped),
        PLAIN(jeugd_en_gezin_loads_as_it_is_shipped),
    };
    struct CMUnitTest tests[COUNT(fixed) + COUNT(broken) + COUNT(harmless)];
    size_t n = 0;
    for (size_t i = 0; i < COUNT(fixed); i++)
        tests[n++] = fixed[i];
    for (size_t i = 0; i < COUNT(broken); i++)
        tests[n++] = (struct CMUnitTest){.name = broken[i].what,
                                         .test_func = is_broken,
                                         .initial_state = (void *)(uintptr_t)&broken[i]};
    for (size_t i = 0; i < COUNT(harmless); i++)
        tests[n++] = (struct CMUnitTest){.name = harmless[i].what,
                                         .test_func = is_harmless,
                                         .initial_state = (void *)(uintptr_t)&harmless[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
