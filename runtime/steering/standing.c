/* How an indicator stands in a period. Its value is held against `warn` and `alarm`,
   and against a target for as long a time. What is summed often has one for a longer
   time: then all of it since that time began is held against the part of the target
   that falls on the days so far. Of a period that is known in part what is known
   counts. */
#include "runtime/steering/check.h"

static bool begins_period(PeriodUnit unit, Day day)
{
    return calendar_range(unit, calendar_period_of(unit, day)).lo == day;
}

/* The days of its time that are over at the end of the period. */
static DayRange days_so_far(const Target *target, DayRange period)
{
    Day hi = target->period.hi < period.hi ? target->period.hi : period.hi;
    return (DayRange){target->period.lo, hi};
}

/* What of the days, up to the end of the period `at`, is known. Of a value that is of a
   part for some other reason than what the sources cover, nothing is. */
static DayRange known_days(const SteerHistory *h, size_t at, DayRange days)
{
    DayRange period = h->period[at], known = h->known;
    Day first = days.lo < period.lo ? days.lo : period.lo;
    if (!h->is_short[at])
        return days;
    if (known.lo <= first && known.hi >= period.hi)
        return (DayRange){days.lo, days.lo};
    return (DayRange){known.lo > days.lo ? known.lo : days.lo,
                      known.hi < days.hi ? known.hi : days.hi};
}

/* Values that make up the target's time: those of the periods one looks at, or days. */
static const SteerHistory *parts_of(Checker *c, const SteerHistory *h,
                                    const Target *target)
{
    PeriodUnit unit = steer_period_unit(h->unit);
    DayRange days = days_so_far(target, h->period[h->n - 1]);
    bool fits = begins_period(unit, days.lo) && begins_period(unit, days.hi);
    if (fits && h->period[0].lo <= days.lo)
        return h;
    return steer_history_in(c, h->node, fits ? h->unit : AST_UNIT_DAY, days);
}

static Value value_in(Checker *c, const Indicator *one, DayRange days)
{
    Value value = {.empty = true};
    if (days.lo < days.hi)
        steer_values_in(c, one, &days, 1, &value);
    return value;
}

/* Of the days that are known of the period, which are less than it: sources may know
   more of it one by one. */
static Value value_known(Checker *c, const SteerHistory *h, size_t at, DayRange known)
{
    return h->is_short[at] ? value_in(c, c->graph.node[h->node], known) : h->value[at];
}

/* Empty: not all of the days is known. Of the last part it may be as much as that. */
static Value sum_of(Checker *c, const SteerHistory *parts, DayRange days)
{
    Value sum = {.as.number = decimal_from_i64(0)}, unknown = {.empty = true};
    Day at = days.lo;
    for (size_t i = 0; i < parts->n && at < days.hi; i++) {
        if (parts->period[i].lo < at)
            continue;
        DayRange known = known_days(parts, i, parts->period[i]);
        bool is_last = known.hi == days.hi;
        if (known.lo > at || parts->value[i].empty || (parts->is_part[i] && !is_last))
            return unknown;
        Value value = value_known(c, parts, i, known);
        if (value.empty || !decimal_add(sum.as.number, value.as.number, &sum.as.number))
            return unknown;
        at = known.hi;
    }
    return at == days.hi ? sum : unknown;
}

/* Made anew of the target's time up to the end of the period, or of what is known of
   that. */
static Value value_since(Checker *c, const Indicator *one, const SteerHistory *h,
                         size_t at, const Target *target)
{
    if (!h->is_short[at])
        return steer_value_since(c, one, h, at, target->period);
    return value_in(c, one, known_days(h, at, days_so_far(target, h->period[at])));
}

/* What of the target, which is for all of `time`, falls on the days. */
static bool take_part(const Indicator *one, const Target *target, DayRange time,
                      DayRange days, Bound *part)
{
    const Spread even = {.kind = SPREAD_DAYS};
    const Spread *spread = one->spread ? one->spread : &even;
    *part = target->bound;
    return spread_part(spread, time, days, part->low, &part->low) &&
           (!part->is_band || spread_part(spread, time, days, part->high, &part->high));
}

static const char *why_unknown(const Checker *c, const SteerHistory *parts,
                               const Target *target, DayRange days)
{
    if (parts->failed)
        return parts->why;
    return arena_printf(c->w->arena, "its target is for %s, and not all of %s is known",
                        steer_days(c, target->period), steer_days(c, days));
}

