/* Days, terms and moments against a calendar that is counted out day by day. */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { FIRST = 1900, LAST = 2199, DAYS = 109573 };

/* ---- the calendar by hand ---- */

struct counted {
    int year, month, day;
    int weekday; /* 0 Monday */
    bool holiday;
};

static struct counted counted[DAYS];
static day_no first_day;

/* Easter as Knuth has it (The Art of Computer Programming, 1.3.2, exercise 14), in days of March.
 */
static int easter_in_march(int year)
{
    int golden = year % 19 + 1, century = year / 100 + 1;
    int leaps_left_out = 3 * century / 4 - 12, moon = (8 * century + 5) / 25 - 5;
    int sunday = 5 * year / 4 - leaps_left_out - 10;
    int epact = (11 * golden + 20 + moon - leaps_left_out) % 30;
    if ((epact == 25 && golden > 11) || epact == 24)
        epact++;
    int full = 44 - epact;
    if (full < 21)
        full += 30;
    return full + 7 - (sunday + full) % 7;
}

static int length_of_month(int year, int month)
{
    if (month == 2)
        return year % 4 == 0 && (year % 100 != 0 || year == 2000) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static int count_out(void **state)
{
    (void)state;
    int n = 0, weekday = 0; /* 1 January 1900 was a Monday */
    for (int year = FIRST; year <= LAST; year++) {
        int of_year = n, march = n + 31 + length_of_month(year, 2);
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= length_of_month(year, month); day++) {
                struct counted c = {year, month, day, weekday, false};
                c.holiday = (month == 1 && day == 1) || (month == 5 && day == 5) ||
                            (month == 12 && (day == 25 || day == 26)) ||
                            (month == 4 && day == 27 && weekday != 6) ||
                            (month == 4 && day == 26 && weekday == 5);
                counted[n++] = c;
                weekday = (weekday + 1) % 7;
            }
        }
        static const int from_easter[] = {-2, 1, 39, 50};
        int easter = march + easter_in_march(year) - 1;
        for (int i = 0; i < 4; i++)
            counted[easter + from_easter[i]].holiday = true;
        assert_true(easter > of_year);
    }
    assert_int_equal(n, DAYS);
    first_day = date_number((struct date){FIRST, 1, 1});
    return 0;
}

static day_no day_of(const char *text)
{
    day_no day = DAY_NONE;
    if (!date_read_day(str_of(text), &day))
        fail_msg("%s is no day", text);
    return day;
}

static void assert_day(day_no day, const char *wanted)
{
    struct date d = date_of(day);
    char text[64];
    snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    assert_string_equal(text, wanted);
}

/* ---- days ---- */

static void every_day_round_trips(void **state)
{
    (void)state;
    struct arena a = arena_make(abort);
    assert_int_equal(first_day, -25567);
    assert_int_equal(day_of("1970-01-01"), 0);
    for (int i = 0; i < DAYS; i++) {
        const struct counted *c = &counted[i];
        struct date d = {c->year, c->month, c->day};
        day_no read = DAY_NONE;
        char wanted[64];
        int n = snprintf(wanted, sizeof wanted, "%04d-%02d-%02d", c->year, c->month, c->day);
        struct buf b = buf_in(&a);
        assert_true(date_valid(d));
        assert_int_equal(date_number(d), first_day + i);
        d = date_of(first_day + i);
        assert_true(d.year == c->year && d.month == c->month && d.day == c->day);
        date_write(&b, first_day + i);
        assert_true(str_is(buf_all(&b), wanted));
        assert_true(date_read_day((struct str){wanted, (size_t)n}, &read));
        assert_int_equal(read, first_day + i);
        assert_int_equal(date_weekday(first_day + i), c->weekday);
        arena_reset(&a);
    }
    arena_free(&a);
}

static void no_day_that_does_not_exist_is_read(void **state)
{
    (void)state;
    for (int year = FIRST - 2; year <= LAST + 2; year++)
        for (int month = 0; month <= 13; month++)
            for (int day = 0; day <= 32; day++) {
                char text[64];
                int n = snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                bool right = year >= FIRST && year <= LAST && month >= 1 && month <= 12 &&
                             day >= 1 && day <= length_of_month(year, month);
                day_no read;
                assert_int_equal(date_read_day((struct str){text, (size_t)n}, &read), right);
                assert_int_equal(date_valid((struct date){year, month, day}), right);
            }
}

