/* The table of expressions: equal trees are one pointer, also across a parent. */
#include "runtime/base/xalloc.h"
#include "runtime/model/expr.h"
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

static const Type number = {.kind = VALUE_NUMBER};
static const Type text = {.kind = VALUE_TEXT};
static const Span nowhere = {0, 0, 0};

static const Expr *literal(ExprTable *table, int64_t mantissa, int scale)
{
    Value value = {.empty = false};
    value.as.number = decimal_make(mantissa, scale);
    return expr_const(table, number, value, nowhere);
}

static const Expr *named(ExprTable *table, const char *name)
{
    Value value = {.empty = false};
    value.as.text.text = name;
    value.as.text.len = strlen(name);
    return expr_const(table, text, value, nowhere);
}

static const Expr *two(ExprTable *table, FnId fn, const Expr *a, const Expr *b)
{
    const Expr *arg[] = {a, b};
    return expr_call(table, fn, number, nowhere, (ExprArgs){arg, 2});
}

static void test_equal_trees(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    ExprTable *table = expr_table_new(arena, NULL);
    const Expr *a = literal(table, 15, 2);
    assert_ptr_equal(a, literal(table, 150, 3));
    const Expr *b = literal(table, 2, 0);
    assert_ptr_equal(two(table, FN_MULTIPLY, a, b), two(table, FN_MULTIPLY, b, a));
    assert_ptr_not_equal(two(table, FN_SUBTRACT, a, b), two(table, FN_SUBTRACT, b, a));
    char name[] = "North";
    const Expr *north = named(table, name);
    name[0] = 'n';
    assert_ptr_not_equal(named(table, name), north);
    assert_ptr_equal(named(table, "North"), north);
    assert_ptr_not_equal(expr_const(table, text, (Value){.empty = true}, nowhere),
                         named(table, ""));
    assert_int_equal(two(table, FN_ADD, two(table, FN_ADD, a, b), b)->depth, 3);
    expr_table_free(table);
    arena_free(arena);
}

static void test_types_tell_apart(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    ExprTable *table = expr_table_new(arena, NULL);
    Type percent = {.kind = VALUE_NUMBER, .unit = {.kind = UNIT_PERCENT}};
    Value one = {.as.number = decimal_from_i64(1)};
    assert_ptr_not_equal(expr_const(table, number, one, nowhere),
                         expr_const(table, percent, one, nowhere));
    expr_table_free(table);
    arena_free(arena);
}

/* Nodes of the parent are found; new ones get ids after its own. */
static void test_parent(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    ExprTable *parent = expr_table_new(arena, NULL);
    const Expr *a = literal(parent, 1, 0);
    const Expr *sum = two(parent, FN_ADD, a, a);
    ExprTable *child = expr_table_new(arena, parent);
    assert_ptr_equal(literal(child, 10, 1), a);
    assert_ptr_equal(two(child, FN_ADD, a, a), sum);
    const Expr *own = two(child, FN_SUBTRACT, sum, a);
    assert_true(own->id > sum->id);
    assert_ptr_equal(two(child, FN_SUBTRACT, sum, a), own);
    expr_table_free(child);
    expr_table_free(parent);
    arena_free(arena);
}

static void test_many_nodes(void **state)
{
    (void)state;
    enum { N = 5000 };
    Arena *arena = arena_new();
    ExprTable *table = expr_table_new(arena, NULL);
    const Expr **node = xcalloc(N, sizeof *node);
    for (int i = 0; i < N; i++)
        node[i] = literal(table, i, 0);
    for (int i = 0; i < N; i++) {
        assert_ptr_equal(literal(table, i, 0), node[i]);
        assert_int_equal(node[i]->id, i);
    }
    free(node);
    expr_table_free(table);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_trees),
        cmocka_unit_test(test_types_tell_apart),
        cmocka_unit_test(test_parent),
        cmocka_unit_test(test_many_nodes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
