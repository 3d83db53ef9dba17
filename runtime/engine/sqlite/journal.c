#include "runtime/engine/sqlite/journal.h"

#include "runtime/engine/sqlite/store.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/* Twenty that write at once have to wait for each other. */
enum { PATIENCE = 3000, PAUSE_MILLISECONDS = 5 };

typedef struct {
    sqlite3 *db;
    const char *path;
    DiagSink *sink;
} File;

static const char set_up_text[] =
    "create table if not exists koers_log (id integer primary key, at text not null,"
    " who text not null, kind text not null, name text not null,"
    " indicator text not null, day text not null);"
    "create table if not exists koers_decisions (id integer primary key,"
    " at text not null, who text not null, indicator text not null,"
    " decision text not null, owner text not null, day text not null, due text);"
    "create trigger if not exists koers_log_kept before update on koers_log"
    " begin select raise(abort, 'the log is only added to'); end;"
    "create trigger if not exists koers_log_whole before delete on koers_log"
    " begin select raise(abort, 'the log is only added to'); end;"
    "create trigger if not exists koers_decisions_kept before update on koers_decisions"
    " begin select raise(abort, 'the log is only added to'); end;"
    "create trigger if not exists koers_decisions_whole before delete on "
    "koers_decisions"
    " begin select raise(abort, 'the log is only added to'); end;";

static int wait_for_others(void *self, int times)
{
    (void)self;
    struct timespec pause = {0, PAUSE_MILLISECONDS * 1000000L};
    (void)nanosleep(&pause, NULL);
    return times < PATIENCE;
}

static bool open_file(File *file, int flags)
{
    static const StorePatience patience = {wait_for_others, NULL};
    file->db = store_connect(file->path, flags, &patience, file->sink);
    return file->db != NULL;
}

static bool report(const File *file)
{
    store_report(file->sink, file->path, file->db, sqlite3_errcode(file->db));
    return false;
}

static bool execute(const File *file, const char *sql)
{
    return sqlite3_exec(file->db, sql, NULL, NULL, NULL) == SQLITE_OK || report(file);
}

/* From here on nobody else writes. */
static bool begin(File *file)
{
    if (!open_file(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE))
        return false;
    return execute(file, "begin immediate") && execute(file, set_up_text);
}

/* Closing takes back what was not committed. */
static bool finish(const File *file, bool ok)
{
    ok = ok && execute(file, "commit");
    sqlite3_close(file->db);
    return ok;
}

static void bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
    sqlite3_bind_text(stmt, at, text, -1, SQLITE_TRANSIENT);
}

static void bind_day(sqlite3_stmt *stmt, int at, Day day)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (day != DAY_NONE) {
        civil_print_day(&sb, day);
        bind_text(stmt, at, sb.text);
    }
    strbuf_release(&sb);
}

static void bind_now(sqlite3_stmt *stmt, int at)
{
    StrBuf sb;
    strbuf_init(&sb);
    civil_print_moment(&sb, civil_now());
    bind_text(stmt, at, sb.text);
    strbuf_release(&sb);
}

static bool step(const File *file, sqlite3_stmt *stmt)
{
    bool ok = sqlite3_step(stmt) == SQLITE_DONE || report(file);
    sqlite3_finalize(stmt);
    return ok;
}

static sqlite3_stmt *prepare(const File *file, const char *sql)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(file->db, sql, &rc);
    if (!stmt)
        store_report(file->sink, file->path, file->db, rc);
    return stmt;
}

