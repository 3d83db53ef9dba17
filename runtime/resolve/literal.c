/* Constants, operators and scalar functions: what means the same in rows of a source
   and in lines of an answer. The scope resolves the children. Chains are flat in the
   syntax and become left-deep calls, except and, or and ||, which stay flat. */
#include "runtime/resolve/literal.h"
#include "runtime/base/ascii.h"

#include <string.h>

const Expr *literal_child(const Shared *s, const AstExpr *ast)
{
    return s->child(s->scope, ast);
}

static const Expr *make_const(Resolver *r, Type type, Value value, Span span)
{
    return expr_const(r->exprs, type, value, span);
}

const Expr *constant_number(Resolver *r, Decimal number, Span span)
{
    Type type = {.kind = VALUE_NUMBER, .integer = number.scale == 0};
    Value value = {.as.number = number};
    return make_const(r, type, value, span);
}

static const Expr *percent_const(Resolver *r, const AstExpr *ast)
{
    Type type = {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT};
    Value value = {.as.number = ast->as.number};
    return make_const(r, type, value, ast->span);
}

static const Expr *money_const(Resolver *r, const AstExpr *ast)
{
    Type type = {.kind = VALUE_NUMBER, .unit.kind = UNIT_MONEY};
    Value value = {.as.number = ast->as.money.value};
    for (int i = 0; i < 3 && ast->as.money.currency.text[i]; i++)
        type.unit.currency[i] = ast->as.money.currency.text[i];
    return make_const(r, type, value, ast->span);
}

static const Expr *text_const(Resolver *r, const AstExpr *ast)
{
    Type type = {.kind = VALUE_TEXT};
    Value value = {0};
    value.as.text.text = ast->as.text.text;
    value.as.text.len = ast->as.text.len;
    return make_const(r, type, value, ast->span);
}

static const Expr *period_const(Resolver *r, const AstExpr *ast)
{
    PeriodUnit unit = period_base(ast->as.period.unit);
    Type type = {.kind = VALUE_PERIOD, .period = unit};
    Value value = {.as.period = period_literal(&ast->as.period)};
    if (unit == PERIOD_DAY) {
        type.kind = VALUE_DATE;
        value.as.day = value.as.period;
    }
    return make_const(r, type, value, ast->span);
}

static const Expr *calendar_const(Resolver *r, const AstExpr *ast)
{
    Type type = {.kind = VALUE_PERIOD};
    Value value = {0};
    if (!period_of_calendar(r, ast, &type.period, &value.as.period))
        return NULL;
    return make_const(r, type, value, ast->span);
}

/* `this month` as a value: the period itself when it is a single one. */
static const Expr *relative_const(Resolver *r, const AstExpr *ast)
{
    const AstRelative *rel = &ast->as.relative;
    DayRange days;
    uint32_t count;
    if (!resolve_period(r, ast, &days) || !period_how_many(r, &rel->n, &count))
        return NULL;
    if (count != 1 || rel->kind == AST_RELATIVE_TO_DATE) {
        diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                   "several periods are no single value");
        return NULL;
    }
    PeriodUnit unit;
    if (!period_calendar_unit(r, &rel->unit, &unit))
        return NULL;
    Type type = {.kind = VALUE_PERIOD, .period = unit};
    Value value = {.as.period = calendar_period_of(unit, days.lo)};
    return make_const(r, type, value, ast->span);
}

FnId literal_operator(AstOp op)
{
    switch (op) {
    case AST_OP_ADD:
        return FN_ADD;
    case AST_OP_SUBTRACT:
        return FN_SUBTRACT;
    case AST_OP_CONCAT:
        return FN_CONCAT;
    case AST_OP_MULTIPLY:
        return FN_MULTIPLY;
    case AST_OP_DIVIDE:
        return FN_DIVIDE;
    case AST_OP_AND:
        return FN_AND;
    case AST_OP_OR:
        return FN_OR;
    case AST_OP_EQ:
        return FN_EQUAL;
    case AST_OP_NE:
        return FN_NOT_EQUAL;
    case AST_OP_LT:
        return FN_LESS;
    case AST_OP_LE:
        return FN_LESS_EQUAL;
    case AST_OP_GT:
        return FN_GREATER;
    case AST_OP_GE:
        return FN_GREATER_EQUAL;
    case AST_OP_MATCHES:
        return FN_REGEX;
    case AST_OP_ALIKE:
        return FN_ALIKE;
    case AST_OP_LIKE:
        return FN_LIKE;
    case AST_OP_NOT:
        return FN_NOT;
    case AST_OP_NEGATE:
        return FN_NEGATE;
    case AST_OP_START_OF:
        return FN_START_OF;
    case AST_OP_END_OF:
        return FN_END_OF;
    case AST_OP_UNDER:
        return FN_COUNT;
    }
    UNREACHABLE("operator");
}

