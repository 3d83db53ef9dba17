#include "runtime/forecast/ets.h"
#include "runtime/forecast/optimise.h"

#include <math.h>
#include <string.h>

#define LEAST 1e-4
#define MOST 0.9999
#define PHI_LEAST 0.8
#define PHI_MOST 0.98

enum { STEPS_WEIGHTS = 60, STEPS_WHOLE = 400, LEVEL = 0, SLOPE = 1, SEASONS = 2 };

/* One search. With `whole` the start is searched too: level and slope in steps of
   `scale`, seasons but the first in steps of `season_scale`. */
typedef struct {
    EtsModel model; /* its state: at the start */
    Series s;
    bool whole;
    double scale, season_scale;
} Search;

static size_t n_weights(const EtsForm *form)
{
    return 1u + form->trend + form->damped + (form->season != SEASON_NONE);
}

static size_t n_states(const EtsForm *form, size_t season)
{
    return 1 + (form->trend ? 1u : 0) + (form->season != SEASON_NONE ? season - 1 : 0);
}

/* A sum of logarithms that takes few of them: factors are multiplied as long as the
   product is in reach. */
typedef struct {
    double sum, product;
} LogSum;

static void log_sum_add(LogSum *l, double factor)
{
    l->product *= factor;
    if (l->product > 1e200 || l->product < 1e-200) {
        l->sum += log(l->product);
        l->product = 1;
    }
}

/* Runs the series through the model, whose state moves. Returns -2 log likelihood
   without its constant, and the sum of squared errors. */
static double run(EtsModel *m, Series s, double *squares)
{
    double *season = m->state + SEASONS, level = m->state[LEVEL];
    double slope = m->form.trend ? m->state[SLOPE] : 0, sum = 0;
    LogSum logs = {0, 1};
    size_t place = 0;
    *squares = (double)INFINITY;
    for (size_t i = 0; i < s.n; i++) {
        double y = s.y[i], carried = m->phi * slope, base = level + carried;
        double expected = base, bare = y, seen = 0;
        if (m->form.season == SEASON_ADDITIVE) {
            expected += season[place];
            bare -= season[place];
            seen = y - base;
        } else if (m->form.season == SEASON_MULTIPLICATIVE) {
            expected *= season[place];
            bare /= season[place];
            seen = y / base;
        }
        double error = y - expected;
        if (m->form.relative) {
            if (!(expected > 0))
                return (double)INFINITY;
            error /= expected;
            log_sum_add(&logs, expected);
        }
        sum += error * error;
        double moved = m->alpha * (bare - base);
        level = base + moved;
        slope = carried + m->beta * (bare - base);
        if (m->form.season != SEASON_NONE) {
            season[place] += m->gamma * (seen - season[place]);
            place = place + 1 == s.season ? 0 : place + 1;
        }
    }
    m->state[LEVEL] = level;
    m->state[SLOPE] = slope;
    *squares = sum;
    double n = (double)s.n;
    return n * log(sum <= 0 ? 1e-300 : sum) + 2 * (logs.sum + log(logs.product));
}

/* beta lies below alpha and gamma below 1 - alpha. */
static void read_weights(EtsModel *m, const double *x)
{
    m->alpha = optimise_bounded(*x++, LEAST, MOST);
    if (m->form.trend)
        m->beta = optimise_bounded(*x++, 0, m->alpha);
    if (m->form.season != SEASON_NONE)
        m->gamma = optimise_bounded(*x++, 0, 1 - m->alpha);
    if (m->form.damped)
        m->phi = optimise_bounded(*x, PHI_LEAST, PHI_MOST);
}

static size_t write_weights(const EtsModel *m, double *x)
{
    size_t n = 0;
    x[n++] = optimise_free(m->alpha, LEAST, MOST);
    if (m->form.trend)
        x[n++] = optimise_free(m->beta, 0, m->alpha);
    if (m->form.season != SEASON_NONE)
        x[n++] = optimise_free(m->gamma, 0, 1 - m->alpha);
    if (m->form.damped)
        x[n++] = optimise_free(m->phi, PHI_LEAST, PHI_MOST);
    return n;
}

/* The model at `x`: weights, then how far the start moves. The first season is what
   brings them all to their sum. */
static EtsModel model_at(const Search *search, const double *x)
{
    EtsModel m = search->model;
    read_weights(&m, x);
    if (!search->whole)
        return m;
    x += n_weights(&m.form);
    m.state[LEVEL] += search->scale * *x++;
    if (m.form.trend)
        m.state[SLOPE] += search->scale * *x++;
    if (m.form.season == SEASON_NONE)
        return m;
    for (size_t i = 1; i < search->s.season; i++) {
        double moved = search->season_scale * *x++;
        m.state[SEASONS + i] += moved;
        m.state[SEASONS] -= moved;
    }
    return m;
}

