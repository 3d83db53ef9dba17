/* Values are compared by 64-bit hashes of what they are read as: the number 5 in a
   column of texts is the text 5. */
#include "runtime/init/sample.h"

#include "runtime/base/decimal.h"
#include "runtime/base/xalloc.h"
#include "runtime/engine/guess.h"
#include "runtime/init/hash.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const SampleJob *job;
    const TableInfo *table;
    Sample *out;
    Intern *pool;
    uint64_t limit;
    size_t cap;
} Reading;

/* 20240131 */
static bool is_day_number(double value)
{
    const double first = 19000101, last = 21001231;
    if (value < first || value > last)
        return false;
    int number = (int)value;
    return civil_is_valid(number / 10000, number / 100 % 100, number % 100);
}

static void add_number(ColumnStats *stats, double value, bool is_whole)
{
    stats->low = stats->numbers && stats->low < value ? stats->low : value;
    stats->high = stats->numbers && stats->high > value ? stats->high : value;
    stats->numbers++;
    stats->fractions += !is_whole;
    stats->booleans += is_whole && (value == 0 || value == 1);
    stats->day_numbers += is_whole && is_day_number(value);
}

static void add_date(ColumnStats *stats, int64_t seconds)
{
    Day day = civil_day_of(seconds);
    Civil date = civil_from_day(day);
    stats->first = stats->dates && stats->first < day ? stats->first : day;
    stats->last = stats->dates && stats->last > day ? stats->last : day;
    stats->dates++;
    stats->month_starts += date.day == 1;
    stats->quarter_starts += date.day == 1 && date.month % 3 == 1;
    stats->year_starts += date.day == 1 && date.month == 1;
}

static void add_example(ColumnStats *stats, Arena *arena, Text text)
{
    for (size_t i = 0; i < stats->n_example; i++) {
        if (!strcmp(stats->example[i], text.text))
            return;
    }
    if (text.len > SAMPLE_EXAMPLE_MAX || stats->n_example == SAMPLE_EXAMPLES)
        stats->has_more_examples = true;
    else
        stats->example[stats->n_example++] = arena_strdup(arena, text.text);
}

static void add_text(ColumnStats *stats, Arena *arena, Type type, Text text)
{
    Decimal number;
    bool truth;
    stats->longest = text.len > stats->longest ? text.len : stats->longest;
    stats->bytes += text.len;
    stats->booleans += guess_parse_boolean(text.text, text.len, &truth);
    if (type.kind == VALUE_TEXT && !stats->has_more_examples)
        add_example(stats, arena, text);
    DateFit date = date_fit(text.text, text.len);
    for (int order = 0; order < DATE_ORDERS; order++)
        stats->written[order] += date.fits[order];
    if (type.kind != VALUE_NUMBER)
        return;
    if (guess_is_number(text.text, text.len) &&
        decimal_parse(text.text, text.len, &number)) {
        int64_t whole;
        add_number(stats, decimal_to_double(number), decimal_to_i64(number, &whole));
    }
}

static void add_value(Reading *r, size_t c, const HashCell *cell)
{
    ColumnStats *stats = &r->out->stats[c];
    Type type = r->table->column[c].type;
    if (!cell->hash)
        return;
    stats->filled++;
    switch (cell->cls) {
    case CELL_INTEGER:
        add_number(stats, (double)cell->i, true);
        break;
    case CELL_REAL:
        add_number(stats, cell->r, hash_is_whole(cell->r));
        break;
    case CELL_TEXT:
        add_text(stats, r->job->arena, type, cell->text);
        break;
    case CELL_MOMENT:
        add_date(stats, cell->i);
        break;
    case CELL_BLOB:
        stats->blobs++;
        break;
    case CELL_NULL:
        break;
    }
}

