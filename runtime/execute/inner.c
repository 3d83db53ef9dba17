/* Aggregates over `M per K`: an inner table by the line's keys and K, whose lines are
   those that occur (with `every`, all K of their home); its values are aggregated to
   the lines in a second step. */
#include "runtime/execute/table.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

typedef struct {
    Table *table;       /* outer */
    const Leaf *leaf;
    uint32_t *slot;     /* the outer slots, then K */
    uint32_t n_slot;
    Tuples lines;
    bool *seen;         /* per group: its lines are in */
} Inner;

/* Lines that occur in the group of a leaf. */
static void add_group_lines(void *self, const Leaf *leaf)
{
    Inner *inner = self;
    const Run *run = inner->table->run;
    uint32_t at = 0;
    const Group *group = plan_group_of(run->plan, leaf);
    while (run->plan->group[at] != group)
        at++;
    if (inner->seen[at])
        return;
    inner->seen[at] = true;
    Arena *arena = inner->table->arena;
    uint32_t *from = ARENA_ARRAY(arena, uint32_t, inner->n_slot);
    uint32_t *tuple = ARENA_ARRAY(arena, uint32_t, inner->n_slot);
    for (uint32_t k = 0; k < inner->n_slot; k++) {
        from[k] = UINT32_MAX;
        for (uint32_t i = 0; i < group->n_slot; i++) {
            if (group->slot[i] == inner->slot[k])
                from[k] = i;
        }
    }
    const Cells *cells = inner->table->cells[at];
    for (uint32_t cell = 0; cell < cells_count(cells); cell++) {
        const uint32_t *key = cells_key(cells, cell);
        for (uint32_t k = 0; k < inner->n_slot; k++)
            tuple[k] = from[k] == UINT32_MAX ? 0 : key[from[k]];
        tuples_add(&inner->lines, tuple);
    }
}

/* Codes of a slot in all rows of the home of K; NULL with *ok: the home has no such
   key. */
static uint32_t *home_codes(Inner *inner, uint32_t slot, uint32_t *n, bool *ok)
{
    Run *run = inner->table->run;
    const PerKey *per = inner->leaf->per;
    const Slot *s = &run->plan->slot[slot];
    const KeyList *keys = s->per ? &s->per->keys : &run->question->keys;
    const Binding *binding = key_list_binding(keys, per->home);
    if (s->is_time || !binding || !binding->value[s->index])
        return NULL;
    Frame *frame = frame_get(run->ex, per->home, binding->value[s->index], NULL);
    const Vector *values =
        frame ? frame_values(run->ex, frame, binding->value[s->index]) : NULL;
    *ok &= values != NULL;
    if (!values)
        return NULL;
    *n = frame->n;
    uint32_t *code = ARENA_ARRAY(inner->table->arena, uint32_t, frame->n + 1);
    key_dict_encode(run->keys[slot].dict, values, code);
    return code;
}

/* Every row of the home beside every line that its own keys fit. */
static bool add_home_lines(Inner *inner)
{
    const Table *table = inner->table;
    Arena *arena = table->arena;
    uint32_t n = 0;
    bool ok = true;
    uint32_t **code = ARENA_ARRAY(arena, uint32_t *, inner->n_slot);
    uint32_t *tuple = ARENA_ARRAY(arena, uint32_t, inner->n_slot);
    /* The last K first: it tells how many rows there are. */
    for (uint32_t k = inner->n_slot; k-- > 0;)
        code[k] = home_codes(inner, inner->slot[k], &n, &ok);
    for (uint32_t row = 0; ok && row < n; row++) {
        for (uint32_t line = 0; line < table->n; line++) {
            const uint32_t *outer = table->code + (size_t)line * table->n_slot;
            bool fits = true;
            for (uint32_t k = 0; k < inner->n_slot && fits; k++) {
                bool is_outer = k < table->n_slot;
                tuple[k] = code[k] ? code[k][row] : is_outer ? outer[k] : 0;
                fits = !is_outer || tuple[k] == outer[k];
            }
            if (fits)
                tuples_add(&inner->lines, tuple);
        }
    }
    return ok;
}

