/* Rows of a stock that are cut. What a row finds through a dated join is found on the
   day it is read, so a row [A, B) counts as several: [A, t), [t, u), ... [u, B), where
   t and u are the days on which a look-up begins to find another row. All rows of a
   batch go from one such day to the next together; the parts are then handed on as if
   the source had them. */
#include "runtime/execute/pass.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

enum { ROOT_BEGIN, ROOT_END, N_OWN_ROOT };

typedef struct {
    const Expr *expr;
    size_t root; /* its arguments */
    uint32_t n_root;
} Changing;

typedef struct {
    uint32_t row; /* of the batch */
    Day begin, end;
} Segment;

typedef struct Segments {
    PassRun *pass;
    Arena *arena;
    bool *used; /* per column of the source */
    Changing *lookup;
    size_t n_lookup, cap_lookup;
    const Expr **root;
    size_t n_root, cap_root;
    Reader reader;
    EvalRun *eval;
    Day *day[2];      /* per row of the batch: of the part that is looked at */
    uint8_t *has_end; /* likewise */
    uint32_t *active; /* rows that are not at their end */
    uint32_t n_active;
    Day *next; /* per active row */
    Segment *part;
    size_t n_part, cap_part;
    Vector *column; /* of the parts that are handed on */
} Segments;

static void add_lookup(Segments *s, const Expr *expr)
{
    uint32_t first = expr->kind == EXPR_LOOKUP;
    for (size_t i = 0; i < s->n_lookup; i++) {
        if (s->lookup[i].expr == expr)
            return;
    }
    Changing lookup = {expr, s->n_root, expr->n_arg - first};
    ARENA_PUSH(s->arena, s->lookup, s->n_lookup, s->cap_lookup, lookup);
    for (uint32_t i = first; i < expr->n_arg; i++)
        ARENA_PUSH(s->arena, s->root, s->n_root, s->cap_root, expr->arg[i]);
}

/* Look-ups on the day a part begins; those behind one of them change with its keys. */
static void add_lookups(Segments *s, const Expr *expr)
{
    if (!expr || !expr->is_cut)
        return;
    bool is_lookup = expr->kind == EXPR_LOOKUP;
    if ((is_lookup || expr->kind == EXPR_TREE) && expr->n_arg > 1 &&
        expr->arg[expr->n_arg - 1] == s->pass->pass->cut->instant)
        add_lookup(s, expr);
    for (uint32_t i = is_lookup; i < expr->n_arg; i++)
        add_lookups(s, expr->arg[i]);
}

static void collect(Segments *s)
{
    const Pass *pass = s->pass->pass;
    const Axis *axis = pass->cut;
    ARENA_PUSH(s->arena, s->root, s->n_root, s->cap_root, axis->value);
    ARENA_PUSH(s->arena, s->root, s->n_root, s->cap_root, axis->other->value);
    for (size_t g = 0; g < pass->n_group; g++) {
        const Group *group = pass->group[g];
        for (size_t i = 0; i < group->n_slot; i++)
            add_lookups(s, group->key[i]);
        for (size_t i = 0; i < group->context->n_row; i++)
            add_lookups(s, group->context->row[i]);
        for (size_t i = 0; i < group->n_state; i++)
            add_lookups(s, group->state[i]->arg);
    }
}

Segments *segments_new(PassRun *p)
{
    Segments *s = ARENA_NEW(p->arena, Segments);
    const Source *source = p->pass->source;
    s->pass = p;
    s->arena = p->arena;
    collect(s);
    s->used = ARENA_ARRAY(p->arena, bool, source->n_column + 1);
    plan_columns(p->pass, s->used);
    for (size_t i = 0; i < COUNT_OF(s->day); i++)
        s->day[i] = ARENA_ARRAY(p->arena, Day, BATCH_ROWS);
    s->has_end = ARENA_ARRAY(p->arena, uint8_t, BATCH_ROWS);
    s->active = ARENA_ARRAY(p->arena, uint32_t, BATCH_ROWS);
    s->next = ARENA_ARRAY(p->arena, Day, BATCH_ROWS);
    s->column = ARENA_ARRAY(p->arena, Vector, source->n_column + 1);
    reader_init(&s->reader, p->run->ex, source);
    s->eval = eval_run_new(eval_compile(p->arena, s->root, s->n_root), p->pool, p->sink,
                           reader_leaf, &s->reader);
    return s;
}

bool segments_prepare(Segments *s)
{
    for (size_t i = 0; i < s->n_root; i++) {
        if (!reader_prepare(&s->reader, s->root[i]))
            return false;
    }
    for (size_t i = 0; i < s->n_lookup; i++) {
        if (!reader_prepare(&s->reader, s->lookup[i].expr))
            return false;
    }
    return true;
}

