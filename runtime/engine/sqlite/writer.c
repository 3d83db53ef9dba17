/* Writing: one transaction from open to commit, one prepared statement for all rows.
   The transaction is begun as a writer, so that a locked store is found before any
   row is read. */
#include "runtime/engine/sqlite/writer.h"

#include "runtime/base/xalloc.h"
#include "runtime/engine/sqlite/store.h"

#include <unistd.h>

struct StoreWriter {
    sqlite3 *db;
    sqlite3_stmt *insert;
    char *path;
    DiagSink *sink;
    int bind_status; /* the first failure among the values of the row */
    bool has_made_file, has_committed;
};

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

static bool run(StoreWriter *w, const char *sql)
{
    int64_t ignored;
    return succeed(w, store_read_int(w->db, sql, &ignored));
}

StoreWriter *store_writer_open(const char *path, DiagSink *sink)
{
    bool is_new = access(path, F_OK) != 0;
    int flags = SQLITE_OPEN_READWRITE | (is_new ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *db = store_connect(path, flags, sink);
    if (!db)
        return NULL;
    StoreWriter *w = xcalloc(1, sizeof *w);
    w->db = db;
    w->path = xstrdup(path);
    w->sink = sink;
    w->has_made_file = is_new;
    if (run(w, "begin immediate"))
        return w;
    store_writer_close(w);
    return NULL;
}

bool store_writer_drop(StoreWriter *writer, const char *table)
{
    StrBuf sql;
    strbuf_init(&sql);
    strbuf_adds(&sql, "drop table if exists ");
    store_add_ident(&sql, table);
    bool is_done = run(writer, sql.text);
    strbuf_release(&sql);
    return is_done;
}

bool store_writer_create(StoreWriter *writer, const char *table,
                         const WriterColumn *column, size_t n)
{
    StrBuf sql;
    strbuf_init(&sql);
    strbuf_adds(&sql, "create table ");
    store_add_ident(&sql, table);
    for (size_t i = 0; i < n; i++) {
        strbuf_adds(&sql, i ? ",\n  " : " (\n  ");
        store_add_ident(&sql, column[i].name);
        strbuf_addf(&sql, " %s", column[i].declared);
    }
    strbuf_adds(&sql, "\n)");
    bool is_done = run(writer, sql.text);
    strbuf_release(&sql);
    return is_done;
}

bool store_writer_into(StoreWriter *writer, const char *table,
                       const WriterColumn *column, size_t n)
{
    StrBuf sql;
    strbuf_init(&sql);
    strbuf_adds(&sql, "insert into ");
    store_add_ident(&sql, table);
    for (size_t i = 0; i < n; i++) {
        strbuf_adds(&sql, i ? ", " : " (");
        store_add_ident(&sql, column[i].name);
    }
    strbuf_adds(&sql, ") values (");
    for (size_t i = 0; i < n; i++)
        strbuf_adds(&sql, i ? ", ?" : "?");
    strbuf_adds(&sql, ")");
    int rc;
    sqlite3_finalize(writer->insert);
    writer->insert = store_prepare(writer->db, sql.text, &rc);
    strbuf_release(&sql);
    return succeed(writer, rc);
}

void store_writer_set_integer(StoreWriter *writer, size_t column, int64_t v)
{
    keep_status(writer, sqlite3_bind_int64(writer->insert, (int)column + 1, v));
}

void store_writer_set_real(StoreWriter *writer, size_t column, double v)
{
    keep_status(writer, sqlite3_bind_double(writer->insert, (int)column + 1, v));
}

void store_writer_set_text(StoreWriter *writer, size_t column, const char *text,
                           size_t len)
{
    keep_status(writer, sqlite3_bind_text64(writer->insert, (int)column + 1, text, len,
                                            SQLITE_STATIC, SQLITE_UTF8));
}

bool store_writer_add_row(StoreWriter *writer)
{
    int bound = writer->bind_status;
    writer->bind_status = SQLITE_OK;
    if (bound != SQLITE_OK)
        return succeed(writer, bound);
    int rc = sqlite3_step(writer->insert);
    int end = sqlite3_reset(writer->insert);
    sqlite3_clear_bindings(writer->insert);
    return succeed(writer, rc == SQLITE_DONE ? end : rc);
}

bool store_writer_commit(StoreWriter *writer)
{
    writer->has_committed = run(writer, "commit");
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

void store_writer_close(StoreWriter *writer)
{
    if (!writer)
        return;
    sqlite3_finalize(writer->insert);
    sqlite3_close(writer->db);
    if (writer->has_made_file && !writer->has_committed)
        remove_made(writer->path);
    free(writer->path);
    free(writer);
}