static void make_room(Reading *r, uint64_t rows)
{
    size_t need = (size_t)(r->out->rows + rows);
    if (need <= r->cap)
        return;
    size_t cap = r->cap ? r->cap * 2 : BATCH_ROWS * 4;
    for (size_t c = 0; c < r->table->n_column; c++) {
        uint64_t *hash = ARENA_ARRAY(r->job->rows, uint64_t, cap);
        if (r->out->rows)
            memcpy(hash, r->out->hash[c], (size_t)r->out->rows * sizeof *hash);
        r->out->hash[c] = hash;
    }
    r->cap = cap;
}

static bool take_batch(void *self, const Batch *batch)
{
    Reading *r = self;
    uint64_t left = r->limit - r->out->rows;
    uint32_t n = batch->n < left ? batch->n : (uint32_t)left;
    make_room(r, batch->n);
    for (size_t c = 0; c < r->table->n_column; c++) {
        for (uint32_t i = 0; i < n; i++) {
            HashCell cell =
                hash_cell(batch->raw[c], i, r->pool, r->table->column[c].type);
            r->out->hash[c][r->out->rows + i] = cell.hash;
            add_value(r, c, &cell);
        }
    }
    r->out->rows += n;
    return n == batch->n;
}

static int by_hash(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* The hashes that are there, each once, sorted; their number. */
static size_t sort_distinct(uint64_t *hash, size_t n)
{
    size_t filled = 0, distinct = 0;
    for (size_t i = 0; i < n; i++) {
        if (hash[i])
            hash[filled++] = hash[i];
    }
    if (filled)
        qsort(hash, filled, sizeof *hash, by_hash);
    for (size_t i = 0; i < filled; i++) {
        if (!distinct || hash[distinct - 1] != hash[i])
            hash[distinct++] = hash[i];
    }
    return distinct;
}

static uint64_t count_misfits(const ColumnStats *stats, Type type)
{
    switch (type.kind) {
    case VALUE_NUMBER:
        return stats->filled - stats->numbers;
    case VALUE_DATE:
    case VALUE_MOMENT:
        return stats->filled - stats->dates;
    case VALUE_BOOLEAN:
        return stats->filled - stats->booleans;
    case VALUE_TEXT:
    case VALUE_PERIOD:
        break;
    }
    return stats->blobs;
}

static void finish_stats(Reading *r)
{
    size_t n = (size_t)r->out->rows;
    uint64_t *sorted = xcalloc(n + 1, sizeof *sorted);
    for (size_t c = 0; c < r->table->n_column; c++) {
        ColumnStats *stats = &r->out->stats[c];
        if (n)
            memcpy(sorted, r->out->hash[c], n * sizeof *sorted);
        stats->distinct = sort_distinct(sorted, n);
        stats->n_probe =
            stats->distinct < SAMPLE_PROBES ? (size_t)stats->distinct : SAMPLE_PROBES;
        stats->probe =
            arena_memdup(r->job->arena, sorted, (stats->n_probe + 1) * sizeof *sorted);
        stats->misfits = count_misfits(stats, r->table->column[c].type);
    }
    free(sorted);
}

static EngineStatus read_part(Reading *r, uint32_t part, uint32_t n_part)
{
    size_t n = r->table->n_column;
    const char **name = ARENA_ARRAY(r->job->arena, const char *, n + 1);
    Type *type = ARENA_ARRAY(r->job->arena, Type, n + 1);
    for (size_t c = 0; c < n; c++) {
        name[c] = r->table->column[c].name;
        type[c] = r->table->column[c].type;
    }
    Scan scan = {.table = r->table->name,
                 .column = name,
                 .n_column = n,
                 .type = type,
                 .part = part,
                 .n_part = n_part};
    scan.pool = r->pool = intern_new(NULL);
    EngineStatus status =
        r->job->engine->ops->scan(r->job->engine, &scan, (BatchSink){take_batch, r},
                                  r->job->control, r->job->sink);
    intern_free(r->pool);
    return status;
}

static bool wants_stop(const SampleJob *job)
{
    return job->control->stop && *job->control->stop;
}

/* One slice after the other, evenly over the row numbers. */
static EngineStatus read_slices(Reading *r)
{
    uint64_t slice = SAMPLE_ROWS / SAMPLE_SLICES;
    uint64_t n = (uint64_t)r->table->rows_estimate / slice;
    uint32_t n_part = n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
    EngineStatus status = ENGINE_OK;
    for (uint32_t i = 0; status == ENGINE_OK && i < SAMPLE_SLICES; i++) {
        uint32_t part = (uint32_t)((uint64_t)n_part * i / SAMPLE_SLICES);
        r->limit = r->out->rows + slice;
        status = read_part(r, part, n_part);
        if (status == ENGINE_STOPPED && !wants_stop(r->job))
            status = ENGINE_OK;
    }
    return status;
}

EngineStatus sample_table(const SampleJob *job, const TableInfo *table, Sample *out)
{
    Reading r = {.job = job, .table = table, .out = out, .limit = SAMPLE_ROWS};
    *out = (Sample){.stats = ARENA_ARRAY(job->arena, ColumnStats, table->n_column + 1),
                    .hash = ARENA_ARRAY(job->rows, uint64_t *, table->n_column + 1)};
    EngineStatus status = ENGINE_OK;
    bool is_large = table->rows_estimate > SAMPLE_ROWS;
    if (is_large && job->engine->ops->parts(job->engine, table->name) > 1) {
        status = read_slices(&r);
    } else if (table->n_column) {
        status = read_part(&r, 0, 1);
        out->is_whole = status == ENGINE_OK;
        if (status == ENGINE_STOPPED && !wants_stop(job))
            status = ENGINE_OK; /* enough was read */
    }
    if (status == ENGINE_OK)
        finish_stats(&r);
    return status;
}

bool sample_is_unique(const Sample *sample, const size_t *column, size_t n)
{
    size_t rows = (size_t)sample->rows;
    for (size_t k = 0; k < n; k++) {
        if (sample->stats[column[k]].filled < rows)
            return false;
    }
    if (n == 1 || !rows)
        return !rows || sample->stats[column[0]].distinct == rows;
    uint64_t *all = xcalloc(rows, sizeof *all);
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < n; k++)
            all[i] = hash_join(all[i], sample->hash[column[k]][i]);
    }
    bool is_unique = sort_distinct(all, rows) == rows;
    free(all);
    return is_unique;
}

