/* `commit`: what somebody stands for. */
#include "parser/build.h"

#include "parser/context.h"

AstStmt *build_commit(ParseCtx *cx, AstName measure, AstExpr *value,
                      AstQuestion *question)
{
    AstStmt *stmt = ARENA_NEW(cx->arena, AstStmt);
    AstPath path = build_path(cx, (AstPath){0}, measure);
    AstItem item = {.value = build_path_expr(cx, path), .span = measure.span};
    AstItems items = build_items(cx, (AstItems){0}, &item);
    stmt->kind = AST_STMT_COMMIT;
    stmt->as.commit.value = value;
    stmt->as.commit.question = build_question(cx, question, false, items, measure.span);
    return stmt;
}

AstStmt *build_commit_by(ParseCtx *cx, AstStmt *commit, AstText by, Span keyword)
{
    build_once(cx, commit->as.commit.by.text != NULL, "by", keyword);
    commit->as.commit.by = by;
    return commit;
}
