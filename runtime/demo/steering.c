#include "runtime/demo/steering.h"

#include "runtime/demo/people.h"

#include <string.h>

enum {
    DAYS_LOGGED = 365,
    HELD = 870,    /* permille */
    DECIDED = 420, /* permille of those that were held */
};

typedef struct {
    const char *name, *strategy, *cell, *perspective, *owner;
} Objective;

/* `owner` is a role. */
static const Objective objectives[] = {
    {"Grow with existing customers", "share of wallet", "market penetration",
     "customer", "director"},
    {"Earn in new markets", "new markets", "market development", "financial",
     "director"},
    {"Sell what is new", "new products", "product development", "financial",
     "director"},
    {"Pay fixed costs without worry", "continuity", "market penetration", "financial",
     "controller"},
};

typedef struct {
    int objective; /* from 1 */
    const char *name, *measure, *level, *direction, *rhythm, *owner, *action;
    int baseline, target; /* thousandths of the measure's unit */
} Indicator;

static const Indicator indicators[] = {
    {1, "Share of wallet", "share_of_wallet", "strategic", "up", "quarter", "director",
     "choose accounts to invest in", 320, 360},
    {1, "Net revenue retention", "net_revenue_retention", "tactical", "up", "month",
     "business unit manager", "visit the accounts that shrink", 1000, 1050},
    {1, "Contact coverage of A customers", "contact_coverage", "operational", "up",
     "week", "team lead", "plan the visits that are missing", 700, 900},
    {2, "Share of new markets", "new_market_share", "strategic", "up", "quarter",
     "director", "enter, hold or leave", 20, 60},
    {2, "Win rate in new markets", "win_rate", "tactical", "up", "month",
     "business unit manager", "go through lost deals", 200, 260},
    {2, "Leads answered within an hour", "answered_in_time_share", "operational", "up",
     "day", "team lead", "share leads out anew", 370, 600},
    {3, "Share of new products", "new_product_share", "strategic", "up", "quarter",
     "director", "decide on the next launch", 80, 150},
    {3, "Hit rate of quotes", "hit_rate", "tactical", "up", "month",
     "business unit manager", "train and reprice", 400, 450},
    {3, "Quotes without contact", "open_quotes", "operational", "down", "week",
     "team lead", "call them today", 40000, 20000},
    {4, "Cover of fixed costs", "fixed_cost_cover", "strategic", "up", "month",
     "controller", "postpone what is not due", 1000, 1200},
    {4, "Backlog cover in months", "backlog_cover", "tactical", "up", "month",
     "business unit manager", "pull orders in", 700, 1000},
    {4, "Deals past their expected close", "overdue_share", "operational", "down",
     "week", "team lead", "close them or date them anew", 250, 120},
};

/* From the operational to the tactical to the strategic one of each objective. */
static const int links[][3] = {
    /* from, to, days until it shows */
    {3, 2, 90}, {2, 1, 90}, {6, 5, 60},   {5, 4, 90},
    {9, 8, 30}, {8, 7, 90}, {12, 11, 60}, {11, 10, 45},
};

static void write_objectives(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"objective_id", "INTEGER PRIMARY KEY"},
        {"name", "TEXT"},
        {"strategy", "TEXT"},
        {"cell", "TEXT"},
        {"perspective", "TEXT"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
        {"valid_from", "DATE"},
        {"valid_to", "DATE"},
    };
    ROWS_TABLE(rows, "objective", column);
    int year = civil_from_day(c->plan.today).year;
    for (size_t i = 0; i < COUNT_OF(objectives); i++) {
        const Objective *o = &objectives[i];
        rows_int(rows, (int64_t)i + 1);
        rows_text(rows, o->name);
        rows_text(rows, o->strategy);
        rows_text(rows, o->cell);
        rows_text(rows, o->perspective);
        rows_int(rows, c->person[people_with_role(c, o->owner, 0)].id);
        rows_day(rows, civil_to_day(year - 1, 1, 1));
        rows_day(rows, civil_to_day(year + 2, 1, 1));
        rows_end(rows);
    }
}

