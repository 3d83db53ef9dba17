#include "runtime/forecast/record.h"
#include "runtime/forecast/shock.h"

#include <gsl/gsl_sort.h>
#include <math.h>

enum { MIN_KNOWN = 4 };

static const Method candidates[RECORD_CANDIDATES] = {METHOD_THETA, METHOD_ETS_MEAN,
                                                     METHOD_SEASONAL_DAMPED};

Method record_candidate(size_t i)
{
    return candidates[i];
}

Method record_plain(Series s)
{
    return method_fits(METHOD_SEASONAL_NAIVE, s) && s.season > 1 ? METHOD_SEASONAL_NAIVE
                                                                 : METHOD_NAIVE;
}

Origins record_origins(Arena *arena, Series s, size_t n, size_t step, size_t ahead)
{
    size_t least = s.season > 1 && s.n >= s.season ? s.season : MIN_KNOWN, back = 0;
    while (back < n && s.n >= (back + 1) * step + least)
        back++;
    size_t *known = ARENA_ARRAY(arena, size_t, back + 1);
    for (size_t i = 0; i <= back; i++)
        known[i] = s.n - (back - i) * step;
    return (Origins){known, back + 1, ahead, NULL};
}

Record record_new(Arena *arena, Method method, Origins origins)
{
    Record r = {.method = method, .origins = origins};
    r.at = ARENA_ARRAY(arena, Expected, origins.n);
    r.made = ARENA_ARRAY(arena, bool, origins.n);
    r.parts = ARENA_ARRAY(arena, unsigned, origins.n);
    for (size_t i = 0; i < origins.n; i++)
        r.at[i] = expected_new(arena, origins.ahead);
    return r;
}

/* A deviation is no more than that of a walk whose steps are the range of the series:
   models whose errors are multiplied run away behind a value that stood alone. */
static void limit_deviations(Series known, Expected *e, size_t h)
{
    double low = (double)INFINITY, high = -(double)INFINITY;
    for (size_t t = 0; t < known.n; t++) {
        low = fmin(low, known.y[t]);
        high = fmax(high, known.y[t]);
    }
    for (size_t k = 0; k < h; k++)
        e->sd[k] = fmin(e->sd[k], (high - low) * sqrt((double)k + 1));
}

