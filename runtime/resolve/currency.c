/* Money in another currency. A rate is looked up in the declared table by day and both
   currencies. At the day of the fact, or of a fixed day, every row is multiplied; at
   the period's end the sum of a line is. A rate that is missing is found out for what a
   line shows and named there. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

#include <string.h>

enum { RATE_DATE, RATE_FROM, RATE_TO, RATE_COLUMNS };

static const Expr *day_expr(Resolver *r, const Expr *expr)
{
    if (!expr || expr->type.kind == VALUE_DATE)
        return expr;
    return typed_call(r, FN_DAY_OF, expr->span, &expr, 1);
}

static bool check_rates(Resolver *r, const AstStmt *stmt)
{
    const AstTableRoles *from = &stmt->as.currency.from;
    if (!ascii_same(stmt->as.currency.name.text, "rates")) {
        diag_error(r->sink, DIAG_CURRENCY, stmt->as.currency.name.span,
                   "what a currency has are its `rates`");
    } else if (r->model->rates) {
        diag_error(r->sink, DIAG_DUPLICATE_NAME, stmt->span,
                   "the rates of currencies are declared already");
    } else if (from->roles.count != RATE_COLUMNS + 1) {
        Diag *d = diag_error(r->sink, DIAG_CURRENCY, from->table.span,
                             "rates have four columns, found %u", from->roles.count);
        diag_help(r->sink, d, "name them in this order: (date, from, to, rate)");
    } else {
        return true;
    }
    return false;
}

static const Expr *rate_column(Resolver *r, const Source *source, const AstPath *path,
                               ValueKind kind)
{
    const Expr *column = define_column(r, source, path->item[path->count - 1]);
    if (!column || column->type.kind == kind || column->type.empty_only ||
        (kind == VALUE_DATE && column->type.kind == VALUE_MOMENT))
        return column;
    diag_error(r->sink, DIAG_TYPE, path->span, "the %s of a rate cannot be %s",
               kind == VALUE_DATE   ? "date"
               : kind == VALUE_TEXT ? "currency"
                                    : "rate",
               type_text(r->arena, column->type));
    return NULL;
}

bool currency_declare(Resolver *r, const AstStmt *stmt)
{
    static const ValueKind kind[] = {VALUE_DATE, VALUE_TEXT, VALUE_TEXT};
    const AstTableRoles *from = &stmt->as.currency.from;
    if (!check_rates(r, stmt))
        return false;
    Source *source = ARENA_NEW(r->arena, Source);
    source->name = from->table.item[from->table.count - 1].text;
    source->span = from->table.span;
    source->origin = (Origin){.kind = ORIGIN_TABLE, .name = source->name};
    if (!r->catalog->columns(r->catalog->self, source, from->table.span))
        return false;
    source->key = ARENA_ARRAY(r->arena, const Expr *, RATE_COLUMNS);
    source->n_key = RATE_COLUMNS;
    bool ok = true;
    for (size_t i = 0; i < RATE_COLUMNS; i++) {
        source->key[i] = rate_column(r, source, &from->roles.item[i], kind[i]);
        ok &= source->key[i] != NULL;
    }
    const Expr *rate =
        rate_column(r, source, &from->roles.item[RATE_COLUMNS], VALUE_NUMBER);
    if (!ok || !rate)
        return false;
    source->key[RATE_DATE] = day_expr(r, source->key[RATE_DATE]);
    Rates *rates = ARENA_NEW(r->arena, Rates);
    rates->rate = rate;
    rates->join = (Join){.role = source->name,
                         .from = source,
                         .target = source,
                         .on = source->key,
                         .key = source->key,
                         .n_on = RATE_COLUMNS,
                         .span = stmt->span};
    r->model->rates = rates;
    return true;
}

static const Expr *text_expr(Resolver *r, const char *text, Span span)
{
    Value value = {.empty = false};
    value.as.text.text = text;
    value.as.text.len = strlen(text);
    return expr_const(r->exprs, (Type){.kind = VALUE_TEXT}, value, span);
}

static const Expr *empty_expr(Resolver *r, Type type, Span span)
{
    type.empty_only = true;
    return expr_const(r->exprs, type, (Value){.empty = true}, span);
}

/* From a currency to the one that is wished. */
typedef struct {
    const ValueScope *scope;
    const CurrencyWish *wish;
    const char *from;
    Span span;
} Exchange;

static const Expr *rate_on(const Exchange *x, const Expr *day)
{
    Resolver *r = x->scope->qb->r;
    const Rates *rates = r->model->rates;
    const Expr *arg[] = {rates->rate, day, text_expr(r, x->from, x->span),
                         text_expr(r, x->wish->code, x->span)};
    Expr node = {.kind = EXPR_LOOKUP, .type = rates->rate->type, .span = x->span};
    node.as.join = &rates->join;
    node.arg = arg;
    node.n_arg = COUNT_OF(arg);
    return expr_intern(r->exprs, &node);
}

