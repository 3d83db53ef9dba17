/* Draws for the demo company: integers only, so that the same seed gives the same rows
   on any machine. A stream belongs to one thing (the 17th deal, say) and not to the
   order in which things are made: whoever needs the thing again makes it again. */
#ifndef KOERS_RUNTIME_DEMO_DRAW_H
#define KOERS_RUNTIME_DEMO_DRAW_H

#include <stdbool.h>
#include <stdint.h>

/* What a stream is about; one for each use of an id. */
typedef enum {
    DRAW_PEOPLE,
    DRAW_PRODUCT,
    DRAW_CUSTOMER,
    DRAW_NAME,
    DRAW_WALLET,
    DRAW_PLAN,
    DRAW_DEAL,
    DRAW_LIFE,
    DRAW_QUOTE,
    DRAW_CAMPAIGN,
    DRAW_GROUP,
    DRAW_LEAD,
    DRAW_ACTIVITY,
    DRAW_ORDER,
    DRAW_DEAL_ORDER,
    DRAW_INVOICE,
    DRAW_MONEY,
    DRAW_TARGET,
    DRAW_FORECAST,
    DRAW_RATE,
    DRAW_STEERING,
    DRAW_DAY,
    DRAW_EVEN_OUTCOME,
    DRAW_EVEN_SIZE,
    DRAW_EVEN_KIND,
} DrawSubject;

typedef struct {
    uint64_t state;
} Draw;

/* The value below which `at` thousandths of the draws lie; straight in between. The
   first point is at 0, the last at 1000. */
typedef struct {
    int at, value;
} CurvePoint;

Draw draw_from(uint64_t seed, DrawSubject subject, uint64_t id);
uint64_t draw_next(Draw *draw);
/* 0 to n - 1, all equally likely; n > 0. */
int draw_below(Draw *draw, int n);
int draw_between(Draw *draw, int low, int high); /* both may come */
/* True in `permille` of 1000 draws. */
bool draw_happens(Draw *draw, int permille);
int draw_curve(Draw *draw, const CurvePoint *curve);
/* The place that the weights (all >= 0, some > 0) give a draw. */
int draw_weighted(Draw *draw, const int *weight, int n);

/* Of a subject DRAW_EVEN_...: 0 to 2^32 - 1, spread so evenly over ids in a row of one
   series that shares and sums of a year hardly depend on luck. Outcome and size of one
   id are spread evenly together. */
uint32_t draw_even(uint64_t seed, DrawSubject subject, unsigned series, uint64_t id);
int curve_at(const CurvePoint *curve, uint32_t fraction);

#endif
