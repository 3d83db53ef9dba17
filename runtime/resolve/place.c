/* Where an expression was read last. Equal expressions are one node, whose own place
   is that of the first; a message wants the place at hand. The few that were read
   last are remembered, which is enough for the operands of one call. */
#include "runtime/resolve/scope.h"

void place_note(Resolver *r, const Expr *expr, Span span)
{
    if (!expr)
        return;
    ExprPlace *place = &r->place[expr->id % EXPR_PLACES];
    place->expr = expr;
    place->span = span;
}

Span place_of(const Resolver *r, const Expr *expr)
{
    const ExprPlace *place = &r->place[expr->id % EXPR_PLACES];
    return place->expr == expr ? place->span : expr->span;
}
