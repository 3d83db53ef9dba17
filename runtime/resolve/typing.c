/* Types of operators and functions: which kinds fit, what unit comes out. The rules
   are named in model/function.def. A plain number (a literal, a column without a
   unit) takes the unit of what it meets; two different units never add. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

#include <string.h>

typedef enum {
    RULE_ADD,
    RULE_MULTIPLY,
    RULE_DIVIDE,
    RULE_SAME_NUMBER,
    RULE_COMPARE,
    RULE_LOGIC,
    RULE_MATCH,
    RULE_TEST,
    RULE_CONCAT,
    RULE_IF,
    RULE_CHOICE,
    RULE_TEXT,
    RULE_TEXT_NUMBER,
    RULE_LENGTH,
    RULE_ROUND,
    RULE_REAL,
    RULE_BAND,
    RULE_PERIOD_OF,
    RULE_TO_NUMBER,
    RULE_TO_DATE,
    RULE_TO_TEXT,
    RULE_DATE_NUMBER,
    RULE_DATE_SHIFT,
    RULE_DATE_DIFFERENCE,
    RULE_PERIOD_EDGE,
    RULE_DAY_OF,
    RULE_TABLE,
    RULE_LABEL,
} Rule;

typedef struct {
    const char *text;
    unsigned min, max;
    Rule rule;
} Function;

static const Function function[FN_COUNT] = {
#define FUNCTION(name, text, min, max, rule) {text, min, max, RULE_##rule},
#include "runtime/model/function.def"
#undef FUNCTION
};

typedef struct {
    Resolver *r;
    FnId fn;
    Span span;
    const Expr *const *arg;
    uint32_t n_arg;
} Call;

static const Type number_type = {.kind = VALUE_NUMBER};
static const Type text_type = {.kind = VALUE_TEXT};
static const Type boolean_type = {.kind = VALUE_BOOLEAN};

FnId function_by_name(const char *name)
{
    for (int i = 0; i < FN_COUNT; i++) {
        if (ascii_is_alpha(function[i].text[0]) && !strchr(function[i].text, ' ') &&
            ascii_same(function[i].text, name) && i != FN_PERIOD_OF &&
            function[i].rule != RULE_LOGIC && i != FN_IN && i != FN_LIKE)
            return (FnId)i;
    }
    return FN_COUNT;
}

const char *type_text(Arena *arena, Type type)
{
    switch (type.kind) {
    case VALUE_TEXT:
        return "text";
    case VALUE_BOOLEAN:
        return "boolean";
    case VALUE_DATE:
        return "date";
    case VALUE_MOMENT:
        return "time";
    case VALUE_PERIOD:
        return "period";
    case VALUE_NUMBER:
        break;
    }
    switch (type.unit.kind) {
    case UNIT_NONE:
        return "number";
    case UNIT_COUNT:
        return "count";
    case UNIT_PERCENT:
        return "percent";
    case UNIT_DAYS:
        return "days";
    case UNIT_HOURS:
        return "hours";
    case UNIT_MONEY:
        return type.unit.currency[0]
                   ? arena_printf(arena, "money(%s)", type.unit.currency)
                   : "money";
    }
    UNREACHABLE("unit");
}

static bool same_unit(Unit a, Unit b)
{
    return a.kind == b.kind &&
           (a.kind != UNIT_MONEY || !strcmp(a.currency, b.currency));
}

/* Does a unit stand for another one when it is written over it? */
static bool may_relabel(Type from, Type to)
{
    if (from.unit.kind == UNIT_NONE || to.unit.kind == UNIT_NONE)
        return true;
    if (from.unit.kind == UNIT_MONEY && to.unit.kind == UNIT_MONEY)
        return !from.unit.currency[0] || !to.unit.currency[0] ||
               same_unit(from.unit, to.unit);
    /* Money over plain numbers that were money themselves is a share. */
    if (to.unit.kind == UNIT_PERCENT && from.quotient && from.add == ADD_RATIO)
        return !from.per_count;
    return from.unit.kind == to.unit.kind;
}

