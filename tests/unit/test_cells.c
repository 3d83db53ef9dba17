/* Cells: every aggregate against a slow computation over the rows, and the same
   finished values however the rows are split into parts and the parts folded. */
#include "runtime/algebra/cells.h"
#include "runtime/base/compiler.h"
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS = 600, PARTS = 7, STATES = 14, KEYS = 2 };

static const Type number = {.kind = VALUE_NUMBER};
static const Type text = {.kind = VALUE_TEXT};
static const Type date = {.kind = VALUE_DATE};

/* Rows of one table; the generator's own numbers, so that a failure comes back. */
typedef struct {
    Arena *arena;
    Intern *pool;
    uint32_t n;
    Vector region, day, amount, wide, name, id;
    uint64_t seed;
} Rows;

static uint32_t draw(Rows *rows, uint32_t below)
{
    rows->seed = rows->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(rows->seed >> 33) % below;
}

static Value number_value(int64_t mantissa, int scale)
{
    Value value = {.empty = false};
    value.as.number = decimal_make(mantissa, scale);
    return value;
}

static Value text_value(const char *s)
{
    Value value = {.empty = false};
    value.as.text.text = s;
    value.as.text.len = strlen(s);
    return value;
}

static const Value nothing = {.empty = true};

static Vector make_column(Rows *rows, Type type, Value (*draw_value)(Rows *rows))
{
    VectorBuilder *builder = vector_builder_new(type, rows->pool);
    for (uint32_t i = 0; i < rows->n; i++)
        vector_builder_add(builder, draw(rows, 9) ? draw_value(rows) : nothing);
    return vector_builder_finish(builder, rows->arena);
}

static Value draw_region(Rows *rows)
{
    static const char *const names[] = {"North", "South", "east", "West", "Mid"};
    return text_value(names[draw(rows, 5)]);
}

static Value draw_day(Rows *rows)
{
    Value value = {.empty = false};
    value.as.day = (Day)draw(rows, 4) - 2;
    return value;
}

static Value draw_amount(Rows *rows)
{
    return number_value((int64_t)draw(rows, 20000) - 5000, (int)draw(rows, 3));
}

static Value draw_wide(Rows *rows)
{
    Value value = number_value((int64_t)draw(rows, 1000) + 1, 0);
    Decimal third = decimal_make(3, 0);
    Decimal big;
    if (draw(rows, 3))
        assert_true(decimal_div(value.as.number, third, &value.as.number));
    else if (decimal_parse("1e45", 4, &big))
        assert_true(decimal_mul(value.as.number, big, &value.as.number));
    return value;
}

static Rows make_rows(uint64_t seed)
{
    Rows rows = {.arena = arena_new(), .pool = intern_new(NULL), .n = ROWS};
    rows.seed = seed;
    rows.region = make_column(&rows, text, draw_region);
    rows.day = make_column(&rows, date, draw_day);
    rows.amount = make_column(&rows, number, draw_amount);
    rows.wide = make_column(&rows, number, draw_wide);
    rows.name = make_column(&rows, text, draw_region);
    VectorBuilder *builder = vector_builder_new(number, NULL);
    for (uint32_t i = 0; i < rows.n; i++)
        vector_builder_add(builder, number_value((int64_t)i * 7919 % ROWS, 0));
    rows.id = vector_builder_finish(builder, rows.arena);
    return rows;
}

static void free_rows(Rows *rows)
{
    arena_free(rows->arena);
    intern_free(rows->pool);
}

/* ---- states under test ---------------------------------------------------- */

typedef struct {
    AggFn fn;
    char arg, by; /* a amount, w wide, n name, d day, 0 none */
} Under;

