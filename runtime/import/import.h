/* `koers import`: a CSV file becomes a table of a store. */
#ifndef KOERS_RUNTIME_IMPORT_IMPORT_H
#define KOERS_RUNTIME_IMPORT_IMPORT_H

#include "runtime/diag/diag.h"
#include "runtime/engine/engine.h"

typedef struct {
    const char *file;  /* the CSV file */
    const char *store; /* is made where there is none */
    const char *table; /* NULL: the name of the file without its ending */
    char separator;    /* 0: found from the header */
    bool append;       /* rows are added to a table that exists */
    bool replace;      /* a table that exists is dropped; not with append */
    /* Now and then, of work that is done twice over the file: bytes done of all.
       false stops the import. May be NULL. */
    bool (*progress)(void *self, uint64_t done, uint64_t all);
    void *progress_self;
} ImportJob;

typedef struct {
    const char *table;
    uint64_t rows;
    const ColumnInfo *column; /* as they are in the store now */
    size_t n_column;
} ImportReport;

/* Imports all rows in one transaction, or none: each bad row is reported by its line,
   and a stopped import (ENGINE_STOPPED) leaves nothing behind. Types are found from
   all rows: integers, decimals, dates, moments, texts; empty fields and NULL without
   quotes are NULL; digits with leading zeros are texts. Appended rows must fit the
   columns of the table. What *out points to lives in `arena`. */
EngineStatus import_file(const ImportJob *job, Arena *arena, DiagSink *sink,
                         ImportReport *out);

#endif
