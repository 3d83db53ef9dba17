#include "runtime/engine/sqlite/journal_file.h"

#include <string.h>
#include <time.h>

/* Twenty that write at once have to wait for each other. */
enum { PATIENCE = 3000, PAUSE_MILLISECONDS = 5 };

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

bool journal_open(JournalFile *file, int flags)
{
    static const StorePatience patience = {wait_for_others, NULL};
    file->db = store_connect(file->path, flags, &patience, file->sink);
    return file->db != NULL;
}

bool journal_report(const JournalFile *file)
{
    store_report(file->sink, file->path, file->db, sqlite3_errcode(file->db));
    return false;
}

bool journal_execute(const JournalFile *file, const char *sql)
{
    return sqlite3_exec(file->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           journal_report(file);
}

/* From here on nobody else writes. */
bool journal_begin(JournalFile *file)
{
    if (!journal_open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE))
        return false;
    return journal_execute(file, "begin immediate") &&
           journal_execute(file, set_up_text) &&
           journal_execute(file, journal_forecast_set_up);
}

/* Closing takes back what was not committed. */
bool journal_finish(const JournalFile *file, bool ok)
{
    ok = ok && journal_execute(file, "commit");
    sqlite3_close(file->db);
    return ok;
}

void journal_bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
    sqlite3_bind_text(stmt, at, text, -1, SQLITE_TRANSIENT);
}

void journal_bind_day(sqlite3_stmt *stmt, int at, Day day)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (day != DAY_NONE) {
        civil_print_day(&sb, day);
        journal_bind_text(stmt, at, sb.text);
    }
    strbuf_release(&sb);
}

void journal_bind_now(sqlite3_stmt *stmt, int at)
{
    StrBuf sb;
    strbuf_init(&sb);
    civil_print_moment(&sb, civil_now());
    journal_bind_text(stmt, at, sb.text);
    strbuf_release(&sb);
}

bool journal_step(const JournalFile *file, sqlite3_stmt *stmt)
{
    bool ok = sqlite3_step(stmt) == SQLITE_DONE || journal_report(file);
    sqlite3_finalize(stmt);
    return ok;
}

sqlite3_stmt *journal_prepare(const JournalFile *file, const char *sql)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(file->db, sql, &rc);
    if (!stmt)
        store_report(file->sink, file->path, file->db, rc);
    return stmt;
}

static bool has_table(const JournalFile *file, const char *name, bool *ok)
{
    sqlite3_stmt *stmt =
        journal_prepare(file, "select 1 from sqlite_master where name = ?1");
    *ok = stmt != NULL;
    if (!stmt)
        return false;
    journal_bind_text(stmt, 1, name);
    bool found = sqlite3_step(stmt) == SQLITE_ROW;
    *ok = sqlite3_finalize(stmt) == SQLITE_OK || journal_report(file);
    return found && *ok;
}

sqlite3_stmt *journal_select(const JournalFile *file, const char *table,
                             const char *sql, bool *ok)
{
    if (!has_table(file, table, ok))
        return NULL;
    sqlite3_stmt *stmt = journal_prepare(file, sql);
    *ok = stmt != NULL;
    return stmt;
}

const char *journal_text_at(sqlite3_stmt *stmt, int column, Arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text ? arena_strdup(arena, text) : "";
}

Day journal_day_at(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    int64_t seconds;
    bool has_time;
    if (!text || !civil_parse(text, strlen(text), &seconds, &has_time))
        return DAY_NONE;
    return civil_day_of(seconds);
}

int64_t journal_moment_at(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    int64_t seconds;
    bool has_time;
    return text && civil_parse(text, strlen(text), &seconds, &has_time) ? seconds : 0;
}
