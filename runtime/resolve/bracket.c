/* A measure in brackets: `revenue[previous year]`. Each item is a frame around the
   measure, so that items change the context from left to right and before what the
   measure's own definition says. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/profile.h"
#include "runtime/resolve/tree.h"
#include "runtime/resolve/what_if.h"

/* What is known of the period that a shift starts from. */
typedef struct {
    bool fixed;    /* a period of `for` in a bracket, or lines as a whole */
    bool none;     /* lines stand for no period */
    bool has_unit; /* of the lines */
    PeriodUnit unit;
    PeriodUnit year;  /* of the calendar of the lines */
    PeriodUnit since; /* of that in which `[U to date]` begins */
} LinePeriod;

/* The calendar that a unit in `by` belongs to. Days are of any calendar and so are ISO
   weeks, but where its name stands before them. */
static void take_calendar(const QuestionBuilder *qb, size_t i, LinePeriod *line)
{
    PeriodUnit unit = qb->q->by[i].unit;
    const AstExpr *key = qb->key[i];
    const Calendar *calendar;
    if (calendar_base(unit) > PERIOD_WEEK || !calendar_is_civil(unit))
        line->year = calendar_sibling(unit, PERIOD_YEAR);
    else if (key->kind == AST_EXPR_CALENDAR_UNIT &&
             key->as.calendar_unit.calendar.text &&
             resolve_find_calendar(qb->r, key->as.calendar_unit.calendar, &calendar))
        line->year = calendar_unit(calendar, PERIOD_YEAR);
    bool as_set =
        key->kind == AST_EXPR_CALENDAR_UNIT && key->as.calendar_unit.begins_as_set;
    line->since = as_set ? period_unit(qb->r, AST_UNIT_YEAR) : line->year;
}

static LinePeriod period_of_lines(const ValueScope *scope)
{
    const QuestionBuilder *qb = scope->qb;
    PeriodUnit year = period_unit(qb->r, AST_UNIT_YEAR);
    LinePeriod line = {.fixed = qb->is_check,
                       .year = qb->q->has_for ? qb->q->shown_year : year};
    line.since = line.year;
    for (const Frame *f = scope->frame; f && !f->is_grain; f = f->outer)
        line.fixed |= f->step && f->step->op == TIME_FOR;
    uint64_t lifted = lift_keys(scope);
    for (size_t i = 0; i < qb->q->n_by; i++) {
        const ByItem *by = &qb->q->by[i];
        if (by->role != BY_TIME || question_lifts(lifted, i))
            continue;
        if (!line.has_unit || calendar_nests(by->unit, line.unit))
            line.unit = by->unit;
        line.has_unit = true;
        take_calendar(qb, i, &line);
    }
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        for (size_t i = 0; i < per->keys.n_key; i++) {
            Type key = per->keys.type[i];
            if (key.kind != VALUE_PERIOD || question_lifts(lifted, per->first_bit + i))
                continue;
            if (!line.has_unit || calendar_nests(key.period, line.unit))
                line.unit = key.period;
            line.has_unit = true;
        }
    }
    line.none = !line.has_unit && !qb->q->has_for && !line.fixed;
    return line;
}

/* The unit of an item: without a calendar's name that of the lines. */
static bool item_unit(const ValueScope *scope, const AstContext *item, PeriodUnit *unit)
{
    const AstCalendarUnit *ast = &item->as.relative.unit;
    if (!period_calendar_unit(scope->qb->r, ast, unit))
        return false;
    if (!ast->calendar.text)
        *unit = calendar_sibling(period_of_lines(scope).year, period_base(ast->unit));
    return true;
}

static bool report_no_period(Resolver *r, Span span)
{
    Diag *d =
        diag_error(r->sink, DIAG_NO_LINE_PERIOD, span,
                   "the lines stand for no period, so there is no other to go to");
    diag_help(r->sink, d, "add a time unit, `by month`, or a period, `for 2025`");
    return false;
}

/* Years of civil months, which are moved by whole months whatever they are. */
static bool is_whole_years(const LinePeriod *line, PeriodUnit unit)
{
    return calendar_base(unit) == PERIOD_YEAR && calendar_nests(PERIOD_MONTH, unit) &&
           calendar_nests(PERIOD_MONTH, line->unit);
}

