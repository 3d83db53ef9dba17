/* What of a line's period a source covers. Sums and counts over nothing are 0 where it
   does, and empty where it does not; a value of a part is marked. */
#include "runtime/execute/table.h"

/* The unit of the lines: inside `M per K` K may be a shorter one. */
static PeriodUnit unit_of_lines(const Table *table)
{
    const Plan *plan = table->run->plan;
    PeriodUnit unit = plan->asked;
    for (uint32_t k = 0; k < table->n_slot && table->per; k++) {
        const Slot *slot = &plan->slot[table->slot[k]];
        if (slot->per && slot->is_time && calendar_nests(slot->type.period, unit))
            unit = slot->type.period;
    }
    return unit;
}

/* What the source is complete for: as declared, or from its first row to the end of
   the `unit` that has its last. */
static bool covered_days(const Table *table, const Source *source, const Axis *axis,
                         PeriodUnit unit, DayRange *days)
{
    const Run *run = table->run;
    if (source->has_covers) {
        *days = source->covers;
        return true;
    }
    const Coverage *coverage = run_coverage(run, source, axis);
    if (!coverage || !coverage->any)
        return false;
    unit = axis->has_unit ? axis->unit : unit;
    *days = coverage->days;
    if (axis->has_unit)
        days->lo = calendar_range(unit, calendar_period_of(unit, days->lo)).lo;
    days->hi = calendar_range(unit, calendar_period_of(unit, days->hi - 1)).hi;
    return true;
}

/* A window that goes back before the first fact is not short but unknown. The first
   fact's whole month counts as known: its day or week to a window of days or weeks. */
static bool starts_early(const Shape *shape, Day lo, DayRange days)
{
    PeriodUnit unit = PERIOD_DAY;
    bool reaches_back = false;
    for (size_t i = 0; i < shape->n_step; i++) {
        const TimeStep *step = &shape->step[i];
        if (step->op == TIME_ROLLING || step->op == TIME_TO_DATE) {
            reaches_back = true;
            unit = step->unit;
        } else if (step->op != TIME_SHIFT && step->op != TIME_WITHIN) {
            reaches_back = false;
        }
    }
    if (!reaches_back)
        return false;
    PeriodBase base = calendar_base(unit);
    if (base != PERIOD_DAY && base != PERIOD_WEEK)
        unit = calendar_sibling(unit, PERIOD_MONTH);
    return lo < calendar_range(unit, calendar_period_of(unit, days.lo)).lo;
}

bool table_known_from(const Table *table, const Leaf *stock, Day *from)
{
    const Source *source = stock->source;
    const Axis *axis = stock->context->axis;
    const Coverage *coverage =
        run_coverage(table->run, source, axis->role == AXIS_ENDS ? axis->other : axis);
    if (!source->has_covers && (!coverage || !coverage->any))
        return false;
    *from = source->has_covers ? source->covers.lo : coverage->days.lo;
    return true;
}

/* Does a window around K, whose periods a stock is read at, go back before its first
   row? */
static bool reads_early(const Table *table, const Leaf *stock, const Shape *shape,
                        uint32_t line, DayRange known)
{
    Shape around = *shape;
    around.n_step--;
    if (stock->grain == (table->per ? table->per->per : NULL))
        return false;
    Day lo = table_window(table, &around, line).days.lo;
    return starts_early(&around, lo, known);
}

/* The same of a flow. What lags is early where the window is that it falls into. */
static bool flow_starts_early(const Table *table, const Shape *shape, uint32_t line,
                              DayRange known)
{
    Shape bare = *shape;
    TimeStep *step = ARENA_ARRAY(table->arena, TimeStep, shape->n_step + 1);
    bare.step = step;
    bare.n_step = 0;
    for (size_t i = 0; i < shape->n_step; i++) {
        if (!shape->step[i].lags)
            step[bare.n_step++] = shape->step[i];
    }
    Day lo = table_window(table, &bare, line).days.lo;
    return starts_early(&bare, lo, known);
}

/* Is the stock read inside of K that part the time of these lines? */
static bool is_parted(const Table *table, const Leaf *stock)
{
    const PerKey *own = table->per ? table->per->per : NULL;
    bool parted = false;
    for (const PerKey *per = stock->grain; per && per != own; per = per->outer) {
        for (size_t i = 0; i < per->keys.n_key; i++)
            parted |= per->keys.type[i].kind == VALUE_PERIOD;
    }
    return parted;
}

/* Is it known at one of the instants at which K of time read it? The mean of all days
   wants each of them. */
