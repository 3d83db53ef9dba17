/* The syntax tree, statements; see parser/ast_expr.h for what holds for all of it. */
#ifndef KOERS_PARSER_AST_H
#define KOERS_PARSER_AST_H

#include "parser/ast_expr.h"

typedef enum {
    AST_STOCK_NONE,
    AST_STOCK_WHILE,      /* while FROM until UNTIL */
    AST_STOCK_SNAPSHOT,   /* at snapshot AT */
    AST_STOCK_LAST_KNOWN, /* as last known per KEYS at AT */
} AstStockKind;

typedef struct {
    AstStockKind kind;
    Span span;
    AstExpr *from, *until;
    AstPath at;
    AstPaths keys;
} AstStock;

typedef enum {
    AST_SPREAD_NONE,
    AST_SPREAD_DAYS,
    AST_SPREAD_WORKING_DAYS,
    AST_SPREAD_PROFILE,
} AstSpreadKind;

typedef struct {
    AstSpreadKind kind;
    AstName profile;
    Span span;
} AstSpread;

typedef struct {
    AstName name;
    AstText title; /* title.text NULL: none */
    const AstType *type;
    AstExpr *value;
    AstStock stock;
    AstPath axis; /* count 0: none */
    AstExpr *where;
    AstSpread spread;
    Span span;
} AstMeasure;

/* dimension x, x = expr, x conforms s.y, x sort by expr */
typedef struct {
    AstName name;
    AstText title;
    const AstType *type;
    AstExpr *value;
    AstExpr *order; /* of its values; NULL: none */
    AstPath conforms;
    Span span;
} AstDimension;

AST_LIST(AstDimensions, AstDimension);

/* while FROM until UNTIL of a join or tree; from NULL: not dated. */
typedef struct {
    AstExpr *from, *until;
} AstDated;

typedef struct {
    AstSourceItemKind kind;
    Span span;
    union {
        AstNames key;
        struct {
            AstName name;
            AstText title;
            AstNames key;
            AstName label;  /* may be absent */
            AstExpr *order; /* of its keys; NULL: none */
        } entity;
        struct {
            AstName parent;
            AstDated dated;
        } tree;
        AstDimensions dimensions;
        AstMeasure *measure;
        struct {
            AstName source;
            AstName role; /* absent: the source's own name */
            AstNames on;
            AstDated dated;
        } join;
        struct {
            AstName name;
            AstText title;
            AstExpr *value;
            const AstCalendarUnit *unit; /* by quarter; NULL: none */
        } time;
        AstExpr *covers;   /* a range or a period */
        AstName refreshed; /* daily, weekly, ... */
    } as;
} AstSourceItem;

AST_LIST(AstSourceItems, AstSourceItem);
AST_LIST(AstStmts, AstStmt *);

typedef enum {
    AST_ORIGIN_TABLE,     /* path */
    AST_ORIGIN_CSV,       /* text */
    AST_ORIGIN_SQL,       /* text */
    AST_ORIGIN_PRINTED,   /* (show ...), (list ...): one or several */
    AST_ORIGIN_PARAMETER, /* $name: a kept result */
    AST_ORIGIN_SOURCES,   /* A or A, B, C */
} AstOriginKind;

typedef struct {
    AstOriginKind kind;
    Span span;
    AstPath path;
    AstText text;
    AstStmts printed;
    AstName parameter;
    AstNames sources;
} AstOrigin;

typedef struct {
    AstName name;
    AstText title;
    AstOrigin origin;
    AstExpr *where;
    bool has_body;
    AstSourceItems items;
} AstSource;

/* table T (a, b, c) of currency and profile; a column may be called `from`. */
typedef struct {
    AstPath table;
    AstPaths roles;
} AstTableRoles;

typedef enum {
    AST_CALENDAR_STARTS,   /* UNIT starts NAME */
    AST_CALENDAR_ENDS,     /* UNIT ends last WEEKDAY of MONTH */
    AST_CALENDAR_PATTERN,  /* weeks 4-4-5 */
    AST_CALENDAR_COMPARES, /* week 53 compares with week 1 */
    AST_CALENDAR_NAMED,    /* year named by start */
    AST_CALENDAR_HOLIDAYS, /* holidays 2025-12-25, 2025-12-26; from table T (day) */
} AstCalendarItemKind;

typedef struct {
    AstCalendarItemKind kind;
    AstUnit unit, other_unit;
    AstName name, weekday; /* name: the month of STARTS, ENDS; start or end */
    bool nearest;          /* of ENDS: to the end of the month, not the last in it */
    uint32_t number[3];
    AstExprs days;             /* of HOLIDAYS */
    const AstTableRoles *from; /* likewise; NULL: none */
    Span span;
} AstCalendarItem;

AST_LIST(AstCalendarItems, AstCalendarItem);

typedef struct {
    AstPath path;
    bool has_after;
    uint32_t after;
    AstUnit unit;
    bool inversely;
} AstDrive;

AST_LIST(AstDrives, AstDrive);

/* "North" = 3.6M weight 2 */
typedef struct {
    AstText unit;
    AstExpr *value;
    AstExpr *weight; /* NULL: 1 */
} AstPart;

AST_LIST(AstParts, AstPart);

/* over D as RULE over 5% (parts) */
typedef struct {
    AstPath over;
    AstName rule;
    AstExpr *excess; /* NULL: none is declared */
    AstParts parts;
} AstCascade;

