/* The engine over a Result. A batch is a window on the result's vectors: pointers
   moved forward, nothing copied. Lines that are no ordinary lines end a batch. */
#include "runtime/engine/memory/memory.h"

#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"

typedef struct {
    Engine base; /* first: an Engine * of ours is a MemoryEngine * */
    Result *result;
    char *name;
} MemoryEngine;

typedef struct {
    const Result *result;
    const int *place; /* per asked column: where the result has it */
    BatchSink sink;
    const RunControl *control;
    Batch batch;
    Vector *window; /* per asked column; batch.vec */
} MemoryScan;

static const MemoryEngine *engine_of(const Engine *engine)
{
    return (const MemoryEngine *)(const void *)engine;
}

static void close_engine(Engine *engine)
{
    if (!engine)
        return;
    MemoryEngine *self = (MemoryEngine *)(void *)engine;
    result_unref(self->result);
    free(self->name);
    free(self);
}

static TableInfo *describe(Engine *engine, const char *table, const char *sql,
                           Arena *arena, DiagSink *sink)
{
    (void)table;
    (void)sql;
    (void)sink;
    const MemoryEngine *self = engine_of(engine);
    const Result *result = self->result;
    TableInfo *info = ARENA_NEW(arena, TableInfo);
    info->name = arena_strdup(arena, self->name);
    info->n_column = result->n_column;
    info->rows_estimate = result->n_row;
    info->column = ARENA_ARRAY(arena, ColumnInfo, result->n_column);
    for (size_t c = 0; c < result->n_column; c++)
        info->column[c] =
            (ColumnInfo){.name = arena_strdup(arena, result->column[c].title),
                         .type = result->column[c].type,
                         .declared = ""};
    return info;
}

static EngineStatus catalogue(Engine *engine, Arena *arena, DiagSink *sink,
                              TableInfo **table, size_t *n_table)
{
    *table = describe(engine, NULL, NULL, arena, sink);
    *n_table = 1;
    return ENGINE_OK;
}

/* Answers never change. */
static EngineStatus snapshot_begin(Engine *engine, DiagSink *sink, uint64_t *id)
{
    (void)engine;
    (void)sink;
    *id = 0;
    return ENGINE_OK;
}

static void snapshot_end(Engine *engine)
{
    (void)engine;
}

static uint32_t parts(Engine *engine, const char *table)
{
    (void)engine;
    (void)table;
    return 1;
}

static Engine *helper(Engine *engine)
{
    (void)engine;
    return NULL;
}

static Vector window_of(const Vector *vec, uint32_t at, uint32_t n)
{
    Vector window = *vec;
    window.n = n;
    if (vec->valid)
        window.valid = vec->valid + at;
    switch (vec->rep) {
    case VEC_I64:
    case VEC_SEC:
        window.v.i64 = vec->v.i64 + at;
        return window;
    case VEC_WIDE:
        window.v.wide = vec->v.wide + at;
        return window;
    case VEC_CODE:
        window.v.code = vec->v.code + at;
        return window;
    case VEC_DAY:
        window.v.day = vec->v.day + at;
        return window;
    case VEC_BOOL:
        window.v.boolean = vec->v.boolean + at;
        return window;
    }
    UNREACHABLE("form of a vector");
}

static bool is_line(const Result *result, uint32_t row)
{
    return !result->level || result->level[row] == LEVEL_LINE;
}

/* The ordinary lines from `at` on, at most a batch of them. */
static uint32_t count_lines(const Result *result, uint32_t at)
{
    uint32_t n = 0;
    while (n < BATCH_ROWS && at + n < result->n_row && is_line(result, at + n))
        n++;
    return n;
}

static bool hand_on(MemoryScan *scan, uint32_t at, uint32_t n)
{
    for (size_t c = 0; c < scan->batch.n_col; c++)
        scan->window[c] = window_of(&scan->result->column[scan->place[c]].vec, at, n);
    scan->batch.n = n;
    scan->batch.first_row = (int64_t)at + 1;
    const RunControl *control = scan->control;
    if (control && control->stop && *control->stop)
        return false;
    if (!scan->sink.batch(scan->sink.self, &scan->batch))
        return false;
    if (control && control->progress)
        control->progress(control->progress_self, (uint64_t)at + n);
    return true;
}

static EngineStatus scan_lines(MemoryScan *scan)
{
    for (uint32_t at = 0; at < scan->result->n_row;) {
        uint32_t n = count_lines(scan->result, at);
        if (n && !hand_on(scan, at, n))
            return ENGINE_STOPPED;
        at += n ? n : 1;
    }
    return ENGINE_OK;
}

static bool find_columns(const MemoryEngine *self, const Scan *what, int *place,
                         DiagSink *diags)
{
    for (size_t c = 0; c < what->n_column; c++) {
        place[c] = result_find_column(self->result, what->column[c]);
        if (place[c] < 0) {
            diag_error_at_large(diags, DIAG_STORE_TABLE, "`%s` has no column `%s`",
                                self->name, what->column[c]);
            return false;
        }
    }
    return true;
}

static EngineStatus run_scan(Engine *engine, const Scan *what, BatchSink sink,
                             const RunControl *control, DiagSink *diags)
{
    if (what->part > 0)
        return ENGINE_OK;
    const MemoryEngine *self = engine_of(engine);
    int *place = xcalloc(what->n_column + 1, sizeof *place);
    MemoryScan scan = {.result = self->result,
                       .place = place,
                       .sink = sink,
                       .control = control,
                       .batch = {.n_col = what->n_column}};
    scan.window = xcalloc(what->n_column + 1, sizeof *scan.window);
    scan.batch.vec = scan.window;
    EngineStatus status = ENGINE_FAILED;
    if (find_columns(self, what, place, diags))
        status = scan_lines(&scan);
    free(scan.window);
    free(place);
    return status;
}

static const EngineOps memory_ops = {
    .close = close_engine,
    .catalogue = catalogue,
    .describe = describe,
    .snapshot_begin = snapshot_begin,
    .snapshot_end = snapshot_end,
    .scan = run_scan,
    .parts = parts,
    .helper = helper,
};

Engine *memory_engine_new(Result *result, const char *name)
{
    MemoryEngine *self = xcalloc(1, sizeof *self);
    self->base.ops = &memory_ops;
    self->result = result_ref(result);
    self->name = xstrdup(name);
    return &self->base;
}
