#include "runtime/demo/deals.h"

#include "runtime/base/xalloc.h"
#include "runtime/demo/customers.h"
#include "runtime/demo/people.h"
#include "runtime/demo/products.h"

enum {
    DEALS = 3300,
    DEARER = 30, /* permille a year: deals grow with prices */
    SPLIT = 100, /* permille of deals with more than one owner */
};

/* Permille of all deals. */
static const int kind_share[DEAL_KINDS] = {350, 550, 100};
/* Cents. */
static const int kind_size[DEAL_KINDS] = {1000000, 2150000, 2600000};
static const char *const kind_name[DEAL_KINDS] = {"new", "expansion", "renewal"};

/* Log-normal with a spread of 0.8; the mean is 1000. */
static const CurvePoint size_curve[] = {
    {0, 100},    {50, 195},   {100, 260},  {250, 423},  {500, 726},
    {750, 1245}, {900, 2025}, {950, 2705}, {990, 4665}, {1000, 6500}};

static const char *const source_name[DEALS_SOURCES] = {"organic", "paid",   "social",
                                                       "email",   "direct", "account"};

typedef struct {
    const char *name, *category;
    int probability; /* percent */
    int sla_days;
} Stage;

static const Stage stages[LIFE_STAGES] = {
    {"Lost", "omitted", 0, 0},         {"Qualified", "pipeline", 20, 21},
    {"Solution", "pipeline", 50, 30},  {"Proposal", "best case", 75, 30},
    {"Negotiation", "commit", 90, 21}, {"Won", "closed", 100, 0},
};

const char *deals_source(int source)
{
    return source_name[source];
}

const char *deals_status(DealStatus status)
{
    static const char *const name[] = {"open", "won", "lost", "withdrawn"};
    return name[status];
}

static DealKind draw_kind(const Company *c, uint32_t number)
{
    uint32_t even = draw_even(c->plan.seed, DRAW_EVEN_KIND, 0, number);
    int at = (int)((uint64_t)even * 1000 >> 32);
    if (at < kind_share[DEAL_NEW])
        return DEAL_NEW;
    return at < kind_share[DEAL_NEW] + kind_share[DEAL_EXPANSION] ? DEAL_EXPANSION
                                                                  : DEAL_RENEWAL;
}

static int64_t draw_size(const Company *c, const Deal *deal)
{
    uint32_t even = draw_even(c->plan.seed, DRAW_EVEN_SIZE, deal->kind, deal->nth);
    int month = plan_month(&c->plan, deal->created);
    int64_t mean = kind_size[deal->kind];
    mean += mean * DEARER * month / 12 / 1000;
    return mean * curve_at(size_curve, even) / 1000;
}

static int draw_source(Draw *draw, DealKind kind)
{
    static const int of_new[DEALS_SOURCES] = {34, 26, 8, 6, 16, 10};
    static const int of_others[DEALS_SOURCES] = {4, 3, 1, 4, 8, 80};
    return draw_weighted(draw, kind == DEAL_NEW ? of_new : of_others, DEALS_SOURCES);
}

/* Takes over how the deal stands today. */
static void settle(const Company *c, Deal *deal)
{
    Life life;
    life_make(c, deal, &life);
    const Entry *last = &life.entry[life.n - 1];
    deal->status = last->status;
    deal->stage = last->stage;
    deal->owner = last->owner;
    deal->amount = last->amount;
    deal->expected = last->expected;
    deal->closed = last->status == DEAL_OPEN ? DAY_NONE : life_day(last);
}

/* Deals that were decided before the records begin are not in them. */
static bool is_recorded(const Company *c, const Deal *deal)
{
    return deal->created >= c->plan.start || deal->closed == DAY_NONE ||
           deal->closed >= c->plan.start;
}

static void make_one(Company *c, uint32_t number, uint32_t fraction,
                     uint32_t n_of_kind[DEAL_KINDS])
{
    Draw draw = draw_from(c->plan.seed, DRAW_DEAL, number);
    Day first = c->plan.start - PLAN_DAYS_BEFORE;
    Deal deal = {.number = number, .created = plan_day_at(&c->plan, first, fraction)};
    deal.kind = draw_kind(c, number);
    deal.nth = n_of_kind[deal.kind]++;
    deal.size = draw_size(c, &deal);
    deal.family = draw_below(&draw, COMPANY_FAMILIES);
    deal.source = draw_source(&draw, deal.kind);
    size_t n_customer = c->n_customer;
    deal.customer = deal.kind == DEAL_NEW
                        ? customers_add_prospect(c, &draw, deal.created)
                        : customers_draw(c, &draw, deal.created);
    deal.seat = c->customer[deal.customer].seat;
    settle(c, &deal);
    if (!is_recorded(c, &deal)) {
        c->n_customer = n_customer;
        return;
    }
    if (deal.status == DEAL_WON)
        customers_win(c, deal.customer, deal.closed);
    deal.id = (int)c->n_deal + 1;
    XGROW(c->deal, c->cap_deal, c->n_deal + 1);
    c->deal[c->n_deal++] = deal;
}

