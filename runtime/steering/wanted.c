/* The target of an indicator for some days, from what its targets are for. */
#include "runtime/steering/check.h"

typedef struct {
    Decimal lo, hi;
} Interval;

static Interval bounds_of(const Target *target)
{
    const Bound *bound = &target->bound;
    return (Interval){bound->low, bound->is_band ? bound->high : bound->low};
}

/* The target that stands for those days as they are: what does not grow with time may
   have one around them, or one for their end. */
static const Target *target_for(const Indicator *one, DayRange days)
{
    const Target *found = NULL;
    for (size_t i = 0; i < one->n_target && !found; i++) {
        const Target *target = &one->target[i];
        DayRange time = steer_target_time(one, target);
        bool ends = time.hi == days.hi;
        bool same = ends && time.lo == days.lo;
        bool around = target->is_by ? ends : time.lo <= days.lo && time.hi >= days.hi;
        if (target->has_period && (same || (around && !steering_grows(one))))
            found = target;
    }
    return found;
}

static const Target *part_from(const Indicator *one, Day from, Day end)
{
    const Target *found = NULL;
    for (size_t i = 0; i < one->n_target; i++) {
        const Target *target = &one->target[i];
        if (target->has_period && !target->is_by && target->period.lo == from &&
            target->period.hi <= end)
            found = target;
    }
    return found;
}

/* The target of the part of the days that begins at `at`, and where that ends: one for
   the part, or the one without a period, which is for each period of the rhythm in
   which no other one holds. What does not grow with time has it in a part of one, too.
   NULL: none. */
static const Target *next_part(const Indicator *one, DayRange days, Day at, Day *end)
{
    const Target *part = part_from(one, at, days.hi);
    if (part) {
        *end = part->period.hi;
        return part;
    }
    PeriodUnit unit = steer_period_unit(steer_rhythm_unit(one->head.rhythm));
    DayRange period = calendar_range(unit, calendar_period_of(unit, at));
    bool is_whole = period.lo == at && period.hi <= days.hi;
    part = is_whole || !steering_grows(one) ? steer_period_target(one, period) : NULL;
    *end = period.hi < days.hi ? period.hi : days.hi;
    return part && !part->has_period ? part : NULL;
}

/* Targets of parts that make up the days: of what is summed their sum, of a state the
   last one, of a ratio anything from the least to the most. */
static bool sum_parts(const Indicator *one, DayRange days, Interval *res)
{
    bool first = true;
    for (Day at = days.lo, end; at < days.hi; first = false, at = end) {
        const Target *part = next_part(one, days, at, &end);
        bool is_all = first && end == days.hi;
        if (!part || (!is_all && steering_grows(one) && !steering_adds_up(one)))
            return false;
        Interval next = bounds_of(part);
        if (first || one->type.add == ADD_STOCK) {
            *res = next;
        } else if (steering_adds_up(one)) {
            if (!decimal_add(res->lo, next.lo, &res->lo) ||
                !decimal_add(res->hi, next.hi, &res->hi))
                return false;
        } else {
            res->lo = decimal_compare(next.lo, res->lo) < 0 ? next.lo : res->lo;
            res->hi = decimal_compare(next.hi, res->hi) > 0 ? next.hi : res->hi;
        }
    }
    return !first;
}

/* At any time: the one without a period, or the only one. */
static bool take_any(const Indicator *one, Interval *res)
{
    const Target *target = one->n_target == 1 ? &one->target[0] : NULL;
    for (size_t i = 0; i < one->n_target; i++)
        target = one->target[i].has_period ? target : &one->target[i];
    if (target)
        *res = bounds_of(target);
    return target != NULL;
}

static bool same_days(const DayRange *a, const DayRange *b)
{
    return !a || !b || (a->lo == b->lo && a->hi == b->hi);
}

static bool wanted(const Checker *c, size_t node, const DayRange *days, Interval *res)
{
    const Indicator *one = c->graph.node[node];
    const Implied *implied = &c->implied[node];
    const Target *target = days ? target_for(one, *days) : NULL;
    if (target)
        *res = bounds_of(target);
    if (target || (days ? sum_parts(one, *days, res) : take_any(one, res)))
        return true;
    if (one->n_target || !implied->is_known || !same_days(implied->days, days))
        return false;
    res->lo = res->hi = implied->value;
    return true;
}

bool steer_wanted(const Checker *c, size_t node, const DayRange *days, Decimal *low,
                  Decimal *high)
{
    Interval res;
    if (!wanted(c, node, days, &res))
        return false;
    *low = res.lo;
    *high = res.hi;
    return true;
}
