/* Names of charts and the choice of their axis. Lines and areas need an order along
   the axis; the others take the last key. A column prefers an ordered one. */
#include "runtime/model/chart_kind.h"

#include "runtime/base/ascii.h"

#include <string.h>

static const char *const kind_name[CHART_KIND_COUNT] = {
    [CHART_NONE] = "none",
    [CHART_LINE] = "line",
    [CHART_BAR] = "bar",
    [CHART_COLUMN] = "column",
    [CHART_AREA] = "area",
    [CHART_FUNNEL] = "funnel",
    [CHART_WATERFALL] = "waterfall",
    [CHART_HEATMAP] = "heatmap",
    [CHART_BULLET] = "bullet",
    [CHART_SPARKLINE] = "sparkline",
};

const char *chart_kind_name(ChartKind kind)
{
    return kind_name[kind];
}

bool chart_kind_find(const char *name, ChartKind *kind)
{
    for (int i = 0; i < CHART_KIND_COUNT; i++) {
        if (ascii_same(name, kind_name[i])) {
            *kind = (ChartKind)i;
            return true;
        }
    }
    return false;
}

bool chart_key_is_ordered(ChartKey key)
{
    switch (key.type.kind) {
    case VALUE_TEXT:
        return key.type.band && !key.has_label;
    case VALUE_BOOLEAN:
        return false;
    case VALUE_NUMBER:
    case VALUE_DATE:
    case VALUE_MOMENT:
    case VALUE_PERIOD:
        return !key.has_label;
    }
    return false;
}

bool chart_same_scale(Type a, Type b)
{
    bool plain = a.unit.kind == UNIT_NONE || a.unit.kind == UNIT_COUNT;
    if (plain)
        return b.unit.kind == UNIT_NONE || b.unit.kind == UNIT_COUNT;
    return a.unit.kind == b.unit.kind &&
           strncmp(a.unit.currency, b.unit.currency, CURRENCY_SIZE) == 0;
}

static int last_ordered(const ChartKey *key, size_t n)
{
    for (size_t i = n; i-- > 0;) {
        if (chart_key_is_ordered(key[i]))
            return (int)i;
    }
    return -1;
}

int chart_pick_axis(ChartKind kind, const ChartKey *key, size_t n)
{
    int ordered = last_ordered(key, n);
    switch (kind) {
    case CHART_LINE:
    case CHART_AREA:
    case CHART_SPARKLINE:
        return ordered;
    case CHART_COLUMN:
        return ordered < 0 && n ? 0 : ordered;
    case CHART_NONE:
    case CHART_BAR:
    case CHART_FUNNEL:
    case CHART_WATERFALL:
    case CHART_HEATMAP:
    case CHART_BULLET:
        return (int)n - 1;
    }
    return -1;
}
