/* The words of the kinds in parser/ast.def. */
#include "parser/ast.h"

static const char *const expr_text[] = {
#define AST_EXPR(name, text) text,
#include "parser/ast.def"
};

static const char *const op_text[] = {
#define AST_OP(name, text) text,
#include "parser/ast.def"
};

static const char *const unit_text[] = {
#define AST_UNIT(name, text, plural) text,
#include "parser/ast.def"
};

static const char *const stmt_text[] = {
#define AST_STMT(name, text) text,
#include "parser/ast.def"
};

static const char *const clause_text[] = {
#define AST_CLAUSE(name, text) text,
#include "parser/ast.def"
};

static const char *const context_text[] = {
#define AST_CONTEXT(name, text) text,
#include "parser/ast.def"
};

static const char *const source_item_text[] = {
#define AST_SOURCE_ITEM(name, text) text,
#include "parser/ast.def"
};

static const char *const steering_item_text[] = {
#define AST_STEERING_ITEM(name, text) text,
#include "parser/ast.def"
};

const char *ast_expr_text(AstExprKind kind)
{
    return expr_text[kind];
}

const char *ast_op_text(AstOp op)
{
    return op_text[op];
}

const char *ast_unit_text(AstUnit unit)
{
    return unit_text[unit];
}

const char *ast_stmt_text(AstStmtKind kind)
{
    return stmt_text[kind];
}

const char *ast_clause_text(AstClauseKind kind)
{
    return clause_text[kind];
}

const char *ast_context_text(AstContextKind kind)
{
    return context_text[kind];
}

const char *ast_source_item_text(AstSourceItemKind kind)
{
    return source_item_text[kind];
}

const char *ast_steering_item_text(AstSteeringItemKind kind)
{
    return steering_item_text[kind];
}
