/* What steering changes of how deals go, and when that becomes income. */
#ifndef KOERS_RUNTIME_FORECAST_LEVER_H
#define KOERS_RUNTIME_FORECAST_LEVER_H

#include "runtime/forecast/hazard.h"

typedef enum {
    LEVER_CREATION, /* times as many new deals */
    LEVER_WIN_RATE, /* times the chance of each deal, open ones too, at most 1 in all */
    LEVER_SIZE,     /* times what a new deal brings */
    LEVER_CYCLE,    /* times the time that each deal takes until it is won */
    LEVER_SLIPPAGE, /* of what would be won in a period this share is not before the
                       next one, where it may slip again */
    LEVER_COUNT
} Lever;

/* creation, win_rate, size 0 or more; cycle LEVER_LEAST_CYCLE or more; slippage 0 ..
   below 1. created: by period ahead, besides `by`, of creation; NULL: the same in all.
 */
typedef struct {
    double by[LEVER_COUNT];
    const double *created;
} Levers;

#define LEVER_LEAST_CYCLE 0.05

const char *lever_word(Lever lever);
/* Nothing is changed. */
Levers levers_none(void);
bool levers_are_valid(const Levers *levers);
/* How many times as many deals come in period k ahead. */
double levers_creation(const Levers *levers, size_t k);

/* As hazard_wins, which it is where win_rate, cycle and slippage change nothing. Where
   deals take another time the wins of a period come evenly over it. */
double *lever_wins(Arena *arena, const Hazard *h, size_t segment, size_t ahead,
                   const Levers *levers);
/* Periods ahead, and what is known of the first: as in hazard_wins_within. */
typedef struct {
    size_t ahead;
    const HazardNow *now;
} LeverAhead;
double *lever_wins_within(Arena *arena, const Hazard *h, size_t segment, LeverAhead at,
                          const Levers *levers);

#endif
