/* Finishing cells to columns, and expressions over them. */
#include "runtime/execute/table.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

void table_init(Table *table, Run *run, const uint32_t *slot, uint32_t n_slot)
{
    const Plan *plan = run->plan;
    *table = (Table){.run = run, .slot = slot, .n_slot = n_slot};
    table->arena = arena_new();
    table->windows = ARENA_ARRAY(table->arena, Windows, plan->n_shape);
    table->folded = ARENA_ARRAY(table->arena, Folded, plan->n_group * plan->n_shape);
    table->leaf = ARENA_ARRAY(table->arena, Column, run->question->n_leaf);
    table->item = ARENA_ARRAY(table->arena, Column, run->question->n_item);
    table->covered = ARENA_ARRAY(table->arena, uint8_t *, run->question->n_leaf);
}

void table_set_lines(Table *table, const uint32_t *code, uint32_t n)
{
    table->code = code;
    table->n = n;
}

void table_release(Table *table)
{
    const Plan *plan = table->run->plan;
    for (size_t i = 0; i < plan->n_group * plan->n_shape; i++)
        cells_free(table->folded[i].own);
    arena_free(table->arena);
}

static const uint32_t *line_codes(const Table *table, uint32_t line)
{
    return table->code + (size_t)line * table->n_slot;
}

Vector table_key(Table *table, uint32_t k)
{
    const KeyDict *dict = table->run->keys[table->slot[k]].dict;
    VectorBuilder *builder = vector_builder_new(key_dict_type(dict), table->run->pool);
    for (uint32_t i = 0; i < table->n; i++)
        vector_builder_add(builder, key_dict_value(dict, line_codes(table, i)[k]));
    return vector_builder_finish(builder, table->arena);
}

/* The shape in which a table sees a leaf of its own, or of an inner table. */
uint32_t table_shape(const Table *table, const Leaf *leaf)
{
    const LeafPlace *place = &table->run->plan->place[leaf->id];
    return leaf->per ? place->shape
                     : place->seen[plan_depth(table->per ? table->per->per : NULL)];
}

const Cells *table_cells(Table *table, const LeafPlace *place)
{
    if (table->only)
        return picked_cells(table->only, place->group, place->picked);
    return table->run->cells[place->group];
}

/* Are the keys of the group's cells those that are kept, without time? */
static bool is_folded(const Group *group, const uint32_t *slot, uint32_t n)
{
    bool same = !group->has_atoms && group->n_slot == n;
    for (uint32_t k = 0; k < n && same; k++)
        same = group->slot[k] == slot[k];
    return same;
}

/* Reads what lines were found in, where it is kept by the same keys and has all windows
   that the table sees. */
static bool take_lined(Table *table, const LeafPlace *place, const uint32_t *slot,
                       Folded *folded)
{
    const Run *run = table->run;
    const LineFold *fold = run->lined[place->group * run->plan->n_shape + place->shape];
    const Windows *windows = table_windows(table, place->shape);
    if (!fold || fold->n_slot != folded->n_kept)
        return false;
    for (uint32_t k = 0; k < fold->n_slot; k++) {
        if (fold->slot[k] != slot[k])
            return false;
    }
    folded->window = ARENA_ARRAY(table->arena, uint32_t, windows->n + 1);
    for (uint32_t i = 0; i < windows->n; i++) {
        DayRange days = windows->days[i];
        folded->window[i] =
            tuples_find(&fold->looks.known,
                        (const uint32_t[]){(uint32_t)days.lo, (uint32_t)days.hi});
        if (folded->window[i] == UINT32_MAX && days.lo < days.hi)
            return false;
    }
    folded->cells = fold->cells;
    return true;
}

static bool fold_group(Table *table, const LeafPlace *place, Folded *folded)
{
    Run *run = table->run;
    const Shape *shape = &run->plan->shape[place->shape];
    const Windows *windows = table_windows(table, place->shape);
    folded->kept = ARENA_ARRAY(table->arena, uint32_t, table->n_slot + 1);
    folded->n_kept =
        shape_slots(run, shape->lifted, table->slot, table->n_slot, folded->kept);
    uint32_t *slot = ARENA_ARRAY(table->arena, uint32_t, folded->n_kept + 1);
    for (uint32_t k = 0; k < folded->n_kept; k++)
        slot[k] = table->slot[folded->kept[k]];
    const Cells *cells = table->no_rows ? NULL : table_cells(table, place);
    if (cells && is_folded(run->plan->group[place->group], slot, folded->n_kept)) {
        folded->cells = cells;
        return true;
    }
    if (cells == run->cells[place->group] && take_lined(table, place, slot, folded))
        return true;
    folded->window = NULL;
    folded->own = cells_new_like(run->cells[place->group], folded->n_kept + 1);
    folded->cells = folded->own;
    if (table->no_rows)
        return true;
    Folding folding = {.group = place->group,
                       .cells = cells,
                       .slot = slot,
                       .n_slot = folded->n_kept,
                       .days = windows->days,
                       .n_window = windows->n,
                       .into = folded->own};
    return cells && fold_windows(run, &folding);
}

