#include "runtime/engine/sqlite/journal.h"

#include "runtime/engine/sqlite/journal_file.h"

#include <unistd.h>

static bool add_look(const JournalFile *file, const JournalLook *look)
{
    sqlite3_stmt *stmt = journal_prepare(
        file, "insert into koers_log (at, who, kind, name, indicator, day)"
              " values (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!stmt)
        return false;
    journal_bind_now(stmt, 1);
    journal_bind_text(stmt, 2, look->who);
    journal_bind_text(stmt, 3, look->kind);
    journal_bind_text(stmt, 4, look->name);
    journal_bind_text(stmt, 5, look->indicator);
    journal_bind_day(stmt, 6, look->day);
    return journal_step(file, stmt);
}

bool journal_add_looks(const char *path, const JournalLook *look, size_t n,
                       DiagSink *sink)
{
    JournalFile file = {NULL, path, sink};
    bool ok = journal_begin(&file);
    for (size_t i = 0; i < n && ok; i++)
        ok = add_look(&file, &look[i]);
    return journal_finish(&file, ok);
}

bool journal_add_decision(const char *path, const JournalDecision *decision,
                          DiagSink *sink)
{
    JournalFile file = {NULL, path, sink};
    if (!journal_begin(&file))
        return journal_finish(&file, false);
    sqlite3_stmt *stmt = journal_prepare(
        &file, "insert into koers_decisions (at, who, indicator, decision, owner, day,"
               " due) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!stmt)
        return journal_finish(&file, false);
    journal_bind_now(stmt, 1);
    journal_bind_text(stmt, 2, decision->who);
    journal_bind_text(stmt, 3, decision->indicator);
    journal_bind_text(stmt, 4, decision->decision);
    journal_bind_text(stmt, 5, decision->owner);
    journal_bind_day(stmt, 6, decision->day);
    journal_bind_day(stmt, 7, decision->due);
    return journal_finish(&file, journal_step(&file, stmt));
}

/* ---- reading ---- */

static bool read_looks(const JournalFile *file, Arena *arena, Journal *journal)
{
    bool ok;
    sqlite3_stmt *stmt = journal_select(
        file, "koers_log",
        "select who, kind, name, indicator, day, id, at from koers_log order by id",
        &ok);
    if (!stmt)
        return ok;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        JournalLook look = {.who = journal_text_at(stmt, 0, arena),
                            .kind = journal_text_at(stmt, 1, arena),
                            .name = journal_text_at(stmt, 2, arena),
                            .indicator = journal_text_at(stmt, 3, arena),
                            .day = journal_day_at(stmt, 4),
                            .id = sqlite3_column_int64(stmt, 5),
                            .at = journal_moment_at(stmt, 6)};
        ARENA_PUSH(arena, journal->look, journal->n_look, journal->cap_look, look);
    }
    return sqlite3_finalize(stmt) == SQLITE_OK || journal_report(file);
}

static bool read_decisions(const JournalFile *file, Arena *arena, Journal *journal)
{
    bool ok;
    sqlite3_stmt *stmt =
        journal_select(file, "koers_decisions",
                       "select who, indicator, decision, owner, day, due, id, at"
                       " from koers_decisions order by id",
                       &ok);
    if (!stmt)
        return ok;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        JournalDecision decision = {.who = journal_text_at(stmt, 0, arena),
                                    .indicator = journal_text_at(stmt, 1, arena),
                                    .decision = journal_text_at(stmt, 2, arena),
                                    .owner = journal_text_at(stmt, 3, arena),
                                    .day = journal_day_at(stmt, 4),
                                    .due = journal_day_at(stmt, 5),
                                    .id = sqlite3_column_int64(stmt, 6),
                                    .at = journal_moment_at(stmt, 7)};
        ARENA_PUSH(arena, journal->decision, journal->n_decision, journal->cap_decision,
                   decision);
    }
    return sqlite3_finalize(stmt) == SQLITE_OK || journal_report(file);
}

bool journal_read(const char *path, Arena *arena, Journal *journal, DiagSink *sink)
{
    JournalFile file = {NULL, path, sink};
    *journal = (Journal){0};
    if (access(path, F_OK) != 0)
        return true;
    bool ok = journal_open(&file, SQLITE_OPEN_READONLY) &&
              journal_execute(&file, "begin") && read_looks(&file, arena, journal) &&
              read_decisions(&file, arena, journal) &&
              journal_read_forecasts(&file, arena, journal);
    sqlite3_close(file.db);
    return ok;
}