static bool knows_part(const Table *table, const Leaf *stock, const Shape *shape,
                       uint32_t line, DayRange known)
{
    Shape bare = *shape;
    bare.n_step = 0;
    for (size_t i = 0; i < shape->n_step; i++) {
        if (shape->step[i].op == TIME_WITHIN)
            return false;
    }
    MovedWindow from = table_window(table, &bare, line);
    SeenDays seen = {.arena = table->arena,
                     .from = table->per ? table->per->per : NULL,
                     .known = run_known(table->run)};
    plan_see_from(table->run->plan, stock, &from, &seen);
    bool knows = false;
    for (size_t i = 0; i < seen.n; i++)
        knows |= known.lo < seen.days[i].hi && seen.days[i].hi <= known.hi;
    return knows;
}

/* A stock is known at an instant from its first row on; today it may still change.
   Of several openings the last one counts. What the first day, or a window of all time,
   begins with is known to be nothing. */
static Covered covered_instant(Table *table, const Leaf *leaf, uint32_t line)
{
    const Run *run = table->run;
    uint32_t number = table_shape(table, leaf);
    const Shape *shape = &run->plan->shape[number];
    const Windows *windows = table_windows(table, number);
    DayRange window = windows->days[windows->of_line[line]];
    const Source *source = leaf->source;
    Shape closing;
    if (is_parted(table, leaf)) {
        closing = plan_closing(table->arena, shape);
        shape = &closing;
        window = table_window(table, shape, line).days;
    }
    bool before = shape->step[shape->n_step - 1].op == TIME_BEFORE;
    Day at = window.hi - 1;
    Day from;
    if (before && window.hi == DAY_LONG_AGO && !source->has_covers)
        return table_known_from(table, leaf, &from) ? COVERED_FULL : COVERED_NOT;
    if (window.lo >= window.hi || !table_known_from(table, leaf, &from))
        return COVERED_NOT;
    if (source->has_covers && at >= source->covers.hi)
        return is_parted(table, leaf) && knows_part(table, leaf, shape, line,
                                                    (DayRange){from, source->covers.hi})
                   ? COVERED_SHORT
                   : COVERED_NOT;
    if (before && at + 1 == from)
        return COVERED_FULL;
    DayRange known = {from, at};
    if (at < from ||
        (!source->has_covers && (starts_early(shape, window.lo, known) ||
                                 reads_early(table, leaf, shape, line, known))))
        return COVERED_NOT;
    return at < run->ex->today || !run->plan->is_dated ? COVERED_FULL : COVERED_SO_FAR;
}

/* What a target that is not split has in a window: the periods that begin in it. */
static DayRange whole_periods(const Leaf *leaf, DayRange window)
{
    const Axis *axis = leaf->context->axis;
    if (!axis->has_unit || leaf->context->spread || window.lo >= window.hi)
        return window;
    DayRange first =
        calendar_range(axis->unit, calendar_period_of(axis->unit, window.lo));
    DayRange last =
        calendar_range(axis->unit, calendar_period_of(axis->unit, window.hi - 1));
    return (DayRange){first.lo < window.lo ? first.hi : first.lo, last.hi};
}

/* Are the events that the window's last rows look at over? Facts of a period stand on
   its first day. */
static bool is_ripe(const Run *run, const Leaf *leaf, DayRange window)
{
    const Axis *axis = leaf->context->axis;
    Day last = window.hi - 1;
    if (axis->has_unit)
        last = calendar_range(axis->unit, calendar_period_of(axis->unit, last)).lo;
    return last < run->plan->place[leaf->id].ripe;
}

static bool overlap(DayRange a, DayRange b)
{
    return a.lo < a.hi && b.lo < b.hi && a.lo < b.hi && b.lo < a.hi;
}

/* What the leaf has of days that are covered at all. */
static Covered degree(const Table *table, const Leaf *leaf, uint32_t line,
                      DayRange window, DayRange days)
{
    const Run *run = table->run;
    const Shape *shape = &run->plan->shape[table_shape(table, leaf)];
    if (window.lo == DAY_LONG_AGO)
        window.lo = days.lo;
    if (window.hi == DAY_FAR_AHEAD)
        window.hi = days.hi;
    bool is_whole = window.hi <= run->ex->today && is_ripe(run, leaf, window) &&
                    !table_is_clipped(table, shape, line);
    if (!is_whole)
        return COVERED_SO_FAR;
    return days.lo <= window.lo && window.hi <= days.hi ? COVERED_FULL : COVERED_SHORT;
}

/* K that cut the time of these lines into periods, each of which looks back from its
   own end: the outermost of those around the leaf. NULL: none, or none look back. */
