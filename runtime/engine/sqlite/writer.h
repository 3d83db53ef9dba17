/* Writes one table of a store, all or nothing. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_WRITER_H
#define KOERS_RUNTIME_ENGINE_SQLITE_WRITER_H

#include "runtime/diag/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct StoreWriter StoreWriter;

typedef struct {
    const char *name;
    const char *declared; /* INTEGER, DATE, ...: a constant of ours */
} WriterColumn;

/* Opens the store, makes it where there is none, and begins a transaction. NULL:
   reported. Of the functions below, false: reported. */
StoreWriter *store_writer_open(const char *path, DiagSink *sink);
/* Drops the table if there is one. */
bool store_writer_drop(StoreWriter *writer, const char *table);
bool store_writer_create(StoreWriter *writer, const char *table,
                         const WriterColumn *column, size_t n);
/* Rows go into these columns of the table from now on. */
bool store_writer_into(StoreWriter *writer, const char *table,
                       const WriterColumn *column, size_t n);
/* Values of the next row, columns from 0; what is not set is NULL. The text must live
   until the row is added. */
void store_writer_set_integer(StoreWriter *writer, size_t column, int64_t v);
void store_writer_set_real(StoreWriter *writer, size_t column, double v);
void store_writer_set_text(StoreWriter *writer, size_t column, const char *text,
                           size_t len);
bool store_writer_add_row(StoreWriter *writer);
bool store_writer_commit(StoreWriter *writer);
/* Undoes what was not committed, with the file if it was made. */
void store_writer_close(StoreWriter *writer);

#endif
