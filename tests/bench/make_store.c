/* Makes the store that the speed of Koers is measured on: a seller's order lines in
   date order over three years, and the tables around them, each in proportion.

     make_store LINES FILE

   The same number of lines makes the same rows, on any machine: all draws come from
   one seeded generator of integers. Dates are ISO texts and prices decimals, as in the
   stores that people have; there is no index but the integer primary keys and the key
   of the targets. */
#include <inttypes.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DAYS = 1096,
    FIRST_YEAR = 2022,
    REPS = 300,
    TEAMS = 12,
    PRODUCTS = 5000,
    CATEGORIES = 20,
    LINES_PER_CUSTOMER = 50,
    LINES_PER_OPPORTUNITY = 5,
    LINES_PER_STAGE = 2,
    DATE_LEN = 11,
};

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *insert;
    uint64_t seed;
    int64_t lines, customers;
    char date[DAYS][DATE_LEN];
    int64_t cents[PRODUCTS];
} Maker;

static const char *const schema =
    "pragma journal_mode = off; pragma synchronous = off;"
    "create table customers (customer_id integer primary key, name text,"
    " segment text, region text);"
    "create table products (product_id integer primary key, name text, category text);"
    "create table reps (rep_id integer primary key, name text, team text);"
    "create table order_lines (order_id integer, line_no integer, order_date text,"
    " customer_id integer, product_id integer, rep_id integer, quantity integer,"
    " unit_price real, discount real);"
    "create table opportunities (opportunity_id integer primary key,"
    " customer_id integer, rep_id integer, created_on text, closed_on text,"
    " stage text, amount real);"
    "create table targets (rep_id integer, starts_on text, amount real,"
    " primary key (rep_id, starts_on));"
    "create table stages (stage_id integer primary key, stage text, amount real,"
    " entered_on text, left_on text);"
    "create table readings (reading_id integer primary key, read_on text, value real);"
    "begin";

static void fail(const Maker *m)
{
    fprintf(stderr, "make_store: %s\n", sqlite3_errmsg(m->db));
    exit(1);
}

