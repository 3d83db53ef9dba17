/* `[lagged by profile P]`: what of earlier periods falls into this one, such as
   payments of invoices. Each aggregate becomes the sum of itself, shifted step by step,
   times the weights. */
#include "runtime/resolve/profile.h"

static const Frame *lag_of(const ValueScope *scope)
{
    const Frame *f = scope->frame;
    while (f && !f->lag && !f->is_grain)
        f = f->outer;
    return f && f->lag ? f : NULL;
}

/* The frames up to `lag`, with a shift by `n` units back in its place. */
static const Frame *shifted_frames(Resolver *r, const Frame *frame, const Frame *lag,
                                   int32_t n)
{
    Frame *copy = arena_memdup(r->arena, frame, sizeof *frame);
    if (frame != lag) {
        copy->outer = shifted_frames(r, frame->outer, lag, n);
        return copy;
    }
    TimeStep *step = ARENA_NEW(r->arena, TimeStep);
    *step = (TimeStep){
        .op = TIME_SHIFT, .unit = lag->lag->unit, .n = -n, .full = true, .lags = true};
    copy->lag = NULL;
    copy->step = n ? step : NULL;
    return copy;
}

/* What is not covered of a step counts nothing: of what is ahead nothing has come yet,
   and of what was before nothing is known. */
static const Expr *lagged_sum(const ValueScope *scope, const AstExpr *call, AggFn fn,
                              const Frame *lag)
{
    Resolver *r = scope->qb->r;
    const Expr *sum = NULL;
    for (size_t k = lag->lag->n; k-- > 0;) {
        if (decimal_is_zero(lag->lag->weight[k]) && (sum || k))
            continue;
        ValueScope inner = *scope;
        inner.frame = shifted_frames(r, scope->frame, lag, (int32_t)k);
        const Expr *value = leaf_aggregate(&inner, call, fn);
        if (!value)
            return NULL;
        const Expr *part[] = {constant_number(r, lag->lag->weight[k], call->span),
                              value};
        const Expr *term = typed_call(r, FN_MULTIPLY, call->span, part, 2);
        const Expr *both[] = {sum, term};
        sum = sum && term ? typed_call(r, FN_ADD_KNOWN, call->span, both, 2) : term;
        if (!sum)
            return NULL;
    }
    return sum;
}

bool lag_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn,
                   const Expr **res)
{
    const Frame *lag = lag_of(scope);
    if (!lag)
        return false;
    *res = NULL;
    const AstArg *arg = call->as.call.args.count ? &call->as.call.args.item[0] : NULL;
    bool is_per = arg && arg->value->kind == AST_EXPR_PER && !arg->value->as.per.window;
    if ((fn == AGG_SUM || fn == AGG_COUNT) && !call->as.call.distinct && !is_per)
        *res = lagged_sum(scope, call, fn, lag);
    else
        diag_error(scope->qb->r->sink, DIAG_PROFILE, lag->span,
                   "only sums and counts of rows can lag; this one does not add up");
    return true;
}
