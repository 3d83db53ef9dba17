/* The prompt: reads texts from standard input and runs them in a session. On a
   terminal with readline's editing, else line by line. */
#ifndef KOERS_RUNTIME_PROMPT_PROMPT_H
#define KOERS_RUNTIME_PROMPT_PROMPT_H

#include "runtime/session/session.h"

#include <signal.h>
#include <stdbool.h>

/* What the commands of the prompt change in the output of the session. Everything but
   `stop` may be NULL. */
typedef struct {
    /* The flag that the handler of SIGINT sets and the session looks at; the prompt
       clears it. The handler is installed without SA_RESTART. */
    volatile sig_atomic_t *stop;
    /* Writes out what the session printed; false: it could not be written. */
    bool (*flush)(void *self);
    bool (*set_format)(void *self, const char *name); /* false: there is no such one */
    void (*set_width)(void *self, unsigned width);    /* 0: the terminal's */
    void (*set_watching)(void *self, bool watching);  /* no one is to be waited for */
    /* A session as at the start, without a store; the caller adopts or frees it. */
    Session *(*renew)(void *self);
    /* Answers are those of `session` from now on. */
    void (*adopt)(void *self, Session *session);
    void *self;
    const char *begin;   /* statements that are run first; NULL: none */
    const char *version; /* for the greeting on a terminal */
} PromptOptions;

/* Runs until the end of input or `quit`. Where another store is opened, the session
   that was adopted last takes the place of `session`, which is freed. 0; from input
   that is no terminal the first error ends it: 1 a text was wrong, 4 the store, 5
   output could not be written, 130 interrupted. */
int prompt_run(Session *session, const PromptOptions *options);

#endif
