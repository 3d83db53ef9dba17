/* Who may be asked as, and what of the rows they see. */
#ifndef KOERS_RUNTIME_MODEL_AUDIENCE_H
#define KOERS_RUNTIME_MODEL_AUDIENCE_H

#include "parser/ast.h"

/* audience NAME "title" level L when C sees C: as it was written; the conditions are
   read anew for each person. */
typedef struct {
    const char *name, *title, *level; /* title, level: NULL, not written */
    const AstExpr *when; /* who belongs to it, by $user; NULL: not written */
    const AstExpr *sees; /* of each row; NULL: all rows */
    Span span;
} Audience;

#endif
