/* What a model declares: sources with a grain, what to slice by, what to add up.
   Plain structs without a database; filled by resolve/, read by everybody. All of it
   lives in the session's arena and never changes once its statement succeeded.
   Arrays of pointers keep the order of declaration. */
#ifndef KOERS_RUNTIME_MODEL_MODEL_H
#define KOERS_RUNTIME_MODEL_MODEL_H

#include "parser/ast.h"
#include "runtime/model/calendar.h"
#include "runtime/model/expr.h"
#include "runtime/model/steering.h"

#include <stdbool.h>
#include <stddef.h>

/* A column of a source as the store has it. */
typedef struct {
    const char *name;
    Type type;            /* from the declared type and a sample of the values */
    const char *declared; /* the store's own type name, "" if none */
    bool is_entity;       /* of an answer: holds keys of the entity of this name, which
                             is reached through a join */
} ColumnInfo;

typedef enum {
    ORIGIN_TABLE,    /* a table or view of the store */
    ORIGIN_SQL,      /* text for the store's engine */
    ORIGIN_QUESTION, /* the answer to one question */
    ORIGIN_STACK,    /* several sources under each other */
    ORIGIN_RESULT,   /* rows in memory: a file, a kept answer */
    ORIGIN_SYSTEM,   /* what Koers itself knows: rows are made when they are wanted */
} OriginKind;

/* Rows that the session keeps in memory. */
typedef struct {
    const AstQuestion *ast;   /* let t = show ...; NULL: a file */
    const Question *question; /* likewise */
    struct Result *result;    /* NULL: not asked for yet */
} KeptRows;

typedef struct Origin Origin;
struct Origin {
    OriginKind kind;
    const char *name; /* table, file path or SQL text */
    const AstStmt
        *printed;   /* the statement that prints it: of ORIGIN_QUESTION where one
                       does, of ORIGIN_SYSTEM unless it is a table so called */
    bool by_person; /* ORIGIN_SYSTEM: made of the rows that the person sees */
    const Question *question;
    KeptRows *kept;
    const Source *const *part;    /* of a stack; its last column is `origin` */
    const char *const *part_name; /* what `origin` says of each part */
    size_t n_part;
    const Source *source; /* `from A`: stands on another source */
};

/* Definitions are resolved when they are first wanted, so that their order in a
   script does not matter; RESOLVE_RUNNING met again is a cycle. */
typedef enum {
    RESOLVE_OPEN,
    RESOLVE_RUNNING,
    RESOLVE_DONE,
    RESOLVE_FAILED
} ResolveState;

struct Join {
    const char *role; /* name it is reached by: the target's or `as role` */
    bool is_role;     /* `as role` was written */
    bool is_dated;    /* `while A until B` was written */
    const Source *from, *target;
    const Expr **on;  /* over rows of `from` */
    const Expr **key; /* the key columns of target that they meet */
    size_t n_on;
    const Expr *valid_from, *valid_to; /* over the target's rows; NULL: not dated */
    Span span;
};

/* A declared axis of time, or one that a stock is read on: its rows count from a day on
   or up to a day. */
typedef enum { AXIS_DECLARED, AXIS_BEGINS, AXIS_ENDS } AxisRole;

struct Axis {
    AxisRole role;
    const char *name; /* NULL: of a stock */
    const Source *source;
    const Expr *value;   /* date or moment, row level */
    const Axis *other;   /* of a stock: the end of AXIS_BEGINS, and the other way */
    const Axis *known;   /* of times that other rows tell: the source's first axis, over
                            whose days they are known, too; else NULL */
    const Expr *instant; /* of a stock: EXPR_INSTANT of this axis */
    bool has_unit;
    PeriodUnit unit; /* `by quarter`: facts are kept per such period */
    const AstSourceItem *ast;
    ResolveState state;
    Span span;
};

typedef enum { DIM_COLUMN, DIM_ENTITY, DIM_GLOBAL } DimKind;

struct Dim {
    DimKind kind;
    const char *name, *title;
    const Source *source; /* NULL for DIM_GLOBAL: an expression over dimensions */
    const Dim *conforms;  /* the dimension it is the same as, or NULL */
    Type type;
    const Expr *value;  /* row level of `source` */
    const Expr *label;  /* entity: what is printed; may equal value */
    AstName label_name; /* entity: of the label, which is resolved when it is wanted */
    const AstExpr *order_ast; /* `sort by`; NULL: values are in their own order */
    const Expr *order;        /* row level of `source`; NULL until it is wanted */
    const Expr **key;         /* entity: key columns */
    size_t n_key;
    const Join *parent; /* entity that is a tree: from a row to that of its parent */
    const AstDimension *ast;
    ResolveState state;
    Span span;
};

typedef enum {
    MEASURE_FLOW,
    MEASURE_WHILE,
    MEASURE_SNAPSHOT,
    MEASURE_LAST_KNOWN
} StockKind;

