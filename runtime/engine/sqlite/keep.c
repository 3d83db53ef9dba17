/* Leaving out rows by their days: `where koers_keep(c1, c2, ...)` on the hinted
   columns. A function of ours and no comparison in SQL, because dates are texts in many
   forms, a column may hold anything, and the days of what is left out have to be known.
   The rows are those of one table, read once. */
#include "runtime/engine/sqlite/store.h"

#include "runtime/base/civil.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { HINTS_MAX = 8, SECONDS_OF_DAY = 86400 };

/* What a text says: KEEP_DAY sets a day, KEEP_ODD is for the reader to report. */
typedef enum { KEEP_DAY, KEEP_NONE, KEEP_ODD } KeepKind;

typedef struct {
    KeepKind kind;
    Day day;
} Kept;

/* The text that a column had last. */
typedef struct {
    char text[32];
    size_t len;
    Kept kept;
} LastDay;

struct Keeper {
    DayHint *hint;
    size_t n;
    LastDay last[HINTS_MAX];
};

bool keeper_takes(const Scan *scan)
{
    return scan->n_hint > 0 && scan->n_hint <= HINTS_MAX;
}

Keeper *keeper_new(const Scan *scan)
{
    Keeper *keeper = xcalloc(1, sizeof *keeper);
    keeper->hint = scan->hint;
    keeper->n = scan->n_hint;
    return keeper;
}

void keeper_add(StrBuf *sql, const Scan *scan)
{
    strbuf_adds(sql, "koers_keep(");
    for (size_t i = 0; i < scan->n_hint; i++) {
        strbuf_adds(sql, i ? ", " : "");
        store_add_ident(sql, scan->hint[i].column);
    }
    strbuf_adds(sql, ")");
}

static Kept read_day(const DayHint *hint, const char *text, size_t len)
{
    int64_t seconds;
    bool has_time;
    if (len == 0)
        return (Kept){.kind = KEEP_NONE};
    if (!civil_parse(text, len, &seconds, &has_time))
        return (Kept){.kind = KEEP_ODD};
    Day day = civil_day_of(seconds);
    bool is_odd = !hint->is_moment && (int64_t)day * SECONDS_OF_DAY != seconds;
    return (Kept){.kind = is_odd ? KEEP_ODD : KEEP_DAY, .day = day};
}

static Kept day_of(Keeper *keeper, size_t i, sqlite3_value *value)
{
    int class = sqlite3_value_type(value);
    if (class != SQLITE_TEXT)
        return (Kept){.kind = class == SQLITE_NULL ? KEEP_NONE : KEEP_ODD};
    const char *text = (const char *)sqlite3_value_text(value);
    size_t len = text ? (size_t)sqlite3_value_bytes(value) : 0;
    LastDay *last = &keeper->last[i];
    if (len && len == last->len && memcmp(text, last->text, len) == 0)
        return last->kept;
    Kept kept = read_day(&keeper->hint[i], text, len);
    last->len = len <= sizeof last->text ? len : 0;
    if (last->len)
        memcpy(last->text, text, len);
    last->kept = kept;
    return kept;
}

static void note_left_out(DayHint *hint, Day day)
{
    DayRange *range = &hint->left_out;
    if (range->lo >= range->hi)
        *range = (DayRange){day, day + 1};
    else if (day < range->lo)
        range->lo = day;
    else if (day >= range->hi)
        range->hi = day + 1;
}

static void keep(sqlite3_context *context, int n, sqlite3_value **value)
{
    const SqliteEngine *engine = sqlite3_user_data(context);
    Keeper *keeper = engine->keeper;
    if (!keeper || (size_t)n != keeper->n) {
        sqlite3_result_error(context, "koers_keep() is not for SQL texts", -1);
        return;
    }
    Kept kept[HINTS_MAX];
    bool is_wanted = false;
    for (size_t i = 0; i < keeper->n; i++) {
        DayRange wanted = keeper->hint[i].wanted;
        kept[i] = day_of(keeper, i, value[i]);
        is_wanted |= kept[i].kind == KEEP_ODD ||
                     (kept[i].kind == KEEP_DAY && kept[i].day >= wanted.lo &&
                      kept[i].day < wanted.hi);
    }
    for (size_t i = 0; i < keeper->n && !is_wanted; i++) {
        if (kept[i].kind == KEEP_DAY)
            note_left_out(&keeper->hint[i], kept[i].day);
    }
    sqlite3_result_int(context, is_wanted);
}

int keeper_register(SqliteEngine *engine)
{
    return sqlite3_create_function_v2(engine->db, "koers_keep", -1,
                                      SQLITE_UTF8 | SQLITE_DIRECTONLY, engine, keep,
                                      NULL, NULL, NULL);
}
