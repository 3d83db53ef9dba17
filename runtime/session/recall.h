/* Questions that are asked again on a later day: as text in which nothing depends on
   the statement they stood in. */
#ifndef KOERS_RUNTIME_SESSION_RECALL_H
#define KOERS_RUNTIME_SESSION_RECALL_H

#include "runtime/session/internal.h"

/* What is written at `span`, parameters as their values and `today` as its day; in the
   statement's arena. `whole` (not NULL) becomes false where something in it depends on
   the day all the same, or on an answer that is kept. */
const char *recall_expr(Session *s, const AstExpr *expr, bool *whole);
/* Of a clause: with its word. */
const char *recall_clause(Session *s, const AstClause *clause, bool *whole);
/* What a forecast by the first `n_by` units is held against: `show M by U, D where C`,
   without the limit to a period. "": it cannot be asked again. */
const char *recall_past(Session *s, const AstQuestion *ast, uint32_t n_by);

#endif
