/* Inside cascade: a measure and what its definition makes it of. */
#ifndef KOERS_RUNTIME_SESSION_CASCADE_H
#define KOERS_RUNTIME_SESSION_CASCADE_H

#include "runtime/session/driver.h"

/* What becomes of a driver when the measure above it has to be larger. */
typedef enum {
    CASCADE_GOAL,
    CASCADE_TAKES,   /* so many times what it was, as the measure above */
    CASCADE_INVERSE, /* it divides: so many times less */
    CASCADE_PART,    /* of a sum: all parts that are not kept by one factor */
    CASCADE_KEPT,    /* stays what it was */
} CascadeRole;

/* Does it grow with time, is it a state (or a number of different things), or a ratio?
 */
typedef enum { CASCADE_RATE, CASCADE_STOCK, CASCADE_FLOW } CascadeKind;

typedef struct {
    const AstExpr *ast;   /* to be asked, whatever source it was found in */
    const Source *source; /* of the names in `ast` when it is no name itself */
    const char *name;
    CascadeRole role;
    CascadeKind kind;
    bool is_negative; /* of a part: it is taken off */
    int sign;        /* more of it is more (1), less (-1) of the goal; 0: may be both */
    uint32_t power;  /* how often a product has it as a factor */
    uint32_t parent; /* comes before; of the goal itself */
} CascadeNode;

typedef struct {
    Session *s;
    const AstPaths *holding; /* NULL: nothing */
    CascadeNode *node;
    size_t n, cap;
    const char *twice; /* a driver that two places would move in two ways; or NULL */
} CascadeTree;

/* The goal and below it what it is made of, each above what it is made of in turn.
   false: there is no such measure, or nothing is left that may change; reported. */
bool cascade_build(CascadeTree *tree, const AstExpr *goal);
/* What a driver has to be is what it was, or is assumed to be, * num / den. */
typedef struct {
    bool known;
    Decimal num, den;
} CascadeFactor;

/* One of each node, from what they were or are assumed to be, and from VALUE. false: a
   driver stands in two places that need it at different values; reported. */
bool cascade_find_factors(const CascadeTree *tree, const Value *assumed, Value target,
                          CascadeFactor *factor);
Value cascade_needed(CascadeFactor factor, Value assumed);

/* Are both the same measure? */
bool cascade_same(const CascadeTree *tree, size_t a, size_t b);
/* The goal cannot be walked down, as `name` stands in it in two ways; returns false. */
bool cascade_refuse_twice(const CascadeTree *tree, Span span, const char *name);
/* Is the goal made of what is counted from before the period on? */
bool cascade_accumulates(const CascadeTree *tree);

#endif
