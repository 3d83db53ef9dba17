/* What an indicator measures, as an expression over measures. A formula over other
   indicators is one with the measure of each put in the place of its name. */
#include "runtime/resolve/steering.h"

#include <string.h>

enum { FORMULA_DEPTH = 32 };

typedef struct {
    Resolver *r;
    const Indicator *around[FORMULA_DEPTH]; /* whose formulas are being put in */
    size_t depth;
} Formula;

static AstExpr *put_in(Formula *f, const AstExpr *ast);

static const AstSteeringItem *item_of(const Indicator *indicator,
                                      AstSteeringItemKind kind)
{
    const AstSteeringItems *items = &indicator->head.ast->as.steering.items;
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->item[i].kind == kind)
            return &items->item[i];
    }
    return NULL;
}

/* A syntax error in it may have taken what it measures. */
static bool is_misread(const Resolver *r, const Indicator *indicator)
{
    Span all = indicator->head.ast->span;
    const Diag *d = r->sink->first;
    while (d &&
           !(d->has_span && d->severity == SEVERITY_ERROR && d->span.file == all.file &&
             d->span.begin >= all.begin && d->span.end <= all.end))
        d = d->next;
    return d != NULL;
}

static const AstExpr *measure_of(Formula *f, const Indicator *indicator, Span span)
{
    const AstSteeringItem *measure = item_of(indicator, AST_STEERING_ITEM_MEASURE);
    const AstSteeringItem *formula = item_of(indicator, AST_STEERING_ITEM_FORMULA);
    if (measure)
        return measure->expr;
    if (!formula && !is_misread(f->r, indicator))
        diag_error(f->r->sink, DIAG_STEERING, span, "`%s` measures nothing",
                   indicator->head.name);
    if (!formula)
        return NULL;
    for (size_t i = 0; i < f->depth; i++) {
        if (f->around[i] != indicator)
            continue;
        diag_error(f->r->sink, DIAG_CYCLE, span, "the formula of `%s` leads back to it",
                   indicator->head.name);
        return NULL;
    }
    if (f->depth == FORMULA_DEPTH) {
        diag_error(f->r->sink, DIAG_STEERING, span,
                   "formulas stand on each other more than %d deep", FORMULA_DEPTH);
        return NULL;
    }
    f->around[f->depth++] = indicator;
    const AstExpr *res = put_in(f, formula->expr);
    f->depth--;
    return res;
}

static AstExpr *named(Formula *f, const AstExpr *ast)
{
    const AstPath *path = &ast->as.path;
    AstName name = path->item[0];
    name.span = path->span;
    if (path->count != 1)
        name.text = "";
    const Indicator *indicator = steering_find_indicator(f->r, name);
    const AstExpr *measure = indicator ? measure_of(f, indicator, ast->span) : NULL;
    if (!measure)
        return NULL;
    AstExpr *res = arena_memdup(f->r->arena, measure, sizeof *measure);
    res->in_brackets = true;
    return res;
}

static AstExpr *chained(Formula *f, const AstExpr *ast)
{
    AstExpr *res = arena_memdup(f->r->arena, ast, sizeof *ast);
    AstTerms *terms = &res->as.chain.terms;
    terms->item =
        arena_memdup(f->r->arena, terms->item, terms->count * sizeof *terms->item);
    res->as.chain.first = put_in(f, ast->as.chain.first);
    bool ok = res->as.chain.first != NULL;
    for (uint32_t i = 0; i < terms->count; i++) {
        terms->item[i].operand = put_in(f, terms->item[i].operand);
        ok &= terms->item[i].operand != NULL;
    }
    return ok ? res : NULL;
}

static bool is_arithmetic(const AstExpr *ast)
{
    AstOp op = ast->as.chain.terms.item[0].op;
    return op == AST_OP_ADD || op == AST_OP_SUBTRACT || op == AST_OP_MULTIPLY ||
           op == AST_OP_DIVIDE;
}

static AstExpr *put_in(Formula *f, const AstExpr *ast)
{
    if (ast->kind == AST_EXPR_PATH)
        return named(f, ast);
    if (ast->kind == AST_EXPR_NUMBER || ast->kind == AST_EXPR_PERCENT ||
        ast->kind == AST_EXPR_MONEY)
        return arena_memdup(f->r->arena, ast, sizeof *ast);
    if (ast->kind == AST_EXPR_CHAIN && is_arithmetic(ast))
        return chained(f, ast);
    Diag *d = diag_error(f->r->sink, DIAG_STEERING, ast->span,
                         "a formula is arithmetic over indicators");
    diag_help(f->r->sink, d,
              "name indicators and numbers with + - * /, as in "
              "`formula customers * orders_each * order_value`");
    return NULL;
}

const AstExpr *formula_measure(Resolver *r, const Indicator *indicator)
{
    Formula f = {.r = r};
    return measure_of(&f, indicator, indicator->head.span);
}

const AstExpr *formula_expand(Resolver *r, const Indicator *indicator,
                              const AstExpr *formula)
{
    Formula f = {.r = r, .around = {indicator}, .depth = 1};
    return put_in(&f, formula);
}
