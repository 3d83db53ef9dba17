/* The table of expressions: an open hash table of nodes, so that equal trees are one
   pointer and comparing trees is comparing pointers. Operands of commutative
   operators are ordered by id (never regrouped: a rounded quotient forbids it), and
   constants are kept in canonical form. */
#include "runtime/model/expr.h"

#include "runtime/base/xalloc.h"
#include "runtime/model/question.h"

#include <string.h>

enum { SLOTS_FIRST = 256 };

struct ExprTable {
    Arena *arena;
    const ExprTable *parent;
    uint32_t base; /* ids below were given by the parent */
    const Expr **slot;
    size_t n_slot; /* a power of two, at least twice the count */
    size_t count;
};

ExprTable *expr_table_new(Arena *arena, const ExprTable *parent)
{
    ExprTable *table = xcalloc(1, sizeof *table);
    table->arena = arena;
    table->parent = parent;
    table->base = parent ? parent->base + (uint32_t)parent->count : 0;
    table->n_slot = SLOTS_FIRST;
    table->slot = xcalloc(table->n_slot, sizeof *table->slot);
    return table;
}

void expr_table_free(ExprTable *table)
{
    if (!table)
        return;
    free(table->slot);
    free(table);
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}

static uint64_t mix_pointer(uint64_t hash, const void *pointer)
{
    return mix(hash, (uint64_t)(uintptr_t)pointer);
}

static uint64_t mix_bytes(uint64_t hash, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
    return mix(hash, len);
}

static uint64_t hash_value(uint64_t hash, Type type, const Value *value)
{
    if (value->empty)
        return mix(hash, 1);
    switch (type.kind) {
    case VALUE_NUMBER:
        for (size_t i = 0; i < COUNT_OF(value->as.number.m.limb); i++)
            hash = mix(hash, value->as.number.m.limb[i]);
        return mix(hash, (uint64_t)value->as.number.scale);
    case VALUE_TEXT:
        return mix_bytes(hash, value->as.text.text, value->as.text.len);
    case VALUE_BOOLEAN:
        return mix(hash, value->as.boolean);
    case VALUE_DATE:
        return mix(hash, (uint64_t)value->as.day);
    case VALUE_MOMENT:
        return mix(hash, (uint64_t)value->as.seconds);
    case VALUE_PERIOD:
        return mix(hash, (uint64_t)value->as.period);
    }
    UNREACHABLE("value kind");
}

static bool same_value(Type type, const Value *a, const Value *b)
{
    if (a->empty || b->empty)
        return a->empty && b->empty;
    switch (type.kind) {
    case VALUE_NUMBER:
        return a->as.number.scale == b->as.number.scale &&
               wide_compare(a->as.number.m, b->as.number.m) == 0;
    case VALUE_TEXT:
        return a->as.text.len == b->as.text.len &&
               (a->as.text.len == 0 ||
                memcmp(a->as.text.text, b->as.text.text, a->as.text.len) == 0);
    case VALUE_BOOLEAN:
        return a->as.boolean == b->as.boolean;
    case VALUE_DATE:
        return a->as.day == b->as.day;
    case VALUE_MOMENT:
        return a->as.seconds == b->as.seconds;
    case VALUE_PERIOD:
        return a->as.period == b->as.period;
    }
    UNREACHABLE("value kind");
}

static bool same_type(Type a, Type b)
{
    return a.kind == b.kind && a.unit.kind == b.unit.kind &&
           strncmp(a.unit.currency, b.unit.currency, CURRENCY_SIZE) == 0 &&
           a.period == b.period && a.integer == b.integer && a.quotient == b.quotient &&
           a.per_count == b.per_count && a.empty_only == b.empty_only &&
           a.band == b.band && a.add == b.add;
}

