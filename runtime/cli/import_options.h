/* The options of `koers import`. */
#ifndef KOERS_RUNTIME_CLI_IMPORT_OPTIONS_H
#define KOERS_RUNTIME_CLI_IMPORT_OPTIONS_H

#include "runtime/import/import.h"

enum { IMPORT_TYPES_MAX = 64 };

typedef struct {
    bool append, replace, upsert;
    bool dry_run, again;
    bool quiet; /* nothing is shown of what was found */
    CsvForm form;
    ImportHeader header;
    Habits reading;
    const char *key;                    /* columns with commas between them */
    const char *type[IMPORT_TYPES_MAX]; /* COL=TYPE, likewise */
    size_t n_type;
} ImportOptions;

/* Sets a flag as --append; false: it is none. */
bool import_option_flag(ImportOptions *options, const char *name);
/* false: it does not take the value. */
bool import_option_set(ImportOptions *options, const char *name, const char *value);
/* Fills mode, key and type of `job`, and what it takes over as it is; false: said on
   standard error. */
bool import_options_apply(const ImportOptions *options, Arena *arena, ImportJob *job);

#endif
