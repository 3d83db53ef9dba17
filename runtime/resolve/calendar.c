/* calendar fiscal { year starts april }: a name for the rules of its years. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

static const char *const months[] = {"january",   "february", "march",    "april",
                                     "may",       "june",     "july",     "august",
                                     "september", "october",  "november", "december"};
static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};

static bool report(Resolver *r, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(r->sink, DIAG_CALENDAR, span, "%s", what);
    if (help)
        diag_help(r->sink, d, "%s", help);
    return false;
}

/* Number of a word, from 1. */
static bool find_word(Resolver *r, AstName name, const char *const *word, size_t n,
                      int *res)
{
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < n; i++) {
        *res = (int)i + 1;
        if (ascii_same(word[i], name.text))
            return true;
        suggest_offer(&suggest, word[i]);
    }
    Diag *d = diag_error(r->sink, DIAG_CALENDAR, name.span, "`%s` is no %s", name.text,
                         n == COUNT_OF(months) ? "month" : "day of the week");
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    return false;
}

static bool read_pattern(Resolver *r, const AstCalendarItem *item, Calendar *calendar)
{
    static const uint32_t known[][3] = {{4, 4, 5}, {4, 5, 4}, {5, 4, 4}};
    calendar->has_weeks = true;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        calendar->pattern = (WeeksPattern)i;
        if (item->unit == AST_UNIT_WEEK && item->number[0] == known[i][0] &&
            item->number[1] == known[i][1] && item->number[2] == known[i][2])
            return true;
    }
    return report(r, item->span, "the months of a quarter have 13 weeks together",
                  "write `weeks 4-4-5`, `weeks 4-5-4` or `weeks 5-4-4`");
}

static bool read_compares(Resolver *r, const AstCalendarItem *item, Calendar *calendar)
{
    uint32_t with = item->number[1];
    calendar->goes_on = with == 1;
    if (item->unit == AST_UNIT_WEEK && item->other_unit == AST_UNIT_WEEK &&
        item->number[0] == 53 && (with == 1 || with == 52))
        return true;
    return report(r, item->span, "it is week 53 that other years do not have",
                  "write `week 53 compares with week 1`, or with week 52");
}

static bool read_item(Resolver *r, const AstCalendarItem *item, Calendar *calendar)
{
    switch (item->kind) {
    case AST_CALENDAR_STARTS:
    case AST_CALENDAR_ENDS:
        if (item->unit != AST_UNIT_YEAR)
            return report(r, item->span, "a calendar says where its years begin or end",
                          "write `year starts april`");
        calendar->nearest = item->nearest;
        return find_word(r, item->name, months, COUNT_OF(months), &calendar->month) &&
               (item->kind == AST_CALENDAR_STARTS ||
                find_word(r, item->weekday, weekdays, COUNT_OF(weekdays),
                          &calendar->weekday));
    case AST_CALENDAR_NAMED:
        calendar->named_by_start = ascii_same(item->name.text, "start");
        if (item->unit == AST_UNIT_YEAR &&
            (calendar->named_by_start || ascii_same(item->name.text, "end")))
            return true;
        return report(r, item->span, "a year is named by its start or by its end",
                      "write `year named by start`");
    case AST_CALENDAR_PATTERN:
        return read_pattern(r, item, calendar);
    case AST_CALENDAR_COMPARES:
        return read_compares(r, item, calendar);
    case AST_CALENDAR_HOLIDAYS:
        if (!item->from || item->from->roles.count == 1)
            return true;
        return report(r, item->from->table.span, "holidays have one column",
                      "write `holidays from table closed (day)`");
    }
    UNREACHABLE("calendar item");
}

/* What a definition says, and that it says it once. */
typedef struct {
    bool says[AST_CALENDAR_HOLIDAYS + 1];
    Calendar rule;
} Reading;

static bool read_items(Resolver *r, const AstCalendarItems *items, Reading *reading)
{
    bool ok = true;
    for (uint32_t i = 0; i < items->count; i++) {
        const AstCalendarItem *item = &items->item[i];
        if (reading->says[item->kind] && item->kind != AST_CALENDAR_HOLIDAYS)
            ok = report(r, item->span, "a calendar says this once", NULL);
        reading->says[item->kind] = true;
        ok = read_item(r, item, &reading->rule) && ok;
    }
    return ok;
}

/* Civil months from a month on, or weeks up to a weekday at the end of one. */
static bool check_whole(Resolver *r, const Reading *reading, AstName name)
{
    static const char *const weeks_help =
        "write `weeks 4-4-5 year ends last saturday of january`";
    bool starts = reading->says[AST_CALENDAR_STARTS];
    bool ends = reading->says[AST_CALENDAR_ENDS];
    bool weeks = reading->says[AST_CALENDAR_PATTERN];
    if (!starts && !ends && !weeks && reading->says[AST_CALENDAR_HOLIDAYS])
        return true;
    if (!starts && !ends)
        return report(r, name.span, "a calendar says where its years begin or end",
                      weeks ? weeks_help : "write `year starts april`");
    if (starts && (ends || weeks))
        return report(r, name.span,
                      "a year of weeks ends on a weekday and starts in no month",
                      weeks_help);
    if (ends && !weeks)
        return report(r, name.span, "a year that ends on a weekday is made of weeks",
                      weeks_help);
    if (reading->says[AST_CALENDAR_COMPARES] && !weeks)
        return report(r, name.span, "a calendar of months has no weeks of its own",
                      NULL);
    return true;
}

static bool is_more_than_holidays(const Reading *reading)
{
    return reading->says[AST_CALENDAR_STARTS] || reading->says[AST_CALENDAR_ENDS];
}

bool resolve_calendar(Resolver *r, const AstStmt *stmt)
{
    AstName name = stmt->as.calendar.name;
    Model *model = r->model;
    Reading reading = {.rule.month = 1};
    const NamedCalendar *old = model_find_calendar(model, name.text);
    if (old) {
        diag_error(r->sink, DIAG_DUPLICATE_NAME, name.span,
                   "`%s` is declared already, as a calendar", name.text);
        return false;
    }
    if (!read_items(r, &stmt->as.calendar.items, &reading) ||
        !check_whole(r, &reading, name))
        return false;
    if (ascii_same(name.text, "civil") && is_more_than_holidays(&reading))
        return report(r, name.span, "`civil` is the calendar that is there already",
                      "say only its holidays, or give this one another name");
    NamedCalendar named = {name.text, reading.rule, stmt, name.span};
    ARENA_PUSH(r->arena, model->calendar, model->n_calendar, model->cap_calendar,
               named);
    return true;
}

bool resolve_find_calendar(Resolver *r, AstName name, const Calendar **calendar)
{
    *calendar = NULL;
    if (ascii_same(name.text, "civil"))
        return true;
    const NamedCalendar *named = model_find_calendar(r->model, name.text);
    if (named) {
        *calendar = &named->rule;
        return true;
    }
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < r->model->n_calendar; i++)
        suggest_offer(&suggest, r->model->calendar[i].name);
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_NAME, name.span,
                         "there is no calendar `%s`", name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(r->sink, d, "declare it: `calendar %s { year starts april }`",
                  name.text);
    return false;
}

void steering_as_declared(Resolver *r)
{
    r->currency = NULL;
    if (!r->calendar || !r->calendar->rule.has_weeks)
        return;
    NamedCalendar *civil = arena_memdup(r->arena, r->calendar, sizeof *civil);
    civil->rule = (Calendar){.month = 1};
    r->calendar = civil;
}
