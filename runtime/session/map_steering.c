/* `map steering`: objectives and indicators as lines of an answer, and the map that
   pages draw of them. */
#include "runtime/session/check_steering.h"

static const DriverColumn column[] = {
    DRIVER_KEY("level", VALUE_TEXT),
    DRIVER_KEY("name", VALUE_TEXT),
    DRIVER_VALUE("owner", VALUE_TEXT),
    DRIVER_VALUE("period", VALUE_TEXT),
    DRIVER_VALUE("value", VALUE_TEXT),
    DRIVER_VALUE("target", VALUE_TEXT),
    DRIVER_VALUE("so far", VALUE_TEXT),
    DRIVER_VALUE("status", VALUE_TEXT),
    {"findings",
     {.kind = VALUE_NUMBER, .unit.kind = UNIT_COUNT, .integer = true},
     false,
     false}};

const DriverColumns map_steering_columns = {column, COUNT_OF(column)};

static const char *const level_title[] = {"objectives", "strategic", "tactical",
                                          "operational", "without level"};

static size_t level_of(const MapNode *node)
{
    if (node->is_objective)
        return 0;
    return node->level ? (size_t)(STEER_LEVEL_STRATEGIC - node->level) + 1 : 4;
}

static void add_line(DriverTable *table, const MapNode *node)
{
    const char *cell[] = {level_title[level_of(node)],
                          node->title,
                          node->owner,
                          node->now.period,
                          node->now.value,
                          node->now.target,
                          node->now.so_far,
                          steer_status_word[node->status]};
    size_t at = 0;
    for (; at < COUNT_OF(cell); at++)
        driver_text(table, at, cell[at]);
    driver_cell(table, at, column[at].type,
                (Value){.as.number = decimal_from_i64((int64_t)node->n_finding)});
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
                             *node->now.value ? ", " : "", node->now.value);
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
    DriverTable table;
    driver_begin(&table, column, COUNT_OF(column), map.n);
    for (size_t i = 0; i < map.n; i++)
        add_line(&table, &map.node[i]);
    if (!map.n)
        steering_say_none(&table);
    driver_note_what_if(s, &table, NULL);
    Result *result = driver_finish(&table);
    result->caption = "Objectives and indicators";
    if (map.n)
        add_map(result, &map);
    return result;
}
