#include "runtime/forecast/method.h"
#include "runtime/forecast/ets.h"
#include "runtime/forecast/simple.h"
#include "runtime/forecast/smoothing.h"
#include "runtime/forecast/theta.h"

#include <string.h>

static const struct {
    const char *word, *title;
} methods[] = {
#define METHOD(name, word, title) {word, title},
#include "runtime/forecast/method.def"
#undef METHOD
    {"pipeline", "pipeline"},
    {"markov", "chain of stages"},
    {"weighted", "weighted by stage"},
};

const char *method_word(Method method)
{
    return methods[method].word;
}

const char *method_title(Method method)
{
    return methods[method].title;
}

bool method_find(const char *word, Method *method)
{
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        if (strcmp(methods[i].word, word) == 0) {
            *method = (Method)i;
            return true;
        }
    }
    return false;
}

/* The smoothing of a method; weights are not set. */
static bool smoothing_of(Method method, Smoothing *form)
{
    *form = (Smoothing){0};
    if (method < METHOD_SES || method > METHOD_WINTERS_MULTIPLICATIVE)
        return false;
    form->trend = method != METHOD_SES;
    form->damped = method == METHOD_DAMPED;
    if (method == METHOD_WINTERS_ADDITIVE)
        form->season = SEASON_ADDITIVE;
    if (method == METHOD_WINTERS_MULTIPLICATIVE)
        form->season = SEASON_MULTIPLICATIVE;
    return true;
}

bool method_fits(Method method, Series s)
{
    Smoothing form;
    if (smoothing_of(method, &form))
        return s.n >= smoothing_needs(&form, s.season) &&
               (form.season == SEASON_NONE || s.season > 1) &&
               (form.season != SEASON_MULTIPLICATIVE || series_is_positive(s));
    if (method == METHOD_SEASONAL_DAMPED)
        return method_fits(METHOD_DAMPED, s);
    if (method == METHOD_SEASONAL_NAIVE)
        return series_has_seasons(s, 1);
    if (method == METHOD_THETA)
        return s.n >= 2;
    if (method == METHOD_ETS || method == METHOD_ETS_MEAN)
        return s.n >= ETS_LEAST && !series_is_constant(s);
    return s.n >= 1;
}

/* The slope that fades, of the series without the season that is found in it. */
static bool seasonal_damped_expect(Arena *arena, Series s, size_t h, Expected *e)
{
    Season season = decompose_find(arena, s);
    Series bare = season_adjusted(arena, &season, s);
    if (!method_expect(arena, METHOD_DAMPED, bare, h, e))
        return false;
    season_restore_expected(&season, s.n, h, e);
    return expected_is_finite(e, h);
}

bool method_expect(Arena *arena, Method method, Series s, size_t h, Expected *e)
{
    Smoothing form;
    SmoothingState end;
    if (!method_fits(method, s) || method >= METHOD_BLEND)
        return false;
    if (smoothing_of(method, &form)) {
        if (!smoothing_fit(arena, &form, s, &end))
            return false;
        smoothing_expect(&form, &end, s, h, e);
        return expected_is_finite(e, h);
    }
    if (method == METHOD_THETA)
        return theta_expect(arena, s, h, e);
    if (method == METHOD_SEASONAL_DAMPED)
        return seasonal_damped_expect(arena, s, h, e);
    if (method == METHOD_ETS)
        return ets_expect(arena, s, h, e);
    if (method == METHOD_ETS_MEAN)
        return ets_mean_expect(arena, s, h, e);
    if (method == METHOD_NAIVE)
        naive_expect(s, h, e);
    else if (method == METHOD_SEASONAL_NAIVE)
        seasonal_naive_expect(s, h, e);
    else
        run_rate_expect(s, h, e);
    return expected_is_finite(e, h);
}
