/* Parameters of a report: their values become variables. A value of the wrong type or
   a name that nothing has is refused with what would be right. */
#include "parser/parse.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/internal.h"

#include <string.h>

const AstNamedArg *parameter_argument(const AstNamedArgs *args, const AstParam *param,
                                      uint32_t position)
{
    for (uint32_t i = 0; args && i < args->count; i++) {
        const AstNamedArg *arg = &args->item[i];
        if (arg->name.text ? ascii_same(arg->name.text, param->name.text)
                           : i == position)
            return arg;
    }
    return NULL;
}

const AstExpr *parameter_follow(Session *s, const AstExpr *value)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    while (value && value->kind == AST_EXPR_PARAMETER) {
        const Variable *var = resolve_find_variable(&r, value->as.parameter.text);
        if (!var || !var->value || var->value == value)
            break;
        value = var->value;
    }
    return value;
}

static bool wrong_value(Session *s, const AstParam *param, const AstExpr *value,
                        const char *want)
{
    Diag *d = diag_error(&s->sink, DIAG_PARAMETER, value->span,
                         "parameter `%s` wants %s", param->name.text, want);
    diag_note(&s->sink, d, &param->span, "it is declared here");
    return false;
}

enum { NAMES_SHOWN = 8 };

typedef struct {
    Session *session;
    Suggest near;
    StrBuf list;
    size_t count;
    bool found;
} NameSearch;

static void offer(NameSearch *search, const char *name)
{
    search->found |= ascii_same(name, search->near.wanted);
    suggest_offer(&search->near, name);
    if (search->count++ < NAMES_SHOWN)
        strbuf_addf(&search->list, "%s%s", search->count > 1 ? ", " : "", name);
}

static void offer_dimensions(NameSearch *search, const Model *m)
{
    for (size_t i = 0; i < m->n_dim; i++)
        offer(search, m->dim[i]->name);
    for (size_t i = 0; i < m->n_source; i++) {
        const Source *source = m->source[i];
        if (source->entity)
            offer(search, source->entity->name);
        for (size_t k = 0; k < source->n_dim; k++) {
            if (source->dim[k] != source->entity)
                offer(search, source->dim[k]->name);
        }
    }
}

static void offer_measures(NameSearch *search, const Model *m)
{
    for (size_t i = 0; i < m->n_measure; i++)
        offer(search, m->measure[i]->name);
    for (size_t i = 0; i < m->n_source; i++) {
        for (size_t k = 0; k < m->source[i]->n_measure; k++)
            offer(search, m->source[i]->measure[k]->name);
    }
}

/* A name that nothing declares: the error lists some that would do. */
static bool check_name(Session *s, const AstParam *param, const AstExpr *value,
                       bool measure)
{
    const AstPath *path = &value->as.path;
    AstUnit unit;
    NameSearch search = {.session = s};
    suggest_init(&search.near, path->item[path->count - 1].text);
    strbuf_init(&search.list);
    if (measure)
        offer_measures(&search, &s->model);
    else
        offer_dimensions(&search, &s->model);
    if (!measure && (path->count > 1 || ast_name_unit(path->item[0], &unit)))
        search.found = true; /* what it leads to is found out in the report */
    if (!search.found) {
        Diag *d = diag_error(&s->sink, DIAG_PARAMETER, value->span,
                             "parameter `%s` wants a %s, and there is no `%s`",
                             param->name.text, measure ? "measure" : "dimension",
                             search.near.wanted);
        if (search.near.count)
            diag_help(&s->sink, d, "did you mean `%s`?", search.near.found[0]);
        else if (search.count)
            diag_help(&s->sink, d, "there are %s%s", search.list.text,
                      search.count > NAMES_SHOWN ? ", ..." : "");
    }
    strbuf_release(&search.list);
    return search.found;
}

static bool is_period(const AstExpr *value)
{
    return value->kind == AST_EXPR_PERIOD || value->kind == AST_EXPR_RELATIVE ||
           value->kind == AST_EXPR_RANGE || value->kind == AST_EXPR_CALENDAR_PERIOD;
}

/* A plain number takes the unit that is wanted. */
static bool fits_type(Type want, Type have, Value value)
{
    const Unit *a = &want.unit, *b = &have.unit;
    int64_t whole;
    if (want.kind != have.kind)
        return false;
    if (want.kind != VALUE_NUMBER)
        return true;
    if (want.integer && !decimal_to_i64(value.as.number, &whole))
        return false;
    return a->kind == UNIT_NONE || b->kind == UNIT_NONE ||
           (a->kind == b->kind &&
            (a->kind != UNIT_MONEY || !a->currency[0] || !b->currency[0] ||
             !strcmp(a->currency, b->currency)));
}

