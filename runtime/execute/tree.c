/* Hierarchies of entities. From the rows of an entity the way goes up, all rows of a
   batch together, step by step: each step finds the row of the parent, at the row's
   own time where parents are dated. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

struct TreeReader {
    Executor *ex;
    const Expr *expr;
    const Vector *key;  /* per row of the entity's source */
    uint32_t *up;       /* likewise: the first row with the parent's key */
    uint8_t *match;     /* likewise, of `under`: it is the one that is asked for */
    const Spans *spans; /* NULL: not dated */
    Probe *probe;
    Day *changes; /* per row of a batch: when the way up is another; NULL: not asked */
    uint32_t *step[TREE_DEPTH_MAX + 1]; /* rows of a batch, from themselves upwards */
    size_t cap_step[TREE_DEPTH_MAX + 1];
};

static bool is_dated(const Expr *expr)
{
    return expr->as.tree.dim->parent->is_dated;
}

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
    const Dim *dim = tr->expr->as.tree.dim;
    tr->match = xcalloc((size_t)frame->n + 1, sizeof *tr->match);
    match_rows(tr, tr->key, dim->type, frame->n);
    if (!dim->label)
        return true;
    const Vector *label = frame_values(tr->ex, frame, dim->label);
    if (label)
        match_rows(tr, label, dim->label->type, frame->n);
    return label != NULL;
}

static bool report_cycle(const TreeReader *tr, uint32_t row, DiagSink *sink)
{
    const Dim *dim = tr->expr->as.tree.dim;
    StrBuf sb;
    strbuf_init(&sb);
    value_print(&sb, dim->type, vector_value(tr->key, dim->type, row));
    diag_error(sink, DIAG_TREE, tr->expr->span,
               "`%s` %s stands above itself, or more than %d levels deep", dim->name,
               sb.text, TREE_DEPTH_MAX);
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
            last = from[i] == UINT32_MAX ? last : from[i];
        if (last == UINT32_MAX)
            return true;
        if (*depth == TREE_DEPTH_MAX)
            return report_cycle(tr, last, sink);
        uint32_t next = *depth + 1;
        XGROW(tr->step[next], tr->cap_step[next], n + (size_t)1);
        for (uint32_t i = 0; i < n; i++)
            tr->step[next][i] = from[i] == UINT32_MAX ? UINT32_MAX : tr->up[from[i]];
        date_step(tr, day, n, tr->step[next]);
    }
}

/* A cycle anywhere in the data is found before a row is read. */
static bool check_rows(TreeReader *tr, uint32_t n)
{
    uint32_t depth;
    if (tr->spans)
        return true;
    XGROW(tr->step[0], tr->cap_step[0], n + (size_t)1);
    for (uint32_t i = 0; i < n; i++)
        tr->step[0][i] = i;
    return climb(tr, NULL, n, tr->ex->sink, &depth);
}

static bool prepare_rows(TreeReader *tr, Frame *frame)
{
    const Join *up = tr->expr->as.tree.dim->parent;
    const Expr *expr = tr->expr;
    const Lookup *by_key;
    if (is_dated(expr)) {
        bool moments = expr->arg[expr->n_arg - 1]->type.kind == VALUE_MOMENT;
        const Dated *dated = frame_dated(tr->ex, frame, up, moments);
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
    tr->probe = probe_new(by_key, &expr->arg[0]->type);
    return check_rows(tr, frame->n) &&
           (expr->as.tree.level || prepare_match(tr, frame));
}

TreeReader *tree_reader_new(Executor *ex, const Expr *expr)
{
    const Dim *dim = expr->as.tree.dim;
    bool *used = xcalloc(dim->source->n_column + 1, sizeof *used);
    join_columns(dim->parent, used);
    plan_expr_columns(dim->parent->on[0], dim->source, used);
    plan_expr_columns(dim->label, dim->source, used);
    Frame *frame = frame_get(ex, dim->source, NULL, used);
    free(used);
    TreeReader *tr = xcalloc(1, sizeof *tr);
    tr->ex = ex;
    tr->expr = expr;
    if (frame && prepare_rows(tr, frame))
        return tr;
    tree_reader_free(tr);
    return NULL;
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
