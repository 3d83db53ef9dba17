/* What a source is kept by, and what would split it: time units finer than the one of
   its axis, and periods that begin or end inside one of its own. */
#include "runtime/resolve/scope.h"

#include <string.h>

/* What a key column stands for: the entity it joins, the unit of its axis, itself. */
static const char *key_text(const Resolver *r, const Source *source, const Expr *key)
{
    for (size_t i = 0; i < source->n_join; i++) {
        const Join *join = source->join[i];
        if (join->n_on == 1 && join->on[0] == key && join->target->entity)
            return join->is_role ? join->role : join->target->entity->name;
    }
    for (size_t i = 0; i < source->n_axis; i++) {
        const Axis *axis = source->axis[i];
        if (axis->value == key)
            return axis->has_unit ? period_unit_text(r, axis->unit) : axis->name;
    }
    return key->kind == EXPR_COLUMN ? source->column[key->as.column.column].name : "?";
}

const char *kept_by(const Resolver *r, const Source *source)
{
    const char *text = source->entity ? source->entity->name : NULL;
    for (size_t i = 0; i < source->n_key && !source->entity; i++) {
        const char *key = key_text(r, source, source->key[i]);
        const char *between = i + 1 < source->n_key ? ", " : " and ";
        text = text ? arena_printf(r->arena, "%s%s%s", text, between, key) : key;
    }
    return text;
}

void kept_report_no_axis(Resolver *r, const AstExpr *key, const Source *source,
                         PeriodUnit unit)
{
    diag_error(r->sink, DIAG_NO_AXIS, key->span,
               "`%s` has no time axis, so `%s` does not reach it", source->name,
               period_unit_text(r, unit));
}

/* "customer and quarter", or the unit alone. */
static const char *kept_text(Resolver *r, const Source *source, const Axis *axis)
{
    const char *text = kept_by(r, source);
    return text ? text : period_unit_text(r, axis->unit);
}

/* What is kept per quarter is not split into months. */
static bool check_unit(Resolver *r, const AstExpr *key, const Source *source,
                       const Axis *axis)
{
    PeriodUnit unit;
    if (!leaf_is_time_unit(r, key, &unit))
        return true;
    if (!axis) {
        kept_report_no_axis(r, key, source, unit);
        return false;
    }
    if (!axis->has_unit || calendar_nests(axis->unit, unit))
        return true;
    Diag *d = diag_error(r->sink, DIAG_UNIT_TOO_FINE, key->span,
                         "`%s` is kept per %s; `%s` would split that", source->name,
                         kept_text(r, source, axis), period_unit_text(r, unit));
    diag_help(r->sink, d,
              "ask for whole periods, `by %s`, or declare in the measure how it may be "
              "split: `spread over days`",
              period_unit_text(r, axis->unit));
    return false;
}

bool leaf_check_units(Resolver *r, const AstExpr *const *key, size_t n,
                      const Source *source, const Axis *axis)
{
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        ok &= check_unit(r, key[i], source, axis);
    return ok;
}

/* The whole periods of `unit` that `days` touches. */
static DayRange widened(PeriodUnit unit, DayRange days)
{
    int32_t first = calendar_period_of(unit, days.lo);
    int32_t last = calendar_period_of(unit, days.hi - 1);
    return (DayRange){calendar_range(unit, first).lo, calendar_range(unit, last).hi};
}

/* As it is written: 2025-Q3, fiscal 2025-Q3. */
static void add_period(Resolver *r, StrBuf *sb, PeriodUnit unit, int32_t ordinal)
{
    const char *name = model_calendar_name(r->model, unit);
    StrBuf text;
    strbuf_init(&text);
    calendar_print(&text, unit, ordinal);
    const char *at = text.text;
    if (name) {
        strbuf_addf(sb, "%s ", name);
        at += strlen("FY");
    }
    for (; *at; at++) {
        if (*at != 'P')
            strbuf_addc(sb, *at);
    }
    strbuf_release(&text);
}

