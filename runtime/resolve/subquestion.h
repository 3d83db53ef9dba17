/* Questions inside expressions: `M per K` as an attribute, `in (show ...)`, a scalar
   `(show ...)`; and functions of `let`. */
#ifndef KOERS_RUNTIME_RESOLVE_SUBQUESTION_H
#define KOERS_RUNTIME_RESOLVE_SUBQUESTION_H

#include "runtime/resolve/literal.h"
#include "runtime/resolve/scope.h"

/* The question "M by K" of `M per K`, and the row's own values of K in key[]. */
Question *subquestion_by_keys(const RowScope *scope, const AstExpr *per,
                              const Expr **key);
/* window.c: M per K before, until or after a time of the row. */
const Expr *window_attribute(const RowScope *scope, const AstExpr *per);
const Expr *subquestion_attribute(const RowScope *scope, const AstExpr *per);
/* A measure in a list: its value for the row's own key within the list's `for`. */
const Expr *subquestion_list_measure(const RowScope *scope, const AstExpr *ast);
/* x in (show ...); x is a value of the scope, rows' or answer's. */
const Expr *subquestion_member(const Shared *s, const AstExpr *in);
/* x in S or x in $t: the keys of a source, the first column of a kept answer. */
const Expr *subquestion_in_set(const Shared *s, const AstExpr *in);
const Expr *subquestion_scalar(Resolver *r, const AstExpr *query);
/* asked.c: sub-questions that are written alike and read alike are one. `how` says in
   which way the syntax is read, `scope` where its names are looked up; NULL: nowhere.
 */
Question *asked_find(const Resolver *r, const char *text);
void asked_add(Resolver *r, const char *text, Question *question);
const char *asked_text(Resolver *r, const char *how, const Source *scope,
                       const AstQuestion *ast);
/* The body of a `let` function with its arguments put in; NULL when there is no such
   function (nothing reported). */
const AstExpr *subquestion_expand(Resolver *r, const AstExpr *call);
void subquestion_unknown_function(Resolver *r, const AstExpr *call);

#endif
