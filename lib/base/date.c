#include "base/date.h"

#include <stdio.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, SECONDS_A_DAY = 86400 };

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool date_valid(struct date d)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (d.year < FIRST_YEAR || d.year > LAST_YEAR || d.month < 1 || d.month > 12 || d.day < 1)
        return false;
    return d.day <= days[d.month - 1] + (d.month == 2 && leap(d.year));
}

/* Years that begin in March put the leap day last, and every month but that one in a fixed rhythm;
 * eras are the 400 years after which the calendar repeats. */
day_no date_number(struct date d)
{
    int year = d.month <= 2 ? d.year - 1 : d.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_of(day_no day)
{
    int z = day + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int of_era = z - era * 146097;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100);
    int month = (5 * of_year + 2) / 153;
    struct date d = {.day = of_year - (153 * month + 2) / 5 + 1};
    d.month = month < 10 ? month + 3 : month - 9;
    d.year = year + era * 400 + (d.month <= 2);
    return d;
}

/* The number in `n` digits at s.p[at], -1 when there are not that many. */
static int digits(struct str s, size_t at, size_t n)
{
    if (at + n > s.n)
        return -1;
    return (int)str_number((struct str){s.p + at, n});
}

static bool sign_at(struct str s, size_t at, char c)
{
    return at < s.n && s.p[at] == c;
}

bool date_read_day(struct str s, day_no *day)
{
    struct date d = {digits(s, 0, 4), digits(s, 5, 2), digits(s, 8, 2)};
    if (s.n != 10 || !sign_at(s, 4, '-') || !sign_at(s, 7, '-') || !date_valid(d))
        return false;
    *day = date_number(d);
    return true;
}

bool date_read_moment(struct str s, day_no *day, int64_t *seconds)
{
    if (s.n < 20 || !date_read_day((struct str){s.p, 10}, day))
        return false;
    int hour = digits(s, 11, 2), minute = digits(s, 14, 2), second = digits(s, 17, 2);
    if (!sign_at(s, 10, 'T') || !sign_at(s, 13, ':') || !sign_at(s, 16, ':') || hour < 0 ||
        hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return false;
    int offset = 0;
    if (s.n == 25 && (s.p[19] == '+' || s.p[19] == '-')) {
        int offset_hour = digits(s, 20, 2), offset_minute = digits(s, 23, 2);
        if (!sign_at(s, 22, ':') || offset_hour < 0 || offset_hour > 23 || offset_minute < 0 ||
            offset_minute > 59)
            return false;
        offset = offset_hour * 60 + offset_minute;
        if (s.p[19] == '-')
            offset = -offset;
    } else if (s.n != 20 || s.p[19] != 'Z') {
        return false;
    }
    *seconds = (int64_t)*day * SECONDS_A_DAY + hour * 3600 + minute * 60 + second - offset * 60;
    return true;
}

bool date_read_period(struct str s, day_no *day)
{
    int64_t seconds;
    struct date d = {digits(s, 0, 4), 1, 1};
    if (s.n == 7 && sign_at(s, 4, '-'))
        d.month = digits(s, 5, 2);
    else if (s.n != 4)
        return date_read_day(s, day) || date_read_moment(s, day, &seconds);
    if (!date_valid(d))
        return false;
    *day = date_number(d);
    return true;
}

void date_write(struct buf *b, day_no day)
{
    struct date d = date_of(day);
    char text[40];
    int n = snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    buf_add(b, text, (size_t)n);
}

void date_write_moment(struct buf *b, int64_t seconds, int offset_minutes)
{
    int64_t local = seconds + (int64_t)offset_minutes * 60;
    int64_t day = local / SECONDS_A_DAY;
    int of_day = (int)(local % SECONDS_A_DAY);
    if (of_day < 0) {
        of_day += SECONDS_A_DAY;
        day--;
    }
    date_write(b, (day_no)day);
    int offset = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    char text[40];
    int n =
        snprintf(text, sizeof text, "T%02d:%02d:%02d%c%02d:%02d", of_day / 3600, of_day / 60 % 60,
                 of_day % 60, offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
    buf_add(b, text, (size_t)n);
}

int date_weekday(day_no day)
{
    int w = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return w < 0 ? w + 7 : w;
}

/* The Gregorian computus in the form of Meeus, Jones and Butcher. */
day_no date_easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return date_number((struct date){year, n / 31, n % 31 + 1});
}

bool date_holiday(day_no day)
{
    struct date d = date_of(day);
    if ((d.month == 1 && d.day == 1) || (d.month == 5 && d.day == 5) ||
        (d.month == 12 && (d.day == 25 || d.day == 26)))
        return true;
    if (d.month == 4 && d.day >= 26 && d.day <= 27) {
        day_no kings_day = date_number((struct date){d.year, 4, 27});
        if (day == (date_weekday(kings_day) == 6 ? kings_day - 1 : kings_day))
            return true;
    }
    if (d.month < 3 || d.month > 6)
        return false;
    int after_easter = day - date_easter(d.year);
    return after_easter == -2 || after_easter == 1 || after_easter == 39 || after_easter == 50;
}

bool date_working(day_no day, const struct calendar *c)
{
    if (!(c->workdays >> date_weekday(day) & 1) || date_holiday(day))
        return false;
    for (size_t i = 0; i < c->off_count && c->off[i] <= day; i++)
        if (c->off[i] == day)
            return false;
    return true;
}

day_no date_add_working(day_no day, int n, const struct calendar *c)
{
    int step = n < 0 ? -1 : 1;
    while (n != 0) {
        day += step;
        if (date_working(day, c))
            n -= step;
    }
    return day;
}

int date_working_between(day_no from, day_no to, const struct calendar *c)
{
    if (to < from)
        return -date_working_between(to, from, c);
    int n = 0;
    for (day_no day = from + 1; day <= to; day++)
        n += date_working(day, c);
    return n;
}

day_no date_add_years(day_no day, int years)
{
    struct date d = date_of(day);
    d.year += years;
    if (d.month == 2 && d.day == 29 && !leap(d.year)) {
        d.month = 3;
        d.day = 1;
    }
    return date_number(d);
}

int date_years_between(day_no birth, day_no day)
{
    int years = date_of(day).year - date_of(birth).year;
    return date_add_years(birth, years) > day ? years - 1 : years;
}
