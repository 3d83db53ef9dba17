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
    uint32_t parent;  /* comes before; of the goal itself */
} CascadeNode;

typedef struct {
    Session *s;
    const AstPaths *holding; /* NULL: nothing */
    CascadeNode *node;
    size_t n, cap;
} CascadeTree;

/* The goal and below it what it is made of, each above what it is made of in turn.
   false: there is no such measure, or nothing is left that may change; reported. */
bool cascade_build(CascadeTree *tree, const AstExpr *goal);

#endif