/* d + 3 months: the function and the number it takes. */
static FnId shift_fn(const AstExpr *interval, int64_t *n)
{
    *n = interval->as.interval.count;
    if (interval->as.interval.working)
        return FN_ADD_WORKING_DAYS;
    switch (interval->as.interval.unit) {
    case AST_UNIT_DAY:
        return FN_ADD_DAYS;
    case AST_UNIT_WEEK:
        *n *= 7;
        return FN_ADD_DAYS;
    case AST_UNIT_MONTH:
        return FN_ADD_MONTHS;
    case AST_UNIT_QUARTER:
        *n *= 3;
        return FN_ADD_MONTHS;
    case AST_UNIT_HALF:
        *n *= 6;
        return FN_ADD_MONTHS;
    case AST_UNIT_YEAR:
        *n *= 12;
        return FN_ADD_MONTHS;
    }
    UNREACHABLE("time unit");
}

static Span join_spans(Span a, Span b)
{
    Span span = {a.file, a.begin, b.end};
    return span;
}

static bool is_date_like(const Expr *e)
{
    return e->type.kind == VALUE_DATE || e->type.kind == VALUE_MOMENT;
}

const Expr *literal_shift(Resolver *r, const Expr *date, const AstExpr *interval,
                          bool back)
{
    int64_t n;
    FnId fn = shift_fn(interval, &n);
    const Expr *arg[] = {
        date, constant_number(r, decimal_from_i64(back ? -n : n), interval->span)};
    return typed_call(r, fn, join_spans(place_of(r, date), interval->span), arg, 2);
}

/* left op right, where dates have arithmetic of their own. */
static const Expr *add_term(const Shared *s, const Expr *left, const AstTerm *term)
{
    Resolver *r = s->r;
    Span span = join_spans(place_of(r, left), term->operand->span);
    if (term->operand->kind == AST_EXPR_INTERVAL)
        return literal_shift(r, left, term->operand, term->op == AST_OP_SUBTRACT);
    const Expr *right = literal_child(s, term->operand);
    if (!right)
        return NULL;
    if (is_date_like(left) && is_date_like(right) && term->op == AST_OP_SUBTRACT) {
        const Expr *arg[] = {right, left};
        return typed_call(r, FN_DAYS, span, arg, 2);
    }
    const Expr *arg[] = {left, right};
    if (is_date_like(left) && right->type.kind == VALUE_NUMBER) {
        if (term->op == AST_OP_SUBTRACT)
            arg[1] = typed_call(r, FN_NEGATE, right->span, &right, 1);
        return typed_call(r, FN_ADD_DAYS, span, arg, 2);
    }
    return typed_call(r, literal_operator(term->op), span, arg, 2);
}

/* and, or, ||: one flat call. */
static const Expr *flat_chain(const Shared *s, const AstExpr *ast)
{
    const AstTerms *terms = &ast->as.chain.terms;
    const Expr **arg = ARENA_ARRAY(s->r->arena, const Expr *, (size_t)terms->count + 1);
    bool ok = (arg[0] = literal_child(s, ast->as.chain.first)) != NULL;
    for (uint32_t i = 0; i < terms->count; i++) {
        if (!ok && s->r->sink->n_error >= ERRORS_ENOUGH)
            return NULL;
        arg[i + 1] = literal_child(s, terms->item[i].operand);
        ok &= arg[i + 1] != NULL;
    }
    if (!ok)
        return NULL;
    return typed_call(s->r, literal_operator(terms->item[0].op), ast->span, arg,
                      terms->count + 1);
}

static bool is_flat(const AstTerms *terms)
{
    AstOp op = terms->item[0].op;
    if (op != AST_OP_AND && op != AST_OP_OR && op != AST_OP_CONCAT)
        return false;
    for (uint32_t i = 1; i < terms->count; i++) {
        if (terms->item[i].op != op)
            return false;
    }
    return true;
}

static const Expr *chain_expr(const Shared *s, const AstExpr *ast)
{
    const AstTerms *terms = &ast->as.chain.terms;
    if (is_flat(terms))
        return flat_chain(s, ast);
    const Expr *left = literal_child(s, ast->as.chain.first);
    uint32_t i = 0;
    for (; left && i < terms->count; i++) {
        left = add_term(s, left, &terms->item[i]);
        place_note(s->r, left, join_spans(ast->span, terms->item[i].operand->span));
    }
    /* What follows an error is read for its own errors. */
    for (; !left && i < terms->count && s->r->sink->n_error < ERRORS_ENOUGH; i++) {
        if (terms->item[i].operand->kind != AST_EXPR_INTERVAL)
            literal_child(s, terms->item[i].operand);
    }
    return left;
}

