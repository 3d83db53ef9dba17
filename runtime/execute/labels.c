/* What keys print as. An entity prints its label, with the key in brackets where the
   same label stands for several keys; the order of lines is the one that is declared,
   then that of what is printed, then of the key, with empty last. */
#include "runtime/execute/answer.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

/* The key and its label in rows of the entity's own source. */
static const Source *entity_rows(const Source *from, const Expr **key,
                                 const Expr **label)
{
    while ((*key)->kind == EXPR_LOOKUP && (*label)->kind == EXPR_LOOKUP &&
           (*key)->as.join == (*label)->as.join) {
        from = (*key)->as.join->target;
        *key = (*key)->arg[0];
        *label = (*label)->arg[0];
    }
    if ((*key)->kind != EXPR_TREE)
        return from;
    const Dim *dim = (*key)->as.tree.dim;
    *key = dim->value;
    *label = dim->label;
    return dim->source;
}

static Value text_value(const char *text, size_t len)
{
    Value value = {.empty = false};
    value.as.text.text = text;
    value.as.text.len = len;
    return value;
}

static void print_into(const Run *run, StrBuf *sb, Value *out)
{
    uint32_t code = intern_add(run->pool, sb->text, sb->len);
    Text text = intern_text(run->pool, code);
    *out = text_value(text.text, text.len);
}

typedef struct {
    const Vector *label;
    Type type;
    const uint32_t *code; /* of the key, per row */
    uint32_t n;
} EntityRows;

/* What each row prints as, by code of a pool; texts stay where they are. */
typedef struct {
    const Intern *pool;
    Intern *printed; /* of labels that are no texts; else NULL */
    const uint32_t *of_row;
    uint32_t *own; /* owned `of_row` */
} Printed;

static Printed print_labels(Run *run, const EntityRows *rows)
{
    Printed p = {.pool = rows->label->pool, .of_row = rows->label->v.code};
    if (rows->label->rep == VEC_CODE)
        return p;
    p.own = xcalloc((size_t)rows->n + 1, sizeof *p.own);
    StrBuf sb;
    strbuf_init(&sb);
    for (uint32_t i = 0; i < rows->n; i++) {
        strbuf_reset(&sb);
        value_print(&sb, rows->type, vector_value(rows->label, rows->type, i));
        p.own[i] = intern_add(run->pool, sb.text, sb.len);
    }
    strbuf_release(&sb);
    p.pool = run->pool;
    p.of_row = p.own;
    return p;
}

static void set_labels(Run *run, uint32_t slot, const EntityRows *rows)
{
    SlotOrder *order = &run->order[slot];
    Printed p = print_labels(run, rows);
    uint32_t *count = xcalloc((size_t)intern_count(p.pool) + 1, sizeof *count);
    uint32_t *last = xcalloc((size_t)order->n + 1, sizeof *last);
    for (uint32_t i = 0; i < rows->n; i++) {
        uint32_t code = rows->code[i];
        if (vector_is_empty(rows->label, i))
            continue;
        /* rows of a key that take turns under one label count once */
        count[p.of_row[i]] += !code || last[code] != p.of_row[i] + 1;
        last[code] = p.of_row[i] + 1;
    }
    free(last);
    for (uint32_t i = 0; i < rows->n; i++) {
        uint32_t code = rows->code[i];
        if (!code || vector_is_empty(rows->label, i) || !order->label[code].empty)
            continue;
        Text text = intern_text(p.pool, p.of_row[i]);
        order->label[code] = text_value(text.text, text.len);
        order->is_repeated[code] = count[p.of_row[i]] > 1;
    }
    free(count);
    free(p.own);
}

/* Keys without a label print as themselves. */
static void fill_labels(Run *run, uint32_t slot)
{
    SlotOrder *order = &run->order[slot];
    const KeyDict *dict = run->keys[slot].dict;
    StrBuf sb;
    strbuf_init(&sb);
    for (uint32_t code = 1; code < order->n; code++) {
        if (!order->label[code].empty)
            continue;
        strbuf_reset(&sb);
        value_print(&sb, key_dict_type(dict), key_dict_value(dict, code));
        print_into(run, &sb, &order->label[code]);
    }
    strbuf_release(&sb);
}

