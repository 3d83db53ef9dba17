/* What a store holds: tables, views, columns, keys. Types come from the declared type
   and a sample, up to five hundred rows from each end of a table. A table that cannot
   be described (a view over something that is gone, a module that is not there) is
   left out of the catalogue and is an error only when asked for. */
#include "runtime/base/suggest.h"
#include "runtime/engine/guess.h"
#include "runtime/engine/sqlite/import_log.h"
#include "runtime/engine/sqlite/store.h"

enum { SAMPLE_END = 500, SAMPLE_ALL = 1000 };

typedef struct {
    SqliteEngine *engine;
    Arena *arena;
    DiagSink *sink;
    TableInfo *info;
    TypeGuess *guess;  /* per column */
    int key_place[64]; /* of each key column, in order of the table */
    bool saw_all;      /* the sample is all rows */
} Describe;

static void sample_value(TypeGuess *guess, sqlite3_stmt *stmt, int column)
{
    switch (sqlite3_column_type(stmt, column)) {
    case SQLITE_INTEGER:
        guess_add_integer(guess, sqlite3_column_int64(stmt, column));
        break;
    case SQLITE_FLOAT:
        guess_add_real(guess);
        break;
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_column_text(stmt, column);
        if (text)
            guess_add_text(guess, text, (size_t)sqlite3_column_bytes(stmt, column));
        break;
    }
    case SQLITE_BLOB:
        guess_add_blob(guess);
        break;
    default:
        break;
    }
}

/* Takes up to `limit` rows and closes the statement. */
static int sample_rows(Describe *d, sqlite3_stmt *stmt, int limit)
{
    int rc = SQLITE_ROW;
    for (int row = 0; row < limit && (rc = sqlite3_step(stmt)) == SQLITE_ROW; row++)
        for (size_t c = 0; c < d->info->n_column; c++)
            sample_value(&d->guess[c], stmt, (int)c);
    int end = sqlite3_finalize(stmt);
    d->saw_all |= rc == SQLITE_DONE;
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : end;
}

static int sample_end(Describe *d, const char *rowid, bool backwards)
{
    StrBuf sql;
    strbuf_init(&sql);
    strbuf_adds(&sql, "select ");
    for (size_t c = 0; c < d->info->n_column; c++) {
        if (c)
            strbuf_adds(&sql, ", ");
        store_add_ident(&sql, d->info->column[c].name);
    }
    strbuf_adds(&sql, " from ");
    store_add_ident(&sql, d->info->name);
    if (backwards)
        strbuf_addf(&sql, " order by %s desc", rowid);
    int rc;
    sqlite3_stmt *stmt = store_prepare(d->engine->db, sql.text, &rc);
    strbuf_release(&sql);
    return stmt ? sample_rows(d, stmt, rowid ? SAMPLE_END : SAMPLE_ALL) : rc;
}

static void add_column(Describe *d, size_t *cap, const char *name, const char *declared)
{
    ColumnInfo column = {.name = arena_strdup(d->arena, name ? name : ""),
                         .declared = arena_strdup(d->arena, declared ? declared : "")};
    ARENA_PUSH(d->arena, d->info->column, d->info->n_column, *cap, column);
}

/* Key columns come in the order of the table; their place in the key is a number. */
static void add_key(Describe *d, size_t *cap, int place, const char *name)
{
    size_t at = d->info->n_key;
    if (place <= 0 || at >= COUNT_OF(d->key_place))
        return;
    ARENA_PUSH(d->arena, d->info->key, d->info->n_key, *cap, name);
    for (; at > 0 && d->key_place[at - 1] > place; at--) {
        d->key_place[at] = d->key_place[at - 1];
        d->info->key[at] = d->info->key[at - 1];
    }
    d->key_place[at] = place;
    d->info->key[at] = name;
}

static int read_columns(Describe *d)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(
        d->engine->db,
        "select name, type, pk from pragma_table_xinfo(?1) where hidden <> 1", &rc);
    if (!stmt)
        return rc;
    sqlite3_bind_text(stmt, 1, d->info->name, -1, SQLITE_STATIC);
    size_t cap = 0, key_cap = 0;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        add_column(d, &cap, (const char *)sqlite3_column_text(stmt, 0),
                   (const char *)sqlite3_column_text(stmt, 1));
        add_key(d, &key_cap, sqlite3_column_int(stmt, 2),
                d->info->column[d->info->n_column - 1].name);
    }
    return sqlite3_finalize(stmt);
}

/* `analyze` leaves the number of rows; else the row numbers say about how many. */
static int estimate_rows(Describe *d, const char *rowid)
{
    d->info->rows_estimate = -1;
    int rc;
    sqlite3_stmt *stmt = store_prepare(
        d->engine->db, "select cast(stat as integer) from sqlite_stat1 where tbl = ?1",
        &rc);
    if (stmt) {
        sqlite3_bind_text(stmt, 1, d->info->name, -1, SQLITE_STATIC);
        if (sqlite3_step(stmt) == SQLITE_ROW)
            d->info->rows_estimate = sqlite3_column_int64(stmt, 0);
        rc = sqlite3_finalize(stmt);
        if (rc != SQLITE_OK || d->info->rows_estimate >= 0)
            return rc;
    }
    if (!rowid)
        return SQLITE_OK;
    int64_t range[2] = {0, -1}, span;
    bool is_empty;
    rc = store_row_range(d->engine->db, d->info->name, rowid, range, &is_empty);
    if (is_empty)
        d->info->rows_estimate = 0;
    else if (!SUB_OVERFLOWS(range[1], range[0], &span) && span < INT64_MAX)
        d->info->rows_estimate = span + 1;
    return rc;
}

