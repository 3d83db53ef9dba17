/* How likely it is that a target is met, by the forecast of what its indicator
 * measures. */
#ifndef KOERS_RUNTIME_SESSION_CHANCE_H
#define KOERS_RUNTIME_SESSION_CHANCE_H

#include "runtime/session/internal.h"
#include "runtime/steering/steering.h"

/* A SteerWorld.outlook. Of a flow all that is known of the target's time and all that
   is expected of the rest count together, of the month that goes on what came of it and
   what usually comes from then on (running.h); of all else its last month. Errors of
   months are taken to go the same way. */
bool chance_of(void *session, const Indicator *indicator, const Target *target,
               SteerOutlook *outlook, const char **why);

#endif