static uint64_t hash_what(uint64_t hash, const Expr *e)
{
    switch (e->kind) {
    case EXPR_CONST:
        return hash_value(hash, e->type, &e->as.value);
    case EXPR_CALL:
    case EXPR_TABLE:
        return mix(hash, e->as.fn);
    case EXPR_COLUMN:
        return mix(mix_pointer(hash, e->as.column.source), e->as.column.column);
    case EXPR_LOOKUP:
        return mix_pointer(hash, e->as.join);
    case EXPR_ATTRIBUTE:
    case EXPR_MEMBER:
    case EXPR_SCALAR:
        return mix(mix_pointer(hash, e->as.sub.question), e->as.sub.column);
    case EXPR_TREE:
        return mix(mix_pointer(hash, e->as.tree.dim), e->as.tree.level);
    case EXPR_WINDOW:
        return mix_pointer(hash, e->as.window->leaf);
    case EXPR_CLOSING:
    case EXPR_LEAF:
    case EXPR_EDGE:
        return mix_pointer(hash, e->as.leaf);
    case EXPR_NEXT:
        return mix_pointer(hash, e->as.next);
    case EXPR_INSTANT:
        return mix_pointer(hash, e->as.axis);
    case EXPR_BESIDE:
        return mix(mix_pointer(hash, e->as.beside.next), e->as.beside.before);
    case EXPR_KEY:
    case EXPR_ITEM:
        return mix(hash, e->as.index);
    case EXPR_GRAIN:
        return mix(mix_pointer(hash, e->as.grain.per), e->as.grain.index);
    case EXPR_ENTITY:
        return mix_pointer(mix_pointer(hash, e->as.entity.dim), e->as.entity.value);
    }
    UNREACHABLE("expression kind");
}

static bool same_what(const Expr *a, const Expr *b)
{
    switch (a->kind) {
    case EXPR_CONST:
        return same_value(a->type, &a->as.value, &b->as.value);
    case EXPR_CALL:
    case EXPR_TABLE:
        return a->as.fn == b->as.fn && a->off == b->off;
    case EXPR_COLUMN:
        return a->as.column.source == b->as.column.source &&
               a->as.column.column == b->as.column.column;
    case EXPR_LOOKUP:
        return a->as.join == b->as.join;
    case EXPR_ATTRIBUTE:
    case EXPR_MEMBER:
    case EXPR_SCALAR:
        return a->as.sub.question == b->as.sub.question &&
               a->as.sub.column == b->as.sub.column;
    case EXPR_TREE:
        return a->as.tree.dim == b->as.tree.dim && a->as.tree.level == b->as.tree.level;
    case EXPR_WINDOW:
        return event_window_equal(a->as.window, b->as.window);
    case EXPR_CLOSING:
    case EXPR_LEAF:
    case EXPR_EDGE:
        return a->as.leaf == b->as.leaf;
    case EXPR_NEXT:
        return a->as.next == b->as.next;
    case EXPR_INSTANT:
        return a->as.axis == b->as.axis;
    case EXPR_BESIDE:
        return a->as.beside.next == b->as.beside.next &&
               a->as.beside.before == b->as.beside.before;
    case EXPR_KEY:
    case EXPR_ITEM:
        return a->as.index == b->as.index;
    case EXPR_GRAIN:
        return a->as.grain.per == b->as.grain.per &&
               a->as.grain.index == b->as.grain.index;
    case EXPR_ENTITY:
        return a->as.entity.dim == b->as.entity.dim &&
               a->as.entity.value == b->as.entity.value;
    }
    UNREACHABLE("expression kind");
}

static uint64_t hash_expr(const Expr *e)
{
    uint64_t hash = mix(0, (uint64_t)e->kind | (uint64_t)e->type.kind << 8 |
                               (uint64_t)e->type.period << 16);
    hash = hash_what(hash, e);
    for (uint32_t i = 0; i < e->n_arg; i++)
        hash = mix(hash, e->arg[i]->id + 1);
    return hash ^ (hash >> 32);
}

static bool same_expr(const Expr *a, const Expr *b)
{
    if (a->kind != b->kind || a->n_arg != b->n_arg || !same_type(a->type, b->type))
        return false;
    for (uint32_t i = 0; i < a->n_arg; i++) {
        if (a->arg[i] != b->arg[i])
            return false;
    }
    return same_what(a, b);
}

static const Expr **find_slot(const ExprTable *table, const Expr *node)
{
    size_t mask = table->n_slot - 1;
    size_t at = (size_t)hash_expr(node) & mask;
    while (table->slot[at] && !same_expr(table->slot[at], node))
        at = (at + 1) & mask;
    return &table->slot[at];
}

static const Expr *find_in_parents(const ExprTable *table, const Expr *node)
{
    for (table = table->parent; table; table = table->parent) {
        const Expr *found = *find_slot(table, node);
        if (found)
            return found;
    }
    return NULL;
}

static void grow(ExprTable *table)
{
    const Expr **old = table->slot;
    size_t n_old = table->n_slot;
    table->n_slot *= 2;
    table->slot = xcalloc(table->n_slot, sizeof *table->slot);
    for (size_t i = 0; i < n_old; i++) {
        if (old[i])
            *find_slot(table, old[i]) = old[i];
    }
    free(old);
}

