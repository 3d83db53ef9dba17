/* Aggregate functions: their names, arguments and result types, and the check that an
   aggregate does not add up values of a joined source. */
#include "runtime/resolve/aggregate.h"
#include "runtime/base/ascii.h"

static const struct {
    const char *name;
    AggFn fn;
} aggregate[] = {
    {"sum", AGG_SUM},
    {"count", AGG_COUNT},
    {"avg", AGG_AVG},
    {"min", AGG_MIN},
    {"max", AGG_MAX},
    {"median", AGG_MEDIAN},
    {"percentile", AGG_PERCENTILE},
    {"stddev", AGG_STDDEV},
    {"variance", AGG_VARIANCE},
    {"first", AGG_FIRST},
    {"last", AGG_LAST},
    {"text_list", AGG_TEXT_LIST},
};

bool leaf_is_aggregate(const char *name, AggFn *fn)
{
    for (size_t i = 0; i < COUNT_OF(aggregate); i++) {
        if (ascii_same(aggregate[i].name, name)) {
            *fn = aggregate[i].fn;
            return true;
        }
    }
    return false;
}

static const char *aggregate_name(AggFn fn)
{
    size_t i = 0;
    while (i + 1 < COUNT_OF(aggregate) && aggregate[i].fn != fn)
        i++;
    return aggregate[i].name;
}

static bool wants_numbers(AggFn fn)
{
    return fn == AGG_SUM || fn == AGG_AVG || fn == AGG_MEDIAN || fn == AGG_PERCENTILE ||
           fn == AGG_STDDEV || fn == AGG_VARIANCE;
}

const Expr *aggregate_argument(Resolver *r, AggFn fn, const Expr *arg)
{
    return wants_numbers(fn) ? typed_as(r, arg, VALUE_NUMBER) : arg;
}

/* Result type of an aggregate of values of type `arg`. */
bool aggregate_type(Resolver *r, AggFn fn, const Expr *arg, Span span, Type *res)
{
    Type none = {.kind = VALUE_NUMBER};
    *res = arg ? arg->type : none;
    res->quotient = false;
    res->add = ADD_DISTINCT;
    if (wants_numbers(fn) && res->kind != VALUE_NUMBER) {
        diag_error(r->sink, DIAG_TYPE, span, "`%s` wants numbers, found %s",
                   aggregate_name(fn), type_text(r->arena, *res));
        return false;
    }
    if (fn == AGG_COUNT || fn == AGG_COUNT_DISTINCT) {
        *res = none;
        res->unit.kind = UNIT_COUNT;
        res->integer = true;
    }
    if (fn == AGG_SUM || fn == AGG_COUNT)
        res->add = ADD_FLOW;
    else
        res->add = ADD_DISTINCT;
    if (fn == AGG_SUM && arg)
        res->quotient = arg->type.quotient;
    if (fn == AGG_AVG || fn == AGG_MEDIAN || fn == AGG_PERCENTILE || fn == AGG_STDDEV ||
        fn == AGG_VARIANCE) {
        res->quotient = true;
        res->integer = false;
        if (res->unit.kind == UNIT_COUNT)
            res->unit.kind = UNIT_NONE;
    }
    if (fn == AGG_VARIANCE)
        res->unit.kind = UNIT_NONE;
    if (fn == AGG_TEXT_LIST)
        *res = (Type){.kind = VALUE_TEXT, .add = ADD_DISTINCT};
    return true;
}

bool aggregate_check_arguments(const ValueScope *scope, const AstExpr *call, AggFn fn)
{
    uint32_t n = call->as.call.args.count;
    uint32_t min = fn == AGG_COUNT ? 0 : fn == AGG_PERCENTILE ? 2 : 1;
    uint32_t max = fn == AGG_PERCENTILE ? 2 : 1;
    bool by = fn == AGG_FIRST || fn == AGG_LAST;
    Resolver *r = scope->qb->r;
    if (n < min || n > max) {
        diag_error(r->sink, DIAG_ARGUMENTS, call->span, "`%s` takes %u argument%s",
                   call->as.call.function.text, max, max == 1 ? "" : "s");
        return false;
    }
    if (call->as.call.distinct && fn != AGG_COUNT) {
        Diag *d = diag_error(r->sink, DIAG_ARGUMENTS, call->span,
                             "`distinct` goes with count only");
        diag_help(r->sink, d, "write `count(distinct x)`");
        return false;
    }
    if (n && by != (call->as.call.args.item[0].by != NULL)) {
        diag_error(r->sink, DIAG_ARGUMENTS, call->span,
                   by ? "`%s` wants an order: `%s(x by t)`" : "`%s` takes no `by`%.0s",
                   call->as.call.function.text, call->as.call.function.text);
        return false;
    }
    return true;
}

/* Does every column of `expr` come through a join? */
static const Expr *only_joined(const Expr *expr, bool *own)
{
    if (expr->kind == EXPR_COLUMN)
        *own = true;
    if (expr->kind == EXPR_LOOKUP)
        return expr;
    const Expr *found = NULL;
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        const Expr *e = only_joined(expr->arg[i], own);
        found = found ? found : e;
    }
    return found;
}

