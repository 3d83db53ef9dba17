/* Tuples, look-ups and orders, each held against a plain loop. */
#include "runtime/algebra/lookup.h"
#include "runtime/algebra/order.h"
#include "runtime/algebra/tuples.h"
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

enum { N = 3000, WIDTH = 3 };

/* A generator of its own: the same numbers everywhere. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void test_tuples_are_numbered_once(void **state)
{
    (void)state;
    static uint32_t code[N][WIDTH];
    uint32_t seed = 1;
    Tuples tuples;
    tuples_init(&tuples, WIDTH);
    for (uint32_t i = 0; i < N; i++) {
        uint32_t expected = UINT32_MAX;
        for (uint32_t k = 0; k < WIDTH; k++)
            code[i][k] = next_random(&seed) % 10;
        for (uint32_t t = 0; t < tuples.n && expected == UINT32_MAX; t++) {
            if (memcmp(tuples_at(&tuples, t), code[i], sizeof code[i]) == 0)
                expected = t;
        }
        assert_int_equal(tuples_find(&tuples, code[i]), expected);
        uint32_t at = tuples_add(&tuples, code[i]);
        assert_int_equal(at, expected == UINT32_MAX ? tuples.n - 1 : expected);
    }
    tuples_release(&tuples);
}

static void test_tuples_without_codes(void **state)
{
    (void)state;
    Tuples tuples;
    tuples_init(&tuples, 0);
    assert_int_equal(tuples_find(&tuples, NULL), UINT32_MAX);
    assert_int_equal(tuples_add(&tuples, NULL), 0);
    assert_int_equal(tuples_add(&tuples, NULL), 0);
    assert_int_equal(tuples.n, 1);
    tuples_release(&tuples);
}

static int compare_tens(const void *self, uint32_t a, uint32_t b)
{
    const uint32_t *value = self;
    uint32_t x = value[a] / 10;
    uint32_t y = value[b] / 10;
    return (x > y) - (x < y);
}

static void test_order_is_stable(void **state)
{
    (void)state;
    static uint32_t value[N];
    static uint32_t row[N];
    uint32_t seed = 2;
    for (uint32_t n = 0; n < N; n = n * 2 + 1) {
        for (uint32_t i = 0; i < n; i++) {
            value[i] = next_random(&seed) % 200;
            row[i] = i;
        }
        order_rows(row, n, compare_tens, value);
        for (uint32_t i = 1; i < n; i++) {
            int way = compare_tens(value, row[i - 1], row[i]);
            assert_true(way < 0 || (way == 0 && row[i - 1] < row[i]));
        }
    }
}

static Vector number_vector(int64_t *value, uint32_t n, int32_t scale, uint8_t *valid)
{
    Vector vec = {.rep = VEC_I64, .n = n, .scale = scale, .valid = valid};
    vec.v.i64 = value;
    return vec;
}

/* 1.50 finds 1.5; of equal keys the first; empty finds empty only when asked to. */
static void test_lookup_by_value(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_NUMBER};
    int64_t key[] = {15, 20, 15, 0};
    uint8_t has[] = {1, 1, 1, 0};
    Vector keys = number_vector(key, 4, 1, has);
    Lookup *lookup = lookup_new(&keys, &type, 1, 4);
    Probe *probe = probe_new(lookup, &type);
    int64_t asked[] = {150, 200, 155, 0, 0};
    uint8_t known[] = {1, 1, 1, 0, 1};
    Vector ask = number_vector(asked, 5, 2, known);
    uint32_t row[5];
    probe_find(probe, &ask, 5, false, row);
    uint32_t without[] = {0, 1, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    assert_memory_equal(row, without, sizeof row);
    probe_find(probe, &ask, 5, true, row);
    uint32_t with[] = {0, 1, UINT32_MAX, 3, UINT32_MAX};
    assert_memory_equal(row, with, sizeof row);
    probe_free(probe);
    lookup_free(lookup);
}