/* Per line its cell, UINT32_MAX: no row. Lines that were found in the cells are in the
   order of these. */
static uint32_t *find_cells(Table *table, const LeafPlace *place, const Folded *folded)
{
    bool has_atoms = table->run->plan->group[place->group]->has_atoms;
    const Windows *windows = table_windows(table, place->shape);
    uint32_t *cell = ARENA_ARRAY(table->arena, uint32_t, table->n + 1);
    uint32_t *key = ARENA_ARRAY(table->arena, uint32_t, folded->n_kept + 1);
    uint32_t next = 0;
    for (uint32_t i = 0; i < table->n; i++) {
        for (uint32_t k = 0; k < folded->n_kept; k++)
            key[k] = line_codes(table, i)[folded->kept[k]];
        uint32_t window = has_atoms ? windows->of_line[i] : 0;
        key[folded->n_kept] = folded->window ? folded->window[window] : window;
        cell[i] = cells_find_near(folded->cells, next, key);
        next = cell[i] + 1;
    }
    return cell;
}

bool table_report_width(const Table *table, Span span)
{
    diag_error(table->run->ex->sink, DIAG_NUMBER_OVERFLOW, span,
               "this number has more than 76 digits");
    return false;
}

bool table_fills_with_zero(AggFn fn)
{
    return fn == AGG_SUM || fn == AGG_COUNT || fn == AGG_COUNT_DISTINCT;
}

/* Before the first row of all there is nothing to begin with. */
static bool begins_with_nothing(const Leaf *leaf, const Shape *shape)
{
    return shape->n_step && shape->step[shape->n_step - 1].op == TIME_BEFORE &&
           !leaf->source->has_covers;
}

static bool row_leaf(Table *table, const Leaf *leaf, Column *out)
{
    const Plan *plan = table->run->plan;
    const LeafPlace *place = &plan->place[leaf->id];
    Folded *folded = &table->folded[place->group * plan->n_shape + place->shape];
    if (!folded->cells && !fold_group(table, place, folded))
        return table_report_width(table, leaf->span);
    const uint32_t *cell = find_cells(table, place, folded);
    VectorBuilder *builder = vector_builder_new(leaf->type, table->run->pool);
    bool begins = begins_with_nothing(leaf, &plan->shape[place->shape]);
    bool ok = true;
    for (uint32_t i = 0; i < table->n; i++) {
        Value value = {.empty = true};
        if ((cell[i] != UINT32_MAX && table_shows_rows(table, leaf, i)) ||
            (table_fills_with_zero(leaf->fn) &&
             (begins || table_covered(table, leaf, i) != COVERED_NOT)))
            ok &= cells_finish(folded->cells, cell[i], place->state, table->run->pool,
                               &value);
        vector_builder_add(builder, value);
    }
    out->values = vector_builder_finish(builder, table->arena);
    return ok || table_report_width(table, leaf->span);
}

static bool leaf_column(Table *table, const Leaf *leaf, Vector *out)
{
    Column *column = &table->leaf[leaf->id];
    if (!column->has) {
        bool ok =
            leaf->per ? inner_leaf(table, leaf, column) : row_leaf(table, leaf, column);
        if (!ok)
            return false;
        column->has = true;
    }
    *out = column->values;
    return true;
}

/* The day after a leaf's window, counted from 1970; empty where there is none. What
   lies before the first row is behind the window of what a line begins with, which is
   none where it begins with the first row. */
