/* The table of chances behind a stage-weighted pipeline: of the deals that were in a
   stage and have been decided since, how much was won, by value. */
#ifndef KOERS_RUNTIME_FORECAST_CALIBRATION_H
#define KOERS_RUNTIME_FORECAST_CALIBRATION_H

#include "runtime/base/arena.h"

#include <stdbool.h>

/* A decided deal, once for each stage that it was in. amount: what it was worth before
   it was decided; NAN, 0 or less: not known. An overdue deal is told apart by a stage
   of its own. */
typedef struct {
    size_t segment, stage;
    double amount;
    bool won;
} Decided;

/* A line of the table. A deal whose amount is not known counts with the mean of those
   of its stage, with 1 where none is: a store that empties what it lost does not seem
   to win all. chance: value won by value, shrunk (see below); NAN: no deal was decided
   in the stage. */
typedef struct {
    size_t n, won;
    double value, value_won, chance;
} CalibrationLine;

/* line[segment * n_stage + stage]; total[stage]: of all segments. */
typedef struct {
    size_t n_segment, n_stage;
    CalibrationLine *line, *total;
} Calibration;

/* strength: so many deals the stage of all segments counts for beside a segment's own
   (beta prior); that of all is as it was. false: a deal names what is not there, or the
   strength is not 0 or more. The arena's. */
typedef struct {
    size_t n_segment, n_stage;
    double strength;
} CalibrationForm;

enum { CALIBRATION_STRENGTH = 20 };

bool calibration_make(Arena *arena, CalibrationForm form, const Decided *deal, size_t n,
                      Calibration *c);

#endif
