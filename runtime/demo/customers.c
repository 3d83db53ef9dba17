#include "runtime/demo/customers.h"

#include "runtime/base/xalloc.h"
#include "runtime/demo/people.h"

#include <stdio.h>

enum {
    CUSTOMERS = 190,
    KEY_ACCOUNTS = 6,
    ALL_WEIGHT = 1000000, /* of those who bought before */
    NEW_WEIGHT = 300,     /* permille of the mean: they have only begun */
    LEAVES = 60,          /* permille of old customers a year */
    HAS_PARENT = 60,      /* permille */
    IS_WORTH_A = 1250,    /* permille of the mean weight */
    IS_WORTH_B = 420,
    MOST_TRIES = 40,
};

/* Permille of all that old customers buy. */
static const int key_share[KEY_ACCOUNTS] = {100, 60, 45, 30, 25, 20};

/* Log-normal with a spread of 1.1; the mean is 1000. */
static const CurvePoint weight_curve[] = {
    {0, 40},     {50, 90},    {100, 134},  {250, 260},  {500, 546},
    {750, 1147}, {900, 2235}, {950, 3335}, {990, 7050}, {1000, 10000}};

static const char *const segment_name[COMPANY_SEGMENTS] = {
    "Food", "Machinery", "Logistics", "Water", "Energy", "Building"};

typedef struct {
    const char *name, *country, *form;
    const char *region[4];
    int n_region;
    int entered;   /* months after start; negative: before */
    int old_share; /* percent of old customers */
    int new_share;
} Market;

static const Market market[COMPANY_MARKETS] = {
    {"Netherlands", "NL", "B.V.", {"North", "East", "South", "West"}, 4, -400, 60, 38},
    {"Belgium", "BE", "N.V.", {"Flanders", "Wallonia"}, 2, -180, 22, 15},
    {"Germany", "DE", "GmbH", {"Rhineland", "Bavaria", "Saxony"}, 3, -70, 18, 20},
    {"Poland", "PL", "Sp. z o.o.", {"Silesia", "Mazovia"}, 2, 8, 0, 15},
    {"Denmark", "DK", "A/S", {"Jutland", "Zealand"}, 2, 20, 0, 12},
};

static const char *const founder[] = {
    "Albrecht", "Boogaard",  "Cuypers", "Dorland",   "Eikema",   "Ferwerda",  "Gelder",
    "Hartog",   "Isendoorn", "Jellema", "Kramer",    "Lindhout", "Molenaar",  "Nauta",
    "Ockers",   "Palland",   "Quak",    "Roelofs",   "Stavast",  "Tolhuis",   "Ubbink",
    "Veldman",  "Waterman",  "Yntema",  "Zandberg",  "Altena",   "Brand",     "Corver",
    "Duinker",  "Essink",    "Franke",  "Griffioen", "Helmer",   "Jorritsma", "Keizer",
    "Lubbers",  "Metz",      "Noord",   "Overbeek",  "Polman",   "Rengers"};

static const char *const branch[] = {
    "Machines", "Transport", "Foods",  "Water",  "Energy",   "Building",  "Metal",
    "Plastics", "Dairy",     "Marine", "Paper",  "Textiles", "Storage",   "Cooling",
    "Printing", "Grain",     "Glass",  "Pumps",  "Lifting",  "Conveyors", "Packaging",
    "Brewing",  "Seeds",     "Tools",  "Cables", "Coatings"};

static void print_name(int i, int at, char name[COMPANY_NAME])
{
    int n_founder = (int)COUNT_OF(founder);
    int n_branch = (int)COUNT_OF(branch);
    const char *who = founder[i % n_founder];
    const char *what = branch[(i * 7 + 2 * (i / n_founder)) % n_branch];
    int again = i / (n_founder * n_branch);
    if (again)
        snprintf(name, COMPANY_NAME, "%s %s %d %s", who, what, again + 1,
                 market[at].form);
    else
        snprintf(name, COMPANY_NAME, "%s %s %s", who, what, market[at].form);
}