/* The value, unless a rate was missing: then the day that it was missing on speaks. */
static const Expr *checked(const Exchange *x, const Expr *value, const Expr *missing)
{
    Resolver *r = x->scope->qb->r;
    const Expr *arg[] = {value, missing, text_expr(r, x->from, x->span),
                         text_expr(r, x->wish->code, x->span)};
    Type type = value->type;
    type.unit.kind = UNIT_MONEY;
    snprintf(type.unit.currency, sizeof type.unit.currency, "%s", x->wish->code);
    return expr_call(r->exprs, FN_CONVERTED, type, x->span,
                     (ExprArgs){arg, COUNT_OF(arg)});
}

/* `day` where `value` has no rate though it wants one. */
static const Expr *missing_day(Resolver *r, const Expr *value, const Expr *rate,
                               const Expr *day)
{
    Span span = value->span;
    Value none = {.empty = false};
    const Expr *zero = expr_const(r->exprs, (Type){.kind = VALUE_NUMBER}, none, span);
    const Expr *nothing = empty_expr(r, day->type, span);
    const Expr *equal[] = {value, zero};
    const Expr *part[] = {typed_call(r, FN_IS_EMPTY, span, &value, 1),
                          nothing,
                          expr_call(r->exprs, FN_EQUAL, (Type){.kind = VALUE_BOOLEAN},
                                    span, (ExprArgs){equal, 2}),
                          nothing,
                          typed_call(r, FN_IS_EMPTY, span, &rate, 1),
                          day,
                          nothing};
    return expr_call(r->exprs, FN_IF, day->type, span,
                     (ExprArgs){part, COUNT_OF(part)});
}

/* value * rate; nothing is nothing in every currency. */
static const Expr *product(Resolver *r, const Expr *value, const Expr *rate)
{
    Span span = value->span;
    Type type = value->type;
    type.quotient |= rate->type.quotient;
    type.integer = false;
    Value none = {.empty = false};
    const Expr *zero = expr_const(r->exprs, (Type){.kind = VALUE_NUMBER}, none, span);
    const Expr *pair[] = {value, rate}, *equal[] = {value, zero};
    const Expr *part[] = {
        expr_call(r->exprs, FN_EQUAL, (Type){.kind = VALUE_BOOLEAN}, span,
                  (ExprArgs){equal, 2}),
        value, expr_call(r->exprs, FN_MULTIPLY, type, span, (ExprArgs){pair, 2})};
    return expr_call(r->exprs, FN_IF, type, span, (ExprArgs){part, COUNT_OF(part)});
}

/* Of what comes and goes within a time, only what comes: a row that is there before
   is seen where it opens. */
static Leaf *rows_that_begin(Resolver *r, const Leaf *of)
{
    Leaf *leaf = arena_memdup(r->arena, of, sizeof *of);
    Context *context = arena_memdup(r->arena, of->context, sizeof *of->context);
    context->until = NULL;
    leaf->context = context;
    leaf->gone = NULL;
    return leaf;
}

/* Row by row, with the rate of the fact's day or of a fixed one. */
static const Expr *convert_rows(const Exchange *x, const Leaf *leaf)
{
    Resolver *r = x->scope->qb->r;
    const Expr *day = NULL;
    if (x->wish->kind == CURRENCY_AT_DAY) {
        Value value = {.empty = false};
        value.as.day = x->wish->day;
        day = expr_const(r->exprs, (Type){.kind = VALUE_DATE}, value, x->span);
    } else if (leaf->context->axis) {
        day = day_expr(r, leaf->context->axis->value);
    }
    if (!day) {
        diag_error(r->sink, DIAG_NO_AXIS, x->span,
                   "`%s` has no time axis, so its money has no day for a rate",
                   leaf->source->name);
        return NULL;
    }
    const Expr *rate = rate_on(x, day);
    Leaf money = *leaf, missing = *leaf;
    money.arg = product(r, leaf->arg, rate);
    if (leaf->gone)
        money.gone = product(r, leaf->gone, rate);
    missing.fn = AGG_MIN;
    missing.arg = missing_day(r, leaf->arg, rate, day);
    missing.by = NULL;
    missing.type = day->type;
    missing.type.add = ADD_DISTINCT;
    if (leaf->gone)
        missing = *rows_that_begin(r, &missing);
    return checked(x, leaf_expr(x->scope, &money), leaf_expr(x->scope, &missing));
}