static const PerKey *find_parts(const Table *table, const Leaf *leaf, PeriodUnit *unit)
{
    const Plan *plan = table->run->plan;
    const PerKey *own = table->per ? table->per->per : NULL;
    const PerKey *parts = NULL;
    PeriodUnit finest;
    for (const PerKey *per = leaf->grain; per && per != own; per = per->outer) {
        if (!plan_unit_of_keys(plan, per, &finest))
            continue;
        if (calendar_nests(finest, *unit))
            *unit = finest;
        parts = per;
    }
    if (!parts || leaf->context->cut == CUT_LAST)
        return NULL;
    const Shape *inside = &plan->shape[plan->place[leaf->id].seen[plan_depth(parts)]];
    for (size_t i = 0; i < inside->n_step; i++) {
        if (inside->step[i].op == TIME_ROLLING || inside->step[i].op == TIME_TO_DATE)
            return parts;
    }
    return NULL;
}

/* A line is covered where one of the periods in it is. What stands around K looks back
   from the line itself. */
static Covered covered_parts(Table *table, const Leaf *leaf, const PerKey *parts,
                             PeriodUnit unit, uint32_t line)
{
    const Run *run = table->run;
    const Plan *plan = run->plan;
    const Shape *shape = &plan->shape[table_shape(table, leaf)];
    const Shape *inside = &plan->shape[plan->place[leaf->id].seen[plan_depth(parts)]];
    const Axis *axis = leaf->context->axis;
    Shape around = *shape;
    around.n_step -= inside->n_step;
    DayRange days, all = {0, 0};
    if (!covered_days(table, leaf->source, axis, unit, &days) ||
        starts_early(&around, table_window(table, &around, line).days.lo, days))
        return COVERED_NOT;
    around.n_step = 0;
    MovedWindow from = table_window(table, &around, line);
    SeenDays seen = {.arena = table->arena,
                     .from = table->per ? table->per->per : NULL,
                     .known = run_known(run)};
    plan_see_from(plan, leaf, &from, &seen);
    bool any = false;
    for (size_t i = 0; i < seen.n; i++) {
        DayRange window = whole_periods(leaf, seen.days[i]);
        all.lo = i && all.lo < window.lo ? all.lo : window.lo;
        all.hi = i && all.hi > window.hi ? all.hi : window.hi;
        any |= overlap(window, days) && !starts_early(inside, window.lo, days);
    }
    if (!any || !covered_days(table, leaf->source, axis, unit_of_lines(table), &days))
        return COVERED_NOT;
    return degree(table, leaf, line, all, days);
}

static Covered covered_row(Table *table, const Leaf *leaf, uint32_t line)
{
    const Run *run = table->run;
    const Axis *axis = leaf->context->axis;
    uint32_t at = table_shape(table, leaf);
    const Shape *shape = &run->plan->shape[at];
    PeriodUnit unit = unit_of_lines(table);
    DayRange days;
    if (axis && axis->role != AXIS_DECLARED && !table->over_nothing)
        return covered_instant(table, leaf, line);
    if (table->over_nothing || !axis || (!run->plan->is_dated && !shape->n_step))
        return COVERED_FULL;
    if (!covered_days(table, leaf->source, axis, unit, &days))
        return COVERED_NOT;
    if (!run->has_range)
        return COVERED_FULL;
    if (table->only && !picked_are_covered(table->only, leaf))
        return COVERED_NOT;
    const PerKey *parts = find_parts(table, leaf, &unit);
    if (parts)
        return covered_parts(table, leaf, parts, unit, line);
    const Windows *windows = table_windows(table, at);
    DayRange window = windows->days[windows->of_line[line]];
    if (window.lo != DAY_LONG_AGO && window.hi != DAY_FAR_AHEAD)
        window = whole_periods(leaf, window);
    if (!overlap(window, days) ||
        (shape->cut == CUT_LAST ? flow_starts_early(table, shape, line, days)
                                : starts_early(shape, window.lo, days)))
        return COVERED_NOT;
    return degree(table, leaf, line, window, days);
}

void table_each_leaf(const Question *q, const Expr *expr,
                     void (*add)(void *self, const Leaf *leaf), void *self)
{
    if (!expr)
        return;
    if (expr->kind == EXPR_ITEM) {
        table_each_leaf(q, q->item[expr->as.index].value, add, self);
        return;
    }
    if (expr->kind == EXPR_LEAF && expr->as.leaf->per) {
        table_each_leaf(q, expr->as.leaf->arg, add, self);
        table_each_leaf(q, expr->as.leaf->by, add, self);
        table_each_leaf(q, expr->as.leaf->where, add, self);
        return;
    }
    if (expr->kind == EXPR_LEAF)
        add(self, expr->as.leaf);
    for (uint32_t i = 0; i < expr->n_arg; i++)
        table_each_leaf(q, expr->arg[i], add, self);
}

