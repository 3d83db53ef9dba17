/* A measure as a tree of drivers, from its definition: products, quotients, sums and
   differences of measures. Of a product one factor takes what the measure has to grow
   by, the others are kept: an amount before a rate, and what is held never. Of a sum
   all parts take it. */
#include "runtime/base/ascii.h"
#include "runtime/session/about.h"
#include "runtime/session/cascade.h"

enum { DEPTH_MAX = 64 };

typedef struct {
    const AstExpr *ast; /* over measures */
    const Source *source;
    const Indicator *indicator;
    const AstExpr *formula; /* over indicators: the same as `ast`; NULL: none */
} Term;

static const Measure *find(const CascadeTree *t, const Source *source,
                           const AstExpr *ast)
{
    const Model *model = &t->s->model;
    if (ast->kind != AST_EXPR_PATH || ast->as.path.count > 2)
        return NULL;
    const AstName *name = ast->as.path.item;
    if (ast->as.path.count == 2)
        source = model_find_source(model, name->text);
    const char *last = name[ast->as.path.count - 1].text;
    const Measure *own = source ? source_find_measure(source, last) : NULL;
    if (own || ast->as.path.count == 2)
        return own;
    return model_find_measure(model, last);
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

static Term plain(const AstExpr *ast, const Source *source)
{
    return (Term){.ast = ast, .source = source};
}

/* What stands in the formula of an indicator, which was checked. */
static Term in_formula(const CascadeTree *t, const Indicator *of, const AstExpr *ast)
{
    const Steering *steering = &t->s->model.steering;
    if (ast->kind == AST_EXPR_PATH) {
        const char *name = ast->as.path.item[0].text;
        const Indicator *one = steering_indicator(steering, name);
        return (Term){.ast = one->measure, .indicator = one};
    }
    Resolver r = session_resolver(t->s, t->s->statement, t->s->model.exprs);
    Term term = {.ast = formula_expand(&r, of, ast), .indicator = of, .formula = ast};
    if (is_constant(ast))
        term = plain(ast, NULL);
    return term;
}

/* Is it measured by itself, beside its formula? */
static bool has_measure(const Indicator *indicator)
{
    const AstSteeringItems *items = &indicator->head.ast->as.steering.items;
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->item[i].kind == AST_STEERING_ITEM_MEASURE)
            return true;
    }
    return false;
}

/* May it be asked outside of its source? A name may: it is written with its source. */
static bool is_free(const CascadeTree *t, Term term, bool is_inner)
{
    const AstExpr *ast = term.ast;
    if (!term.source || is_constant(ast))
        return true;
    if (ast->kind == AST_EXPR_PATH) {
        const Measure *m = find(t, term.source, ast);
        return m && (!is_inner || find(t, NULL, ast) == m);
    }
    if (ast->kind == AST_EXPR_UNARY)
        return is_free(t, plain(ast->as.unary.operand, term.source), true);
    bool ok = ast->kind == AST_EXPR_CHAIN &&
              is_free(t, plain(ast->as.chain.first, term.source), true);
    for (uint32_t i = 0; ok && i < ast->as.chain.terms.count; i++)
        ok = is_free(t, plain(ast->as.chain.terms.item[i].operand, term.source), true);
    return ok;
}

