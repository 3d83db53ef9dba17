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

static const AstQuestion *question_of(const AstStmt *asked)
{
    switch (asked->kind) {
    case AST_STMT_QUESTION:
    case AST_STMT_BRIDGE:
    case AST_STMT_WHY:
    case AST_STMT_FORECAST:
    case AST_STMT_BACKTEST:
        return asked->as.question;
    default:
        return NULL;
    }
}

bool lesson_is_ordered(const AstStmt *asked)
{
    const AstQuestion *ast = question_of(asked);
    return ast && (ast->clause[AST_CLAUSE_SORT] || ast->clause[AST_CLAUSE_TOP] ||
                   ast->clause[AST_CLAUSE_BOTTOM]);
}

void answers_let_go(Answers *answers)
{
    for (size_t i = 0; i < answers->count; i++)
        result_unref(answers->item[i]);
    *answers = (Answers){0};
}

static void take_captured(Session *s, Answers *answers)
{
    for (size_t i = 0; i < s->n_capture; i++) {
        if (s->capture[i].result)
            ARENA_PUSH(s->statement, answers->item, answers->count, answers->cap,
                       result_ref((Result *)(uintptr_t)s->capture[i].result));
    }
}

/* It is asked as if nobody had: nothing is printed, counted or kept of it. */
bool lesson_answers(Session *s, const AstStmt *asked, Answers *answers)
{
    size_t n_alarm = s->n_alarm, n_warning = s->n_warning;
    const AstQuestion *last = s->last_question;
    SessionOptions options = s->options;
    Step step = {.stmt = asked, .folder = s->folder};
    *answers = (Answers){0};
    s->options.dump = SESSION_DUMP_NONE;
    s->options.keeps = false;
    s->options.output.timed = NULL;
    Capture outer = capture_begin(s);
    bool ok = run_step(s, &step);
    take_captured(s, answers);
    capture_end(s, outer);
    s->options = options;
    s->last_question = last;
    s->n_alarm = n_alarm;
    s->n_warning = n_warning;
    return ok;
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

/* Something to be held against an answer, that leaves nothing behind. */
static bool check_expected(Session *s, const AstStmt *asked)
{
    const AstQuestion *ast = question_of(asked);
    bool is_answer = ast || asked->kind == AST_STMT_SOLVE ||
                     asked->kind == AST_STMT_CASCADE || asked->kind == AST_STMT_CHECK ||
                     asked->kind == AST_STMT_MAP || asked->kind == AST_STMT_BRIEF ||
                     asked->kind == AST_STMT_ADOPTION;
    if (!is_answer)
        return refuse(s, asked->span, "this has no answer that could be expected",
                      "expect what answers with a table: show, forecast, why, ...");
    if (ast && ast->clause[AST_CLAUSE_KEEP])
        return refuse(s, ast->clause[AST_CLAUSE_KEEP]->span,
                      "what is expected is not kept", "leave `keep` out");
    return check_statement(s, asked);
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
        return stmt->kind == AST_STMT_HINT || check_expected(s, stmt->as.expected);
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

bool lesson_has_value(const Answers *answers)
{
    for (size_t n = 0; n < answers->count; n++) {
        const Result *result = answers->item[n];
        for (size_t i = 0; i < result->n_column; i++) {
            bool counts = result->column[i].role == COLUMN_MEASURE || result->is_list;
            for (uint32_t row = 0; counts && row < result->n_row; row++) {
                if (!vector_is_empty(&result->column[i].vec, row))
                    return true;
            }
        }
    }
    return false;
}

/* Is all of one among the other? */
static bool holds_all(const Answers *wanted, const Answers *found)
{
    for (size_t i = 0; i < wanted->count; i++) {
        if (judge_any(wanted->item[i], found->item, found->count, false).as !=
            JUDGED_RIGHT)
            return false;
    }
    return true;
}

/* The first answer is what the others are held against. */
static bool prove_ask(Session *s, const AstReport *lesson, uint32_t at)
{
    Answers first = {0};
    bool ok = true;
    const AstStmt *stmt;
    for (uint32_t n = 0; ok && (stmt = lesson_part(lesson, at, AST_STMT_EXPECT, n));
         n++) {
        Answers answers;
        ok = lesson_answers(s, stmt->as.expected, &answers);
        if (ok && !lesson_has_value(&answers))
            ok = refuse(s, stmt->span, "what is expected has no value",
                        "ask for something that the data have");
        else if (ok && n && !holds_all(&first, &answers))
            ok = refuse(s, stmt->span, "this is another answer than the one before it",
                        "what one `ask` expects has to say the same");
        if (!n)
            first = answers;
        else
            answers_let_go(&answers);
    }
    answers_let_go(&first);
    return ok;
}

static bool prove_lesson(Session *s, const AstReport *lesson)
{
    bool ok = true;
    for (uint32_t at = 0; at < lesson->body.count; at++) {
        if (lesson->body.item[at]->kind == AST_STMT_ASK)
            ok &= prove_ask(s, lesson, at);
    }
    return ok;
}

/* Under the settings that stand above them. */
bool lessons_prove(Session *s, const Steps *steps)
{
    Settings before = s->settings;
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        s->folder = steps->item[i].folder;
        if (stmt->kind == AST_STMT_SET)
            ok &= settings_set(s, stmt);
        else if (stmt->kind == AST_STMT_LESSON)
            ok &= prove_lesson(s, stmt->as.report);
    }
    s->settings = before;
    return ok;
}
