#include "runtime/demo/people.h"

#include "runtime/base/xalloc.h"

#include <stdio.h>
#include <string.h>

enum {
    FIRST_DEPARTMENT = 2 + PEOPLE_BUSINESS_UNITS, /* the id of the unit */
    SELLERS = 27,
    SMALL_TEAM = 3,
    LARGE_TEAM = 6,
    REORGANISED = 15,  /* months after start: a team got another parent */
    PILOT_CLOSED = 8,  /* months after start: a team was dissolved */
    PILOT_SEATS = 2,   /* of the first team, who came from there */
    MOVED_TEAM = 4,    /* by number: it was in the north before */
    JOINS_LATER = 250, /* permille of seats that are made while the records run */
    LEAVES = 280,      /* permille of those who have a seat */
    RAMP_MONTHS = 6,
};

static const char *const first_name[] = {
    "Anna",  "Bram",   "Carla", "Daan",  "Eva",    "Femke",  "Gijs",  "Hanna",
    "Ilse",  "Jasper", "Karin", "Lars",  "Maaike", "Niels",  "Olga",  "Pieter",
    "Quinn", "Ruben",  "Sanne", "Thijs", "Ursula", "Victor", "Wendy", "Xander",
    "Yara",  "Zeno",   "Aline", "Boris", "Claire", "Dirk",   "Elias", "Fenna",
    "Guus",  "Hugo",   "Iris",  "Joost", "Kim",    "Lotte",  "Marc",  "Nora",
    "Otto",  "Petra",  "Rik",   "Sofie", "Tom",    "Vera",   "Wout",  "Yvonne"};

static const char *const last_name[] = {
    "Aalbers",  "Bakker",  "Claes",   "Dekker",   "Evers",   "Faber",     "Groen",
    "Haan",     "Ibrahim", "Jansen",  "Kuipers",  "Lammers", "Maes",      "Nagel",
    "Oomen",    "Peeters", "Quist",   "Rietveld", "Smit",    "Timmer",    "Uijl",
    "Verhoef",  "Willems", "Ypma",    "Zwart",    "Adams",   "Boersma",   "Coenen",
    "Driessen", "Elzinga", "Fokkema", "Geerts",   "Hermans", "Jonker",    "Kok",
    "Leeuwen",  "Mulder",  "Nijhof",  "Olde",     "Post",    "Rademaker", "Schouten",
    "Terpstra", "Vink",    "Wouters", "Zijlstra", "Bos",     "Dijk",      "Hoekstra",
    "Koster",   "Meijer",  "Prins",   "Visser"};

static Unit *add_unit(Company *c, int parent, const char *kind, const char *name)
{
    XGROW(c->unit, c->cap_unit, c->n_unit + 1);
    Unit *unit = &c->unit[c->n_unit++];
    *unit =
        (Unit){.id = (int)c->n_unit, .parent = parent, .kind = kind, .to = DAY_NONE};
    unit->from = c->plan.start - 3000;
    snprintf(unit->name, sizeof unit->name, "%s", name);
    return unit;
}

static Person *add_person(Company *c, int unit, const char *role, Day start)
{
    XGROW(c->person, c->cap_person, c->n_person + 1);
    int i = (int)c->n_person++;
    Person *person = &c->person[i];
    int n_first = (int)COUNT_OF(first_name);
    /* Names of one first name are far apart in the other list: none comes twice. */
    int last = (i * 5 + i / n_first) % (int)COUNT_OF(last_name);
    *person = (Person){.id = i + 1, .unit = unit, .role = role, .start = start};
    person->end = DAY_NONE;
    snprintf(person->name, sizeof person->name, "%s %s", first_name[i % n_first],
             last_name[last]);
    return person;
}

/* 1 the company, 2 to 4 business units, then two departments of each. */
static void make_top(Company *c)
{
    static const char *const area[] = {"North", "South", "Export"};
    char name[COMPANY_NAME];
    add_unit(c, 0, "company", "Koers Demo");
    for (int i = 0; i < PEOPLE_BUSINESS_UNITS; i++)
        add_unit(c, 1, "bu", area[i]);
    for (int i = 0; i < 2 * PEOPLE_BUSINESS_UNITS; i++) {
        snprintf(name, sizeof name, "%s %s", area[i / 2],
                 i % 2 ? "inside sales" : "field sales");
        add_unit(c, 2 + i / 2, "dept", name);
    }
}