/* A window has to begin with the time that it is held against. */
static const char *why_elsewhere(const Checker *c, const Target *target,
                                 DayRange period)
{
    return arena_printf(c->w->arena,
                        "its target is for %s, and what it measures up to the end of "
                        "%s does not begin with that",
                        steer_days(c, target->period), steer_days(c, period));
}

static bool begins_with(const Indicator *one, DayRange time, DayRange period)
{
    return time.hi == period.hi &&
           steering_window_begin(&one->window, period) == time.lo;
}

static void take_status(const Indicator *one, const Target *target, HeldValues held,
                        SteerStanding *res)
{
    res->target = target;
    res->so_far = held.of_target;
    res->status = steering_status(one, &res->part, held);
}

static bool is_known_in_part(const SteerHistory *h, size_t at)
{
    return h->is_short[at] && !h->value[at].empty;
}

/* A target for a longer time. */
static void hold_so_far(Checker *c, const Indicator *one, const SteerHistory *h,
                        size_t at, SteerStanding *res)
{
    const Target *target = steer_sum_target(one, h->period[at]);
    if (!target || h->value[at].empty)
        return;
    bool sums = one->over_time == OVER_TIME_SUMS;
    bool is_window = one->over_time == OVER_TIME_WINDOW;
    DayRange all_days = days_so_far(target, h->period[at]);
    DayRange days = known_days(h, at, all_days);
    if (target->is_by && days.hi < all_days.hi)
        return;
    const SteerHistory *parts = sums ? parts_of(c, h, target) : h;
    Value all = is_window ? h->value[at]
                : sums    ? sum_of(c, parts, days)
                          : value_since(c, one, h, at, target);
    bool is_elsewhere = is_window && !begins_with(one, all_days, h->period[at]);
    res->why = is_elsewhere ? why_elsewhere(c, target, h->period[at])
                            : why_unknown(c, parts, target, all_days);
    if (is_elsewhere || all.empty || days.lo > all_days.lo || days.lo >= days.hi ||
        !take_part(one, target, target->period, days, &res->part))
        return;
    HeldValues held = {all, h->value[at]};
    held.of_period.empty = is_known_in_part(h, at);
    take_status(one, target, held, res);
}

/* What is no other number in a longer time is measured anew of the days that all of it
   knows, so that what it reads of other times and sources is of as many. */
static void hold_anew(Checker *c, const Indicator *one, const SteerHistory *h,
                      size_t at, SteerStanding *res)
{
    const Target *target = steer_period_target(one, h->period[at]);
    DayRange days = known_days(h, at, h->period[at]);
    bool is_due = !target || !target->is_by || days.hi >= target->period.hi;
    Value value = value_known(c, h, at, days);
    if (value.empty || !is_due)
        return;
    res->target = target;
    res->so_far = value;
    if (target)
        res->part = target->bound;
    res->status = steering_status(one, target ? &target->bound : NULL,
                                  (HeldValues){value, value});
}

/* What adds up is held against the part of its target for the days that are known; what
   `warn` and `alarm` say is of all of the period. */
static void hold_part(Checker *c, const Indicator *one, const SteerHistory *h,
                      size_t at, SteerStanding *res)
{
    DayRange period = h->period[at], days = known_days(h, at, period);
    const Target *target = steer_period_target(one, period);
    HeldValues held = {{.empty = true}, {.empty = true}};
    if (!target)
        hold_so_far(c, one, h, at, res);
    else if (steering_adds_up(one) && !target->is_by && days.lo < days.hi &&
             take_part(one, target, period, days, &res->part))
        held.of_target = value_known(c, h, at, days);
    if (!held.of_target.empty)
        take_status(one, target, held, res);
}

/* A period that is known in part. */
static void hold_known(Checker *c, const Indicator *one, const SteerHistory *h,
                       size_t at, SteerStanding *res)
{
    DayRange days = known_days(h, at, h->period[at]);
    res->known = days;
    if (steer_period_target(one, h->period[at]) || one->warn || one->alarm)
        res->why =
            arena_printf(c->w->arena, "only a part of %s%s is known",
                         days.lo < days.hi ? "" : "what it reads for ", res->days);
    if (steering_grows(one))
        hold_part(c, one, h, at, res);
    else
        hold_anew(c, one, h, at, res);
}

