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
    CASCADE_FORMULA, /* what the formula of the indicator above makes: as much as that
                      */
} CascadeRole;

/* Does it grow with time, is it a state (or a number of different things), or a ratio?
 */
typedef enum { CASCADE_RATE, CASCADE_STOCK, CASCADE_FLOW } CascadeKind;

typedef struct {
    const AstExpr *ast;         /* to be asked, whatever source it was found in */
    const Source *source;       /* of the names in `ast` when it is no name itself */
    const Indicator *indicator; /* whose measure it is, or whose formula; NULL: none */
    const AstExpr *formula;     /* over indicators, that it is made of; NULL: none */
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

/* What is known of a driver; of all lines together, or of one member of D. */
typedef enum { IS_HISTORY, IS_ASSUMED, IS_SO_FAR, N_READING } CascadeReading;

/* needed = assumed * num / den */
typedef struct {
    bool known;
    Decimal num, den;
} CascadeFactor;

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
/* assumed * num / den */
Value cascade_needed(CascadeFactor factor, Value assumed);
/* The column of the answers that holds the reading of a driver, behind the keys. */
size_t cascade_column(const Cascading *c, CascadeReading reading, size_t node);

/* cascade_table.c: the columns behind those keys, in the statement's arena. */
DriverColumns cascade_columns_behind(const Cascading *c, const DriverColumn *key,
                                     size_t n_key);
/* The answer, of all lines together and, unless NULL, of each member. */
Result *cascade_table(Cascading *c, const Result *total, const Result *parts);

#endif