/* METHOD_COUNT stands for the plain method. */
static Record record_single(Arena *arena, Method method, Series s, Origins origins)
{
    Record r = record_new(arena, method, origins);
    Arena *scratch = arena_new();
    for (size_t i = 0; i < origins.n && !(origins.stop && *origins.stop); i++) {
        size_t filled;
        Series known = series_fill(scratch, series_head(s, origins.known[i]), &filled);
        Method used = method == METHOD_COUNT ? record_plain(known) : method;
        r.made[i] = method_expect(scratch, used, known, origins.ahead, &r.at[i]);
        limit_deviations(known, &r.at[i], origins.ahead);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return r;
}

/* The first of the origins whose errors count at the i-th. */
static size_t window_begin(size_t i)
{
    return i > RECORD_WINDOW ? i - RECORD_WINDOW : 0;
}

/* At one origin at least of those before the i-th the errors of `r`, as far as they are
   known at the i-th, were less than those of `plain`; or fewer than RECORD_WINDOW have
   judged it. */
static bool beats(const Record *r, const Record *plain, Series s, size_t i)
{
    size_t judged = 0;
    for (size_t j = window_begin(i); j < i; j++) {
        RecordCut cut = {j, j + 1, 1, RECORD_HORIZON, r->origins.known[i]};
        if (!r->made[j] || !plain->made[j])
            continue;
        Accuracy own = record_accuracy(r, s, cut);
        judged += own.n > 0;
        if (own.n > 0 && own.error < record_accuracy(plain, s, cut).error)
            return true;
    }
    return judged < RECORD_WINDOW;
}

static void add_part(Expected *mean, const Expected *part, size_t h, size_t n)
{
    for (size_t k = 0; k < h; k++) {
        mean->mean[k] += (part->mean[k] - mean->mean[k]) / ((double)n + 1);
        mean->sd[k] += (part->sd[k] - mean->sd[k]) / ((double)n + 1);
    }
}

/* Sums of squares of the errors known at the i-th origin, where both made a forecast.
 */
typedef struct {
    size_t n;
    double own, other;
} Squares;

static Squares squares_at(const Record *r, const Record *other, Series s, size_t i)
{
    Squares sum = {0, 0, 0};
    for (size_t j = window_begin(i); j < i; j++) {
        size_t from = r->origins.known[j];
        for (size_t k = 0; r->made[j] && other->made[j] && k < RECORD_HORIZON; k++) {
            if (from + k >= r->origins.known[i])
                break;
            double y = s.y[from + k];
            if (isnan(y))
                continue;
            double own = r->at[j].mean[k] - y, off = other->at[j].mean[k] - y;
            sum.n++;
            sum.own += own * own;
            sum.other += off * off;
        }
    }
    return sum;
}

/* The weight of seasonal naive beside a blend of `n` methods: that of one more, where
   its known errors are less than those of the blend. As long as fewer than SURE_SEASONS
   are known most methods find no season; from then on it has no place. */
static double weight_beside(const Record *blend, const Record *plain, Series s,
                            size_t i)
{
    enum { SURE_SEASONS = 3, LEAST_ERRORS = 12 };
    Series known = series_head(s, blend->origins.known[i]);
    unsigned n = 0;
    for (unsigned parts = blend->parts[i]; parts; parts >>= 1)
        n += parts & 1;
    if (record_plain(known) != METHOD_SEASONAL_NAIVE || !plain->made[i] || !n ||
        series_has_seasons(known, SURE_SEASONS))
        return 0;
    Squares sum = squares_at(blend, plain, s, i);
    return sum.n >= LEAST_ERRORS && sum.other < sum.own ? 1.0 / (n + 1) : 0;
}

/* The record of the blend is that of the methods alone until all weights are known. */
static void add_beside(Arena *arena, Record *blend, const Record *plain, Series s)
{
    size_t n = blend->origins.n;
    double *weight = ARENA_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++)
        weight[i] = weight_beside(blend, plain, s, i);
    for (size_t i = 0; i < n; i++) {
        Expected *e = &blend->at[i];
        const Expected *p = &plain->at[i];
        if (!(weight[i] > 0))
            continue;
        for (size_t k = 0; k < blend->origins.ahead; k++) {
            e->mean[k] += weight[i] * (p->mean[k] - e->mean[k]);
            e->sd[k] += weight[i] * (p->sd[k] - e->sd[k]);
        }
        blend->parts[i] |= RECORD_BESIDE;
    }
}

static Record record_blend(Arena *arena, Series s, Origins origins)
{
    Record blend = record_new(arena, METHOD_BLEND, origins), part[RECORD_CANDIDATES];
    Record plain = record_single(arena, METHOD_COUNT, s, origins);
    for (size_t c = 0; c < RECORD_CANDIDATES; c++)
        part[c] = record_single(arena, candidates[c], s, origins);
    for (size_t i = 0; i < origins.n; i++) {
        size_t n = 0;
        for (size_t c = 0; c < RECORD_CANDIDATES; c++) {
            if (!part[c].made[i] || !beats(&part[c], &plain, s, i))
                continue;
            add_part(&blend.at[i], &part[c].at[i], origins.ahead, n++);
            blend.parts[i] |= 1u << c;
        }
        if (n == 0 && plain.made[i])
            add_part(&blend.at[i], &plain.at[i], origins.ahead, n++);
        blend.made[i] = n > 0;
    }
    add_beside(arena, &blend, &plain, s);
    return blend;
}

/* Errors that are known at an origin, by the deviations that the method gave to errors
   of their lead: a quotient of each by its own would count for most where a method that
   had few values thought itself sure. */
typedef struct {
    double *ratio; /* without their signs */
    size_t n;
    double scale; /* the root of their squares by those of the deviations */
    double root;  /* of the mean of their squares; 0: none is known */
    bool is_sure; /* the method, at the origin: its deviations are 0 */
} Errors;

enum { INSIDE = 8 }; /* in ten */

/* The root of the mean square of the deviations of lead k at the origins that count at
   the i-th, and at that one. */
static double deviation_of(const Record *r, size_t i, size_t k)
{
    double squares = 0, n = 0;
    for (size_t j = window_begin(i); j <= i; j++) {
        squares += r->made[j] ? r->at[j].sd[k] * r->at[j].sd[k] : 0;
        n += r->made[j];
    }
    return n > 0 ? sqrt(squares / n) : 0;
}

/* The scale is the root of one sum of squares by the other. What the method says at
   this origin counts as one origin more. */
