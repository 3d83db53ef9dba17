/* Audiences: what they say of a person, and what a person sees of the rows of each
   source. $user is the person's name; nothing else is known here of who asks. */
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

#include <string.h>

/* Words that an audience has once. */
static bool take_item(Resolver *r, Audience *audience, const AstSteeringItem *item)
{
    const AstExpr **place = item->kind == AST_STEERING_ITEM_WHEN   ? &audience->when
                            : item->kind == AST_STEERING_ITEM_SEES ? &audience->sees
                                                                   : NULL;
    bool is_level = item->kind == AST_STEERING_ITEM_LEVEL;
    if ((place && *place) || (is_level && audience->level)) {
        diag_error(r->sink, DIAG_CLAUSE_TWICE, item->span,
                   "the audience `%s` says `%s` twice", audience->name,
                   ast_steering_item_text(item->kind));
        return false;
    }
    if (place)
        *place = item->expr;
    if (is_level)
        audience->level = item->name.text;
    return true;
}

bool audience_declare(Resolver *r, const AstStmt *stmt)
{
    Model *model = r->model;
    AstName name = stmt->as.steering.name;
    const Audience *other = model_find_audience(model, name.text);
    Audience audience = {
        .name = name.text, .title = stmt->as.steering.title.text, .span = name.span};
    if (other) {
        Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                             "there is an audience `%s` already", name.text);
        diag_note(r->sink, d, &other->span, "it is declared here");
        return false;
    }
    for (uint32_t i = 0; i < stmt->as.steering.items.count; i++) {
        if (!take_item(r, &audience, &stmt->as.steering.items.item[i]))
            return false;
    }
    ARENA_PUSH(r->arena, model->audience, model->n_audience, model->cap_audience,
               audience);
    return true;
}

/* A resolver that knows who $user is; what it reads lives as long as the model. */
static Resolver for_person(const Resolver *r, const Audience *audience,
                           const char *user)
{
    Resolver own = *r;
    own.arena = r->model->arena;
    own.exprs = r->model->exprs;
    currency_suspend(&own);
    AstExpr *text = ARENA_NEW(own.arena, AstExpr);
    text->kind = AST_EXPR_TEXT;
    text->span = audience->span;
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

Question *resolve_membership(Resolver *r, const Audience *audience, const char *user)
{
    Resolver own = for_person(r, audience, user);
    AstItem item = {.value = (AstExpr *)(uintptr_t)audience->when,
                    .span = audience->when->span};
    AstQuestion *ast = ARENA_NEW(own.arena, AstQuestion);
    ast->items.item = arena_memdup(own.arena, &item, sizeof item);
    ast->items.count = 1;
    ast->span = audience->when->span;
    Question *q = resolve_question(&own, ast);
    if (!q)
        return NULL;
    if (!q->n_by && q->n_item == 1 && q->item[0].type.kind == VALUE_BOOLEAN)
        return q;
    Diag *d = diag_error(r->sink, DIAG_TYPE, audience->when->span,
                         "`when` says of a person whether they belong to `%s`",
                         audience->name);
    diag_help(r->sink, d, "as `when $user in (show person from staff)`");
    return NULL;
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

bool resolve_check_audience(Resolver *r, const AstStmt *stmt)
{
    const Audience *audience =
        model_find_audience(r->model, stmt->as.steering.name.text);
    Resolver own = for_person(r, audience, "");
    bool ok = !audience->when || resolve_membership(r, audience, "");
    return (!audience->sees ||
            define_fits_somewhere(&own, sees_fits, audience->sees)) &&
           ok;
}

void resolve_sees(Resolver *r, const Audience *audience, const char *user)
{
    Resolver own = for_person(r, audience, user);
    for (size_t i = 0; i < r->model->n_source; i++) {
        Source *source = r->model->source[i];
        Hush hush = resolve_hush(r);
        if (!source->sees)
            source->sees = sees_of(&own, source, audience->sees);
        resolve_unhush(r, hush);
    }
}
