/* A measure as a tree of drivers, from its definition: products, quotients, sums and
   differences of measures. Of a product one factor takes what the measure has to grow
   by, the others are kept: an amount before a rate, and what is held never. A sum that
   divides it and is made of it follows. Of a sum all parts take it; what is taken off
   is kept, unless it is made of what takes it or nothing else is left. */
#include "runtime/session/cascade.h"

enum { DEPTH_MAX = 64 };

/* false: nothing that can be taken apart. */
static bool definition(const CascadeTree *t, CascadeTerm term, CascadeTerm *of)
{
    return term_made_of(t->s, term, of) && !term_accumulates(t->s, *of);
}

bool cascade_is_held(const CascadeTree *t, CascadeTerm term)
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
    return cascade_is_held(t, term) || (at < t->n && t->node[at].role == CASCADE_KEPT);
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
        t->twice = part.term;
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
    if (!term_is_constant(part.term) && !cascade_is_held(t, part.term))
        t->twice = part.term;
    add_kept(t, part, parent);
}

/* A quotient that is a ratio stays what it was, whatever it is made of. */
static bool is_ratio(const CascadeTree *t, CascadeTerm term, CascadeTerm of)
{
    bool divides = false;
    for (uint32_t i = 0; term_is_flat(of) && i < term_parts(of); i++)
        divides |= term_part(t->s, of, i).divides;
    return divides && term_kind(t->s, term) == CASCADE_RATE;
}

/* Does its definition, or theirs in turn, name the driver? Ratios may be looked into.
 */
static bool is_made_of(const CascadeTree *t, CascadeTerm term, CascadeTerm driver,
                       bool into_ratios, unsigned depth)
{
    CascadeTerm of;
    if (term_same(t->s, term, driver))
        return true;
    if (depth >= DEPTH_MAX || !term_made_of(t->s, term, &of) ||
        (!into_ratios && is_ratio(t, term, of)))
        return false;
    for (uint32_t i = 0; i < term_parts(of); i++) {
        if (is_made_of(t, term_part(t->s, of, i).term, driver, into_ratios, depth + 1))
            return true;
    }
    return false;
}

/* The place of a driver that changes and changes it; 0: of none. */
static size_t mover_of(const CascadeTree *t, CascadeTerm term, bool into_ratios)
{
    size_t i = 1;
    while (i < t->n && (t->node[i].role == CASCADE_KEPT ||
                        !is_made_of(t, term, t->node[i].term, into_ratios, 0)))
        i++;
    return i < t->n ? i : 0;
}

/* What divides the factor that takes it, and is made of it: it moves along. As many as
   there are: none. */
static uint32_t follower_of(const CascadeTree *t, CascadeTerm of, CascadeTerm takes)
{
    uint32_t n = term_parts(of), i = 0;
    for (; i < n; i++) {
        TermPart part = term_part(t->s, of, i);
        if (part.divides && !cascade_is_held(t, part.term) &&
            !term_same(t->s, part.term, takes) &&
            is_made_of(t, part.term, takes, false, 0))
            break;
    }
    return power_of(t, of, takes) == 1 ? i : n;
}

/* What follows, down through sums to the driver that leads; the other parts are kept.
   false: it is made of that driver in another way. */