static void test_lookup_by_two_keys(void **state)
{
    (void)state;
    static int64_t first[N], second[N];
    static uint32_t row[N];
    Type type[] = {{.kind = VALUE_NUMBER}, {.kind = VALUE_NUMBER}};
    uint32_t seed = 3;
    for (uint32_t i = 0; i < N; i++) {
        first[i] = (int64_t)(next_random(&seed) % 40);
        second[i] = (int64_t)(next_random(&seed) % 40) - 20;
    }
    Vector keys[] = {number_vector(first, N / 2, 0, NULL),
                     number_vector(second, N / 2, 0, NULL)};
    Lookup *lookup = lookup_new(keys, type, 2, N / 2);
    Probe *probe = probe_new(lookup, type);
    Vector asked[] = {number_vector(first, N, 0, NULL),
                      number_vector(second, N, 0, NULL)};
    probe_find(probe, asked, N, false, row);
    for (uint32_t i = 0; i < N; i++) {
        uint32_t at = 0;
        while (at < N / 2 && (first[at] != first[i] || second[at] != second[i]))
            at++;
        assert_int_equal(row[i], at < N / 2 ? at : UINT32_MAX);
    }
    probe_free(probe);
    lookup_free(lookup);
}

/* Enough keys around and far from zero that places grow, and one of many digits. */
static void test_lookup_of_many_numbers(void **state)
{
    (void)state;
    enum { MANY = 300000 };
    Type type = {.kind = VALUE_NUMBER};
    int64_t *key = calloc(MANY, sizeof *key);
    uint32_t *row = calloc(MANY, sizeof *row);
    assert_non_null(key);
    assert_non_null(row);
    for (int64_t i = 0; i < MANY; i++)
        key[i] = i % 3 ? i * (i % 2 ? 1 : -1) : i * 1000000007;
    Vector keys = number_vector(key, MANY, 0, NULL);
    Lookup *lookup = lookup_new(&keys, &type, 1, MANY);
    Probe *probe = probe_new(lookup, &type);
    probe_find(probe, &keys, MANY, false, row);
    for (uint32_t i = 0; i < MANY; i++)
        assert_int_equal(row[i], i);
    for (int64_t i = 0; i < MANY; i++)
        key[i] = i % 3 ? 3 * i * (i % 2 ? -1 : 1) : i * 1000000007 + 1;
    probe_find(probe, &keys, MANY, false, row);
    for (uint32_t i = 1; i < MANY; i++)
        assert_int_equal(row[i], UINT32_MAX);
    probe_free(probe);
    lookup_free(lookup);
    free(key);
    free(row);
}

static void test_lookup_of_long_numbers(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_NUMBER};
    Decimal value[3];
    const char *const text[] = {"12345678901234567890123", "1.5", "5"};
    for (size_t i = 0; i < 3; i++)
        assert_true(decimal_parse(text[i], strlen(text[i]), &value[i]));
    Vector keys = {.rep = VEC_WIDE, .n = 2, .v.wide = value};
    Lookup *lookup = lookup_new(&keys, &type, 1, 2);
    Probe *probe = probe_new(lookup, &type);
    Vector ask = {.rep = VEC_WIDE, .n = 3, .v.wide = value};
    uint32_t row[3];
    probe_find(probe, &ask, 3, false, row);
    assert_int_equal(row[0], 0);
    assert_int_equal(row[1], 1);
    assert_int_equal(row[2], UINT32_MAX);
    probe_free(probe);
    lookup_free(lookup);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tuples_are_numbered_once),
        cmocka_unit_test(test_tuples_without_codes),
        cmocka_unit_test(test_order_is_stable),
        cmocka_unit_test(test_lookup_by_value),
        cmocka_unit_test(test_lookup_by_two_keys),
        cmocka_unit_test(test_lookup_of_many_numbers),
        cmocka_unit_test(test_lookup_of_long_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
