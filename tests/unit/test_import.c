/* Importing CSV files: types, all or nothing, appending and replacing. */
#include "runtime/base/xalloc.h"
#include "runtime/import/import.h"
#include "runtime/import/number.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    char folder[64], file[96], store[96];
    Arena *arena;
    DiagSink sink;
    const char *path;
    ImportJob job;
    ImportFile *found;
    int calls_left;   /* of progress, before it stops the import */
    int changes_at;   /* the call at which the file is changed, 0: never */
    const char *text; /* that is put in its place */
} Fixture;

static void write_file(const Fixture *f, const char *text)
{
    FILE *file = fopen(f->file, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static bool count_down(void *self, uint64_t done, uint64_t all)
{
    Fixture *f = self;
    assert_true(done <= all);
    if (--f->changes_at == 0)
        write_file(f, f->text);
    return --f->calls_left > 0;
}

static Fixture *begin(const char *text)
{
    Fixture *f = xcalloc(1, sizeof *f);
    strcpy(f->folder, "/tmp/koers-import-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->file, sizeof f->file, "%s/my data.v2.csv", f->folder);
    snprintf(f->store, sizeof f->store, "%s/store.db", f->folder);
    f->arena = arena_new();
    diag_sink_init(&f->sink, f->arena, NULL);
    f->calls_left = 1000;
    f->path = f->file;
    f->job = (ImportJob){.file = &f->path,
                         .n_file = 1,
                         .store = f->store,
                         .progress = count_down,
                         .self = f};
    write_file(f, text);
    return f;
}

static void end(Fixture *f)
{
    unlink(f->file);
    unlink(f->store);
    assert_int_equal(rmdir(f->folder), 0);
    arena_free(f->arena);
    free(f);
}

static EngineStatus import(Fixture *f)
{
    return import_files(&f->job, f->arena, &f->sink, &f->found);
}

/* What the sqlite3 shell reads. */
static void expect_rows(const Fixture *f, const char *sql, const char *wanted)
{
    char command[400], seen[2000];
    snprintf(command, sizeof command, "sqlite3 -readonly '%s' \"%s\"", f->store, sql);
    FILE *shell = popen(command, "r");
    assert_non_null(shell);
    size_t len = fread(seen, 1, sizeof seen - 1, shell);
    seen[len] = 0;
    assert_int_equal(pclose(shell), 0);
    assert_string_equal(seen, wanted);
}

static void expect_refusal(Fixture *f, const char *message)
{
    assert_int_equal(import(f), ENGINE_FAILED);
    assert_true(f->sink.n_error > 0);
    if (!strstr(f->sink.first->message, message))
        fail_msg("%s", f->sink.first->message);
    diag_sink_clear(&f->sink);
}

static void finds_types(void **state)
{
    (void)state;
    Fixture *f = begin("id,price,fine,zip,day,at,note,none\r\n"
                       "1,2.50,0.99980003999200195001,01234,2024-01-02 00:00:00.000,"
                       "2024-01-02,\"a \"\"b\"\"\",\r\n"
                       "-2,3,.5,99999,NULL,2024-01-02 10:05,NULL,NULL\r\n"
                       "3,,1,,2024-12-31,,\"NULL\",\"\"\r\n");
    assert_int_equal(import(f), ENGINE_OK);
    assert_string_equal(f->found->table, "my_data_v2");
    assert_int_equal(f->found->rows, 3);
    expect_rows(f, "select group_concat(type) from pragma_table_info('my_data_v2')",
                "INTEGER,DECIMAL,DECIMAL_TEXT,TEXT,DATE,DATETIME,TEXT,TEXT\n");
    expect_rows(f, "select * from my_data_v2",
                "1|2.5|0.99980003999200195001|01234|2024-01-02|2024-01-02|a \"b\"|\n"
                "-2|3|.5|99999||2024-01-02 10:05:00||\n"
                "3||1||2024-12-31||NULL|\n");
    expect_rows(f,
                "select typeof(price), typeof(fine), typeof(none) from my_data_v2 "
                "limit 1",
                "real|text|null\n");
    end(f);
}

static void imports_all_or_nothing(void **state)
{
    (void)state;
    Fixture *f = begin("a,b\n1,2\n3\n4,\"x\"y\n5,6\n");
    assert_int_equal(import(f), ENGINE_FAILED);
    assert_int_equal(f->sink.n_error, 2);
    assert_non_null(strstr(f->sink.first->message, "line 3: 1 field where"));
    assert_non_null(strstr(f->sink.last->message, "line 4, column 6: "));
    assert_non_null(f->sink.last->help);
    diag_sink_clear(&f->sink);
    assert_int_not_equal(access(f->store, F_OK), 0);
    write_file(f, "a,b\n1,2\n");
    for (int calls = 1; calls <= 2; calls++) {
        f->calls_left = calls;
        assert_int_equal(import(f), ENGINE_STOPPED);
        assert_int_not_equal(access(f->store, F_OK), 0);
    }
    f->calls_left = 1000;
    assert_int_equal(import(f), ENGINE_OK);
    end(f);
}

static void appends_and_replaces(void **state)
{
    (void)state;
    Fixture *f = begin("a,b\n1,x\n");
    f->job.table = "T";
    f->job.mode = IMPORT_APPEND;
    expect_refusal(f, "there is no table `T`");
    f->job.mode = IMPORT_NEW;
    assert_int_equal(import(f), ENGINE_OK);
    assert_int_equal(import(f), ENGINE_OK);
    assert_true(f->found->is_there);
    f->job.again = true;
    expect_refusal(f, "there is a table `T`");
    f->job.again = false;
    f->job.mode = IMPORT_APPEND;
    write_file(f, "B,A\ny,2\n");
    assert_int_equal(import(f), ENGINE_OK);
    expect_rows(f, "select * from T", "1|x\n2|y\n");
    write_file(f, "a,c\n1,2\n");
    expect_refusal(f, "has no column `c`");
    write_file(f, "a\n3\nseven\n");
    expect_refusal(f, "line 3, column `a`: not a number");
    expect_rows(f, "select count(*) from T", "2\n");
    f->job.mode = IMPORT_REPLACE;
    assert_int_equal(import(f), ENGINE_OK);
    expect_rows(f, "select * from T", "3\nseven\n");
    end(f);
}

static void leaves_other_files_alone(void **state)
{
    (void)state;
    Fixture *f = begin("a\n1\n");
    f->job.store = f->file;
    expect_refusal(f, "is no SQLite database");
    assert_int_equal(access(f->file, F_OK), 0);
    f->job.store = f->folder;
    expect_refusal(f, "is a folder");
    f->job.store = f->store;
    f->path = f->folder;
    expect_refusal(f, "is no regular file");
    f->path = "/tmp/none-of-koers.csv";
    expect_refusal(f, "there is no file");
    end(f);
}

/* While it is surveyed, and while it is loaded. */
static void sees_changes(void **state)
{
    (void)state;
    Fixture *f = begin("a\n1\n2\n");
    f->text = "a\n1\n3\n";
    for (int call = 1; call <= 2; call++) {
        f->changes_at = call;
        assert_int_equal(import(f), ENGINE_FAILED);
        StrBuf shown;
        strbuf_init(&shown);
        diag_render(&shown, &f->sink, (DiagStyle){.width = 0});
        assert_non_null(strstr(shown.text, "error[E0814]: "));
        strbuf_release(&shown);
        assert_non_null(strstr(f->sink.first->message, "changed while it was read"));
        diag_sink_clear(&f->sink);
        assert_int_not_equal(access(f->store, F_OK), 0);
    }
    assert_int_equal(import(f), ENGINE_OK);
    end(f);
}

/* What a text can be read as: w a whole number, n a number, - none, with a point and
   with a comma before the decimals. */
static void expect_number(const char *text, const char *wanted)
{
    NumberFit fit = number_fit(text, strlen(text));
    char found[3] = {fit.point_whole ? 'w'
                     : fit.point     ? 'n'
                                     : '-',
                     fit.comma_whole ? 'w'
                     : fit.comma     ? 'n'
                                     : '-',
                     0};
    if (strcmp(found, wanted) != 0)
        fail_msg("%s: %s, wanted %s", text, found, wanted);
}

static void reads_numbers(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"0", "ww"},           {"-12", "ww"},        {"007", "--"},
        {"+1", "--"},          {"1.5", "n-"},        {"1,5", "-n"},
        {"1.234", "nw"},       {"1,234", "wn"},      {"0.123", "n-"},
        {"0,123", "-n"},       {"1.234.567", "-w"},  {"1,234,567.8", "n-"},
        {"1.234.567,8", "-n"}, {"12,34,567", "--"},  {"1 234,5", "-n"},
        {"1 234", "ww"},       {"1'234.50", "n-"},   {"1 234.567", "n-"},
        {".5", "n-"},          {",5", "-n"},         {"-", "--"},
        {"1e5", "--"},         {"1.5e3", "n-"},      {"5.", "n-"},
        {"1..2", "--"},        {"1234,567", "-n"},   {"9223372036854775807", "ww"},
        {"x", "--"},           {"1-2", "--"},        {"9223372036854775808", "nn"},
        {"(12)", "ww"},        {"(1.234,50)", "-n"}, {"12,50-", "-n"},
        {"(-1)", "--"},        {"-1-", "--"},        {"()", "--"},
        {"(1e5)", "--"},       {"(x)", "--"},        {"(12", "--"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        expect_number(cases[i][0], cases[i][1]);
    Number number = number_read("-1.234,50", 9, ',');
    assert_int_equal(number.form, NUMBER_REAL);
    assert_true(number.real == -1234.5);
    assert_true(number_read("(1.234,50)", 10, ',').real == -1234.5);
    assert_int_equal(number_read("7-", 2, '.').integer, -7);
    number = number_read("12,00", 5, ',');
    assert_int_equal(number.form, NUMBER_INTEGER);
    assert_int_equal(number.integer, 12);
    assert_int_equal(number_read("0.1234567890123456789", 21, '.').form, NUMBER_BEYOND);
    assert_int_equal(number_read("12x", 3, '.').form, NUMBER_NONE);
}

static void expect_date(const char *text, DateOrder order, const char *wanted)
{
    char out[DATE_TEXT_MAX] = "";
    size_t len = date_normalize(text, strlen(text), (DateForm){order, 0}, out);
    assert_string_equal(len ? out : "", wanted);
}

/* Of the hundred years from `first`. */
static void expect_short(const char *text, DateForm form, const char *wanted)
{
    char out[DATE_TEXT_MAX] = "";
    size_t len = date_normalize(text, strlen(text), form, out);
    assert_string_equal(len ? out : "", wanted);
    DateFit fit = date_fit(text, strlen(text));
    assert_true(fit.fits[form.order] && fit.is_short ? len > 0 : len == 0);
}

static void reads_short_years(void **state)
{
    (void)state;
    expect_short("31-01-69", (DateForm){DATE_DMY, 1970}, "2069-01-31");
    expect_short("31-01-70", (DateForm){DATE_DMY, 1970}, "1970-01-31");
    expect_short("31-01-70", (DateForm){DATE_DMY, 1931}, "1970-01-31");
    expect_short("31-01-30", (DateForm){DATE_DMY, 1931}, "2030-01-31");
    expect_short("1/2/26", (DateForm){DATE_MDY, 1970}, "2026-01-02");
    expect_short("1/2/26 3:04 PM", (DateForm){DATE_DMY, 1970}, "2026-02-01 15:04:00");
    expect_short("1-2-26", (DateForm){DATE_DMY, 1970}, "");
    expect_short("26-02-01", (DateForm){DATE_YMD, 1970}, "2026-02-01");
    expect_short("26/02/01", (DateForm){DATE_YMD, 1970}, "");
    expect_short("01.02.26", (DateForm){DATE_DMY, 1970}, "2026-02-01");
    expect_short("01.02.26", (DateForm){DATE_MDY, 1970}, "");
    expect_short("01-02-2026", (DateForm){DATE_DMY, 1970}, "");
    expect_short("29-02-00", (DateForm){DATE_DMY, 1970}, "2000-02-29");
    expect_short("29-02-01", (DateForm){DATE_DMY, 1970}, "");
    expect_short("1-2-3", (DateForm){DATE_DMY, 1970}, "");
}

static void reads_dates(void **state)
{
    (void)state;
    expect_date("2024-02-29", DATE_YMD, "2024-02-29");
    expect_date("2023-02-29", DATE_YMD, "");
    expect_date("2024/2/9", DATE_YMD, "2024-02-09");
    expect_date("01-02-2024", DATE_DMY, "2024-02-01");
    expect_date("1/2/2024", DATE_MDY, "2024-01-02");
    expect_date("13/2/2024", DATE_MDY, "");
    expect_date("1.2.2024", DATE_DMY, "2024-02-01");
    expect_date("1.2.2024", DATE_MDY, "");
    expect_date("1-2/2024", DATE_DMY, "");
    expect_date("1/2/24", DATE_DMY, "");
    expect_date("1/2/2024 12:05 am", DATE_MDY, "2024-01-02 00:05:00");
    expect_date("1/2/2024 12:05:06 PM", DATE_MDY, "2024-01-02 12:05:06");
    expect_date("1/2/2024 13:05 PM", DATE_MDY, "");
    expect_date("2024-01-31T09:05:06.25Z", DATE_YMD, "2024-01-31 09:05:06.25");
    expect_date("2024-01-31 24:00", DATE_YMD, "");
    expect_date("2024-01-31x", DATE_YMD, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_types),
        cmocka_unit_test(imports_all_or_nothing),
        cmocka_unit_test(appends_and_replaces),
        cmocka_unit_test(leaves_other_files_alone),
        cmocka_unit_test(sees_changes),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(reads_short_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
