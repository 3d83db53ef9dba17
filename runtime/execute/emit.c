/* Rows of an answer as a Result: keys, then the items; under `across` the items once
   for each across tuple, and their totals at the end. */
#include "runtime/execute/answer.h"

#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include <string.h>

typedef struct {
    Answer *a;
    Result *result;
    size_t cap;
    uint8_t *key; /* per by-item: its column */
} Emitter;

static ResultColumn *add_column(Emitter *e, const char *title, ColumnRole role,
                                Type type)
{
    Result *r = e->result;
    ResultColumn column = {
        .title = arena_strdup(r->arena, title), .role = role, .type = type};
    ARENA_PUSH(r->arena, r->column, r->n_column, e->cap, column);
    return &r->column[r->n_column - 1];
}

/* In a list a number that names nothing is a value of the row. */
static ColumnRole key_role(const Answer *a, uint32_t slot, Type type)
{
    const Question *q = a->run->question;
    bool is_value = q->is_list && type.kind == VALUE_NUMBER && !q->by[slot].dim &&
                    !q->by[slot].is_key && !a->run->with_keys;
    return is_value ? COLUMN_MEASURE : COLUMN_KEY;
}

/* Where the row's code of a by-item stands; NULL: its level does not keep it. */
static const uint32_t *code_at(const OutRow *row, uint32_t slot)
{
    const Table *table = &row->from->main;
    return slot < table->n_slot ? &table->code[(size_t)row->line * table->n_slot + slot]
                                : NULL;
}

/* Rows whose lines are fetched before they are read: they lie in another order. */
enum { AHEAD = 16 };

/* Keys that the row's level does not keep are empty. */
static void emit_key(Emitter *e, uint32_t slot)
{
    Answer *a = e->a;
    const Run *run = a->run;
    Type type = label_is_text(run, slot) ? (Type){.kind = VALUE_TEXT}
                                         : run->question->by[slot].type;
    if (!label_is_text(run, slot))
        type.kind = run->plan->slot[slot].type.kind;
    ResultColumn *column =
        add_column(e, run->question->by[slot].title, key_role(a, slot, type), type);
    VectorBuilder *builder = vector_builder_new(type, e->result->pool);
    uint32_t n_code = key_dict_count(run->keys[slot].dict);
    uint32_t *first = xcalloc(n_code, sizeof *first); /* its row + 1, by code */
    for (uint32_t i = 0; i < a->n_row; i++) {
        const uint32_t *code = code_at(&a->row[i], slot);
        Type ignored;
        if (i + AHEAD < a->n_row)
            PREFETCH(code_at(&a->row[i + AHEAD], slot));
        if (!code) {
            vector_builder_add(builder, (Value){.empty = true});
        } else if (first[*code]) {
            vector_builder_again(builder, first[*code] - 1);
        } else {
            first[*code] = i + 1;
            vector_builder_add(builder, label_value(run, slot, *code, &ignored));
        }
    }
    column->vec = vector_builder_finish(builder, e->result->arena);
    free(first);
}

/* Item `item` in across tuple `x`; UINT32_MAX: over all of them. */
static bool emit_item(Emitter *e, size_t item, uint32_t x, const char *group)
{
    Answer *a = e->a;
    const Item *what = &a->run->question->item[item];
    ResultColumn *column = add_column(e, what->title, COLUMN_MEASURE, what->type);
    column->group = group;
    column->is_sum =
        a->run->question->is_bridge && item + 1 == a->run->question->n_item;
    if (a->n_across) {
        column->across = x == UINT32_MAX ? RESULT_ACROSS_TOTAL : (int32_t)x + 1;
        column->measure = column->title;
    }
    VectorBuilder *builder = vector_builder_new(what->type, e->result->pool);
    uint8_t *partial = ARENA_ARRAY(e->result->arena, uint8_t, a->n_row + 1);
    bool any = false;
    bool ok = true;
    for (size_t i = 0; ok && i < a->n_row; i++) {
        OutRow *row = &a->row[i];
        Table *table = x == UINT32_MAX ? &row->from->main : &row->from->cross;
        uint32_t line = x == UINT32_MAX ? row->line : row->line * a->across.n + x;
        const Column *values;
        ok = table_item(table, item, &values);
        if (!ok)
            break;
        vector_builder_take(builder, &values->values, line);
        partial[i] = values->partial ? values->partial[line] : 0;
        any |= partial[i] != 0;
    }
    column->vec = vector_builder_finish(builder, e->result->arena);
    column->partial = any ? partial : NULL;
    return ok;
}

/* Attributes stand among the keys; only where an answer is read on they are columns
   like others. */
static bool is_shown(const Emitter *e, const Item *item)
{
    return !item->is_hidden && (item->role == ITEM_MEASURE || e->a->run->with_keys);
}

/* Attributes that stand before by-item `slot`. */
static bool emit_attributes(Emitter *e, uint32_t slot)
{
    const Question *q = e->a->run->question;
    for (size_t i = 0; i < q->n_item; i++) {
        if (q->item[i].role != ITEM_ATTRIBUTE || q->item[i].before != slot)
            continue;
        if (!emit_item(e, i, UINT32_MAX, NULL))
            return false;
        if (!q->is_list)
            e->result->column[e->result->n_column - 1].role = COLUMN_KEY;
    }
    return true;
}

