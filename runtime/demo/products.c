#include "runtime/demo/products.h"

#include <stdio.h>

enum {
    PRODUCTS = 72,
    LAUNCHED_LATE = 160, /* permille: while the records run */
    WITHDRAWN = 60,      /* permille */
    MOST_TRIES = 50,
};

typedef struct {
    const char *name, *noun;
    int price; /* permille of the general level */
    int cost;  /* permille of the list price */
    int raise; /* of the list, permille a year */
} Family;

static const Family families[COMPANY_FAMILIES] = {
    {"Sensors", "Sensor", 700, 560, 28},
    {"Drives", "Drive", 1900, 640, 24},
    {"Controls", "Controller", 1500, 590, 32},
    {"Panels", "Panel", 1100, 660, 20},
    {"Software", "Licence", 1300, 380, 40},
    {"Service", "Service pack", 800, 600, 30},
};

/* Cents. */
static const CurvePoint price_curve[] = {{0, 900},     {100, 1600},  {250, 2600},
                                         {500, 4600},  {750, 8400},  {900, 15000},
                                         {980, 32000}, {1000, 60000}};

static int rounded(int64_t cents, int step)
{
    return (int)((cents + step / 2) / step * step);
}

static void set_prices(Product *p, Draw *draw)
{
    const Family *family = &families[p->family];
    int64_t list = (int64_t)draw_curve(draw, price_curve) * family->price / 1000;
    int64_t cost = list * (family->cost + draw_between(draw, -50, 50)) / 1000;
    for (int year = 0; year < COMPANY_YEARS; year++) {
        p->list[year] = rounded(list, 5);
        p->cost[year] = rounded(cost, 1);
        list = list * (1000 + family->raise) / 1000;
        cost = cost * (1000 + draw_between(draw, 20, 45)) / 1000;
    }
}

static void make_one(Company *c, int i)
{
    const Plan *plan = &c->plan;
    Product *p = &c->product[i];
    Draw draw = draw_from(plan->seed, DRAW_PRODUCT, (uint64_t)i);
    p->id = i + 1;
    p->family = i % COMPANY_FAMILIES;
    snprintf(p->name, sizeof p->name, "%s %c%d", families[p->family].noun,
             "ABDEHKLMNPRSTVX"[i / COMPANY_FAMILIES % 15],
             100 + 10 * (i / COMPANY_FAMILIES));
    p->popularity = draw_between(&draw, 10, 100);
    if (draw_happens(&draw, 200))
        p->popularity *= 4;
    bool is_late = i >= COMPANY_FAMILIES && draw_happens(&draw, LAUNCHED_LATE);
    p->launched = is_late ? plan->start + draw_between(&draw, 30, 1000)
                          : plan->start - draw_between(&draw, 200, 3000);
    bool ends = i >= COMPANY_FAMILIES && !is_late && draw_happens(&draw, WITHDRAWN);
    p->withdrawn = ends ? plan->start + draw_between(&draw, 200, 900) : DAY_NONE;
    set_prices(p, &draw);
}

void products_make(Company *c)
{
    c->n_product = plan_scaled(&c->plan, PRODUCTS);
    if (c->n_product < 4 * COMPANY_FAMILIES)
        c->n_product = 4 * COMPANY_FAMILIES;
    c->product = ARENA_ARRAY(c->arena, Product, (size_t)c->n_product);
    for (int i = 0; i < c->n_product; i++)
        make_one(c, i);
}

const char *products_family(int family)
{
    return families[family].name;
}

int products_family_price(int family)
{
    return families[family].price;
}

static bool is_sold(const Product *p, Day day)
{
    return p->launched <= day && (p->withdrawn == DAY_NONE || day < p->withdrawn);
}

/* Popular ones are taken at once, others only now and then. The first one of a family
   was always sold. */
const Product *products_draw(const Company *c, Draw *draw, int family, Day day)
{
    int all =
        family < 0 ? c->n_product : (c->n_product - family - 1) / COMPANY_FAMILIES + 1;
    for (int i = 0; i < MOST_TRIES; i++) {
        int at = draw_below(draw, all);
        const Product *p =
            &c->product[family < 0 ? at : at * COMPANY_FAMILIES + family];
        if (is_sold(p, day) && draw_below(draw, 400) < p->popularity)
            return p;
    }
    return &c->product[family < 0 ? 0 : family];
}

static int year_of(const Company *c, Day day)
{
    int year = civil_from_day(day).year - civil_from_day(c->plan.start).year;
    return year < 0 ? 0 : year;
}

int products_list_price(const Company *c, const Product *product, Day day)
{
    return product->list[year_of(c, day)];
}

int products_cost(const Company *c, const Product *product, Day day)
{
    return product->cost[year_of(c, day)];
}

static void write_products(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"product_id", "INTEGER PRIMARY KEY"},
        {"name", "TEXT"},
        {"family", "TEXT"},
        {"launched_on", "DATE"},
        {"withdrawn_on", "DATE"},
    };
    ROWS_TABLE(rows, "product", column);
    for (int i = 0; i < c->n_product; i++) {
        const Product *p = &c->product[i];
        rows_int(rows, p->id);
        rows_text(rows, p->name);
        rows_text(rows, products_family(p->family));
        rows_day(rows, p->launched);
        rows_day(rows, p->withdrawn);
        rows_end(rows);
    }
}

/* A list holds from New Year to New Year. */
static void write_lists(const Company *c, const Product *p, Rows *rows)
{
    int first_year = civil_from_day(c->plan.start).year;
    int last = year_of(c, c->plan.today);
    for (int year = 0; year <= last; year++) {
        Day from = civil_to_day(first_year + year, 1, 1);
        Day to = civil_to_day(first_year + year + 1, 1, 1);
        if (p->launched >= to)
            continue;
        rows_int(rows, p->id);
        rows_day(rows, p->launched > from ? p->launched : from);
        rows_day(rows, year < last ? to : DAY_NONE);
        rows_cents(rows, p->list[year]);
        rows_cents(rows, p->cost[year]);
        rows_end(rows);
    }
}

void products_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"product_id", "INTEGER REFERENCES product(product_id)"},
        {"valid_from", "DATE"},
        {"valid_to", "DATE"},
        {"list_price", "DECIMAL(10,2)"},
        {"std_cost", "DECIMAL(10,2)"},
    };
    write_products(c, rows);
    ROWS_TABLE(rows, "price_list", column);
    for (int i = 0; i < c->n_product; i++)
        write_lists(c, &c->product[i], rows);
}
