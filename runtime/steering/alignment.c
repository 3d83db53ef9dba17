/* E: are the levels in step, and does anybody act? E1 is computed from the values; the
   others need what was logged. */
#include "runtime/steering/check.h"

enum { RED_AGAIN = 2, LEAST_KEPT = 80 /* percent */, YEAR = 52 * 7 /* days */ };
enum { LAG_MOST = 1000 };

static SteerStatus status_of(Checker *c, const SteerHistory *h, size_t i)
{
    return steer_standing(c, c->graph.node[h->node], h, i).status;
}

static SteerStatus status_at(Checker *c, size_t node, DayRange days)
{
    const Indicator *one = c->graph.node[node];
    const SteerHistory *h = steer_history(c, node, steer_rhythm_unit(one->head.rhythm));
    /* The last period of its own that ends within those days. */
    for (size_t i = h->n; i-- > 0;) {
        if (h->period[i].hi <= days.hi && h->period[i].hi > days.lo)
            return status_of(c, h, i);
    }
    return STATUS_GREY;
}

/* The days before by so long as the link says it takes. */
static DayRange before_lag(const Edge *edge, DayRange days)
{
    if (!edge->link || !edge->link->has_lag)
        return days;
    PeriodUnit unit = steer_period_unit(edge->link->unit);
    int32_t n = edge->link->lag < LAG_MOST ? -(int32_t)edge->link->lag : -LAG_MOST;
    return (DayRange){calendar_shift_day(days.lo, unit, n),
                      calendar_shift_day(days.hi, unit, n)};
}

/* The same two statuses in each of the last periods of what is driven? Of the driver so
   long before as it takes to show. */
static bool stays(Checker *c, const Edge *edge, SteerStatus below, SteerStatus above)
{
    const Indicator *to = c->graph.node[edge->to];
    const SteerHistory *h =
        steer_history(c, edge->to, steer_rhythm_unit(to->head.rhythm));
    if (h->n < RED_AGAIN)
        return false;
    for (size_t i = h->n - RED_AGAIN; i < h->n; i++) {
        if (status_at(c, edge->from, before_lag(edge, h->period[i])) != below ||
            status_at(c, edge->to, h->period[i]) != above)
            return false;
    }
    return true;
}

static void check_steps(Checker *c)
{
    for (size_t i = 0; i < c->graph.n_edge; i++) {
        const Edge *edge = &c->graph.edge[i];
        const Indicator *from = c->graph.node[edge->from],
                        *to = c->graph.node[edge->to];
        Subject about = about_indicator(from);
        if (edge->link)
            about.span = edge->span;
        if (!from->head.level || from->head.level >= to->head.level)
            continue;
        bool above = stays(c, edge, STATUS_GREEN, STATUS_RED);
        if (!above && !stays(c, edge, STATUS_RED, STATUS_GREEN))
            continue;
        steer_find(c, (Verdict){STEER_E1, STEER_WARNING}, about,
                   "look again at what drives what, and at who acts",
                   "levels out of step: for %d periods it was %s and `%s`, which it "
                   "drives, %s",
                   RED_AGAIN, above ? "green" : "red", to->head.name,
                   above ? "red" : "green");
    }
}

/* ---- with a log ---- */

/* How many of the last periods it was red in, without a break. */
static size_t red_for(Checker *c, const SteerHistory *h, DayRange *days)
{
    size_t n = 0;
    while (n < h->n && status_of(c, h, h->n - 1 - n) == STATUS_RED)
        n++;
    if (n)
        *days = (DayRange){h->period[h->n - n].lo, h->period[h->n - 1].hi};
    return n;
}

/* Was it held against something in the periods of the last year, and never red? */
static bool is_never_red(Checker *c, const SteerHistory *h, Day since)
{
    bool known = false;
    for (size_t i = 0; i < h->n; i++) {
        SteerStatus status = status_of(c, h, i);
        if (h->period[i].hi <= since)
            continue;
        if (status == STATUS_RED)
            return false;
        known |= status != STATUS_GREY;
    }
    return known;
}

static const char *above(const Indicator *one)
{
    return one->head.level == STEER_LEVEL_OPERATIONAL ? "the tactical level"
                                                      : "the strategic level";
}

static void check_red(Checker *c, const Indicator *one, const SteerHistory *h)
{
    const SteerLog *log = c->w->log;
    DayRange days = {0, 0};
    size_t n = red_for(c, h, &days);
    DayRange since = {days.lo, c->w->today + 1};
    if (n >= RED_AGAIN && !log->decisions(log->self, one->head.name, since))
        steer_find(c, (Verdict){STEER_E2, STEER_WARNING}, about_indicator(one),
                   "decide, or put it before the level above",
                   "red for %zu periods without a decision: it goes to %s", n,
                   above(one));
}

static void check_kept(Checker *c, const Indicator *one, DayRange year)
{
    const SteerLog *log = c->w->log;
    int due = 0, held = 0;
    if (!log->looks(log->self, one->head.name, year, &due, &held))
        steer_leave_open(c, STEER_E3, one->head.name, "no look is logged");
    else if (!due)
        steer_leave_open(c, STEER_E3, one->head.name,
                         "no look at it was due since the first one was logged");
    else if (held * 100 < due * LEAST_KEPT)
        steer_find(c, (Verdict){STEER_E3, STEER_WARNING}, about_indicator(one),
                   "keep the rhythm, or choose one that can be kept",
                   "of %d looks that were due in a year %d were kept", due, held);
}

/* What was not logged for a year may have been decided upon before. */
static void check_used(Checker *c, const SteerHistory *h, DayRange year)
{
    const Indicator *one = c->graph.node[h->node];
    const SteerLog *log = c->w->log;
    if (log->first > year.lo)
        steer_leave_open(c, STEER_E4, NULL, "nothing is logged of a year ago");
    else if (is_never_red(c, h, year.lo) &&
             !log->decisions(log->self, one->head.name, year))
        steer_find(c, (Verdict){STEER_E4, STEER_INFO}, about_indicator(one),
                   "delete it, or set it a target that is worth a talk",
                   "never red and never decided upon in a year");
}

static void check_logged(Checker *c, size_t node)
{
    const Indicator *one = c->graph.node[node];
    const SteerHistory *h = steer_history(c, node, steer_rhythm_unit(one->head.rhythm));
    DayRange year = {c->w->today - YEAR, c->w->today + 1};
    check_red(c, one, h);
    check_kept(c, one, year);
    check_used(c, h, year);
}

void check_alignment(Checker *c)
{
    static const SteerCheck logged[] = {STEER_E2, STEER_E3, STEER_E4};
    check_steps(c);
    for (size_t i = 0; i < c->graph.n && c->w->log; i++)
        check_logged(c, i);
    for (size_t i = 0; i < COUNT_OF(logged) && !c->w->log && c->graph.n; i++)
        steer_leave_open(c, logged[i], NULL,
                         c->w->person ? c->people.why
                                      : "nothing is logged of looks and decisions");
}