/* A single item is named by its across tuple alone. */
static bool emit_items(Emitter *e, uint32_t x, const char *group)
{
    const Question *q = e->a->run->question;
    size_t n_shown = 0;
    for (size_t i = 0; i < q->n_item; i++)
        n_shown += is_shown(e, &q->item[i]);
    for (size_t i = 0; i < q->n_item; i++) {
        if (!is_shown(e, &q->item[i]))
            continue;
        if (!emit_item(e, i, x, n_shown > 1 ? group : NULL))
            return false;
        if (group && n_shown == 1)
            e->result->column[e->result->n_column - 1].title = group;
    }
    return true;
}

/* The across keys as they print, several with a comma between. */
static const char *across_title(Emitter *e, uint32_t x)
{
    const Answer *a = e->a;
    StrBuf sb;
    strbuf_init(&sb);
    for (uint32_t k = 0; k < a->n_across; k++) {
        Type type;
        uint32_t code = tuples_at(&a->across, a->across_order[x])[k];
        Value value = label_value(a->run, a->n_by + k, code, &type);
        strbuf_adds(&sb, k ? ", " : "");
        if (value.empty)
            strbuf_adds(&sb, "(none)");
        else
            value_print(&sb, type, value);
    }
    const char *title = arena_strdup(e->result->arena, sb.text);
    strbuf_release(&sb);
    return title;
}

static bool emit_columns(Emitter *e)
{
    Answer *a = e->a;
    for (uint32_t k = 0; k <= a->n_by; k++) {
        if (!a->run->with_keys && !emit_attributes(e, k))
            return false;
        if (k == a->n_by || a->run->question->by[k].is_hidden)
            continue;
        e->key[k] = (uint8_t)e->result->n_column;
        emit_key(e, k);
    }
    if (!a->n_across)
        return emit_items(e, UINT32_MAX, NULL);
    for (uint32_t x = 0; x < a->across.n; x++) {
        if (!emit_items(e, x, across_title(e, x)))
            return false;
    }
    return !(a->run->question->with & WITH_TOTAL) || emit_items(e, UINT32_MAX, "total");
}

/* Is the key that an attribute goes with among the first `depth`? */
static bool is_kept(const Item *attribute, uint8_t depth)
{
    return attribute->value->arg[0]->as.index < depth;
}

/* Columns that a line kept by the first `depth` keys has values in. */
static uint8_t columns_kept(const Emitter *e, uint8_t depth)
{
    const Question *q = e->a->run->question;
    size_t n = depth;
    for (size_t i = 0; depth && i < q->n_item && !e->a->run->with_keys; i++)
        n += q->item[i].role == ITEM_ATTRIBUTE && q->item[i].before <= depth &&
             (q->item[i].before < depth || is_kept(&q->item[i], depth));
    return (uint8_t)n;
}

static void emit_levels(Emitter *e)
{
    const Answer *a = e->a;
    Result *r = e->result;
    r->n_row = (uint32_t)a->n_row;
    r->level = ARENA_ARRAY(r->arena, uint8_t, a->n_row + 1);
    r->depth = ARENA_ARRAY(r->arena, uint8_t, a->n_row + 1);
    r->closes = ARENA_ARRAY(r->arena, uint8_t, a->n_row + 1);
    r->n_other = ARENA_ARRAY(r->arena, uint32_t, a->n_row + 1);
    for (size_t i = 0; i < a->n_row; i++) {
        r->level[i] = a->row[i].level;
        r->depth[i] = columns_kept(e, a->row[i].depth);
        r->closes[i] = a->row[i].depth ? e->key[a->row[i].depth - 1] : 0;
        r->n_other[i] = a->row[i].n_other;
    }
    r->is_list = a->run->question->is_list;
    r->has_levels = a->run->question->with != 0;
}

/* Of each source the axis that it is read on where nothing else is said, or else the
   first that was read. */
static void emit_freshness(Emitter *e)
{
    const Run *run = e->a->run;
    Result *r = e->result;
    r->fresh = ARENA_ARRAY(r->arena, Freshness, run->n_coverage + 1);
    for (size_t i = 0; i < run->n_coverage; i++) {
        const Coverage *c = &run->coverage[i];
        const Axis *main = source_default_axis(c->source);
        bool is_main = c->axis == main || !run_coverage(run, c->source, main);
        size_t known = 0;
        while (known < r->n_fresh &&
               strcmp(r->fresh[known].source, c->source->name) != 0)
            known++;
        if (!c->any || c->axis->role != AXIS_DECLARED || !is_main || known < r->n_fresh)
            continue;
        PeriodUnit unit = c->axis->has_unit ? c->axis->unit : PERIOD_DAY;
        r->fresh[r->n_fresh++] = (Freshness){
            .source = arena_strdup(r->arena, c->source->name),
            .oldest = calendar_range(unit, calendar_period_of(unit, c->days.lo)).lo,
            .newest = c->days.hi - 1};
    }
}

static void emit_texts(Emitter *e)
{
    const Answer *a = e->a;
    const Question *q = a->run->question;
    Result *r = e->result;
    size_t n_own = 2; /* of answer_signals() */
    r->note = ARENA_ARRAY(r->arena, const char *, a->n_note + n_own);
    for (size_t i = 0; i < a->n_note; i++)
        r->note[r->n_note++] = arena_strdup(r->arena, a->note[i]);
    r->chart = q->chart;
    if (q->for_text)
        r->heading = arena_strdup(r->arena, q->for_text);
}

Result *answer_emit(Answer *a)
{
    Emitter e = {.a = a, .result = result_new()};
    e.key = ARENA_ARRAY(a->run->arena, uint8_t, a->n_by + 1);
    bool ok = emit_columns(&e);
    emit_levels(&e);
    emit_texts(&e);
    emit_freshness(&e);
    if (ok && answer_signals(a, e.result))
        return e.result;
    result_unref(e.result);
    return NULL;
}
