/* By when a question of the framework is asked: the day of the open item about it. No rule that
 * asks for a Weging has a day yet, so the items are made here. */
#include "check/vraagt.h"

#include "shipped.h"

static struct kaders *shipped;
static struct zaak z;
static struct voortgang v;
static struct check c;
static const struct calendar calendar = CALENDAR_DEFAULT;

static int fresh(void **state)
{
    arena_fresh(state);
    shipped = shipped_kaders();
    return 0;
}

static day_no day_of(const char *text)
{
    day_no day = DAY_NONE;
    if (!date_read_day(str_of(text), &day))
        fail_msg("%s is no day", text);
    return day;
}

#define CASE                                                                                       \
    "Zaak: k7q3wd\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: arts\n\n"         \
    "Persoon: kind1\nRol: kind\n\nPersoon: kind2\nRol: kind\n\n"                                   \
    "Signaal: 1\nDatum: 2026-11-02\nBetreft: kind1\nBetreft: kind2\nBron: waarneming\n"            \
    "Feit: Blauwe plek gezien.\n\n"
#define HELP                                                                                       \
    "Weging: 1\nDatum: 2026-11-03\nBetreft: kind1\nVraag1: ja\nVraag2: nee\nVraag3: ja\n"          \
    "Vraag4: ja\n\n"                                                                               \
    "Besluit: 1\nDatum: 2026-11-03\nBetreft: kind1\nMelden: nee\nHulp: zelf\nMotivering: x\n"      \
    "Evalueren: 2026-12-21\n\n"

static void look_at(const char *text)
{
    struct rec_reader r = rec_reader_over(str_of(text), STR("Zaak:"));
    struct rec_unit u;
    struct diags list = {.arena = &a};
    assert_int_equal(rec_next(&r, &a, &u, &list), 1);
    assert_true(zaak_read(&u, &a, DAY_NONE, &z, &list, 0));
    v = voortgang_of(&z, shipped, &calendar, day_of("2026-11-24"), &a);
    c = (struct check){.zaak = &z,
                       .voortgang = &v,
                       .kaders = shipped,
                       .calendar = &calendar,
                       .vandaag = day_of("2026-11-24")};
}

static struct open_punt item(enum soort soort, const char *day, const char *label)
{
    struct open_punt punt = {
        .code = MC401, .soort = soort, .uiterlijk = day ? day_of(day) : DAY_NONE};
    if (label) {
        punt.voor = arena_new(&a, struct str, 1);
        punt.voor[0] = str_of(label);
        punt.voor_n = 1;
    }
    return punt;
}

static void expect(const struct vraagt_vraag *q, int vraag, int first, int n, const char *day)
{
    assert_int_equal(q->vraag->nummer, vraag);
    assert_int_equal(q->voor[0], first);
    assert_int_equal(q->voor_n, n);
    assert_int_equal(q->uiterlijk, day ? day_of(day) : DAY_NONE);
}

static void the_day_of_an_item_goes_to_whom_it_is_for(void **state)
{
    (void)state;
    look_at(CASE);
    struct open_punt items[] = {item(S_Overleg, "2026-11-25", NULL),
                                item(S_Weging, "2026-12-02", "kind2"),
                                item(S_Weging, "2026-12-04", "kind2"), item(S_Weging, NULL, NULL)};
    struct volgende list = {.at = items, .n = 4};
    struct vraagt asked = vraagt_van(&c, &list, &a);
    assert_int_equal(asked.n, 2);
    expect(&asked.at[0], 1, 1, 1, "2026-12-02");
    expect(&asked.at[1], 1, 0, 1, NULL);
}

static void that_of_the_whole_case_goes_to_everyone(void **state)
{
    (void)state;
    look_at(CASE);
    struct open_punt items[] = {item(S_Weging, "2026-12-02", NULL)};
    struct volgende list = {.at = items, .n = 1};
    struct vraagt asked = vraagt_van(&c, &list, &a);
    assert_int_equal(asked.n, 1);
    expect(&asked.at[0], 1, 0, 2, "2026-12-02");
}

static void the_result_question_keeps_the_day_that_was_planned(void **state)
{
    (void)state;
    look_at(CASE HELP);
    struct open_punt items[] = {item(S_Weging, "2026-12-02", NULL)};
    struct volgende list = {.at = items, .n = 1};
    struct vraagt asked = vraagt_van(&c, &list, &a);
    assert_int_equal(asked.n, 2);
    expect(&asked.at[0], 1, 1, 1, "2026-12-02");
    expect(&asked.at[1], 5, 0, 1, "2026-12-21");
}

static void an_item_names_every_question_that_it_asks(void **state)
{
    (void)state;
    look_at(CASE HELP);
    struct open_punt all = item(S_Weging, NULL, NULL), one = item(S_Weging, NULL, "kind1");
    struct volgende list = {0};
    struct vraagt asked = vraagt_van(&c, &list, &a);
    struct buf b = buf_in(&a);
    vraagt_bij(&b, &asked, &all);
    assert_true(str_is(buf_all(&b), "vraag 1 Vermoeden; vraag 5 Resultaat"));
    b.n = 0;
    vraagt_bij(&b, &asked, &one);
    assert_true(str_is(buf_all(&b), "vraag 5 Resultaat"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_day_of_an_item_goes_to_whom_it_is_for, fresh,
                                        arena_done),
        cmocka_unit_test_setup_teardown(that_of_the_whole_case_goes_to_everyone, fresh, arena_done),
        cmocka_unit_test_setup_teardown(the_result_question_keeps_the_day_that_was_planned, fresh,
                                        arena_done),
        cmocka_unit_test_setup_teardown(an_item_names_every_question_that_it_asks, fresh,
                                        arena_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
