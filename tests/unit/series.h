/* For tests of forecasts: the series of tests/unit/series, and numbers that are near.
 */
#ifndef KOERS_TESTS_UNIT_SERIES_H
#define KOERS_TESTS_UNIT_SERIES_H

#include "runtime/forecast/series.h"
#include "tests/unit/arena.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_VALUES = 256 };

typedef struct {
    double y[MAX_VALUES];
    Series s;
} Data;

/* The second column of tests/unit/series/`name`.csv. */
static inline void read_series(Data *data, const char *name, size_t season)
{
    char path[64], line[64];
    snprintf(path, sizeof path, "tests/unit/series/%s.csv", name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    data->s = (Series){data->y, 0, season};
    while (fgets(line, sizeof line, file)) {
        char *value = line;
        while (*value != ',')
            value++;
        data->y[data->s.n++] = strtod(value + 1, NULL);
    }
    fclose(file);
}

/* To `digits` digits that count. */
static inline void assert_near(double found, double expected, int digits)
{
    double off = fabs(found - expected);
    if (!(off <= 0.5 * pow(10, floor(log10(fabs(expected))) + 1 - digits)))
        fail_msg("found %.10g, expected %.10g", found, expected);
}

/* Within `part` of what is expected. */
static inline void assert_about(double found, double expected, double part)
{
    if (!(fabs(found - expected) <= part * fabs(expected)))
        fail_msg("found %.10g, expected about %.10g", found, expected);
}

#endif
