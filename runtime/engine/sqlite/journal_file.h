/* Inside the journal: its file, and the cells of its tables. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_JOURNAL_FILE_H
#define KOERS_RUNTIME_ENGINE_SQLITE_JOURNAL_FILE_H

#include "runtime/engine/sqlite/journal.h"
#include "runtime/engine/sqlite/store.h"

typedef struct {
    sqlite3 *db; /* NULL: it could not be opened */
    const char *path;
    DiagSink *sink;
} JournalFile;

/* false: reported, here and below. */
bool journal_open(JournalFile *file, int flags);
bool journal_report(const JournalFile *file);
bool journal_execute(const JournalFile *file, const char *sql);
/* Opens the file, made with its tables where it is not there. From here on nobody else
   writes. */
bool journal_begin(JournalFile *file);
/* Closes it; closing takes back what was not committed. */
bool journal_finish(const JournalFile *file, bool ok);

/* NULL: reported. */
sqlite3_stmt *journal_prepare(const JournalFile *file, const char *sql);
/* The rows of a table; NULL: there are none, or it was reported, and *ok is false. A
   file that another writer has just made has no table yet, one of an earlier version
   not all. */
sqlite3_stmt *journal_select(const JournalFile *file, const char *table,
                             const char *sql, bool *ok);
/* Runs a statement without rows to its end, and lets it go. */
bool journal_step(const JournalFile *file, sqlite3_stmt *stmt);
void journal_bind_text(sqlite3_stmt *stmt, int at, const char *text);
void journal_bind_day(sqlite3_stmt *stmt, int at, Day day);
void journal_bind_now(sqlite3_stmt *stmt, int at);
const char *journal_text_at(sqlite3_stmt *stmt, int column, Arena *arena);
Day journal_day_at(sqlite3_stmt *stmt, int column);
int64_t journal_moment_at(sqlite3_stmt *stmt, int column);

/* journal_forecast.c */
extern const char journal_forecast_set_up[];
bool journal_read_forecasts(const JournalFile *file, Arena *arena, Journal *journal);

#endif
