#include "runtime/demo/life.h"

#include "runtime/demo/orders.h"
#include "runtime/demo/people.h"

enum {
    NEVER_DECIDED = 190, /* permille of deals: they are forgotten */
    FORGOTTEN = 270,     /* days until a cleaning may find one */
    WITHDRAWN = 35,
    SKIPS_STAGE = 120, /* permille of stages */
    MOVES_BACK = 90,   /* permille of deals */
    REOPENED = 30,     /* permille of lost ones */
    REOPENED_WON = 350,
    WITHOUT_AMOUNT = 60, /* permille, at first */
    WITHOUT_DAY = 60,
    NOT_PUSHED = 150, /* permille of closes that are over: nobody moves them */
    RECORDED_LATE = 250,
    LATE_DAYS = 14,
    PUSHES = 5,
    CHANGES = 40,
    DAY_BEGINS = 8 * 3600, /* seconds */
    DAY_LASTS = 9 * 3600,
    SECONDS = 86400,
};

/* Permille of the deals that are decided. */
static const int win_rate[DEAL_KINDS] = {220, 285, 600};

/* Days; mean 52, median 57. */
static const CurvePoint won_cycle[] = {{0, 1},    {100, 8},  {250, 21},  {500, 57},
                                       {750, 75}, {900, 92}, {1000, 130}};
/* Days; mean 41, median 14: most die early. */
static const CurvePoint lost_cycle[] = {{0, 0},    {250, 5},   {500, 14},
                                        {750, 76}, {900, 110}, {1000, 136}};

typedef struct {
    Day day;
    EntryKind kind;
    int64_t value; /* stage, amount, day or person; of a close the status */
} Change;

typedef struct {
    const Company *company;
    const Deal *deal;
    Draw draw;
    Change change[CHANGES];
    int n;
    DealStatus outcome; /* DEAL_OPEN: never decided */
    Day end;            /* of the life, decided or forgotten */
    int64_t amount;     /* the last one that was said */
} Maker;

/* Behind all changes of that day. */
static void add_change(Maker *m, Day day, EntryKind kind, int64_t value)
{
    if (m->n == CHANGES)
        return;
    int at = m->n++;
    for (; at > 0 && m->change[at - 1].day > day; at--)
        m->change[at] = m->change[at - 1];
    m->change[at] = (Change){day, kind, value};
}

static DealStatus draw_outcome(const Maker *m)
{
    uint32_t even = draw_even(m->company->plan.seed, DRAW_EVEN_OUTCOME, m->deal->kind,
                              m->deal->nth);
    int at = (int)((uint64_t)even * 1000 >> 32);
    int decided = 1000 - NEVER_DECIDED - WITHDRAWN;
    int won = decided * win_rate[m->deal->kind] / 1000;
    if (at < won)
        return DEAL_WON;
    if (at < decided)
        return DEAL_LOST;
    return at < decided + WITHDRAWN ? DEAL_WITHDRAWN : DEAL_OPEN;
}

static int draw_cycle(Maker *m)
{
    if (m->outcome == DEAL_OPEN)
        return draw_between(&m->draw, 40, 120);
    return draw_curve(&m->draw, m->outcome == DEAL_WON ? won_cycle : lost_cycle);
}

/* How far a deal comes that is not won. */
static int draw_last_stage(Maker *m, int cycle)
{
    static const int fast[LIFE_LAST_OPEN] = {70, 20, 8, 2};
    static const int slow[LIFE_LAST_OPEN] = {25, 30, 30, 15};
    return 1 + draw_weighted(&m->draw, cycle < 20 ? fast : slow, LIFE_LAST_OPEN);
}

/* The stages that it goes through behind the first one. */
static int draw_path(Maker *m, int cycle, int path[8])
{
    int n = 0;
    int last = m->outcome == DEAL_WON ? LIFE_LAST_OPEN : draw_last_stage(m, cycle);
    bool goes_back = draw_happens(&m->draw, MOVES_BACK);
    for (int stage = 2; stage <= last; stage++) {
        if (stage < last && draw_happens(&m->draw, SKIPS_STAGE))
            continue;
        path[n++] = stage;
        if (goes_back && stage >= LIFE_PROPOSAL) {
            path[n++] = stage - 1;
            path[n++] = stage;
            goes_back = false;
        }
    }
    return n;
}

