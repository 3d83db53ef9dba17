/* A1 to A6: does everything hang together? */
#include "runtime/steering/check.h"

#include "runtime/base/ascii.h"

#include <string.h>

static bool *no_marks(const Checker *c)
{
    return ARENA_ARRAY(c->w->arena, bool, c->graph.n + 1);
}

/* The words of the levels that no marked indicator has; NULL: there is none. */
static const char *missing_levels(const Checker *c, const bool *mark)
{
    bool has[STEER_LEVELS] = {false};
    const char *res = NULL;
    for (size_t i = 0; i < c->graph.n; i++) {
        if (mark[i])
            has[c->graph.node[i]->head.level] = true;
    }
    for (int i = STEER_LEVEL_STRATEGIC; i > STEER_LEVEL_NONE; i--) {
        if (!has[i])
            res = res ? arena_printf(c->w->arena, "%s, %s", res, steer_level_word[i])
                      : steer_level_word[i];
    }
    return res;
}

static bool is_current(const Checker *c, const Strategy *one)
{
    const Strategy *last = one->is_objective
                               ? steering_objective(c->steering, one->head.name)
                               : steering_strategy(c->steering, one->head.name);
    return last == one;
}

static void check_levels(Checker *c)
{
    for (size_t i = 0; i < c->steering->n_strategy; i++) {
        const Strategy *one = c->steering->strategy[i];
        if (!one->is_objective || !is_current(c, one) ||
            (one->head.level != STEER_LEVEL_NONE &&
             one->head.level != STEER_LEVEL_STRATEGIC))
            continue;
        bool *mark = no_marks(c);
        graph_mark_steered(&c->graph, one->steers, mark);
        graph_mark_drivers(&c->graph, mark);
        const char *missing = missing_levels(c, mark);
        if (missing)
            steer_find(c, (Verdict){STEER_A1, STEER_ERROR}, about_strategy(one),
                       "name one with `steers`, or let it drive one that is named",
                       "no indicator of this objective is %s", missing);
    }
}

/* ---- A2 ---- */

static const char *add_word(const Checker *c, const char *list, const char *word)
{
    return list ? arena_printf(c->w->arena, "%s, %s", list, word) : word;
}

static void check_parts(Checker *c, const Indicator *one)
{
    const char *hard = NULL, *soft = NULL;
    bool operational = one->head.level == STEER_LEVEL_OPERATIONAL;
    if (!one->head.level)
        hard = add_word(c, hard, "level");
    if (!one->head.owner)
        hard = add_word(c, hard, "owner");
    if (!one->head.rhythm)
        hard = add_word(c, hard, "rhythm");
    if (!one->n_target)
        *(operational ? &soft : &hard) =
            add_word(c, operational ? soft : hard, "target");
    if (!one->aim)
        *(operational ? &soft : &hard) =
            add_word(c, operational ? soft : hard, "direction");
    if (!one->action)
        hard = add_word(c, hard, "action");
    if (hard)
        steer_find(c, (Verdict){STEER_A2, STEER_ERROR}, about_indicator(one),
                   "write what is missing: nobody acts on it otherwise", "it has no %s",
                   hard);
    if (soft)
        steer_find(c, (Verdict){STEER_A2, STEER_WARNING}, about_indicator(one),
                   "write what it should be", "it has no %s", soft);
}

static const Person *gone(const Checker *c, const char *owner)
{
    for (size_t i = 0; i < c->people.n; i++) {
        if (person_is(&c->people.item[i], owner))
            return &c->people.item[i];
    }
    return NULL;
}

static void check_owner(Checker *c, Subject about)
{
    const char *owner = about.head->owner;
    if (!owner || !c->people.is_known)
        return;
    AstText text = {.text = owner};
    AstTexts texts = {&text, 1, 1};
    size_t n = people_count(&c->people, &texts, c->w->today);
    if (n == 1)
        return;
    if (n)
        steer_find(c, (Verdict){STEER_A2, STEER_ERROR}, about, "name one person",
                   "its owner \"%s\" is %zu people", owner, n);
    else if (gone(c, owner))
        steer_find(c, (Verdict){STEER_A2, STEER_ERROR}, about, "name who took it over",
                   "its owner \"%s\" is not here any more, or not yet", owner);
    else
        steer_find(c, (Verdict){STEER_A2, STEER_ERROR}, about,
                   "name a person of the organisation",
                   "nobody is called or works as its owner \"%s\"", owner);
}

static void check_owned(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        check_parts(c, c->graph.node[i]);
        check_owner(c, about_indicator(c->graph.node[i]));
    }
    for (size_t i = 0; i < c->steering->n_strategy; i++) {
        if (is_current(c, c->steering->strategy[i]))
            check_owner(c, about_strategy(c->steering->strategy[i]));
    }
    for (size_t i = 0; i < c->steering->n_ritual; i++) {
        const Ritual *one = c->steering->ritual[i];
        if (steering_ritual(c->steering, one->head.name) == one)
            check_owner(c, (Subject){"ritual", &one->head, {0}});
    }
    if (c->people.why)
        steer_leave_open(c, STEER_A2, NULL, steer_why_nobody(c));
}

