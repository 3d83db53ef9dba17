/* The indicators that are declared and what drives what: by `drives`, and by formulas,
   whose drivers drive what the formula makes. */
#ifndef KOERS_RUNTIME_STEERING_GRAPH_H
#define KOERS_RUNTIME_STEERING_GRAPH_H

#include "runtime/model/steering.h"

typedef struct {
    size_t from, to;       /* nodes */
    const SteerLink *link; /* NULL: by the formula of `to` only */
    bool inversely;
    bool is_mixed; /* the formula has it on both sides: which way is not said */
    Span span;
} Edge;

typedef struct {
    const Indicator **node; /* each name once, as it was declared last */
    size_t n;
    Edge *edge;
    size_t n_edge, cap_edge;
} Graph;

void graph_make(Graph *graph, const Steering *steering, Arena *arena);
/* The node of that name; graph->n: none. */
size_t graph_find(const Graph *graph, const char *name);
/* Marks the indicators that are named; `steers` may be NULL. */
void graph_mark_steered(const Graph *graph, const AstExprs *steers, bool *mark);
/* mark[i] for all that drives a marked node, over any number of links; the marks that
   are there stay. */
void graph_mark_drivers(const Graph *graph, bool *mark);
/* The same the other way: all that a marked node drives. */
void graph_mark_driven(const Graph *graph, bool *mark);

/* What a formula over names stands on: calls `each` for every name, with whether it
   makes less of the whole when it grows. */
void formula_names(const AstExpr *formula, bool inversely,
                   void (*each)(void *self, const char *name, bool inversely,
                                Span span),
                   void *self);

#endif
