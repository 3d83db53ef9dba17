/* What a person sees of the rows of each source. $user is the person's name; nothing
   else is known here of who asks. */
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

#include <string.h>

/* A resolver that knows who $user is; what it reads lives as long as the model. */
static Resolver for_person(const Resolver *r, const Audience *audience,
                           const char *user)
{
    Resolver own = *r;
    own.arena = r->model->arena;
    own.exprs = r->model->exprs;
    around_suspend(&own);
    AstExpr *text = ARENA_NEW(own.arena, AstExpr);
    text->kind = AST_EXPR_TEXT;
    text->span = audience->head.span;
    text->as.text.text = user;
    text->as.text.len = strlen(user);
    Variable *variable = ARENA_ARRAY(own.arena, Variable, r->n_variable + 1);
    if (r->n_variable)
        memcpy(variable, r->variable, r->n_variable * sizeof *variable);
    variable[r->n_variable] = (Variable){.name = "user", .value = text};
    own.variable = variable;
    own.n_variable = r->n_variable + 1;
    return own;
}

/* Dimensions only: what a source does not declare, it does not have. */
static const Expr *sees_of(Resolver *r, const Source *source, const AstExpr *sees)
{
    RowScope scope = {r, source, false, NULL, NULL, NULL};
    const Expr *expr = row_condition(&scope, sees);
    return dated_bind(r, expr, source, source_default_axis(source), sees->span);
}

static bool sees_fits(Resolver *r, Source *source, const void *what)
{
    return sees_of(r, source, what) != NULL;
}

bool resolve_check_sees(Resolver *r, const AstStmt *stmt)
{
    const Audience *audience =
        steering_audience(&r->model->steering, stmt->as.steering.name.text);
    if (!audience || !audience->sees)
        return true;
    Resolver own = for_person(r, audience, "");
    return define_fits_somewhere(&own, sees_fits, audience->sees);
}

void resolve_sees(Resolver *r, const Audience *audience, const char *user)
{
    Resolver own = for_person(r, audience, user);
    for (size_t i = 0; i < r->model->n_source; i++) {
        Source *source = r->model->source[i];
        DiagHush hush = diag_hush(r->sink);
        if (!source->sees)
            source->sees = sees_of(&own, source, audience->sees);
        diag_unhush(r->sink, hush);
    }
}
