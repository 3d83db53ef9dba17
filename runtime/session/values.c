/* Values for completion. A stored column is scanned straight, so that what was read
   before time was up is of use; everything else is asked as a question of the source
   that keeps it. Answers are kept per snapshot of the store; cut ones are not. */
#include "runtime/session/values.h"

#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/session/internal.h"
#include "runtime/session/system.h"

#include <stdlib.h>
#include <string.h>

struct ValueCache {
    ValueCache *next;
    const Source *source; /* NULL: the key says all */
    char *key;
    Intern *pool;
    bool whole; /* else time was up before all were read */
};

void values_forget(Session *s)
{
    while (s->values) {
        ValueCache *next = s->values->next;
        intern_free(s->values->pool);
        free(s->values->key);
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

enum { SOURCES_AWAY = 8 }; /* joins that are followed */

static bool keeps(const Source *source, const char *name)
{
    return source_find_dim(source, name) || source_find_column(source, name) >= 0;
}

/* The source itself, else the first that its joins lead to, whose dimension, else whose
   column, it is; NULL: none. */
static const Source *reached_keeper(const Source *source, const char *name, int away)
{
    if (keeps(source, name))
        return source;
    const Source *found = NULL;
    for (size_t i = 0; away && i < source->n_join && !found; i++)
        found = reached_keeper(source->join[i]->target, name, away - 1);
    return found;
}

/* What `owner.name` is of, as rows of the source reach it; NULL: none. */
static const Source *keeper_in(const Model *model, const Source *source,
                               const char *owner, const char *name)
{
    const Join *join = source_find_join(source, owner);
    const Source *found = join ? join->target : session_values_owner(model, owner);
    return found && keeps(found, name) ? found : NULL;
}

/* The column that the name stands for; -1: it is computed. */
static int plain_column(const Source *source, const char *name)
{
    const Dim *dim = source_find_dim(source, name);
    if (!dim)
        return source_find_column(source, name);
    const Expr *value = dim->value;
    if (!value || value->kind != EXPR_COLUMN || value->as.column.source != source)
        return -1;
    return (int)value->as.column.column;
}

/* The same of a column that is stored, where no row of it may be hidden from who asks.
 */
static int stored_column(const Source *source, const char *name, bool by_question)
{
    if (source->origin.kind != ORIGIN_TABLE || source->filter || by_question)
        return -1;
    return plain_column(source, name);
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

static void take_result(const Result *result, size_t column, Intern *pool)
{
    if (column >= result->n_column || result->column[column].type.kind != VALUE_TEXT)
        return;
    for (uint32_t row = 0; row < result->n_row && row < VALUES_MAX; row++) {
        Value value = result_value(result, column, row);
        if (!value.empty)
            intern_add(pool, value.as.text.text, value.as.text.len);
    }
}

/* Where the values are. */
typedef struct {
    const Source *source;     /* that keeps them; NULL: one of the next */
    const SystemTable *table; /* of a source that no script has named yet */
    const char *from, *owner; /* they are asked for so; owner NULL: no dot */
    const char *name;
} ValuePlace;

static bool ask(Session *s, const ValuePlace *place, Intern *pool)
{
    const char *from = place->source
                           ? arena_printf(s->statement, "`%s`", place->source->name)
                           : place->from;
    const char *owner =
        place->owner ? arena_printf(s->statement, "`%s`.", place->owner) : "";
    char *text =
        arena_printf(s->statement, "show %s`%s` from %s", owner, place->name, from);
    Result *result = session_ask(s, "", text, ASK_KEYS);
    if (result)
        take_result(result, 0, pool);
    result_unref(result);
    return result != NULL;
}

/* Who does not see all rows sees none of what is not made for them. */
static bool read_table(Session *s, const ValuePlace *place, Intern *pool)
{
    if (!place->table->by_person && s->executor.person)
        return true;
    session_ready_executor(s);
    Result *result = system_table_rows(s, place->table);
    int column = result ? result_find_column(result, place->name) : -1;
    if (column >= 0)
        take_result(result, (size_t)column, pool);
    result_unref(result);
    return result != NULL;
}

/* false: the column may hold anything. */
static bool take_words(const SystemTable *table, const char *column, Intern *pool)
{
    for (size_t i = 0; i < table->n_words; i++) {
        const SystemWords *words = &table->words[i];
        if (!ascii_same(words->column, column))
            continue;
        for (size_t k = 0; k < words->n; k++) {
            if (*words->word[k])
                intern_add(pool, words->word[k], strlen(words->word[k]));
        }
        return true;
    }
    return false;
}

/* The same of the place. */
static bool take_known(const ValuePlace *place, Intern *pool)
{
    const Source *source = place->source;
    const SystemTable *table = place->table;
    const char *name = place->name;
    if (source && source->origin.kind == ORIGIN_SYSTEM && !source->origin.printed) {
        int column = plain_column(source, name);
        table = column < 0 ? NULL : system_find(source->origin.name);
        name = column < 0 ? NULL : source->column[column].name;
    }
    return table && take_words(table, name, pool);
}

static bool read_pool(Session *s, const ValuePlace *place, Intern *pool)
{
    if (take_known(place, pool))
        return true;
    if (place->table)
        return read_table(s, place, pool);
    int column = place->source ? stored_column(place->source, place->name,
                                               s->executor.person != NULL)
                               : -1;
    return column >= 0 ? scan_column(s, place->source, column, pool)
                       : ask(s, place, pool);
}

/* What tells one place from others, beside its source. */
static const char *key_of(Session *s, const ValuePlace *place)
{
    return place->source ? place->name
                         : arena_printf(s->statement, "%s %s.%s", place->from,
                                        place->owner ? place->owner : "", place->name);
}

static ValueCache *find_kept(Session *s, const Source *source, const char *key)
{
    ValueCache *kept = s->values;
    while (kept && (kept->source != source || !ascii_same(kept->key, key)))
        kept = kept->next;
    return kept;
}

/* In the snapshot that was begun. */
static const Intern *read_values(Session *s, const ValuePlace *place)
{
    const char *key = key_of(s, place);
    ValueCache *kept = find_kept(s, place->source, key);
    if (kept && kept->whole)
        return kept->pool;
    if (!kept) {
        kept = xcalloc(1, sizeof *kept);
        kept->source = place->source;
        kept->key = xstrdup(key);
        kept->next = s->values;
        s->values = kept;
    }
    intern_free(kept->pool);
    kept->pool = intern_new(NULL);
    kept->whole = read_pool(s, place, kept->pool);
    return kept->pool;
}

/* false: nothing is known of such values. */
static bool find_place(Session *s, const char *from, const char *owner,
                       const char *name, ValuePlace *place)
{
    const Source *source = from ? model_find_source(&s->model, from) : NULL;
    *place = (ValuePlace){.from = from, .owner = owner, .name = name};
    if (source)
        place->source = owner ? keeper_in(&s->model, source, owner, name)
                              : reached_keeper(source, name, SOURCES_AWAY);
    else if (!from)
        place->source = find_keeper(&s->model, owner, name);
    else if (!store_has_table(s, from))
        place->table = system_find(from);
    return place->source || (from && !source);
}

static const Intern *values_at(Session *s, const char *from, const char *owner,
                               const char *name)
{
    uint64_t id;
    const Intern *pool = NULL;
    ValuePlace place;
    if (!s->engine || !find_place(s, from, owner, name, &place))
        return NULL;
    DiagHush hush = diag_hush(&s->sink);
    if (s->engine->ops->snapshot_begin(s->engine, &s->sink, &id) == ENGINE_OK) {
        if (s->values_snapshot != id)
            values_forget(s);
        s->values_snapshot = id;
        pool = read_values(s, &place);
        s->engine->ops->snapshot_end(s->engine);
    }
    diag_unhush(&s->sink, hush);
    return pool;
}

const Intern *values_of(Session *s, const char *owner, const char *name)
{
    return values_at(s, NULL, owner, name);
}

const Intern *session_values(Session *s, const char *from, const char *owner,
                             const char *name)
{
    session_begin(s);
    const Intern *pool = values_at(s, from, owner, name);
    diag_sink_clear(&s->sink);
    return pool;
}
