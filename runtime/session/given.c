/* Values from the command line: a name that no script that was read mentions is a slip,
   and what runs would not be what was asked for. */
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/internal.h"

#include <string.h>

typedef struct {
    Session *session;
    const AstVisitor *visitor;
    Suggest *near; /* NULL: marks what is met; else collects what there is */
    bool in_parameter;
} Met;

static void meet(Met *met, const char *name)
{
    Session *s = met->session;
    if (met->near)
        suggest_offer(met->near, name);
    for (size_t i = 0; i < s->n_variable && !met->near; i++) {
        if (s->variable[i].given && ascii_same(s->variable[i].name, name))
            s->variable[i].met = true;
    }
}

static void begin_node(void *data, WalkRole role, const char *word, Span span)
{
    (void)role;
    (void)span;
    ((Met *)data)->in_parameter = strcmp(word, "parameter") == 0;
}

static void end_node(void *data)
{
    ((Met *)data)->in_parameter = false;
}

static void meet_name(void *data, const AstName *name)
{
    if (((Met *)data)->in_parameter)
        meet(data, name->text);
}

static void look_into(void *data, const AstText *text)
{
    for (size_t i = 0; i < text->n_part; i++) {
        if (text->part[i].expr)
            ast_walk_expr(((Met *)data)->visitor, text->part[i].expr);
    }
}

static void walk(Session *s, const Steps *steps, Suggest *near)
{
    Met met = {.session = s, .near = near};
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &met,
                                                  .begin = begin_node,
                                                  .end = end_node,
                                                  .name = meet_name,
                                                  .text = look_into});
    met.visitor = &visitor;
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (stmt->kind == AST_STMT_LET_VALUE || stmt->kind == AST_STMT_LET_QUERY)
            meet(&met, stmt->as.let.name.text);
        ast_walk_stmt(&visitor, stmt);
    }
}

void given_meet(Session *s, const Steps *steps)
{
    bool any = false;
    for (size_t i = 0; i < s->n_variable; i++)
        any |= s->variable[i].given && !s->variable[i].met;
    if (any)
        walk(s, steps, NULL);
}

bool given_check(Session *s, const Steps *steps)
{
    bool ok = true;
    for (size_t i = 0; i < s->n_variable && s->all_met; i++) {
        const Variable *var = &s->variable[i];
        if (!var->given || var->met)
            continue;
        Suggest near;
        suggest_init(&near, var->name);
        walk(s, steps, &near);
        Diag *d = diag_error_at_large(&s->sink, DIAG_PARAMETER,
                                      "`%s` was given a value, and nothing uses `$%s`",
                                      var->name, var->name);
        if (near.count)
            diag_help(&s->sink, d, "did you mean `%s`?", near.found[0]);
        ok = false;
    }
    return ok;
}