/* ---- A3, A4, A5 ---- */

static void check_orphans(Checker *c)
{
    bool *useful = no_marks(c);
    for (size_t i = 0; i < c->steering->n_strategy; i++)
        graph_mark_steered(&c->graph, c->steering->strategy[i]->steers, useful);
    graph_mark_drivers(&c->graph, useful);
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        if (one->head.level == STEER_LEVEL_OPERATIONAL && !useful[i])
            steer_find(c, (Verdict){STEER_A3, STEER_WARNING}, about_indicator(one),
                       "say with `drives` what it is for, or delete it",
                       "steering without purpose: it leads to no objective");
    }
}

static void check_dead_ends(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        bool *mark = no_marks(c), acts = false;
        if (one->head.level < STEER_LEVEL_TACTICAL)
            continue;
        mark[i] = true;
        graph_mark_drivers(&c->graph, mark);
        for (size_t k = 0; k < c->graph.n && !acts; k++)
            acts = mark[k] && c->graph.node[k]->head.level == STEER_LEVEL_OPERATIONAL;
        if (!acts)
            steer_find(
                c, (Verdict){STEER_A4, STEER_ERROR}, about_indicator(one),
                "find what people do every day that moves it, and let it drive this",
                "nobody can act on it: no operational indicator drives it");
    }
}

static void check_skips(Checker *c)
{
    for (size_t i = 0; i < c->graph.n_edge; i++) {
        const Edge *edge = &c->graph.edge[i];
        const Indicator *from = c->graph.node[edge->from],
                        *to = c->graph.node[edge->to];
        Subject about = about_indicator(edge->link ? from : to);
        about.span = edge->span;
        if (from->head.level == STEER_LEVEL_OPERATIONAL &&
            to->head.level == STEER_LEVEL_STRATEGIC)
            steer_find(c, (Verdict){STEER_A5, STEER_WARNING}, about,
                       "put the tactical indicator between them that a manager acts on",
                       "`%s` drives `%s` past the tactical level", from->head.name,
                       to->head.name);
    }
}

/* ---- A6 ---- */

typedef struct {
    Checker *c;
    size_t *path, depth;
    bool *done, *open;
} Walk;

static void tell_cycle(Walk *w, size_t back)
{
    size_t first = 0;
    const char *text = NULL;
    while (w->path[first] != back)
        first++;
    for (size_t i = first; i < w->depth; i++) {
        const char *name = w->c->graph.node[w->path[i]]->head.name;
        text = text ? arena_printf(w->c->w->arena, "%s drives `%s`", text, name)
                    : arena_printf(w->c->w->arena, "`%s`", name);
    }
    const Indicator *one = w->c->graph.node[back];
    steer_find(w->c, (Verdict){STEER_A6, STEER_ERROR}, about_indicator(one),
               "take away the link that is the weakest", "%s drives `%s`", text,
               one->head.name);
}

static void walk(Walk *w, size_t node)
{
    const Graph *graph = &w->c->graph;
    w->open[node] = true;
    w->path[w->depth++] = node;
    for (size_t i = 0; i < graph->n_edge; i++) {
        if (graph->edge[i].from != node)
            continue;
        size_t to = graph->edge[i].to;
        if (w->open[to])
            tell_cycle(w, to);
        else if (!w->done[to])
            walk(w, to);
    }
    w->depth--;
    w->open[node] = false;
    w->done[node] = true;
}

static void check_cycles(Checker *c)
{
    Walk w = {c, ARENA_ARRAY(c->w->arena, size_t, c->graph.n + 1), 0, no_marks(c),
              no_marks(c)};
    for (size_t i = 0; i < c->graph.n; i++) {
        if (!w.done[i])
            walk(&w, i);
    }
}

/* Objectives that drive each other; the chain is as long as there are objectives. */
static bool leads_back(const Checker *c, const Strategy *start)
{
    const Strategy **seen =
        ARENA_ARRAY(c->w->arena, const Strategy *, c->steering->n_strategy + 1);
    size_t n = 0;
    seen[n++] = start;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < seen[i]->n_link; k++) {
            const Strategy *to = steering_objective(c->steering, seen[i]->link[k].to);
            bool again = false;
            if (to == start)
                return true;
            for (size_t m = 0; m < n && !again; m++)
                again = seen[m] == to;
            if (to && !again)
                seen[n++] = to;
        }
    }
    return false;
}

static void check_objective_cycles(Checker *c)
{
    for (size_t i = 0; i < c->steering->n_strategy; i++) {
        const Strategy *one = c->steering->strategy[i];
        if (one->is_objective && is_current(c, one) && leads_back(c, one))
            steer_find(c, (Verdict){STEER_A6, STEER_ERROR}, about_strategy(one),
                       "take away the link that is the weakest",
                       "this objective drives itself by way of others");
    }
}

void check_structure(Checker *c)
{
    check_levels(c);
    check_owned(c);
    check_orphans(c);
    check_dead_ends(c);
    check_skips(c);
    check_cycles(c);
    check_objective_cycles(c);
}
