/* Which row of a source takes the place of which: the next snapshot, or the next change
   of the same K. It is found over all rows of the source, whatever a question keeps of
   them, so a row that fails a filter still ends the one before it. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

struct Succeeded {
    Succeeded *next_one;
    const Succession *of;
    Arena *arena;
    Frame *frame;
    uint32_t *before, *after; /* of a log, per row; UINT32_MAX: none */
    Vector next;              /* of a log, per row of the frame */
    const Lookup *by_key;     /* the frame's */
    int64_t *time;            /* of snapshots, ascending and distinct */
    uint32_t n_time;
};

/* What rows are sorted by. */
typedef struct {
    const Succession *of;
    uint32_t *group;     /* per row: which K */
    int64_t *time;       /* per row */
    const Vector *known; /* NULL: all rows take part */
    const Vector **tie;
} Changes;

void frame_free_succeeded(Frame *frame)
{
    for (Succeeded *next, *s = frame->succeeded; s; s = next) {
        next = s->next_one;
        free(s->time);
        arena_free(s->arena);
        free(s);
    }
    frame->succeeded = NULL;
}

static int64_t time_at(const Vector *at, uint32_t row)
{
    return at->rep == VEC_DAY ? at->v.day[row] : at->v.i64[row];
}

static bool takes_part(const Vector *at, const Vector *known, uint32_t row)
{
    return !vector_is_empty(at, row) &&
           (!known || (!vector_is_empty(known, row) && known->v.boolean[row]));
}

static int compare_times(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void list_snapshots(Succeeded *s, const Vector *at, const Vector *known,
                           uint32_t n)
{
    s->time = xcalloc((size_t)n + 1, sizeof *s->time);
    uint32_t used = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (takes_part(at, known, i))
            s->time[used++] = time_at(at, i);
    }
    qsort(s->time, used, sizeof *s->time, compare_times);
    for (uint32_t i = 0; i < used; i++) {
        if (!s->n_time || s->time[s->n_time - 1] != s->time[i])
            s->time[s->n_time++] = s->time[i];
    }
}

static uint32_t first_after(const Succeeded *s, int64_t time)
{
    uint32_t lo = 0;
    uint32_t hi = s->n_time;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (s->time[mid] <= time)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* By K, time, and the key of the row. */
static int compare_changes(const void *self, uint32_t a, uint32_t b)
{
    const Changes *c = self;
    const Source *source = c->of->source;
    if (c->group[a] != c->group[b])
        return c->group[a] < c->group[b] ? -1 : 1;
    if (c->time[a] != c->time[b])
        return c->time[a] < c->time[b] ? -1 : 1;
    int order = 0;
    for (size_t i = 0; i < source->n_key && !order; i++) {
        Type type = source->key[i]->type;
        order = value_compare(type, vector_value(c->tie[i], type, a),
                              vector_value(c->tie[i], type, b));
    }
    return order;
}

/* Per row the number of its K. */
static bool find_groups(Executor *ex, Frame *frame, Changes *c, Arena *arena)
{
    size_t n_key = c->of->n_key;
    uint32_t **code = ARENA_ARRAY(arena, uint32_t *, n_key);
    uint32_t *tuple = ARENA_ARRAY(arena, uint32_t, n_key);
    for (size_t k = 0; k < n_key; k++) {
        const Vector *values = frame_values(ex, frame, c->of->key[k]);
        if (!values)
            return false;
        KeyDict *dict = key_dict_new(c->of->key[k]->type);
        code[k] = ARENA_ARRAY(arena, uint32_t, (size_t)frame->n + 1);
        key_dict_encode(dict, values, code[k]);
        key_dict_free(dict);
    }
    Tuples known;
    tuples_init(&known, (uint32_t)n_key);
    c->group = ARENA_ARRAY(arena, uint32_t, (size_t)frame->n + 1);
    for (uint32_t row = 0; row < frame->n; row++) {
        for (size_t k = 0; k < n_key; k++)
            tuple[k] = code[k][row];
        c->group[row] = tuples_add(&known, tuple);
    }
    tuples_release(&known);
    return true;
}

static bool find_ties(Executor *ex, Frame *frame, Changes *c, Arena *arena)
{
    const Source *source = c->of->source;
    c->tie = ARENA_ARRAY(arena, const Vector *, source->n_key);
    for (size_t i = 0; i < source->n_key; i++) {
        c->tie[i] = frame_values(ex, frame, source->key[i]);
        if (!c->tie[i])
            return false;
    }
    return true;
}

/* Rows that hold for a time, one behind the other: of changes at one time only the
   last does, and a snapshot is followed by the next one or by none. */
static void link_rows(const Changes *c, Succeeded *s, const uint32_t *order, uint32_t n)
{
    uint32_t last = UINT32_MAX;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row = order[i];
        bool same = i + 1 < n && c->group[order[i + 1]] == c->group[row];
        if (same && c->time[order[i + 1]] == c->time[row])
            continue;
        bool follows = last != UINT32_MAX && c->group[last] == c->group[row];
        if (follows && s->of->snapshots) {
            uint32_t at = first_after(s, c->time[last]);
            follows = at < s->n_time && s->time[at] == c->time[row];
        }
        if (follows) {
            s->before[row] = last;
            s->after[last] = row;
        }
        last = row;
    }
}

