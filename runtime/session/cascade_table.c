/* The lines of `cascade`: what each driver was and has to be, in all and a week, and
   what is said below them. */
#include "runtime/session/about.h"
#include "runtime/session/cascade.h"
#include "runtime/steering/status.h"

enum { DAYS_OF_WEEK = 5 };

/* value / days * 5 */
static Value a_week(Value value, Decimal days)
{
    Decimal five = decimal_from_i64(DAYS_OF_WEEK);
    if (value.empty || decimal_sign(days) <= 0)
        return (Value){.empty = true};
    value.empty = !decimal_mul(value.as.number, five, &value.as.number) ||
                  !decimal_div(value.as.number, days, &value.as.number);
    return value;
}

/* a / b - 1 */
static Value part_over(Value a, Value b)
{
    Value res = {.empty = true};
    if (a.empty || b.empty || decimal_sign(b.as.number) <= 0)
        return res;
    res.empty = !decimal_sub(a.as.number, b.as.number, &res.as.number) ||
                !decimal_div(res.as.number, b.as.number, &res.as.number);
    return res;
}

/* What a driver should be by today: a rate all of it, an amount its days' part. */
static Value due_of(const Cascading *c, const CascadeNode *node, Value needed)
{
    if (node->kind != CASCADE_FLOW || needed.empty)
        return needed;
    needed.empty = decimal_is_zero(c->days) ||
                   !decimal_mul(needed.as.number, c->days_gone, &needed.as.number) ||
                   !decimal_div(needed.as.number, c->days, &needed.as.number);
    return needed;
}

typedef struct {
    Value history, needed, change, week, week_before, so_far, off, week_left;
} Line;

static Line line_of(const Cascading *c, const Result *r, size_t n_key, size_t node,
                    uint32_t row)
{
    const CascadeNode *of = &c->tree.node[node];
    Value none = {.empty = true};
    Line line = {
        .history = result_value(r, n_key + cascade_column(c, IS_HISTORY, node), row),
        .so_far = result_value(r, n_key + cascade_column(c, IS_SO_FAR, node), row),
        .needed = cascade_needed(
            c->factor[node],
            result_value(r, n_key + cascade_column(c, IS_ASSUMED, node), row))};
    bool flows = of->kind == CASCADE_FLOW;
    line.change = part_over(line.needed, line.history);
    line.week = flows ? a_week(line.needed, c->days) : none;
    line.week_before = flows ? a_week(line.history, c->days_before) : none;
    line.off = part_over(line.so_far, due_of(c, of, line.needed));
    line.week_left = none;
    Decimal days_left;
    if (flows && !line.needed.empty && !line.so_far.empty &&
        decimal_sub(c->days, c->days_gone, &days_left) &&
        decimal_sub(line.needed.as.number, line.so_far.as.number,
                    &line.week_left.as.number)) {
        line.week_left.empty = false;
        line.week_left = a_week(line.week_left, days_left);
    }
    return line;
}

static const char *role_text(CascadeRole role)
{
    static const char *const text[] = {
        [CASCADE_GOAL] = "goal",      [CASCADE_TAKES] = "driver",
        [CASCADE_INVERSE] = "driver", [CASCADE_PART] = "driver",
        [CASCADE_KEPT] = "kept",      [CASCADE_FORMULA] = "formula",
        [CASCADE_FOLLOWS] = "follows"};
    return text[role];
}

/* Counts of a week are no whole things. */
static Type weekly(Type type)
{
    if (type.unit.kind == UNIT_COUNT)
        type.unit.kind = UNIT_NONE;
    type.integer = false;
    return type;
}

static size_t keys_of(const Result *r)
{
    size_t n = 0;
    while (n < r->n_column && r->column[n].role == COLUMN_KEY)
        n++;
    return n;
}

