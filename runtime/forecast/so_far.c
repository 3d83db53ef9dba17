#include "runtime/forecast/so_far.h"

#include <math.h>

/* Of the periods before one. */
typedef struct {
    double rest, net, size; /* behind the point; of whole ones, and without signs */
    double early;           /* before the point, without signs */
    size_t n, n_value;      /* periods, and those with a value */
    bool falls, rises;      /* something came behind the point that is below 0, above */
} Sums;

static Sums sums_before(const SoFar *s, size_t t)
{
    Sums sum = {.n = 0};
    for (size_t j = t > SO_FAR_PERIODS ? t - SO_FAR_PERIODS : 0; j < t; j++) {
        double y = isnan(s->y[j]) ? 0 : s->y[j], rest = y - s->by[j];
        if (isnan(rest))
            continue;
        rest = fabs(rest) > 1e-9 * (fabs(y) + 1) ? rest : 0;
        sum.n++;
        sum.n_value += y != 0 || s->by[j] != 0;
        sum.rest += rest;
        sum.net += y;
        sum.size += fabs(y);
        sum.early += fabs(s->by[j]);
        sum.falls |= rest < 0;
        sum.rises |= rest > 0;
    }
    return sum;
}

static double part_of(const Sums *sum)
{
    if (!(sum->size > 0) || sum->net == 0)
        return 0;
    return (sum->net > 0 ? sum->rest : -sum->rest) / sum->size;
}

/* How much the periods themselves count, beside what others have. */
static double weight_of(const SoFar *s, const Sums *sum)
{
    return fmin((double)sum->n_value / (double)s->enough, 1);
}

double so_far_left(const SoFar *s, size_t t)
{
    Sums sum = sums_before(s, t);
    double weight = sum.size > 0 ? weight_of(s, &sum) : 0;
    return weight * part_of(&sum) + (1 - weight) * s->other[t];
}

bool so_far_is_part(const SoFar *s, size_t t)
{
    Sums sum = sums_before(s, t);
    return fabs(sum.net) >= sum.size * (1 - 1e-9) && (sum.size > 0 || sum.early == 0);
}

/* As far as whole periods have one sign what is left goes with the size of the whole;
   as far as they cancel each other it is the mean of what came. */
double so_far_rest(const SoFar *s, size_t t, double whole)
{
    Sums sum = sums_before(s, t);
    double weight = weight_of(s, &sum), own = 0;
    if (sum.n_value) {
        double one_sign = sum.size > 0 ? fabs(sum.net) / sum.size : 0;
        own = part_of(&sum) * whole + (1 - one_sign) * sum.rest / (double)sum.n;
    }
    return weight * own + (1 - weight) * s->other[t] * whole;
}

/* What the errors at a period are measured by. */
static double size_at(const SoFar *s, size_t t)
{
    Sums sum = sums_before(s, t);
    double size = fmax(sum.size, sum.early);
    return size > 0 ? size / (double)sum.n : 1;
}

/* What came stays, unless something that goes the other way has come behind it. */
static double kept_of(const SoFar *s, size_t t, const Expected *e)
{
    Sums sum = sums_before(s, t);
    bool goes = (sum.falls && isfinite(e->least)) || (sum.rises && isfinite(e->most));
    return goes ? 0 : s->by[t];
}

static void put_mean(const SoFar *s, size_t t, Expected *e)
{
    double rest = so_far_rest(s, t, e->mean[0]);
    e->known = kept_of(s, t, e);
    e->whole_sd = e->sd[0];
    e->mean[0] = expected_bound(e, 0, s->by[t] + rest);
}

enum { LEAST_BEFORE = 3 }; /* periods that say what a period may bring */

/* The error at a period, where `expected` was; NAN: it is not known. */
static double error_at(const SoFar *s, size_t t, double expected)
{
    return fabs(s->y[t] - expected) / size_at(s, t);
}

/* Where few forecasts were made before, the periods before them, as if the mean of
   those before had been expected of each: up to `most` errors. */
static size_t errors_before(const SoFar *s, size_t t, double *error, size_t most)
{
    size_t n = 0;
    for (; t > LEAST_BEFORE && n < most; t--) {
        Sums sum = sums_before(s, t - 1);
        double mean = sum.net / (double)sum.n;
        double e = error_at(s, t - 1, s->by[t - 1] + so_far_rest(s, t - 1, mean));
        if (!isnan(e) && sum.n >= LEAST_BEFORE)
            error[n++] = e;
    }
    return n;
}

static double deviation_at(Arena *scratch, const Record *r, const SoFar *s, size_t i)
{
    size_t t = r->origins.known[i], first = t, n = 0;
    double size = size_at(s, t), left = fmin(fabs(so_far_left(s, t)), 1);
    double *ratio = ARENA_ARRAY(scratch, double, i + RECORD_WINDOW + RECORD_OTHERS);
    double squares = left * r->at[i].whole_sd * r->at[i].whole_sd / (size * size);
    for (size_t j = 0; j < i; j++) {
        size_t from = r->origins.known[j];
        if (!r->made[j] || isnan(s->y[from]) || isnan(s->by[from]) || from >= t)
            continue;
        first = from < first ? from : first;
        ratio[n++] = error_at(s, from, r->at[j].mean[0]);
    }
    if (n < RECORD_WINDOW)
        n += errors_before(s, first, ratio + n, RECORD_WINDOW - n);
    for (size_t e = 0; e < n; e++)
        squares += ratio[e] * ratio[e];
    double scale = sqrt(squares / ((double)n + 1));
    return size * record_conformal(ratio, n, scale);
}

void so_far_put(Record *r, const SoFar *s)
{
    Arena *scratch = arena_new();
    for (size_t i = 0; i < r->origins.n; i++) {
        if (r->made[i] && !isnan(s->by[r->origins.known[i]]))
            put_mean(s, r->origins.known[i], &r->at[i]);
    }
    for (size_t i = 0; i < r->origins.n; i++) {
        if (r->made[i] && !isnan(s->by[r->origins.known[i]]))
            r->at[i].sd[0] = deviation_at(scratch, r, s, i);
        arena_reset(scratch);
    }
    arena_free(scratch);
}
