/* `require`: what a module needs of the model that it runs over. All that is missing is
   said in one message, with a line to add for each. */
#include "runtime/session/internal.h"

#include <string.h>

typedef struct {
    Session *session;
    Broken *broken;
    StrBuf names, lines;
    size_t count;
    Span first;
} Needs;

static const char *written_type(Session *s, const AstType *type)
{
    if (!type)
        return "";
    if (!type->argument.text)
        return arena_printf(s->statement, " : %s", type->name.text);
    return arena_printf(s->statement, " : %s(%s)", type->name.text,
                        type->argument.text);
}

static void add_missing(Needs *n, const AstStmt *stmt)
{
    const char *what = stmt->as.require.is_dimension ? "dimension" : "measure";
    const char *name = stmt->as.require.name.text;
    if (n->count++ == 0)
        n->first = stmt->span;
    strbuf_addf(&n->names, "%s%s `%s`", n->count > 1 ? ", " : "", what, name);
    strbuf_addf(&n->lines, "\n%s %s%s = ...", what, name,
                written_type(n->session, stmt->as.require.type));
    ARENA_PUSH(n->session->statement, n->broken->name, n->broken->count, n->broken->cap,
               name);
}

static bool same_unit(const Unit *want, const Unit *have)
{
    if (want->kind != have->kind)
        return false;
    return want->kind != UNIT_MONEY || !want->currency[0] || !have->currency[0] ||
           memcmp(want->currency, have->currency, sizeof want->currency) == 0;
}

static bool check_type(Session *s, const AstStmt *stmt, const Measure *m)
{
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    Type want;
    if (!stmt->as.require.type)
        return true;
    if (!resolve_type(&r, stmt->as.require.type, &want))
        return false;
    if (want.kind == m->type.kind && same_unit(&want.unit, &m->type.unit))
        return true;
    Diag *d =
        diag_error(&s->sink, DIAG_REQUIRE, stmt->span,
                   "measure `%s` has to be %s here, and it is %s", m->name,
                   type_text(s->statement, want), type_text(s->statement, m->type));
    diag_note(&s->sink, d, &m->span, "it is defined here");
    return false;
}

/* Says what is missing, all of it at once. */
static void say_missing(const Needs *n)
{
    Diag *d = diag_error(&n->session->sink, DIAG_REQUIRE, n->first,
                         "the model does not have what is required: %s", n->names.text);
    diag_help(&n->session->sink, d, "add to the model:%s", n->lines.text);
}

static bool is_there(const Session *s, const AstStmt *stmt)
{
    const char *name = stmt->as.require.name.text;
    return stmt->as.require.is_dimension ? model_has_dim(&s->model, name)
                                         : model_find_measure(&s->model, name) != NULL;
}

void require_missing(Session *s, const Steps *steps, Broken *missing)
{
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (stmt->kind == AST_STMT_REQUIRE && !is_there(s, stmt))
            ARENA_PUSH(s->statement, missing->name, missing->count, missing->cap,
                       stmt->as.require.name.text);
    }
}

bool require_names(Session *s, const Steps *steps, bool whole, Broken *broken)
{
    Needs n = {.session = s, .broken = broken};
    strbuf_init(&n.names);
    strbuf_init(&n.lines);
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (stmt->kind != AST_STMT_REQUIRE || broken_mentions(broken, stmt))
            continue;
        if (!is_there(s, stmt))
            add_missing(&n, stmt);
    }
    if (n.count && whole)
        say_missing(&n);
    strbuf_release(&n.names);
    strbuf_release(&n.lines);
    return !n.count;
}

bool require_types(Session *s, const Steps *steps, const Broken *broken)
{
    bool ok = true;
    for (size_t i = 0; i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (stmt->kind != AST_STMT_REQUIRE || broken_mentions(broken, stmt))
            continue;
        const Measure *m = model_find_measure(&s->model, stmt->as.require.name.text);
        if (m && !stmt->as.require.is_dimension)
            ok &= check_type(s, stmt, m);
    }
    return ok;
}
