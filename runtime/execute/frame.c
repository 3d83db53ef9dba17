/* Rows of a source in memory: what joins look up, what labels are read from. Columns
   are loaded together, so that rows of one frame belong to each other whatever order a
   store hands them out in; when more columns are wanted a wider frame replaces it. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/event_index.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

struct Computed {
    Computed *next;
    const Expr *expr;
    Vector values;
    EvalProgram *program;
    EvalRun *run; /* owns the memory of `values` */
    Reader reader;
    Arena *arena;
};

/* Of a source that is an answer: what answers in its place; NULL: its own. */
typedef struct {
    const Source *source;
    const Question *rows;
} Rows;

typedef struct {
    Executor *ex;
    Frame *frame;
    VectorBuilder **builder;
    EvalRun *run; /* of the filter; NULL: none */
    Reader reader;
} Loading;

static void free_computed(Frame *frame)
{
    for (Computed *next, *c = frame->computed; c; c = next) {
        next = c->next;
        eval_run_free(c->run);
        reader_release(&c->reader);
        arena_free(c->arena);
        free(c);
    }
    frame->computed = NULL;
}

/* What values of any frame are looked up in: those values have to be gone. */
static void free_found(Frame *frame)
{
    frame_free_events(frame);
    frame_free_succeeded(frame);
}

static void free_frame(Frame *frame)
{
    free_computed(frame);
    free_found(frame);
    frame_free_dated(frame);
    lookup_free(frame->by_key);
    intern_free(frame->pool);
    arena_free(frame->arena);
    free(frame);
}

static void free_list(Frame *frame)
{
    for (Frame *next; frame; frame = next) {
        next = frame->next;
        free_frame(frame);
    }
}

/* Look-ups reach from frame to frame, so what computes goes first, then frames that
   were replaced or whose source dies with the statement. */
void frames_end_question(Executor *ex)
{
    for (Frame *frame = ex->cache->retired; frame; frame = frame->next)
        free_computed(frame);
    for (Frame *frame = ex->cache->frame; frame; frame = frame->next)
        free_computed(frame);
    for (Frame *frame = ex->cache->frame; frame; frame = frame->next)
        free_found(frame);
    free_list(ex->cache->retired);
    ex->cache->retired = NULL;
    frames_forget_wanted(ex);
    for (Frame **at = &ex->cache->frame; *at;) {
        Frame *frame = *at;
        if (frame->source->index != UINT32_MAX && !frame->rows) {
            at = &frame->next;
            continue;
        }
        *at = frame->next;
        free_frame(frame);
    }
}

void frames_free(Executor *ex)
{
    frames_end_question(ex);
    free_list(ex->cache->frame);
    ex->cache->frame = NULL;
}

/* Which rows of a batch pass the filter; NULL: all. */
static const Vector *run_filter(Loading *l, const Vector *column, uint32_t n, bool *ok)
{
    if (!l->run)
        return NULL;
    reader_start(&l->reader, column, n);
    *ok = eval_batch(l->run, n);
    return *ok ? eval_root(l->run, 0) : NULL;
}

static bool load_rows(void *self, const Vector *column, uint32_t n)
{
    Loading *l = self;
    Frame *frame = l->frame;
    bool ok = !execute_stopped(l->ex, l->ex->sink);
    const Vector *pass = ok ? run_filter(l, column, n, &ok) : NULL;
    for (uint32_t row = 0; ok && row < n; row++) {
        if (pass && (vector_is_empty(pass, row) || !pass->v.boolean[row]))
            continue;
        frame->n++;
        for (size_t i = 0; i < frame->source->n_column; i++) {
            if (l->builder[i])
                vector_builder_take(l->builder[i], &column[i], row);
        }
    }
    return ok;
}

static void make_builders(Loading *l)
{
    const Source *source = l->frame->source;
    l->builder = xcalloc(source->n_column + 1, sizeof(VectorBuilder *));
    for (size_t i = 0; i < source->n_column; i++) {
        if (l->frame->loaded[i])
            l->builder[i] = vector_builder_new(source->column[i].type, l->frame->pool);
    }
}

static void finish_builders(Loading *l)
{
    Frame *frame = l->frame;
    for (size_t i = 0; i < frame->source->n_column; i++) {
        if (l->builder[i])
            frame->column[i] = vector_builder_finish(l->builder[i], frame->arena);
    }
    free(l->builder);
}

/* A filter may look into other sources, but not into this one again. */
static bool load_frame(Executor *ex, Frame *frame)
{
    Loading l = {.ex = ex, .frame = frame};
    const Expr *filter = frame->source->filter;
    Intern *scan_pool = intern_new(NULL);
    reader_init(&l.reader, ex, frame->source);
    bool ok = true;
    if (filter) {
        ok = reader_prepare(&l.reader, filter);
        l.run = eval_run_new(eval_compile(frame->arena, &filter, 1), scan_pool,
                             ex->sink, reader_leaf, &l.reader);
    }
    make_builders(&l);
    SourceScan scan = {.source = frame->source,
                       .rows = frame->rows,
                       .used = frame->loaded,
                       .n_part = 1,
                       .pool = filter ? scan_pool : frame->pool,
                       .sink = ex->sink};
    ok = ok && scan_source(ex, &scan, (RowSink){load_rows, &l});
    finish_builders(&l);
    eval_run_free(l.run);
    reader_release(&l.reader);
    intern_free(scan_pool);
    return ok;
}

