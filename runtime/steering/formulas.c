/* C2, C3: do the targets of drivers make the target of what they drive? A formula is
   evaluated over targets, as intervals where they are bands; turned round it says what
   one driver would have to be. */
#include "runtime/steering/check.h"
#include "runtime/steering/status.h"

#include "runtime/base/ascii.h"

#include <string.h>

typedef struct {
    Decimal lo, hi;
} Interval;

/* A driver whose targets are a band, of which one end is taken at a time. */
typedef struct {
    const char *name;
    bool high;
} End;

typedef struct {
    const Checker *c;
    SteerTime time;      /* of the target */
    const char *missing; /* the driver without target, where there is one */
    size_t n_missing;
    const End *end; /* of these one end */
    size_t n_end;
} Over;

static void widen(Interval *to, Decimal value, bool first)
{
    if (first || decimal_compare(value, to->lo) < 0)
        to->lo = value;
    if (first || decimal_compare(value, to->hi) > 0)
        to->hi = value;
}

static bool apply(AstOp op, Decimal a, Decimal b, Decimal *res)
{
    switch (op) {
    case AST_OP_ADD:
        return decimal_add(a, b, res);
    case AST_OP_SUBTRACT:
        return decimal_sub(a, b, res);
    case AST_OP_MULTIPLY:
        return decimal_mul(a, b, res);
    default:
        return !decimal_is_zero(b) && decimal_div(a, b, res);
    }
}

static bool combine(AstOp op, Interval a, Interval b, Interval *res)
{
    const Decimal left[] = {a.lo, a.hi}, right[] = {b.lo, b.hi};
    if (op == AST_OP_DIVIDE && decimal_sign(b.lo) != decimal_sign(b.hi))
        return false;
    for (int i = 0; i < 4; i++) {
        Decimal value;
        if (!apply(op, left[i / 2], right[i % 2], &value))
            return false;
        widen(res, value, i == 0);
    }
    return true;
}

static void take_end(const Over *over, const char *name, Interval *value)
{
    for (size_t i = 0; i < over->n_end; i++) {
        if (!ascii_same(over->end[i].name, name))
            continue;
        *(over->end[i].high ? &value->lo : &value->hi) =
            over->end[i].high ? value->hi : value->lo;
    }
}

/* What the targets make of it; false: a driver has none, or it cannot be computed. */
static bool evaluate(Over *over, const AstExpr *ast, Interval *res)
{
    if (ast->kind == AST_EXPR_PATH) {
        const char *name = ast->as.path.item[0].text;
        size_t node = graph_find(&over->c->graph, name);
        if (steer_wanted_in(over->c, node, over->time, &res->lo, &res->hi)) {
            take_end(over, name, res);
            return true;
        }
        over->missing = name;
        over->n_missing++;
        return false;
    }
    if (ast->kind != AST_EXPR_CHAIN) {
        res->lo = res->hi =
            ast->kind == AST_EXPR_MONEY ? ast->as.money.value : ast->as.number;
        return true;
    }
    bool ok = evaluate(over, ast->as.chain.first, res);
    for (uint32_t i = 0; i < ast->as.chain.terms.count; i++) {
        const AstTerm *term = &ast->as.chain.terms.item[i];
        Interval right, left = *res;
        bool known = evaluate(over, term->operand, &right);
        ok = ok && known && combine(term->op, left, right, res);
    }
    return ok;
}

static void count_name(void *self, const char *name, bool inversely, Span span)
{
    Over *over = self;
    (void)inversely;
    (void)span;
    over->n_missing += ascii_same(name, over->missing);
}

static size_t mentions(const AstExpr *ast, const char *name)
{
    Over over = {.missing = name};
    formula_names(ast, false, count_name, &over);
    return over.n_missing;
}

static bool is_product(const AstExpr *chain)
{
    AstOp op = chain->as.chain.terms.item[0].op;
    return op == AST_OP_MULTIPLY || op == AST_OP_DIVIDE;
}

