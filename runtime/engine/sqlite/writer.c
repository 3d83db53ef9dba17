/* Writing: one transaction from open to commit, one prepared statement for all rows.
   The transaction is begun as a writer, so that a locked store is found before any
   row is read. A store that was made and not kept is taken away again only while no
   one else has it; who waited for it opens it anew. */
#include "runtime/engine/sqlite/writer.h"

#include "runtime/base/xalloc.h"
#include "runtime/engine/sqlite/writer_internal.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WAIT_MILLISECONDS = 100, CACHE_KIB = 65536 };

static bool succeed(StoreWriter *w, int rc)
{
    if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW)
        return true;
    store_report(w->sink, w->path, w->db, rc);
    return false;
}

static void keep_status(StoreWriter *w, int rc)
{
    if (w->bind_status == SQLITE_OK)
        w->bind_status = rc;
}

bool writer_run(StoreWriter *w, const char *sql)
{
    int64_t ignored;
    return succeed(w, store_read_int(w->db, sql, &ignored));
}

sqlite3_stmt *writer_prepare(StoreWriter *w, const char *sql)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(w->db, sql, &rc);
    return succeed(w, rc) ? stmt : NULL;
}

bool writer_finish(StoreWriter *w, sqlite3_stmt *stmt)
{
    return succeed(w, sqlite3_finalize(stmt));
}

static int wait_for_other(void *self, int times)
{
    const StoreWriter *w = self;
    struct timespec pause = {0, WAIT_MILLISECONDS * 1000000L};
    if (times >= WRITER_WAIT_SECONDS * 1000 / WAIT_MILLISECONDS ||
        (w->patience.wait && !w->patience.wait(w->patience.self)))
        return 0;
    (void)nanosleep(&pause, NULL);
    return 1;
}

static bool open_store(StoreWriter *w)
{
    StorePatience patience = {wait_for_other, w};
    w->has_made_file = access(w->path, F_OK) != 0;
    int flags = SQLITE_OPEN_READWRITE | (w->has_made_file ? SQLITE_OPEN_CREATE : 0);
    w->db = store_connect(w->path, flags, &patience, w->sink);
    StrBuf cache;
    strbuf_init(&cache);
    strbuf_addf(&cache, "pragma cache_size = -%d", CACHE_KIB);
    bool is_open = w->db && writer_run(w, cache.text);
    strbuf_release(&cache);
    return is_open;
}

/* Was the file that was opened taken away, or another one put in its place, while
   this waited? */
