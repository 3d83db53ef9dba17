/* The season of a series: classical decomposition by centred moving averages. */
#ifndef KOERS_RUNTIME_FORECAST_DECOMPOSE_H
#define KOERS_RUNTIME_FORECAST_DECOMPOSE_H

#include "runtime/forecast/series.h"

typedef enum { SEASON_NONE, SEASON_ADDITIVE, SEASON_MULTIPLICATIVE } SeasonKind;

/* figure[i]: of the place i % season in the series; mean 0 when added, 1 when
   multiplied. */
typedef struct {
    SeasonKind kind;
    size_t season;
    double figure[SERIES_MAX_SEASON];
} Season;

/* The trend of a series: the moving average over a season, centred. trend[i] belongs to
   the value at i + season / 2. Returns how many there are. */
size_t decompose_trend(Series s, double *trend);
/* Needs two whole seasons. false: a figure is not finite, or multiplied and not above
   0; the season is then none. */
bool decompose(Arena *arena, Series s, SeasonKind kind, Season *season);
/* The season comes again, at 90 %: the autocorrelation at its lag beyond what is left
   of chance by those before it. Needs three whole seasons. */
bool decompose_is_seasonal(Series s);
/* The season that the test finds: multiplied where all values are above 0, else added;
   none when it finds none. */
Season decompose_find(Arena *arena, Series s);

/* Takes the season out of the value at i, and puts it back. */
double season_adjust(const Season *season, size_t i, double y);
double season_restore(const Season *season, size_t i, double y);
/* A copy without the season; its season is 1. */
Series season_adjusted(Arena *arena, const Season *season, Series s);
/* Puts the season of the places from `first` on back into what is expected. */
void season_restore_expected(const Season *season, size_t first, size_t h, Expected *e);

#endif
