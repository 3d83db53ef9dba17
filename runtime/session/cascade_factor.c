/* What each driver of a cascade has to grow by: exact factors, but for roots, where a
   product has one driver several times. */
#include "runtime/session/cascade.h"

typedef struct {
    const CascadeTree *tree;
    const Value *assumed;
    CascadeFactor *factor;
} Finding;

Value cascade_needed(CascadeFactor factor, Value assumed)
{
    Value value = assumed;
    if (!factor.known)
        value.empty = true;
    if (value.empty)
        return value;
    value.empty = !decimal_mul(assumed.as.number, factor.num, &value.as.number) ||
                  !decimal_div(value.as.number, factor.den, &value.as.number);
    return value;
}

/* What the parts of a sum that change are together now, and have to be. */
static CascadeFactor factor_of_parts(const Finding *f, uint32_t parent)
{
    CascadeFactor res = {true, decimal_from_i64(0), decimal_from_i64(0)};
    Value all = f->assumed[parent];
    Value needed = cascade_needed(f->factor[parent], all);
    Decimal kept;
    for (size_t i = parent + 1; i < f->tree->n; i++) {
        const CascadeNode *node = &f->tree->node[i];
        Value part = f->assumed[i];
        if (node->parent != parent || node->role != CASCADE_PART || part.empty)
            continue;
        res.known &= node->is_negative ? decimal_sub(res.den, part.as.number, &res.den)
                                       : decimal_add(res.den, part.as.number, &res.den);
    }
    res.known = res.known && !all.empty && !needed.empty &&
                decimal_sub(all.as.number, res.den, &kept) &&
                decimal_sub(needed.as.number, kept, &res.num) &&
                !decimal_is_zero(res.den);
    return res;
}

/* The formula has to make what is needed of the indicator, whatever it made so far. */
static CascadeFactor factor_of_formula(const Finding *f, size_t at)
{
    uint32_t parent = f->tree->node[at].parent;
    Value own = f->assumed[at];
    Value needed = cascade_needed(f->factor[parent], f->assumed[parent]);
    return (CascadeFactor){!needed.empty && !own.empty &&
                               !decimal_is_zero(own.as.number),
                           needed.as.number, own.as.number};
}

/* power(number, 1 / times) */
static bool root_of(const CascadeTree *tree, Decimal *number, uint32_t times)
{
    Session *s = tree->s;
    Span span = tree->span;
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    Decimal part;
    AstArg *arg = ARENA_ARRAY(s->statement, AstArg, 2);
    AstExpr call = {.kind = AST_EXPR_CALL, .span = span};
    Type type;
    Value value;
    if (!decimal_div(decimal_from_i64(1), decimal_from_i64(times), &part))
        return false;
    arg[0].value = driver_number(s, *number, span);
    arg[1].value = driver_number(s, part, span);
    call.as.call.function = (AstName){.text = "power", .span = span};
    call.as.call.args = (AstArgs){arg, 2, 2};
    if (!resolve_constant(&r, &call, &type, &value) || value.empty)
        return false;
    *number = value.as.number;
    return true;
}

/* What a factor grows by that a product has so many times. */
static CascadeFactor factor_of_each(const CascadeTree *tree, CascadeFactor all,
                                    uint32_t times)
{
    CascadeFactor res = {all.known, all.num, decimal_from_i64(1)};
    if (times <= 1)
        return all;
    res.known = res.known && decimal_div(all.num, all.den, &res.num) &&
                root_of(tree, &res.num, times);
    return res;
}

/* What a follower comes to when its leader is so many times what it was. */
static Value followed(const Finding *f, size_t at, CascadeFactor by)
{
    const CascadeNode *node = &f->tree->node[at];
    Value res = f->assumed[at];
    bool has_parts = false;
    for (size_t i = at + 1; i < f->tree->n && !res.empty; i++) {
        const CascadeNode *part = &f->tree->node[i];
        Value was = f->assumed[i], then = followed(f, i, by);
        Decimal more;
        if (part->parent != at)
            continue;
        has_parts = true;
        if (!was.empty)
            res.empty =
                !decimal_sub(then.as.number, was.as.number, &more) ||
                !(part->is_negative ? decimal_sub(res.as.number, more, &res.as.number)
                                    : decimal_add(res.as.number, more, &res.as.number));
    }
    bool leads = node->role == CASCADE_FOLLOWS && !has_parts;
    return leads ? cascade_needed(by, res) : res;
}