/* A line's period shifts by units made of whole such periods, or by years. */
static bool check_shift(Resolver *r, const LinePeriod *line, PeriodUnit unit,
                        bool is_lag, Span span)
{
    if (line->none)
        return report_no_period(r, span);
    bool iso_year = line->unit == PERIOD_WEEK && calendar_base(unit) == PERIOD_YEAR &&
                    calendar_nests(PERIOD_MONTH, unit);
    if (!line->has_unit || line->fixed || iso_year || is_whole_years(line, unit) ||
        calendar_nests(line->unit, unit))
        return true;
    const char *own = period_unit_text(r, line->unit);
    Diag *d =
        diag_error(r->sink, DIAG_UNITS_DO_NOT_NEST, span,
                   "a line of one %s cannot be shifted by a %s, which is not made of "
                   "whole %ss",
                   own, period_unit_text(r, unit), own);
    if (is_lag)
        diag_help(r->sink, d, "declare a profile `by %s`", own);
    else if (calendar_base(line->unit) == PERIOD_WEEK)
        diag_help(r->sink, d, "write `previous 4 weeks`");
    else
        diag_help(r->sink, d, "write `previous %s`", own);
    return false;
}

static bool shift_step(const ValueScope *scope, const AstContext *item, TimeStep *step)
{
    const AstRelative *rel = &item->as.relative;
    Resolver *r = scope->qb->r;
    LinePeriod line = period_of_lines(scope);
    uint32_t count;
    if (!period_how_many(r, &rel->n, &count))
        return false;
    int32_t n = (int32_t)count;
    step->op = TIME_SHIFT;
    step->full = rel->full || r->shifts_whole;
    step->on_working = rel->on_working;
    if (step->on_working && !days_off_of(r, &step->off))
        return false;
    if (rel->kind == AST_RELATIVE_PREVIOUS_PERIOD) {
        if (line.none)
            return report_no_period(r, item->span);
        n = 1;
        step->unit = line.unit;
        if (!line.has_unit && scope->qb->q->has_for)
            step->unit = calendar_unit_of_range(line.year, scope->qb->q->shown, &n);
        step->n = -n;
        return true;
    }
    if (!item_unit(scope, item, &step->unit))
        return false;
    if (!n) {
        diag_error(r->sink, DIAG_BAD_PERIOD, item->span,
                   "no %s at all is no period; the number is 1 or more",
                   ast_unit_text(rel->unit.unit));
        return false;
    }
    step->n = rel->kind == AST_RELATIVE_NEXT ? n : -n;
    return check_shift(r, &line, step->unit, false, item->span);
}

static bool to_date_step(const ValueScope *scope, const AstContext *item,
                         TimeStep *step)
{
    const AstRelative *rel = &item->as.relative;
    step->op = rel->has_unit ? TIME_TO_DATE : TIME_SINCE;
    if (rel->has_unit && !rel->unit.calendar.text && !rel->unit.working) {
        step->unit =
            calendar_sibling(period_of_lines(scope).since, period_base(rel->unit.unit));
        return true;
    }
    return !rel->has_unit || item_unit(scope, item, &step->unit);
}

static bool rolling_step(const ValueScope *scope, const AstContext *item,
                         TimeStep *step)
{
    const AstRelative *rel = &item->as.relative;
    uint32_t count;
    if (!item_unit(scope, item, &step->unit) ||
        !period_how_many(scope->qb->r, &rel->n, &count))
        return false;
    step->op = TIME_ROLLING;
    step->n = (int32_t)count;
    if (step->n > 0)
        return true;
    diag_error(scope->qb->r->sink, DIAG_BAD_PERIOD, item->span,
               "a rolling window has at least one %s", calendar_unit_name(step->unit));
    return false;
}

static bool lift_frame(const ValueScope *scope, const AstContext *item, Frame *frame)
{
    Resolver *r = scope->qb->r;
    const AstExpr *dim = item->as.all_of.value;
    dim = question_dereference(r, dim);
    AstLevelOf what = item->as.all_of;
    what.value = arena_memdup(r->arena, dim, sizeof *dim);
    frame->lift = tree_level_key(r, &what, item->span);
    PeriodUnit unit;
    if (dim->kind == AST_EXPR_CALENDAR_UNIT)
        return period_calendar_unit(r, &dim->as.calendar_unit, &unit);
    if (dim->kind == AST_EXPR_PATH &&
        (question_names_dimension(r, scope->qb->q->from, dim) ||
         lift_names_column(scope->qb, dim)))
        return true;
    Diag *d = diag_error(r->sink, DIAG_LIFT_NOTHING, item->span,
                         "`all` wants a dimension to lift");
    diag_help(r->sink, d, "write `[all]`, or `[all region]`");
    return false;
}

