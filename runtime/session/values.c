/* Values for completion. A stored column is scanned straight, so that what was read
   before time was up is of use; everything else is asked as a question of the source
   that keeps it. Answers are kept per snapshot of the store; cut ones are not. */
#include "runtime/session/values.h"

#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/session/internal.h"

#include <stdlib.h>
#include <string.h>

struct ValueCache {
    ValueCache *next;
    const Source *source;
    char *name;
    Intern *pool;
    bool whole; /* else time was up before all were read */
};

void values_forget(Session *s)
{
    while (s->values) {
        ValueCache *next = s->values->next;
        intern_free(s->values->pool);
        free(s->values->name);
        free(s->values);
        s->values = next;
    }
}

static bool owns(const Source *source, const char *owner)
{
    return ascii_same(source->name, owner) ||
           (source->entity && ascii_same(source->entity->name, owner));
}

const Source *session_values_owner(const Model *model, const char *owner)
{
    for (size_t i = 0; i < model->n_source; i++) {
        if (owns(model->source[i], owner))
            return model->source[i];
    }
    for (size_t i = 0; i < model->n_source; i++) {
        const Join *join = source_find_join(model->source[i], owner);
        if (join)
            return join->target;
    }
    return NULL;
}

/* The source whose dimension, else whose column, `name` is; NULL: none. */
static const Source *find_keeper(const Model *model, const char *owner,
                                 const char *name)
{
    const Source *source = owner ? session_values_owner(model, owner) : NULL;
    if (source)
        return source;
    for (size_t i = 0; i < model->n_source; i++) {
        if (source_find_dim(model->source[i], name))
            return model->source[i];
    }
    for (size_t i = 0; i < model->n_source; i++) {
        if (source_find_column(model->source[i], name) >= 0)
            return model->source[i];
    }
    return NULL;
}

/* The stored column that the name stands for; -1: it is computed, or rows of it may be
   hidden from who asks. */
static int stored_column(const Source *source, const char *name, bool by_question)
{
    int column = source_find_column(source, name);
    const Dim *dim = source_find_dim(source, name);
    if (source->origin.kind != ORIGIN_TABLE || source->filter || by_question)
        return -1;
    if (!dim)
        return column;
    const Expr *value = dim->value;
    if (!value || value->kind != EXPR_COLUMN || value->as.column.source != source)
        return -1;
    return (int)value->as.column.column;
}

/* The pool takes the texts; here is only seen when there are enough. */
static bool take_batch(void *self, const Batch *batch)
{
    (void)batch;
    return intern_count(self) < VALUES_MAX;
}

static bool scan_column(Session *s, const Source *source, int column, Intern *pool)
{
    const ColumnInfo *info = &source->column[column];
    if (info->type.kind != VALUE_TEXT)
        return true;
    Scan scan = {.table = source->origin.name,
                 .column = &info->name,
                 .n_column = 1,
                 .n_part = 1,
                 .pool = pool};
    RunControl control = {.stop = s->options.stop};
    EngineStatus status = s->engine->ops->scan(
        s->engine, &scan, (BatchSink){take_batch, pool}, &control, &s->sink);
    return status == ENGINE_OK || intern_count(pool) >= VALUES_MAX;
}

static void take_result(const Result *result, Intern *pool)
{
    if (!result->n_column || result->column[0].type.kind != VALUE_TEXT)
        return;
    for (uint32_t row = 0; row < result->n_row && row < VALUES_MAX; row++) {
        Value value = result_value(result, 0, row);
        if (!value.empty)
            intern_add(pool, value.as.text.text, value.as.text.len);
    }
}

static bool ask(Session *s, const Source *source, const char *name, Intern *pool)
{
    char *text = arena_printf(s->statement, "show `%s` from `%s`", name, source->name);
    Result *result = session_ask(s, "", text, ASK_KEYS);
    if (result)
        take_result(result, pool);
    result_unref(result);
    return result != NULL;
}

static ValueCache *find_kept(Session *s, const Source *source, const char *name)
{
    ValueCache *kept = s->values;
    while (kept && (kept->source != source || !ascii_same(kept->name, name)))
        kept = kept->next;
    return kept;
}

/* In the snapshot that was begun. */
static const Intern *read_values(Session *s, const Source *source, const char *name)
{
    ValueCache *kept = find_kept(s, source, name);
    if (kept && kept->whole)
        return kept->pool;
    if (!kept) {
        kept = xcalloc(1, sizeof *kept);
        kept->source = source;
        kept->name = xstrdup(name);
        kept->next = s->values;
        s->values = kept;
    }
    intern_free(kept->pool);
    kept->pool = intern_new(NULL);
    int column = stored_column(source, name, s->executor.person != NULL);
    kept->whole = column >= 0 ? scan_column(s, source, column, kept->pool)
                              : ask(s, source, name, kept->pool);
    return kept->pool;
}

const Intern *values_of(Session *s, const char *owner, const char *name)
{
    uint64_t id;
    const Intern *pool = NULL;
    const Source *source = find_keeper(&s->model, owner, name);
    if (!source || !s->engine)
        return NULL;
    DiagHush hush = diag_hush(&s->sink);
    if (s->engine->ops->snapshot_begin(s->engine, &s->sink, &id) == ENGINE_OK) {
        if (s->values_snapshot != id)
            values_forget(s);
        s->values_snapshot = id;
        pool = read_values(s, source, name);
        s->engine->ops->snapshot_end(s->engine);
    }
    diag_unhush(&s->sink, hush);
    return pool;
}

const Intern *session_values(Session *s, const char *owner, const char *name)
{
    session_begin(s);
    const Intern *pool = values_of(s, owner, name);
    diag_sink_clear(&s->sink);
    return pool;
}
