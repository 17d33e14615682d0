/* Nine answers become a path, an outcome and norms. */
#include "kader/pad.h"

#include "shipped.h"

/* ---- every answer to the five questions of what is shipped ---- */

struct wanted {
    enum uitkomst uitkomst;
    int asked; /* how many questions were answered on the way */
    int open;
    unsigned normen;
};

#define NORM(n) (1u << (n))

/* The five questions as the ministry publishes them, written out without any table of ours. */
static struct wanted by_hand(const enum antwoord answer[6])
{
    bool report = false;
    unsigned normen = 0;
    if (answer[1] == ANTWOORD_NEE)
        return (struct wanted){UITKOMST_AFSLUITEN, 1, 0, 0};
    if (answer[1] != ANTWOORD_JA)
        return (struct wanted){UITKOMST_ONBESLIST, 0, 1, 0};
    if (answer[2] == ANTWOORD_JA) {
        report = true;
        normen = NORM(1);
    } else if (answer[2] != ANTWOORD_NEE) {
        return (struct wanted){UITKOMST_ONBESLIST, 1, 2, 0};
    }
    if (answer[3] == ANTWOORD_NEE)
        return (struct wanted){UITKOMST_MELDEN, 3, 0, normen | NORM(2)};
    if (answer[3] != ANTWOORD_JA)
        return (struct wanted){report ? UITKOMST_MELDEN : UITKOMST_ONBESLIST, 2, 3, normen};
    if (answer[4] == ANTWOORD_NEE)
        return (struct wanted){UITKOMST_MELDEN, 4, 0, normen | NORM(2)};
    if (answer[4] != ANTWOORD_JA)
        return (struct wanted){report ? UITKOMST_MELDEN : UITKOMST_ONBESLIST, 3, 4, normen};
    if (answer[5] == ANTWOORD_NEE)
        return (struct wanted){UITKOMST_MELDEN, 5, 0, normen | NORM(3)};
    if (answer[5] != ANTWOORD_JA)
        return (struct wanted){report ? UITKOMST_MELDEN : UITKOMST_HULP, 4, 5, normen};
    return (struct wanted){report ? UITKOMST_MELDEN : UITKOMST_VOLGEN, 5, 0, normen};
}

static void assert_as_by_hand(const struct kader_versie *k, const enum antwoord *answer)
{
    struct pad p = kader_pad(k, answer);
    struct wanted w = by_hand(answer);
    bool doubt =
        w.open && (answer[w.open] == ANTWOORD_TWIJFEL || answer[w.open] == ANTWOORD_ONBEKEND);
    if (p.uitkomst != w.uitkomst || p.stappen != w.asked || p.open != w.open ||
        p.normen != w.normen || p.bij_twijfel != doubt ||
        pad_volledig(&p) != (w.uitkomst != UITKOMST_ONBESLIST))
        fail_msg("answers %d %d %d %d %d: outcome %d, %d asked, open %d, norms %x, doubt %d",
                 answer[1], answer[2], answer[3], answer[4], answer[5], p.uitkomst, p.stappen,
                 p.open, p.normen, p.bij_twijfel);
    for (int n = 1; n <= 5; n++) {
        bool passed = n <= w.asked || n == w.open;
        assert_int_equal(pad_langs(&p, n), passed);
    }
    for (int i = 0; i < p.stappen; i++) {
        assert_int_equal(p.vraag[i], i + 1);
        assert_int_equal(p.antwoord[i], answer[i + 1]);
        assert_ptr_equal(p.rij[i], &k->vragen[i + 1].rijen[answer[i + 1]]);
    }
    assert_false(pad_langs(&p, 0));
    assert_false(pad_langs(&p, 6));
}

static int every_answer(const struct kader_versie *k)
{
    int seen = 0;
    for (int number = 0; number < 5 * 5 * 5 * 5 * 5; number++) {
        enum antwoord answer[VRAGEN_MAX + 1] = {0};
        for (int n = 1, rest = number; n <= 5; n++, rest /= 5)
            answer[n] = (enum antwoord)(rest % 5);
        assert_as_by_hand(k, answer);
        seen++;
    }
    return seen;
}

static void every_answer_to_basis_is_as_by_hand(void **state)
{
    (void)state;
    assert_int_equal(every_answer(shipped_version(shipped_kaders(), STR("basis"))), 3125);
}

