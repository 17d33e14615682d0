/* Civil days, instants and terms.
 *
 * A day is a number: days since 1970-01-01 in the proleptic Gregorian calendar, without any time
 * zone. The day of a moment is the date that is written in it (design 2, "Dates and order"): no
 * conversion of zones. Years run from 1900 to 2199. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day_no;

#define DAY_NONE INT32_MAX /* no day at all */

struct date {
    int year, month, day; /* month 1-12, day 1-31 */
};

bool date_valid(struct date d);
day_no date_number(struct date d);
struct date date_of(day_no day);

/* `JJJJ-MM-DD` alone; false when it is no valid date. */
bool date_read_day(struct str s, day_no *day);

/* RFC 3339 with seconds and an offset, capital T and Z, no fraction: the day as it is written, and
 * the seconds since 1970-01-01T00:00:00Z. A leap second (:60) is not taken. */
bool date_read_moment(struct str s, day_no *day, int64_t *seconds);

/* `JJJJ`, `JJJJ-MM`, or either of the above; the day is the first of the period. */
bool date_read_period(struct str s, day_no *day);

/* The ten characters `JJJJ-MM-DD`. */
void date_write(struct buf *b, day_no day);

/* A moment in RFC 3339, written with the offset of `offset_minutes` to UTC (an offset of 0 is
 * written +00:00). */
void date_write_moment(struct buf *b, int64_t seconds, int offset_minutes);

/* 0 Monday ... 6 Sunday. */
int date_weekday(day_no day);

/* Easter Sunday of a year. */
day_no date_easter(int year);

/* The generally recognised holidays of Algemene termijnenwet art. 3 as it reads now, applied to
 * every year: 1 January, Good Friday, Easter Monday, King's Day (27 April, 26 when that is a
 * Sunday), 5 May, Ascension, Whit Monday, 25 and 26 December. Easter and Whit Sunday are Sundays
 * anyway. */
bool date_holiday(day_no day);

/* Which days are worked on: a policy may say otherwise and add days off. */
struct calendar {
    unsigned workdays; /* bit 0 Monday ... bit 6 Sunday; at least one is set */
    const day_no *off; /* further days off, ascending */
    size_t off_count;
};

/* Monday to Friday, no further days off. */
#define CALENDAR_DEFAULT ((struct calendar){.workdays = 0x1f})

bool date_working(day_no day, const struct calendar *c);

/* The last day of a term of `n` units that starts with `day`: the Nth working day after it. With n
 * negative the Nth working day before it. */
day_no date_add_working(day_no day, int n, const struct calendar *c);

/* How many working days after `from` end with `to`: 0 on the same day, and from a Friday to the
 * Sunday after it; negative when `to` is the earlier. */
int date_working_between(day_no from, day_no to, const struct calendar *c);

/* The same day so many years later; 29 February becomes 1 March where the year has none. */
day_no date_add_years(day_no day, int years);

/* Full years from `birth` to `day`: an age. Negative before the birth. */
int date_years_between(day_no birth, day_no day);

#endif