static double unlikelihood(const double *x, void *self)
{
    const Search *search = self;
    EtsModel m = model_at(search, x);
    double squares;
    for (size_t i = 0; m.form.season == SEASON_MULTIPLICATIVE && i < search->s.season;
         i++) {
        if (m.state[SEASONS + i] < 1e-2)
            return (double)INFINITY;
    }
    return run(&m, search->s, &squares);
}

/* The start from the line through the first values without their season. false: the
   season cannot be used. */
static bool find_start(Arena *arena, EtsModel *m, Series s)
{
    Season season = {.kind = SEASON_NONE, .season = 1};
    if (m->form.season != SEASON_NONE) {
        if (!decompose(arena, s, m->form.season, &season))
            return false;
        memcpy(m->state + SEASONS, season.figure, s.season * sizeof *season.figure);
    }
    size_t head = 2 * s.season > 10 ? 2 * s.season : 10;
    Series bare = season_adjusted(arena, &season, series_head(s, head));
    series_line(bare, &m->state[LEVEL], &m->state[SLOPE]);
    if (!m->form.trend) {
        m->state[LEVEL] = series_mean(bare);
        m->state[SLOPE] = 0;
    }
    return true;
}

static double corrected(double aic, size_t n_param, size_t n)
{
    double k = (double)n_param;
    return aic + 2 * k * (k + 1) / ((double)n - k - 1);
}

/* Ends with the state at the end of the series. */
static void finish(EtsModel *m, Series s)
{
    double squares, least = run(m, s, &squares);
    size_t n_param = n_weights(&m->form) + n_states(&m->form, s.season);
    m->aicc = corrected(least + 2 * ((double)n_param + 1), n_param + 1, s.n);
    m->variance = squares / (double)(s.n - n_param);
}

/* Where gamma and phi begin, in both phases: the season steady, the slope hardly
 * damped. */
static void set_first_weights(EtsModel *m)
{
    m->gamma = m->form.season != SEASON_NONE ? 0.05 * (1 - m->alpha) : 0;
    m->phi = m->form.damped ? 0.978 : 1;
}

/* The first phase: weights but phi, over a start by rule. */
static bool fit_weights(Arena *arena, EtsModel *m, Series s, size_t *n_param)
{
    m->alpha = LEAST + 0.2 * (MOST - LEAST) / (double)s.season;
    m->beta = m->form.trend ? 0.94 * m->alpha : 0;
    set_first_weights(m);
    *n_param = n_weights(&m->form) + n_states(&m->form, s.season) + 1;
    if (s.n < *n_param + 2 || !find_start(arena, m, s))
        return false;
    Search search = {.model = *m, .s = s};
    double x[OPTIMISE_MAX], step[OPTIMISE_MAX];
    size_t n = write_weights(m, x);
    for (size_t i = 0; i < n; i++)
        step[i] = 1;
    Optimise o = {unlikelihood, &search, n, STEPS_WEIGHTS, 1e-3};
    double least = optimise(&o, x, step);
    read_weights(m, x);
    m->aicc = corrected(least + 2 * (double)*n_param, *n_param, s.n);
    return isfinite(m->aicc);
}

/* The second phase: weights and start together. A large gamma that made up for the
   rough start of the first would hold the search in a valley of its own. */
static void fit_whole(EtsModel *m, Series s)
{
    set_first_weights(m);
    Search search = {.model = *m, .s = s, .whole = true};
    search.scale = series_mean_step(s, 1);
    search.season_scale = m->form.season == SEASON_ADDITIVE ? search.scale : 0.1;
    double x[OPTIMISE_MAX] = {0}, step[OPTIMISE_MAX];
    size_t weights = write_weights(m, x), n = weights + n_states(&m->form, s.season);
    for (size_t i = 0; i < n; i++)
        step[i] = i < weights ? 0.5 : 0.2;
    Optimise o = {unlikelihood, &search, n, STEPS_WHOLE, 1e-4};
    optimise(&o, x, step);
    *m = model_at(&search, x);
    finish(m, s);
}

/* Likewise from two places: a slope that moves much in the first phase hides one that
   hardly does. */
static void fit_twice(EtsModel *m, Series s)
{
    EtsModel steady = *m;
    steady.beta = fmin(m->beta, 0.1 * m->alpha);
    fit_whole(m, s);
    if (!m->form.trend)
        return;
    fit_whole(&steady, s);
    if (steady.aicc < m->aicc || !isfinite(m->aicc))
        *m = steady;
}

