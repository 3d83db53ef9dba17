/* What was logged as rows that sources are made from. */
#include "runtime/session/log.h"
#include "runtime/session/system.h"

static const DriverColumn look_column[] = {
    {"id", {.kind = VALUE_NUMBER, .integer = true}, true, false},
    {"at", {.kind = VALUE_MOMENT}, true, false},
    DRIVER_KEY("who", VALUE_TEXT),
    DRIVER_KEY("kind", VALUE_TEXT),
    DRIVER_KEY("name", VALUE_TEXT),
    DRIVER_KEY("indicator", VALUE_TEXT),
    DRIVER_KEY("day", VALUE_DATE),
};

static const DriverColumn decision_column[] = {
    {"id", {.kind = VALUE_NUMBER, .integer = true}, true, false},
    {"at", {.kind = VALUE_MOMENT}, true, false},
    DRIVER_KEY("who", VALUE_TEXT),
    DRIVER_KEY("indicator", VALUE_TEXT),
    DRIVER_KEY("decision", VALUE_TEXT),
    DRIVER_KEY("owner", VALUE_TEXT),
    DRIVER_KEY("day", VALUE_DATE),
    DRIVER_KEY("due", VALUE_DATE),
};

static void add_entry(DriverTable *table, int64_t id, int64_t at)
{
    driver_cell(table, 0, look_column[0].type,
                (Value){.as.number = decimal_from_i64(id)});
    driver_cell(table, 1, look_column[1].type, (Value){.as.seconds = at});
}

static bool add_looks(Session *s, DriverTable *table)
{
    Journal journal;
    if (!log_read(s, &journal))
        return false;
    for (size_t i = 0; i < journal.n_look; i++) {
        const JournalLook *look = &journal.look[i];
        add_entry(table, look->id, look->at);
        driver_text(table, 2, look->who);
        driver_text(table, 3, look->kind);
        driver_text(table, 4, look->name);
        driver_text(table, 5, look->indicator);
        driver_day(table, 6, look->day);
    }
    return true;
}

const SystemTable system_looks = {.name = "koers_log",
                                  .column = look_column,
                                  .n_column = COUNT_OF(look_column),
                                  .add_rows = add_looks};

static bool add_decisions(Session *s, DriverTable *table)
{
    Journal journal;
    if (!log_read(s, &journal))
        return false;
    for (size_t i = 0; i < journal.n_decision; i++) {
        const JournalDecision *one = &journal.decision[i];
        add_entry(table, one->id, one->at);
        driver_text(table, 2, one->who);
        driver_text(table, 3, one->indicator);
        driver_text(table, 4, one->decision);
        driver_text(table, 5, one->owner);
        driver_day(table, 6, one->day);
        driver_day(table, 7, one->due);
    }
    return true;
}

const SystemTable system_decisions = {.name = "koers_decisions",
                                      .column = decision_column,
                                      .n_column = COUNT_OF(decision_column),
                                      .add_rows = add_decisions};
