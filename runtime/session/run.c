/* Statements that do something: settings, values, questions, texts, runs. */
#include "runtime/session/about.h"
#include "runtime/session/brief.h"
#include "runtime/session/check_model.h"
#include "runtime/session/check_steering.h"
#include "runtime/session/driver.h"
#include "runtime/session/internal.h"
#include "runtime/session/keep.h"
#include "runtime/session/log.h"
#include "runtime/session/system.h"

#include <time.h>

/* `brief on DAY` has a today of its own. */
static void note_today(Session *s)
{
    Day today = s->settings.today;
    bool first = s->told.lo == s->told.hi;
    s->told.lo = first || today < s->told.lo ? today : s->told.lo;
    s->told.hi = first || today >= s->told.hi ? today + 1 : s->told.hi;
}

bool run_emit(Session *s, const Block *block)
{
    if (block->result) {
        for (size_t i = 0; i < block->result->n_signal; i++) {
            s->n_alarm += !block->result->signal[i].warn;
            s->n_warning += block->result->signal[i].warn;
        }
    }
    if (block->kind == BLOCK_RESULT || block->kind == BLOCK_TEXT)
        note_today(s);
    if (s->capturing) {
        ARENA_PUSH(s->arena, s->capture, s->n_capture, s->cap_capture, *block);
        return true;
    }
    learn_hear(s, block->result);
    if (s->options.output.block(s->options.output.self, block))
        return true;
    s->status = SESSION_OUTPUT_ERROR;
    return false;
}

bool run_emit_result(Session *s, Result *result)
{
    Block block = {.kind = BLOCK_RESULT, .result = result};
    bool ok = result && run_emit(s, &block);
    if (result && !s->capturing)
        result_unref(result);
    return ok;
}

void session_ready_executor(Session *s)
{
    if (s->executor.today != s->settings.today || s->executor.engine != s->engine)
        executor_forget(&s->executor);
    s->executor.engine = s->engine;
    s->executor.today = s->settings.today;
    const char *locale = s->settings.locale;
    s->executor.locale = locale ? locale_find(locale) : locale_default();
}

/* What is said of the model and of its steering. */
static bool run_about_model(Session *s, const AstStmt *stmt)
{
    if (stmt->kind == AST_STMT_BRIEF)
        return brief_run(s, stmt);
    if (stmt->kind == AST_STMT_DECIDE)
        return decide_run(s, stmt);
    if (stmt->kind == AST_STMT_COMMIT)
        return commit_run(s, stmt);
    session_ready_executor(s);
    if (stmt->kind == AST_STMT_CHECK && !stmt->as.check.steering)
        return run_emit_result(s, check_model(s, stmt->span));
    return run_emit_result(s, stmt->kind == AST_STMT_CHECK
                                  ? check_steering(s, stmt->span)
                              : stmt->kind == AST_STMT_MAP ? map_steering(s, stmt->span)
                                                           : adoption(s, stmt->span));
}

