/* Inside cascade: a measure and what its definition makes it of. */
#ifndef KOERS_RUNTIME_SESSION_CASCADE_H
#define KOERS_RUNTIME_SESSION_CASCADE_H

#include "runtime/session/cascade_term.h"

/* What becomes of a driver when the measure above it has to be larger. */
typedef enum {
    CASCADE_GOAL,
    CASCADE_TAKES,   /* so many times what it was, as the measure above */
    CASCADE_INVERSE, /* it divides: so many times less */
    CASCADE_PART,    /* of a sum: all parts that are not kept by one factor */
    CASCADE_KEPT,    /* stays what it was */
    CASCADE_FOLLOWS, /* made of a driver that takes, which it divides, or that driver */
    CASCADE_FORMULA, /* of the indicator above: as much as that */
} CascadeRole;

typedef struct {
    CascadeTerm term; /* to be asked, whatever source it was found in */
    const char *name;
    CascadeRole role;
    CascadeKind kind;
    bool is_negative; /* of a part: it is taken off */
    int sign;        /* more of it is more (1), less (-1) of the goal; 0: may be both */
    uint32_t power;  /* how often a product has it as a factor */
    uint32_t parent; /* comes before; of the goal itself */
    uint32_t leader; /* of what follows: the driver in it */
    uint32_t follower; /* of that driver: what follows it; 0: nothing */
} CascadeNode;

typedef struct {
    Session *s;
    const AstPaths *holding; /* NULL: nothing */
    Span span;               /* of the goal */
    CascadeNode *node;
    size_t n, cap;
    CascadeTerm twice; /* a driver that two places would move in two ways; or none */
} CascadeTree;

/* The goal and below it what it is made of, each above what it is made of in turn.
   false: there is no such measure, or nothing is left that may change; reported. */
bool cascade_build(CascadeTree *tree, const AstExpr *goal);
/* The goal cannot be walked down, as the driver stands in it in two ways; returns
   false. */
bool cascade_refuse_twice(const CascadeTree *tree, CascadeTerm driver);
/* Is it held by the statement? */
bool cascade_is_held(const CascadeTree *tree, CascadeTerm term);

/* cascade_factor.c: needed = assumed * num / den */
typedef struct {
    bool known;
    Decimal num, den;
} CascadeFactor;

/* One of each node, from what they were or are assumed to be, and from VALUE. false: a
   driver stands in two places that need it at different values; reported. */
bool cascade_find_factors(const CascadeTree *tree, const Value *assumed, Value target,
                          CascadeFactor *factor);
/* assumed * num / den */
Value cascade_needed(CascadeFactor factor, Value assumed);

/* What is known of a driver; of all lines together, or of one member of D. */
typedef enum { IS_HISTORY, IS_ASSUMED, IS_SO_FAR, N_READING } CascadeReading;

typedef struct {
    Session *s;
    const AstStmt *stmt;
    CascadeTree tree;
    DayRange period, history;
    DayRange gone; /* of the period, up to today; all of it before it begins */
    bool has_begun;
    Decimal days, days_before; /* working days of both */
    Decimal days_gone;         /* of the period, up to today */
    CascadeFactor *factor;     /* per driver */
    size_t target;             /* where the answer has VALUE, behind the readings */
} Cascading;

/* NULL: it is not written. */
const AstClause *cascade_clause(const Cascading *c, AstClauseKind kind);
/* The column of the answers that holds the reading of a driver, behind the keys. */
size_t cascade_column(const Cascading *c, CascadeReading reading, size_t node);

/* cascade_table.c: the columns behind those keys, in the statement's arena. */
DriverColumns cascade_columns_behind(const Cascading *c, const DriverColumn *key,
                                     size_t n_key);
/* The answer, of all lines together and, unless NULL, of each member. */
Result *cascade_table(Cascading *c, const Result *total, const Result *parts);

#endif