static int64_t rounded_amount(int64_t cents)
{
    int64_t step = cents < 1000000 ? 10000 : 50000;
    return (cents + step / 2) / step * step;
}

static void say_amount(Maker *m, Day day, int low, int high)
{
    int64_t amount = m->amount * draw_between(&m->draw, low, high) / 1000;
    m->amount = rounded_amount(amount);
    add_change(m, day, ENTRY_AMOUNT, m->amount);
}

static void add_moves(Maker *m, int cycle)
{
    int path[8];
    int n = draw_path(m, cycle, path);
    for (int i = 0; i < n; i++) {
        int at = (i + 1) * 1000 + draw_between(&m->draw, -300, 300);
        Day day = m->deal->created + (Day)((int64_t)cycle * at / (n + 1) / 1000);
        add_change(m, day, ENTRY_STAGE, path[i]);
        if (path[i] == LIFE_PROPOSAL && draw_happens(&m->draw, 700))
            say_amount(m, day, 850, 1120);
        if (path[i] == LIFE_LAST_OPEN && draw_happens(&m->draw, 500))
            say_amount(m, day, 900, 1050);
    }
}

/* People like the last day of a month. */
static Day expected_about(Maker *m, Day day)
{
    if (!draw_happens(&m->draw, 600))
        return day;
    Civil civil = civil_from_day(day);
    return civil_to_day(civil.year, civil.month,
                        civil_days_in_month(civil.year, civil.month));
}

/* From the first day that was named; it is moved when it comes near, or is not. */
static void add_pushes(Maker *m, Day expected)
{
    for (int i = 0; i < PUSHES && expected < m->end; i++) {
        if (draw_happens(&m->draw, NOT_PUSHED))
            break;
        Day day = expected + draw_between(&m->draw, -7, 5);
        if (day <= m->deal->created)
            day = m->deal->created + 1;
        if (day >= m->end)
            break;
        expected = expected_about(m, expected + draw_between(&m->draw, 14, 60));
        add_change(m, day, ENTRY_EXPECTED, expected);
    }
}

/* As long as the seat is theirs. */
static void add_owners(Maker *m)
{
    const Company *c = m->company;
    const Seat *seat = &c->seat[m->deal->seat];
    for (int i = seat->first + 1; i < seat->first + seat->n; i++) {
        Day start = c->person[i].start;
        if (start > m->deal->created)
            add_change(m, start, ENTRY_OWNER, i);
    }
}

static void add_close(Maker *m)
{
    if (m->outcome == DEAL_WON) {
        int64_t worth = orders_deal_worth(m->company, m->deal, m->end).net;
        if (worth != m->amount)
            add_change(m, m->end, ENTRY_AMOUNT, worth);
    }
    add_change(m, m->end, ENTRY_CLOSED, m->outcome);
}

/* Twice a year somebody withdraws what was forgotten for long. */
static Day cleaning_after(Day day)
{
    int year = civil_from_day(day).year;
    Day summer = civil_to_day(year, 7, 15);
    if (day <= summer && day > civil_to_day(year, 1, 15))
        return summer;
    return civil_to_day(day > summer ? year + 1 : year, 1, 15);
}

/* A few lost ones come back, and some of these are won. */
static void maybe_reopen(Maker *m)
{
    if (m->outcome != DEAL_LOST || !draw_happens(&m->draw, REOPENED))
        return;
    Day again =
        plan_working_day(&m->company->plan, m->end + draw_between(&m->draw, 15, 50));
    add_change(m, again, ENTRY_REOPENED, LIFE_PROPOSAL);
    m->end =
        plan_working_day(&m->company->plan, again + draw_between(&m->draw, 10, 40));
    if (draw_happens(&m->draw, REOPENED_WON))
        m->outcome = DEAL_WON;
    add_close(m);
}

static void add_first_values(Maker *m, Entry *first, int cycle)
{
    const Deal *deal = m->deal;
    Day later = deal->created + cycle / 3;
    m->amount = rounded_amount(deal->size * draw_between(&m->draw, 900, 1250) / 1000);
    first->amount = m->amount;
    if (draw_happens(&m->draw, WITHOUT_AMOUNT)) {
        first->amount = -1;
        if (draw_happens(&m->draw, 700))
            add_change(m, later, ENTRY_AMOUNT, m->amount);
    }
    Day expected = expected_about(m, deal->created + draw_between(&m->draw, 40, 100));
    first->expected = expected;
    if (draw_happens(&m->draw, WITHOUT_DAY)) {
        first->expected = DAY_NONE;
        if (!draw_happens(&m->draw, 700))
            return;
        add_change(m, later, ENTRY_EXPECTED, expected);
    }
    add_pushes(m, expected);
}

