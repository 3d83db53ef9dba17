/* C1, C4 to C10: does what is asked of units and people add up, and can it be done? */
#include "runtime/steering/check.h"

#include "runtime/base/ascii.h"

#include <string.h>

static Decimal half_percent(void)
{
    return decimal_make(5, 3);
}

static Subject about_cascade(const Indicator *one, const Cascade *cascade)
{
    Subject about = about_indicator(one);
    about.span = cascade->span;
    return about;
}

/* The target that the cascade splits; false: there is none. */
static bool whole_of(const Checker *c, size_t node, const Cascade *cascade,
                     Decimal *whole)
{
    Decimal high;
    return steer_wanted(c, node, cascade->has_period ? &cascade->period : NULL, whole,
                        &high);
}

/* Sum of value times weight, and of the weights. */
static bool add_up(const Cascade *cascade, Decimal *sum, Decimal *weights)
{
    *sum = *weights = decimal_from_i64(0);
    for (size_t i = 0; i < cascade->n_part; i++) {
        const CascadePart *part = &cascade->part[i];
        Decimal value;
        if (!decimal_mul(part->value, part->weight, &value) ||
            !decimal_add(*sum, value, sum) ||
            !decimal_add(*weights, part->weight, weights))
            return false;
    }
    return true;
}

static void tell_sum(Checker *c, size_t node, const Cascade *cascade, Decimal sum,
                     Decimal whole)
{
    const Indicator *one = c->graph.node[node];
    Decimal off, part, allowed = half_percent();
    if (decimal_is_zero(whole) || !decimal_sub(sum, whole, &off) ||
        !decimal_div(off, whole, &part))
        return;
    bool over = decimal_sign(part) > 0;
    Decimal size = over ? part : decimal_negate(part);
    if (over && cascade->has_excess)
        allowed = cascade->excess;
    if (decimal_compare(size, allowed) <= 0)
        return;
    steer_find(c, (Verdict){STEER_C1, STEER_WARNING}, about_cascade(one, cascade),
               over ? "take some back, or say with `over` that it is on purpose"
                    : "give out the rest",
               "its units have %s together, %s of %s: %s by %s",
               steer_text(c, one->type, sum),
               over ? "more than the target" : "less than the target",
               steer_text(c, one->type, whole),
               over ? "over-assigned" : "under-assigned", steer_percent(c, size));
}

static void check_same(Checker *c, size_t node, const Cascade *cascade, Decimal whole)
{
    const Indicator *one = c->graph.node[node];
    for (size_t i = 0; i < cascade->n_part; i++) {
        if (decimal_compare(cascade->part[i].value, whole) != 0)
            steer_find(
                c, (Verdict){STEER_C1, STEER_WARNING}, about_cascade(one, cascade),
                "give all units the same target",
                "\"%s\" has %s and the whole %s, though all are to have the same",
                cascade->part[i].unit, steer_text(c, one->type, cascade->part[i].value),
                steer_text(c, one->type, whole));
    }
}

static void check_average(Checker *c, size_t node, const Cascade *cascade,
                          Decimal whole)
{
    const Indicator *one = c->graph.node[node];
    Decimal sum, weights, mean, off, allowed;
    if (!add_up(cascade, &sum, &weights) || !decimal_div(sum, weights, &mean) ||
        !decimal_sub(mean, whole, &off) ||
        !decimal_mul(whole, half_percent(), &allowed))
        return;
    if (decimal_sign(off) < 0)
        off = decimal_negate(off);
    if (decimal_sign(allowed) < 0)
        allowed = decimal_negate(allowed);
    if (decimal_compare(off, allowed) > 0)
        steer_find(c, (Verdict){STEER_C1, STEER_WARNING}, about_cascade(one, cascade),
                   "change the parts or their weights",
                   "the average of its units is %s, its target %s",
                   steer_text(c, one->type, mean), steer_text(c, one->type, whole));
}

static void check_cascade(Checker *c, size_t node, const Cascade *cascade)
{
    const Indicator *one = c->graph.node[node];
    Decimal sum, weights, whole, one_whole = decimal_from_i64(1);
    Subject about = about_cascade(one, cascade);
    if (cascade->rule == CASCADE_SUM &&
        (one->type.add == ADD_RATIO || one->type.add == ADD_DISTINCT)) {
        steer_find(c, (Verdict){STEER_C4, STEER_ERROR}, about,
                   "split it `as weighted` or `as same`, or split what it is made of",
                   "%s does not add up over units",
                   one->type.add == ADD_RATIO ? "a ratio" : "a distinct count");
        return;
    }
    if (!add_up(cascade, &sum, &weights))
        return;
    if (cascade->rule == CASCADE_SHARE) {
        if (decimal_compare(sum, one_whole) != 0)
            steer_find(c, (Verdict){STEER_C7, STEER_ERROR}, about,
                       "let the shares make 100%", "its shares add up to %s",
                       steer_percent(c, sum));
        return;
    }
    if (!whole_of(c, node, cascade, &whole)) {
        steer_find(c, (Verdict){STEER_C1, STEER_WARNING}, about,
                   "give it a target for the same time",
                   "there is no target that it could split");
        return;
    }
    if (cascade->rule == CASCADE_SUM)
        tell_sum(c, node, cascade, sum, whole);
    else if (cascade->rule == CASCADE_SAME)
        check_same(c, node, cascade, whole);
    else
        check_average(c, node, cascade, whole);
}

