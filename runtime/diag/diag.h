/* Diagnostics as data. Stages add them to a sink; only diag/render.c prints.
   Messages start lower case, have no full stop and say what was found and what
   is wanted; names stand in `backquotes`. */
#ifndef KOERS_RUNTIME_DIAG_DIAG_H
#define KOERS_RUNTIME_DIAG_DIAG_H

#include "runtime/base/arena.h"
#include "runtime/base/strbuf.h"
#include "runtime/diag/source_text.h"
#include "runtime/diag/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum {
#define DIAG(name, code, about) DIAG_##name,
#include "runtime/diag/diag.def"
#undef DIAG
    DIAG_COUNT
} DiagCode;

typedef enum { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE } Severity;

typedef struct DiagNote {
    struct DiagNote *next;
    bool has_span;
    Span span;
    const char *text;
} DiagNote;

typedef struct Diag {
    struct Diag *next;
    DiagCode code;
    Severity severity;
    bool has_span;
    Span span;
    const char *message;
    const char *help; /* "did you mean ...", the way out; NULL if none */
    DiagNote *notes;  /* in order */
} Diag;

enum { DIAG_MAX = 20 }; /* errors kept; further ones are only counted */

typedef struct {
    Arena *arena; /* owns every text and node */
    const SourceTexts *texts;
    Diag *first, *last;
    size_t n_error, n_warning;
    size_t n_moot; /* errors among them that follow from others and are not kept */
    bool (*is_moot)(void *self, Span span); /* NULL: none is */
    void *moot_self;
    bool silent; /* counts only: a probe */
    Diag spare;  /* stands for messages that are only counted */
} DiagSink;

void diag_sink_init(DiagSink *sink, Arena *arena, const SourceTexts *texts);
/* Forgets what was collected. */
void diag_sink_clear(DiagSink *sink);

/* What the sink was before a try; between the two nothing is said, and what went wrong
   does not count behind it. One may stand in another. */
typedef struct {
    bool silent;
    size_t n_error;
} DiagHush;

DiagHush diag_hush(DiagSink *sink);
void diag_unhush(DiagSink *sink, DiagHush hush);

/* Adds an error and returns it, for notes and help; never NULL. What was said of the
   same place already is neither kept nor counted. */
Diag *diag_error(DiagSink *sink, DiagCode code, Span span, const char *format, ...)
    PRINTF_LIKE(4, 5);
/* An error without a place in a script: a file, the store. */
Diag *diag_error_at_large(DiagSink *sink, DiagCode code, const char *format, ...)
    PRINTF_LIKE(3, 4);
Diag *diag_warning(DiagSink *sink, DiagCode code, Span span, const char *format, ...)
    PRINTF_LIKE(4, 5);
/* What another sink has collected. */
void diag_repeat(DiagSink *sink, const Diag *diag);
void diag_note(DiagSink *sink, Diag *diag, const Span *span, const char *format, ...)
    PRINTF_LIKE(4, 5);
void diag_help(DiagSink *sink, Diag *diag, const char *format, ...) PRINTF_LIKE(3, 4);

const char *diag_code_text(DiagCode code); /* "E0203" */
/* One paragraph about the code, for `koers explain E0203`. */
const char *diag_code_about(DiagCode code);

typedef struct {
    bool colour;
    bool tags;      /* <error>...</error> instead of colours: for tests */
    unsigned width; /* columns; 0: no limit */
} DiagStyle;

/* Prints all in order of place, with the source line and a caret. */
void diag_render(StrBuf *sb, const DiagSink *sink, DiagStyle style);
/* The same as a JSON array, for editors. */
void diag_render_json(StrBuf *sb, const DiagSink *sink);

#endif
