/* Reading event windows. Sums, counts and spreads of a window are differences of
   running totals; the first or last of it stands at its end. Where another order
   counts, that of all events is kept, and of any run the k-th in it is found in a few
   steps; so is how many values a run has for the first time. Only a list of texts walks
   through the window, with the states of an ordinary aggregate. */
#include "runtime/execute/events.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

enum { WALK_ROWS = 1024 };

static EventSpan find_span(const EventReader *er, const Vector *end, uint32_t row)
{
    const EventWindow *w = er->window;
    int64_t from = INT64_MIN, to = INT64_MAX;
    EventSpan none = {.self = EVENT_NONE};
    if (er->row[row] == UINT32_MAX)
        return none;
    if (w->has_from && !event_edge(end++, row, w->moments, w->after_from, &from))
        return none;
    bool past = w->until_to || (w->in_order && w->after_from);
    if (w->has_to && !event_edge(end, row, w->moments, past, &to))
        return none;
    return event_index_find(er->events->index, er->row[row], from, to);
}

/* Of the events at the time of the row itself, only those on its side of the row by
   key. A row without a key stands in front of all others of its time. */
static void cut_span(const EventReader *er, const Vector *own, uint32_t row)
{
    const EventWindow *w = er->window;
    const Events *events = er->events;
    EventSpan *span = &er->span[row];
    bool is_after = !w->after_from;
    uint32_t self = er->row[row];
    EventPlace place = {.tie = 0};
    if (span->lo == span->hi || !event_edge(own, row, w->moments, false, &place.time))
        return;
    if (self != UINT32_MAX)
        place.tie = events->tie[self] + is_after;
    *(is_after ? &span->lo : &span->hi) =
        event_index_cut(events->index, *span, place, events->tie);
}

/* The row's own place among the events: a row is not its own event. */
static void leave_out(const EventReader *er, uint32_t row)
{
    EventSpan *span = &er->span[row];
    uint32_t self = er->row[row] == UINT32_MAX ? EVENT_NONE
                                               : er->events->index->event[er->row[row]];
    if (self != EVENT_NONE && self >= span->lo && self < span->hi)
        span->self = self;
}

static void find_spans(EventReader *er, const Vector *arg, uint32_t n)
{
    const EventWindow *w = er->window;
    const Vector *end = arg + w->n_key, *key = end + w->has_from + w->has_to;
    XGROW(er->row, er->cap_row, n + (size_t)1);
    XGROW(er->span, er->cap_span, n + (size_t)1);
    probe_find(er->key, arg, n, true, er->row);
    for (uint32_t i = 0; i < n; i++)
        er->span[i] = find_span(er, end, i);
    if (!w->n_self)
        return;
    probe_find(er->self, key, n, false, er->row);
    for (uint32_t i = 0; i < n; i++) {
        if (w->in_order)
            cut_span(er, w->after_from ? key - 1 : end, i);
        else
            leave_out(er, i);
    }
}

static void read_count(const EventReader *er, EvalRun *run, Vector *out)
{
    out->rep = VEC_I64;
    out->v.i64 = eval_alloc(run, ((size_t)out->n + 1) * sizeof *out->v.i64);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.i64[i] = event_span_count(er->span[i]);
}

static void read_total(const EventReader *er, EvalRun *run, Vector *out)
{
    const Events *events = er->events;
    out->rep = VEC_I64;
    out->scale = events->arg.scale;
    out->v.i64 = eval_alloc(run, ((size_t)out->n + 1) * sizeof *out->v.i64);
    for (uint32_t i = 0; i < out->n; i++) {
        EventSpan span = er->span[i];
        int64_t sum = events->total[span.hi] - events->total[span.lo];
        if (span.self != EVENT_NONE)
            sum -= events->arg.v.i64[span.self];
        out->v.i64[i] = sum;
    }
}

static bool total_of(const Events *events, EventSpan span, Decimal *sum)
{
    if (events->total) {
        int64_t total = events->total[span.hi] - events->total[span.lo];
        *sum = (Decimal){wide_from_i64(total), events->arg.scale};
    } else if (!decimal_sub(events->wide_total[span.hi], events->wide_total[span.lo],
                            sum)) {
        return false;
    }
    return span.self == EVENT_NONE ||
           decimal_sub(*sum, vector_decimal(&events->arg, span.self), sum);
}

