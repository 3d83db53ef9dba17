/* Accuracy and time of the series methods over the monthly series of the M3
   competition. The file has a heading and a line per series, whose two texts in quotes
   are the values in and out of sample. Prints sMAPE and seconds; fails when the blend
   is above its bar. */
#include "runtime/forecast/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { AHEAD = 18, MAX_VALUES = 400, BLEND_ORIGINS = 2, BLEND_STEP = 9 };

typedef struct {
    double smape, seconds;
} Score;

/* Reads what stands in the next quotes behind *at into `y`. */
static size_t read_values(const char **at, double *y)
{
    size_t n = 0;
    char *end;
    const char *text = strchr(*at, '"') + 1;
    for (; n < MAX_VALUES && *text != '"'; text = end + strspn(end, " "))
        y[n++] = strtod(text, &end);
    *at = text + 1;
    return n;
}

/* `all`: the series with what came; the methods see its first `known` values. */
static void score(Arena *arena, Series all, size_t known, Score *scores)
{
    for (size_t m = 0; m < METHOD_COUNT; m++) {
        clock_t start = clock();
        Series s = series_head(all, known);
        size_t back = m == METHOD_BLEND ? BLEND_ORIGINS : 0;
        Origins origins = record_origins(arena, s, back, BLEND_STEP, AHEAD);
        Record r = record_make(arena, (Method)m, s, origins);
        if (!r.made[origins.n - 1])
            r = record_make(arena, METHOD_NAIVE, s, origins);
        RecordCut cut = {origins.n - 1, origins.n, 1, AHEAD, all.n};
        scores[m].smape += record_accuracy(&r, all, cut).smape;
        scores[m].seconds += (double)(clock() - start) / CLOCKS_PER_SEC;
    }
    arena_reset(arena);
}

int main(int argc, char **argv)
{
    FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
    static char line[1 << 14];
    double y[2 * MAX_VALUES];
    Score scores[METHOD_COUNT] = {{0, 0}};
    size_t count = 0;
    if (!file || !fgets(line, sizeof line, file))
        return 1;
    Arena *arena = arena_new();
    for (; fgets(line, sizeof line, file); count++) {
        const char *at = line;
        size_t known = read_values(&at, y), ahead = read_values(&at, y + known);
        score(arena, (Series){y, known + ahead, 12}, known, scores);
    }
    for (size_t m = 0; m < METHOD_COUNT; m++)
        printf("%-24s %7.3f %6.2f s\n", method_word((Method)m),
               scores[m].smape / (double)count, scores[m].seconds);
    arena_free(arena);
    fclose(file);
    return scores[METHOD_BLEND].smape / (double)count > 13.6;
}
