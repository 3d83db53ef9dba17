/* The evaluator: each function over a few values, printed as CSV shows them, with the
   rows of a column and of a constant beside each other. */
#include "runtime/algebra/eval.h"
#include "runtime/model/calendar.h"
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 4096 };

static const Type number = {.kind = VALUE_NUMBER};
static const Type quotient = {.kind = VALUE_NUMBER, .quotient = true};
static const Type text = {.kind = VALUE_TEXT};
static const Type boolean = {.kind = VALUE_BOOLEAN};
static const Type date = {.kind = VALUE_DATE};
static const Type moment = {.kind = VALUE_MOMENT};
static const Type month = {.kind = VALUE_PERIOD, .period = PERIOD_MONTH};
static const Type quarter = {.kind = VALUE_PERIOD, .period = PERIOD_QUARTER};
static const Type empty_type = {.kind = VALUE_NUMBER, .empty_only = true};

typedef struct {
    Arena *arena;
    ExprTable *table;
    Intern *column_pool, *run_pool;
    DiagSink sink;
    Vector column[8];
    size_t n_column;
} Bench;

static Bench bench;

static int set_up(void **state)
{
    (void)state;
    bench = (Bench){.arena = arena_new()};
    bench.table = expr_table_new(bench.arena, NULL);
    bench.column_pool = intern_new(NULL);
    bench.run_pool = intern_new(NULL);
    diag_sink_init(&bench.sink, bench.arena, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    expr_table_free(bench.table);
    intern_free(bench.column_pool);
    intern_free(bench.run_pool);
    arena_free(bench.arena);
    return 0;
}

static Value parse_value(Type type, const char *s)
{
    Value value = {.empty = *s == 0};
    int64_t seconds = 0;
    bool has_time;
    if (value.empty)
        return value;
    size_t len = strlen(s);
    if (type.kind == VALUE_DATE || type.kind == VALUE_MOMENT ||
        type.kind == VALUE_PERIOD)
        assert_true(civil_parse(s, len, &seconds, &has_time));
    if (type.kind == VALUE_NUMBER)
        assert_true(decimal_parse(s, len, &value.as.number));
    else if (type.kind == VALUE_TEXT) {
        value.as.text.text = s;
        value.as.text.len = len;
    } else if (type.kind == VALUE_BOOLEAN)
        value.as.boolean = *s == 't';
    else if (type.kind == VALUE_DATE)
        value.as.day = civil_day_of(seconds);
    else if (type.kind == VALUE_MOMENT)
        value.as.seconds = seconds;
    else
        value.as.period = calendar_period_of(type.period, civil_day_of(seconds));
    return value;
}

/* A constant; "" is empty. */
static const Expr *lit(Type type, const char *s)
{
    return expr_const(bench.table, type, parse_value(type, s), (Span){0, 0, 0});
}

static const Expr *num(const char *s)
{
    return lit(number, s);
}

static const Expr *txt(const char *s)
{
    return lit(text, s);
}

/* A column from values between `|`. */
static const Expr *col(Type type, const char *values)
{
    VectorBuilder *builder = vector_builder_new(type, bench.column_pool);
    char *copy = arena_strdup(bench.arena, values);
    for (char *next, *at = copy; at; at = next) {
        next = strchr(at, '|');
        if (next)
            *next++ = 0;
        vector_builder_add(builder, parse_value(type, at));
    }
    bench.column[bench.n_column] = vector_builder_finish(builder, bench.arena);
    Expr node = {.kind = EXPR_KEY, .type = type};
    node.as.index = (uint32_t)bench.n_column++;
    return expr_intern(bench.table, &node);
}

static bool column_leaf(void *self, EvalRun *run, const Expr *expr, const Vector *arg,
                        Vector *out)
{
    (void)self;
    (void)run;
    (void)arg;
    *out = bench.column[expr->as.index];
    return true;
}

static const Expr *call(FnId fn, Type type, const Expr *a, const Expr *b, const Expr *c)
{
    const Expr *arg[] = {a, b, c};
    return expr_call(bench.table, fn, type, (Span){0, 0, 0},
                     (ExprArgs){arg, a ? b ? c ? 3 : 2 : 1 : 0});
}

static void print_rows(StrBuf *sb, const Vector *vec, Type type)
{
    for (uint32_t i = 0; i < vec->n; i++) {
        if (i)
            strbuf_addc(sb, '|');
        value_print(sb, type, vector_value(vec, type, i));
    }
}

/* Evaluates twice, so that what is kept from batch to batch is read too. */
static void assert_rows(const Expr *expr, const char *expected)
{
    StrBuf sb;
    EvalProgram *program = eval_compile(bench.arena, &expr, 1);
    EvalRun *run =
        eval_run_new(program, bench.run_pool, &bench.sink, column_leaf, NULL);
    uint32_t n = bench.n_column ? bench.column[0].n : 1;
    strbuf_init(&sb);
    for (int round = 0; round < 2; round++) {
        assert_true(eval_batch(run, n));
        strbuf_reset(&sb);
        print_rows(&sb, eval_root(run, 0), expr->type);
        assert_string_equal(sb.text, expected);
    }
    strbuf_release(&sb);
    eval_run_free(run);
    bench.n_column = 0;
}

static void assert_numbers(FnId fn, const char *a, const char *b, const char *expected)
{
    const Expr *x = col(number, a);
    assert_rows(call(fn, number, x, col(number, b), NULL), expected);
}

static void test_arithmetic(void **state)
{
    (void)state;
    assert_numbers(FN_ADD, "1|0.5||9223372036854775807", "2|0.25|1|1",
                   "3|0.75||9223372036854775808");
    assert_numbers(FN_SUBTRACT, "1|0.5|3", "2|0.25|", "-1|0.25|");
    assert_numbers(FN_MULTIPLY, "9223372036854775807|-3|0.10", "10|7|0.3",
                   "92233720368547758070|-21|0.03");
    assert_numbers(FN_DIVIDE, "7|1|2|1|-2", "2|3|3|0|3",
                   "3.5|0.33333333333333333333|0.66666666666666666667||"
                   "-0.66666666666666666667");
    assert_numbers(FN_MOD, "7|-7|7|7.5|1", "3|3|-3|2|0", "1|2|-2|1.5|");
    assert_numbers(FN_ADD, "100000000000000000000000000000|1", "0.1|0.1",
                   "100000000000000000000000000000.1|1.1");
}

static void test_one_number(void **state)
{
    (void)state;
    const char *values = "2.5|-2.5|-0.4||3|100000000000000000000000000000.5";
    assert_rows(call(FN_ROUND, number, col(number, values), NULL, NULL),
                "3|-3|0||3|100000000000000000000000000001");
    assert_rows(call(FN_FLOOR, number, col(number, "2.5|-2.5|-0.4||3"), NULL, NULL),
                "2|-3|-1||3");
    assert_rows(call(FN_CEIL, number, col(number, "2.5|-2.5|-0.4||3"), NULL, NULL),
                "3|-2|0||3");
    assert_rows(call(FN_ABS, number, col(number, values), NULL, NULL),
                "2.5|2.5|0.4||3|100000000000000000000000000000.5");
    assert_rows(call(FN_NEGATE, number, col(number, "2.5|-2.5||0"), NULL, NULL),
                "-2.5|2.5||0");
    assert_rows(
        call(FN_ROUND, number, col(number, "1234.565|-1234.565"), num("2"), NULL),
        "1234.57|-1234.57");
    assert_rows(call(FN_ROUND, number, col(number, "1250|-1249"), num("-2"), NULL),
                "1300|-1200");
}

/* Random quotients and rounds against Decimals. */
static void test_quotients_are_exact(void **state)
{
    (void)state;
    enum { N = 2000 };
    uint64_t seed = 7;
    int64_t word[2][N];
    for (int i = 0; i < 2 * N; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        word[i % 2][i / 2] = (int64_t)seed >> (seed >> 7) % 60;
    }
    for (int k = 0; k < 2; k++) {
        bench.column[k] = (Vector){.rep = VEC_I64, .n = N, .scale = 3 * k};
        bench.column[k].v.i64 = word[k];
    }
    Expr key = {.kind = EXPR_KEY, .type = number};
    const Expr *a = expr_intern(bench.table, &key);
    key.as.index = 1;
    const Expr *b = expr_intern(bench.table, &key);
    const Expr *root[] = {call(FN_DIVIDE, quotient, a, b, NULL),
                          call(FN_ROUND, number, b, num("1"), NULL)};
    EvalProgram *program = eval_compile(bench.arena, root, 2);
    EvalRun *run =
        eval_run_new(program, bench.run_pool, &bench.sink, column_leaf, NULL);
    assert_true(eval_batch(run, N));
    for (uint32_t i = 0; i < N; i++) {
        Decimal x = decimal_make(word[0][i], 0);
        Decimal y = decimal_make(word[1][i], 3);
        Decimal q;
        assert_int_equal(vector_is_empty(eval_root(run, 0), i), word[1][i] == 0);
        if (word[1][i] != 0) {
            assert_true(decimal_div(x, y, &q));
            assert_int_equal(decimal_compare(vector_decimal(eval_root(run, 0), i), q),
                             0);
        }
        assert_int_equal(
            decimal_compare(vector_decimal(eval_root(run, 1), i), decimal_round(y, 1)),
            0);
    }
    eval_run_free(run);
    bench.n_column = 0;
}

static void test_quotient_products(void **state)
{
    (void)state;
    const Expr *third = call(FN_DIVIDE, quotient, col(number, "1|2"), num("3"), NULL);
    assert_rows(call(FN_MULTIPLY, quotient, third, num("0.5"), NULL),
                "0.16666666666666666667|0.33333333333333333334");
}

static void test_reals(void **state)
{
    (void)state;
    assert_rows(call(FN_SQRT, number, col(number, "4|2|-1||0"), NULL, NULL),
                "2|1.4142135623730951|||0");
    assert_rows(call(FN_LN, number, col(number, "1|0|10"), NULL, NULL),
                "0||2.3025850929940459");
    assert_rows(call(FN_EXP, number, col(number, "0|1|100000"), NULL, NULL),
                "1|2.7182818284590451|");
    assert_rows(call(FN_POWER, number, col(number, "2|2|-1"), num("0.5"), NULL),
                "1.4142135623730951|1.4142135623730951|");
}

static void assert_compares(FnId fn, Type type, const char *values, const Expr *with,
                            const char *expected)
{
    assert_rows(call(fn, boolean, col(type, values), with, NULL), expected);
}

static void test_comparisons(void **state)
{
    (void)state;
    const Expr *none = lit(empty_type, "");
    assert_compares(FN_EQUAL, number, "1|1.0|2|", num("1"), "yes|yes|no|no");
    assert_compares(FN_EQUAL, number, "1|", none, "no|yes");
    assert_compares(FN_NOT_EQUAL, text, "North|South|", txt("North"), "no|yes|yes");
    assert_compares(FN_EQUAL, text, "a|", none, "no|yes");
    assert_compares(FN_LESS, number, "1|2||0.99", num("1"), "no|no|no|yes");
    assert_compares(FN_LESS_EQUAL, number, "1|2|", none, "no|no|no");
    assert_compares(FN_GREATER, text, "b|B|a|", txt("a"), "yes|yes|no|no");
    assert_compares(FN_LESS, date, "2025-01-01|2025-02-01", lit(date, "2025-01-15"),
                    "yes|no");
    assert_compares(FN_LESS, number, "100000000000000000000|1", num("0.5"), "no|no");
    assert_compares(FN_EQUAL, moment, "2025-01-15 10:00:00|2025-01-15 00:00:00",
                    lit(date, "2025-01-15"), "no|yes");
}

static void test_periods_compare(void **state)
{
    (void)state;
    const char *values = "2025-03-31 23:59:59|2025-02-28|2025-04-01|";
    const Expr *march = lit(month, "2025-03-01");
    assert_compares(FN_LESS_EQUAL, moment, values, march, "yes|yes|no|no");
    assert_compares(FN_LESS, moment, values, march, "no|yes|no|no");
    assert_compares(FN_EQUAL, moment, values, march, "yes|no|no|no");
    assert_compares(FN_GREATER_EQUAL, moment, values, march, "yes|no|yes|no");
    assert_compares(FN_EQUAL, month, "2025-03-01|2025-04-01", march, "yes|no");
    assert_compares(FN_LESS, quarter, "2025-01-01|2024-12-31", march, "no|yes");
}

static void test_truths(void **state)
{
    (void)state;
    const Expr *a = col(boolean, "true|true|false|");
    const Expr *b = col(boolean, "true|false||");
    assert_rows(call(FN_AND, boolean, a, b, NULL), "yes|no|no|no");
    a = col(boolean, "true|true|false|");
    b = col(boolean, "true|false||");
    assert_rows(call(FN_OR, boolean, a, b, NULL), "yes|yes|no|no");
    assert_rows(call(FN_NOT, boolean, col(boolean, "true|false|"), NULL, NULL),
                "no|yes|yes");
    assert_rows(call(FN_IS_EMPTY, boolean, col(text, "a|"), NULL, NULL), "no|yes");
}

static void test_in(void **state)
{
    (void)state;
    const Expr *arg[30];
    arg[0] = col(number, "7|7.5|100|1.50||29");
    for (int i = 1; i < 30; i++) {
        char digits[16];
        snprintf(digits, sizeof digits, "%d", i == 20 ? 100 : i);
        arg[i] = num(i == 2 ? "1.5" : digits);
    }
    Span at = {0, 0, 0};
    assert_rows(expr_call(bench.table, FN_IN, boolean, at, (ExprArgs){arg, 30}),
                "yes|no|yes|yes|no|yes");
    arg[0] = col(text, "a|c||b");
    arg[1] = txt("b");
    arg[2] = lit(empty_type, "");
    assert_rows(expr_call(bench.table, FN_IN, boolean, at, (ExprArgs){arg, 3}),
                "no|no|yes|yes");
    arg[0] = col(date, "2025-03-01|2025-04-01");
    arg[1] = lit(quarter, "2025-01-01");
    assert_rows(expr_call(bench.table, FN_IN, boolean, at, (ExprArgs){arg, 2}),
                "yes|no");
}

/* Long lists of every kind, searched and compared one by one. */
static void test_in_long_lists(void **state)
{
    (void)state;
    const Expr *arg[42];
    Span at = {0, 0, 0};
    for (uint32_t with_empty = 0; with_empty < 2; with_empty++) {
        const char *empty_is = with_empty ? "yes" : "no";
        char expected[64];
        for (int i = 1; i < 41; i++) {
            char name[16];
            snprintf(name, sizeof name, "2025-%02d-%02d", i % 12 + 1, i % 28 + 1);
            arg[i] = lit(date, arena_strdup(bench.arena, name));
        }
        arg[41] = lit(empty_type, "");
        arg[0] = col(date, "2025-02-02|2025-02-03|");
        snprintf(expected, sizeof expected, "yes|no|%s", empty_is);
        assert_rows(expr_call(bench.table, FN_IN, boolean, at,
                              (ExprArgs){arg, 41 + with_empty}),
                    expected);
        for (int i = 1; i < 41; i++) {
            char name[16];
            snprintf(name, sizeof name, "k%d", i * 3);
            arg[i] = txt(arena_strdup(bench.arena, name));
        }
        arg[0] = col(text, "k120|k121|");
        assert_rows(expr_call(bench.table, FN_IN, boolean, at,
                              (ExprArgs){arg, 41 + with_empty}),
                    expected);
        for (int i = 1; i < 41; i++) {
            char digits[16];
            snprintf(digits, sizeof digits, "%d.25", i);
            arg[i] = num(digits);
        }
        arg[0] = col(number, "7.25|100000000000000000000.5|");
        assert_rows(expr_call(bench.table, FN_IN, boolean, at,
                              (ExprArgs){arg, 41 + with_empty}),
                    expected);
    }
}

static void test_choices(void **state)
{
    (void)state;
    const Expr *test = col(boolean, "true|false||true");
    const Expr *x = col(number, "1|2|3|");
    assert_rows(call(FN_IF, number, test, x, num("0.5")), "1|0.5|0.5|");
    test = col(boolean, "true|false");
    assert_rows(call(FN_IF, text, test, txt("yes"), NULL), "yes|");
    assert_rows(call(FN_COALESCE, text, col(text, "web||shop"), txt("direct"), NULL),
                "web|direct|shop");
    x = col(number, "1|5||2");
    assert_rows(call(FN_LEAST, number, x, num("2.5"), NULL), "1|2.5||2");
    x = col(text, "a|C|");
    assert_rows(call(FN_GREATEST, text, x, txt("b"), NULL), "b|C|");
}

static void test_texts(void **state)
{
    (void)state;
    assert_rows(call(FN_UPPER, text, col(text, "straat|é|"), NULL, NULL), "STRAAT|É|");
    assert_rows(call(FN_LOWER, text, col(text, "ABC|É"), NULL, NULL), "abc|é");
    assert_rows(call(FN_TRIM, text, col(text, "  a b |c"), NULL, NULL), "a b|c");
    assert_rows(call(FN_LEFT, text, col(text, "Zoë x|ab"), num("3"), NULL), "Zoë|ab");
    assert_rows(call(FN_RIGHT, text, col(text, "Zoë|ab|"), num("2"), NULL), "oë|ab|");
    assert_rows(call(FN_REPLACE, text, col(text, "a-b-c|--"), txt("-"), txt("+")),
                "a+b+c|++");
    assert_rows(call(FN_LENGTH, number, col(text, "Zoë|ab|"), NULL, NULL), "3|2|");
    const Expr *x = col(text, "a||c");
    assert_rows(call(FN_CONCAT, text, x, txt("-"), col(number, "1.50|2|3")),
                "a-1.5||c-3");
    assert_rows(call(FN_TO_TEXT, text, col(month, "2025-03-01"), NULL, NULL),
                "2025-03");
    assert_rows(call(FN_TO_NUMBER, number, col(text, "12.50| 3 |x||1e3"), NULL, NULL),
                "12.5|3|||1000");
    assert_rows(
        call(FN_TO_DATE, date, col(text, "2025-03-31|2025-02-30|x"), NULL, NULL),
        "2025-03-31||");
}

static void assert_matches(FnId fn, const char *pattern, const char *values,
                           const char *expected)
{
    assert_rows(call(fn, boolean, col(text, values), txt(pattern), NULL), expected);
}

static void test_matches(void **state)
{
    (void)state;
    assert_matches(FN_LIKE, "A%", "Abc|abc|bA||A", "yes|no|no|no|yes");
    assert_matches(FN_LIKE, "%b_", "abc|ab|bbbx|abé", "yes|no|yes|yes");
    assert_matches(FN_LIKE, "%ab%ab", "abab|xabyab|ab", "yes|yes|no");
    assert_matches(FN_ALIKE, "a%É", "Axé|é", "yes|no");
    assert_matches(FN_REGEX, "^a+(b|c)$", "aab|ac|abc", "yes|yes|no");
}

static void test_bands(void **state)
{
    (void)state;
    Type band = text;
    band.band = true;
    assert_rows(call(FN_BAND, band, col(number, "0|9.99|10|105|-1|"), num("10"), NULL),
                "0..10|0..10|10..20|100..110|-10..0|");
    assert_rows(call(FN_BAND, band, col(number, "5|10|49|50||"), num("10"), num("50")),
                "..10|10..50|10..50|50..||");
    Value a = parse_value(text, "100..110");
    Value b = parse_value(text, "20..30");
    Value first = parse_value(text, "..10");
    assert_int_equal(value_compare(band, a, b), 1);
    assert_int_equal(value_compare(band, first, b), -1);
}

static void test_dates(void **state)
{
    (void)state;
    const char *days = "2024-01-31|2024-02-29||9999-12-31";
    assert_rows(call(FN_ADD_MONTHS, date, col(date, days), num("1"), NULL),
                "2024-02-29|2024-03-29||");
    assert_rows(
        call(FN_ADD_DAYS, moment, col(moment, "2024-02-28 10:30"), num("2"), NULL),
        "2024-03-01 10:30:00");
    assert_rows(
        call(FN_ADD_WORKING_DAYS, date, col(date, "2024-03-01"), num("1"), NULL),
        "2024-03-04");
    assert_rows(
        call(FN_ADD_SECONDS, moment, col(date, "2024-03-01"), num("3600"), NULL),
        "2024-03-01 01:00:00");
    assert_rows(call(FN_PERIOD_OF, quarter, col(date, days), NULL, NULL),
                "2024-Q1|2024-Q1||9999-Q4");
    assert_rows(call(FN_START_OF, date, col(quarter, "2024-02-29"), NULL, NULL),
                "2024-01-01");
    assert_rows(call(FN_END_OF, date, col(month, "2024-02-01|"), NULL, NULL),
                "2024-02-29|");
    assert_rows(
        call(FN_WEEKDAY, number, col(date, "2024-03-03|2024-03-04"), NULL, NULL),
        "7|1");
    assert_rows(call(FN_MONTH_OF_YEAR, number, col(date, "2024-03-03|"), NULL, NULL),
                "3|");
}

static void test_differences(void **state)
{
    (void)state;
    const char *from = "2024-01-31|2024-03-15|2024-02-28|";
    const Expr *to = lit(date, "2024-02-29");
    assert_rows(call(FN_DAYS, number, col(date, from), to, NULL), "29|-15|1|");
    assert_rows(call(FN_MONTHS, number, col(date, from), to, NULL), "1|0|0|");
    assert_rows(call(FN_WORKING_DAYS, number, col(date, from), to, NULL), "21|-11|1|");
    assert_rows(call(FN_HOURS, number, col(moment, "2024-02-28 23:30"), to, NULL),
                "0.5");
}

static void test_too_large(void **state)
{
    (void)state;
    const char *big = "1000000000000000000000000000000000000000000000";
    const Expr *product = call(FN_MULTIPLY, number, num(big), num(big), NULL);
    Value value;
    assert_false(eval_constant(product, bench.arena, &bench.sink, &value));
    assert_int_equal(bench.sink.n_error, 1);
    assert_int_equal(bench.sink.first->code, DIAG_NUMBER_OVERFLOW);
}

static void test_shared_parts(void **state)
{
    (void)state;
    const Expr *x = col(number, "1|2");
    const Expr *sum = call(FN_ADD, number, x, num("1"), NULL);
    assert_ptr_equal(sum, call(FN_ADD, number, num("1.0"), x, NULL));
    const Expr *root[] = {sum, call(FN_MULTIPLY, number, sum, sum, NULL)};
    EvalProgram *program = eval_compile(bench.arena, root, 2);
    EvalRun *run =
        eval_run_new(program, bench.run_pool, &bench.sink, column_leaf, NULL);
    eval_begin(run);
    assert_true(eval_some(run, 1, 1, 2));
    assert_int_equal(eval_root(run, 1)->v.i64[1], 9);
    eval_run_free(run);
}

/* Many rows of few texts: the second batch reads only what was kept. */
static void test_large_batches(void **state)
{
    (void)state;
    Intern *pool = bench.column_pool;
    Vector *vec = &bench.column[0];
    *vec = (Vector){.rep = VEC_CODE, .n = ROWS_MAX, .pool = pool};
    vec->v.code = ARENA_ARRAY(bench.arena, uint32_t, ROWS_MAX);
    for (uint32_t i = 0; i < ROWS_MAX; i++) {
        char name[16];
        int len = snprintf(name, sizeof name, "n%u", i * i % 97);
        vec->v.code[i] = intern_add(pool, name, (size_t)len);
    }
    Expr key = {.kind = EXPR_KEY, .type = text};
    const Expr *root =
        call(FN_EQUAL, boolean, expr_intern(bench.table, &key), txt("n16"), NULL);
    EvalProgram *program = eval_compile(bench.arena, &root, 1);
    EvalRun *run =
        eval_run_new(program, bench.run_pool, &bench.sink, column_leaf, NULL);
    for (uint32_t n = 16; n <= ROWS_MAX; n *= 16) {
        vec->n = n;
        assert_true(eval_batch(run, n));
        for (uint32_t i = 0; i < n; i++)
            assert_int_equal(eval_root(run, 0)->v.boolean[i], i * i % 97 == 16);
    }
    eval_run_free(run);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_quotients_are_exact),
        TEST(test_arithmetic),
        TEST(test_one_number),
        TEST(test_quotient_products),
        TEST(test_reals),
        TEST(test_comparisons),
        TEST(test_periods_compare),
        TEST(test_truths),
        TEST(test_in),
        TEST(test_in_long_lists),
        TEST(test_choices),
        TEST(test_texts),
        TEST(test_matches),
        TEST(test_bands),
        TEST(test_dates),
        TEST(test_differences),
        TEST(test_too_large),
        TEST(test_shared_parts),
        TEST(test_large_batches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
