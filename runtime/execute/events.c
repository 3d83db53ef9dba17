/* Event windows. The event source is kept in memory with its rows in order of key and
   time; sums and counts of a window are differences of running totals, the first or
   last of it stands at its end, and everything else walks through the window with the
   states of an ordinary aggregate. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/event_index.h"
#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

typedef enum { LOOK_COUNT, LOOK_SUM, LOOK_MEAN, LOOK_FIRST, LOOK_LAST, LOOK_WALK } Look;

enum { TOTAL_MAX_SHIFT = 2, WALK_ROWS = 1024 };

/* One aggregate by one K, read by all its windows and by all threads. */
struct Events {
    Events *next;
    const Leaf *leaf;
    const Binding *key;
    Look look;
    Arena *arena;
    Lookup *by_key;
    Type *key_type;
    EventIndex *index;
    const Lookup *by_self; /* rows by the source's key */
    Vector arg, by, *tie;  /* per event */
    int64_t *total;        /* of arg up to an event; NULL: too large */
    Decimal *wide_total;
};

struct EventReader {
    Executor *ex;
    const EventWindow *window;
    const Events *events;
    Probe *key, *self;
    uint32_t *row;
    EventSpan *span;
    size_t cap_row, cap_span;
};

/* The rows of the event source while its index is made. */
typedef struct {
    Executor *ex;
    Frame *frame;
    Events *events;
    uint32_t *first;
    uint8_t *keep;
} Gathering;

static bool has_arg(const Leaf *leaf)
{
    return leaf->arg && leaf->fn != AGG_COUNT;
}

static Look look_of(const Leaf *leaf)
{
    const Expr *time = leaf->context->axis->value;
    switch (leaf->fn) {
    case AGG_COUNT:
        return LOOK_COUNT;
    case AGG_SUM:
        return LOOK_SUM;
    case AGG_AVG:
        return LOOK_MEAN;
    case AGG_FIRST:
        return leaf->by == time ? LOOK_FIRST : LOOK_WALK;
    case AGG_LAST:
        return leaf->by == time ? LOOK_LAST : LOOK_WALK;
    case AGG_MIN:
        return leaf->arg == time ? LOOK_FIRST : LOOK_WALK;
    case AGG_MAX:
        return leaf->arg == time ? LOOK_LAST : LOOK_WALK;
    case AGG_COUNT_DISTINCT:
    case AGG_MEDIAN:
    case AGG_PERCENTILE:
    case AGG_STDDEV:
    case AGG_VARIANCE:
    case AGG_TEXT_LIST:
        return LOOK_WALK;
    }
    UNREACHABLE("aggregate");
}

static void free_events(Events *events)
{
    lookup_free(events->by_key);
    event_index_free(events->index);
    free(events->total);
    free(events->wide_total);
    arena_free(events->arena);
    free(events);
}

void frame_free_events(Frame *frame)
{
    for (Events *next, *e = frame->events; e; e = next) {
        next = e->next;
        free_events(e);
    }
    frame->events = NULL;
}

/* ---- making --------------------------------------------------------------- */

void event_columns(const EventWindow *window, bool *used)
{
    const Leaf *leaf = window->leaf;
    const Source *source = leaf->source;
    const Context *context = leaf->context;
    for (uint32_t i = 0; i < window->n_key; i++)
        plan_expr_columns(window->key->value[i], source, used);
    for (size_t i = 0; i < context->n_row; i++)
        plan_expr_columns(context->row[i], source, used);
    plan_expr_columns(context->axis->value, source, used);
    plan_expr_columns(leaf->arg, source, used);
    plan_expr_columns(leaf->by, source, used);
}

/* Which rows are events: those that pass the conditions and have a value. */
static bool keep_rows(Gathering *g)
{
    const Leaf *leaf = g->events->leaf;
    for (size_t k = 0; k <= leaf->context->n_row; k++) {
        bool is_arg = k == leaf->context->n_row;
        const Expr *expr = is_arg ? leaf->arg : leaf->context->row[k];
        if (!expr || expr == g->frame->source->filter)
            continue;
        const Vector *values = frame_values(g->ex, g->frame, expr);
        if (!values)
            return false;
        for (uint32_t i = 0; i < g->frame->n; i++)
            g->keep[i] &=
                !vector_is_empty(values, i) && (is_arg || values->v.boolean[i]);
    }
    return true;
}

/* Rows by K, and for each row the first of its K. */
static bool group_rows(Gathering *g, uint32_t n_key)
{
    Events *events = g->events;
    uint32_t n = g->frame->n;
    Vector *key = ARENA_ARRAY(events->arena, Vector, n_key);
    events->key_type = ARENA_ARRAY(events->arena, Type, n_key);
    for (uint32_t i = 0; i < n_key; i++) {
        const Expr *value = events->key->value[i];
        const Vector *values = frame_values(g->ex, g->frame, value);
        if (!values)
            return false;
        key[i] = *values;
        events->key_type[i] = value->type;
    }
    events->by_key = lookup_new(key, events->key_type, n_key, n);
    Probe *probe = probe_new(events->by_key, events->key_type);
    probe_find(probe, key, n, true, g->first);
    probe_free(probe);
    return true;
}

