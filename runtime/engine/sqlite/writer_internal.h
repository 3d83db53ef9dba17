/* What the files that write to a store share. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_WRITER_INTERNAL_H
#define KOERS_RUNTIME_ENGINE_SQLITE_WRITER_INTERNAL_H

#include "runtime/engine/sqlite/store.h"
#include "runtime/engine/sqlite/writer.h"

struct StoreWriter {
    sqlite3 *db;
    sqlite3_stmt *insert;
    sqlite3_stmt *seen; /* keys of this file; NULL where the table itself tells */
    char *path;
    WriterPatience patience;
    DiagSink *sink;
    int bind_status; /* the first failure among the values of the row */
    bool has_made_file, has_committed;
};

/* Runs a statement; false: reported. */
bool writer_run(StoreWriter *writer, const char *sql);
/* NULL: reported. */
sqlite3_stmt *writer_prepare(StoreWriter *writer, const char *sql);
/* Ends a statement; false: it failed, reported. */
bool writer_finish(StoreWriter *writer, sqlite3_stmt *stmt);

#endif