bool types_relabel(Resolver *r, Type *type, Type to, Span span)
{
    if (type->empty_only) {
        to.empty_only = true;
        *type = to;
        return true;
    }
    if (to.kind != type->kind) {
        diag_error(r->sink, DIAG_TYPE, span, "declared as %s, but it is %s",
                   type_text(r->arena, to), type_text(r->arena, *type));
        return false;
    }
    if (!may_relabel(*type, to)) {
        Diag *d = diag_error(r->sink, DIAG_UNITS, span,
                             "%s does not become %s by being called so",
                             type_text(r->arena, *type), type_text(r->arena, to));
        if (type->unit.kind == UNIT_COUNT && to.unit.kind == UNIT_MONEY)
            diag_help(r->sink, d, "say what one is worth: `* 45 %s`",
                      to.unit.currency[0] ? to.unit.currency : "EUR");
        else
            diag_help(r->sink, d, "a kind is given to plain numbers");
        return false;
    }
    if (to.unit.kind != UNIT_MONEY || to.unit.currency[0] ||
        type->unit.kind != UNIT_MONEY)
        type->unit = to.unit;
    type->integer = to.integer || (type->integer && to.unit.kind == UNIT_NONE);
    return true;
}

static bool is_date(Type t)
{
    return t.kind == VALUE_DATE || t.kind == VALUE_MOMENT;
}

bool types_compare(Type a, Type b)
{
    if (a.empty_only || b.empty_only)
        return true;
    if (a.kind == VALUE_NUMBER && b.kind == VALUE_NUMBER)
        return a.unit.kind == UNIT_NONE || b.unit.kind == UNIT_NONE ||
               same_unit(a.unit, b.unit);
    if (is_date(a) && (is_date(b) || b.kind == VALUE_PERIOD))
        return true;
    if (is_date(b) && a.kind == VALUE_PERIOD)
        return true;
    return a.kind == b.kind;
}

void types_report(Resolver *r, const char *function_name, Span span, const Expr *a,
                  const Expr *b)
{
    Diag *d = diag_error(r->sink, DIAG_UNITS, span, "`%s` cannot take %s and %s",
                         function_name, type_text(r->arena, a->type),
                         type_text(r->arena, b->type));
    Span first = place_of(r, a), second = place_of(r, b);
    diag_note(r->sink, d, &first, "this is %s", type_text(r->arena, a->type));
    diag_note(r->sink, d, &second, "this is %s", type_text(r->arena, b->type));
    if ((is_date(a->type) && b->type.kind == VALUE_TEXT) ||
        (is_date(b->type) && a->type.kind == VALUE_TEXT))
        diag_help(r->sink, d, "a date is written without quotes: 2025-03-31");
}

const Expr *typed_as(Resolver *r, const Expr *expr, ValueKind kind)
{
    if (!expr || !expr->type.empty_only || expr->type.kind == kind)
        return expr;
    if (expr->type.kind == VALUE_TEXT)
        return typed_call(r, kind == VALUE_NUMBER ? FN_TO_NUMBER : FN_TO_DATE,
                          expr->span, &expr, 1);
    Expr node = *expr;
    node.type.kind = kind;
    return expr_intern(r->exprs, &node);
}

static bool mismatch(const Call *c, size_t a, size_t b)
{
    types_report(c->r, function[c->fn].text, c->span, c->arg[a], c->arg[b]);
    return false;
}

static bool want(const Call *c, uint32_t i, ValueKind kind, const char *what)
{
    const Type *t = &c->arg[i]->type;
    if (t->kind == kind || t->empty_only)
        return true;
    /* A unit of time is called by its own name. */
    const char *name = c->fn == FN_PERIOD_OF
                           ? "a unit of time"
                           : arena_printf(c->r->arena, "`%s`", function[c->fn].text);
    diag_error(c->r->sink, DIAG_TYPE, place_of(c->r, c->arg[i]),
               "%s wants %s here, found %s", name, what, type_text(c->r->arena, *t));
    return false;
}

static bool want_date(const Call *c, uint32_t i)
{
    if (is_date(c->arg[i]->type))
        return true;
    return want(c, i, VALUE_DATE, "a date");
}

static bool want_all(const Call *c, ValueKind kind, const char *what)
{
    bool ok = true;
    for (uint32_t i = 0; i < c->n_arg; i++)
        ok &= want(c, i, kind, what);
    return ok;
}

/* Measures combined by arithmetic are ratios. */
static Additivity combined_add(const Call *c)
{
    return c->n_arg == 1 ? c->arg[0]->type.add : ADD_RATIO;
}

