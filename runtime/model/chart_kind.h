/* The clause `chart`: what may be drawn, and which key runs along the axis. */
#ifndef KOERS_RUNTIME_MODEL_CHART_KIND_H
#define KOERS_RUNTIME_MODEL_CHART_KIND_H

#include "runtime/model/type.h"

#include <stddef.h>

typedef enum {
    CHART_NONE,
    CHART_LINE,
    CHART_BAR,
    CHART_COLUMN,
    CHART_AREA,
    CHART_FUNNEL,
    CHART_WATERFALL,
    CHART_HEATMAP,
    CHART_BULLET,
    CHART_SPARKLINE,
} ChartKind;

enum { CHART_KIND_COUNT = CHART_SPARKLINE + 1 };

/* What a question asks for, and every answer to it carries. */
typedef struct {
    ChartKind kind;
    int axis; /* place among the keys, all of across counting as one behind them; -1:
                 there are none, the measures run along the axis */
} ChartAsk;

/* A key of the question, in order; across ones last. */
typedef struct {
    Type type;
    bool has_label; /* shown by its label, so its own order means nothing */
} ChartKey;

const char *chart_kind_name(ChartKind kind);
/* False: no chart has that name. Case is free. */
bool chart_kind_find(const char *name, ChartKind *kind);
/* Periods, dates, moments, numbers and bands are in an order of their own. */
bool chart_key_is_ordered(ChartKey key);
/* May values of both types stand on one scale? */
bool chart_same_scale(Type a, Type b);
/* The key that runs along the axis; -1 when there is none that can. */
int chart_pick_axis(ChartKind kind, const ChartKey *key, size_t n);

#endif
