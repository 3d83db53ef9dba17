/* The SQLite engine: what opens, what a store holds, scans and their ends. */
#include "runtime/base/ascii.h"
#include "runtime/engine/sqlite/sqlite.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char folder[64], path[96];
    Arena *arena;
    DiagSink sink;
    Engine *engine;
    Intern *pool;
    StrBuf seen; /* rows as texts */
    uint32_t rows;
    uint32_t stop_after;
    volatile sig_atomic_t stop;
} Fixture;

static void make_store(Fixture *f, const char *sql)
{
    memset(f, 0, sizeof *f);
    strcpy(f->folder, "/tmp/koers-test-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/store.db", f->folder);
    f->arena = arena_new();
    diag_sink_init(&f->sink, f->arena, NULL);
    f->pool = intern_new(NULL);
    strbuf_init(&f->seen);
    if (!sql)
        return;
    char command[160];
    snprintf(command, sizeof command, "sqlite3 -batch %s >/dev/null", f->path);
    FILE *shell = popen(command, "w");
    assert_non_null(shell);
    fputs(sql, shell);
    assert_int_equal(pclose(shell), 0);
}

static void open_store(Fixture *f, const char *sql)
{
    make_store(f, sql);
    f->engine = sqlite_engine_open(f->path, &f->sink);
    assert_non_null(f->engine);
}

static void close_store(Fixture *f)
{
    if (f->engine)
        f->engine->ops->close(f->engine);
    unlink(f->path);
    rmdir(f->path);
    rmdir(f->folder);
    intern_free(f->pool);
    strbuf_release(&f->seen);
    arena_free(f->arena);
}

static void add_cell(Fixture *f, const RawColumn *raw, uint32_t row)
{
    Text text;
    switch ((CellClass)raw->cls[row]) {
    case CELL_NULL:
        strbuf_adds(&f->seen, "null");
        break;
    case CELL_INTEGER:
        strbuf_addf(&f->seen, "i%lld", (long long)raw->v[row].i);
        break;
    case CELL_REAL:
        strbuf_addf(&f->seen, "r%g", raw->v[row].r);
        break;
    case CELL_TEXT:
        text = intern_text(f->pool, raw->v[row].code);
        strbuf_addc(&f->seen, '\'');
        strbuf_add(&f->seen, text.text, text.len);
        strbuf_addc(&f->seen, '\'');
        break;
    case CELL_BLOB:
        strbuf_adds(&f->seen, "blob");
        break;
    case CELL_MOMENT:
        strbuf_addf(&f->seen, "s%lld", (long long)raw->v[row].i);
        break;
    }
}

static bool take_batch(void *self, const Batch *batch)
{
    Fixture *f = self;
    assert_true(batch->n > 0 && batch->n <= BATCH_ROWS);
    if (batch->first_row > 0)
        assert_int_equal(batch->first_row, f->rows + 1);
    f->rows += batch->n;
    for (uint32_t row = 0; row < batch->n && f->rows < 10; row++) {
        for (size_t c = 0; c < batch->n_col; c++) {
            strbuf_adds(&f->seen, c ? " " : "");
            add_cell(f, batch->raw[c], row);
        }
        strbuf_addc(&f->seen, '\n');
    }
    return !f->stop_after || f->rows < f->stop_after;
}

static EngineStatus scan(Fixture *f, Scan what)
{
    what.pool = f->pool;
    if (!what.n_part)
        what.n_part = 1;
    RunControl control = {.stop = &f->stop};
    strbuf_reset(&f->seen);
    f->rows = 0;
    return f->engine->ops->scan(f->engine, &what, (BatchSink){take_batch, f}, &control,
                                &f->sink);
}

static void expect_failure(Fixture *f, DiagCode code)
{
    assert_int_equal(f->sink.n_error, 1);
    assert_int_equal(f->sink.first->code, code);
    diag_sink_clear(&f->sink);
}

static void expect_unopened(Fixture *f, DiagCode code)
{
    assert_null(sqlite_engine_open(f->path, &f->sink));
    expect_failure(f, code);
    assert_int_equal(f->sink.n_error, 0);
    close_store(f);
}

