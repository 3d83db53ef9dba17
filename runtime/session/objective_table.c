/* koers_objectives: what each objective steers on and what drives that, as it stands.
 */
#include "runtime/session/check_steering.h"
#include "runtime/session/system.h"

enum {
    COLUMN_OBJECTIVE,
    COLUMN_OBJECTIVE_TITLE,
    COLUMN_ROLE,
    COLUMN_STEPS,
    COLUMN_INDICATOR,
    COLUMN_TITLE,
    COLUMN_LEVEL,
    COLUMN_OWNER,
    COLUMN_RHYTHM,
    COLUMN_DRIVES,
    COLUMN_PERIOD,
    COLUMN_ACTUAL,
    COLUMN_TARGET,
    COLUMN_SO_FAR,
    COLUMN_VALUE,
    COLUMN_UNIT,
    COLUMN_STATUS,
    COLUMN_REASON,
    COLUMN_TREND,
    COLUMN_LAST_LOOK,
    COLUMN_AHEAD,
    COLUMN_AHEAD_TARGET,
    COLUMN_FORECAST,
    COLUMN_EXPECTED,
    COLUMN_CHANCE,
    COLUMN_NO_FORECAST,
    COLUMN_COUNT
};

static const DriverColumn column[COLUMN_COUNT] = {
    [COLUMN_OBJECTIVE] = DRIVER_KEY("objective", VALUE_TEXT),
    [COLUMN_OBJECTIVE_TITLE] = DRIVER_KEY("objective_title", VALUE_TEXT),
    [COLUMN_ROLE] = DRIVER_KEY("role", VALUE_TEXT),
    [COLUMN_STEPS] = {"steps", {.kind = VALUE_NUMBER, .integer = true}, true, false},
    [COLUMN_INDICATOR] = DRIVER_KEY("indicator", VALUE_TEXT),
    [COLUMN_TITLE] = DRIVER_KEY("title", VALUE_TEXT),
    [COLUMN_LEVEL] = DRIVER_KEY("level", VALUE_TEXT),
    [COLUMN_OWNER] = DRIVER_KEY("owner", VALUE_TEXT),
    [COLUMN_RHYTHM] = DRIVER_KEY("rhythm", VALUE_TEXT),
    [COLUMN_DRIVES] = DRIVER_KEY("drives", VALUE_TEXT),
    [COLUMN_PERIOD] = DRIVER_KEY("period", VALUE_TEXT),
    [COLUMN_ACTUAL] = DRIVER_KEY("actual", VALUE_TEXT),
    [COLUMN_TARGET] = DRIVER_KEY("target", VALUE_TEXT),
    [COLUMN_SO_FAR] = DRIVER_KEY("so_far", VALUE_TEXT),
    [COLUMN_VALUE] = DRIVER_VALUE("value", VALUE_NUMBER),
    [COLUMN_UNIT] = DRIVER_KEY("unit", VALUE_TEXT),
    [COLUMN_STATUS] = DRIVER_KEY("status", VALUE_TEXT),
    [COLUMN_REASON] = DRIVER_KEY("reason", VALUE_TEXT),
    [COLUMN_TREND] = DRIVER_KEY("trend", VALUE_TEXT),
    [COLUMN_LAST_LOOK] = DRIVER_KEY("last_look", VALUE_DATE),
    [COLUMN_AHEAD] = DRIVER_KEY("ahead", VALUE_TEXT),
    [COLUMN_AHEAD_TARGET] = DRIVER_KEY("ahead_target", VALUE_TEXT),
    [COLUMN_FORECAST] = DRIVER_KEY("ahead_expected", VALUE_TEXT),
    [COLUMN_EXPECTED] = DRIVER_VALUE("expected", VALUE_NUMBER),
    [COLUMN_CHANCE] = {"chance",
                       {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT},
                       false,
                       false},
    [COLUMN_NO_FORECAST] = DRIVER_KEY("no_forecast", VALUE_TEXT),
};

enum { PERCENT_PLACES = 4, PLACES = 2 };

static Value number_of(double x, int places)
{
    Decimal exact;
    Value value = {.empty = !decimal_from_double(x, &exact)};
    if (!value.empty)
        value.as.number = decimal_round(exact, places);
    return value;
}

