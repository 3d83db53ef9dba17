/* `map steering`: objectives and indicators as lines of an answer, and the map that
   pages draw of them. */
#include "runtime/session/check_steering.h"

#include <string.h>

enum {
    COLUMN_LEVEL,
    COLUMN_NAME,
    COLUMN_OWNER,
    COLUMN_PERIOD,
    COLUMN_VALUE,
    COLUMN_TARGET,
    COLUMN_STATUS,
    COLUMN_FINDINGS,
    COLUMN_COUNT
};

static const char *const level_title[] = {"objectives", "strategic", "tactical",
                                          "operational", "without level"};

static size_t level_of(const MapNode *node)
{
    if (node->is_objective)
        return 0;
    return node->level ? (size_t)(STEER_LEVEL_STRATEGIC - node->level) + 1 : 4;
}

static void add_text(VectorBuilder *builder, const char *text)
{
    Value value = {.empty = !*text};
    if (*text) {
        value.as.text.text = text;
        value.as.text.len = strlen(text);
    }
    vector_builder_add(builder, value);
}

static void add_lines(Result *result, const SteerMap *map)
{
    static const char *const title[COLUMN_COUNT] = {
        "level", "name", "owner", "period", "value", "target", "status", "findings"};
    static const Type text = {.kind = VALUE_TEXT};
    static const Type count = {
        .kind = VALUE_NUMBER, .unit.kind = UNIT_COUNT, .integer = true};
    VectorBuilder *builder[COLUMN_COUNT];
    result->column = ARENA_ARRAY(result->arena, ResultColumn, COLUMN_COUNT);
    result->n_column = COLUMN_COUNT;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        ResultColumn *column = &result->column[i];
        column->title = title[i];
        column->role = i <= COLUMN_NAME ? COLUMN_KEY : COLUMN_MEASURE;
        column->type = i == COLUMN_FINDINGS ? count : text;
        builder[i] = vector_builder_new(column->type, result->pool);
    }
    for (size_t i = 0; i < map->n; i++) {
        const MapNode *node = &map->node[i];
        Value findings = {.as.number = decimal_from_i64((int64_t)node->n_finding)};
        add_text(builder[COLUMN_LEVEL], level_title[level_of(node)]);
        add_text(builder[COLUMN_NAME], node->title);
        add_text(builder[COLUMN_OWNER], node->owner);
        add_text(builder[COLUMN_PERIOD], node->period);
        add_text(builder[COLUMN_VALUE], node->value);
        add_text(builder[COLUMN_TARGET], node->target);
        add_text(builder[COLUMN_STATUS], steer_status_word[node->status]);
        vector_builder_add(builder[COLUMN_FINDINGS], findings);
    }
    for (int i = 0; i < COLUMN_COUNT; i++)
        result->column[i].vec = vector_builder_finish(builder[i], result->arena);
    result->n_row = (uint32_t)map->n;
    result->level = ARENA_ARRAY(result->arena, uint8_t, map->n + 1);
    result->depth = ARENA_ARRAY(result->arena, uint8_t, map->n + 1);
}

static MapBox box_of(Arena *arena, const MapNode *node)
{
    static const BoxColour colour[] = {[STATUS_GREY] = BOX_GREY,
                                       [STATUS_GREEN] = BOX_GREEN,
                                       [STATUS_AMBER] = BOX_AMBER,
                                       [STATUS_RED] = BOX_RED};
    MapBox box = {.level = level_of(node),
                  .title = arena_strdup(arena, node->title),
                  .note = "",
                  .colour = colour[node->status]};
    box.value = arena_printf(arena, "%s%s%s", steer_status_word[node->status],
                             *node->value ? ", " : "", node->value);
    if (node->n_finding)
        box.note = arena_printf(arena, "%zu !", node->n_finding);
    return box;
}

static void add_map(Result *result, const SteerMap *map)
{
    Arena *arena = result->arena;
    ResultMap *res = ARENA_NEW(arena, ResultMap);
    res->level = level_title;
    res->n_level = COUNT_OF(level_title);
    res->box = ARENA_ARRAY(arena, MapBox, map->n + 1);
    for (size_t i = 0; i < map->n; i++)
        res->box[res->n_box++] = box_of(arena, &map->node[i]);
    for (size_t i = 0; i < map->n_edge; i++) {
        MapLink link = {map->edge[i].from, map->edge[i].to, map->edge[i].inversely};
        ARENA_PUSH(arena, res->link, res->n_link, res->cap_link, link);
    }
    result->map = res;
}

Result *map_steering(Session *s, Span span)
{
    SteerWorld world = steering_world(s);
    SteerMap map;
    if (!steering_open_log(s, &world, span) || !steering_map(&world, &map))
        return NULL;
    Result *result = result_new();
    add_lines(result, &map);
    if (map.n)
        add_map(result, &map);
    else
        steering_say_none(result);
    return result;
}