/* ---- the least and the most of bands ---- */

enum { MOST_BANDS = 10 };

/* As a quotient of polynomials in one driver. */
typedef struct {
    int over, under;
} Degree;

static Degree degree_of(const AstExpr *ast, const char *name)
{
    if (ast->kind == AST_EXPR_PATH)
        return (Degree){ascii_same(ast->as.path.item[0].text, name), 0};
    if (ast->kind != AST_EXPR_CHAIN)
        return (Degree){0, 0};
    Degree d = degree_of(ast->as.chain.first, name);
    for (uint32_t i = 0; i < ast->as.chain.terms.count; i++) {
        const AstTerm *term = &ast->as.chain.terms.item[i];
        Degree e = degree_of(term->operand, name);
        int left = d.over + e.under, right = e.over + d.under;
        if (term->op == AST_OP_MULTIPLY)
            d = (Degree){d.over + e.over, d.under + e.under};
        else if (term->op == AST_OP_DIVIDE)
            d = (Degree){left, right};
        else
            d = (Degree){left > right ? left : right, d.under + e.under};
    }
    return d;
}

typedef struct {
    const Over *over;
    const AstExpr *formula;
    End end[MOST_BANDS];
    size_t n;
    bool overlaps; /* a band stands in it twice */
    bool turns;    /* somewhere between the ends of a band it may be more or less than
                      there */
} Bands;

static void add_band(void *self, const char *name, bool inversely, Span span)
{
    Bands *b = self;
    size_t node = graph_find(&b->over->c->graph, name);
    Interval value;
    (void)inversely;
    (void)span;
    if (!steer_wanted_in(b->over->c, node, b->over->time, &value.lo, &value.hi) ||
        decimal_compare(value.lo, value.hi) == 0)
        return;
    for (size_t i = 0; i < b->n; i++) {
        if (!ascii_same(b->end[i].name, name))
            continue;
        Degree d = degree_of(b->formula, name);
        b->overlaps = true;
        b->turns |= d.over > 1 || d.under > 1;
        return;
    }
    if (b->n < MOST_BANDS)
        b->end[b->n++] = (End){name, false};
    else
        b->overlaps = b->turns = true; /* too many to try */
}

/* What the targets make of it at least and at most. A quotient of sums and products in
   which no driver is multiplied by itself goes one way with each of them, so that it is
   least and most where all are at an end; without a driver that stands twice the
   intervals are that. false as evaluate(); *wide: it may be less than *res. */
static bool find_extremes(Over *over, const AstExpr *formula, Interval *res, bool *wide)
{
    Bands b = {.over = over, .formula = formula};
    *wide = false;
    if (!evaluate(over, formula, res))
        return false;
    formula_names(formula, false, add_band, &b);
    *wide = b.overlaps && b.turns;
    if (!b.overlaps || b.turns)
        return true;
    Over at = *over;
    at.end = b.end;
    at.n_end = b.n;
    for (size_t corner = 0; corner < (size_t)1 << b.n; corner++) {
        Interval value;
        for (size_t i = 0; i < b.n; i++)
            b.end[i].high = corner >> i & 1;
        if (!evaluate(&at, formula, &value))
            return false;
        widen(res, value.lo, corner == 0);
    }
    return true;
}

/* What `name`, which stands once in the formula, has to be so that it makes `want`, all
   else being as targeted. */
