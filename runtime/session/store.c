/* The open store, and what the resolver may know of it. */
#include "runtime/session/internal.h"

#include "runtime/base/suggest.h"
#include "runtime/engine/sqlite/sqlite.h"

static bool need_store(Session *s, Span span)
{
    if (s->engine)
        return true;
    Diag *d = diag_error(&s->sink, DIAG_NO_STORE, span, "no store is open");
    diag_help(&s->sink, d, "begin with `open \"file.db\"`, or start `koers file.db`");
    return false;
}

static bool unknown_table(Session *s, const char *name, Span span)
{
    TableInfo *table;
    size_t n;
    if (s->engine->ops->catalogue(s->engine, s->arena, &s->sink, &table, &n) !=
        ENGINE_OK)
        return false;
    Suggest suggest;
    suggest_init(&suggest, name);
    for (size_t i = 0; i < n; i++)
        suggest_offer(&suggest, table[i].name);
    Diag *d = diag_error(&s->sink, DIAG_UNKNOWN_TABLE, span,
                         "the store has no table `%s`", name);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    return false;
}

static bool find_columns(void *self, OriginKind kind, const char *name, Span span,
                         const ColumnInfo **column, size_t *n_column)
{
    Session *s = self;
    if (kind == ORIGIN_CSV) {
        diag_error(
            &s->sink, DIAG_NOT_YET, span,
            "a source from a CSV file is not evaluated by this version of Koers; "
            "load it with `koers import`");
        return false;
    }
    if (!need_store(s, span))
        return false;
    bool table = kind == ORIGIN_TABLE;
    TableInfo info = {0};
    EngineStatus status = s->engine->ops->describe(
        s->engine, table ? name : NULL, table ? NULL : name, s->arena, &s->sink, &info);
    if (status != ENGINE_OK)
        return s->sink.n_error ? false : unknown_table(s, name, span);
    *column = info.column;
    *n_column = info.n_column;
    return true;
}

void store_init_catalog(Session *s)
{
    s->catalog.columns = find_columns;
    s->catalog.self = s;
}

bool store_open(Session *s, const char *path, Span span)
{
    if (s->engine) {
        if (s->options.store)
            return true; /* the command line's store wins over the script's */
        diag_error(&s->sink, DIAG_SECOND_STORE, span, "a store is open already: `%s`",
                   s->store);
        return false;
    }
    s->engine = sqlite_engine_open(path, &s->sink);
    if (!s->engine) {
        s->status = SESSION_STORE_ERROR;
        return false;
    }
    s->store = arena_strdup(s->arena, path);
    s->model.store = s->store;
    return true;
}
