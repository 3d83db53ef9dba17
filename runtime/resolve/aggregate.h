/* Inside resolve/: what may stand in an aggregate, and what comes of it. */
#ifndef KOERS_RUNTIME_RESOLVE_AGGREGATE_H
#define KOERS_RUNTIME_RESOLVE_AGGREGATE_H

#include "runtime/resolve/scope.h"

/* The type of `fn` over values like `arg` (NULL: rows); false: reported. */
bool aggregate_type(Resolver *r, AggFn fn, const Expr *arg, Span span, Type *res);
/* What `fn` takes: a number where it wants one and `arg`, which may be NULL, holds
   nothing. */
const Expr *aggregate_argument(Resolver *r, AggFn fn, const Expr *arg);
/* Number and form of the arguments of `call`; false: reported. */
bool aggregate_check_arguments(const ValueScope *scope, const AstExpr *call, AggFn fn);
/* Refuses to add up what a joined source keeps once; false: reported. */
bool aggregate_check_joined(const ValueScope *scope, AggFn fn, const Expr *arg,
                            Span span);
/* Refuses lines that would add up a stock of an answer over time; false: reported. */
bool aggregate_check_lines(const QuestionBuilder *qb);

#endif
