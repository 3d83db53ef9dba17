/* Failures of SQLite in our words, with the way out. */
#include "runtime/engine/sqlite/store.h"

typedef struct {
    DiagCode code;
    const char *before, *after; /* the quoted path */
    const char *help;
} Failure;

static const Failure locked = {
    DIAG_STORE_LOCKED, "the store ", " is locked by another program",
    "try again when that program is done; it may hold an open transaction"};
static const Failure foreign = {DIAG_STORE_FOREIGN, "", " is no SQLite database",
                                "open an SQLite file; `koers run` runs a script, "
                                "`koers import` makes a store of CSV files"};
static const Failure damaged = {
    DIAG_STORE_DAMAGED, "the store ", " is damaged or cut off",
    "take a fresh copy, or save what is left with `sqlite3 FILE .recover`"};
static const Failure unreadable = {
    DIAG_STORE_UNREADABLE, "the store ", " cannot be opened",
    "its file, its folder and the files FILE-wal and FILE-shm must be accessible"};
static const Failure full = {DIAG_STORE_FAILED, "no room is left for the store ", "",
                             "free some disk space and try again"};
static const Failure other = {DIAG_STORE_FAILED, "the store ", " failed", NULL};

static const Failure *failure_of(int rc)
{
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return &locked;
    case SQLITE_NOTADB:
        return &foreign;
    case SQLITE_CORRUPT:
        return &damaged;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return &unreadable;
    case SQLITE_FULL:
        return &full;
    default:
        return &other;
    }
}

static void add_failure(DiagSink *sink, const Failure *failure, const char *path,
                        const char *note)
{
    Diag *diag = diag_error_at_large(sink, failure->code, "%s`%s`%s", failure->before,
                                     path, failure->after);
    diag_note(sink, diag, NULL, "SQLite says: %s", note);
    if (failure->help)
        diag_help(sink, diag, "%s", failure->help);
}

EngineStatus store_report(DiagSink *sink, const char *path, sqlite3 *db, int rc)
{
    if ((rc & 0xff) == SQLITE_INTERRUPT)
        return ENGINE_STOPPED;
    const char *note = db && sqlite3_errcode(db) == (rc & 0xff) ? sqlite3_errmsg(db)
                                                                : sqlite3_errstr(rc);
    add_failure(sink, failure_of(rc), path, note);
    return ENGINE_FAILED;
}
