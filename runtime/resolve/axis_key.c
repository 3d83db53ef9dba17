/* `by month(shipped)`: where it is the only time that lines are kept by, and every
   measure is a flow that is read on that axis, it is a unit of time on it: dense, and
   limited by `for`. Where none is, it is a dimension like others, as it is to a stock.
   It cannot be both in one question. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"

/* The axis that month(AXIS) names; NULL: it is no such call. */
static const AstPath *axis_of_call(const Resolver *r, const AstExpr *key)
{
    AstUnit unit;
    if (key->kind != AST_EXPR_CALL || key->as.call.args.count != 1 ||
        !ast_name_unit(key->as.call.function, &unit))
        return NULL;
    const AstExpr *arg = key->as.call.args.item[0].value;
    if (arg->kind != AST_EXPR_PATH || arg->as.path.count != 1)
        return NULL;
    const char *name = arg->as.path.item[0].text;
    for (size_t i = 0; i < r->model->n_source; i++) {
        if (source_find_axis(r->model->source[i], name))
            return &arg->as.path;
    }
    return NULL;
}

const AstExpr *axis_key_find(const Resolver *r, const AstQuestion *ast)
{
    static const AstClauseKind kind[] = {AST_CLAUSE_BY, AST_CLAUSE_ACROSS};
    const AstExpr *found = NULL;
    size_t n = 0;
    for (size_t k = 0; k < COUNT_OF(kind); k++) {
        const AstClause *clause = ast->clause[kind[k]];
        for (uint32_t i = 0; clause && i < clause->as.by.count; i++) {
            PeriodUnit unit;
            const AstExpr *key =
                question_dereference(r, clause->as.by.item[i].what.value);
            bool calls = axis_of_call(r, key) != NULL;
            n += calls || leaf_is_time_unit(r, key, &unit);
            found = calls ? key : found;
        }
    }
    return n == 1 ? found : NULL;
}

const AstPath *axis_key_path(const AstExpr *call)
{
    return &call->as.call.args.item[0].value->as.path;
}

const AstExpr *axis_key_unit(Resolver *r, const AstExpr *call)
{
    AstExpr *unit = ARENA_NEW(r->arena, AstExpr);
    unit->span = call->span;
    if (call->as.call.calendar.text) {
        unit->kind = AST_EXPR_CALENDAR_UNIT;
        unit->as.calendar_unit.calendar = call->as.call.calendar;
        unit->as.calendar_unit.span = call->span;
        (void)ast_name_unit(call->as.call.function, &unit->as.calendar_unit.unit);
        return unit;
    }
    unit->kind = AST_EXPR_PATH;
    unit->as.path.item =
        arena_memdup(r->arena, &call->as.call.function, sizeof(AstName));
    unit->as.path.count = unit->as.path.cap = 1;
    unit->as.path.span = call->span;
    return unit;
}

void axis_key_report(Resolver *r, const AstExpr *call)
{
    const char *unit = call->as.call.function.text;
    const char *axis = axis_key_path(call)->item[0].text;
    Diag *d = diag_error(r->sink, DIAG_NO_AXIS, call->span,
                         "`%s(%s)` is the time of some of these measures, and others "
                         "have another time or are a stock",
                         unit, axis);
    diag_help(r->sink, d,
              "as time: `by %s`, and `[on %s]` behind measures; as a plain value: "
              "declare a dimension, `dimension %s_%s = %s(%s)`",
              unit, axis, axis, unit, unit, axis);
}
