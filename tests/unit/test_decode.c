/* Decoding of stored values, and the engine over answers and CSV files. */
#include "runtime/engine/decode.h"
#include "runtime/engine/memory/memory.h"

#include "tests/unit/unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    Arena *arena;
    DiagSink sink;
    Intern *pool;
    RawColumn raw;
    RawColumn *column;
    Batch batch;
    BatchRows rows;
    Decoder *decoder;
    StrBuf seen;
} Fixture;

static Fixture *begin(Type type)
{
    Fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->arena = arena_new();
    diag_sink_init(&f->sink, f->arena, NULL);
    f->pool = intern_new(NULL);
    f->column = &f->raw;
    f->batch = (Batch){.n_col = 1, .raw = &f->column, .first_row = 1};
    f->decoder = decoder_new("t", "c", type, f->pool);
    strbuf_init(&f->seen);
    return f;
}

static void end(Fixture *f)
{
    decoder_free(f->decoder);
    intern_free(f->pool);
    arena_free(f->arena);
    strbuf_release(&f->seen);
    free(f);
}

static void add_integer(Fixture *f, int64_t v)
{
    f->raw.cls[f->batch.n] = CELL_INTEGER;
    f->raw.v[f->batch.n++].i = v;
}

static void add_real(Fixture *f, double v)
{
    f->raw.cls[f->batch.n] = CELL_REAL;
    f->raw.v[f->batch.n++].r = v;
}

static void add_text(Fixture *f, const char *text)
{
    f->raw.cls[f->batch.n] = CELL_TEXT;
    f->raw.v[f->batch.n++].code = intern_add(f->pool, text, strlen(text));
}

static void add_class(Fixture *f, CellClass cls)
{
    f->raw.cls[f->batch.n++] = (uint8_t)cls;
}

static const BatchRows *all_rows(Fixture *f)
{
    f->rows = (BatchRows){&f->batch, NULL, f->batch.n};
    return &f->rows;
}

/* Decodes, compares and begins a new batch. */
static void expect(Fixture *f, Type type, VecRep rep, int scale, const char *wanted)
{
    Vector vec;
    assert_true(decoder_run(f->decoder, all_rows(f), 0, &vec, &f->sink));
    assert_int_equal(vec.rep, rep);
    assert_int_equal(vec.scale, scale);
    strbuf_reset(&f->seen);
    for (uint32_t row = 0; row < vec.n; row++) {
        strbuf_adds(&f->seen, row ? " " : "");
        if (vector_is_empty(&vec, row))
            strbuf_adds(&f->seen, "-");
        else
            value_print(&f->seen, type, vector_value(&vec, type, row));
    }
    assert_string_equal(f->seen.text, wanted);
    f->batch.first_row += f->batch.n;
    f->batch.n = 0;
}

static void expect_misfit(Fixture *f, const char *message)
{
    Vector vec;
    assert_false(decoder_run(f->decoder, all_rows(f), 0, &vec, &f->sink));
    assert_int_equal(f->sink.n_error, 1);
    assert_string_equal(f->sink.first->message, message);
    diag_sink_clear(&f->sink);
    f->batch.n = 0;
}

static void decodes_numbers(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_NUMBER};
    Fixture *f = begin(type);
    add_integer(f, 5);
    add_class(f, CELL_NULL);
    add_integer(f, -7);
    expect(f, type, VEC_I64, 0, "5 - -7");
    add_integer(f, 3);
    add_real(f, 0.15);
    add_real(f, -2.5);
    add_real(f, 1e13);
    add_text(f, " 1.234 ");
    add_text(f, "");
    expect(f, type, VEC_I64, 3, "3 0.15 -2.5 10000000000000 1.234 -");
    add_integer(f, 1);
    expect(f, type, VEC_I64, 3, "1");
    add_integer(f, INT64_MAX);
    add_real(f, 0.1 + 0.2);
    expect(f, type, VEC_WIDE, 0, "9223372036854775807 0.30000000000000004");
    add_integer(f, 1);
    add_real(f, 0.99980003999200195);
    add_real(f, -0.0);
    add_text(f, "1e-3");
    expect(f, type, VEC_I64, 15, "1 0.999800039992002 0 0.001");
    end(f);
}

