/* koers_indicators: how each indicator stood in the periods that are over. */
#include "runtime/session/check_steering.h"
#include "runtime/session/system.h"

enum {
    COLUMN_INDICATOR,
    COLUMN_TITLE,
    COLUMN_LEVEL,
    COLUMN_OWNER,
    COLUMN_AUDIENCE,
    COLUMN_RHYTHM,
    COLUMN_PERIOD,
    COLUMN_STARTS_ON,
    COLUMN_ENDS_ON,
    COLUMN_VALUE,
    COLUMN_UNIT,
    COLUMN_TARGET,
    COLUMN_DIRECTION,
    COLUMN_STATUS,
    COLUMN_REASON,
    COLUMN_COUNT
};

#define TEXT_COLUMN(name)                                                              \
    {                                                                                  \
        name, {.kind = VALUE_TEXT}, true, false                                        \
    }
#define NUMBER_COLUMN(name)                                                            \
    {                                                                                  \
        name, {.kind = VALUE_NUMBER}, false, false                                     \
    }
#define DAY_COLUMN(name)                                                               \
    {                                                                                  \
        name, {.kind = VALUE_DATE}, true, false                                        \
    }

static const DriverColumn column[COLUMN_COUNT] = {
    [COLUMN_INDICATOR] = TEXT_COLUMN("indicator"),
    [COLUMN_TITLE] = TEXT_COLUMN("title"),
    [COLUMN_LEVEL] = TEXT_COLUMN("level"),
    [COLUMN_OWNER] = TEXT_COLUMN("owner"),
    [COLUMN_AUDIENCE] = TEXT_COLUMN("audience"),
    [COLUMN_RHYTHM] = TEXT_COLUMN("rhythm"),
    [COLUMN_PERIOD] = TEXT_COLUMN("period"),
    [COLUMN_STARTS_ON] = DAY_COLUMN("starts_on"),
    [COLUMN_ENDS_ON] = DAY_COLUMN("ends_on"),
    [COLUMN_VALUE] = NUMBER_COLUMN("value"),
    [COLUMN_UNIT] = TEXT_COLUMN("unit"),
    [COLUMN_TARGET] = NUMBER_COLUMN("target"),
    [COLUMN_DIRECTION] = TEXT_COLUMN("direction"),
    [COLUMN_STATUS] = TEXT_COLUMN("status"),
    [COLUMN_REASON] = TEXT_COLUMN("reason"),
};

static const char *audiences_of(const Session *s, const Indicator *one)
{
    const AstNames *names = one->head.audience;
    const char *list = "";
    for (uint32_t i = 0; names && i < names->count; i++)
        list = arena_printf(s->statement, "%s%s%s", list, i ? ", " : "",
                            names->item[i].text);
    return list;
}

static void add_reading(const Session *s, DriverTable *table, const SteerReading *r)
{
    static const Type number = {.kind = VALUE_NUMBER};
    const Indicator *one = r->indicator;
    Value target = {.empty = !r->target};
    if (r->target)
        target.as.number = r->target->bound.low;
    driver_text(table, COLUMN_INDICATOR, one->head.name);
    driver_text(table, COLUMN_TITLE, one->head.title);
    driver_text(table, COLUMN_LEVEL, steer_level_word[one->head.level]);
    driver_text(table, COLUMN_OWNER, one->head.owner);
    driver_text(table, COLUMN_AUDIENCE, audiences_of(s, one));
    driver_text(table, COLUMN_RHYTHM, rhythm_word[one->head.rhythm]);
    driver_text(table, COLUMN_PERIOD, r->days);
    driver_day(table, COLUMN_STARTS_ON, r->has_period ? r->period.lo : DAY_NONE);
    driver_day(table, COLUMN_ENDS_ON, r->has_period ? r->period.hi - 1 : DAY_NONE);
    driver_cell(table, COLUMN_VALUE, number, r->value);
    driver_text(table, COLUMN_UNIT, driver_unit(&one->type));
    driver_cell(table, COLUMN_TARGET, number, target);
    driver_text(table, COLUMN_DIRECTION, aim_word[one->aim]);
    driver_text(table, COLUMN_STATUS, steer_status_word[r->status]);
    driver_text(table, COLUMN_REASON, r->why);
}

static bool add_readings(Session *s, DriverTable *table)
{
    SteerWorld world = steering_world(s);
    SteerReadings readings;
    if (!steering_readings(&world, &readings))
        return false;
    for (size_t i = 0; i < readings.n; i++)
        add_reading(s, table, &readings.item[i]);
    return true;
}

const SystemTable system_indicators = {.name = "koers_indicators",
                                       .column = column,
                                       .n_column = COLUMN_COUNT,
                                       .by_person = true,
                                       .add_rows = add_readings};
