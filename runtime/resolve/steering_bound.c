/* What a measure of steering is held against: targets, bounds, baselines, capacities.
 */
#include "runtime/resolve/steering.h"

Question *steering_ask(Resolver *r, const AstExpr *ast, const AstPath *by)
{
    AstQuestion *q = ARENA_NEW(r->arena, AstQuestion);
    AstExpr *year = ARENA_NEW(r->arena, AstExpr);
    AstClause *clause = ARENA_ARRAY(r->arena, AstClause, 2);
    AstItem *item = ARENA_NEW(r->arena, AstItem);
    *item =
        (AstItem){.value = arena_memdup(r->arena, ast, sizeof *ast), .span = ast->span};
    q->items = (AstItems){item, 1, 1};
    q->span = year->span = clause[0].span = clause[1].span = ast->span;
    year->kind = AST_EXPR_RELATIVE;
    year->as.relative = (AstRelative){.kind = AST_RELATIVE_THIS,
                                      .has_unit = true,
                                      .n.count = 1,
                                      .unit = {.unit = AST_UNIT_YEAR}};
    clause[0].kind = AST_CLAUSE_FOR;
    clause[0].as.expr = year;
    q->clause[AST_CLAUSE_FOR] = &clause[0];
    if (by) {
        AstByItem *key = ARENA_NEW(r->arena, AstByItem);
        AstExpr *path = ARENA_NEW(r->arena, AstExpr);
        path->kind = AST_EXPR_PATH;
        path->as.path = *by;
        path->span = key->span = clause[1].span = by->span;
        key->what.value = path;
        clause[1].kind = AST_CLAUSE_BY;
        clause[1].as.by = (AstByItems){key, 1, 1};
        q->clause[AST_CLAUSE_BY] = &clause[1];
    }
    const NamedCalendar *calendar = r->calendar;
    const char *currency = r->currency;
    steering_as_declared(r);
    Question *res = resolve_question(r, q);
    r->calendar = calendar;
    r->currency = currency;
    return res;
}

/* Does `measure op bound` mean something? */
static bool can_compare(Resolver *r, const AstExpr *measure, AstOp op,
                        const AstExpr *bound)
{
    AstExpr *compare = ARENA_NEW(r->arena, AstExpr);
    compare->kind = AST_EXPR_COMPARE;
    compare->span = bound->span;
    compare->as.compare.op = op;
    compare->as.compare.left = arena_memdup(r->arena, measure, sizeof *measure);
    compare->as.compare.right = arena_memdup(r->arena, bound, sizeof *bound);
    return steering_ask(r, compare, NULL) != NULL;
}

/* Can the measure be held against this end of what is written? A baseline or capacity
   has no sign of its own. */
static bool can_hold(Resolver *r, const AstExpr *measure, const AstSteeringItem *item,
                     const AstExpr *end, Type type)
{
    if (!measure || item->op != AST_OP_ADD)
        return !measure || can_compare(r, measure, item->op, end);
    DiagHush hush = diag_hush(r->sink);
    bool ok = can_compare(r, measure, AST_OP_GE, end);
    diag_unhush(r->sink, hush);
    if (!ok)
        diag_error(r->sink, DIAG_UNITS, end->span,
                   "`%s` is in the unit of the measure, and this is %s",
                   ast_steering_item_text(item->kind), type_text(r->arena, type));
    return ok;
}

static bool read_number(Resolver *r, const AstExpr *ast, Type *type, Decimal *number)
{
    Value value;
    if (!resolve_constant(r, ast, type, &value))
        return false;
    if (type->kind != VALUE_NUMBER || value.empty) {
        diag_error(r->sink, DIAG_TYPE, ast->span, "a number is wanted, found %s",
                   value.empty ? "nothing" : type_text(r->arena, *type));
        return false;
    }
    *number = value.as.number;
    return true;
}

bool steering_bound(Resolver *r, const AstExpr *measure, const AstSteeringItem *item,
                    Bound *bound)
{
    const AstExpr *low = item->bound, *high = NULL;
    *bound = (Bound){.op = item->op, .span = item->bound->span};
    if (item->op == AST_OP_NE) {
        diag_error(r->sink, DIAG_STEERING, item->span,
                   "nobody can steer to what is not to be");
        return false;
    }
    if (low->kind == AST_EXPR_RANGE) {
        high = low->as.range.high;
        low = low->as.range.low;
        bound->is_band = true;
    }
    if (!read_number(r, low, &bound->type, &bound->low) ||
        !can_hold(r, measure, item, low, bound->type))
        return false;
    if (!high)
        return true;
    if (item->op != AST_OP_EQ || item->kind != AST_STEERING_ITEM_TARGET) {
        Diag *d = diag_error(r->sink, DIAG_STEERING, item->bound->span,
                             "only a target may be a band");
        diag_help(r->sink, d, "write `target in LOW .. HIGH`");
        return false;
    }
    if (!read_number(r, high, &bound->type, &bound->high) ||
        !can_hold(r, measure, item, high, bound->type))
        return false;
    if (decimal_compare(bound->low, bound->high) <= 0)
        return true;
    diag_error(r->sink, DIAG_STEERING, item->bound->span,
               "this band ends below its beginning");
    return false;
}