/* Departments of field sales and of inside sales take turns. */
static bool is_inside(int department)
{
    return (department - FIRST_DEPARTMENT) % 2 == 1;
}

/* Somebody leaves, and on that day somebody new has the seat. */
static void fill_seat(Company *c, Seat *seat, Draw *draw)
{
    const Plan *plan = &c->plan;
    const Unit *team = &c->unit[seat->team];
    const char *role = is_inside(team->parent) ? "inside sales" : "account manager";
    bool is_later = seat != c->seat && draw_happens(draw, JOINS_LATER);
    Day at = is_later ? plan->start + draw_between(draw, 20, 700)
                      : plan->start - draw_between(draw, 60, 2500);
    seat->first = (int)c->n_person;
    while (at <= plan->today) {
        Person *person = add_person(c, team->id, role, at);
        person->sells = true;
        person->ramp_months = at > plan->start - 180 ? RAMP_MONTHS : 0;
        seat->n++;
        if (!draw_happens(draw, LEAVES))
            break;
        Day from = at > plan->start ? at : plan->start;
        Day end = from + draw_between(draw, 150, 900);
        if (end >= plan->today)
            break;
        person->end = end;
        at = end;
    }
}

static void make_team(Company *c, int number, int seats)
{
    /* Which department the teams go to, one after the other. */
    static const int department[] = {0, 2, 4, 0, 2, 1, 3, 5, 4};
    char name[COMPANY_NAME];
    int parent = FIRST_DEPARTMENT + department[number % (int)COUNT_OF(department)];
    snprintf(name, sizeof name, "Team %d %.40s", number + 1, c->unit[parent - 1].name);
    Unit *team = add_unit(c, parent, "team", name);
    team->is_team = true;
    int row = (int)c->n_unit - 1;
    int id = team->id;
    Draw draw = draw_from(c->plan.seed, DRAW_PEOPLE, (uint64_t)number);
    add_person(c, id, "team lead", c->plan.start - draw_between(&draw, 400, 3000));
    for (int i = 0; i < seats; i++) {
        XGROW(c->seat, c->cap_seat, c->n_seat + 1);
        Seat *seat = &c->seat[c->n_seat++];
        *seat = (Seat){.team = row};
        fill_seat(c, seat, &draw);
    }
}

/* What was otherwise before: a team of the south belonged to the north, and a pilot was
   dissolved into the first team. */
static void make_history(Company *c, int first_team)
{
    const Plan *plan = &c->plan;
    Unit *moved = &c->unit[first_team + MOVED_TEAM];
    moved->from = plan_month_start(plan, REORGANISED);
    int id = moved->id;
    char name[COMPANY_NAME];
    snprintf(name, sizeof name, "%s", moved->name);
    Unit *pilot = add_unit(c, FIRST_DEPARTMENT, "team", "Projects pilot");
    pilot->to = plan_month_start(plan, PILOT_CLOSED);
    for (int i = 0; i < PILOT_SEATS; i++) {
        Person *person = &c->person[c->seat[i].first];
        if (person->start < plan->start) {
            person->unit_before = pilot->id;
            person->moved = pilot->to;
        }
    }
    Unit *before = add_unit(c, FIRST_DEPARTMENT, "team", name);
    before->id = id;
    before->to = plan_month_start(plan, REORGANISED);
}

void people_make(Company *c)
{
    make_top(c);
    Day long_ago = c->plan.start - 3000;
    add_person(c, 1, "director", long_ago);
    add_person(c, 1, "controller", long_ago + 400);
    add_person(c, 1, "marketing", long_ago + 800);
    add_person(c, 1, "marketing", c->plan.start + 200);
    for (int i = 0; i < PEOPLE_BUSINESS_UNITS; i++)
        add_person(c, 2 + i, "business unit manager", long_ago + 100 * i);
    int sellers = plan_scaled(&c->plan, SELLERS);
    int team_size = sellers > 2 * SELLERS ? LARGE_TEAM : SMALL_TEAM;
    int n_team = sellers / team_size;
    if (n_team < 9)
        n_team = 9;
    int first_team = (int)c->n_unit;
    for (int i = 0; i < n_team; i++)
        make_team(c, i, team_size);
    make_history(c, first_team);
}