/* A measure keeps its syntax: it is resolved anew in each context. */
typedef struct {
    const char *name, *title;
    const Source *source; /* scope of its names; NULL: over measures */
    const AstMeasure *ast;
    bool has_type; /* declared */
    Type type;     /* declared or found when it was checked */
    bool is_own;   /* of an answer whose column has a declared name: known from there */
    StockKind stock;
    ResolveState state; /* of the check of its definition */
    Span span;
} Measure;

struct Source {
    const char *name, *title;
    const AstSource *ast; /* NULL: an answer behind `from`, or one that is kept */
    Origin origin;
    const ColumnInfo *column;
    size_t n_column;
    const Expr *filter;   /* permanent filter, row level; NULL: none */
    const AstExpr *where; /* what it was written as; NULL: none */
    const Expr **key;     /* key columns */
    size_t n_key;
    Dim *entity; /* or NULL */
    Dim **dim;
    size_t n_dim;
    Join **join;
    size_t n_join;
    Axis **axis; /* the first is the default */
    size_t n_axis;
    Measure **measure;
    size_t n_measure;
    bool has_covers;
    DayRange covers;
    Rhythm refreshed; /* how often it gets new rows; RHYTHM_NONE: not said */
    bool is_linked;   /* its joins are resolved */
    const Expr *sees; /* whom the session is asked as sees the rows for which it holds;
                         row level. NULL: it does not reach them, or nobody asks */
    uint32_t index;   /* in Model.source */
    Span span;
};

typedef struct {
    const char *name;
    const AstStmt *ast; /* report, let function, profile: resolved at use */
} NamedAst;

/* Rates of exchange. They are looked up by the day, and both currencies. */
typedef struct {
    Join join;        /* the same for the rows of every source: keys are computed */
    const Expr *rate; /* over rows of its target */
} Rates;

/* calendar fiscal { year starts april } */
typedef struct {
    const char *name;
    Calendar rule;
    const AstStmt *ast; /* for its holidays */
    Span span;
} NamedCalendar;

typedef struct {
    Arena *arena;
    ExprTable *exprs;
    const Rates *rates; /* NULL: none are declared */
    const char *store;  /* path of the open store, or NULL */
    Source **source;
    size_t n_source, cap_source;
    Dim **dim; /* global dimensions */
    size_t n_dim, cap_dim;
    Measure **measure; /* measures over measures */
    size_t n_measure, cap_measure;
    NamedAst *lesson; /* in the order of their texts */
    size_t n_lesson, cap_lesson;
    NamedAst *report;
    size_t n_report, cap_report;
    NamedAst *function;
    size_t n_function, cap_function;
    NamedAst *profile;
    size_t n_profile, cap_profile;
    NamedCalendar *calendar;
    size_t n_calendar, cap_calendar;
    Steering steering;
    AstName *required; /* by modules, where they say so */
    size_t n_required, cap_required;
} Model;

/* Two columns of a source, by number. */
typedef struct {
    const Source *source;
    const uint32_t *column;
    Span span; /* where they are wanted */
} ColumnPair;

/* What there is to see of a source for who sees no more than Source.sees says. */
typedef enum {
    SIGHT_SOME,  /* the rows for which `sees` holds */
    SIGHT_PARTS, /* what comes of the rows of other sources that are seen */
    SIGHT_NONE,  /* closed: a row is read where one that is seen leads to it */
} SourceSight;

/* Are there such rows in it that may be hidden? */
bool source_hides(const Source *source);
SourceSight source_sight(const Source *source);
Source *model_find_source(const Model *model, const char *name);
/* Anywhere but among the own ones of answers. */
Measure *model_find_measure(const Model *model, const char *name);
Measure *source_find_measure(const Source *source, const char *name);
Dim *model_find_dim(const Model *model, const char *name); /* global ones */
bool model_has_dim(const Model *model, const char *name);  /* global or of a source */
/* Does the text `file` declare or require the measure or dimension of that name? */
bool model_knows(const Model *model, uint32_t file, const char *name);
int source_find_column(const Source *source, const char *name); /* -1: none */
/* Is it one that every model has, as koers_log? Nobody declares anything in it. */
bool source_is_system(const Source *source);
Dim *source_find_dim(const Source *source, const char *name); /* with the entity */
Join *source_find_join(const Source *source, const char *role);
Axis *source_find_axis(const Source *source, const char *name);
const Axis *source_default_axis(const Source *source); /* NULL: it has none */
/* The last one declared of that name; NULL: none. */
const NamedCalendar *model_find_calendar(const Model *model, const char *name);
/* The name of the calendar that the unit is of; NULL: civil. */
const char *model_calendar_name(const Model *model, PeriodUnit unit);
/* As calendar_print_days(); days that are no civil period but one of a calendar of
   weeks by its name, FY2027-W10. */
void model_print_days(StrBuf *sb, const Model *model, DayRange days);

#endif
