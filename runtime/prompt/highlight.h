/* What is what in a text that is being typed: spans to colour, and why each of its
   lines goes on. Works on any text, however broken. */
#ifndef KOERS_RUNTIME_PROMPT_HIGHLIGHT_H
#define KOERS_RUNTIME_PROMPT_HIGHLIGHT_H

#include "runtime/model/model.h"

#include <stddef.h>
#include <stdint.h>

typedef enum {
    HIGHLIGHT_PLAIN,
    HIGHLIGHT_KEYWORD,
    HIGHLIGHT_UNIT,
    HIGHLIGHT_MEASURE,   /* a name of the model */
    HIGHLIGHT_DIMENSION, /* the same */
    HIGHLIGHT_NUMBER,
    HIGHLIGHT_TEXT,
    HIGHLIGHT_PARAMETER,
    HIGHLIGHT_COMMENT,
    HIGHLIGHT_COMMAND,
    HIGHLIGHT_ERROR,
    HIGHLIGHT_MATCH, /* the bracket that belongs to the one at the cursor */
} HighlightKind;

enum { HIGHLIGHT_KIND_COUNT = HIGHLIGHT_MATCH + 1 };

typedef struct {
    uint32_t begin, end; /* bytes */
    HighlightKind kind;
} HighlightSpan;

typedef struct {
    HighlightSpan *span; /* in order, apart; what is in none is plain */
    size_t n_span, cap_span;
    char *reason; /* per line after the first why it goes on: " ( [ { * or blank */
    size_t n_reason, cap_reason;
} Highlight;

/* `h` starts zeroed and is used again for the next text. `model` may be NULL. `point`
   is the cursor: the bracket at or before it and its partner are marked. */
void highlight_text(Highlight *h, const char *text, size_t len, size_t point,
                    const Model *model);
void highlight_release(Highlight *h);

/* Names of the model, wherever they are defined. */
typedef enum { NAME_UNKNOWN, NAME_MEASURE, NAME_DIMENSION, NAME_SOURCE } NameKind;
NameKind highlight_name(const Model *model, const char *name);

#endif
