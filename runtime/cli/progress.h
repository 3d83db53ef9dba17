/* A line on the terminal that tells how far a long question is. */
#ifndef KOERS_RUNTIME_CLI_PROGRESS_H
#define KOERS_RUNTIME_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int64_t begin; /* milliseconds, of the question at hand; 0: none */
    int64_t shown; /* when the line was last written; 0: it is not there */
} ProgressLine;

/* Rows read so far by the scan at hand; writes at most ten times a second, and only
   once the question has taken a second and standard error is a terminal. */
void progress_rows(void *self, uint64_t rows);
/* To be called before an answer is printed: takes the line away. */
void progress_clear(ProgressLine *line);

#endif
