#include "runtime/forecast/theta.h"
#include "runtime/forecast/smoothing.h"

#include <math.h>

bool theta_expect(Arena *arena, Series s, size_t h, Expected *e)
{
    if (s.n < 2)
        return false;
    Season season = decompose_find(arena, s);
    Series bare = season_adjusted(arena, &season, s);
    Smoothing simple = {0};
    SmoothingState end;
    if (!smoothing_fit(arena, &simple, bare, &end))
        return false;
    smoothing_expect(&simple, &end, bare, h, e);
    double intercept, slope, alpha = simple.alpha;
    series_line(bare, &intercept, &slope);
    double lag = (1 - pow(1 - alpha, (double)s.n)) / alpha;
    for (size_t k = 0; k < h; k++)
        e->mean[k] += slope / 2 * ((double)k + lag);
    season_restore_expected(&season, s.n, h, e);
    return expected_is_finite(e, h);
}
