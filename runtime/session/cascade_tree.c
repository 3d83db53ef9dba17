/* A measure as a tree of drivers, from its definition: products, quotients, sums and
   differences of measures. Of a product one factor takes what the measure has to grow
   by, the others are kept: an amount before a rate, and what is held never. Of a sum
   all parts take it; what is taken off is kept, unless it is made of what takes it or
   nothing else is left. */
#include "runtime/session/cascade.h"

enum { DEPTH_MAX = 64 };

/* false: nothing that can be taken apart. */
static bool definition(const CascadeTree *t, CascadeTerm term, CascadeTerm *of)
{
    return term_made_of(t->s, term, of) && !term_accumulates(t->s, *of);
}

static bool is_held(const CascadeTree *t, CascadeTerm term)
{
    for (uint32_t i = 0; t->holding && i < t->holding->count; i++) {
        CascadeTerm held = term_named(t->s, &t->holding->item[i]);
        if (held.ast && term_same(t->s, term, held))
            return true;
    }
    return false;
}

/* Where it stands first; t->n: nowhere. */
static size_t place_of(const CascadeTree *t, CascadeTerm term)
{
    size_t at = 0;
    while (at < t->n && !term_same(t->s, t->node[at].term, term))
        at++;
    return at;
}

/* Held, or kept at a place before. */
static bool is_kept(const CascadeTree *t, CascadeTerm term)
{
    size_t at = place_of(t, term);
    return is_held(t, term) || (at < t->n && t->node[at].role == CASCADE_KEPT);
}

static uint32_t add(CascadeTree *t, CascadeTerm term, CascadeRole role, uint32_t parent)
{
    CascadeNode node = {.term = term_free(t->s, term),
                        .name = term_name(t->s, term),
                        .role = role,
                        .kind = term_kind(t->s, term),
                        .sign = t->n ? t->node[parent].sign : 1,
                        .power = 1,
                        .parent = parent};
    ARENA_PUSH(t->s->statement, t->node, t->n, t->cap, node);
    return (uint32_t)t->n - 1;
}

/* What is kept stands once, and nowhere else as what takes. */
static void add_kept(CascadeTree *t, TermPart part, uint32_t parent)
{
    size_t at = place_of(t, part.term);
    if (term_is_constant(part.term))
        return;
    if (at == t->n) {
        at = add(t, part.term, CASCADE_KEPT, parent);
        t->node[at].sign *= !part.divides;
    } else if (t->node[at].role != CASCADE_KEPT)
        t->twice = t->node[at].name;
}

/* How often a factor multiplies, less how often it divides. */
static int power_of(const CascadeTree *t, CascadeTerm of, CascadeTerm factor)
{
    int power = 0;
    for (uint32_t i = 0; i < term_parts(of); i++) {
        TermPart part = term_part(t->s, of, i);
        if (term_same(t->s, part.term, factor))
            power += part.divides ? -1 : 1;
    }
    return power;
}

/* How much a factor is the one to take it; 0: never. */
static int fitness(const CascadeTree *t, CascadeTerm of, CascadeTerm factor)
{
    int power = power_of(t, of, factor);
    if (term_is_constant(factor) || is_kept(t, factor) || !power)
        return 0;
    return (power < 0 ? 1 : 4) + (int)term_kind(t->s, factor);
}

/* Which factor takes it, of equals the first; as many as there are: none. */
static uint32_t taker_of(const CascadeTree *t, CascadeTerm of)
{
    uint32_t taker = term_parts(of);
    int best = 0;
    for (uint32_t i = 0; i < term_parts(of); i++) {
        int fit = fitness(t, of, term_part(t->s, of, i).term);
        if (fit > best) {
            best = fit;
            taker = i;
        }
    }
    return taker;
}

static bool expand(CascadeTree *t, uint32_t at, unsigned depth);

/* Would take it, but is held, is kept at another place, or falls out. */
static void add_unmoved(CascadeTree *t, TermPart part, uint32_t parent)
{
    if (!term_is_constant(part.term) && !is_held(t, part.term))
        t->twice = term_name(t->s, part.term);
    add_kept(t, part, parent);
}

static bool expand_product(CascadeTree *t, CascadeTerm of, uint32_t parent,
                           unsigned depth)
{
    uint32_t n = term_parts(of), taker = taker_of(t, of);
    for (uint32_t i = 0; i < n && taker == n; i++)
        add_unmoved(t, term_part(t->s, of, i), parent);
    if (taker == n)
        return false;
    CascadeTerm takes = term_part(t->s, of, taker).term;
    for (uint32_t i = 0; i < n; i++) {
        TermPart part = term_part(t->s, of, i);
        if (!term_same(t->s, part.term, takes))
            add_kept(t, part, parent);
    }
    int power = power_of(t, of, takes);
    uint32_t at = add(t, takes, power < 0 ? CASCADE_INVERSE : CASCADE_TAKES, parent);
    t->node[at].power = (uint32_t)(power < 0 ? -power : power);
    t->node[at].sign *= power > 0;
    return expand(t, at, depth);
}

/* Is a part that is added free to take it? */
static bool has_free_part(const CascadeTree *t, CascadeTerm of)
{
    for (uint32_t i = 0; i < term_parts(of); i++) {
        TermPart part = term_part(t->s, of, i);
        if (!part.divides && !term_is_constant(part.term) && !is_kept(t, part.term))
            return true;
    }
    return false;
}