/* Sums beyond 64 bits, and means. */
static bool read_wide(const EventReader *er, EvalRun *run, Vector *out)
{
    const Events *events = er->events;
    bool is_mean = events->look == LOOK_MEAN;
    out->rep = VEC_WIDE;
    out->v.wide = eval_alloc(run, ((size_t)out->n + 1) * sizeof *out->v.wide);
    out->valid = eval_alloc(run, (size_t)out->n + 1);
    for (uint32_t i = 0; i < out->n; i++) {
        uint32_t n = event_span_count(er->span[i]);
        Decimal sum = decimal_from_i64(0);
        out->valid[i] = n > 0 || !is_mean;
        if (n && !total_of(events, er->span[i], &sum))
            return event_too_large(eval_sink(run), events->leaf);
        if (n && is_mean && !decimal_div(sum, decimal_from_i64(n), &sum))
            return event_too_large(eval_sink(run), events->leaf);
        out->v.wide[i] = sum;
    }
    return true;
}

/* ---- values in order ------------------------------------------------------ */

/* A window, whose values can be had in order. */
typedef struct {
    const Events *events;
    EventSpan span;
} Window;

/* The event that is number k of a window in order of value. */
static uint32_t pick(const Events *events, EventSpan span, uint32_t k)
{
    uint32_t number = range_order_kth(events->order, span.lo, span.hi, k);
    if (span.self != EVENT_NONE && number >= events->place[span.self])
        number = range_order_kth(events->order, span.lo, span.hi, k + 1);
    return events->at[number];
}

static uint32_t end_of(const Events *events, EventSpan span)
{
    bool is_first = events->leaf->fn == AGG_FIRST || events->leaf->fn == AGG_MIN;
    if (events->look == LOOK_FIRST)
        return event_span_first(events->index, span);
    if (events->look == LOOK_LAST)
        return event_span_last(span);
    uint32_t n = event_span_count(span);
    return n ? pick(events, span, is_first ? 0 : n - 1) : EVENT_NONE;
}

/* What stands at an end of the window, in order of time or in another one. */
static void read_end(const EventReader *er, EvalRun *run, Vector *out)
{
    uint32_t *at = eval_alloc(run, ((size_t)out->n + 1) * sizeof *at);
    for (uint32_t i = 0; i < out->n; i++)
        at[i] = end_of(er->events, er->span[i]);
    gather_rows(run, &er->events->arg, at, out->n, out);
}

static Value window_value(const void *self, uint64_t k)
{
    const Window *window = self;
    const Events *events = window->events;
    return vector_value(&events->arg, events->leaf->arg->type,
                        pick(events, window->span, (uint32_t)k));
}

static bool finish_middle(const Events *events, EventSpan span, Value *out)
{
    const Leaf *leaf = events->leaf;
    StateSpec spec = {.fn = leaf->fn, .p = leaf->p, .type = leaf->arg->type};
    Window window = {events, span};
    Ordered in = {event_span_count(span), window_value, &window};
    return ordered_finish(&spec, &in, out);
}

static bool finish_spread(const Events *events, EventSpan span, Value *out)
{
    Moments m = {.n = event_span_count(span)};
    if (!total_of(events, span, &m.sum) ||
        !decimal_sub(events->wide_square[span.hi], events->wide_square[span.lo],
                     &m.square))
        return false;
    if (span.self != EVENT_NONE) {
        Decimal own = vector_decimal(&events->arg, span.self);
        if (!decimal_mul(own, own, &own) || !decimal_sub(m.square, own, &m.square))
            return false;
    }
    m.sum = decimal_trim(m.sum);
    m.square = decimal_trim(m.square);
    return moments_finish(&m, events->leaf->fn, out);
}

/* Medians, percentiles, variances and deviations. */
static bool read_finished(const EventReader *er, EvalRun *run, Vector *out)
{
    const Events *events = er->events;
    bool is_middle = events->look == LOOK_MIDDLE;
    out->rep = VEC_WIDE;
    out->v.wide = eval_alloc(run, ((size_t)out->n + 1) * sizeof *out->v.wide);
    out->valid = eval_alloc(run, (size_t)out->n + 1);
    for (uint32_t i = 0; i < out->n; i++) {
        Value value;
        if (!(is_middle ? finish_middle : finish_spread)(events, er->span[i], &value))
            return event_too_large(eval_sink(run), events->leaf);
        out->valid[i] = !value.empty;
        out->v.wide[i] = value.empty ? decimal_from_i64(0) : value.as.number;
    }
    return true;
}

/* Values that a window has for the first time; but for one that only the row itself
   has. */
