/* Scans. `select koers_feed(c1, c2, ...) from t` reads a table in one step: our
   aggregate copies the values of each row into a batch and hands batches of 1024 rows
   on. The state hangs on the function's user data, because without rows the step
   never runs. SQL text, and more columns than a function takes, go through a loop
   over rows; no columns at all, through count(*). Rows of a table that the hints of the
   scan leave out do not reach the aggregate. */
#include "runtime/engine/sqlite/store.h"

#include "runtime/base/civil.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum {
    FEED_COLUMNS_MAX = 120,
    ROWS_OF_A_PART = 20000, /* a smaller part is not worth a thread */
    PARTS_MAX = 16
};

/* The text a column had last: sorted and repeated values are common. */
typedef struct {
    char text[32];
    size_t len;
    CellClass cls;
    int64_t seconds;
    uint32_t code;
} LastText;

struct Feed {
    const Scan *scan;
    BatchSink sink;
    const RunControl *control;
    RawColumn *column;
    LastText *last; /* per column; len 0: none */
    bool *is_time;  /* per column: texts are read as dates */
    int *place;     /* per column: where a row of SQL text has it */
    Batch batch;
    uint64_t rows;
    bool ended;
};

static void feed_open(Feed *feed, const Scan *scan, BatchSink sink,
                      const RunControl *control)
{
    size_t n = scan->n_column;
    *feed = (Feed){.scan = scan, .sink = sink, .control = control};
    feed->column = xcalloc(n + 1, sizeof *feed->column);
    feed->last = xcalloc(n + 1, sizeof *feed->last);
    feed->is_time = xcalloc(n + 1, sizeof *feed->is_time);
    feed->place = xcalloc(n + 1, sizeof *feed->place);
    feed->batch.raw = xcalloc(n + 1, sizeof *feed->batch.raw);
    feed->batch.n_col = n;
    feed->batch.first_row = scan->part == 0 ? 1 : -1;
    for (size_t c = 0; c < n; c++) {
        ValueKind kind = scan->type ? scan->type[c].kind : VALUE_TEXT;
        feed->is_time[c] = kind == VALUE_DATE || kind == VALUE_MOMENT;
        feed->batch.raw[c] = &feed->column[c];
        feed->place[c] = (int)c;
    }
}

static void feed_close(Feed *feed)
{
    free(feed->column);
    free(feed->last);
    free(feed->is_time);
    free(feed->place);
    free(feed->batch.raw);
}

static bool is_stopped(const Feed *feed)
{
    return feed->control && feed->control->stop && *feed->control->stop;
}

/* Hands the batch on; false ends the scan. */
static bool feed_flush(Feed *feed)
{
    if (feed->batch.n == 0)
        return true;
    feed->rows += feed->batch.n;
    bool goes_on = !is_stopped(feed) && feed->sink.batch(feed->sink.self, &feed->batch);
    if (feed->batch.first_row > 0)
        feed->batch.first_row += feed->batch.n;
    feed->batch.n = 0;
    feed->ended = !goes_on;
    if (goes_on && feed->control && feed->control->progress)
        feed->control->progress(feed->control->progress_self, feed->rows);
    return goes_on;
}

static void keep_text(Feed *feed, size_t c, const char *text, size_t len)
{
    LastText *last = &feed->last[c];
    bool is_short = len && len <= sizeof last->text;
    int64_t seconds;
    bool has_time;
    LastText seen = {.cls = CELL_TEXT};
    if (feed->is_time[c] && civil_parse(text, len, &seconds, &has_time)) {
        seen.cls = CELL_MOMENT;
        seen.seconds = seconds;
    } else {
        seen.code = intern_add(feed->scan->pool, text, len);
    }
    if (is_short)
        memcpy(seen.text, text, len);
    seen.len = is_short ? len : 0;
    *last = seen;
}

static void add_text(Feed *feed, size_t c, sqlite3_value *value)
{
    uint32_t row = feed->batch.n;
    const char *text = (const char *)sqlite3_value_text(value);
    size_t len = text ? (size_t)sqlite3_value_bytes(value) : 0;
    LastText *last = &feed->last[c];
    if (len == 0 || len != last->len || memcmp(text, last->text, len) != 0)
        keep_text(feed, c, text ? text : "", len);
    RawColumn *column = &feed->column[c];
    column->cls[row] = (uint8_t)last->cls;
    if (last->cls == CELL_MOMENT)
        column->v[row].i = last->seconds;
    else
        column->v[row].code = last->code;
}

static void add_value(Feed *feed, size_t c, sqlite3_value *value)
{
    uint32_t row = feed->batch.n;
    RawColumn *column = &feed->column[c];
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        column->cls[row] = CELL_INTEGER;
        column->v[row].i = sqlite3_value_int64(value);
        break;
    case SQLITE_FLOAT:
        column->cls[row] = CELL_REAL;
        column->v[row].r = sqlite3_value_double(value);
        break;
    case SQLITE_TEXT:
        add_text(feed, c, value);
        break;
    case SQLITE_BLOB:
        column->cls[row] = CELL_BLOB;
        break;
    default:
        column->cls[row] = CELL_NULL;
        break;
    }
}

