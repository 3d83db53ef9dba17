/* Rows of a source that stands on another, or on several under each other: those that
   pass the other's filter, batch by batch, with columns met by name. A column that a
   part does not have is empty. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { NO_COLUMN = -1 };

typedef struct {
    Executor *ex;
    const SourceScan *scan;
    RowSink sink;
    const Source *part;
    const Question *rows; /* of the part, as of a leaf */
    Arena *arena;
    int *from;      /* per column: of the part, or NO_COLUMN */
    Vector *column; /* per column */
    Vector *fixed;  /* per column that the part does not have */
    Reader reader;
    EvalRun *run; /* of the part's filter; NULL: none */
    uint32_t *kept;
} PartScan;

static bool is_origin(const Source *source, size_t column)
{
    return source->origin.kind == ORIGIN_STACK && !source->origin.source &&
           column + 1 == source->n_column;
}

/* The part's column of the same name; one that is always empty may be of another kind
   and is then left out. */
static int part_column(const PartScan *p, size_t i)
{
    const Source *source = p->scan->source;
    const ColumnInfo *column = &source->column[i];
    int from = source_find_column(p->part, column->name);
    if (is_origin(source, i) && from >= 0 && !is_origin(p->part, (size_t)from))
        return NO_COLUMN;
    return from >= 0 && p->part->column[from].type.kind == column->type.kind
               ? from
               : NO_COLUMN;
}

/* BATCH_ROWS times the same value. */
static Vector repeat(const PartScan *p, Type type, Value value)
{
    VectorBuilder *builder = vector_builder_new(type, p->scan->pool);
    for (uint32_t i = 0; i < BATCH_ROWS; i++)
        vector_builder_add(builder, value);
    return vector_builder_finish(builder, p->arena);
}

static void fix_column(PartScan *p, size_t i, const char *name)
{
    const Source *source = p->scan->source;
    Value value = {.empty = true};
    if (is_origin(source, i)) {
        value.empty = false;
        value.as.text.text = name;
        value.as.text.len = strlen(name);
    }
    p->fixed[i] = repeat(p, source->column[i].type, value);
}

static uint32_t keep_rows(PartScan *p, uint32_t n)
{
    const Vector *pass = eval_root(p->run, 0);
    uint32_t kept = 0;
    for (uint32_t row = 0; row < n; row++) {
        if (!vector_is_empty(pass, row) && pass->v.boolean[row])
            p->kept[kept++] = row;
    }
    return kept;
}

static bool part_rows(void *self, const Vector *column, uint32_t n)
{
    PartScan *p = self;
    const Source *source = p->scan->source;
    uint32_t kept = n;
    if (p->run) {
        reader_start(&p->reader, column, n);
        if (!eval_batch(p->run, n))
            return false;
        kept = keep_rows(p, n);
    }
    for (size_t i = 0; i < source->n_column; i++) {
        if (!p->scan->used[i])
            continue;
        if (p->from[i] == NO_COLUMN) {
            p->column[i] = p->fixed[i];
            p->column[i].n = kept;
        } else if (kept == n) {
            p->column[i] = column[p->from[i]];
        } else {
            p->column[i] = (Vector){.n = kept};
            gather_rows(p->run, &column[p->from[i]], p->kept, kept, &p->column[i]);
        }
    }
    return !kept || p->sink.rows(p->sink.self, p->column, kept);
}

/* Everything that the filter looks up is loaded before the scan. */
static bool open_filter(PartScan *p)
{
    const Expr *filter = p->part->filter;
    reader_init(&p->reader, p->ex, p->part);
    if (!filter)
        return true;
    if (!reader_prepare(&p->reader, filter))
        return false;
    p->run = eval_run_new(eval_compile(p->arena, &filter, 1), p->scan->pool,
                          p->scan->sink, reader_leaf, &p->reader);
    return true;
}

static bool run_part(PartScan *p, const char *name)
{
    size_t n = p->scan->source->n_column;
    bool *used = ARENA_ARRAY(p->arena, bool, p->part->n_column + 1);
    p->from = ARENA_ARRAY(p->arena, int, n + 1);
    p->column = ARENA_ARRAY(p->arena, Vector, n + 1);
    p->fixed = ARENA_ARRAY(p->arena, Vector, n + 1);
    p->kept = ARENA_ARRAY(p->arena, uint32_t, BATCH_ROWS);
    plan_expr_columns(p->part->filter, p->part, used);
    for (size_t i = 0; i < n; i++) {
        p->from[i] = part_column(p, i);
        if (!p->scan->used[i])
            continue;
        if (p->from[i] == NO_COLUMN)
            fix_column(p, i, name);
        else
            used[p->from[i]] = true;
    }
    SourceScan scan = {.source = p->part,
                       .rows = p->rows,
                       .used = used,
                       .n_part = 1,
                       .pool = p->scan->pool,
                       .sink = p->scan->sink};
    return open_filter(p) && scan_source(p->ex, &scan, (RowSink){part_rows, p});
}

static bool scan_part(PartScan *p, const char *name)
{
    p->arena = arena_new();
    bool ok = run_part(p, name);
    eval_run_free(p->run);
    reader_release(&p->reader);
    arena_free(p->arena);
    return ok;
}

bool stack_scan(Executor *ex, const SourceScan *scan, RowSink sink)
{
    const Origin *origin = &scan->source->origin;
    PartScan p = {.ex = ex, .scan = scan, .sink = sink, .part = origin->source};
    p.rows = scan->rows;
    if (origin->source)
        return scan_part(&p, "");
    for (size_t i = 0; i < origin->n_part; i++) {
        p = (PartScan){.ex = ex, .scan = scan, .sink = sink, .part = origin->part[i]};
        p.rows = scan->rows ? scan->rows->part[i] : NULL;
        if (!scan_part(&p, origin->part_name[i]))
            return false;
    }
    return true;
}
