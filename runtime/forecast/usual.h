/* The stage-weighted pipeline over time: a deal is won with the chance of its stage,
   whatever becomes of it on the way, as long from now as deals of the stage that were
   won stood there before. */
#ifndef KOERS_RUNTIME_FORECAST_USUAL_H
#define KOERS_RUNTIME_FORECAST_USUAL_H

#include "runtime/forecast/calibration.h"
#include "runtime/forecast/hazard.h"

/* wait[(segment * n_stage + stage) * n + k]: how often a deal that stood in a stage was
   won in the period that was k periods ahead (0: the next one). */
typedef struct {
    const double *wait;
    size_t n;
} Waits;

/* Puts the chances of stages in the place of what becomes of deals in each period; what
   is too old stays so. A segment's waits are shrunk as its chances are, by the strength
   of the hazard. Segments and stages are those of the hazard. The arena's. */
void usual_put(Arena *arena, const Calibration *c, Waits waits, Hazard *h);
/* Of deals of the stage that are won, of all segments: the periods until they are, the
   next one 1. NAN: none was. */
double usual_wait(const HazardForm *form, Waits waits, size_t stage);

#endif
