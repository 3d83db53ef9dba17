/* Hierarchies of entities. From the rows of an entity the way goes up, all rows of a
   batch together, step by step: each step finds the row of the parent, at the row's
   own time where parents are dated. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { SECONDS_OF_DAY = 86400 };

struct TreeReader {
    Executor *ex;
    const Dim *dim;
    const Expr *expr;   /* NULL: the rows are only checked */
    Span span;          /* for messages */
    bool moments;       /* the time of a row is one */
    const Vector *key;  /* per row of the entity's source */
    uint32_t *up;       /* likewise: the first row with the parent's key */
    uint8_t *match;     /* likewise, of `under`: it is the one that is asked for */
    const Spans *spans; /* NULL: not dated */
    Probe *probe;
    Day *changes; /* per row of a batch: when the way up is another; NULL: not asked */
    uint32_t *step[TREE_DEPTH_MAX + 1]; /* rows of a batch, from themselves upwards */
    size_t cap_step[TREE_DEPTH_MAX + 1];
};

/* Is the value of the row the one behind `under`? */
static void match_rows(TreeReader *tr, const Vector *values, Type type, uint32_t n)
{
    const Expr *wanted = tr->expr->arg[1];
    if (type.kind != wanted->type.kind)
        return;
    for (uint32_t i = 0; i < n; i++)
        tr->match[i] |=
            value_equal(type, vector_value(values, type, i), wanted->as.value);
}

static bool prepare_match(TreeReader *tr, Frame *frame)
{
    const Dim *dim = tr->dim;
    tr->match = xcalloc((size_t)frame->n + 1, sizeof *tr->match);
    match_rows(tr, tr->key, dim->type, frame->n);
    if (!dim->label)
        return true;
    const Vector *label = frame_values(tr->ex, frame, dim->label);
    if (label)
        match_rows(tr, label, dim->label->type, frame->n);
    return label != NULL;
}

/* Of row `at` of a batch, for which the way up has no end. */
static bool report_cycle(const TreeReader *tr, const Vector *day, uint32_t at,
                         DiagSink *sink)
{
    const Dim *dim = tr->dim;
    StrBuf sb;
    Day on;
    strbuf_init(&sb);
    uint32_t row = tr->step[TREE_DEPTH_MAX][at];
    value_print(&sb, dim->type, vector_value(tr->key, dim->type, row));
    strbuf_adds(&sb, " stands above itself");
    if (tr->spans) {
        Vector one = vector_slice(day, at, 1);
        vector_days(&one, 1, &on);
        strbuf_adds(&sb, " on ");
        civil_print_day(&sb, on);
    }
    diag_error(sink, DIAG_TREE, tr->span, "`%s` %s, or more than %d levels deep",
               dim->name, sb.text, TREE_DEPTH_MAX);
    strbuf_release(&sb);
    return false;
}

/* The rows of a step, at the day. */
static void date_step(const TreeReader *tr, const Vector *day, uint32_t n,
                      uint32_t *row)
{
    if (tr->spans && tr->changes)
        spans_changes(tr->spans, day, n, row, tr->changes);
    if (tr->spans)
        spans_find(tr->spans, day, n, row);
}

/* Fills step[1..] from step[0]; *depth is how many steps have a row. */
static bool climb(TreeReader *tr, const Vector *day, uint32_t n, DiagSink *sink,
                  uint32_t *depth)
{
    for (*depth = 0;; ++*depth) {
        const uint32_t *from = tr->step[*depth];
        uint32_t last = UINT32_MAX;
        for (uint32_t i = 0; i < n; i++)
            last = from[i] == UINT32_MAX ? last : i;
        if (last == UINT32_MAX)
            return true;
        if (*depth == TREE_DEPTH_MAX)
            return report_cycle(tr, day, last, sink);
        uint32_t next = *depth + 1;
        XGROW(tr->step[next], tr->cap_step[next], n + (size_t)1);
        for (uint32_t i = 0; i < n; i++)
            tr->step[next][i] = from[i] == UINT32_MAX ? UINT32_MAX : tr->up[from[i]];
        date_step(tr, day, n, tr->step[next]);
    }
}

/* The seconds at which the rows begin; what always held, before anything else. */
static bool read_begins(TreeReader *tr, Frame *frame, int64_t *time)
{
    const Join *up = tr->dim->parent;
    const Vector *edge[2] = {frame_values(tr->ex, frame, up->valid_from), NULL};
    edge[1] = edge[0] ? frame_values(tr->ex, frame, up->valid_to) : NULL;
    if (!edge[1])
        return false;
    int64_t least = 0;
    bool any = false;
    for (size_t k = COUNT_OF(edge); k-- > 0;) {
        for (uint32_t i = 0; i < frame->n; i++) {
            if (vector_is_empty(edge[k], i))
                continue;
            time[i] = edge[k]->rep == VEC_DAY
                          ? (int64_t)edge[k]->v.day[i] * SECONDS_OF_DAY
                          : edge[k]->v.i64[i];
            least = any && least < time[i] ? least : time[i];
            any = true;
        }
    }
    for (uint32_t i = 0; i < frame->n; i++)
        time[i] = vector_is_empty(edge[0], i) ? least - SECONDS_OF_DAY : time[i];
    return true;
}

/* A cycle anywhere in the data is found before a row is read. Where rows take turns it
   comes to be when the last of its rows begins to hold. */
