/* Comparisons: periods against dates, bare years, lists and ranges. A period and a date
   compare by the days of the period; a moment and a day by the day of the moment. */
#include "runtime/resolve/literal.h"

static bool is_date_like(const Expr *e)
{
    return e->type.kind == VALUE_DATE || e->type.kind == VALUE_MOMENT;
}

static const Expr *negated(Resolver *r, const Expr *expr, bool negate, Span span)
{
    if (!negate || !expr)
        return expr;
    return typed_call(r, FN_NOT, span, &expr, 1);
}

/* d = 2025 and d != 2025-Q3: a period and a date compare by the days of the period;
   a bare four-digit number is a year beside a period or a date. */
const Expr *compare_year(Resolver *r, const Expr *other, const AstExpr *ast)
{
    int64_t year;
    bool wanted = other && (other->type.kind == VALUE_PERIOD || is_date_like(other));
    if (!wanted || ast->kind != AST_EXPR_NUMBER ||
        !decimal_to_i64(ast->as.number, &year) || year < 1000 || year > 2999)
        return NULL;
    Type type = {.kind = VALUE_PERIOD, .period = PERIOD_YEAR};
    Value value = {0};
    value.as.period = calendar_period_of(PERIOD_YEAR, civil_to_day((int)year, 1, 1));
    return expr_const(r->exprs, type, value, ast->span);
}

/* Two sides of a comparison; a moment against a period reads the period's days. */
static const Expr *edge(Resolver *r, FnId fn, const Expr *period)
{
    return typed_call(r, fn, period->span, &period, 1);
}

/* date op period: in it, before its start, after its end. */
static const Expr *compare_period(Resolver *r, FnId fn, const Expr *date,
                                  const Expr *period, Span span)
{
    const Expr *day = is_date_like(date) && date->type.kind == VALUE_MOMENT
                          ? typed_call(r, FN_DAY_OF, date->span, &date, 1)
                          : date;
    const Expr *low[] = {day, edge(r, FN_START_OF, period)};
    const Expr *high[] = {day, edge(r, FN_END_OF, period)};
    if (fn == FN_LESS)
        return typed_call(r, FN_LESS, span, low, 2);
    if (fn == FN_GREATER_EQUAL)
        return typed_call(r, FN_GREATER_EQUAL, span, low, 2);
    if (fn == FN_LESS_EQUAL)
        return typed_call(r, FN_LESS_EQUAL, span, high, 2);
    if (fn == FN_GREATER)
        return typed_call(r, FN_GREATER, span, high, 2);
    const Expr *both[] = {typed_call(r, FN_GREATER_EQUAL, span, low, 2),
                          typed_call(r, FN_LESS_EQUAL, span, high, 2)};
    const Expr *inside = typed_call(r, FN_AND, span, both, 2);
    return negated(r, inside, fn == FN_NOT_EQUAL, span);
}

static FnId mirrored(FnId fn)
{
    if (fn == FN_LESS)
        return FN_GREATER;
    if (fn == FN_LESS_EQUAL)
        return FN_GREATER_EQUAL;
    if (fn == FN_GREATER)
        return FN_LESS;
    return fn == FN_GREATER_EQUAL ? FN_LESS_EQUAL : fn;
}

static const Expr *compare_two(Resolver *r, FnId fn, const Expr *a, const Expr *b,
                               Span span)
{
    bool period_a = a->type.kind == VALUE_PERIOD,
         period_b = b->type.kind == VALUE_PERIOD;
    if (period_b && (is_date_like(a) || (period_a && a->type.period != b->type.period)))
        return compare_period(r, fn, is_date_like(a) ? a : edge(r, FN_START_OF, a), b,
                              span);
    if (period_a && is_date_like(b))
        return compare_period(r, mirrored(fn), b, a, span);
    /* A day is a period: a moment lies in it, before it or after it. */
    if (a->type.kind == VALUE_MOMENT && b->type.kind == VALUE_DATE)
        a = typed_call(r, FN_DAY_OF, a->span, &a, 1);
    else if (a->type.kind == VALUE_DATE && b->type.kind == VALUE_MOMENT)
        b = typed_call(r, FN_DAY_OF, b->span, &b, 1);
    const Expr *arg[] = {a, b};
    return typed_call(r, fn, span, arg, 2);
}

/* Is one of the two an entity with a key of another kind, the other a text? Then that
   is reported. */
static bool is_label_for_key(const Shared *s, const AstExpr *ast, const Expr *left,
                             const Expr *right)
{
    const AstExpr *la = ast->as.compare.left, *ra = ast->as.compare.right;
    AstOp op = ast->as.compare.op;
    const char *sign = op == AST_OP_LIKE    ? "like"
                       : op == AST_OP_ALIKE ? "~~"
                       : op == AST_OP_NE    ? "!="
                                            : "=";
    if (right->type.kind == VALUE_TEXT)
        return key_text_report(s, &(KeyText){la, left, ra, sign, ast->span});
    return left->type.kind == VALUE_TEXT &&
           key_text_report(s, &(KeyText){ra, right, la, sign, ast->span});
}