static bool add_look(const File *file, const JournalLook *look)
{
    sqlite3_stmt *stmt =
        prepare(file, "insert into koers_log (at, who, kind, name, indicator, day)"
                      " values (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!stmt)
        return false;
    bind_now(stmt, 1);
    bind_text(stmt, 2, look->who);
    bind_text(stmt, 3, look->kind);
    bind_text(stmt, 4, look->name);
    bind_text(stmt, 5, look->indicator);
    bind_day(stmt, 6, look->day);
    return step(file, stmt);
}

bool journal_add_looks(const char *path, const JournalLook *look, size_t n,
                       DiagSink *sink)
{
    File file = {NULL, path, sink};
    bool ok = begin(&file);
    for (size_t i = 0; i < n && ok; i++)
        ok = add_look(&file, &look[i]);
    return finish(&file, ok);
}

bool journal_add_decision(const char *path, const JournalDecision *decision,
                          DiagSink *sink)
{
    File file = {NULL, path, sink};
    if (!begin(&file))
        return finish(&file, false);
    sqlite3_stmt *stmt = prepare(
        &file, "insert into koers_decisions (at, who, indicator, decision, owner, day,"
               " due) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!stmt)
        return finish(&file, false);
    bind_now(stmt, 1);
    bind_text(stmt, 2, decision->who);
    bind_text(stmt, 3, decision->indicator);
    bind_text(stmt, 4, decision->decision);
    bind_text(stmt, 5, decision->owner);
    bind_day(stmt, 6, decision->day);
    bind_day(stmt, 7, decision->due);
    return finish(&file, step(&file, stmt));
}

/* ---- reading ---- */

static const char *text_at(sqlite3_stmt *stmt, int column, Arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text ? arena_strdup(arena, text) : "";
}

static Day day_at(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    int64_t seconds;
    bool has_time;
    if (!text || !civil_parse(text, strlen(text), &seconds, &has_time))
        return DAY_NONE;
    return civil_day_of(seconds);
}

static int64_t moment_at(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    int64_t seconds;
    bool has_time;
    return text && civil_parse(text, strlen(text), &seconds, &has_time) ? seconds : 0;
}

static bool read_looks(const File *file, Arena *arena, Journal *journal)
{
    sqlite3_stmt *stmt = prepare(
        file,
        "select who, kind, name, indicator, day, id, at from koers_log order by id");
    if (!stmt)
        return false;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        JournalLook look = {.who = text_at(stmt, 0, arena),
                            .kind = text_at(stmt, 1, arena),
                            .name = text_at(stmt, 2, arena),
                            .indicator = text_at(stmt, 3, arena),
                            .day = day_at(stmt, 4),
                            .id = sqlite3_column_int64(stmt, 5),
                            .at = moment_at(stmt, 6)};
        ARENA_PUSH(arena, journal->look, journal->n_look, journal->cap_look, look);
    }
    return sqlite3_finalize(stmt) == SQLITE_OK || report(file);
}

static bool read_decisions(const File *file, Arena *arena, Journal *journal)
{
    sqlite3_stmt *stmt =
        prepare(file, "select who, indicator, decision, owner, day, due, id, at"
                      " from koers_decisions order by id");
    if (!stmt)
        return false;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        JournalDecision decision = {.who = text_at(stmt, 0, arena),
                                    .indicator = text_at(stmt, 1, arena),
                                    .decision = text_at(stmt, 2, arena),
                                    .owner = text_at(stmt, 3, arena),
                                    .day = day_at(stmt, 4),
                                    .due = day_at(stmt, 5),
                                    .id = sqlite3_column_int64(stmt, 6),
                                    .at = moment_at(stmt, 7)};
        ARENA_PUSH(arena, journal->decision, journal->n_decision, journal->cap_decision,
                   decision);
    }
    return sqlite3_finalize(stmt) == SQLITE_OK || report(file);
}

bool journal_read(const char *path, Arena *arena, Journal *journal, DiagSink *sink)
{
    File file = {NULL, path, sink};
    *journal = (Journal){0};
    if (access(path, F_OK) != 0)
        return true;
    bool ok = open_file(&file, SQLITE_OPEN_READONLY) && execute(&file, "begin") &&
              read_looks(&file, arena, journal) &&
              read_decisions(&file, arena, journal);
    sqlite3_close(file.db);
    return ok;
}
