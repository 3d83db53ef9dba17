/* Rows that leave again, and running totals along a key of time: counts, sums, distinct
   values and extremes against what is there step by step. */
#include "runtime/algebra/cells.h"
#include "runtime/base/compiler.h"
#include "tests/unit/unit.h"

enum { STEPS = 4 };

static int64_t whole(const Cells *cells, const uint32_t *key, uint32_t state)
{
    Value value;
    uint32_t cell = cells_find(cells, key);
    if (cell == UINT32_MAX)
        return -1;
    assert_true(cells_finish(cells, cell, state, NULL, &value));
    return value.empty ? -2 : wide_to_i64(value.as.number.m);
}

static Vector numbers(int64_t *value, uint32_t n)
{
    return (Vector){.rep = VEC_I64, .n = n, .v.i64 = value};
}

static void feed(Cells *cells, uint32_t *line, uint32_t *step, Vector value)
{
    uint32_t *const key[] = {line, step};
    uint32_t cell[8];
    StateInput in = {.arg = &value};
    cells_locate(cells, key, value.n, NULL, cell);
    for (uint32_t i = 0; i < 2; i++)
        assert_true(cells_add_state(cells, i, cell, value.n, &in));
}

/* Line 1: 10 at step 2, 5 at step 3; line 2: 7 at step 4. The steps are numbered out of
   order. */
static void test_running_totals(void **state)
{
    (void)state;
    const StateSpec spec[] = {{.fn = AGG_SUM}, {.fn = AGG_COUNT}};
    static const uint32_t step[STEPS] = {3, 1, 4, 2};
    Cells *cells = cells_new(2, spec, 2);
    uint32_t line[] = {1, 1, 2};
    uint32_t at[] = {1, 4, 2};
    int64_t value[] = {10, 5, 7};
    feed(cells, line, at, numbers(value, 3));
    assert_true(cells_can_run_up(cells));
    assert_true(cells_run_up(cells, step, STEPS));
    static const int64_t sums[2][STEPS] = {{-1, 10, 15, 15}, {-1, -1, -1, 7}};
    static const int64_t counts[2][STEPS] = {{-1, 1, 2, 2}, {-1, -1, -1, 1}};
    for (uint32_t l = 0; l < 2; l++) {
        for (uint32_t s = 0; s < STEPS; s++) {
            const uint32_t key[] = {l + 1, step[s]};
            assert_int_equal(whole(cells, key, 0), sums[l][s]);
            assert_int_equal(whole(cells, key, 1), counts[l][s]);
        }
    }
    cells_free(cells);
}

/* More lines than are filled together: line l has l at step 1 + l % 4 alone. Each cell
   is found wherever it is looked for first. */
static void test_many_lines(void **state)
{
    (void)state;
    enum { LINES = 3000 };
    const StateSpec spec[] = {{.fn = AGG_SUM}, {.fn = AGG_COUNT}};
    static const uint32_t step[STEPS] = {1, 2, 3, 4};
    Cells *cells = cells_new(2, spec, 2);
    for (uint32_t l = 0; l < LINES; l++) {
        int64_t value = l;
        feed(cells, &l, &(uint32_t){1 + l % STEPS}, numbers(&value, 1));
    }
    assert_true(cells_run_up(cells, step, STEPS));
    assert_int_equal(cells_count(cells), LINES / STEPS * (4 + 3 + 2 + 1));
    for (uint32_t l = 0; l < LINES; l++) {
        for (uint32_t s = 0; s < STEPS; s++) {
            const uint32_t key[] = {l, step[s]};
            bool begun = s >= l % STEPS;
            uint32_t cell = cells_find(cells, key);
            assert_int_equal(whole(cells, key, 0), begun ? (int64_t)l : -1);
            assert_int_equal(whole(cells, key, 1), begun ? 1 : -1);
            assert_int_equal(cells_find_near(cells, 0, key), cell);
            assert_int_equal(cells_find_near(cells, cell, key), cell);
            assert_int_equal(cells_find_near(cells, cells_count(cells), key), cell);
        }
    }
    cells_free(cells);
}

/* 3, 3 and 8 came, then 3 and 8 went: one 3 is left. */
static void test_rows_leave(void **state)
{
    (void)state;
    Type number = {.kind = VALUE_NUMBER};
    const StateSpec spec[] = {
        {.fn = AGG_COUNT_DISTINCT, .type = number, .leaves = true},
        {.fn = AGG_MAX, .type = number, .leaves = true}};
    Cells *in = cells_new(2, spec, 2);
    Cells *out = cells_new(2, spec, 2);
    uint32_t line[] = {1, 1, 1};
    uint32_t at[] = {1, 1, 1};
    int64_t came[] = {3, 3, 8};
    int64_t went[] = {8, 3};
    static const uint32_t key[] = {1, 1};
    feed(in, line, at, numbers(came, 3));
    feed(out, line, at, numbers(went, 2));
    assert_int_equal(whole(in, key, 0), 2);
    assert_int_equal(whole(in, key, 1), 8);
    assert_false(cells_can_run_up(in));
    assert_true(cells_subtract(in, out));
    assert_int_equal(whole(in, key, 0), 1);
    assert_int_equal(whole(in, key, 1), 3);
    assert_true(cells_has_rows(in, 0));
    cells_free(in);
    cells_free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_running_totals),
        cmocka_unit_test(test_many_lines),
        cmocka_unit_test(test_rows_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