static bool lag_frame(const ValueScope *scope, const AstContext *item, Frame *frame)
{
    Resolver *r = scope->qb->r;
    LinePeriod line = period_of_lines(scope);
    Profile *profile = ARENA_NEW(r->arena, Profile);
    frame->lag = profile;
    return profile_find(r, item->as.profile, profile) &&
           check_shift(r, &line, profile->unit, true, item->span);
}

/* Without a period there is only today. */
static bool line_has_period(const ValueScope *scope, const AstContext *item,
                            StockReading reading)
{
    LinePeriod line = period_of_lines(scope);
    if (!line.none || reading == READING_CLOSING)
        return true;
    Resolver *r = scope->qb->r;
    Diag *d = diag_error(r->sink, DIAG_NO_LINE_PERIOD, item->span,
                         "the lines stand for no period that would open or last");
    diag_help(r->sink, d, "add a time unit, `by month`, or a period, `for 2025`");
    return false;
}

/* The frame of one item; scope is what stands around it. */
static bool make_frame(const ValueScope *scope, const AstContext *item, Frame *frame)
{
    Resolver *r = scope->qb->r;
    TimeStep *step = ARENA_NEW(r->arena, TimeStep);
    frame->step = step;
    switch (item->kind) {
    case AST_CONTEXT_SHIFT:
        return shift_step(scope, item, step);
    case AST_CONTEXT_TO_DATE:
        return to_date_step(scope, item, step);
    case AST_CONTEXT_ROLLING:
        return rolling_step(scope, item, step);
    case AST_CONTEXT_FOR:
        step->op = TIME_FOR;
        step->range = (DayRange){DAY_LONG_AGO, DAY_FAR_AHEAD};
        return period_is_all_time(r, item->as.expr) ||
               resolve_period(r, item->as.expr, &step->range);
    case AST_CONTEXT_WHERE:
        frame->step = NULL;
        frame->where = item->as.expr;
        frame->where_scope = scope->source;
        return true;
    case AST_CONTEXT_ON:
        frame->step = NULL;
        frame->axis = &item->as.path;
        return true;
    case AST_CONTEXT_ALL:
        frame->step = NULL;
        frame->lifts_all = true;
        return true;
    case AST_CONTEXT_ALL_OF:
        frame->step = NULL;
        return lift_frame(scope, item, frame);
    case AST_CONTEXT_OPENING:
    case AST_CONTEXT_CLOSING:
    case AST_CONTEXT_AVERAGE:
        frame->step = NULL;
        frame->reading = item->kind == AST_CONTEXT_OPENING   ? READING_OPENING
                         : item->kind == AST_CONTEXT_CLOSING ? READING_CLOSING
                                                             : READING_AVERAGE;
        return line_has_period(scope, item, frame->reading);
    case AST_CONTEXT_WHAT_IF:
        frame->step = NULL;
        frame->makes_rows = item->makes_rows;
        scope->qb->q->sees_what_if = true;
        return what_if_frame(scope, &item->as.assign, frame);
    case AST_CONTEXT_AS_OF:
        frame->step = NULL;
        return as_of_frame(r, item->as.expr, item->span, frame);
    case AST_CONTEXT_LAGGED:
        frame->step = NULL;
        return lag_frame(scope, item, frame);
    case AST_CONTEXT_IN_CURRENCY:
        frame->step = NULL;
        return currency_frame(r, item, frame);
    }
    UNREACHABLE("bracket item");
}

/* Two items that both say where the window begins, or which period it is; a period
   behind a window leaves nothing of it. */
