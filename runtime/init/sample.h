/* What the values of a table are like, from all of its rows or, of a large table, from
   slices of it. */
#ifndef KOERS_RUNTIME_INIT_SAMPLE_H
#define KOERS_RUNTIME_INIT_SAMPLE_H

#include "runtime/base/date.h"
#include "runtime/engine/engine.h"

enum {
    SAMPLE_ROWS = 100000, /* a table up to so large is read whole, of others so many */
    SAMPLE_SLICES = 20,
    SAMPLE_EXAMPLES = 8, /* short texts kept */
    SAMPLE_EXAMPLE_MAX = 8,
    SAMPLE_PROBES = 1000, /* distinct values kept to look for elsewhere */
};

typedef struct {
    uint64_t filled, distinct; /* values that are not empty */
    uint64_t numbers, fractions, booleans, dates, blobs;
    uint64_t misfits; /* values that are not of the column's type */
    double low, high; /* of numbers */
    Day first, last;  /* of dates */
    uint64_t month_starts, quarter_starts, year_starts;
    uint64_t written[DATE_ORDERS]; /* texts that are dates, year, month and day so */
    uint64_t day_numbers;          /* 20240131: whole numbers that stand for a day */
    uint64_t longest, bytes;       /* of texts */
    const char *example[SAMPLE_EXAMPLES];
    size_t n_example;
    bool has_more_examples; /* or ones that are too long */
    const uint64_t *probe;  /* distinct hashes, sorted */
    size_t n_probe;
} ColumnStats;

typedef struct {
    uint64_t rows;      /* that were read */
    bool is_whole;      /* these are all */
    ColumnStats *stats; /* per column */
    uint64_t **hash;    /* per column and row; 0 is empty. Equal values have equal
                           hashes, in columns of one kind of any table */
} Sample;

typedef struct {
    Engine *engine;
    Arena *arena; /* what is kept */
    Arena *rows;  /* `hash` */
    const RunControl *control;
    DiagSink *sink;
} SampleJob;

EngineStatus sample_table(const SampleJob *job, const TableInfo *table, Sample *out);

/* Are the rows that were read unique in these columns, and none of them empty? */
bool sample_is_unique(const Sample *sample, const size_t *column, size_t n);

/* Hashes of a few columns for all rows up to `limit`, handed out row by row; false from
   `row` ends it. *all: no row is missing. */
typedef struct {
    const char *const *column;
    const Type *type;
    size_t n;
    uint64_t limit;
    bool (*row)(void *self, const uint64_t *hash);
    void *self;
} HashWalk;
EngineStatus sample_walk(const SampleJob *job, const char *table, const HashWalk *walk,
                         bool *all);

#endif