/* A multiple, or a part, of a measure adds up as the measure does. */
static Additivity scaled_add(const Call *c)
{
    if (c->arg[1]->kind == EXPR_CONST)
        return c->arg[0]->type.add;
    if (c->arg[0]->kind == EXPR_CONST && c->fn == FN_MULTIPLY)
        return c->arg[1]->type.add;
    return ADD_RATIO;
}

static bool type_add(const Call *c, Type *res)
{
    if (!want_all(c, VALUE_NUMBER, "numbers"))
        return false;
    Type a = c->arg[0]->type, b = c->arg[1]->type;
    if (!types_compare(a, b))
        return mismatch(c, 0, 1);
    *res = a.unit.kind == UNIT_NONE ? b : a;
    res->integer = a.integer && b.integer;
    if (res->unit.kind == UNIT_COUNT && !res->integer)
        res->unit.kind = UNIT_NONE;
    res->per_count = a.per_count || b.per_count;
    res->quotient = a.quotient || b.quotient;
    bool flows = a.add == ADD_FLOW && b.add == ADD_FLOW && c->fn != FN_MOD;
    bool stocks = a.add == ADD_STOCK && b.add == ADD_STOCK && c->fn != FN_MOD;
    res->add = flows ? ADD_FLOW : stocks ? ADD_STOCK : combined_add(c);
    return true;
}

static bool plain(Type t)
{
    return t.unit.kind == UNIT_NONE || t.unit.kind == UNIT_PERCENT;
}

static bool type_multiply(const Call *c, Type *res)
{
    if (!want_all(c, VALUE_NUMBER, "numbers"))
        return false;
    Type a = c->arg[0]->type, b = c->arg[1]->type;
    if (a.unit.kind == UNIT_MONEY && b.unit.kind == UNIT_MONEY)
        return mismatch(c, 0, 1);
    *res = a;
    if (plain(a) && !plain(b))
        res->unit = b.unit;
    else if (a.unit.kind != UNIT_MONEY && b.unit.kind == UNIT_MONEY)
        res->unit = b.unit;
    else if (plain(a) && plain(b) && !same_unit(a.unit, b.unit))
        res->unit.kind = UNIT_NONE;
    res->integer = a.integer && b.integer;
    if (res->unit.kind == UNIT_COUNT && !res->integer)
        res->unit.kind = UNIT_NONE;
    res->quotient = a.quotient || b.quotient;
    res->add = scaled_add(c);
    return true;
}

static bool type_divide(const Call *c, Type *res)
{
    if (!want_all(c, VALUE_NUMBER, "numbers"))
        return false;
    Type a = c->arg[0]->type, b = c->arg[1]->type;
    if (a.unit.kind == UNIT_MONEY && b.unit.kind == UNIT_MONEY &&
        !same_unit(a.unit, b.unit))
        return mismatch(c, 0, 1);
    *res = a;
    if (same_unit(a.unit, b.unit) || a.unit.kind == UNIT_COUNT)
        res->unit.kind = UNIT_NONE;
    if (a.unit.kind == UNIT_PERCENT && b.unit.kind == UNIT_NONE)
        res->unit.kind = UNIT_PERCENT;
    if (res->unit.kind != UNIT_MONEY)
        memset(res->unit.currency, 0, sizeof res->unit.currency);
    res->integer = false;
    res->quotient = true;
    res->per_count = res->unit.kind == UNIT_MONEY && b.unit.kind == UNIT_COUNT;
    res->add = scaled_add(c);
    return true;
}

static bool all_comparable(const Call *c, uint32_t first, uint32_t step)
{
    for (uint32_t i = first + step; i < c->n_arg; i += step) {
        if (!types_compare(c->arg[first]->type, c->arg[i]->type))
            return mismatch(c, first, i);
    }
    return true;
}

/* The common type of several choices: the first that is not just `empty`, with the
   unit of the first that has one. */
static void merge_type(Type *res, Type t, bool first)
{
    if (first || res->empty_only) {
        *res = t;
        return;
    }
    if (res->kind == VALUE_NUMBER && res->unit.kind == UNIT_NONE && !t.empty_only)
        res->unit = t.unit;
    res->integer = res->integer && (t.integer || t.empty_only);
    res->quotient |= t.quotient;
    if (t.kind == VALUE_MOMENT)
        res->kind = VALUE_MOMENT;
    res->add = ADD_RATIO;
}

