/* Reports: parameters become variables, the body's statements run in order, and what
   they print goes to the screen or, as one document, to files. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/internal.h"

static const AstStmt *find_report(Session *s, const AstPath *path)
{
    const char *name = path->item[path->count - 1].text;
    Suggest suggest;
    suggest_init(&suggest, name);
    for (size_t i = s->model.n_report; i-- > 0;) {
        if (ascii_same(s->model.report[i].name, name))
            return s->model.report[i].ast;
        suggest_offer(&suggest, s->model.report[i].name);
    }
    Diag *d = diag_error(&s->sink, DIAG_UNKNOWN_REPORT, path->span,
                         "there is no report `%s`", name);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    return NULL;
}

static const AstNamedArg *find_argument(const AstNamedArgs *args, const AstParam *param,
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

/* A value that is another parameter is that parameter's value. */
static const AstExpr *follow(Session *s, const AstExpr *value)
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

static bool check_value(Session *s, const AstParam *param, const AstExpr *value)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    const char *type = param->type ? param->type->name.text : NULL;
    DayRange days;
    if (value->kind == AST_EXPR_ALL || value->kind == AST_EXPR_ALL_TIME || !type)
        return true;
    if (ascii_same(type, "period"))
        return resolve_period(&r, value, &days);
    if (ascii_same(type, "dimension"))
        return value->kind == AST_EXPR_PATH || value->kind == AST_EXPR_CALL ||
               wrong_value(s, param, value, "the name of a dimension");
    if (ascii_same(type, "measure"))
        return (value->kind == AST_EXPR_PATH &&
                model_find_measure(&s->model, value->as.path.item[0].text)) ||
               wrong_value(s, param, value, "the name of a measure");
    Type want, have;
    Value constant;
    if (!resolve_type(&r, param->type, &want) ||
        !resolve_constant(&r, value, &have, &constant))
        return false;
    return want.kind == have.kind ||
           wrong_value(s, param, value, type_text(s->arena, want));
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

/* Puts the parameters of a report behind the variables there are. */
static bool bind(Session *s, const AstParams *params, const AstNamedArgs *args, Span at)
{
    bool ok = check_names(s, params, args);
    for (uint32_t i = 0; i < params->count; i++) {
        const AstParam *param = &params->item[i];
        const AstNamedArg *arg = find_argument(args, param, i);
        const AstExpr *value =
            as_name(s, param, follow(s, arg ? arg->value : param->value));
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

static bool run_body(Session *s, const AstStmt *report, const char *folder)
{
    Block heading = {BLOCK_HEADING, report->as.report->name.text, NULL};
    if (report->as.report->title.text)
        heading.text = run_interpolate(s, &report->as.report->title);
    if (!heading.text || !run_emit(s, &heading))
        return false;
    for (uint32_t i = 0; i < report->as.report->body.count; i++) {
        Step step = {report->as.report->body.item[i], folder};
        if (!run_step(s, &step))
            return false;
    }
    return true;
}

static bool write_files(Session *s, const Step *step)
{
    const AstTexts *to = &step->stmt->as.run.to;
    bool ok = true;
    for (uint32_t i = 0; i < to->count && ok; i++) {
        const char *path = load_path(s, step->folder, to->item[i].text);
        ok = s->options.output.file(s->options.output.self, path, to->item[i].span,
                                    s->capture, s->n_capture);
    }
    if (!ok)
        s->status = SESSION_OUTPUT_ERROR;
    return ok;
}

static void drop_capture(Session *s)
{
    for (size_t i = 0; i < s->n_capture; i++) {
        if (s->capture[i].result)
            result_unref((Result *)(uintptr_t)s->capture[i].result);
    }
    s->n_capture = 0;
    s->capturing = false;
}

bool report_run(Session *s, const Step *step)
{
    const AstStmt *report = find_report(s, &step->stmt->as.run.report);
    if (!report)
        return false;
    size_t outer = s->n_variable;
    bool to_files = step->stmt->as.run.to.count > 0;
    s->capturing = to_files;
    bool ok = bind(s, &report->as.report->params, &step->stmt->as.run.args,
                   step->stmt->as.run.report.span) &&
              run_body(s, report, step->folder);
    if (ok && to_files)
        ok = write_files(s, step);
    if (to_files)
        drop_capture(s);
    s->n_variable = outer;
    return ok;
}

bool report_check_run(Session *s, const Step *step)
{
    const AstStmt *report = find_report(s, &step->stmt->as.run.report);
    size_t outer = s->n_variable;
    bool ok = report && bind(s, &report->as.report->params, &step->stmt->as.run.args,
                             step->stmt->as.run.report.span);
    s->n_variable = outer;
    return ok;
}

/* A report whose parameters all have defaults is resolved with them. */
bool report_check(Session *s, const Step *step)
{
    const AstParams *params = &step->stmt->as.report->params;
    size_t outer = s->n_variable;
    for (uint32_t i = 0; i < params->count; i++) {
        if (!params->item[i].value)
            return true;
    }
    bool ok = bind(s, params, NULL, step->stmt->span);
    for (uint32_t i = 0; ok && i < step->stmt->as.report->body.count; i++) {
        const AstStmt *stmt = step->stmt->as.report->body.item[i];
        if (stmt->kind != AST_STMT_QUESTION)
            continue;
        ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
        Resolver r = session_resolver(s, s->statement, exprs);
        ok = resolve_question(&r, stmt->as.question) != NULL;
        expr_table_free(exprs);
    }
    s->n_variable = outer;
    return ok;
}