static bool check_kind(Session *s, const AstParam *param, const AstExpr *value,
                       Type want)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    Type have;
    Value constant;
    if (!resolve_constant(&r, value, &have, &constant))
        return false;
    return constant.empty || fits_type(want, have, constant) ||
           wrong_value(s, param, value,
                       want.integer ? "a whole number" : type_text(s->arena, want));
}

/* Without a type a parameter has that of its default. */
static bool check_as_default(Session *s, const AstParam *param, const AstExpr *value)
{
    const AstExpr *given = param->value;
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    DayRange days;
    Type want = {.kind = VALUE_TEXT};
    Value constant;
    if (!given || given == value || given->kind == AST_EXPR_ALL ||
        given->kind == AST_EXPR_PARAMETER || given->kind == AST_EXPR_PATH)
        return true;
    if (is_period(given))
        return resolve_period(&r, value, &days);
    DiagHush hush = diag_hush(&s->sink);
    bool known = resolve_constant(&r, given, &want, &constant) && !constant.empty;
    diag_unhush(&s->sink, hush);
    want.integer = false;
    return !known || (want.kind == VALUE_NUMBER && is_period(value)) ||
           check_kind(s, param, value, want);
}

static bool check_value(Session *s, const AstParam *param, const AstExpr *value)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    const char *type = param->type ? param->type->name.text : NULL;
    DayRange days;
    Type want;
    if (value->kind == AST_EXPR_ALL || value->kind == AST_EXPR_ALL_TIME)
        return true;
    if (!type)
        return check_as_default(s, param, value);
    if (ascii_same(type, "period"))
        return resolve_period(&r, value, &days);
    if (ascii_same(type, "dimension") && value->kind == AST_EXPR_CALL)
        return true;
    if (ascii_same(type, "dimension") || ascii_same(type, "measure")) {
        bool measure = ascii_same(type, "measure");
        if (value->kind == AST_EXPR_PATH)
            return check_name(s, param, value, measure);
        return wrong_value(s, param, value,
                           measure ? "the name of a measure"
                                   : "the name of a dimension");
    }
    return resolve_type(&r, param->type, &want) && check_kind(s, param, value, want);
}

static bool check_names(Session *s, const AstParams *params, const AstNamedArgs *args)
{
    bool ok = true;
    for (uint32_t i = 0; args && i < args->count; i++) {
        const AstNamedArg *arg = &args->item[i];
        bool known = !arg->name.text && i < params->count;
        Suggest suggest;
        suggest_init(&suggest, arg->name.text ? arg->name.text : "");
        for (uint32_t k = 0; k < params->count && arg->name.text; k++) {
            known |= ascii_same(params->item[k].name.text, arg->name.text);
            suggest_offer(&suggest, params->item[k].name.text);
        }
        if (known)
            continue;
        Diag *d = arg->name.text
                      ? diag_error(&s->sink, DIAG_PARAMETER, arg->name.span,
                                   "the report has no parameter `%s`", arg->name.text)
                      : diag_error(&s->sink, DIAG_PARAMETER, arg->span,
                                   "the report takes %u value%s", params->count,
                                   params->count == 1 ? "" : "s");
        if (suggest.count)
            diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
        ok = false;
    }
    return ok;
}

/* Does an argument say what an earlier one said, by name or by its place? */
static bool check_once(Session *s, const AstParams *params, const AstNamedArgs *args)
{
    bool ok = true;
    for (uint32_t i = 0; args && i < args->count; i++) {
        const AstNamedArg *arg = &args->item[i];
        for (uint32_t k = 0; k < i && arg->name.text; k++) {
            const char *before = args->item[k].name.text ? args->item[k].name.text
                                 : k < params->count     ? params->item[k].name.text
                                                         : "";
            if (!ascii_same(before, arg->name.text))
                continue;
            diag_error(&s->sink, DIAG_PARAMETER, arg->name.span,
                       "parameter `%s` has a value already", arg->name.text);
            ok = false;
            break;
        }
    }
    return ok;
}

/* A text given on the command line for a parameter that wants a name is that name. */
static const AstExpr *as_name(Session *s, const AstParam *param, const AstExpr *value)
{
    const char *type = param->type ? param->type->name.text : "";
    if (!value || value->kind != AST_EXPR_TEXT ||
        (!ascii_same(type, "dimension") && !ascii_same(type, "measure")))
        return value;
    AstName name = {.text = value->as.text.text, .span = value->span};
    AstExpr *path = ARENA_NEW(s->arena, AstExpr);
    path->kind = AST_EXPR_PATH;
    path->span = value->span;
    path->as.path.item = arena_memdup(s->arena, &name, sizeof name);
    path->as.path.count = 1;
    path->as.path.span = value->span;
    return path;
}

static bool is_name_type(const char *type)
{
    return ascii_same(type, "dimension") || ascii_same(type, "measure");
}

