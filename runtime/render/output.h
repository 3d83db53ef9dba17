/* Files that are written whole or not at all: the text goes to a new file beside the
   target, which takes its place once every byte is on the disk. */
#ifndef KOERS_RUNTIME_RENDER_OUTPUT_H
#define KOERS_RUNTIME_RENDER_OUTPUT_H

#include "runtime/diag/diag.h"
#include "runtime/render/sink.h"

typedef struct Output Output;

/* Opens an output to `path`; NULL: DIAG_OUTPUT_FAILED was reported at `where` (NULL: at
   no place). A link is followed; what is no regular file (a pipe, /dev/stdout) is
   written to directly. */
Output *output_open(const char *path, DiagSink *diags, const Span *where);
/* false: reported, one of the others is to become the same file. */
bool output_is_apart(const Output *output, Output *const *other, size_t n);
/* Would two paths that nothing is open at become the same file? */
bool output_same_file(const char *a, const char *b);
/* Where to render to. */
Sink *output_sink(Output *output);
/* Brings all of it to the disk, not yet in place; false: reported. Where several files
   belong together, each is prepared before the first is committed. */
bool output_prepare(Output *output);
/* Puts the file in place and frees the output; false: reported, the old file is as it
   was. */
bool output_commit(Output *output);
/* Puts prepared files in place, one after the other, and frees them; false: reported,
   and those that were in place already were taken back. A process that is killed in
   between leaves some new and some old ones, each whole. */
bool output_commit_all(Output **output, size_t n);
/* Forgets what was written and frees the output. */
void output_discard(Output *output);

/* Writes what is left of a sink on standard output (or another descriptor that stays
   open); false: reported, unless the reader has gone (EPIPE), which sink->error
   tells. */
bool output_finish_stream(Sink *sink, DiagSink *diags);

#endif
