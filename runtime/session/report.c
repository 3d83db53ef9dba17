/* Reports: the body's statements run in order, and what they print goes to the screen
   or, as one document, to files. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/render/document.h"
#include "runtime/render/output.h"
#include "runtime/session/about.h"
#include "runtime/session/internal.h"
#include "runtime/session/log.h"
#include "runtime/session/system.h"

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

/* What a report says of itself: a question, or a fact as it was written. */
static Block attribute(Session *s, const AstSteeringItem *item)
{
    Block block = {.kind = BLOCK_FACT, .name = ast_steering_item_text(item->kind)};
    if (item->kind == AST_STEERING_ITEM_QUESTION)
        block.kind = BLOCK_QUESTION;
    if (item->text.text) {
        block.text = item->text.text;
    } else if (item->names.count) {
        Span span = item->names.item[0].span;
        span.end = item->names.item[item->names.count - 1].span.end;
        block.text = about_text(s, s->arena, span);
    } else {
        block.text = item->name.text;
    }
    return block;
}

/* What the report says of itself, and its parameters with the values of this run. */
static bool emit_facts(Session *s, const AstReport *report)
{
    for (uint32_t i = 0; i < report->attributes.count; i++) {
        Block block = attribute(s, &report->attributes.item[i]);
        if (!run_emit(s, &block))
            return false;
    }
    for (size_t i = s->n_variable - report->params.count; i < s->n_variable; i++) {
        const Variable *v = &s->variable[i];
        Block block = {.kind = BLOCK_FACT, .name = v->name};
        block.text = v->is_all  ? "all"
                     : v->value ? about_text(s, s->arena, v->value->span)
                                : "";
        if (*block.text && !run_emit(s, &block))
            return false;
    }
    for (uint32_t i = 0; i < s->what_if.count; i++) {
        Block block = {.kind = BLOCK_FACT, .name = "what if"};
        block.text = about_text(s, s->arena, s->what_if.item[i].span);
        if (!run_emit(s, &block))
            return false;
    }
    return true;
}

static bool run_body(Session *s, const AstStmt *report, const char *folder)
{
    Block heading = {.kind = BLOCK_HEADING,
                     .text = report->as.report->name.text,
                     .depth = (unsigned)s->n_report - 1};
    if (report->as.report->title.text)
        heading.text = run_interpolate(s, &report->as.report->title);
    if (!heading.text || !run_emit(s, &heading) || !emit_facts(s, report->as.report))
        return false;
    for (uint32_t i = 0; i < report->as.report->body.count; i++) {
        Step step = {report->as.report->body.item[i], folder, false};
        if (!run_step(s, &step))
            return false;
    }
    return true;
}

static bool write_files(Session *s, const Step *step)
{
    const AstTexts *to = &step->stmt->as.run.to;
    FileTarget *file = ARENA_ARRAY(s->statement, FileTarget, to->count);
    for (uint32_t i = 0; i < to->count; i++) {
        file[i].path = load_path(s, step->folder, to->item[i].text);
        file[i].span = to->item[i].span;
    }
    bool ok = s->options.output.files(s->options.output.self, file, to->count,
                                      s->capture, s->n_capture);
    if (!ok)
        s->status = SESSION_OUTPUT_ERROR;
    return ok;
}

/* Puts the assignments of a `run` behind those around it; returns what there was. */
static AstAssigns add_what_if(Session *s, const AstAssigns *own)
{
    AstAssigns outer = s->what_if;
    uint32_t n = outer.count + own->count;
    AstAssign *item = ARENA_ARRAY(s->arena, AstAssign, n + (size_t)1);
    for (uint32_t i = 0; i < n; i++)
        item[i] = i < outer.count ? outer.item[i] : own->item[i - outer.count];
    s->what_if = (AstAssigns){item, n, n};
    if (own->count)
        system_changed(s);
    return outer;
}

/* Back to what there was; what was made under the run's own is forgotten. */
static void drop_what_if(Session *s, AstAssigns outer)
{
    bool changes = outer.count != s->what_if.count;
    s->what_if = outer;
    if (changes)
        system_changed(s);
}

/* A model without steering has no use for who reads what, and what is assumed is no
   look at what is. */
static void log_report(Session *s, const AstReport *report, Span span)
{
    JournalLook look = {
        .kind = "report", .name = report->name.text, .day = s->settings.today};
    if (steering_is_declared(&s->model.steering) && !s->what_if.count)
        log_looks(s, look, NULL, 0, span);
}

