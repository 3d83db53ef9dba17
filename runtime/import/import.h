/* `koers import`: CSV files become tables of a store. */
#ifndef KOERS_RUNTIME_IMPORT_IMPORT_H
#define KOERS_RUNTIME_IMPORT_IMPORT_H

#include "runtime/diag/diag.h"
#include "runtime/engine/csv_table.h"
#include "runtime/engine/engine.h"
#include "runtime/import/column.h"

typedef enum {
    IMPORT_NEW,     /* makes the table; one that exists is an error */
    IMPORT_APPEND,  /* rows are added to a table that exists */
    IMPORT_REPLACE, /* a table that exists is dropped */
    IMPORT_UPSERT   /* rows whose key is there take the place of the old values */
} ImportMode;

typedef enum { HEADER_FIND, HEADER_YES, HEADER_NO } ImportHeader;

typedef struct {
    const char *column;
    ReadAs as;
} ImportType;

/* One file: what was found, and what became of it. */
typedef struct {
    const char *path;
    const char *table;
    CsvTable csv;
    Column *column;
    size_t n;
    uint64_t rows;
    const char *left_empty; /* columns of the table that the file does not have */
    bool keeps_rows;        /* that are there already: these keep their values */
    bool is_first;          /* of the files that go into its table */
    bool is_there;          /* was loaded before: nothing was done */
    const char *since;      /* when */
    const char *sha256;
} ImportFile;

typedef struct {
    const char *const *file;
    size_t n_file;
    const char *store; /* is made where there is none */
    const char *table; /* NULL: each file's name without its ending */
    ImportMode mode;
    CsvForm form; /* what it leaves open is found */
    ImportHeader header;
    Habits reading;
    const ImportType *type;
    size_t n_type;
    const char *const *key; /* columns; unique and never empty */
    size_t n_key;
    bool dry_run; /* everything is done and taken back */
    bool again;   /* also what was loaded before */
    /* Callbacks; each may be NULL. Now and then, of work that is done twice over the
       files: bytes done of all; false stops the import. */
    bool (*progress)(void *self, uint64_t done, uint64_t all);
    /* What was found of a file, before anything is loaded. */
    void (*show)(void *self, const ImportFile *file);
    /* While another program writes to the store; false gives up. */
    bool (*wait)(void *self);
    void *self;
} ImportJob;

/* Imports all files in one transaction, or nothing: bad rows and values are reported by
   line and column, and a stopped import (ENGINE_STOPPED) leaves nothing behind. Types
   are found from all rows: integers, numbers, dates, moments, texts; empty fields and
   NULL without quotes are NULL; digits with leading zeros are texts. Appended rows must
   fit the columns of the table. (*file)[i] belongs to job->file[i] and lives in
   `arena`; set also where the import fails. */
EngineStatus import_files(const ImportJob *job, Arena *arena, DiagSink *sink,
                          ImportFile **file);

/* "new", "append", ... */
const char *import_mode_text(ImportMode mode);

#endif
