/* What Tab offers: commands, words that the parser expects, names of the model, ranked
   by where the cursor stands. */
#ifndef KOERS_RUNTIME_PROMPT_COMPLETE_H
#define KOERS_RUNTIME_PROMPT_COMPLETE_H

#include "runtime/base/arena.h"
#include "runtime/base/intern.h"
#include "runtime/model/model.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *text; /* to be inserted for the whole word */
    int rank;         /* 0 comes first */
} Candidate;

typedef struct {
    size_t begin;    /* the word is text[begin, point) */
    bool files;      /* a file name belongs here; no candidates */
    char quote;      /* the candidates stand in a text that this ends; or NUL */
    Candidate *item; /* best first, each text once */
    size_t n, cap;
} Completion;

/* The texts that a dimension takes, as session_values gives them. */
typedef struct {
    const Intern *(*find)(void *self, const char *from, const char *owner,
                          const char *name);
    void *self;
} ValueSource;

/* Everything lives in `arena`. The text may be broken; nothing is offered in comments
   and behind errors. `values` may be NULL. */
Completion complete_at(const char *text, size_t point, const Model *model,
                       const ValueSource *values, Arena *arena);

#endif