static CascadeFactor factor_of_follower(const Finding *f, size_t at)
{
    CascadeFactor of_leader = f->factor[f->tree->node[at].leader];
    Value own = f->assumed[at], then = followed(f, at, of_leader);
    bool known =
        of_leader.known && !own.empty && !then.empty && !decimal_is_zero(own.as.number);
    return (CascadeFactor){known, then.as.number, own.as.number};
}

/* Is the difference of two that are as large as `of` no more than what their digits
   were rounded by? */
static bool is_rounding(Decimal rest, Decimal of)
{
    Decimal part;
    if (decimal_is_zero(of) || !decimal_div(rest, of, &part))
        return false;
    if (decimal_sign(part) < 0)
        part = decimal_negate(part);
    return decimal_compare(part, decimal_make(1, 15)) < 0;
}

/* Of what is divided by a S made of it, S = along + kept, and has to be so many times,
   `above`, what it was:
       x / (x * along + kept) = above / S;  x = above * kept / (S - above * along) */
static CascadeFactor factor_of_leader(const Finding *f, size_t at, CascadeFactor above)
{
    CascadeFactor twice = {true, decimal_from_i64(2), decimal_from_i64(1)}, res = above;
    size_t follower = f->tree->node[at].follower;
    Value all = f->assumed[follower], more = followed(f, follower, twice);
    Decimal along, kept, part;
    res.known = above.known && !all.empty && !more.empty &&
                decimal_sub(more.as.number, all.as.number, &along) &&
                decimal_sub(all.as.number, along, &kept) &&
                decimal_mul(above.num, kept, &res.num) &&
                decimal_mul(above.den, all.as.number, &res.den) &&
                decimal_mul(above.num, along, &part) &&
                decimal_sub(res.den, part, &res.den) && !is_rounding(res.den, part) &&
                (decimal_sign(res.num) * decimal_sign(res.den) > 0 ||
                 (decimal_is_zero(above.num) && !decimal_is_zero(res.den)));
    return res;
}

static CascadeFactor factor_of(const Finding *f, size_t i)
{
    const CascadeNode *node = &f->tree->node[i];
    CascadeFactor above = f->factor[node->parent], res = {0};
    Decimal one = decimal_from_i64(1);
    switch (node->role) {
    case CASCADE_GOAL:
        res = above;
        break;
    case CASCADE_TAKES:
        res = node->follower ? factor_of_leader(f, i, above)
                             : factor_of_each(f->tree, above, node->power);
        break;
    case CASCADE_FOLLOWS:
        res = factor_of_follower(f, i);
        break;
    case CASCADE_INVERSE:
        res = (CascadeFactor){above.known && !decimal_is_zero(above.num), above.den,
                              above.num};
        res = factor_of_each(f->tree, res, node->power);
        break;
    case CASCADE_PART:
        res = factor_of_parts(f, node->parent);
        break;
    case CASCADE_FORMULA:
        res = factor_of_formula(f, i);
        break;
    case CASCADE_KEPT:
        res = (CascadeFactor){true, one, one};
        break;
    }
    return res;
}

static Decimal size_of(Decimal number)
{
    return decimal_sign(number) < 0 ? decimal_negate(number) : number;
}

/* Are they a billionth of each other apart, which is more than rounding does? */
static bool is_near(CascadeFactor a, CascadeFactor b)
{
    Decimal left, right, gap, most;
    return !a.known || !b.known || !decimal_mul(a.num, b.den, &left) ||
           !decimal_mul(b.num, a.den, &right) || !decimal_sub(left, right, &gap) ||
           !decimal_mul(left, decimal_make(1, 9), &most) ||
           decimal_compare(size_of(gap), size_of(most)) <= 0;
}

bool cascade_find_factors(const CascadeTree *tree, const Value *assumed, Value target,
                          CascadeFactor *factor)
{
    const Finding f = {tree, assumed, factor};
    factor[0].known =
        !assumed[0].empty && !target.empty && !decimal_is_zero(assumed[0].as.number);
    factor[0].num = target.as.number;
    factor[0].den = assumed[0].as.number;
    for (size_t i = 1; i < tree->n; i++) {
        factor[i] = factor_of(&f, i);
        for (size_t k = 1; k < i; k++) {
            if (term_same(tree->s, tree->node[i].term, tree->node[k].term) &&
                !is_near(factor[i], factor[k]))
                return cascade_refuse_twice(tree, tree->node[i].term);
        }
    }
    return true;
}