static void size_labels(Run *run, uint32_t slot)
{
    SlotOrder *order = &run->order[slot];
    order->n = key_dict_count(run->keys[slot].dict);
    order->label = ARENA_ARRAY(run->arena, Value, order->n);
    order->is_repeated = ARENA_ARRAY(run->arena, bool, order->n);
    for (uint32_t i = 0; i < order->n; i++)
        order->label[i].empty = true;
}

bool label_rows(const Run *run, uint32_t slot, LabelRows *rows)
{
    const KeyList *keys = &run->question->keys;
    const Binding *found = NULL;
    for (size_t b = 0; b < keys->n_binding && !found; b++) {
        if (keys->binding[b].value[slot] && keys->binding[b].label[slot])
            found = &keys->binding[b];
    }
    if (!found || run->with_keys || run->question->by[slot].is_bare ||
        found->label[slot] == found->value[slot])
        return false;
    rows->key = found->value[slot];
    rows->label = found->label[slot];
    rows->source = entity_rows(found->source, &rows->key, &rows->label);
    return true;
}

static bool load_labels(Run *run, uint32_t slot, const LabelRows *from)
{
    const Source *source = from->source;
    bool *used = ARENA_ARRAY(run->arena, bool, source->n_column + 1);
    plan_expr_columns(from->key, source, used);
    plan_expr_columns(from->label, source, used);
    Frame *frame = frame_get(run->ex, source, NULL, used);
    const Vector *keys = frame ? frame_values(run->ex, frame, from->key) : NULL;
    const Vector *labels = keys ? frame_values(run->ex, frame, from->label) : NULL;
    if (!labels)
        return false;
    uint32_t *code = xcalloc((size_t)frame->n + 1, sizeof *code);
    key_dict_encode(run->keys[slot].dict, keys, code);
    size_labels(run, slot);
    EntityRows rows = {labels, from->label->type, code, frame->n};
    set_labels(run, slot, &rows);
    free(code);
    fill_labels(run, slot);
    run->order[slot].has = true;
    return true;
}

bool order_key_rows(const Run *run, uint32_t slot, LabelRows *rows)
{
    const Dim *dim = run->question->by[slot].sorted;
    if (!dim)
        return false;
    *rows = (LabelRows){dim->source, dim->value, dim->order};
    return true;
}

static void set_place(SlotOrder *order, uint32_t code, Value value)
{
    Value *have = &order->place[code];
    if (have->empty || value_compare(order->place_type, value, *have) < 0)
        *have = value;
}

static bool load_places(Run *run, uint32_t slot, const LabelRows *from)
{
    bool *used = ARENA_ARRAY(run->arena, bool, from->source->n_column + 1);
    plan_expr_columns(from->key, from->source, used);
    plan_expr_columns(from->label, from->source, used);
    Frame *frame = frame_get(run->ex, from->source, NULL, used);
    const Vector *keys = frame ? frame_values(run->ex, frame, from->key) : NULL;
    const Vector *places = keys ? frame_values(run->ex, frame, from->label) : NULL;
    if (!places)
        return false;
    SlotOrder *order = &run->order[slot];
    const KeyDict *dict = run->keys[slot].dict;
    uint32_t n = key_dict_count(dict);
    order->place = ARENA_ARRAY(run->arena, Value, n);
    for (uint32_t i = 0; i < n; i++)
        order->place[i].empty = true;
    order->place_type = from->label->type;
    order->has_place = true;
    for (uint32_t i = 0; i < frame->n; i++) {
        if (vector_is_empty(keys, i) || vector_is_empty(places, i))
            continue;
        uint32_t code = key_dict_find(dict, vector_value(keys, from->key->type, i));
        if (code != UINT32_MAX)
            set_place(order, code, vector_value(places, from->label->type, i));
    }
    return true;
}