typedef struct {
    Table *table;
    uint32_t line;
    bool met; /* a leaf over rows */
    bool any;
    bool shows_rows; /* what no step moves shows all that there are */
    Covered least;
} Coverer;

static void cover_leaf(void *self, const Leaf *leaf)
{
    Coverer *c = self;
    const Shape *shape = &c->table->run->plan->shape[table_shape(c->table, leaf)];
    Covered covered = covered_row(c->table, leaf, c->line);
    c->met = true;
    c->any |= covered != COVERED_NOT;
    c->shows_rows |= !shape->n_step && !leaf->source->has_covers;
    covered = covered == COVERED_NOT ? COVERED_SHORT : covered;
    c->least = covered < c->least ? covered : c->least;
}

/* What is known of a line: a Covered, whether rows of it are shown, that it is known.
 */
enum { COVER_DEGREE = 3, COVER_SHOWS = 4, COVER_KNOWN = 8 };

static uint8_t find_cover(Table *table, const Leaf *leaf, uint32_t line)
{
    Coverer c = {.table = table, .line = line, .least = COVERED_FULL};
    if (leaf->per) {
        table_each_leaf(table->run->question, leaf->arg, cover_leaf, &c);
        table_each_leaf(table->run->question, leaf->where, cover_leaf, &c);
        c.any |= !leaf->arg && !leaf->where;
    } else {
        cover_leaf(&c, leaf);
    }
    bool shows = c.any || c.shows_rows || !c.met;
    return (uint8_t)(COVER_KNOWN | (shows ? COVER_SHOWS : 0) |
                     (c.any ? c.least : COVERED_NOT));
}

/* It hangs on the windows of the line alone, and so on its time. */
static uint8_t cover(Table *table, const Leaf *leaf, uint32_t line)
{
    const Times *times = table_times(table);
    if (!table->covered[leaf->id])
        table->covered[leaf->id] =
            ARENA_ARRAY(table->arena, uint8_t, (size_t)times->n + 1);
    uint8_t *known = &table->covered[leaf->id][times->of_line[line]];
    if (!*known)
        *known = find_cover(table, leaf, line);
    return *known;
}

Covered table_covered(Table *table, const Leaf *leaf, uint32_t line)
{
    return (Covered)(cover(table, leaf, line) & COVER_DEGREE);
}

bool table_shows_rows(Table *table, const Leaf *leaf, uint32_t line)
{
    return cover(table, leaf, line) & COVER_SHOWS;
}

/* What of the leaves of an expression is there, per line. */
typedef struct {
    Table *table;
    uint8_t *partial; /* of one only a part; NULL: lines stand for no period */
    uint8_t *without; /* of one nothing */
} Marks;

static void mark_leaf(void *self, const Leaf *leaf)
{
    Marks *m = self;
    for (uint32_t i = 0; i < m->table->n; i++) {
        Covered covered = table_covered(m->table, leaf, i);
        m->partial[i] |= covered == COVERED_SO_FAR  ? MARK_SO_FAR
                         : covered == COVERED_SHORT ? MARK_SHORT
                                                    : 0;
        m->without[i] |= covered == COVERED_NOT;
    }
}

static Marks mark(Table *table, const Expr *expr)
{
    const Plan *plan = table->run->plan;
    Marks m = {.table = table};
    if (!plan->is_dated && plan->n_shape == 1)
        return m;
    m.partial = ARENA_ARRAY(table->arena, uint8_t, (size_t)table->n + 1);
    m.without = ARENA_ARRAY(table->arena, uint8_t, (size_t)table->n + 1);
    table_each_leaf(table->run->question, expr, mark_leaf, &m);
    return m;
}

/* Is it what has come together so far, or what is there at an instant? */
static void find_so_far(void *self, const Leaf *leaf)
{
    bool *found = self;
    const TimeStep *step = leaf->context->step;
    *found |= time_steps_read_stock(step, leaf->context->n_step);
    for (size_t i = 0; i < leaf->context->n_step; i++)
        *found |= step[i].op == TIME_TO_DATE || step[i].op == TIME_SINCE ||
                  step[i].op == TIME_ROLLING;
}

const uint8_t *table_unfinished(Table *table, const Expr *expr)
{
    bool speaks_of_today = false;
    table_each_leaf(table->run->question, expr, find_so_far, &speaks_of_today);
    return speaks_of_today ? NULL : mark(table, expr).partial;
}

uint8_t *table_partial(Table *table, const Expr *expr, const Vector *values)
{
    Marks m = mark(table, expr);
    for (uint32_t i = 0; m.partial && i < table->n; i++)
        m.partial[i] |= m.without[i] && !vector_is_empty(values, i) ? MARK_SHORT : 0;
    return m.partial;
}