static const Under under[STATES] = {
    {AGG_SUM, 'a', 0},
    {AGG_SUM, 'w', 0},
    {AGG_COUNT, 0, 0},
    {AGG_COUNT, 'n', 0},
    {AGG_COUNT_DISTINCT, 'a', 0},
    {AGG_AVG, 'a', 0},
    {AGG_MIN, 'w', 0},
    {AGG_MAX, 'n', 0},
    {AGG_MEDIAN, 'a', 0},
    {AGG_PERCENTILE, 'a', 0},
    {AGG_STDDEV, 'a', 0},
    {AGG_FIRST, 'n', 'd'},
    {AGG_LAST, 'a', 'n'},
    {AGG_TEXT_LIST, 'n', 0},
};

static const Vector *column_of(const Rows *rows, char which)
{
    switch (which) {
    case 'a':
        return &rows->amount;
    case 'w':
        return &rows->wide;
    case 'n':
        return &rows->name;
    case 'd':
        return &rows->day;
    default:
        return NULL;
    }
}

static Type type_of(char which)
{
    return which == 'n' ? text : which == 'd' ? date : number;
}

static Cells *new_cells(void)
{
    StateSpec spec[STATES];
    for (int i = 0; i < STATES; i++) {
        spec[i] = (StateSpec){.fn = under[i].fn,
                              .type = type_of(under[i].arg),
                              .by_type = type_of(under[i].by)};
        spec[i].n_tie = under[i].by ? 1 : 0;
        spec[i].p = decimal_make(9, 1);
    }
    return cells_new(KEYS, spec, STATES);
}

/* A vector of the rows in `row`. */
static Vector pick(const Rows *rows, const Vector *vec, Type type, const uint32_t *row,
                   uint32_t n)
{
    VectorBuilder *builder = vector_builder_new(type, rows->pool);
    for (uint32_t i = 0; i < n; i++)
        vector_builder_add(builder, vector_value(vec, type, row[i]));
    return vector_builder_finish(builder, rows->arena);
}

typedef struct {
    KeyDict *region, *day;
    Cells *cells;
} Part;

static void feed(const Rows *rows, Part *part, const uint32_t *row, uint32_t n)
{
    uint32_t region[ROWS];
    uint32_t day[ROWS];
    uint32_t cell[ROWS];
    uint32_t *const key[] = {region, day};
    Vector vec = pick(rows, &rows->region, text, row, n);
    key_dict_encode(part->region, &vec, region);
    vec = pick(rows, &rows->day, date, row, n);
    key_dict_encode(part->day, &vec, day);
    cells_locate(part->cells, key, n, NULL, cell);
    Vector id = pick(rows, &rows->id, number, row, n);
    for (uint32_t i = 0; i < STATES; i++) {
        Vector arg = {.n = 0};
        Vector by = {.n = 0};
        StateInput in = {.tie = &id};
        if (under[i].arg) {
            arg = pick(rows, column_of(rows, under[i].arg), type_of(under[i].arg), row,
                       n);
            in.arg = &arg;
        }
        if (under[i].by) {
            by = pick(rows, column_of(rows, under[i].by), type_of(under[i].by), row, n);
            in.by = &by;
        }
        assert_true(cells_add_state(part->cells, i, cell, n, &in));
    }
}

static Part new_part(void)
{
    return (Part){key_dict_new(text), key_dict_new(date), new_cells()};
}

static void free_part(Part *part)
{
    key_dict_free(part->region);
    key_dict_free(part->day);
    cells_free(part->cells);
}

static uint32_t *map_codes(KeyDict *into, const KeyDict *from)
{
    uint32_t *map = calloc(key_dict_count(from), sizeof *map);
    for (uint32_t i = 0; map && i < key_dict_count(from); i++)
        map[i] = key_dict_add(into, key_dict_value(from, i));
    return map;
}