void session_place_errors(Session *s, Span span)
{
    for (Diag *d = s->sink.first; d; d = d->next) {
        if (!d->has_span)
            d->span = span;
        d->has_span = true;
    }
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static Result *answer(Session *s, const AstQuestion *ast, const Question *q)
{
    DriverAsIf as_if = driver_as_if(s, ast, q);
    Result *result = execute_question(&s->executor, q);
    driver_end_as_if(s, &as_if);
    return result;
}

static bool run_question(Session *s, const AstQuestion *ast)
{
    double start = seconds_now();
    if (s->options.dump != SESSION_DUMP_NONE)
        return explain_question(s, ast, s->options.dump);
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    r.may_stand_once = true;
    const Question *q = session_resolve(s, &r, ast);
    s->profile_read = r.profile_read;
    session_ready_executor(s);
    Result *result = q ? answer(s, ast, q) : NULL;
    if (result) {
        about_fill(s, ast, q, result);
        about_note(s, result);
        unknown_key_warn(s, &r);
    }
    bool ok = run_emit_result(s, result);
    session_place_errors(s, ast->span);
    expr_table_free(exprs);
    if (ok)
        s->last_question = ast;
    if (s->settings.timing && s->options.output.timed)
        s->options.output.timed(s->options.output.self, seconds_now() - start);
    return ok;
}

/* A line of clauses at the prompt: the last question with these clauses instead. */
static bool run_refine(Session *s, const AstStmt *stmt)
{
    if (!s->last_question) {
        Diag *d = diag_error(&s->sink, DIAG_NO_QUESTION, stmt->span,
                             "there is no question yet that this could refine");
        diag_help(&s->sink, d, "begin with `show` and a measure");
        return false;
    }
    AstQuestion *merged = arena_memdup(s->arena, s->last_question, sizeof *merged);
    for (int i = 0; i < AST_CLAUSE_COUNT; i++) {
        if (stmt->as.question->clause[i])
            merged->clause[i] = stmt->as.question->clause[i];
    }
    const AstClause *const *given = stmt->as.question->clause;
    if (given[AST_CLAUSE_TOP] || given[AST_CLAUSE_BOTTOM]) {
        merged->clause[AST_CLAUSE_TOP] = given[AST_CLAUSE_TOP];
        merged->clause[AST_CLAUSE_BOTTOM] = given[AST_CLAUSE_BOTTOM];
    }
    return run_question(s, merged);
}

bool run_say(Session *s, const char *text)
{
    Block block = {.kind = BLOCK_TEXT, .text = text};
    return text && run_emit(s, &block);
}

/* What is to come, or how good that would have been. */
static bool run_ahead(Session *s, const AstQuestion *ast, AstStmtKind kind)
{
    return kind == AST_STMT_FORECAST ? forecast_run(s, ast) : backtest_run(s, ast);
}

/* What a goal asks of the measures that it is made of. */
static bool run_goal(Session *s, const AstStmt *stmt)
{
    return run_emit_result(s, stmt->kind == AST_STMT_SOLVE ? solve_answer(s, stmt)
                                                           : cascade_answer(s, stmt));
}

/* What prints nothing; of definitions nothing is left to be done. */
static bool run_quietly(Session *s, const Step *step)
{
    const AstStmt *stmt = step->stmt;
    if (stmt->kind == AST_STMT_OPEN)
        return store_open(s, load_path(s, step->folder, stmt->as.open.text),
                          stmt->as.open.span);
    if (stmt->kind == AST_STMT_SET)
        return settings_set(s, stmt);
    if (stmt->kind == AST_STMT_LET_VALUE)
        return let_run(s, stmt);
    if (stmt->kind == AST_STMT_LET_QUERY)
        return settings_follow(s) && let_keep(s, stmt);
    return check_is_evaluated(s, stmt);
}

/* What profiles rest on is the store, settings and what `let` keeps. */
static void keep_profiles(Session *s, AstStmtKind kind)
{
    store_look_for_changes(s);
    if (kind == AST_STMT_SET || kind == AST_STMT_LET_QUERY)
        s->profile_read = NULL;
}

bool run_step(Session *s, const Step *step)
{
    const AstStmt *stmt = step->stmt;
    keep_profiles(s, stmt->kind);
    if (session_prints(stmt->kind) && !settings_follow(s))
        return false;
    switch (stmt->kind) {
    case AST_STMT_QUESTION:
    case AST_STMT_BRIDGE:
    case AST_STMT_WHY:
        return run_question(s, stmt->as.question);
    case AST_STMT_FORECAST:
    case AST_STMT_BACKTEST:
        return run_ahead(s, stmt->as.question, stmt->kind);
    case AST_STMT_REFINE:
        return run_refine(s, stmt);
    case AST_STMT_SOLVE:
    case AST_STMT_CASCADE:
        return run_goal(s, stmt);
    case AST_STMT_EXPLAIN:
        return explain_run(s, stmt);
    case AST_STMT_TEXT:
        return run_say(s, run_text_of(s, stmt->as.text));
    case AST_STMT_RUN:
        return report_run(s, step);
    case AST_STMT_CHECK:
    case AST_STMT_MAP:
    case AST_STMT_BRIEF:
    case AST_STMT_DECIDE:
    case AST_STMT_COMMIT:
    case AST_STMT_ADOPTION:
        return run_about_model(s, stmt);
    case AST_STMT_LEARN:
        return learn_run(s, stmt);
    default:
        return run_quietly(s, step);
    }
}
