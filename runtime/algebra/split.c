/* The formulas are in docs/reference/why.md. Rates: Kitagawa, Components of a
   difference between two rates (1955), against the mean of both totals, so that members
   add up. Prices: price-volume-mix as in management accounting, with the mix computed.
 */
#include "runtime/algebra/split.h"

typedef struct {
    bool ok;
} Math;

static Decimal add(Math *m, Decimal a, Decimal b)
{
    Decimal res = a;
    m->ok = m->ok && decimal_add(a, b, &res);
    return res;
}

static Decimal sub(Math *m, Decimal a, Decimal b)
{
    return add(m, a, decimal_negate(b));
}

/* To the digits of a quotient. */
static Decimal mul(Math *m, Decimal a, Decimal b)
{
    Decimal res = a;
    m->ok = m->ok && decimal_mul(a, b, &res);
    return decimal_round(res, DECIMAL_QUOTIENT_SCALE);
}

/* b is not 0. */
static Decimal divide(Math *m, Decimal a, Decimal b)
{
    Decimal res = a;
    m->ok = m->ok && decimal_div(a, b, &res);
    return res;
}

static Decimal mean(Math *m, Decimal a, Decimal b)
{
    return divide(m, add(m, a, b), decimal_from_i64(2));
}

static Decimal zero(void)
{
    return decimal_from_i64(0);
}

static void clear(SplitMember *member)
{
    for (int i = 0; i < WHY_REASONS_MAX; i++)
        member->reason[i] = zero();
    member->sum = zero();
}

/* --- sums: changed, new, lost --- */

static void split_sum(Math *m, SplitMember *member)
{
    bool was = !decimal_is_zero(member->before[0]);
    bool is = !decimal_is_zero(member->now[0]);
    member->sum = sub(m, member->now[0], member->before[0]);
    member->reason[was && is ? 0 : is ? 1 : 2] = member->sum;
}

/* --- rates: rate, mix, new, lost --- */

/* Numerators and denominators added up. */
typedef struct {
    Decimal now[2], before[2];
} Totals;

static void add_member(Math *m, Totals *totals, const SplitMember *member)
{
    for (int i = 0; i < 2; i++) {
        totals->now[i] = add(m, totals->now[i], member->now[i]);
        totals->before[i] = add(m, totals->before[i], member->before[i]);
    }
}

static Totals total_of(Math *m, const SplitMember *member, size_t n)
{
    Totals totals = {{zero(), zero()}, {zero(), zero()}};
    for (size_t i = 0; i < n; i++)
        add_member(m, &totals, &member[i]);
    return totals;
}

/* What the members so far contribute: n1/D1 - n0/D0 - (d1/D1 - d0/D0) * R, where R is
   the mean of both rates. Of all members it is the change. */
static Decimal contributed(Math *m, const Totals *whole, const Totals *upto, Decimal r)
{
    Decimal value = sub(m, divide(m, upto->now[0], whole->now[1]),
                        divide(m, upto->before[0], whole->before[1]));
    Decimal weight = sub(m, divide(m, upto->now[1], whole->now[1]),
                         divide(m, upto->before[1], whole->before[1]));
    return sub(m, value, mul(m, weight, r));
}

/* (rate now - before) * mean of the weights */
static Decimal rate_effect(Math *m, const Totals *whole, const SplitMember *member)
{
    Decimal now = divide(m, member->now[0], member->now[1]);
    Decimal before = divide(m, member->before[0], member->before[1]);
    Decimal weight = mean(m, divide(m, member->now[1], whole->now[1]),
                          divide(m, member->before[1], whole->before[1]));
    return mul(m, sub(m, now, before), weight);
}

static void split_rate(Math *m, const Totals *whole, SplitMember *member, size_t n)
{
    Totals upto = {{zero(), zero()}, {zero(), zero()}};
    Decimal r = mean(m, divide(m, whole->now[0], whole->now[1]),
                     divide(m, whole->before[0], whole->before[1]));
    Decimal last = zero();
    for (size_t i = 0; i < n; i++) {
        add_member(m, &upto, &member[i]);
        Decimal all = contributed(m, whole, &upto, r);
        member[i].sum = sub(m, all, last);
        last = all;
        bool is = !decimal_is_zero(member[i].now[1]);
        bool was = !decimal_is_zero(member[i].before[1]);
        if (is != was) {
            member[i].reason[is ? 2 : 3] = member[i].sum;
            continue;
        }
        if (is)
            member[i].reason[0] = rate_effect(m, whole, &member[i]);
        member[i].reason[1] = sub(m, member[i].sum, member[i].reason[0]);
    }
}

/* --- terms of one rate: numerator, denominator --- */

/* (n1 - n0) * mean of 1/d1 and 1/d0 */
static void split_terms(Math *m, const Totals *whole, SplitMember *member)
{
    Decimal by = sub(m, whole->now[0], whole->before[0]);
    member->sum = sub(m, divide(m, whole->now[0], whole->now[1]),
                      divide(m, whole->before[0], whole->before[1]));
    member->reason[0] =
        mean(m, divide(m, by, whole->now[1]), divide(m, by, whole->before[1]));
    member->reason[1] = sub(m, member->sum, member->reason[0]);
}

/* --- prices: price, volume, mix, new, lost --- */

static bool is_continued(const SplitMember *member)
{
    return decimal_sign(member->now[1]) > 0 && decimal_sign(member->before[1]) > 0;
}

/* What was sold now, at the price of before. */
static Decimal at_old_price(Math *m, const SplitMember *member)
{
    Decimal res = member->now[1];
    m->ok = m->ok && decimal_mul(member->before[0], member->now[1], &res);
    return divide(m, res, member->before[1]);
}

static void split_price(Math *m, SplitMember *member, size_t n)
{
    Decimal now = zero(), before = zero();
    for (size_t i = 0; i < n; i++) {
        if (!is_continued(&member[i]))
            continue;
        now = add(m, now, member[i].now[1]);
        before = add(m, before, member[i].before[1]);
    }
    for (size_t i = 0; i < n; i++) {
        SplitMember *one = &member[i];
        one->sum = sub(m, one->now[0], one->before[0]);
        if (!is_continued(one)) {
            one->reason[3] = one->now[0];
            one->reason[4] = decimal_negate(one->before[0]);
            continue;
        }
        Decimal old = at_old_price(m, one), growth = one->before[0];
        m->ok = m->ok && decimal_mul(growth, sub(m, now, before), &growth);
        one->reason[0] = sub(m, one->now[0], old);
        one->reason[1] = divide(m, growth, before);
        one->reason[2] = sub(m, sub(m, old, one->before[0]), one->reason[1]);
    }
}

SplitStatus split_change(WhyKind kind, SplitMember *member, size_t n)
{
    Math m = {true};
    for (size_t i = 0; i < n; i++)
        clear(&member[i]);
    Totals whole = total_of(&m, member, n);
    bool over = kind == WHY_RATE || kind == WHY_TERMS;
    if (over && (decimal_is_zero(whole.now[1]) || decimal_is_zero(whole.before[1])))
        return SPLIT_NONE;
    switch (kind) {
    case WHY_SUM:
        for (size_t i = 0; i < n; i++)
            split_sum(&m, &member[i]);
        break;
    case WHY_RATE:
        split_rate(&m, &whole, member, n);
        break;
    case WHY_TERMS:
        split_terms(&m, &whole, member);
        break;
    case WHY_PRICE:
        split_price(&m, member, n);
        break;
    case WHY_MOVES:
        break;
    }
    return m.ok ? SPLIT_OK : SPLIT_WIDE;
}
