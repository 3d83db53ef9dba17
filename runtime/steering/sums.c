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
        if (!steering_is_near(cascade->part[i].value, whole, half_percent()))
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
    Decimal sum, weights, mean;
    if (!add_up(cascade, &sum, &weights) || !decimal_div(sum, weights, &mean))
        return;
    if (!steering_is_near(mean, whole, half_percent()))
        steer_find(c, (Verdict){STEER_C1, STEER_WARNING}, about_cascade(one, cascade),
                   "change the parts or their weights",
                   "the average of its units is %s, its target %s",
                   steer_text(c, one->type, mean), steer_text(c, one->type, whole));
}

static void check_cascade(Checker *c, size_t node, const Cascade *cascade)
{
    const Indicator *one = c->graph.node[node];
    Decimal sum, weights, whole;
    Subject about = about_cascade(one, cascade);
    if (cascade->rule == CASCADE_SUM &&
        (one->type.add == ADD_RATIO || one->type.add == ADD_DISTINCT)) {
        steer_find(c, (Verdict){STEER_C4, STEER_ERROR}, about,
                   "split it `as weighted` or `as same`, or split what it is made of",
                   "%s does not add up over units",
                   one->type.add == ADD_RATIO          ? "a ratio"
                   : one->type.unit.kind == UNIT_COUNT ? "a distinct count"
                                                       : "what is made anew for each");
        return;
    }
    if (!add_up(cascade, &sum, &weights))
        return;
    if (cascade->rule == CASCADE_SHARE) {
        if (!steering_is_near(sum, decimal_from_i64(1), half_percent()))
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
            (from->aim == to->aim) != edge->inversely || edge->is_mixed)
            continue;
        steer_find(c, (Verdict){STEER_C5, STEER_ERROR}, about,
                   "turn one of the targets round, or the link",
                   "`%s` is steered %s, which moves `%s` %s, and that is steered %s",
                   from->head.name, aim_word[from->aim], to->head.name,
                   to->aim == AIM_UP ? "down" : "up", aim_word[to->aim]);
    }
}

/* ---- C6 ---- */

/* Is it the value of all of the period? What grows with time is less in a part of it.
 */
static bool is_whole(const Indicator *one, const SteerHistory *h, size_t i)
{
    return !h->value[i].empty && !(h->is_part[i] && steering_grows(one));
}

/* The largest change for the better between two periods after each other, as a part of
   the first. */
