/* Periods as written (2025-Q3, last 4 quarters, year to date, ranges) to days.
   Relative ones hang on the resolver's today; `last N` means complete periods. */
#include "runtime/resolve/resolve.h"

#include "runtime/resolve/scope.h"

bool period_is_all_time(const Resolver *r, const AstExpr *ast)
{
    const Variable *var = ast->kind == AST_EXPR_PARAMETER
                              ? resolve_find_variable(r, ast->as.parameter.text)
                              : NULL;
    return (var && var->value ? var->value : ast)->kind == AST_EXPR_ALL_TIME;
}

PeriodBase period_base(AstUnit unit)
{
    switch (unit) {
    case AST_UNIT_DAY:
        return PERIOD_DAY;
    case AST_UNIT_WEEK:
        return PERIOD_WEEK;
    case AST_UNIT_MONTH:
        return PERIOD_MONTH;
    case AST_UNIT_QUARTER:
        return PERIOD_QUARTER;
    case AST_UNIT_HALF:
        return PERIOD_HALF;
    case AST_UNIT_YEAR:
        return PERIOD_YEAR;
    }
    UNREACHABLE("time unit");
}

int32_t period_literal(const AstPeriod *p)
{
    switch (p->unit) {
    case AST_UNIT_DAY:
        return calendar_period_of(PERIOD_DAY, civil_to_day(p->year, p->part, p->day));
    case AST_UNIT_WEEK:
        return calendar_period_of(PERIOD_WEEK, civil_iso_week_start(p->year, p->part));
    case AST_UNIT_MONTH:
        return calendar_period_of(PERIOD_MONTH, civil_to_day(p->year, p->part, 1));
    case AST_UNIT_QUARTER:
        return calendar_period_of(PERIOD_QUARTER,
                                  civil_to_day(p->year, 3 * p->part - 2, 1));
    case AST_UNIT_HALF:
        return calendar_period_of(PERIOD_HALF,
                                  civil_to_day(p->year, 6 * p->part - 5, 1));
    case AST_UNIT_YEAR:
        return calendar_period_of(PERIOD_YEAR, civil_to_day(p->year, 1, 1));
    }
    UNREACHABLE("time unit");
}

static const Calendar *set_calendar(const Resolver *r)
{
    return r->calendar ? &r->calendar->rule : NULL;
}

PeriodUnit period_unit(const Resolver *r, AstUnit unit)
{
    return calendar_unit(set_calendar(r), period_base(unit));
}

bool period_calendar_unit(Resolver *r, const AstCalendarUnit *ast, PeriodUnit *unit)
{
    const Calendar *calendar = set_calendar(r);
    if (ast->working) {
        diag_error(r->sink, DIAG_BAD_PERIOD, ast->span, "working days are no period");
        return false;
    }
    if (ast->calendar.text && !resolve_find_calendar(r, ast->calendar, &calendar))
        return false;
    *unit = calendar_unit(calendar, period_base(ast->unit));
    return true;
}

bool period_of_calendar(Resolver *r, const AstExpr *ast, PeriodUnit *unit,
                        int32_t *ordinal)
{
    const AstPeriod *p = &ast->as.calendar_period.period;
    AstName name = ast->as.calendar_period.calendar;
    const Calendar *calendar;
    if (!resolve_find_calendar(r, name, &calendar))
        return false;
    *unit = calendar_unit(calendar, period_base(p->unit));
    bool borrowed =
        calendar && calendar_base(*unit) == PERIOD_WEEK && calendar_is_civil(*unit);
    if (*unit == PERIOD_DAY) {
        *ordinal = civil_to_day(p->year, p->part, p->day);
        return true;
    }
    if (!borrowed && calendar_part_of_year(*unit, p->year, p->part, ordinal))
        return true;
    Diag *d = diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                         "the year %d of `%s` has no such %s", p->year, name.text,
                         calendar_unit_name(*unit));
    if (borrowed)
        diag_help(r->sink, d, "weeks are ISO weeks in a calendar of months: %d-W%02d",
                  p->year, p->part);
    return false;
}

/* What a parameter stands for. */
static const AstExpr *written(const Resolver *r, const AstExpr *ast)
{
    for (int depth = 0; ast->kind == AST_EXPR_PARAMETER && depth < 16; depth++) {
        const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
        if (!var || !var->value)
            break;
        ast = var->value;
    }
    return ast;
}