static void add_line(const Cascading *c, DriverTable *table, const Result *r,
                     size_t node, uint32_t row)
{
    size_t n_key = keys_of(r), at = 0;
    const CascadeNode *of = &c->tree.node[node];
    Type type = r->column[n_key + cascade_column(c, IS_HISTORY, node)].type;
    Line line = line_of(c, r, n_key, node, row);
    for (; at < n_key; at++)
        driver_cell(table, at, r->column[at].type, result_value(r, at, row));
    driver_text(table, at++, of->name);
    driver_text(table, at++, role_text(of->role));
    driver_cell(table, at++, type, line.history);
    driver_cell(table, at++, type, line.needed);
    driver_cell(table, at++, type, line.change);
    driver_cell(table, at++, weekly(type), line.week_before);
    driver_cell(table, at++, weekly(type), line.week);
    if (!c->has_begun)
        return;
    driver_cell(table, at++, type, line.so_far);
    driver_cell(table, at++, type, line.off);
    driver_cell(table, at++, weekly(type), line.week_left);
}

/* The columns behind the keys; what is so far once the period has begun. */
static DriverColumns own_columns(const Cascading *c)
{
    static const Type text = {.kind = VALUE_TEXT}, number = {.kind = VALUE_NUMBER};
    static const Type percent = {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT};
    const DriverColumn own[] = {
        {"driver", text, true, false},          {"role", text, true, false},
        {"history", number, false, true},       {"needed", number, false, true},
        {"change %", percent, false, false},    {"history a week", number, false, true},
        {"needed a week", number, false, true}, {"so far", number, false, true},
        {"off %", percent, false, false},       {"left a week", number, false, true}};
    return (DriverColumns){arena_memdup(c->s->statement, own, sizeof own),
                           COUNT_OF(own) - (c->has_begun ? 0 : 3)};
}

DriverColumns cascade_columns_behind(const Cascading *c, const DriverColumn *key,
                                     size_t n_key)
{
    DriverColumns own = own_columns(c);
    DriverColumn *column = ARENA_ARRAY(c->s->statement, DriverColumn, n_key + own.n);
    for (size_t i = 0; i < n_key + own.n; i++)
        column[i] = i < n_key ? key[i] : own.item[i - n_key];
    return (DriverColumns){column, n_key + own.n};
}

static void begin_table(const Cascading *c, DriverTable *table, const Result *r)
{
    size_t n_key = keys_of(r);
    DriverColumn *key = ARENA_ARRAY(c->s->statement, DriverColumn, n_key + 1);
    for (size_t i = 0; i < n_key; i++)
        key[i] = (DriverColumn){r->column[i].title, r->column[i].type, true, false};
    DriverColumns all = cascade_columns_behind(c, key, n_key);
    driver_begin(table, all.item, all.n, r->n_row * c->tree.n);
}

static const char *percent_text(const Cascading *c, Decimal part)
{
    const Type percent = {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT};
    Value value = {.as.number = decimal_sign(part) < 0 ? decimal_negate(part) : part};
    return driver_text_of(c->s, percent, value);
}

static const char *days_text(const Cascading *c, DayRange days)
{
    Resolver r = session_resolver(c->s, c->s->statement, c->s->model.exprs);
    StrBuf sb;
    strbuf_init(&sb);
    period_print(&r, cascade_clause(c, AST_CLAUSE_FOR)->as.expr, days, &sb);
    const char *text = arena_strdup(c->s->statement, sb.text);
    strbuf_release(&sb);
    return text;
}

/* 1: more of it is better, -1: less, 0: nobody knows, of what is kept when the measure
   has to fall. */
static int direction_of(const CascadeNode *node, Value change, Value of_goal)
{
    int own = change.empty ? 0 : decimal_sign(change.as.number);
    bool falls = !of_goal.empty && decimal_sign(of_goal.as.number) < 0;
    return own ? own : falls ? 0 : node->sign;
}

/* How far it is off, above zero; zero: it is not. */
static Decimal size_of_gap(const Cascading *c, size_t at, const Line *line,
                           Value of_goal)
{
    Value off = c->has_begun ? line->off : line->change;
    Decimal none = decimal_from_i64(0);
    int sign = off.empty ? 0 : decimal_sign(off.as.number);
    if (c->has_begun &&
        sign * direction_of(&c->tree.node[at], line->change, of_goal) >= 0)
        return none;
    return !sign ? none : sign < 0 ? decimal_negate(off.as.number) : off.as.number;
}