/* Keeps the `most` least; `best` is in order and has `n`. Returns how many it has then.
 */
static size_t keep(const EtsModel *m, EtsModel *best, size_t n, size_t most)
{
    size_t i = n;
    for (; i > 0 && m->aicc < best[i - 1].aicc; i--) {
        if (i < most)
            best[i] = best[i - 1];
    }
    if (i < most)
        best[i] = *m;
    return n < most ? n + 1 : n;
}

static bool form_fits(const EtsForm *form, Series s, bool positive)
{
    if (form->season == SEASON_MULTIPLICATIVE && !form->relative)
        return false;
    if ((form->relative || form->season == SEASON_MULTIPLICATIVE) && !positive)
        return false;
    return form->season == SEASON_NONE ||
           (series_has_seasons(s, 2) && s.season <= ETS_MAX_SEASON);
}

size_t ets_fit(Arena *arena, Series s, EtsEffort effort, EtsModel best[ETS_FORMS])
{
    EtsModel first[ETS_FORMS];
    size_t n = 0, kept = 0, n_param;
    bool positive = series_is_positive(s);
    if (series_is_constant(s))
        return 0;
    for (int code = 0; code < 2 * 3 * 3; code++) {
        EtsForm form = {code % 2, code / 2 % 3 > 0, code / 2 % 3 == 2,
                        (SeasonKind)(code / 6)};
        EtsModel m = {.form = form};
        if (form_fits(&form, s, positive) && fit_weights(arena, &m, s, &n_param))
            n = keep(&m, first, n, effort.n_form);
    }
    for (size_t i = 0; i < n; i++) {
        if (effort.n_start > 1)
            fit_twice(&first[i], s);
        else
            fit_whole(&first[i], s);
        if (isfinite(first[i].aicc))
            kept = keep(&first[i], best, kept, n);
    }
    return kept;
}

/* Variance: of an additive error as of a sum of what errors leave; of a multiplied one
   by the recursion on the expected squares, on the line without a multiplied season. */
void ets_model_expect(const EtsModel *m, Series s, size_t h, Expected *e)
{
    double left[SERIES_MAX_AHEAD], square[SERIES_MAX_AHEAD], phi = 1, reach = 0;
    for (size_t k = 0; k < h; k++) {
        phi *= m->phi;
        reach += phi;
        double base = m->state[LEVEL] + reach * (m->form.trend ? m->state[SLOPE] : 0);
        double season = m->form.season != SEASON_NONE
                            ? m->state[SEASONS + (s.n + k) % s.season]
                            : 0;
        bool times = m->form.season == SEASON_MULTIPLICATIVE;
        double line = times ? base : base + season, spread = 0;
        for (size_t j = 0; j < k; j++)
            spread += left[j] * left[j] * (m->form.relative ? square[k - 1 - j] : 1);
        square[k] = line * line + m->variance * spread;
        double variance = m->form.relative ? (1 + m->variance) * square[k] - line * line
                                           : m->variance * (1 + spread);
        double factor = times ? fabs(season) : 1;
        e->mean[k] = times ? line * season : line;
        e->sd[k] = sqrt(variance) * factor;
        left[k] = m->alpha + m->beta * reach;
        if (m->form.season != SEASON_NONE && (k + 1) % s.season == 0)
            left[k] += m->gamma;
    }
}

/* The mean of the `most` best models whose numbers do not run away. */
typedef struct {
    EtsEffort effort;
    size_t most;
} Mean;

static bool mean_of(Arena *arena, Mean of, Series s, size_t h, Expected *e)
{
    EtsModel best[ETS_FORMS];
    Expected part = expected_new(arena, h);
    size_t n = ets_fit(arena, s, of.effort, best), used = 0;
    for (size_t k = 0; k < h; k++)
        e->mean[k] = e->sd[k] = 0;
    for (size_t i = 0; i < n && used < of.most; i++) {
        ets_model_expect(&best[i], s, h, &part);
        if (!expected_is_finite(&part, h))
            continue;
        for (size_t k = 0; k < h; k++) {
            e->mean[k] =
                (e->mean[k] * (double)used + part.mean[k]) / ((double)used + 1);
            e->sd[k] = (e->sd[k] * (double)used + part.sd[k]) / ((double)used + 1);
        }
        used++;
    }
    return used > 0;
}

bool ets_expect(Arena *arena, Series s, size_t h, Expected *e)
{
    /* with all forms 99 in 100 choices are the same */
    return mean_of(arena, (Mean){{8, 2}, 1}, s, h, e);
}

bool ets_mean_expect(Arena *arena, Series s, size_t h, Expected *e)
{
    return mean_of(arena, (Mean){{3, 1}, 3}, s, h, e);
}
