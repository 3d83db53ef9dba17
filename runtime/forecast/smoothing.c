#include "runtime/forecast/smoothing.h"
#include "runtime/forecast/optimise.h"

#include <math.h>
#include <string.h>

#define LEAST 1e-4
#define MOST 0.9999
#define PHI_LEAST 0.8
#define PHI_MOST 0.98

enum { STEPS = 500, MAX_PARAMETERS = 6 };

typedef struct {
    const Smoothing *form;
    Series s;
    SmoothingState start;
    double scale; /* of a free start: the mean step of the values */
} Fit;

size_t smoothing_needs(const Smoothing *form, size_t season)
{
    if (form->season != SEASON_NONE)
        return 2 * season;
    return form->trend ? 2 : 1;
}

static bool start_with_season(Arena *arena, const Smoothing *form, Series s,
                              SmoothingState *start)
{
    Season season;
    Series head = series_head(s, 2 * s.season);
    if (!decompose(arena, head, form->season, &season))
        return false;
    memcpy(start->season, season.figure, s.season * sizeof *season.figure);
    double *trend = ARENA_ARRAY(arena, double, head.n);
    Series line = {trend, decompose_trend(head, trend), 1};
    series_line(line, &start->level, &start->slope);
    if (!form->trend)
        start->slope = 0;
    return true;
}

static bool find_start(Arena *arena, const Smoothing *form, Series s,
                       SmoothingState *start)
{
    *start = (SmoothingState){0};
    if (s.n < smoothing_needs(form, s.season))
        return false;
    if (form->season != SEASON_NONE)
        return s.season > 1 && start_with_season(arena, form, s, start);
    start->level = s.y[0];
    start->slope = form->trend ? s.y[1] - s.y[0] : 0;
    return true;
}

/* One value of a form with a season: adds its error, and moves the state. */
static void take(const Smoothing *form, double y, double *season, SmoothingState *at)
{
    double before = at->level, carried = form->phi * at->slope, base = before + carried;
    bool adds = form->season == SEASON_ADDITIVE;
    double expected = adds ? base + *season : base * *season;
    double bare = adds ? y - *season : y / *season;
    at->sse += (y - expected) * (y - expected);
    at->n_error++;
    at->level = form->alpha * bare + (1 - form->alpha) * base;
    if (form->trend)
        at->slope = form->beta * (at->level - before) + (1 - form->beta) * carried;
    double seen = adds ? y - at->level : y / at->level;
    *season = form->gamma * seen + (1 - form->gamma) * *season;
}

/* The same for all values of a form without a season, which a search runs often. */
static void take_all(const Smoothing *form, Series s, SmoothingState *at)
{
    double level = at->level, slope = at->slope, alpha = form->alpha, sse = 0;
    double beta = form->beta, phi = form->phi;
    for (size_t i = 0; i < s.n; i++) {
        double before = level, carried = phi * slope, base = before + carried;
        sse += (s.y[i] - base) * (s.y[i] - base);
        level = alpha * s.y[i] + (1 - alpha) * base;
        if (form->trend)
            slope = beta * (level - before) + (1 - beta) * carried;
    }
    at->level = level;
    at->slope = slope;
    at->sse += sse;
    at->n_error += s.n;
}

static void run_from(const Smoothing *form, Series s, SmoothingState *state)
{
    if (form->season == SEASON_NONE) {
        take_all(form, s, state);
        return;
    }
    for (size_t i = s.season; i < s.n; i++)
        take(form, s.y[i], &state->season[i % s.season], state);
}

bool smoothing_run(Arena *arena, const Smoothing *form, Series s, SmoothingState *end)
{
    if (!find_start(arena, form, s, end))
        return false;
    run_from(form, s, end);
    return isfinite(end->sse);
}

/* The numbers of the search, in order: alpha, beta, gamma, phi, level, slope, as far as
   the form has them. */
static void read_numbers(const Fit *fit, const double *x, Smoothing *form,
                         SmoothingState *start)
{
    *form = *fit->form;
    *start = fit->start;
    form->alpha = optimise_bounded(*x++, LEAST, MOST);
    if (form->trend)
        form->beta = optimise_bounded(*x++, LEAST, MOST);
    if (form->season != SEASON_NONE)
        form->gamma = optimise_bounded(*x++, LEAST, MOST);
    if (form->damped)
        form->phi = optimise_bounded(*x++, PHI_LEAST, PHI_MOST);
    if (form->season != SEASON_NONE)
        return;
    start->level += fit->scale * *x++;
    if (form->trend)
        start->slope += fit->scale * *x;
}

static double error_of(const double *x, void *self)
{
    const Fit *fit = self;
    Smoothing form;
    SmoothingState state;
    read_numbers(fit, x, &form, &state);
    run_from(&form, fit->s, &state);
    return state.sse;
}

bool smoothing_fit(Arena *arena, Smoothing *form, Series s, SmoothingState *end)
{
    form->phi = 1;
    Fit fit = {.form = form, .s = s, .scale = series_mean_step(s, 1)};
    if (!find_start(arena, form, s, &fit.start))
        return false;
    double x[MAX_PARAMETERS] = {0}, step[MAX_PARAMETERS];
    size_t n = 0;
    x[n++] = optimise_free(0.3, LEAST, MOST);
    if (form->trend)
        x[n++] = optimise_free(0.1, LEAST, MOST);
    if (form->season != SEASON_NONE)
        x[n++] = optimise_free(0.1, LEAST, MOST);
    if (form->damped)
        x[n++] = optimise_free(0.95, PHI_LEAST, PHI_MOST);
    if (form->season == SEASON_NONE)
        n += form->trend ? 2 : 1;
    for (size_t i = 0; i < n; i++)
        step[i] = 1;
    Optimise o = {error_of, &fit, n, STEPS, 1e-5};
    double sse = optimise(&o, x, step);
    Smoothing found;
    read_numbers(&fit, x, &found, end);
    *form = found;
    run_from(form, s, end);
    return isfinite(sse);
}

static size_t n_weights(const Smoothing *form)
{
    return 2u + (form->trend ? 2u : 0) + form->damped +
           (form->season != SEASON_NONE ? 1u : 0);
}

/* The variance of an error h ahead is that of one step times 1 plus the squares of what
   the errors between leave in the value. */
void smoothing_expect(const Smoothing *form, const SmoothingState *end, Series s,
                      size_t h, Expected *e)
{
    size_t free = n_weights(form), length = s.season > 1 ? s.season : 1;
    double left = end->n_error > free ? (double)(end->n_error - free) : 1;
    double variance = end->sse / left, spread = 1, phi = 1, reach = 0, mean = 0;
    for (size_t i = 0; form->season == SEASON_MULTIPLICATIVE && i < length; i++)
        mean += end->season[i] / (double)length;
    for (size_t k = 0; k < h; k++) {
        phi *= form->phi;
        reach += phi;
        double base = end->level + (form->trend ? reach * end->slope : 0);
        double season = end->season[(s.n + k) % length], sd = sqrt(variance * spread);
        e->mean[k] = base;
        e->sd[k] = sd;
        if (form->season == SEASON_ADDITIVE)
            e->mean[k] = base + season;
        if (form->season == SEASON_MULTIPLICATIVE) {
            e->mean[k] = base * season;
            e->sd[k] = sd * fabs(season / mean);
        }
        double left_over = form->alpha;
        if (form->trend)
            left_over += form->alpha * form->beta * reach;
        if (form->season != SEASON_NONE && (k + 1) % length == 0)
            left_over += form->gamma * (1 - form->alpha);
        spread += left_over * left_over;
    }
}