static void every_answer_to_the_others_with_five_questions_is_as_by_hand(void **state)
{
    (void)state;
    /* All that are shipped but onderwijs, which reports on doubt. */
    static const char *const names[] = {
        "apothekers",
        "artsen",
        "gehandicaptenzorg",
        "gemeente",
        "jeugd-en-gezin",
        "jeugdgezondheidszorg",
        "justitie",
        "kinderopvang",
        "kraamzorg",
        "logopedie",
        "opvang-asielzoekers",
        "paramedici",
        "verloskundigen",
        "verpleegkundigen",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(every_answer(shipped_version(shipped_kaders(), str_of(names[i]))), 3125);
}

/* ---- frameworks made here ---- */

static void vraag(struct kader_versie *k, int n, enum weegt weegt)
{
    k->vragen[n].is_er = true;
    k->vragen[n].nummer = n;
    k->vragen[n].weegt = weegt;
    if (!k->eerste)
        k->eerste = n;
}

static void rij(struct kader_versie *k, int n, enum antwoord answer, enum uitkomst u, int norm,
                int verder)
{
    k->vragen[n].rijen[answer] =
        (struct kader_rij){.is_er = true, .uitkomst = u, .norm = norm, .verder = verder};
}

/* As the schools have it: doubt on safety reports. */
static struct kader_versie onderwijs(void)
{
    struct kader_versie k = {0};
    vraag(&k, 1, WEEGT_VERMOEDEN);
    rij(&k, 1, ANTWOORD_JA, UITKOMST_GEEN, 0, 2);
    rij(&k, 1, ANTWOORD_NEE, UITKOMST_AFSLUITEN, 0, VERDER_EINDE);
    vraag(&k, 2, WEEGT_VEILIGHEID);
    rij(&k, 2, ANTWOORD_JA, UITKOMST_MELDEN, 1, 3);
    rij(&k, 2, ANTWOORD_TWIJFEL, UITKOMST_MELDEN, 1, 3);
    rij(&k, 2, ANTWOORD_NEE, UITKOMST_GEEN, 0, 3);
    vraag(&k, 3, WEEGT_HULP);
    rij(&k, 3, ANTWOORD_JA, UITKOMST_HULP, 0, 4);
    rij(&k, 3, ANTWOORD_NEE, UITKOMST_MELDEN, 2, VERDER_EINDE);
    vraag(&k, 4, WEEGT_RESULTAAT);
    rij(&k, 4, ANTWOORD_JA, UITKOMST_VOLGEN, 0, VERDER_EINDE);
    rij(&k, 4, ANTWOORD_NEE, UITKOMST_MELDEN, 3, VERDER_EINDE);
    return k;
}

static struct pad path(const struct kader_versie *k, enum antwoord first, enum antwoord second,
                       enum antwoord third, enum antwoord fourth)
{
    const enum antwoord answers[VRAGEN_MAX + 1] = {ANTWOORD_GEEN, first, second, third, fourth};
    return kader_pad(k, answers);
}

static void doubt_with_a_row_follows_its_row(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_TWIJFEL, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_MELDEN);
    assert_int_equal(p.normen, NORM(1));
    assert_int_equal(p.stappen, 4);
    assert_int_equal(p.open, 0);
    assert_false(p.bij_twijfel);
    p = path(&k, ANTWOORD_JA, ANTWOORD_TWIJFEL, ANTWOORD_GEEN, ANTWOORD_GEEN);
    assert_int_equal(p.uitkomst, UITKOMST_MELDEN);
    assert_int_equal(p.open, 3);
    assert_false(p.bij_twijfel);
}

static void doubt_without_a_row_leaves_it_undecided(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_ONBEKEND, ANTWOORD_NEE, ANTWOORD_NEE);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_false(pad_volledig(&p));
    assert_int_equal(p.normen, 0);
    assert_int_equal(p.stappen, 1);
    assert_int_equal(p.open, 2);
    assert_true(p.bij_twijfel);
    p = path(&k, ANTWOORD_JA, ANTWOORD_GEEN, ANTWOORD_NEE, ANTWOORD_NEE);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_false(p.bij_twijfel);
}

static void a_report_wins_over_later_doubt(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_TWIJFEL, ANTWOORD_GEEN);
    assert_int_equal(p.uitkomst, UITKOMST_MELDEN);
    assert_int_equal(p.open, 3);
    assert_true(p.bij_twijfel);
}