static void read_distinct(const EventReader *er, EvalRun *run, Vector *out)
{
    const Events *events = er->events;
    out->rep = VEC_I64;
    out->v.i64 = eval_alloc(run, ((size_t)out->n + 1) * sizeof *out->v.i64);
    for (uint32_t i = 0; i < out->n; i++) {
        EventSpan span = er->span[i];
        uint32_t self = span.self;
        bool is_alone = self != EVENT_NONE && events->before[self] <= span.lo &&
                        events->after[self] >= span.hi;
        out->v.i64[i] =
            range_order_below(events->order, span.lo, span.hi, span.lo + 1) - is_alone;
    }
}

/* ---- walking -------------------------------------------------------------- */

typedef struct {
    const Events *events;
    Cells *cells;
    uint32_t *at; /* the cell, as often as a window is long */
    size_t cap_at;
} Walk;

static bool feed_slice(Walk *walk, uint32_t lo, uint32_t hi)
{
    if (lo >= hi)
        return true;
    Vector arg = vector_slice(&walk->events->arg, lo, hi - lo);
    return cells_add_state(walk->cells, 0, walk->at, hi - lo,
                           &(StateInput){.arg = &arg});
}

/* All events of one window into one cell. */
static bool feed(Walk *walk, uint32_t number, EventSpan span, uint32_t *cell)
{
    uint32_t n = span.hi - span.lo;
    uint32_t *key[1] = {&number};
    *cell = UINT32_MAX;
    if (!event_span_count(span))
        return true;
    cells_locate(walk->cells, key, 1, NULL, cell);
    XGROW(walk->at, walk->cap_at, n + (size_t)1);
    for (uint32_t i = 0; i < n; i++)
        walk->at[i] = *cell;
    if (span.self == EVENT_NONE)
        return feed_slice(walk, span.lo, span.hi);
    return feed_slice(walk, span.lo, span.self) &&
           feed_slice(walk, span.self + 1, span.hi);
}

/* Up to WALK_ROWS windows. */
static bool walk_some(Walk *walk, const EventSpan *span, uint32_t n, Intern *pool,
                      VectorBuilder *to)
{
    const Leaf *leaf = walk->events->leaf;
    StateSpec spec = {.fn = leaf->fn, .type = leaf->arg->type};
    uint32_t cell[WALK_ROWS];
    bool ok = true;
    walk->cells = cells_new(1, &spec, 1);
    for (uint32_t i = 0; i < n && ok; i++)
        ok = feed(walk, i + 1, span[i], &cell[i]);
    for (uint32_t i = 0; i < n && ok; i++) {
        Value value;
        ok = cells_finish(walk->cells, cell[i], 0, pool, &value);
        if (ok)
            vector_builder_add(to, value);
    }
    cells_free(walk->cells);
    return ok;
}

static bool read_walk(const EventReader *er, EvalRun *run, const Expr *expr,
                      Vector *out)
{
    uint32_t n = out->n;
    Walk walk = {.events = er->events};
    Arena *arena = arena_new();
    VectorBuilder *builder = vector_builder_new(expr->type, eval_pool(run));
    bool ok = true, stopped = false;
    for (uint32_t i = 0; i < n && ok && !stopped; i += WALK_ROWS) {
        uint32_t some = n - i < WALK_ROWS ? n - i : WALK_ROWS;
        ok = walk_some(&walk, er->span + i, some, eval_pool(run), builder);
        stopped = execute_stopped(er->ex, eval_sink(run));
    }
    Vector values = vector_builder_finish(builder, arena);
    uint32_t *each = eval_alloc(run, ((size_t)n + 1) * sizeof *each);
    for (uint32_t i = 0; i < n; i++)
        each[i] = i;
    if (ok && !stopped)
        gather_rows(run, &values, each, n, out);
    free(walk.at);
    arena_free(arena);
    return !stopped && (ok || event_too_large(eval_sink(run), er->events->leaf));
}

bool event_read(EventReader *er, EvalRun *run, const Expr *expr, const Vector *arg,
                Vector *out)
{
    find_spans(er, arg, out->n);
    switch (er->events->look) {
    case LOOK_COUNT:
        read_count(er, run, out);
        return true;
    case LOOK_SUM:
        if (!er->events->total)
            return read_wide(er, run, out);
        read_total(er, run, out);
        return true;
    case LOOK_MEAN:
        return read_wide(er, run, out);
    case LOOK_FIRST:
    case LOOK_LAST:
    case LOOK_PICK:
        read_end(er, run, out);
        return true;
    case LOOK_SPREAD:
    case LOOK_MIDDLE:
        return read_finished(er, run, out);
    case LOOK_DISTINCT:
        read_distinct(er, run, out);
        return true;
    case LOOK_WALK:
        return read_walk(er, run, expr, out);
    }
    UNREACHABLE("look");
}
