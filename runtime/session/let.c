/* `let`. A value is put in the place of its name when it is read, so it may name only
   those before it: none can lead back to itself. An answer is asked once, where its
   statement stands, and kept as long as the session. */
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/internal.h"

#include <string.h>

typedef struct {
    Session *session;
    bool in_parameter;
    bool ok;
} Names;

static bool is_known(const Session *s, const char *name)
{
    for (size_t i = 0; i < s->n_variable; i++) {
        if (ascii_same(s->variable[i].name, name))
            return true;
    }
    return false;
}

static void begin_node(void *data, WalkRole role, const char *word, Span span)
{
    Names *names = data;
    (void)role;
    (void)span;
    names->in_parameter = strcmp(word, "parameter") == 0;
}

static void end_node(void *data)
{
    ((Names *)data)->in_parameter = false;
}

static void check_name(void *data, const AstName *name)
{
    Names *names = data;
    Session *s = names->session;
    if (!names->in_parameter || is_known(s, name->text))
        return;
    Suggest suggest;
    suggest_init(&suggest, name->text);
    for (size_t i = 0; i < s->n_variable; i++)
        suggest_offer(&suggest, s->variable[i].name);
    Diag *d = diag_error(&s->sink, DIAG_UNKNOWN_NAME, name->span,
                         "there is no value `$%s` before this one", name->text);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `$%s`?", suggest.found[0]);
    names->ok = false;
}

/* A value from the command line wins over the script's. */
static bool is_given(const Session *s, const char *name)
{
    for (size_t i = 0; i < s->n_variable; i++) {
        if (s->variable[i].given && ascii_same(s->variable[i].name, name))
            return true;
    }
    return false;
}

bool let_run(Session *s, const AstStmt *stmt)
{
    Variable variable = {.name = stmt->as.let.name.text, .value = stmt->as.let.value};
    if (is_given(s, variable.name))
        return true;
    Names names = {s, false, true};
    AstVisitor visitor = ast_visitor((AstVisitor){
        .data = &names, .begin = begin_node, .end = end_node, .name = check_name});
    ast_walk_expr(&visitor, variable.value);
    if (!names.ok)
        return false;
    variable.is_all = variable.value->kind == AST_EXPR_ALL;
    session_add_variable(s, variable);
    return true;
}

bool let_declare(Session *s, const AstStmt *stmt)
{
    Variable variable = {.name = stmt->as.let.name.text};
    if (is_given(s, variable.name))
        return true;
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    variable.kept = origin_keep(&r, stmt->as.let.query, stmt->as.let.name);
    if (!variable.kept)
        return false;
    session_add_variable(s, variable);
    return true;
}

bool let_keep(Session *s, const AstStmt *stmt)
{
    Span span = stmt->as.let.name.span;
    KeptRows *kept = NULL;
    for (size_t i = 0; i < s->n_variable; i++) {
        const Source *source = s->variable[i].kept;
        if (source && source->span.file == span.file &&
            source->span.begin == span.begin)
            kept = source->origin.kept;
    }
    if (!kept || kept->result)
        return true; /* given on the command line, or asked already */
    session_ready_executor(s);
    Result *result = execute_keys(&s->executor, kept->question);
    session_place_errors(s, stmt->as.let.query->span);
    if (!result)
        return false;
    kept->result = result;
    ARENA_PUSH(s->arena, s->kept, s->n_kept, s->cap_kept, result);
    return true;
}
