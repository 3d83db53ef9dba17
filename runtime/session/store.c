/* The open store, and what the resolver may know of it. */
#include "runtime/session/internal.h"

#include "runtime/base/suggest.h"
#include "runtime/engine/memory/memory.h"
#include "runtime/engine/sqlite/sqlite.h"
#include "runtime/session/printed.h"
#include "runtime/session/system.h"

#include <sys/stat.h>

static bool need_store(Session *s, Span span)
{
    if (s->engine || s->status == SESSION_STORE_ERROR)
        return s->engine != NULL; /* the store that is not readable was named */
    Diag *d = diag_error(&s->sink, DIAG_NO_STORE, span, "no store is open");
    diag_help(&s->sink, d, "begin with `open \"file.db\"`, or start `koers file.db`");
    return false;
}

/* The first error that an engine found, at its place in the script. */
static void pass_on(Session *s, const DiagSink *found, DiagCode otherwise, Span span)
{
    const Diag *first = found->first;
    Diag *d = diag_error(&s->sink, first ? first->code : otherwise, span, "%s",
                         first ? first->message : "it cannot be read");
    if (first && first->help)
        diag_help(&s->sink, d, "%s", first->help);
    for (const DiagNote *note = first ? first->notes : NULL; note; note = note->next)
        diag_note(&s->sink, d, NULL, "%s", note->text);
}

/* The error for a table that is not there, at its place in the script. */
static void unknown_table(Session *s, const char *name, Span span)
{
    TableInfo *table = NULL;
    size_t n = 0;
    DiagSink quiet;
    diag_sink_init(&quiet, s->statement, NULL);
    s->engine->ops->catalogue(s->engine, s->statement, &quiet, &table, &n);
    Suggest suggest;
    suggest_init(&suggest, name);
    for (size_t i = 0; i < n; i++)
        suggest_offer(&suggest, table[i].name);
    Diag *d = diag_error(&s->sink, DIAG_STORE_TABLE, span,
                         "the store has no table `%s`", name);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
}

/* Columns of a table or SQL text; NULL: reported. */
static const TableInfo *describe(Session *s, OriginKind kind, const char *name,
                                 Span span)
{
    bool table = kind == ORIGIN_TABLE;
    DiagSink found;
    diag_sink_init(&found, s->statement, s->texts);
    TableInfo *info = s->engine->ops->describe(s->engine, table ? name : NULL,
                                               table ? NULL : name, s->arena, &found);
    if (info)
        return info;
    if (found.first && found.first->code == DIAG_STORE_TABLE) {
        unknown_table(s, name, span);
        return NULL;
    }
    pass_on(s, &found, DIAG_STORE_FAILED, span);
    return NULL;
}

/* Rows in memory are kept as long as the session, and are those of the source. */
static void keep_rows(Session *s, Source *source, Result *result)
{
    ARENA_PUSH(s->arena, s->kept, s->n_kept, s->cap_kept, result);
    ColumnInfo *info = ARENA_ARRAY(s->arena, ColumnInfo, result->n_column + 1);
    for (size_t i = 0; i < result->n_column; i++) {
        info[i].name = result->column[i].title;
        info[i].type = result->column[i].type;
        info[i].declared = "";
    }
    source->column = info;
    source->n_column = result->n_column;
}

bool store_has_table(const Session *s, const char *name)
{
    DiagSink quiet;
    diag_sink_init(&quiet, s->statement, NULL);
    return s->engine && s->engine->ops->describe(s->engine, name, NULL, s->statement,
                                                 &quiet) != NULL;
}

/* What Koers itself knows, unless the store has a table of that name. */
static void take_system(Session *s, Source *source, const SystemTable *table)
{
    ColumnInfo *info = ARENA_ARRAY(s->arena, ColumnInfo, table->n_column);
    for (size_t i = 0; i < table->n_column; i++) {
        info[i].name = table->column[i].title;
        info[i].type = table->column[i].type;
        info[i].declared = "";
    }
    source->origin.kind = ORIGIN_SYSTEM;
    source->origin.by_person = table->by_person;
    source->column = info;
    source->n_column = table->n_column;
}

static bool find_columns(void *self, Source *source, Span span)
{
    Session *s = self;
    const Origin *o = &source->origin;
    const SystemTable *table = o->kind == ORIGIN_TABLE ? system_find(o->name) : NULL;
    if (table && !store_has_table(s, o->name)) {
        take_system(s, source, table);
        return true;
    }
    const TableInfo *info =
        need_store(s, span) ? describe(s, o->kind, o->name, span) : NULL;
    if (!info)
        return false;
    source->column = info->column;
    source->n_column = info->n_column;
    return true;
}

/* CSV files are loaded when their source is declared, and once per session. */
static Result *load_csv(void *self, Source *source, Span span)
{
    Session *s = self;
    const char *path = load_path(s, s->folder, source->origin.name);
    DiagSink found;
    diag_sink_init(&found, s->statement, s->texts);
    Result *result = memory_load_csv(path, &found);
    if (!result) {
        pass_on(s, &found, DIAG_CSV_UNREADABLE, span);
        return NULL;
    }
    keep_rows(s, source, result);
    return result;
}

static bool hand_out_rows(void *self, const ColumnPair *pair,
                          void (*row)(void *to, const Value *value), void *to)
{
    Session *s = self;
    session_ready_executor(s);
    return execute_rows(&s->executor, pair, row, to);
}

void store_init_catalog(Session *s)
{
    s->catalog.rows = hand_out_rows;
    s->catalog.columns = find_columns;
    s->catalog.csv = load_csv;
    s->catalog.printed = printed_declare;
    s->catalog.self = s;
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

bool store_open(Session *s, const char *path, Span span)
{
    if (s->engine) {
        if (s->options.store || is_same_file(path, s->store))
            return true; /* the command line's store wins over the script's */
        diag_error(&s->sink, DIAG_SECOND_STORE, span, "a store is open already: `%s`",
                   s->store);
        return false;
    }
    DiagSink found;
    diag_sink_init(&found, s->statement, s->texts);
    s->engine = sqlite_engine_open(path, span.file == UINT32_MAX ? &s->sink : &found);
    if (!s->engine) {
        if (found.first)
            pass_on(s, &found, DIAG_STORE_FAILED, span);
        s->status = SESSION_STORE_ERROR;
        return false;
    }
    s->engine->ops->set_stop(s->engine, s->options.stop);
    s->store = arena_strdup(s->arena, path);
    s->model.store = s->store;
    return true;
}

void store_look_for_changes(Session *s)
{
    uint64_t id = 0;
    DiagSink quiet;
    diag_sink_init(&quiet, s->statement, NULL);
    if (s->engine &&
        s->engine->ops->snapshot_begin(s->engine, &quiet, &id) == ENGINE_OK)
        s->engine->ops->snapshot_end(s->engine);
    if (id != s->profile_snapshot)
        s->profile_read = NULL;
    s->profile_snapshot = id;
}
