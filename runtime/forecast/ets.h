/* Exponential smoothing as a model of states: error added or multiplied, trend none,
   additive or damped, season none, added or multiplied. They are compared
   by AICc. ETS_FORMS forms at most: no multiplied season with an added error, no
   multiplied error or season where a value is not above 0, no season without two whole
   ones and none longer than ETS_MAX_SEASON. */
#ifndef KOERS_RUNTIME_FORECAST_ETS_H
#define KOERS_RUNTIME_FORECAST_ETS_H

#include "runtime/forecast/decompose.h"

enum { ETS_MAX_SEASON = 24, ETS_FORMS = 15, ETS_LEAST = 5 };

typedef struct {
    bool relative; /* the error is multiplied */
    bool trend, damped;
    SeasonKind season;
} EtsForm;

/* state: level, slope, then the season by place in the series. */
typedef struct {
    EtsForm form;
    double alpha, beta, gamma, phi;
    double state[ETS_MAX_SEASON + 2];
    double aicc;
    double variance; /* of an error, relative where it is multiplied */
} EtsModel;

/* How hard is looked: the `n_form` forms that are best with a start by rule are fitted
   together with their start, from `n_start` places, 1 or 2: a slope may be found or
   lost by where the search begins. */
typedef struct {
    size_t n_form, n_start;
} EtsEffort;

/* The models, least AICc first. 0: the series is too short for each of them (ETS_LEAST
   values at least) or constant. States are those at the end. */
size_t ets_fit(Arena *arena, Series s, EtsEffort effort, EtsModel best[ETS_FORMS]);
void ets_model_expect(const EtsModel *model, Series s, size_t h, Expected *e);
/* The model with the least AICc. false: there is none. */
bool ets_expect(Arena *arena, Series s, size_t h, Expected *e);
/* The mean of three models that are good, looked for with less effort: it lies nearer
   to what comes than the best of them does, as which that is hangs on little. */
bool ets_mean_expect(Arena *arena, Series s, size_t h, Expected *e);

#endif