/* Is it made to move, or kept without being held? What follows moves by itself. */
static bool is_judged(const Cascading *c, size_t at)
{
    const CascadeNode *node = &c->tree.node[at];
    return node->role != CASCADE_FORMULA && node->role != CASCADE_FOLLOWS &&
           !cascade_is_held(&c->tree, node->term);
}

/* Has what was an amount to be none, or less than that? No part of it is due then. */
static bool is_to_vanish(const Line *line)
{
    return !line->needed.empty && !line->history.empty && !line->so_far.empty &&
           decimal_sign(line->history.as.number) > 0 &&
           decimal_sign(line->needed.as.number) <= 0 &&
           decimal_compare(line->so_far.as.number, line->needed.as.number) > 0;
}

/* The deepest of those that have to vanish; 0: none. */
static size_t find_vanishing(const Cascading *c, const Result *total)
{
    size_t found = 0;
    for (size_t i = 1; i < c->tree.n && c->has_begun; i++) {
        Line line = line_of(c, total, 0, i, 0);
        if (is_judged(c, i) && is_to_vanish(&line))
            found = i;
    }
    return found;
}

static size_t find_furthest(const Cascading *c, const Result *total, Decimal *most)
{
    size_t found = 0;
    Value of_goal = line_of(c, total, 0, 0, 0).change;
    *most = decimal_from_i64(0);
    for (size_t i = 1; i < c->tree.n; i++) {
        Line line = line_of(c, total, 0, i, 0);
        Decimal size = size_of_gap(c, i, &line, of_goal);
        if (!is_judged(c, i) || decimal_is_zero(size) ||
            decimal_compare(size, *most) < 0)
            continue;
        found = i;
        *most = size;
    }
    return found;
}

static const char *gap_text(const Cascading *c, const Result *total, size_t found,
                            Decimal most)
{
    Value of_goal = line_of(c, total, 0, 0, 0).change;
    Value change = line_of(c, total, 0, found, 0).change;
    bool falls = direction_of(&c->tree.node[found], change, of_goal) < 0;
    const char *size = percent_text(c, most);
    return c->has_begun ? arena_printf(c->s->statement, "%s %s what is due by now",
                                       size, falls ? "above" : "behind")
                        : arena_printf(c->s->statement, "which has to be %s %s", size,
                                       falls ? "lower" : "higher");
}

/* The driver that is furthest off: from what is due by today, or, before the period
   begins, from what it was. Of several the deepest: that is where the work is done. */
static void note_furthest(const Cascading *c, DriverTable *table, const Result *total)
{
    Arena *arena = c->s->statement;
    Decimal most;
    size_t vanishing = find_vanishing(c, total);
    size_t found = vanishing ? vanishing : find_furthest(c, total, &most);
    if (!found && c->tree.n > 1)
        driver_note(table,
                    c->has_begun ? "no driver is behind" : "no driver has to change");
    if (!found)
        return;
    Type type = total->column[cascade_column(c, IS_HISTORY, found)].type;
    Value needed = line_of(c, total, 0, found, 0).needed;
    driver_note(
        table, arena_printf(arena, "furthest off: %s, %s", c->tree.node[found].name,
                            vanishing ? arena_printf(arena, "which would have to be %s",
                                                     driver_text_of(c->s, type, needed))
                                      : gap_text(c, total, found, most)));
}

/* A driver for which nothing is enough, as what follows it grows with it; 0: none. */
static size_t find_stuck(const Cascading *c)
{
    size_t i = 1;
    while (i < c->tree.n && !(c->tree.node[i].follower && !c->factor[i].known))
        i++;
    return i < c->tree.n ? i : 0;
}

/* What has to be done first, or why nobody can say. */
static void note_work(const Cascading *c, DriverTable *table, const Result *total)
{
    Session *s = c->s;
    const char *goal = c->tree.node[0].name;
    Value target = result_value(total, c->target, 0);
    size_t stuck = c->factor[0].known ? find_stuck(c) : 0;
    if (target.empty)
        driver_note(
            table,
            arena_printf(s->statement, "%s is empty, so nothing says what it takes",
                         about_text(s, s->statement, c->stmt->as.solve.to->span)));
    else if (!c->factor[0].known)
        driver_note(table,
                    arena_printf(s->statement,
                                 "%s is empty or 0 in %s, so nothing says what it "
                                 "takes",
                                 goal, days_text(c, c->history)));
    else if (stuck)
        driver_note(table, arena_printf(s->statement,
                                        "no %s is enough for that, with the rest kept",
                                        c->tree.node[stuck].name));
    else
        note_furthest(c, table, total);
}

