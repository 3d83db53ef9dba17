/* What team leads expected: on the first working day of each month, for this one and
   those ahead. Some are sanguine, some cautious; all are wrong more the further they
   look. */
#include "runtime/demo/targets.h"

#include "runtime/demo/people.h"

#include <string.h>

enum {
    AHEAD = 6,
    GROWTH = 1150, /* permille a year, where nothing is known yet */
};

static int lead_of(const Company *c, int team)
{
    for (size_t i = 0; i < c->n_person; i++) {
        if (c->person[i].unit == team && !strcmp(c->person[i].role, "team lead"))
            return (int)i;
    }
    return 0;
}

/* What came of the month, or would by the same month a year before. */
static int64_t outcome(const Company *c, int team, int month)
{
    int growth = 1000;
    for (; month > c->plan.n_month - 2; month -= 12)
        growth = growth * GROWTH / 1000;
    int months[2] = {month, month + 1};
    return targets_taken(c, team, TAKEN_REVENUE, months) * growth / 1000;
}

typedef struct {
    const Company *company;
    Rows *rows;
    int64_t id;
    int team, person, bias; /* bias: permille */
} Writer;

static Day made_on(const Company *c, int month)
{
    return plan_working_day(&c->plan, plan_month_start(&c->plan, month));
}

static void write_one(Writer *w, int made, int month, Draw *draw)
{
    static const char *const category[] = {"commit", "best case"};
    const Company *c = w->company;
    Rows *rows = w->rows;
    int spread = 60 + 35 * (month - made);
    int permille = 1000 + w->bias + draw_between(draw, -spread, spread);
    int64_t cents = outcome(c, w->team, month) * permille / 1000;
    for (int i = 0; i < 2; i++) {
        rows_int(rows, ++w->id);
        rows_day(rows, made_on(c, made));
        rows_int(rows, c->person[w->person].id);
        rows_int(rows, w->team);
        rows_day(rows, plan_month_start(&c->plan, month));
        rows_text(rows, category[i]);
        rows_cents(rows, cents / 10000 * 10000);
        rows_end(rows);
        cents = cents * draw_between(draw, 1080, 1250) / 1000;
    }
}

void forecasts_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"submission_id", "INTEGER PRIMARY KEY"},
        {"made_on", "DATE"},
        {"person_id", "INTEGER REFERENCES person(person_id)"},
        {"unit_id", "INTEGER"},
        {"month_start", "DATE"},
        {"category", "TEXT"},
        {"amount", "DECIMAL(12,2)"},
    };
    ROWS_TABLE(rows, "forecast_submission", column);
    Writer w = {.company = c, .rows = rows};
    for (size_t i = 0; i < c->n_unit && rows->ok; i++) {
        if (!c->unit[i].is_team)
            continue;
        w.team = c->unit[i].id;
        w.person = lead_of(c, w.team);
        Draw draw = draw_from(c->plan.seed, DRAW_FORECAST, (uint64_t)w.team);
        w.bias = draw_between(&draw, -80, 180);
        for (int made = 0; made < c->plan.n_month && made_on(c, made) <= c->plan.today;
             made++) {
            for (int month = made; month < made + AHEAD; month++)
                write_one(&w, made, month, &draw);
        }
    }
}
