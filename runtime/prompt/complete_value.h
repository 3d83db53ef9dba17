/* Values of a dimension at the cursor: which dimension is meant, and how its texts are
   written in the language. */
#ifndef KOERS_RUNTIME_PROMPT_COMPLETE_VALUE_H
#define KOERS_RUNTIME_PROMPT_COMPLETE_VALUE_H

#include "runtime/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *from;  /* as written behind the `from` that is nearest; NULL: none */
    const char *owner; /* before a dot; NULL: no dot */
    const char *name;
} ValueTarget;

/* What does a value at text[end] stand for? True behind `D =`, `D != `, `D like`,
   `D in (` with any values before, `D:`, and in the parts of a `cascade over D`. Names
   live in `arena`. */
bool complete_value_target(const char *text, size_t end, Arena *arena,
                           ValueTarget *target);

/* The text as it is written between two `quote`s: quotes, backslashes, braces and
   what must not reach a terminal as escapes. NULL: it is no UTF-8 and cannot be
   written. In `arena`. */
const char *complete_value_escape(const char *text, size_t len, char quote,
                                  Arena *arena);

#endif
