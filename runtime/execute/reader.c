/* The leaves of row programs: columns of the batch, rows found through joins, values
   of sub-questions. Everything a leaf needs from elsewhere is prepared before the
   scan, for an engine is not asked anything while it scans. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

/* Codes of a look-up's values in one dict: a value is coded once per row it is from. */
typedef struct Coded {
    struct Coded *next;
    KeyDict *dict;
    uint32_t *code; /* per row of the target, plus 1; 0: not met */
} Coded;

struct Prepared {
    const Expr *expr;
    const Vector *values; /* LOOKUP: over the rows of the target; ATTRIBUTE: lines */
    Vector own;           /* of ATTRIBUTE: lines, and behind them the missing one */
    Probe *probe;
    const void *probed; /* whose rows `row` are: joins of one frame share them */
    uint32_t *row;      /* of the rows of the batch, or of those kept */
    size_t cap_row;
    bool has_row, is_kept;
    const Spans *spans;         /* LOOKUP: of a dated join */
    EventReader *events;        /* WINDOW */
    TreeReader *tree;           /* TREE */
    const uint32_t *beside;     /* BESIDE: per row of the source */
    const Succeeded *succeeded; /* NEXT */
    uint32_t missing;           /* ATTRIBUTE: the line to take for an unknown key */
    Coded *coded;
    Arena *arena;
};

void reader_init(Reader *reader, Executor *ex, const Source *source)
{
    *reader = (Reader){.ex = ex, .source = source};
}

void reader_release(Reader *reader)
{
    for (size_t i = 0; i < reader->n_prepared; i++) {
        probe_free(reader->prepared[i].probe);
        event_reader_free(reader->prepared[i].events);
        tree_reader_free(reader->prepared[i].tree);
        free(reader->prepared[i].row);
        arena_free(reader->prepared[i].arena);
    }
    free(reader->prepared);
    *reader = (Reader){.ex = reader->ex};
}

static Prepared *find_prepared(const Reader *reader, const Expr *expr)
{
    for (size_t i = 0; i < reader->n_prepared; i++) {
        if (reader->prepared[i].expr == expr)
            return &reader->prepared[i];
    }
    return NULL;
}

static Prepared *add_prepared(Reader *reader, const Expr *expr)
{
    XGROW(reader->prepared, reader->cap_prepared, reader->n_prepared + 1);
    Prepared *p = &reader->prepared[reader->n_prepared++];
    *p = (Prepared){.expr = expr, .arena = arena_new(), .missing = UINT32_MAX};
    return p;
}

static bool prepare_args(Reader *reader, const Expr *expr, uint32_t first)
{
    for (uint32_t i = first; i < expr->n_arg; i++) {
        if (!reader_prepare(reader, expr->arg[i]))
            return false;
    }
    return true;
}

/* The key of the target for an undated join, else the index by key and time. */
static const Lookup *find_index(Reader *reader, const Expr *expr, Frame *frame,
                                const Dated **dated)
{
    const Join *join = expr->as.join;
    *dated = NULL;
    if (!join->is_dated)
        return frame_by_key(reader->ex, frame);
    bool moments = expr->arg[expr->n_arg - 1]->type.kind == VALUE_MOMENT;
    *dated = frame_dated(reader->ex, frame, join, moments);
    return *dated ? (*dated)->by_key : NULL;
}

static bool prepare_lookup(Reader *reader, const Expr *expr)
{
    Executor *ex = reader->ex;
    const Join *join = expr->as.join;
    if (!prepare_args(reader, expr, 1))
        return false;
    bool *used = xcalloc(join->target->n_column + 1, sizeof *used);
    join_columns(join, used);
    Frame *frame = frame_get(ex, join->target, expr->arg[0], used);
    free(used);
    const Dated *dated = NULL;
    const Vector *values = frame ? frame_values(ex, frame, expr->arg[0]) : NULL;
    const Lookup *rows = values ? find_index(reader, expr, frame, &dated) : NULL;
    if (!rows)
        return false;
    Prepared *p = add_prepared(reader, expr);
    Type *type = ARENA_ARRAY(p->arena, Type, join->n_on);
    for (size_t i = 0; i < join->n_on; i++)
        type[i] = expr->n_arg > 1 ? expr->arg[i + 1]->type : join->on[i]->type;
    p->values = values;
    p->probed = frame;
    p->probe = probe_new(rows, type);
    p->spans = dated ? dated->spans : NULL;
    return true;
}