PeriodUnit period_year(Resolver *r, const AstExpr *ast)
{
    const Calendar *calendar = set_calendar(r);
    AstName name = {.text = NULL};
    ast = written(r, ast);
    while (ast->kind == AST_EXPR_RANGE)
        ast = written(r, ast->as.range.low);
    if (ast->kind == AST_EXPR_CALENDAR_PERIOD)
        name = ast->as.calendar_period.calendar;
    else if (ast->kind == AST_EXPR_RELATIVE && ast->as.relative.has_unit)
        name = ast->as.relative.unit.calendar;
    DiagHush hush = diag_hush(r->sink);
    if (name.text)
        resolve_find_calendar(r, name, &calendar);
    diag_unhush(r->sink, hush);
    return calendar_unit(calendar, PERIOD_YEAR);
}

void period_print(Resolver *r, const AstExpr *ast, DayRange days, StrBuf *sb)
{
    const AstExpr *first = written(r, ast);
    while (first->kind == AST_EXPR_RANGE)
        first = written(r, first->as.range.low);
    calendar_print_days_of(
        sb, days, first->kind == AST_EXPR_PERIOD ? PERIOD_YEAR : period_year(r, ast));
}

bool period_is_weeks(const Resolver *r, const AstExpr *ast)
{
    ast = written(r, ast);
    if (ast->kind == AST_EXPR_RANGE)
        return period_is_weeks(r, ast->as.range.low) &&
               period_is_weeks(r, ast->as.range.high);
    if (ast->kind == AST_EXPR_RELATIVE) {
        const AstRelative *rel = &ast->as.relative;
        return rel->has_unit && rel->kind != AST_RELATIVE_TO_DATE &&
               !rel->unit.calendar.text &&
               period_unit(r, rel->unit.unit) == PERIOD_WEEK;
    }
    return ast->kind == AST_EXPR_PERIOD && ast->as.period.unit == AST_UNIT_WEEK;
}

const char *period_unit_text(const Resolver *r, PeriodUnit unit)
{
    const char *name = model_calendar_name(r->model, unit);
    const char *base = calendar_unit_name(unit);
    return name ? arena_printf(r->arena, "%s %s", name, base) : base;
}

/* Periods first..last of `unit`. */
static DayRange span_of(PeriodUnit unit, int32_t first, int32_t last)
{
    DayRange range = {calendar_range(unit, first).lo, calendar_range(unit, last).hi};
    return range;
}

enum { HOW_MANY_MAX = 1000000 };

bool period_how_many(Resolver *r, const AstHowMany *ast, uint32_t *n)
{
    AstExpr parameter = {.kind = AST_EXPR_PARAMETER, .span = ast->parameter.span};
    Type type;
    Value value;
    int64_t count;
    *n = (uint32_t)ast->count;
    if (!ast->parameter.text)
        return true;
    parameter.as.parameter = ast->parameter;
    if (!resolve_constant(r, &parameter, &type, &value))
        return false;
    if (type.kind == VALUE_NUMBER && !value.empty &&
        decimal_to_i64(value.as.number, &count) && count >= 0 &&
        count <= HOW_MANY_MAX) {
        *n = (uint32_t)count;
        return true;
    }
    diag_error(r->sink, DIAG_TYPE, parameter.span,
               "a whole number from 0 to %d is wanted here", HOW_MANY_MAX);
    return false;
}

/* How many periods: at least one, and `previous N` is no run of them. */
static bool check_count(Resolver *r, const AstExpr *ast, uint32_t count)
{
    const AstRelative *rel = &ast->as.relative;
    const char *unit = ast_unit_text(rel->unit.unit);
    if (!count) {
        diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                   "no %s at all is no period; the number is 1 or more", unit);
        return false;
    }
    if (rel->kind != AST_RELATIVE_PREVIOUS || count == 1)
        return true;
    Diag *d = diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                         "`previous %u %ss` is one %s, that many back; it is no run of "
                         "them",
                         (unsigned)count, unit, unit);
    diag_help(r->sink, d, "write `last %u %ss`", (unsigned)count, unit);
    return false;
}

