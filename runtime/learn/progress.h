/* What a person has learned so far: a line `lesson part` for each part that was done,
   in a file of their own that only grows. `lesson` is any text of one line. */
#ifndef KOERS_RUNTIME_LEARN_PROGRESS_H
#define KOERS_RUNTIME_LEARN_PROGRESS_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

/* Adds the path of the file in the folder for the state of programs; false: there is
   none. */
bool progress_path(StrBuf *path);
/* How many parts of the lesson are done; `path` NULL or no such file: none. */
uint32_t progress_done(const char *path, const char *lesson);
/* The first `part` parts are done. false: it could not be kept. */
bool progress_keep(const char *path, const char *lesson, uint32_t part);

#endif
