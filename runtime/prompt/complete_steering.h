/* What Tab offers in declarations of steering: fixed words behind `level`, `rhythm` and
   others, and names of what is declared behind `drives`, `steers`, `audience`. */
#ifndef KOERS_RUNTIME_PROMPT_COMPLETE_STEERING_H
#define KOERS_RUNTIME_PROMPT_COMPLETE_STEERING_H

#include "parser/expect.h"
#include "runtime/model/model.h"

/* Hands out all of them; `model` may be NULL. false: nothing of steering is meant. */
bool complete_steering(const Expect *e, const Model *model,
                       void (*offer)(void *self, const char *name), void *self);

#endif