/* A new value that is the old one is no change, and a deal that is decided keeps its
   owner. */
static bool changes(const Entry *before, const Change *change)
{
    switch (change->kind) {
    case ENTRY_STAGE:
        return before->stage != (int)change->value;
    case ENTRY_AMOUNT:
        return before->amount != change->value;
    case ENTRY_EXPECTED:
        return before->expected != (Day)change->value;
    case ENTRY_OWNER:
        return before->status == DEAL_OPEN && before->owner != (int)change->value;
    case ENTRY_CREATED:
    case ENTRY_CLOSED:
    case ENTRY_REOPENED:
        break;
    }
    return true;
}

static void apply(Entry *entry, const Change *change)
{
    entry->kind = change->kind;
    switch (change->kind) {
    case ENTRY_CREATED:
        break;
    case ENTRY_STAGE:
        entry->stage = (int)change->value;
        break;
    case ENTRY_REOPENED:
        entry->stage = (int)change->value;
        entry->status = DEAL_OPEN;
        break;
    case ENTRY_AMOUNT:
        entry->amount = change->value;
        break;
    case ENTRY_EXPECTED:
        entry->expected = (Day)change->value;
        break;
    case ENTRY_OWNER:
        entry->owner = (int)change->value;
        break;
    case ENTRY_CLOSED:
        entry->status = (DealStatus)change->value;
        entry->stage = entry->status == DEAL_WON ? LIFE_WON : LIFE_LOST;
        break;
    }
}

static void set_times(Maker *m, Entry *entry, Day day, int64_t not_before)
{
    entry->at = (int64_t)day * SECONDS + DAY_BEGINS + draw_below(&m->draw, DAY_LASTS);
    if (entry->at <= not_before)
        entry->at = not_before + draw_between(&m->draw, 60, 600);
    entry->recorded = entry->at;
    bool moves = entry->kind == ENTRY_STAGE || entry->kind == ENTRY_CLOSED;
    if (!moves || !draw_happens(&m->draw, RECORDED_LATE))
        return;
    int64_t late = entry->at + (int64_t)draw_between(&m->draw, 1, LATE_DAYS) * SECONDS;
    if (civil_day_of(late) <= m->company->plan.today)
        entry->recorded = late;
}

/* Each entry is the one before with one thing changed. */
static void write_entries(Maker *m, Life *life)
{
    for (int i = 0; i < m->n && life->n < LIFE_ENTRIES; i++) {
        const Change *change = &m->change[i];
        if (change->day > m->company->plan.today)
            break;
        Entry *entry = &life->entry[life->n];
        if (!changes(entry - 1, change))
            continue;
        *entry = entry[-1];
        apply(entry, change);
        if (change->kind == ENTRY_REOPENED)
            entry->owner = people_at(m->company, m->deal->seat, change->day);
        set_times(m, entry, change->day, entry[-1].at);
        if (entry->stage == LIFE_PROPOSAL && life->proposed == DAY_NONE)
            life->proposed = change->day;
        life->n++;
    }
}

void life_make(const Company *c, const Deal *deal, Life *life)
{
    Maker m = {.company = c, .deal = deal};
    m.draw = draw_from(c->plan.seed, DRAW_LIFE, deal->number);
    m.outcome = draw_outcome(&m);
    int cycle = draw_cycle(&m);
    m.end = plan_working_day(&c->plan, deal->created + cycle);
    Entry *first = &life->entry[0];
    *first = (Entry){.kind = ENTRY_CREATED, .stage = 1};
    first->owner = people_at(c, deal->seat, deal->created);
    life->proposed = DAY_NONE;
    life->n = 1;
    add_owners(&m);
    add_first_values(&m, first, cycle);
    add_moves(&m, cycle);
    if (m.outcome != DEAL_OPEN)
        add_close(&m);
    else
        add_change(&m, cleaning_after(deal->created + FORGOTTEN), ENTRY_CLOSED,
                   DEAL_WITHDRAWN);
    maybe_reopen(&m);
    set_times(&m, first, deal->created, INT64_MIN);
    write_entries(&m, life);
}

Day life_day(const Entry *entry)
{
    return civil_day_of(entry->at);
}
