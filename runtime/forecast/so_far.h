/* A period that goes on: what came of it so far, and what usually comes behind that
   point, which the periods before it say. What comes is learned as an amount beside the
   size of a whole one, so it may be below 0, or more than the whole. Pure numbers, of a
   flow. */
#ifndef KOERS_RUNTIME_FORECAST_SO_FAR_H
#define KOERS_RUNTIME_FORECAST_SO_FAR_H

#include "runtime/forecast/record.h"

enum {
    SO_FAR_PERIODS = 12, /* that say what comes behind the point, at most */
    SO_FAR_ENOUGH = 4    /* with values, of a part of a whole: they say it alone */
};

/* y: values of whole periods (NAN: 0). by: what came in them, and in the one behind
   them, by the same point of each (NAN: not known). other: what is left of a whole one
   at each, as others have it, which counts as long as fewer than `enough` periods with
   values are known. */
typedef struct {
    const double *y, *by, *other;
    size_t enough;
} SoFar;

/* Of a whole period `t` of one that is as large as those before it: what is still to
   come. Nothing of that period or behind it is read. */
double so_far_left(const SoFar *s, size_t t);
/* Does that hold for values of whatever size: are those before `t` all of one sign? */
bool so_far_is_part(const SoFar *s, size_t t);
/* What is still to come of period `t`, of which `whole` is expected. */
double so_far_rest(const SoFar *s, size_t t, double whole);
/* Puts it into what a record, whose series is `y`, expects of the first period at each
   origin: what came by the point and what is still to come. The deviation is that which
   holds eight in ten of the errors so made at the origins before, beside those of the
   method for what is left (record_conformal). */
void so_far_put(Record *record, const SoFar *s);

#endif