/* ---- C5 ---- */

static void check_signs(Checker *c)
{
    for (size_t i = 0; i < c->graph.n_edge; i++) {
        const Edge *edge = &c->graph.edge[i];
        const Indicator *from = c->graph.node[edge->from],
                        *to = c->graph.node[edge->to];
        Subject about = about_indicator(edge->link ? from : to);
        about.span = edge->span;
        if ((from->aim != AIM_UP && from->aim != AIM_DOWN) ||
            (to->aim != AIM_UP && to->aim != AIM_DOWN) ||
            (from->aim == to->aim) != edge->inversely)
            continue;
        steer_find(c, (Verdict){STEER_C5, STEER_ERROR}, about,
                   "turn one of the targets round, or the link",
                   "`%s` is steered %s, which moves `%s` %s, and that is steered %s",
                   from->head.name, aim_word[from->aim], to->head.name,
                   to->aim == AIM_UP ? "down" : "up", aim_word[to->aim]);
    }
}

/* ---- C6 ---- */

/* The largest change for the better between two periods after each other, as a part of
   the first. */
static size_t best_change(const SteerHistory *h, bool up, Decimal *best)
{
    size_t n = 0;
    for (size_t i = 1; i < h->n; i++) {
        Decimal off, part, size;
        if (h->value[i - 1].empty || h->value[i].empty ||
            decimal_is_zero(h->value[i - 1].as.number) ||
            !decimal_sub(h->value[i].as.number, h->value[i - 1].as.number, &off))
            continue;
        size = h->value[i - 1].as.number;
        if (decimal_sign(size) < 0)
            size = decimal_negate(size);
        if (!decimal_div(up ? off : decimal_negate(off), size, &part))
            continue;
        if (!n++ || decimal_compare(part, *best) > 0)
            *best = part;
    }
    return n;
}

static bool last_value(const SteerHistory *h, Decimal *value)
{
    for (size_t i = h->n; i-- > 0;) {
        if (h->value[i].empty)
            continue;
        *value = h->value[i].as.number;
        return true;
    }
    return false;
}

/* The unit of time that the target is for; false: it is for several of them together.
 */
static bool unit_of(const Indicator *one, const Target *target, AstUnit *res)
{
    static const AstUnit unit[] = {
        [PERIOD_DAY] = AST_UNIT_DAY,     [PERIOD_WEEK] = AST_UNIT_WEEK,
        [PERIOD_MONTH] = AST_UNIT_MONTH, [PERIOD_QUARTER] = AST_UNIT_QUARTER,
        [PERIOD_HALF] = AST_UNIT_HALF,   [PERIOD_YEAR] = AST_UNIT_YEAR,
    };
    int32_t n = 1;
    *res = steer_rhythm_unit(one->head.rhythm);
    if (target->has_period && !target->is_by)
        *res = unit[calendar_base(
            calendar_unit_of_range(PERIOD_YEAR, target->period, &n))];
    return n == 1;
}

static void check_change(Checker *c, size_t node)
{
    const Indicator *one = c->graph.node[node];
    bool up = one->aim == AIM_UP;
    Decimal base, best, off, part;
    if (!one->n_target || (one->aim != AIM_UP && one->aim != AIM_DOWN))
        return;
    const Target *target = &one->target[0];
    AstUnit unit;
    if (!unit_of(one, target, &unit)) {
        steer_leave_open(c, STEER_C6, one->head.name,
                         "its target is for several periods together");
        return;
    }
    const SteerHistory *h = steer_history(c, node, unit);
    bool has_base = one->baseline || last_value(h, &base);
    if (one->baseline)
        base = one->baseline->low;
    size_t n = h->failed ? 0 : best_change(h, up, &best);
    if (!has_base || decimal_sign(base) <= 0 || n < 2) {
        steer_leave_open(c, STEER_C6, one->head.name,
                         "fewer than three periods of its target's length are over");
        return;
    }
    if (!decimal_sub(target->bound.low, base, &off) ||
        !decimal_div(up ? off : decimal_negate(off), base, &part) ||
        decimal_compare(part, best) <= 0 || decimal_sign(part) <= 0)
        return;
    Subject about = about_indicator(one);
    about.span = target->span;
    steer_find(c, (Verdict){STEER_C6, STEER_WARNING}, about,
               "say what will be different this time, or set it lower",
               "unprecedented: from %s to %s is %s; the best change of %zu was %s",
               steer_text(c, one->type, base),
               steer_text(c, one->type, target->bound.low), steer_percent(c, part), n,
               steer_percent(c, best));
}

