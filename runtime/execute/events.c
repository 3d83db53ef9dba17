/* Event windows: the event source is kept in memory with its rows in order of key and
   time, and what its windows are read from is made of them. */
#include "runtime/execute/events.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

enum { TOTAL_MAX_SHIFT = 2 };

/* The rows of the event source while its index is made. */
typedef struct {
    Executor *ex;
    Frame *frame;
    Events *events;
    uint32_t *first; /* per row */
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
    case AGG_STDDEV:
    case AGG_VARIANCE:
        return LOOK_SPREAD;
    case AGG_FIRST:
        return leaf->by == time ? LOOK_FIRST : LOOK_PICK;
    case AGG_LAST:
        return leaf->by == time ? LOOK_LAST : LOOK_PICK;
    case AGG_MIN:
        return leaf->arg == time ? LOOK_FIRST : LOOK_PICK;
    case AGG_MAX:
        return leaf->arg == time ? LOOK_LAST : LOOK_PICK;
    case AGG_COUNT_DISTINCT:
        return LOOK_DISTINCT;
    case AGG_MEDIAN:
    case AGG_PERCENTILE:
        return LOOK_MIDDLE;
    case AGG_TEXT_LIST:
        return LOOK_WALK;
    }
    UNREACHABLE("aggregate");
}

static void free_events(Events *events)
{
    lookup_free(events->by_key);
    event_index_free(events->index);
    range_order_free(events->order);
    free(events->total);
    free(events->wide_total);
    free(events->wide_square);
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

/* Leaves out the rows for which `expr` is empty or, of a condition, false. */
static bool keep_where(Gathering *g, const Expr *expr, bool is_condition)
{
    const Vector *values = frame_values(g->ex, g->frame, expr);
    for (uint32_t i = 0; values && i < g->frame->n; i++)
        g->keep[i] &=
            !vector_is_empty(values, i) && (!is_condition || values->v.boolean[i]);
    return values != NULL;
}

/* Which rows are events: those that pass the conditions and have a value. */
static bool keep_rows(Gathering *g)
{
    const Leaf *leaf = g->events->leaf;
    bool ok = (!leaf->arg || keep_where(g, leaf->arg, false)) &&
              (!leaf->by || keep_where(g, leaf->by, false));
    for (size_t i = 0; i < leaf->context->n_row && ok; i++) {
        const Expr *cond = leaf->context->row[i];
        ok = cond == g->frame->source->filter || keep_where(g, cond, true);
    }
    return ok;
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

static bool index_rows(Gathering *g)
{
    Events *events = g->events;
    const Leaf *leaf = events->leaf;
    if (leaf->source->n_key && !(events->tie = frame_key_ranks(g->ex, g->frame)))
        return false;
    EventInput in = {
        .n = g->frame->n, .first = g->first, .keep = g->keep, .tie = events->tie};
    in.time = frame_values(g->ex, g->frame, leaf->context->axis->value);
    if (!in.time)
        return false;
    events->index = event_index_new(&in);
    return !has_arg(leaf) || order_values(g, leaf->arg, &events->arg);
}

/* ---- values in order ------------------------------------------------------ */

/* What events are put in order by. */
typedef struct {
    const uint32_t *rank, *tie; /* per event */
    bool larger_first;          /* of equal ranks, the larger tie */
} Order;

static int compare_ranks(const void *self, uint32_t a, uint32_t b)
{
    const Order *order = self;
    if (order->rank[a] != order->rank[b])
        return order->rank[a] < order->rank[b] ? -1 : 1;
    int tie = (order->tie[a] > order->tie[b]) - (order->tie[a] < order->tie[b]);
    return order->larger_first ? -tie : tie;
}

/* All events by value, or by what `first` and `last` go by, and there the larger key
   is the one that is taken. */
static void order_events(Gathering *g, const uint32_t *rank)
{
    Events *events = g->events;
    uint32_t n = events->index->n;
    uint32_t *tie = xcalloc((size_t)n + 1, sizeof *tie);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row = events->index->row[i];
        tie[i] = events->tie ? events->tie[row] : row;
    }
    events->at = ARENA_ARRAY(events->arena, uint32_t, (size_t)n + 1);
    events->place = ARENA_ARRAY(events->arena, uint32_t, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++)
        events->at[i] = i;
    Order order = {rank, tie, events->leaf->fn == AGG_FIRST};
    order_rows(events->at, n, compare_ranks, &order);
    for (uint32_t i = 0; i < n; i++)
        events->place[events->at[i]] = i;
    events->order = range_order_new(events->place, n);
    free(tie);
}

/* Neighbours of the same value. A window holds the first event of its value where the
   one before it lies before the window. */
static void link_events(Events *events, const uint32_t *rank)
{
    uint32_t n = events->index->n;
    uint32_t *last = xcalloc((size_t)n + 1, sizeof *last);
    events->before = ARENA_ARRAY(events->arena, uint32_t, (size_t)n + 1);
    events->after = ARENA_ARRAY(events->arena, uint32_t, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t before = last[rank[i]];
        events->before[i] = before;
        events->after[i] = n;
        if (before)
            events->after[before - 1] = i;
        last[rank[i]] = i + 1;
    }
    events->order = range_order_new(events->before, n);
    free(last);
}

static bool rank_events(Gathering *g)
{
    Events *events = g->events;
    const Leaf *leaf = events->leaf;
    Vector by = events->arg;
    if (leaf->by && !order_values(g, leaf->by, &by))
        return false;
    Type type = leaf->by ? leaf->by->type : leaf->arg->type;
    uint32_t *rank = xcalloc((size_t)events->index->n + 1, sizeof *rank);
    event_ranks(&by, &type, 1, events->index->n, rank);
    if (events->look == LOOK_DISTINCT)
        link_events(events, rank);
    else
        order_events(g, rank);
    free(rank);
    return true;
}

/* ---- running totals ------------------------------------------------------- */

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

bool event_too_large(DiagSink *sink, const Leaf *leaf)
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
            return event_too_large(sink, events->leaf);
    }
    return true;
}

