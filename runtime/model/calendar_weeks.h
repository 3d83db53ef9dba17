/* Calendars of whole weeks: 4-4-5 and its kin. A year ends on one weekday at the end of
   one month and has 52 or 53 weeks; the 53rd belongs to its last month. Inside
   calendar.c only. */
#ifndef KOERS_RUNTIME_MODEL_CALENDAR_WEEKS_H
#define KOERS_RUNTIME_MODEL_CALENDAR_WEEKS_H

#include "runtime/model/calendar.h"

int32_t weeks_period_of(const Calendar *calendar, PeriodBase base, Day day);
DayRange weeks_range(const Calendar *calendar, PeriodBase base, int32_t ordinal);
/* The number of the year that holds `day`, and the first day of a year. */
int weeks_year_of(const Calendar *calendar, Day day);
Day weeks_year_start(const Calendar *calendar, int year);
/* A month or longer unit: the day of the same week and weekday in the period n on. */
Day weeks_shift_day(const Calendar *calendar, PeriodBase base, Day day, int32_t n);

#endif
