/* Rows of a source, wherever they come from: a table or SQL text through the engine,
   an answer through its columns, another source through this again. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"
#include "runtime/engine/decode.h"
#include "runtime/engine/memory/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    Executor *ex;
    const SourceScan *scan;
    RowSink sink;
    Decoder **decoder; /* per asked column */
    uint32_t *to;      /* column of the source, per asked column */
    const char **name;
    Type *type;
    size_t n;
    Vector *column; /* per column of the source */
    const Batch *batch;
    bool has_late, failed;
} EngineScan;

/* Decodes the columns that are late, or those that are not. */
static bool decode_columns(EngineScan *s, const BatchRows *rows, bool late)
{
    for (size_t i = 0; i < s->n; i++) {
        bool is_late = s->has_late && s->scan->late->is_late[s->to[i]];
        if (is_late == late &&
            !decoder_run(s->decoder[i], rows, i, &s->column[s->to[i]], s->scan->sink))
            return false;
    }
    return true;
}

static bool read_late(void *self, const uint32_t *row, uint32_t n)
{
    EngineScan *s = self;
    return decode_columns(s, &(BatchRows){s->batch, row, n}, true);
}

static bool engine_batch(void *self, const Batch *batch)
{
    EngineScan *s = self;
    s->batch = batch;
    s->failed = !decode_columns(s, &(BatchRows){batch, NULL, batch->n}, false) ||
                !s->sink.rows(s->sink.self, s->column, batch->n);
    return !s->failed;
}

static void open_columns(EngineScan *s)
{
    const Source *source = s->scan->source;
    size_t cap = source->n_column + 1;
    s->decoder = xcalloc(cap, sizeof(Decoder *));
    s->to = xcalloc(cap, sizeof *s->to);
    s->name = xcalloc(cap, sizeof(char *));
    s->type = xcalloc(cap, sizeof *s->type);
    s->column = xcalloc(cap, sizeof *s->column);
    for (uint32_t i = 0; i < source->n_column; i++) {
        if (!s->scan->used[i])
            continue;
        const ColumnInfo *column = &source->column[i];
        s->to[s->n] = i;
        s->name[s->n] = column->name;
        s->type[s->n] = column->type;
        s->decoder[s->n++] =
            decoder_new(source->name, column->name, column->type, s->scan->pool);
    }
}

static void close_columns(EngineScan *s)
{
    for (size_t i = 0; i < s->n; i++)
        decoder_free(s->decoder[i]);
    free(s->decoder);
    free(s->to);
    free(s->name);
    free(s->type);
    free(s->column);
}

bool execute_stopped(Executor *ex, DiagSink *sink)
{
    if (!ex->stop || !*ex->stop)
        return false;
    if (!sink->n_error)
        diag_error_at_large(sink, DIAG_STOPPED, "the question was stopped");
    return true;
}

static bool scan_engine(Executor *ex, Engine *engine, const SourceScan *scan,
                        RowSink sink)
{
    EngineScan s = {.ex = ex, .scan = scan, .sink = sink};
    const Origin *origin = &scan->source->origin;
    open_columns(&s);
    if (scan->late) {
        s.has_late = true;
        scan->late->read = read_late;
        scan->late->self = &s;
    }
    Scan what = {.column = s.name,
                 .n_column = s.n,
                 .type = s.type,
                 .part = scan->part,
                 .n_part = scan->n_part ? scan->n_part : 1,
                 .pool = scan->pool,
                 .hint = scan->hint,
                 .n_hint = scan->n_hint};
    if (origin->kind == ORIGIN_SQL)
        what.sql = origin->name;
    else
        what.table = origin->name;
    RunControl control = {.stop = ex->stop,
                          .progress = scan->part ? NULL : ex->progress,
                          .progress_self = ex->progress_self,
                          .sent = ex->sent,
                          .sent_self = ex->sent_self};
    EngineStatus status = engine->ops->scan(
        engine, &what, (BatchSink){engine_batch, &s}, &control, scan->sink);
    close_columns(&s);
    if (status == ENGINE_STOPPED && !s.failed) {
        if (!execute_stopped(ex, scan->sink))
            diag_error_at_large(scan->sink, DIAG_STOPPED, "the question was stopped");
        return false;
    }
    return status == ENGINE_OK && !s.failed;
}

