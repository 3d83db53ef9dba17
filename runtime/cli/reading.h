/* One file's text for subcommands that only read: fmt and --dump. */
#ifndef KOERS_RUNTIME_CLI_READING_H
#define KOERS_RUNTIME_CLI_READING_H

#include "runtime/diag/diag.h"

typedef struct {
    Arena *arena;
    SourceTexts *texts;
    DiagSink sink;
    const SourceText *text;
} Reading;

/* `path` may be - for standard input. false: reported in the sink. To be closed
   either way. */
bool reading_open(Reading *reading, const char *path);
/* Prints what was reported; EXIT_FINE or EXIT_SCRIPT. */
int reading_close(Reading *reading);

#endif
