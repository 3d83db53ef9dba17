/* The life of a session and the order in which a script is taken: read, declare,
   link, check all of it; only then run its statements, one after the other. */
#include "runtime/session/session.h"

#include "runtime/algebra/eval.h"
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/session/internal.h"
#include "runtime/session/system.h"

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
    s->settings.today = options->has_today ? options->today : civil_today();
    s->settings.charts = true;
    s->settings.pager = true;
    store_init_catalog(s);
    executor_init(&s->executor);
    s->executor.sink = &s->sink;
    s->executor.ahead = forecast_rows;
    s->executor.ahead_self = s;
    s->executor.stop = options->stop;
    s->executor.make = system_rows;
    s->executor.make_self = s;
    s->executor.reads_all = options->reads_all;
    s->options.person =
        options->person ? arena_strdup(s->arena, options->person) : NULL;
    s->executor.person = s->options.person;
    if (options->threads)
        s->executor.n_thread = options->threads;
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
    for (size_t i = 0; i < s->n_kept; i++)
        result_unref(s->kept[i]);
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
    const char *name = s->settings.calendar;
    Resolver r = {.model = &s->model,
                  .arena = arena,
                  .exprs = exprs,
                  .sink = &s->sink,
                  .catalog = &s->catalog,
                  .variable = s->variable,
                  .n_variable = s->n_variable,
                  .today = s->settings.today,
                  .currency = s->settings.currency,
                  .calendar = model_find_calendar(&s->model, name ? name : "civil"),
                  .profile_read = s->profile_read,
                  .fold = eval_constant,
                  .forecast = forecast_question};
    return r;
}

Question *session_resolve(Session *s, Resolver *r, const AstQuestion *ast)
{
    r->what_if = s->what_if.count ? &s->what_if : NULL;
    Question *q = resolve_question(r, ast);
    r->what_if = NULL;
    return q;
}

void session_add_variable(Session *s, Variable variable)
{
    ARENA_PUSH(s->arena, s->variable, s->n_variable, s->cap_variable, variable);
}

bool session_prints(AstStmtKind kind)
{
    return kind == AST_STMT_QUESTION || kind == AST_STMT_REFINE ||
           kind == AST_STMT_RUN || kind == AST_STMT_TEXT || kind == AST_STMT_EXPLAIN ||
           kind == AST_STMT_CHECK || kind == AST_STMT_BRIDGE || kind == AST_STMT_WHY ||
           kind == AST_STMT_LEARN || kind == AST_STMT_SOLVE ||
           kind == AST_STMT_CASCADE || kind == AST_STMT_MAP || kind == AST_STMT_BRIEF ||
           kind == AST_STMT_DECIDE || kind == AST_STMT_COMMIT ||
           kind == AST_STMT_ADOPTION || kind == AST_STMT_FORECAST ||
           kind == AST_STMT_BACKTEST;
}

/* Statements that definitions need first: the store, values, and settings as far as
   they stand above all that asks. */
static bool prepare(Session *s, const Steps *steps, Broken *broken)
{
    Settings given = s->settings;
    bool ok = true, above = true;
    s->is_preparing = true;
    for (size_t i = 0; i < steps->count; i++) {
        Step *step = &steps->item[i];
        AstStmtKind kind = step->stmt->kind;
        above = above && !session_prints(kind) && kind != AST_STMT_LET_QUERY;
        if (kind != AST_STMT_OPEN && kind != AST_STMT_LET_VALUE &&
            !(kind == AST_STMT_SET && above))
            continue;
        if (run_step(s, step))
            continue;
        broken_add(s, broken, step->stmt, false);
        ok = false;
    }
    s->is_preparing = false;
    s->defining = s->settings;
    s->settings = given;
    return ok;
}

/* What must come back when a text fails. */
typedef struct {
    size_t n_source, n_dim, n_measure, n_report, n_function, n_profile, n_calendar;
    size_t n_lesson, n_variable, n_loaded;
    Steering steering;
    const Audience *audience; /* of who is asked as */
} Mark;

static Mark mark(const Session *s)
{
    const Model *m = &s->model;
    Mark res = {m->n_source,   m->n_dim,     m->n_measure,  m->n_report,
                m->n_function, m->n_profile, m->n_calendar, m->n_lesson,
                s->n_variable, s->n_loaded,  m->steering,   s->audience};
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
    m->n_profile = to.n_profile;
    m->n_calendar = to.n_calendar;
    m->n_lesson = to.n_lesson;
    m->steering = to.steering;
    s->n_variable = to.n_variable;
    s->n_loaded = to.n_loaded;
    s->audience = to.audience;
    if (!s->audience)
        s->executor.person = s->options.person;
}

static bool is_prepared(AstStmtKind kind)
{
    return kind == AST_STMT_OPEN || kind == AST_STMT_LET_VALUE ||
           (define_is_definition(kind) && kind != AST_STMT_LET_QUERY);
}

static SessionStatus failed(const Session *s)
{
    return s->status == SESSION_OK ? SESSION_SCRIPT_ERROR : s->status;
}

/* Definitions are read under the settings at the top of the script. */
static bool define(Session *s, const Steps *steps, Broken *broken)
{
    Settings given = s->settings;
    s->settings = s->defining;
    bool ok = define_all(s, steps, broken);
    s->settings = given;
    return ok;
}