static bool check_rows(TreeReader *tr, Frame *frame, const Lookup *by_key)
{
    uint32_t depth, n = frame->n;
    XGROW(tr->step[0], tr->cap_step[0], n + (size_t)1);
    for (uint32_t i = 0; i < n; i++)
        tr->step[0][i] = i;
    if (!tr->spans)
        return climb(tr, NULL, n, tr->ex->sink, &depth);
    int64_t *time = xcalloc((size_t)n + 1, sizeof *time);
    Vector begins = {.rep = VEC_SEC, .n = n, .v.i64 = time};
    bool ok = read_begins(tr, frame, time);
    if (ok) {
        Probe *probe = probe_new(by_key, &tr->dim->type);
        probe_find(probe, tr->key, n, false, tr->step[0]);
        probe_free(probe);
        date_step(tr, &begins, n, tr->step[0]);
        ok = climb(tr, &begins, n, tr->ex->sink, &depth);
    }
    free(time);
    return ok;
}

static bool prepare_rows(TreeReader *tr, Frame *frame)
{
    const Join *up = tr->dim->parent;
    const Lookup *by_key;
    if (up->is_dated) {
        const Dated *dated = frame_dated(tr->ex, frame, up, tr->moments);
        by_key = dated ? dated->by_key : NULL;
        tr->spans = dated ? dated->spans : NULL;
    } else {
        by_key = frame_by_key(tr->ex, frame);
    }
    const Vector *parent = by_key ? frame_values(tr->ex, frame, up->on[0]) : NULL;
    tr->key = parent ? frame_values(tr->ex, frame, up->key[0]) : NULL;
    if (!tr->key)
        return false;
    tr->up = xcalloc((size_t)frame->n + 1, sizeof *tr->up);
    Probe *probe = probe_new(by_key, &up->on[0]->type);
    probe_find(probe, parent, frame->n, false, tr->up);
    probe_free(probe);
    if (!check_rows(tr, frame, by_key))
        return false;
    if (!tr->expr)
        return true;
    tr->probe = probe_new(by_key, &tr->expr->arg[0]->type);
    return tr->expr->as.tree.level || prepare_match(tr, frame);
}

static bool load(TreeReader *tr)
{
    const Dim *dim = tr->dim;
    bool *used = xcalloc(dim->source->n_column + 1, sizeof *used);
    join_columns(dim->parent, used);
    plan_expr_columns(dim->parent->on[0], dim->source, used);
    plan_expr_columns(dim->label, dim->source, used);
    Frame *frame = frame_get(tr->ex, dim->source, NULL, used);
    free(used);
    return frame && prepare_rows(tr, frame);
}

TreeReader *tree_reader_new(Executor *ex, const Expr *expr)
{
    TreeReader *tr = xcalloc(1, sizeof *tr);
    tr->ex = ex;
    tr->dim = expr->as.tree.dim;
    tr->expr = expr;
    tr->span = expr->span;
    tr->moments = expr->arg[expr->n_arg - 1]->type.kind == VALUE_MOMENT;
    if (load(tr))
        return tr;
    tree_reader_free(tr);
    return NULL;
}

bool tree_check(Executor *ex, const Dim *dim)
{
    const Join *up = dim->parent;
    TreeReader *tr = xcalloc(1, sizeof *tr);
    tr->ex = ex;
    tr->dim = dim;
    tr->span = up->span;
    tr->moments = up->is_dated && up->valid_from->type.kind == VALUE_MOMENT &&
                  up->valid_to->type.kind == VALUE_MOMENT;
    bool ok = load(tr);
    tree_reader_free(tr);
    return ok;
}

void tree_reader_free(TreeReader *tr)
{
    if (!tr)
        return;
    for (size_t i = 0; i < COUNT_OF(tr->step); i++)
        free(tr->step[i]);
    probe_free(tr->probe);
    free(tr->up);
    free(tr->match);
    free(tr);
}

static void read_under(const TreeReader *tr, EvalRun *run, uint32_t depth, Vector *out)
{
    out->rep = VEC_BOOL;
    out->v.boolean = eval_alloc(run, (size_t)out->n + 1);
    memset(out->v.boolean, 0, (size_t)out->n + 1);
    for (uint32_t k = 0; k < depth; k++) {
        for (uint32_t i = 0; i < out->n; i++) {
            uint32_t row = tr->step[k][i];
            if (row != UINT32_MAX)
                out->v.boolean[i] |= tr->match[row];
        }
    }
}

/* What stands above the wished level stands for itself. */
static void read_level(const TreeReader *tr, EvalRun *run, uint32_t depth, Vector *out)
{
    uint32_t n = out->n;
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t own = 0;
        while (own < depth && tr->step[own][i] != UINT32_MAX)
            own++;
        uint32_t level = tr->expr->as.tree.level;
        row[i] = tr->step[own > level ? own - level : 0][i];
    }
    gather_rows(run, tr->key, row, n, out);
}

static bool go_up(TreeReader *tr, EvalRun *run, const Vector *arg, uint32_t n,
                  uint32_t *depth)
{
    const Vector *day = tr->spans ? &arg[tr->expr->n_arg - 1] : NULL;
    XGROW(tr->step[0], tr->cap_step[0], n + (size_t)1);
    probe_find(tr->probe, arg, n, false, tr->step[0]);
    date_step(tr, day, n, tr->step[0]);
    return climb(tr, day, n, eval_sink(run), depth);
}

bool tree_changes(TreeReader *tr, EvalRun *run, const Vector *arg, uint32_t n,
                  Day *next)
{
    uint32_t depth;
    tr->changes = next;
    bool ok = go_up(tr, run, arg, n, &depth);
    tr->changes = NULL;
    return ok;
}

bool tree_read(TreeReader *tr, EvalRun *run, const Vector *arg, Vector *out)
{
    uint32_t depth, n = out->n;
    if (!go_up(tr, run, arg, n, &depth))
        return false;
    if (tr->expr->as.tree.level)
        read_level(tr, run, depth, out);
    else
        read_under(tr, run, depth, out);
    return true;
}
