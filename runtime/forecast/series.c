#include "runtime/forecast/series.h"

#include <math.h>

Expected expected_new(Arena *arena, size_t h)
{
    return (Expected){.mean = ARENA_ARRAY(arena, double, h),
                      .sd = ARENA_ARRAY(arena, double, h),
                      .least = -(double)INFINITY,
                      .most = (double)INFINITY};
}

double expected_least(const Expected *e, size_t k)
{
    return k == 0 ? e->least + e->known : e->least;
}

double expected_most(const Expected *e, size_t k)
{
    return k == 0 ? e->most + e->known : e->most;
}

double expected_bound(const Expected *e, size_t k, double value)
{
    return fmin(fmax(value, expected_least(e, k)), expected_most(e, k));
}

bool expected_is_finite(const Expected *e, size_t h)
{
    for (size_t i = 0; i < h; i++) {
        if (!isfinite(e->mean[i]) || !isfinite(e->sd[i]))
            return false;
    }
    return true;
}

Series series_head(Series s, size_t n)
{
    s.n = n < s.n ? n : s.n;
    return s;
}

double series_mean(Series s)
{
    double sum = 0;
    for (size_t i = 0; i < s.n; i++)
        sum += s.y[i];
    return s.n ? sum / (double)s.n : 0;
}

bool series_is_constant(Series s)
{
    for (size_t i = 1; i < s.n; i++) {
        if (s.y[i] != s.y[0])
            return false;
    }
    return true;
}

bool series_is_positive(Series s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!(s.y[i] > 0))
            return false;
    }
    return true;
}

bool series_has_seasons(Series s, size_t seasons)
{
    return s.season > 1 && s.n >= seasons * s.season;
}

void series_acf(Series s, size_t max, double *acf)
{
    double mean = series_mean(s), c0 = 0;
    for (size_t i = 0; i < s.n; i++)
        c0 += (s.y[i] - mean) * (s.y[i] - mean);
    for (size_t lag = 0; lag <= max; lag++) {
        double c = 0;
        for (size_t i = lag; i < s.n; i++)
            c += (s.y[i] - mean) * (s.y[i - lag] - mean);
        acf[lag] = c0 > 0 ? c / c0 : lag == 0;
    }
}

void series_line(Series s, double *intercept, double *slope)
{
    double t_mean = ((double)s.n + 1) / 2, y_mean = series_mean(s);
    double ty = 0, tt = 0;
    for (size_t i = 0; i < s.n; i++) {
        double t = (double)i + 1 - t_mean;
        ty += t * (s.y[i] - y_mean);
        tt += t * t;
    }
    *slope = tt > 0 ? ty / tt : 0;
    *intercept = y_mean - *slope * t_mean;
}

double series_mean_step(Series s, size_t lag)
{
    double sum = 0;
    size_t n = 0;
    for (size_t i = lag; i < s.n; i++) {
        double step = fabs(s.y[i] - s.y[i - lag]);
        if (isnan(step))
            continue;
        sum += step;
        n++;
    }
    return n ? sum / (double)n : 0;
}

/* The value at `i` on the line between the known neighbours; the last known one behind
   the end. */
static double between(Series s, size_t i)
{
    size_t lo = i, hi = i + 1;
    while (lo > 0 && isnan(s.y[lo - 1]))
        lo--;
    while (hi < s.n && isnan(s.y[hi]))
        hi++;
    if (lo == 0 || hi == s.n)
        return lo == 0 ? s.y[hi] : s.y[lo - 1];
    double before = s.y[lo - 1], after = s.y[hi];
    return before + (after - before) * (double)(i + 1 - lo) / (double)(hi + 1 - lo);
}

/* How far the known values of the same place in the season lie off the mean of their
   two neighbours; 0 where none has both. */
static double departure(Series s, size_t i)
{
    double sum = 0;
    size_t n = 0;
    if (s.season < 2)
        return 0;
    for (size_t j = i % s.season; j < s.n; j += s.season) {
        if (j == 0 || j + 1 >= s.n || isnan(s.y[j]) || isnan(s.y[j - 1]) ||
            isnan(s.y[j + 1]))
            continue;
        sum += s.y[j] - (s.y[j - 1] + s.y[j + 1]) / 2;
        n++;
    }
    return n ? sum / (double)n : 0;
}

Series series_fill(Arena *arena, Series s, size_t *filled)
{
    *filled = 0;
    while (s.n && isnan(s.y[0])) {
        s.y++;
        s.n--;
    }
    double *y = ARENA_ARRAY(arena, double, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        bool missing = isnan(s.y[i]);
        y[i] = missing ? between(s, i) + departure(s, i) : s.y[i];
        *filled += missing;
    }
    return (Series){y, s.n, s.season};
}
