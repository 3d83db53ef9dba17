/* `as of D`: rows that were recorded after D are hidden. When a row was recorded is
   said by the axis or column `recorded` of its source; it moves no period. */
#include "runtime/resolve/clauses.h"

bool as_of_frame(Resolver *r, const AstExpr *when, Span span, Frame *frame)
{
    DayRange days;
    if (!resolve_period(r, when, &days))
        return false;
    AsOf *as_of = ARENA_NEW(r->arena, AsOf);
    as_of->day = days.hi - 1;
    as_of->span = span;
    frame->as_of = as_of;
    return true;
}

/* NULL: the source has no history; *ok is false after an error. */
static const Expr *history_of(Resolver *r, const Source *source, bool *ok)
{
    Axis *axis = source_find_axis(source, "recorded");
    if (axis) {
        const Expr *value = axis_value(r, axis);
        *ok = value != NULL;
        return value;
    }
    int column = source_find_column(source, "recorded");
    if (column < 0)
        return NULL;
    Expr node = {.kind = EXPR_COLUMN, .type = source->column[column].type};
    node.as.column.source = source;
    node.as.column.column = (uint32_t)column;
    if (node.type.kind != VALUE_DATE && node.type.kind != VALUE_MOMENT)
        return NULL;
    return expr_intern(r->exprs, &node);
}

bool as_of_is_kept(Resolver *r, const Source *source)
{
    bool ok = true;
    return history_of(r, source, &ok) != NULL;
}

static const Expr *report_no_history(Resolver *r, const Source *source, Span span)
{
    Diag *d = diag_error(r->sink, DIAG_AS_OF, span,
                         "`%s` does not keep when its rows were recorded, so what was "
                         "known then cannot be told",
                         source->name);
    diag_help(r->sink, d, "say which column does: `time recorded = entered_on`");
    return NULL;
}

const Expr *as_of_condition(Resolver *r, const Source *source, const AsOf *as_of,
                            const Expr *own)
{
    bool ok = true;
    const Expr *recorded = history_of(r, source, &ok);
    recorded = recorded || !ok ? recorded : own;
    if (!recorded)
        return ok ? report_no_history(r, source, as_of->span) : NULL;
    Value value = {.empty = false};
    value.as.day = as_of->day;
    const Expr *day = recorded;
    if (recorded->type.kind == VALUE_MOMENT)
        day = typed_call(r, FN_DAY_OF, as_of->span, &recorded, 1);
    const Expr *until[] = {
        day, expr_const(r->exprs, (Type){.kind = VALUE_DATE}, value, as_of->span)};
    const Expr *known[] = {typed_call(r, FN_IS_EMPTY, as_of->span, &recorded, 1),
                           typed_call(r, FN_LESS_EQUAL, as_of->span, until, 2)};
    return typed_call(r, FN_OR, as_of->span, known, 2);
}