static void refuses_what_is_no_store(void **state)
{
    (void)state;
    Fixture f;
    make_store(&f, NULL);
    expect_unopened(&f, DIAG_STORE_MISSING);

    make_store(&f, NULL);
    assert_int_equal(mkdir(f.path, 0700), 0);
    expect_unopened(&f, DIAG_STORE_UNREADABLE);

    make_store(&f, NULL);
    assert_int_equal(mkfifo(f.path, 0600), 0);
    expect_unopened(&f, DIAG_STORE_UNREADABLE);

    make_store(&f, NULL);
    FILE *file = fopen(f.path, "w");
    assert_non_null(file);
    for (int i = 0; i < 500; i++)
        fputs("this is no database\n", file);
    assert_int_equal(fclose(file), 0);
    expect_unopened(&f, DIAG_STORE_FOREIGN);
}

static void names_a_damaged_store(void **state)
{
    (void)state;
    Fixture f;
    make_store(&f, "create table t(a, b);"
                   "with recursive n(i) as (select 1 union all select i + 1 from n "
                   "where i < 9000) insert into t select i, 'some text ' || i from n;");
    assert_int_equal(truncate(f.path, 40960), 0);
    const char *column[] = {"a", "b"};
    Scan what = {.table = "t", .column = column, .n_column = 2};
    f.engine = sqlite_engine_open(f.path, &f.sink);
    if (f.engine)
        assert_int_equal(scan(&f, what), ENGINE_FAILED);
    expect_failure(&f, DIAG_STORE_DAMAGED);
    close_store(&f);
}

static const ColumnInfo *column_of(const TableInfo *info, const char *name)
{
    for (size_t c = 0; c < info->n_column; c++)
        if (strcmp(info->column[c].name, name) == 0)
            return &info->column[c];
    fail_msg("no column %s", name);
    return NULL;
}

static void expect_kind(const TableInfo *info, const char *name, ValueKind kind)
{
    assert_int_equal(column_of(info, name)->type.kind, kind);
}

static void finds_types(void **state)
{
    (void)state;
    Fixture f;
    open_store(
        &f,
        "create table t(k integer primary key, whole, part numeric, word text, day "
        "date,"
        " midnight datetime, moment text, truth boolean, zip text, bad integer,"
        " mixed, unused decimal(10,2), later timestamp, pic blob, \"as text\" decimal);"
        "insert into t values(1, 3, 2.5, 'x', '2024-02-29', '2024-02-29 00:00:00',"
        " '2024-01-01 10:30', 1, '01234', 7, 1, null, null, x'00', '10.50');"
        "insert into t values(2, null, 3, 'y', '', '2024-03-01 00:00:00.000',"
        " '2024-01-02', 0, '99999', 'n/a', 'one', null, null, null, '1');");
    const TableInfo *info =
        f.engine->ops->describe(f.engine, "T", NULL, f.arena, &f.sink);
    assert_non_null(info);
    assert_int_equal(info->n_column, 15);
    assert_int_equal(info->rows_estimate, 2);
    assert_int_equal(info->n_key, 1);
    assert_string_equal(info->key[0], "k");
    assert_true(column_of(info, "whole")->type.integer);
    assert_false(column_of(info, "part")->type.integer);
    expect_kind(info, "part", VALUE_NUMBER);
    expect_kind(info, "word", VALUE_TEXT);
    expect_kind(info, "day", VALUE_DATE);
    expect_kind(info, "midnight", VALUE_DATE);
    expect_kind(info, "moment", VALUE_MOMENT);
    expect_kind(info, "truth", VALUE_BOOLEAN);
    expect_kind(info, "zip", VALUE_TEXT);
    expect_kind(info, "bad", VALUE_NUMBER);
    expect_kind(info, "mixed", VALUE_TEXT);
    expect_kind(info, "unused", VALUE_NUMBER);
    expect_kind(info, "later", VALUE_MOMENT);
    expect_kind(info, "pic", VALUE_TEXT);
    assert_string_equal(column_of(info, "unused")->declared, "decimal(10,2)");
    close_store(&f);
}

static void lists_tables(void **state)
{
    (void)state;
    Fixture f;
    open_store(&f, "create table gone(a); create table b(x, y, primary key(y, x))"
                   " without rowid; create view a as select x, y + 1 as z from b;"
                   "create view broken as select * from gone; drop table gone;");
    TableInfo *table;
    size_t n;
    assert_int_equal(f.engine->ops->catalogue(f.engine, f.arena, &f.sink, &table, &n),
                     ENGINE_OK);
    assert_int_equal(n, 2);
    assert_string_equal(table[0].name, "a");
    assert_true(table[0].is_view);
    assert_int_equal(table[0].rows_estimate, -1);
    assert_int_equal(table[1].n_key, 2);
    assert_string_equal(table[1].key[0], "y");
    assert_null(f.engine->ops->describe(f.engine, "broken", NULL, f.arena, &f.sink));
    expect_failure(&f, DIAG_STORE_TABLE);
    assert_null(f.engine->ops->describe(f.engine, "none", NULL, f.arena, &f.sink));
    expect_failure(&f, DIAG_STORE_TABLE);
    close_store(&f);
}

