/* Who asks: the audience that the model puts a person in, what they see, and what they
   may say. Until that is known nothing is seen. */
#include "runtime/session/internal.h"

#include <pwd.h>
#include <unistd.h>

/* Is the person one of the audience? false with *ok false: reported. */
static bool belongs(Session *s, const Audience *audience, bool *ok)
{
    if (!audience->when)
        return audience->sees != NULL;
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    const Question *q = resolve_membership(&r, audience, s->options.person);
    session_ready_executor(s);
    Result *result = q ? execute_openly(&s->executor, q) : NULL;
    *ok = result != NULL;
    Value value = {.empty = true};
    if (result && result->n_row == 1)
        value = result_value(result, 0, 0);
    result_unref(result);
    return !value.empty && value.as.boolean;
}

static bool find_audience(Session *s)
{
    bool ok = true;
    for (size_t i = 0; ok && i < s->model.n_audience && !s->audience; i++) {
        if (belongs(s, &s->model.audience[i], &ok))
            s->audience = arena_memdup(s->arena, &s->model.audience[i],
                                       sizeof s->model.audience[i]);
    }
    return ok;
}

bool person_find(Session *s)
{
    if (!s->options.person)
        return true;
    if (!s->audience && !find_audience(s))
        return false;
    if (!s->audience)
        return true; /* another text may say who they are */
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    if (s->audience->sees)
        resolve_sees(&r, s->audience, s->options.person);
    s->executor.person = s->audience->sees ? s->options.person : NULL;
    executor_forget(&s->executor); /* rows that were read before */
    return true;
}

bool person_log_in(Session *s, Span span)
{
    if (s->options.person)
        return true;
    const struct passwd *login = getpwuid(getuid());
    if (s->is_preparing && login) {
        s->options.person = arena_strdup(s->arena, login->pw_name);
        s->executor.person = s->options.person;
        return true;
    }
    if (!login)
        diag_error(&s->sink, DIAG_PERSON, span, "nobody is logged in by a name");
    else
        diag_error(&s->sink, DIAG_PERSON, span,
                   "`set user` stands above all that shows something");
    return false;
}

bool person_is_known(Session *s, Span span)
{
    const char *name = s->options.person;
    if (!name || s->audience)
        return true;
    Diag *d =
        diag_error(&s->sink, DIAG_PERSON, span,
                   s->model.n_audience
                       ? "`%s` belongs to no audience of the model"
                       : "nothing says what `%s` may see: the model has no audience",
                   name);
    diag_help(&s->sink, d,
              "`audience reps level operational when $user in (show person from staff) "
              "sees person = $user`");
    return false;
}

static bool only_asks(AstStmtKind kind)
{
    switch (kind) {
    case AST_STMT_USE:
    case AST_STMT_MEASURE:
    case AST_STMT_DIMENSION:
    case AST_STMT_PROFILE:
    case AST_STMT_LET_VALUE:
    case AST_STMT_LET_FUNCTION:
    case AST_STMT_LET_QUERY:
    case AST_STMT_REQUIRE:
    case AST_STMT_SET:
    case AST_STMT_REPORT:
    case AST_STMT_QUESTION:
    case AST_STMT_BRIDGE:
    case AST_STMT_REFINE:
    case AST_STMT_RUN:
    case AST_STMT_TEXT:
    case AST_STMT_EXPLAIN:
    case AST_STMT_SOLVE:
    case AST_STMT_FORECAST:
    case AST_STMT_BACKTEST:
    case AST_STMT_WHY:
    case AST_STMT_BRIEF:
    case AST_STMT_LEARN:
        return true;
    case AST_STMT_OPEN:
    case AST_STMT_SOURCE:
    case AST_STMT_CURRENCY:
    case AST_STMT_CALENDAR:
    case AST_STMT_CHECK:
    case AST_STMT_AUDIENCE:
    case AST_STMT_INDICATOR:
    case AST_STMT_STRATEGY:
        return false;
    }
    UNREACHABLE("statement");
}

bool person_refuses(Session *s, Span span, const char *what)
{
    if (!s->is_guarded)
        return false;
    Diag *d =
        diag_error(&s->sink, DIAG_NOT_ALLOWED, span,
                   "%s is not for `%s`, who is asked as", what, s->options.person);
    diag_help(&s->sink, d, "what a person types only asks; it belongs in the model");
    return true;
}

bool person_may(Session *s, const Steps *steps)
{
    bool ok = true;
    for (size_t i = 0; s->is_guarded && i < steps->count; i++) {
        const AstStmt *stmt = steps->item[i].stmt;
        if (only_asks(stmt->kind))
            continue;
        Span span = {stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
        person_refuses(s, span,
                       arena_printf(s->statement, "`%s`", ast_stmt_text(stmt->kind)));
        ok = false;
    }
    return ok;
}

void session_guard(Session *s)
{
    s->is_guarded = s->options.person != NULL;
}
