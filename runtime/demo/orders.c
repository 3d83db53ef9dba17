#include "runtime/demo/orders.h"

#include "runtime/demo/customers.h"
#include "runtime/demo/deals.h"
#include "runtime/demo/people.h"
#include "runtime/demo/products.h"

#include <stdlib.h>

enum {
    LINES_OF_DEAL = 6,     /* about */
    LINES_PER_1000 = 3050, /* of 1000 orders without a deal */
    QUANTITY = 13,         /* of a small store; less where there are more lines */
    CANCELLED = 25,        /* permille of orders */
    CREDITED = 20,         /* permille of orders */
    SPLIT_LINE = 100,      /* permille of lines of orders that come in parts */
    COST_UNKNOWN = 10,     /* permille of lines */
    ABOVE_LIST = 20,
    LATE = 200,      /* permille of lines: invoiced after the planned day */
    NEVER_PAID = 6,  /* permille of invoices */
    PAID_TWICE = 70, /* permille: in two payments */
};

static const int discounts[] = {0, 3, 5, 8, 10, 12, 15, 20};
static const int discount_weight[] = {20, 12, 16, 16, 14, 10, 8, 4};

/* Permille of the mean. */
static const CurvePoint quantity_curve[] = {{0, 40},     {250, 300},  {500, 700},
                                            {750, 1300}, {900, 2300}, {1000, 5000}};
/* Days from the order to its first invoice. */
static const CurvePoint lead_time[] = {{0, 1},    {250, 6},  {500, 14},
                                       {750, 26}, {900, 42}, {1000, 75}};
/* Days from an invoice to its payment: median 30, a tail to 90. */
static const CurvePoint payment_lag[] = {{0, 4},    {100, 13}, {250, 22}, {500, 30},
                                         {750, 42}, {900, 62}, {1000, 90}};

int order_qty_of(const OrderLine *line, int part)
{
    if (part == line->part)
        return line->split;
    return part == line->part + 1 ? line->qty - line->split : 0;
}

/* Of a line that belongs to no deal. */
static int quantity(const Company *c, Day day, int permille)
{
    int64_t volume = c->volume[plan_month(&c->plan, day)];
    int64_t hundredths = (int64_t)permille * QUANTITY * 10 / c->plan.scale;
    return (int)(hundredths * volume / 1000 / 100);
}

static void add_line(const Company *c, Order *o, Draw *draw, int64_t worth)
{
    int family = o->deal && draw_happens(draw, 700) ? o->deal->family : -1;
    const Product *product = products_draw(c, draw, family, o->day);
    OrderLine *line = &o->line[o->n_line++];
    *line = (OrderLine){.product = product};
    line->list = products_list_price(c, product, o->day);
    int discount =
        discounts[draw_weighted(draw, discount_weight, (int)COUNT_OF(discounts))];
    if (o->deal)
        discount += 3;
    if (draw_happens(draw, ABOVE_LIST))
        discount = -3;
    line->net = (line->list * (100 - discount) + 50) / 100;
    int unit_cost = products_cost(c, product, o->day);
    line->cost = draw_happens(draw, COST_UNKNOWN) ? -1 : unit_cost;
    if (worth)
        line->qty = (int)((worth + line->net / 2) / line->net);
    else
        line->qty = quantity(c, o->day, draw_curve(draw, quantity_curve));
    if (line->qty < 1)
        line->qty = 1;
    line->split = line->qty;
}

static void add_lines_of_deal(const Company *c, Order *o, Draw *draw)
{
    int n = draw_between(draw, LINES_OF_DEAL - 3, LINES_OF_DEAL + 3);
    int64_t worth = o->deal->size / n;
    for (int i = 0; i < n; i++)
        add_line(c, o, draw, worth * draw_between(draw, 500, 1500) / 1000);
}

static void add_lines(const Company *c, Order *o, Draw *draw)
{
    static const int weight[] = {22, 24, 20, 14, 8, 6, 4, 2};
    int n = 1 + draw_weighted(draw, weight, (int)COUNT_OF(weight));
    for (int i = 0; i < n; i++)
        add_line(c, o, draw, 0);
}

static void add_payments(const Company *c, OrderPart *part, Draw *draw)
{
    if (part->total > 0 && draw_happens(draw, NEVER_PAID))
        return;
    Day day = plan_working_day(&c->plan, part->day + draw_curve(draw, payment_lag));
    bool is_twice = part->total > 10000 && draw_happens(draw, PAID_TWICE);
    int64_t first =
        is_twice ? part->total * draw_between(draw, 300, 700) / 1000 : part->total;
    part->n_payment = is_twice ? 2 : 1;
    part->paid[0] = day;
    part->payment[0] = first;
    part->paid[1] = plan_working_day(&c->plan, day + draw_between(draw, 7, 30));
    part->payment[1] = part->total - first;
}