static void lists_relations(void **state)
{
    (void)state;
    Fixture f;
    open_store(
        &f, "create table a(x, y, primary key(x, y));"
            "create table b(k integer primary key, m, n, up references b, code unique,"
            " foreign key (m, n) references A(y, x));"
            "create unique index pair on b(n, m);"
            "create unique index some on b(m) where n > 1;"
            "create unique index low on b(lower(m));");
    const TableInfo *b = f.engine->ops->describe(f.engine, "b", NULL, f.arena, &f.sink);
    assert_int_equal(b->n_foreign, 2);
    assert_string_equal(b->foreign[0].table, "b");
    assert_string_equal(b->foreign[0].column[0], "up");
    assert_null(b->foreign[0].target);
    assert_int_equal(b->foreign[1].n, 2);
    assert_string_equal(b->foreign[1].column[1], "n");
    assert_string_equal(b->foreign[1].target[0], "y");
    assert_int_equal(b->n_unique, 2);
    assert_string_equal(b->unique[0].column[0], "code");
    assert_int_equal(b->unique[1].n, 2);
    assert_string_equal(b->unique[1].column[0], "n");
    close_store(&f);
}

static void scans_mixed_values(void **state)
{
    (void)state;
    Fixture f;
    open_store(&f,
               "create table t(a, b, d);"
               "insert into t values(1, 'x', '2024-01-01'), (2.5, '', '2024-01-01'),"
               "(null, x'00', 'soon'), (9007199254740993, 'x', 5);");
    const char *column[] = {"a", "b", "d"};
    Type type[] = {{.kind = VALUE_NUMBER}, {.kind = VALUE_TEXT}, {.kind = VALUE_DATE}};
    Scan what = {.table = "t", .column = column, .n_column = 3, .type = type};
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_string_equal(f.seen.text, "i1 'x' s1704067200\nr2.5 '' s1704067200\n"
                                     "null blob 'soon'\ni9007199254740993 'x' i5\n");
    what.n_column = 0;
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 4);
    const char *wrong[] = {"nothing"};
    what = (Scan){.table = "t", .column = wrong, .n_column = 1};
    assert_int_equal(scan(&f, what), ENGINE_FAILED);
    expect_failure(&f, DIAG_STORE_TABLE);
    close_store(&f);
}

static void quotes_hostile_names(void **state)
{
    (void)state;
    Fixture f;
    open_store(&f, "create table \"t\"\"; drop table x; --\"(\"a\"\"b\", \"select\","
                   " \"rowid\", \"oid\", \"_rowid_\", \"'\");"
                   "insert into \"t\"\"; drop table x; --\" values(1, 2, 3, 4, 5, 6);");
    const char *column[] = {"a\"b", "select", "rowid", "'"};
    Scan what = {.table = "t\"; drop table x; --", .column = column, .n_column = 4};
    assert_int_equal(f.engine->ops->parts(f.engine, what.table), 1);
    what.n_part = 2;
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_string_equal(f.seen.text, "i1 i2 i3 i6\n");
    what.part = 1;
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 0);
    close_store(&f);
}

static void scans_many_rows_in_parts(void **state)
{
    (void)state;
    Fixture f;
    open_store(&f, "create table t(a); create table none(a);"
                   "with recursive n(i) as (select 1 union all select i + 1 from n "
                   "where i < 100000) insert into t select i from n;"
                   "delete from t where a between 200 and 3000;");
    const char *column[] = {"a"};
    Scan what = {.table = "t", .column = column, .n_column = 1};
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 97199);
    uint32_t parts = f.engine->ops->parts(f.engine, "t"), sum = 0;
    assert_true(parts > 1);
    what.n_part = 3;
    for (what.part = 0; what.part < 3; what.part++) {
        assert_int_equal(scan(&f, what), ENGINE_OK);
        sum += f.rows;
    }
    assert_int_equal(sum, 97199);
    f.stop_after = 2000;
    what = (Scan){.table = "t", .column = column, .n_column = 1};
    assert_int_equal(scan(&f, what), ENGINE_STOPPED);
    assert_int_equal(f.rows, 2048);
    f.stop = 1;
    assert_int_equal(scan(&f, what), ENGINE_STOPPED);
    f.stop = 0;
    f.stop_after = 0;
    what.table = "none";
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 0);
    assert_int_equal(f.sink.n_error, 0);
    close_store(&f);
}