/* What a line adds up to, with the rate of its last day. */
static const Expr *convert_line(const Exchange *x, const Expr *expr, const Expr *day)
{
    Resolver *r = x->scope->qb->r;
    const Expr *rate = rate_on(x, day);
    return checked(x, product(r, expr, rate), missing_day(r, expr, rate, day));
}

static const Expr *closing_day(Resolver *r, const Expr *leaf)
{
    Expr node = {.kind = EXPR_CLOSING, .type.kind = VALUE_DATE, .span = leaf->span};
    node.as.leaf = leaf->as.leaf;
    return expr_intern(r->exprs, &node);
}

static const Expr *convert(const Exchange *x, const Expr *expr);

static const Expr *convert_args(const Exchange *x, const Expr *expr, uint32_t first,
                                uint32_t step)
{
    Resolver *r = x->scope->qb->r;
    const Expr **arg = ARENA_ARRAY(r->arena, const Expr *, expr->n_arg);
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        bool otherwise = step == 2 && i + 1 == expr->n_arg; /* of `if` */
        bool is_part = i >= first && ((i - first) % step == 0 || otherwise);
        arg[i] = is_part ? convert(x, expr->arg[i]) : expr->arg[i];
        if (!arg[i])
            return NULL;
    }
    Expr node = *expr;
    node.arg = arg;
    node.type.unit = (Unit){.kind = UNIT_MONEY};
    snprintf(node.type.unit.currency, CURRENCY_SIZE, "%s", x->wish->code);
    return expr_intern(r->exprs, &node);
}

static bool has_rows(const Expr *expr)
{
    bool found = expr->kind == EXPR_LEAF;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = has_rows(expr->arg[i]);
    return found;
}

static const Expr *report_shape(const Exchange *x)
{
    Resolver *r = x->scope->qb->r;
    Diag *d = diag_error(r->sink, DIAG_CURRENCY, x->span,
                         "what of this measure is money cannot be told, so it cannot "
                         "be read in %s",
                         x->wish->code);
    diag_help(r->sink, d,
              "declare its parts as measures of their own: `measure revenue : "
              "money(%s) = sum(amount)`",
              x->from);
    return NULL;
}

static bool is_linear(FnId fn)
{
    return fn == FN_ADD || fn == FN_ADD_KNOWN || fn == FN_SUBTRACT || fn == FN_NEGATE ||
           fn == FN_ABS || fn == FN_COALESCE || fn == FN_LEAST || fn == FN_GREATEST;
}

static const Expr *convert_call(const Exchange *x, const Expr *expr)
{
    FnId fn = expr->as.fn;
    uint32_t only = expr->n_arg + 1; /* steps over all others */
    if (fn == FN_MEAN_UNTIL)
        return convert_line(x, expr->arg[0], expr->arg[1]);
    if (is_linear(fn))
        return convert_args(x, expr, 0, 1);
    if (fn == FN_IF)
        return convert_args(x, expr, 1, 2);
    if (fn == FN_DIVIDE || (fn == FN_MULTIPLY && !has_rows(expr->arg[1])))
        return convert_args(x, expr, 0, only);
    if (fn == FN_MULTIPLY && !has_rows(expr->arg[0]))
        return convert_args(x, expr, 1, only);
    return report_shape(x);
}

static bool is_money(Type type)
{
    return type.unit.kind == UNIT_MONEY;
}

static bool scales(AggFn fn)
{
    return fn == AGG_SUM || fn == AGG_AVG || fn == AGG_MIN || fn == AGG_MAX ||
           fn == AGG_MEDIAN || fn == AGG_PERCENTILE || fn == AGG_FIRST ||
           fn == AGG_LAST;
}

/* An aggregate over M per K, by its M. */
static const Expr *convert_keys(const Exchange *x, const Leaf *of)
{
    Leaf leaf = *of;
    leaf.arg = convert(x, of->arg);
    return leaf.arg ? leaf_expr(x->scope, &leaf) : NULL;
}

static const Expr *convert(const Exchange *x, const Expr *expr)
{
    bool is_done =
        expr->kind == EXPR_CALL ? expr->as.fn == FN_CONVERTED : is_money(expr->type);
    if (is_done || expr->kind == EXPR_CONST)
        return expr; /* a part that was read in the wished currency already */
    if (expr->kind == EXPR_CALL)
        return convert_call(x, expr);
    bool at_end = x->wish->kind == CURRENCY_AT_PERIOD_END;
    const Leaf *leaf = expr->kind == EXPR_LEAF ? expr->as.leaf : NULL;
    if (!leaf || (leaf->per && at_end) || !leaf->arg || !scales(leaf->fn))
        return report_shape(x);
    if (leaf->per)
        return convert_keys(x, leaf);
    return at_end ? convert_line(x, expr, closing_day(x->scope->qb->r, expr))
                  : convert_rows(x, leaf);
}

