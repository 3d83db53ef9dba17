#include "runtime/demo/plan.h"

#include "runtime/base/compiler.h"

#include <stddef.h>

enum {
    MONTHLY_GROWTH = 1009, /* thousandths: 11.4 % a year of volume, besides prices */
    DEARER = 30,           /* permille a year */
    DAYS_AFTER = 800,
    EASTER_MONDAY = 1,
    ASCENSION = 39,
    WHIT_MONDAY = 50,
};

/* Quiet summers, a strong last quarter; the mean is 1000. */
static const int season[12] = {880, 900, 1040, 950,  940,  1050,
                               860, 780, 1060, 1120, 1210, 1210};

int plan_season(int month_of_year)
{
    return season[month_of_year - 1];
}

/* Anonymous Gregorian algorithm. */
static Day easter_of(int year)
{
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return civil_to_day(year, n / 31, n % 31 + 1);
}

const char *plan_holiday(Day day)
{
    static const struct {
        int month, day;
        const char *name;
    } fixed[] = {
        {1, 1, "New Year"},
        {4, 27, "King's Day"},
        {12, 25, "Christmas Day"},
        {12, 26, "Second Christmas Day"},
    };
    Civil civil = civil_from_day(day);
    for (size_t i = 0; i < COUNT_OF(fixed); i++) {
        if (civil.month == fixed[i].month && civil.day == fixed[i].day)
            return fixed[i].name;
    }
    switch (day - easter_of(civil.year)) {
    case EASTER_MONDAY:
        return "Easter Monday";
    case ASCENSION:
        return "Ascension Day";
    case WHIT_MONDAY:
        return "Whit Monday";
    default:
        return NULL;
    }
}

static int64_t root_of(int64_t square)
{
    int64_t root = 0;
    for (int64_t bit = (int64_t)1 << 31; bit; bit >>= 1) {
        if ((root + bit) * (root + bit) <= square)
            root += bit;
    }
    return root;
}

static int months_of(Day day)
{
    Civil civil = civil_from_day(day);
    return civil.year * 12 + civil.month - 1;
}

int plan_month(const Plan *plan, Day day)
{
    return months_of(day) - months_of(plan->start);
}

Day plan_month_start(const Plan *plan, int month)
{
    int at = months_of(plan->start) + month;
    return civil_to_day(at / 12, at % 12 + 1, 1);
}

static void fill_days(Plan *plan, bool *is_working, uint64_t *business)
{
    uint64_t growth[PLAN_MONTHS] = {1000000};
    for (int i = 1; i < PLAN_MONTHS; i++)
        growth[i] = growth[i - 1] * MONTHLY_GROWTH / 1000;
    for (int i = 0; i < plan->n_day; i++) {
        Day day = plan->first + i;
        is_working[i] = civil_weekday(day) <= 5 && !plan_holiday(day);
        int month = plan_month(plan, day);
        uint64_t weight = 0;
        if (is_working[i] && day <= plan->today)
            weight = growth[month > 0 ? month : 0] *
                     (uint64_t)season[civil_from_day(day).month - 1];
        business[i + 1] = business[i] + weight;
    }
}

void plan_make(Plan *plan, Arena *arena)
{
    Civil today = civil_from_day(plan->today);
    int quarter_start = today.year * 12 + (today.month - 1) / 3 * 3;
    int at = quarter_start - 3 * PLAN_QUARTERS;
    plan->start = civil_to_day(at / 12, at % 12 + 1, 1);
    plan->n_month = plan_month(plan, plan->today) + 1;
    plan->scale = (int)root_of(plan->lines * 10000 / PLAN_LINES);
    plan->first = plan->start - PLAN_DAYS_BEFORE - 400;
    plan->n_day = plan->today + DAYS_AFTER - plan->first;
    bool *is_working = ARENA_ARRAY(arena, bool, (size_t)plan->n_day);
    uint64_t *business = ARENA_ARRAY(arena, uint64_t, (size_t)plan->n_day + 1);
    plan->is_working = is_working;
    plan->business = business;
    fill_days(plan, is_working, business);
}

int plan_scaled(const Plan *plan, int small)
{
    int64_t n = (int64_t)small * plan->scale / 100;
    return n > 1 ? (int)n : 1;
}

bool plan_is_working(const Plan *plan, Day day)
{
    int at = day - plan->first;
    return at < 0 || at >= plan->n_day || plan->is_working[at];
}

Day plan_working_day(const Plan *plan, Day day)
{
    while (!plan_is_working(plan, day))
        day++;
    return day;
}

/* Prices rise too. */
uint64_t plan_business(const Plan *plan, int from, int to)
{
    uint64_t sum = 0;
    for (int month = from; month < to && month < plan->n_month; month++) {
        int begin = plan_month_start(plan, month) - plan->first;
        int end = plan_month_start(plan, month + 1) - plan->first;
        uint64_t business = plan->business[end] - plan->business[begin];
        sum += business / 1000 * (uint64_t)(1000 + DEARER * month / 12);
    }
    return sum;
}

int plan_correction(int64_t should, int64_t is)
{
    if (is <= 0)
        return 1000;
    int64_t permille = (int64_t)((Int128)should * 1000 / is);
    permille = 1000 + (permille - 1000) * 3 / 4;
    return permille < 500 ? 500 : permille > 2000 ? 2000 : (int)permille;
}

Day plan_day_at(const Plan *plan, Day from, uint32_t fraction)
{
    int low = from - plan->first;
    int high = plan->today - plan->first;
    uint64_t begin = plan->business[low];
    uint64_t all = plan->business[high + 1] - begin;
    uint64_t wanted = begin + (uint64_t)((UInt128)all * fraction >> 32);
    while (low < high) { /* the first day behind which there is more than wanted */
        int middle = (low + high) / 2;
        if (plan->business[middle + 1] > wanted)
            high = middle;
        else
            low = middle + 1;
    }
    return plan->first + low;
}
