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
                          .progress = scan->part || ex->person ? NULL : ex->progress,
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

static bool scan_store(Executor *ex, const SourceScan *scan, RowSink sink)
{
    if (ex->engine)
        return scan_engine(ex, scan->engine ? scan->engine : ex->engine, scan, sink);
    diag_error_at_large(scan->sink, DIAG_STORE_MISSING,
                        "no store is open, so `%s` has no rows", scan->source->name);
    return false;
}

/* A file, or an answer: one that its `let` has not asked yet is asked here, and so is
   one over all rows where what is kept is a person's. */
static bool scan_kept(Executor *ex, const SourceScan *scan, RowSink sink)
{
    const KeptRows *kept = scan->source->origin.kept;
    bool is_persons = ex->person && !sight_is_limited(ex) && kept->question;
    if (kept->result && !is_persons) {
        Result *result = result_ref(kept->result);
        bool ok = scan_result(ex, scan, result, sink);
        result_unref(result);
        return ok;
    }
    const Sub *sub = sub_answer(ex, kept->question);
    return sub && scan_result(ex, scan, sub->result, sink);
}

bool scan_source(Executor *ex, const SourceScan *scan, RowSink sink)
{
    bool all = !scan->source->sees || !sight_is_limited(ex);
    return all ? scan_rows(ex, scan, sink) : seen_scan(ex, scan, sink);
}

bool scan_rows(Executor *ex, const SourceScan *scan, RowSink sink)
{
    const Origin *origin = &scan->source->origin;
    sub_meet_source(ex, scan->source);
    if (origin->source)
        return stack_scan(ex, scan, sink);
    switch (origin->kind) {
    case ORIGIN_TABLE:
    case ORIGIN_SQL:
        return scan_store(ex, scan, sink);
    case ORIGIN_QUESTION: {
        const Sub *sub = sub_answer(ex, scan->rows ? scan->rows : origin->question);
        return sub && scan_result(ex, scan, sub->result, sink);
    }
    case ORIGIN_RESULT:
        return scan_kept(ex, scan, sink);
    case ORIGIN_SYSTEM: {
        Result *result = made_rows(ex, scan->source, scan->sink);
        return result && scan_result(ex, scan, result, sink);
    }
    case ORIGIN_STACK:
        return stack_scan(ex, scan, sink);
    }
    UNREACHABLE("origin");
}