static bool prepare_next(Reader *reader, const Expr *expr)
{
    const Succeeded *known = succeeded_get(reader->ex, expr->as.next);
    if (!known || !prepare_args(reader, expr, 0))
        return false;
    Prepared *p = add_prepared(reader, expr);
    p->succeeded = known;
    if (!expr->as.next->n_key)
        return true;
    Type *type = ARENA_ARRAY(p->arena, Type, expr->n_arg);
    for (uint32_t i = 1; i < expr->n_arg; i++)
        type[i - 1] = expr->arg[i]->type;
    p->probe = probe_new(succeeded_rows(known), type);
    p->values = succeeded_next(known);
    return true;
}

static bool prepare_beside(Reader *reader, const Expr *expr)
{
    const Succession *next = expr->as.beside.next;
    const Succeeded *known = succeeded_get(reader->ex, next);
    if (!known || !prepare_args(reader, expr, 1))
        return false;
    Prepared *p = add_prepared(reader, expr);
    BesideRows beside;
    Beside what = {expr->arg[0], expr->as.beside.before, p->arena};
    if (!succeeded_beside(reader->ex, known, &what, &beside))
        return false;
    Type *type = ARENA_ARRAY(p->arena, Type, expr->n_arg);
    for (uint32_t i = 1; i < expr->n_arg; i++)
        type[i - 1] = expr->arg[i]->type;
    p->values = beside.values;
    p->beside = beside.row;
    p->probe = probe_new(succeeded_rows(known), type);
    return true;
}

/* Column of an answer by key, with one more line for keys it does not have. */
static void attribute_values(Prepared *p, const Sub *sub)
{
    size_t column = sub->n_key + p->expr->as.sub.column;
    const ResultColumn *from = &sub->result->column[column];
    VectorBuilder *builder = vector_builder_new(from->type, sub->result->pool);
    for (uint32_t i = 0; i < sub->result->n_row; i++)
        vector_builder_add(builder, vector_value(&from->vec, from->type, i));
    vector_builder_add(builder, sub->missing[p->expr->as.sub.column]);
    p->own = vector_builder_finish(builder, p->arena);
    p->missing = sub->result->n_row;
}

static bool prepare_sub(Reader *reader, const Expr *expr)
{
    Sub *sub = sub_answer(reader->ex, expr->as.sub.question);
    if (!sub)
        return false;
    if (!prepare_args(reader, expr, 0))
        return false;
    if (expr->kind == EXPR_SCALAR && sub->result->n_row != 1) {
        diag_error(reader->ex->sink, DIAG_SCALAR, expr->span,
                   "a question used as a value has one line; this one has %u",
                   sub->result->n_row);
        return false;
    }
    Prepared *p = add_prepared(reader, expr);
    p->probed = sub;
    if (expr->kind == EXPR_SCALAR) {
        p->own = sub->result->column[sub->n_key + expr->as.sub.column].vec;
        return true;
    }
    p->probe = probe_new(sub->by_key, sub->key_type);
    if (expr->kind == EXPR_ATTRIBUTE)
        attribute_values(p, sub);
    return true;
}

static bool prepare_window(Reader *reader, const Expr *expr)
{
    if (!prepare_args(reader, expr, 0))
        return false;
    EventReader *events = event_reader_new(reader->ex, expr);
    if (!events)
        return false;
    Prepared *p = add_prepared(reader, expr);
    p->events = events;
    p->probed = events;
    return true;
}