/* false: the report is being run or checked already, which is reported. */
static bool enter(Session *s, const AstStmt *report, Span span)
{
    for (size_t i = 0; i < s->n_report; i++) {
        if (s->report[i] != report->as.report)
            continue;
        diag_error(&s->sink, DIAG_CYCLE, span, "report `%s` runs itself",
                   report->as.report->name.text);
        return false;
    }
    if (s->n_report == REPORT_DEPTH_MAX) {
        diag_error(&s->sink, DIAG_CYCLE, span, "too many reports run each other");
        return false;
    }
    if (!s->n_report)
        s->n_outer = s->n_variable;
    s->report[s->n_report++] = report->as.report;
    return true;
}

bool report_run(Session *s, const Step *step)
{
    const AstStmt *report = find_report(s, &step->stmt->as.run.report);
    Span span = step->stmt->as.run.report.span;
    if (!report || !enter(s, report, span))
        return false;
    size_t outer = s->n_variable;
    bool to_files = step->stmt->as.run.to.count > 0;
    if (to_files &&
        person_refuses(s, step->stmt->as.run.to.item[0].span, "writing a file")) {
        s->n_report--;
        return false;
    }
    AstAssigns as_it_is = add_what_if(s, &step->stmt->as.run.what_if);
    Capture around = {0};
    if (to_files)
        around = capture_begin(s);
    bool ok =
        parameter_bind(s, &report->as.report->params, &step->stmt->as.run.args, span) &&
        choice_find_keys(s, report->as.report, outer) &&
        choice_check(s, report->as.report, outer) && run_body(s, report, step->folder);
    if (ok && to_files)
        ok = write_files(s, step);
    else if (ok && s->n_report == 1 && !s->capturing)
        log_report(s, report->as.report, span);
    if (to_files)
        capture_end(s, around);
    drop_what_if(s, as_it_is);
    s->n_variable = outer;
    s->n_report--;
    return ok;
}