const char *customers_segment(int segment)
{
    return segment_name[segment];
}

/* The first month in which something is sold there. */
static bool is_entered(const Company *c, int i, Day day)
{
    return plan_month(&c->plan, day) >= market[i].entered;
}

static int draw_market(const Company *c, Draw *draw, Day day, bool is_old)
{
    int weight[COMPANY_MARKETS];
    for (int i = 0; i < COMPANY_MARKETS; i++) {
        weight[i] = is_old ? market[i].old_share : market[i].new_share;
        if (!is_entered(c, i, day))
            weight[i] = 0;
    }
    return draw_weighted(draw, weight, COMPANY_MARKETS);
}

static BusinessUnit unit_of(int at, int region)
{
    if (at == 0)
        return region < 2 ? PEOPLE_NORTH : PEOPLE_SOUTH;
    return at == 1 ? PEOPLE_SOUTH : PEOPLE_EXPORT;
}

static Customer *add_customer(Company *c, Draw *draw, Day day, bool is_old)
{
    XGROW(c->customer, c->cap_customer, c->n_customer + 1);
    Customer *customer = &c->customer[c->n_customer++];
    *customer = (Customer){.id = (int)c->n_customer,
                           .from = DAY_NONE,
                           .to = DAY_NONE,
                           .first_order = DAY_NONE};
    customer->market = draw_market(c, draw, day, is_old);
    customer->region = draw_below(draw, market[customer->market].n_region);
    customer->segment = draw_below(draw, COMPANY_SEGMENTS);
    customer->seat =
        people_draw_seat(c, draw, unit_of(customer->market, customer->region), day);
    if (c->n_customer > 20 && draw_happens(draw, HAS_PARENT))
        customer->parent = draw_between(draw, 1, 20);
    return customer;
}

static void add_buyer(Company *c, int customer)
{
    XGROW(c->bought, c->cap_bought, c->n_buyer + 1);
    XGROW(c->buyer, c->cap_buyer, c->n_buyer + 1);
    int64_t before = c->n_buyer ? c->bought[c->n_buyer - 1] : 0;
    c->bought[c->n_buyer] = before + c->customer[customer].weight;
    c->buyer[c->n_buyer++] = customer;
}

static int64_t mean_weight(const Company *c)
{
    int64_t keys = 0;
    for (int i = 0; i < KEY_ACCOUNTS; i++)
        keys += key_share[i];
    int others = plan_scaled(&c->plan, CUSTOMERS);
    return ALL_WEIGHT / 1000 * (1000 - keys) / others;
}

static char class_of(const Company *c, int64_t weight)
{
    int64_t permille = weight * 1000 / mean_weight(c);
    return permille >= IS_WORTH_A ? 'A' : permille >= IS_WORTH_B ? 'B' : 'C';
}

/* The large ones are shared out: as far as can be, no two in one seat. */
static void give_key_account(Company *c, int i, Draw *draw)
{
    Customer *customer = &c->customer[i];
    int n_tried = 0;
    for (int j = 0; j < i && n_tried < MOST_TRIES; j++) {
        if (c->customer[j].seat != customer->seat)
            continue;
        customer->seat = people_draw_seat(
            c, draw, unit_of(customer->market, customer->region), c->plan.start - 1);
        n_tried++;
        j = -1;
    }
}

void customers_make(Company *c)
{
    const Plan *plan = &c->plan;
    int n = KEY_ACCOUNTS + plan_scaled(plan, CUSTOMERS);
    int years = (plan->today - plan->start) / 365 + 1;
    for (int i = 0; i < n; i++) {
        Draw draw = draw_from(plan->seed, DRAW_CUSTOMER, (uint64_t)i);
        Customer *customer = add_customer(c, &draw, plan->start - 1, true);
        bool is_key = i < KEY_ACCOUNTS;
        if (is_key)
            give_key_account(c, i, &draw);
        customer->weight =
            is_key ? ALL_WEIGHT / 1000 * key_share[i]
                   : mean_weight(c) * draw_curve(&draw, weight_curve) / 1000;
        customer->class = class_of(c, customer->weight);
        customer->from = plan->start - draw_between(&draw, 200, 4000);
        customer->first_order = customer->from;
        if (!is_key && draw_happens(&draw, LEAVES * years))
            customer->to = plan->start + draw_between(&draw, 60, 365 * years);
        add_buyer(c, i);
    }
}

