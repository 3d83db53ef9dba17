/* What statements say, looked at before any of them runs: names, types, parameters,
   and what this version does not evaluate. Rows are not read. */
#include "runtime/session/brief.h"
#include "runtime/session/internal.h"
#include "runtime/session/keep.h"
#include "runtime/session/log.h"

bool check_question(Session *s, const AstQuestion *ast)
{
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    r.may_stand_once = true;
    bool ok = session_resolve(s, &r, ast) != NULL;
    expr_table_free(exprs);
    return ok;
}

bool check_is_evaluated(Session *s, const AstStmt *stmt)
{
    switch (stmt->kind) {
    case AST_STMT_OPEN:
    case AST_STMT_USE:
    case AST_STMT_SOURCE:
    case AST_STMT_MEASURE:
    case AST_STMT_CURRENCY:
    case AST_STMT_DIMENSION:
    case AST_STMT_PROFILE:
    case AST_STMT_LET_VALUE:
    case AST_STMT_LET_FUNCTION:
    case AST_STMT_LET_QUERY:
    case AST_STMT_REQUIRE:
    case AST_STMT_SET:
    case AST_STMT_REPORT:
    case AST_STMT_QUESTION:
    case AST_STMT_BRIDGE:
    case AST_STMT_FORECAST:
    case AST_STMT_REFINE:
    case AST_STMT_RUN:
    case AST_STMT_TEXT:
    case AST_STMT_EXPLAIN:
    case AST_STMT_CALENDAR:
    case AST_STMT_LESSON:
    case AST_STMT_LEARN:
    case AST_STMT_SOLVE:
    case AST_STMT_CASCADE:
    case AST_STMT_AUDIENCE:
    case AST_STMT_INDICATOR:
    case AST_STMT_STRATEGY:
    case AST_STMT_OBJECTIVE:
    case AST_STMT_RITUAL:
    case AST_STMT_STAFF:
    case AST_STMT_MAP:
    case AST_STMT_CHECK:
    case AST_STMT_DECIDE:
    case AST_STMT_COMMIT:
    case AST_STMT_ADOPTION:
    case AST_STMT_WHY:
    case AST_STMT_BACKTEST:
    case AST_STMT_BRIEF:
        return true;
    case AST_STMT_ASK:
    case AST_STMT_EXPECT:
    case AST_STMT_HINT:
        return lesson_stands_alone(s, stmt);
    }
    UNREACHABLE("statement");
}

bool check_statement(Session *s, const AstStmt *stmt)
{
    if (!check_is_evaluated(s, stmt) ||
        (session_prints(stmt->kind) && !settings_follow(s)))
        return false;
    if (stmt->kind == AST_STMT_QUESTION || stmt->kind == AST_STMT_BRIDGE ||
        stmt->kind == AST_STMT_WHY)
        return check_question(s, stmt->as.question);
    if (stmt->kind == AST_STMT_FORECAST)
        return forecast_check(s, stmt->as.question);
    if (stmt->kind == AST_STMT_BACKTEST)
        return backtest_check(s, stmt->as.question);
    if (stmt->kind == AST_STMT_EXPLAIN)
        return stmt->as.explain.question ? check_question(s, stmt->as.explain.question)
                                         : explain_check(s, stmt->as.explain.expr);
    if (stmt->kind == AST_STMT_SOLVE)
        return solve_check(s, stmt);
    if (stmt->kind == AST_STMT_CASCADE)
        return cascade_check(s, stmt);
    if (stmt->kind == AST_STMT_RUN)
        return report_check_run(s, stmt);
    if (stmt->kind == AST_STMT_TEXT)
        return run_text_of(s, stmt->as.text) != NULL;
    if (stmt->kind == AST_STMT_SET)
        return settings_set(s, stmt);
    if (stmt->kind == AST_STMT_LEARN)
        return learn_check(s, stmt);
    if (stmt->kind == AST_STMT_BRIEF)
        return brief_check(s, stmt);
    if (stmt->kind == AST_STMT_DECIDE)
        return decide_check(s, stmt);
    if (stmt->kind == AST_STMT_COMMIT)
        return commit_check(s, stmt);
    return true;
}

bool check_all(Session *s, const Steps *steps, const Broken *broken)
{
    Settings before = s->settings;
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (define_is_definition(stmt->kind) || stmt->kind == AST_STMT_LET_VALUE ||
            broken_mentions(broken, stmt))
            continue;
        s->folder = steps->item[i].folder;
        ok &= check_statement(s, stmt);
    }
    s->settings = before;
    return ok;
}