static const Expr *unary_expr(const Shared *s, const AstExpr *ast)
{
    const Expr *operand = literal_child(s, ast->as.unary.operand);
    return typed_call(s->r, literal_operator(ast->as.unary.op), ast->span, &operand, 1);
}

/* day(d) .. year(d): the period d lies in. */
static const Expr *period_of_expr(const Shared *s, const AstExpr *ast, AstUnit of)
{
    PeriodUnit unit;
    AstCalendarUnit named = {
        .calendar = ast->as.call.calendar, .unit = of, .span = ast->span};
    if (!period_calendar_unit(s->r, &named, &unit))
        return NULL;
    if (ast->as.call.args.count != 1) {
        diag_error(s->r->sink, DIAG_ARGUMENTS, ast->span, "`%s` takes 1 argument",
                   ast->as.call.function.text);
        return NULL;
    }
    const Expr *arg = literal_child(s, ast->as.call.args.item[0].value);
    if (!arg)
        return NULL;
    if (arg->type.kind == VALUE_PERIOD)
        arg = typed_call(s->r, FN_START_OF, arg->span, &arg, 1);
    if (!arg || !typed_call(s->r, FN_PERIOD_OF, ast->span, &arg, 1))
        return NULL;
    Type type = {.kind = VALUE_PERIOD, .period = unit};
    return expr_call(s->r->exprs, FN_PERIOD_OF, type, ast->span, (ExprArgs){&arg, 1});
}

static const Expr *call_expr(const Shared *s, const AstExpr *ast, FnId fn)
{
    const AstArgs *args = &ast->as.call.args;
    const Expr **arg = ARENA_ARRAY(s->r->arena, const Expr *, (size_t)args->count + 1);
    bool ok = true;
    for (uint32_t i = 0; i < args->count; i++) {
        if (args->item[i].by || args->item[i].where || ast->as.call.distinct) {
            diag_error(s->r->sink, DIAG_ARGUMENTS, ast->span,
                       "only an aggregate takes `by`, `where` or `distinct`");
            return NULL;
        }
        arg[i] = literal_child(s, args->item[i].value);
        ok &= arg[i] != NULL;
    }
    return ok ? typed_call(s->r, fn, ast->span, arg, args->count) : NULL;
}

static const Expr *function_expr(const Shared *s, const AstExpr *ast, bool *handled)
{
    AstUnit unit;
    if (ast_name_unit(ast->as.call.function, &unit) && ast->as.call.args.count == 1)
        return period_of_expr(s, ast, unit);
    FnId fn = function_by_name(ast->as.call.function.text);
    if (fn != FN_COUNT && fn != FN_SHARE && fn != FN_RANK && fn != FN_RUNNING &&
        fn != FN_PRIOR && fn != FN_LABEL)
        return call_expr(s, ast, fn);
    *handled = false;
    return NULL;
}

bool literal_is_word(const char *name)
{
    static const char *const word[] = {"today", "now", "empty", "true", "false"};
    bool is = false;
    for (size_t i = 0; i < COUNT_OF(word); i++)
        is |= ascii_same(word[i], name);
    return is;
}

/* today, now, true, false, empty: words that no name of the scope hides. */
static const Expr *word_expr(Resolver *r, const AstExpr *ast, bool *handled)
{
    const AstPath *path = &ast->as.path;
    const char *word = path->item[0].text;
    Value value = {0};
    Type type = {.kind = VALUE_BOOLEAN};
    *handled = path->count == 1 && !path->item[0].quoted;
    if (*handled && ascii_same(word, "today")) {
        type.kind = VALUE_DATE;
        value.as.day = r->today;
    } else if (*handled && ascii_same(word, "now")) {
        type.kind = VALUE_MOMENT;
        value.as.seconds = (int64_t)r->today * 86400 + civil_now() % 86400;
    } else if (*handled && ascii_same(word, "empty")) {
        type.empty_only = true;
        value.empty = true;
    } else if (*handled && ascii_same(word, "true")) {
        value.as.boolean = true;
    } else if (!*handled || !ascii_same(word, "false")) {
        *handled = false;
        return NULL;
    }
    return make_const(r, type, value, ast->span);
}

