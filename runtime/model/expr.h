/* Resolved expressions: names are pointers, every node has a type. One tree serves
   rows of a source, lines of an answer and constants; what stands at its leaves
   tells which. Nodes are hash-consed by expr_intern (equal trees are one pointer)
   and never change afterwards. They live in the arena of their ExprTable. */
#ifndef KOERS_RUNTIME_MODEL_EXPR_H
#define KOERS_RUNTIME_MODEL_EXPR_H

#include "runtime/base/arena.h"
#include "runtime/base/civil.h"
#include "runtime/base/decimal.h"
#include "runtime/diag/span.h"
#include "runtime/model/calendar.h"
#include "runtime/model/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Source Source;
typedef struct Join Join;
typedef struct Axis Axis;
typedef struct Dim Dim;
typedef struct Leaf Leaf;
typedef struct Question Question;
typedef struct EventWindow EventWindow;
struct PerKey;
struct Succession;
typedef struct Expr Expr;

typedef enum {
    EXPR_CONST,     /* value */
    EXPR_CALL,      /* fn(args); operators are functions too: function.def */
    EXPR_COLUMN,    /* a stored column of `source`; row level */
    EXPR_LOOKUP,    /* arg[0], an expression over join->target, for the row that join
                       finds; the values of its key are join->on or, where there are more
                       args, those; behind them the day or moment of a dated join */
    EXPR_ATTRIBUTE, /* row level: column `column` of the answer to `sub`, a question by
                       the keys K, looked up by args = the row's values of K */
    EXPR_WINDOW,    /* row level: an aggregate over events of the row's K near a time;
                       args are the values of K, the ends, the row's own key */
    EXPR_TREE,      /* row level: of the entity with key arg[0], the one above it at a
                       level, or (level 0) whether constant arg[1] is above it; behind
                       them the day or moment where parents are dated */
    EXPR_NEXT,    /* row level: when another row takes the place of this one; args: its
                     time, and the key of the row where the rows have K */
    EXPR_BESIDE,  /* row level: arg[0] of the row before or after this one, which the
                     other args, its source's key, find; empty where there is none */
    EXPR_INSTANT, /* row level: the day on which what is read of a row of a stock begins
                     or ends: the day of arg[0], the value of `axis`; of a part of a row
                     that is cut, the part's own */
    EXPR_MEMBER,  /* is tuple args among the lines of `sub`? */
    EXPR_SCALAR,  /* the one value of `sub` */
    EXPR_CLOSING, /* the last day of what `leaf` sees of a line, or today */
    EXPR_LEAF,    /* an aggregate in a context; answer level */
    EXPR_EDGE,    /* the day after the window of a leaf, as a number; answer level */
    EXPR_KEY,     /* by-dimension number `index` of the question; answer level */
    EXPR_GRAIN,   /* key `index` of the K around, inside M per K; answer level */
    EXPR_ENTITY,  /* an attribute of an entity, an expression over the rows of its
                     source, for the key arg[0]; answer level */
    EXPR_ITEM,    /* item number `index` of the question: an alias; answer level */
    EXPR_TABLE,   /* table calculation `fn` over args; answer level */
} ExprKind;

typedef enum {
#define FUNCTION(name, text, min, max, rule) FN_##name,
#include "runtime/model/function.def"
#undef FUNCTION
    FN_COUNT
} FnId;

/* A constant. `empty` wins over the rest. */
typedef struct {
    bool empty;
    union {
        Decimal number;
        struct {
            const char *text;
            size_t len;
        } text;
        bool boolean;
        Day day;         /* date */
        int64_t seconds; /* moment */
        int32_t period;  /* ordinal, see calendar.h */
    } as;
} Value;

struct Expr {
    uint32_t id; /* order of first occurrence */
    ExprKind kind;
    Type type;
    Span span; /* of the first occurrence */
    union {
        Value value;
        FnId fn;
        struct {
            const Source *source;
            uint32_t column;
        } column;
        const Join *join;
        const struct Succession *next;
        const Axis *axis;
        struct {
            const struct Succession *next;
            bool before;
        } beside;
        const Leaf *leaf;
        const EventWindow *window;
        struct {
            const Dim *dim;
            uint32_t level;
        } tree;
        uint32_t index;
        struct {
            const struct PerKey *per;
            uint32_t index;
        } grain;
        struct {
            const Dim *dim;
            const Expr *value;
        } entity;
        struct {
            const Question *question;
            uint32_t column; /* item of the question */
        } sub;
    } as;
    const DaysOff *off; /* of calls that count working days; NULL: none */
    uint32_t n_arg;
    uint32_t depth; /* height of the tree */
    uint32_t size;  /* inner nodes of the tree; shared ones count again */
    bool is_dated;  /* holds a look-up through a dated join that has no day yet */
    bool is_cut;    /* holds a look-up at an EXPR_INSTANT: its value changes while a row
                       of a stock counts */
    const Expr **arg;
};

/* Trees deeper than this are refused with DIAG_TOO_DEEP. */
enum { TREE_DEPTH_MAX = 100 }; /* levels of a hierarchy */
enum { EXPR_DEPTH_MAX = 1000, EXPR_SIZE_MAX = 1 << 22 };

typedef struct ExprTable ExprTable;

/* `parent` may be NULL: nodes it has are shared, so its nodes may be args here. */
ExprTable *expr_table_new(Arena *arena, const ExprTable *parent);
void expr_table_free(ExprTable *table);

typedef struct {
    const Expr *const *arg;
    uint32_t n;
} ExprArgs;

/* The one node equal to `*node` (span does not count); copies node and args. */
const Expr *expr_intern(ExprTable *table, const Expr *node);
const Expr *expr_const(ExprTable *table, Type type, Value value, Span span);
const Expr *expr_call(ExprTable *table, FnId fn, Type type, Span span, ExprArgs args);

/* Where `call`, one of + days, + months, + working days, takes a day; INT64_MAX: far
   outside the calendar. */
int64_t expr_shift_day(const Expr *call, Day day, int64_t n);

#endif
