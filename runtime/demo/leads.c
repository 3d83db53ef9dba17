#include "runtime/demo/leads.h"

#include "runtime/demo/customers.h"
#include "runtime/demo/deals.h"
#include "runtime/demo/people.h"

#include <stdlib.h>

enum {
    CHANNELS = 3, /* paid, social, email: sources 1 to 3 */
    CAMPAIGN_MONTHS = 2,
    KNOWN_CAMPAIGN = 850, /* permille of the leads of such a source */
    IN_AN_HOUR = 370,     /* permille */
    NEVER = 255,          /* permille of leads that come to nothing */
    QUALIFIED = 150,
    DISQUALIFIED = 620,
    SECONDS = 86400,
};

/* Permille of leads that become a deal. */
static const int conversion[DEALS_SOURCES] = {118, 123, 56, 30, 112, 163};
/* Euros a month of a campaign, in a small store. */
static const int monthly_cost[CHANNELS] = {16000, 8000, 3000};

/* Days from a lead to its deal: median 14, a long tail. */
static const CurvePoint days_to_deal[] = {{0, 1},    {250, 5},   {500, 14},
                                          {750, 48}, {900, 110}, {1000, 260}};
/* Minutes, of those who are answered later than in an hour. */
static const CurvePoint slow_answer[] = {
    {0, 61}, {250, 480}, {500, 1800}, {750, 5760}, {1000, 24000}};

static int n_campaign(const Company *c)
{
    return CHANNELS * ((c->plan.n_month + CAMPAIGN_MONTHS - 1) / CAMPAIGN_MONTHS);
}

/* 0: none. */
static int campaign_of(const Company *c, const Lead *lead, Draw *draw)
{
    int channel = lead->source - 1;
    if (channel < 0 || channel >= CHANNELS || !draw_happens(draw, KNOWN_CAMPAIGN))
        return 0;
    int month = plan_month(&c->plan, civil_day_of(lead->created));
    return month / CAMPAIGN_MONTHS * CHANNELS + channel + 1;
}

static int64_t moment(Draw *draw, Day day)
{
    return (int64_t)day * SECONDS + 7 * 3600 + draw_below(draw, 13 * 3600);
}

static int by_moment(const void *a, const void *b)
{
    const Lead *x = a;
    const Lead *y = b;
    if (x->created != y->created)
        return x->created < y->created ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

/* New business that came by a lead which is young enough to be in the records. */
static size_t add_converted(Company *c, size_t of_source[DEALS_SOURCES])
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_deal; i++) {
        const Deal *deal = &c->deal[i];
        if (deal->kind != DEAL_NEW)
            continue;
        Draw draw = draw_from(c->plan.seed, DRAW_LEAD, deal->number);
        Day day = deal->created - draw_curve(&draw, days_to_deal);
        if (day < c->plan.start)
            continue;
        c->lead[n] = (Lead){.created = moment(&draw, day),
                            .number = (int64_t)n,
                            .deal = (int)i + 1,
                            .source = deal->source};
        of_source[deal->source]++;
        n++;
    }
    return n;
}

static size_t count_others(const size_t of_source[DEALS_SOURCES], int source)
{
    size_t rate = (size_t)conversion[source];
    return of_source[source] * (1000 - rate) / rate;
}

static void add_others(Company *c, int source, size_t n)
{
    Draw draw =
        draw_from(c->plan.seed, DRAW_LEAD, ((uint64_t)1 << 40) + (uint64_t)source);
    for (size_t i = 0; i < n; i++) {
        uint32_t fraction = (uint32_t)(((uint64_t)i << 32) / n);
        Day day = plan_day_at(&c->plan, c->plan.start, fraction);
        Lead *lead = &c->lead[c->n_lead];
        *lead = (Lead){.created = moment(&draw, day),
                       .number = (int64_t)c->n_lead,
                       .source = source};
        c->n_lead++;
    }
}