static bool add_follower(CascadeTree *t, TermPart part, uint32_t parent,
                         uint32_t leader, unsigned depth)
{
    CascadeTerm of, takes = t->node[leader].term;
    if (term_is_constant(part.term))
        return true;
    bool follows =
        !cascade_is_held(t, part.term) && is_made_of(t, part.term, takes, false, 0);
    uint32_t at = add(t, part.term, follows ? CASCADE_FOLLOWS : CASCADE_KEPT, parent);
    t->node[at].sign = 0;
    t->node[at].is_negative = part.divides;
    t->node[at].leader = leader;
    if (!follows || term_same(t->s, part.term, takes))
        return true;
    bool ok = depth < DEPTH_MAX && definition(t, part.term, &of) &&
              (!term_is_flat(of) || term_parts(of) == 1);
    for (uint32_t i = 0; ok && i < term_parts(of); i++)
        ok = add_follower(t, term_part(t->s, of, i), at, leader, depth + 1);
    if (!ok)
        t->twice = takes;
    return ok;
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
    uint32_t follower = follower_of(t, of, takes);
    for (uint32_t i = 0; i < n; i++) {
        TermPart part = term_part(t->s, of, i);
        if (i != follower && !term_same(t->s, part.term, takes))
            add_kept(t, part, parent);
    }
    int power = power_of(t, of, takes);
    uint32_t at = add(t, takes, power < 0 ? CASCADE_INVERSE : CASCADE_TAKES, parent);
    t->node[at].power = (uint32_t)(power < 0 ? -power : power);
    t->node[at].sign *= power > 0;
    if (!expand(t, at, depth))
        return false;
    if (follower == n)
        return true;
    t->node[at].follower = (uint32_t)t->n;
    TermPart part = {term_part(t->s, of, follower).term, false};
    return add_follower(t, part, parent, at, depth);
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
    CascadeTerm stuck = {0};
    for (uint32_t i = 0; i < 2 * n; i++) {
        TermPart part = term_part(t->s, of, i % n);
        if (term_is_constant(part.term) || part.divides != (i >= n))
            continue;
        bool keeps = is_kept(t, part.term) ||
                     (part.divides && has_free && !mover_of(t, part.term, true));
        any |= !keeps;
        if (keeps && !cascade_is_held(t, part.term))
            stuck = part.term;
        if (!expand_part(t, part, parent, keeps, depth))
            return false;
    }
    if (!any)
        t->twice = stuck;
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

/* What is kept does not change with what changes. */
static void check_kept(CascadeTree *t)
{
    for (size_t i = 1; i < t->n && !t->twice.ast; i++) {
        const CascadeNode *node = &t->node[i];
        size_t mover = node->role == CASCADE_KEPT && !cascade_is_held(t, node->term)
                           ? mover_of(t, node->term, false)
                           : 0;
        if (mover)
            t->twice = t->node[mover].term;
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

bool cascade_refuse_twice(const CascadeTree *tree, CascadeTerm driver)
{
    Session *s = tree->s;
    const char *goal = tree->node[0].name, *name = term_name(s, driver);
    Diag *d = diag_error(&s->sink, DIAG_CASCADE, tree->span,
                         "`%s` stands in `%s` in places that need it at different "
                         "values",
                         name, goal);
    if (tree->node[0].term.indicator || !term_is_measure(s, driver))
        diag_help(&s->sink, d, "hold one of its drivers: `holding ...`");
    else
        diag_help(&s->sink, d, "move it alone: `solve %s = VALUE by %s`", goal, name);
    return false;
}

static bool refuse_unknown(Session *s, const AstPath *path)
{
    const char *name = path->item[path->count - 1].text;
    const Steering *steering = &s->model.steering;
    Suggest suggest;
    suggest_init(&suggest, name);
    suggest_measures(&suggest, &s->model);
    for (size_t i = 0; i < steering->n_indicator; i++)
        suggest_offer(&suggest, steering->indicator[i]->head.name);
    Diag *d = diag_error(&s->sink, DIAG_UNKNOWN_NAME, path->span,
                         "there is no measure or indicator `%s`", name);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    return false;
}

bool cascade_build(CascadeTree *tree, const AstExpr *goal)
{
    Session *s = tree->s;
    CascadeTerm term = term_named(s, &goal->as.path);
    tree->span = goal->span;
    if (!term.ast)
        return refuse_unknown(s, &goal->as.path);
    bool ok = expand(tree, add(tree, term, CASCADE_GOAL, 0), 0);
    check_kept(tree);
    if (tree->twice.ast)
        return cascade_refuse_twice(tree, tree->twice);
    if (!ok) {
        Diag *d = diag_error(&s->sink, DIAG_CASCADE, goal->span,
                             "all that `%s` is made of is held", tree->node[0].name);
        diag_help(&s->sink, d, "leave one driver free");
        return false;
    }
    return check_held(tree);
}
