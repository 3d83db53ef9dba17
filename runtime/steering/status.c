#include "runtime/steering/check.h"

const char *const steer_status_word[STATUSES] = {"grey", "green", "amber", "red"};

static bool holds_around(const Target *target, DayRange days)
{
    return target->period.lo <= days.lo && target->period.hi >= days.hi;
}

static int32_t length(DayRange days)
{
    return days.hi - days.lo;
}

DayRange steer_target_time(const Indicator *indicator, const Target *target)
{
    PeriodUnit unit = steer_period_unit(steer_rhythm_unit(indicator->head.rhythm));
    DayRange days = target->period;
    if (!target->is_by || !steering_grows(indicator))
        return days;
    DayRange own = calendar_range(unit, calendar_period_of(unit, days.hi - 1));
    return length(days) < length(own) ? own : days;
}

/* A value of those days is what the target is about: what is to be reached by a day is
   held against the days it is one of, and a sum or a count of different things not
   against one of a longer time. */
static bool is_measure(const Indicator *indicator, const Target *target, DayRange days)
{
    if (!target->has_period)
        return true;
    if (target->is_by && indicator->over_time == OVER_TIME_WINDOW)
        return target->period.hi <= days.hi;
    return (!target->is_by || target->period.hi <= days.hi) &&
           !(steering_grows(indicator) && length(target->period) > length(days));
}

/* Of its own time, which is around the days or ends in them. */
static bool has_come(const Target *target, DayRange days)
{
    Day end = target->period.hi;
    return target->has_period && (target->is_by ? end > days.lo && end <= days.hi
                                                : holds_around(target, days));
}

static const Target *choose(const Indicator *indicator, DayRange days, bool measured)
{
    const Target *best = NULL, *plain = NULL, *due = NULL;
    bool is_taken = false;
    for (size_t i = 0; i < indicator->n_target; i++) {
        const Target *target = &indicator->target[i];
        is_taken |= has_come(target, days);
        if (measured && !is_measure(indicator, target, days))
            continue;
        if (!target->has_period)
            plain = target;
        else if (target->is_by && target->period.hi > days.lo &&
                 (measured || target->period.hi >= days.hi) &&
                 (!due || target->period.hi < due->period.hi))
            due = target;
        else if (!target->is_by && holds_around(target, days) &&
                 (!best || length(target->period) < length(best->period)))
            best = target;
    }
    if (best || due)
        return best ? best : due;
    return is_taken ? NULL : plain;
}

const Target *steering_target(const Indicator *indicator, DayRange days)
{
    return choose(indicator, days, false);
}

const Target *steer_period_target(const Indicator *indicator, DayRange days)
{
    return choose(indicator, days, true);
}

/* Only sums, and windows, which are sums of theirs: different things of a part are no
   part of those of the whole. */
const Target *steer_sum_target(const Indicator *indicator, DayRange days)
{
    const Target *best = NULL;
    bool sums = steering_adds_up(indicator) || indicator->over_time == OVER_TIME_WINDOW;
    for (size_t i = 0; i < indicator->n_target; i++) {
        const Target *target = &indicator->target[i];
        DayRange time = target->period;
        bool holds = target->is_by ? time.hi > days.lo && time.hi <= days.hi
                                   : time.hi >= days.hi;
        if (target->has_period && sums && holds && time.lo < days.hi &&
            length(time) > length(days) &&
            (!best || length(time) < length(best->period)))
            best = target;
    }
    return best;
}

bool steering_meets(const Bound *bound, Decimal value)
{
    int order = decimal_compare(value, bound->low);
    switch (bound->op) {
    case AST_OP_GE:
        return order >= 0;
    case AST_OP_GT:
        return order > 0;
    case AST_OP_LE:
        return order <= 0;
    case AST_OP_LT:
        return order < 0;
    default:
        if (!bound->is_band)
            return order == 0;
        return order >= 0 && decimal_compare(value, bound->high) <= 0;
    }
}

bool steering_is_near(Decimal made, Decimal want, Decimal tolerance)
{
    Decimal off, allowed;
    if (!decimal_sub(made, want, &off) || !decimal_mul(want, tolerance, &allowed))
        return false;
    if (decimal_sign(off) < 0)
        off = decimal_negate(off);
    if (decimal_sign(allowed) < 0)
        allowed = decimal_negate(allowed);
    return decimal_compare(off, allowed) <= 0;
}

/* Off target by no more than the tolerated part of it. */
static bool is_tolerated(const Bound *bound, const Decimal *tolerance, Decimal value)
{
    Decimal edge = bound->low;
    if (!tolerance)
        return false;
    if (bound->is_band && decimal_compare(value, bound->high) > 0)
        edge = bound->high;
    return steering_is_near(value, edge, *tolerance);
}

SteerStatus steering_status(const Indicator *indicator, const Bound *target,
                            HeldValues held)
{
    const Bound *warn = indicator->warn, *alarm = indicator->alarm;
    bool by_target = target && !held.of_target.empty;
    bool by_period = (warn || alarm) && !held.of_period.empty;
    if (!by_target && !by_period)
        return STATUS_GREY;
    if (by_period && alarm && steering_meets(alarm, held.of_period.as.number))
        return STATUS_RED;
    if (by_period && warn && steering_meets(warn, held.of_period.as.number))
        return STATUS_AMBER;
    if (!by_target || steering_meets(target, held.of_target.as.number) ||
        is_tolerated(target, indicator->tolerance, held.of_target.as.number))
        return STATUS_GREEN;
    return alarm || warn ? STATUS_AMBER : STATUS_RED;
}