static bool stands_in_report(Session *s, const AstStmt *stmt)
{
    if (!define_is_definition(stmt->kind) && stmt->kind != AST_STMT_LET_VALUE &&
        stmt->kind != AST_STMT_OPEN && stmt->kind != AST_STMT_USE &&
        stmt->kind != AST_STMT_REQUIRE)
        return true;
    Span span = {stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
    bool lets = stmt->kind == AST_STMT_LET_VALUE || stmt->kind == AST_STMT_LET_QUERY ||
                stmt->kind == AST_STMT_LET_FUNCTION;
    const char *word = lets ? "let" : ast_stmt_text(stmt->kind);
    Diag *d = diag_error(&s->sink, DIAG_REPORT_BODY, span,
                         "`%s` cannot stand in a report", word);
    diag_help(&s->sink, d,
              stmt->kind == AST_STMT_LET_VALUE
                  ? "make it a parameter with a default, or put it before the report"
                  : "put it before the report");
    return false;
}

bool report_check_part(Session *s, const AstStmt *stmt)
{
    return stands_in_report(s, stmt) && check_statement(s, stmt);
}

/* The title and the statements of a report with the values of the moment. */
static bool check_body(Session *s, const AstStmt *report)
{
    const AstReport *ast = report->as.report;
    bool ok = !ast->title.text || run_interpolate(s, &ast->title);
    for (uint32_t i = 0; i < ast->body.count; i++)
        ok &= report_check_part(s, ast->body.item[i]);
    return ok;
}

static bool check_endings(Session *s, const AstTexts *to)
{
    bool ok = true;
    RenderFormat format;
    for (uint32_t i = 0; i < to->count; i++) {
        if (document_format_of_path(to->item[i].text, &format))
            continue;
        Diag *d = diag_error(&s->sink, DIAG_OUTPUT_FORMAT, to->item[i].span,
                             "no way to write `%s`", to->item[i].text);
        diag_help(&s->sink, d,
                  "files end in .csv, .json, .md, .txt, .html, .svg or .xlsx");
        ok = false;
    }
    return ok;
}

/* No file is named twice. */
static bool check_apart(Session *s, const AstTexts *to)
{
    bool ok = true;
    for (uint32_t i = 0; i < to->count; i++) {
        const char *path = load_path(s, s->folder, to->item[i].text);
        for (uint32_t k = 0; k < i; k++) {
            if (!output_same_file(path, load_path(s, s->folder, to->item[k].text)))
                continue;
            Diag *d =
                diag_error(&s->sink, DIAG_OUTPUT_FAILED, to->item[i].span,
                           "cannot write %s: it is named twice", to->item[i].text);
            diag_note(&s->sink, d, &to->item[k].span, "the first time");
            ok = false;
            break;
        }
    }
    return ok;
}

bool report_check_run(Session *s, const AstStmt *stmt)
{
    const AstStmt *report = find_report(s, &stmt->as.run.report);
    Span span = stmt->as.run.report.span;
    if (!report || !enter(s, report, span))
        return false;
    size_t outer = s->n_variable;
    AstAssigns as_it_is = add_what_if(s, &stmt->as.run.what_if);
    bool ok = check_endings(s, &stmt->as.run.to);
    ok &= check_apart(s, &stmt->as.run.to);
    ok &= parameter_bind(s, &report->as.report->params, &stmt->as.run.args, span) &&
          choice_find_keys(s, report->as.report, outer) &&
          blame_check_body(s, report->as.report, &stmt->as.run.args, outer);
    drop_what_if(s, as_it_is);
    s->n_variable = outer;
    s->n_report--;
    return ok;
}

/* Checks with messages of its own; they live in the statement's arena. */
static DiagSink try_body(Session *s, const AstStmt *report)
{
    DiagSink mine = s->sink;
    diag_sink_init(&s->sink, s->statement, s->texts);
    check_body(s, report);
    DiagSink found = s->sink;
    s->sink = mine;
    return found;
}

/* A value that was made up proves nothing about types. */
static bool is_about_types(DiagCode code)
{
    return code == DIAG_TYPE || code == DIAG_UNITS || code == DIAG_BAD_PERIOD ||
           code == DIAG_ARGUMENTS || code == DIAG_NOT_CONDITION;
}

static bool pass_on(Session *s, const DiagSink *found, bool guessed)
{
    bool ok = true;
    for (const Diag *d = found->first; d; d = d->next) {
        if (guessed && is_about_types(d->code))
            continue;
        ok = false;
        diag_repeat(&s->sink, d);
    }
    return ok;
}

/* Gives a parameter the trial with which the fewest things are wrong. */
static void choose(Session *s, const AstStmt *report, Variable *variable,
                   const AstParam *param)
{
    Trials trials = parameter_trials(s, param);
    size_t best = 0, fewest = SIZE_MAX;
    variable->is_all = false;
    for (size_t i = 0; i < trials.count && fewest; i++) {
        variable->value = trials.item[i];
        DiagSink found = try_body(s, report);
        if (found.n_error < fewest) {
            fewest = found.n_error;
            best = i;
        }
    }
    variable->value = trials.item[best];
}

static bool is_open(const AstParam *param, bool all_too)
{
    return !param->value || (all_too && param->value->kind == AST_EXPR_ALL);
}

/* Checks the body with defaults; what has none, and with `all_too` what may be
   `all`, gets a value that fits best. */
static bool check_with(Session *s, const AstStmt *report, bool all_too)
{
    const AstParams *params = &report->as.report->params;
    size_t outer = s->n_variable;
    bool guessed = false;
    for (uint32_t i = 0; i < params->count; i++) {
        const AstParam *param = &params->item[i];
        Variable variable = {.name = param->name.text,
                             .value = parameter_follow(s, param->value)};
        if (!param->value)
            variable.value = parameter_trials(s, param).item[0];
        variable.is_all = variable.value->kind == AST_EXPR_ALL;
        session_add_variable(s, variable);
    }
    for (uint32_t i = 0; i < params->count; i++) {
        if (!is_open(&params->item[i], all_too))
            continue;
        choose(s, report, &s->variable[outer + i], &params->item[i]);
        guessed |= params->item[i].type == NULL;
    }
    DiagSink found = try_body(s, report);
    s->n_variable = outer;
    return pass_on(s, &found, guessed);
}

/* Defaults of the right type. */
static bool check_defaults(Session *s, const AstReport *report)
{
    if (!parameter_check(s, &report->params))
        return false;
    AstParams given = report->params;
    size_t outer = s->n_variable;
    given.count = 0;
    given.item = ARENA_ARRAY(s->arena, AstParam, report->params.count + 1);
    for (uint32_t i = 0; i < report->params.count; i++) {
        if (report->params.item[i].value)
            given.item[given.count++] = report->params.item[i];
    }
    bool ok = parameter_bind(s, &given, NULL, report->name.span);
    s->n_variable = outer;
    return ok;
}

bool report_check(Session *s, const AstStmt *stmt)
{
    const AstParams *params = &stmt->as.report->params;
    if (!enter(s, stmt, stmt->as.report->name.span))
        return false;
    Settings before = s->settings; /* it is not run */
    bool may_be_all = false;
    for (uint32_t i = 0; i < params->count; i++)
        may_be_all |= params->item[i].value && is_open(&params->item[i], true);
    bool ok = check_defaults(s, stmt->as.report) && check_with(s, stmt, false);
    if (may_be_all)
        ok &= check_with(s, stmt, true);
    s->settings = before;
    s->n_report--;
    return ok;
}
