#include "runtime/demo/targets.h"

#include "runtime/demo/people.h"

enum {
    LOWEST = 780, /* permille of a target that a team reaches in a quarter */
    HIGHEST = 920,
    GROWTH = 1150,        /* permille: what is planned where nothing is known yet */
    OVER_ASSIGNED = 1050, /* permille: targets of persons against their team's */
    STEP = 100000,        /* cents that targets are rounded to */
};

static const char *const measure[] = {"revenue", "orders", "margin", "won deals"};

static int64_t taken_of(const Takings *t, Taken what)
{
    switch (what) {
    case TAKEN_REVENUE:
        return t->revenue;
    case TAKEN_INTAKE:
        return t->intake;
    case TAKEN_MARGIN:
        return t->revenue - t->cost;
    case TAKEN_WON:
        return t->won;
    }
    UNREACHABLE("what was taken");
}

static int64_t person_taken(const Company *c, int person, Taken what,
                            const int months[2])
{
    int64_t sum = 0;
    for (int m = months[0]; m < months[1] && m < c->plan.n_month; m++)
        sum += taken_of(company_takings(c, person, m), what);
    return sum;
}

int64_t targets_taken(const Company *c, int team, Taken what, const int months[2])
{
    int64_t sum = 0;
    for (size_t i = 0; i < c->n_person; i++) {
        if (c->person[i].unit == team)
            sum += person_taken(c, (int)i, what, months);
    }
    return sum;
}

/* Of a quarter that is over it follows from what came of it; of others from the same
   quarter a year before. */
static int64_t target_of(const Company *c, int team, Taken what, int quarter)
{
    Draw draw = draw_from(c->plan.seed, DRAW_TARGET,
                          (uint64_t)(team * 1000 + quarter * 4) + (uint64_t)what);
    int reached = draw_between(&draw, LOWEST, HIGHEST);
    int growth = 1000;
    int at = quarter;
    for (; (at + 1) * 3 > c->plan.n_month - 1; at -= 4)
        growth = growth * GROWTH / 1000;
    int months[2] = {at * 3, at * 3 + 3};
    int64_t cents = targets_taken(c, team, what, months) * growth / reached;
    return (cents + STEP / 2) / STEP * STEP;
}

typedef struct {
    Rows *rows;
    int64_t id;
} Writer;

/* `person` 0: of the unit. */
static void write_target(Writer *w, const Company *c, const int key[4], int64_t cents)
{
    Rows *rows = w->rows;
    rows_int(rows, ++w->id);
    rows_text(rows, measure[key[0]]);
    rows_int(rows, key[1]);
    rows_id(rows, key[2]);
    rows_day(rows, plan_month_start(&c->plan, key[3] * 3));
    rows_cents(rows, cents);
    rows_text(rows, "budget");
    rows_end(rows);
}

/* Months of the quarter that the person worked, and how much is asked of a new one. */
static int capacity(const Company *c, const Person *person, int quarter)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        Day day = plan_month_start(&c->plan, quarter * 3 + i);
        bool is_there =
            person->start <= day && (person->end == DAY_NONE || day < person->end);
        int months = plan_month(&c->plan, day) - plan_month(&c->plan, person->start);
        if (!is_there)
            continue;
        bool ramps = months < person->ramp_months;
        sum += ramps ? 100 * (months + 1) / (person->ramp_months + 1) : 100;
    }
    return sum;
}

static bool sells(const Person *person)
{
    return person->role[0] == 'a' || person->role[0] == 'i';
}

static void write_personal(Writer *w, const Company *c, int team, int quarter)
{
    int64_t target = target_of(c, team, TAKEN_REVENUE, quarter) * OVER_ASSIGNED / 1000;
    int all = 0;
    for (size_t i = 0; i < c->n_person; i++) {
        if (c->person[i].unit == team && sells(&c->person[i]))
            all += capacity(c, &c->person[i], quarter);
    }
    for (size_t i = 0; i < c->n_person; i++) {
        const Person *person = &c->person[i];
        if (person->unit != team || !sells(person))
            continue;
        int64_t cents = all ? target * capacity(c, person, quarter) / all : 0;
        cents = (cents + STEP / 2) / STEP * STEP;
        if (cents)
            write_target(w, c, (int[]){0, team, person->id, quarter}, cents);
    }
}

/* Through the end of the year after that of today. */
static int last_quarter(const Company *c)
{
    Civil today = civil_from_day(c->plan.today);
    return plan_month(&c->plan, civil_to_day(today.year + 1, 12, 1)) / 3;
}

static void write_targets(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"target_id", "INTEGER PRIMARY KEY"},
        {"measure", "TEXT"},
        {"unit_id", "INTEGER"},
        {"person_id", "INTEGER REFERENCES person(person_id)"},
        {"quarter_start", "DATE"},
        {"amount", "DECIMAL(12,2)"},
        {"version", "TEXT"},
    };
    ROWS_TABLE(rows, "target", column);
    Writer w = {.rows = rows};
    for (size_t i = 0; i < c->n_unit; i++) {
        const Unit *unit = &c->unit[i];
        if (!unit->is_team)
            continue;
        for (int quarter = 0; quarter <= last_quarter(c); quarter++) {
            for (int what = 0; what < (int)COUNT_OF(measure); what++)
                write_target(&w, c, (int[]){what, unit->id, 0, quarter},
                             target_of(c, unit->id, (Taken)what, quarter));
            write_personal(&w, c, unit->id, quarter);
        }
    }
}

/* The weights of a year add up to 1: the last month takes what rounding left. */
static void write_profile(Rows *rows)
{
    static const WriterColumn column[] = {
        {"name", "TEXT"}, {"period_no", "INTEGER"}, {"weight", "DECIMAL(6,4)"}};
    ROWS_TABLE(rows, "target_profile", column);
    int left = 10000;
    for (int month = 1; month <= 12; month++) {
        int weight = month < 12 ? (plan_season(month) * 10 + 6) / 12 : left;
        left -= weight;
        rows_text(rows, "revenue");
        rows_int(rows, month);
        rows_decimal(rows, weight, 10000);
        rows_end(rows);
    }
}

void targets_write(const Company *c, Rows *rows)
{
    write_targets(c, rows);
    write_profile(rows);
}