static bool prepare_tree(Reader *reader, const Expr *expr)
{
    if (!prepare_args(reader, expr, 0))
        return false;
    TreeReader *tree = tree_reader_new(reader->ex, expr);
    if (!tree)
        return false;
    Prepared *p = add_prepared(reader, expr);
    p->tree = tree;
    p->probed = tree;
    return true;
}

bool reader_prepare(Reader *reader, const Expr *expr)
{
    if (find_prepared(reader, expr))
        return true;
    switch (expr->kind) {
    case EXPR_CONST:
    case EXPR_COLUMN:
        return true;
    case EXPR_LOOKUP:
        return prepare_lookup(reader, expr);
    case EXPR_ATTRIBUTE:
    case EXPR_MEMBER:
    case EXPR_SCALAR:
        return prepare_sub(reader, expr);
    case EXPR_WINDOW:
        return prepare_window(reader, expr);
    case EXPR_TREE:
        return prepare_tree(reader, expr);
    case EXPR_CALL:
    case EXPR_INSTANT:
        return prepare_args(reader, expr, 0);
    case EXPR_NEXT:
        return prepare_next(reader, expr);
    case EXPR_BESIDE:
        return prepare_beside(reader, expr);
    case EXPR_CLOSING:
    case EXPR_LEAF:
    case EXPR_EDGE:
    case EXPR_KEY:
    case EXPR_GRAIN:
    case EXPR_ENTITY:
    case EXPR_ITEM:
    case EXPR_TABLE:
        break;
    }
    UNREACHABLE("row expression");
}

void reader_start(Reader *reader, const Vector *column, uint32_t n_row)
{
    reader->column = column;
    reader->n_row = n_row;
    reader->kept = NULL;
    reader->is_late = NULL;
    for (size_t i = 0; i < reader->n_prepared; i++)
        reader->prepared[i].has_row = false;
}

/* The column's values of the rows that are read. */
static void read_column(const Reader *reader, EvalRun *run, uint32_t column,
                        Vector *out)
{
    const Vector *from = &reader->column[column];
    bool is_whole = !reader->is_late || !reader->is_late[column];
    if (reader->kept && is_whole)
        gather_rows(run, from, reader->kept, out->n, out);
    else
        *out = *from;
}

/* A look-up of this batch that goes the same way. */
static const Prepared *find_joined(const Reader *reader, const Prepared *p)
{
    for (size_t i = 0; i < reader->n_prepared; i++) {
        const Prepared *other = &reader->prepared[i];
        if (other->has_row && other->probed == p->probed &&
            other->expr->kind == EXPR_LOOKUP && other->expr->n_arg == 1 &&
            other->expr->as.join == p->expr->as.join)
            return other;
    }
    return NULL;
}

/* Finds the rows that the join leads to, for the `n` rows that are read. */
static void find_rows(Reader *reader, EvalRun *run, Prepared *p, uint32_t n)
{
    const Join *join = p->expr->as.join;
    Vector key[16];
    size_t n_on = join->n_on < COUNT_OF(key) ? join->n_on : COUNT_OF(key);
    for (size_t i = 0; i < n_on; i++) {
        key[i].n = n;
        read_column(reader, run, join->on[i]->as.column.column, &key[i]);
    }
    XGROW(p->row, p->cap_row, n + (size_t)1);
    probe_find(p->probe, key, n, false, p->row);
    p->has_row = true;
    p->is_kept = reader->kept != NULL;
}

/* The rows of the target for the `n` rows that are read. */
static const uint32_t *joined_rows(Reader *reader, EvalRun *run, Prepared *p,
                                   uint32_t n)
{
    const Prepared *joined = find_joined(reader, p);
    if (!joined) {
        find_rows(reader, run, p, n);
        joined = p;
    }
    const uint32_t *row = joined->row;
    if (reader->kept && !joined->is_kept) {
        uint32_t *picked = eval_alloc(run, ((size_t)n + 1) * sizeof *picked);
        for (uint32_t i = 0; i < n; i++)
            picked[i] = row[reader->kept[i]];
        row = picked;
    }
    return row;
}

