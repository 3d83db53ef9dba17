/* Every indicator in every period of its rhythm that is over. */
#include "runtime/steering/check.h"

/* Periods before the first value say nothing, but the last one says that there is none.
 */
static size_t first_known(const SteerHistory *h)
{
    size_t i = 0;
    while (i + 1 < h->n && h->value[i].empty)
        i++;
    return i;
}

bool steering_readings(const SteerWorld *world, SteerReadings *readings)
{
    Checker c;
    SteerFindings findings;
    steer_begin(&c, world, &findings);
    *readings = (SteerReadings){0};
    for (size_t i = 0; i < c.graph.n; i++) {
        Rhythm rhythm = c.graph.node[i]->head.rhythm;
        const SteerHistory *h = steer_history(&c, i, steer_rhythm_unit(rhythm));
        size_t at = first_known(h);
        do
            ARENA_PUSH(world->arena, readings->item, readings->n, readings->cap,
                       steer_standing(&c, c.graph.node[i], h, at));
        while (++at < h->n);
    }
    return !world->stopped(world->self);
}