bool parameter_check(Session *s, const AstParams *params)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    bool ok = true;
    for (uint32_t i = 0; i < params->count; i++) {
        const AstParam *param = &params->item[i];
        Type type;
        if (param->type && !is_name_type(param->type->name.text))
            ok &= resolve_type(&r, param->type, &type);
        for (uint32_t k = 0; k < i; k++) {
            if (!ascii_same(params->item[k].name.text, param->name.text))
                continue;
            diag_error(&s->sink, DIAG_DUPLICATE_NAME, param->name.span,
                       "parameter `%s` is declared twice", param->name.text);
            ok = false;
        }
    }
    return ok;
}

/* Puts the parameters of a report behind the variables there are. */
bool parameter_bind(Session *s, const AstParams *params, const AstNamedArgs *args,
                    Span at)
{
    bool ok = check_names(s, params, args) && check_once(s, params, args);
    for (uint32_t i = 0; i < params->count; i++) {
        const AstParam *param = &params->item[i];
        const AstNamedArg *arg = parameter_argument(args, param, i);
        const AstExpr *value =
            as_name(s, param, parameter_follow(s, arg ? arg->value : param->value));
        if (!value) {
            Diag *d = diag_error(&s->sink, DIAG_PARAMETER, at,
                                 "parameter `%s` wants a value", param->name.text);
            diag_note(&s->sink, d, &param->span, "it has no default");
            ok = false;
            continue;
        }
        ok &= check_value(s, param, value);
        Variable variable = {.name = param->name.text, .value = value};
        variable.is_all = value->kind == AST_EXPR_ALL;
        session_add_variable(s, variable);
    }
    return ok;
}

AstExpr *parameter_value(Session *s, const char *name, const char *text)
{
    char *script = arena_printf(s->arena, "let `%s` = %s", name, text);
    const SourceText *source = source_texts_add(
        s->texts, arena_printf(s->arena, "<%s>", name), script, strlen(script));
    DiagHush hush = diag_hush(&s->sink);
    ParseResult parsed = parse_text(source, PARSE_SCRIPT, s->arena, &s->sink);
    diag_unhush(&s->sink, hush);
    const AstStmts *stmts = &parsed.script->stmts;
    bool ok = parsed.status == PARSE_OK && stmts->count == 1 &&
              stmts->item[0]->kind == AST_STMT_LET_VALUE;
    return ok ? stmts->item[0]->as.let.value : NULL;
}

static void add_trial(Session *s, Trials *trials, const char *text)
{
    AstExpr *value = parameter_value(s, "x", text);
    if (value)
        ARENA_PUSH(s->arena, trials->item, trials->count, trials->cap, value);
}

static void add_name_trial(Session *s, Trials *trials, const char *name)
{
    add_trial(s, trials, arena_printf(s->arena, "`%s`", name));
}

static void add_dimensions(Session *s, Trials *trials)
{
    const Model *m = &s->model;
    for (size_t i = 0; i < m->n_source; i++) {
        if (m->source[i]->entity)
            add_name_trial(s, trials, m->source[i]->entity->name);
        for (size_t k = 0; k < m->source[i]->n_dim; k++)
            add_name_trial(s, trials, m->source[i]->dim[k]->name);
    }
    for (size_t i = 0; i < m->n_dim; i++)
        add_name_trial(s, trials, m->dim[i]->name);
}

static void add_measures(Session *s, Trials *trials)
{
    const Model *m = &s->model;
    for (size_t i = 0; i < m->n_source; i++) {
        for (size_t k = 0; k < m->source[i]->n_measure; k++)
            add_name_trial(s, trials, m->source[i]->measure[k]->name);
    }
    for (size_t i = 0; i < m->n_measure; i++)
        add_name_trial(s, trials, m->measure[i]->name);
}

Trials parameter_trials(Session *s, const AstParam *param)
{
    static const struct {
        const char *type, *value;
    } known[] = {
        {"period", "this year"}, {"text", "\"\""},  {"boolean", "true"},
        {"percent", "0%"},       {"date", "today"}, {"days", "days(today, today)"},
        {"time", "now"},         {"integer", "0"},  {"decimal", "0"},
        {"real", "0"},           {"number", "0"},   {"count", "0"},
    };
    Trials res = {0};
    const char *type = param->type ? param->type->name.text : NULL;
    if (type && ascii_same(type, "dimension"))
        add_dimensions(s, &res);
    if (type && ascii_same(type, "measure"))
        add_measures(s, &res);
    if (type && ascii_same(type, "money") && param->type->argument.text)
        add_trial(s, &res, arena_printf(s->arena, "0 %s", param->type->argument.text));
    for (size_t i = 0; i < COUNT_OF(known) && !res.count; i++) {
        if (type && ascii_same(type, known[i].type))
            add_trial(s, &res, known[i].value);
    }
    for (size_t i = 0; i < COUNT_OF(known) && !type; i++)
        add_trial(s, &res, known[i].value);
    if (!res.count)
        add_trial(s, &res, "0");
    return res;
}
