#include "runtime/forecast/history.h"
#include "runtime/base/xalloc.h"

#include <math.h>
#include <stdlib.h>

size_t history_season(PeriodUnit unit)
{
    switch (calendar_base(unit)) {
    case PERIOD_DAY:
        return 7;
    case PERIOD_WEEK:
        return 52;
    case PERIOD_MONTH:
        return 12;
    case PERIOD_QUARTER:
        return 4;
    case PERIOD_HALF:
        return 2;
    case PERIOD_YEAR:
        return 1;
    }
    UNREACHABLE("unit of time");
}

static const ResultColumn *value_column(const Result *r)
{
    return &r->column[r->n_column - 1];
}

static int32_t period_at(const Result *r, uint32_t row)
{
    return result_value(r, 0, row).as.period;
}

static bool is_empty(const Result *r, uint32_t row)
{
    return vector_is_empty(&value_column(r)->vec, row);
}

/* Of the sources, the day on which the first of them ends. */
static Day newest_day(const Result *r, HistoryAsk ask)
{
    Day newest = DAY_NONE;
    if (ask.covered_to != DAY_NONE)
        return ask.covered_to - 1;
    for (size_t i = 0; i < r->n_fresh; i++) {
        if (newest == DAY_NONE || r->fresh[i].newest < newest)
            newest = r->fresh[i].newest;
    }
    return newest;
}

/* Rows that end before the last quarter of the working days of the period; where it is
   said what they cover, before its end. */
static bool ends_early(PeriodUnit unit, int32_t period, Day newest, HistoryAsk ask)
{
    DayRange days = calendar_range(unit, period);
    if (newest == DAY_NONE || newest + 1 >= days.hi)
        return false;
    if (ask.covered_to != DAY_NONE)
        return true;
    Day end = newest + 1 > days.lo ? newest + 1 : days.lo;
    int64_t left = calendar_working_days(NULL, end, days.hi);
    return 4 * left > calendar_working_days(NULL, days.lo, days.hi);
}

bool history_is_whole(const Result *r, HistoryAsk ask, int32_t period)
{
    PeriodUnit unit = r->column[0].type.period;
    return calendar_range(unit, period).hi <= ask.today &&
           !ends_early(unit, period, newest_day(r, ask), ask);
}

Day history_end(const Result *r, HistoryAsk ask)
{
    Day newest = newest_day(r, ask);
    return newest == DAY_NONE || newest >= ask.today ? ask.today : newest + 1;
}

/* Lines that count: [*begin, end). */
static uint32_t whole_lines(const Result *r, HistoryAsk ask, History *h,
                            uint32_t *begin)
{
    const ResultColumn *value = value_column(r);
    uint32_t end = r->n_row;
    Day newest = newest_day(r, ask);
    *begin = 0;
    while (*begin < end &&
           (is_empty(r, *begin) || (value->partial && value->partial[*begin])))
        ++*begin;
    for (; end > *begin; end--) {
        int32_t period = period_at(r, end - 1);
        if (is_empty(r, end - 1) && newest == DAY_NONE)
            continue;
        bool running = calendar_range(h->unit, period).hi > ask.today ||
                       (value->partial && value->partial[end - 1]);
        bool early = ends_early(h->unit, period, newest, ask);
        if (!running && !early)
            break;
        h->cut = running ? HISTORY_RUNNING : HISTORY_ENDS;
        h->cut_at = period;
        h->newest = newest;
    }
    return end;
}

enum { DIGITS_THAT_COUNT = 4, MONEY_DIGITS = 2 };

/* What the values of the lines have, and as many as are wanted of the largest. */
static int digits_of(const Result *r, uint32_t begin, uint32_t end)
{
    const ResultColumn *value = value_column(r);
    int digits = value->type.unit.kind == UNIT_MONEY ? MONEY_DIGITS : 0;
    double most = 0;
    for (uint32_t row = begin; row < end; row++) {
        if (is_empty(r, row))
            continue;
        Decimal v = decimal_trim(vector_decimal(&value->vec, row));
        digits = v.scale > digits ? v.scale : digits;
        most = fmax(most, fabs(decimal_to_double(v)));
    }
    int before = most > 0 ? (int)floor(log10(most)) + 1 : DIGITS_THAT_COUNT;
    if (DIGITS_THAT_COUNT - before > digits)
        digits = DIGITS_THAT_COUNT - before;
    if (value->type.integer)
        return 0;
    return digits < HISTORY_DIGITS ? digits : HISTORY_DIGITS;
}

static double number_at(const Result *r, uint32_t row)
{
    return is_empty(r, row)
               ? nan("")
               : decimal_to_double(vector_decimal(&value_column(r)->vec, row));
}

void history_read(Arena *arena, const Result *whole, HistoryAsk ask, History *h)
{
    uint32_t begin;
    *h = (History){.unit = whole->column[0].type.period};
    h->outlook.season = history_season(h->unit);
    h->outlook.is_share = value_column(whole)->type.unit.kind == UNIT_PERCENT &&
                          value_column(whole)->type.add != ADD_FLOW;
    uint32_t end = whole_lines(whole, ask, h, &begin);
    size_t n = begin < end
                   ? (size_t)(period_at(whole, end - 1) - period_at(whole, begin) + 1)
                   : 0;
    if (n == 0)
        return;
    h->digits = digits_of(whole, begin, end);
    h->first = period_at(whole, begin);
    h->outlook.n = n;
    double *y = ARENA_ARRAY(arena, double, n);
    for (size_t t = 0; t < n; t++)
        y[t] = nan("");
    for (uint32_t row = begin; row < end; row++)
        y[period_at(whole, row) - h->first] = number_at(whole, row);
    for (size_t t = 0; t < n; t++)
        h->n_missing += isnan(y[t]) ? 1 : 0;
    h->outlook.whole = ARENA_NEW(arena, OutlookUnit);
    h->outlook.whole->y = y;
}