/* bound by UNIT over N UNIT with N staff */
typedef struct {
    AstUnit by;
    uint32_t count; /* 0: not written */
    AstUnit over;
    uint32_t staff; /* 0: not written */
} AstCapacity;

typedef struct {
    AstSteeringItemKind kind;
    Span span;
    AstName name; /* LEVEL, RHYTHM, DIRECTION, PERSPECTIVE, SPREAD; CHOICE (second word
                     in `other`) */
    AstName other;
    AstNames names; /* AUDIENCE, SERVES, REPORT; WAIVE: checks, the reason in `text` */
    AstText text;   /* OWNER, QUESTION, ACTION, BECAUSE */
    AstTexts texts; /* MEMBERS, ATTENDEES */
    AstExpr
        *expr; /* SEES, MEASURE, FORMULA, HORIZON; left side of a strategy's TARGET */
    AstOp op;  /* TARGET, WARN, ALARM; of TARGET in LOW .. HIGH it is AST_OP_EQ */
    AstExpr *bound;  /* TARGET, WARN, ALARM, BASELINE, TOLERANCE, CAPACITY */
    AstExpr *by;     /* TARGET >= bound by ... */
    AstExpr *period; /* TARGET >= bound for ...; CASCADE likewise */
    AstDrives drives;
    AstExprs steers;
    const AstCascade *cascade;
    AstCapacity capacity;
} AstSteeringItem;

AST_LIST(AstSteeringItems, AstSteeringItem);

typedef struct {
    AstName name;
    const AstType *type;
    AstExpr *value; /* default; NULL: must be given */
    Span span;
} AstParam;

AST_LIST(AstParams, AstParam);

/* year: 2025, or a value without name. */
typedef struct {
    AstName name;
    AstExpr *value;
    Span span;
} AstNamedArg;

AST_LIST(AstNamedArgs, AstNamedArg);

typedef struct {
    AstName name;
    AstParams params;
    AstText title;
    AstSteeringItems attributes;
    AstStmts body;
} AstReport;

struct AstStmt {
    AstStmtKind kind;
    Span span;
    union {
        AstText open;
        struct {
            AstPath module; /* count 0: a file */
            AstText file;
        } use;
        AstSource *source;
        AstMeasure *measure;
        AstDimension *dimension; /* always with value */
        struct {
            AstName name;
            AstTableRoles from;
        } currency;
        struct {
            AstName name;
            AstCalendarItems items;
        } calendar;
        struct {
            bool is_dimension; /* else a measure */
            AstName name;
            const AstType *type;
        } require;
        struct {
            AstName name;
            AstNames params;    /* LET_FUNCTION */
            AstExpr *value;     /* LET_VALUE, LET_FUNCTION */
            AstQuestion *query; /* LET_QUERY */
        } let;
        struct {
            AstName name;
            AstExpr *value;
        } set;
        struct {
            AstName name;
            AstCalendarUnit unit;
            AstExprs weights; /* count 0: from a table or an answer */
            AstTableRoles from;
            AstQuestion *query; /* NULL: not from an answer */
        } profile;
        AstReport *report;     /* REPORT; LESSON: without parameters and attributes */
        AstText said;          /* ASK, HINT */
        AstQuestion *question; /* QUESTION, BACKTEST, BRIDGE, WHY, FORECAST; REFINE has
                                  no items; FORECAST always has clauses BY and NEXT */
        const AstStmt *expected; /* EXPECT */
        struct {
            AstPath report;
            AstNamedArgs args;
            AstAssigns what_if;
            AstTexts to;
        } run;
        AstExpr *text;
        struct {
            AstExpr *goal;         /* M = value: the checker wants an equation; of
                                      CASCADE M, a name */
            AstExpr *to;           /* of CASCADE: value; else NULL */
            AstQuestion *question; /* clauses BY, FOR, WHERE, HOLDING, WHAT_IF */
        } solve;                   /* SOLVE, CASCADE */
        struct {
            AstExpr *expr; /* or */
            AstQuestion *question;
        } explain;
        struct {
            bool steering; /* else the model */
        } check;
        struct {
            AstName audience; /* for board, for $who; or */
            bool is_parameter;
            AstText who; /* for "name" */
            AstExpr *on;
        } brief;
        struct {
            AstName indicator;
            AstText text;
            AstText owner;
            AstExpr *due;
        } decide;
        struct {
            AstExpr *value;
            AstQuestion *question; /* of one name; clauses FOR and, if any, WHERE */
            AstText by;            /* whose it is; no text: who asks */
        } commit;
        struct {
            AstText text;
            bool has_number;
            uint32_t number;
        } learn;
        struct {
            AstName name;
            AstText title;
            AstSteeringItems items;
        } steering; /* AUDIENCE, INDICATOR, STRATEGY, OBJECTIVE, RITUAL */
        struct {
            AstName source;
            AstPaths roles; /* name, role, unit, from, until; at least the first */
        } staff;
    } as;
};

typedef struct {
    Span *item;
    uint32_t count, cap;
} AstSpans;

/* What could not be read is known as far as these tell. */
typedef struct {
    AstStmts stmts;
    AstExpr *expr;       /* of {expr} in a text; parse_text leaves it NULL */
    AstNames lost_names; /* that it would have defined */
    AstSpans lost_items; /* of sources and calendars: what is left of one is not it */
    bool is_blind;       /* it may have been anything */
} AstScript;

#endif