static void set_types(Describe *d)
{
    for (size_t c = 0; c < d->info->n_column; c++) {
        ColumnInfo *column = &d->info->column[c];
        column->type = guess_stored_type(&d->guess[c], column->declared);
        column->type.empty_only &= d->saw_all;
    }
}

static int describe_table(Describe *d, const TableForm *form)
{
    d->info->is_view = form->is_view;
    int rc = read_columns(d);
    if (rc != SQLITE_OK)
        return rc;
    d->guess = ARENA_ARRAY(d->arena, TypeGuess, d->info->n_column);
    rc = sample_end(d, form->rowid, false);
    if (rc == SQLITE_OK)
        rc = estimate_rows(d, form->rowid);
    bool has_more = form->rowid && d->info->rows_estimate > SAMPLE_END;
    if (rc == SQLITE_OK && has_more)
        rc = sample_end(d, form->rowid, true);
    set_types(d);
    return rc == SQLITE_OK ? store_read_relations(d->engine->db, d->arena, d->info)
                           : rc;
}

static sqlite3_stmt *prepare_names(SqliteEngine *self, int *rc)
{
    return store_prepare(
        self->db,
        "select name from sqlite_schema where type in ('table', 'view')"
        " and name not like 'sqlite\\_%' escape '\\' and name <> '" IMPORT_LOG_TABLE "'"
        " order by name",
        rc);
}

static EngineStatus report_unknown(SqliteEngine *self, const char *table,
                                   DiagSink *sink)
{
    Diag *diag = diag_error_at_large(
        sink, DIAG_STORE_TABLE, "the store `%s` has no table `%s`", self->path, table);
    Suggest near;
    suggest_init(&near, table);
    int rc;
    sqlite3_stmt *stmt = prepare_names(self, &rc);
    while (stmt && sqlite3_step(stmt) == SQLITE_ROW)
        suggest_offer(&near, arena_strdup(sink->arena,
                                          (const char *)sqlite3_column_text(stmt, 0)));
    sqlite3_finalize(stmt);
    if (near.count)
        diag_help(sink, diag, "did you mean `%s`?", near.found[0]);
    return ENGINE_FAILED;
}

/* What prepare says of a broken view is an error of the store's SQL, not of ours. */
static EngineStatus report_broken(Describe *d, int rc)
{
    if (rc != SQLITE_ERROR)
        return store_report(d->sink, d->engine->path, d->engine->db, rc);
    Diag *diag = diag_error_at_large(d->sink, DIAG_STORE_TABLE,
                                     "`%s` of the store `%s` cannot be read",
                                     d->info->name, d->engine->path);
    diag_note(d->sink, diag, NULL, "SQLite says: %s", sqlite3_errmsg(d->engine->db));
    return ENGINE_FAILED;
}

static EngineStatus describe_sql(Describe *d, const char *sql)
{
    sqlite3_stmt *stmt = store_prepare_foreign(d->engine, sql, d->sink);
    if (!stmt)
        return ENGINE_FAILED;
    size_t cap = 0;
    for (int c = 0; c < sqlite3_column_count(stmt); c++)
        add_column(d, &cap, sqlite3_column_name(stmt, c),
                   sqlite3_column_decltype(stmt, c));
    d->guess = ARENA_ARRAY(d->arena, TypeGuess, d->info->n_column);
    d->info->rows_estimate = -1;
    d->info->is_view = true;
    int rc = sample_rows(d, stmt, SAMPLE_ALL);
    if (rc != SQLITE_OK)
        return store_report(d->sink, d->engine->path, d->engine->db, rc);
    set_types(d);
    return ENGINE_OK;
}

static EngineStatus describe_stored(Describe *d, const char *table)
{
    TableForm form;
    int rc = store_table_form(d->engine->db, table, &form);
    if (rc == SQLITE_OK && !form.found)
        return report_unknown(d->engine, table, d->sink);
    if (rc == SQLITE_OK)
        rc = describe_table(d, &form);
    return rc == SQLITE_OK ? ENGINE_OK : report_broken(d, rc);
}

TableInfo *sqlite_describe(Engine *engine, const char *table, const char *sql,
                           Arena *arena, DiagSink *sink)
{
    Describe d = {.engine = store_engine(engine), .arena = arena, .sink = sink};
    d.info = ARENA_NEW(arena, TableInfo);
    d.info->name = arena_strdup(arena, table ? table : "");
    EngineStatus status = table ? describe_stored(&d, table) : describe_sql(&d, sql);
    return status == ENGINE_OK ? d.info : NULL;
}

EngineStatus sqlite_catalogue(Engine *engine, Arena *arena, DiagSink *sink,
                              TableInfo **table, size_t *n_table)
{
    SqliteEngine *self = store_engine(engine);
    *table = NULL;
    *n_table = 0;
    int rc;
    sqlite3_stmt *stmt = prepare_names(self, &rc);
    size_t cap = 0;
    while (stmt && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
        DiagSink unseen;
        diag_sink_init(&unseen, arena, NULL);
        const char *name = (const char *)sqlite3_column_text(stmt, 0);
        TableInfo *info = sqlite_describe(engine, name, NULL, arena, &unseen);
        if (info)
            ARENA_PUSH(arena, *table, *n_table, cap, *info);
    }
    sqlite3_finalize(stmt);
    return rc == SQLITE_DONE ? ENGINE_OK : store_report(sink, self->path, self->db, rc);
}