static bool type_choice(const Call *c, Type *res)
{
    if (!all_comparable(c, 0, 1))
        return false;
    for (uint32_t i = 0; i < c->n_arg; i++)
        merge_type(res, c->arg[i]->type, i == 0);
    return true;
}

/* if(c1, a, c2, b, other): results stand at 1, 3, ... and last when odd. */
static bool type_if(const Call *c, Type *res)
{
    bool first = true;
    uint32_t result = 1;
    for (uint32_t i = 0; i < c->n_arg; i++) {
        bool is_result = i % 2 == 1 || i + 1 == c->n_arg;
        if (!is_result) {
            if (!want(c, i, VALUE_BOOLEAN, "a condition"))
                return false;
            continue;
        }
        if (!types_compare(c->arg[result]->type, c->arg[i]->type))
            return mismatch(c, result, i);
        merge_type(res, c->arg[i]->type, first);
        first = false;
    }
    return true;
}

static bool type_band(const Call *c, Type *res)
{
    if (!want_all(c, VALUE_NUMBER, "numbers") || !all_comparable(c, 0, 1))
        return false;
    *res = text_type;
    res->band = true;
    return true;
}

static bool type_date_shift(const Call *c, Type *res)
{
    if (!want_date(c, 0) || !want(c, 1, VALUE_NUMBER, "a number"))
        return false;
    *res = c->arg[0]->type;
    if (c->fn == FN_ADD_SECONDS)
        res->kind = VALUE_MOMENT;
    return true;
}

static bool type_date_difference(const Call *c, Type *res)
{
    if (!want_date(c, 0) || !want_date(c, 1))
        return false;
    *res = number_type;
    res->integer = c->fn != FN_HOURS;
    if (c->fn == FN_HOURS)
        res->unit.kind = UNIT_HOURS;
    else if (c->fn != FN_MONTHS)
        res->unit.kind = UNIT_DAYS;
    return true;
}

static bool type_period_edge(const Call *c, Type *res)
{
    if (c->arg[0]->type.kind != VALUE_PERIOD && !want_date(c, 0))
        return false;
    res->kind = VALUE_DATE;
    return true;
}

static bool type_conversion(const Call *c, Rule rule, Type *res)
{
    *res = rule == RULE_TO_NUMBER ? number_type : text_type;
    if (rule == RULE_TO_DATE)
        res->kind = VALUE_DATE;
    if (rule == RULE_TO_DATE && c->arg[0]->type.kind != VALUE_TEXT &&
        !is_date(c->arg[0]->type))
        return want(c, 0, VALUE_DATE, "a date or a text");
    return true;
}

static bool type_text_number(const Call *c, Type *res)
{
    *res = text_type;
    return want(c, 0, VALUE_TEXT, "a text") && want(c, 1, VALUE_NUMBER, "a number");
}

static bool type_numbers_to(const Call *c, Rule rule, Type *res)
{
    if (!want_all(c, VALUE_NUMBER, "numbers"))
        return false;
    *res = c->arg[0]->type;
    if (rule == RULE_REAL)
        *res = number_type;
    if (rule == RULE_REAL || rule == RULE_ROUND)
        res->add = ADD_RATIO;
    if (c->fn != FN_NEGATE)
        res->add = ADD_RATIO;
    return true;
}

static bool type_plain(const Call *c, Rule rule, Type *res)
{
    switch (rule) {
    case RULE_LOGIC:
        *res = boolean_type;
        return want_all(c, VALUE_BOOLEAN, "conditions");
    case RULE_COMPARE:
        *res = boolean_type;
        return all_comparable(c, 0, 1);
    case RULE_MATCH:
        *res = boolean_type;
        return want_all(c, VALUE_TEXT, "texts");
    case RULE_TEST:
        *res = boolean_type;
        return true;
    case RULE_TEXT:
        *res = text_type;
        return want_all(c, VALUE_TEXT, "texts");
    case RULE_LENGTH:
        *res = number_type;
        res->integer = true;
        return want(c, 0, VALUE_TEXT, "a text");
    case RULE_DATE_NUMBER:
        *res = number_type;
        res->integer = true;
        return want_date(c, 0);
    case RULE_DAY_OF:
        res->kind = VALUE_DATE;
        return want_date(c, 0);
    case RULE_CONCAT:
        *res = text_type;
        return true;
    case RULE_PERIOD_OF:
        return want_date(c, 0);
    case RULE_ADD:
    case RULE_MULTIPLY:
    case RULE_DIVIDE:
    case RULE_SAME_NUMBER:
    case RULE_IF:
    case RULE_CHOICE:
    case RULE_TEXT_NUMBER:
    case RULE_ROUND:
    case RULE_REAL:
    case RULE_BAND:
    case RULE_TO_NUMBER:
    case RULE_TO_DATE:
    case RULE_TO_TEXT:
    case RULE_DATE_SHIFT:
    case RULE_DATE_DIFFERENCE:
    case RULE_PERIOD_EDGE:
    case RULE_TABLE:
    case RULE_LABEL:
        break;
    }
    UNREACHABLE("typing rule");
}