static void scans_wide_tables(void **state)
{
    (void)state;
    Fixture f;
    StrBuf sql;
    strbuf_init(&sql);
    const char *column[130];
    char name[130][8];
    strbuf_adds(&sql, "create table t(");
    for (int i = 0; i < 130; i++) {
        snprintf(name[i], sizeof name[i], "c%d", i);
        column[i] = name[i];
        strbuf_addf(&sql, "%s%s default %d", i ? "," : "", name[i], i);
    }
    strbuf_adds(&sql, "); insert into t default values;");
    open_store(&f, sql.text);
    Scan what = {.table = "t", .column = column, .n_column = 130};
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 1);
    assert_non_null(strstr(f.seen.text, "i128 i129\n"));
    strbuf_release(&sql);
    close_store(&f);
}

static void reads_sql_texts(void **state)
{
    (void)state;
    Fixture f;
    open_store(&f, "create table t(a, b); insert into t values(1, 'x'), (2, 'y');");
    const char *sql = "select b as word, a * 2 as twice from t order by a; -- done";
    const TableInfo *info =
        f.engine->ops->describe(f.engine, NULL, sql, f.arena, &f.sink);
    assert_non_null(info);
    assert_int_equal(info->n_column, 2);
    expect_kind(info, "twice", VALUE_NUMBER);
    const char *column[] = {"twice", "word"};
    Scan what = {.sql = sql, .column = column, .n_column = 2};
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_string_equal(f.seen.text, "i2 'x'\ni4 'y'\n");
    static const char *const bad[] = {"delete from t",    "select 1; select 2",
                                      "selec 1",          "",
                                      "select ?1",        "attach 'x.db' as x",
                                      "explain select 1", "select nothing from t"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        what.sql = bad[i];
        assert_int_equal(scan(&f, what), ENGINE_FAILED);
        expect_failure(&f, DIAG_STORE_SQL);
    }
    what = (Scan){.sql = "select koers_feed(a) as twice, 1 as word from t",
                  .column = column,
                  .n_column = 2};
    assert_int_equal(scan(&f, what), ENGINE_FAILED);
    close_store(&f);
}

static void keeps_a_snapshot(void **state)
{
    (void)state;
    Fixture f;
    open_store(
        &f, "pragma journal_mode = wal; create table t(a); insert into t values(1);");
    const char *column[] = {"a"};
    Scan what = {.table = "t", .column = column, .n_column = 1};
    uint64_t id, again;
    assert_int_equal(f.engine->ops->snapshot_begin(f.engine, &f.sink, &id), ENGINE_OK);
    Engine *helper = f.engine->ops->helper(f.engine);
    assert_non_null(helper);
    char command[160];
    snprintf(command, sizeof command, "sqlite3 %s 'insert into t values(2)'", f.path);
    assert_int_equal(system(command), 0);
    assert_null(f.engine->ops->helper(f.engine));
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 1);
    Engine *own = f.engine;
    f.engine = helper;
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 1);
    f.engine = own;
    helper->ops->close(helper);
    f.engine->ops->snapshot_end(f.engine);
    assert_int_equal(f.engine->ops->snapshot_begin(f.engine, &f.sink, &again),
                     ENGINE_OK);
    assert_true(id != again);
    assert_int_equal(scan(&f, what), ENGINE_OK);
    assert_int_equal(f.rows, 2);
    assert_int_equal(f.engine->ops->snapshot_begin(f.engine, &f.sink, &id), ENGINE_OK);
    assert_true(id == again);
    close_store(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_is_no_store),
        cmocka_unit_test(names_a_damaged_store),
        cmocka_unit_test(finds_types),
        cmocka_unit_test(lists_tables),
        cmocka_unit_test(lists_relations),
        cmocka_unit_test(scans_mixed_values),
        cmocka_unit_test(quotes_hostile_names),
        cmocka_unit_test(scans_many_rows_in_parts),
        cmocka_unit_test(scans_wide_tables),
        cmocka_unit_test(reads_sql_texts),
        cmocka_unit_test(keeps_a_snapshot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
