/* Reading the text of a file. */
#ifndef KOERS_RUNTIME_DIAG_SOURCE_FILE_H
#define KOERS_RUNTIME_DIAG_SOURCE_FILE_H

#include "runtime/diag/source_text.h"

#include <stdio.h>

/* All of a stream; the caller frees it. At most SOURCE_TEXT_MAX + 64 kB are read. */
char *source_file_all(FILE *stream, size_t *len);
/* Adds all of a stream to the texts; NULL: *why says what is wrong with it. */
const SourceText *source_file_add(SourceTexts *texts, const char *name, FILE *stream,
                                  const char **why);
/* The same of a file. */
const SourceText *source_file_read(SourceTexts *texts, const char *path,
                                   const char **why);

#endif