static size_t best_change(const Indicator *one, const SteerHistory *h, Decimal *best)
{
    size_t n = 0;
    bool up = one->aim == AIM_UP;
    for (size_t i = 1; i < h->n; i++) {
        Decimal off, part, size;
        if (!is_whole(one, h, i - 1) || !is_whole(one, h, i) ||
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

static bool last_value(const Indicator *one, const SteerHistory *h, Decimal *value)
{
    for (size_t i = h->n; i-- > 0;) {
        if (!is_whole(one, h, i))
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
    if (target->has_period && (!target->is_by || steering_grows(one)))
        *res = unit[calendar_base(
            calendar_unit_of_range(PERIOD_YEAR, steer_target_time(one, target), &n))];
    return n == 1;
}

enum { WINDOWS = 4 };

/* What it was in the last times as long as the target's, side by side. */
static const SteerHistory *history_of_windows(Checker *c, size_t node, DayRange target)
{
    int32_t n = 1;
    PeriodUnit unit = calendar_unit_of_range(PERIOD_YEAR, target, &n);
    Day end = calendar_range(unit, calendar_period_of(unit, c->w->today)).lo;
    SteerHistory *h = ARENA_NEW(c->w->arena, SteerHistory);
    h->period = ARENA_ARRAY(c->w->arena, DayRange, WINDOWS);
    h->value = ARENA_ARRAY(c->w->arena, Value, WINDOWS);
    h->is_part = ARENA_ARRAY(c->w->arena, bool, WINDOWS);
    for (int32_t i = WINDOWS; i > 0; i--) {
        DayRange days = {calendar_shift_day(end, unit, -n * i),
                         calendar_shift_day(end, unit, -n * (i - 1))};
        h->period[h->n++] = days;
    }
    steer_values_in(c, c->graph.node[node], h->period, h->n, h->value);
    return h;
}

/* `one`: the indicator, or what a strategy wants of it. */
static void check_change(Checker *c, size_t node, const Indicator *one, Subject about)
{
    bool up = one->aim == AIM_UP;
    Decimal base, best, off, part;
    if (!one->n_target || (one->aim != AIM_UP && one->aim != AIM_DOWN))
        return;
    const Target *target = &one->target[0];
    AstUnit unit;
    const SteerHistory *h =
        unit_of(one, target, &unit)
            ? steer_history(c, node, unit)
            : history_of_windows(c, node, steer_target_time(one, target));
    bool has_base = one->baseline || last_value(one, h, &base);
    if (one->baseline)
        base = one->baseline->low;
    size_t n = h->failed ? 0 : best_change(one, h, &best);
    bool from_nothing = has_base && decimal_sign(base) <= 0;
    if (!has_base || from_nothing || n < 2) {
        steer_leave_open(
            c, STEER_C6, one->head.name,
            from_nothing ? "what it starts from is 0 or less"
                         : "fewer than three periods of its target's length are over");
        return;
    }
    if (!decimal_sub(target->bound.low, base, &off) ||
        !decimal_div(up ? off : decimal_negate(off), base, &part) ||
        decimal_compare(part, best) <= 0 || decimal_sign(part) <= 0)
        return;
    about.span = target->span;
    steer_find(c, (Verdict){STEER_C6, STEER_WARNING}, about,
               "say what will be different this time, or set it lower",
               "unprecedented: from %s to %s is %s; the best change of %zu was %s",
               steer_text(c, one->type, base),
               steer_text(c, one->type, target->bound.low), steer_percent(c, part), n,
               steer_percent(c, best));
}

/* ---- C8, C9, C10 ---- */

/* A time of one step is split evenly. The weeks at the ends of one may be parts of
   weeks. */
static void check_steps(Checker *c, const Indicator *one, const Target *target)
{
    const Spread *spread = one->spread;
    DayRange days = target->period;
    size_t n = (size_t)(calendar_period_of(spread->unit, days.hi - 1) -
                        calendar_period_of(spread->unit, days.lo)) +
               1;
    size_t loose = calendar_base(spread->unit) == PERIOD_WEEK ? 2 : 0;
    bool less = spread->n + loose < n, more = n + loose < spread->n;
    const char *unit = calendar_unit_name(spread->unit);
    Subject about = about_indicator(one);
    about.span = target->span;
    if (n > 1 && (less || more))
        steer_find(
            c, (Verdict){STEER_C8, less ? STEER_ERROR : STEER_WARNING}, about,
            arena_printf(c->w->arena, "spread it by a profile of %zu weights", n),
            "`%s` has %zu weight%s, and %s %zu %ss: %s", spread->profile, spread->n,
            spread->n == 1 ? "" : "s", steer_days(c, days), n, unit,
            less ? "nothing is due in the last of them"
                 : "only the first of the weights count");
}

static void check_profile(Checker *c, const Indicator *one)
{
    if (!one->spread)
        return;
    for (size_t i = 0; i < one->n_target; i++) {
        if (one->target[i].has_period && !one->target[i].is_by)
            check_steps(c, one, &one->target[i]);
    }
    Decimal sum = one->spread->sum[one->spread->n];
    if (!steering_is_near(sum, decimal_from_i64(1), half_percent()))
        steer_find(c, (Verdict){STEER_C8, STEER_ERROR}, about_indicator(one),
                   "let the weights of the profile make 1",
                   "the weights of `%s` add up to %s", one->spread->profile,
                   steer_percent(c, sum));
}

enum { LEAST_CHANCE = 20, MOST_CHANCE = 95 }; /* percent */

static void check_chance(Checker *c, const Indicator *one, Subject about)
{
    for (size_t i = 0; i < one->n_target; i++) {
        SteerOutlook outlook;
        const char *why = "";
        about.span = one->target[i].span;
        if (!c->w->outlook) {
            steer_leave_open(c, STEER_C9, one->head.name, "there is no forecast");
            return;
        }
        if (!c->w->outlook(c->w->self, one, &one->target[i], &outlook, &why)) {
            steer_leave_open(c, STEER_C9, one->head.name, why);
            continue;
        }
        double percent = outlook.chance * 100;
        if (percent < LEAST_CHANCE || percent > MOST_CHANCE)
            steer_find(c, (Verdict){STEER_C9, STEER_WARNING}, about,
                       percent < LEAST_CHANCE ? "lower it, or say what changes"
                                              : "raise it, or steer on something else",
                       "the forecast reaches it with %.0f%%", percent);
    }
}

/* The members of its audiences, who is one by name and by role once. */
static size_t count_staff(const Checker *c, const Indicator *one)
{
    AstText *text = NULL;
    size_t n = 0, cap = 0;
    const AstNames *audience = one->head.audience;
    for (uint32_t i = 0; audience && i < audience->count; i++) {
        const Audience *who = steering_audience(c->steering, audience->item[i].text);
        for (uint32_t k = 0; who && who->members && k < who->members->count; k++)
            ARENA_PUSH(c->w->arena, text, n, cap, who->members->item[k]);
    }
    AstTexts all = {text, (uint32_t)n, (uint32_t)n};
    return people_count(&c->people, &all, c->w->today);
}

/* The first target for a period; NULL: there is none. */
static const DayRange *period_of(const Indicator *one)
{
    for (size_t i = 0; i < one->n_target; i++) {
        if (one->target[i].has_period && !one->target[i].is_by)
            return &one->target[i].period;
    }
    return NULL;
}

/* Units of time that are worked; 0: it is not known. */
static int64_t count_time(const Capacity *capacity, const Indicator *one)
{
    PeriodUnit unit = steer_period_unit(capacity->by);
    const DayRange *days = period_of(one);
    if (capacity->count)
        return capacity->count;
    if (days)
        return calendar_period_of(unit, days->hi - 1) -
               calendar_period_of(unit, days->lo) + 1;
    return steer_rhythm_unit(one->head.rhythm) == capacity->by;
}

/* Which of the three that a capacity is held against is not known. */
static const char *why_no_capacity(const Checker *c, const Capacity *capacity,
                                   int64_t time, int64_t staff)
{
    const char *unit = calendar_unit_name(steer_period_unit(capacity->by));
    if (!time)
        return arena_printf(
            c->w->arena, "it is not known over how many %ss, which `over` says", unit);
    if (!staff && c->people.why)
        return steer_why_nobody(c);
    return staff ? "it has no target for that time"
                 : "nobody of its audience works here, and `with` says no number";
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
    if (!time || !staff || !steer_wanted(c, node, period_of(one), &want, &high) ||
        !decimal_div(want, decimal_from_i64(time * staff), &each)) {
        steer_leave_open(c, STEER_C10, one->head.name,
                         why_no_capacity(c, capacity, time, staff));
        return;
    }
    if (decimal_compare(each, capacity->most) <= 0)
        return;
    Type plain = {.kind = VALUE_NUMBER};
    const char *unit = calendar_unit_name(steer_period_unit(capacity->by));
    steer_find(c, (Verdict){STEER_C10, STEER_WARNING}, about,
               "ask for less, or find more people or time",
               "%s over %lld %s%s and %lld %s is %s a %s for each, and %s can be done",
               steer_text(c, one->type, want), (long long)time, unit,
               time == 1 ? "" : "s", (long long)staff, staff == 1 ? "person" : "people",
               steer_text(c, plain, decimal_round(each, 1)), unit,
               steer_text(c, plain, capacity->most));
}

/* What a strategy or an objective wants of an indicator itself. */
static void check_goals(Checker *c, const Strategy *strategy)
{
    for (size_t i = 0; i < strategy->n_goal; i++) {
        size_t node;
        const Indicator *goal = steer_goal(c, &strategy->goal[i], &node);
        if (!goal)
            continue;
        check_change(c, node, goal, about_strategy(strategy));
        check_chance(c, goal, about_strategy(strategy));
    }
}

void check_sums(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        for (size_t k = 0; k < one->n_cascade; k++)
            check_cascade(c, i, &one->cascade[k]);
        check_change(c, i, one, about_indicator(one));
        check_profile(c, one);
        check_chance(c, one, about_indicator(one));
        check_capacity(c, i);
    }
    for (size_t i = 0; i < c->steering->n_strategy; i++)
        check_goals(c, c->steering->strategy[i]);
    check_signs(c);
}
