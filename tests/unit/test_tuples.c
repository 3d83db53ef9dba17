/* Tuples that are looked up, and such as are known to be new. */
#include "runtime/algebra/tuples.h"
#include "tests/unit/unit.h"

#include <stdbool.h>

enum { MANY = 1000 };

static void assert_known(Tuples *tuples, uint32_t n)
{
    assert_int_equal(tuples->n, n);
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t code[] = {i / 7, i % 7};
        assert_int_equal(tuples_add(tuples, code), i);
        assert_int_equal(tuples_find(tuples, code), i);
        assert_memory_equal(tuples_at(tuples, i), code, sizeof code);
    }
    assert_int_equal(tuples_find(tuples, (const uint32_t[]){n / 7, n % 7}), UINT32_MAX);
    assert_int_equal(tuples->n, n);
}

/* Tuple i is (i / 7, i % 7). Two of three are appended, or none, or all. */
static void test_both_ways(void **state)
{
    (void)state;
    for (uint32_t way = 0; way < 3; way++) {
        Tuples tuples;
        tuples_init(&tuples, 2);
        for (uint32_t i = 0; i < MANY; i++) {
            const uint32_t code[] = {i / 7, i % 7};
            bool append = way == 2 || (way == 0 && i % 3);
            assert_int_equal((append ? tuples_append : tuples_add)(&tuples, code), i);
        }
        assert_known(&tuples, MANY);
        tuples_release(&tuples);
    }
}

static void test_without_width(void **state)
{
    (void)state;
    Tuples tuples;
    const uint32_t none = 0;
    tuples_init(&tuples, 0);
    assert_int_equal(tuples_find(&tuples, &none), UINT32_MAX);
    assert_int_equal(tuples_append(&tuples, &none), 0);
    assert_int_equal(tuples_add(&tuples, &none), 0);
    assert_int_equal(tuples_find(&tuples, &none), 0);
    tuples_release(&tuples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both_ways),
        cmocka_unit_test(test_without_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
