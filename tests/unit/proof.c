/* What no file can show of the proof of frameworks: numbers behind the words, what the reader keeps
 * out, and how long it takes. The properties themselves stand in tests/kader, a file each. */
#include "kader/proof.h"

#include "kader/records.h"
#include "unit.h"

#include <time.h>

static struct diags found;
static struct proof_faults faults;

static int fresh(void **state)
{
    arena_fresh(state);
    found = (struct diags){.arena = &a};
    faults = (struct proof_faults){.arena = &a};
    return 0;
}

static struct kader read_text(const char *text)
{
    struct rec_memory m = {str_of(text)};
    return kader_read(rec_from_memory(&m), STR("proef"), &a, &found);
}

#define HEAD                                                                                       \
    "Kader: proef\nVersie: 1\nGeldig: 2026-01-01\nTitel: t\nEigenaar: e\n"                         \
    "Tekst_status: letterlijk\nBron: b\n\n"
#define QUESTION(n, weegt, ongunstig)                                                              \
    "Vraag: " n "\nTekst: t\nWeegt: " weegt "\nOngunstig: " ongunstig "\n\n"
#define ANSWER(label, verder) "Antwoord: " label "\nVerder: " verder "\n\n"
#define SAYS(label, uitkomst, verder)                                                              \
    "Antwoord: " label "\nUitkomst: " uitkomst "\nVerder: " verder "\n\n"
#define REPORTS(label, verder)                                                                     \
    "Antwoord: " label "\nUitkomst: melden\nNorm: 1\nVerder: " verder "\n\n"
#define NORM "Meldnorm: 1\nTekst: t\n\n"

/* The suspicion that is reported when there is none, and asks on when there is. */
static const char WRONG_WAY[] =
    HEAD QUESTION("1", "vermoeden", "ja") ANSWER("1 ja", "2") REPORTS("1 nee", "einde")
        QUESTION("2", "hulp", "nee") SAYS("2 ja", "hulp", "einde") REPORTS("2 nee", "einde") NORM;

static void assert_path(const struct proof_path *path, const int *steps, int n)
{
    assert_int_equal(path->n, n);
    for (int i = 0; i < n; i++) {
        assert_int_equal(path->at[i].vraag, steps[2 * i]);
        assert_int_equal(path->at[i].antwoord, steps[2 * i + 1]);
    }
}

static void a_replaced_answer_comes_with_both_paths(void **state)
{
    (void)state;
    struct kader k = read_text(WRONG_WAY);
    kader_prove(&k, &faults);
    assert_int_equal(faults.n, 1);
    const struct proof_fault *f = &faults.at[0];
    assert_int_equal(f->k, K6);
    assert_int_equal(f->regel, 14);
    assert_int_equal(f->vraag, 1);
    assert_int_equal(f->antwoord, ANTWOORD_JA);
    assert_path(&f->path, (const int[]){1, ANTWOORD_NEE}, 1);
    assert_path(&f->other, (const int[]){1, ANTWOORD_JA, 2, ANTWOORD_JA}, 2);
    assert_int_equal(f->dag, DAY_NONE);
}

static void what_is_sound_is_no_fault_and_what_does_not_parse_has_none(void **state)
{
    (void)state;
    struct kader k = read_text(HEAD QUESTION("1", "veiligheid", "ja") REPORTS("1 ja", "einde")
                                   SAYS("1 nee", "afsluiten", "einde") NORM);
    kader_prove(&k, &faults);
    assert_int_equal(faults.n, 0);
    k = read_text("Kader: proef\nVersie 1\n\n");
    assert_int_equal(k.toestand, KADER_ONLEESBAAR);
    kader_prove(&k, &faults);
    assert_int_equal(faults.n, 0);
}

/* What the reader asks for is asked of a framework from elsewhere too. */
static void
a_framework_that_was_not_read_from_a_file_must_hold_all_that_the_reader_asks(void **state)
{
    (void)state;
    struct kader k = read_text(WRONG_WAY);
    struct kader_versie *v = &k.versies[0];
    const struct kader_versie whole = *v;
    const struct {
        struct str *text;
        int slot;
    } texts[] = {{&v->versie, Kader_Versie},
                 {&v->titel, Kader_Titel},
                 {&v->eigenaar, Kader_Eigenaar},
                 {&v->bron, Kader_Bron}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        faults.n = 0;
        *texts[i].text = (struct str){0};
        kader_prove(&k, &faults);
        assert_int_equal(faults.n, 2);
        assert_int_equal(faults.at[1].k, K8);
        assert_int_equal(faults.at[1].form, K8_ONTBREEKT);
        assert_int_equal(faults.at[1].soort, R_Kader);
        assert_int_equal(faults.at[1].slot, texts[i].slot);
        *v = whole;
    }
    faults.n = 0;
    v->geldig = DAY_NONE;
    kader_prove(&k, &faults);
    assert_int_equal(faults.at[1].slot, Kader_Geldig);
    *v = whole;
    faults.n = 0;
    v->naam = STR("ander");
    kader_prove(&k, &faults);
    assert_int_equal(faults.n, 2);
    assert_int_equal(faults.at[1].form, K8_NAAM);
}

