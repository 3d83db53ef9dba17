/* Questions of the session's own: completion, `check model` and warnings ask what a
   person could ask, as text. */
#include "runtime/session/internal.h"

#include <string.h>

Result *session_ask(Session *s, const char *name, const char *text, AskFor want)
{
    const SourceText *source = source_texts_add(s->texts, name, text, strlen(text));
    source_texts_set_module(s->texts, source->file); /* aliases may hide any name */
    ParseResult parsed = parse_text(source, PARSE_SCRIPT, s->statement, &s->sink);
    if (parsed.status != PARSE_OK || !parsed.script->stmts.count)
        return NULL;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    const Question *q = resolve_question(&r, parsed.script->stmts.item[0]->as.question);
    session_ready_executor(s);
    Result *result = NULL;
    if (q && want == ASK_KEYS)
        result = execute_keys(&s->executor, q);
    else if (q && want == ASK_OPENLY)
        result = execute_openly(&s->executor, q);
    else if (q)
        result = execute_question(&s->executor, q);
    expr_table_free(exprs);
    return result;
}