static void decodes_some_rows(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_NUMBER};
    Fixture *f = begin(type);
    add_text(f, "no number");
    add_integer(f, 5);
    add_class(f, CELL_NULL);
    add_real(f, 0.5);
    add_class(f, CELL_BLOB);
    const uint32_t good[] = {1, 2, 3};
    const uint32_t bad[] = {2, 4};
    Vector vec;
    BatchRows rows = {&f->batch, good, 3};
    assert_true(decoder_run(f->decoder, &rows, 0, &vec, &f->sink));
    assert_int_equal(vec.n, 3);
    assert_int_equal(vec.v.i64[0], 50);
    assert_true(vector_is_empty(&vec, 1));
    assert_int_equal(vec.v.i64[2], 5);
    rows = (BatchRows){&f->batch, bad, 2};
    assert_false(decoder_run(f->decoder, &rows, 0, &vec, &f->sink));
    assert_string_equal(f->sink.first->message,
                        "column `c` of `t` holds numbers, but has a blob in row 5");
    end(f);
}

static void agrees_with_exact_decimals(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_NUMBER};
    Fixture *f = begin(type);
    uint64_t seed = 7;
    for (int round = 0; round < 200; round++) {
        for (int i = 0; i < 500; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            add_real(f, (double)(int64_t)(seed >> 24) / pow(10, (double)(seed % 7)));
        }
        Vector vec;
        assert_true(decoder_run(f->decoder, all_rows(f), 0, &vec, &f->sink));
        for (uint32_t row = 0; row < vec.n; row++) {
            Decimal exact;
            assert_true(decimal_from_double(f->raw.v[row].r, &exact));
            assert_int_equal(decimal_compare(exact, vector_decimal(&vec, row)), 0);
        }
        f->batch.n = 0;
    }
    end(f);
}

static void names_misfits(void **state)
{
    (void)state;
    Fixture *f = begin((Type){.kind = VALUE_NUMBER});
    add_integer(f, 1);
    add_text(f, "n/a");
    expect_misfit(
        f, "column `c` of `t` holds numbers, but has a text that is none in row 2");
    add_real(f, (double)INFINITY);
    f->batch.first_row = -1;
    expect_misfit(f, "column `c` of `t` holds numbers, but has one that is too large");
    end(f);
    f = begin((Type){.kind = VALUE_DATE});
    add_text(f, "2024-01-01 10:00");
    expect_misfit(
        f, "column `c` of `t` holds dates, but has a text that is none in row 1");
    add_integer(f, 20240101);
    expect_misfit(
        f, "column `c` of `t` holds dates, but has a number that is none in row 1");
    end(f);
    f = begin((Type){.kind = VALUE_TEXT});
    add_class(f, CELL_BLOB);
    expect_misfit(f, "column `c` of `t` holds texts, but has a blob in row 1");
    end(f);
}

static void knows_columns_without_values(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_TEXT, .empty_only = true};
    Fixture *f = begin(type);
    add_class(f, CELL_NULL);
    add_class(f, CELL_NULL);
    expect(f, type, VEC_CODE, 0, "- -");
    add_class(f, CELL_NULL);
    add_text(f, "2024-05-01");
    expect_misfit(f, "column `c` of `t` had no value when its source was read, but has "
                     "one in row 4");
    end(f);
}

static void decodes_other_kinds(void **state)
{
    (void)state;
    Type type = {.kind = VALUE_TEXT};
    Fixture *f = begin(type);
    add_text(f, "x");
    add_integer(f, 12);
    add_integer(f, 12);
    add_real(f, 0.5);
    add_class(f, CELL_NULL);
    add_text(f, "");
    expect(f, type, VEC_CODE, 0, "x 12 12 0.5 - ");
    end(f);
    type.kind = VALUE_DATE;
    f = begin(type);
    add_text(f, "2024-02-29");
    add_text(f, "1969-12-31 00:00:00.000");
    add_text(f, "");
    add_class(f, CELL_MOMENT);
    f->raw.v[3].i = -86400;
    expect(f, type, VEC_DAY, 0, "2024-02-29 1969-12-31 - 1969-12-31");
    end(f);
    type.kind = VALUE_MOMENT;
    f = begin(type);
    add_text(f, "2024-02-29T10:05");
    add_class(f, CELL_NULL);
    expect(f, type, VEC_SEC, 0, "2024-02-29 10:05:00 -");
    end(f);
    type.kind = VALUE_BOOLEAN;
    f = begin(type);
    add_integer(f, 1);
    add_text(f, "False");
    add_class(f, CELL_NULL);
    expect(f, type, VEC_BOOL, 0, "yes no -");
    add_integer(f, 2);
    expect_misfit(
        f, "column `c` of `t` holds truth values, but has a number that is none in "
           "row 4");
    end(f);
}

