/* `M[what if m = expr]`: wherever m stands in M, also inside other measures, expr takes
   its place in the same context. In expr itself m is what it was, so that
   `revenue[what if price = price * 1.1]` says what it seems to. */
#include "runtime/resolve/what_if.h"

#include <string.h>

bool what_if_frame(const ValueScope *scope, const AstAssign *assign, Frame *frame)
{
    Resolver *r = scope->qb->r;
    WhatIf *what_if = ARENA_NEW(r->arena, WhatIf);
    *what_if = (WhatIf){.measure = value_measure(scope, &assign->target),
                        .target = &assign->target,
                        .value = assign->value,
                        .source = scope->source};
    frame->what_if = what_if;
    if (what_if->measure)
        return true;
    const AstName *last = &assign->target.item[assign->target.count - 1];
    Suggest suggest;
    suggest_init(&suggest, last->text);
    suggest_measures(&suggest, r->model);
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_NAME, assign->target.span,
                         "`what if` puts a measure at a value, and there is no measure "
                         "`%s`",
                         last->text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    return false;
}

/* The innermost frame that is heard here. */
static const Frame *find_frame(const ValueScope *scope, const Measure *m)
{
    const Frame *f = scope->frame;
    while (f && !(f->what_if && f->what_if->measure == m))
        f = what_if_outward(f);
    return f;
}

const Frame *what_if_outward(const Frame *frame)
{
    return frame->outside ? frame->outside->outer : frame->outer;
}

/* The currency that the measure has here: what it is converted to, else its own. */
static const char *currency_here(const ValueScope *scope, const Measure *m)
{
    const char *own = m->type.unit.currency, *wished = currency_wished(scope);
    return own[0] && wished ? wished : own;
}

/* As the measure is declared: a plain number takes its kind. */
static const Expr *with_kind(const ValueScope *scope, const Expr *expr,
                             const Measure *m, Span span)
{
    Resolver *r = scope->qb->r;
    Expr node = *expr;
    bool is_money = node.type.kind == VALUE_NUMBER && node.type.unit.kind == UNIT_MONEY;
    if (is_money && m->type.unit.kind == UNIT_MONEY) {
        const char *here = currency_here(scope, m), *found = node.type.unit.currency;
        if (!here[0] || !found[0] || !strcmp(here, found))
            return expr;
        Diag *d = diag_error(r->sink, DIAG_UNITS, span,
                             "`%s` is money(%s) here, and this is %s", m->name, here,
                             type_text(r->arena, node.type));
        diag_help(r->sink, d, "write the amount in %s", here);
        return NULL;
    }
    if (!types_relabel(r, &node.type, m->type, span))
        return NULL;
    return expr_intern(r->exprs, &node);
}

void what_if_note_put(QuestionBuilder *qb, const WhatIf *what_if)
{
    Question *q = qb->q;
    if (what_if->met)
        *what_if->met = true;
    for (size_t i = 0; i < q->n_put; i++) {
        if (q->put[i] == what_if->value)
            return;
    }
    ARENA_PUSH(qb->r->arena, q->put, q->n_put, q->cap_put, what_if->value);
}

/* One value for every key of `M per K`: the keys that rows of m meet have it. */
static const Expr *for_keys_met(const ValueScope *inner, const Expr *expr,
                                const WhatIf *what_if)
{
    Resolver *r = inner->qb->r;
    const Type type = {.kind = VALUE_BOOLEAN};
    Span span = what_if->value->span;
    if (!inner->grain || inner->grain->every || per_meets_keys(expr, inner->grain))
        return expr;
    AstExpr name = {.kind = AST_EXPR_PATH, .span = span, .as.path = *what_if->target};
    const Expr *own = value_expr(inner, &name);
    const Expr *part[] = {expr_const(r->exprs, type, (Value){.as.boolean = true}, span),
                          expr, own};
    return own ? expr_call(r->exprs, FN_IF, expr->type, span,
                           (ExprArgs){part, COUNT_OF(part)})
               : NULL;
}

bool what_if_expr(const ValueScope *scope, const Measure *m, const Expr **expr)
{
    QuestionBuilder *qb = scope->qb;
    const Frame *found = find_frame(scope, m);
    if (!found)
        return false;
    what_if_note_put(qb, found->what_if);
    Frame *border = ARENA_NEW(qb->r->arena, Frame);
    border->outer = scope->frame;
    border->outside = found;
    border->span = found->span;
    ValueScope inner = *scope;
    inner.source = found->what_if->source;
    inner.frame = border;
    inner.in_bracket = true;
    unsigned fresh = qb->fresh;
    qb->fresh = qb->depth;
    *expr = value_expr(&inner, found->what_if->value);
    qb->fresh = fresh;
    if (*expr)
        *expr = with_kind(&inner, *expr, m, found->what_if->value->span);
    if (*expr)
        *expr = for_keys_met(&inner, *expr, found->what_if);
    return true;
}