static int64_t part_total(const Order *o, int part)
{
    int64_t total = 0;
    for (int i = 0; i < o->n_line; i++)
        total += (int64_t)order_qty_of(&o->line[i], part) * o->line[i].net;
    return total;
}

/* What goes back: some of the first line that came with the first invoice. */
static void add_credit(const Company *c, Order *o, Draw *draw)
{
    int at = 0;
    while (o->line[at].part != 0)
        at++;
    o->credit_line = at;
    o->credit_qty = draw_between(draw, 1, (o->line[at].split + 1) / 2);
    o->credit.day =
        plan_working_day(&c->plan, o->part[0].day + draw_between(draw, 5, 30));
    o->credit.due = o->credit.day + 30;
    o->credit.total = -(int64_t)o->credit_qty * o->line[at].net;
    add_payments(c, &o->credit, draw);
}

/* Lines are dealt out to the parts in turn, so that none is without. */
static void add_parts(const Company *c, Order *o, Draw *draw)
{
    static const int of_deal[] = {25, 50, 25};
    static const int of_others[] = {78, 18, 4};
    static const int terms[] = {14, 30, 30, 45};
    int n = 1 + draw_weighted(draw, o->deal ? of_deal : of_others, 3);
    if (n > o->n_line)
        n = o->n_line;
    Day day = o->day + draw_curve(draw, lead_time);
    o->n_part = n;
    o->promised = plan_working_day(&c->plan, day);
    for (int i = 0; i < n; i++) {
        o->part[i].day = plan_working_day(&c->plan, day);
        o->part[i].due = o->part[i].day + terms[(o->customer + 1) % 4];
        day += draw_between(draw, 7, 30);
    }
    for (int i = 0; i < o->n_line; i++) {
        OrderLine *line = &o->line[i];
        line->part = i % n;
        line->planned = o->part[line->part].day;
        if (draw_happens(draw, LATE))
            line->planned -= draw_between(draw, 2, 12);
        if (line->planned < o->day)
            line->planned = o->day;
        if (line->part + 1 < n && line->qty > 1 && draw_happens(draw, SPLIT_LINE))
            line->split = draw_between(draw, 1, line->qty - 1);
    }
    for (int i = 0; i < n; i++) {
        o->part[i].total = part_total(o, i);
        o->part[i].freight =
            (int)(o->part[i].total * draw_between(draw, 12, 30) / 1000);
        add_payments(c, &o->part[i], draw);
    }
}

static void finish(const Company *c, Order *o, uint64_t number)
{
    Draw draw = draw_from(c->plan.seed, DRAW_INVOICE, number * 2 + (o->deal ? 1 : 0));
    o->cancelled = DAY_NONE;
    o->credit.day = DAY_NONE;
    add_parts(c, o, &draw);
    if (draw_happens(&draw, CANCELLED)) {
        int days = o->part[0].day - o->day;
        o->cancelled = o->day + (days ? draw_below(&draw, days) : 0);
        o->n_part = 0;
    } else if (draw_happens(&draw, CREDITED)) {
        add_credit(c, o, &draw);
    }
}

static void begin_deal_order(const Company *c, const Deal *deal, Day day, Order *o)
{
    Draw draw = draw_from(c->plan.seed, DRAW_DEAL_ORDER, deal->number);
    o->deal = deal;
    o->day = day;
    o->n_line = 0;
    add_lines_of_deal(c, o, &draw);
}

OrderWorth orders_deal_worth(const Company *c, const Deal *deal, Day day)
{
    Order o = {0};
    OrderWorth worth = {0};
    begin_deal_order(c, deal, day, &o);
    for (int i = 0; i < o.n_line; i++) {
        worth.net += (int64_t)o.line[i].qty * o.line[i].net;
        worth.list += (int64_t)o.line[i].qty * o.line[i].list;
    }
    return worth;
}

static void make_deal_order(const Company *c, const Deal *deal, Order *o)
{
    *o = (Order){.id = o->id};
    begin_deal_order(c, deal, deal->closed, o);
    o->customer = deal->customer;
    o->person = deal->owner;
    finish(c, o, deal->number);
}

static void make_order(const Company *c, int64_t number, Day day, Order *o)
{
    Draw draw = draw_from(c->plan.seed, DRAW_ORDER, (uint64_t)number);
    *o = (Order){.id = o->id, .day = day};
    o->customer = customers_draw(c, &draw, day);
    o->person = people_at(c, c->customer[o->customer].seat, day);
    add_lines(c, o, &draw);
    finish(c, o, (uint64_t)number);
}

static Day day_of(const Company *c, int64_t number)
{
    uint64_t at = ((uint64_t)number << 32) / (uint64_t)c->n_order;
    return plan_day_at(&c->plan, c->plan.start, (uint32_t)at);
}