static void edge_column(Table *table, const Leaf *leaf, Vector *out)
{
    const LeafPlace *place = &table->run->plan->place[leaf->id];
    const Windows *windows = table_windows(table, place->shape);
    const Context *context = leaf->context;
    Day from;
    bool begins = context->step[context->n_step - 1].op == TIME_BEFORE &&
                  table_known_from(table, leaf, &from);
    VectorBuilder *builder =
        vector_builder_new((Type){.kind = VALUE_NUMBER}, table->run->pool);
    for (uint32_t i = 0; i < table->n; i++) {
        DayRange days = windows->days[windows->of_line[i]];
        bool at_first = begins && days.hi == DAY_LONG_AGO;
        Value value = {.empty = days.lo >= days.hi && !at_first};
        value.as.number = decimal_from_i64(begins && days.hi < from ? from : days.hi);
        vector_builder_add(builder, value);
    }
    *out = vector_builder_finish(builder, table->arena);
}

/* Key `slot` of the plan; empty on levels that are not kept by it. */
static Vector key_or_empty(Table *table, uint32_t slot, Type type)
{
    for (uint32_t k = 0; k < table->n_slot; k++) {
        if (table->slot[k] == slot)
            return table_key(table, k);
    }
    VectorBuilder *builder = vector_builder_new(type, table->run->pool);
    for (uint32_t i = 0; i < table->n; i++)
        vector_builder_add(builder, (Value){.empty = true});
    return vector_builder_finish(builder, table->arena);
}

static bool scalar_column(Table *table, EvalRun *run, const Expr *expr, Vector *out)
{
    Sub *sub = sub_answer(table->run->ex, expr->as.sub.question);
    if (!sub)
        return false;
    if (sub->result->n_row != 1) {
        diag_error(table->run->ex->sink, DIAG_SCALAR, expr->span,
                   "a question used as a value has one line; this one has %u",
                   sub->result->n_row);
        return false;
    }
    uint32_t *row = eval_alloc(run, ((size_t)table->n + 1) * sizeof *row);
    memset(row, 0, ((size_t)table->n + 1) * sizeof *row);
    gather_rows(run, &sub->result->column[sub->n_key + expr->as.sub.column].vec, row,
                table->n, out);
    return true;
}

/* Is each value among the lines of an answer? */
static bool member_column(Table *table, EvalRun *run, const Expr *expr,
                          const Vector *arg, Vector *out)
{
    Sub *sub = sub_answer(table->run->ex, expr->as.sub.question);
    if (!sub)
        return false;
    uint32_t *row = eval_alloc(run, ((size_t)table->n + 1) * sizeof *row);
    Probe *probe = probe_new(sub->by_key, sub->key_type);
    probe_find(probe, arg, table->n, true, row);
    probe_free(probe);
    out->rep = VEC_BOOL;
    out->valid = NULL;
    out->v.boolean = eval_alloc(run, (size_t)table->n + 1);
    for (uint32_t i = 0; i < table->n; i++)
        out->v.boolean[i] = row[i] != UINT32_MAX;
    return true;
}

/* An attribute of the entity with the given key, from the rows of its own source. */
static bool entity_column(Table *table, EvalRun *run, const Expr *expr,
                          const Vector *arg, Vector *out)
{
    Executor *ex = table->run->ex;
    const Dim *dim = expr->as.entity.dim;
    bool *used = ARENA_ARRAY(table->arena, bool, dim->source->n_column + 1);
    plan_expr_columns(dim->value, dim->source, used);
    Frame *frame = frame_get(ex, dim->source, expr->as.entity.value, used);
    const Vector *key = frame ? frame_values(ex, frame, dim->value) : NULL;
    const Vector *value = key ? frame_values(ex, frame, expr->as.entity.value) : NULL;
    if (!value)
        return false;
    Type type = dim->value->type;
    Lookup *lookup = lookup_new(key, &type, 1, frame->n);
    Probe *probe = probe_new(lookup, &type);
    uint32_t *row = eval_alloc(run, ((size_t)table->n + 1) * sizeof *row);
    probe_find(probe, arg, table->n, false, row);
    probe_free(probe);
    lookup_free(lookup);
    gather_rows(run, value, row, table->n, out);
    return true;
}

/* The last day of what a leaf sees of each line, today if that comes before. */
static void closing_column(Table *table, EvalRun *run, const Expr *expr, Vector *out)
{
    const Windows *windows = table_windows(table, table_shape(table, expr->as.leaf));
    Day today = table->run->ex->today;
    out->rep = VEC_DAY;
    out->v.day = eval_alloc(run, ((size_t)table->n + 1) * sizeof *out->v.day);
    uint8_t *valid = eval_alloc(run, (size_t)table->n + 1);
    for (uint32_t i = 0; i < table->n; i++) {
        DayRange days = windows->days[windows->of_line[i]];
        valid[i] = days.lo < days.hi;
        out->v.day[i] = days.hi - 1 < today ? days.hi - 1 : today;
    }
    out->valid = valid;
}

