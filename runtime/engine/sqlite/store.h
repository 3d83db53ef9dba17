/* What the files of engine/sqlite share: connections, their failures, SQL text. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_STORE_H
#define KOERS_RUNTIME_ENGINE_SQLITE_STORE_H

#include "runtime/engine/engine.h"

#include <sqlite3.h>

typedef struct Feed Feed;
typedef struct Keeper Keeper;

/* One connection, used by one thread. */
typedef struct {
    Engine base; /* first: an Engine * of ours is a SqliteEngine * */
    sqlite3 *db;
    sqlite3 *watch; /* outside transactions; only where writers do not wait for
                       readers (WAL), else NULL */
    char *path;
    const volatile sig_atomic_t *stop; /* NULL: locks are waited for to the end */
    bool in_snapshot;
    int64_t watch_version;     /* data version of `watch` before the snapshot began */
    const RunControl *control; /* of the scan that runs */
    Feed *feed;                /* of the scan that runs, for koers_feed() */
    Keeper *keeper;            /* likewise, for koers_keep() */
} SqliteEngine;

SqliteEngine *store_engine(Engine *engine);

/* Waits a moment for another program, the `times`-th time; 0: no longer. */
typedef struct {
    int (*wait)(void *self, int times);
    void *self;
} StorePatience;

/* Opens and hardens a connection; `flags` as of sqlite3_open_v2; `patience` NULL: five
   seconds. NULL: reported. */
sqlite3 *store_connect(const char *path, int flags, const StorePatience *patience,
                       DiagSink *sink);
/* Says in our words what went wrong; SQLite's own text is a note. An interruption is
   no failure: ENGINE_STOPPED and no message. */
EngineStatus store_report(DiagSink *sink, const char *path, sqlite3 *db, int rc);

/* One integer of a constant query; SQLITE_ROW, or what went wrong. */
int store_read_int(sqlite3 *db, const char *sql, int64_t *out);
/* Prepares all of `sql`; NULL: *rc says why. */
sqlite3_stmt *store_prepare(sqlite3 *db, const char *sql, int *rc);
/* Prepares the text of `from sql`: one query that reads. NULL: reported. */
sqlite3_stmt *store_prepare_foreign(SqliteEngine *engine, const char *sql,
                                    DiagSink *sink);

/* Appends a quoted identifier. */
void store_add_ident(StrBuf *sql, const char *name);

typedef struct {
    bool found;
    bool is_view;      /* or a virtual table: rows cannot be split */
    const char *rowid; /* a name of the row number, NULL where there is none */
} TableForm;

/* How `table` is stored; SQLITE_OK or what went wrong. */
int store_table_form(sqlite3 *db, const char *table, TableForm *form);
/* Smallest and largest row number; *empty without rows. */
int store_row_range(sqlite3 *db, const char *table, const char *rowid, int64_t range[2],
                    bool *empty);

/* relations.c: what is declared of a table besides its primary key. Fills `unique` and
   `foreign`; SQLITE_OK or what went wrong. */
int store_read_relations(sqlite3 *db, Arena *arena, TableInfo *info);

/* The operations of the engine, one file each. */
EngineStatus sqlite_catalogue(Engine *engine, Arena *arena, DiagSink *sink,
                              TableInfo **table, size_t *n_table);
TableInfo *sqlite_describe(Engine *engine, const char *table, const char *sql,
                           Arena *arena, DiagSink *sink);
EngineStatus sqlite_snapshot_begin(Engine *engine, DiagSink *sink, uint64_t *id);
void sqlite_snapshot_end(Engine *engine);
Engine *sqlite_helper(Engine *engine);
EngineStatus sqlite_scan(Engine *engine, const Scan *scan, BatchSink sink,
                         const RunControl *control, DiagSink *diags);
uint32_t sqlite_parts(Engine *engine, const char *table);
/* Registers koers_feed(); an SQLite status. */
int sqlite_feed_register(SqliteEngine *engine);
/* keep.c: rows left out by the hints of a scan. Registers koers_keep(); an SQLite
   status. */
int keeper_register(SqliteEngine *engine);
/* Are there hints, and no more than it can use? */
bool keeper_takes(const Scan *scan);
/* What koers_keep() needs while the scan runs; free() it after. */
Keeper *keeper_new(const Scan *scan);
/* Appends the condition. */
void keeper_add(StrBuf *sql, const Scan *scan);
/* An engine on another connection to the same file, NULL when that fails. */
SqliteEngine *sqlite_engine_twin(const SqliteEngine *engine, DiagSink *sink);

#endif