/* `days` begin and end with periods of the axis, or that is reported. */
static bool check_days(Resolver *r, Span span, const Source *source, const Axis *axis,
                       DayRange days)
{
    if (days.hi == DAY_FAR_AHEAD)
        return true;
    DayRange whole = widened(axis->unit, days);
    if (whole.lo == days.lo && whole.hi == days.hi)
        return true;
    StrBuf sb;
    strbuf_init(&sb);
    int32_t first = calendar_period_of(axis->unit, whole.lo);
    int32_t last = calendar_period_of(axis->unit, whole.hi - 1);
    add_period(r, &sb, axis->unit, first);
    if (last != first) {
        strbuf_adds(&sb, " .. ");
        add_period(r, &sb, axis->unit, last);
    }
    Diag *d = diag_error(r->sink, DIAG_UNIT_TOO_FINE, span,
                         "`%s` is kept per %s; this period would split one",
                         source->name, kept_text(r, source, axis));
    diag_help(r->sink, d, "ask for whole periods: `for %s`", sb.text);
    strbuf_release(&sb);
    return false;
}

static int32_t months_of(PeriodUnit unit)
{
    static const int32_t months[PERIOD_YEAR + 1] = {[PERIOD_MONTH] = 1,
                                                    [PERIOD_QUARTER] = 3,
                                                    [PERIOD_HALF] = 6,
                                                    [PERIOD_YEAR] = 12};
    return months[calendar_base(unit)];
}

/* Does a step of a bracket move or cut by whole periods of the axis? */
static bool is_whole_step(const Axis *axis, const TimeStep *step)
{
    int32_t months = months_of(axis->unit);
    bool counts = step->op == TIME_SHIFT || step->op == TIME_ROLLING;
    if (step->op == TIME_SINCE || step->op == TIME_FOR ||
        calendar_nests(axis->unit, step->unit))
        return true;
    bool same = calendar_sibling(axis->unit, PERIOD_YEAR) ==
                calendar_sibling(step->unit, PERIOD_YEAR);
    bool civil = calendar_nests(PERIOD_MONTH, axis->unit) &&
                 calendar_nests(PERIOD_MONTH, step->unit);
    return counts && (same || civil) && months && months_of(step->unit) &&
           step->n * months_of(step->unit) % months == 0;
}

bool kept_check_days(const ValueScope *scope, Span span, const Source *source,
                     const Context *context)
{
    const QuestionBuilder *qb = scope->qb;
    const Axis *axis = context->axis;
    if (!axis || !axis->has_unit)
        return true;
    if (qb->q->has_for &&
        !check_days(qb->r, qb->q->shown_span, source, axis, qb->q->shown))
        return false;
    for (const Frame *f = scope->frame; f && !f->is_grain; f = f->outer)
        span = f->step ? f->span : span;
    for (size_t i = 0; i < context->n_step; i++) {
        const TimeStep *step = &context->step[i];
        if (step->op == TIME_FOR && !check_days(qb->r, span, source, axis, step->range))
            return false;
        if (is_whole_step(axis, step))
            continue;
        Diag *d = diag_error(qb->r->sink, DIAG_UNIT_TOO_FINE, span,
                             "`%s` is kept per %s; a bracket by %s would split that",
                             source->name, kept_text(qb->r, source, axis),
                             period_unit_text(qb->r, step->unit));
        diag_help(qb->r->sink, d, "name whole periods: `previous %s`",
                  period_unit_text(qb->r, axis->unit));
        return false;
    }
    return true;
}

bool kept_check_call(const RowScope *scope, const AstExpr *call)
{
    AstUnit unit;
    Reach found;
    Resolver *r = scope->r;
    const AstArgs *args = &call->as.call.args;
    if (args->count != 1 || !ast_name_unit(call->as.call.function, &unit) ||
        args->item[0].value->kind != AST_EXPR_PATH)
        return true;
    DiagHush hush = diag_hush(r->sink);
    bool is_one = reach_path(scope, &args->item[0].value->as.path, &found) == REACH_ONE;
    diag_unhush(r->sink, hush);
    if (!is_one || !found.axis || !found.axis->has_unit ||
        calendar_nests(found.axis->unit, period_unit(r, unit)))
        return true;
    const char *own = calendar_unit_name(found.axis->unit);
    Diag *d = diag_error(r->sink, DIAG_UNIT_TOO_FINE, call->span,
                         "`%s` knows the %s only, not the %s in it", found.axis->name,
                         own, ast_unit_text(unit));
    diag_help(r->sink, d,
              "write `%s(%s)`; a measure that is spread is asked for `by %s`", own,
              found.axis->name, ast_unit_text(unit));
    return false;
}