static const CurrencyWish *find_wish(const ValueScope *scope)
{
    const Frame *f = scope->frame;
    while (f && !f->currency)
        f = f->outer;
    return f ? f->currency : NULL;
}

const char *currency_wished(const ValueScope *scope)
{
    const CurrencyWish *wish = find_wish(scope);
    return wish ? wish->code : NULL;
}

const Expr *currency_mean(const ValueScope *scope, const Expr *mean,
                          const Leaf *closing)
{
    const CurrencyWish *wish = find_wish(scope);
    Resolver *r = scope->qb->r;
    if (!wish || wish->kind != CURRENCY_AT_PERIOD_END)
        return mean;
    const Expr *arg[2] = {mean, closing_day(r, leaf_expr(scope, closing))};
    return expr_call(r->exprs, FN_MEAN_UNTIL, mean->type, mean->span,
                     (ExprArgs){arg, 2});
}

const Expr *currency_convert(const ValueScope *scope, const Expr *expr, Span span,
                             Type *declared)
{
    const CurrencyWish *wish = find_wish(scope);
    Resolver *r = scope->qb->r;
    if (!wish || declared->unit.kind != UNIT_MONEY)
        return expr;
    span = wish->is_set ? span : wish->span;
    const char *from = arena_strdup(r->arena, declared->unit.currency);
    bool same = strcmp(from, wish->code) == 0;
    if (!from[0]) {
        diag_error(r->sink, DIAG_CURRENCY, span,
                   "this money has no currency of its own to be read in %s from",
                   wish->code);
        return NULL;
    }
    snprintf(declared->unit.currency, sizeof declared->unit.currency, "%s", wish->code);
    if (same)
        return expr;
    if (!r->model->rates) {
        Diag *d = diag_error(r->sink, DIAG_CURRENCY, span,
                             "no rates of exchange are declared");
        diag_help(r->sink, d, "`currency rates from table fx (date, from, to, rate)`");
        return NULL;
    }
    Exchange x = {scope, wish, from, span};
    return convert(&x, expr);
}

static bool code_of(Resolver *r, const AstContext *item, const char **code)
{
    Type type;
    Value value;
    AstName name = item->as.currency.code;
    *code = name.text;
    if (!item->as.currency.is_parameter)
        return true;
    const Variable *var = resolve_find_variable(r, name.text);
    if (var && var->value && resolve_constant(r, var->value, &type, &value) &&
        type.kind == VALUE_TEXT && !value.empty) {
        *code = arena_strndup(r->arena, value.as.text.text, value.as.text.len);
        return true;
    }
    diag_error(r->sink, DIAG_CURRENCY, name.span,
               "`$%s` is no currency; it wants a text such as \"USD\"", name.text);
    return false;
}

bool currency_frame(Resolver *r, const AstContext *item, Frame *frame)
{
    const char *code;
    CurrencyWish *wish = ARENA_NEW(r->arena, CurrencyWish);
    if (!code_of(r, item, &code))
        return false;
    if (strlen(code) != CURRENCY_SIZE - 1) {
        diag_error(r->sink, DIAG_CURRENCY, item->span,
                   "a currency has three letters, as in USD");
        return false;
    }
    for (size_t i = 0; i < CURRENCY_SIZE - 1; i++)
        wish->code[i] = ascii_upper(code[i]);
    wish->span = item->span;
    wish->kind = item->as.currency.at_period_end ? CURRENCY_AT_PERIOD_END
                 : item->as.currency.at          ? CURRENCY_AT_DAY
                                                 : CURRENCY_AT_FACT;
    frame->currency = wish;
    DayRange days;
    if (!item->as.currency.at)
        return true;
    if (!resolve_period(r, item->as.currency.at, &days))
        return false;
    wish->day = days.hi - 1;
    return true;
}

bool currency_check(const ValueScope *scope, const Expr *expr, const Frame *frame)
{
    const CurrencyWish *wish = frame->currency;
    if (!wish ||
        (is_money(expr->type) && strcmp(expr->type.unit.currency, wish->code) == 0))
        return true;
    if (expr->type.unit.kind == UNIT_PERCENT || expr->type.add == ADD_RATIO)
        return true; /* a ratio of money that was read in one currency */
    Diag *d = diag_error(scope->qb->r->sink, DIAG_CURRENCY, wish->span,
                         "this is %s, which no rate turns into %s",
                         type_text(scope->qb->r->arena, expr->type), wish->code);
    diag_help(scope->qb->r->sink, d,
              "only money is converted: declare it, `measure m : money(EUR) = ...`, or "
              "leave out `in %s`",
              wish->code);
    return false;
}
