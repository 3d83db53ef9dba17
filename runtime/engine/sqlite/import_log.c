#include "runtime/engine/sqlite/import_log.h"

#include "runtime/base/civil.h"
#include "runtime/engine/sqlite/writer_internal.h"

static bool bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
    return sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC) == SQLITE_OK;
}

static bool has_log(StoreWriter *writer, bool *is_there)
{
    TableForm form;
    int rc = store_table_form(writer->db, IMPORT_LOG_TABLE, &form);
    *is_there = form.found && !form.is_view;
    if (rc == SQLITE_OK)
        return true;
    store_report(writer->sink, writer->path, writer->db, rc);
    return false;
}

bool import_log_find(StoreWriter *writer, Arena *arena, ImportLogEntry *entry,
                     bool *is_there, bool *is_only)
{
    *is_there = *is_only = false;
    bool is_logged;
    if (!has_log(writer, &is_logged))
        return false;
    if (!is_logged)
        return true;
    sqlite3_stmt *stmt = writer_prepare(
        writer,
        "with own as (select *, rowid as id from " IMPORT_LOG_TABLE
        " where into_table = ?2 collate nocase), current as (select * from own where id"
        " >= (select max(id) from own where mode in ('new', 'replace')))"
        " select file, imported, rows, (select count(*) from current) = 1"
        " from current where sha256 = ?1 order by id desc limit 1");
    if (!stmt)
        return false;
    bool is_bound =
        bind_text(stmt, 1, entry->sha256) && bind_text(stmt, 2, entry->table);
    if (is_bound && sqlite3_step(stmt) == SQLITE_ROW) {
        *is_there = true;
        entry->file = arena_strdup(arena, (const char *)sqlite3_column_text(stmt, 0));
        entry->imported =
            arena_strdup(arena, (const char *)sqlite3_column_text(stmt, 1));
        entry->rows = (uint64_t)sqlite3_column_int64(stmt, 2);
        *is_only = sqlite3_column_int(stmt, 3) != 0;
    }
    return writer_finish(writer, stmt);
}

static const char *text_of(sqlite3_stmt *stmt, int column, Arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text ? arena_strdup(arena, text) : NULL;
}

bool import_log_habits(StoreWriter *writer, Arena *arena, ImportLogEntry *entry)
{
    bool is_logged;
    entry->decimal = entry->dates = NULL;
    if (!has_log(writer, &is_logged))
        return false;
    if (!is_logged)
        return true;
    sqlite3_stmt *stmt = writer_prepare(
        writer,
        "with own as (select *, rowid as id from " IMPORT_LOG_TABLE
        " where into_table = ?1 collate nocase) select"
        " (select decimal from own where decimal is not null order by id desc limit 1),"
        " (select dates from own where dates is not null order by id desc limit 1)");
    if (!stmt)
        return false;
    if (bind_text(stmt, 1, entry->table) && sqlite3_step(stmt) == SQLITE_ROW) {
        entry->decimal = text_of(stmt, 0, arena);
        entry->dates = text_of(stmt, 1, arena);
    }
    return writer_finish(writer, stmt);
}

static bool make_log(StoreWriter *writer)
{
    return writer_run(writer, "create table if not exists " IMPORT_LOG_TABLE
                              " (file TEXT, sha256 TEXT, size INTEGER, rows INTEGER,"
                              " imported DATETIME, into_table TEXT, mode TEXT,"
                              " decimal TEXT, dates TEXT)");
}

bool import_log_add(StoreWriter *writer, const ImportLogEntry *entry)
{
    if (!make_log(writer))
        return false;
    sqlite3_stmt *stmt =
        writer_prepare(writer, "insert into " IMPORT_LOG_TABLE
                               " (file, sha256, size, rows, imported, into_table, mode,"
                               " decimal, dates)"
                               " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    if (!stmt)
        return false;
    StrBuf now;
    strbuf_init(&now);
    civil_print_moment(&now, civil_now());
    bool is_bound =
        bind_text(stmt, 1, entry->file) && bind_text(stmt, 2, entry->sha256) &&
        sqlite3_bind_int64(stmt, 3, (int64_t)entry->size) == SQLITE_OK &&
        sqlite3_bind_int64(stmt, 4, (int64_t)entry->rows) == SQLITE_OK &&
        bind_text(stmt, 5, now.text) && bind_text(stmt, 6, entry->table) &&
        bind_text(stmt, 7, entry->mode) && bind_text(stmt, 8, entry->decimal) &&
        bind_text(stmt, 9, entry->dates);
    if (is_bound)
        sqlite3_step(stmt);
    bool is_done = writer_finish(writer, stmt);
    strbuf_release(&now);
    return is_bound && is_done;
}