static void run(Maker *m, const char *sql)
{
    if (sqlite3_exec(m->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail(m);
}

/* splitmix64 */
static uint64_t draw(Maker *m)
{
    uint64_t z = m->seed += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* From 0 to n - 1, all equally likely. */
static int64_t below(Maker *m, int64_t n)
{
    return (int64_t)((draw(m) >> 33) % (uint64_t)n);
}

/* From 0 to n - 1, the small ones likelier: the product of two draws. */
static int64_t skewed(Maker *m, int64_t n)
{
    uint64_t product = (draw(m) >> 32) * (draw(m) >> 32) >> 32;
    return (int64_t)(product * (uint64_t)n >> 32);
}

static void begin_rows(Maker *m, const char *sql)
{
    if (sqlite3_prepare_v2(m->db, sql, -1, &m->insert, NULL) != SQLITE_OK)
        fail(m);
}

static void put(Maker *m, int at, int64_t value)
{
    sqlite3_bind_int64(m->insert, at, value);
}

/* Hundredths as a decimal. */
static void put_cents(Maker *m, int at, int64_t cents)
{
    sqlite3_bind_double(m->insert, at, (double)cents / 100.0);
}

/* The text lives until the row is made, or forever. */
static void put_text(Maker *m, int at, const char *text)
{
    sqlite3_bind_text(m->insert, at, text, -1, SQLITE_STATIC);
}

static void end_row(Maker *m)
{
    if (sqlite3_step(m->insert) != SQLITE_DONE)
        fail(m);
    sqlite3_reset(m->insert);
}

static void end_rows(Maker *m)
{
    sqlite3_finalize(m->insert);
    m->insert = NULL;
}

static int month_days(int year, int month)
{
    if (month == 2)
        return year % 4 ? 28 : 29;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void make_dates(Maker *m)
{
    int year = FIRST_YEAR;
    int month = 1;
    int day = 1;
    for (int i = 0; i < DAYS; i++) {
        snprintf(m->date[i], DATE_LEN, "%04u-%02u-%02u", (unsigned)year % 10000,
                 (unsigned)month % 100, (unsigned)day % 100);
        if (++day <= month_days(year, month))
            continue;
        day = 1;
        if (++month > 12) {
            month = 1;
            year++;
        }
    }
}

static void make_customers(Maker *m)
{
    static const char *const segment[] = {"Consumer", "Enterprise", "Public", "SMB"};
    static const char *const region[] = {"Centre", "East",  "Isles",  "Midlands",
                                         "North",  "South", "Valley", "West"};
    char name[32];
    begin_rows(m, "insert into customers values (?1, ?2, ?3, ?4)");
    for (int64_t i = 1; i <= m->customers; i++) {
        snprintf(name, sizeof name, "Customer %06" PRId64, i);
        put(m, 1, i);
        put_text(m, 2, name);
        put_text(m, 3, segment[below(m, 4)]);
        put_text(m, 4, region[below(m, 8)]);
        end_row(m);
    }
    end_rows(m);
}

static void make_products(Maker *m)
{
    char name[32];
    char category[32];
    begin_rows(m, "insert into products values (?1, ?2, ?3)");
    for (int i = 0; i < PRODUCTS; i++) {
        m->cents[i] = 199 + skewed(m, 90000);
        snprintf(name, sizeof name, "Product %04d", i + 1);
        snprintf(category, sizeof category, "Category %02d",
                 (int)below(m, CATEGORIES) + 1);
        put(m, 1, i + 1);
        put_text(m, 2, name);
        put_text(m, 3, category);
        end_row(m);
    }
    end_rows(m);
}

static void make_reps(Maker *m)
{
    char name[32];
    char team[32];
    begin_rows(m, "insert into reps values (?1, ?2, ?3)");
    for (int i = 1; i <= REPS; i++) {
        snprintf(name, sizeof name, "Rep %03d", i);
        snprintf(team, sizeof team, "Team %02d", (int)below(m, TEAMS) + 1);
        put(m, 1, i);
        put_text(m, 2, name);
        put_text(m, 3, team);
        end_row(m);
    }
    end_rows(m);
}

/* What each rep is asked for is about what an average rep sells at this size. */
static void make_targets(Maker *m)
{
    int64_t mean = m->lines * 1200 / REPS;
    int first = 0;
    begin_rows(m, "insert into targets values (?1, ?2, ?3)");
    for (int month = 0; month < 36; month++) {
        if (month % 3 == 0) {
            for (int rep = 1; rep <= REPS; rep++) {
                put(m, 1, rep);
                put_text(m, 2, m->date[first]);
                put_cents(m, 3, mean * 100 * (75 + below(m, 50)) / 100 / 12);
                end_row(m);
            }
        }
        first += month_days(FIRST_YEAR + month / 12, month % 12 + 1);
    }
    end_rows(m);
}

/* Customers arrive over the years: at first a third of them is known. */
static int64_t buyer(Maker *m, int64_t line)
{
    int64_t known =
        m->customers / 3 + (m->customers - m->customers / 3) * line / m->lines;
    return 1 + skewed(m, known > 0 ? known : 1);
}

static void make_line(Maker *m, const char *date, int64_t customer)
{
    static const int64_t percent[] = {0, 0, 0, 0, 5, 10, 15, 20};
    int64_t product = skewed(m, PRODUCTS);
    put_text(m, 3, date);
    put(m, 4, customer);
    put(m, 5, product + 1);
    put(m, 6, 1 + customer * 7919 % REPS);
    put(m, 7, 1 + below(m, 12));
    put_cents(m, 8, m->cents[product]);
    put_cents(m, 9, percent[below(m, 8)]);
    end_row(m);
}

static void make_lines(Maker *m)
{
    int64_t order = 0;
    begin_rows(m,
               "insert into order_lines values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    for (int64_t line = 0; line < m->lines;) {
        const char *date = m->date[line * DAYS / m->lines];
        int64_t customer = buyer(m, line);
        int64_t count = 1 + below(m, 7);
        order++;
        for (int64_t i = 1; i <= count && line < m->lines; i++, line++) {
            put(m, 1, order);
            put(m, 2, i);
            make_line(m, date, customer);
        }
    }
    end_rows(m);
}

static void make_opportunities(Maker *m)
{
    static const char *const open[] = {"Qualified", "Proposal", "Negotiation"};
    int64_t count = m->lines / LINES_PER_OPPORTUNITY;
    begin_rows(m, "insert into opportunities values (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    for (int64_t i = 0; i < count; i++) {
        int64_t created = i * DAYS / count;
        int64_t closed = created + 10 + below(m, 150);
        int64_t customer = 1 + below(m, m->customers);
        put(m, 1, i + 1);
        put(m, 2, customer);
        put(m, 3, 1 + customer * 7919 % REPS);
        put_text(m, 4, m->date[created]);
        put_text(m, 5, closed < DAYS ? m->date[closed] : NULL);
        put_text(m, 6,
                 closed >= DAYS     ? open[below(m, 3)]
                 : below(m, 10) < 4 ? "Won"
                                    : "Lost");
        put_cents(m, 7, 50000 + skewed(m, 5000000));
        end_row(m);
    }
    end_rows(m);
}

/* Last, so that the other tables do not depend on it. */
static void make_stages(Maker *m)
{
    static const char *const stage[] = {"Lead", "Qualified", "Proposal", "Negotiation",
                                        "Contract"};
    int64_t count = m->lines / LINES_PER_STAGE;
    begin_rows(m, "insert into stages values (?1, ?2, ?3, ?4, ?5)");
    for (int64_t i = 0; i < count; i++) {
        int64_t entered = i * DAYS / count;
        int64_t left = entered + 1 + below(m, 120);
        put(m, 1, i + 1);
        put_text(m, 2, stage[below(m, 5)]);
        put_cents(m, 3, 50000 + skewed(m, 5000000));
        put_text(m, 4, m->date[entered]);
        put_text(m, 5, left < DAYS ? m->date[left] : NULL);
        end_row(m);
    }
    end_rows(m);
}

/* Values of 16 and 17 digits, as what was computed in doubles. */
static void make_readings(Maker *m)
{
    int64_t count = m->lines / LINES_PER_STAGE;
    begin_rows(m, "insert into readings values (?1, ?2, ?3)");
    for (int64_t i = 0; i < count; i++) {
        put(m, 1, i + 1);
        put_text(m, 2, m->date[i * DAYS / count]);
        sqlite3_bind_double(m->insert, 3, (double)(i % 997) / 7);
        end_row(m);
    }
    end_rows(m);
}

int main(int argc, char **argv)
{
    static Maker m = {.seed = 20220101};
    m.lines = argc == 3 ? strtoll(argv[1], NULL, 10) : 0;
    if (m.lines < 1000 || m.lines > 1000000000) {
        fprintf(stderr, "usage: make_store LINES FILE (from 1000 lines)\n");
        return 2;
    }
    m.customers = m.lines / LINES_PER_CUSTOMER;
    remove(argv[2]);
    if (sqlite3_open(argv[2], &m.db) != SQLITE_OK)
        fail(&m);
    run(&m, schema);
    make_dates(&m);
    make_customers(&m);
    make_products(&m);
    make_reps(&m);
    make_targets(&m);
    make_lines(&m);
    make_opportunities(&m);
    make_stages(&m);
    make_readings(&m);
    run(&m, "commit");
    if (sqlite3_close(m.db) != SQLITE_OK)
        fail(&m);
    return 0;
}
