#include "runtime/forecast/decompose.h"

#include <math.h>

size_t decompose_trend(Series s, double *trend)
{
    size_t m = s.season, width = m % 2 ? m : m + 1;
    if (s.n < width)
        return 0;
    for (size_t i = 0; i + width <= s.n; i++) {
        double sum = 0;
        for (size_t k = 0; k < width; k++)
            sum += s.y[i + k];
        if (m % 2 == 0)
            sum -= (s.y[i] + s.y[i + m]) / 2;
        trend[i] = sum / (double)m;
    }
    return s.n - width + 1;
}

/* Brings the figures to mean 0 or 1; false when one cannot be used. */
static bool normalise(Season *season)
{
    bool multiplied = season->kind == SEASON_MULTIPLICATIVE;
    double sum = 0;
    for (size_t i = 0; i < season->season; i++)
        sum += season->figure[i];
    double mean = sum / (double)season->season;
    for (size_t i = 0; i < season->season; i++) {
        double *figure = &season->figure[i];
        *figure = multiplied ? *figure / mean : *figure - mean;
        if (!isfinite(*figure) || (multiplied && *figure < 1e-4))
            return false;
    }
    return true;
}

bool decompose(Arena *arena, Series s, SeasonKind kind, Season *season)
{
    *season = (Season){.kind = SEASON_NONE, .season = 1};
    if (!series_has_seasons(s, 2))
        return false;
    *season = (Season){.kind = kind, .season = s.season};
    double *trend = ARENA_ARRAY(arena, double, s.n + 1);
    size_t n = decompose_trend(s, trend), half = s.season / 2;
    double count[SERIES_MAX_SEASON] = {0};
    for (size_t i = 0; i < n; i++) {
        size_t at = i + half, place = at % s.season;
        season->figure[place] +=
            kind == SEASON_MULTIPLICATIVE ? s.y[at] / trend[i] : s.y[at] - trend[i];
        count[place]++;
    }
    for (size_t i = 0; i < s.season; i++)
        season->figure[i] /= count[i];
    if (normalise(season))
        return true;
    *season = (Season){.kind = SEASON_NONE, .season = 1};
    return false;
}

bool decompose_is_seasonal(Series s)
{
    if (!series_has_seasons(s, 3) || series_is_constant(s))
        return false;
    double acf[SERIES_MAX_SEASON + 1], before = 0;
    series_acf(s, s.season, acf);
    for (size_t lag = 1; lag < s.season; lag++)
        before += acf[lag] * acf[lag];
    return fabs(acf[s.season]) > 1.645 * sqrt((1 + 2 * before) / (double)s.n);
}

Season decompose_find(Arena *arena, Series s)
{
    Season season = {.kind = SEASON_NONE, .season = 1};
    if (!decompose_is_seasonal(s))
        return season;
    if (!series_is_positive(s) || !decompose(arena, s, SEASON_MULTIPLICATIVE, &season))
        decompose(arena, s, SEASON_ADDITIVE, &season);
    return season;
}

double season_adjust(const Season *season, size_t i, double y)
{
    double figure = season->figure[i % season->season];
    switch (season->kind) {
    case SEASON_NONE:
        return y;
    case SEASON_ADDITIVE:
        return y - figure;
    case SEASON_MULTIPLICATIVE:
        return y / figure;
    }
    UNREACHABLE("kind of season");
}

double season_restore(const Season *season, size_t i, double y)
{
    double figure = season->figure[i % season->season];
    switch (season->kind) {
    case SEASON_NONE:
        return y;
    case SEASON_ADDITIVE:
        return y + figure;
    case SEASON_MULTIPLICATIVE:
        return y * figure;
    }
    UNREACHABLE("kind of season");
}

Series season_adjusted(Arena *arena, const Season *season, Series s)
{
    double *y = ARENA_ARRAY(arena, double, s.n + 1);
    for (size_t i = 0; i < s.n; i++)
        y[i] = season_adjust(season, i, s.y[i]);
    return (Series){y, s.n, 1};
}

void season_restore_expected(const Season *season, size_t first, size_t h, Expected *e)
{
    for (size_t i = 0; i < h; i++) {
        e->mean[i] = season_restore(season, first + i, e->mean[i]);
        if (season->kind == SEASON_MULTIPLICATIVE)
            e->sd[i] *= season->figure[(first + i) % season->season];
    }
}