static void open_inner(Inner *inner, Table *table, const Leaf *leaf)
{
    const Run *run = table->run;
    *inner = (Inner){.table = table, .leaf = leaf};
    inner->slot = ARENA_ARRAY(table->arena, uint32_t,
                              table->n_slot + leaf->per->keys.n_key + 1);
    for (uint32_t k = 0; k < table->n_slot; k++)
        inner->slot[inner->n_slot++] = table->slot[k];
    for (uint32_t i = 0; i < leaf->per->keys.n_key; i++)
        inner->slot[inner->n_slot++] = plan_find_slot(run->plan, leaf->per, i);
    tuples_init(&inner->lines, inner->n_slot);
    inner->seen = ARENA_ARRAY(table->arena, bool, run->plan->n_group);
}

/* Values of the inner lines go to the line that has their first keys. */
static bool aggregate(Inner *inner, Table *in, Cells *cells)
{
    const Leaf *leaf = inner->leaf;
    Vector arg;
    Vector where;
    uint32_t n_outer = inner->table->n_slot;
    uint32_t **key = ARENA_ARRAY(in->arena, uint32_t *, n_outer);
    uint32_t *cell = ARENA_ARRAY(in->arena, uint32_t, in->n);
    uint8_t *mask = ARENA_ARRAY(in->arena, uint8_t, in->n);
    if ((leaf->arg && !table_values(in, leaf->arg, &arg)) ||
        (leaf->where && !table_values(in, leaf->where, &where)))
        return false;
    for (uint32_t k = 0; k < n_outer; k++)
        key[k] = ARENA_ARRAY(in->arena, uint32_t, in->n);
    for (uint32_t i = 0; i < in->n; i++) {
        mask[i] = !leaf->where || (!vector_is_empty(&where, i) && where.v.boolean[i]);
        for (uint32_t k = 0; k < n_outer; k++)
            key[k][i] = in->code[(size_t)i * inner->n_slot + k];
    }
    cells_locate(cells, key, in->n, mask, cell);
    StateInput input = {.arg = leaf->arg ? &arg : NULL};
    if (cells_add_state(cells, 0, cell, in->n, &input))
        return true;
    diag_error(in->run->ex->sink, DIAG_NUMBER_OVERFLOW, leaf->span,
               "this number has more than 76 digits");
    return false;
}

static bool finish(Table *table, const Leaf *leaf, const Cells *cells, Column *out)
{
    bool adds = leaf->fn == AGG_SUM || leaf->fn == AGG_COUNT ||
                leaf->fn == AGG_COUNT_DISTINCT;
    VectorBuilder *builder = vector_builder_new(leaf->type, table->run->pool);
    bool ok = true;
    for (uint32_t i = 0; i < table->n; i++) {
        Value value = {.empty = true};
        uint32_t cell =
            cells_find(cells, table->code + (size_t)i * table->n_slot);
        if (cell != UINT32_MAX ||
            (adds && table_covered(table, leaf, i) != COVERED_NOT))
            ok &= cells_finish(cells, cell, 0, table->run->pool, &value);
        vector_builder_add(builder, value);
    }
    out->values = vector_builder_finish(builder, table->arena);
    if (!ok)
        diag_error(table->run->ex->sink, DIAG_NUMBER_OVERFLOW, leaf->span,
                   "this number has more than 76 digits");
    return ok;
}

bool inner_leaf(Table *table, const Leaf *leaf, Column *out)
{
    Inner inner;
    open_inner(&inner, table, leaf);
    const Question *q = table->run->question;
    table_each_leaf(q, leaf->arg, add_group_lines, &inner);
    table_each_leaf(q, leaf->where, add_group_lines, &inner);
    bool ok = !leaf->per->every || add_home_lines(&inner);
    Table in;
    table_init(&in, table->run, inner.slot, inner.n_slot);
    in.cells = table->cells;
    in.over_nothing = table->over_nothing;
    table_set_lines(&in, inner.lines.code, inner.lines.n);
    StateSpec spec = {.fn = leaf->fn, .p = leaf->p,
                      .type = leaf->arg ? leaf->arg->type : leaf->type};
    Cells *cells = cells_new(table->n_slot, &spec, 1);
    ok = ok && aggregate(&inner, &in, cells) && finish(table, leaf, cells, out);
    cells_free(cells);
    table_release(&in);
    tuples_release(&inner.lines);
    return ok;
}
