/* The life of a session and the order in which a script is taken: read, declare,
   link, check all of it; only then run its statements, one after the other. */
#include "runtime/session/session.h"

#include "runtime/algebra/eval.h"
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/session/internal.h"

#include <stdlib.h>
#include <string.h>

Session *session_new(const SessionOptions *options)
{
    Session *s = xcalloc(1, sizeof *s);
    s->options = *options;
    s->arena = arena_new();
    s->statement = arena_new();
    s->texts = source_texts_new();
    diag_sink_init(&s->sink, s->statement, s->texts);
    s->model.arena = s->arena;
    s->model.exprs = expr_table_new(s->arena, NULL);
    s->today = options->has_today ? options->today : civil_today();
    store_init_catalog(s);
    executor_init(&s->executor);
    s->executor.sink = &s->sink;
    s->executor.stop = options->stop;
    s->executor.progress = options->output.progress;
    s->executor.progress_self = options->output.self;
    return s;
}

void session_free(Session *s)
{
    if (!s)
        return;
    values_forget(s);
    executor_release(&s->executor);
    for (size_t i = 0; i < s->n_csv; i++)
        result_unref(s->csv[i]);
    if (s->engine)
        s->engine->ops->close(s->engine);
    expr_table_free(s->model.exprs);
    source_texts_free(s->texts);
    arena_free(s->statement);
    arena_free(s->arena);
    free(s);
}

Resolver session_resolver(Session *s, Arena *arena, ExprTable *exprs)
{
    Resolver r = {.model = &s->model,
                  .arena = arena,
                  .exprs = exprs,
                  .sink = &s->sink,
                  .catalog = &s->catalog,
                  .variable = s->variable,
                  .n_variable = s->n_variable,
                  .today = s->today,
                  .fold = eval_constant};
    return r;
}

void session_add_variable(Session *s, Variable variable)
{
    ARENA_PUSH(s->arena, s->variable, s->n_variable, s->cap_variable, variable);
}

static bool is_definition(AstStmtKind kind)
{
    return kind == AST_STMT_SOURCE || kind == AST_STMT_MEASURE ||
           kind == AST_STMT_DIMENSION || kind == AST_STMT_LET_FUNCTION ||
           kind == AST_STMT_REPORT;
}

/* Statements that other definitions need first: the store, settings, values. */
static bool prepare(Session *s, const Steps *steps)
{
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        AstStmtKind kind = steps->item[i].stmt->kind;
        if (kind == AST_STMT_OPEN || kind == AST_STMT_SET || kind == AST_STMT_LET_VALUE)
            ok &= run_step(s, &steps->item[i]);
    }
    return ok;
}

typedef enum {
    DEFINE_PLAIN,
    DEFINE_LINK,
    DEFINE_DERIVED,
    DEFINE_LINK_REST,
    DEFINE_CHECK,
    DEFINE_REPORTS,
    DEFINE_COUNT
} DefineStage;

/* What a stage does with one definition. */
static bool define_one(Session *s, DefineStage stage, const Step *step)
{
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    bool derived = resolve_is_derived(step->stmt);
    s->folder = step->folder;
    switch (stage) {
    case DEFINE_PLAIN:
        return derived || resolve_declare(&r, step->stmt);
    case DEFINE_LINK:
        return resolve_link(&r, step->stmt, false);
    case DEFINE_DERIVED:
        return !derived || resolve_declare(&r, step->stmt);
    case DEFINE_LINK_REST:
        return resolve_link(&r, step->stmt, true);
    case DEFINE_CHECK:
        return resolve_check(&r, step->stmt);
    case DEFINE_REPORTS:
        return step->stmt->kind != AST_STMT_REPORT || report_check(s, step);
    case DEFINE_COUNT:
        break;
    }
    UNREACHABLE("stage of definition");
}

/* A stage begins when the one before found nothing wrong. */
static bool define(Session *s, const Steps *steps)
{
    bool ok = true;
    for (int stage = 0; stage < DEFINE_COUNT && ok; stage++) {
        for (size_t i = 0; i < steps->count; i++) {
            if (is_definition(steps->item[i].stmt->kind))
                ok &= define_one(s, (DefineStage)stage, &steps->item[i]);
        }
    }
    return ok;
}

/* What must come back when a text fails. */
typedef struct {
    size_t n_source, n_dim, n_measure, n_report, n_function, n_variable, n_loaded;
} Mark;

static Mark mark(const Session *s)
{
    const Model *m = &s->model;
    Mark res = {m->n_source,   m->n_dim,      m->n_measure, m->n_report,
                m->n_function, s->n_variable, s->n_loaded};
    return res;
}

static void roll_back(Session *s, Mark to)
{
    Model *m = &s->model;
    m->n_source = to.n_source;
    m->n_dim = to.n_dim;
    m->n_measure = to.n_measure;
    m->n_report = to.n_report;
    m->n_function = to.n_function;
    s->n_variable = to.n_variable;
    s->n_loaded = to.n_loaded;
}