/* ---- C8, C9, C10 ---- */

static void check_profile(Checker *c, const Indicator *one)
{
    if (one->profile && decimal_compare(one->profile_sum, decimal_from_i64(1)) != 0)
        steer_find(c, (Verdict){STEER_C8, STEER_ERROR}, about_indicator(one),
                   "let the weights of the profile make 1",
                   "the weights of `%s` add up to %s", one->profile,
                   steer_percent(c, one->profile_sum));
}

enum { LEAST_CHANCE = 20, MOST_CHANCE = 95 }; /* percent */

static void check_chance(Checker *c, const Indicator *one)
{
    for (size_t i = 0; i < one->n_target; i++) {
        double chance;
        const char *why = "";
        Subject about = about_indicator(one);
        about.span = one->target[i].span;
        if (!c->w->chance) {
            steer_leave_open(c, STEER_C9, one->head.name, "there is no forecast");
            return;
        }
        if (!c->w->chance(c->w->self, one, &one->target[i], &chance, &why)) {
            steer_leave_open(c, STEER_C9, one->head.name, why);
            continue;
        }
        if (chance * 100 < LEAST_CHANCE || chance * 100 > MOST_CHANCE)
            steer_find(c, (Verdict){STEER_C9, STEER_WARNING}, about,
                       chance * 100 < LEAST_CHANCE
                           ? "lower it, or say what changes"
                           : "raise it, or steer on something else",
                       "the forecast reaches it with %.0f%%", chance * 100);
    }
}

static size_t count_staff(const Checker *c, const Indicator *one)
{
    size_t n = 0;
    const AstNames *audience = one->head.audience;
    for (uint32_t i = 0; audience && i < audience->count; i++) {
        const Audience *who = steering_audience(c->steering, audience->item[i].text);
        for (uint32_t k = 0; who && who->members && k < who->members->count; k++)
            n += people_count(&c->people, who->members->item[k].text, c->w->today);
    }
    return n;
}

/* Units of time that are worked; 0: it is not known. */
static int64_t count_time(const Capacity *capacity, const Indicator *one)
{
    PeriodUnit unit = steer_period_unit(capacity->by);
    if (capacity->count)
        return capacity->count;
    for (size_t i = 0; i < one->n_target; i++) {
        const Target *target = &one->target[i];
        if (target->has_period && !target->is_by)
            return calendar_period_of(unit, target->period.hi - 1) -
                   calendar_period_of(unit, target->period.lo) + 1;
    }
    return 0;
}

static void check_capacity(Checker *c, size_t node)
{
    const Indicator *one = c->graph.node[node];
    const Capacity *capacity = one->capacity;
    Decimal want, high, each;
    if (!capacity)
        return;
    int64_t time = count_time(capacity, one);
    int64_t staff = capacity->staff ? capacity->staff : (int64_t)count_staff(c, one);
    Subject about = about_indicator(one);
    about.span = capacity->span;
    const Target *timed = one->n_target ? &one->target[0] : NULL;
    const DayRange *days = timed && timed->has_period ? &timed->period : NULL;
    if (!time || !staff || !steer_wanted(c, node, days, &want, &high) ||
        !decimal_div(want, decimal_from_i64(time * staff), &each)) {
        steer_leave_open(c, STEER_C10, one->head.name,
                         "it is not known how many people, how long or how much");
        return;
    }
    if (decimal_compare(each, capacity->most) <= 0)
        return;
    Type plain = {.kind = VALUE_NUMBER};
    steer_find(
        c, (Verdict){STEER_C10, STEER_WARNING}, about,
        "ask for less, or find more people or time",
        "%s over %lld %ss and %lld people is %s a %s for each, and %s can be done",
        steer_text(c, one->type, want), (long long)time,
        calendar_unit_name(steer_period_unit(capacity->by)), (long long)staff,
        steer_text(c, plain, decimal_round(each, 1)),
        calendar_unit_name(steer_period_unit(capacity->by)),
        steer_text(c, plain, capacity->most));
}

void check_sums(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        for (size_t k = 0; k < one->n_cascade; k++)
            check_cascade(c, i, &one->cascade[k]);
        check_change(c, i);
        check_profile(c, one);
        check_chance(c, one);
        check_capacity(c, i);
    }
    check_signs(c);
}