void segments_free(Segments *s)
{
    if (!s)
        return;
    eval_run_free(s->eval);
    reader_release(&s->reader);
    free(s->part);
}

/* Whole rows, as far as they ever count. */
static bool begin_rows(Segments *s, const Vector *column, uint32_t n)
{
    reader_start(&s->reader, column, n);
    s->reader.part = NULL;
    eval_begin(s->eval);
    if (!eval_some(s->eval, 0, N_OWN_ROOT, n))
        return false;
    vector_days(eval_root(s->eval, ROOT_BEGIN), n, s->day[0]);
    vector_days(eval_root(s->eval, ROOT_END), n, s->day[1]);
    s->n_part = s->n_active = 0;
    for (uint32_t i = 0; i < n; i++) {
        s->has_end[i] = s->day[1][i] != DAY_NONE;
        if (s->day[0][i] != DAY_NONE)
            s->active[s->n_active++] = i;
    }
    return true;
}

/* When the part that each active row stands at is over. */
static bool find_ends(Segments *s)
{
    uint32_t n = s->n_active;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row = s->active[i];
        s->next[i] = s->has_end[row] ? s->day[1][row] : INT32_MAX;
    }
    for (size_t k = 0; k < s->n_lookup; k++) {
        const Changing *lookup = &s->lookup[k];
        Vector *arg = eval_alloc(s->eval, lookup->n_root * sizeof *arg);
        for (uint32_t i = 0; i < lookup->n_root; i++)
            arg[i] = *eval_root(s->eval, lookup->root + i);
        if (!reader_changes(&s->reader, s->eval, &(LookupKey){lookup->expr, arg, n},
                            s->next))
            return false;
    }
    return true;
}

/* Keeps the parts that the active rows stand at, and goes on to the next ones. */
static bool cut_rows(Segments *s, const Vector *column, uint32_t n)
{
    Vector part[2] = {
        {.rep = VEC_DAY, .n = n, .v.day = s->day[0]},
        {.rep = VEC_DAY, .n = n, .v.day = s->day[1], .valid = s->has_end}};
    reader_start(&s->reader, column, n);
    s->reader.kept = s->active;
    s->reader.part = part;
    eval_begin(s->eval);
    if (!eval_some(s->eval, N_OWN_ROOT, s->n_root - N_OWN_ROOT, s->n_active) ||
        !find_ends(s))
        return false;
    uint32_t left = 0;
    XGROW(s->part, s->cap_part, s->n_part + s->n_active);
    for (uint32_t i = 0; i < s->n_active; i++) {
        uint32_t row = s->active[i];
        Day end = s->has_end[row] ? s->day[1][row] : INT32_MAX;
        bool is_last = s->next[i] >= end;
        s->part[s->n_part++] =
            (Segment){row, s->day[0][row], is_last ? s->day[1][row] : s->next[i]};
        s->day[0][row] = s->next[i];
        if (!is_last)
            s->active[left++] = row;
    }
    s->n_active = left;
    return true;
}

/* Parts [first, first + n) as a batch of rows. */
static bool hand_on(Segments *s, const Vector *column, const Segment *part, uint32_t n)
{
    eval_begin(s->eval);
    uint32_t *row = eval_alloc(s->eval, n * sizeof *row);
    Day *begin = eval_alloc(s->eval, n * sizeof *begin);
    Day *end = eval_alloc(s->eval, n * sizeof *end);
    uint8_t *has_end = eval_alloc(s->eval, n);
    for (uint32_t i = 0; i < n; i++) {
        row[i] = part[i].row;
        begin[i] = part[i].begin;
        end[i] = part[i].end;
        has_end[i] = end[i] != DAY_NONE;
    }
    for (size_t i = 0; i < s->pass->pass->source->n_column; i++) {
        if (s->used[i])
            gather_rows(s->eval, &column[i], row, n, &s->column[i]);
    }
    Vector days[2] = {{.rep = VEC_DAY, .n = n, .v.day = begin},
                      {.rep = VEC_DAY, .n = n, .v.day = end, .valid = has_end}};
    s->pass->reader.part = days;
    bool ok = pass_rows(s->pass, s->column, n);
    s->pass->reader.part = NULL;
    return ok;
}

bool segments_rows(void *self, const Vector *column, uint32_t n)
{
    Segments *s = self;
    if (!begin_rows(s, column, n))
        return false;
    while (s->n_active) {
        if (!cut_rows(s, column, n))
            return false;
    }
    for (size_t at = 0; at < s->n_part; at += BATCH_ROWS) {
        size_t left = s->n_part - at;
        uint32_t some = left < BATCH_ROWS ? (uint32_t)left : BATCH_ROWS;
        if (!hand_on(s, column, s->part + at, some))
            return false;
    }
    return true;
}