static void fold(Part *into, const Part *from)
{
    static const uint32_t same[] = {0, 1};
    uint32_t *region = map_codes(into->region, from->region);
    uint32_t *day = map_codes(into->day, from->day);
    const uint32_t *map[] = {region, day};
    assert_true(cells_fold(into->cells, from->cells, same, map));
    free(region);
    free(day);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All cells with all finished values, in order of key. */
static char *print_part(const Rows *rows, const Part *part)
{
    uint32_t n = cells_count(part->cells);
    char **line = calloc(n, sizeof *line);
    StrBuf sb;
    strbuf_init(&sb);
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t *key = cells_key(part->cells, i);
        value_print(&sb, text, key_dict_value(part->region, key[0]));
        strbuf_addc(&sb, ';');
        value_print(&sb, date, key_dict_value(part->day, key[1]));
        assert_int_equal(cells_find(part->cells, key), i);
        for (uint32_t s = 0; s < STATES; s++) {
            Value value;
            bool is_text = under[s].arg == 'n' && under[s].fn != AGG_COUNT;
            assert_true(cells_finish(part->cells, i, s, rows->pool, &value));
            strbuf_addc(&sb, ';');
            value_print(&sb, is_text ? text : number, value);
        }
        line[i] = strbuf_detach(&sb);
    }
    qsort(line, n, sizeof *line, compare_lines);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_addf(&sb, "%s\n", line[i]);
        free(line[i]);
    }
    free(line);
    return strbuf_detach(&sb);
}

static void shuffle(Rows *rows, uint32_t *row, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        row[i] = i;
    for (uint32_t i = n; i > 1; i--) {
        uint32_t k = draw(rows, i);
        uint32_t kept = row[i - 1];
        row[i - 1] = row[k];
        row[k] = kept;
    }
}

static char *print_split(Rows *rows)
{
    uint32_t row[ROWS];
    Part part[PARTS];
    uint32_t n_part = 1 + draw(rows, PARTS);
    shuffle(rows, row, rows->n);
    for (uint32_t p = 0; p < n_part; p++) {
        part[p] = new_part();
        uint32_t at = rows->n * p / n_part;
        uint32_t end = rows->n * (p + 1) / n_part;
        uint32_t mid = at + (end - at) / 2;
        feed(rows, &part[p], row + at, mid - at);
        feed(rows, &part[p], row + mid, end - mid);
    }
    for (uint32_t left = n_part; left > 1; left--) {
        uint32_t from = 1 + draw(rows, left - 1);
        fold(&part[0], &part[from]);
        free_part(&part[from]);
        part[from] = part[left - 1];
    }
    char *printed = print_part(rows, &part[0]);
    free_part(&part[0]);
    return printed;
}

static void test_any_split_any_order(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        Rows rows = make_rows(seed);
        char *expected = print_split(&rows);
        for (int round = 0; round < 6; round++) {
            char *printed = print_split(&rows);
            assert_string_equal(printed, expected);
            free(printed);
        }
        free(expected);
        free_rows(&rows);
    }
}

/* ---- single values -------------------------------------------------------- */

/* The finished aggregate of numbers in one cell, as text. */
static void assert_aggregate(AggFn fn, const char *values, const char *expected)
{
    Arena *arena = arena_new();
    Intern *pool = intern_new(NULL);
    VectorBuilder *builder = vector_builder_new(number, NULL);
    char *copy = arena_strdup(arena, values);
    for (char *at = strtok(copy, " "); at; at = strtok(NULL, " ")) {
        Value value = {.empty = *at == '-' && !at[1]};
        if (!value.empty)
            assert_true(decimal_parse(at, strlen(at), &value.as.number));
        vector_builder_add(builder, value);
    }
    Vector vec = vector_builder_finish(builder, arena);
    StateSpec spec = {.fn = fn, .type = number, .p = decimal_make(25, 2)};
    Cells *cells = cells_new(0, &spec, 1);
    uint32_t *cell = ARENA_ARRAY(arena, uint32_t, vec.n + 1);
    StateInput in = {.arg = &vec};
    Value value;
    StrBuf sb;
    strbuf_init(&sb);
    cells_locate(cells, NULL, vec.n, NULL, cell);
    bool ok = cells_add_state(cells, 0, cell, vec.n, &in) &&
              cells_finish(cells, vec.n ? 0 : UINT32_MAX, 0, pool, &value);
    if (ok)
        value_print(&sb, fn == AGG_TEXT_LIST ? text : number, value);
    else
        strbuf_adds(&sb, "too large");
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
    cells_free(cells);
    intern_free(pool);
    arena_free(arena);
}

