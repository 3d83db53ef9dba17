/* Importing CSV files: types, all or nothing, appending and replacing. */
#include "runtime/base/xalloc.h"
#include "runtime/import/import.h"

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
    int calls_left; /* of progress, before it stops the import */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_types),
        cmocka_unit_test(imports_all_or_nothing),
        cmocka_unit_test(appends_and_replaces),
        cmocka_unit_test(leaves_other_files_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
