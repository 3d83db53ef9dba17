#include "runtime/init/init.h"

#include "runtime/base/ascii.h"
#include "runtime/engine/sqlite/sqlite.h"
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <string.h>

const DraftColumn *draft_column(const DraftTable *table, const char *name)
{
    for (size_t i = 0; name && i < table->n_column; i++) {
        if (ascii_same(table->column[i].info->name, name))
            return &table->column[i];
    }
    return NULL;
}

void draft_note(const Draft *draft, DraftTable *table, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *note = arena_vprintf(draft->arena, format, args);
    va_end(args);
    ARENA_PUSH(draft->arena, table->note, table->n_note, table->cap_note, note);
}

/* tblCustomers and dim_customer are customers. */
static const char *source_name(Arena *arena, const char *table)
{
    const char *snake = words_snake(arena, table);
    static const char *const prefix[] = {"tbl_", "tbl", "dim_", "fact_", "fct_"};
    for (size_t i = 0; i < COUNT_OF(prefix); i++) {
        size_t len = strlen(prefix[i]);
        if (!strncmp(snake, prefix[i], len) && snake[len])
            return snake + len;
    }
    return snake;
}

static DraftTable *add_table(Draft *draft, const TableInfo *info)
{
    DraftTable *table = &draft->table[draft->n_table++];
    table->info = info;
    table->name = source_name(draft->arena, info->name);
    table->entity = words_singular(draft->arena, table->name);
    table->column = ARENA_ARRAY(draft->arena, DraftColumn, info->n_column + 1);
    table->n_column = info->n_column;
    for (size_t i = 0; i < info->n_column; i++) {
        DraftColumn *column = &table->column[i];
        column->info = &info->column[i];
        column->snake = words_snake(draft->arena, info->column[i].name);
        column->plain = words_plain(draft->arena, info->column[i].name);
    }
    return table;
}

static EngineStatus look_at(Draft *draft, SampleJob *job, const TableInfo *info)
{
    Sample sample;
    if (!words_can_write(info->name)) {
        ARENA_PUSH(draft->arena, draft->odd, draft->n_odd, draft->cap_odd, info->name);
        return ENGINE_OK;
    }
    job->rows = arena_new();
    EngineStatus status = sample_table(job, info, &sample);
    if (status == ENGINE_OK && !sample.rows) {
        ARENA_PUSH(draft->arena, draft->hollow, draft->n_hollow, draft->cap_hollow,
                   info->name);
    } else if (status == ENGINE_OK) {
        DraftTable *table = add_table(draft, info);
        table->rows = sample.rows;
        table->is_whole = sample.is_whole;
        for (size_t i = 0; i < info->n_column; i++)
            table->column[i].stats = &sample.stats[i];
        draft_find_key(table, &sample);
    }
    arena_free(job->rows);
    return status;
}

/* Tables, or views where there is no table. */
static EngineStatus look_at_all(Draft *draft, SampleJob *sampling, const InitJob *job,
                                const TableInfo *info, size_t n)
{
    size_t n_base = 0;
    for (size_t i = 0; i < n; i++)
        n_base += !info[i].is_view;
    draft->table = ARENA_ARRAY(draft->arena, DraftTable, n + 1);
    EngineStatus status = ENGINE_OK;
    for (size_t i = 0; i < n && status == ENGINE_OK; i++) {
        if (job->progress)
            job->progress(job->progress_self, info[i].name, i, n);
        if (!info[i].is_view || !n_base)
            status = look_at(draft, sampling, &info[i]);
        else
            ARENA_PUSH(draft->arena, draft->view, draft->n_view, draft->cap_view,
                       info[i].name);
    }
    return status;
}

static EngineStatus report_empty(const InitJob *job, DiagSink *sink, size_t n)
{
    Diag *d = diag_error_at_large(sink, DIAG_INIT_EMPTY,
                                  "the store `%s` has no %s to make a model of",
                                  job->store, n ? "table with rows" : "table");
    diag_help(sink, d, "load some first: `koers import FILE.csv %s`", job->store);
    return ENGINE_FAILED;
}

static void fill(const Draft *draft, const InitJob *job, InitModel *out)
{
    StrBuf text;
    strbuf_init(&text);
    draft_write(draft, job->opened_as, &text);
    *out = (InitModel){.text = arena_strndup(draft->arena, text.text, text.len),
                       .len = text.len,
                       .n_source = draft->n_table,
                       .n_left_out = draft->n_hollow + draft->n_view + draft->n_odd};
    strbuf_release(&text);
    for (size_t i = 0; i < draft->n_table; i++) {
        const DraftTable *table = &draft->table[i];
        out->n_join += table->n_join + (table->tree != NULL);
        out->n_axis += table->n_axis;
        out->n_dimension += table->n_dim;
        out->n_measure += table->n_measure;
    }
    out->n_question = draft_questions(draft, out->question);
}

static EngineStatus make_draft(Draft *draft, SampleJob *sampling, const InitJob *job)
{
    TableInfo *info;
    size_t n;
    Engine *engine = sampling->engine;
    EngineStatus status =
        engine->ops->catalogue(engine, draft->arena, sampling->sink, &info, &n);
    if (status == ENGINE_OK)
        status = look_at_all(draft, sampling, job, info, n);
    if (status == ENGINE_OK && !draft->n_table)
        return report_empty(job, sampling->sink, n);
    if (status != ENGINE_OK)
        return status;
    draft_name_sources(draft);
    status = draft_find_joins(draft, sampling);
    if (status == ENGINE_OK)
        status = draft_find_trees(draft, sampling);
    if (status != ENGINE_OK)
        return status;
    draft_find_labels(draft);
    draft_find_axes(draft);
    draft_find_dimensions(draft);
    draft_find_measures(draft);
    draft_name_items(draft);
    return ENGINE_OK;
}

EngineStatus init_model(const InitJob *job, Arena *arena, DiagSink *sink,
                        InitModel *out)
{
    Draft draft = {.arena = arena};
    Engine *engine = sqlite_engine_open(job->store, sink);
    if (!engine)
        return ENGINE_FAILED;
    if (engine->ops->set_stop)
        engine->ops->set_stop(engine, job->stop);
    uint64_t id;
    RunControl control = {.stop = job->stop};
    SampleJob sampling = {
        .engine = engine, .arena = arena, .control = &control, .sink = sink};
    EngineStatus status = engine->ops->snapshot_begin(engine, sink, &id);
    if (status == ENGINE_OK) {
        status = make_draft(&draft, &sampling, job);
        engine->ops->snapshot_end(engine);
    }
    if (status == ENGINE_OK)
        fill(&draft, job, out);
    engine->ops->close(engine);
    return status;
}
