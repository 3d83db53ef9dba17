/* The strategy map: objectives and indicators as they stand, and what drives what. */
#include "runtime/steering/check.h"

#include "runtime/base/ascii.h"

#include <string.h>

typedef struct {
    Checker c;
    SteerMap *map;
    size_t *row; /* node of the map of each indicator of the graph */
} Builder;

static size_t count_findings(const Builder *b, const char *kind, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < b->c.findings->n; i++) {
        const SteerFinding *one = &b->c.findings->item[i];
        n += one->severity != STEER_INFO && !one->waived &&
             strcmp(one->kind, kind) == 0 && ascii_same(one->name, name);
    }
    return n;
}

/* By its own target, where it has one. */
static void hold_against(Builder *b, const Strategy *objective, MapNode *node)
{
    Checker *c = &b->c;
    size_t at;
    const Indicator *one =
        objective->n_goal ? steer_goal(c, &objective->goal[0], &at) : NULL;
    if (!one)
        return;
    node->now =
        steer_shown(c, one, steer_history(c, at, steer_rhythm_unit(one->head.rhythm)));
    node->status = node->now.standing.status;
}

static MapNode node_of(const Builder *b, const char *kind, const SteerHead *head)
{
    return (MapNode){.level = head->level,
                     .name = head->name,
                     .title = steering_title(head),
                     .owner = head->owner ? head->owner : "",
                     .now = steer_shown_nothing(),
                     .n_finding = count_findings(b, kind, head->name)};
}

static void add_node(Builder *b, MapNode node)
{
    b->map->node[b->map->n++] = node;
}

static void add_edge(Builder *b, size_t from, size_t to, bool inversely)
{
    MapEdge edge = {from, to, inversely};
    ARENA_PUSH(b->c.w->arena, b->map->edge, b->map->n_edge, b->map->cap_edge, edge);
}

static bool is_objective(const Builder *b, const Strategy *one)
{
    return one->is_objective &&
           steering_objective(b->c.steering, one->head.name) == one;
}

static void add_objectives(Builder *b)
{
    const Steering *s = b->c.steering;
    for (size_t i = 0; i < s->n_strategy; i++) {
        const Strategy *one = s->strategy[i];
        if (!is_objective(b, one))
            continue;
        MapNode node = node_of(b, "objective", &one->head);
        node.is_objective = true;
        hold_against(b, one, &node);
        add_node(b, node);
    }
}

static void add_indicator(Builder *b, size_t at)
{
    const Indicator *one = b->c.graph.node[at];
    MapNode node = node_of(b, "indicator", &one->head);
    node.now = steer_shown(
        &b->c, one, steer_history(&b->c, at, steer_rhythm_unit(one->head.rhythm)));
    node.status = node.now.standing.status;
    b->row[at] = b->map->n;
    add_node(b, node);
}

static void add_indicators(Builder *b)
{
    for (int level = STEER_LEVEL_STRATEGIC; level >= STEER_LEVEL_NONE; level--) {
        for (size_t i = 0; i < b->c.graph.n; i++) {
            if (b->c.graph.node[i]->head.level == (SteerLevel)level)
                add_indicator(b, i);
        }
    }
}

static size_t objective_row(const Builder *b, const char *name)
{
    size_t i = 0;
    while (i < b->map->n &&
           !(b->map->node[i].is_objective && ascii_same(b->map->node[i].name, name)))
        i++;
    return i;
}

static void link_objective(Builder *b, const Strategy *one)
{
    size_t row = objective_row(b, one->head.name);
    MapNode *node = &b->map->node[row];
    for (uint32_t i = 0; one->steers && i < one->steers->count; i++) {
        size_t at = graph_find(&b->c.graph, steering_steered(one->steers->item[i]));
        if (at == b->c.graph.n)
            continue;
        SteerStatus status = b->map->node[b->row[at]].status;
        node->status = status > node->status ? status : node->status;
        add_edge(b, b->row[at], row, false);
    }
    for (size_t i = 0; i < one->n_link; i++) {
        size_t to = objective_row(b, one->link[i].to);
        if (to < b->map->n)
            add_edge(b, row, to, one->link[i].inversely);
    }
}

bool steering_map(const SteerWorld *world, SteerMap *map)
{
    Builder b = {.map = map};
    SteerFindings findings;
    steer_check(&b.c, world, &findings);
    size_t n = b.c.graph.n + b.c.steering->n_strategy;
    *map = (SteerMap){.node = ARENA_ARRAY(world->arena, MapNode, n + 1)};
    b.row = ARENA_ARRAY(world->arena, size_t, b.c.graph.n + 1);
    add_objectives(&b);
    add_indicators(&b);
    for (size_t i = 0; i < b.c.steering->n_strategy; i++) {
        if (is_objective(&b, b.c.steering->strategy[i]))
            link_objective(&b, b.c.steering->strategy[i]);
    }
    for (size_t i = 0; i < b.c.graph.n_edge; i++) {
        const Edge *edge = &b.c.graph.edge[i];
        add_edge(&b, b.row[edge->from], b.row[edge->to], edge->inversely);
    }
    return !world->stopped(world->self);
}
