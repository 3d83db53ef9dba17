/* One walk over the whole syntax tree, in the order of writing, for what needs all of
   it: the dump and the formatter. */
#ifndef KOERS_PARSER_AST_WALK_H
#define KOERS_PARSER_AST_WALK_H

#include "parser/ast.h"

typedef enum {
    WALK_STMT,     /* a statement */
    WALK_ITEM,     /* an item in a block */
    WALK_CLAUSE,   /* a clause of a question; an attribute of a report or audience */
    WALK_NEGATION, /* an expression that begins with a minus */
    WALK_PATTERN,  /* weeks 4-4-5 */
    WALK_ARGUMENT, /* name: value, of run */
    WALK_NODE,     /* anything else */
} WalkRole;

typedef struct {
    void *data;
    /* A node begins or ends; `word` is its kind as in ast.def. */
    void (*begin)(void *data, WalkRole role, const char *word, Span span);
    void (*end)(void *data);
    void (*name)(void *data, const AstName *name);
    void (*text)(void *data, const AstText *text);
    void (*number)(void *data, const Decimal *number);
    void (*count)(void *data, uint64_t count);
    void (*word)(void *data, const char *word); /* a choice: descending, all, <= */
} AstVisitor;

/* The same visitor; what it leaves out does nothing. */
AstVisitor ast_visitor(AstVisitor v);

void ast_walk_script(const AstVisitor *v, const AstScript *script);
void ast_walk_stmt(const AstVisitor *v, const AstStmt *stmt);
void ast_walk_expr(const AstVisitor *v, const AstExpr *expr);
void ast_walk_question(const AstVisitor *v, const AstQuestion *question);

/* For the files of the walk: parts that statements and questions share. */
void walk_path(const AstVisitor *v, const AstPath *path);
void walk_paths(const AstVisitor *v, const char *word, const AstPaths *paths);
void walk_names(const AstVisitor *v, const char *word, const AstNames *names);
void walk_name(const AstVisitor *v, const char *word, const AstName *name);
void walk_text(const AstVisitor *v, const char *word, const AstText *text);
void walk_unit(const AstVisitor *v, const AstCalendarUnit *unit);
void walk_type(const AstVisitor *v, const AstType *type);
/* `word` and an expression, nothing when it is NULL. */
void walk_part(const AstVisitor *v, const char *word, const AstExpr *expr);
void walk_level_of(const AstVisitor *v, const AstLevelOf *what);
void walk_assign(const AstVisitor *v, const AstAssign *assign);

#endif
