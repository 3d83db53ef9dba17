/* Lessons as they are declared: texts, questions, and what is asked with the answers
   that are expected. */
#include "runtime/learn/judge.h"
#include "runtime/session/internal.h"

bool lesson_stands_alone(Session *s, const AstStmt *stmt)
{
    Span span = {stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
    Diag *d = diag_error(&s->sink, DIAG_LESSON, span, "`%s` stands in a lesson",
                         ast_stmt_text(stmt->kind));
    diag_help(
        &s->sink, d,
        "lesson NAME { ask \"How much?\" expect show revenue hint \"show ...\" }");
    return false;
}

const AstStmt *lesson_part(const AstReport *lesson, uint32_t at, AstStmtKind kind,
                           uint32_t n)
{
    for (uint32_t i = at + 1; i < lesson->body.count; i++) {
        const AstStmt *stmt = lesson->body.item[i];
        if (stmt->kind == AST_STMT_ASK)
            break;
        if (stmt->kind == kind && n-- == 0)
            return stmt;
    }
    return NULL;
}

bool lesson_is_ordered(const AstQuestion *ast)
{
    return ast->clause[AST_CLAUSE_SORT] || ast->clause[AST_CLAUSE_TOP] ||
           ast->clause[AST_CLAUSE_BOTTOM];
}

Result *lesson_answer(Session *s, const AstQuestion *ast)
{
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    const Question *q = resolve_question(&r, ast);
    session_ready_executor(s);
    Result *result = q ? execute_question(&s->executor, q) : NULL;
    session_place_errors(s, ast->span);
    expr_table_free(exprs);
    return result;
}

static bool refuse(Session *s, Span span, const char *what, const char *help)
{
    span.end = span.begin + 1;
    Diag *d = diag_error(&s->sink, DIAG_LESSON, span, "%s", what);
    diag_help(&s->sink, d, "%s", help);
    return false;
}

static bool may_stand(const AstStmt *stmt)
{
    return stmt->kind == AST_STMT_ASK || stmt->kind == AST_STMT_EXPECT ||
           stmt->kind == AST_STMT_HINT || stmt->kind == AST_STMT_TEXT ||
           stmt->kind == AST_STMT_QUESTION || stmt->kind == AST_STMT_BRIDGE ||
           stmt->kind == AST_STMT_WHY || stmt->kind == AST_STMT_FORECAST ||
           stmt->kind == AST_STMT_BACKTEST || stmt->kind == AST_STMT_SOLVE ||
           stmt->kind == AST_STMT_CASCADE || stmt->kind == AST_STMT_EXPLAIN ||
           stmt->kind == AST_STMT_CHECK || stmt->kind == AST_STMT_MAP ||
           stmt->kind == AST_STMT_BRIEF || stmt->kind == AST_STMT_ADOPTION;
}

static bool check_part(Session *s, const AstReport *lesson, uint32_t at, bool asked)
{
    const AstStmt *stmt = lesson->body.item[at];
    if (!may_stand(stmt))
        return refuse(
            s, stmt->span, "this cannot stand in a lesson",
            "a lesson holds text, what asks and prints, ask, expect and hint");
    if (stmt->kind == AST_STMT_EXPECT || stmt->kind == AST_STMT_HINT) {
        if (!asked)
            return refuse(s, stmt->span, "nothing is asked that this belongs to",
                          "put `ask \"...\"` before it");
        return stmt->kind == AST_STMT_HINT || check_question(s, stmt->as.question);
    }
    if (stmt->kind == AST_STMT_ASK)
        return lesson_part(lesson, at, AST_STMT_EXPECT, 0) ||
               refuse(s, stmt->span, "it is not said what answers this",
                      "put `expect show ...` behind it");
    return check_statement(s, stmt);
}

bool lesson_check(Session *s, const AstStmt *stmt)
{
    const AstReport *lesson = stmt->as.report;
    bool ok = true, asked = false;
    for (uint32_t i = 0; i < lesson->body.count; i++) {
        asked |= lesson->body.item[i]->kind == AST_STMT_ASK;
        ok &= check_part(s, lesson, i, asked);
    }
    if (!asked)
        return refuse(s, lesson->name.span, "this lesson asks nothing",
                      "put `ask \"...\" expect show ...` in it") &&
               ok;
    return ok;
}

/* Does it say anything? */
static bool has_value(const Result *result)
{
    for (size_t i = 0; i < result->n_column; i++) {
        for (uint32_t row = 0; row < result->n_row; row++) {
            if (result->column[i].role == COLUMN_MEASURE || result->is_list) {
                if (!vector_is_empty(&result->column[i].vec, row))
                    return true;
            }
        }
    }
    return false;
}

/* The first answer is what the others are held against. */
static bool prove_ask(Session *s, const AstReport *lesson, uint32_t at)
{
    Result *first = NULL;
    bool ok = true;
    const AstStmt *stmt;
    for (uint32_t n = 0; ok && (stmt = lesson_part(lesson, at, AST_STMT_EXPECT, n));
         n++) {
        const AstQuestion *ast = stmt->as.question;
        Result *result = lesson_answer(s, ast);
        if (!result)
            ok = false;
        else if (!has_value(result))
            ok = refuse(s, stmt->span, "what is expected has no value",
                        "ask for something that the data have");
        else if (first && judge(first, result, false).as != JUDGED_RIGHT)
            ok = refuse(s, stmt->span, "this is another answer than the one before it",
                        "what one `ask` expects has to say the same");
        if (!first)
            first = result;
        else if (result)
            result_unref(result);
    }
    if (first)
        result_unref(first);
    return ok;
}

bool lessons_prove(Session *s, const Steps *steps)
{
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (stmt->kind != AST_STMT_LESSON)
            continue;
        const AstReport *lesson = stmt->as.report;
        for (uint32_t at = 0; at < lesson->body.count; at++) {
            if (lesson->body.item[at]->kind == AST_STMT_ASK)
                ok &= prove_ask(s, lesson, at);
        }
    }
    return ok;
}
