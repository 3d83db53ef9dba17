/* Periods of calendars. A period is its unit and an ordinal that grows by one from each
   period to the next. The civil calendar with ISO weeks counts from the period that
   holds 1970-01-01 (month: (year-1970)*12 + month-1, and so on); another calendar
   counts its months, quarters, halves and years from the year numbered 1970. A unit
   carries what its calendar is made of, so all of this is pure functions of numbers. */
#ifndef KOERS_RUNTIME_MODEL_CALENDAR_H
#define KOERS_RUNTIME_MODEL_CALENDAR_H

#include "runtime/base/civil.h"
#include "runtime/base/strbuf.h"
#include "runtime/model/type.h"

#include <stdbool.h>
#include <stdint.h>

/* How many weeks the months of a quarter have. */
typedef enum {
    WEEKS_4_4_5,
    WEEKS_4_5_4,
    WEEKS_5_4_4,
} WeeksPattern;

/* What a calendar is made of: civil months, from `month` on; or whole weeks, to a
   weekday at the end of `month`. A year has the number of the civil year in which it
   ends, or of that in which it starts. */
typedef struct {
    bool has_weeks;
    int month; /* 1-12 */
    bool named_by_start;
    /* of weeks: */
    WeeksPattern pattern;
    int weekday;  /* the last day of a year: 1 Monday .. 7 Sunday */
    bool nearest; /* the weekday nearest to the end of the month, else the last in it */
    bool
        goes_on; /* week 53 compares with week 1 of the year after, else with week 52 */
} Calendar;

/* The unit in that calendar. Days are civil, so are weeks of a calendar of months, and
   so is a calendar of months from January. */
PeriodUnit calendar_unit(const Calendar *calendar, PeriodBase base);
PeriodBase calendar_base(PeriodUnit unit);
bool calendar_is_civil(PeriodUnit unit);
/* Another unit of the same calendar. */
PeriodUnit calendar_sibling(PeriodUnit unit, PeriodBase base);

/* Days [lo, hi). */
typedef struct {
    Day lo, hi;
} DayRange;

int32_t calendar_period_of(PeriodUnit unit, Day day);
DayRange calendar_range(PeriodUnit unit, int32_t ordinal);
/* Period `part` (from 1) of the year of that number: half, quarter, month, week; 0 for
   a year. false: the year has no such part. Not for days. */
bool calendar_part_of_year(PeriodUnit unit, int year, int part, int32_t *ordinal);
/* `day` moved by n units. Civil months and longer keep the day of the month, cut to the
   month's end; in a calendar of weeks a day keeps its week and weekday within the unit,
   a week that the other period does not have being its last. Days and weeks move by 1
   and 7 days. */
Day calendar_shift_day(Day day, PeriodUnit unit, int32_t n);
/* Whole months move as whole months of the unit's calendar, by their number; other
   ranges as their first and last day. */
DayRange calendar_shift_range(DayRange days, PeriodUnit unit, int32_t n);
/* The first day of those that are `day` or later when they move n units ahead, where
   the days that a shorter month does not have become its last one. */
Day calendar_origin(Day day, PeriodUnit unit, int32_t n);
/* Are they ISO weeks, and the unit a civil year? Said in weeks, they move as weeks. */
bool calendar_moves_weeks(DayRange days, PeriodUnit unit);
/* Weeks of the same numbers in another year; where that has no week 53, its week 52. */
DayRange calendar_shift_weeks(DayRange weeks, int32_t years);
/* True when every period of `outer` is made of whole periods of `inner`. */
bool calendar_nests(PeriodUnit inner, PeriodUnit outer);
/* The coarsest unit known to nest in both. */
PeriodUnit calendar_common(PeriodUnit a, PeriodUnit b);
/* The coarsest unit of whole periods that make up `days`, and how many; of the calendar
   of `year`. */
PeriodUnit calendar_unit_of_range(PeriodUnit year, DayRange days, int32_t *n);
/* 2025-03-31, 2025-W07, 2025-03, 2025-Q3, 2025-H1, 2025; in another calendar than the
   civil one FY2025-W07, FY2025-P03, FY2025-Q3, FY2025-H1, FY2025. */
void calendar_print(StrBuf *sb, PeriodUnit unit, int32_t ordinal);
/* 2025, 2025-Q3, 2025-08 .. 2025-10, 2025-01-03 .. 2025-01-09: days, at least one, as
   the longest civil units that they are whole periods of; weeks only by themselves. */
void calendar_print_days(StrBuf *sb, DayRange days);
/* The same in the calendar of that year, FY2025-W10, where it is one of weeks. */
void calendar_print_days_of(StrBuf *sb, DayRange days, PeriodUnit year);
/* Without its calendar: quarter. */
const char *calendar_unit_name(PeriodUnit unit);

/* Holidays: ascending, each once, Monday to Friday. NULL stands for none. */
typedef struct {
    const Day *day;
    size_t n;
} DaysOff;

bool calendar_is_working(const DaysOff *off, Day day);
/* Monday to Friday days in [a, b) but holidays, negative when b < a. */
int64_t calendar_working_days(const DaysOff *off, Day a, Day b);
Day calendar_add_working_days(const DaysOff *off, Day day, int64_t n);

#endif
