/* `explain`: what a name means, or how a question is answered. */
#include "runtime/base/ascii.h"
#include "runtime/session/describe.h"
#include "runtime/session/internal.h"

static bool emit_text(Session *s, const StrBuf *sb)
{
    Block block = {BLOCK_TEXT, arena_strndup(s->statement, sb->text, sb->len), NULL};
    return run_emit(s, &block);
}

bool explain_question(Session *s, const AstQuestion *ast, bool plan_only)
{
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    const Question *q = resolve_question(&r, ast);
    StrBuf sb;
    strbuf_init(&sb);
    if (q)
        plan_dump(&sb, plan_question(s->statement, q));
    (void)plan_only;
    bool ok = q && emit_text(s, &sb);
    strbuf_release(&sb);
    expr_table_free(exprs);
    return ok;
}

/* `explain a / b` is about the question that shows it. */
static const AstQuestion *as_question(Session *s, const AstExpr *what)
{
    AstQuestion *ast = ARENA_NEW(s->statement, AstQuestion);
    AstItem item = {.value = arena_memdup(s->statement, what, sizeof *what),
                    .span = what->span};
    ast->items.item = arena_memdup(s->statement, &item, sizeof item);
    ast->items.count = 1;
    ast->span = what->span;
    return ast;
}

/* a.b is looked up as its last name. */
static const char *name_of(const AstExpr *what)
{
    if (what->kind != AST_EXPR_PATH)
        return NULL;
    return what->as.path.item[what->as.path.count - 1].text;
}

bool explain_check(Session *s, const AstExpr *what)
{
    const char *name = name_of(what);
    if (!name)
        return check_question(s, as_question(s, what));
    StrBuf sb;
    strbuf_init(&sb);
    bool known = describe_name(&sb, &s->model, s->texts, name, 0);
    if (!known && sb.len) {
        strbuf_truncate(&sb, sb.len - 1);
        diag_error(&s->sink, DIAG_UNKNOWN_NAME, what->span, "%s", sb.text);
    }
    strbuf_release(&sb);
    return known;
}

bool explain_run(Session *s, const AstStmt *stmt)
{
    if (stmt->as.explain.question)
        return explain_question(s, stmt->as.explain.question, false);
    const char *name = name_of(stmt->as.explain.expr);
    if (!name)
        return explain_question(s, as_question(s, stmt->as.explain.expr), false);
    StrBuf sb;
    strbuf_init(&sb);
    bool ok = describe_name(&sb, &s->model, s->texts, name, s->settings.width) &&
              emit_text(s, &sb);
    strbuf_release(&sb);
    return ok;
}
