/* `what if creation = creation * 1.1, ...` of a forecast from a pipeline. */
#ifndef KOERS_RUNTIME_SESSION_LEVER_H
#define KOERS_RUNTIME_SESSION_LEVER_H

#include "runtime/forecast/pipeline_record.h"
#include "runtime/session/internal.h"

/* Of a clause (NULL: none) the assignments of levers, and those of measures; a name
   that is neither is taken for a lever. NULL: there are none. */
typedef struct {
    const AstClause *levers, *measures;
} LeverClauses;

LeverClauses lever_split(Session *s, const AstClause *what_if);
/* Does the clause put numbers in the place of levers? false: reported. */
bool lever_check(Session *s, Resolver *r, const AstClause *what_if);
/* now: what each lever is; put: what it would be; change: by what that changes the
   pipeline. Creation is put in each period ahead: `by` of now and put is the mean,
   `created` of put how many come in each. */
typedef struct {
    Levers now, put, change;
} LeverChange;

/* Of several assignments each sees those before it. false: reported, a value is none
   that may be. */
bool lever_put(Session *s, Resolver *r, const AstClause *what_if,
               const PipelineState *state, LeverChange *levers);

#endif