static void an_open_result_leaves_the_help(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    static const enum antwoord open[] = {ANTWOORD_GEEN, ANTWOORD_TWIJFEL, ANTWOORD_ONBEKEND};
    for (size_t i = 0; i < 3; i++) {
        struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_NEE, ANTWOORD_JA, open[i]);
        assert_int_equal(p.uitkomst, UITKOMST_HULP);
        assert_true(pad_volledig(&p));
        assert_int_equal(p.open, 4);
        assert_int_equal(p.bij_twijfel, i > 0);
    }
}

static void the_last_outcome_on_the_path_counts(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_NEE, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_VOLGEN);
    rij(&k, 4, ANTWOORD_JA, UITKOMST_GEEN, 0, VERDER_EINDE);
    p = path(&k, ANTWOORD_JA, ANTWOORD_NEE, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_HULP);
}

static void a_norm_counts_only_in_a_row_that_reports(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    rij(&k, 3, ANTWOORD_JA, UITKOMST_HULP, 2, 4);
    struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_NEE);
    assert_int_equal(p.uitkomst, UITKOMST_MELDEN);
    assert_int_equal(p.normen, NORM(1) | NORM(3));
    rij(&k, 2, ANTWOORD_JA, UITKOMST_MELDEN, NORMEN_MAX, 3);
    p = path(&k, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.normen, 0x80000000u);
    rij(&k, 2, ANTWOORD_JA, UITKOMST_MELDEN, 0, 3);
    p = path(&k, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_MELDEN);
    assert_int_equal(p.normen, 0);
}

static void nine_questions_are_walked_from_the_first_in_the_file(void **state)
{
    (void)state;
    struct kader_versie k = {0};
    enum antwoord answers[VRAGEN_MAX + 1] = {0};
    for (int n = VRAGEN_MAX; n >= 1; n--) {
        vraag(&k, n, n == 1 ? WEEGT_RESULTAAT : WEEGT_HULP);
        rij(&k, n, ANTWOORD_JA, n == 2 ? UITKOMST_HULP : UITKOMST_GEEN, 0, n - 1);
        answers[n] = ANTWOORD_JA;
    }
    rij(&k, 1, ANTWOORD_JA, UITKOMST_VOLGEN, 0, VERDER_EINDE);
    struct pad p = kader_pad(&k, answers);
    assert_int_equal(p.stappen, VRAGEN_MAX);
    for (int i = 0; i < VRAGEN_MAX; i++)
        assert_int_equal(p.vraag[i], VRAGEN_MAX - i);
    assert_int_equal(p.open, 0);
    assert_int_equal(p.uitkomst, UITKOMST_VOLGEN);
    answers[1] = ANTWOORD_GEEN;
    p = kader_pad(&k, answers);
    assert_int_equal(p.stappen, VRAGEN_MAX - 1);
    assert_int_equal(p.open, 1);
    assert_int_equal(p.uitkomst, UITKOMST_HULP);
    answers[2] = ANTWOORD_NEE;
    p = kader_pad(&k, answers);
    assert_int_equal(p.open, 2);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
}

/* ---- what no proof has seen ---- */

static void a_question_that_is_not_there_stops_the_path(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    rij(&k, 3, ANTWOORD_JA, UITKOMST_HULP, 0, 8);
    rij(&k, 8, ANTWOORD_JA, UITKOMST_VOLGEN, 0, VERDER_EINDE);
    enum antwoord answers[VRAGEN_MAX + 1] = {0, ANTWOORD_JA, ANTWOORD_NEE, ANTWOORD_JA};
    static const enum antwoord last[] = {ANTWOORD_GEEN, ANTWOORD_JA, ANTWOORD_TWIJFEL};
    for (size_t i = 0; i < 3; i++) {
        answers[8] = last[i];
        struct pad p = kader_pad(&k, answers);
        assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
        assert_int_equal(p.open, 8);
        assert_int_equal(p.stappen, 3);
        assert_false(p.bij_twijfel);
    }
    answers[2] = ANTWOORD_JA;
    assert_int_equal(kader_pad(&k, answers).uitkomst, UITKOMST_MELDEN);
}