int people_at(const Company *c, int seat, Day day)
{
    const Seat *s = &c->seat[seat];
    int at = s->first;
    while (at + 1 < s->first + s->n && c->person[at + 1].start <= day)
        at++;
    return at;
}

int people_unit_row(const Company *c, int id)
{
    for (size_t i = 0; i < c->n_unit; i++) {
        if (c->unit[i].id == id && c->unit[i].to == DAY_NONE)
            return (int)i;
    }
    return 0;
}

static int business_unit_of(const Company *c, const Seat *seat)
{
    int department = c->unit[seat->team].parent;
    return c->unit[department - 1].parent - 2;
}

static bool is_taken(const Company *c, int seat, BusinessUnit unit, Day since)
{
    const Seat *s = &c->seat[seat];
    return business_unit_of(c, s) == (int)unit && c->person[s->first].start <= since;
}

int people_draw_seat(const Company *c, Draw *draw, BusinessUnit unit, Day since)
{
    int n = 0;
    for (size_t i = 0; i < c->n_seat; i++)
        n += is_taken(c, (int)i, unit, since);
    int left = n ? draw_below(draw, n) : 0;
    int seat = 0;
    while (n && (!is_taken(c, seat, unit, since) || left-- > 0))
        seat++;
    return seat;
}

int people_with_role(const Company *c, const char *role, int nth)
{
    int found = 0;
    for (size_t i = 0; i < c->n_person; i++) {
        if (!strcmp(c->person[i].role, role)) {
            found = (int)i;
            if (nth-- == 0)
                break;
        }
    }
    return found;
}

static void write_units(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"unit_id", "INTEGER"},   {"name", "TEXT"},       {"kind", "TEXT"},
        {"parent_id", "INTEGER"}, {"valid_from", "DATE"}, {"valid_to", "DATE"},
    };
    ROWS_TABLE(rows, "org_unit", column);
    for (size_t i = 0; i < c->n_unit; i++) {
        const Unit *unit = &c->unit[i];
        rows_int(rows, unit->id);
        rows_text(rows, unit->name);
        rows_text(rows, unit->kind);
        rows_id(rows, unit->parent);
        rows_day(rows, unit->from);
        rows_day(rows, unit->to);
        rows_end(rows);
    }
}

static void write_persons(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"person_id", "INTEGER PRIMARY KEY"},
        {"name", "TEXT"},
        {"unit_id", "INTEGER"},
        {"role", "TEXT"},
        {"started_on", "DATE"},
        {"ended_on", "DATE"},
        {"ramp_months", "INTEGER"},
    };
    ROWS_TABLE(rows, "person", column);
    for (size_t i = 0; i < c->n_person; i++) {
        const Person *person = &c->person[i];
        rows_int(rows, person->id);
        rows_text(rows, person->name);
        rows_int(rows, person->unit);
        rows_text(rows, person->role);
        rows_day(rows, person->start);
        rows_day(rows, person->end);
        rows_int(rows, person->ramp_months);
        rows_end(rows);
    }
}

static void write_stay(const Person *person, int unit, const Day stay[2], Rows *rows)
{
    rows_int(rows, person->id);
    rows_int(rows, unit);
    rows_day(rows, stay[0]);
    rows_day(rows, stay[1]);
    rows_end(rows);
}

static void write_stays(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"person_id", "INTEGER REFERENCES person(person_id)"},
        {"unit_id", "INTEGER"},
        {"valid_from", "DATE"},
        {"valid_to", "DATE"},
    };
    ROWS_TABLE(rows, "person_unit", column);
    for (size_t i = 0; i < c->n_person; i++) {
        const Person *person = &c->person[i];
        Day from = person->start;
        if (person->unit_before) {
            write_stay(person, person->unit_before, (Day[]){from, person->moved}, rows);
            from = person->moved;
        }
        write_stay(person, person->unit, (Day[]){from, person->end}, rows);
    }
}

void people_write(const Company *c, Rows *rows)
{
    write_units(c, rows);
    write_persons(c, rows);
    write_stays(c, rows);
}