/* Per row the row that takes its place, UINT32_MAX: none. */
static uint32_t *follow(const Changes *c, Succeeded *s, const Vector *at, uint32_t n,
                        Arena *arena)
{
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, (size_t)n + 1);
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, (size_t)n + 1);
    uint32_t used = 0;
    for (uint32_t row = 0; row < n; row++) {
        next[row] = UINT32_MAX;
        if (takes_part(at, c->known, row))
            order[used++] = row;
    }
    order_rows(order, used, compare_changes, c);
    for (uint32_t i = 1; i < used; i++) {
        if (c->group[order[i]] == c->group[order[i - 1]])
            next[order[i - 1]] = order[i];
    }
    link_rows(c, s, order, used);
    return next;
}

static bool list_changes(Executor *ex, Frame *frame, const Vector *known,
                         const Vector *at, Succeeded *s)
{
    Type type = s->of->at->type;
    Arena *arena = arena_new();
    Changes c = {.of = s->of, .known = known};
    s->before = ARENA_ARRAY(s->arena, uint32_t, (size_t)frame->n + 1);
    s->after = ARENA_ARRAY(s->arena, uint32_t, (size_t)frame->n + 1);
    for (uint32_t row = 0; row < frame->n; row++)
        s->before[row] = s->after[row] = UINT32_MAX;
    s->by_key = frame_by_key(ex, frame);
    bool ok = s->by_key && find_groups(ex, frame, &c, arena) &&
              find_ties(ex, frame, &c, arena);
    if (ok) {
        c.time = ARENA_ARRAY(arena, int64_t, (size_t)frame->n + 1);
        for (uint32_t row = 0; row < frame->n; row++)
            c.time[row] = vector_is_empty(at, row) ? 0 : time_at(at, row);
        const uint32_t *next = follow(&c, s, at, frame->n, arena);
        VectorBuilder *builder = vector_builder_new(type, frame->pool);
        for (uint32_t row = 0; row < frame->n; row++)
            vector_builder_add(builder, next[row] == UINT32_MAX
                                            ? (Value){.empty = true}
                                            : vector_value(at, type, next[row]));
        s->next = vector_builder_finish(builder, s->arena);
    }
    arena_free(arena);
    return ok;
}

