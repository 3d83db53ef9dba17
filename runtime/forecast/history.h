/* What the answer to a question about the past says as series: one of the whole, one of
   each unit. Periods that are not over, or whose rows end long before them, are left
   out, for a part of a period says nothing of how it will end. */
#ifndef KOERS_RUNTIME_FORECAST_HISTORY_H
#define KOERS_RUNTIME_FORECAST_HISTORY_H

#include "runtime/algebra/result.h"
#include "runtime/forecast/outlook.h"
#include "runtime/model/calendar.h"

typedef enum {
    HISTORY_WHOLE,   /* nothing was left out */
    HISTORY_RUNNING, /* a period that is not over */
    HISTORY_ENDS,    /* a period whose rows end before it does */
} HistoryCut;

/* What is known of the period that goes on; see running.h. */
typedef struct {
    bool is_known;
    Day until;    /* the day behind the last one that is known */
    double left;  /* of what is expected of a whole period, what is still to come */
    bool is_part; /* that is a part of it, of whatever size it is */
} Running;

typedef struct {
    PeriodUnit unit;
    int32_t first; /* ordinal of the first period */
    HistoryCut cut;
    int32_t cut_at;   /* the first period that was left out */
    Day newest;       /* of HISTORY_ENDS: the day of the last row */
    size_t n_missing; /* of the whole: values that are missing between others */
    int digits;       /* after the point: as the values have, and four that count; at
                         most HISTORY_DIGITS, and none of whole things */
    Outlook outlook;  /* its n, season, units and whole are set */
    Running running;
    uint32_t *row; /* per unit: a line of the answer about units that names it */
} History;

enum { HISTORY_DIGITS = 6 };

/* covered_to: each source says itself what time its rows cover, and this is the day
   behind it; DAY_NONE: one does not. */
typedef struct {
    Day today, covered_to;
} HistoryAsk;

/* The first column of an answer is the period, the last one the value. Its lines reach
   the end of what its sources cover (Question.to_end): what is whole there is known,
   whether it has a value or not. Sets the whole; n is 0 where no whole period is known.
 */
void history_read(Arena *arena, const Result *whole, HistoryAsk ask, History *h);
/* Is the period over, and do the rows of the answer reach its end? */
bool history_is_whole(const Result *r, HistoryAsk ask, int32_t period);
/* The day behind the last one that is known: before today, and as far as rows reach. */
Day history_end(const Result *r, HistoryAsk ask);
/* Sets the units, from an answer with more keys behind the period: those that have a
   value that is not 0 in a known period, or there in `other` answers with the same keys
   and periods, or in `running` ones about the known days of the period that goes on
   (NULL: there is none). No row of later may say which there are. A flow without a line
   is 0. */
typedef struct {
    const Result *other[4], *running[2];
} HistoryMet;
void history_read_units(Arena *arena, const Result *parts, const HistoryMet *also,
                        History *h);
/* Finds the units of a history, whose names the lines of `past` have, in other answers
   with the same keys. */
typedef struct HistoryUnits HistoryUnits;
HistoryUnits *history_units_new(const History *h, const Result *past);
/* The unit of a line; as many as there are: it is none of them. */
size_t history_unit(HistoryUnits *units, const Result *r, uint32_t row);
void history_units_free(HistoryUnits *units);
/* Periods after which the season of a year, of a day that of a week, comes again. */
size_t history_season(PeriodUnit unit);

#endif