static Frame *new_frame(const Source *source, const Frame *known, const Expr *expr,
                        const bool *used)
{
    Frame *frame = xcalloc(1, sizeof *frame);
    frame->source = source;
    frame->arena = arena_new();
    frame->pool = intern_new(NULL);
    frame->loaded = ARENA_ARRAY(frame->arena, bool, source->n_column + 1);
    frame->column = ARENA_ARRAY(frame->arena, Vector, source->n_column + 1);
    for (size_t i = 0; i < source->n_column; i++)
        frame->loaded[i] = (known && known->loaded[i]) || (used && used[i]);
    plan_expr_columns(expr, source, frame->loaded);
    plan_expr_columns(source->filter, source, frame->loaded);
    for (size_t i = 0; i < source->n_key; i++)
        plan_expr_columns(source->key[i], source, frame->loaded);
    return frame;
}

static bool has_columns(const Frame *frame, const Frame *wanted)
{
    for (size_t i = 0; i < frame->source->n_column; i++) {
        if (wanted->loaded[i] && !frame->loaded[i])
            return false;
    }
    return true;
}

static bool is_frame_of(const Frame *frame, Rows rows, bool is_limited)
{
    return frame->source == rows.source && frame->rows == rows.rows &&
           frame->is_limited == is_limited;
}

static Frame *get_frame(Executor *ex, Rows rows, const Expr *expr, const bool *used)
{
    const Source *source = rows.source;
    Frame **at = &ex->cache->frame;
    bool is_limited = sight_is_limited(ex);
    sub_meet_source(ex, source);
    while (*at && !is_frame_of(*at, rows, is_limited))
        at = &(*at)->next;
    Frame *known = *at;
    if (known && known->is_loading) {
        diag_error_at_large(ex->sink, DIAG_ROWS_CYCLE,
                            "the rows of `%s` depend on themselves", source->name);
        return NULL;
    }
    Frame *frame = new_frame(source, known, expr, used);
    frame->rows = rows.rows;
    if (known && has_columns(known, frame)) {
        free_frame(frame);
        return known;
    }
    const bool *wanted = frames_wanted(ex, source);
    for (size_t i = 0; wanted && i < source->n_column; i++)
        frame->loaded[i] |= wanted[i];
    if (known) {
        *at = known->next;
        known->next = ex->cache->retired;
        ex->cache->retired = known;
    }
    frame->next = ex->cache->frame;
    ex->cache->frame = frame;
    frame->is_limited = is_limited;
    frame->is_loading = true;
    bool ok = load_frame(ex, frame);
    frame->is_loading = false;
    if (ok)
        return frame;
    at = &ex->cache->frame;
    while (*at != frame)
        at = &(*at)->next;
    *at = frame->next;
    free_frame(frame);
    return NULL;
}

Frame *frame_get(Executor *ex, const Source *source, const Expr *expr, const bool *used)
{
    return get_frame(ex, (Rows){source, NULL}, expr, used);
}

Frame *frame_of_leaf(Executor *ex, const Leaf *leaf, const bool *used)
{
    return get_frame(ex, (Rows){leaf->source, leaf->rows}, NULL, used);
}

const Vector *frame_values(Executor *ex, Frame *frame, const Expr *expr)
{
    if (expr->kind == EXPR_COLUMN)
        return &frame->column[expr->as.column.column];
    for (Computed *c = frame->computed; c; c = c->next) {
        if (c->expr == expr)
            return &c->values;
    }
    Computed *c = xcalloc(1, sizeof *c);
    c->expr = expr;
    c->arena = arena_new();
    reader_init(&c->reader, ex, frame->source);
    bool ok = reader_prepare(&c->reader, expr);
    if (ok) {
        c->run = eval_run_new(eval_compile(c->arena, &expr, 1), frame->pool, ex->sink,
                              reader_leaf, &c->reader);
        reader_start(&c->reader, frame->column, frame->n);
        ok = eval_batch(c->run, frame->n);
    }
    c->next = frame->computed;
    frame->computed = c;
    if (!ok)
        return NULL;
    c->values = *eval_root(c->run, 0);
    return &c->values;
}

/* The key of all rows, and its types in `key_type`; NULL: reported. */
static const Vector *key_values(Executor *ex, Frame *frame)
{
    const Source *source = frame->source;
    Vector *key = ARENA_ARRAY(frame->arena, Vector, source->n_key + 1);
    frame->key_type = ARENA_ARRAY(frame->arena, Type, source->n_key + 1);
    for (size_t i = 0; i < source->n_key; i++) {
        const Vector *values = frame_values(ex, frame, source->key[i]);
        if (!values)
            return NULL;
        key[i] = *values;
        frame->key_type[i] = source->key[i]->type;
    }
    return key;
}

const Lookup *frame_by_key(Executor *ex, Frame *frame)
{
    const Source *source = frame->source;
    if (frame->by_key)
        return frame->by_key;
    if (!source->n_key) {
        diag_error_at_large(ex->sink, DIAG_NO_KEY, "`%s` has no key", source->name);
        return NULL;
    }
    const Vector *key = key_values(ex, frame);
    if (!key)
        return NULL;
    frame->by_key = lookup_new(key, frame->key_type, (uint32_t)source->n_key, frame->n);
    return frame->by_key;
}

const uint32_t *frame_key_ranks(Executor *ex, Frame *frame)
{
    if (frame->key_rank)
        return frame->key_rank;
    const Vector *key = key_values(ex, frame);
    if (!key)
        return NULL;
    frame->key_rank = ARENA_ARRAY(frame->arena, uint32_t, (size_t)frame->n + 1);
    event_ranks(key, frame->key_type, (uint32_t)frame->source->n_key, frame->n,
                frame->key_rank);
    return frame->key_rank;
}