enum { QUARTERS = PLAN_MONTHS / 3 };

static int quarter_of(const Company *c, const Deal *deal)
{
    return plan_month(&c->plan, deal->closed) / 3;
}

/* A few large deals make a quarter good or bad, more than it is in a company: sizes of
   those that are won are moved towards what was planned. Nothing else of a deal hangs
   on its size. */
static void set_sizes(Company *c)
{
    int64_t won[QUARTERS] = {0};
    int64_t all = 0;
    for (size_t i = 0; i < c->n_deal; i++) {
        if (c->deal[i].status != DEAL_WON)
            continue;
        won[quarter_of(c, &c->deal[i])] += c->deal[i].amount;
        all += c->deal[i].amount;
    }
    uint64_t business = plan_business(&c->plan, 0, PLAN_MONTHS);
    for (size_t i = 0; i < c->n_deal; i++) {
        Deal *deal = &c->deal[i];
        if (deal->status != DEAL_WON)
            continue;
        int at = quarter_of(c, deal);
        uint64_t part = plan_business(&c->plan, at * 3, at * 3 + 3);
        int64_t should = (int64_t)((UInt128)(uint64_t)all * part / business);
        deal->size = deal->size * plan_correction(should, won[at]) / 1000;
        settle(c, deal);
    }
}

/* One in each of as many parts of the business that there is. */
void deals_make(Company *c)
{
    uint32_t n = (uint32_t)plan_scaled(&c->plan, DEALS);
    Draw draw = draw_from(c->plan.seed, DRAW_DAY, 0);
    uint32_t n_of_kind[DEAL_KINDS] = {0};
    for (uint32_t i = 0; i < n; i++) {
        uint64_t at = ((uint64_t)i << 32) + (draw_next(&draw) >> 32);
        make_one(c, i, (uint32_t)(at / n), n_of_kind);
    }
    set_sizes(c);
}

static void write_stages(Rows *rows)
{
    static const WriterColumn column[] = {
        {"stage", "TEXT PRIMARY KEY"},   {"pipeline", "TEXT"}, {"step", "INTEGER"},
        {"probability", "DECIMAL(4,2)"}, {"category", "TEXT"}, {"sla_days", "INTEGER"},
    };
    ROWS_TABLE(rows, "stage", column);
    for (int i = 0; i < LIFE_STAGES; i++) {
        rows_text(rows, stages[i].name);
        rows_text(rows, "sales");
        rows_int(rows, i);
        rows_decimal(rows, stages[i].probability, 100);
        rows_text(rows, stages[i].category);
        rows_id(rows, stages[i].sla_days);
        rows_end(rows);
    }
}

static void put_amount(Rows *rows, int64_t amount)
{
    if (amount < 0)
        rows_null(rows);
    else
        rows_cents(rows, amount);
}

static const char *draw_reason(Draw *draw, const Deal *deal)
{
    static const char *const won[] = {"quality", "price", "service", "delivery time"};
    static const char *const lost[] = {"price", "no decision", "product", "relation",
                                       "delivery time"};
    static const char *const withdrawn[] = {"duplicate", "not a fit", "budget gone"};
    static const int weight[] = {34, 27, 18, 12, 9};
    switch (deal->status) {
    case DEAL_OPEN:
        return NULL;
    case DEAL_WON:
        return won[draw_weighted(draw, weight, (int)COUNT_OF(won))];
    case DEAL_LOST:
        return lost[draw_weighted(draw, weight, (int)COUNT_OF(lost))];
    case DEAL_WITHDRAWN:
        if (deal->closed > deal->created + LIFE_LONGEST)
            return "forgotten";
        return withdrawn[draw_weighted(draw, weight, (int)COUNT_OF(withdrawn))];
    }
    UNREACHABLE("status of a deal");
}

/* Who else was asked; of deals without a decision nobody knows. */
static const char *draw_competitor(Draw *draw, DealStatus status)
{
    static const char *const name[] = {"Alderon", "Borealis", "Castor", "Dynamo"};
    static const int weight[] = {38, 30, 20, 12};
    bool is_known = status == DEAL_WON || status == DEAL_LOST;
    return is_known && draw_happens(draw, 620)
               ? name[draw_weighted(draw, weight, (int)COUNT_OF(name))]
               : NULL;
}

