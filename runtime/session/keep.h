/* Forecasts that are kept beside the store, in the log (log.h). */
#ifndef KOERS_RUNTIME_SESSION_KEEP_H
#define KOERS_RUNTIME_SESSION_KEEP_H

#include "runtime/session/internal.h"

/* What is known of a forecast before its answer; in the statement's arena. */
typedef struct {
    bool wanted;
    bool must; /* it says `keep` */
    const AstQuestion *ast;
    const char *method; /* as it was asked for */
    const char *measure, *unit, *state;
} Keep;

/* Is the forecast kept: it says so, or a log lies beside the store. false: it says so
   and cannot be, which was reported. */
bool keep_begin(Session *s, const AstQuestion *ast, const char *method, Keep *keep);
/* The state of the data: of the answers that it is made from, parts NULL: none. */
void keep_state(Session *s, Keep *keep, const Result *whole, const Result *parts);
/* Keeps its lines of what is expected. false: reported. What was not asked for and
   cannot be kept is a warning, once a session. */
bool keep_answer(Session *s, const Keep *keep, const Result *answer);

/* commit.c: `commit M VALUE for P`. false: reported. */
bool commit_check(Session *s, const AstStmt *stmt);
bool commit_run(Session *s, const AstStmt *stmt);

#endif