static bool is_astray(const StoreWriter *w)
{
    int has_moved = 0;
    sqlite3_file_control(w->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
    return has_moved != 0;
}

StoreWriter *store_writer_open(const char *path, WriterPatience patience,
                               DiagSink *sink)
{
    StoreWriter *w = xcalloc(1, sizeof *w);
    w->path = xstrdup(path);
    w->sink = sink;
    w->patience = patience;
    while (open_store(w)) {
        int64_t ignored;
        int rc = store_read_int(w->db, "begin immediate", &ignored);
        bool has_moved = is_astray(w);
        if (!has_moved && succeed(w, rc))
            return w;
        if (!has_moved)
            break;
        sqlite3_close(w->db);
        w->db = NULL;
    }
    store_writer_close(w);
    return NULL;
}

static void add_table(StrBuf *sql, const char *before, const char *table)
{
    strbuf_adds(sql, before);
    store_add_ident(sql, table);
}

bool store_writer_drop(StoreWriter *writer, const char *table)
{
    StrBuf sql;
    strbuf_init(&sql);
    add_table(&sql, "drop table if exists ", table);
    bool is_done = writer_run(writer, sql.text);
    strbuf_release(&sql);
    return is_done;
}

static bool is_key(const WriterTable *table, size_t i)
{
    return table->is_key && table->is_key[i];
}

/* The columns of the key, or all, between commas; how many. */
static size_t add_columns(StrBuf *sql, const WriterTable *table, bool only_key)
{
    size_t n = 0;
    for (size_t i = 0; i < table->n; i++) {
        if (only_key && !is_key(table, i))
            continue;
        strbuf_adds(sql, n++ ? ", " : "");
        store_add_ident(sql, table->column[i].name);
    }
    return n;
}

static size_t count_keys(const WriterTable *table)
{
    size_t n = 0;
    for (size_t i = 0; i < table->n; i++)
        n += is_key(table, i);
    return n;
}

bool store_writer_create(StoreWriter *writer, const WriterTable *table)
{
    StrBuf sql;
    strbuf_init(&sql);
    add_table(&sql, "create table ", table->name);
    for (size_t i = 0; i < table->n; i++) {
        strbuf_adds(&sql, i ? ",\n  " : " (\n  ");
        store_add_ident(&sql, table->column[i].name);
        strbuf_addf(&sql, " %s%s", table->column[i].declared,
                    is_key(table, i) ? " not null" : "");
    }
    if (count_keys(table)) {
        strbuf_adds(&sql, ",\n  primary key (");
        add_columns(&sql, table, true);
        strbuf_addc(&sql, ')');
    }
    strbuf_adds(&sql, "\n)");
    bool is_done = writer_run(writer, sql.text);
    strbuf_release(&sql);
    return is_done;
}

bool store_writer_index(StoreWriter *writer, const WriterTable *table, bool *is_twice)
{
    StrBuf sql, name;
    strbuf_init(&sql);
    strbuf_init(&name);
    strbuf_addf(&name, "%s_key", table->name);
    add_table(&sql, "create unique index ", name.text);
    add_table(&sql, " on ", table->name);
    strbuf_adds(&sql, " (");
    add_columns(&sql, table, true);
    strbuf_addc(&sql, ')');
    int64_t ignored;
    int rc = store_read_int(writer->db, sql.text, &ignored);
    strbuf_release(&sql);
    strbuf_release(&name);
    *is_twice = (rc & 0xff) == SQLITE_CONSTRAINT;
    return *is_twice || succeed(writer, rc);
}

static void add_update(StrBuf *sql, const WriterTable *table)
{
    strbuf_adds(sql, " on conflict (");
    size_t n_key = add_columns(sql, table, true);
    if (n_key == table->n) {
        strbuf_adds(sql, ") do nothing");
        return;
    }
    strbuf_adds(sql, ") do update set ");
    for (size_t i = 0, n = 0; i < table->n; i++) {
        if (is_key(table, i))
            continue;
        strbuf_adds(sql, n++ ? ", " : "");
        store_add_ident(sql, table->column[i].name);
        strbuf_adds(sql, " = excluded.");
        store_add_ident(sql, table->column[i].name);
    }
}

/* Keys of this file, to find those that it has twice: the table would take the later
   row in silence. */
static bool prepare_seen(StoreWriter *w, const WriterTable *table)
{
    StrBuf sql;
    strbuf_init(&sql);
    strbuf_adds(&sql, "create temp table koers_seen (");
    add_columns(&sql, table, true);
    strbuf_adds(&sql, ", primary key (");
    add_columns(&sql, table, true);
    strbuf_adds(&sql, ")) without rowid");
    bool is_done = writer_run(w, "drop table if exists temp.koers_seen") &&
                   writer_run(w, sql.text);
    strbuf_reset(&sql);
    strbuf_adds(&sql, "insert into temp.koers_seen values (");
    for (size_t i = 0, n = 0; i < table->n; i++)
        if (is_key(table, i))
            strbuf_addf(&sql, "%s?%zu", n++ ? ", " : "", i + 1);
    strbuf_addc(&sql, ')');
    if (is_done)
        w->seen = writer_prepare(w, sql.text);
    strbuf_release(&sql);
    return w->seen != NULL;
}

static void end_statements(StoreWriter *w)
{
    sqlite3_finalize(w->insert);
    sqlite3_finalize(w->seen);
    w->insert = w->seen = NULL;
}

bool store_writer_into(StoreWriter *writer, const WriterTable *table)
{
    StrBuf sql;
    strbuf_init(&sql);
    add_table(&sql, "insert into ", table->name);
    strbuf_adds(&sql, " (");
    add_columns(&sql, table, false);
    strbuf_adds(&sql, ") values (");
    for (size_t i = 0; i < table->n; i++)
        strbuf_adds(&sql, i ? ", ?" : "?");
    strbuf_addc(&sql, ')');
    if (table->updates)
        add_update(&sql, table);
    end_statements(writer);
    writer->insert = writer_prepare(writer, sql.text);
    strbuf_release(&sql);
    return writer->insert && (!table->updates || prepare_seen(writer, table));
}

void store_writer_set_null(StoreWriter *writer, size_t column)
{
    keep_status(writer, sqlite3_bind_null(writer->insert, (int)column + 1));
}

void store_writer_set_integer(StoreWriter *writer, size_t column, int64_t v)
{
    keep_status(writer, sqlite3_bind_int64(writer->insert, (int)column + 1, v));
    if (writer->seen)
        sqlite3_bind_int64(writer->seen, (int)column + 1, v);
}

void store_writer_set_real(StoreWriter *writer, size_t column, double v)
{
    keep_status(writer, sqlite3_bind_double(writer->insert, (int)column + 1, v));
    if (writer->seen)
        sqlite3_bind_double(writer->seen, (int)column + 1, v);
}

void store_writer_set_text(StoreWriter *writer, size_t column, const char *text,
                           size_t len)
{
    int at = (int)column + 1;
    keep_status(writer, sqlite3_bind_text64(writer->insert, at, text, len,
                                            SQLITE_STATIC, SQLITE_UTF8));
    if (writer->seen)
        sqlite3_bind_text64(writer->seen, at, text, len, SQLITE_STATIC, SQLITE_UTF8);
}

static WriterRow step(StoreWriter *w, sqlite3_stmt *stmt)
{
    sqlite3_step(stmt);
    int rc = sqlite3_reset(stmt);
    if (rc == SQLITE_OK)
        return ROW_ADDED;
    if ((rc & 0xff) != SQLITE_CONSTRAINT) {
        succeed(w, rc);
        return ROW_FAILED;
    }
    int why = sqlite3_extended_errcode(w->db);
    bool twice = why == SQLITE_CONSTRAINT_UNIQUE || why == SQLITE_CONSTRAINT_ROWID ||
                 why == SQLITE_CONSTRAINT_PRIMARYKEY;
    return twice ? ROW_TWICE : ROW_REFUSED;
}

WriterRow store_writer_add_row(StoreWriter *writer)
{
    int bound = writer->bind_status;
    writer->bind_status = SQLITE_OK;
    if (bound != SQLITE_OK) {
        succeed(writer, bound);
        return ROW_FAILED;
    }
    if (writer->seen) {
        WriterRow row = step(writer, writer->seen);
        if (row != ROW_ADDED)
            return row;
    }
    return step(writer, writer->insert);
}

const char *store_writer_refusal(const StoreWriter *writer)
{
    return sqlite3_errmsg(writer->db);
}

bool store_writer_commit(StoreWriter *writer)
{
    end_statements(writer);
    writer->has_committed = writer_run(writer, "commit");
    return writer->has_committed;
}

/* With its journal, which stays behind where the disk is full. */
static void remove_made(const char *path)
{
    StrBuf journal;
    strbuf_init(&journal);
    strbuf_addf(&journal, "%s-journal", path);
    unlink(path);
    unlink(journal.text);
    strbuf_release(&journal);
}

/* The file that was made goes when it is still empty and nobody else is at it. */
static void take_back(StoreWriter *w)
{
    struct stat st;
    sqlite3_busy_timeout(w->db, 0);
    int64_t ignored;
    (void)store_read_int(w->db, "rollback", &ignored);
    bool is_ours = store_read_int(w->db, "begin exclusive", &ignored) == SQLITE_DONE &&
                   !is_astray(w) && stat(w->path, &st) == 0 && st.st_size == 0;
    if (is_ours)
        remove_made(w->path);
}

void store_writer_close(StoreWriter *writer)
{
    if (!writer)
        return;
    end_statements(writer);
    if (writer->db && writer->has_made_file && !writer->has_committed)
        take_back(writer);
    sqlite3_close(writer->db);
    free(writer->path);
    free(writer);
}
