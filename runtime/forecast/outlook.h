/* What is expected of the units of a whole, and of the whole: one record each over the
   same origins. Where the whole is the sum of its units in every known period they are
   brought to each other: at each origin and period the difference between what is
   expected of the whole and the sum of its units is shared out among all of them by the
   squares of their standard deviations. After that the whole is the sum of its units,
   which what deals bring is from the beginning. */
#ifndef KOERS_RUNTIME_FORECAST_OUTLOOK_H
#define KOERS_RUNTIME_FORECAST_OUTLOOK_H

#include "runtime/forecast/so_far.h"

/* Values of one unit in all periods of the history; NAN: missing. */
typedef struct {
    const double *y;
    double *by;   /* of a flow, what came in them and in the period behind, which
                     goes on, by the same point; NULL: as if nothing had come */
    size_t begin; /* the first value that is not missing and not 0; n: there is none */
    Record record;
} OutlookUnit;

typedef struct {
    size_t n, season; /* periods of the history */
    OutlookUnit *unit;
    size_t n_unit;
    OutlookUnit *whole; /* NULL: there is no whole */
    double gone;        /* of the period that goes on: of its working days; 0 .. 1 */
    bool is_share;      /* values are percents: what never was above 1 will not be */
    bool adds_up;       /* the units are parts of it, and have been brought to it */
    Origins origins;
    size_t n_judged; /* origins whose forecasts are judged, before the last one */
} Outlook;

typedef struct {
    Method method;
    size_t ahead;
    size_t judged; /* origins before the last that are judged, at most */
    const volatile sig_atomic_t *stop;  /* of Origins */
    const struct PipelineAsk *pipeline; /* of METHOD_PIPELINE */
} OutlookAsk;

/* Sets the records, with what came so far (so_far.h) in what is expected of the first
   period at each origin where that is known. `o` has n, season, units and the whole
   without theirs. */
void outlook_make(Arena *arena, Outlook *o, OutlookAsk ask);
/* Of what was made as if nothing had come, the first period alone, with what came so
   far by `from`, which has the same units. */
Outlook outlook_running(Arena *arena, const Outlook *made, const Outlook *from);
/* The part of a whole period of the unit, or of the whole, that is still to come of the
   one that goes on: 0 .. 1. */
double outlook_left(const Outlook *o, const OutlookUnit *unit);
/* What came of the whole so far, where that is known. */
SoFar outlook_so_far(Arena *arena, const Outlook *o);
/* Errors at one lead (0: at all of them) over the origins that are judged. */
Accuracy outlook_accuracy(const Outlook *o, const OutlookUnit *unit, size_t lead);
/* The forecast of what comes; made: there is one. */
const Expected *outlook_expected(const Outlook *o, const OutlookUnit *unit, bool *made);
/* Enough is known of the unit to say how sure its forecast is. */
bool outlook_knows_width(const Outlook *o, const OutlookUnit *unit);

#endif
