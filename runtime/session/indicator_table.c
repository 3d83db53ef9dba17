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
    COLUMN_SO_FAR,
    COLUMN_SO_FAR_TARGET,
    COLUMN_DIRECTION,
    COLUMN_STATUS,
    COLUMN_REASON,
    COLUMN_COUNT
};

static const DriverColumn column[COLUMN_COUNT] = {
    [COLUMN_INDICATOR] = DRIVER_KEY("indicator", VALUE_TEXT),
    [COLUMN_TITLE] = DRIVER_KEY("title", VALUE_TEXT),
    [COLUMN_LEVEL] = DRIVER_KEY("level", VALUE_TEXT),
    [COLUMN_OWNER] = DRIVER_KEY("owner", VALUE_TEXT),
    [COLUMN_AUDIENCE] = DRIVER_KEY("audience", VALUE_TEXT),
    [COLUMN_RHYTHM] = DRIVER_KEY("rhythm", VALUE_TEXT),
    [COLUMN_PERIOD] = DRIVER_KEY("period", VALUE_TEXT),
    [COLUMN_STARTS_ON] = DRIVER_KEY("starts_on", VALUE_DATE),
    [COLUMN_ENDS_ON] = DRIVER_KEY("ends_on", VALUE_DATE),
    [COLUMN_VALUE] = DRIVER_VALUE("value", VALUE_NUMBER),
    [COLUMN_UNIT] = DRIVER_KEY("unit", VALUE_TEXT),
    [COLUMN_TARGET] = DRIVER_VALUE("target", VALUE_NUMBER),
    [COLUMN_SO_FAR] = DRIVER_VALUE("so_far", VALUE_NUMBER),
    [COLUMN_SO_FAR_TARGET] = DRIVER_VALUE("so_far_target", VALUE_NUMBER),
    [COLUMN_DIRECTION] = DRIVER_KEY("direction", VALUE_TEXT),
    [COLUMN_STATUS] = DRIVER_KEY("status", VALUE_TEXT),
    [COLUMN_REASON] = DRIVER_KEY("reason", VALUE_TEXT),
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

static void add_reading(const Session *s, DriverTable *table, const SteerStanding *r)
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
    Value part = {.empty = r->so_far.empty || !r->target, .as.number = r->part.low};
    driver_cell(table, COLUMN_SO_FAR, number, r->so_far);
    driver_cell(table, COLUMN_SO_FAR_TARGET, number, part);
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

static const SystemWords words[] = {{"level", steer_level_word, STEER_LEVELS},
                                    {"rhythm", rhythm_word, RHYTHMS},
                                    {"direction", aim_word, AIMS},
                                    {"status", steer_status_word, STATUSES}};

const SystemTable system_indicators = {.name = "koers_indicators",
                                       .column = column,
                                       .n_column = COLUMN_COUNT,
                                       .words = words,
                                       .n_words = COUNT_OF(words),
                                       .by_person = true,
                                       .add_rows = add_readings};
