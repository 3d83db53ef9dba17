/* The holidays of the calendar that is set: written days, or those of a table, which is
   read for each statement that counts working days. */
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

#include <stdlib.h>

typedef struct {
    Resolver *r;
    Day *day;
    size_t n, cap;
} Reading;

static void add_day(Reading *reading, Day day)
{
    if (civil_weekday(day) <= 5)
        ARENA_PUSH(reading->r->arena, reading->day, reading->n, reading->cap, day);
}

static void add_row(void *self, const Value *value)
{
    if (!value[0].empty)
        add_day(self, value[0].as.day);
}

static void add_moment(void *self, const Value *value)
{
    if (!value[0].empty)
        add_day(self, civil_day_of(value[0].as.seconds));
}

static bool read_written(Reading *reading, const AstExprs *days)
{
    for (uint32_t i = 0; i < days->count; i++) {
        DayRange range;
        if (!resolve_period(reading->r, days->item[i], &range))
            return false;
        for (Day day = range.lo; day < range.hi; day++)
            add_day(reading, day);
    }
    return true;
}

static bool read_table(Reading *reading, const AstTableRoles *from)
{
    Resolver *r = reading->r;
    AstName table = from->table.item[from->table.count - 1];
    const AstPath *role = &from->roles.item[0];
    Source *source = ARENA_NEW(r->arena, Source);
    source->name = table.text;
    source->index = UINT32_MAX;
    source->origin.name = table.text;
    if (!r->catalog->columns(r->catalog->self, source, table.span))
        return false;
    const Expr *found = define_column(r, source, role->item[role->count - 1]);
    if (!found)
        return false;
    bool is_moment = found->type.kind == VALUE_MOMENT;
    if (!is_moment && found->type.kind != VALUE_DATE && !found->type.empty_only) {
        diag_error(r->sink, DIAG_CALENDAR, role->span, "holidays are days, not %s",
                   type_text(r->arena, found->type));
        return false;
    }
    uint32_t column[] = {found->as.column.column, found->as.column.column};
    ColumnPair pair = {source, column, from->table.span};
    return r->catalog->rows(r->catalog->self, &pair, is_moment ? add_moment : add_row,
                            reading);
}

static int compare_days(const void *a, const void *b)
{
    Day x = *(const Day *)a;
    Day y = *(const Day *)b;
    return (x > y) - (x < y);
}

static bool read_items(Reading *reading, const AstCalendarItems *items)
{
    bool ok = true;
    for (uint32_t i = 0; i < items->count && ok; i++) {
        const AstCalendarItem *item = &items->item[i];
        if (item->kind == AST_CALENDAR_HOLIDAYS && item->from)
            ok = read_table(reading, item->from);
        else if (item->kind == AST_CALENDAR_HOLIDAYS)
            ok = read_written(reading, &item->days);
    }
    return ok;
}

bool days_off_of(Resolver *r, const DaysOff **off)
{
    Reading reading = {.r = r};
    DaysOff *res;
    size_t n = 0;
    *off = r->days_off;
    if (*off || !r->calendar)
        return true;
    if (!read_items(&reading, &r->calendar->ast->as.calendar.items))
        return false;
    if (reading.n)
        qsort(reading.day, reading.n, sizeof *reading.day, compare_days);
    for (size_t i = 0; i < reading.n; i++) {
        if (!n || reading.day[n - 1] != reading.day[i])
            reading.day[n++] = reading.day[i];
    }
    res = ARENA_NEW(r->arena, DaysOff);
    *res = (DaysOff){reading.day, n};
    *off = r->days_off = res;
    return true;
}
