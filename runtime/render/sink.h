/* Where renderers write: text that gathers in memory and goes to a file descriptor
   in large pieces. A write that fails is remembered, and what follows is dropped. */
#ifndef KOERS_RUNTIME_RENDER_SINK_H
#define KOERS_RUNTIME_RENDER_SINK_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>

typedef struct {
    StrBuf buf; /* append here */
    int fd;     /* -1: all stays in `buf` */
    int error;  /* errno of the write that failed; 0: none did */
} Sink;

void sink_init(Sink *sink, int fd);
/* Frees the text; the descriptor stays open. */
void sink_release(Sink *sink);
/* To be called after every line: writes what has gathered once it is much. */
void sink_drain(Sink *sink);
/* Writes all of it; false when this or an earlier write failed. */
bool sink_flush(Sink *sink);

#endif