int customers_add_prospect(Company *c, Draw *draw, Day day)
{
    Customer *customer = add_customer(c, draw, day, false);
    customer->weight =
        mean_weight(c) * draw_curve(draw, weight_curve) / 1000 * NEW_WEIGHT / 1000;
    return (int)c->n_customer - 1;
}

void customers_win(Company *c, int customer, Day day)
{
    Customer *won = &c->customer[customer];
    if (won->from != DAY_NONE)
        return;
    won->from = day;
    won->first_order = day;
    won->class = class_of(c, won->weight);
    add_buyer(c, customer);
}

int customers_draw(const Company *c, Draw *draw, Day day)
{
    for (int i = 0; i < MOST_TRIES; i++) {
        uint64_t all = (uint64_t)c->bought[c->n_buyer - 1];
        int64_t wanted = (int64_t)((UInt128)draw_next(draw) * all >> 64);
        size_t low = 0;
        size_t high = c->n_buyer - 1;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (c->bought[middle] > wanted)
                high = middle;
            else
                low = middle + 1;
        }
        const Customer *found = &c->customer[c->buyer[low]];
        if (found->from <= day && (found->to == DAY_NONE || day < found->to))
            return c->buyer[low];
    }
    return 0; /* a key account: always there */
}

static void write_markets(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {{"market_id", "INTEGER PRIMARY KEY"},
                                          {"name", "TEXT"},
                                          {"country", "TEXT"},
                                          {"entered_on", "DATE"}};
    ROWS_TABLE(rows, "market", column);
    for (int i = 0; i < COMPANY_MARKETS; i++) {
        rows_int(rows, i + 1);
        rows_text(rows, market[i].name);
        rows_text(rows, market[i].country);
        rows_day(rows, plan_month_start(&c->plan, market[i].entered));
        rows_end(rows);
    }
}

static const char *status_of(const Company *c, const Customer *customer)
{
    if (customer->from == DAY_NONE)
        return "prospect";
    bool is_gone = customer->to != DAY_NONE && customer->to <= c->plan.today;
    return is_gone ? "former" : "active";
}

static void write_customer(const Company *c, const Customer *customer, Rows *rows)
{
    char name[COMPANY_NAME];
    print_name(customer->id - 1, customer->market, name);
    int manager = people_at(c, customer->seat, c->plan.today);
    rows_int(rows, customer->id);
    rows_id(rows, customer->parent);
    rows_text(rows, name);
    rows_text(rows, segment_name[customer->segment]);
    rows_int(rows, customer->market + 1);
    rows_text(rows, market[customer->market].region[customer->region]);
    rows_text(rows, customer->class ? (char[]){customer->class, '\0'} : NULL);
    rows_day(rows, customer->first_order);
    rows_int(rows, c->person[manager].id);
    rows_text(rows, status_of(c, customer));
    rows_end(rows);
}

void customers_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"customer_id", "INTEGER PRIMARY KEY"},
        {"parent_id", "INTEGER REFERENCES customer(customer_id)"},
        {"name", "TEXT"},
        {"segment", "TEXT"},
        {"market_id", "INTEGER REFERENCES market(market_id)"},
        {"region", "TEXT"},
        {"class", "TEXT"},
        {"first_order_on", "DATE"},
        {"account_manager_id", "INTEGER REFERENCES person(person_id)"},
        {"status", "TEXT"},
    };
    write_markets(c, rows);
    ROWS_TABLE(rows, "customer", column);
    for (size_t i = 0; i < c->n_customer; i++)
        write_customer(c, &c->customer[i], rows);
}
