/* Writes tables of a store, all or nothing. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_WRITER_H
#define KOERS_RUNTIME_ENGINE_SQLITE_WRITER_H

#include "runtime/diag/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct StoreWriter StoreWriter;

enum { WRITER_WAIT_SECONDS = 60 };

typedef struct {
    const char *name;
    const char *declared; /* INTEGER, DATE, ...: a constant of ours */
} WriterColumn;

typedef struct {
    const char *name;
    const WriterColumn *column;
    size_t n;
    const bool *is_key; /* per column; NULL: none is */
    bool updates; /* a row whose key is there takes the place of the old values; the
                     table has a unique index over its key */
} WriterTable;

typedef enum {
    ROW_ADDED,
    ROW_TWICE,   /* the key is that of another row */
    ROW_REFUSED, /* by another rule of the table; writer_refusal() */
    ROW_FAILED   /* reported */
} WriterRow;

/* Called while another program writes to the store, some times a second; false gives
   up. */
typedef struct {
    bool (*wait)(void *self);
    void *self;
} WriterPatience;

/* Opens the store, makes it where there is none, and begins a transaction; waits up to
   WRITER_WAIT_SECONDS for other writers. NULL: reported. Of the functions below, false:
   reported. */
StoreWriter *store_writer_open(const char *path, WriterPatience patience,
                               DiagSink *sink);
/* Drops the table if there is one. */
bool store_writer_drop(StoreWriter *writer, const char *table);
/* The key becomes the primary key. */
bool store_writer_create(StoreWriter *writer, const WriterTable *table);
/* Makes a unique index over the key; *is_twice: rows of the table have the same key,
   which is not reported. */
bool store_writer_index(StoreWriter *writer, const WriterTable *table, bool *is_twice);
/* Rows go into these columns of the table from now on. */
bool store_writer_into(StoreWriter *writer, const WriterTable *table);
/* Values of the next row, columns from 0, each to be set. The text must live until the
   row is added. */
void store_writer_set_null(StoreWriter *writer, size_t column);
void store_writer_set_integer(StoreWriter *writer, size_t column, int64_t v);
void store_writer_set_real(StoreWriter *writer, size_t column, double v);
void store_writer_set_text(StoreWriter *writer, size_t column, const char *text,
                           size_t len);
WriterRow store_writer_add_row(StoreWriter *writer);
/* What SQLite says of a row that was refused; until the next row. */
const char *store_writer_refusal(const StoreWriter *writer);
bool store_writer_commit(StoreWriter *writer);
/* Undoes what was not committed, with the file if it was made. */
void store_writer_close(StoreWriter *writer);

#endif
