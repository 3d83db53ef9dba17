/* An absorbing Markov chain: a deal moves between stages once a period until it is won
   or lost, whatever its age. Kemeny and Snell, Finite Markov Chains, 1960, chapter 3.
 */
#ifndef KOERS_RUNTIME_FORECAST_CHAIN_H
#define KOERS_RUNTIME_FORECAST_CHAIN_H

#include "runtime/base/arena.h"

#include <stdbool.h>

/* Chances of a period. move[i * n + j]: from stage i to stage j, back or forth or
   staying; won[i], lost[i]: the end. A stage's chances add up to 1. */
typedef struct {
    size_t n;
    const double *move, *won, *lost;
} Chain;

/* visits[i * n + j]: periods that a deal now in stage i will still be in j, this one
   counted. Per stage: won, the chance that it is ever won; periods, until it ends;
   periods_won, of those that are won (NAN: none is). The arena's. */
typedef struct {
    double *visits, *won, *periods, *periods_won;
} ChainEnd;

/* Every chance lies between 0 and 1, a stage's add up to 1, and from every stage an end
   can be reached. */
bool chain_is_valid(Arena *arena, const Chain *chain);
/* false: the chain is not valid. */
bool chain_solve(Arena *arena, const Chain *chain, ChainEnd *end);
/* won[i]: the chance that a deal now in stage i is won within the next `periods`. */
void chain_won_within(Arena *arena, const Chain *chain, size_t periods, double *won);

#endif
