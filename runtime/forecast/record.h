/* The record of a method: what it expected at earlier origins and at the end of the
   series. At an origin the first `known` values are known and nothing behind them is
   read, so that a forecast stays the same to the bit whatever comes later. */
#ifndef KOERS_RUNTIME_FORECAST_RECORD_H
#define KOERS_RUNTIME_FORECAST_RECORD_H

#include "runtime/forecast/method.h"

#include <signal.h>

/* known[i]: how many values are known at an origin, ascending. Where the last one is
   the whole series it is the forecast of what comes. */
typedef struct {
    const size_t *known;
    size_t n;
    size_t ahead; /* periods that are expected at each */
    /* Once it is set no further forecast is made; NULL: never. */
    const volatile sig_atomic_t *stop;
} Origins;

/* What is judged at an origin (which candidates a blend has, how wide its quantiles
   lie) is judged by the RECORD_WINDOW origins before it: a record that begins so much
   earlier has, at its later origins, what would have been printed then. They are judged
   by RECORD_HORIZON leads, however many are asked for: a value does not hang on how
   many stand behind it. */
enum {
    RECORD_CANDIDATES = 3,
    RECORD_BESIDE = 1 << RECORD_CANDIDATES, /* in `parts`: seasonal naive as well */
    RECORD_WINDOW = 12,
    RECORD_HORIZON = 12,
    RECORD_OTHERS = 16 /* of record_conformal */
};

/* at[i]: at the i-th origin; made[i]: there is one. parts[i]: of a blend, a bit for
   each candidate (record_candidate) and RECORD_BESIDE; 0: none of them beat the plain
   method, which stands there itself. */
typedef struct {
    Method method;
    Origins origins;
    Expected *at;
    bool *made;
    unsigned *parts;
} Record;

/* Origins: the whole series, and before it up to `n` others, `step` values apart, that
   know a season at least; where the series itself does not know more, a few values. */
Origins record_origins(Arena *arena, Series s, size_t n, size_t step, size_t ahead);

/* Nothing is made yet. */
Record record_new(Arena *arena, Method method, Origins origins);
/* How many times as wide what is said at the i-th origin has to be, by the errors known
   there; the deviations are those of the method. */
double record_width(const Record *record, Series s, size_t i);

/* How many times as wide as `n` errors without their signs are measured by a deviation
   has to be, so that of these and one more eight in ten lie between P10 and P90
   (conformal prediction: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random
   World, 2005). As they are few, RECORD_OTHERS stand beside them, those that a normal
   error of `scale` deviations would have. `error` has room for them, and is sorted. */
double record_conformal(double *error, size_t n, double scale);

/* Values of the series may be missing (NAN): each origin fills what it knows of
   (series_fill). The standard deviations are those of the method, times what its errors
   known at the origin were of them. The record is the arena's. */
Record record_make(Arena *arena, Method method, Series s, Origins origins);

/* The candidates of a blend. An origin's blend is the mean of those that beat the plain
   method at one of the RECORD_WINDOW origins before it at least; of all, while fewer
   have judged them. A stricter rule, as that the errors of all origins together be
   less, throws good methods out by chance: origins that lie near each other see the
   same values. */
Method record_candidate(size_t i);
/* The method that others have to beat: seasonal naive, or naive where no season is
   known. */
Method record_plain(Series s);

/* How good forecasts of leads `lead_lo` .. `lead_hi` (1 is the next period) were, made
   at origins `first` .. `end` - 1 of the record, for the values that the first `known`
   of the series have. */
typedef struct {
    size_t first, end, lead_lo, lead_hi, known;
} RecordCut;

/* NAN: not to be said (no value, or a denominator of 0). pinball: of P10, P50, P90. */
typedef struct {
    size_t n;     /* pairs of expected and actual */
    double wape;  /* sum of |error| by sum of |actual| */
    double bias;  /* sum of expected - actual by sum of |actual| */
    double mase;  /* |error| by the mean seasonal step before its origin */
    double smape; /* percent, as in the M3 competition */
    double pinball[3];
    double coverage; /* share of values in P10 .. P90 */
    double error;    /* sum of |error| */
} Accuracy;

Accuracy record_accuracy(const Record *record, Series s, RecordCut cut);
RecordCut record_whole(const Record *record, Series s);

/* The quantile 10, 50 or 90 of 100. */
double expected_quantile(const Expected *e, size_t k, int percent);

#endif
