/* The period that goes on: what is known of it by now, and how much of such a period is
   usually still to come then. Only of a flow, whose days add up to the period. Nothing
   behind the days that are known is read. */
#ifndef KOERS_RUNTIME_FORECAST_RUNNING_H
#define KOERS_RUNTIME_FORECAST_RUNNING_H

#include "runtime/forecast/history.h"

enum { RUNNING_PERIODS = 12 }; /* that say how a period fills up, at most */

/* The days of the period behind the history that are known, also where `for` ends
   before it: those before today that its sources reach. none (lo >= hi): it has not
   begun, or is over. */
DayRange running_days(const History *h, const Result *whole, HistoryAsk ask);
/* The same, and the periods before it that say how one fills up. */
DayRange running_window(const History *h, DayRange days);
/* Sets `running` of the history, from an answer by day over the window. It is not set
   where days do not add up to their periods. What is left follows from what came in the
   periods before, all of them together, by the same day of theirs; from working days
   where nothing came. */
void running_read(History *h, const Result *by_day, DayRange days);
/* Sets the parts of the units, from an answer by day and unit over `days`. */
void running_read_units(Arena *arena, History *h, const Result *parts,
                        const Result *by_day);
/* Of one measure, as it is and as it would be: as much is left of both; where one is
   not set neither is. */
void running_match(History *plain, History *what_if);
/* Puts what is known into what is expected of the first period: of its mean and its
   variance, what is left of them. */
void running_add(History *h);

#endif