/* The first statement that shows something, of the text and not of its modules;
   nowhere, where there is none. */
static Span first_shown(const Session *s, const Steps *steps)
{
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        const SourceText *text = source_texts_get(s->texts, stmt->span.file);
        if (!is_prepared(stmt->kind) && stmt->kind != AST_STMT_SET && text &&
            !text->is_module)
            return (Span){stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
    }
    return (Span){UINT32_MAX, 0, 0};
}

/* What is known already is read as definitions are now. */
static bool follow(Session *s)
{
    Settings given = s->settings;
    s->settings = s->defining;
    bool ok = settings_follow(s);
    s->settings = given;
    return ok;
}

typedef struct {
    Session *session;
    Broken broken;
} Breaks;

static bool is_broken(void *self, Span span)
{
    const Breaks *breaks = self;
    return broken_is_name(breaks->session, &breaks->broken, span);
}

/* Whoever is asked as is known before the first statement that shows something. */
static bool is_person_known(Session *s, const Steps *steps)
{
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (is_prepared(stmt->kind) || stmt->kind == AST_STMT_SET ||
            stmt->kind == AST_STMT_REQUIRE)
            continue;
        return person_is_known(s, first_shown(s, steps));
    }
    return true;
}

/* Defines and checks all; false: errors are reported. */
static bool take_steps(Session *s, Steps *steps, bool read_ok)
{
    Breaks breaks = {s, steps->broken};
    s->sink.is_moot = is_broken;
    s->sink.moot_self = &breaks;
    given_meet(s, steps);
    bool ok = define_calendars(s, steps, &breaks.broken);
    ok = prepare(s, steps, &breaks.broken) && ok && read_ok;
    ok = (!ok || given_check(s, steps)) && ok;
    if (s->status == SESSION_OK) {
        system_declare(s, steps);
        bool follows = follow(s);
        ok = follows && define(s, steps, &breaks.broken) && ok;
        ok = ok && is_person_known(s, steps);
        ok = (steps->is_blind || !follows || check_all(s, steps, &breaks.broken)) && ok;
    }
    s->sink.is_moot = NULL;
    return ok;
}

static SessionStatus run_steps(Session *s, Steps *steps, bool read_ok, Mark start)
{
    bool ok = person_may(s, steps) && take_steps(s, steps, read_ok);
    if (!ok || s->status != SESSION_OK) {
        roll_back(s, start);
        return failed(s);
    }
    if (s->options.check_only && !lessons_prove(s, steps))
        return failed(s);
    for (size_t i = 0; i < steps->count && !s->options.check_only; i++) {
        if (is_prepared(steps->item[i].stmt->kind))
            continue;
        ok = run_step(s, &steps->item[i]);
        if (!learn_judge(s, !ok) || !ok)
            return failed(s);
    }
    return SESSION_OK;
}

void session_begin(Session *s)
{
    diag_sink_clear(&s->sink);
    arena_reset(s->statement);
    s->profile_read = NULL;
    s->status = SESSION_OK;
    s->capturing = false;
    system_changed(s);
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
    if (s->is_guarded) {
        diag_error_at_large(&s->sink, DIAG_NOT_ALLOWED,
                            "another file is not for `%s`, who is asked as",
                            s->options.person);
        return SESSION_SCRIPT_ERROR;
    }
    bool ok = load_file(s, path, NULL, nowhere, &steps);
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
    source_texts_place(s->texts, source->file, s->lines_before);
    s->lines_before = 0;
    bool ok = load_script(s, source, mode, (Place){".", "."}, &steps);
    return run_steps(s, &steps, ok, start);
}

bool session_has_question(const Session *s)
{
    return s->last_question != NULL;
}

SessionStatus session_explain_last(Session *s)
{
    session_begin(s);
    return explain_question(s, s->last_question, SESSION_DUMP_NONE) ? SESSION_OK
                                                                    : failed(s);
}

void session_set_lines_before(Session *s, unsigned lines)
{
    s->lines_before = lines;
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
    Variable variable = {.name = arena_strdup(s->arena, name), .given = true};
    AstExpr *value = parameter_value(s, name, text);
    if (value && !is_bare_word(value)) {
        variable.value = value;
    } else {
        const SourceText *source = source_texts_add(
            s->texts, arena_printf(s->arena, "<%s>", name), text, strlen(text));
        AstExpr *plain = ARENA_NEW(s->arena, AstExpr);
        plain->kind = AST_EXPR_TEXT;
        plain->span = (Span){source->file, 0, (uint32_t)source->len};
        plain->as.text.text = arena_strdup(s->arena, text);
        plain->as.text.len = strlen(text);
        variable.value = plain;
    }
    variable.is_all = variable.value->kind == AST_EXPR_ALL;
    session_add_variable(s, variable);
}

void session_expect_given(Session *s)
{
    s->all_met = true;
}

const DiagSink *session_diags(const Session *s)
{
    return &s->sink;
}

const Model *session_model(const Session *s)
{
    return &s->model;
}

const char *const *session_module_folders(const Session *s)
{
    return s->options.modules;
}

const char *session_person(const Session *s)
{
    return s->options.person;
}

const Settings *session_settings(const Session *s)
{
    return &s->settings;
}

size_t session_alarms(const Session *s)
{
    return s->n_alarm;
}

size_t session_warnings(const Session *s)
{
    return s->n_warning;
}