static Value expected_of(const SteerAim *aim)
{
    bool is_part = aim->now.standing.indicator->type.unit.kind == UNIT_PERCENT;
    Value none = {.empty = true};
    return aim->has_outlook
               ? number_of(aim->outlook.expected, is_part ? PERCENT_PLACES : PLACES)
               : none;
}

static void add_forecast(Session *s, DriverTable *table, const SteerAim *aim)
{
    Type type = aim->now.standing.indicator->type;
    Value expected = expected_of(aim), chance = {.empty = true};
    if (aim->has_outlook)
        chance = number_of(aim->outlook.chance, PERCENT_PLACES);
    driver_text(table, COLUMN_AHEAD, aim->ahead);
    driver_text(table, COLUMN_AHEAD_TARGET, aim->ahead_target);
    driver_text(table, COLUMN_FORECAST,
                expected.empty ? "" : driver_text_of(s, type, expected));
    driver_cell(table, COLUMN_EXPECTED, column[COLUMN_EXPECTED].type, expected);
    driver_cell(table, COLUMN_CHANCE, column[COLUMN_CHANCE].type, chance);
    driver_text(table, COLUMN_NO_FORECAST, aim->why_not);
}

static void add_aim(Session *s, DriverTable *table, const SteerAim *aim)
{
    const SteerStanding *now = &aim->now.standing;
    const SteerHead *head = &now->indicator->head;
    const SteerHead *objective = aim->objective ? &aim->objective->head : NULL;
    Value steps = {.empty = aim->role == SERVES_NONE,
                   .as.number = decimal_from_i64((int64_t)aim->steps)};
    driver_text(table, COLUMN_OBJECTIVE, objective ? objective->name : "");
    driver_text(table, COLUMN_OBJECTIVE_TITLE,
                objective ? steering_title(objective) : "");
    driver_text(table, COLUMN_ROLE, steer_service_word[aim->role]);
    driver_cell(table, COLUMN_STEPS, column[COLUMN_STEPS].type, steps);
    driver_text(table, COLUMN_INDICATOR, head->name);
    driver_text(table, COLUMN_TITLE, steering_title(head));
    driver_text(table, COLUMN_LEVEL, steer_level_word[head->level]);
    driver_text(table, COLUMN_OWNER, head->owner);
    driver_text(table, COLUMN_RHYTHM, rhythm_word[head->rhythm]);
    driver_text(table, COLUMN_DRIVES, aim->drives);
    driver_text(table, COLUMN_PERIOD, now->days);
    driver_text(table, COLUMN_ACTUAL, aim->now.value);
    driver_text(table, COLUMN_TARGET, aim->now.target);
    driver_text(table, COLUMN_SO_FAR, aim->now.so_far);
    driver_cell(table, COLUMN_VALUE, column[COLUMN_VALUE].type, now->value);
    driver_text(table, COLUMN_UNIT, driver_unit(&now->indicator->type));
    driver_text(table, COLUMN_STATUS, steer_status_word[now->status]);
    driver_text(table, COLUMN_REASON, now->why);
    driver_trend(table, COLUMN_TREND, aim->trend, aim->n_trend);
    driver_day(table, COLUMN_LAST_LOOK, aim->last_look);
    add_forecast(s, table, aim);
}

static bool add_aims(Session *s, DriverTable *table)
{
    SteerWorld world = steering_world(s);
    SteerAims aims;
    Span nowhere = {.file = UINT32_MAX};
    if (!steering_open_log(s, &world, nowhere) || !steering_aims(&world, &aims))
        return false;
    for (size_t i = 0; i < aims.n; i++)
        add_aim(s, table, &aims.item[i]);
    return true;
}

static const SystemWords words[] = {{"role", steer_service_word, SERVES},
                                    {"level", steer_level_word, STEER_LEVELS},
                                    {"rhythm", rhythm_word, RHYTHMS},
                                    {"status", steer_status_word, STATUSES}};

const SystemTable system_objectives = {.name = "koers_objectives",
                                       .column = column,
                                       .n_column = COLUMN_COUNT,
                                       .words = words,
                                       .n_words = COUNT_OF(words),
                                       .by_person = true,
                                       .add_rows = add_aims};