/* Does its definition, or theirs in turn, name the driver? */
static bool is_made_of(const CascadeTree *t, CascadeTerm term, CascadeTerm driver,
                       unsigned depth)
{
    CascadeTerm of;
    if (term_same(t->s, term, driver))
        return true;
    if (depth >= DEPTH_MAX || !term_made_of(t->s, term, &of))
        return false;
    for (uint32_t i = 0; i < term_parts(of); i++) {
        if (is_made_of(t, term_part(t->s, of, i).term, driver, depth + 1))
            return true;
    }
    return false;
}

/* Does it change with a driver that changes? */
static bool moves_along(const CascadeTree *t, CascadeTerm term)
{
    bool found = false;
    for (size_t i = 1; i < t->n && !found; i++)
        found =
            t->node[i].role != CASCADE_KEPT && is_made_of(t, term, t->node[i].term, 0);
    return found;
}

static bool expand_part(CascadeTree *t, TermPart part, uint32_t parent, bool keeps,
                        unsigned depth)
{
    uint32_t at = add(t, part.term, keeps ? CASCADE_KEPT : CASCADE_PART, parent);
    t->node[at].is_negative = part.divides;
    t->node[at].sign *= part.divides ? -1 : 1;
    return keeps || expand(t, at, depth);
}

/* First what is added. */
static bool expand_sum(CascadeTree *t, CascadeTerm of, uint32_t parent, unsigned depth)
{
    uint32_t n = term_parts(of);
    bool any = false, has_free = has_free_part(t, of);
    for (uint32_t i = 0; i < 2 * n; i++) {
        TermPart part = term_part(t->s, of, i % n);
        if (term_is_constant(part.term) || part.divides != (i >= n))
            continue;
        bool keeps = is_kept(t, part.term) ||
                     (part.divides && has_free && !moves_along(t, part.term));
        any |= !keeps;
        if (!expand_part(t, part, parent, keeps, depth))
            return false;
    }
    return any;
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

static bool expand_formula(CascadeTree *t, const Indicator *indicator, uint32_t parent,
                           unsigned depth)
{
    CascadeTerm formula = term_of_formula(t->s, indicator);
    if (!is_kept(t, formula))
        return expand(t, add(t, formula, CASCADE_FORMULA, parent), depth);
    add_unmoved(t, (TermPart){formula, false}, parent);
    return false;
}

/* false: all that the node is made of is held. */
static bool expand(CascadeTree *t, uint32_t at, unsigned depth)
{
    CascadeTerm of, term = t->node[at].term;
    const Indicator *one = term.formula ? NULL : term.indicator;
    if (depth >= DEPTH_MAX || !definition(t, term, &of))
        return true;
    if (one && one->formula && has_measure(one))
        return expand_formula(t, one, at, depth + 1);
    return term_is_flat(of) ? expand_product(t, of, at, depth + 1)
                            : expand_sum(t, of, at, depth + 1);
}

/* What is kept and is no ratio does not change with what changes. */
static void check_kept(CascadeTree *t)
{
    for (size_t i = 1; i < t->n && !t->twice; i++) {
        const CascadeNode *node = &t->node[i];
        if (node->role == CASCADE_KEPT && node->kind != CASCADE_RATE && node->sign &&
            !is_held(t, node->term) && moves_along(t, node->term))
            t->twice = node->name;
    }
}

static bool check_held(const CascadeTree *t)
{
    for (uint32_t i = 0; t->holding && i < t->holding->count; i++) {
        const AstPath *path = &t->holding->item[i];
        CascadeTerm held = term_named(t->s, path);
        bool found = false;
        for (size_t k = 1; k < t->n && !found; k++)
            found = held.ast && term_same(t->s, t->node[k].term, held);
        if (found)
            continue;
        Diag *d = diag_error(&t->s->sink, DIAG_CASCADE, path->span,
                             "`%s` is no driver of `%s`, so it cannot be held",
                             path->item[path->count - 1].text, t->node[0].name);
        diag_help(&t->s->sink, d, "leave out `holding` to see the drivers");
        return false;
    }
    return true;
}

bool cascade_refuse_twice(const CascadeTree *tree, const char *name)
{
    Session *s = tree->s;
    const char *goal = tree->node[0].name;
    Diag *d = diag_error(&s->sink, DIAG_CASCADE, tree->span,
                         "`%s` stands in `%s` in places that need it at different "
                         "values",
                         name, goal);
    if (tree->node[0].term.indicator)
        diag_help(&s->sink, d, "hold one of its drivers: `holding ...`");
    else
        diag_help(&s->sink, d, "move it alone: `solve %s = VALUE by %s`", goal, name);
    return false;
}

bool cascade_build(CascadeTree *tree, const AstExpr *goal)
{
    Session *s = tree->s;
    CascadeTerm term = term_named(s, &goal->as.path);
    tree->span = goal->span;
    if (!term.ast) {
        diag_error(&s->sink, DIAG_UNKNOWN_NAME, goal->span,
                   "there is no measure or indicator `%s`",
                   goal->as.path.item[goal->as.path.count - 1].text);
        return false;
    }
    bool ok = expand(tree, add(tree, term, CASCADE_GOAL, 0), 0);
    check_kept(tree);
    if (tree->twice)
        return cascade_refuse_twice(tree, tree->twice);
    if (!ok) {
        Diag *d = diag_error(&s->sink, DIAG_CASCADE, goal->span,
                             "all that `%s` is made of is held", tree->node[0].name);
        diag_help(&s->sink, d, "leave one driver free");
        return false;
    }
    return check_held(tree);
}