static bool contradicts(const AstContext *a, const AstContext *b)
{
    bool window_a = a->kind == AST_CONTEXT_TO_DATE || a->kind == AST_CONTEXT_ROLLING;
    bool window_b = b->kind == AST_CONTEXT_TO_DATE || b->kind == AST_CONTEXT_ROLLING;
    bool moment_a = a->kind == AST_CONTEXT_OPENING || a->kind == AST_CONTEXT_CLOSING ||
                    a->kind == AST_CONTEXT_AVERAGE;
    bool moment_b = b->kind == AST_CONTEXT_OPENING || b->kind == AST_CONTEXT_CLOSING ||
                    b->kind == AST_CONTEXT_AVERAGE;
    return (window_a && (window_b || b->kind == AST_CONTEXT_FOR)) ||
           (moment_a && moment_b) ||
           (a->kind == b->kind &&
            (a->kind == AST_CONTEXT_FOR || a->kind == AST_CONTEXT_ON ||
             a->kind == AST_CONTEXT_IN_CURRENCY || a->kind == AST_CONTEXT_AS_OF));
}

static bool check_items(Resolver *r, const AstContexts *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        for (uint32_t k = i + 1; k < items->count; k++) {
            if (!contradicts(&items->item[i], &items->item[k]))
                continue;
            Diag *d =
                diag_error(r->sink, DIAG_CONTEXT_CONTRADICTS, items->item[k].span,
                           "this contradicts what stands before it in the bracket");
            bool ends_at = items->item[k].kind == AST_CONTEXT_FOR &&
                           items->item[i].kind != AST_CONTEXT_FOR;
            diag_help(r->sink, d,
                      ends_at
                          ? "the period stands first: `[for 2025-03, year to date]`"
                          : "keep one of the two; for both, show the measure twice");
            return false;
        }
    }
    return true;
}

static bool has_leaf(const Expr *expr)
{
    bool found = expr->kind == EXPR_LEAF;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = has_leaf(expr->arg[i]);
    return found;
}

/* What a measure is put at may be a plain number. */
static bool has_what_if(const Frame *frame)
{
    while (frame && !frame->what_if)
        frame = frame->outer;
    return frame != NULL;
}

/* All that the expression stands on is read in the frame, or an error says what not. */
static bool check_what_if(Resolver *r, const Expr *expr, const Frame *frame)
{
    const Measure *m = frame->what_if ? frame->what_if->measure : NULL;
    const Question *sub = m ? what_if_misses(expr, m, false) : NULL;
    const Source *made = m && !frame->makes_rows ? what_if_made_of(expr) : NULL;
    if (sub)
        what_if_report_missed(r, sub, m, frame->span);
    else if (made)
        diag_help(r->sink,
                  diag_error(r->sink, DIAG_WHAT_IF, frame->span,
                             "the rows of `%s` are made once, outside of the bracket, "
                             "with `%s` as it is",
                             made->origin.name, m->name),
                  "put it behind a question, `what if %s = ...`, or keep these rows as "
                  "they are: `let t = ...`",
                  m->name);
    return !sub && !made;
}

void bracket_report_base(Resolver *r, Span span)
{
    Diag *d = diag_error(r->sink, DIAG_BRACKET_ON_DIMENSION, span,
                         "a bracket changes the context of a measure; there is none in "
                         "front of it");
    diag_help(r->sink, d, "write `revenue[previous year]`");
}

bool bracket_scope(const ValueScope *scope, const AstExpr *ast, ValueScope *inner)
{
    Resolver *r = scope->qb->r;
    const AstContexts *items = &ast->as.bracket.items;
    *inner = *scope;
    if (!check_items(r, items))
        return false;
    for (uint32_t i = 0; i < items->count; i++) {
        Frame *frame = ARENA_NEW(r->arena, Frame);
        frame->outer = inner->frame;
        frame->span = items->item[i].span;
        if (!make_frame(inner, &items->item[i], frame))
            return false;
        inner->frame = frame;
    }
    inner->in_bracket = true;
    return true;
}

const Expr *bracket_expr(const ValueScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->qb->r;
    ValueScope inner;
    if (!bracket_scope(scope, ast, &inner))
        return NULL;
    const Expr *expr = value_expr(&inner, ast->as.bracket.base);
    for (const Frame *f = inner.frame; expr && f != scope->frame; f = f->outer) {
        if (!currency_check(scope, expr, f) || !check_what_if(r, expr, f))
            return NULL;
    }
    if (!expr || has_leaf(expr) || has_what_if(inner.frame))
        return expr;
    bracket_report_base(r, ast->span);
    return NULL;
}
