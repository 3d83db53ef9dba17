/* Shares of a period. A part is the difference of two rounded cumulative amounts, so
   that whatever parts a period is cut into, they add up to the whole. */
#include "runtime/model/spread.h"

#include <string.h>

/* A share as numerator and denominator, which is not 0. */
typedef struct {
    Decimal over, under;
} Share;

bool spread_equal(const Spread *a, const Spread *b)
{
    if (a == b || !a || !b)
        return a == b;
    return a->kind == b->kind && !a->profile == !b->profile &&
           (!a->profile || !strcmp(a->profile, b->profile));
}

static Share share_of_days(DayRange period, Day day)
{
    return (Share){decimal_from_i64(day - period.lo),
                   decimal_from_i64(period.hi - period.lo)};
}

void spread_print(StrBuf *sb, const Spread *spread)
{
    switch (spread->kind) {
    case SPREAD_DAYS:
        strbuf_adds(sb, "spread over days");
        return;
    case SPREAD_WORKING_DAYS:
        strbuf_adds(sb, "spread over working days");
        return;
    case SPREAD_PROFILE:
        strbuf_addf(sb, "spread by profile %s", spread->profile);
        return;
    }
}

/* Whole steps before the one that holds `day`, and the days of that one. */
static bool share_of_profile(const Spread *spread, DayRange period, Day day, Share *res)
{
    int32_t first = calendar_period_of(spread->unit, period.lo);
    int32_t last = calendar_period_of(spread->unit, period.hi - 1);
    size_t n = (size_t)(last - first) + 1;
    size_t step = (size_t)(calendar_period_of(spread->unit, day) - first);
    Decimal all = spread->sum[n < spread->n ? n : spread->n];
    Decimal before = spread->sum[step < spread->n ? step : spread->n];
    Decimal after = spread->sum[step < spread->n ? step + 1 : spread->n];
    DayRange days = calendar_range(spread->unit, first + (int32_t)step);
    Decimal n_day = decimal_from_i64(days.hi - days.lo);
    Decimal weight;
    if (decimal_is_zero(all)) {
        *res = share_of_days(period, day);
        return true;
    }
    return decimal_sub(after, before, &weight) &&
           decimal_mul(weight, decimal_from_i64(day - days.lo), &weight) &&
           decimal_mul(before, n_day, &before) &&
           decimal_add(before, weight, &res->over) &&
           decimal_mul(all, n_day, &res->under);
}

static bool share_before(const Spread *spread, DayRange period, Day day, Share *res)
{
    int64_t n;
    switch (spread->kind) {
    case SPREAD_DAYS:
        *res = share_of_days(period, day);
        return true;
    case SPREAD_WORKING_DAYS:
        n = calendar_working_days(spread->off, period.lo, period.hi);
        *res = share_of_days(period, day);
        if (n)
            *res = (Share){
                decimal_from_i64(calendar_working_days(spread->off, period.lo, day)),
                decimal_from_i64(n)};
        return true;
    case SPREAD_PROFILE:
        return share_of_profile(spread, period, day, res);
    }
    UNREACHABLE("spread");
}

/* What falls on the days of the period before `day`. */
static bool amount_before(const Spread *spread, DayRange period, Day day,
                          Decimal amount, Decimal *res)
{
    Share share;
    *res = day <= period.lo ? decimal_from_i64(0) : amount;
    if (day <= period.lo || day >= period.hi)
        return true;
    return share_before(spread, period, day, &share) &&
           decimal_mul(amount, share.over, res) && decimal_div(*res, share.under, res);
}

bool spread_part(const Spread *spread, DayRange period, DayRange days, Decimal amount,
                 Decimal *res)
{
    Decimal before;
    return amount_before(spread, period, days.lo, amount, &before) &&
           amount_before(spread, period, days.hi, amount, res) &&
           decimal_sub(*res, before, res);
}