void leads_make(Company *c)
{
    size_t of_source[DEALS_SOURCES] = {0};
    c->lead = ARENA_ARRAY(c->arena, Lead, c->n_deal + 1);
    size_t n = add_converted(c, of_source);
    size_t all = n;
    for (int i = 0; i < DEALS_SOURCES; i++)
        all += count_others(of_source, i);
    Lead *lead = ARENA_ARRAY(c->arena, Lead, all + 1);
    arena_copy(lead, c->lead, n * sizeof *lead);
    c->lead = lead;
    c->n_lead = n;
    for (int i = 0; i < DEALS_SOURCES; i++)
        add_others(c, i, count_others(of_source, i));
    qsort(c->lead, c->n_lead, sizeof *c->lead, by_moment);
    for (size_t i = 0; i < c->n_lead; i++) {
        if (c->lead[i].deal)
            c->deal[c->lead[i].deal - 1].lead = (int)i + 1;
    }
}

static void write_campaigns(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"campaign_id", "INTEGER PRIMARY KEY"},
        {"name", "TEXT"},
        {"channel", "TEXT"},
        {"target_group", "TEXT"},
        {"started_on", "DATE"},
        {"ended_on", "DATE"},
        {"cost", "DECIMAL(12,2)"},
    };
    ROWS_TABLE(rows, "campaign", column);
    for (int i = 0; i < n_campaign(c); i++) {
        int channel = i % CHANNELS;
        int month = i / CHANNELS * CAMPAIGN_MONTHS;
        Day start = plan_month_start(&c->plan, month);
        Civil civil = civil_from_day(start);
        int64_t cost = 0;
        for (int j = 0; j < CAMPAIGN_MONTHS; j++)
            cost += leads_campaign_cost(c, i, month + j);
        rows_int(rows, i + 1);
        rows_printf(rows, "%s %04d-%02d", deals_source(channel + 1), civil.year,
                    civil.month);
        rows_text(rows, deals_source(channel + 1));
        rows_text(rows, customers_segment(leads_target_group(c, i)));
        rows_day(rows, start);
        rows_day(rows, plan_month_start(&c->plan, month + CAMPAIGN_MONTHS));
        rows_cents(rows, cost);
        rows_end(rows);
    }
}

int leads_target_group(const Company *c, int campaign)
{
    Draw draw = draw_from(c->plan.seed, DRAW_CAMPAIGN, (uint64_t)campaign);
    return draw_below(&draw, COMPANY_SEGMENTS);
}

int64_t leads_campaign_cost(const Company *c, int campaign, int month)
{
    if (month >= c->plan.n_month)
        return 0;
    Draw draw = draw_from(c->plan.seed, DRAW_CAMPAIGN,
                          (uint64_t)(campaign * 1000 + month) + ((uint64_t)1 << 32));
    int64_t euros = plan_scaled(&c->plan, monthly_cost[campaign % CHANNELS]);
    euros += euros * month * 8 / 1000;
    return euros * draw_between(&draw, 850, 1150) / 1000 * 100;
}

/* How many companies there are to speak to, of each segment. */
static void write_groups(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {{"target_group", "TEXT PRIMARY KEY"},
                                          {"addressable", "INTEGER"}};
    ROWS_TABLE(rows, "target_group", column);
    for (int i = 0; i < COMPANY_SEGMENTS; i++) {
        Draw draw = draw_from(c->plan.seed, DRAW_GROUP, (uint64_t)i);
        rows_text(rows, customers_segment(i));
        rows_int(rows, plan_scaled(&c->plan, draw_between(&draw, 400, 2400)));
        rows_end(rows);
    }
}

static void write_costs(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"campaign_id", "INTEGER REFERENCES campaign(campaign_id)"},
        {"month_start", "DATE"},
        {"amount", "DECIMAL(12,2)"},
    };
    ROWS_TABLE(rows, "campaign_cost", column);
    for (int i = 0; i < n_campaign(c); i++) {
        for (int j = 0; j < CAMPAIGN_MONTHS; j++) {
            int month = i / CHANNELS * CAMPAIGN_MONTHS + j;
            if (month >= c->plan.n_month)
                continue;
            rows_int(rows, i + 1);
            rows_day(rows, plan_month_start(&c->plan, month));
            rows_cents(rows, leads_campaign_cost(c, i, month));
            rows_end(rows);
        }
    }
}