/* Values of an expression in order of events. */
static bool order_values(Gathering *g, const Expr *expr, Vector *out)
{
    const EventIndex *index = g->events->index;
    const Vector *values = frame_values(g->ex, g->frame, expr);
    if (!values)
        return false;
    VectorBuilder *builder = vector_builder_new(expr->type, g->frame->pool);
    for (uint32_t i = 0; i < index->n; i++)
        vector_builder_add(builder, vector_value(values, expr->type, index->row[i]));
    *out = vector_builder_finish(builder, g->events->arena);
    return true;
}

static bool order_rows(Gathering *g)
{
    Events *events = g->events;
    const Leaf *leaf = events->leaf;
    const Source *source = leaf->source;
    bool is_ordered = leaf->by != NULL;
    uint32_t n_tie = is_ordered ? (uint32_t)source->n_key : 0;
    EventInput in = {.n = g->frame->n, .first = g->first, .keep = g->keep};
    in.time = frame_values(g->ex, g->frame, leaf->context->axis->value);
    if (!in.time)
        return false;
    Vector *tie = ARENA_ARRAY(events->arena, Vector, (size_t)n_tie + 1);
    Type *type = ARENA_ARRAY(events->arena, Type, (size_t)n_tie + 1);
    events->tie = ARENA_ARRAY(events->arena, Vector, (size_t)n_tie + 1);
    for (uint32_t i = 0; i < n_tie; i++) {
        const Vector *values = frame_values(g->ex, g->frame, source->key[i]);
        if (!values)
            return false;
        tie[i] = *values;
        type[i] = source->key[i]->type;
    }
    uint32_t *rank = xcalloc((size_t)in.n + 1, sizeof *rank);
    if (n_tie)
        event_ranks(tie, type, n_tie, in.n, rank);
    in.tie = rank;
    events->index = event_index_new(&in);
    free(rank);
    bool ok = true;
    for (uint32_t i = 0; i < n_tie && events->look == LOOK_WALK; i++)
        ok &= order_values(g, source->key[i], &events->tie[i]);
    return ok && (!has_arg(leaf) || order_values(g, leaf->arg, &events->arg)) &&
           (!is_ordered || order_values(g, leaf->by, &events->by));
}

/* Running totals in 64 bits; false: they do not fit. */
static bool add_up(Events *events)
{
    uint32_t n = events->index->n;
    if (events->arg.rep != VEC_I64)
        return false;
    events->total = xcalloc((size_t)n + 1, sizeof *events->total);
    int64_t limit = INT64_MAX >> TOTAL_MAX_SHIFT, sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool ok = !__builtin_add_overflow(sum, events->arg.v.i64[i], &sum) &&
                  sum < limit && sum > -limit;
        events->total[i + 1] = sum;
        if (ok)
            continue;
        free(events->total);
        events->total = NULL;
        return false;
    }
    return true;
}

static bool report_too_large(DiagSink *sink, const Leaf *leaf)
{
    diag_error(sink, DIAG_NUMBER_OVERFLOW, leaf->span,
               "a number has more than 76 digits");
    return false;
}

static bool add_up_wide(DiagSink *sink, Events *events)
{
    uint32_t n = events->index->n;
    events->wide_total = xcalloc((size_t)n + 1, sizeof *events->wide_total);
    events->wide_total[0] = decimal_from_i64(0);
    for (uint32_t i = 0; i < n; i++) {
        if (!decimal_add(events->wide_total[i], vector_decimal(&events->arg, i),
                         &events->wide_total[i + 1]))
            return report_too_large(sink, events->leaf);
    }
    return true;
}

static bool make_events(Gathering *g, const EventWindow *window)
{
    Events *events = g->events;
    const Leaf *leaf = events->leaf;
    uint32_t n = g->frame->n;
    g->first = xcalloc((size_t)n + 1, sizeof *g->first);
    g->keep = xcalloc((size_t)n + 1, sizeof *g->keep);
    for (uint32_t i = 0; i < n; i++)
        g->keep[i] = 1;
    bool ok = keep_rows(g) && group_rows(g, window->n_key) && order_rows(g);
    free(g->first);
    free(g->keep);
    if (!ok || (events->look != LOOK_SUM && events->look != LOOK_MEAN))
        return ok;
    ok = add_up(events) || add_up_wide(g->ex->sink, events);
    return ok && leaf;
}

static Events *find_events(const Frame *frame, const EventWindow *window)
{
    for (Events *e = frame->events; e; e = e->next) {
        if (e->leaf == window->leaf && e->key == window->key)
            return e;
    }
    return NULL;
}

