/* What Tab offers in declarations of steering: fixed words behind `level`, `waive` and
   others, names of what is declared behind `drives`, `steers`, `serves`, and people
   where a text names them. */
#ifndef KOERS_RUNTIME_PROMPT_COMPLETE_STEERING_H
#define KOERS_RUNTIME_PROMPT_COMPLETE_STEERING_H

#include "parser/expect.h"
#include "runtime/model/model.h"

/* Hands out all of them; `model` may be NULL. false: nothing of steering alone is
   meant. */
bool complete_steering(const Expect *e, const Model *model,
                       void (*offer)(void *self, const char *name), void *self);

/* May the keyword stand in the declaration around? The grammar takes more. */
bool complete_steering_takes(const Expect *e, const char *word);

enum { STEERING_TEXTS_MOST = 2 };

/* Where texts that fit are found: names of people, and of what they do. */
typedef struct {
    const char *from;  /* a source */
    const char *owner; /* before a dot; NULL: no dot */
    const char *name;
} SteeringText;

/* How many places there are for the text at the cursor; `model` may be NULL. */
size_t complete_steering_texts(const Expect *e, const Model *model, Arena *arena,
                               SteeringText text[STEERING_TEXTS_MOST]);

#endif