static bool solve(Over *over, const AstExpr *ast, const char *name, Decimal want,
                  Decimal *res)
{
    if (ast->kind == AST_EXPR_PATH) {
        *res = want;
        return true;
    }
    bool product = is_product(ast), turned = false;
    Decimal rest = decimal_from_i64(product);
    const AstExpr *holder = NULL;
    for (uint32_t i = 0; i <= ast->as.chain.terms.count; i++) {
        const AstTerm *term = i ? &ast->as.chain.terms.item[i - 1] : NULL;
        const AstExpr *part = term ? term->operand : ast->as.chain.first;
        AstOp op = term ? term->op : product ? AST_OP_MULTIPLY : AST_OP_ADD;
        Interval value;
        if (mentions(part, name)) {
            holder = part;
            turned = op == AST_OP_DIVIDE || op == AST_OP_SUBTRACT;
        } else if (!evaluate(over, part, &value) || !apply(op, rest, value.lo, &rest)) {
            return false;
        }
    }
    /* want = rest op part: part = want / rest, or rest / want where it divides. */
    Decimal part;
    AstOp back = product ? AST_OP_DIVIDE : AST_OP_SUBTRACT;
    if (!(turned ? apply(back, rest, want, &part) : apply(back, want, rest, &part)))
        return false;
    return solve(over, holder, name, part, res);
}

/* ---- what a formula asks of the one driver without a target ---- */

static bool imply_one(Checker *c, size_t parent)
{
    const Indicator *one = c->graph.node[parent];
    const Target *first = one->n_target ? &one->target[0] : NULL;
    Over over = {.c = c, .time = c->implied[parent].time};
    Interval want, made;
    if (first && one->formula)
        over.time = steer_time_to_make(c, one, first);
    if (!one->formula || !steer_wanted_in(c, parent, over.time, &want.lo, &want.hi) ||
        evaluate(&over, one->formula, &made) || over.n_missing != 1)
        return false;
    size_t node = graph_find(&c->graph, over.missing);
    Implied *implied = &c->implied[node];
    const Indicator *driver = c->graph.node[node];
    if (driver->n_target || implied->is_known ||
        !solve(&over, one->formula, over.missing, want.lo, &implied->value))
        return false;
    implied->is_known = true;
    implied->time = over.time;
    steer_find(c, (Verdict){STEER_C2, STEER_WARNING}, about_indicator(driver),
               "give it this target", "it has no target; `%s` needs %s of it%s",
               one->head.name, steer_text(c, driver->type, implied->value),
               over.time.days ? steer_for_days(c, over.time.days)
                              : steer_for_other_time(c, driver, over.time));
    return true;
}

/* ---- C2 ---- */

typedef struct {
    double
        distance; /* of what it would have to be from what it is, as a part of that */
    const char *text;
} Way;

typedef struct {
    Checker *c;
    Over over;
    const Indicator *parent;
    Decimal want;
    Way *way; /* the furthest first */
    size_t n, cap;
} Search;

/* The last value that is over, by the month. */
static bool value_now(Checker *c, size_t node, Decimal *value)
{
    const SteerHistory *h = steer_history(c, node, AST_UNIT_MONTH);
    for (size_t i = h->n; i-- > 0;) {
        if (h->value[i].empty)
            continue;
        *value = h->value[i].as.number;
        return true;
    }
    return false;
}

/* How far a driver is from what it would have to be; flows are held against their
   target, since their month is not the target's time. */
static void try_driver(void *self, const char *name, bool inversely, Span span)
{
    Search *s = self;
    Checker *c = s->c;
    Decimal need, low, high, now, far;
    size_t node = graph_find(&c->graph, name);
    const Indicator *one = c->graph.node[node];
    (void)inversely;
    (void)span;
    if (mentions(s->parent->formula, name) != 1 ||
        !steer_wanted_in(c, node, s->over.time, &low, &high) ||
        !solve(&s->over, s->parent->formula, name, s->want, &need))
        return;
    if (one->type.unit.kind == UNIT_COUNT && decimal_sign(need) < 0)
        return;
    bool has_now = !steering_grows(one) && value_now(c, node, &now);
    Decimal base = has_now ? now : low;
    if (decimal_is_zero(base) || !decimal_sub(need, base, &far))
        return;
    double distance = decimal_to_double(far) / decimal_to_double(base);
    Way way = {distance < 0 ? -distance : distance, NULL};
    way.text = arena_printf(c->w->arena, "`%s` would have to be %s%s (target %s%s%s)",
                            name, steer_text_beside(c, one->type, need, low),
                            steer_for_other_time(c, one, s->over.time),
                            steer_text_beside(c, one->type, low, need),
                            has_now ? ", now " : "",
                            has_now ? steer_text(c, one->type, now) : "");
    ARENA_PUSH(c->w->arena, s->way, s->n, s->cap, way);
    for (size_t i = s->n - 1; i && s->way[i].distance > s->way[i - 1].distance; i--) {
        Way before = s->way[i - 1];
        s->way[i - 1] = s->way[i];
        s->way[i] = before;
    }
}

