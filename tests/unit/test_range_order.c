/* Runs of numbers in order, against sorting them; and the days on which what a dated
   look-up finds changes, against looking on every day. */
#include "runtime/algebra/range_order.h"
#include "runtime/algebra/spans.h"
#include "runtime/base/compiler.h"
#include "tests/unit/unit.h"

#include <stdlib.h>

enum { NUMBERS = 300, DAYS = 20 };

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 8;
}

static int compare_numbers(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void check_run(const RangeOrder *order, const uint32_t *number, uint32_t lo,
                      uint32_t hi)
{
    uint32_t sorted[NUMBERS];
    uint32_t n = hi - lo;
    for (uint32_t i = 0; i < n; i++)
        sorted[i] = number[lo + i];
    qsort(sorted, n, sizeof *sorted, compare_numbers);
    for (uint32_t k = 0; k < n; k++)
        assert_int_equal(range_order_kth(order, lo, hi, k), sorted[k]);
    for (uint32_t bound = 0; bound < 70; bound++) {
        uint32_t below = 0;
        while (below < n && sorted[below] < bound)
            below++;
        assert_int_equal(range_order_below(order, lo, hi, bound), below);
    }
}

static void test_runs(void **state)
{
    (void)state;
    static const uint32_t largest[] = {1, 2, 5, 64, 4000000000u};
    uint32_t number[NUMBERS];
    uint32_t seed = 7;
    for (size_t i = 0; i < COUNT_OF(largest); i++) {
        for (uint32_t k = 0; k < NUMBERS; k++)
            number[k] = next_random(&seed) % largest[i];
        number[1] = largest[i] - 1;
        RangeOrder *order = range_order_new(number, NUMBERS);
        check_run(order, number, 0, NUMBERS);
        for (uint32_t k = 0; k < 20; k++) {
            uint32_t lo = next_random(&seed) % NUMBERS;
            check_run(order, number, lo, lo + next_random(&seed) % (NUMBERS - lo + 1));
        }
        range_order_free(order);
    }
    RangeOrder *none = range_order_new(number, 0);
    assert_int_equal(range_order_below(none, 0, 0, 5), 0);
    range_order_free(none);
}

/* Which row of the key holds on a day. */
static uint32_t row_on(const Spans *spans, int32_t day)
{
    uint32_t row = 0;
    Vector time = {.rep = VEC_DAY, .n = 1, .v.day = &day};
    spans_find(spans, &time, 1, &row);
    return row;
}

/* One row from 3 up to 8, one that takes its place from 5 to 6, a gap, one from 11 on.
 */
static void test_changes(void **state)
{
    (void)state;
    Type number = {.kind = VALUE_NUMBER};
    int64_t id[] = {1, 1, 1};
    int32_t from[] = {3, 5, 11}, to[] = {8, 6, 0};
    uint8_t has_end[] = {1, 1, 0};
    Vector key = {.rep = VEC_I64, .n = 3, .v.i64 = id};
    Vector begins = {.rep = VEC_DAY, .n = 3, .v.day = from};
    Vector ends = {.rep = VEC_DAY, .n = 3, .v.day = to, .valid = has_end};
    Lookup *by_key = lookup_new(&key, &number, 1, 3);
    SpansInput in = {.by_key = by_key,
                     .key = &key,
                     .key_type = &number,
                     .n_key = 1,
                     .n = 3,
                     .from = &begins,
                     .to = &ends};
    Spans *spans = spans_new(&in);
    for (int32_t day = 0; day < DAYS; day++) {
        Vector time = {.rep = VEC_DAY, .n = 1, .v.day = &day};
        uint32_t first = 0;
        int32_t next = DAYS;
        spans_changes(spans, &time, 1, &first, &next);
        int32_t wanted = day + 1;
        while (wanted < DAYS && row_on(spans, wanted) == row_on(spans, day))
            wanted++;
        assert_int_equal(next, wanted);
    }
    spans_free(spans);
    lookup_free(by_key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
