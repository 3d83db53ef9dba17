#include "runtime/demo/wallets.h"

#include "runtime/demo/people.h"
#include "runtime/demo/products.h"

enum {
    ESTIMATED = 720, /* permille of customers of class A and B */
    TOO_SMALL = 25,  /* permille: the customer spends more than that */
    PLANNED = 800,   /* permille of customers of class A */
    STEP = 10000,
    ACTIONS = 8,
};

/* Thousandths of the wallet that are ours. */
static const CurvePoint share_curve[] = {
    {0, 80}, {250, 200}, {500, 330}, {750, 520}, {1000, 850}};

static int last_year(const Company *c)
{
    return civil_from_day(c->plan.today).year - civil_from_day(c->plan.start).year;
}

/* Of the whole year, also where it has only begun. */
static int64_t year_spent(const Company *c, int customer, int year)
{
    const int64_t *spent = &c->spent[customer * COMPANY_YEARS];
    bool is_whole = year > 0 && year < last_year(c);
    if (is_whole || last_year(c) < 2)
        return spent[year];
    int whole = year == 0 ? 1 : last_year(c) - 1;
    return spent[whole] * (year == 0 ? 900 : 1100) / 1000;
}

/* One estimate for each family; a family that is small with us may be large elsewhere.
 */
static void write_estimate(const Company *c, int customer, int year, Rows *rows)
{
    static const char *const source[] = {"account manager", "chamber of commerce",
                                         "annual report"};
    Draw draw = draw_from(c->plan.seed, DRAW_WALLET,
                          (uint64_t)customer * COMPANY_YEARS + (uint64_t)year);
    int ours = draw_happens(&draw, TOO_SMALL) ? 1250 : draw_curve(&draw, share_curve);
    int64_t wallet = year_spent(c, customer, year) * 1000 / ours;
    int first_year = civil_from_day(c->plan.start).year;
    Day estimated = civil_to_day(first_year + year, 1, 1) - draw_between(&draw, 5, 400);
    int weight[COMPANY_FAMILIES];
    int all = 0;
    for (int i = 0; i < COMPANY_FAMILIES; i++)
        all += weight[i] =
            draw_between(&draw, 30, 100) * products_family_price(i) / 100;
    const char *who = source[draw_below(&draw, 3)];
    for (int i = 0; i < COMPANY_FAMILIES; i++) {
        int64_t cents = wallet * weight[i] / all / STEP * STEP;
        if (!cents)
            continue;
        rows_int(rows, customer + 1);
        rows_text(rows, products_family(i));
        rows_day(rows, civil_to_day(first_year + year, 1, 1));
        rows_cents(rows, cents);
        rows_text(rows, who);
        rows_day(rows, estimated);
        rows_end(rows);
    }
}

static void write_estimates(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"family", "TEXT"},
        {"year_start", "DATE"},
        {"amount", "DECIMAL(12,2)"},
        {"source", "TEXT"},
        {"estimated_on", "DATE"},
    };
    ROWS_TABLE(rows, "wallet_estimate", column);
    for (int i = 0; i < (int)c->n_customer; i++) {
        Draw draw =
            draw_from(c->plan.seed, DRAW_WALLET, ((uint64_t)1 << 40) + (uint64_t)i);
        char class = c->customer[i].class;
        if ((class != 'A' && class != 'B') || !draw_happens(&draw, ESTIMATED))
            continue;
        for (int year = 0; year <= last_year(c); year++) {
            if (year_spent(c, i, year) > 0)
                write_estimate(c, i, year, rows);
        }
    }
}

static void write_plan(const Company *c, int customer, int year, Rows *rows)
{
    Draw draw = draw_from(c->plan.seed, DRAW_PLAN,
                          (uint64_t)customer * COMPANY_YEARS + (uint64_t)year);
    int64_t before = year_spent(c, customer, year - 1);
    if (before <= 0 || !draw_happens(&draw, PLANNED))
        return;
    int first_year = civil_from_day(c->plan.start).year;
    Day start = civil_to_day(first_year + year, 1, 1);
    Day updated = start + draw_between(&draw, -20, 300);
    if (updated > c->plan.today)
        updated = c->plan.today - draw_between(&draw, 0, 120);
    int actions = draw_between(&draw, 3, ACTIONS);
    int passed = c->plan.today - start;
    int due = passed >= 365 ? actions : actions * passed / 365;
    rows_int(rows, customer + 1);
    rows_day(rows, start);
    rows_int(rows, c->person[people_at(c, c->customer[customer].seat, start)].id);
    rows_cents(rows, before * draw_between(&draw, 1050, 1300) / 1000 / STEP * STEP);
    rows_int(rows, actions);
    rows_int(rows, due ? due - draw_below(&draw, due + 1) / 3 : 0);
    rows_day(rows, updated);
    rows_end(rows);
}

void wallets_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"year_start", "DATE"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
        {"revenue_goal", "DECIMAL(12,2)"},
        {"actions", "INTEGER"},
        {"actions_done", "INTEGER"},
        {"updated_on", "DATE"},
    };
    write_estimates(c, rows);
    ROWS_TABLE(rows, "account_plan", column);
    for (int i = 0; i < (int)c->n_customer; i++) {
        for (int year = 1; year <= last_year(c) && c->customer[i].class == 'A'; year++)
            write_plan(c, i, year, rows);
    }
}
