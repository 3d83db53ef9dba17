/* Foreign keys and unique indexes, as they are declared. An index that leaves rows out
   or is over expressions says nothing of whole columns. */
#include "runtime/engine/sqlite/store.h"

static const char *text_at(Arena *arena, sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text ? arena_strdup(arena, text) : NULL;
}

typedef struct {
    TableInfo *info;
    size_t cap, cap_column, cap_target, n_target; /* the last three of the last key */
} ForeignKeys;

/* Rows come key by key as they were declared, and its columns in order. */
static void add_foreign(ForeignKeys *keys, Arena *arena, sqlite3_stmt *stmt)
{
    TableInfo *info = keys->info;
    if (sqlite3_column_int(stmt, 0) == 0) {
        ForeignKey first = {.table = text_at(arena, stmt, 1)};
        ARENA_PUSH(arena, info->foreign, info->n_foreign, keys->cap, first);
        keys->cap_column = keys->cap_target = keys->n_target = 0;
    }
    if (!info->n_foreign)
        return;
    ForeignKey *key = &info->foreign[info->n_foreign - 1];
    const char *target = text_at(arena, stmt, 3);
    const char *column = text_at(arena, stmt, 2);
    ARENA_PUSH(arena, key->column, key->n, keys->cap_column, column);
    if (target)
        ARENA_PUSH(arena, key->target, keys->n_target, keys->cap_target, target);
}

static int read_foreign(sqlite3 *db, Arena *arena, TableInfo *info)
{
    int rc;
    sqlite3_stmt *stmt = store_prepare(
        db,
        "select seq, \"table\", \"from\", \"to\" from pragma_foreign_key_list(?1) "
        "order by id desc, seq",
        &rc);
    if (!stmt)
        return rc;
    sqlite3_bind_text(stmt, 1, info->name, -1, SQLITE_STATIC);
    ForeignKeys keys = {.info = info};
    while (sqlite3_step(stmt) == SQLITE_ROW)
        add_foreign(&keys, arena, stmt);
    return sqlite3_finalize(stmt);
}

/* The columns of one index; n stays 0 where one of them is an expression. */
static int read_index(sqlite3 *db, Arena *arena, const char *index, UniqueColumns *out)
{
    int rc;
    sqlite3_stmt *stmt =
        store_prepare(db, "select name from pragma_index_info(?1) order by seqno", &rc);
    if (!stmt)
        return rc;
    sqlite3_bind_text(stmt, 1, index, -1, SQLITE_STATIC);
    size_t cap = 0;
    bool is_plain = true;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *name = text_at(arena, stmt, 0);
        is_plain &= name != NULL;
        ARENA_PUSH(arena, out->column, out->n, cap, name);
    }
    if (!is_plain)
        out->n = 0;
    return sqlite3_finalize(stmt);
}

static int read_unique(sqlite3 *db, Arena *arena, TableInfo *info)
{
    int rc;
    sqlite3_stmt *stmt =
        store_prepare(db,
                      "select name from pragma_index_list(?1) where \"unique\" and "
                      "origin <> 'pk' and not partial order by seq desc",
                      &rc);
    if (!stmt)
        return rc;
    sqlite3_bind_text(stmt, 1, info->name, -1, SQLITE_STATIC);
    size_t cap = 0;
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        UniqueColumns unique = {0};
        rc = read_index(db, arena, (const char *)sqlite3_column_text(stmt, 0), &unique);
        if (rc == SQLITE_OK && unique.n)
            ARENA_PUSH(arena, info->unique, info->n_unique, cap, unique);
    }
    return sqlite3_finalize(stmt);
}

int store_read_relations(sqlite3 *db, Arena *arena, TableInfo *info)
{
    int rc = read_foreign(db, arena, info);
    return rc == SQLITE_OK ? read_unique(db, arena, info) : rc;
}