/* The chain, or the name, that a term which can be taken apart is. */
static const AstExpr *parts_of(Term of)
{
    return of.formula ? of.formula : of.ast;
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

static Term operand(const CascadeTree *t, Term of, const AstExpr *ast)
{
    return of.formula ? in_formula(t, of.indicator, ast) : plain(ast, of.source);
}

/* What it is made of: a chain, or another measure's name. false: nothing that can be
   taken apart. */
static bool definition(const CascadeTree *t, Term term, Term *of)
{
    *of = term;
    if (!term.formula && term.indicator && term.indicator->formula)
        *of = in_formula(t, term.indicator, term.indicator->formula);
    if (of->formula)
        return is_chain(of->formula);
    if (of->indicator != term.indicator)
        return definition(t, *of, of); /* its formula is a name */
    of->indicator = NULL;
    if (term.ast->kind == AST_EXPR_PATH) {
        const Measure *m = find(t, term.source, term.ast);
        if (!m || m->ast->where || m->ast->axis.count ||
            m->ast->stock.kind != AST_STOCK_NONE ||
            m->ast->spread.kind != AST_SPREAD_NONE)
            return false;
        *of = plain(m->ast->value, m->source);
    }
    if (of->ast->kind == AST_EXPR_PATH)
        return find(t, of->source, of->ast) != NULL;
    if (!is_chain(of->ast))
        return false;
    bool ok = is_free(t, plain(of->ast->as.chain.first, of->source), false);
    for (uint32_t i = 0; ok && i < of->ast->as.chain.terms.count; i++)
        ok = is_free(t, plain(of->ast->as.chain.terms.item[i].operand, of->source),
                     false);
    return ok;
}

static CascadeKind larger(CascadeKind a, CascadeKind b)
{
    return a > b ? a : b;
}

static CascadeKind kind_of(const CascadeTree *t, Term term, unsigned depth);

static CascadeKind kind_of_chain(const CascadeTree *t, Term of, unsigned depth)
{
    const AstExpr *chain = parts_of(of);
    const AstTerms *terms = &chain->as.chain.terms;
    CascadeKind kind = kind_of(t, operand(t, of, chain->as.chain.first), depth);
    for (uint32_t i = 0; i < terms->count; i++) {
        CascadeKind next = kind_of(t, operand(t, of, terms->item[i].operand), depth);
        if (terms->item[i].op != AST_OP_DIVIDE)
            kind = larger(kind, next);
        else if (next == CASCADE_FLOW ||
                 (next == CASCADE_STOCK && kind != CASCADE_FLOW))
            kind = CASCADE_RATE;
    }
    return kind;
}

static CascadeKind kind_of_type(const Type *type)
{
    if (type->unit.kind == UNIT_PERCENT || type->quotient || type->add == ADD_RATIO)
        return CASCADE_RATE;
    return type->add == ADD_FLOW ? CASCADE_FLOW : CASCADE_STOCK;
}

static CascadeKind kind_of(const CascadeTree *t, Term term, unsigned depth)
{
    Term of;
    if (depth >= DEPTH_MAX)
        return CASCADE_RATE;
    if (definition(t, term, &of))
        return parts_of(of)->kind == AST_EXPR_PATH ? kind_of(t, of, depth + 1)
                                                   : kind_of_chain(t, of, depth + 1);
    if (term.indicator)
        return kind_of_type(&term.indicator->type);
    if (term.ast->kind == AST_EXPR_BRACKET)
        return kind_of(t, plain(term.ast->as.bracket.base, term.source), depth + 1);
    if (term.ast->kind == AST_EXPR_UNARY)
        return kind_of(t, plain(term.ast->as.unary.operand, term.source), depth + 1);
    const Measure *m = find(t, term.source, term.ast);
    return m ? kind_of_type(&m->type) : CASCADE_RATE;
}

/* Are they the same measure, or the same indicator? */
static bool is_same(const CascadeTree *t, Term a, Term b)
{
    if (a.formula || b.formula)
        return a.formula == b.formula;
    if (a.indicator && b.indicator)
        return a.indicator == b.indicator;
    const Measure *m = find(t, a.source, a.ast);
    return m && m == find(t, b.source, b.ast);
}

/* What the name of a driver means: an indicator, where there is no such measure. */
static Term named(const CascadeTree *t, const AstPath *path)
{
    const char *last = path->item[path->count - 1].text;
    const Indicator *one =
        path->count == 1 ? steering_indicator(&t->s->model.steering, last) : NULL;
    AstExpr *ast = driver_path(t->s, path);
    const Measure *m = find(t, NULL, ast);
    if (one && (!m || one->formula))
        return (Term){.ast = one->measure, .indicator = one};
    return plain(m ? ast : NULL, NULL);
}

static bool is_held(const CascadeTree *t, Term term)
{
    for (uint32_t i = 0; t->holding && i < t->holding->count; i++) {
        Term held = named(t, &t->holding->item[i]);
        if (held.ast && is_same(t, term, held))
            return true;
    }
    return false;
}

/* The name of a measure with its source, where there is one. */
static const AstExpr *free_name(CascadeTree *t, Term term)
{
    const Measure *m = term.indicator ? NULL : find(t, term.source, term.ast);
    if (!m || !m->source || term.ast->as.path.count == 2)
        return term.ast;
    Span span = term.ast->span;
    AstName *name = ARENA_ARRAY(t->s->statement, AstName, 2);
    name[0] = (AstName){.text = m->source->name, .span = span, .quoted = true};
    name[1] = (AstName){.text = m->name, .span = span, .quoted = true};
    return driver_path(t->s,
                       &(AstPath){.item = name, .count = 2, .cap = 2, .span = span});
}

static const char *name_of(const CascadeTree *t, Term term)
{
    const Measure *m = find(t, term.source, term.ast);
    if (term.indicator && !term.formula)
        return term.indicator->head.name;
    const AstExpr *written = parts_of(term);
    return m ? m->name : about_text(t->s, t->s->statement, written->span);
}

static uint32_t add(CascadeTree *t, Term term, CascadeRole role, uint32_t parent)
{
    bool holds = role != CASCADE_GOAL && is_held(t, term);
    CascadeNode node = {.ast = free_name(t, term),
                        .source = term.source,
                        .indicator = term.indicator,
                        .formula = term.formula,
                        .name = name_of(t, term),
                        .role = holds ? CASCADE_KEPT : role,
                        .kind = kind_of(t, term, 0),
                        .parent = parent};
    ARENA_PUSH(t->s->statement, t->node, t->n, t->cap, node);
    return (uint32_t)t->n - 1;
}

static Term term_at(const CascadeTree *t, size_t at)
{
    const CascadeNode *node = &t->node[at];
    return (Term){node->ast, node->source, node->indicator, node->formula};
}

/* What is kept stands once. */
static void add_kept(CascadeTree *t, Term term, uint32_t parent)
{
    bool found = is_constant(term.ast);
    for (size_t i = 0; i < t->n && !found; i++)
        found = is_same(t, term_at(t, i), term);
    if (!found)
        add(t, term, CASCADE_KEPT, parent);
}

/* How much a factor is the one to take it; 0: never. */
static int fitness(const CascadeTree *t, Term term, bool divides)
{
    if (is_constant(term.ast) || is_held(t, term))
        return 0;
    return (divides ? 1 : 4) + (int)kind_of(t, term, 0);
}

typedef struct {
    Term term;
    bool divides; /* or is taken off */
} Factor;

static Factor factor_at(const CascadeTree *t, Term of, uint32_t i)
{
    const AstExpr *chain = parts_of(of);
    if (chain->kind == AST_EXPR_PATH)
        return (Factor){of, false};
    const AstTerms *terms = &chain->as.chain.terms;
    if (!i)
        return (Factor){operand(t, of, chain->as.chain.first), false};
    AstOp op = terms->item[i - 1].op;
    return (Factor){operand(t, of, terms->item[i - 1].operand),
                    op == AST_OP_DIVIDE || op == AST_OP_SUBTRACT};
}

static bool expand(CascadeTree *t, uint32_t at, unsigned depth);

static bool expand_product(CascadeTree *t, Term of, uint32_t parent, unsigned depth)
{
    const AstExpr *chain = parts_of(of);
    uint32_t n = chain->kind == AST_EXPR_PATH ? 1 : chain->as.chain.terms.count + 1;
    uint32_t taker = n;
    int best = 0;
    for (uint32_t i = 0; i < n; i++) {
        Factor f = factor_at(t, of, i);
        int fit = fitness(t, f.term, f.divides);
        if (fit > best) {
            best = fit;
            taker = i;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (i != taker)
            add_kept(t, factor_at(t, of, i).term, parent);
    }
    if (taker == n)
        return false;
    Factor f = factor_at(t, of, taker);
    return expand(
        t, add(t, f.term, f.divides ? CASCADE_INVERSE : CASCADE_TAKES, parent), depth);
}

static bool expand_sum(CascadeTree *t, Term of, uint32_t parent, unsigned depth)
{
    bool any = false;
    for (uint32_t i = 0; i <= parts_of(of)->as.chain.terms.count; i++) {
        Factor f = factor_at(t, of, i);
        if (is_constant(f.term.ast))
            continue;
        uint32_t at = add(t, f.term, CASCADE_PART, parent);
        t->node[at].is_negative = f.divides;
        if (t->node[at].role == CASCADE_KEPT)
            continue;
        any = true;
        if (!expand(t, at, depth))
            return false;
    }
    return any;
}

/* false: all that the node is made of is held. */
static bool expand(CascadeTree *t, uint32_t at, unsigned depth)
{
    Term of, term = term_at(t, at);
    const Indicator *one = term.formula ? NULL : term.indicator;
    if (depth >= DEPTH_MAX || !definition(t, term, &of))
        return true;
    if (one && one->formula && has_measure(one))
        return expand(t, add(t, in_formula(t, one, one->formula), CASCADE_FORMULA, at),
                      depth + 1);
    bool is_flat = parts_of(of)->kind == AST_EXPR_PATH || is_product(parts_of(of));
    return is_flat ? expand_product(t, of, at, depth + 1)
                   : expand_sum(t, of, at, depth + 1);
}

static bool check_held(const CascadeTree *t)
{
    for (uint32_t i = 0; t->holding && i < t->holding->count; i++) {
        Term held = named(t, &t->holding->item[i]);
        bool found = false;
        for (size_t k = 1; k < t->n && !found; k++)
            found = held.ast && is_same(t, term_at(t, k), held);
        if (found)
            continue;
        Diag *d =
            diag_error(&t->s->sink, DIAG_CASCADE, t->holding->item[i].span,
                       "`%s` is no driver of `%s`, so it cannot be held",
                       t->holding->item[i].item[t->holding->item[i].count - 1].text,
                       t->node[0].name);
        diag_help(&t->s->sink, d, "leave out `holding` to see the drivers");
        return false;
    }
    return true;
}

bool cascade_build(CascadeTree *tree, const AstExpr *goal)
{
    Session *s = tree->s;
    Term term = named(tree, &goal->as.path);
    if (!term.ast) {
        diag_error(&s->sink, DIAG_UNKNOWN_NAME, goal->span,
                   "there is no measure or indicator `%s`",
                   goal->as.path.item[goal->as.path.count - 1].text);
        return false;
    }
    if (!term.indicator)
        term.ast = goal;
    uint32_t at = add(tree, term, CASCADE_GOAL, 0);
    if (!expand(tree, at, 0)) {
        Diag *d = diag_error(&s->sink, DIAG_CASCADE, goal->span,
                             "all that `%s` is made of is held", tree->node[0].name);
        diag_help(&s->sink, d, "leave one driver free");
        return false;
    }
    return check_held(tree);
}