/* What a joined source has for keys that are computed on lines. */
static bool joined_column(Table *table, EvalRun *run, const Expr *expr,
                          const Vector *arg, Vector *out)
{
    Executor *ex = table->run->ex;
    const Join *join = expr->as.join;
    bool *used = ARENA_ARRAY(table->arena, bool, join->target->n_column + 1);
    join_columns(join, used);
    Frame *frame = frame_get(ex, join->target, expr->arg[0], used);
    const Vector *values = frame ? frame_values(ex, frame, expr->arg[0]) : NULL;
    const Lookup *rows = values ? frame_by_key(ex, frame) : NULL;
    if (!rows)
        return false;
    Type *type = ARENA_ARRAY(table->arena, Type, join->n_on);
    for (size_t i = 0; i < join->n_on; i++)
        type[i] = expr->arg[i + 1]->type;
    Probe *probe = probe_new(rows, type);
    uint32_t *row = eval_alloc(run, ((size_t)table->n + 1) * sizeof *row);
    probe_find(probe, arg, table->n, false, row);
    probe_free(probe);
    gather_rows(run, values, row, table->n, out);
    return true;
}

static bool table_leaf(void *self, EvalRun *run, const Expr *expr, const Vector *arg,
                       Vector *out)
{
    Table *table = self;
    const Column *item;
    switch (expr->kind) {
    case EXPR_LEAF:
        return leaf_column(table, expr->as.leaf, out);
    case EXPR_EDGE:
        edge_column(table, expr->as.leaf, out);
        return true;
    case EXPR_KEY:
        *out = key_or_empty(table, expr->as.index, expr->type);
        return true;
    case EXPR_GRAIN:
        *out = key_or_empty(
            table,
            plan_find_slot(table->run->plan, expr->as.grain.per, expr->as.grain.index),
            expr->type);
        return true;
    case EXPR_CLOSING:
        closing_column(table, run, expr, out);
        return true;
    case EXPR_LOOKUP:
        return joined_column(table, run, expr, arg, out);
    case EXPR_ENTITY:
        return entity_column(table, run, expr, arg, out);
    case EXPR_MEMBER:
        return member_column(table, run, expr, arg, out);
    case EXPR_ITEM:
        if (!table_item(table, expr->as.index, &item))
            return false;
        *out = item->values;
        return true;
    case EXPR_SCALAR:
        return scalar_column(table, run, expr, out);
    case EXPR_TABLE:
        return table_calculate(table, expr, &arg[0], out);
    case EXPR_CONST:
    case EXPR_CALL:
    case EXPR_COLUMN:
    case EXPR_ATTRIBUTE:
    case EXPR_WINDOW:
    case EXPR_NEXT:
    case EXPR_INSTANT:
    case EXPR_TREE:
    case EXPR_BESIDE:
        break;
    }
    UNREACHABLE("answer expression");
}

/* The vector of a run dies with it, so its values are built anew. */
static Vector copy_vector(Table *table, Type type, const Vector *from)
{
    VectorBuilder *builder = vector_builder_new(type, table->run->pool);
    for (uint32_t i = 0; i < table->n; i++)
        vector_builder_take(builder, from, i);
    return vector_builder_finish(builder, table->arena);
}

bool table_values(Table *table, const Expr *expr, Vector *out)
{
    if (expr->kind == EXPR_LEAF)
        return leaf_column(table, expr->as.leaf, out);
    EvalProgram *program = eval_compile(table->arena, &expr, 1);
    EvalRun *run = eval_run_new(program, table->run->pool, table->run->ex->sink,
                                table_leaf, table);
    bool ok = eval_batch(run, table->n);
    if (ok)
        *out = copy_vector(table, expr->type, eval_root(run, 0));
    eval_run_free(run);
    return ok;
}

bool table_item(Table *table, size_t i, const Column **out)
{
    Column *item = &table->item[i];
    *out = item;
    if (item->has)
        return true;
    const Expr *value = table->run->question->item[i].value;
    if (!table_values(table, value, &item->values))
        return false;
    item->partial = table_partial(table, value, &item->values);
    item->has = true;
    return true;
}
