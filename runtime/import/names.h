/* Names of tables and columns, made from what files have. */
#ifndef KOERS_RUNTIME_IMPORT_NAMES_H
#define KOERS_RUNTIME_IMPORT_NAMES_H

#include "runtime/base/arena.h"

/* The name of the file without folder and ending, _ for what no name has. */
const char *table_name_of(Arena *arena, const char *path);
/* One name per column: as given, with single blanks for blanks and control characters;
   `column_3` where none is given (or given is NULL), and `name_2` where one is there
   already. */
const char **column_names(Arena *arena, const char *const *given, size_t n);

#endif