/* Made once per question; NULL: reported. */
static const Events *get_events(Executor *ex, const EventWindow *window)
{
    const Leaf *leaf = window->leaf;
    bool *used = xcalloc(leaf->source->n_column + 1, sizeof *used);
    event_columns(window, used);
    Frame *frame = frame_get(ex, leaf->source, NULL, used);
    free(used);
    Events *events = frame ? find_events(frame, window) : NULL;
    if (!frame || events)
        return events;
    events = xcalloc(1, sizeof *events);
    events->leaf = leaf;
    events->key = window->key;
    events->look = look_of(leaf);
    events->arena = arena_new();
    Gathering g = {.ex = ex, .frame = frame, .events = events};
    bool ok = make_events(&g, window) && !execute_stopped(ex, ex->sink);
    if (ok && leaf->source->n_key)
        ok = (events->by_self = frame_by_key(ex, frame)) != NULL;
    if (!ok) {
        free_events(events);
        return NULL;
    }
    events->next = frame->events;
    frame->events = events;
    return events;
}

EventReader *event_reader_new(Executor *ex, const Expr *expr)
{
    const EventWindow *window = expr->as.window;
    const Events *events = get_events(ex, window);
    if (!events)
        return NULL;
    EventReader *er = xcalloc(1, sizeof *er);
    Type *type = xcalloc((size_t)expr->n_arg + 1, sizeof *type);
    for (uint32_t i = 0; i < expr->n_arg; i++)
        type[i] = expr->arg[i]->type;
    er->ex = ex;
    er->window = window;
    er->events = events;
    er->key = probe_new(events->by_key, type);
    if (window->n_self)
        er->self = probe_new(events->by_self, type + expr->n_arg - window->n_self);
    free(type);
    return er;
}

void event_reader_free(EventReader *er)
{
    if (!er)
        return;
    probe_free(er->key);
    probe_free(er->self);
    free(er->row);
    free(er->span);
    free(er);
}

/* ---- reading -------------------------------------------------------------- */

static EventSpan find_span(const EventReader *er, const Vector *end, uint32_t row)
{
    const EventWindow *w = er->window;
    int64_t from = INT64_MIN, to = INT64_MAX;
    EventSpan none = {.self = EVENT_NONE};
    if (er->row[row] == UINT32_MAX)
        return none;
    if (w->has_from && !event_edge(end++, row, w->moments, w->after_from, &from))
        return none;
    if (w->has_to && !event_edge(end, row, w->moments, w->until_to, &to))
        return none;
    return event_index_find(er->events->index, er->row[row], from, to);
}

static void find_spans(EventReader *er, const Vector *arg, uint32_t n)
{
    const EventWindow *w = er->window;
    const EventIndex *index = er->events->index;
    XGROW(er->row, er->cap_row, n + (size_t)1);
    XGROW(er->span, er->cap_span, n + (size_t)1);
    probe_find(er->key, arg, n, true, er->row);
    for (uint32_t i = 0; i < n; i++)
        er->span[i] = find_span(er, arg + w->n_key, i);
    if (!w->n_self)
        return;
    probe_find(er->self, arg + w->n_key + w->has_from + w->has_to, n, false, er->row);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t self =
            er->row[i] == UINT32_MAX ? EVENT_NONE : index->event[er->row[i]];
        if (self != EVENT_NONE && self >= er->span[i].lo && self < er->span[i].hi)
            er->span[i].self = self;
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
            return report_too_large(eval_sink(run), events->leaf);
        if (n && is_mean && !decimal_div(sum, decimal_from_i64(n), &sum))
            return report_too_large(eval_sink(run), events->leaf);
        out->v.wide[i] = sum;
    }
    return true;
}

static void read_end(const EventReader *er, EvalRun *run, Vector *out)
{
    uint32_t *at = eval_alloc(run, ((size_t)out->n + 1) * sizeof *at);
    for (uint32_t i = 0; i < out->n; i++)
        at[i] = er->events->look == LOOK_FIRST
                    ? event_span_first(er->events->index, er->span[i])
                    : event_span_last(er->span[i]);
    gather_rows(run, &er->events->arg, at, out->n, out);
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
    const Events *events = walk->events;
    Vector tie[16];
    if (lo >= hi)
        return true;
    Vector arg = vector_slice(&events->arg, lo, hi - lo), by;
    StateInput in = {.arg = &arg};
    if (events->leaf->by) {
        by = vector_slice(&events->by, lo, hi - lo);
        for (uint32_t i = 0; i < events->leaf->source->n_key && i < COUNT_OF(tie); i++)
            tie[i] = vector_slice(&events->tie[i], lo, hi - lo);
        in.by = &by;
        in.tie = tie;
    }
    return cells_add_state(walk->cells, 0, walk->at, hi - lo, &in);
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

static StateSpec walk_spec(const Leaf *leaf)
{
    StateSpec spec = {.fn = leaf->fn, .p = leaf->p, .type = leaf->arg->type};
    if (leaf->by) {
        spec.by_type = leaf->by->type;
        spec.n_tie = (uint32_t)leaf->source->n_key;
    }
    return spec;
}

/* Up to WALK_ROWS windows. */
static bool walk_some(Walk *walk, const EventSpan *span, uint32_t n, Intern *pool,
                      VectorBuilder *to)
{
    StateSpec spec = walk_spec(walk->events->leaf);
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
    return !stopped && (ok || report_too_large(eval_sink(run), er->events->leaf));
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
        read_end(er, run, out);
        return true;
    case LOOK_WALK:
        return read_walk(er, run, expr, out);
    }
    UNREACHABLE("look");
}
