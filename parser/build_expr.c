/* Expressions. Every node knows how deep it is; one too deep is reported once, and
   the tree of a parse with errors is not walked. */
#include "parser/build.h"

#include "lexer/literal.h"
#include "parser/context.h"
#include "runtime/base/civil.h"
#include "runtime/base/compiler.h"

static AstExpr *new_expr(ParseCtx *cx, AstExprKind kind, Span span)
{
    AstExpr *e = ARENA_NEW(cx->arena, AstExpr);
    e->kind = kind;
    e->span = span;
    e->depth = 1;
    return e;
}

/* `e` stands over something `depth` levels deep. */
static void over_depth(ParseCtx *cx, AstExpr *e, unsigned depth)
{
    if (depth < e->depth)
        return;
    e->depth = (uint16_t)(depth + 1);
    if (e->depth > AST_DEPTH_MAX) {
        e->depth = AST_DEPTH_MAX;
        parse_report_too_deep(cx, e->span);
    }
}

static void over(ParseCtx *cx, AstExpr *e, const AstExpr *child)
{
    if (child)
        over_depth(cx, e, child->depth);
}

static void over_all(ParseCtx *cx, AstExpr *e, const AstExprs *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        over(cx, e, list->item[i]);
}

static void over_args(ParseCtx *cx, AstExpr *e, const AstArgs *args)
{
    for (uint32_t i = 0; i < args->count; i++) {
        over(cx, e, args->item[i].value);
        over(cx, e, args->item[i].by);
        over(cx, e, args->item[i].where);
    }
}

AstExpr *build_at(AstExpr *expr, Span span)
{
    expr->span = span;
    return expr;
}

AstExpr *build_number(ParseCtx *cx, AstExprKind kind, Span span)
{
    AstExpr *e = new_expr(cx, kind, span);
    const char *text = cx->text->text + span.begin;
    if (!literal_number(text, span.end - span.begin, &e->as.number))
        diag_error(cx->sink, DIAG_NUMBER_TOO_LARGE, span,
                   "this number has more than 76 digits");
    return e;
}

AstExpr *build_money(ParseCtx *cx, AstExpr *number, Span currency, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_MONEY, span);
    e->as.money.value = number->as.number;
    e->as.money.currency = build_name(cx, currency);
    return e;
}

AstExpr *build_interval(ParseCtx *cx, Span count, Span unit, bool working, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_INTERVAL, span);
    e->as.interval.count = build_count(cx, count);
    e->as.interval.unit = build_unit(cx, unit);
    e->as.interval.working = working;
    return e;
}

static AstUnit period_unit(LiteralUnit unit)
{
    switch (unit) {
    case LITERAL_YEAR:
        return AST_UNIT_YEAR;
    case LITERAL_HALF:
        return AST_UNIT_HALF;
    case LITERAL_QUARTER:
        return AST_UNIT_QUARTER;
    case LITERAL_MONTH:
        return AST_UNIT_MONTH;
    case LITERAL_WEEK:
        return AST_UNIT_WEEK;
    case LITERAL_DAY:
        return AST_UNIT_DAY;
    }
    UNREACHABLE("literal unit");
}

static AstPeriod read_period(ParseCtx *cx, Span span)
{
    LiteralPeriod p = {.year = 2000};
    if (span.end - span.begin < 4)
        diag_error(cx->sink, DIAG_BAD_PERIOD_LITERAL, span, "a year has four digits");
    else if (!literal_period(cx->text->text + span.begin, span.end - span.begin, &p))
        diag_error(cx->sink, DIAG_BAD_PERIOD_LITERAL, span, "a year has four digits");
    return (AstPeriod){period_unit(p.unit), p.year, p.part, p.day};
}

AstExpr *build_period(ParseCtx *cx, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_PERIOD, span);
    e->as.period = read_period(cx, span);
    if (e->as.period.unit == AST_UNIT_WEEK &&
        e->as.period.part > civil_iso_weeks_in_year(e->as.period.year))
        diag_error(cx->sink, DIAG_BAD_PERIOD_LITERAL, span,
                   "there is no %04d-W%02d in the calendar", e->as.period.year,
                   e->as.period.part);
    return e;
}

AstExpr *build_text_expr(ParseCtx *cx, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_TEXT, span);
    e->as.text = build_text(cx, span);
    return e;
}

AstExpr *build_parameter(ParseCtx *cx, AstName name)
{
    AstExpr *e = new_expr(cx, AST_EXPR_PARAMETER, name.span);
    e->as.parameter = name;
    return e;
}

AstExpr *build_all(ParseCtx *cx, Span span)
{
    return new_expr(cx, AST_EXPR_ALL, span);
}

AstExpr *build_all_time(ParseCtx *cx, Span span)
{
    return new_expr(cx, AST_EXPR_ALL_TIME, span);
}

AstExpr *build_path_expr(ParseCtx *cx, AstPath path)
{
    AstExpr *e = new_expr(cx, AST_EXPR_PATH, path.span);
    e->as.path = path;
    return e;
}

