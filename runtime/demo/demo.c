#include "runtime/demo/demo.h"

#include "runtime/demo/activities.h"
#include "runtime/demo/customers.h"
#include "runtime/demo/days.h"
#include "runtime/demo/deals.h"
#include "runtime/demo/leads.h"
#include "runtime/demo/money.h"
#include "runtime/demo/orders.h"
#include "runtime/demo/people.h"
#include "runtime/demo/products.h"
#include "runtime/demo/quotes.h"
#include "runtime/demo/steering.h"
#include "runtime/demo/targets.h"
#include "runtime/demo/wallets.h"

#include <stdlib.h>

static void write_item(Rows *rows, const char *item, const char *value)
{
    rows_text(rows, item);
    rows_text(rows, value);
    rows_end(rows);
}

/* The label: whoever opens the file sees that none of it is real. */
static void write_label(const DemoJob *job, const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {{"item", "TEXT PRIMARY KEY"},
                                          {"value", "TEXT"}};
    ROWS_TABLE(rows, "about", column);
    write_item(rows, "synthetic", "yes: no person, company or figure in it is real");
    write_item(rows, "company", "Koers Demo");
    write_item(rows, "made by", "koers demo " KOERS_VERSION);
    rows_text(rows, "seed");
    rows_printf(rows, "%llu", (unsigned long long)job->seed);
    rows_end(rows);
    rows_text(rows, "order lines asked for");
    rows_printf(rows, "%lld", (long long)job->lines);
    rows_end(rows);
    rows_text(rows, "first day");
    rows_day(rows, c->plan.start);
    rows_end(rows);
    rows_text(rows, "today");
    rows_day(rows, c->plan.today);
    rows_end(rows);
}

static void make_company(Company *c)
{
    plan_make(&c->plan, c->arena);
    people_make(c);
    products_make(c);
    customers_make(c);
    deals_make(c);
    quotes_make(c);
    leads_make(c);
    orders_make(c);
}

static void write_company(const Company *c, Rows *rows)
{
    days_write(c, rows);
    people_write(c, rows);
    products_write(c, rows);
    customers_write(c, rows);
    wallets_write(c, rows);
    deals_write(c, rows);
    quotes_write(c, rows);
    leads_write(c, rows);
    activities_write(c, rows);
    orders_write(c, rows);
    targets_write(c, rows);
    forecasts_write(c, rows);
    money_write(c, rows);
    steering_write(c, rows);
}

static void free_company(Company *c)
{
    free(c->unit);
    free(c->person);
    free(c->seat);
    free(c->customer);
    free(c->bought);
    free(c->buyer);
    free(c->deal);
    arena_free(c->arena);
}

static void fill_report(const Company *c, DemoReport *report)
{
    *report = (DemoReport){.orders = c->n_order + (int64_t)c->n_won,
                           .lines = c->n_line,
                           .customers = (int64_t)c->n_customer,
                           .deals = (int64_t)c->n_deal,
                           .people = (int64_t)c->n_person,
                           .start = c->plan.start};
}

DemoStatus demo_write_store(const DemoJob *job, DiagSink *sink, DemoReport *report)
{
    StoreWriter *writer = store_writer_open(job->store, (WriterPatience){0}, sink);
    if (!writer)
        return DEMO_FAILED;
    Company c = {.plan = {.seed = job->seed, .lines = job->lines, .today = job->today},
                 .arena = arena_new()};
    Rows rows = {.writer = writer, .stop = job->stop, .ok = true};
    make_company(&c);
    write_label(job, &c, &rows);
    write_company(&c, &rows);
    rows.ok = rows.ok && store_writer_commit(writer);
    fill_report(&c, report);
    store_writer_close(writer);
    free_company(&c);
    if (rows.ok)
        return DEMO_MADE;
    return rows.stopped ? DEMO_STOPPED : DEMO_FAILED;
}