static const Expr *parameter_expr(const Shared *s, const AstExpr *ast)
{
    const char *name = ast->as.parameter.text;
    const Variable *var = resolve_find_variable(s->r, name);
    if (var && var->is_all) {
        Diag *d = diag_error(s->r->sink, DIAG_PARAMETER, ast->span,
                             "`$%s` may be `all`, which is no value here", name);
        diag_help(s->r->sink, d,
                  "compare with it alone, joined by `and`: where team = $%s and ...",
                  name);
        return NULL;
    }
    if (var && var->value)
        return shared_may_expand(s->r, ast->span) ? literal_child(s, var->value) : NULL;
    if (var) {
        diag_error(s->r->sink, DIAG_TYPE, ast->span,
                   "`$%s` is a table; read it with `from $%s`", name, name);
        return NULL;
    }
    Suggest suggest;
    suggest_init(&suggest, name);
    for (size_t i = 0; i < s->r->n_variable; i++)
        suggest_offer(&suggest, s->r->variable[i].name);
    Diag *d = diag_error(s->r->sink, DIAG_UNKNOWN_NAME, ast->span,
                         "there is no variable or parameter `$%s`", name);
    if (suggest.count)
        diag_help(s->r->sink, d, "did you mean `$%s`?", suggest.found[0]);
    return NULL;
}

static const Expr *literal_expr(const Shared *s, const AstExpr *ast, bool *handled)
{
    Resolver *r = s->r;
    switch (ast->kind) {
    case AST_EXPR_NUMBER:
        return constant_number(r, ast->as.number, ast->span);
    case AST_EXPR_PERCENT:
        return percent_const(r, ast);
    case AST_EXPR_MONEY:
        return money_const(r, ast);
    case AST_EXPR_TEXT:
        return text_const(r, ast);
    case AST_EXPR_PERIOD:
        return period_const(r, ast);
    case AST_EXPR_RELATIVE:
        return relative_const(r, ast);
    case AST_EXPR_PARAMETER:
        return parameter_expr(s, ast);
    case AST_EXPR_PATH:
        return word_expr(r, ast, handled);
    case AST_EXPR_CALENDAR_PERIOD:
        return calendar_const(r, ast);
    case AST_EXPR_INTERVAL:
    case AST_EXPR_ALL:
    case AST_EXPR_ALL_TIME:
    case AST_EXPR_RANGE:
        diag_error(r->sink, DIAG_TYPE, ast->span, "this is no value of its own here");
        return NULL;
    case AST_EXPR_CALL:
    case AST_EXPR_QUERY:
    case AST_EXPR_UNARY:
    case AST_EXPR_CHAIN:
    case AST_EXPR_COMPARE:
    case AST_EXPR_BETWEEN:
    case AST_EXPR_IN_LIST:
    case AST_EXPR_IN_QUERY:
    case AST_EXPR_IN_SET:
    case AST_EXPR_IS_EMPTY:
    case AST_EXPR_BRACKET:
    case AST_EXPR_PER:
    case AST_EXPR_CALENDAR_UNIT:
        break;
    }
    *handled = false;
    return NULL;
}

static bool is_period_set(const AstExpr *set)
{
    return set->kind == AST_EXPR_PERIOD || set->kind == AST_EXPR_RANGE ||
           set->kind == AST_EXPR_RELATIVE || set->kind == AST_EXPR_PARAMETER ||
           set->kind == AST_EXPR_NUMBER || set->kind == AST_EXPR_CALENDAR_PERIOD;
}

enum { EXPANDED_MAX = 100000, NESTED_MAX = 1500 };

bool shared_enter(Resolver *r, Span span)
{
    if (r->depth < NESTED_MAX) {
        r->depth++;
        return true;
    }
    diag_error(r->sink, DIAG_TOO_DEEP, span,
               "this is nested too deeply, with all that its names stand for");
    return false;
}

void shared_leave(Resolver *r)
{
    r->depth--;
}

bool shared_may_expand(Resolver *r, Span span)
{
    if (++r->n_expanded <= EXPANDED_MAX)
        return true;
    if (r->n_expanded == EXPANDED_MAX + 1)
        diag_error(r->sink, DIAG_TOO_DEEP, span,
                   "functions, measures and values on each other make this too large");
    return false;
}

const Expr *shared_expr(Resolver *r, const AstExpr *ast, ResolveChild child,
                        const void *scope, bool *handled)
{
    Shared s = {r, child, scope};
    *handled = true;
    if (ast->kind == AST_EXPR_CALL)
        return function_expr(&s, ast, handled);
    if (ast->kind == AST_EXPR_UNARY)
        return unary_expr(&s, ast);
    if (ast->kind == AST_EXPR_CHAIN)
        return chain_expr(&s, ast);
    if (ast->kind == AST_EXPR_COMPARE)
        return compare_expr(&s, ast);
    if (ast->kind == AST_EXPR_BETWEEN)
        return compare_between(&s, ast);
    if (ast->kind == AST_EXPR_IN_LIST)
        return compare_in_list(&s, ast);
    if (ast->kind == AST_EXPR_IS_EMPTY)
        return compare_empty(&s, ast);
    if (ast->kind == AST_EXPR_IN_SET && is_period_set(ast->as.in.set))
        return compare_in_period(&s, ast);
    return literal_expr(&s, ast, handled);
}
