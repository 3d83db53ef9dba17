/* Civil dates as day numbers: days since 1970-01-01 in the proleptic Gregorian
   calendar, years 0001-9999. A moment is seconds since 1970-01-01 00:00:00 local
   time; there are no zones. Period arithmetic lives in model/calendar. */
#ifndef KOERS_RUNTIME_BASE_CIVIL_H
#define KOERS_RUNTIME_BASE_CIVIL_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t Day;

#define DAY_NONE INT32_MIN

typedef struct {
    int year, month, day; /* month 1-12, day 1-31 */
} Civil;

Day civil_to_day(int year, int month, int day);
Civil civil_from_day(Day day);
bool civil_is_valid(int year, int month, int day);
bool civil_is_leap(int year);
int civil_days_in_month(int year, int month);
int civil_weekday(Day day); /* 1 Monday .. 7 Sunday */
/* The Monday of ISO week `week` of ISO year `year`. */
Day civil_iso_week_start(int year, int week);
void civil_iso_week(Day day, int *year, int *week);
int civil_iso_weeks_in_year(int year); /* 52 or 53 */

/* YYYY-MM-DD, optionally followed by a blank or T and hh:mm[:ss[.fff]][Z].
   *has_time tells whether a time of day was given; seconds are truncated.
   false when it is no valid date. */
bool civil_parse(const char *text, size_t len, int64_t *seconds, bool *has_time);
void civil_print_day(StrBuf *sb, Day day);            /* 2025-03-31 */
void civil_print_moment(StrBuf *sb, int64_t seconds); /* 2025-03-31 14:05:00 */
Day civil_day_of(int64_t seconds);
/* The machine's local date and moment. */
Day civil_today(void);
int64_t civil_now(void);

#endif