static void write_deal(const Company *c, const Deal *deal, Rows *rows)
{
    Draw draw = draw_from(c->plan.seed, DRAW_NAME, deal->number);
    rows_int(rows, deal->id);
    rows_printf(rows, "%s %05d", products_family(deal->family), deal->id);
    rows_int(rows, deal->customer + 1);
    rows_int(rows, c->person[deal->owner].id);
    rows_int(rows, c->customer[deal->customer].market + 1);
    rows_text(rows, products_family(deal->family));
    rows_text(rows, kind_name[deal->kind]);
    rows_day(rows, deal->created);
    put_amount(rows, deal->amount);
    rows_text(rows, "EUR");
    rows_text(rows, stages[deal->stage].name);
    rows_day(rows, deal->expected);
    rows_day(rows, deal->closed);
    rows_text(rows, deals_status(deal->status));
    rows_text(rows, draw_reason(&draw, deal));
    rows_text(rows, draw_competitor(&draw, deal->status));
    rows_text(rows, source_name[deal->source]);
    rows_end(rows);
}

static void write_deals(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"opportunity_id", "INTEGER PRIMARY KEY"},
        {"name", "TEXT"},
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
        {"market_id", "INTEGER REFERENCES market(market_id)"},
        {"family", "TEXT"},
        {"kind", "TEXT"},
        {"created_on", "DATE"},
        {"amount", "DECIMAL(12,2)"},
        {"currency", "TEXT"},
        {"stage", "TEXT REFERENCES stage(stage)"},
        {"expected_close", "DATE"},
        {"closed_on", "DATE"},
        {"status", "TEXT"},
        {"reason", "TEXT"},
        {"competitor", "TEXT"},
        {"source", "TEXT"},
    };
    ROWS_TABLE(rows, "opportunity", column);
    for (size_t i = 0; i < c->n_deal; i++)
        write_deal(c, &c->deal[i], rows);
}

static void write_entry(const Company *c, int deal, const Entry *entry, Rows *rows)
{
    static const char *const what[] = {"created", "stage",  "amount",  "expected_close",
                                       "owner",   "status", "reopened"};
    rows_int(rows, deal);
    rows_moment(rows, entry->at);
    rows_moment(rows, entry->recorded);
    rows_text(rows, what[entry->kind]);
    rows_text(rows, stages[entry->stage].name);
    rows_text(rows, deals_status(entry->status));
    put_amount(rows, entry->amount);
    rows_day(rows, entry->expected);
    rows_int(rows, c->person[entry->owner].id);
    rows_end(rows);
}

static void write_history(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"history_id", "INTEGER PRIMARY KEY"},
        {"opportunity_id", "INTEGER REFERENCES opportunity(opportunity_id)"},
        {"at", "DATETIME"},
        {"recorded_at", "DATETIME"},
        {"field", "TEXT"},
        {"stage", "TEXT REFERENCES stage(stage)"},
        {"status", "TEXT"},
        {"amount", "DECIMAL(12,2)"},
        {"expected_close", "DATE"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
    };
    ROWS_TABLE(rows, "opportunity_history", column);
    int64_t id = 0;
    for (size_t i = 0; i < c->n_deal; i++) {
        Life life;
        life_make(c, &c->deal[i], &life);
        for (int j = 0; j < life.n; j++) {
            rows_int(rows, ++id);
            write_entry(c, c->deal[i].id, &life.entry[j], rows);
        }
    }
}

/* Two persons of different seats, or the owner alone; shares add up to 1. */
static void write_shares(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"opportunity_id", "INTEGER REFERENCES opportunity(opportunity_id)"},
        {"person_id", "INTEGER REFERENCES person(person_id)"},
        {"share", "DECIMAL(4,3)"},
    };
    ROWS_TABLE(rows, "owner_split", column);
    for (size_t i = 0; i < c->n_deal; i++) {
        const Deal *deal = &c->deal[i];
        Draw draw = draw_from(c->plan.seed, DRAW_QUOTE, deal->number);
        int seat = draw_below(&draw, (int)c->n_seat);
        int helper = people_at(c, seat, deal->created);
        bool can_split = seat != deal->seat && c->person[helper].start <= deal->created;
        bool is_split = can_split && draw_happens(&draw, SPLIT);
        int part = is_split ? 50 * draw_between(&draw, 2, 8) : 0;
        rows_int(rows, deal->id);
        rows_int(rows, c->person[deal->owner].id);
        rows_decimal(rows, 1000 - part, 1000);
        rows_end(rows);
        if (!is_split)
            continue;
        rows_int(rows, deal->id);
        rows_int(rows, c->person[helper].id);
        rows_decimal(rows, part, 1000);
        rows_end(rows);
    }
}

void deals_write(const Company *c, Rows *rows)
{
    write_stages(rows);
    write_deals(c, rows);
    write_history(c, rows);
    write_shares(c, rows);
}
