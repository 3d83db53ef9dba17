/* What a driver of a cascade is made of: products, quotients, sums and differences of
   measures, or of indicators. */
#include "runtime/session/cascade_term.h"

#include "runtime/session/about.h"

enum { DEPTH_MAX = 64 };

static const Measure *find(const Session *s, const Source *source, const AstExpr *ast)
{
    return ast->kind == AST_EXPR_PATH ? driver_measure(s, source, &ast->as.path) : NULL;
}

static bool is_constant(const AstExpr *ast)
{
    if (ast->kind == AST_EXPR_UNARY)
        return is_constant(ast->as.unary.operand);
    if (ast->kind == AST_EXPR_CHAIN) {
        bool ok = is_constant(ast->as.chain.first);
        for (uint32_t i = 0; ok && i < ast->as.chain.terms.count; i++)
            ok = is_constant(ast->as.chain.terms.item[i].operand);
        return ok;
    }
    return ast->kind == AST_EXPR_NUMBER || ast->kind == AST_EXPR_PERCENT ||
           ast->kind == AST_EXPR_MONEY || ast->kind == AST_EXPR_INTERVAL ||
           ast->kind == AST_EXPR_PARAMETER;
}

bool term_is_constant(CascadeTerm term)
{
    return is_constant(term.ast);
}

bool term_is_measure(const Session *s, CascadeTerm term)
{
    return !term.indicator && find(s, term.source, term.ast) != NULL;
}

static CascadeTerm plain(const AstExpr *ast, const Source *source)
{
    return (CascadeTerm){.ast = ast, .source = source};
}

/* What stands in the formula of an indicator, which was checked. */
static CascadeTerm in_formula(Session *s, const Indicator *of, const AstExpr *ast)
{
    if (ast->kind == AST_EXPR_PATH) {
        const char *name = ast->as.path.item[0].text;
        const Indicator *one = steering_indicator(&s->model.steering, name);
        return (CascadeTerm){.ast = one->measure, .indicator = one};
    }
    if (is_constant(ast))
        return plain(ast, NULL);
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    return (CascadeTerm){
        .ast = formula_expand(&r, of, ast), .indicator = of, .formula = ast};
}

CascadeTerm term_of_formula(Session *s, const Indicator *indicator)
{
    return in_formula(s, indicator, indicator->formula);
}

CascadeTerm term_named(Session *s, const AstPath *path)
{
    const char *last = path->item[path->count - 1].text;
    const Indicator *one =
        path->count == 1 ? steering_indicator(&s->model.steering, last) : NULL;
    const Measure *m = driver_measure(s, NULL, path);
    if (one && (!m || one->formula))
        return (CascadeTerm){.ast = one->measure, .indicator = one};
    return plain(m ? driver_path(s, path) : NULL, NULL);
}

/* The chain, or the name, that a term which can be taken apart is. */
static const AstExpr *written(CascadeTerm of)
{
    return of.formula ? of.formula : of.ast;
}

const char *term_name(Session *s, CascadeTerm term)
{
    const Measure *m = find(s, term.source, term.ast);
    if (term.indicator && !term.formula)
        return term.indicator->head.name;
    return m ? m->name : about_text(s, s->statement, written(term)->span);
}

/* A measure with a source is named by both. */
CascadeTerm term_free(Session *s, CascadeTerm term)
{
    const Measure *m = term.indicator ? NULL : find(s, term.source, term.ast);
    if (!m || !m->source || term.ast->as.path.count == 2)
        return term;
    Span span = term.ast->span;
    AstName *name = ARENA_ARRAY(s->statement, AstName, 2);
    name[0] = (AstName){.text = m->source->name, .span = span, .quoted = true};
    name[1] = (AstName){.text = m->name, .span = span, .quoted = true};
    term.ast =
        driver_path(s, &(AstPath){.item = name, .count = 2, .cap = 2, .span = span});
    return term;
}

bool term_same(const Session *s, CascadeTerm a, CascadeTerm b)
{
    if (a.formula || b.formula)
        return a.formula == b.formula;
    if (a.indicator && b.indicator)
        return a.indicator == b.indicator;
    const Measure *m = find(s, a.source, a.ast);
    return a.ast == b.ast || (m && m == find(s, b.source, b.ast));
}

/* May it be asked outside of its source? A name may: it is written with its source. */
static bool is_free(const Session *s, CascadeTerm term, bool is_inner)
{
    const AstExpr *ast = term.ast;
    if (!term.source || is_constant(ast))
        return true;
    if (ast->kind == AST_EXPR_PATH) {
        const Measure *m = find(s, term.source, ast);
        return m && (!is_inner || find(s, NULL, ast) == m);
    }
    if (ast->kind == AST_EXPR_UNARY)
        return is_free(s, plain(ast->as.unary.operand, term.source), true);
    bool ok = ast->kind == AST_EXPR_CHAIN &&
              is_free(s, plain(ast->as.chain.first, term.source), true);
    for (uint32_t i = 0; ok && i < ast->as.chain.terms.count; i++)
        ok = is_free(s, plain(ast->as.chain.terms.item[i].operand, term.source), true);
    return ok;
}

static bool is_product(const AstExpr *ast)
{
    AstOp op = ast->as.chain.terms.item[0].op;
    return op == AST_OP_MULTIPLY || op == AST_OP_DIVIDE;
}

static bool is_sum(const AstExpr *ast)
{
    AstOp op = ast->as.chain.terms.item[0].op;
    return op == AST_OP_ADD || op == AST_OP_SUBTRACT;
}

static bool is_chain(const AstExpr *ast)
{
    return ast->kind == AST_EXPR_CHAIN && (is_product(ast) || is_sum(ast));
}

