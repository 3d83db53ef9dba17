/* Parameters that may be `all`: a whole comparison with one, joined by `and`, is
   dropped when it is; anywhere else it is an error. */
#include "runtime/resolve/clauses.h"

bool clause_is_all(Resolver *r, const AstExpr *ast)
{
    if (ast->kind != AST_EXPR_PARAMETER)
        return false;
    const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
    return var && var->is_all;
}

static bool is_dropped(Resolver *r, const AstExpr *ast)
{
    if (ast->kind == AST_EXPR_COMPARE)
        return clause_is_all(r, ast->as.compare.left) ||
               clause_is_all(r, ast->as.compare.right);
    if (ast->kind == AST_EXPR_IN_SET)
        return clause_is_all(r, ast->as.in.set);
    if (ast->kind == AST_EXPR_IN_LIST)
        return ast->as.in.list.count == 1 && clause_is_all(r, ast->as.in.list.item[0]);
    return false;
}

const AstExpr *clause_without_all(Resolver *r, const AstExpr *where)
{
    if (is_dropped(r, where))
        return NULL;
    if (where->kind != AST_EXPR_CHAIN || where->as.chain.terms.item[0].op != AST_OP_AND)
        return where;
    const AstTerms *old = &where->as.chain.terms;
    const AstExpr *first = clause_without_all(r, where->as.chain.first);
    AstExpr *copy = arena_memdup(r->arena, where, sizeof *where);
    copy->as.chain.first = arena_memdup(r->arena, first ? first : where, sizeof *where);
    copy->as.chain.terms.item = ARENA_ARRAY(r->arena, AstTerm, old->count);
    copy->as.chain.terms.count = 0;
    for (uint32_t i = 0; i < old->count; i++) {
        const AstExpr *kept = clause_without_all(r, old->item[i].operand);
        if (!kept)
            continue;
        if (!first) {
            first = kept;
            copy->as.chain.first = arena_memdup(r->arena, kept, sizeof *kept);
            continue;
        }
        copy->as.chain.terms.item[copy->as.chain.terms.count++] = old->item[i];
    }
    if (!first)
        return NULL;
    return copy->as.chain.terms.count ? copy : copy->as.chain.first;
}
