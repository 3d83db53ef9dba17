#include "runtime/forecast/simple.h"

#include <math.h>

/* Square root of the mean squared difference over `lag` periods; 0 when there is no
   pair. */
static double step_error(Series s, size_t lag)
{
    double sum = 0;
    for (size_t i = lag; i < s.n; i++)
        sum += (s.y[i] - s.y[i - lag]) * (s.y[i] - s.y[i - lag]);
    return s.n > lag ? sqrt(sum / (double)(s.n - lag)) : 0;
}

void naive_expect(Series s, size_t h, Expected *e)
{
    double error = step_error(s, 1);
    for (size_t k = 0; k < h; k++) {
        e->mean[k] = s.y[s.n - 1];
        e->sd[k] = error * sqrt((double)k + 1);
    }
}

void seasonal_naive_expect(Series s, size_t h, Expected *e)
{
    double error = step_error(s, s.season);
    for (size_t k = 0; k < h; k++) {
        size_t seasons = k / s.season;
        e->mean[k] = s.y[s.n - s.season + k % s.season];
        e->sd[k] = error * sqrt((double)seasons + 1);
    }
}

static double last_mean(Series s)
{
    size_t n = s.n < RUN_RATE_PERIODS ? s.n : RUN_RATE_PERIODS;
    return series_mean((Series){s.y + s.n - n, n, 1});
}

void run_rate_expect(Series s, size_t h, Expected *e)
{
    double rate = last_mean(s), sum = 0;
    size_t n = 0;
    for (size_t i = RUN_RATE_PERIODS; i < s.n; i++, n++) {
        double error = s.y[i] - last_mean(series_head(s, i));
        sum += error * error;
    }
    double one = n ? sqrt(sum / (double)n) : step_error(s, 1);
    for (size_t k = 0; k < h; k++) {
        e->mean[k] = rate;
        e->sd[k] = one * sqrt(1 + (double)k / RUN_RATE_PERIODS / RUN_RATE_PERIODS);
    }
}