static bool relative_period(Resolver *r, const AstExpr *ast, DayRange *days)
{
    const AstRelative *rel = &ast->as.relative;
    if (!rel->has_unit) {
        diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                   "this period names no unit, and no line gives it one");
        return false;
    }
    PeriodUnit unit;
    if (!period_calendar_unit(r, &rel->unit, &unit))
        return false;
    uint32_t count;
    if (!period_how_many(r, &rel->n, &count) || !check_count(r, ast, count))
        return false;
    int32_t now = calendar_period_of(unit, r->today);
    int32_t n = (int32_t)count;
    switch (rel->kind) {
    case AST_RELATIVE_THIS:
        *days = span_of(unit, now, now);
        return true;
    case AST_RELATIVE_PREVIOUS:
        *days = span_of(unit, now - n, now - n);
        return true;
    case AST_RELATIVE_LAST:
        *days = span_of(unit, now - n, now - 1);
        return true;
    case AST_RELATIVE_NEXT:
        *days = span_of(unit, now + 1, now + n);
        return true;
    case AST_RELATIVE_TO_DATE:
        days->lo = calendar_range(unit, now).lo;
        days->hi = r->today + 1;
        return true;
    case AST_RELATIVE_PREVIOUS_PERIOD:
        break;
    }
    diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
               "`previous period` needs a line with a period");
    return false;
}

/* A word that is no value: yesterday. */
static bool is_no_period(Resolver *r, const AstExpr *ast)
{
    Type type;
    Value value;
    if (ast->kind != AST_EXPR_PATH)
        return false;
    DiagHush hush = diag_hush(r->sink);
    bool known = resolve_constant(r, ast, &type, &value);
    diag_unhush(r->sink, hush);
    if (known)
        return false;
    Diag *d = diag_error(r->sink, DIAG_BAD_PERIOD, ast->span, "there is no period `%s`",
                         ast->as.path.item[ast->as.path.count - 1].text);
    diag_help(r->sink, d,
              "periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, "
              "`year to date`, `today`; yesterday is `today - 1`");
    return true;
}

/* A constant date, moment or period. */
static bool days_of_constant(Resolver *r, const AstExpr *ast, DayRange *days)
{
    Type type;
    Value value;
    if (is_no_period(r, ast))
        return false;
    if (!resolve_constant(r, ast, &type, &value))
        return false;
    if (!value.empty && type.kind == VALUE_DATE) {
        days->lo = value.as.day;
        days->hi = value.as.day + 1;
        return true;
    }
    if (!value.empty && type.kind == VALUE_PERIOD) {
        *days = calendar_range(type.period, value.as.period);
        return true;
    }
    diag_error(r->sink, DIAG_BAD_PERIOD, ast->span, "expected a period, found %s",
               type_text(r->arena, type));
    return false;
}

static bool number_period(Resolver *r, const AstExpr *ast, DayRange *days)
{
    int64_t year;
    if (!decimal_to_i64(ast->as.number, &year) || year < 1000 || year > 2999) {
        diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                   "expected a period; a year has four digits, 1000 to 2999");
        return false;
    }
    *days = calendar_range(
        PERIOD_YEAR, calendar_period_of(PERIOD_YEAR, civil_to_day((int)year, 1, 1)));
    return true;
}

static bool range_period(Resolver *r, const AstExpr *ast, DayRange *days)
{
    DayRange low, high;
    if (!resolve_period(r, ast->as.range.low, &low) ||
        !resolve_period(r, ast->as.range.high, &high))
        return false;
    if (high.hi <= low.lo) {
        diag_error(r->sink, DIAG_BAD_PERIOD, ast->span,
                   "this range ends before it begins");
        return false;
    }
    days->lo = low.lo;
    days->hi = high.hi;
    return true;
}

bool resolve_period(Resolver *r, const AstExpr *ast, DayRange *days)
{
    if (ast->kind == AST_EXPR_PARAMETER) {
        const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
        if (var && var->value)
            return resolve_period(r, var->value, days);
    }
    if (ast->kind == AST_EXPR_PERIOD) {
        *days = calendar_range(period_base(ast->as.period.unit),
                               period_literal(&ast->as.period));
        return true;
    }
    if (ast->kind == AST_EXPR_CALENDAR_PERIOD) {
        PeriodUnit unit;
        int32_t ordinal;
        if (!period_of_calendar(r, ast, &unit, &ordinal))
            return false;
        *days = calendar_range(unit, ordinal);
        return true;
    }
    if (ast->kind == AST_EXPR_NUMBER)
        return number_period(r, ast, days);
    if (ast->kind == AST_EXPR_RELATIVE)
        return relative_period(r, ast, days);
    if (ast->kind == AST_EXPR_RANGE)
        return range_period(r, ast, days);
    return days_of_constant(r, ast, days);
}
