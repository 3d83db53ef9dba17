/* The interface to what holds the rows. An engine hands out columns in batches; it
   knows nothing of measures, periods or reports. engine/sqlite reads a store,
   engine/memory a Result or loaded file. */
#ifndef KOERS_RUNTIME_ENGINE_ENGINE_H
#define KOERS_RUNTIME_ENGINE_ENGINE_H

#include "runtime/algebra/vector.h"
#include "runtime/diag/diag.h"
#include "runtime/model/model.h"

#include <signal.h>

enum { BATCH_ROWS = 1024 };

/* One column of a batch as stored: a class per row and the raw value. CELL_MOMENT
   is a text that was read as seconds, in columns asked for as date or moment. */
typedef enum {
    CELL_NULL,
    CELL_INTEGER,
    CELL_REAL,
    CELL_TEXT,
    CELL_BLOB,
    CELL_MOMENT,
} CellClass;

typedef struct {
    uint8_t cls[BATCH_ROWS];
    union {
        int64_t i; /* integers; seconds of CELL_MOMENT */
        double r;
        uint32_t code; /* of the scan's pool */
    } v[BATCH_ROWS];
} RawColumn;

typedef struct {
    uint32_t n;
    size_t n_col;
    RawColumn **raw;   /* per asked column; NULL when `vec` holds it */
    const Vector *vec; /* per asked column: typed engines */
    int64_t first_row; /* for messages, 1-based, -1 unknown */
} Batch;

typedef struct {
    /* false ends the scan, which then returns ENGINE_STOPPED. */
    bool (*batch)(void *self, const Batch *batch);
    void *self;
} BatchSink;

typedef struct {
    const volatile sig_atomic_t *stop; /* non-zero: the user wants it to end */
    size_t byte_cap;
    void (*progress)(void *self, uint64_t rows);
    void *progress_self;
    /* Called with each query that is sent for rows and the values of ?1, ?2, ...; by
       the thread that sends it. NULL: nobody wants to know. */
    void (*sent)(void *self, const char *sql, const int64_t *bound, size_t n_bound);
    void *sent_self;
} RunControl;

/* STOPPED: by the user or the sink, without a message. FAILED: with one. */
typedef enum { ENGINE_OK, ENGINE_STOPPED, ENGINE_FAILED } EngineStatus;

/* A column of days that rows are wanted for. Where a scan has hints, an engine may
   leave out a row for which every hinted column holds a day outside `wanted` or none;
   a value that is no day is for the reader to report, so its row is handed out. Who
   leaves rows out says which days they had, and does not number rows. */
typedef struct {
    const char *column;
    bool is_moment; /* else times of day do not belong here */
    DayRange wanted;
    DayRange
        left_out; /* days of the rows left out, empty: none; the engine widens it */
} DayHint;

typedef struct {
    const char *table; /* table or view name; NULL: sql */
    const char *sql;
    const char *const *column; /* names; a scan of 0 columns only counts rows */
    size_t n_column;
    const Type *type;      /* per column, what it is decoded to; NULL: unknown */
    uint32_t part, n_part; /* disjoint row ranges; 0 of 1: everything */
    Intern *pool;          /* texts are interned here, by one thread */
    DayHint *hint;
    size_t n_hint;
} Scan;

/* Columns that are declared to be unique together. */
typedef struct {
    const char **column;
    size_t n;
} UniqueColumns;

/* A declared foreign key: column[i] holds what target[i] of `table` has. */
typedef struct {
    const char *table;
    const char **column;
    const char **target; /* NULL: the primary key of `table` */
    size_t n;
} ForeignKey;

typedef struct {
    const char *name;
    ColumnInfo *column;
    size_t n_column;
    bool is_view;
    const char **key; /* declared primary key columns */
    size_t n_key;
    UniqueColumns *unique; /* besides the primary key */
    size_t n_unique;
    ForeignKey *foreign;
    size_t n_foreign;
    int64_t rows_estimate; /* -1: unknown */
} TableInfo;

typedef struct Engine Engine;

typedef struct {
    void (*close)(Engine *engine);
    /* What ends waiting for a lock; NULL: the engine never waits. */
    void (*set_stop)(Engine *engine, const volatile sig_atomic_t *stop);
    /* All tables; lives in `arena`. */
    EngineStatus (*catalogue)(Engine *engine, Arena *arena, DiagSink *sink,
                              TableInfo **table, size_t *n_table);
    /* Columns of a table or, where `table` is NULL, of SQL text; types from declaration
       and a sample. Lives in `arena`; NULL: reported. */
    TableInfo *(*describe)(Engine *engine, const char *table, const char *sql,
                           Arena *arena, DiagSink *sink);
    /* One consistent view of the data until snapshot_end; *id changes when the data
       may have changed. */
    EngineStatus (*snapshot_begin)(Engine *engine, DiagSink *sink, uint64_t *id);
    void (*snapshot_end)(Engine *engine);
    EngineStatus (*scan)(Engine *engine, const Scan *scan, BatchSink sink,
                         const RunControl *control, DiagSink *diags);
    /* How many parts a scan of `table` may be split into on threads (1 or more). */
    uint32_t (*parts)(Engine *engine, const char *table);
    /* Another engine in the snapshot that was begun, for one more thread; close it
       before snapshot_end. NULL: none can be had, which is no error. */
    Engine *(*helper)(Engine *engine);
} EngineOps;

struct Engine {
    const EngineOps *ops;
};

#endif