static bool find_type(const Call *c, Type *res)
{
    Rule rule = function[c->fn].rule;
    switch (rule) {
    case RULE_ADD:
        return type_add(c, res);
    case RULE_MULTIPLY:
        return type_multiply(c, res);
    case RULE_DIVIDE:
        return type_divide(c, res);
    case RULE_SAME_NUMBER:
    case RULE_ROUND:
    case RULE_REAL:
        return type_numbers_to(c, rule, res);
    case RULE_IF:
        return type_if(c, res);
    case RULE_CHOICE:
        return type_choice(c, res);
    case RULE_TEXT_NUMBER:
        return type_text_number(c, res);
    case RULE_BAND:
        return type_band(c, res);
    case RULE_TO_NUMBER:
    case RULE_TO_DATE:
    case RULE_TO_TEXT:
        return type_conversion(c, rule, res);
    case RULE_DATE_SHIFT:
        return type_date_shift(c, res);
    case RULE_DATE_DIFFERENCE:
        return type_date_difference(c, res);
    case RULE_PERIOD_EDGE:
        return type_period_edge(c, res);
    case RULE_TABLE: /* table_call.c */
    case RULE_LABEL: /* row.c */
    case RULE_COMPARE:
    case RULE_LOGIC:
    case RULE_MATCH:
    case RULE_TEST:
    case RULE_CONCAT:
    case RULE_TEXT:
    case RULE_LENGTH:
    case RULE_PERIOD_OF:
    case RULE_DATE_NUMBER:
    case RULE_DAY_OF:
        return type_plain(c, rule, res);
    }
    UNREACHABLE("typing rule");
}

/* What stands on itself twice, and that again, grows beyond all walks over it. */
static bool is_too_large(Resolver *r, const Expr *expr, Span span)
{
    if (expr->depth <= EXPR_DEPTH_MAX && expr->size <= EXPR_SIZE_MAX)
        return false;
    if (expr->depth > EXPR_DEPTH_MAX)
        diag_error(r->sink, DIAG_TOO_DEEP, span,
                   "this expression has too many terms (limit %d)", EXPR_DEPTH_MAX);
    else
        diag_error(r->sink, DIAG_TOO_DEEP, span,
                   "this expression is too large, with all that its names stand for");
    return true;
}

const Expr *typed_call(Resolver *r, FnId fn, Span span, const Expr *const *arg,
                       uint32_t n_arg)
{
    const Function *f = &function[fn];
    if (n_arg < f->min || n_arg > (f->max == 255 ? UINT32_MAX : f->max)) {
        diag_error(r->sink, DIAG_ARGUMENTS, span,
                   "`%s` takes %s%u argument%s, found %u", f->text,
                   f->max == f->min ? "" : "at least ", f->min, f->min == 1 ? "" : "s",
                   n_arg);
        return NULL;
    }
    for (uint32_t i = 0; i < n_arg; i++) {
        if (!arg[i])
            return NULL;
    }
    Call call = {r, fn, span, arg, n_arg};
    Type type = {0};
    if (!find_type(&call, &type))
        return NULL;
    type.empty_only = false;
    const Expr *call_expr = expr_call(r->exprs, fn, type, span, (ExprArgs){arg, n_arg});
    if (fn == FN_WORKING_DAYS || fn == FN_ADD_WORKING_DAYS) {
        Expr node = *call_expr;
        if (!days_off_of(r, &node.off))
            return NULL;
        call_expr = expr_intern(r->exprs, &node);
    }
    return is_too_large(r, call_expr, span) ? NULL : call_expr;
}