bool term_is_flat(CascadeTerm of)
{
    return written(of)->kind == AST_EXPR_PATH || is_product(written(of));
}

uint32_t term_parts(CascadeTerm of)
{
    const AstExpr *ast = written(of);
    return ast->kind == AST_EXPR_PATH ? 1 : ast->as.chain.terms.count + 1;
}

static CascadeTerm operand(Session *s, CascadeTerm of, const AstExpr *ast)
{
    return of.formula ? in_formula(s, of.indicator, ast) : plain(ast, of.source);
}

TermPart term_part(Session *s, CascadeTerm of, uint32_t i)
{
    const AstExpr *ast = written(of);
    if (ast->kind == AST_EXPR_PATH)
        return (TermPart){of, false};
    const AstTerms *terms = &ast->as.chain.terms;
    if (!i)
        return (TermPart){operand(s, of, ast->as.chain.first), false};
    AstOp op = terms->item[i - 1].op;
    return (TermPart){operand(s, of, terms->item[i - 1].operand),
                      op == AST_OP_DIVIDE || op == AST_OP_SUBTRACT};
}

bool term_made_of(Session *s, CascadeTerm term, CascadeTerm *of)
{
    *of = term;
    if (!term.formula && term.indicator && term.indicator->formula)
        *of = term_of_formula(s, term.indicator);
    if (of->formula)
        return is_chain(of->formula);
    if (of->indicator != term.indicator)
        return term_made_of(s, *of, of); /* its formula is a name */
    of->indicator = NULL;
    if (term.ast->kind == AST_EXPR_PATH) {
        const Measure *m = find(s, term.source, term.ast);
        if (!m || m->ast->where || m->ast->axis.count ||
            m->ast->stock.kind != AST_STOCK_NONE ||
            m->ast->spread.kind != AST_SPREAD_NONE)
            return false;
        *of = plain(m->ast->value, m->source);
    }
    if (of->ast->kind == AST_EXPR_PATH)
        return find(s, of->source, of->ast) != NULL;
    bool ok = is_chain(of->ast);
    for (uint32_t i = 0; ok && i < term_parts(*of); i++)
        ok = is_free(s, term_part(s, *of, i).term, false);
    return ok;
}

/* M[to date] and M[rolling 12 months] are read at the end of a period. */
static bool is_running(const AstExpr *ast)
{
    bool found = false;
    if (ast->kind != AST_EXPR_BRACKET)
        return false;
    for (uint32_t i = 0; i < ast->as.bracket.items.count && !found; i++) {
        AstContextKind kind = ast->as.bracket.items.item[i].kind;
        found = kind == AST_CONTEXT_TO_DATE || kind == AST_CONTEXT_ROLLING;
    }
    return found || is_running(ast->as.bracket.base);
}

bool term_accumulates(Session *s, CascadeTerm of)
{
    bool found = false;
    for (uint32_t i = 0; !term_is_flat(of) && i < term_parts(of) && !found; i++)
        found = is_running(term_part(s, of, i).term.ast);
    return found;
}

static CascadeKind larger(CascadeKind a, CascadeKind b)
{
    return a > b ? a : b;
}

static CascadeKind kind_of(Session *s, CascadeTerm term, unsigned depth);

static CascadeKind kind_of_chain(Session *s, CascadeTerm of, unsigned depth)
{
    const AstTerms *terms = &written(of)->as.chain.terms;
    CascadeKind kind = kind_of(s, term_part(s, of, 0).term, depth);
    for (uint32_t i = 0; i < terms->count; i++) {
        CascadeKind next = kind_of(s, term_part(s, of, i + 1).term, depth);
        if (terms->item[i].op != AST_OP_DIVIDE)
            kind = larger(kind, next);
        else if (next == CASCADE_FLOW ||
                 (next == CASCADE_STOCK && kind != CASCADE_FLOW))
            kind = CASCADE_RATE;
    }
    return kind;
}

/* A mean is recomputed from quotients; a sum of them, or of what is spread, adds up. */
static CascadeKind kind_of_type(const Type *type)
{
    bool is_mean = type->quotient && type->add == ADD_DISTINCT;
    if (type->unit.kind == UNIT_PERCENT || is_mean || type->add == ADD_RATIO)
        return CASCADE_RATE;
    return type->add == ADD_FLOW ? CASCADE_FLOW : CASCADE_STOCK;
}

/* Of what is not made of anything. */
static CascadeKind kind_of_leaf(Session *s, CascadeTerm term, unsigned depth)
{
    if (term.indicator)
        return kind_of_type(&term.indicator->type);
    if (term.ast->kind == AST_EXPR_BRACKET)
        return kind_of(s, plain(term.ast->as.bracket.base, term.source), depth + 1);
    if (term.ast->kind == AST_EXPR_UNARY)
        return kind_of(s, plain(term.ast->as.unary.operand, term.source), depth + 1);
    const Measure *m = find(s, term.source, term.ast);
    return m ? kind_of_type(&m->type) : CASCADE_RATE;
}

static CascadeKind kind_of(Session *s, CascadeTerm term, unsigned depth)
{
    CascadeTerm of;
    if (depth >= DEPTH_MAX)
        return CASCADE_RATE;
    if (term_made_of(s, term, &of))
        return written(of)->kind == AST_EXPR_PATH ? kind_of(s, of, depth + 1)
                                                  : kind_of_chain(s, of, depth + 1);
    CascadeKind kind = kind_of_leaf(s, term, depth);
    return kind == CASCADE_FLOW && is_running(term.ast) ? CASCADE_STOCK : kind;
}

CascadeKind term_kind(Session *s, CascadeTerm term)
{
    return kind_of(s, term, 0);
}