static Errors errors_at(Arena *scratch, const Record *r, Series s, size_t i)
{
    size_t first = window_begin(i);
    size_t ahead =
        r->origins.ahead < RECORD_HORIZON ? r->origins.ahead : RECORD_HORIZON;
    Errors e = {.scale = 1};
    double own = 0, n = 0, deviation[RECORD_HORIZON];
    e.ratio = ARENA_ARRAY(scratch, double, (i - first) * ahead + RECORD_OTHERS);
    for (size_t k = 0; k < ahead; k++) {
        own += r->at[i].sd[k] * r->at[i].sd[k];
        deviation[k] = deviation_of(r, i, k);
    }
    double errors = own, deviations = own;
    for (size_t j = first; j < i; j++) {
        size_t from = r->origins.known[j];
        for (size_t k = 0; r->made[j] && k < ahead; k++) {
            if (from + k >= r->origins.known[i])
                break;
            double error = s.y[from + k] - r->at[j].mean[k], sd = r->at[j].sd[k];
            if (isnan(error))
                continue;
            errors += error * error;
            deviations += sd * sd;
            n++;
            if (deviation[k] > 0)
                e.ratio[e.n++] = fabs(error) / deviation[k];
        }
    }
    e.scale = deviations > 0 ? sqrt(errors / deviations) : 1;
    e.root = n > 0 ? sqrt((errors - own) / n) : 0;
    e.is_sure = !(own > 0);
    return e;
}

double record_conformal(double *error, size_t n, double scale)
{
    if (!n)
        return scale;
    for (size_t k = 0; k < RECORD_OTHERS; k++)
        error[n++] =
            scale * shock_threshold(0.5 + 0.5 * ((double)k + 0.5) / RECORD_OTHERS);
    gsl_sort(error, 1, n);
    size_t inside = (INSIDE * (n + 1) + 9) / 10;
    return error[inside < n ? inside - 1 : n - 1] / shock_threshold(0.9);
}

double record_width(const Record *r, Series s, size_t i)
{
    Arena *scratch = arena_new();
    Errors errors = errors_at(scratch, r, s, i);
    double width = record_conformal(errors.ratio, errors.n, errors.scale);
    arena_free(scratch);
    return width;
}

/* From the last origin back, for a width is taken from deviations of the method. Where
   that is sure of itself and was not right, it is as unsure as its errors were. */
static void calibrate(Record *r, Series s)
{
    Arena *scratch = arena_new();
    for (size_t i = r->origins.n; i-- > 0;) {
        Errors errors = errors_at(scratch, r, s, i);
        double width = record_conformal(errors.ratio, errors.n, errors.scale);
        double *sd = r->at[i].sd;
        for (size_t k = 0; k < r->origins.ahead; k++)
            sd[k] = errors.is_sure ? errors.root : sd[k] * width;
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* What never was below 0 is not expected to be, nor above it what never was. */
static void bound_at_zero(Record *r, Series s)
{
    for (size_t i = 0; i < r->origins.n; i++) {
        Expected *e = &r->at[i];
        bool below = false, above = false;
        for (size_t t = 0; t < r->origins.known[i]; t++) {
            below |= s.y[t] < 0;
            above |= s.y[t] > 0;
        }
        if (!below)
            e->least = 0;
        if (below && !above)
            e->most = 0;
        for (size_t k = 0; k < r->origins.ahead; k++)
            e->mean[k] = expected_bound(e, k, e->mean[k]);
    }
}

Record record_make(Arena *arena, Method method, Series s, Origins origins)
{
    Origins judged = origins;
    if (judged.ahead < RECORD_HORIZON)
        judged.ahead = RECORD_HORIZON;
    Record r = method == METHOD_BLEND ? record_blend(arena, s, judged)
                                      : record_single(arena, method, s, judged);
    bound_at_zero(&r, s);
    calibrate(&r, s);
    r.origins.ahead = origins.ahead;
    return r;
}

double expected_quantile(const Expected *e, size_t k, int percent)
{
    const double z90 = 1.2815515655446004;
    double off = percent == 50 ? 0 : percent < 50 ? -z90 : z90;
    if (e->off)
        off = e->off[3 * k + (percent >= 50) + (percent > 50)];
    else
        off *= e->sd[k];
    return expected_bound(e, k, e->mean[k] + off);
}
