#include "runtime/steering/graph.h"

#include "runtime/base/arena.h"
#include "runtime/base/ascii.h"

#include <string.h>

size_t graph_find(const Graph *graph, const char *name)
{
    size_t i = 0;
    while (i < graph->n && !ascii_same(graph->node[i]->head.name, name))
        i++;
    return i;
}

void formula_names(const AstExpr *formula, bool inversely,
                   void (*each)(void *self, const char *name, bool inversely,
                                Span span),
                   void *self)
{
    if (formula->kind == AST_EXPR_PATH)
        each(self, formula->as.path.item[0].text, inversely, formula->span);
    if (formula->kind != AST_EXPR_CHAIN)
        return;
    formula_names(formula->as.chain.first, inversely, each, self);
    for (uint32_t i = 0; i < formula->as.chain.terms.count; i++) {
        const AstTerm *term = &formula->as.chain.terms.item[i];
        bool turns = term->op == AST_OP_SUBTRACT || term->op == AST_OP_DIVIDE;
        formula_names(term->operand, inversely != turns, each, self);
    }
}

typedef struct {
    Graph *graph;
    Arena *arena;
    size_t to;
} Adding;

/* What stands twice in a formula, or in it and behind `drives`, is one edge. */
static bool merge(Graph *graph, const Edge *edge)
{
    for (size_t i = 0; i < graph->n_edge; i++) {
        Edge *one = &graph->edge[i];
        if (one->from != edge->from || one->to != edge->to || (one->link && edge->link))
            continue;
        bool is_said = one->link || edge->link;
        one->is_mixed |= !is_said && one->inversely != edge->inversely;
        if (edge->link)
            *one = *edge;
        return true;
    }
    return false;
}

static void add_edge(Graph *graph, Arena *arena, Edge edge)
{
    if (edge.from < graph->n && edge.to < graph->n && !merge(graph, &edge))
        ARENA_PUSH(arena, graph->edge, graph->n_edge, graph->cap_edge, edge);
}

static void add_driver(void *self, const char *name, bool inversely, Span span)
{
    Adding *adding = self;
    Edge edge = {.from = graph_find(adding->graph, name),
                 .to = adding->to,
                 .inversely = inversely,
                 .span = span};
    add_edge(adding->graph, adding->arena, edge);
}

void graph_make(Graph *graph, const Steering *steering, Arena *arena)
{
    *graph = (Graph){0};
    graph->node = ARENA_ARRAY(arena, const Indicator *, steering->n_indicator + 1);
    for (size_t i = 0; i < steering->n_indicator; i++) {
        const Indicator *one = steering->indicator[i];
        if (steering_indicator(steering, one->head.name) == one)
            graph->node[graph->n++] = one;
    }
    for (size_t i = 0; i < graph->n; i++) {
        const Indicator *one = graph->node[i];
        for (size_t k = 0; k < one->n_link; k++) {
            const SteerLink *link = &one->link[k];
            Edge edge = {.from = i,
                         .to = graph_find(graph, link->to),
                         .link = link,
                         .inversely = link->inversely,
                         .span = link->span};
            add_edge(graph, arena, edge);
        }
        Adding adding = {graph, arena, i};
        if (one->formula)
            formula_names(one->formula, false, add_driver, &adding);
    }
}

void graph_mark_steered(const Graph *graph, const AstExprs *steers, bool *mark)
{
    for (uint32_t i = 0; steers && i < steers->count; i++) {
        size_t node = graph_find(graph, steering_steered(steers->item[i]));
        if (node < graph->n)
            mark[node] = true;
    }
}

static void spread(const Graph *graph, bool *mark, bool up)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < graph->n_edge; i++) {
            const Edge *edge = &graph->edge[i];
            size_t from = up ? edge->from : edge->to, to = up ? edge->to : edge->from;
            if (mark[from] && !mark[to])
                mark[to] = more = true;
        }
    }
}

void graph_mark_drivers(const Graph *graph, bool *mark)
{
    spread(graph, mark, false);
}

void graph_mark_driven(const Graph *graph, bool *mark)
{
    spread(graph, mark, true);
}
