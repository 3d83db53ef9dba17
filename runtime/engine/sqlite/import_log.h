/* The table `koers_imports` of a store: which files were loaded into which tables. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_IMPORT_LOG_H
#define KOERS_RUNTIME_ENGINE_SQLITE_IMPORT_LOG_H

#include "runtime/engine/sqlite/writer.h"

#define IMPORT_LOG_TABLE "koers_imports"

typedef struct {
    const char *file; /* as it was named */
    const char *sha256;
    uint64_t size, rows;
    const char *table;
    const char *mode;     /* new, append, replace, upsert */
    const char *decimal;  /* point, comma; NULL: no number had one */
    const char *dates;    /* dmy, mdy; NULL: no date had its year last */
    const char *imported; /* local time; set by import_log_find() */
} ImportLogEntry;

/* Is a file of the same content among those that `table` was filled from since it was
   made or last replaced? *is_only: and no other one. `entry` says what to look
   for, and gets the rest; false: reported. */
bool import_log_find(StoreWriter *writer, Arena *arena, ImportLogEntry *entry,
                     bool *is_there, bool *is_only);
/* How numbers and dates of the files of `table` were last read: sets decimal and dates
   of `entry`. */
bool import_log_habits(StoreWriter *writer, Arena *arena, ImportLogEntry *entry);
bool import_log_add(StoreWriter *writer, const ImportLogEntry *entry);

#endif
