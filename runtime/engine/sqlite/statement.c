/* Statements: prepared whole, read-only, identifiers quoted by one function. */
#include "runtime/engine/sqlite/store.h"

#include "runtime/base/ascii.h"

#include <string.h>

void store_add_ident(StrBuf *sql, const char *name)
{
    strbuf_addc(sql, '"');
    for (const char *at = name; *at; at++) {
        if (*at == '"')
            strbuf_addc(sql, '"');
        strbuf_addc(sql, *at);
    }
    strbuf_addc(sql, '"');
}

sqlite3_stmt *store_prepare(sqlite3 *db, const char *sql, int *rc)
{
    sqlite3_stmt *stmt = NULL;
    *rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    return stmt;
}

int store_read_int(sqlite3 *db, const char *sql, int64_t *out)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(db, sql, &rc);
    if (!stmt)
        return rc;
    rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW)
        *out = sqlite3_column_int64(stmt, 0);
    int end = sqlite3_finalize(stmt);
    return end == SQLITE_OK ? rc : end;
}

/* Blanks, semicolons and comments may follow a statement. */
static bool is_blank_tail(sqlite3 *db, const char *tail)
{
    while (*tail) {
        sqlite3_stmt *stmt = NULL;
        const char *next = tail;
        int rc = sqlite3_prepare_v2(db, tail, -1, &stmt, &next);
        bool is_blank = rc == SQLITE_OK && !stmt;
        sqlite3_finalize(stmt);
        if (!is_blank)
            return false;
        if (next == tail)
            return true;
        tail = next;
    }
    return true;
}

sqlite3_stmt *store_prepare_foreign(SqliteEngine *engine, const char *sql,
                                    DiagSink *sink)
{
    sqlite3_stmt *stmt = NULL;
    const char *tail = "";
    int rc = sqlite3_prepare_v2(engine->db, sql, -1, &stmt, &tail);
    if (rc != SQLITE_OK && rc != SQLITE_ERROR && rc != SQLITE_AUTH) {
        store_report(sink, engine->path, engine->db, rc);
        return NULL;
    }
    bool is_query = stmt && sqlite3_column_count(stmt) > 0 &&
                    sqlite3_stmt_readonly(stmt) && !sqlite3_stmt_isexplain(stmt);
    if (is_query && sqlite3_bind_parameter_count(stmt) == 0 &&
        is_blank_tail(engine->db, tail))
        return stmt;
    Diag *diag = diag_error_at_large(sink, DIAG_STORE_SQL,
                                     stmt ? "the SQL text is not one query that reads"
                                          : "the store refuses the SQL text");
    if (rc != SQLITE_OK)
        diag_note(sink, diag, NULL, "SQLite says: %s", sqlite3_errmsg(engine->db));
    diag_help(sink, diag, "write one `select` without parameters");
    sqlite3_finalize(stmt);
    return NULL;
}

/* Row numbers have three names; columns may hide them. */
static const char *rowid_name(sqlite3 *db, const char *table, int *rc)
{
    static const char *const names[] = {"rowid", "_rowid_", "oid"};
    bool hidden[COUNT_OF(names)] = {false};
    sqlite3_stmt *stmt =
        store_prepare(db, "select name from pragma_table_xinfo(?1)", rc);
    if (!stmt)
        return NULL;
    sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        for (size_t i = 0; i < COUNT_OF(names); i++)
            if (!ascii_casecmp((const char *)sqlite3_column_text(stmt, 0), names[i]))
                hidden[i] = true;
    *rc = sqlite3_finalize(stmt);
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (!hidden[i])
            return names[i];
    return NULL;
}

int store_table_form(sqlite3 *db, const char *table, TableForm *form)
{
    *form = (TableForm){.found = false};
    int rc;
    sqlite3_stmt *stmt = store_prepare(
        db, "select type, wr from pragma_table_list(?1) where schema = 'main'", &rc);
    if (!stmt)
        return rc;
    sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
    bool is_plain = false;
    if (sqlite3_step(stmt) == SQLITE_ROW) {
        form->found = true;
        const char *type = (const char *)sqlite3_column_text(stmt, 0);
        form->is_view = !type || strcmp(type, "table") != 0;
        is_plain = !form->is_view && !sqlite3_column_int(stmt, 1);
    }
    rc = sqlite3_finalize(stmt);
    if (rc == SQLITE_OK && is_plain)
        form->rowid = rowid_name(db, table, &rc);
    return rc;
}

int store_row_range(sqlite3 *db, const char *table, const char *rowid, int64_t range[2],
                    bool *empty)
{
    /* Two queries: one with both ends would read the whole table. */
    static const char *const end[] = {"select min(", "select max("};
    *empty = true;
    int rc = SQLITE_OK;
    for (int i = 0; i < 2 && rc == SQLITE_OK; i++) {
        StrBuf sql;
        strbuf_init(&sql);
        strbuf_addf(&sql, "%s%s) from ", end[i], rowid);
        store_add_ident(&sql, table);
        sqlite3_stmt *stmt = store_prepare(db, sql.text, &rc);
        strbuf_release(&sql);
        if (!stmt)
            return rc;
        if (sqlite3_step(stmt) == SQLITE_ROW &&
            sqlite3_column_type(stmt, 0) == SQLITE_INTEGER) {
            range[i] = sqlite3_column_int64(stmt, 0);
            *empty = false;
        }
        rc = sqlite3_finalize(stmt);
    }
    return rc;
}