/* Resolves the questions of a script before any of them runs, for their errors. */
static bool check_questions(Session *s, const Steps *steps)
{
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (stmt->kind == AST_STMT_RUN)
            ok &= report_check_run(s, &steps->item[i]);
        if (stmt->kind != AST_STMT_QUESTION)
            continue;
        ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
        Resolver r = session_resolver(s, s->statement, exprs);
        ok &= resolve_question(&r, stmt->as.question) != NULL;
        expr_table_free(exprs);
    }
    return ok;
}

static bool is_prepared(AstStmtKind kind)
{
    return kind == AST_STMT_OPEN || kind == AST_STMT_SET ||
           kind == AST_STMT_LET_VALUE || is_definition(kind);
}

static SessionStatus failed(const Session *s)
{
    return s->status == SESSION_OK ? SESSION_SCRIPT_ERROR : s->status;
}

static SessionStatus run_steps(Session *s, const Steps *steps, bool read_ok, Mark start)
{
    bool ok = prepare(s, steps) && read_ok;
    ok = (s->status == SESSION_OK) & define(s, steps) & ok;
    if (ok)
        ok = check_questions(s, steps);
    if (!ok) {
        roll_back(s, start);
        return failed(s);
    }
    for (size_t i = 0; i < steps->count && !s->options.check_only; i++) {
        if (is_prepared(steps->item[i].stmt->kind))
            continue;
        if (!run_step(s, &steps->item[i]))
            return failed(s);
    }
    return SESSION_OK;
}

void session_begin(Session *s)
{
    diag_sink_clear(&s->sink);
    arena_reset(s->statement);
    s->status = SESSION_OK;
    s->capturing = false;
}

static bool open_given_store(Session *s)
{
    Span nowhere = {UINT32_MAX, 0, 0};
    return !s->options.store || s->engine || store_open(s, s->options.store, nowhere);
}

SessionStatus session_run_file(Session *s, const char *path)
{
    session_begin(s);
    Mark start = mark(s);
    Steps steps = {0};
    Span nowhere = {UINT32_MAX, 0, 0};
    if (!open_given_store(s))
        return SESSION_STORE_ERROR;
    bool ok = load_file(s, path, nowhere, &steps);
    return run_steps(s, &steps, ok, start);
}

SessionStatus session_run_text(Session *s, const char *name, const char *text,
                               size_t len, ParseMode mode)
{
    session_begin(s);
    Mark start = mark(s);
    Steps steps = {0};
    if (!open_given_store(s))
        return SESSION_STORE_ERROR;
    if (len > SOURCE_TEXT_MAX) {
        diag_error_at_large(&s->sink, DIAG_FILE, "`%s` is larger than 16 MB", name);
        return SESSION_SCRIPT_ERROR;
    }
    const SourceText *source = source_texts_add(s->texts, name, text, len);
    bool ok = load_script(s, source, mode, ".", &steps);
    return run_steps(s, &steps, ok, start);
}

ParseResult session_probe(Session *s, const char *text, size_t len)
{
    session_begin(s);
    s->sink.silent = true;
    const SourceText *source = source_texts_add(s->texts, "<prompt>", text, len);
    ParseResult res = parse_text(source, PARSE_PROMPT, s->statement, &s->sink);
    s->sink.silent = false;
    diag_sink_clear(&s->sink);
    return res;
}

/* A word that is no value by itself (North) is a text to who types it. */
static bool is_bare_word(const AstExpr *value)
{
    static const char *const known[] = {"today", "now", "true", "false", "empty"};
    if (value->kind != AST_EXPR_PATH || value->in_brackets)
        return false;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        if (ascii_same(known[i], value->as.path.item[0].text))
            return false;
    }
    return true;
}

void session_set(Session *s, const char *name, const char *text)
{
    char *script = arena_printf(s->arena, "let x = %s", text);
    const SourceText *source =
        source_texts_add(s->texts, "<argument>", script, strlen(script));
    Variable variable = {.name = arena_strdup(s->arena, name), .given = true};
    s->sink.silent = true;
    ParseResult parsed = parse_text(source, PARSE_SCRIPT, s->arena, &s->sink);
    s->sink.silent = false;
    diag_sink_clear(&s->sink);
    const AstStmts *stmts = &parsed.script->stmts;
    if (parsed.status == PARSE_OK && stmts->count == 1 &&
        stmts->item[0]->kind == AST_STMT_LET_VALUE &&
        !is_bare_word(stmts->item[0]->as.let.value)) {
        variable.value = stmts->item[0]->as.let.value;
    } else {
        AstExpr *plain = ARENA_NEW(s->arena, AstExpr);
        plain->kind = AST_EXPR_TEXT;
        plain->span.file = source->file;
        plain->as.text.text = arena_strdup(s->arena, text);
        plain->as.text.len = strlen(text);
        variable.value = plain;
    }
    variable.is_all = variable.value->kind == AST_EXPR_ALL;
    session_add_variable(s, variable);
}

const DiagSink *session_diags(const Session *s)
{
    return &s->sink;
}

const Model *session_model(const Session *s)
{
    return &s->model;
}

const char *session_locale(const Session *s)
{
    return s->locale;
}

size_t session_alarms(const Session *s)
{
    return s->n_alarm;
}