/* A column of an answer that is a ratio there, or counted anew for each line. */
static bool check_anew(const ValueScope *scope, AggFn fn, const Expr *arg, Span span)
{
    if (fn != AGG_SUM || !arg || arg->kind != EXPR_COLUMN ||
        (arg->type.add != ADD_RATIO && arg->type.add != ADD_DISTINCT))
        return true;
    DiagSink *sink = scope->qb->r->sink;
    bool is_ratio = arg->type.add == ADD_RATIO;
    const Source *source = arg->as.column.source;
    const char *name = source->column[arg->as.column.column].name;
    Diag *d = diag_error(sink, DIAG_TYPE, span,
                         is_ratio ? "`%s` is a ratio; it can be read but not added up"
                                  : "`%s` is of each line by itself; lines may share "
                                    "rows, so it does not add up",
                         name);
    if (is_ratio)
        diag_help(sink, d, "add up its parts and divide those");
    else
        diag_help(sink, d,
                  "ask the measure itself for what is meant, or take `avg(%s)` or "
                  "`max(%s)`; a sum of values of lines is `sum(M per K)`",
                  name, name);
    return false;
}

/* Do the lines of the question see one period of the axis each? */
static bool is_one_period(const ValueScope *scope, const Axis *axis)
{
    const Question *q = scope->qb->q;
    PeriodUnit unit = axis->has_unit ? axis->unit : PERIOD_DAY;
    bool one = scope->grain != NULL || (q->has_for && q->shown.lo < q->shown.hi &&
                                        calendar_period_of(unit, q->shown.lo) ==
                                            calendar_period_of(unit, q->shown.hi - 1));
    for (size_t i = 0; i < q->n_by && !one; i++)
        one = q->by[i].role == BY_TIME && q->by[i].unit <= unit;
    return one;
}

/* A column of an answer by time that is a stock there. */
static bool check_stock(const ValueScope *scope, AggFn fn, const Expr *arg, Span span)
{
    if (fn != AGG_SUM || !arg || arg->kind != EXPR_COLUMN || arg->type.add != ADD_STOCK)
        return true;
    const Source *source = arg->as.column.source;
    const char *name = source->column[arg->as.column.column].name;
    if (scope->qb->is_check ||
        (source->n_axis && is_one_period(scope, source->axis[0])))
        return true;
    Diag *d = diag_error(scope->qb->r->sink, DIAG_TYPE, span,
                         "`%s` is a stock; it does not add up over time", name);
    diag_help(scope->qb->r->sink, d,
              source->n_axis ? "ask `by %s`, or for one of them, or take `avg(%s)`"
                             : "take one instant, or `avg(%s)`",
              source->n_axis ? source->axis[0]->name : name, name);
    return false;
}

/* Has the question lines or windows of several periods? */
static bool sees_periods(const Question *q, const Leaf *leaf)
{
    const Source *source = leaf->arg->as.column.source;
    PeriodUnit unit = source->axis[0]->has_unit ? source->axis[0]->unit : PERIOD_DAY;
    const Context *context = leaf->context;
    bool found = false;
    for (size_t i = 0; i < context->n_step; i++)
        found |= context->step[i].op != TIME_SHIFT;
    for (size_t i = 0; i < q->n_by; i++)
        found |= q->by[i].role == BY_TIME && question_lifts(context->lifted, i);
    bool one_for = q->has_for && q->shown.lo < q->shown.hi &&
                   calendar_period_of(unit, q->shown.lo) ==
                       calendar_period_of(unit, q->shown.hi - 1);
    bool parts = q->n_by && q->by[0].role == BY_TIME;
    unsigned over = WITH_TOTAL | WITH_OTHERS | (parts ? 0u : (unsigned)WITH_SUBTOTALS);
    return found || (!one_for && (q->with & over));
}

bool aggregate_check_lines(const QuestionBuilder *qb)
{
    const Question *q = qb->q;
    for (size_t i = 0; i < q->n_leaf; i++) {
        const Leaf *leaf = q->leaf[i];
        const Expr *arg = leaf->arg;
        if (leaf->fn != AGG_SUM || leaf->per || leaf->grain ||
            arg->kind != EXPR_COLUMN || arg->type.add != ADD_STOCK ||
            !arg->as.column.source->n_axis || !sees_periods(q, leaf))
            continue;
        const Source *source = arg->as.column.source;
        const char *name = source->column[arg->as.column.column].name;
        Diag *d = diag_error(qb->r->sink, DIAG_TYPE, leaf->span,
                             "`%s` is a stock; a total or window of several `%s` would "
                             "add it up over time",
                             name, source->axis[0]->name);
        diag_help(qb->r->sink, d, "leave them out, ask for one `%s`, or take `avg(%s)`",
                  source->axis[0]->name, name);
        return false;
    }
    return true;
}

bool aggregate_check_joined(const ValueScope *scope, AggFn fn, const Expr *arg,
                            Span span)
{
    if (!check_anew(scope, fn, arg, span) || !check_stock(scope, fn, arg, span))
        return false;
    bool own = false;
    bool adds = fn == AGG_SUM || fn == AGG_AVG || fn == AGG_STDDEV ||
                fn == AGG_VARIANCE || fn == AGG_MEDIAN || fn == AGG_PERCENTILE;
    const Expr *joined = arg && adds ? only_joined(arg, &own) : NULL;
    if (!joined || own)
        return true;
    const Source *target = joined->as.join->target;
    Diag *d = diag_error(scope->qb->r->sink, DIAG_JOINED_COLUMN, span,
                         "this value is kept once per row of `%s`; here it would count "
                         "once per row of `%s`",
                         target->name, joined->as.join->from->name);
    diag_help(scope->qb->r->sink, d, "declare the measure in `%s`", target->name);
    return false;
}
