/* What the demo company is planned to be: size, days, growth and seasons. */
#ifndef KOERS_RUNTIME_DEMO_PLAN_H
#define KOERS_RUNTIME_DEMO_PLAN_H

#include "runtime/base/arena.h"
#include "runtime/base/civil.h"
#include "runtime/demo/draw.h"

enum {
    PLAN_LINES = 20000, /* of a small store: scale 100 */
    PLAN_QUARTERS = 12, /* before the one of today */
    PLAN_MONTHS = 3 * (PLAN_QUARTERS + 1),
    PLAN_DAYS_BEFORE = 150, /* deals that were open on the first day came along */
};

typedef struct {
    uint64_t seed;
    int64_t lines; /* of orders, about */
    Day today;
    Day start;   /* first day of a quarter; no order is older */
    int n_month; /* from that of start to that of today */
    int scale;   /* hundredths; people, deals and customers grow by the root of lines */
    Day first;   /* of the table of days */
    int n_day;
    const bool *is_working;   /* by day - first */
    const uint64_t *business; /* of all days before, by day - first; n_day + 1 */
} Plan;

void plan_make(Plan *plan, Arena *arena);
/* `small` at the scale of the plan, at least 1. */
int plan_scaled(const Plan *plan, int small);
/* Months since that of start; negative before. */
int plan_month(const Plan *plan, Day day);
/* First day of the month. */
Day plan_month_start(const Plan *plan, int month);
bool plan_is_working(const Plan *plan, Day day);
/* The day itself or the next working day. */
Day plan_working_day(const Plan *plan, Day day);
/* A day from `from` to today; days with more business come more often. */
Day plan_day_at(const Plan *plan, Day from, uint32_t fraction);
/* How much business the months [from, to) have against others, in money. */
uint64_t plan_business(const Plan *plan, int from, int to);
/* Thousandths that bring `is` three quarters of the way to where it should be: figures
   of a month are not all luck, and not without. */
int plan_correction(int64_t should, int64_t is);
/* Thousandths of the mean month, of volume. */
int plan_season(int month_of_year);
/* The name of a public holiday, NULL on other days. */
const char *plan_holiday(Day day);

#endif
