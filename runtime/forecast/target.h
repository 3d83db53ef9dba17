/* What a forecast is held against: the value of a target in each of its periods, of
   each unit and of the whole. */
#ifndef KOERS_RUNTIME_FORECAST_TARGET_H
#define KOERS_RUNTIME_FORECAST_TARGET_H

#include "runtime/forecast/history.h"

typedef struct TargetName {
    const char *title;
    Type type;
} TargetName;

typedef struct {
    TargetName name;
    int32_t first;      /* ordinal of the first period */
    size_t n;           /* periods */
    const Value *whole; /* per period; empty: there is none */
    const Value *unit;  /* [unit * n + period] */
} ForecastTarget;

/* Answers about the target by the same keys as those about the past; `past` is the one
   that names the units. parts, past NULL: there are none. */
typedef struct {
    const Result *whole, *parts, *past;
} TargetOf;

/* Of the periods that `h` knows and `ahead` more. */
ForecastTarget target_read(Arena *arena, const History *h, size_t ahead, TargetOf of);

#endif
