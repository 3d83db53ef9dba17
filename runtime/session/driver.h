/* Questions of one line about measures and what drives them, for `solve` and `cascade`:
   made as syntax, asked like what a person writes. */
#ifndef KOERS_RUNTIME_SESSION_DRIVER_H
#define KOERS_RUNTIME_SESSION_DRIVER_H

#include "runtime/session/internal.h"

typedef struct {
    const AstExpr **item;
    size_t n, cap;
    const AstClause *clause[AST_CLAUSE_COUNT]; /* by, for, where */
    bool as_it_is;    /* the `what if` of the run around does not hold */
    bool as_declared; /* money is in its own currency, whatever is set */
    Span span;
} DriverAsk;

/* The measure of that name, in `source` before the model; NULL: there is none. */
const Measure *driver_measure(const Session *s, const Source *source,
                              const AstPath *path);
/* The same of the model; reports that there is none. */
const Measure *driver_need_measure(Session *s, const AstPath *path);

/* Syntax, in the statement's arena. */
AstExpr *driver_number(Session *s, Decimal number, Span span);
AstExpr *driver_path(Session *s, const AstPath *path);
/* a OP b OP c */
AstExpr *driver_chain(Session *s, AstExpr *first, AstTerms terms);
/* base[what if ...] */
AstExpr *driver_what_if(Session *s, const AstExpr *base, AstAssigns assigns);
void driver_add(Session *s, DriverAsk *ask, const AstExpr *item);

/* Resolves it; the items are called 1, 2, ... NULL: reported. It lives as long as
   `exprs`. */
const Question *driver_resolve(Session *s, const DriverAsk *ask, ExprTable *exprs);
/* The answer, owned by the caller; NULL: reported. */
Result *driver_answer(Session *s, const DriverAsk *ask);

/* What the drivers' own answers are made of: columns of text and of numbers, which may
   be of another unit in each line. */
typedef struct {
    Result *result;
    VectorBuilder **builder;
    Type **row_type; /* per column; NULL: one type */
    size_t cap_row;
} DriverTable;

typedef struct {
    const char *title;
    Type type;
    bool is_key, has_row_type;
} DriverColumn;

/* A column of a kind, key or not. */
#define DRIVER_KEY(name, type)                                                         \
    {                                                                                  \
        name, {.kind = type}, true, false                                              \
    }
#define DRIVER_VALUE(name, type)                                                       \
    {                                                                                  \
        name, {.kind = type}, false, false                                             \
    }

typedef struct DriverColumns {
    const DriverColumn *item;
    size_t n;
} DriverColumns;

void driver_begin(DriverTable *table, const DriverColumn *column, size_t n,
                  size_t most_rows);
/* One cell of the line at hand; columns are filled in order. `type` counts where lines
   have types of their own. */
void driver_cell(DriverTable *table, size_t column, Type type, Value value);
/* NULL, "" and DAY_NONE are empty. */
void driver_text(DriverTable *table, size_t column, const char *text);
/* Numbers, the newest at the end, as a sparkline of blocks. */
void driver_trend(DriverTable *table, size_t column, const Value *trend,
                  size_t n_trend);
void driver_day(DriverTable *table, size_t column, Day day);
void driver_note(DriverTable *table, const char *text);
/* What the run around assigns, and a clause of one's own, NULL: none. */
AstAssigns driver_assumed(Session *s, const AstClause *what_if);
/* Until driver_end_as_if, rows that Koers makes of measures are made anew, as they
   would be, where the question reads any; afterwards they are forgotten. */
typedef struct {
    bool holds;
    AstAssigns as_it_is;
} DriverAsIf;

DriverAsIf driver_as_if(Session *s, const AstQuestion *ast, const Question *q);
void driver_end_as_if(Session *s, const DriverAsIf *as_if);
/* What a `run` around and a clause (NULL: none) put where; NULL: nothing. */
const char *driver_what_if_text(Session *s, const AstClause *what_if);
/* Says so, where anything is. */
void driver_note_what_if(Session *s, DriverTable *table, const AstClause *what_if);
/* The answer, owned by the caller. */
Result *driver_finish(DriverTable *table);

/* What a plain number is, as a text: EUR, percent, count, days, hours; "": nothing. */
const char *driver_unit(const Type *type);
/* A value as people read it, in the statement's arena. */
const char *driver_text_of(Session *s, Type type, Value value);

#endif
