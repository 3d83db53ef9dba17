/* What is due on a day for a person or an audience, and how it stands. */
#include "runtime/steering/brief.h"

#include "runtime/base/ascii.h"
#include "runtime/steering/check.h"

#include <stdlib.h>

enum { TREND = 12 };

typedef struct {
    Checker c;
    const BriefWho *who;
    const DaysOff *off;
} Briefing;

/* ---- when ---- */

static DayRange period_around(Rhythm rhythm, Day day, int32_t after)
{
    PeriodUnit unit = steer_period_unit(steer_rhythm_unit(rhythm));
    return calendar_range(unit, calendar_period_of(unit, day) + after);
}

/* The first working day of those; DAY_NONE: there is none. */
static Day first_working(DayRange days, const DaysOff *off)
{
    for (Day day = days.lo; day < days.hi; day++) {
        if (calendar_is_working(off, day))
            return day;
    }
    return DAY_NONE;
}

bool steering_is_due(Rhythm rhythm, const DaysOff *off, Day day)
{
    return rhythm == RHYTHM_DAILY ||
           first_working(period_around(rhythm, day, 0), off) == day;
}

Day steering_next_due(Rhythm rhythm, const DaysOff *off, Day day)
{
    if (rhythm == RHYTHM_DAILY)
        return day + 1;
    for (int32_t after = 0; after <= 2; after++) {
        Day next = first_working(period_around(rhythm, day, after), off);
        if (next != DAY_NONE && next > day)
            return next;
    }
    return DAY_NONE;
}

static bool is_kept(const SteerLooks *looks, DayRange period)
{
    for (size_t i = 0; i < looks->n; i++) {
        if (looks->day[i] >= period.lo && looks->day[i] < period.hi)
            return true;
    }
    return false;
}

void steering_count_kept(const SteerLooks *looks, DayRange days, int *due, int *held)
{
    for (Day day = days.lo; day < days.hi;) {
        DayRange period = period_around(looks->rhythm, day, 0);
        Day first = first_working(period, looks->off);
        bool counts = first != DAY_NONE && first >= days.lo && first < days.hi;
        bool kept = counts && is_kept(looks, period);
        *due += kept || (counts && period.hi < days.hi);
        *held += kept;
        day = period.hi;
    }
}

/* It was due earlier in this period, and nobody looked since. */
static bool is_late(const Briefing *b, const Indicator *one)
{
    const SteerLog *log = b->c.w->log;
    Day today = b->c.w->today;
    DayRange period = period_around(one->head.rhythm, today, 0);
    Day first = first_working(period, b->off);
    return log && log->began != DAY_NONE && first != DAY_NONE && first < today &&
           first >= log->began &&
           log->last(log->self, one->head.name, today) < period.lo;
}

/* ---- for whom ---- */

static bool is_named(const AstNames *names, const char *name)
{
    for (uint32_t i = 0; names && i < names->count; i++) {
        if (ascii_same(names->item[i].text, name))
            return true;
    }
    return false;
}

static bool meets_any(const Briefing *b, const AstTexts *texts)
{
    for (uint32_t i = 0; texts && i < texts->count; i++) {
        if (people_meet(&b->c.people, b->who->person, texts->item[i].text,
                        b->c.w->today))
            return true;
    }
    return false;
}

/* Is it an audience that they are, or belong to? */
static bool reaches(const Briefing *b, const AstNames *audiences)
{
    if (b->who->audience)
        return is_named(audiences, b->who->audience->head.name);
    for (uint32_t i = 0; audiences && i < audiences->count; i++) {
        const Audience *one = steering_audience(b->c.steering, audiences->item[i].text);
        if (one && (one == b->who->own || meets_any(b, one->members)))
            return true;
    }
    return false;
}

static bool steers(const Ritual *ritual, const char *indicator)
{
    for (uint32_t i = 0; ritual->steers && i < ritual->steers->count; i++) {
        const char *name = steering_steered(ritual->steers->item[i]);
        if (name && ascii_same(name, indicator))
            return true;
    }
    return false;
}

/* Is it theirs, or looked at where they come? */
static bool concerns(const Briefing *b, const Indicator *one)
{
    const BriefWho *who = b->who;
    if (!who->audience && !who->person)
        return true;
    if (reaches(b, one->head.audience) ||
        (who->person && one->head.owner &&
         people_meet(&b->c.people, who->person, one->head.owner, b->c.w->today)))
        return true;
    for (size_t i = 0; i < b->c.steering->n_ritual; i++) {
        const Ritual *ritual = b->c.steering->ritual[i];
        if (steering_ritual(b->c.steering, ritual->head.name) == ritual &&
            steers(ritual, one->head.name) &&
            (reaches(b, ritual->head.audience) ||
             (who->person && meets_any(b, ritual->attendees))))
            return true;
    }
    return false;
}

