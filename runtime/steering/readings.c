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

static SteerReading reading_of(Checker *c, const SteerHistory *h, size_t at)
{
    const Indicator *one = c->graph.node[h->node];
    SteerReading reading = {
        .indicator = one, .days = "", .value.empty = true, .so_far.empty = true};
    SteerStanding standing = steer_standing(c, one, h, at);
    if (at < h->n) {
        reading.has_period = true;
        reading.period = h->period[at];
        reading.days = steer_days(c, reading.period);
        reading.value = h->value[at];
    }
    reading.target = standing.target;
    reading.so_far = standing.so_far;
    reading.part = standing.part;
    reading.status = standing.status;
    reading.why = standing.why;
    return reading;
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
                       reading_of(&c, h, at));
        while (++at < h->n);
    }
    return !world->stopped(world->self);
}