static void a_cycle_ends_undecided(void **state)
{
    (void)state;
    struct kader_versie k = onderwijs();
    rij(&k, 4, ANTWOORD_JA, UITKOMST_VOLGEN, 0, 2);
    struct pad p = path(&k, ANTWOORD_JA, ANTWOORD_NEE, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_int_equal(p.stappen, 4);
    assert_int_equal(p.open, 2);
    p = path(&k, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_MELDEN);
    rij(&k, 4, ANTWOORD_JA, UITKOMST_VOLGEN, 0, 4);
    p = path(&k, ANTWOORD_JA, ANTWOORD_NEE, ANTWOORD_JA, ANTWOORD_JA);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_int_equal(p.stappen, 4);
    assert_int_equal(p.open, 4);
}

static void a_cycle_through_all_nine_ends(void **state)
{
    (void)state;
    struct kader_versie k = {0};
    enum antwoord answers[VRAGEN_MAX + 1] = {0};
    for (int n = 1; n <= VRAGEN_MAX; n++) {
        vraag(&k, n, WEEGT_HULP);
        rij(&k, n, ANTWOORD_NEE, UITKOMST_HULP, 0, n % VRAGEN_MAX + 1);
        answers[n] = ANTWOORD_NEE;
    }
    struct pad p = kader_pad(&k, answers);
    assert_int_equal(p.stappen, VRAGEN_MAX);
    assert_int_equal(p.open, 1);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
}

static void a_path_without_any_outcome_is_undecided(void **state)
{
    (void)state;
    struct kader_versie k = {0};
    const enum antwoord none[VRAGEN_MAX + 1] = {0};
    struct pad p = kader_pad(&k, none);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_int_equal(p.stappen, 0);
    assert_int_equal(p.open, 0);
    vraag(&k, 1, WEEGT_RESULTAAT);
    p = kader_pad(&k, none);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_int_equal(p.open, 1);
    rij(&k, 1, ANTWOORD_JA, UITKOMST_GEEN, 0, VERDER_EINDE);
    p = path(&k, ANTWOORD_JA, ANTWOORD_GEEN, ANTWOORD_GEEN, ANTWOORD_GEEN);
    assert_int_equal(p.uitkomst, UITKOMST_ONBESLIST);
    assert_int_equal(p.stappen, 1);
    assert_int_equal(p.open, 0);
}

/* Any table of rows at all: the path ends, asks nothing twice, and says an outcome. */
static void no_framework_leads_astray(void **state)
{
    (void)state;
    uint64_t seed = 20261123;
    for (int round = 0; round < 200000; round++) {
        struct kader_versie k = {0};
        enum antwoord answers[VRAGEN_MAX + 1] = {0};
        bool reported = false;
        for (int n = 1; n <= VRAGEN_MAX; n++) {
            if (next(&seed, 8))
                vraag(&k, n, (enum weegt)(WEEGT_VERMOEDEN + next(&seed, 5)));
            for (int answer = ANTWOORD_JA; answer < ANTWOORDEN; answer++) {
                static const enum uitkomst any[] = {UITKOMST_GEEN, UITKOMST_HULP, UITKOMST_VOLGEN,
                                                    UITKOMST_AFSLUITEN, UITKOMST_MELDEN};
                if (next(&seed, 8))
                    rij(&k, n, (enum antwoord)answer, any[next(&seed, 5)],
                        (int)next(&seed, NORMEN_MAX + 1), (int)next(&seed, VRAGEN_MAX + 1));
            }
            answers[n] = (enum antwoord)next(&seed, ANTWOORDEN);
        }
        struct pad p = kader_pad(&k, answers);
        unsigned asked = 0;
        for (int i = 0; i < p.stappen; i++) {
            assert_false(asked & 1u << p.vraag[i]);
            asked |= 1u << p.vraag[i];
            reported = reported || p.rij[i]->uitkomst == UITKOMST_MELDEN;
        }
        assert_true(p.stappen <= VRAGEN_MAX);
        assert_int_equal(p.uitkomst == UITKOMST_MELDEN, reported);
        assert_true(p.uitkomst != UITKOMST_GEEN);
        assert_true(reported || p.normen == 0);
        assert_true(p.open >= 0 && p.open <= VRAGEN_MAX);
    }
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, arena_fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_answer_to_basis_is_as_by_hand),
        TEST(every_answer_to_the_others_with_five_questions_is_as_by_hand),
        TEST(doubt_with_a_row_follows_its_row),
        TEST(doubt_without_a_row_leaves_it_undecided),
        TEST(a_report_wins_over_later_doubt),
        TEST(an_open_result_leaves_the_help),
        TEST(the_last_outcome_on_the_path_counts),
        TEST(a_norm_counts_only_in_a_row_that_reports),
        TEST(nine_questions_are_walked_from_the_first_in_the_file),
        TEST(a_question_that_is_not_there_stops_the_path),
        TEST(a_cycle_ends_undecided),
        TEST(a_cycle_through_all_nine_ends),
        TEST(a_path_without_any_outcome_is_undecided),
        TEST(no_framework_leads_astray),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
