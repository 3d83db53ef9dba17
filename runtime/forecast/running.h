/* The period that goes on: what is known of it by now, and what of the periods before
   it was known at the same point of theirs, as so_far.h wants it. Only of a flow.
   Nothing behind the days that are known is read. */
#ifndef KOERS_RUNTIME_FORECAST_RUNNING_H
#define KOERS_RUNTIME_FORECAST_RUNNING_H

#include "runtime/forecast/history.h"

/* known: those of its days that are, and until: the day behind the last one that is
   over. first: the place in the history of the first period of the window; its last one
   is the period that goes on. */
typedef struct {
    DayRange known;
    Day until;
    size_t first;
} RunningWindow;

/* Of the period behind the history, also where `for` ends before it: the days before
   today that its sources reach, and days off (weekends) that follow, on which nothing
   comes: those before today, and where nothing but days off is left all of them.
   Before it are those that say what comes of it, and what forecasts at as many origins
   as are judged would have known. Nothing is known (lo >= hi) where it has not begun or
   is over. */
RunningWindow running_window(const History *h, const Result *whole, HistoryAsk ask,
                             size_t judged);
/* The days of the window that may be read, of all periods. */
DayRange running_days(const History *h, const RunningWindow *w);
/* Of the period at a place those by the same point: as many from its beginning; all,
   where all of the one that goes on are known. Of that one none behind `until`. */
DayRange running_part(const History *h, const RunningWindow *w, size_t place);
/* Days off behind `end` are not known, where by an answer by day as much as
   a tenth of what comes on a working day comes on one of them. */
void running_cut(const History *h, RunningWindow *w, const Result *by_day, Day end);

/* Of the whole, and of the units once they are set: nothing has come yet. */
void running_begin(Arena *arena, const History *h, const RunningWindow *w,
                   OutlookUnit *unit, size_t n);
/* Adds what came, from an answer by day, or by the period itself over those days; of
   units, or of the whole (units NULL). false: the periods of an answer by day over
   whole periods are not the sums of their days. */
bool running_read(const History *h, const RunningWindow *w, const Result *r,
                  HistoryUnits *units);
/* Sets `running`: it is known where something ever came by that point; also_nothing: in
   any case, for which deals are open then is known besides. */
void running_end(Arena *arena, History *h, const RunningWindow *w, bool also_nothing);
/* Where it is not known it is as if nothing had come. plain: of the same measure as it
   is, where `h` is as it would be; NULL: there is none. It is known of both or of
   neither: of both, where it is of one. */
void running_settle(History *h, History *plain);
/* What came of a unit, where that is known. */
double running_came(const History *h, const OutlookUnit *unit);

#endif