/* ---- how it stands ---- */

/* The period that was seen when somebody looked last, else the one before the last;
   h->n: there is none. */
static size_t seen_before(const Briefing *b, const BriefLine *line,
                          const SteerHistory *h)
{
    const SteerLog *log = b->c.w->log;
    Day last = DAY_NONE;
    if (log)
        last = log->last(log->self, line->indicator->head.name, b->c.w->today);
    for (size_t i = h->n; last != DAY_NONE && i-- > 0;) {
        if (h->period[i].hi <= last)
            return i;
    }
    return h->n > 1 ? h->n - 2 : h->n;
}

static void measure(Briefing *b, size_t node, BriefLine *line)
{
    const Indicator *one = line->indicator;
    const SteerHistory *h =
        steer_history(&b->c, node, steer_rhythm_unit(one->head.rhythm));
    line->now = steer_shown(&b->c, one, h);
    line->n_trend = h->n < TREND ? h->n : TREND;
    line->trend = h->n ? h->value + h->n - line->n_trend : NULL;
    size_t before = seen_before(b, line, h);
    if (before < h->n && !h->is_short[before] && !h->is_short[h->n - 1]) {
        line->before = h->value[before];
        line->since = steer_days(&b->c, h->period[before]);
    }
}

static BriefLine line_of(const Briefing *b, const Indicator *one)
{
    return (BriefLine){.indicator = one,
                       .next =
                           steering_next_due(one->head.rhythm, b->off, b->c.w->today),
                       .owner = one->head.owner ? one->head.owner : "",
                       .now = steer_shown_nothing(),
                       .before.empty = true,
                       .since = ""};
}

/* Red, amber, grey, green. */
static int rank(const BriefLine *line)
{
    static const int rank[] = {
        [STATUS_RED] = 0, [STATUS_AMBER] = 1, [STATUS_GREY] = 2, [STATUS_GREEN] = 3};
    return rank[line->now.standing.status];
}

/* Puts it behind those that come before it, or are as bad. */
static void add_due(Brief *brief, BriefLine line)
{
    size_t at = brief->n_due++;
    for (; at > 0 && rank(&brief->due[at - 1]) > rank(&line); at--)
        brief->due[at] = brief->due[at - 1];
    brief->due[at] = line;
}

static void add_later(Brief *brief, BriefLine line)
{
    size_t at = brief->n_later++;
    for (; at > 0 && brief->later[at - 1].next > line.next; at--)
        brief->later[at] = brief->later[at - 1];
    brief->later[at] = line;
}

/* Those whom `staff` calls so; who is not there is called as was asked. */
static void find_persons(const Briefing *b, Brief *brief)
{
    const People *people = &b->c.people;
    brief->person = ARENA_ARRAY(b->c.w->arena, const char *, people->n + 1);
    for (size_t i = 0; i < people->n; i++) {
        const Person *one = &people->item[i];
        bool again =
            !person_is(one, b->who->person) || !person_is_here(one, b->c.w->today);
        for (size_t k = 0; k < brief->n_person && !again; k++)
            again = ascii_same(brief->person[k], one->name);
        if (!again)
            brief->person[brief->n_person++] = one->name;
    }
    brief->is_known = brief->n_person > 0;
    brief->is_silent = people->why && !brief->n_person;
    if (!brief->n_person)
        brief->person[brief->n_person++] = b->who->person;
}

bool steering_brief(const SteerWorld *world, const BriefWho *who, const DaysOff *off,
                    Brief *brief)
{
    Briefing b = {.who = who, .off = off};
    SteerFindings findings;
    steer_begin(&b.c, world, &findings);
    size_t n = b.c.graph.n;
    *brief = (Brief){.due = ARENA_ARRAY(world->arena, BriefLine, n + 1),
                     .later = ARENA_ARRAY(world->arena, BriefLine, n + 1)};
    brief->is_known = true;
    if (who->person) {
        people_read(&b.c.people, world);
        find_persons(&b, brief);
    }
    for (size_t i = 0; i < n; i++) {
        BriefLine line = line_of(&b, b.c.graph.node[i]);
        if (!concerns(&b, line.indicator))
            continue;
        brief->is_known = true;
        if (!steering_is_due(line.indicator->head.rhythm, off, world->today) &&
            !is_late(&b, line.indicator)) {
            add_later(brief, line);
            continue;
        }
        measure(&b, i, &line);
        add_due(brief, line);
    }
    return !world->stopped(world->self);
}