static bool end_row(Feed *feed)
{
    return ++feed->batch.n < BATCH_ROWS || feed_flush(feed);
}

static void feed_step(sqlite3_context *context, int n, sqlite3_value **value)
{
    const SqliteEngine *engine = sqlite3_user_data(context);
    Feed *feed = engine->feed;
    if (!feed || feed->ended || (size_t)n != feed->batch.n_col) {
        sqlite3_result_error(context, "koers_feed() is not for SQL texts", -1);
        return;
    }
    for (int c = 0; c < n; c++)
        add_value(feed, (size_t)c, value[c]);
    if (!end_row(feed))
        sqlite3_result_error_code(context, SQLITE_INTERRUPT);
}

static void feed_final(sqlite3_context *context)
{
    sqlite3_result_null(context);
}

int sqlite_feed_register(SqliteEngine *engine)
{
    return sqlite3_create_function_v2(engine->db, "koers_feed", -1,
                                      SQLITE_UTF8 | SQLITE_DIRECTONLY, engine, NULL,
                                      feed_step, feed_final, NULL);
}

static void add_columns(StrBuf *sql, const Scan *scan)
{
    for (size_t c = 0; c < scan->n_column; c++) {
        if (c)
            strbuf_adds(sql, ", ");
        store_add_ident(sql, scan->column[c]);
    }
}

static void add_query(StrBuf *sql, const Scan *scan, const char *rowid, bool is_hinted)
{
    bool is_fed = scan->n_column > 0 && scan->n_column <= FEED_COLUMNS_MAX;
    strbuf_adds(sql, "select ");
    if (scan->n_column == 0)
        strbuf_adds(sql, "count(*)");
    else if (is_fed)
        strbuf_adds(sql, "koers_feed(");
    add_columns(sql, scan);
    strbuf_adds(sql, is_fed ? ") from " : " from ");
    store_add_ident(sql, scan->table);
    if (rowid)
        strbuf_addf(sql, " where %s >= ?1", rowid);
    /* The last part ends where the table does: one test less per row. */
    if (rowid && scan->part + 1 < scan->n_part)
        strbuf_addf(sql, " and %s <= ?2", rowid);
    if (is_hinted) {
        strbuf_adds(sql, rowid ? " and " : " where ");
        keeper_add(sql, scan);
    }
}

/* Part i of n of the row numbers. Tables without them are one part, the first. */
static int bind_part(SqliteEngine *self, const Scan *scan, const char *rowid,
                     sqlite3_stmt *stmt, int64_t bound[2])
{
    int64_t range[2];
    bool is_empty;
    int rc = store_row_range(self->db, scan->table, rowid, range, &is_empty);
    if (rc != SQLITE_OK)
        return rc;
    if (is_empty) {
        range[0] = 1;
        range[1] = 0;
    }
    Int128 first = range[0], size = (Int128)range[1] - range[0] + 1;
    Int128 from = first + size * scan->part / scan->n_part;
    Int128 to = first + size * (scan->part + 1) / scan->n_part - 1;
    bound[0] = (int64_t)from;
    bound[1] = (int64_t)(to < from ? from - 1 : to);
    rc = sqlite3_bind_int64(stmt, 1, bound[0]);
    return sqlite3_bind_parameter_count(stmt) < 2
               ? rc
               : sqlite3_bind_int64(stmt, 2, bound[1]);
}

/* Hands on `count` rows of no columns. */
static void feed_count(Feed *feed, int64_t count)
{
    bool goes_on = true;
    while (goes_on && count > 0) {
        feed->batch.n = count > BATCH_ROWS ? BATCH_ROWS : (uint32_t)count;
        count -= feed->batch.n;
        goes_on = feed_flush(feed);
    }
}

static void say_sent(const Feed *feed, sqlite3_stmt *stmt, const int64_t *bound,
                     size_t n_bound)
{
    const RunControl *control = feed->control;
    if (control && control->sent)
        control->sent(control->sent_self, sqlite3_sql(stmt), bound, n_bound);
}

/* Runs the statement to its end; rows of koers_feed() and count(*) are one. */
static int run_scan(SqliteEngine *self, Feed *feed, sqlite3_stmt *stmt)
{
    const Scan *scan = feed->scan;
    bool is_fed = !scan->sql && scan->n_column <= FEED_COLUMNS_MAX;
    if (is_fed)
        self->feed = feed;
    int rc = SQLITE_ROW;
    while (!feed->ended && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
        if (!scan->sql && scan->n_column == 0)
            feed_count(feed, sqlite3_column_int64(stmt, 0));
        if (is_fed)
            continue;
        for (size_t c = 0; c < scan->n_column; c++)
            add_value(feed, c, sqlite3_column_value(stmt, feed->place[c]));
        end_row(feed);
    }
    self->feed = NULL;
    if (rc == SQLITE_DONE && !feed->ended)
        feed_flush(feed);
    return rc;
}