/* The keys behind the period, as one text. */
static void print_keys(StrBuf *sb, const Result *r, uint32_t row)
{
    strbuf_reset(sb);
    for (size_t i = 1; i + 1 < r->n_column; i++) {
        Value value = result_value(r, i, row);
        strbuf_addc(sb, value.empty ? '0' : '1');
        value_print(sb, r->column[i].type, value);
        strbuf_addc(sb, '\0');
    }
}

/* The place of a line's period in the history; -1: it is outside. */
static int64_t place_of(const Result *r, uint32_t row, const History *h)
{
    int64_t t = (int64_t)period_at(r, row) - h->first;
    return t >= 0 && t < (int64_t)h->outlook.n ? t : -1;
}

static bool is_met(const Result *r, uint32_t row)
{
    return !is_empty(r, row) && number_at(r, row) != 0;
}

/* Those that were there. Answers have a line of 0 for each unit in each period: whether
   there was one is known by its values. */
static void add_met(Intern *met, const Result *r, const History *h, Day from)
{
    StrBuf sb;
    strbuf_init(&sb);
    for (uint32_t row = 0; row < r->n_row; row++) {
        if (!is_met(r, row) || (h && place_of(r, row, h) < 0) ||
            calendar_range(r->column[0].type.period, period_at(r, row)).lo < from)
            continue;
        print_keys(&sb, r, row);
        intern_add(met, sb.text, sb.len);
    }
    strbuf_release(&sb);
}

/* The number of the unit of each line, in the order in which units come; of a line of
   none UINT32_MAX. */
static uint32_t number_units(Arena *arena, const Result *r, const Intern *met,
                             uint32_t *unit, History *h)
{
    uint32_t *number = ARENA_ARRAY(arena, uint32_t, intern_count(met) + 1), n = 0, at;
    StrBuf sb;
    strbuf_init(&sb);
    h->row = ARENA_ARRAY(arena, uint32_t, intern_count(met) + 1);
    for (uint32_t row = 0; row < r->n_row; row++) {
        print_keys(&sb, r, row);
        unit[row] = UINT32_MAX;
        if (!intern_find(met, sb.text, sb.len, &at))
            continue;
        if (number[at] == 0) {
            h->row[n] = row;
            number[at] = ++n;
        }
        unit[row] = number[at] - 1;
    }
    strbuf_release(&sb);
    return n;
}

void history_read_units(Arena *arena, const Result *parts, HistoryRunning running,
                        const Result *other, History *h)
{
    Outlook *o = &h->outlook;
    uint32_t *unit = ARENA_ARRAY(arena, uint32_t, parts->n_row + 1);
    Intern *met = intern_new(NULL);
    add_met(met, parts, h, DAY_NONE);
    if (running.r)
        add_met(met, running.r, NULL, running.from);
    if (other)
        add_met(met, other, h, DAY_NONE);
    o->n_unit = number_units(arena, parts, met, unit, h);
    intern_free(met);
    o->unit = ARENA_ARRAY(arena, OutlookUnit, o->n_unit + 1);
    double **y = ARENA_ARRAY(arena, double *, o->n_unit + 1);
    bool is_flow = value_column(parts)->type.add == ADD_FLOW;
    for (size_t u = 0; u < o->n_unit; u++) {
        o->unit[u].y = y[u] = ARENA_ARRAY(arena, double, o->n);
        for (size_t t = 0; t < o->n && !is_flow; t++)
            y[u][t] = nan("");
    }
    for (uint32_t row = 0; row < parts->n_row; row++) {
        int64_t t = place_of(parts, row, h);
        if (t >= 0 && unit[row] < o->n_unit)
            y[unit[row]][t] = number_at(parts, row);
    }
}

struct HistoryUnits {
    Intern *names; /* in the order of the units */
    uint32_t n;
    StrBuf sb;
};

HistoryUnits *history_units_new(const History *h, const Result *past)
{
    HistoryUnits *units = xcalloc(1, sizeof *units);
    units->names = intern_new(NULL);
    units->n = (uint32_t)h->outlook.n_unit;
    strbuf_init(&units->sb);
    for (uint32_t u = 0; u < units->n; u++) {
        print_keys(&units->sb, past, h->row[u]);
        intern_add(units->names, units->sb.text, units->sb.len);
    }
    return units;
}

size_t history_unit(HistoryUnits *units, const Result *r, uint32_t row)
{
    print_keys(&units->sb, r, row);
    uint32_t code = intern_add(units->names, units->sb.text, units->sb.len);
    return code < units->n ? code : units->n;
}

void history_units_free(HistoryUnits *units)
{
    if (!units)
        return;
    strbuf_release(&units->sb);
    intern_free(units->names);
    free(units);
}
