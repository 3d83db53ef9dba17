/* Hierarchies of entities: `by unit at level 2`, `where unit under "North"`. */
#ifndef KOERS_RUNTIME_RESOLVE_TREE_H
#define KOERS_RUNTIME_RESOLVE_TREE_H

#include "runtime/resolve/scope.h"

/* `D at level N` as a key of a question: an expression that row_expr knows. */
const AstExpr *tree_level_key(Resolver *r, const AstLevelOf *what, Span span);
bool tree_is_level(const AstExpr *key);
/* D of `D at level N`; any other key itself. */
const AstExpr *tree_entity_of(const AstExpr *key);
bool tree_same_level(const AstExpr *a, const AstExpr *b);
/* Over rows; NULL: reported. */
const Expr *tree_level(const RowScope *scope, const AstExpr *call);
const Expr *tree_under(const RowScope *scope, const AstExpr *compare);
/* Says that what stands at `span` is no entity of a tree; NULL. */
const Expr *tree_report_none(Resolver *r, Span span);

#endif