void orders_each(const Company *c, bool (*visit)(void *self, const Order *order),
                 void *self)
{
    Order o = {0};
    size_t won = 0;
    for (int64_t i = 0; i <= c->n_order; i++) {
        Day day = i < c->n_order ? day_of(c, i) : c->plan.today;
        for (; won < c->n_won && c->won[won]->closed <= day; won++) {
            o.id++;
            make_deal_order(c, c->won[won], &o);
            if (!visit(self, &o))
                return;
        }
        if (i == c->n_order)
            break;
        o.id++;
        make_order(c, i, day, &o);
        if (!visit(self, &o))
            return;
    }
}

static int by_day(const void *a, const void *b)
{
    const Deal *x = *(const Deal *const *)a;
    const Deal *y = *(const Deal *const *)b;
    if (x->closed != y->closed)
        return x->closed < y->closed ? -1 : 1;
    return x->id < y->id ? -1 : 1;
}

static void add_part_taken(Company *c, const Order *o, const OrderPart *part,
                           int64_t cost)
{
    if (part->day == DAY_NONE || part->day > c->plan.today)
        return;
    int month = plan_month(&c->plan, part->day);
    Takings *takings = company_takings(c, o->person, month);
    takings->revenue += part->total;
    takings->cost += cost;
    int year = civil_from_day(part->day).year - civil_from_day(c->plan.start).year;
    c->spent[o->customer * COMPANY_YEARS + year] += part->total;
    c->flow[month].invoiced += part->total;
    c->flow[month].goods += cost;
    c->flow[month].freight += part->freight;
    for (int i = 0; i < part->n_payment; i++) {
        if (part->paid[i] <= c->plan.today)
            c->flow[plan_month(&c->plan, part->paid[i])].received += part->payment[i];
    }
}

static int64_t part_cost(const Order *o, int part)
{
    int64_t cost = 0;
    for (int i = 0; i < o->n_line; i++) {
        if (o->line[i].cost > 0)
            cost += (int64_t)order_qty_of(&o->line[i], part) * o->line[i].cost;
    }
    return cost;
}

static bool add_taken(void *self, const Order *o)
{
    Company *c = self;
    int64_t total = 0;
    for (int i = 0; i < o->n_line; i++)
        total += (int64_t)o->line[i].qty * o->line[i].net;
    Takings *takings = company_takings(c, o->person, plan_month(&c->plan, o->day));
    takings->intake += total;
    c->n_line += o->n_line;
    if (o->deal)
        takings->won += total;
    for (int i = 0; i < o->n_part; i++)
        add_part_taken(c, o, &o->part[i], part_cost(o, i));
    int64_t back = o->line[o->credit_line].cost;
    add_part_taken(c, o, &o->credit, back > 0 ? -back * o->credit_qty : 0);
    return true;
}

typedef struct {
    const Company *company;
    int64_t intake[PLAN_MONTHS];
} Volumes;

static bool add_volume(void *self, const Order *o)
{
    Volumes *v = self;
    int month = plan_month(&v->company->plan, o->day);
    for (int i = 0; i < o->n_line && !o->deal; i++)
        v->intake[month] += (int64_t)o->line[i].qty * o->line[i].net;
    return true;
}

/* A few large lines make a month good or bad, more than it is in a company: quantities
   are moved towards what was planned. */
static void set_volumes(Company *c)
{
    Volumes v = {.company = c};
    int n = c->plan.n_month;
    for (int i = 0; i < n; i++)
        c->volume[i] = 1000;
    orders_each(c, add_volume, &v);
    int64_t all = 0;
    for (int i = 0; i < n; i++)
        all += v.intake[i];
    uint64_t business = plan_business(&c->plan, 0, n);
    for (int i = 0; i < n; i++) {
        uint64_t part = plan_business(&c->plan, i, i + 1);
        int64_t should = (int64_t)((UInt128)(uint64_t)all * part / business);
        c->volume[i] = plan_correction(should, v.intake[i]);
    }
}

void orders_make(Company *c)
{
    c->won = ARENA_ARRAY(c->arena, const Deal *, c->n_deal + 1);
    for (size_t i = 0; i < c->n_deal; i++) {
        if (c->deal[i].status == DEAL_WON)
            c->won[c->n_won++] = &c->deal[i];
    }
    qsort(c->won, c->n_won, sizeof(const Deal *), by_day);
    int64_t lines = c->plan.lines - (int64_t)c->n_won * LINES_OF_DEAL;
    c->n_order = lines > 0 ? lines * 1000 / LINES_PER_1000 : 0;
    set_volumes(c);
    c->takings = ARENA_ARRAY(c->arena, Takings, c->n_person * (size_t)c->plan.n_month);
    c->spent = ARENA_ARRAY(c->arena, int64_t, c->n_customer * COMPANY_YEARS);
    orders_each(c, add_taken, c);
}