static int64_t draw_answer(const Lead *lead, Draw *draw)
{
    if (!lead->deal && draw_happens(draw, NEVER))
        return INT64_MIN;
    int minutes = draw_happens(draw, IN_AN_HOUR * 1000 / (1000 - NEVER))
                      ? draw_between(draw, 2, 60)
                      : draw_curve(draw, slow_answer);
    return lead->created + (int64_t)minutes * 60;
}

static int64_t if_past(const Company *c, int64_t at)
{
    return at != INT64_MIN && civil_day_of(at) > c->plan.today ? INT64_MIN : at;
}

/* What became of it: answered, qualified, let go, with the reason. */
static void write_fate(const Company *c, const Lead *lead, const Deal *deal, Draw *draw,
                       Rows *rows)
{
    static const char *const reason[] = {"no budget", "no need", "not reached",
                                         "competitor", "private person"};
    int64_t answered = draw_answer(lead, draw);
    int64_t qualified = INT64_MIN;
    int64_t let_go = INT64_MIN;
    if (deal) {
        qualified = (int64_t)deal->created * SECONDS + 20 * 3600;
        if (answered > qualified)
            answered = qualified - 3600;
    } else {
        int64_t from = answered == INT64_MIN ? lead->created : answered;
        if (answered != INT64_MIN && draw_happens(draw, QUALIFIED))
            qualified = from + (int64_t)draw_between(draw, 1, 72) * 3600;
        if (draw_happens(draw, DISQUALIFIED))
            let_go = from + (int64_t)draw_between(draw, 73, 960) * 3600;
    }
    let_go = if_past(c, let_go);
    rows_moment(rows, if_past(c, answered));
    rows_moment(rows, if_past(c, qualified));
    rows_moment(rows, let_go);
    rows_text(rows, let_go == INT64_MIN ? NULL : reason[draw_below(draw, 5)]);
    rows_id(rows, lead->deal);
}

static void write_lead(const Company *c, size_t i, Rows *rows)
{
    const Lead *lead = &c->lead[i];
    Draw draw = draw_from(c->plan.seed, DRAW_LEAD,
                          ((uint64_t)2 << 40) + (uint64_t)lead->number);
    int campaign = campaign_of(c, lead, &draw);
    const Deal *deal = lead->deal ? &c->deal[lead->deal - 1] : NULL;
    int group = draw_below(&draw, COMPANY_SEGMENTS);
    if (deal)
        group = c->customer[deal->customer].segment;
    else if (campaign && draw_happens(&draw, 600))
        group = leads_target_group(c, campaign - 1);
    Day day = civil_day_of(lead->created);
    BusinessUnit unit = (BusinessUnit)draw_below(&draw, PEOPLE_BUSINESS_UNITS);
    int seat = people_draw_seat(c, &draw, unit, day);
    if (deal && c->person[c->seat[deal->seat].first].start <= day)
        seat = deal->seat;
    rows_int(rows, (int64_t)i + 1);
    rows_moment(rows, lead->created);
    rows_text(rows, deals_source(lead->source));
    rows_id(rows, campaign);
    rows_text(rows, customers_segment(group));
    rows_int(rows, c->person[people_at(c, seat, day)].id);
    write_fate(c, lead, deal, &draw, rows);
    rows_end(rows);
}

void leads_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"lead_id", "INTEGER PRIMARY KEY"},
        {"created_at", "DATETIME"},
        {"source", "TEXT"},
        {"campaign_id", "INTEGER REFERENCES campaign(campaign_id)"},
        {"target_group", "TEXT"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
        {"first_response_at", "DATETIME"},
        {"qualified_at", "DATETIME"},
        {"disqualified_at", "DATETIME"},
        {"reason", "TEXT"},
        {"opportunity_id", "INTEGER REFERENCES opportunity(opportunity_id)"},
    };
    write_groups(c, rows);
    write_campaigns(c, rows);
    write_costs(c, rows);
    ROWS_TABLE(rows, "lead", column);
    for (size_t i = 0; i < c->n_lead; i++)
        write_lead(c, i, rows);
}
