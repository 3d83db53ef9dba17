/* What the drawings of charts share: bars in order, levels of steps, shares, ends of
   axes. */
#include "runtime/render/chart.h"

#include <stdlib.h>
#include <string.h>

bool chart_has_number(const ChartPoint *point)
{
    return point->exists && !point->empty;
}

Decimal chart_number(const Chart *chart, const ChartPoint *point)
{
    return result_value(chart->result, point->column, point->row).as.number;
}

Value chart_share(const Chart *chart, const ChartPoint *v, const ChartPoint *of)
{
    Value share = {.empty = true};
    if (!of || !chart_has_number(v) || !chart_has_number(of))
        return share;
    Decimal base = chart_number(chart, of);
    share.empty = decimal_is_zero(base) ||
                  !decimal_div(chart_number(chart, v), base, &share.as.number);
    return share;
}

static int compare_bars(const void *a, const void *b)
{
    const ChartBar *x = a, *y = b;
    if (x->point->row != y->point->row)
        return x->point->row < y->point->row ? -1 : 1;
    return x->point->column < y->point->column ? -1 : 1;
}

ChartBar *chart_list_bars(const Chart *chart, const ChartPanel *panel, size_t *n)
{
    ChartBar *bar =
        ARENA_ARRAY(chart->arena, ChartBar, chart->n_category * panel->n_series + 1);
    *n = 0;
    for (size_t s = 0; s < panel->n_series; s++) {
        for (size_t c = 0; c < chart->n_category; c++) {
            const ChartPoint *point = &panel->series[s].point[c];
            if (point->exists)
                bar[(*n)++] = (ChartBar){point, c, s};
        }
    }
    qsort(bar, *n, sizeof *bar, compare_bars);
    return bar;
}

ChartLevels chart_levels(const Chart *chart, const ChartPoint *point)
{
    ChartLevels levels = {.n = chart->n_category};
    levels.level = ARENA_ARRAY(chart->arena, Decimal, levels.n + 1);
    Decimal sum = decimal_from_i64(0);
    for (size_t i = 0; i < levels.n; i++) {
        Decimal next;
        if (chart_has_number(&point[i])) {
            if (decimal_add(sum, chart_number(chart, &point[i]), &next))
                sum = next;
            else
                levels.overflow = true;
        }
        levels.level[i] = sum;
        double at = decimal_to_double(sum);
        levels.lo = at < levels.lo ? at : levels.lo;
        levels.hi = at > levels.hi ? at : levels.hi;
    }
    return levels;
}

bool chart_has_partial(const Chart *chart)
{
    const Result *r = chart->result;
    for (size_t i = 0; i < r->n_column; i++) {
        if (result_has_partial(r, i))
            return true;
    }
    return false;
}

bool chart_has_ahead(const Chart *chart)
{
    const Result *r = chart->result;
    return r->ahead && memchr(r->ahead, 1, r->n_row);
}

/* Lines that stay far from zero may leave it out; filled shapes may not. */
void chart_widen_to_zero(double *lo, double *hi, bool from_zero)
{
    double near = *lo > 0 ? *lo : *hi < 0 ? -*hi : 0;
    if (!from_zero && near >= (*hi - *lo) * 2)
        return;
    *lo = *lo > 0 ? 0 : *lo;
    *hi = *hi < 0 ? 0 : *hi;
}

bool chart_is_whole(Type type)
{
    return type.integer || type.unit.kind == UNIT_COUNT;
}

ColumnFan chart_fan(const Chart *chart, const ChartPanel *panel, size_t series)
{
    const ChartSeries *s = &panel->series[series];
    for (size_t i = 0; i < chart->n_category && *s->name; i++) {
        if (s->point[i].exists)
            return chart->result->column[s->point[i].column].fan;
    }
    return FAN_NONE;
}