static int owner_of(const Company *c, const Indicator *i)
{
    return people_with_role(c, i->owner, i->objective - 1);
}

static void write_indicators(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"indicator_id", "INTEGER PRIMARY KEY"},
        {"objective_id", "INTEGER REFERENCES objective(objective_id)"},
        {"name", "TEXT"},
        {"measure", "TEXT"},
        {"level", "TEXT"},
        {"kind", "TEXT"},
        {"direction", "TEXT"},
        {"baseline", "DECIMAL(10,3)"},
        {"target", "DECIMAL(10,3)"},
        {"rhythm", "TEXT"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
        {"action", "TEXT"},
    };
    ROWS_TABLE(rows, "indicator", column);
    for (size_t i = 0; i < COUNT_OF(indicators); i++) {
        const Indicator *in = &indicators[i];
        rows_int(rows, (int64_t)i + 1);
        rows_int(rows, in->objective);
        rows_text(rows, in->name);
        rows_text(rows, in->measure);
        rows_text(rows, in->level);
        rows_text(rows, strcmp(in->level, "strategic") != 0 ? "lead" : "lag");
        rows_text(rows, in->direction);
        rows_decimal(rows, in->baseline, 1000);
        rows_decimal(rows, in->target, 1000);
        rows_text(rows, in->rhythm);
        rows_int(rows, c->person[owner_of(c, in)].id);
        rows_text(rows, in->action);
        rows_end(rows);
    }
}

static void write_links(Rows *rows)
{
    static const WriterColumn column[] = {
        {"from_id", "INTEGER REFERENCES indicator(indicator_id)"},
        {"to_id", "INTEGER REFERENCES indicator(indicator_id)"},
        {"sign", "TEXT"},
        {"lag_days", "INTEGER"},
    };
    ROWS_TABLE(rows, "indicator_link", column);
    for (size_t i = 0; i < COUNT_OF(links); i++) {
        bool is_down = !strcmp(indicators[links[i][0] - 1].direction, "down");
        rows_int(rows, links[i][0]);
        rows_int(rows, links[i][1]);
        rows_text(rows, is_down ? "-" : "+");
        rows_int(rows, links[i][2]);
        rows_end(rows);
    }
}

static bool is_due(const Indicator *in, Day day)
{
    Civil civil = civil_from_day(day);
    switch (in->rhythm[0]) {
    case 'd':
        return true;
    case 'w':
        return civil_weekday(day) == 1;
    case 'm':
        return civil.day <= 7 && civil_weekday(day) == 2;
    default:
        return civil.month % 3 == 1 && civil.day <= 7 && civil_weekday(day) == 3;
    }
}

static void write_log(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"indicator_id", "INTEGER REFERENCES indicator(indicator_id)"},
        {"person_id", "INTEGER REFERENCES person(person_id)"},
        {"due_on", "DATE"},
        {"held_on", "DATE"},
        {"decision", "TEXT"},
    };
    ROWS_TABLE(rows, "rhythm_log", column);
    for (size_t i = 0; i < COUNT_OF(indicators); i++) {
        const Indicator *in = &indicators[i];
        Draw draw = draw_from(c->plan.seed, DRAW_STEERING, i);
        for (Day day = c->plan.today - DAYS_LOGGED; day <= c->plan.today; day++) {
            if (!plan_is_working(&c->plan, day) || !is_due(in, day))
                continue;
            bool is_held = draw_happens(&draw, HELD);
            bool is_decided = draw_happens(&draw, DECIDED) && is_held;
            rows_int(rows, (int64_t)i + 1);
            rows_int(rows, c->person[owner_of(c, in)].id);
            rows_day(rows, day);
            rows_day(rows, is_held ? day : DAY_NONE);
            rows_text(rows, is_decided ? in->action : NULL);
            rows_end(rows);
        }
    }
}

void steering_write(const Company *c, Rows *rows)
{
    write_objectives(c, rows);
    write_indicators(c, rows);
    write_links(rows);
    write_log(c, rows);
}
