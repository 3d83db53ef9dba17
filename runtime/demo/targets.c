#include "runtime/demo/targets.h"

enum {
    LOWEST = 780, /* permille of a target that a team reaches in a quarter */
    HIGHEST = 920,
    GROWTH = 1150,        /* permille: what is planned where nothing is known yet */
    OVER_ASSIGNED = 1050, /* permille: targets of persons against their team's */
    EXPECTED = 880,       /* permille of a target, by now */
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
    const Company *company;
    Rows *rows;
    int64_t id;
    int team, quarter; /* of the next target */
} Writer;

/* All of a row but its version. */
static void write_amount(Writer *w, Taken what, int person, int64_t cents)
{
    Rows *rows = w->rows;
    rows_int(rows, ++w->id);
    rows_text(rows, measure[what]);
    rows_int(rows, w->team);
    rows_id(rows, person);
    rows_day(rows, plan_month_start(&w->company->plan, w->quarter * 3));
    rows_cents(rows, cents);
}

/* `person` 0: of the team. */
static void write_target(Writer *w, Taken what, int person, int64_t cents)
{
    write_amount(w, what, person, cents);
    rows_text(w->rows, "budget");
    rows_end(w->rows);
}

/* What the team expects of the year of today by now: what came, then somewhat less than
   the target. */
static void write_estimate(Writer *w)
{
    const Company *c = w->company;
    int first =
        plan_month(&c->plan, civil_to_day(civil_from_day(c->plan.today).year, 1, 1));
    if (w->quarter * 3 < first || w->quarter * 3 >= first + 12)
        return;
    bool is_over = w->quarter * 3 + 3 < c->plan.n_month;
    int months[2] = {w->quarter * 3, w->quarter * 3 + 3};
    int64_t cents =
        is_over ? targets_taken(c, w->team, TAKEN_REVENUE, months)
                : target_of(c, w->team, TAKEN_REVENUE, w->quarter) * EXPECTED / 1000;
    write_amount(w, TAKEN_REVENUE, 0, (cents + STEP / 2) / STEP * STEP);
    rows_text(w->rows, "estimate");
    rows_end(w->rows);
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

/* Half of a target is shared out evenly, half by what each took in the year before (or
   the first one that there is); both by capacity. */
static int64_t weight_of(const Company *c, const Person *person, int quarter,
                         int64_t mean)
{
    int from = quarter > 4 ? quarter * 3 - 12 : 0;
    int months[2] = {from, from + 12};
    int64_t own = person_taken(c, person->id - 1, TAKEN_REVENUE, months);
    return capacity(c, person, quarter) * ((own > 0 ? own : 0) + mean + 1);
}

static bool shares_in(const Person *person, int team)
{
    return person->unit == team && person->sells;
}

static void write_personal(Writer *w)
{
    const Company *c = w->company;
    int64_t target =
        target_of(c, w->team, TAKEN_REVENUE, w->quarter) * OVER_ASSIGNED / 1000;
    int64_t n = 0, all = 0;
    for (size_t i = 0; i < c->n_person; i++)
        n += shares_in(&c->person[i], w->team);
    int64_t mean = n ? target * 4 / n : 0;
    for (size_t i = 0; i < c->n_person; i++) {
        if (shares_in(&c->person[i], w->team))
            all += weight_of(c, &c->person[i], w->quarter, mean);
    }
    for (size_t i = 0; i < c->n_person && all; i++) {
        const Person *person = &c->person[i];
        if (!shares_in(person, w->team))
            continue;
        Int128 share = (Int128)target * weight_of(c, person, w->quarter, mean);
        int64_t cents = (int64_t)(share / all + STEP / 2) / STEP * STEP;
        if (cents)
            write_target(w, TAKEN_REVENUE, person->id, cents);
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
    Writer w = {.company = c, .rows = rows};
    for (size_t i = 0; i < c->n_unit && rows->ok; i++) {
        w.team = c->unit[i].id;
        if (!c->unit[i].is_team)
            continue;
        for (w.quarter = 0; w.quarter <= last_quarter(c); w.quarter++) {
            for (int what = 0; what < (int)COUNT_OF(measure); what++)
                write_target(&w, (Taken)what, 0,
                             target_of(c, w.team, (Taken)what, w.quarter));
            write_personal(&w);
            write_estimate(&w);
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
