/* Questions inside expressions: `M per K` as an attribute, `in (show ...)`, a scalar
   `(show ...)`; and functions of `let`. */
#ifndef KOERS_RUNTIME_RESOLVE_SUBQUESTION_H
#define KOERS_RUNTIME_RESOLVE_SUBQUESTION_H

#include "runtime/resolve/scope.h"

const Expr *subquestion_attribute(const RowScope *scope, const AstExpr *per);
/* A measure in a list: its value for the row's own key within the list's `for`. */
const Expr *subquestion_list_measure(const RowScope *scope, const AstExpr *ast);
const Expr *subquestion_member(const RowScope *scope, const AstExpr *in);
/* x in S or x in $t: the keys of a source, the first column of a kept answer. */
const Expr *subquestion_in_set(const RowScope *scope, const AstExpr *in);
const Expr *subquestion_scalar(Resolver *r, const AstExpr *query);
/* The body of a `let` function with its arguments put in; NULL when there is no such
   function (nothing reported). */
const AstExpr *subquestion_expand(Resolver *r, const AstExpr *call);
void subquestion_unknown_function(Resolver *r, const AstExpr *call);

#endif