/* By keys that are computed, and at a time where the join is dated. */
static const uint32_t *keyed_rows(EvalRun *run, Prepared *p, const Vector *arg,
                                  uint32_t n)
{
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    probe_find(p->probe, arg, n, false, row);
    if (p->spans)
        spans_find(p->spans, &arg[p->expr->as.join->n_on], n, row);
    return row;
}

static const uint32_t *lookup_rows(Reader *reader, EvalRun *run, Prepared *p,
                                   const Vector *arg, uint32_t n)
{
    return p->expr->n_arg > 1 ? keyed_rows(run, p, arg, n)
                              : joined_rows(reader, run, p, n);
}

static Coded *find_coded(Prepared *p, KeyDict *dict)
{
    Coded *coded = p->coded;
    while (coded && coded->dict != dict)
        coded = coded->next;
    if (coded)
        return coded;
    coded = ARENA_NEW(p->arena, Coded);
    coded->dict = dict;
    coded->code = ARENA_ARRAY(p->arena, uint32_t, (size_t)p->values->n + 1);
    coded->next = p->coded;
    p->coded = coded;
    return coded;
}

/* Rows of a target, as a look-up finds them, and its values. */
typedef struct {
    const Vector *values;
    const uint32_t *row;
    uint32_t n;
} Joined;

/* Codes of the rows that are met for the first time. */
static void code_new_rows(EvalRun *run, const Joined *joined, Coded *coded)
{
    uint32_t *fresh = eval_alloc(run, ((size_t)joined->n + 1) * sizeof *fresh);
    uint32_t n = 0;
    for (uint32_t i = 0; i < joined->n; i++) {
        uint32_t row = joined->row[i];
        if (row != UINT32_MAX && !coded->code[row])
            fresh[n++] = row;
    }
    Vector vec;
    uint32_t *code = eval_alloc(run, (size_t)n * sizeof *code);
    gather_rows(run, joined->values, fresh, n, &vec);
    key_dict_encode(coded->dict, &vec, code);
    for (uint32_t i = 0; i < n; i++)
        coded->code[fresh[i]] = code[i] + 1;
}

/* false: some rows have no code yet. */
static bool take_codes(const Joined *joined, const Coded *coded, uint32_t *out)
{
    bool all = true;
    for (uint32_t i = 0; i < joined->n; i++) {
        uint32_t row = joined->row[i];
        uint32_t code = row == UINT32_MAX ? 1 : coded->code[row];
        all &= code != 0;
        out[i] = code - 1;
    }
    return all;
}

void reader_encode(Reader *reader, EvalRun *run, const LookupKey *key, KeyDict *dict,
                   uint32_t *out)
{
    Prepared *p = find_prepared(reader, key->expr);
    if (!p)
        UNREACHABLE("a look-up that is not prepared");
    Joined joined = {p->values, lookup_rows(reader, run, p, key->arg, key->n), key->n};
    Coded *coded = find_coded(p, dict);
    if (take_codes(&joined, coded, out))
        return;
    code_new_rows(run, &joined, coded);
    take_codes(&joined, coded, out);
}

bool reader_changes(Reader *reader, EvalRun *run, const LookupKey *key, Day *next)
{
    Prepared *p = find_prepared(reader, key->expr);
    if (!p)
        UNREACHABLE("a look-up that is not prepared");
    if (p->tree)
        return tree_changes(p->tree, run, key->arg, key->n, next);
    uint32_t *row = eval_alloc(run, ((size_t)key->n + 1) * sizeof *row);
    probe_find(p->probe, key->arg, key->n, false, row);
    spans_changes(p->spans, &key->arg[key->expr->as.join->n_on], key->n, row, next);
    return true;
}

