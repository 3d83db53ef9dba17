/* Values and the vectors built from them: the narrowest form, and order. */
#include "runtime/algebra/result.h"
#include "runtime/algebra/vector.h"
#include "tests/unit/unit.h"

#include <string.h>

static const Type number = {.kind = VALUE_NUMBER};
static const Type text = {.kind = VALUE_TEXT};
static const Type band = {.kind = VALUE_TEXT, .band = true};

static Value number_of(const char *s)
{
    Value value = {.empty = *s == 0};
    if (!value.empty)
        assert_true(decimal_parse(s, strlen(s), &value.as.number));
    return value;
}

static Value text_of(const char *s)
{
    Value value = {.empty = false};
    value.as.text.text = s;
    value.as.text.len = strlen(s);
    return value;
}

static Vector build(Arena *arena, const char *const *values, size_t n)
{
    VectorBuilder *builder = vector_builder_new(number, NULL);
    for (size_t i = 0; i < n; i++)
        vector_builder_add(builder, number_of(values[i]));
    return vector_builder_finish(builder, arena);
}

static void test_forms_of_numbers(void **state)
{
    (void)state;
    static const char *const narrow[] = {"1.50", "", "-3", "0.125"};
    static const char *const wide[] = {"1", "100000000000000000000"};
    Arena *arena = arena_new();
    Vector vec = build(arena, narrow, 4);
    assert_int_equal(vec.rep, VEC_I64);
    assert_int_equal(vec.scale, 3);
    assert_int_equal(vec.v.i64[0], 1500);
    assert_true(vector_is_empty(&vec, 1));
    assert_true(value_equal(number, vector_value(&vec, number, 3), number_of("0.125")));
    vec = build(arena, wide, 2);
    assert_int_equal(vec.rep, VEC_WIDE);
    assert_null(vec.valid);
    assert_true(value_equal(number, vector_value(&vec, number, 1), number_of(wide[1])));
    vec = build(arena, NULL, 0);
    assert_int_equal(vec.n, 0);
    arena_free(arena);
}

static void test_texts(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    Intern *pool = intern_new(NULL);
    VectorBuilder *builder = vector_builder_new(text, pool);
    vector_builder_add(builder, text_of("b"));
    vector_builder_add(builder, text_of(""));
    vector_builder_add(builder, text_of("b"));
    vector_builder_add(builder, (Value){.empty = true});
    Vector vec = vector_builder_finish(builder, arena);
    assert_int_equal(vec.v.code[0], vec.v.code[2]);
    assert_true(value_equal(text, vector_value(&vec, text, 1), text_of("")));
    assert_true(vector_value(&vec, text, 3).empty);
    intern_free(pool);
    arena_free(arena);
}

static void test_order(void **state)
{
    (void)state;
    const Value empty = {.empty = true};
    assert_int_equal(value_compare(number, number_of("2"), number_of("10")), -1);
    assert_int_equal(value_compare(number, number_of("2.50"), number_of("2.5")), 0);
    assert_int_equal(value_compare(number, empty, number_of("10")), 1);
    assert_int_equal(value_compare(number, empty, empty), 0);
    assert_true(value_compare(text, text_of("b"), text_of("A")) > 0);
    assert_true(value_compare(text, text_of("100..200"), text_of("20..100")) < 0);
    assert_true(value_compare(band, text_of("100..200"), text_of("20..100")) > 0);
    assert_true(value_compare(band, text_of("-10..0"), text_of("0..10")) < 0);
    assert_true(value_compare(band, text_of("..20"), text_of("-5..0")) < 0);
    assert_true(value_compare(band, text_of("0.5..1"), text_of("1..")) < 0);
}

static void test_results(void **state)
{
    (void)state;
    static const char *const values[] = {"1", "2"};
    Result *result = result_new();
    result->n_row = 2;
    result->n_column = 1;
    result->column = ARENA_NEW(result->arena, ResultColumn);
    result->column[0].title = "Revenue";
    result->column[0].type = number;
    result->column[0].vec = build(result->arena, values, 2);
    assert_int_equal(result_find_column(result, "revenue"), 0);
    assert_int_equal(result_find_column(result, "cost"), -1);
    assert_true(value_equal(number, result_value(result, 0, 1), number_of("2")));
    result_unref(result_ref(result));
    result_unref(result);
    result_unref(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_of_numbers),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