/* Lines of an answer; totals and the like are no rows. They are typed already: no
   column is late. */
static bool scan_result(Executor *ex, const SourceScan *scan, Result *result,
                        RowSink sink)
{
    Engine *engine = memory_engine_new(result, scan->source->name);
    SourceScan whole = *scan;
    whole.late = NULL;
    bool ok = scan_engine(ex, engine, &whole, sink);
    engine->ops->close(engine);
    return ok;
}

/* A file is read once and kept. */
static bool scan_csv(Executor *ex, const SourceScan *scan, RowSink sink)
{
    const char *path = scan->source->origin.name;
    for (LoadedFile *file = ex->cache->file; file; file = file->next) {
        if (strcmp(file->path, path) == 0)
            return scan_result(ex, scan, file->result, sink);
    }
    Result *result = memory_load_csv(path, scan->sink);
    if (!result)
        return false;
    LoadedFile *file = xcalloc(1, sizeof *file);
    file->path = xstrdup(path);
    file->result = result;
    file->next = ex->cache->file;
    ex->cache->file = file;
    return scan_result(ex, scan, result, sink);
}

void files_free(Executor *ex)
{
    for (LoadedFile *next, *file = ex->cache->file; file; file = next) {
        next = file->next;
        result_unref(file->result);
        free(file->path);
        free(file);
    }
    ex->cache->file = NULL;
}

static bool refuse(const SourceScan *scan, const char *what)
{
    diag_error_at_large(scan->sink, DIAG_NOT_YET,
                        "source `%s`: %s is not evaluated in this version",
                        scan->source->name, what);
    return false;
}

static bool scan_store(Executor *ex, const SourceScan *scan, RowSink sink)
{
    if (ex->engine)
        return scan_engine(ex, scan->engine ? scan->engine : ex->engine, scan, sink);
    diag_error_at_large(scan->sink, DIAG_STORE_MISSING,
                        "no store is open, so `%s` has no rows", scan->source->name);
    return false;
}

static bool scan_kept(Executor *ex, const SourceScan *scan, RowSink sink)
{
    Result *result = result_ref(scan->source->origin.result);
    bool ok = scan_result(ex, scan, result, sink);
    result_unref(result);
    return ok;
}

/* A source on another one: its rows are those that pass the other's filter. */
static bool scan_derived(Executor *ex, const SourceScan *scan, RowSink sink)
{
    const Source *source = scan->source;
    const Source *base = source->origin.source;
    bool *used = xcalloc(base->n_column + 1, sizeof *used);
    for (size_t i = 0; i < source->n_column; i++) {
        int from = source_find_column(base, source->column[i].name);
        if (scan->used[i] && from >= 0)
            used[from] = true;
    }
    const Frame *frame = frame_get(ex, base, NULL, used);
    free(used);
    Vector *column = xcalloc(source->n_column + 1, sizeof *column);
    bool ok = frame != NULL;
    for (uint32_t at = 0; ok && at < frame->n; at += BATCH_ROWS) {
        uint32_t n = frame->n - at < BATCH_ROWS ? frame->n - at : BATCH_ROWS;
        for (size_t i = 0; i < source->n_column; i++) {
            int from = source_find_column(base, source->column[i].name);
            if (scan->used[i] && from >= 0)
                column[i] = vector_slice(&frame->column[from], at, n);
        }
        ok = sink.rows(sink.self, column, n);
    }
    free(column);
    return ok;
}

bool scan_source(Executor *ex, const SourceScan *scan, RowSink sink)
{
    if (scan->source->origin.source)
        return scan_derived(ex, scan, sink);
    const Origin *origin = &scan->source->origin;
    switch (origin->kind) {
    case ORIGIN_TABLE:
    case ORIGIN_SQL:
        return scan_store(ex, scan, sink);
    case ORIGIN_QUESTION: {
        const Sub *sub = sub_answer(ex, origin->question);
        return sub && scan_result(ex, scan, sub->result, sink);
    }
    case ORIGIN_RESULT:
        return scan_kept(ex, scan, sink);
    case ORIGIN_CSV:
        return scan_csv(ex, scan, sink);
    case ORIGIN_STACK:
        return refuse(scan, "a stack of sources");
    }
    UNREACHABLE("origin");
}
