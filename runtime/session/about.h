/* What a page says of an answer: how it was asked, what its columns mean, how fresh its
   sources are. All of it is plain text. */
#ifndef KOERS_RUNTIME_SESSION_ABOUT_H
#define KOERS_RUNTIME_SESSION_ABOUT_H

#include "runtime/session/internal.h"

/* Fills `asked` and the columns' `about` of an answer that nobody else has yet. */
void about_fill(Session *s, const AstQuestion *ast, const Question *q, Result *result);
/* What was written at `span`, in `arena`; "" where no text has it. */
const char *about_text(const Session *s, Arena *arena, Span span);
/* Remembers how fresh the sources of an answer are. */
void about_note(Session *s, const Result *result);

#endif
