/* What the person sees whom a question is asked as. Every scan of a source begins with
   the test of its `sees`, before anything else is made of a row; only days of hidden
   rows are read beyond it, by who asks for them openly. `sees` itself is computed over
   all rows: what it looks up is read openly. Of a table, what `sees` does not read is
   decoded for seen rows only; of sources under each other all is, so there a broken
   value of a hidden row ends the scan, and nothing is said of it. */
#include "runtime/execute/internal.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <string.h>

typedef struct {
    const SourceScan *scan;
    RowSink sink;
    Arena *arena;
    Intern *pool;
    DiagSink own; /* what is met before a row is known to be seen */
    Reader reader;
    EvalRun *run; /* of `sees` */
    bool *used;   /* columns of the source, with those of `sees` */
    LateColumns late;
    Vector *column; /* of the rows that are seen */
    uint32_t *kept;
    bool is_let_in; /* what fails now fails on rows that are seen */
} SeenScan;

bool sight_is_limited(const Executor *ex)
{
    return ex->person && !ex->cache->open;
}

void sight_open(Executor *ex)
{
    ex->cache->open++;
}

void sight_close(Executor *ex)
{
    ex->cache->open--;
}

bool sight_check(Executor *ex, const Source *source, Span span)
{
    if (!sight_is_limited(ex) || source_sight(source) != SIGHT_NONE)
        return true;
    Diag *d = diag_error(ex->sink, DIAG_CLOSED, span, "`%s` is closed to `%s`",
                         source->name, ex->person);
    diag_help(
        ex->sink, d,
        "`sees` of their audience does not reach it, so none of its rows is shown");
    return false;
}

static uint32_t keep_rows(SeenScan *s, uint32_t n)
{
    const Vector *seen = eval_root(s->run, 0);
    uint32_t kept = 0;
    for (uint32_t row = 0; row < n; row++) {
        if (!vector_is_empty(seen, row) && seen->v.boolean[row])
            s->kept[kept++] = row;
    }
    return kept;
}

/* The columns of the rows that are seen, side by side. */
static void gather_columns(SeenScan *s, const Vector *column, const uint32_t *row,
                           uint32_t kept)
{
    const Source *source = s->scan->source;
    for (size_t i = 0; i < source->n_column; i++) {
        if (!s->scan->used[i])
            continue;
        if (!row || (s->late.read && s->late.is_late[i])) {
            s->column[i] = column[i];
            continue;
        }
        s->column[i] = (Vector){.n = kept};
        gather_rows(s->run, &column[i], row, kept, &s->column[i]);
    }
}

static bool seen_rows(void *self, const Vector *column, uint32_t n)
{
    SeenScan *s = self;
    reader_start(&s->reader, column, n);
    if (!eval_batch(s->run, n))
        return false;
    uint32_t kept = keep_rows(s, n);
    if (!kept)
        return true;
    const uint32_t *row = kept < n ? s->kept : NULL;
    s->is_let_in = true;
    if (s->late.read && !s->late.read(s->late.self, row, kept))
        return false;
    gather_columns(s, column, row, kept);
    if (!s->sink.rows(s->sink.self, s->column, kept))
        return false;
    s->is_let_in = false;
    return true;
}

static void open_scan(SeenScan *s, Executor *ex)
{
    const Source *source = s->scan->source;
    size_t n = source->n_column + 1;
    s->arena = arena_new();
    s->pool = intern_new(NULL);
    diag_sink_init(&s->own, s->arena, s->scan->sink->texts);
    s->used = ARENA_ARRAY(s->arena, bool, n);
    s->late.is_late = ARENA_ARRAY(s->arena, bool, n);
    s->column = ARENA_ARRAY(s->arena, Vector, n);
    s->kept = ARENA_ARRAY(s->arena, uint32_t, BATCH_ROWS);
    plan_expr_columns(source->sees, source, s->used);
    for (size_t i = 0; i < source->n_column; i++) {
        s->late.is_late[i] = !s->used[i];
        s->used[i] |= s->scan->used[i];
    }
    reader_init(&s->reader, ex, source);
    s->run = eval_run_new(eval_compile(s->arena, &source->sees, 1), s->pool, &s->own,
                          reader_leaf, &s->reader);
}

static void close_scan(SeenScan *s)
{
    eval_run_free(s->run);
    reader_release(&s->reader);
    intern_free(s->pool);
    arena_free(s->arena);
}

/* Loads what `sees` looks up, over all rows. */
static bool prepare(SeenScan *s, Executor *ex)
{
    DiagSink *sink = ex->sink;
    ex->sink = &s->own;
    sight_open(ex);
    bool ok = reader_prepare(&s->reader, s->scan->source->sees);
    sight_close(ex);
    ex->sink = sink;
    return ok;
}

/* Of rows that may be hidden nothing is said but that. */
static void report(const SeenScan *s, const Executor *ex)
{
    const Diag *d = s->own.first;
    DiagSink *sink = s->scan->sink;
    if (sink->n_error || (s->is_let_in && !d))
        return; /* it is who takes the rows that ended it */
    if (!s->is_let_in && (!d || d->code == DIAG_STORE_VALUE || d->has_span)) {
        diag_error_at_large(sink, DIAG_SEEN,
                            "which rows of `%s` `%s` sees could not be found out",
                            s->scan->source->name, ex->person);
        return;
    }
    Diag *said = diag_error_at_large(sink, d->code, "%s", d->message);
    if (d->help)
        diag_help(sink, said, "%s", d->help);
}

bool seen_scan(Executor *ex, const SourceScan *scan, RowSink sink)
{
    SeenScan s = {.scan = scan, .sink = sink};
    open_scan(&s, ex);
    SourceScan whole = *scan;
    whole.used = s.used;
    whole.late = &s.late;
    whole.hint = NULL; /* days of what is left out are those of seen rows */
    whole.n_hint = 0;
    whole.sink = &s.own;
    bool ok = prepare(&s, ex) && scan_rows(ex, &whole, (RowSink){seen_rows, &s});
    if (!ok)
        report(&s, ex);
    close_scan(&s);
    return ok;
}
