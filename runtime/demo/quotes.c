#include "runtime/demo/quotes.h"

#include "runtime/demo/life.h"
#include "runtime/demo/orders.h"

enum {
    CHAINS = 2,
    REVISIONS = 4,
    TWO_VARIANTS = 60, /* permille of quoted deals */
    SHORTEST = 620,    /* cost, permille of the amount */
    LONGEST = 720,
};

typedef struct {
    Day issued, valid_until, decided; /* decided: DAY_NONE */
    int64_t amount, list, cost;
    const char *status;
    int chain, revision; /* from 0, 1 */
} Quote;

typedef struct {
    Quote quote[CHAINS * REVISIONS];
    int n;
    int accepted; /* -1: none */
} Quotes;

/* Revisions follow each other from the day of the proposal up to the end. */
static void add_chain(Quotes *q, Draw *draw, const Deal *deal, const Day span[2])
{
    static const int weight[REVISIONS] = {50, 30, 14, 6};
    static const int valid[] = {30, 45, 60};
    int chain = q->n ? 1 : 0;
    int n = 1 + draw_weighted(draw, weight, REVISIONS);
    int days = span[1] - span[0];
    for (int i = 0; i < n; i++) {
        Quote *quote = &q->quote[q->n++];
        *quote = (Quote){.chain = chain, .revision = i + 1, .decided = DAY_NONE};
        quote->issued = span[0] + days * i / n;
        quote->valid_until = quote->issued + valid[draw_below(draw, 3)];
        int permille = 1000 + (n - 1 - i) * draw_between(draw, 10, 60);
        quote->amount = deal->amount * permille / 1000;
        quote->cost = quote->amount * draw_between(draw, SHORTEST, LONGEST) / 1000;
        quote->status = i + 1 < n ? "superseded" : "open";
    }
}

/* Of lost deals many customers never say so: their quotes run out. */
static void decide(Quotes *q, Draw *draw, const Deal *deal)
{
    bool is_first = true;
    for (int i = 0; i < q->n; i++) {
        Quote *quote = &q->quote[i];
        bool is_latest = i + 1 == q->n || q->quote[i + 1].chain != quote->chain;
        if (!is_latest || deal->status == DEAL_OPEN)
            continue;
        if (deal->status == DEAL_WON && is_first) {
            quote->status = "accepted";
            quote->amount = deal->amount;
            q->accepted = i;
        } else if (draw_happens(draw, 600)) {
            quote->status = "rejected";
        }
        if (quote->status[0] != 'o')
            quote->decided = deal->closed;
        is_first = false;
    }
}

/* What is offered costs the same by the list in each revision; a later one gives more
   of it away. */
static void set_list(const Company *c, const Deal *deal, Quotes *q)
{
    Day day = deal->closed == DAY_NONE ? q->quote[0].issued : deal->closed;
    OrderWorth worth = orders_deal_worth(c, deal, day);
    for (int i = 0; i < q->n; i++)
        q->quote[i].list = deal->amount * worth.list / worth.net;
}

static void make_quotes(const Company *c, const Deal *deal, Quotes *q)
{
    Life life;
    life_make(c, deal, &life);
    q->n = 0;
    q->accepted = -1;
    if (life.proposed == DAY_NONE || deal->amount < 0)
        return;
    Draw draw = draw_from(c->plan.seed, DRAW_QUOTE, deal->number + ((uint64_t)1 << 32));
    Day end = deal->closed;
    if (end == DAY_NONE) {
        end = life.proposed + 40;
        if (end > c->plan.today)
            end = c->plan.today;
    }
    Day span[2] = {life.proposed, end};
    add_chain(q, &draw, deal, span);
    if (draw_happens(&draw, TWO_VARIANTS))
        add_chain(q, &draw, deal, span);
    decide(q, &draw, deal);
    set_list(c, deal, q);
}

void quotes_make(Company *c)
{
    int before = 0;
    Quotes q;
    for (size_t i = 0; i < c->n_deal; i++) {
        make_quotes(c, &c->deal[i], &q);
        c->deal[i].accepted = q.accepted < 0 ? 0 : before + q.accepted + 1;
        before += q.n;
    }
}

static void write_quote(const Deal *deal, const Quote *quote, int chain, Rows *rows)
{
    rows_int(rows, chain);
    rows_int(rows, quote->revision);
    rows_int(rows, deal->id);
    rows_int(rows, deal->customer + 1);
    rows_day(rows, quote->issued);
    rows_day(rows, quote->valid_until);
    rows_cents(rows, quote->amount);
    rows_cents(rows, quote->list);
    rows_cents(rows, quote->cost);
    rows_text(rows, quote->status);
    rows_day(rows, quote->decided);
    rows_end(rows);
}

void quotes_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"quote_id", "INTEGER PRIMARY KEY"},
        {"chain_id", "INTEGER"},
        {"revision", "INTEGER"},
        {"opportunity_id", "INTEGER REFERENCES opportunity(opportunity_id)"},
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"issued_on", "DATE"},
        {"valid_until", "DATE"},
        {"amount", "DECIMAL(12,2)"},
        {"list_amount", "DECIMAL(12,2)"},
        {"cost", "DECIMAL(12,2)"},
        {"status", "TEXT"},
        {"decided_on", "DATE"},
    };
    ROWS_TABLE(rows, "quote", column);
    int id = 0, chain = 0;
    Quotes q;
    for (size_t i = 0; i < c->n_deal; i++) {
        make_quotes(c, &c->deal[i], &q);
        for (int j = 0; j < q.n; j++) {
            chain += q.quote[j].revision == 1;
            rows_int(rows, ++id);
            write_quote(&c->deal[i], &q.quote[j], chain, rows);
        }
    }
}
