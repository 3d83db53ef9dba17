/* What was logged as rows that sources are made from. */
#include "runtime/base/ascii.h"
#include "runtime/session/driver.h"
#include "runtime/session/log.h"

static const char looks_name[] = "koers_log", decisions_name[] = "koers_decisions";

#define TEXT_COLUMN(name)                                                              \
    {                                                                                  \
        name, {.kind = VALUE_TEXT}, true, false                                        \
    }
#define DAY_COLUMN(name)                                                               \
    {                                                                                  \
        name, {.kind = VALUE_DATE}, true, false                                        \
    }

static const DriverColumn look_column[] = {
    {"id", {.kind = VALUE_NUMBER, .integer = true}, true, false},
    {"at", {.kind = VALUE_MOMENT}, true, false},
    TEXT_COLUMN("who"),
    TEXT_COLUMN("kind"),
    TEXT_COLUMN("name"),
    TEXT_COLUMN("indicator"),
    DAY_COLUMN("day"),
};

static const DriverColumn decision_column[] = {
    {"id", {.kind = VALUE_NUMBER, .integer = true}, true, false},
    {"at", {.kind = VALUE_MOMENT}, true, false},
    TEXT_COLUMN("who"),
    TEXT_COLUMN("indicator"),
    TEXT_COLUMN("decision"),
    TEXT_COLUMN("owner"),
    DAY_COLUMN("day"),
    DAY_COLUMN("due"),
};

bool log_is_table(const char *name)
{
    return ascii_same(name, looks_name) || ascii_same(name, decisions_name);
}

static void add_text(DriverTable *table, size_t column, const char *text)
{
    if (*text)
        driver_text(table, column, text);
    else
        driver_cell(table, column, (Type){.kind = VALUE_TEXT}, (Value){.empty = true});
}

static void add_day(DriverTable *table, size_t column, Day day)
{
    driver_cell(table, column, (Type){.kind = VALUE_DATE},
                (Value){.empty = day == DAY_NONE, .as.day = day});
}

static void add_entry(DriverTable *table, int64_t id, int64_t at)
{
    driver_cell(table, 0, look_column[0].type,
                (Value){.as.number = decimal_from_i64(id)});
    driver_cell(table, 1, look_column[1].type, (Value){.as.seconds = at});
}

static void add_looks(DriverTable *table, const Journal *journal)
{
    for (size_t i = 0; i < journal->n_look; i++) {
        const JournalLook *look = &journal->look[i];
        add_entry(table, look->id, look->at);
        add_text(table, 2, look->who);
        add_text(table, 3, look->kind);
        add_text(table, 4, look->name);
        add_text(table, 5, look->indicator);
        add_day(table, 6, look->day);
    }
}

static void add_decisions(DriverTable *table, const Journal *journal)
{
    for (size_t i = 0; i < journal->n_decision; i++) {
        const JournalDecision *one = &journal->decision[i];
        add_entry(table, one->id, one->at);
        add_text(table, 2, one->who);
        add_text(table, 3, one->indicator);
        add_text(table, 4, one->decision);
        add_text(table, 5, one->owner);
        add_day(table, 6, one->day);
        add_day(table, 7, one->due);
    }
}

Result *log_table(Session *s, const char *name)
{
    Journal journal;
    DriverTable table;
    if (!log_read(s, &journal))
        return NULL;
    if (ascii_same(name, looks_name)) {
        driver_begin(&table, look_column, COUNT_OF(look_column), journal.n_look);
        add_looks(&table, &journal);
    } else {
        driver_begin(&table, decision_column, COUNT_OF(decision_column),
                     journal.n_decision);
        add_decisions(&table, &journal);
    }
    return driver_finish(&table);
}
