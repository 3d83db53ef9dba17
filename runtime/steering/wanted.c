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

/* ---- from one time to another ---- */

/* How many periods of the small unit each one of the large is; 0: no whole number. */
static int32_t units_in(AstUnit small, AstUnit large)
{
    static const int32_t days[] = {
        [AST_UNIT_DAY] = 1, [AST_UNIT_WEEK] = 7, [AST_UNIT_YEAR] = 0};
    static const int32_t months[] = {[AST_UNIT_MONTH] = 1,
                                     [AST_UNIT_QUARTER] = 3,
                                     [AST_UNIT_HALF] = 6,
                                     [AST_UNIT_YEAR] = 12};
    const int32_t *of = days[small] && days[large] ? days : months;
    return of[small] && of[large] % of[small] == 0 ? of[large] / of[small] : 0;
}

/* The same of days, which begin and end with a period. */
static int32_t units_in_days(AstUnit unit, DayRange days)
{
    PeriodUnit period = steer_period_unit(unit);
    int32_t from = calendar_period_of(period, days.lo),
            to = calendar_period_of(period, days.hi - 1);
    bool fits = calendar_range(period, from).lo == days.lo &&
                calendar_range(period, to).hi == days.hi;
    return fits ? to - from + 1 : 0;
}

static int32_t times_in(SteerTime small, SteerTime large)
{
    if (!small.days)
        return large.days ? units_in_days(small.unit, *large.days)
                          : units_in(small.unit, large.unit);
    return large.days && small.days->lo == large.days->lo &&
           small.days->hi == large.days->hi;
}

/* What a target for `from` is in the time `to`: of what is summed as often as that
   makes it up. */
static bool fit(const Indicator *one, SteerTime from, SteerTime to, Interval *res)
{
    if (!steering_grows(one))
        return true;
    Decimal often = decimal_from_i64(times_in(from, to));
    return !decimal_is_zero(often) &&
           (steering_adds_up(one) ||
            decimal_compare(often, decimal_from_i64(1)) == 0) &&
           decimal_mul(res->lo, often, &res->lo) &&
           decimal_mul(res->hi, often, &res->hi);
}

static SteerTime own_rhythm(const Indicator *one)
{
    return (SteerTime){NULL, steer_rhythm_unit(one->head.rhythm)};
}

/* At any time: the target without a period, which is for each period
   of the rhythm, or the only one. */
static bool take_any(const Indicator *one, SteerTime time, Interval *res)
{
    const Target *only = one->n_target == 1 ? &one->target[0] : NULL;
    for (size_t i = 0; i < one->n_target; i++)
        only = one->target[i].has_period ? only : &one->target[i];
    if (!only)
        return false;
    *res = bounds_of(only);
    DayRange days = steer_target_time(one, only);
    SteerTime from = own_rhythm(one);
    from.days = only->has_period ? &days : NULL;
    return fit(one, from, time, res);
}

static bool wanted(const Checker *c, size_t node, SteerTime time, Interval *res)
{
    const Indicator *one = c->graph.node[node];
    const Implied *implied = &c->implied[node];
    const Target *target = time.days ? target_for(one, *time.days) : NULL;
    if (target)
        *res = bounds_of(target);
    if (target ||
        (time.days ? sum_parts(one, *time.days, res) : take_any(one, time, res)))
        return true;
    if (one->n_target || !implied->is_known)
        return false;
    res->lo = res->hi = implied->value;
    return fit(one, implied->time, time, res);
}

bool steer_wanted_in(const Checker *c, size_t node, SteerTime time, Decimal *low,
                     Decimal *high)
{
    Interval res;
    if (!wanted(c, node, time, &res))
        return false;
    *low = res.lo;
    *high = res.hi;
    return true;
}

bool steer_wanted(const Checker *c, size_t node, const DayRange *days, Decimal *low,
                  Decimal *high)
{
    const Indicator *one = c->graph.node[node];
    SteerTime time = one->n_target ? own_rhythm(one) : c->implied[node].time;
    DayRange only;
    if (!days && one->n_target == 1 && one->target[0].has_period) {
        only = steer_target_time(one, &one->target[0]);
        days = &only;
    }
    if (days)
        time.days = days;
    return steer_wanted_in(c, node, time, low, high);
}