/* By what is declared; what has no place comes behind what has one. */
static int compare_places(const SlotOrder *order, uint32_t a, uint32_t b)
{
    Value x = order->place[a], y = order->place[b];
    if (x.empty || y.empty)
        return (int)x.empty - (int)y.empty;
    return value_compare(order->place_type, x, y);
}

int label_compare(const Run *run, uint32_t slot, uint32_t a, uint32_t b)
{
    const SlotOrder *order = &run->order[slot];
    const KeyDict *dict = run->keys[slot].dict;
    if (order->rank)
        return (order->rank[a] > order->rank[b]) - (order->rank[a] < order->rank[b]);
    if (!a || !b)
        return (a == 0) - (b == 0);
    int way = order->has_place ? compare_places(order, a, b) : 0;
    if (way)
        return way;
    if (order->has) {
        Type text = {.kind = VALUE_TEXT};
        way = value_compare(text, order->label[a], order->label[b]);
        if (way)
            return way;
    }
    return value_compare(key_dict_type(dict), key_dict_value(dict, a),
                         key_dict_value(dict, b));
}

bool label_words(const Run *run, uint32_t slot, int64_t *word)
{
    const SlotOrder *order = &run->order[slot];
    const KeyDict *dict = run->keys[slot].dict;
    if (!order->rank)
        return !order->has && !order->has_place && key_dict_words(dict, word);
    for (uint32_t code = 1; code < key_dict_count(dict); code++)
        word[code] = order->rank[code];
    return true;
}

typedef struct {
    const Run *run;
    uint32_t slot;
} Ranking;

static int compare_codes(const void *self, uint32_t a, uint32_t b)
{
    const Ranking *ranking = self;
    return label_compare(ranking->run, ranking->slot, a, b);
}

void label_make_ranks(Run *run, uint32_t slot)
{
    SlotOrder *order = &run->order[slot];
    Ranking ranking = {run, slot};
    if (order->rank)
        return;
    uint32_t n = key_dict_count(run->keys[slot].dict);
    uint32_t *code = xcalloc((size_t)n + 1, sizeof *code);
    for (uint32_t i = 0; i < n; i++)
        code[i] = i;
    order_rows(code, n, compare_codes, &ranking);
    uint32_t *rank = ARENA_ARRAY(run->arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++)
        rank[code[i]] = i;
    order->rank = rank;
    free(code);
}

bool answer_make_labels(Run *run)
{
    for (uint32_t slot = 0; slot < run->question->n_by; slot++) {
        LabelRows rows;
        if (label_rows(run, slot, &rows) && !load_labels(run, slot, &rows))
            return false;
        if (order_key_rows(run, slot, &rows) && !load_places(run, slot, &rows))
            return false;
    }
    return true;
}

bool label_is_text(const Run *run, uint32_t slot)
{
    return run->order[slot].has;
}

/* The label with the key behind it, as another key has the same. */
static Value label_with_key(const Run *run, uint32_t slot, uint32_t code)
{
    const KeyDict *dict = run->keys[slot].dict;
    Value label = run->order[slot].label[code];
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_add(&sb, label.as.text.text, label.as.text.len);
    strbuf_adds(&sb, " (");
    value_print(&sb, key_dict_type(dict), key_dict_value(dict, code));
    strbuf_addc(&sb, ')');
    print_into(run, &sb, &label);
    strbuf_release(&sb);
    return label;
}

Value label_value(const Run *run, uint32_t slot, uint32_t code, Type *type)
{
    const KeyDict *dict = run->keys[slot].dict;
    const SlotOrder *order = &run->order[slot];
    if (!order->has) {
        *type = key_dict_type(dict);
        return key_dict_value(dict, code);
    }
    *type = (Type){.kind = VALUE_TEXT};
    if (!code)
        return (Value){.empty = true};
    return order->is_repeated[code] ? label_with_key(run, slot, code)
                                    : order->label[code];
}
