#include "runtime/forecast/chance.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

void chance_weights(const Expected *e, size_t ahead, double *c)
{
    double first = e->whole_sd > 0 ? e->whole_sd : e->sd[0], most = first;
    c[0] = 1;
    for (size_t j = 1; j < ahead; j++) {
        double sd = fmax(e->sd[j], most);
        c[j] = first > 0 ? sqrt(sd * sd - most * most) / first : 0;
        most = sd;
    }
}

Expected chance_sum(Arena *arena, const Expected *e, size_t ahead)
{
    Arena *scratch = arena_new();
    Expected sum = expected_new(arena, 1);
    double *c = ARENA_ARRAY(scratch, double, ahead);
    double *all = ARENA_ARRAY(scratch, double, ahead); /* weight of each error */
    double squares = 0;
    chance_weights(e, ahead, c);
    for (size_t h = 0; h < ahead; h++) {
        squares += c[h] * c[h];
        sum.mean[0] += e->mean[h];
        for (size_t j = 0; j <= h; j++)
            all[h - j] += e->sd[h] / sqrt(squares) * c[j];
    }
    squares = 0;
    for (size_t h = 0; h < ahead; h++)
        squares += all[h] * all[h];
    sum.sd[0] = sqrt(squares);
    sum.least = e->least * (double)ahead + e->known;
    sum.most = e->most * (double)ahead + e->known;
    arena_free(scratch);
    return sum;
}

double chance_reaches(const Expected *e, size_t k, double value)
{
    if (value <= expected_least(e, k))
        return 1;
    if (value > expected_most(e, k))
        return 0;
    if (!(e->sd[k] > 0))
        return e->mean[k] >= value;
    return gsl_cdf_ugaussian_Q((value - e->mean[k]) / e->sd[k]);
}