typedef struct {
    uint32_t rows;
    Decimal sum;
} Sums;

static bool add_batch(void *self, const Batch *batch)
{
    Sums *sums = self;
    Vector vec;
    assert_true(decoder_run(NULL, &(BatchRows){batch, NULL, batch->n}, 0, &vec, NULL));
    assert_int_equal(vec.n, batch->n);
    sums->rows += batch->n;
    for (uint32_t row = 0; row < vec.n; row++)
        if (!vector_is_empty(&vec, row))
            assert_true(decimal_add(sums->sum, vector_decimal(&vec, row), &sums->sum));
    return true;
}

static char csv_path[] = "/tmp/koers-decode-XXXXXX";

static void write_csv(const char *text)
{
    FILE *file = fopen(csv_path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void scans_answers(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, NULL);
    StrBuf text;
    strbuf_init(&text);
    strbuf_adds(&text, "word,amount,day,at,code\n");
    for (int i = 1; i <= 3000; i++)
        strbuf_addf(&text,
                    "w%d,%d.%d,2024-01-01 00:00:00.000,2024-01-01 %02d:00,%03d\n",
                    i % 10, i, i % 7, i % 24, i);
    strbuf_adds(&text, "NULL,,,NULL,\n\n");
    write_csv(text.text);
    strbuf_release(&text);
    Result *result = memory_load_csv(csv_path, &sink);
    assert_non_null(result);
    result->level = arena_calloc(result->arena, result->n_row, 1);
    result->level[10] = LEVEL_TOTAL;
    Engine *engine = memory_engine_new(result, "f");
    result_unref(result);
    const TableInfo *info = engine->ops->describe(engine, NULL, NULL, arena, &sink);
    assert_non_null(info);
    static const ValueKind kinds[] = {VALUE_TEXT, VALUE_NUMBER, VALUE_DATE,
                                      VALUE_MOMENT, VALUE_TEXT};
    assert_int_equal(info->n_column, COUNT_OF(kinds));
    for (size_t c = 0; c < info->n_column; c++)
        assert_int_equal(info->column[c].type.kind, kinds[c]);
    const char *column[] = {"amount"};
    Scan scan = {.table = "f", .column = column, .n_column = 1, .n_part = 1};
    Sums sums = {.rows = 0};
    assert_int_equal(
        engine->ops->scan(engine, &scan, (BatchSink){add_batch, &sums}, NULL, &sink),
        ENGINE_OK);
    assert_int_equal(sums.rows, 3000);
    int64_t tenths = 0;
    for (int i = 1; i <= 3000; i++)
        tenths += i == 11 ? 0 : i * 10 + i % 7;
    assert_int_equal(decimal_compare(sums.sum, decimal_make(tenths, 1)), 0);
    column[0] = "nothing";
    assert_int_equal(
        engine->ops->scan(engine, &scan, (BatchSink){add_batch, &sums}, NULL, &sink),
        ENGINE_FAILED);
    engine->ops->close(engine);
    arena_free(arena);
}

static void names_bad_files(void **state)
{
    (void)state;
    Arena *arena = arena_new();
    DiagSink sink;
    diag_sink_init(&sink, arena, NULL);
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"", " is empty: a header is wanted"},
        {"a,,b\n", ", line 1: column 2 has no name"},
        {"a,b,A\n", ", line 1: columns 1 and 3 are both `A`"},
        {"a,b\n1,2\n3\n", ", line 3: 1 field where the header has 2"},
        {"a,b\n1,2\n3,\"x\n", ", line 3, column 3: a quote that is never closed"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        write_csv(cases[i].text);
        assert_null(memory_load_csv(csv_path, &sink));
        assert_int_equal(sink.n_error, 1);
        assert_string_equal(sink.first->message + strlen(csv_path), cases[i].message);
        diag_sink_clear(&sink);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_numbers),
        cmocka_unit_test(decodes_some_rows),
        cmocka_unit_test(agrees_with_exact_decimals),
        cmocka_unit_test(names_misfits),
        cmocka_unit_test(knows_columns_without_values),
        cmocka_unit_test(decodes_other_kinds),
        cmocka_unit_test(scans_answers),
        cmocka_unit_test(names_bad_files),
    };
    int file = mkstemp(csv_path);
    if (file < 0)
        return 1;
    close(file);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(csv_path);
    return failed;
}