AstExpr *build_call(ParseCtx *cx, AstName name, const AstArgs *args, bool distinct,
                    Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_CALL, span);
    e->as.call.function = name;
    e->as.call.distinct = distinct;
    if (args) {
        e->as.call.args = *args;
        over_args(cx, e, args);
    }
    return e;
}

AstExpr *build_period_call(ParseCtx *cx, AstName calendar, AstName unit,
                           const AstArgs *args, Span span)
{
    AstExpr *e = build_call(cx, unit, args, false, span);
    e->as.call.calendar = calendar;
    return e;
}

AstExpr *build_level(ParseCtx *cx, AstExpr *entity, uint32_t level, Span span)
{
    AstName name = {.text = AST_AT_LEVEL, .span = span};
    AstExpr *number = new_expr(cx, AST_EXPR_NUMBER, span);
    number->as.number = decimal_from_i64(level);
    AstArgs args = build_args(cx, (AstArgs){0}, (AstArg){entity, NULL, NULL});
    args = build_args(cx, args, (AstArg){number, NULL, NULL});
    return build_call(cx, name, &args, false, span);
}

AstExpr *build_distinct(ParseCtx *cx, AstName name, AstExpr *value, AstExpr *where,
                        Span span)
{
    AstArgs args = build_args(cx, (AstArgs){0}, (AstArg){value, NULL, where});
    return build_call(cx, name, &args, true, span);
}

AstExpr *build_in_brackets(ParseCtx *cx, AstExpr *expr)
{
    (void)cx;
    expr->in_brackets = true;
    return expr;
}

AstExpr *build_query(ParseCtx *cx, AstQuestion *query, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_QUERY, span);
    e->as.query = query;
    over_depth(cx, e, query->depth);
    return e;
}

AstExpr *build_unary(ParseCtx *cx, AstOp op, AstExpr *operand, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_UNARY, span);
    e->as.unary.op = op;
    e->as.unary.operand = operand;
    over(cx, e, operand);
    return e;
}

typedef enum { LEVEL_OR, LEVEL_AND, LEVEL_SUM, LEVEL_PRODUCT, LEVEL_OTHER } ChainLevel;

static ChainLevel chain_level(AstOp op)
{
    switch (op) {
    case AST_OP_OR:
        return LEVEL_OR;
    case AST_OP_AND:
        return LEVEL_AND;
    case AST_OP_ADD:
    case AST_OP_SUBTRACT:
    case AST_OP_CONCAT:
        return LEVEL_SUM;
    case AST_OP_MULTIPLY:
    case AST_OP_DIVIDE:
        return LEVEL_PRODUCT;
    case AST_OP_EQ:
    case AST_OP_NE:
    case AST_OP_LT:
    case AST_OP_LE:
    case AST_OP_GT:
    case AST_OP_GE:
    case AST_OP_MATCHES:
    case AST_OP_ALIKE:
    case AST_OP_LIKE:
    case AST_OP_UNDER:
    case AST_OP_NOT:
    case AST_OP_NEGATE:
    case AST_OP_START_OF:
    case AST_OP_END_OF:
        return LEVEL_OTHER;
    }
    UNREACHABLE("operator");
}

static bool is_open_chain(const AstExpr *e, AstOp op)
{
    return e->kind == AST_EXPR_CHAIN && !e->in_brackets &&
           chain_level(e->as.chain.terms.item[0].op) == chain_level(op);
}

AstExpr *build_chain(ParseCtx *cx, AstExpr *left, AstOp op, Span op_span,
                     AstExpr *right)
{
    AstTerm term = {op, op_span, right};
    AstExpr *e = left;
    if (!is_open_chain(left, op)) {
        e = new_expr(cx, AST_EXPR_CHAIN, left->span);
        e->as.chain.first = left;
        over(cx, e, left);
    }
    AstTerms *terms = &e->as.chain.terms;
    if (terms->count == terms->cap) {
        uint32_t cap = terms->cap ? terms->cap * 2 : 2;
        AstTerm *item = ARENA_ARRAY(cx->arena, AstTerm, cap);
        if (terms->count)
            arena_copy(item, terms->item, terms->count * sizeof *item);
        terms->item = item;
        terms->cap = cap;
    }
    terms->item[terms->count++] = term;
    over(cx, e, right);
    return e;
}

AstExpr *build_compare(ParseCtx *cx, AstOp op, bool negated, AstExpr *left,
                       AstExpr *right)
{
    AstExpr *e =
        new_expr(cx, AST_EXPR_COMPARE, build_join_span(left->span, right->span));
    e->as.compare.op = op;
    e->as.compare.negated = negated;
    e->as.compare.left = left;
    e->as.compare.right = right;
    over(cx, e, left);
    over(cx, e, right);
    return e;
}

AstExpr *build_between(ParseCtx *cx, bool negated, AstExpr *value, AstExpr *low,
                       AstExpr *high)
{
    AstExpr *e =
        new_expr(cx, AST_EXPR_BETWEEN, build_join_span(value->span, high->span));
    e->as.between.negated = negated;
    e->as.between.value = value;
    e->as.between.low = low;
    e->as.between.high = high;
    over(cx, e, value);
    over(cx, e, low);
    over(cx, e, high);
    return e;
}