/* Nine questions of four answers, one of them also open: 327,680 assignments. `report`: question 9
 * reports whatever its answer; else 3 to 9 report at nee alone. */
static const char *largest(bool report)
{
    static const char *const answers[] = {"ja", "nee", "twijfel", "onbekend"};
    struct buf b = buf_in(&a);
    buf_text(&b, HEAD);
    for (int n = 1; n <= 9; n++) {
        buf_text(&b, "Vraag: ");
        buf_number(&b, n);
        buf_text(&b, "\nTekst: t\nWeegt: ");
        buf_text(&b, n == 1 ? "vermoeden" : n == 2 ? "veiligheid" : n < 9 ? "hulp" : "resultaat");
        buf_text(&b, n <= 2 ? "\nOngunstig: ja\n\n" : "\nOngunstig: nee\n\n");
        for (int i = 0; i < 4; i++) {
            bool grave = n > 1 && i == (n == 2 ? 0 : 1);
            buf_text(&b, "Antwoord: ");
            buf_number(&b, n);
            buf_byte(&b, ' ');
            buf_text(&b, answers[i]);
            buf_text(&b, grave || (report && n == 9) ? "\nUitkomst: melden\nNorm: 1" : "");
            buf_text(&b, n == 8 && !grave ? "\nUitkomst: hulp" : "");
            buf_text(&b, n < 9 ? "\nVerder: " : "\nVerder: einde\n\n");
            if (n < 9)
                buf_number(&b, n + 1);
            buf_text(&b, n < 9 ? "\n\n" : "");
        }
    }
    buf_text(&b, NORM);
    buf_byte(&b, '\0');
    return b.p;
}

static double prove_ms(const struct kader *k)
{
    struct timespec from, to;
    faults.n = 0;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    kader_prove(k, &faults);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

/* 100 ms are the goal; here the sanitizers are in, which make it some ten times slower. */
static void nine_questions_of_four_answers_are_proved_at_once(void **state)
{
    (void)state;
    for (int report = 0; report < 2; report++) {
        struct kader k = read_text(largest(report));
        assert_int_equal(k.toestand, KADER_GOED);
        assert_true(prove_ms(&k) < 2000);
        assert_int_equal(faults.n, 0);
    }
}

static void a_fault_that_only_the_last_of_all_assignments_shows_is_found(void **state)
{
    (void)state;
    struct kader k = read_text(largest(false));
    struct kader_versie *v = &k.versies[0];
    /* Every answer but onbekend reports, and then nee of the last question does not. */
    for (int n = 1; n < 9; n++)
        for (int i = ANTWOORD_JA; i < ANTWOORD_ONBEKEND; i++) {
            v->vragen[n].rijen[i].uitkomst = UITKOMST_MELDEN;
            v->vragen[n].rijen[i].norm = 1;
        }
    kader_prove(&k, &faults);
    assert_int_equal(faults.n, 0);
    v->vragen[9].rijen[ANTWOORD_NEE].uitkomst = UITKOMST_VOLGEN;
    v->vragen[9].rijen[ANTWOORD_TWIJFEL].uitkomst = UITKOMST_MELDEN;
    v->vragen[9].rijen[ANTWOORD_TWIJFEL].norm = 1;
    kader_prove(&k, &faults);
    assert_int_equal(faults.n, 2);
    assert_int_equal(faults.at[0].k, K5);
    assert_int_equal(faults.at[0].path.n, 9);
    for (int i = 0; i < 8; i++)
        assert_int_equal(faults.at[0].path.at[i].antwoord, ANTWOORD_ONBEKEND);
    assert_int_equal(faults.at[1].k, K6);
    assert_int_equal(faults.at[1].path.at[8].antwoord, ANTWOORD_TWIJFEL);
    assert_int_equal(faults.at[1].other.at[8].antwoord, ANTWOORD_NEE);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_replaced_answer_comes_with_both_paths),
        TEST(what_is_sound_is_no_fault_and_what_does_not_parse_has_none),
        TEST(a_framework_that_was_not_read_from_a_file_must_hold_all_that_the_reader_asks),
        TEST(nine_questions_of_four_answers_are_proved_at_once),
        TEST(a_fault_that_only_the_last_of_all_assignments_shows_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
