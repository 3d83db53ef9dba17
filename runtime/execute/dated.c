/* The target of a dated join, indexed by key and time. One index serves all look-ups of
   a join in a question, whatever the axis, but for days against moments. */
#include "runtime/execute/internal.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

void join_columns(const Join *join, bool *used)
{
    plan_expr_columns(join->valid_from, join->target, used);
    plan_expr_columns(join->valid_to, join->target, used);
    for (size_t i = 0; i < join->n_on; i++)
        plan_expr_columns(join->key[i], join->target, used);
}

static bool make_index(Executor *ex, Frame *frame, Dated *dated)
{
    const Join *join = dated->join;
    uint32_t n_key = (uint32_t)join->n_on;
    Vector *key = ARENA_ARRAY(frame->arena, Vector, n_key);
    for (uint32_t i = 0; i < n_key; i++) {
        const Vector *values = frame_values(ex, frame, join->key[i]);
        if (!values)
            return false;
        key[i] = *values;
        dated->key_type[i] = join->key[i]->type;
    }
    SpansInput in = {.key = key,
                     .key_type = dated->key_type,
                     .n_key = n_key,
                     .n = frame->n,
                     .moments = dated->moments};
    in.from = frame_values(ex, frame, join->valid_from);
    in.to = in.from ? frame_values(ex, frame, join->valid_to) : NULL;
    if (!in.to)
        return false;
    dated->by_key = lookup_new(key, dated->key_type, n_key, frame->n);
    in.by_key = dated->by_key;
    dated->spans = spans_new(&in);
    return true;
}

const Dated *frame_dated(Executor *ex, Frame *frame, const Join *join, bool moments)
{
    for (const Dated *known = frame->dated; known; known = known->next) {
        if (known->join == join && known->moments == moments && known->spans)
            return known;
    }
    Dated *dated = xcalloc(1, sizeof *dated);
    dated->join = join;
    dated->moments = moments;
    dated->key_type = xcalloc(join->n_on + 1, sizeof *dated->key_type);
    dated->next = frame->dated;
    frame->dated = dated;
    return make_index(ex, frame, dated) ? dated : NULL;
}

void frame_free_dated(Frame *frame)
{
    for (Dated *next, *dated = frame->dated; dated; dated = next) {
        next = dated->next;
        spans_free(dated->spans);
        lookup_free(dated->by_key);
        free(dated->key_type);
        free(dated);
    }
    frame->dated = NULL;
}
