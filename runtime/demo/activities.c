#include "runtime/demo/activities.h"

#include "runtime/demo/life.h"
#include "runtime/demo/people.h"

enum {
    KEPT = 840, /* permille */
    DAYS_BETWEEN = 13,
    MOST_OF_DEAL = 10,
    NEXT_PLANNED = 700, /* permille of open deals that are looked after */
    MOST_AGE = 140,     /* days; older deals are forgotten */
    AHEAD = 14,
};

typedef struct {
    const Company *company;
    Rows *rows;
    Draw draw;
    int64_t id;
} Writer;

typedef struct {
    Day planned;
    int person;               /* index */
    int customer, deal, lead; /* ids; 0: none */
} Activity;

static void write_one(Writer *w, const Activity *a)
{
    static const char *const kind[] = {"call", "visit", "mail", "demo"};
    static const int weight[] = {45, 25, 22, 8};
    static const char *const outcome[] = {"reached", "follow-up", "no answer",
                                          "no interest"};
    static const int outcome_weight[] = {48, 28, 17, 7};
    const Company *c = w->company;
    Rows *rows = w->rows;
    bool is_kept = draw_happens(&w->draw, KEPT);
    Day done =
        a->planned + (draw_happens(&w->draw, 250) ? draw_between(&w->draw, 1, 6) : 0);
    is_kept = is_kept && done <= c->plan.today;
    rows_int(rows, ++w->id);
    rows_text(rows, kind[draw_weighted(&w->draw, weight, 4)]);
    rows_day(rows, a->planned);
    rows_day(rows, is_kept ? done : DAY_NONE);
    rows_int(rows, c->person[a->person].id);
    rows_id(rows, a->customer);
    rows_id(rows, a->lead);
    rows_id(rows, a->deal);
    int how = draw_weighted(&w->draw, outcome_weight, 4);
    rows_text(rows, is_kept ? outcome[how] : NULL);
    rows_end(rows);
}

/* From its first day to its last; of an open one that is not forgotten the next step is
   planned too, or is not. */
static void write_of_deal(Writer *w, const Deal *deal)
{
    const Company *c = w->company;
    Day today = c->plan.today;
    w->draw = draw_from(c->plan.seed, DRAW_ACTIVITY, deal->number);
    bool is_open = deal->status == DEAL_OPEN;
    Day end = is_open ? today : deal->closed;
    if (end > deal->created + MOST_AGE)
        end = deal->created + MOST_AGE;
    int n = (end - deal->created) / DAYS_BETWEEN + 1;
    if (n > MOST_OF_DEAL)
        n = MOST_OF_DEAL;
    Activity a = {.customer = deal->customer + 1, .deal = deal->id, .lead = deal->lead};
    for (int i = 0; i < n; i++) {
        a.planned =
            plan_working_day(&c->plan, deal->created + (end - deal->created) * i / n);
        a.person = people_at(c, deal->seat, a.planned);
        write_one(w, &a);
    }
    bool is_kept_up = is_open && today < deal->created + MOST_AGE;
    if (!is_kept_up || !draw_happens(&w->draw, NEXT_PLANNED))
        return;
    a.planned = plan_working_day(&c->plan, today + draw_between(&w->draw, -3, AHEAD));
    a.person = deal->owner;
    write_one(w, &a);
}

/* The regular visits, oftener to large customers. */
static void write_of_customer(Writer *w, const Customer *customer)
{
    const Company *c = w->company;
    static const int days_between[] = {32, 65, 150};
    if (!customer->class)
        return;
    w->draw = draw_from(c->plan.seed, DRAW_ACTIVITY,
                        ((uint64_t)1 << 40) + (uint64_t)customer->id);
    int days = days_between[customer->class - 'A'];
    Day day = customer->from > c->plan.start ? customer->from : c->plan.start;
    Day end = customer->to == DAY_NONE ? c->plan.today + AHEAD : customer->to;
    if (end > c->plan.today + AHEAD)
        end = c->plan.today + AHEAD;
    Activity a = {.customer = customer->id};
    for (day += draw_below(&w->draw, days); day <= end;
         day += draw_between(&w->draw, days / 2, days * 3 / 2)) {
        a.planned = plan_working_day(&c->plan, day);
        a.person = people_at(c, customer->seat, a.planned);
        write_one(w, &a);
    }
}

void activities_write(const Company *c, Rows *rows)
{
    static const WriterColumn column[] = {
        {"activity_id", "INTEGER PRIMARY KEY"},
        {"kind", "TEXT"},
        {"planned_on", "DATE"},
        {"done_on", "DATE"},
        {"person_id", "INTEGER REFERENCES person(person_id)"},
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"lead_id", "INTEGER REFERENCES lead(lead_id)"},
        {"opportunity_id", "INTEGER REFERENCES opportunity(opportunity_id)"},
        {"outcome", "TEXT"},
    };
    ROWS_TABLE(rows, "activity", column);
    Writer w = {.company = c, .rows = rows};
    for (size_t i = 0; i < c->n_deal && rows->ok; i++)
        write_of_deal(&w, &c->deal[i]);
    for (size_t i = 0; i < c->n_customer && rows->ok; i++)
        write_of_customer(&w, &c->customer[i]);
}