static void test_finished_values(void **state)
{
    (void)state;
    assert_aggregate(AGG_SUM, "1.5 2.25 - -0.75", "3");
    assert_aggregate(AGG_SUM, "", "0");
    assert_aggregate(AGG_COUNT, "1 - 2", "2");
    assert_aggregate(AGG_COUNT_DISTINCT, "1 1.0 2 - 2.50 2.5", "3");
    assert_aggregate(AGG_AVG, "1 2 2", "1.66666666666666666667");
    assert_aggregate(AGG_AVG, "-", "");
    assert_aggregate(AGG_MIN, "3 2.99 -", "2.99");
    assert_aggregate(AGG_MAX, "3 2.99 3.001 100000000000000000000000",
                     "100000000000000000000000");
    assert_aggregate(AGG_MEDIAN, "4 1 3 2", "2.5");
    assert_aggregate(AGG_MEDIAN, "5 1 1", "1");
    assert_aggregate(AGG_MEDIAN, "0.00000000000000000001 0.00000000000000000002",
                     "0.00000000000000000002");
    assert_aggregate(AGG_PERCENTILE, "1 2 3 4", "1.75");
    assert_aggregate(AGG_TEXT_LIST, "10 9 10 -1", "-1, 9, 10");
    assert_aggregate(AGG_TEXT_LIST, "-", "");
}

static void test_deviation(void **state)
{
    (void)state;
    assert_aggregate(AGG_VARIANCE, "2 4 4 4 5 5 7 9", "4.57142857142857142857");
    assert_aggregate(AGG_STDDEV, "2 4 4 4 5 5 7 9", "2.13808993529939507748");
    assert_aggregate(AGG_STDDEV, "1 3", "1.4142135623730950488");
    assert_aggregate(AGG_STDDEV, "0.10 0.10 0.10", "0");
    assert_aggregate(AGG_STDDEV, "7", "");
    assert_aggregate(AGG_VARIANCE, "9223372036854775807 -9223372036854775807",
                     "170141183460469231694793815568465002498");
}

static void test_wide_sums(void **state)
{
    (void)state;
    const char *max = "170141183460469231731687303715884105727";
    const char *twice = "170141183460469231731687303715884105727 "
                        "170141183460469231731687303715884105727 0.5";
    assert_aggregate(AGG_SUM, max, max);
    assert_aggregate(AGG_SUM, twice, "340282366920938463463374607431768211454.5");
    assert_aggregate(AGG_SUM, "9e75 9e75", "too large");
    assert_aggregate(AGG_SUM, "9e75 -9e75 9e75",
                     "90000000000000000000000000000000000000"
                     "00000000000000000000000000000000000000");
}

/* Codes far apart move the cells from the array to the hash table. */
static void test_many_keys(void **state)
{
    (void)state;
    StateSpec spec = {.fn = AGG_COUNT};
    Cells *cells = cells_new(3, &spec, 1);
    enum { N = 4000 };
    uint32_t a[N];
    uint32_t b[N];
    uint32_t c[N];
    uint32_t cell[N];
    uint8_t mask[N];
    uint32_t *const key[] = {a, b, c};
    for (uint32_t round = 0; round < 8; round++) {
        for (uint32_t i = 0; i < N; i++) {
            a[i] = i % (round * 100 + 2);
            b[i] = i * round * 1000;
            c[i] = i % 3;
            mask[i] = i % 5 != 0;
        }
        cells_locate(cells, key, N, mask, cell);
        for (uint32_t i = 0; i < N; i++) {
            const uint32_t own[] = {a[i], b[i], c[i]};
            if (mask[i])
                assert_int_equal(cells_find(cells, own), cell[i]);
            else
                assert_int_equal(cell[i], UINT32_MAX);
        }
    }
    const uint32_t absent[] = {5, 77, 2};
    assert_int_equal(cells_find(cells, absent), UINT32_MAX);
    cells_free(cells);
}

