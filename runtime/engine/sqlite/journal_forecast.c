/* The table of what was expected. Its texts are bound and read by where they stand in a
   JournalForecast, so that the list of columns is written once. */
#include "runtime/engine/sqlite/journal_file.h"

#include <stddef.h>

const char journal_forecast_set_up[] =
    "create table if not exists koers_forecasts (id integer primary key,"
    " at text not null, made text not null, starts_on text not null,"
    " ends_on text not null, lead integer not null, kind text not null,"
    " level text not null,"
    " who text not null, entered_by text not null, measure text not null,"
    " dimension text not null, member text not null, periods text not null,"
    " period text not null, method text not null, made_of text not null,"
    " value text not null, p10 text not null, p50 text not null, p90 text not null,"
    " unit text not null, state text not null, parameters text not null,"
    " question text not null);"
    "create trigger if not exists koers_forecasts_kept before update on koers_forecasts"
    " begin select raise(abort, 'the log is only added to'); end;"
    "create trigger if not exists koers_forecasts_whole before delete on "
    "koers_forecasts"
    " begin select raise(abort, 'the log is only added to'); end;";

static const char insert_text[] =
    "insert into koers_forecasts (at, made, starts_on, ends_on, lead, kind, level, who,"
    " entered_by, measure, dimension, member, periods, period, method, made_of, value,"
    " p10, p50, p90, unit, state, parameters, question) values (?1, ?2, ?3, ?4, ?5, ?6,"
    " ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,"
    " ?24)";

static const char select_text[] =
    "select at, made, starts_on, ends_on, lead, kind, level, who, entered_by,"
    " measure, dimension, member, periods, period, method, made_of, value, p10, p50, "
    "p90, unit,"
    " state, parameters, question, id from koers_forecasts order by id";

enum { FIRST_TEXT = 5, ID = 24 }; /* columns of select_text */

static const size_t texts[ID - FIRST_TEXT] = {
    offsetof(JournalForecast, kind),    offsetof(JournalForecast, level),
    offsetof(JournalForecast, who),     offsetof(JournalForecast, entered_by),
    offsetof(JournalForecast, measure), offsetof(JournalForecast, dimension),
    offsetof(JournalForecast, member),  offsetof(JournalForecast, periods),
    offsetof(JournalForecast, period),  offsetof(JournalForecast, method),
    offsetof(JournalForecast, made_of), offsetof(JournalForecast, value),
    offsetof(JournalForecast, p10),     offsetof(JournalForecast, p50),
    offsetof(JournalForecast, p90),     offsetof(JournalForecast, unit),
    offsetof(JournalForecast, state),   offsetof(JournalForecast, parameters),
    offsetof(JournalForecast, question)};

static bool add_forecast(const JournalFile *file, const JournalForecast *forecast)
{
    sqlite3_stmt *stmt = journal_prepare(file, insert_text);
    if (!stmt)
        return false;
    journal_bind_now(stmt, 1);
    journal_bind_day(stmt, 2, forecast->made);
    journal_bind_day(stmt, 3, forecast->starts_on);
    journal_bind_day(stmt, 4, forecast->ends_on);
    sqlite3_bind_int64(stmt, 5, forecast->lead);
    for (size_t i = 0; i < ID - FIRST_TEXT; i++) {
        const char *const *text =
            (const char *const *)((const char *)forecast + texts[i]);
        journal_bind_text(stmt, (int)(FIRST_TEXT + i + 1), *text);
    }
    return journal_step(file, stmt);
}

bool journal_add_forecasts(const char *path, const JournalForecast *forecast, size_t n,
                           DiagSink *sink)
{
    JournalFile file = {NULL, path, sink};
    bool ok = journal_begin(&file);
    for (size_t i = 0; i < n && ok; i++)
        ok = add_forecast(&file, &forecast[i]);
    return journal_finish(&file, ok);
}

bool journal_read_forecasts(const JournalFile *file, Arena *arena, Journal *journal)
{
    bool ok;
    sqlite3_stmt *stmt = journal_select(file, "koers_forecasts", select_text, &ok);
    if (!stmt)
        return ok;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        JournalForecast forecast = {.at = journal_moment_at(stmt, 0),
                                    .made = journal_day_at(stmt, 1),
                                    .starts_on = journal_day_at(stmt, 2),
                                    .ends_on = journal_day_at(stmt, 3),
                                    .lead = sqlite3_column_int64(stmt, 4),
                                    .id = sqlite3_column_int64(stmt, ID)};
        for (size_t i = 0; i < ID - FIRST_TEXT; i++) {
            const char **text = (const char **)((char *)&forecast + texts[i]);
            *text = journal_text_at(stmt, (int)(FIRST_TEXT + i), arena);
        }
        ARENA_PUSH(arena, journal->forecast, journal->n_forecast, journal->cap_forecast,
                   forecast);
    }
    return sqlite3_finalize(stmt) == SQLITE_OK || journal_report(file);
}