static const char *ways_text(const Search *s)
{
    const char *res = NULL;
    for (size_t i = 0; i < s->n; i++)
        res = res ? arena_printf(s->c->w->arena, "%s, or %s", res, s->way[i].text)
                  : s->way[i].text;
    return res ? res : "no driver alone could settle it";
}

/* Do the intervals meet, or nearly? */
static bool fits(Interval made, Decimal low, Decimal high, Decimal tolerance)
{
    if (decimal_compare(made.hi, low) >= 0 && decimal_compare(made.lo, high) <= 0)
        return true;
    return steering_is_near(made.hi, low, tolerance) ||
           steering_is_near(made.lo, high, tolerance);
}

/* So that one sees how it differs from what is wanted. */
static const char *interval_text(const Checker *c, Type type, Interval value,
                                 Decimal want)
{
    const char *low = steer_text_beside(c, type, value.lo, want);
    if (decimal_compare(value.lo, value.hi) == 0)
        return low;
    return arena_printf(c->w->arena, "%s to %s", low,
                        steer_text_beside(c, type, value.hi, want));
}

static const char *why_not_made(const Over *over)
{
    if (!over->n_missing)
        return "what it divides by may be zero, by its drivers' targets";
    const Graph *graph = &over->c->graph;
    const Indicator *driver = graph->node[graph_find(graph, over->missing)];
    return arena_printf(over->c->w->arena, "`%s` has no target%s", over->missing,
                        driver->n_target ? steer_for_time(over->c, over->time)
                                         : steer_for_days(over->c, over->time.days));
}

static void check_target(Checker *c, const Indicator *one, const Target *target)
{
    Decimal tolerance = one->tolerance ? *one->tolerance : decimal_make(5, 3);
    Decimal low = target->bound.low;
    Decimal high = target->bound.is_band ? target->bound.high : low;
    Over over = {.c = c, .time = steer_time_to_make(c, one, target)};
    Interval made;
    bool wide;
    if (!find_extremes(&over, one->formula, &made, &wide)) {
        steer_leave_open(c, STEER_C2, one->head.name, why_not_made(&over));
        return;
    }
    if (fits(made, low, high, tolerance)) {
        if (wide)
            steer_leave_open(c, STEER_C2, one->head.name,
                             "what bands of drivers that it has twice make of it is "
                             "not known");
        return;
    }
    bool less = decimal_compare(made.hi, low) < 0;
    Search search = {.c = c, .over = over, .parent = one, .want = less ? low : high};
    formula_names(one->formula, false, try_driver, &search);
    Subject about = about_indicator(one);
    about.span = target->span;
    bool enough = one->aim == AIM_UP ? !less : one->aim == AIM_DOWN && less;
    steer_find(
        c, (Verdict){STEER_C2, enough ? STEER_WARNING : STEER_ERROR}, about,
        "change one of the targets", "its drivers' targets make %s%s, not %s; %s",
        wide ? "something within " : "", interval_text(c, one->type, made, search.want),
        steer_text_beside(c, one->type, search.want, less ? made.hi : made.lo),
        ways_text(&search));
}

/* ---- C3 ---- */

static bool has_unit(Type type)
{
    return type.unit.kind == UNIT_MONEY || type.unit.kind == UNIT_PERCENT ||
           type.unit.kind == UNIT_DAYS || type.unit.kind == UNIT_HOURS;
}

