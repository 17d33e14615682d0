/* Why not otherwise: held against every other assignment of answers, one by one. */
#include "kader/waaromniet.h"

#include "shipped.h"

#include <stdio.h>

/* ---- by brute force ---- */

enum { ASKED = 5, ASSIGNMENTS = 5 * 5 * 5 * 5 * 5 }; /* each question one of ANTWOORDEN */

static void spread(int number, enum antwoord answer[VRAGEN_MAX + 1])
{
    memset(answer, 0, (VRAGEN_MAX + 1) * sizeof *answer);
    for (int n = 1; n <= ASKED; n++, number /= ANTWOORDEN)
        answer[n] = (enum antwoord)(number % ANTWOORDEN);
}

static int gather(const enum antwoord answer[VRAGEN_MAX + 1])
{
    int number = 0;
    for (int n = ASKED; n >= 1; n--)
        number = number * ANTWOORDEN + (int)answer[n];
    return number;
}

/* How many answers differ; -1: one of them is no answer that leads on, so that it is no change. */
static int difference(const struct kader_versie *k, int from, int to)
{
    int size = 0;
    for (int n = 1; n <= ASKED; n++, from /= ANTWOORDEN, to /= ANTWOORDEN) {
        if (from % ANTWOORDEN == to % ANTWOORDEN)
            continue;
        if (!k->vragen[n].rijen[to % ANTWOORDEN].is_er)
            return -1;
        size++;
    }
    return size;
}

struct outcomes {
    struct pad pad[ASSIGNMENTS];
};

static struct outcomes *all_outcomes(const struct kader_versie *k)
{
    struct outcomes *o = arena_new(&a, struct outcomes, 1);
    for (int i = 0; i < ASSIGNMENTS; i++) {
        enum antwoord answer[VRAGEN_MAX + 1];
        spread(i, answer);
        o->pad[i] = kader_pad(k, answer);
    }
    return o;
}

/* Is `given` with the change this other assignment, with all that is told of it. */
static void assert_told(const struct outcomes *o, int given, const struct anders *x, int *to)
{
    enum antwoord answer[VRAGEN_MAX + 1];
    spread(given, answer);
    for (int i = 0; i < x->n; i++) {
        assert_true(answer[x->vraag[i]] != x->antwoord[i]);
        answer[x->vraag[i]] = x->antwoord[i];
        assert_true(pad_langs(&x->pad, x->vraag[i])); /* only what matters */
    }
    *to = gather(answer);
    assert_memory_equal(&x->pad, &o->pad[*to], sizeof x->pad);
    assert_true(x->pad.uitkomst != o->pad[given].uitkomst);
}

static void assert_complete(const struct kader_versie *k, const struct outcomes *o, int given)
{
    enum antwoord answer[VRAGEN_MAX + 1];
    static unsigned char wanted[ASSIGNMENTS];
    int least = VRAGEN_MAX + 1;
    size_t count = 0;
    for (int to = 0; to < ASSIGNMENTS; to++) {
        int size = difference(k, given, to);
        bool other = size > 0 && o->pad[to].uitkomst != o->pad[given].uitkomst;
        wanted[to] = other ? (unsigned char)size : 0;
        if (other && size < least)
            least = size;
    }
    for (int to = 0; to < ASSIGNMENTS; to++)
        count += wanted[to] == least;
    spread(given, answer);
    struct waaromniet w = waaromniet(k, answer, &a);
    if (w.n != count)
        fail_msg("assignment %d: %zu changes of size %d, and not %zu", given, w.n, least, count);
    for (size_t i = 0; i < w.n; i++) {
        int to;
        assert_int_equal(w.at[i].n, least);
        assert_told(o, given, &w.at[i], &to);
        assert_int_equal(wanted[to], least);
        wanted[to] = 0; /* each once */
    }
}

static void assert_framework(const struct kader_versie *k)
{
    struct outcomes *o = all_outcomes(k);
    for (int given = 0; given < ASSIGNMENTS; given++)
        assert_complete(k, o, given);
}

static void every_answer_to_every_shipped_framework(void **state)
{
    (void)state;
    struct kaders *ks = shipped_kaders();
    struct buf names = buf_in(&a);
    kaders_names(ks, &names);
    int seen = 0;
    for (struct str rest = buf_all(&names), name; rest.n; seen++) {
        name = str_cut(rest, ',', &rest);
        const struct kader_versie *k = shipped_version(ks, str_trim(name));
        for (int n = 1; n <= VRAGEN_MAX; n++)
            assert_int_equal(k->vragen[n].is_er, n <= ASKED);
        assert_framework(k);
    }
    assert_true(seen >= 3);
}

/* Any table of rows at all: rows to questions that are not there, cycles, no outcome anywhere. */
static void every_answer_to_frameworks_that_are_not_proved(void **state)
{
    (void)state;
    static const enum uitkomst any[] = {UITKOMST_GEEN, UITKOMST_GEEN, UITKOMST_HULP,
                                        UITKOMST_AFSLUITEN, UITKOMST_MELDEN};
    uint64_t seed = 20261124;
    for (int round = 0; round < 5; round++) {
        struct kader_versie k = {.eerste = 1 + (int)next(&seed, ASKED)};
        for (int n = 1; n <= ASKED; n++) {
            k.vragen[n] = (struct kader_vraag){.is_er = next(&seed, 8) > 0,
                                               .weegt = (enum weegt)(1 + next(&seed, 5))};
            for (int x = ANTWOORD_JA; x < ANTWOORDEN; x++)
                k.vragen[n].rijen[x] = (struct kader_rij){.is_er = next(&seed, 4) > 0,
                                                          .uitkomst = any[next(&seed, 5)],
                                                          .norm = (int)next(&seed, 4),
                                                          .verder = (int)next(&seed, ASKED + 2)};
        }
        assert_framework(&k);
    }
}