/* Of what could not be asked. */
static DayRange last_period(const SteerHistory *h)
{
    PeriodUnit unit = steer_period_unit(h->unit);
    return calendar_range(unit, calendar_period_of(unit, h->days.hi - 1));
}

/* Said of what is not grey, too. */
static const char *why_in_part(const Checker *c, const SteerStanding *res)
{
    if (res->known.lo >= res->known.hi)
        return "";
    return arena_printf(c->w->arena, "of %s only %s is known", res->days,
                        steer_days(c, res->known));
}

SteerStanding steer_standing(Checker *c, const Indicator *one, const SteerHistory *h,
                             size_t at)
{
    SteerStanding res = {.indicator = one,
                         .days = "",
                         .value.empty = true,
                         .so_far.empty = true,
                         .why = ""};
    if (at < h->n || h->failed) {
        res.has_period = true;
        res.period = h->failed ? last_period(h) : h->period[at];
        res.days = steer_days(c, res.period);
    }
    if (at < h->n)
        res.value = h->value[at];
    if (at < h->n && is_known_in_part(h, at)) {
        hold_known(c, one, h, at, &res);
    } else if (at < h->n) {
        res.target = steer_period_target(one, res.period);
        res.status = steering_status(one, res.target ? &res.target->bound : NULL,
                                     (HeldValues){res.value, res.value});
        if (!res.target)
            hold_so_far(c, one, h, at, &res);
    }
    if (res.status != STATUS_GREY)
        res.why = why_in_part(c, &res);
    else if (!*res.why)
        res.why = steer_why_grey(c, one, h, at);
    return res;
}

/* ---- as one would read it ---- */

static const char *so_far_text(const Checker *c, const SteerStanding *standing)
{
    const Indicator *one = standing->indicator;
    if (standing->so_far.empty)
        return "";
    const char *value = steer_text(c, one->type, standing->so_far.as.number);
    return standing->target ? arena_printf(c->w->arena, "%s, should be %s", value,
                                           steer_bound_text(c, one, &standing->part))
                            : value;
}

const char *steer_target_text(const Checker *c, const Indicator *one,
                              const Target *target)
{
    const char *bound = steer_bound_text(c, one, &target->bound);
    if (!target->has_period)
        return bound;
    DayRange last = {target->period.hi - 1, target->period.hi};
    return arena_printf(c->w->arena, "%s %s %s", bound, target->is_by ? "by" : "for",
                        steer_days(c, target->is_by ? last : target->period));
}

/* Its time is said where the value is not of the same. */
static const char *target_text(const Checker *c, const SteerStanding *standing)
{
    const Indicator *one = standing->indicator;
    const Target *target = standing->target;
    if (!target)
        return "";
    return standing->so_far.empty ? steer_bound_text(c, one, &target->bound)
                                  : steer_target_text(c, one, target);
}

/* "2026-06, known to 2026-06-17" */
static const char *period_text(const Checker *c, const SteerStanding *standing)
{
    DayRange known = standing->known, all = standing->period;
    if (known.lo >= known.hi)
        return standing->days;
    const char *from = steer_days(c, (DayRange){known.lo, known.lo + 1});
    const char *to = steer_days(c, (DayRange){known.hi - 1, known.hi});
    if (known.lo > all.lo && known.hi < all.hi)
        return arena_printf(c->w->arena, "%s, known from %s to %s", standing->days,
                            from, to);
    return arena_printf(c->w->arena, "%s, known %s %s", standing->days,
                        known.lo > all.lo ? "from" : "to",
                        known.lo > all.lo ? from : to);
}

SteerShown steer_shown(Checker *c, const Indicator *one, const SteerHistory *h)
{
    SteerShown res = {.standing = steer_standing(c, one, h, h->n ? h->n - 1 : 0)};
    const SteerStanding *standing = &res.standing;
    res.value = standing->value.empty
                    ? ""
                    : steer_text(c, one->type, standing->value.as.number);
    res.period = period_text(c, standing);
    res.target = target_text(c, standing);
    res.so_far = so_far_text(c, standing);
    return res;
}

SteerShown steer_shown_nothing(void)
{
    SteerStanding standing = {
        .days = "", .value.empty = true, .so_far.empty = true, .why = ""};
    return (SteerShown){standing, "", "", "", ""};
}