static bool add_up_squares(DiagSink *sink, Events *events)
{
    uint32_t n = events->index->n;
    events->wide_square = xcalloc((size_t)n + 1, sizeof *events->wide_square);
    events->wide_square[0] = decimal_from_i64(0);
    for (uint32_t i = 0; i < n; i++) {
        Decimal square = vector_decimal(&events->arg, i);
        if (!decimal_mul(square, square, &square) ||
            !decimal_add(events->wide_square[i], square, &events->wide_square[i + 1]))
            return event_too_large(sink, events->leaf);
    }
    return true;
}

/* What the windows are read from. */
static bool make_answers(Gathering *g)
{
    Events *events = g->events;
    DiagSink *sink = g->ex->sink;
    switch (events->look) {
    case LOOK_SUM:
    case LOOK_MEAN:
        return add_up(events) || add_up_wide(sink, events);
    case LOOK_SPREAD:
        return add_up_wide(sink, events) && add_up_squares(sink, events);
    case LOOK_PICK:
    case LOOK_MIDDLE:
    case LOOK_DISTINCT:
        return rank_events(g);
    case LOOK_COUNT:
    case LOOK_FIRST:
    case LOOK_LAST:
    case LOOK_WALK:
        return true;
    }
    UNREACHABLE("look");
}

static bool make_events(Gathering *g, const EventWindow *window)
{
    uint32_t n = g->frame->n;
    g->first = xcalloc((size_t)n + 1, sizeof *g->first);
    g->keep = xcalloc((size_t)n + 1, sizeof *g->keep);
    for (uint32_t i = 0; i < n; i++)
        g->keep[i] = 1;
    bool ok = keep_rows(g) && group_rows(g, window->n_key) && index_rows(g) &&
              make_answers(g);
    free(g->first);
    free(g->keep);
    return ok;
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
    if (!sight_check(ex, leaf->source, leaf->span))
        return NULL;
    bool *used = xcalloc(leaf->source->n_column + 1, sizeof *used);
    event_columns(window, used);
    Frame *frame = frame_of_leaf(ex, leaf, used);
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
