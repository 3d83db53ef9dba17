/* The syntax tree, expressions and questions; parser/ast.h has the statements. It is
   what was written, with nothing looked up. Everything lives in the
   arena given to the parser and never changes after parsing. Every node has a span.

   Depth: an expression is at most AST_DEPTH_MAX levels deep, sub-questions counted
   in, so walkers may recurse into children. Long chains are flat: `a + b - c || d`,
   `a * b / c`, `a and b` and `a or b` are one AST_EXPR_CHAIN each, with an array of
   terms to be read from left to right in a loop; they may have a million terms.

   Absent parts: a pointer is NULL, a list has count 0, a name has text NULL. */
#ifndef KOERS_PARSER_AST_EXPR_H
#define KOERS_PARSER_AST_EXPR_H

#include "runtime/base/decimal.h"
#include "runtime/diag/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { AST_DEPTH_MAX = 200 };

typedef struct AstExpr AstExpr;
typedef struct AstQuestion AstQuestion;
typedef struct AstStmt AstStmt;

typedef enum {
#define AST_EXPR(name, text) AST_EXPR_##name,
#include "parser/ast.def"
} AstExprKind;

typedef enum {
#define AST_OP(name, text) AST_OP_##name,
#include "parser/ast.def"
} AstOp;

typedef enum {
#define AST_UNIT(name, text, plural) AST_UNIT_##name,
#include "parser/ast.def"
} AstUnit;

typedef enum {
#define AST_STMT(name, text) AST_STMT_##name,
#include "parser/ast.def"
} AstStmtKind;

typedef enum {
#define AST_CLAUSE(name, text) AST_CLAUSE_##name,
#include "parser/ast.def"
    AST_CLAUSE_COUNT
} AstClauseKind;

typedef enum {
#define AST_CONTEXT(name, text) AST_CONTEXT_##name,
#include "parser/ast.def"
} AstContextKind;

typedef enum {
#define AST_SOURCE_ITEM(name, text) AST_SOURCE_ITEM_##name,
#include "parser/ast.def"
} AstSourceItemKind;

typedef enum {
#define AST_STEERING_ITEM(name, text) AST_STEERING_ITEM_##name,
#include "parser/ast.def"
} AstSteeringItemKind;

/* The word of a kind, for dumps and messages. */
const char *ast_expr_text(AstExprKind kind);
const char *ast_op_text(AstOp op);
const char *ast_unit_text(AstUnit unit); /* singular */
const char *ast_stmt_text(AstStmtKind kind);
const char *ast_clause_text(AstClauseKind kind);
const char *ast_context_text(AstContextKind kind);
const char *ast_source_item_text(AstSourceItemKind kind);
const char *ast_steering_item_text(AstSteeringItemKind kind);

#define AST_LIST(Name, Type)                                                           \
    typedef struct {                                                                   \
        Type *item;                                                                    \
        uint32_t count, cap;                                                           \
    } Name

/* As written, without backquotes and without the $ of a parameter. */
typedef struct {
    const char *text;
    Span span;
    bool quoted; /* in backquotes: never a time unit or a built-in name */
} AstName;

AST_LIST(AstNames, AstName);

/* a or a.b.c: at least one name. */
typedef struct {
    AstName *item;
    uint32_t count, cap;
    Span span;
} AstPath;

AST_LIST(AstPaths, AstPath);

/* True when the name is a word for a time unit (month, months) without backquotes. */
bool ast_name_unit(AstName name, AstUnit *unit);

/* One piece of an interpolated text: an expression, or text. */
typedef struct {
    const AstExpr *expr;
    const char *text;
    size_t len;
    Span span;
} AstTextPart;

/* `text` is decoded; it holds no NUL. In titles, alarm and warn texts and the `text`
   statement {expr} interpolates: then n_part is at least 1 and the parts are to be
   used. Elsewhere (data, patterns, file names) braces mean themselves, n_part is 0. */
typedef struct {
    const char *text;
    size_t len;
    Span span;
    const AstTextPart *part;
    size_t n_part;
} AstText;

AST_LIST(AstTexts, AstText);

/* money(EUR): name `money`, argument `EUR`. */
typedef struct {
    AstName name, argument;
    Span span;
} AstType;