/* Drops a code, puts two together, and lifts the second key. */
static void test_fold_maps(void **state)
{
    (void)state;
    StateSpec spec = {.fn = AGG_COUNT};
    Cells *from = cells_new(2, &spec, 1);
    Cells *into = cells_new(1, &spec, 1);
    uint32_t a[] = {1, 2, 3, 1, 2};
    uint32_t b[] = {1, 1, 1, 2, 2};
    uint32_t *const key[] = {a, b};
    uint32_t cell[5];
    static const uint32_t map[] = {0, 7, 7, UINT32_MAX};
    static const uint32_t *const maps[] = {map};
    static const uint32_t from_key[] = {0};
    StateInput in = {.arg = NULL};
    Value value;
    cells_locate(from, key, 5, NULL, cell);
    assert_true(cells_add_state(from, 0, cell, 5, &in));
    assert_true(cells_fold(into, from, from_key, maps));
    assert_int_equal(cells_count(into), 1);
    assert_true(cells_finish(into, 0, 0, NULL, &value));
    assert_int_equal(wide_to_i64(value.as.number.m), 4);
    cells_free(from);
    cells_free(into);
}

/* Distinct counts while a bit per cell and value suffices, and when it no longer
   does; folded into a fresh bag as well. */
static void test_many_distinct(void **state)
{
    (void)state;
    enum { N = 5000, ROUNDS = 40 };
    static uint32_t a[N];
    static uint32_t cell[N];
    static int64_t id[N];
    static const uint32_t from_key[] = {0};
    StateSpec spec = {.fn = AGG_COUNT_DISTINCT, .type = number};
    uint32_t *const key[] = {a};
    Vector vec = {.rep = VEC_I64, .n = N};
    StateInput in = {.arg = &vec};
    Cells *cells = cells_new(1, &spec, 1);
    Cells *folded = cells_new(1, &spec, 1);
    vec.v.i64 = id;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < N; i++) {
            a[i] = i % 3000;
            id[i] = i / 3000 + round / 2 * 1000003LL + i;
        }
        cells_locate(cells, key, N, NULL, cell);
        assert_true(cells_add_state(cells, 0, cell, N, &in));
        for (uint32_t i = 0; i < N; i += 77) {
            Value value;
            assert_true(cells_finish(cells, cell[i], 0, NULL, &value));
            int64_t n = (round / 2 + 1) * (a[i] + 3000 < N ? 2 : 1);
            assert_int_equal(wide_to_i64(value.as.number.m), n);
        }
    }
    const uint32_t *const map[] = {NULL};
    assert_true(cells_fold(folded, cells, from_key, map));
    for (uint32_t i = 0; i < 3000; i++) {
        Value x;
        Value y;
        assert_true(cells_finish(cells, i, 0, NULL, &x));
        assert_true(cells_finish(folded, i, 0, NULL, &y));
        assert_true(value_equal(number, x, y));
    }
    cells_free(cells);
    cells_free(folded);
}

static void test_ranks(void **state)
{
    (void)state;
    static const char *const names[] = {"b", "A", "c", "a", "B"};
    KeyDict *dict = key_dict_new(text);
    uint32_t rank[6];
    for (int i = 0; i < 5; i++)
        assert_int_equal(key_dict_add(dict, text_value(names[i])), i + 1);
    static const uint32_t expected[] = {5, 3, 0, 4, 1, 2};
    key_dict_ranks(dict, rank);
    assert_memory_equal(rank, expected, sizeof expected);
    key_dict_free(dict);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_split_any_order),
        cmocka_unit_test(test_finished_values),
        cmocka_unit_test(test_deviation),
        cmocka_unit_test(test_wide_sums),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_fold_maps),
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_many_distinct),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