static void a_day_is_ten_characters(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "2026",
        "2026-11",
        "2026-11-2",
        "2026-1-023",
        "2026-11-023",
        "26-11-23",
        "2026/11/23",
        "2026-11_23",
        "20261123",
        "23-11-2026",
        " 2026-11-23",
        "2026-11-23 ",
        "2026-11-23T",
        "+026-11-23",
        "-026-11-23",
        "2026--1-23",
        "2026-11-+3",
        "2026-11- 3",
        "2026-0x-23",
        "２026-11-23",
        "onbekend",
        "2026-11-23\n",
    };
    day_no day;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (date_read_day(str_of(wrong[i]), &day))
            fail_msg("%s was read", wrong[i]);
    assert_false(date_read_day((struct str){"2026-11-\0003", 10}, &day));
    assert_false(date_read_day((struct str){0}, &day));
    assert_true(date_read_day((struct str){"2026-11-23T", 10}, &day));
}

/* ---- holidays and working days ---- */

static void easter_is_as_knuth_has_it(void **state)
{
    (void)state;
    for (int year = FIRST; year <= LAST; year++) {
        day_no wanted = date_number((struct date){year, 3, 1}) + easter_in_march(year) - 1;
        assert_int_equal(date_easter(year), wanted);
        assert_int_equal(date_weekday(wanted), 6);
    }
    static const char *const known[] = {"1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19",
                                        "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31",
                                        "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19",
                                        "2100-03-28"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_int_equal(date_easter(atoi(known[i])), day_of(known[i]));
}

static void every_holiday_is_as_counted(void **state)
{
    (void)state;
    for (int i = 0; i < DAYS; i++)
        if (date_holiday(first_day + i) != counted[i].holiday)
            fail_msg("%d-%02d-%02d", counted[i].year, counted[i].month, counted[i].day);
}

static void holidays_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        bool holiday;
    } table[] = {
        {"2026-01-01", true},  {"2026-04-03", true},  {"2026-04-05", false}, {"2026-04-06", true},
        {"2026-04-27", true},  {"2026-04-26", false}, {"2025-04-27", false}, {"2025-04-26", true},
        {"2031-04-27", false}, {"2031-04-26", true},  {"2026-05-05", true},  {"2027-05-05", true},
        {"2026-05-14", true},  {"2026-05-24", false}, {"2026-05-25", true},  {"2026-12-25", true},
        {"2026-12-26", true},  {"2026-12-24", false}, {"2026-12-31", false}, {"2026-05-04", false},
        {"2026-04-30", false}, {"2008-05-01", true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (date_holiday(day_of(table[i].day)) != table[i].holiday)
            fail_msg("%s", table[i].day);
    }
}

static void terms_of_the_design(void **state)
{
    (void)state;
    const struct calendar c = CALENDAR_DEFAULT;
    assert_day(date_add_working(day_of("2026-11-20"), 5, &c), "2026-11-27");
    assert_day(date_add_working(day_of("2026-04-02"), 1, &c), "2026-04-07");
    assert_day(date_add_working(day_of("2026-12-23"), 2, &c), "2026-12-28");
    assert_day(date_add_working(day_of("2026-05-04"), 1, &c), "2026-05-06");
    assert_day(date_add_working(day_of("2026-11-27"), -5, &c), "2026-11-20");
    assert_day(date_add_working(day_of("2026-04-07"), -1, &c), "2026-04-02");
    assert_day(date_add_working(day_of("2026-04-05"), -1, &c), "2026-04-02");
    assert_day(date_add_working(day_of("2026-04-05"), 0, &c), "2026-04-05");
}

/* Every term of one to six working days forward and back from every day. */
static void every_term_is_as_counted(void **state)
{
    (void)state;
    const struct calendar c = CALENDAR_DEFAULT;
    static int working[DAYS], before[DAYS]; /* before: how many working days stand before a day */
    int n = 0;
    for (int i = 0; i < DAYS; i++) {
        bool works = counted[i].weekday < 5 && !counted[i].holiday;
        before[i] = n;
        if (works)
            working[n++] = i;
        assert_int_equal(date_working(first_day + i, &c), works);
    }
    for (int i = 30; i < DAYS - 30; i++) {
        int term = i % 6 + 1;
        int here = working[before[i]] == i;
        int forward = working[before[i] + here + term - 1];
        int back = working[before[i] - term];
        assert_int_equal(date_add_working(first_day + i, term, &c), first_day + forward);
        assert_int_equal(date_add_working(first_day + i, -term, &c), first_day + back);
    }
}