/* ---- by hand ---- */

/* The answers to questions 1 and on, as `j n t o -`. */
static struct waaromniet of(const struct kader_versie *k, const char *given)
{
    enum antwoord answer[VRAGEN_MAX + 1] = {0};
    for (int n = 1; given[n - 1]; n++)
        answer[n] = (enum antwoord)(strchr("-jnto", given[n - 1]) - "-jnto");
    return waaromniet(k, answer, &a);
}

static void assert_change(const struct anders *x, const char *change, enum uitkomst uitkomst,
                          unsigned normen, int open)
{
    char got[3 * VRAGEN_MAX + 1] = "";
    for (int i = 0; i < x->n; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), i ? " %d%c" : "%d%c", x->vraag[i],
                 "-jnto"[x->antwoord[i]]);
    assert_string_equal(got, change);
    assert_int_equal(x->pad.uitkomst, uitkomst);
    assert_int_equal(x->pad.normen, normen);
    assert_int_equal(x->pad.open, open);
}

static void one_other_answer_is_enough(void **state)
{
    (void)state;
    struct waaromniet w = of(shipped_version(shipped_kaders(), STR("basis")), "jnjj");
    assert_int_equal(w.n, 6);
    assert_change(&w.at[0], "1n", UITKOMST_AFSLUITEN, 0, 0);
    assert_change(&w.at[1], "2j", UITKOMST_MELDEN, 1u << 1, 5);
    assert_change(&w.at[2], "3n", UITKOMST_MELDEN, 1u << 2, 0);
    assert_change(&w.at[3], "4n", UITKOMST_MELDEN, 1u << 2, 0);
    assert_change(&w.at[4], "5j", UITKOMST_VOLGEN, 0, 0); /* to answer what is open is a change */
    assert_change(&w.at[5], "5n", UITKOMST_MELDEN, 1u << 3, 0);
}

static void two_answers_that_both_report_have_both_to_change(void **state)
{
    (void)state;
    struct waaromniet w = of(shipped_version(shipped_kaders(), STR("basis")), "jjjnj");
    assert_int_equal(w.n, 1);
    assert_change(&w.at[0], "1n", UITKOMST_AFSLUITEN, 0, 0);
    struct kader_versie k = *shipped_version(shipped_kaders(), STR("basis"));
    k.vragen[1].rijen[ANTWOORD_NEE].is_er = false;
    w = of(&k, "jjjnj");
    assert_int_equal(w.n, 1);
    assert_change(&w.at[0], "2n 4j", UITKOMST_VOLGEN, 0, 0);
}

static void what_stops_says_where(void **state)
{
    (void)state;
    struct waaromniet w = of(shipped_version(shipped_kaders(), STR("basis")), "jj");
    assert_int_equal(w.n, 2);
    assert_change(&w.at[0], "1n", UITKOMST_AFSLUITEN, 0, 0);
    assert_change(&w.at[1], "2n", UITKOMST_ONBESLIST, 0, 3);
}

static void doubt_that_has_a_row_is_a_change(void **state)
{
    (void)state;
    struct waaromniet w = of(shipped_version(shipped_kaders(), STR("onderwijs")), "jnjj");
    assert_int_equal(w.n, 7);
    assert_change(&w.at[1], "2j", UITKOMST_MELDEN, 1u << 1, 5);
    assert_change(&w.at[2], "2t", UITKOMST_MELDEN, 1u << 1, 5);
    w = of(shipped_version(shipped_kaders(), STR("onderwijs")), "jtjj"); /* it reports as ja does */
    assert_int_equal(w.n, 2);
    assert_change(&w.at[0], "1n", UITKOMST_AFSLUITEN, 0, 0);
    assert_change(&w.at[1], "2n", UITKOMST_HULP, 0, 5);
    w = of(shipped_version(shipped_kaders(), STR("basis")), "jtjj"); /* here it leads nowhere */
    assert_int_equal(w.n, 3);
    assert_change(&w.at[1], "2j", UITKOMST_MELDEN, 1u << 1, 5);
    assert_change(&w.at[2], "2n", UITKOMST_HULP, 0, 5);
}

static void a_framework_with_one_outcome_knows_no_other(void **state)
{
    (void)state;
    struct kader_versie k = {.eerste = 1};
    k.vragen[1] = (struct kader_vraag){.is_er = true, .nummer = 1};
    for (int x = ANTWOORD_JA; x <= ANTWOORD_NEE; x++)
        k.vragen[1].rijen[x] = (struct kader_rij){.is_er = true, .uitkomst = UITKOMST_HULP};
    assert_int_equal(of(&k, "j").n, 0);
    struct waaromniet w = of(&k, "-");
    assert_int_equal(w.n, 2);
    struct kader_versie none = {0};
    assert_int_equal(of(&none, "").n, 0);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, arena_fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_answer_to_every_shipped_framework),
        TEST(every_answer_to_frameworks_that_are_not_proved),
        TEST(one_other_answer_is_enough),
        TEST(two_answers_that_both_report_have_both_to_change),
        TEST(what_stops_says_where),
        TEST(doubt_that_has_a_row_is_a_change),
        TEST(a_framework_with_one_outcome_knows_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