static const char *unit_word(Type type)
{
    static const char *const word[] = {[UNIT_MONEY] = "money",
                                       [UNIT_PERCENT] = "a percentage",
                                       [UNIT_DAYS] = "days",
                                       [UNIT_HOURS] = "hours"};
    return has_unit(type) ? word[type.unit.kind] : "a plain number";
}

/* A quotient of two of a kind is a percentage where that is declared. */
static bool is_same_unit(Type type, Type made)
{
    return type.unit.kind == made.unit.kind || (!has_unit(type) && !has_unit(made)) ||
           (type.unit.kind == UNIT_PERCENT && !has_unit(made) && made.quotient);
}

/* A flow whose target is for another length of time than that of the whole. */
typedef struct {
    Checker *c;
    const Indicator *parent;
} Lengths;

/* What is more in a longer time is to be reached `by` P in all of P. */
static const Target *timed(const Indicator *one)
{
    for (size_t i = 0; i < one->n_target; i++) {
        if (one->target[i].has_period && (!one->target[i].is_by || steering_grows(one)))
            return &one->target[i];
    }
    return NULL;
}

/* What its target is for: the period, or each one of the rhythm. */
static const char *time_of(const Checker *c, const Indicator *one, const Target *target)
{
    PeriodUnit unit = steer_period_unit(steer_rhythm_unit(one->head.rhythm));
    return target ? steer_days(c, steer_target_time(one, target))
                  : arena_printf(c->w->arena, "each %s", calendar_unit_name(unit));
}

static bool is_as_long(const Indicator *a, const Target *of_a, const Indicator *b,
                       const Target *of_b)
{
    int32_t n, m;
    if (!of_a || !of_b)
        return !of_a && !of_b &&
               steer_rhythm_unit(a->head.rhythm) == steer_rhythm_unit(b->head.rhythm);
    return calendar_unit_of_range(PERIOD_YEAR, steer_target_time(a, of_a), &n) ==
               calendar_unit_of_range(PERIOD_YEAR, steer_target_time(b, of_b), &m) &&
           n == m;
}

static void check_length(void *self, const char *name, bool inversely, Span span)
{
    Lengths *l = self;
    size_t node = graph_find(&l->c->graph, name);
    const Indicator *one = l->c->graph.node[node];
    const Target *of_one = timed(one), *whole = timed(l->parent);
    Interval value;
    Subject about = about_indicator(l->parent);
    (void)inversely;
    about.span = span;
    if (!steering_grows(one) || !one->n_target || !l->parent->n_target ||
        l->parent->type.add == ADD_STOCK || is_as_long(one, of_one, l->parent, whole))
        return;
    const Target *target = whole ? whole : steer_plain_target(l->parent);
    if (!target)
        return;
    SteerTime time = steer_time_to_make(l->c, l->parent, target);
    if (steer_wanted_in(l->c, node, time, &value.lo, &value.hi))
        return;
    steer_find(l->c, (Verdict){STEER_C3, STEER_ERROR}, about,
               "set both for the same time", "`%s` has its target for %s, `%s` for %s",
               name, time_of(l->c, one, of_one), l->parent->head.name,
               time_of(l->c, l->parent, whole));
}

static void check_units(Checker *c, const Indicator *one)
{
    Lengths lengths = {c, one};
    formula_names(one->formula, false, check_length, &lengths);
    if (is_same_unit(one->type, one->formula_type))
        return;
    steer_find(c, (Verdict){STEER_C3, STEER_ERROR}, about_indicator(one),
               "multiply or divide so that the units come out",
               "it measures %s, and its formula makes %s", unit_word(one->type),
               unit_word(one->formula_type));
}

void check_formulas(Checker *c)
{
    c->implied = ARENA_ARRAY(c->w->arena, Implied, c->graph.n + 1);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < c->graph.n; i++)
            more |= imply_one(c, i);
    }
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        if (!one->formula)
            continue;
        check_units(c, one);
        for (size_t k = 0; k < one->n_target; k++)
            check_target(c, one, &one->target[k]);
    }
}