typedef struct {
    const HashWalk *walk;
    Intern *pool;
    uint64_t rows, *hash;
} Walking;

static bool walk_batch(void *self, const Batch *batch)
{
    Walking *w = self;
    for (uint32_t i = 0; i < batch->n; i++) {
        if (w->rows++ == w->walk->limit)
            return false;
        for (size_t c = 0; c < w->walk->n; c++)
            w->hash[c] = hash_cell(batch->raw[c], i, w->pool, w->walk->type[c]).hash;
        if (!w->walk->row(w->walk->self, w->hash))
            return false;
    }
    return true;
}

EngineStatus sample_walk(const SampleJob *job, const char *table, const HashWalk *walk,
                         bool *all)
{
    Walking w = {.walk = walk, .pool = intern_new(NULL)};
    w.hash = xcalloc(walk->n + 1, sizeof *w.hash);
    Scan scan = {.table = table,
                 .column = walk->column,
                 .n_column = walk->n,
                 .type = walk->type,
                 .n_part = 1,
                 .pool = w.pool};
    EngineStatus status = job->engine->ops->scan(
        job->engine, &scan, (BatchSink){walk_batch, &w}, job->control, job->sink);
    *all = status == ENGINE_OK;
    if (status == ENGINE_STOPPED && !wants_stop(job))
        status = ENGINE_OK;
    free(w.hash);
    intern_free(w.pool);
    return status;
}