static void a_calendar_of_its_own(void **state)
{
    (void)state;
    const day_no off[] = {day_of("2026-11-23"), day_of("2026-11-25"), day_of("2026-12-24")};
    const struct calendar bridge = {.workdays = 0x1f, .off = off, .off_count = 3};
    assert_false(date_working(off[0], &bridge));
    assert_true(date_working(day_of("2026-11-24"), &bridge));
    assert_false(date_working(off[2], &bridge));
    assert_day(date_add_working(day_of("2026-11-20"), 2, &bridge), "2026-11-26");
    assert_day(date_add_working(day_of("2026-11-26"), -2, &bridge), "2026-11-20");
    const struct calendar week = {.workdays = 0x7f};
    assert_day(date_add_working(day_of("2026-12-24"), 1, &week), "2026-12-27");
    const struct calendar sundays = {.workdays = 0x40};
    assert_day(date_add_working(day_of("2026-11-23"), 3, &sundays), "2026-12-13");
    assert_day(date_add_working(day_of("2026-11-23"), -1, &sundays), "2026-11-22");
}

/* ---- moments and periods ---- */

static void moments_that_are_taken(void **state)
{
    (void)state;
    static const struct {
        const char *text, *day;
        long long seconds;
    } table[] = {
        {"1970-01-01T00:00:00Z", "1970-01-01", 0},
        {"1970-01-01T00:00:00+00:00", "1970-01-01", 0},
        {"1970-01-01T00:00:00-00:00", "1970-01-01", 0},
        {"1970-01-01T01:00:00+01:00", "1970-01-01", 0},
        {"1969-12-31T23:59:59Z", "1969-12-31", -1},
        {"1969-12-31T19:00:00-05:00", "1969-12-31", 0},
        {"2026-11-20T15:10:00+01:00", "2026-11-20", 1795183800},
        {"2026-11-24T00:30:00+01:00", "2026-11-24", 1795476600},
        {"2000-02-29T23:59:59+05:30", "2000-02-29", 951848999},
        {"2001-09-09T01:46:40Z", "2001-09-09", 1000000000},
        {"1900-01-01T00:00:00+23:59", "1900-01-01", -2208988800LL - 86340},
        {"2199-12-31T23:59:59-23:59", "2199-12-31", 7258118399LL + 86340},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        day_no day = DAY_NONE;
        int64_t seconds = 0;
        if (!date_read_moment(str_of(table[i].text), &day, &seconds))
            fail_msg("%s was not read", table[i].text);
        assert_day(day, table[i].day);
        assert_true(seconds == table[i].seconds);
    }
}

static void moments_that_are_not_taken(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "2026-11-20",
        "2026-11-20T15:10",
        "2026-11-20T15:10:00",
        "2026-11-20T15:10Z",
        "2026-11-20t15:10:00Z",
        "2026-11-20T15:10:00z",
        "2026-11-20 15:10:00Z",
        "2026-11-20T15:10:00.5Z",
        "2026-11-20T15:10:00,5+01:00",
        "2026-11-20T24:00:00Z",
        "2026-11-20T23:60:00Z",
        "2026-11-20T23:59:60Z",
        "2026-12-31T23:59:60Z",
        "2026-11-20T15:10:00+24:00",
        "2026-11-20T15:10:00+01:60",
        "2026-11-20T15:10:00+0100",
        "2026-11-20T15:10:00+01",
        "2026-11-20T15:10:00+1:000",
        "2026-11-20T15:10:00 01:00",
        "2026-11-20T15:10:00+01:00 ",
        "2026-11-20T15:10:00+01:00Z",
        "2026-11-20T15:10:00Z ",
        " 2026-11-20T15:10:00Z",
        "2026-11-20T15.10.00Z",
        "2026-11-20T15-10-00Z",
        "2026-11-20T-1:10:00Z",
        "2026-11-20T+1:10:00Z",
        "2026-11-20T 1:10:00Z",
        "2026-11-20T15:10:00+-1:00",
        "2026-11-20T15:10:00\342\210\22201:00",
        "2026-02-29T15:10:00Z",
        "2200-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "2026-11-20T15:10:0oZ",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        day_no day;
        int64_t seconds;
        if (date_read_moment(str_of(wrong[i]), &day, &seconds))
            fail_msg("%s was read", wrong[i]);
    }
}

