/* What the other files share: types as written, constants, variables, the check of a
   measure's definition. */
#include "runtime/resolve/resolve.h"

#include "lexer/literal.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

#include <string.h>

Diag *resolve_not_yet(Resolver *r, Span span, const char *what)
{
    return diag_error(r->sink, DIAG_NOT_YET, span,
                      "%s is not evaluated by this version of Koers", what);
}

const Variable *resolve_find_variable(const Resolver *r, const char *name)
{
    for (size_t i = r->n_variable; i-- > 0;) {
        if (ascii_same(r->variable[i].name, name))
            return &r->variable[i];
    }
    return NULL;
}

bool resolve_currency_code(Resolver *r, AstName name, char code[CURRENCY_SIZE])
{
    Suggest suggest;
    size_t n = 0;
    for (; n < CURRENCY_SIZE - 1 && name.text[n]; n++)
        code[n] = ascii_upper(name.text[n]);
    code[n] = '\0';
    if (!name.text[n] && literal_is_currency(code, n, NULL))
        return true;
    suggest_init(&suggest, code);
    for (size_t i = 0; literal_currency_at(i); i++)
        suggest_offer(&suggest, literal_currency_at(i));
    Diag *d = diag_error(r->sink, DIAG_CURRENCY_CODE, name.span,
                         "`%s` is no currency code", name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(r->sink, d, "codes are those of ISO 4217, as EUR and USD");
    return false;
}

static bool money_type(Resolver *r, const AstType *ast, Type *type)
{
    type->unit.kind = UNIT_MONEY;
    if (!ast->argument.text)
        return true;
    if (strlen(ast->argument.text) != CURRENCY_SIZE - 1) {
        diag_error(r->sink, DIAG_TYPE, ast->argument.span,
                   "a currency is three letters: money(EUR)");
        return false;
    }
    return resolve_currency_code(r, ast->argument, type->unit.currency);
}

bool resolve_type(Resolver *r, const AstType *ast, Type *type)
{
    static const struct {
        const char *name;
        ValueKind kind;
        UnitKind unit;
        bool integer;
    } known[] = {
        {"text", VALUE_TEXT, UNIT_NONE, false},
        {"boolean", VALUE_BOOLEAN, UNIT_NONE, false},
        {"integer", VALUE_NUMBER, UNIT_NONE, true},
        {"decimal", VALUE_NUMBER, UNIT_NONE, false},
        {"real", VALUE_NUMBER, UNIT_NONE, false},
        {"number", VALUE_NUMBER, UNIT_NONE, false},
        {"percent", VALUE_NUMBER, UNIT_PERCENT, false},
        {"count", VALUE_NUMBER, UNIT_COUNT, true},
        {"money", VALUE_NUMBER, UNIT_MONEY, false},
        {"days", VALUE_NUMBER, UNIT_DAYS, false},
        {"hours", VALUE_NUMBER, UNIT_HOURS, false},
        {"date", VALUE_DATE, UNIT_NONE, false},
        {"time", VALUE_MOMENT, UNIT_NONE, false},
        {"period", VALUE_PERIOD, UNIT_NONE, false},
    };
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        if (!ascii_same(known[i].name, ast->name.text))
            continue;
        *type = (Type){.kind = known[i].kind, .integer = known[i].integer};
        type->unit.kind = known[i].unit;
        return known[i].unit != UNIT_MONEY || money_type(r, ast, type);
    }
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_TYPE, ast->name.span,
                         "there is no type `%s`", ast->name.text);
    diag_help(r->sink, d,
              "types are text, boolean, integer, decimal, money(EUR), "
              "percent, days, date, time, period");
    return false;
}

static const Expr *constant_child(const void *scope, const AstExpr *ast)
{
    Resolver *r = (Resolver *)(uintptr_t)scope;
    bool handled;
    const Expr *expr = shared_expr(r, ast, constant_child, scope, &handled);
    if (!handled)
        diag_error(r->sink, DIAG_NOT_CONSTANT, ast->span,
                   "a value is wanted here that does not depend on data");
    return expr;
}

bool resolve_constant(Resolver *r, const AstExpr *ast, Type *type, Value *value)
{
    const Expr *expr = constant_child(r, ast);
    if (!expr)
        return false;
    *type = expr->type;
    return r->fold(expr, r->arena, r->sink, value);
}

bool define_check_measure(Resolver *r, Measure *measure)
{
    Question *q = ARENA_NEW(r->arena, Question);
    QuestionBuilder qb = {.r = r, .q = q, .is_check = true};
    ValueScope scope = {.qb = &qb};
    q->keys.type = ARENA_ARRAY(r->arena, Type, 1);
    AstName name = {.text = measure->name, .span = measure->span};
    AstExpr path = {.kind = AST_EXPR_PATH, .span = measure->span};
    path.as.path.item = &name;
    path.as.path.count = 1;
    path.as.path.span = measure->span;
    measure->state = RESOLVE_RUNNING;
    const Expr *expr = value_expr(&scope, &path);
    measure->state = expr ? RESOLVE_DONE : RESOLVE_FAILED;
    if (!expr)
        return false;
    measure->type = expr->type;
    return true;
}