static EngineStatus finish_scan(SqliteEngine *self, Feed *feed, int rc, DiagSink *diags)
{
    if (feed->ended || (rc != SQLITE_DONE && is_stopped(feed)))
        return ENGINE_STOPPED;
    return rc == SQLITE_DONE ? ENGINE_OK
                             : store_report(diags, self->path, self->db, rc);
}

/* The store changed under the model, or the table never was there. */
static EngineStatus report_table(SqliteEngine *self, const Scan *scan, DiagSink *diags)
{
    Diag *diag =
        diag_error_at_large(diags, DIAG_STORE_TABLE,
                            "table `%s` of the store `%s` is not as it was described",
                            scan->table, self->path);
    diag_note(diags, diag, NULL, "SQLite says: %s", sqlite3_errmsg(self->db));
    diag_help(diags, diag, "open the store again");
    return ENGINE_FAILED;
}

static EngineStatus scan_table(SqliteEngine *self, Feed *feed, DiagSink *diags)
{
    const Scan *scan = feed->scan;
    TableForm form = {.rowid = NULL};
    bool is_split = scan->n_part > 1;
    bool is_hinted = scan->n_column > 0 && keeper_takes(scan);
    int rc = is_split || is_hinted ? store_table_form(self->db, scan->table, &form)
                                   : SQLITE_OK;
    if (rc != SQLITE_OK)
        return store_report(diags, self->path, self->db, rc);
    if (is_split && !form.rowid && scan->part > 0)
        return ENGINE_OK;
    /* A view may test rows that it does not have in the end. */
    is_hinted = is_hinted && form.found && !form.is_view;
    if (!is_split)
        form.rowid = NULL;
    int64_t bound[2] = {0, 0};
    StrBuf sql;
    strbuf_init(&sql);
    add_query(&sql, scan, form.rowid, is_hinted);
    sqlite3_stmt *stmt = store_prepare(self->db, sql.text, &rc);
    strbuf_release(&sql);
    if (!stmt && rc == SQLITE_ERROR)
        return report_table(self, scan, diags);
    if (stmt && form.rowid)
        rc = bind_part(self, scan, form.rowid, stmt, bound);
    if (is_hinted) {
        self->keeper = keeper_new(scan);
        feed->batch.first_row = -1;
    }
    if (stmt && rc == SQLITE_OK) {
        say_sent(feed, stmt, bound, (size_t)sqlite3_bind_parameter_count(stmt));
        rc = run_scan(self, feed, stmt);
    }
    free(self->keeper);
    self->keeper = NULL;
    EngineStatus status = finish_scan(self, feed, rc, diags);
    sqlite3_finalize(stmt);
    return status;
}

static bool find_places(Feed *feed, sqlite3_stmt *stmt)
{
    for (size_t c = 0; c < feed->scan->n_column; c++) {
        int at = 0, n = sqlite3_column_count(stmt);
        while (at < n &&
               strcmp(sqlite3_column_name(stmt, at), feed->scan->column[c]) != 0)
            at++;
        if (at == n)
            return false;
        feed->place[c] = at;
    }
    return true;
}

static EngineStatus scan_sql(SqliteEngine *self, Feed *feed, DiagSink *diags)
{
    if (feed->scan->part > 0)
        return ENGINE_OK;
    sqlite3_stmt *stmt = store_prepare_foreign(self, feed->scan->sql, diags);
    if (!stmt)
        return ENGINE_FAILED;
    EngineStatus status = ENGINE_FAILED;
    say_sent(feed, stmt, NULL, 0);
    if (find_places(feed, stmt))
        status = finish_scan(self, feed, run_scan(self, feed, stmt), diags);
    else
        diag_error_at_large(diags, DIAG_STORE_SQL,
                            "the SQL text gives other columns than it did before");
    sqlite3_finalize(stmt);
    return status;
}

EngineStatus sqlite_scan(Engine *engine, const Scan *scan, BatchSink sink,
                         const RunControl *control, DiagSink *diags)
{
    SqliteEngine *self = store_engine(engine);
    Feed feed;
    feed_open(&feed, scan, sink, control);
    self->control = control;
    EngineStatus status =
        scan->sql ? scan_sql(self, &feed, diags) : scan_table(self, &feed, diags);
    self->control = NULL;
    feed_close(&feed);
    return status;
}

uint32_t sqlite_parts(Engine *engine, const char *table)
{
    SqliteEngine *self = store_engine(engine);
    TableForm form;
    int64_t range[2];
    bool is_empty;
    if (!table || store_table_form(self->db, table, &form) != SQLITE_OK ||
        !form.rowid ||
        store_row_range(self->db, table, form.rowid, range, &is_empty) != SQLITE_OK ||
        is_empty)
        return 1;
    Int128 parts = ((Int128)range[1] - range[0]) / ROWS_OF_A_PART;
    return parts < 1 ? 1 : parts > PARTS_MAX ? PARTS_MAX : (uint32_t)parts;
}