static bool commutes(const Expr *node)
{
    return node->kind == EXPR_CALL &&
           (node->as.fn == FN_ADD || node->as.fn == FN_MULTIPLY ||
            node->as.fn == FN_AND || node->as.fn == FN_OR);
}

static int by_id(const void *a, const void *b)
{
    const Expr *const *x = a;
    const Expr *const *y = b;
    return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

/* Is it read through dated rows, and at no day yet? */
static bool wants_day(const Expr *node)
{
    if (node->kind == EXPR_TREE)
        return node->as.tree.dim->parent->is_dated &&
               node->n_arg == (node->as.tree.level ? 1 : 2);
    return node->kind == EXPR_LOOKUP && node->n_arg == 1 && node->as.join->is_dated;
}

/* Is a row looked up at an instant, which is its last argument? */
static bool is_at_instant(const Expr *node)
{
    return (node->kind == EXPR_LOOKUP || node->kind == EXPR_TREE) && node->n_arg > 1 &&
           node->arg[node->n_arg - 1]->kind == EXPR_INSTANT;
}

/* Copies of the arguments in the arena, in canonical order. */
static void take_args(ExprTable *table, Expr *node)
{
    const Expr **arg = ARENA_ARRAY(table->arena, const Expr *, node->n_arg);
    uint64_t size = 1;
    node->depth = 1;
    node->is_dated = wants_day(node);
    node->is_cut = is_at_instant(node);
    for (uint32_t i = 0; i < node->n_arg; i++) {
        arg[i] = node->arg[i];
        if (arg[i]->depth >= node->depth)
            node->depth = arg[i]->depth + 1;
        node->is_dated |= arg[i]->is_dated;
        node->is_cut |= arg[i]->is_cut;
        size += arg[i]->size;
    }
    node->size = size < UINT32_MAX ? (uint32_t)size : UINT32_MAX;
    if (commutes(node))
        qsort(arg, node->n_arg, sizeof(const Expr *), by_id);
    node->arg = arg;
}

const Expr *expr_intern(ExprTable *table, const Expr *node)
{
    Expr wanted = *node;
    if (wanted.kind == EXPR_CONST && wanted.type.kind == VALUE_NUMBER &&
        !wanted.as.value.empty)
        wanted.as.value.as.number = decimal_trim(wanted.as.value.as.number);
    take_args(table, &wanted);
    const Expr *known = find_in_parents(table, &wanted);
    const Expr **slot = find_slot(table, &wanted);
    if (known || *slot)
        return known ? known : *slot;
    if (wanted.kind == EXPR_CONST && wanted.type.kind == VALUE_TEXT &&
        !wanted.as.value.empty)
        wanted.as.value.as.text.text = arena_strndup(
            table->arena, wanted.as.value.as.text.text, wanted.as.value.as.text.len);
    wanted.id = table->base + (uint32_t)table->count++;
    const Expr *made = arena_memdup(table->arena, &wanted, sizeof wanted);
    *slot = made;
    if (table->count * 2 > table->n_slot)
        grow(table);
    return made;
}

const Expr *expr_const(ExprTable *table, Type type, Value value, Span span)
{
    Expr node = {.kind = EXPR_CONST, .type = type, .span = span};
    node.as.value = value;
    return expr_intern(table, &node);
}

const Expr *expr_call(ExprTable *table, FnId fn, Type type, Span span, ExprArgs args)
{
    Expr node = {.kind = EXPR_CALL, .type = type, .span = span, .n_arg = args.n};
    node.as.fn = fn;
    const Expr **copy = ARENA_ARRAY(table->arena, const Expr *, args.n);
    if (args.n)
        memcpy(copy, args.arg, args.n * sizeof(const Expr *));
    node.arg = copy;
    return expr_intern(table, &node);
}

int64_t expr_shift_day(const Expr *call, Day day, int64_t n)
{
    if (call->as.fn == FN_ADD_DAYS)
        return day + n;
    if (call->as.fn == FN_ADD_WORKING_DAYS)
        return calendar_add_working_days(call->off, day, n);
    enum { MONTHS_OF_CALENDAR = 120000 };
    if (n > MONTHS_OF_CALENDAR || n < -MONTHS_OF_CALENDAR)
        return INT64_MAX;
    return calendar_shift_day(day, PERIOD_MONTH, (int32_t)n);
}