/* The day of the axis, or that of the part. */
static void read_instant(const Reader *reader, EvalRun *run, const Expr *expr,
                         const Vector *arg, Vector *out)
{
    uint32_t n = out->n;
    if (reader->part) {
        const Vector *from = &reader->part[expr->as.axis->role == AXIS_ENDS];
        if (reader->kept)
            gather_rows(run, from, reader->kept, n, out);
        else
            *out = *from;
        return;
    }
    out->rep = VEC_DAY;
    out->v.day = eval_alloc(run, ((size_t)n + 1) * sizeof *out->v.day);
    out->valid = arg->valid;
    vector_days(arg, n, out->v.day);
}

static void read_next(EvalRun *run, Prepared *p, const Vector *arg, Vector *out)
{
    uint32_t n = out->n;
    if (!p->probe) {
        succeeded_snapshot(p->succeeded, run, &arg[0], out);
        return;
    }
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    probe_find(p->probe, &arg[1], n, false, row);
    gather_rows(run, p->values, row, n, out);
}

static void read_beside(EvalRun *run, Prepared *p, const Vector *arg, Vector *out)
{
    uint32_t n = out->n;
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    probe_find(p->probe, arg, n, false, row);
    for (uint32_t i = 0; i < n; i++)
        row[i] = row[i] == UINT32_MAX ? row[i] : p->beside[row[i]];
    gather_rows(run, p->values, row, n, out);
}

static void read_attribute(EvalRun *run, Prepared *p, const Vector *arg, Vector *out)
{
    uint32_t n = out->n;
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    probe_find(p->probe, arg, n, true, row);
    for (uint32_t i = 0; i < n; i++)
        row[i] = row[i] == UINT32_MAX ? p->missing : row[i];
    gather_rows(run, &p->own, row, n, out);
}

static void read_member(EvalRun *run, Prepared *p, const Vector *arg, Vector *out)
{
    uint32_t n = out->n;
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    probe_find(p->probe, arg, n, true, row);
    out->rep = VEC_BOOL;
    out->valid = NULL;
    out->v.boolean = eval_alloc(run, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++)
        out->v.boolean[i] = row[i] != UINT32_MAX;
}

static void read_scalar(EvalRun *run, const Prepared *p, Vector *out)
{
    uint32_t n = out->n;
    uint32_t *row = eval_alloc(run, ((size_t)n + 1) * sizeof *row);
    memset(row, 0, ((size_t)n + 1) * sizeof *row);
    gather_rows(run, &p->own, row, n, out);
}

bool reader_leaf(void *self, EvalRun *run, const Expr *expr, const Vector *arg,
                 Vector *out)
{
    Reader *reader = self;
    if (expr->kind == EXPR_COLUMN) {
        read_column(reader, run, expr->as.column.column, out);
        return true;
    }
    if (expr->kind == EXPR_INSTANT) {
        read_instant(reader, run, expr, arg, out);
        return true;
    }
    Prepared *p = find_prepared(reader, expr);
    if (expr->kind == EXPR_LOOKUP)
        gather_rows(run, p->values, lookup_rows(reader, run, p, arg, out->n), out->n,
                    out);
    else if (expr->kind == EXPR_WINDOW)
        return event_read(p->events, run, expr, arg, out);
    else if (expr->kind == EXPR_NEXT)
        read_next(run, p, arg, out);
    else if (expr->kind == EXPR_TREE)
        return tree_read(p->tree, run, arg, out);
    else if (expr->kind == EXPR_BESIDE)
        read_beside(run, p, arg, out);
    else if (expr->kind == EXPR_ATTRIBUTE)
        read_attribute(run, p, arg, out);
    else if (expr->kind == EXPR_MEMBER)
        read_member(run, p, arg, out);
    else
        read_scalar(run, p, out);
    return true;
}
