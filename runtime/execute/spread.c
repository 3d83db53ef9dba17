/* Rows that stand for a whole period, such as targets, split over the atoms of time
   that the question looks at. It is done row by row, so that totals over time and over
   every other key foot to what is stored. */
#include "runtime/execute/pass.h"

/* Parts that wait to be added to cells. */
typedef struct Parts {
    uint32_t n;
    uint32_t row[BATCH_ROWS];
    uint32_t atom[BATCH_ROWS];
    DayRange period[BATCH_ROWS], days[BATCH_ROWS];
    uint32_t *key; /* of the group's slots but the atoms, BATCH_ROWS each */
    Decimal amount[BATCH_ROWS];
    uint8_t valid[BATCH_ROWS];
} Parts;

/* A split group and where its parts go. */
typedef struct {
    PassRun *p;
    const Group *group;
    const GroupRoots *roots;
    Cells *cells;
    Parts *parts;
    uint32_t **code; /* per slot of the group: of the parts */
} Splitter;

static bool fill_amounts(Splitter *s, uint32_t state)
{
    Parts *parts = s->parts;
    const Leaf *leaf = s->group->state[state];
    const Vector *arg = eval_root(s->p->eval, s->roots->arg[state]);
    for (uint32_t i = 0; i < parts->n; i++) {
        uint32_t row = parts->row[i];
        parts->valid[i] = !vector_is_empty(arg, row);
        if (parts->valid[i] &&
            !spread_part(s->group->context->spread, parts->period[i], parts->days[i],
                         vector_decimal(arg, row), &parts->amount[i]))
            return pass_too_large(s->p, leaf);
    }
    return true;
}

static bool flush(Splitter *s)
{
    Parts *parts = s->parts;
    size_t n_plain = s->group->n_slot - 1;
    for (size_t k = 0; k < n_plain; k++) {
        for (uint32_t i = 0; i < parts->n; i++)
            s->code[k][i] = s->roots->code[k][parts->row[i]];
    }
    cells_locate(s->cells, s->code, parts->n, NULL, s->p->cell);
    for (uint32_t i = 0; i < s->group->n_state; i++) {
        if (!fill_amounts(s, i))
            return false;
        Vector amount = {.rep = VEC_WIDE, .n = parts->n, .valid = parts->valid};
        amount.v.wide = parts->amount;
        StateInput in = {.arg = &amount};
        if (!cells_add_state(s->cells, i, s->p->cell, parts->n, &in))
            return pass_too_large(s->p, s->group->state[i]);
    }
    parts->n = 0;
    return true;
}

static bool split_row(Splitter *s, uint32_t row, Day day)
{
    Parts *parts = s->parts;
    const Axis *axis = s->group->context->axis;
    uint32_t at = s->group->slot[s->group->n_slot - 1];
    const Slot *slot = &s->p->run->plan->slot[at];
    DayRange period = calendar_range(axis->unit, calendar_period_of(axis->unit, day));
    DayRange days = {period.lo, period.lo};
    while (days.lo < period.hi) {
        days.hi = atoms_end_day(slot->atoms, days.lo);
        days.hi = days.hi < period.hi ? days.hi : period.hi;
        if (parts->n == BATCH_ROWS && !flush(s))
            return false;
        parts->row[parts->n] = row;
        parts->period[parts->n] = period;
        parts->days[parts->n] = days;
        parts->atom[parts->n++] = time_code(&s->p->keys[at], slot, days.lo);
        days.lo = days.hi;
    }
    return true;
}

static Parts *parts_of(PassRun *p)
{
    if (!p->parts) {
        p->parts = ARENA_NEW(p->arena, Parts);
        p->parts->key =
            ARENA_ARRAY(p->arena, uint32_t, p->run->plan->n_slot * BATCH_ROWS);
    }
    p->parts->n = 0;
    return p->parts;
}

bool spread_feed(PassRun *p, const Group *group, const GroupRoots *roots, Cells *cells,
                 uint32_t n)
{
    Splitter s = {p, group, roots, cells, parts_of(p), roots->split};
    const Day *day = p->day + (size_t)roots->axis * BATCH_ROWS;
    for (size_t k = 0; k + 1 < group->n_slot; k++)
        s.code[k] = s.parts->key + k * BATCH_ROWS;
    s.code[group->n_slot - 1] = s.parts->atom;
    for (uint32_t i = 0; i < n; i++) {
        if (p->mask[i] && day[i] != DAY_NONE && !split_row(&s, i, day[i]))
            return false;
    }
    return flush(&s);
}
