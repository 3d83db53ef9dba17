/* Where a piece of text stands: byte offsets into one source text. */
#ifndef KOERS_RUNTIME_DIAG_SPAN_H
#define KOERS_RUNTIME_DIAG_SPAN_H

#include <stdint.h>

typedef struct {
    uint32_t file;       /* index into the Sources of the session */
    uint32_t begin, end; /* bytes, half open */
} Span;

#endif