/* `as name : type` or `as "text"` (then is_text). */
typedef struct {
    AstName name;
    bool is_text;
    const AstType *type;
    Span span;
} AstAlias;

/* A unit, of a calendar other than the current one, or of working days. */
typedef struct {
    AstName calendar;
    AstUnit unit;
    bool working;
    bool begins_as_set; /* of a key that nobody wrote: `[year to date]` of its lines is
                           of the calendar that is set all the same */
    Span span;
} AstCalendarUnit;

/* 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31; always valid. */
typedef struct {
    AstUnit unit;
    int year;
    int part; /* half, quarter, month, ISO week; the month of a day; 0 for a year */
    int day;  /* of a day */
} AstPeriod;

typedef enum {
    AST_RELATIVE_THIS,
    AST_RELATIVE_PREVIOUS,
    AST_RELATIVE_PREVIOUS_PERIOD, /* no unit: the line's own */
    AST_RELATIVE_NEXT,
    AST_RELATIVE_LAST,
    AST_RELATIVE_TO_DATE, /* has_unit false: `to date`, from the first fact */
} AstRelativeKind;

/* `top 10`, `last $n months`. */
typedef struct {
    uint64_t count;
    AstName parameter; /* text NULL: the count */
} AstHowMany;

typedef struct {
    AstRelativeKind kind;
    bool full;       /* full previous ... */
    bool on_working; /* previous year on working days, of `versus` */
    bool has_count;  /* previous 2 quarters, previous $n quarters */
    bool has_unit;
    AstHowMany n; /* 1 if not written */
    AstCalendarUnit unit;
} AstRelative;

AST_LIST(AstExprs, AstExpr *);

/* sum(x), first(x by t), count(customer where c) */
typedef struct {
    AstExpr *value, *by, *where;
} AstArg;

AST_LIST(AstArgs, AstArg);

typedef struct {
    AstOp op;
    Span op_span;
    AstExpr *operand;
} AstTerm;

AST_LIST(AstTerms, AstTerm);

/* m = value, of `what if` */
typedef struct {
    AstPath target;
    AstExpr *value;
    Span span;
} AstAssign;

AST_LIST(AstAssigns, AstAssign);

/* `E at level N` as the value of a dimension is a call of this function, whose name
   cannot be written. */
#define AST_AT_LEVEL "at level"

/* An expression, or `D at level N` (then has_level). */
typedef struct {
    AstExpr *value;
    bool has_level;
    uint32_t level;
} AstLevelOf;

typedef struct {
    AstContextKind kind;
    Span span;
    union {
        AstExpr *expr;     /* WHERE, FOR, AS_OF */
        AstLevelOf all_of; /* ALL_OF */
        AstRelative
            relative;     /* SHIFT (previous, next), TO_DATE, ROLLING (count, unit) */
        AstPath path;     /* ON */
        AstAssign assign; /* WHAT_IF */
        AstName profile;  /* LAGGED */
        struct {
            AstName code; /* USD, or a parameter */
            bool is_parameter;
            bool at_period_end;
            AstExpr *at;
        } currency; /* IN_CURRENCY */
    } as;
    bool makes_rows; /* WHAT_IF, never written: who asks has the rows that are made of
                        measures made anew with it */
} AstContext;

AST_LIST(AstContexts, AstContext);

typedef enum { AST_SIDE_BEFORE, AST_SIDE_UNTIL, AST_SIDE_AFTER } AstSide;

/* before | until | after MOMENT [within N U] */
typedef struct {
    AstSide side;
    AstExpr *moment; /* path, call, parameter, period or what stood in brackets */
    bool has_within;
    uint32_t within;
    AstUnit unit;
    bool working;
    Span span;
} AstWindow;

