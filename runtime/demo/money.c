#include "runtime/demo/money.h"

#include "runtime/demo/leads.h"

enum {
    MONTHS_AHEAD = 15,
    DEARER = 40,      /* permille a year */
    FIRST_MONTH = 2,  /* of the year that the mean is taken of */
    OPENING = 1000,   /* permille of a month's revenue */
    KEPT = 900,       /* what is above goes to the owners, twice a year */
    QUARTERS = 0x249, /* months 1, 4, 7, 10 as bits */
    EVERY_MONTH = 0xFFF,
};

typedef struct {
    const char *category, *certainty;
    int permille; /* of a month's revenue */
    int day;
    unsigned months; /* bits, from January */
} Cost;

static const Cost costs[] = {
    {"Salaries", "fixed", 158, 25, EVERY_MONTH},
    {"Rent", "fixed", 24, 1, EVERY_MONTH},
    {"Leases and IT", "fixed", 20, 15, EVERY_MONTH},
    {"Energy", "expected", 8, 10, EVERY_MONTH},
    {"Insurance", "fixed", 60, 15, 1},
    {"Holiday allowance", "fixed", 120, 24, 1 << 4},
    {"Taxes", "expected", 40, 30, QUARTERS},
};

int64_t money_monthly_revenue(const Company *c)
{
    int64_t sum = 0;
    for (int i = FIRST_MONTH; i < FIRST_MONTH + 12; i++)
        sum += c->flow[i].invoiced;
    return sum / 12;
}

/* Energy costs more in winter. */
static int64_t cost_in(const Company *c, int which, int month)
{
    const Cost *cost = &costs[which];
    Civil at = civil_from_day(plan_month_start(&c->plan, month));
    if (!(cost->months >> (at.month - 1) & 1))
        return 0;
    int years = at.year - civil_from_day(c->plan.start).year;
    int64_t cents = money_monthly_revenue(c) * cost->permille / 1000;
    cents += cents * DEARER * years / 1000;
    if (which == 3)
        cents = cents * (at.month <= 3 || at.month >= 11 ? 1400 : 800) / 1000;
    return cents / 10000 * 10000;
}

static void write_costs(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"cost_id", "INTEGER PRIMARY KEY"}, {"due_on", "DATE"},    {"category", "TEXT"},
        {"amount", "DECIMAL(12,2)"},        {"certainty", "TEXT"},
    };
    ROWS_TABLE(rows, "fixed_cost", column);
    int64_t id = 0;
    for (int month = 0; month < c->plan.n_month + MONTHS_AHEAD; month++) {
        for (int i = 0; i < (int)COUNT_OF(costs); i++) {
            int64_t cents = cost_in(c, i, month);
            if (!cents)
                continue;
            rows_int(rows, ++id);
            rows_day(rows, plan_month_start(&c->plan, month) + costs[i].day - 1);
            rows_text(rows, costs[i].category);
            rows_cents(rows, cents);
            rows_text(rows, month < c->plan.n_month ? "fixed" : costs[i].certainty);
            rows_end(rows);
        }
    }
}

static int64_t fixed_until(const Company *c, int month, Day day)
{
    int64_t sum = 0;
    for (int i = 0; i < (int)COUNT_OF(costs); i++) {
        if (plan_month_start(&c->plan, month) + costs[i].day - 1 <= day)
            sum += cost_in(c, i, month);
    }
    return sum;
}

static int64_t campaigns_in(const Company *c, int month)
{
    int64_t sum = 0;
    for (int i = 0; i < 3; i++)
        sum += leads_campaign_cost(c, month / 2 * 3 + i, month);
    return sum;
}

/* The balance at the end of each month and today. Goods are paid a month after they
   were invoiced. */
static void write_balances(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {{"as_of", "DATE PRIMARY KEY"},
                                          {"amount", "DECIMAL(14,2)"}};
    ROWS_TABLE(rows, "cash_balance", column);
    int64_t mean = money_monthly_revenue(c);
    int64_t cash = mean * OPENING / 1000;
    for (int month = 0; month < c->plan.n_month; month++) {
        Day end = plan_month_start(&c->plan, month + 1) - 1;
        if (end > c->plan.today)
            end = c->plan.today;
        const Flow *flow = &c->flow[month];
        cash += flow->received - flow->freight - fixed_until(c, month, end) -
                campaigns_in(c, month);
        if (month)
            cash -= c->flow[month - 1].goods;
        int of_year = civil_from_day(end).month;
        if ((of_year == 6 || of_year == 12) && cash > mean * KEPT / 1000)
            cash = mean * KEPT / 1000;
        rows_day(rows, end);
        rows_cents(rows, cash);
        rows_end(rows);
    }
}

void money_write(const Company *c, Rows *rows)
{
    write_costs(c, rows);
    write_balances(c, rows);
}