static const Succeeded *get_open(Executor *ex, const Succession *next)
{
    const Source *source = next->source;
    bool *used = xcalloc(source->n_column + 1, sizeof *used);
    for (size_t i = 0; i < next->n_key; i++)
        plan_expr_columns(next->key[i], source, used);
    plan_expr_columns(next->known, source, used);
    Frame *frame = frame_get(ex, source, next->at, used);
    free(used);
    if (!frame)
        return NULL;
    for (const Succeeded *s = frame->succeeded; s; s = s->next_one) {
        if (s->of == next)
            return s;
    }
    const Vector *at = frame_values(ex, frame, next->at);
    const Vector *known =
        at && next->known ? frame_values(ex, frame, next->known) : NULL;
    if (!at || (next->known && !known))
        return NULL;
    Succeeded *s = xcalloc(1, sizeof *s);
    *s = (Succeeded){.of = next, .arena = arena_new(), .frame = frame};
    bool ok = true;
    if (!next->n_key || next->snapshots)
        list_snapshots(s, at, known, frame->n);
    if (next->n_key)
        ok = list_changes(ex, frame, known, at, s);
    s->next_one = frame->succeeded;
    frame->succeeded = s;
    return ok ? s : NULL;
}

const Succeeded *succeeded_get(Executor *ex, const Succession *next)
{
    sight_open(ex);
    const Succeeded *res = get_open(ex, next);
    sight_close(ex);
    return res;
}

const Lookup *succeeded_rows(const Succeeded *succeeded)
{
    return succeeded->by_key;
}

/* Per row of the open frame, that of `seen` with the same key. */
static uint32_t *find_seen(Executor *ex, const Succeeded *s, Frame *seen, Arena *arena)
{
    const Source *source = s->of->source;
    uint32_t n = s->frame->n;
    const Lookup *by_key = frame_by_key(ex, seen);
    if (!by_key)
        return NULL;
    Vector *key = ARENA_ARRAY(arena, Vector, source->n_key);
    for (size_t i = 0; i < source->n_key; i++)
        key[i] = *frame_values(ex, s->frame, source->key[i]);
    uint32_t *row = ARENA_ARRAY(arena, uint32_t, (size_t)n + 1);
    Probe *probe = probe_new(by_key, seen->key_type);
    probe_find(probe, key, n, false, row);
    probe_free(probe);
    return row;
}

bool succeeded_beside(Executor *ex, const Succeeded *s, const Beside *what,
                      BesideRows *out)
{
    const uint32_t *from = what->before ? s->before : s->after;
    if (what->of == s->of->at) {
        *out = (BesideRows){frame_values(ex, s->frame, what->of), from};
        return out->values != NULL;
    }
    Frame *seen = frame_get(ex, s->of->source, what->of, NULL);
    const Vector *values = seen ? frame_values(ex, seen, what->of) : NULL;
    uint32_t *row = values ? find_seen(ex, s, seen, what->arena) : NULL;
    if (!row)
        return false;
    uint32_t *beside = ARENA_ARRAY(what->arena, uint32_t, (size_t)s->frame->n + 1);
    for (uint32_t i = 0; i < s->frame->n; i++)
        beside[i] = from[i] == UINT32_MAX ? UINT32_MAX : row[from[i]];
    *out = (BesideRows){values, beside};
    return true;
}

const Vector *succeeded_next(const Succeeded *succeeded)
{
    return &succeeded->next;
}

void succeeded_snapshot(const Succeeded *s, EvalRun *run, const Vector *at, Vector *out)
{
    uint32_t n = out->n;
    bool is_day = at->rep == VEC_DAY;
    out->rep = at->rep;
    out->valid = eval_alloc(run, (size_t)n + 1);
    if (is_day)
        out->v.day = eval_alloc(run, ((size_t)n + 1) * sizeof *out->v.day);
    else
        out->v.i64 = eval_alloc(run, ((size_t)n + 1) * sizeof *out->v.i64);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t next =
            vector_is_empty(at, i) ? s->n_time : first_after(s, time_at(at, i));
        out->valid[i] = next < s->n_time;
        int64_t time = out->valid[i] ? s->time[next] : 0;
        if (is_day)
            out->v.day[i] = (int32_t)time;
        else
            out->v.i64[i] = time;
    }
}
