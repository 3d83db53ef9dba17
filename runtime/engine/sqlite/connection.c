/* Connections to a store. One function sets up each: read-only unless a writer asks,
   nothing of the file is trusted (no functions of its schema, no extensions, no
   double-quoted texts), limits on what a statement may need, five seconds of patience
   with other programs, and a look at the stop flag every few thousand steps. */
#include "runtime/engine/sqlite/store.h"

#include "runtime/base/xalloc.h"
#include "runtime/engine/sqlite/sqlite.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    BUSY_MILLISECONDS = 5000,
    WAIT_MILLISECONDS = 10,
    STEPS_BETWEEN_POLLS = 10000,
    LENGTH_LIMIT = 16 * 1024 * 1024,
    SQL_LIMIT = 1024 * 1024,
    LIKE_LIMIT = 1000,
    TRIGGER_LIMIT = 10,
    HEAP_LIMIT = 256 * 1024 * 1024
};

/* What can be said better before SQLite looks at the path: it would wait for a pipe
   and call a folder "unable to open". */
static bool check_path(const char *path, DiagSink *sink)
{
    struct stat st;
    Diag *diag;
    if (stat(path, &st) != 0) {
        bool is_missing = errno == ENOENT || errno == ENOTDIR;
        diag = diag_error_at_large(
            sink, is_missing ? DIAG_STORE_MISSING : DIAG_STORE_UNREADABLE,
            is_missing ? "there is no store `%s`" : "the store `%s` cannot be reached",
            path);
        if (is_missing)
            diag_help(sink, diag, "a store is made from CSV files by `koers import`");
        return false;
    }
    if (S_ISREG(st.st_mode) && access(path, R_OK) == 0)
        return true;
    if (S_ISDIR(st.st_mode))
        diag = diag_error_at_large(sink, DIAG_STORE_UNREADABLE,
                                   "`%s` is a folder, not a store", path);
    else if (!S_ISREG(st.st_mode))
        diag = diag_error_at_large(sink, DIAG_STORE_UNREADABLE,
                                   "`%s` is no regular file", path);
    else
        diag = diag_error_at_large(sink, DIAG_STORE_UNREADABLE,
                                   "the store `%s` may not be read", path);
    diag_help(sink, diag, "name an SQLite database file that you may read");
    return false;
}

static void harden(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LENGTH_LIMIT);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, SQL_LIMIT);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LIKE_LIMIT);
    sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, TRIGGER_LIMIT);
    sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
    sqlite3_hard_heap_limit64(HEAP_LIMIT);
}

static const char set_up_text[] = "pragma cell_size_check = on";

/* The first read shows whether the file is a database at all. */
static int first_read(sqlite3 *db)
{
    int64_t ignored;
    int rc = store_read_int(db, set_up_text, &ignored);
    if (rc != SQLITE_DONE && rc != SQLITE_ROW)
        return rc;
    rc = store_read_int(db, "select count(*) from sqlite_schema", &ignored);
    return rc == SQLITE_ROW ? SQLITE_OK : rc;
}

sqlite3 *store_connect(const char *path, int flags, const StorePatience *patience,
                       DiagSink *sink)
{
    if (!(flags & SQLITE_OPEN_CREATE) && !check_path(path, sink))
        return NULL;
    sqlite3 *db = NULL;
    int rc = sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc == SQLITE_OK) {
        harden(db);
        if (patience)
            sqlite3_busy_handler(db, patience->wait, patience->self);
        rc = first_read(db);
    }
    if (rc == SQLITE_OK)
        return db;
    store_report(sink, path, db, rc);
    sqlite3_close(db);
    return NULL;
}

static int poll_stop(void *self)
{
    const SqliteEngine *engine = self;
    const RunControl *control = engine->control;
    return control && control->stop && *control->stop;
}

/* In place of SQLite's own waiting, which Ctrl-C does not end. */
static int wait_for_lock(void *self, int times)
{
    const SqliteEngine *engine = self;
    struct timespec pause = {0, WAIT_MILLISECONDS * 1000000L};
    if (times >= BUSY_MILLISECONDS / WAIT_MILLISECONDS ||
        (engine->stop && *engine->stop))
        return 0;
    (void)nanosleep(&pause, NULL);
    return !(engine->stop && *engine->stop);
}

static void set_stop(Engine *engine, const volatile sig_atomic_t *stop)
{
    store_engine(engine)->stop = stop;
}

static void close_engine(Engine *engine)
{
    if (!engine)
        return;
    SqliteEngine *self = store_engine(engine);
    sqlite_snapshot_end(engine);
    sqlite3_close(self->db);
    sqlite3_close(self->watch);
    free(self->path);
    free(self);
}

static const EngineOps sqlite_ops = {
    .close = close_engine,
    .set_stop = set_stop,
    .catalogue = sqlite_catalogue,
    .describe = sqlite_describe,
    .snapshot_begin = sqlite_snapshot_begin,
    .snapshot_end = sqlite_snapshot_end,
    .scan = sqlite_scan,
    .parts = sqlite_parts,
    .helper = sqlite_helper,
};

SqliteEngine *store_engine(Engine *engine)
{
    return (SqliteEngine *)(void *)engine;
}

static SqliteEngine *open_engine(const char *path, DiagSink *sink)
{
    sqlite3 *db = store_connect(path, SQLITE_OPEN_READONLY, NULL, sink);
    if (!db)
        return NULL;
    SqliteEngine *self = xcalloc(1, sizeof *self);
    self->base.ops = &sqlite_ops;
    self->db = db;
    self->path = xstrdup(path);
    sqlite3_busy_handler(db, wait_for_lock, self);
    sqlite3_progress_handler(db, STEPS_BETWEEN_POLLS, poll_stop, self);
    int rc = sqlite_feed_register(self);
    if (rc == SQLITE_OK)
        rc = keeper_register(self);
    if (rc == SQLITE_OK)
        return self;
    store_report(sink, path, db, rc);
    close_engine(&self->base);
    return NULL;
}

static bool is_wal(sqlite3 *db)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(db, "pragma journal_mode", &rc);
    bool wal = stmt && sqlite3_step(stmt) == SQLITE_ROW &&
               sqlite3_stricmp((const char *)sqlite3_column_text(stmt, 0), "wal") == 0;
    sqlite3_finalize(stmt);
    return wal;
}

Engine *sqlite_engine_open(const char *path, DiagSink *sink)
{
    SqliteEngine *self = open_engine(path, sink);
    if (!self)
        return NULL;
    if (is_wal(self->db)) {
        self->watch = store_connect(path, SQLITE_OPEN_READONLY, NULL, sink);
        if (!self->watch) {
            close_engine(&self->base);
            return NULL;
        }
        sqlite3_busy_handler(self->watch, wait_for_lock, self);
    }
    return &self->base;
}

SqliteEngine *sqlite_engine_twin(const SqliteEngine *engine, DiagSink *sink)
{
    SqliteEngine *twin = open_engine(engine->path, sink);
    if (twin)
        twin->stop = engine->stop;
    return twin;
}

const char *sqlite_engine_version(void)
{
    return sqlite3_libversion();
}