/* `in` one thing: a query, a list of one in brackets, else a set by name or time. */
AstExpr *build_in(ParseCtx *cx, bool negated, AstExpr *value, AstExpr *set, Span span)
{
    bool is_time = set->kind == AST_EXPR_RANGE || set->kind == AST_EXPR_PERIOD ||
                   set->kind == AST_EXPR_RELATIVE ||
                   set->kind == AST_EXPR_CALENDAR_PERIOD;
    if (set->in_brackets && !is_time)
        return build_in_list(cx, negated, value, build_exprs(cx, (AstExprs){0}, set),
                             span);
    bool is_query = set->kind == AST_EXPR_QUERY;
    AstExpr *e = new_expr(cx, is_query ? AST_EXPR_IN_QUERY : AST_EXPR_IN_SET, span);
    e->as.in.negated = negated;
    e->as.in.value = value;
    if (is_query)
        e->as.in.query = set->as.query;
    else
        e->as.in.set = set;
    over(cx, e, value);
    over(cx, e, set);
    return e;
}

AstExpr *build_in_list(ParseCtx *cx, bool negated, AstExpr *value, AstExprs list,
                       Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_IN_LIST, span);
    e->as.in.negated = negated;
    e->as.in.value = value;
    e->as.in.list = list;
    over(cx, e, value);
    over_all(cx, e, &list);
    return e;
}

AstExpr *build_is_empty(ParseCtx *cx, bool negated, AstExpr *value, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_IS_EMPTY, span);
    e->as.is_empty.negated = negated;
    e->as.is_empty.value = value;
    over(cx, e, value);
    return e;
}

AstExpr *build_range(ParseCtx *cx, AstExpr *low, AstExpr *high, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_RANGE, span);
    e->as.range.low = low;
    e->as.range.high = high;
    over(cx, e, low);
    over(cx, e, high);
    return e;
}

AstExpr *build_bracket(ParseCtx *cx, AstExpr *base, const AstContexts *items, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_BRACKET, span);
    e->as.bracket.base = base;
    e->as.bracket.items = *items;
    over(cx, e, base);
    for (uint32_t i = 0; i < items->count; i++)
        over_depth(cx, e, build_context_depth(&items->item[i]));
    return e;
}

AstExpr *build_per(ParseCtx *cx, AstExpr *base, const AstExprs *keys, bool every,
                   Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_PER, span);
    e->as.per.base = base;
    e->as.per.keys = *keys;
    e->as.per.every = every;
    over(cx, e, base);
    for (uint32_t i = 0; i < keys->count; i++)
        over(cx, e, keys->item[i]);
    return e;
}

AstExpr *build_window(ParseCtx *cx, AstExpr *per, AstWindow *window)
{
    per->as.per.window = window;
    over(cx, per, window->moment);
    return per;
}

AstWindow *build_moment(ParseCtx *cx, AstSide side, AstExpr *moment, Span span)
{
    AstWindow *window = ARENA_NEW(cx->arena, AstWindow);
    window->side = side;
    window->moment = moment;
    window->span = span;
    return window;
}

AstWindow *build_within(ParseCtx *cx, AstWindow *window, uint32_t count, AstUnit unit,
                        bool working)
{
    (void)cx;
    window->has_within = true;
    window->within = count;
    window->unit = unit;
    window->working = working;
    return window;
}

AstRelative build_to(AstRelativeKind kind, uint32_t count, AstCalendarUnit unit)
{
    return (AstRelative){.kind = kind,
                         .has_count = count != 0,
                         .has_unit = true,
                         .n.count = count ? count : 1,
                         .unit = unit};
}

AstRelative build_counted(AstRelativeKind kind, AstHowMany n, AstCalendarUnit unit)
{
    AstRelative relative = build_to(kind, 0, unit);
    relative.has_count = true;
    relative.n = n;
    return relative;
}

AstRelative build_full(AstRelative relative)
{
    relative.full = true;
    return relative;
}

AstExpr *build_relative(ParseCtx *cx, AstRelative relative, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_RELATIVE, span);
    e->as.relative = relative;
    return e;
}

AstExpr *build_calendar_unit(ParseCtx *cx, AstCalendarUnit unit)
{
    AstExpr *e = new_expr(cx, AST_EXPR_CALENDAR_UNIT, unit.span);
    e->as.calendar_unit = unit;
    return e;
}

AstExpr *build_calendar_period(ParseCtx *cx, Span calendar, Span period, Span span)
{
    AstExpr *e = new_expr(cx, AST_EXPR_CALENDAR_PERIOD, span);
    e->as.calendar_period.calendar = build_name(cx, calendar);
    e->as.calendar_period.period = read_period(cx, period);
    return e;
}

AstContext build_money_at(AstContext money, AstExpr *at)
{
    money.as.currency.at = at;
    money.as.currency.at_period_end = at == NULL;
    return money;
}
