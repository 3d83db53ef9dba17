/* Reads storage classes batch by batch, undecoded, and asks the index of a dated join
   which of its rows overlap. */
#include "runtime/execute/claims.h"

#include "runtime/base/xalloc.h"
#include "runtime/execute/internal.h"

#include <stdlib.h>

typedef struct {
    StoredAs *stored;
    size_t n;
    Executor *ex;
} Counting;

static void count_column(const RawColumn *raw, uint32_t n, StoredAs *stored)
{
    for (uint32_t i = 0; i < n; i++) {
        CellClass cls = (CellClass)raw->cls[i];
        stored->number += cls == CELL_INTEGER || cls == CELL_REAL;
        stored->text += cls == CELL_TEXT || cls == CELL_MOMENT;
        stored->blob += cls == CELL_BLOB;
    }
}

static bool count_batch(void *self, const Batch *batch)
{
    Counting *c = self;
    for (size_t i = 0; i < c->n; i++) {
        if (batch->raw && batch->raw[i])
            count_column(batch->raw[i], batch->n, &c->stored[i]);
    }
    return !execute_stopped(c->ex, c->ex->sink);
}

static bool count_stored(Executor *ex, const Source *source, Counting *c)
{
    const char **name = xcalloc(source->n_column + 1, sizeof(char *));
    Intern *pool = intern_new(NULL);
    for (size_t i = 0; i < source->n_column; i++)
        name[i] = source->column[i].name;
    bool table = source->origin.kind == ORIGIN_TABLE;
    Scan scan = {.table = table ? source->origin.name : NULL,
                 .sql = table ? NULL : source->origin.name,
                 .column = name,
                 .n_column = source->n_column,
                 .n_part = 1,
                 .pool = pool};
    RunControl control = {
        .stop = ex->stop, .progress = ex->progress, .progress_self = ex->progress_self};
    EngineStatus status = ex->engine->ops->scan(
        ex->engine, &scan, (BatchSink){count_batch, c}, &control, ex->sink);
    if (status == ENGINE_STOPPED && !execute_stopped(ex, ex->sink))
        diag_error_at_large(ex->sink, DIAG_STOPPED, "the question was stopped");
    intern_free(pool);
    free(name);
    return status == ENGINE_OK;
}

bool claims_stored(Executor *executor, const Source *source, StoredAs *stored)
{
    const Origin *origin = &source->origin;
    Counting counting = {stored, source->n_column, executor};
    bool in_store = origin->kind == ORIGIN_TABLE || origin->kind == ORIGIN_SQL;
    if (!executor->engine || origin->source || !in_store || !source->n_column)
        return true;
    if (!execute_enter(executor, source->span))
        return false;
    bool ok = count_stored(executor, source, &counting);
    execute_leave(executor);
    return ok;
}

static const char *key_text(Executor *ex, Frame *frame, const Join *join, uint32_t row,
                            Arena *arena)
{
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t i = 0; i < join->n_on; i++) {
        const Vector *values = frame_values(ex, frame, join->key[i]);
        Type type = join->key[i]->type;
        strbuf_adds(&sb, i ? " / " : "");
        if (values && vector_is_empty(values, row))
            strbuf_adds(&sb, "(none)");
        else if (values)
            value_print(&sb, type, vector_value(values, type, row));
    }
    const char *text = arena_strndup(arena, sb.text, sb.len);
    strbuf_release(&sb);
    return text;
}

static bool find_overlaps(Executor *ex, const Join *join, Arena *arena,
                          KeyOverlap **found, size_t *n_found)
{
    bool *used = ARENA_ARRAY(arena, bool, join->target->n_column + 1);
    size_t cap = 0;
    join_columns(join, used);
    Frame *frame = frame_get(ex, join->target, NULL, used);
    bool moments = join->valid_from->type.kind == VALUE_MOMENT &&
                   join->valid_to->type.kind == VALUE_MOMENT;
    const Dated *dated = frame ? frame_dated(ex, frame, join, moments) : NULL;
    if (!dated)
        return false;
    for (uint32_t row = 0; row < frame->n; row++) {
        KeyOverlap overlap = {.overlaps = spans_overlaps(dated->spans, row)};
        if (!overlap.overlaps)
            continue;
        overlap.key = key_text(ex, frame, join, row, arena);
        ARENA_PUSH(arena, *found, *n_found, cap, overlap);
    }
    return true;
}

bool claims_overlaps(Executor *executor, const Join *join, Arena *arena,
                     KeyOverlap **found, size_t *n_found)
{
    *found = NULL;
    *n_found = 0;
    if (!execute_enter(executor, join->span))
        return false;
    bool ok = find_overlaps(executor, join, arena, found, n_found);
    execute_leave(executor);
    return ok;
}

bool claims_tree(Executor *executor, const Dim *entity)
{
    if (!execute_enter(executor, entity->parent->span))
        return false;
    bool ok = tree_check(executor, entity);
    execute_leave(executor);
    return ok;
}
