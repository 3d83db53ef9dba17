/* A measure as a tree of drivers, from its definition: products, quotients, sums and
   differences of measures. Of a product one factor takes what the measure has to grow
   by, the others are kept: an amount before a rate, and what is held never. Of a sum
   all parts take it; what is taken off is kept, unless it is made of what takes it or
   nothing else is left. */
#include "runtime/base/ascii.h"
#include "runtime/session/about.h"
#include "runtime/session/cascade.h"

enum { DEPTH_MAX = 64 };

typedef struct {
    const AstExpr *ast;
    const Source *source;
} Term;

static const Measure *find(const CascadeTree *t, const Source *source,
                           const AstExpr *ast)
{
    return ast->kind == AST_EXPR_PATH ? driver_measure(t->s, source, &ast->as.path)
                                      : NULL;
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
        return is_free(t, (Term){ast->as.unary.operand, term.source}, true);
    bool ok = ast->kind == AST_EXPR_CHAIN &&
              is_free(t, (Term){ast->as.chain.first, term.source}, true);
    for (uint32_t i = 0; ok && i < ast->as.chain.terms.count; i++)
        ok = is_free(t, (Term){ast->as.chain.terms.item[i].operand, term.source}, true);
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

/* What it is made of: a chain, or another measure's name. false: nothing that can be
   read on its own. */
static bool made_of(const CascadeTree *t, Term term, Term *of)
{
    *of = term;
    if (term.ast->kind == AST_EXPR_PATH) {
        const Measure *m = find(t, term.source, term.ast);
        if (!m || m->ast->where || m->ast->axis.count ||
            m->ast->stock.kind != AST_STOCK_NONE ||
            m->ast->spread.kind != AST_SPREAD_NONE)
            return false;
        *of = (Term){m->ast->value, m->source};
    }
    if (of->ast->kind == AST_EXPR_PATH)
        return find(t, of->source, of->ast) != NULL;
    if (of->ast->kind != AST_EXPR_CHAIN || !(is_product(of->ast) || is_sum(of->ast)))
        return false;
    bool ok = is_free(t, (Term){of->ast->as.chain.first, of->source}, false);
    for (uint32_t i = 0; ok && i < of->ast->as.chain.terms.count; i++)
        ok = is_free(t, (Term){of->ast->as.chain.terms.item[i].operand, of->source},
                     false);
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

/* A sum of what is counted from before the period on. Its parts grow by themselves. */
static bool is_running_sum(const AstExpr *ast)
{
    if (ast->kind != AST_EXPR_CHAIN || !is_sum(ast))
        return false;
    bool found = is_running(ast->as.chain.first);
    for (uint32_t i = 0; i < ast->as.chain.terms.count && !found; i++)
        found = is_running(ast->as.chain.terms.item[i].operand);
    return found;
}

/* false: nothing that can be taken apart. */
static bool definition(const CascadeTree *t, Term term, Term *of)
{
    return made_of(t, term, of) && !is_running_sum(of->ast);
}

static CascadeKind larger(CascadeKind a, CascadeKind b)
{
    return a > b ? a : b;
}

static CascadeKind kind_of(const CascadeTree *t, Term term, unsigned depth);

static CascadeKind kind_of_chain(const CascadeTree *t, Term of, unsigned depth)
{
    const AstTerms *terms = &of.ast->as.chain.terms;
    CascadeKind kind = kind_of(t, (Term){of.ast->as.chain.first, of.source}, depth);
    for (uint32_t i = 0; i < terms->count; i++) {
        CascadeKind next = kind_of(t, (Term){terms->item[i].operand, of.source}, depth);
        if (terms->item[i].op != AST_OP_DIVIDE)
            kind = larger(kind, next);
        else if (next == CASCADE_FLOW ||
                 (next == CASCADE_STOCK && kind != CASCADE_FLOW))
            kind = CASCADE_RATE;
    }
    return kind;
}

static CascadeKind kind_of_measure(const Measure *m)
{
    const Type *type = &m->type;
    if (type->unit.kind == UNIT_PERCENT || type->quotient || type->add == ADD_RATIO)
        return CASCADE_RATE;
    return type->add == ADD_FLOW ? CASCADE_FLOW : CASCADE_STOCK;
}

static CascadeKind kind_of(const CascadeTree *t, Term term, unsigned depth)
{
    Term of;
    if (depth >= DEPTH_MAX)
        return CASCADE_RATE;
    if (made_of(t, term, &of))
        return of.ast->kind == AST_EXPR_PATH ? kind_of(t, of, depth + 1)
                                             : kind_of_chain(t, of, depth + 1);
    if (term.ast->kind == AST_EXPR_BRACKET) {
        CascadeKind kind =
            kind_of(t, (Term){term.ast->as.bracket.base, term.source}, depth + 1);
        return kind == CASCADE_FLOW && is_running(term.ast) ? CASCADE_STOCK : kind;
    }
    if (term.ast->kind == AST_EXPR_UNARY)
        return kind_of(t, (Term){term.ast->as.unary.operand, term.source}, depth + 1);
    const Measure *m = find(t, term.source, term.ast);
    return m ? kind_of_measure(m) : CASCADE_RATE;
}

static bool is_held(const CascadeTree *t, Term term)
{
    const Measure *m = find(t, term.source, term.ast);
    for (uint32_t i = 0; m && t->holding && i < t->holding->count; i++) {
        AstExpr path = {.kind = AST_EXPR_PATH, .as.path = t->holding->item[i]};
        if (find(t, NULL, &path) == m)
            return true;
    }
    return false;
}

/* The name of a measure with its source, where there is one. */
static const AstExpr *free_name(CascadeTree *t, Term term)
{
    const Measure *m = find(t, term.source, term.ast);
    if (!m || !m->source || term.ast->as.path.count == 2)
        return term.ast;
    Span span = term.ast->span;
    AstName *name = ARENA_ARRAY(t->s->statement, AstName, 2);
    name[0] = (AstName){.text = m->source->name, .span = span, .quoted = true};
    name[1] = (AstName){.text = m->name, .span = span, .quoted = true};
    return driver_path(t->s,
                       &(AstPath){.item = name, .count = 2, .cap = 2, .span = span});
}

/* Where it stands first; t->n: nowhere. */
static size_t place_of(const CascadeTree *t, Term term)
{
    const Measure *m = find(t, term.source, term.ast);
    for (size_t i = 0; m && i < t->n; i++) {
        if (find(t, t->node[i].source, t->node[i].ast) == m)
            return i;
    }
    return t->n;
}

/* Held, or kept at a place before. */
static bool is_kept(const CascadeTree *t, Term term)
{
    size_t at = place_of(t, term);
    return is_held(t, term) || (at < t->n && t->node[at].role == CASCADE_KEPT);
}

typedef struct {
    Term term;
    bool divides; /* or is taken off */
} Factor;

static uint32_t add(CascadeTree *t, Factor f, CascadeRole role, uint32_t parent)
{
    const Measure *m = find(t, f.term.source, f.term.ast);
    CascadeNode node = {.ast = free_name(t, f.term),
                        .source = f.term.source,
                        .role = role,
                        .kind = kind_of(t, f.term, 0),
                        .sign = t->n ? t->node[parent].sign : 1,
                        .power = 1,
                        .parent = parent};
    node.name = m ? m->name : about_text(t->s, t->s->statement, f.term.ast->span);
    ARENA_PUSH(t->s->statement, t->node, t->n, t->cap, node);
    return (uint32_t)t->n - 1;
}

/* What is kept stands once, and nowhere else as what takes. */
static void add_kept(CascadeTree *t, Factor f, uint32_t parent)
{
    size_t at = place_of(t, f.term);
    if (is_constant(f.term.ast))
        return;
    if (at == t->n) {
        at = add(t, f, CASCADE_KEPT, parent);
        t->node[at].sign *= !f.divides;
    } else if (t->node[at].role != CASCADE_KEPT)
        t->twice = t->node[at].name;
}

static Factor factor_at(Term of, uint32_t i)
{
    const AstTerms *terms = &of.ast->as.chain.terms;
    if (of.ast->kind == AST_EXPR_PATH)
        return (Factor){of, false};
    if (!i)
        return (Factor){{of.ast->as.chain.first, of.source}, false};
    AstOp op = terms->item[i - 1].op;
    return (Factor){{terms->item[i - 1].operand, of.source},
                    op == AST_OP_DIVIDE || op == AST_OP_SUBTRACT};
}

static uint32_t factors_of(Term of)
{
    return of.ast->kind == AST_EXPR_PATH ? 1 : of.ast->as.chain.terms.count + 1;
}

static bool is_same(const CascadeTree *t, Term a, Term b)
{
    const Measure *m = find(t, a.source, a.ast);
    return a.ast == b.ast || (m && find(t, b.source, b.ast) == m);
}

/* How often a factor multiplies, less how often it divides. */
static int power_at(const CascadeTree *t, Term of, uint32_t at)
{
    int power = 0;
    for (uint32_t i = 0; i < factors_of(of); i++) {
        Factor f = factor_at(of, i);
        if (is_same(t, f.term, factor_at(of, at).term))
            power += f.divides ? -1 : 1;
    }
    return power;
}

/* How much a factor is the one to take it; 0: never. */
static int fitness(const CascadeTree *t, Term of, uint32_t at)
{
    Term term = factor_at(of, at).term;
    int power = power_at(t, of, at);
    if (is_constant(term.ast) || is_kept(t, term) || !power)
        return 0;
    return (power < 0 ? 1 : 4) + (int)kind_of(t, term, 0);
}

static bool expand(CascadeTree *t, uint32_t at, unsigned depth);

/* Which factor takes it, of equals the first; as many as there are: none. */
static uint32_t taker_of(const CascadeTree *t, Term of)
{
    uint32_t taker = factors_of(of);
    int best = 0;
    for (uint32_t i = 0; i < factors_of(of); i++) {
        int fit = fitness(t, of, i);
        if (fit > best) {
            best = fit;
            taker = i;
        }
    }
    return taker;
}

static bool expand_product(CascadeTree *t, Term of, uint32_t parent, unsigned depth)
{
    uint32_t n = factors_of(of), taker = taker_of(t, of);
    for (uint32_t i = 0; i < n; i++) {
        Factor f = factor_at(of, i);
        if (taker == n && !is_constant(f.term.ast) && !is_held(t, f.term))
            t->twice = about_text(t->s, t->s->statement, f.term.ast->span);
        if (taker == n || !is_same(t, f.term, factor_at(of, taker).term))
            add_kept(t, f, parent);
    }
    if (taker == n)
        return false;
    int power = power_at(t, of, taker);
    Factor f = {factor_at(of, taker).term, power < 0};
    uint32_t at = add(t, f, power < 0 ? CASCADE_INVERSE : CASCADE_TAKES, parent);
    t->node[at].power = (uint32_t)(power < 0 ? -power : power);
    t->node[at].sign *= power > 0;
    return expand(t, at, depth);
}

/* Is a part that is added free to take it? */
static bool has_free_part(const CascadeTree *t, Term of)
{
    for (uint32_t i = 0; i < factors_of(of); i++) {
        Factor f = factor_at(of, i);
        if (!f.divides && !is_constant(f.term.ast) && !is_kept(t, f.term))
            return true;
    }
    return false;
}

/* Does its definition, or theirs in turn, name the measure of the node? */
static bool is_made_of(const CascadeTree *t, Term term, const CascadeNode *node,
                       unsigned depth)
{
    Term of;
    if (is_same(t, term, (Term){node->ast, node->source}))
        return true;
    if (depth >= DEPTH_MAX || !made_of(t, term, &of))
        return false;
    for (uint32_t i = 0; i < factors_of(of); i++) {
        if (is_made_of(t, factor_at(of, i).term, node, depth + 1))
            return true;
    }
    return false;
}

/* Does it change with a driver that changes? */
static bool moves_along(const CascadeTree *t, Term term)
{
    bool found = false;
    for (size_t i = 1; i < t->n && !found; i++)
        found = t->node[i].role != CASCADE_KEPT && is_made_of(t, term, &t->node[i], 0);
    return found;
}

static bool expand_part(CascadeTree *t, Factor f, uint32_t parent, bool keeps,
                        unsigned depth)
{
    uint32_t at = add(t, f, keeps ? CASCADE_KEPT : CASCADE_PART, parent);
    t->node[at].is_negative = f.divides;
    t->node[at].sign *= f.divides ? -1 : 1;
    return keeps || expand(t, at, depth);
}

/* First what is added. */
static bool expand_sum(CascadeTree *t, Term of, uint32_t parent, unsigned depth)
{
    uint32_t n = factors_of(of);
    bool any = false, has_free = has_free_part(t, of);
    for (uint32_t i = 0; i < 2 * n; i++) {
        Factor f = factor_at(of, i % n);
        if (is_constant(f.term.ast) || f.divides != (i >= n))
            continue;
        bool keeps =
            is_kept(t, f.term) || (f.divides && has_free && !moves_along(t, f.term));
        any |= !keeps;
        if (!expand_part(t, f, parent, keeps, depth))
            return false;
    }
    return any;
}

/* false: all that the node is made of is held. */
static bool expand(CascadeTree *t, uint32_t at, unsigned depth)
{
    Term of;
    Term term = {t->node[at].ast, t->node[at].source};
    if (depth >= DEPTH_MAX || !definition(t, term, &of))
        return true;
    bool is_flat = of.ast->kind == AST_EXPR_PATH || is_product(of.ast);
    return is_flat ? expand_product(t, of, at, depth + 1)
                   : expand_sum(t, of, at, depth + 1);
}

/* What is kept and is no ratio does not change with what changes. */
static void check_kept(CascadeTree *t)
{
    for (size_t i = 1; i < t->n && !t->twice; i++) {
        const CascadeNode *node = &t->node[i];
        Term term = {node->ast, node->source};
        if (node->role == CASCADE_KEPT && node->kind != CASCADE_RATE && node->sign &&
            !is_held(t, term) && moves_along(t, term))
            t->twice = node->name;
    }
}

static bool check_held(const CascadeTree *t)
{
    for (uint32_t i = 0; t->holding && i < t->holding->count; i++) {
        AstExpr path = {.kind = AST_EXPR_PATH, .as.path = t->holding->item[i]};
        const Measure *m = find(t, NULL, &path);
        bool found = false;
        for (size_t k = 1; k < t->n && !found; k++)
            found = m && find(t, t->node[k].source, t->node[k].ast) == m;
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

bool cascade_same(const CascadeTree *tree, size_t a, size_t b)
{
    const CascadeNode *node = tree->node;
    return is_same(tree, (Term){node[a].ast, node[a].source},
                   (Term){node[b].ast, node[b].source});
}

bool cascade_refuse_twice(const CascadeTree *tree, Span span, const char *name)
{
    Session *s = tree->s;
    const char *goal = tree->node[0].name;
    Diag *d = diag_error(&s->sink, DIAG_CASCADE, span,
                         "`%s` stands in `%s` in places that need it at different "
                         "values",
                         name, goal);
    diag_help(&s->sink, d, "move it alone: `solve %s = VALUE by %s`", goal, name);
    return false;
}

bool cascade_accumulates(const CascadeTree *tree)
{
    Term of;
    return made_of(tree, (Term){tree->node[0].ast, tree->node[0].source}, &of) &&
           is_running_sum(of.ast);
}

bool cascade_build(CascadeTree *tree, const AstExpr *goal)
{
    Session *s = tree->s;
    if (!find(tree, NULL, goal)) {
        diag_error(&s->sink, DIAG_UNKNOWN_NAME, goal->span, "there is no measure `%s`",
                   goal->as.path.item[goal->as.path.count - 1].text);
        return false;
    }
    uint32_t at = add(tree, (Factor){{goal, NULL}, false}, CASCADE_GOAL, 0);
    bool ok = expand(tree, at, 0);
    check_kept(tree);
    if (tree->twice)
        return cascade_refuse_twice(tree, goal->span, tree->twice);
    if (!ok) {
        Diag *d = diag_error(&s->sink, DIAG_CASCADE, goal->span,
                             "all that `%s` is made of is held", tree->node[0].name);
        diag_help(&s->sink, d, "leave one driver free");
        return false;
    }
    return check_held(tree);
}