/* Of a right moment no prefix is one, and with one byte changed only another right one is. */
static void a_moment_is_read_whole(void **state)
{
    (void)state;
    static const char right[] = "2026-11-20T15:10:00+01:00";
    day_no day;
    int64_t seconds;
    for (size_t n = 0; n < sizeof right - 1; n++) {
        char *exact = malloc(n + 1);
        assert_non_null(exact);
        memcpy(exact, right, n);
        assert_false(date_read_moment((struct str){exact, n}, &day, &seconds));
        assert_int_equal(date_read_day((struct str){exact, n}, &day), n == 10);
        free(exact);
    }
    for (size_t at = 0; at < sizeof right - 1; at++)
        for (int c = 0; c < 256; c++) {
            char changed[sizeof right];
            memcpy(changed, right, sizeof right);
            changed[at] = (char)c;
            bool digit = c >= '0' && c <= '9';
            bool taken = date_read_moment((struct str){changed, sizeof right - 1}, &day, &seconds);
            if (taken && !digit && c != right[at] && !(at == 19 && c == '-'))
                fail_msg("byte %d at %d", c, (int)at);
            assert_true(!taken || (right[at] >= '0' && right[at] <= '9') == digit);
        }
}

static void moments_are_written_as_read(void **state)
{
    (void)state;
    struct arena a = arena_make(abort);
    for (int i = 0; i < 20000; i++) {
        int64_t wanted = (int64_t)i * 470009 - 2200000000LL;
        int offset = (i * 7) % 1681 - 840;
        struct buf b = buf_in(&a);
        day_no day = DAY_NONE;
        int64_t seconds = 0;
        date_write_moment(&b, wanted, offset);
        assert_int_equal(b.n, 25);
        assert_true(date_read_moment(buf_all(&b), &day, &seconds));
        assert_true(seconds == wanted);
        arena_reset(&a);
    }
    struct buf b = buf_in(&a);
    date_write_moment(&b, 0, 0);
    date_write_moment(&b, -1, -330);
    date_write_moment(&b, 1795183800, 60);
    assert_true(str_is(buf_all(&b), "1970-01-01T00:00:00+00:00"
                                    "1969-12-31T18:29:59-05:30"
                                    "2026-11-20T15:10:00+01:00"));
    arena_free(&a);
}