struct AstExpr {
    AstExprKind kind;
    uint16_t depth;
    bool in_brackets; /* was written in (round) brackets */
    Span span;        /* without those brackets */
    union {
        Decimal number; /* NUMBER (suffix applied), PERCENT (15% is 0.15) */
        struct {
            Decimal value;
            AstName currency;
        } money;
        struct {
            uint32_t count;
            AstUnit unit;
            bool working;
        } interval; /* 3 months, 3 working days */
        AstText text;
        AstPeriod period; /* PERIOD; a bare year is a NUMBER */
        AstRelative relative;
        AstCalendarUnit calendar_unit; /* fiscal quarter */
        struct {
            AstName calendar;
            AstPeriod period;
        } calendar_period; /* fiscal 2025, fiscal 2025-Q1 */
        AstName parameter;
        AstPath path;
        struct {
            AstName function;
            AstName calendar; /* fiscal quarter(d); text NULL: none is named */
            AstArgs args;
            bool distinct; /* count(distinct x): exactly one argument */
        } call;
        AstQuestion *query;
        struct {
            AstOp op; /* NOT, NEGATE, START_OF, END_OF */
            AstExpr *operand;
        } unary;
        struct {
            AstExpr *first;
            AstTerms terms; /* at least one; ops of one level of binding */
        } chain;
        struct {
            AstOp op;     /* = != < <= > >= ~ ~~ like under */
            bool negated; /* not like */
            AstExpr *left, *right;
        } compare;
        struct {
            bool negated;
            AstExpr *value, *low, *high;
        } between;
        struct {
            bool negated;
            AstExpr *value;
            AstExprs list;      /* IN_LIST, at least one */
            AstQuestion *query; /* IN_QUERY */
            AstExpr *set;       /* IN_SET: a name or parameter without brackets, a
                                   period, a range */
        } in;
        struct {
            bool negated;
            AstExpr *value;
        } is_empty;
        struct {
            AstExpr *low, *high;
        } range;
        struct {
            AstExpr *base;
            AstContexts items;
        } bracket;
        struct {
            AstExpr *base;
            AstExprs keys; /* paths, and units of other calendars */
            bool every;
            const AstWindow *window;
        } per;
    } as;
};

typedef struct {
    AstExpr *value;
    AstAlias alias;
    Span span;
} AstItem;

AST_LIST(AstItems, AstItem);

typedef struct {
    AstLevelOf what;
    AstAlias alias;
    Span span;
} AstByItem;

AST_LIST(AstByItems, AstByItem);

typedef struct {
    AstExpr *value;
    bool on_working; /* previous year on working days */
    AstAlias alias;
    Span span;
} AstVersus;

AST_LIST(AstVersuses, AstVersus);

typedef struct {
    AstExpr *value;
    bool descending;
    Span span;
} AstSort;

AST_LIST(AstSorts, AstSort);

/* What a clause `from` names: exactly one of the three. */
typedef struct {
    AstPath path;
    AstName parameter;
    AstStmt *printing; /* from (show ...): QUESTION or a statement that prints */
} AstFrom;

typedef struct {
    AstClauseKind kind;
    Span span; /* with the keyword */
    union {
        AstByItems by; /* BY, ACROSS; paths of SOLVE's by too */
        AstFrom from;
        AstExpr *expr; /* FOR, WHERE, HAVING, AS_OF, ON (of brief) */
        AstVersuses versus;
        struct {
            AstHowMany n;
            AstPaths per;
            AstExpr *by; /* NULL: not written */
        } top;           /* TOP, BOTTOM */
        AstSorts sort;
        struct {
            bool total, subtotals, others;
        } with;
        struct {
            AstExpr *when;
            AstText text; /* text.text NULL: none */
        } signal;         /* ALARM, WARN */
        AstName name;     /* CHART; FOR of brief is in AstStmt */
        struct {
            AstName name;
            AstExprs arg;   /* none: without brackets */
        } method;           /* USING */
        AstAssigns assigns; /* WHAT_IF */
        AstPaths paths;     /* HOLDING */
        uint32_t count;     /* NEXT, HORIZON, PATHS */
        struct {
            AstName rhythm; /* monthly */
            bool has_last;
            uint32_t last;
        } origins;
    } as;
} AstClause;

AST_LIST(AstClauses, AstClause *);

/* show or list; also what forecast, backtest, bridge, why and solve carry. */
struct AstQuestion {
    bool is_list;
    bool is_bridge;    /* bridge M instead of show M */
    bool is_why;       /* why M instead of show M */
    bool show_implied; /* typed without `show` at the prompt */
    uint16_t depth;    /* of the deepest expression in it */
    AstItems items;
    AstClauses clauses;                        /* as written */
    const AstClause *clause[AST_CLAUSE_COUNT]; /* by kind; NULL: not there.
                                   Each stands at most once (`with` is merged). */
    Span span;
};

#endif