static void note_weeks(const Cascading *c, DriverTable *table)
{
    const Type number = {.kind = VALUE_NUMBER};
    Value weeks = {.as.number = c->days}, before = {.as.number = c->days_before};
    Decimal five = decimal_from_i64(DAYS_OF_WEEK);
    if (!decimal_div(c->days, five, &weeks.as.number) ||
        !decimal_div(c->days_before, five, &before.as.number))
        return;
    bool is_one = decimal_compare(weeks.as.number, decimal_from_i64(1)) == 0;
    driver_note(table, arena_printf(c->s->statement,
                                    "%s has %s working week%s; history is %s with %s",
                                    days_text(c, c->period),
                                    driver_text_of(c->s, number, weeks),
                                    is_one ? "" : "s", days_text(c, c->history),
                                    driver_text_of(c->s, number, before)));
}

/* A formula that does not make what was measured tells of other reasons. */
static void note_formula(const Cascading *c, DriverTable *table, const Result *total)
{
    Decimal half_percent = decimal_make(5, 3);
    for (size_t i = 1; i < c->tree.n; i++) {
        uint32_t of = c->tree.node[i].parent;
        Value made = result_value(total, cascade_column(c, IS_HISTORY, i), 0);
        Value was = result_value(total, cascade_column(c, IS_HISTORY, of), 0);
        if (c->tree.node[i].role != CASCADE_FORMULA || made.empty || was.empty ||
            steering_is_near(made.as.number, was.as.number, half_percent))
            continue;
        Type type = total->column[cascade_column(c, IS_HISTORY, of)].type;
        driver_note(
            table, arena_printf(c->s->statement, "in %s %s made %s, and %s was %s",
                                days_text(c, c->history), c->tree.node[i].name,
                                driver_text_of(c->s, type, made), c->tree.node[of].name,
                                driver_text_of(c->s, type, was)));
    }
}

static void note_partial(const Cascading *c, DriverTable *table, const Result *total)
{
    bool partial = false;
    for (size_t i = 0; i < c->tree.n; i++) {
        const uint8_t *of = total->column[cascade_column(c, IS_HISTORY, i)].partial;
        partial |= of && of[0];
    }
    if (partial)
        driver_note(table, arena_printf(c->s->statement, "%s is known in part",
                                        days_text(c, c->history)));
}

/* Several parts of a sum, with one value. */
static bool is_shown_before(const Cascading *c, size_t node)
{
    bool found = false;
    for (size_t i = 1; i < node && !found; i++)
        found = term_same(c->s, c->tree.node[i].term, c->tree.node[node].term);
    return found;
}

static void note_alone(const Cascading *c, DriverTable *table)
{
    CascadeTerm of;
    bool accumulates =
        term_made_of(c->s, c->tree.node[0].term, &of) && term_accumulates(c->s, of);
    driver_note(table,
                arena_printf(c->s->statement,
                             accumulates
                                 ? "%s is made of what is counted from before the "
                                   "period on, and is not taken apart"
                                 : "%s is not made of other measures",
                             c->tree.node[0].name));
}

Result *cascade_table(Cascading *c, const Result *total, const Result *parts)
{
    DriverTable table;
    const Result *shown = parts ? parts : total;
    begin_table(c, &table, shown);
    for (uint32_t row = 0; row < shown->n_row; row++) {
        for (size_t i = 0; i < c->tree.n; i++) {
            if (!is_shown_before(c, i))
                add_line(c, &table, shown, i, row);
        }
    }
    note_work(c, &table, total);
    if (c->tree.n == 1)
        note_alone(c, &table);
    note_formula(c, &table, total);
    note_weeks(c, &table);
    note_partial(c, &table, total);
    driver_note_what_if(c->s, &table, cascade_clause(c, AST_CLAUSE_WHAT_IF));
    return driver_finish(&table);
}