static void periods(void **state)
{
    (void)state;
    static const struct {
        const char *text, *first; /* NULL: none */
    } table[] = {
        {"2026", "2026-01-01"},
        {"1900", "1900-01-01"},
        {"2199", "2199-01-01"},
        {"2026-11", "2026-11-01"},
        {"2026-02", "2026-02-01"},
        {"2026-11-20", "2026-11-20"},
        {"2026-11-20T23:59:59-12:00", "2026-11-20"},
        {"1899", NULL},
        {"2200", NULL},
        {"202", NULL},
        {"20261", NULL},
        {"2026-", NULL},
        {"2026-1", NULL},
        {"2026-13", NULL},
        {"2026-00", NULL},
        {"2026/11", NULL},
        {"2026-11-", NULL},
        {"2026-11-31", NULL},
        {"2026-11-20T23:59:59", NULL},
        {"", NULL},
        {"vorig jaar", NULL},
        {"zomer", NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        day_no day = DAY_NONE;
        bool read = date_read_period(str_of(table[i].text), &day);
        if (read != (table[i].first != NULL))
            fail_msg("\"%s\": %d", table[i].text, read);
        if (read)
            assert_day(day, table[i].first);
    }
}

/* ---- years ---- */

static void years_are_added(void **state)
{
    (void)state;
    assert_day(date_add_years(day_of("2024-02-29"), 1), "2025-03-01");
    assert_day(date_add_years(day_of("2024-02-29"), 4), "2028-02-29");
    assert_day(date_add_years(day_of("2024-02-29"), -24), "2000-02-29");
    assert_day(date_add_years(day_of("2096-02-29"), 4), "2100-03-01");
    assert_day(date_add_years(day_of("2006-11-23"), 20), "2026-11-23");
    assert_day(date_add_years(day_of("2026-12-31"), 0), "2026-12-31");
    assert_day(date_add_years(day_of("2026-02-28"), 2), "2028-02-28");
}

static void ages(void **state)
{
    (void)state;
    static const struct {
        const char *birth, *day;
        int age;
    } table[] = {
        {"2008-11-24", "2026-11-23", 17},  {"2008-11-23", "2026-11-23", 18},
        {"2008-11-22", "2026-11-23", 18},  {"2026-11-23", "2026-11-23", 0},
        {"2026-11-24", "2026-11-23", -1},  {"2027-11-23", "2026-11-23", -1},
        {"2027-11-24", "2026-11-23", -2},  {"2008-02-29", "2026-02-28", 17},
        {"2008-02-29", "2026-03-01", 18},  {"2008-02-29", "2028-02-28", 19},
        {"2008-02-29", "2028-02-29", 20},  {"2025-12-31", "2026-01-01", 0},
        {"1900-01-01", "2199-12-31", 299},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (date_years_between(day_of(table[i].birth), day_of(table[i].day)) != table[i].age)
            fail_msg("%s on %s: %d", table[i].birth, table[i].day,
                     date_years_between(day_of(table[i].birth), day_of(table[i].day)));
}

/* From every birth: the age rises by one on the birthday and on no other day. */
static void an_age_rises_on_the_birthday(void **state)
{
    (void)state;
    for (int i = 0; i < DAYS - 41000; i += 3) {
        const struct counted *birth = &counted[i];
        int years = i % 110 + 1;
        int target = i + years * 365; /* close before the birthday: leap days come on top */
        struct counted wanted = *birth;
        wanted.year += years;
        if (wanted.month == 2 && wanted.day > length_of_month(wanted.year, 2)) {
            wanted.month = 3;
            wanted.day = 1;
        }
        while (counted[target].year != wanted.year || counted[target].month != wanted.month ||
               counted[target].day != wanted.day)
            target++;
        assert_int_equal(date_add_years(first_day + i, years), first_day + target);
        assert_int_equal(date_years_between(first_day + i, first_day + target - 1), years - 1);
        assert_int_equal(date_years_between(first_day + i, first_day + target), years);
    }
}

/* The inverse of a term; what lies between two days counts once, whichever comes first. */
static void working_days_between(void **state)
{
    (void)state;
    struct calendar c = CALENDAR_DEFAULT;
    static const struct {
        const char *from, *to;
        int n;
    } rows[] = {
        {"2026-11-20", "2026-11-27", 5},  {"2026-11-20", "2026-11-20", 0},
        {"2026-11-20", "2026-11-22", 0},  {"2026-11-22", "2026-11-23", 1},
        {"2026-04-02", "2026-04-07", 1},  {"2026-12-23", "2026-12-28", 2},
        {"2026-11-27", "2026-11-20", -5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(date_working_between(day_of(rows[i].from), day_of(rows[i].to), &c),
                         rows[i].n);
    for (int n = 0; n < 300; n++) {
        day_no from = day_of("2026-03-04");
        assert_int_equal(date_working_between(from, date_add_working(from, n, &c), &c), n);
    }
    const day_no off[] = {day_of("2026-11-24")};
    c.off = off;
    c.off_count = 1;
    assert_int_equal(date_working_between(day_of("2026-11-20"), day_of("2026-11-27"), &c), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_round_trips),
        cmocka_unit_test(no_day_that_does_not_exist_is_read),
        cmocka_unit_test(a_day_is_ten_characters),
        cmocka_unit_test(easter_is_as_knuth_has_it),
        cmocka_unit_test(every_holiday_is_as_counted),
        cmocka_unit_test(holidays_by_name),
        cmocka_unit_test(terms_of_the_design),
        cmocka_unit_test(every_term_is_as_counted),
        cmocka_unit_test(a_calendar_of_its_own),
        cmocka_unit_test(working_days_between),
        cmocka_unit_test(moments_that_are_taken),
        cmocka_unit_test(moments_that_are_not_taken),
        cmocka_unit_test(a_moment_is_read_whole),
        cmocka_unit_test(moments_are_written_as_read),
        cmocka_unit_test(periods),
        cmocka_unit_test(years_are_added),
        cmocka_unit_test(ages),
        cmocka_unit_test(an_age_rises_on_the_birthday),
    };
    return cmocka_run_group_tests(tests, count_out, NULL);
}
