/* Periods of the civil calendar with ISO weeks. A period is its unit and an ordinal:
   the number of such periods since the one that holds 1970-01-01 (day: day number;
   week: ISO weeks; month: (year-1970)*12 + month-1; and so on). Pure functions. */
#ifndef KOERS_RUNTIME_MODEL_CALENDAR_H
#define KOERS_RUNTIME_MODEL_CALENDAR_H

#include "runtime/base/civil.h"
#include "runtime/base/strbuf.h"
#include "runtime/model/type.h"

#include <stdbool.h>
#include <stdint.h>

/* Days [lo, hi). */
typedef struct {
    Day lo, hi;
} DayRange;

int32_t calendar_period_of(PeriodUnit unit, Day day);
DayRange calendar_range(PeriodUnit unit, int32_t ordinal);
/* `day` moved by n units: months and longer keep the day of the month, cut to the
   month's end; days and weeks move by 1 and 7 days. */
Day calendar_shift_day(Day day, PeriodUnit unit, int32_t n);
/* True when every period of `outer` is made of whole periods of `inner`. */
bool calendar_nests(PeriodUnit inner, PeriodUnit outer);
/* The coarsest unit of whole periods that make up `days`, and how many. */
PeriodUnit calendar_unit_of_range(DayRange days, int32_t *n);
/* 2025-03-31, 2025-W07, 2025-03, 2025-Q3, 2025-H1, 2025 */
void calendar_print(StrBuf *sb, PeriodUnit unit, int32_t ordinal);
/* 2025, 2025-Q3, 2025-08 .. 2025-10, 2025-01-03 .. 2025-01-09: days, at least one, as
   the longest units that they are whole periods of; weeks only by themselves. */
void calendar_print_days(StrBuf *sb, DayRange days);
const char *calendar_unit_name(PeriodUnit unit);
/* Monday to Friday days in [a, b), negative when b < a. */
int64_t calendar_working_days(Day a, Day b);
Day calendar_add_working_days(Day day, int64_t n);

#endif