const Expr *compare_expr(const Shared *s, const AstExpr *ast)
{
    if (ast->as.compare.op == AST_OP_UNDER) {
        diag_error(s->r->sink, DIAG_TREE, ast->span,
                   "`under` asks of an entity, which is no constant");
        return NULL;
    }
    const AstExpr *la = ast->as.compare.left, *ra = ast->as.compare.right;
    const Expr *left = la->kind == AST_EXPR_NUMBER ? NULL : literal_child(s, la);
    if (!left && la->kind != AST_EXPR_NUMBER)
        return NULL;
    const Expr *right = compare_year(s->r, left, ra);
    right = right ? right : literal_child(s, ra);
    if (!left && right)
        left = compare_year(s->r, right, la);
    left = left ? left : literal_child(s, la);
    if (!left || !right || is_label_for_key(s, ast, left, right))
        return NULL;
    const Expr *res =
        compare_two(s->r, literal_operator(ast->as.compare.op), left, right, ast->span);
    return negated(s->r, res, ast->as.compare.negated, ast->span);
}

const Expr *compare_between(const Shared *s, const AstExpr *ast)
{
    const Expr *value = literal_child(s, ast->as.between.value);
    const Expr *low = compare_year(s->r, value, ast->as.between.low);
    const Expr *high = compare_year(s->r, value, ast->as.between.high);
    low = low ? low : literal_child(s, ast->as.between.low);
    high = high ? high : literal_child(s, ast->as.between.high);
    if (!value || !low || !high)
        return NULL;
    const Expr *other = types_compare(value->type, low->type) ? high : low;
    if (!types_compare(value->type, other->type)) {
        types_report(s->r, "between", ast->span, value, other);
        return NULL;
    }
    const Expr *both[2];
    if (!(both[0] = compare_two(s->r, FN_GREATER_EQUAL, value, low, ast->span)) ||
        !(both[1] = compare_two(s->r, FN_LESS_EQUAL, value, high, ast->span)))
        return NULL;
    const Expr *res = typed_call(s->r, FN_AND, ast->span, both, 2);
    return negated(s->r, res, ast->as.between.negated, ast->span);
}

/* Are there values among arg[1..n) that `=` does not compare as they stand? */
static bool has_period(const Expr *const *arg, uint32_t n)
{
    bool moment = arg[0] && arg[0]->type.kind == VALUE_MOMENT;
    for (uint32_t i = 1; i < n; i++) {
        if (arg[i] && (arg[i]->type.kind == VALUE_PERIOD ||
                       (moment && arg[i]->type.kind == VALUE_DATE)))
            return true;
    }
    return false;
}

/* x in (a, b): one call; with periods among them an `or` of comparisons. */
const Expr *compare_in_list(const Shared *s, const AstExpr *ast)
{
    uint32_t n = ast->as.in.list.count + 1;
    const Expr **arg = ARENA_ARRAY(s->r->arena, const Expr *, n);
    arg[0] = literal_child(s, ast->as.in.value);
    for (uint32_t i = 1; i < n; i++) {
        arg[i] = compare_year(s->r, arg[0], ast->as.in.list.item[i - 1]);
        arg[i] = arg[i] ? arg[i] : literal_child(s, ast->as.in.list.item[i - 1]);
        if (!arg[i] && s->r->sink->n_error >= ERRORS_ENOUGH)
            return NULL;
    }
    if (!arg[0])
        return NULL;
    const AstExpr *first = ast->as.in.list.count ? ast->as.in.list.item[0] : NULL;
    if (first && arg[1] && arg[1]->type.kind == VALUE_TEXT &&
        key_text_report(s, &(KeyText){ast->as.in.value, arg[0], first, "=", ast->span}))
        return NULL;
    const Expr *res;
    if (has_period(arg, n)) {
        for (uint32_t i = 1; i < n; i++)
            arg[i] =
                arg[i] ? compare_two(s->r, FN_EQUAL, arg[0], arg[i], ast->span) : NULL;
        res = n == 2 ? arg[1] : typed_call(s->r, FN_OR, ast->span, arg + 1, n - 1);
    } else {
        res = typed_call(s->r, FN_IN, ast->span, arg, n);
    }
    return negated(s->r, res, ast->as.in.negated, ast->span);
}

const Expr *compare_empty(const Shared *s, const AstExpr *ast)
{
    const Expr *value = literal_child(s, ast->as.is_empty.value);
    if (!value)
        return NULL;
    const Expr *res = typed_call(s->r, FN_IS_EMPTY, ast->span, &value, 1);
    return negated(s->r, res, ast->as.is_empty.negated, ast->span);
}

/* d in 2025-Q3 .. 2025-Q4, d in last 3 months */
const Expr *compare_in_period(const Shared *s, const AstExpr *ast)
{
    const Expr *value = literal_child(s, ast->as.in.value);
    DayRange days;
    if (!value || !resolve_period(s->r, ast->as.in.set, &days))
        return NULL;
    Type type = {.kind = VALUE_DATE};
    Value lo = {.as.day = days.lo}, hi = {.as.day = days.hi};
    if (value->type.kind == VALUE_PERIOD)
        value = edge(s->r, FN_START_OF, value);
    const Expr *low[] = {value, expr_const(s->r->exprs, type, lo, ast->span)};
    const Expr *high[] = {value, expr_const(s->r->exprs, type, hi, ast->span)};
    const Expr *both[] = {typed_call(s->r, FN_GREATER_EQUAL, ast->span, low, 2),
                          typed_call(s->r, FN_LESS, ast->span, high, 2)};
    const Expr *res = typed_call(s->r, FN_AND, ast->span, both, 2);
    return negated(s->r, res, ast->as.in.negated, ast->span);
}
