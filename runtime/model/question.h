/* A resolved question: the contract between resolve/ and plan/. Names are pointers,
   every node is typed; nothing here touches data. Lives in the statement's arena (or
   the session's, when a source or attribute keeps it). */
#ifndef KOERS_RUNTIME_MODEL_QUESTION_H
#define KOERS_RUNTIME_MODEL_QUESTION_H

#include "runtime/model/chart_kind.h"
#include "runtime/model/model.h"
#include "runtime/model/spread.h"

typedef enum {
    AGG_SUM,
    AGG_COUNT, /* rows for which arg is not empty; arg NULL: rows */
    AGG_COUNT_DISTINCT,
    AGG_AVG,
    AGG_MIN,
    AGG_MAX,
    AGG_MEDIAN,
    AGG_PERCENTILE,
    AGG_STDDEV,
    AGG_VARIANCE,
    AGG_FIRST, /* arg of the row with the smallest `by`; ties: larger key */
    AGG_LAST,
    AGG_TEXT_LIST,
} AggFn;

/* Before every day, where `to date` begins, and behind every day. */
enum { DAY_LONG_AGO = -100000000, DAY_FAR_AHEAD = 2932897 };

/* A step of the chain that turns a line's period into the window of days that is
   read for it. */
typedef enum {
    TIME_SHIFT,   /* by n units, as a whole */
    TIME_TO_DATE, /* from the start of the unit in which it ends */
    TIME_SINCE,   /* from the first fact */
    TIME_ROLLING, /* the n units up to its end, or to today */
    TIME_FOR,     /* `range` in its place */
    TIME_CLOSING, /* from the beginning to its end, or to today */
    TIME_OPENING, /* from the beginning to the day before it, or to today */
    TIME_BEFORE,  /* likewise; before the first row there is nothing, which is known */
    TIME_WITHIN,  /* up to today */
    TIME_BETWEEN, /* from where it ends when it is shifted by n units, up to its end or
                     today */
} TimeOp;

typedef struct {
    TimeOp op;
    PeriodUnit unit;
    int32_t n;
    bool full;          /* of a shift: an unfinished period is not cut */
    bool lags;          /* of a shift: back to where what is counted here was made */
    bool on_working;    /* it is cut after as many working days */
    const DaysOff *off; /* then; NULL: none */
    DayRange range;
    bool of_any;     /* of rolling and to date: back from where the first `part` of the
                        window ends, so that it holds what any part sees */
    PeriodUnit part; /* then */
} TimeStep;

/* Rows of a source that take each other's place in time: snapshots of everything, or
   with keys the changes of each key's value. */
typedef struct Succession {
    const Source *source;
    const Expr *at; /* date or moment */
    const Expr *const *key;
    size_t n_key;
    const Expr *known; /* a row that fails it takes no part; NULL: all do */
    bool snapshots;    /* the next row is one of the next snapshot, or there is none */
} Succession;

/* What is not over yet is compared with the other period up to where today stands
   against it. There it is cut */
typedef enum {
    CUT_AT_ONCE, /* when the period is shifted */
    CUT_LAST,  /* behind all steps: what lags is made of whole earlier periods, of which
                  only that is cut which is not over */
    CUT_NEVER, /* what is spread is known before its days have come */
} TimeCut;

/* The context of an aggregate: hash-consed, so equal contexts are one pointer. */
typedef struct {
    const Expr *const *row; /* conjuncts on rows of the leaf's source, sorted by id:
                               question's where, brackets, the measure's own filter */
    size_t n_row;
    const bool *asked;    /* per conjunct: the question's own, not a measure's filter */
    uint64_t lifted;      /* bit per key that `all` lifted: by-items, then the K around
                             the leaf, outermost first */
    const Axis *axis;     /* NULL: the source has none */
    const Axis *until;    /* of a stock: rows leave again; NULL: a flow */
    const TimeStep *step; /* outermost first */
    size_t n_step;
    TimeCut cut;          /* by shifts, also those around the K it stands in */
    const Spread *spread; /* how a row is split below the unit of its axis; NULL: not */
    const Day *as_of;     /* rows that were recorded later are hidden; NULL: none */
} Context;

/* How keys are read in rows of one source. value[i] NULL: time, or the rows do not know
   the key and leaves over them lift it. label[i] NULL: the value is printed. */
typedef struct {
    const Source *source;
    const Axis *axis; /* that dated joins are read on; NULL: any, there are none */
    bool sees_events; /* a value looks at other rows, of which `as_of` hides some */
    const Day *as_of; /* NULL: none */
    const Expr **value;
    const Expr **label;
} Binding;

/* A list of keys, bound per source that is asked for it: the grain of a question, or
   the K of `M per K`. */
typedef struct {
    Binding *binding;
    size_t n_binding, cap_binding;
    size_t n_key;
    Type *type; /* per key */
} KeyList;

/* An inner table of `agg(M per K)`: the measures are evaluated at the question's
   grain with K added, then aggregated in a second step. Equal ones of a question are
   one pointer. */
typedef struct PerKey {
    const struct PerKey *outer; /* nested per: the keys around this one */
    KeyList keys;
    uint32_t first_bit;     /* of its keys, in what is lifted */
    const Context *context; /* of the aggregate over K: what brackets around it lift
                               and shift; no rows, no axis */
    bool every;             /* all K of `home`, not only those with rows */
    bool own_only;          /* with every: only those of `home` */
    const Source *home;     /* of every: the source whose key K is; bound in `keys`.
                               NULL: K are units of time alone */
    const Expr **home_by;   /* of every: the question's by-items over home, NULL where
                               home does not reach one: then each line has all K */
    const Expr *const *home_row; /* of every: conditions of the context home reaches */
    size_t n_home_row;
} PerKey;

/* One aggregate in one context: what measure trees end in. */
struct Leaf {
    uint32_t id;          /* order of first occurrence in the question */
    const Source *source; /* NULL with per */
    const Question *rows; /* what answers in its place where the source is an answer;
                             NULL: the source's own */
    AggFn fn;
    const Expr *arg;   /* row level over source; with per: answer level, over its
                          own leaves with the keys added; NULL for count() */
    const Expr *by;    /* of first, last; level as arg */
    const Expr *gone;  /* of a stock: what a row that leaves takes away, as arg */
    const Expr *where; /* with per: a condition per K, answer level; else NULL */
    const PerKey *per; /* aggregates over lines of this inner table; NULL: rows */
    const PerKey
        *grain; /* stands inside this inner table; NULL: at the question's grain */
    Decimal p;  /* of percentile, 0..1 */
    const Context *context;
    Type type;
    Span span;
};

/* `M per K before | until | after TIME within N U`, for one aggregate of M: its rows
   of the same K that lie between two times of the row that looks. A row of the same
   source is told from itself by its key. */
struct EventWindow {
    const Leaf *leaf;
    const Question *by_keys; /* M by K, whose leaf it is */
    const Binding *key;      /* K over rows of the leaf's source */
    uint32_t n_key;
    bool moments;              /* times are compared by the second, else by the day */
    bool has_from, after_from; /* t >= from; t > from */
    bool has_to, until_to;     /* t < to; t <= to */
    bool in_order;   /* before or after the row itself: by time, then by its key */
    uint32_t n_self; /* key columns of the row; 0: it cannot be its own event */
};

typedef enum {
    ITEM_MEASURE,
    ITEM_ATTRIBUTE, /* entity.attribute beside the entity: stands among the keys, but is
                       no level of its own */
} ItemRole;

typedef struct {
    ItemRole role;
    const char *title; /* alias or the item's text */
    const Expr *value; /* answer level */
    Type type;
    bool is_hidden;  /* wanted by having/sort/top only */
    bool as_it_is;   /* under `what if`: what would be stands beside it */
    uint32_t before; /* of an attribute: by-items that print before it */
    Span span;
} Item;

typedef enum { BY_DIM, BY_TIME } ByRole;

/* A dimension of the grain. Per leaf source it is bound to a row expression. */
typedef struct {
    ByRole role;
    const char *title;
    Type type;         /* of the value: BY_TIME and month(x): VALUE_PERIOD */
    const Dim *dim;    /* the dimension itself when it is one, for labels */
    const Dim *sorted; /* a dimension with an order whose values these are; or NULL */
    PeriodUnit unit;   /* of BY_TIME */
    bool across;
    bool is_bare; /* prints as itself, where others of the answer print as labels */
    bool is_key;  /* of a list: a column that names rows, of this source or a joined one
                   */
    bool is_hidden; /* of a list: spoken of, but no column; behind those that are */
    Span span;
} ByItem;

typedef struct {
    const Expr *value; /* answer level */
    bool descending;
} SortKey;

typedef struct {
    bool present, bottom;
    uint64_t n;
    const Expr *by; /* NULL: as sorted */
    uint32_t n_per; /* the first n_per by-items are the partition */
} Top;

typedef struct {
    bool warn;
    const Expr *when;            /* boolean, answer level */
    const struct TextPart *text; /* NULL: none */
    size_t n_text;
    Span span;
} Alarm;

/* A piece of an interpolated text: literal, or an answer-level expression. */
typedef struct TextPart {
    const char *literal;
    const Expr *value;
} TextPart;

enum { WITH_TOTAL = 1, WITH_SUBTOTALS = 2, WITH_OTHERS = 4 };

/* How `why` splits a change over the lines of a part, and which items a part has. */
typedef enum {
    WHY_SUM,   /* M now and before; a line per member */
    WHY_RATE,  /* numerator and denominator now, then before; likewise */
    WHY_PRICE, /* M and quantity now, then before; likewise */
    WHY_TERMS, /* as WHY_RATE; one line */
    WHY_MOVES, /* a stock now and before, then what moved between; one line */
} WhyKind;

enum { WHY_REASONS_MAX = 8 };

/* `why M versus X`: columns are the keys, M, X, the reasons, what they add up to and
   its share. A part is a plain question whose answer is split. */
typedef struct Why {
    WhyKind kind;
    const char *title, *before; /* of M and of X */
    Type type;                  /* of M */
    const char *const *reason;
    size_t n_reason;
    const Question *const *part; /* several: each by another dimension, of which the one
                                    that explains most is shown; none: this is a part */
    size_t n_part;
    bool chooses; /* keys are the dimension that was chosen, and its member */
    bool has_top;
    uint64_t n_top;    /* members that are shown; the others are one line */
    bool has_for;      /* else it is about the period that today lies in */
    const char *whole; /* why price, volume and mix are not told apart; NULL: they are,
                          or nobody would expect it */
} Why;

/* `forecast M by U`: what is to come behind the past that the question asks about. Its
   columns are the keys and items; it is answered by what made it. */
typedef struct Ahead {
    const char *of;          /* the title of M */
    bool adds_up;            /* over time */
    bool has_paths;          /* a line per path, else one per period and unit */
    bool by_deal;            /* a line per period and open deal */
    bool assumes;            /* a `what if` of its own puts measures at another value */
    const Question *past[7]; /* all that is asked for it; NULL behind them */
    const Question *lines;   /* what is asked of its lines; NULL: nothing */
    const void *ask;         /* how it is made: the session's own */
} Ahead;

struct Question {
    bool is_list;
    bool is_lasting; /* it belongs to the model, as `M per K` of a dimension or what a
                        declared source answers */
    bool is_bridge;  /* the last item is the sum of the others */
    const Why *why;  /* of `why`, and of its parts; NULL */
    const Ahead *ahead;        /* of a forecast that is read as a source; NULL */
    const Source *list_source; /* of list */
    Item *item;
    size_t n_item;
    ByItem *by; /* across items last; time units from coarse to fine */
    size_t n_by, n_across;
    KeyList keys;         /* by, bound per source; BY_TIME is bound to NULL: the
                             leaf's axis gives it */
    const Source *from;   /* clause `from`, or the only source of a question that has
                             no measure; NULL */
    const Question *rows; /* of a list, or of `from` without a measure: as of a leaf */
    const Leaf **leaf;    /* distinct, in order of id, nested ones before the outer */
    size_t n_leaf, cap_leaf;
    bool has_for;
    bool to_end;    /* without `for`: lines go on to where its sources end, up to today,
                       whichever rows are left of them */
    DayRange shown; /* of `for` */
    Span shown_span;
    bool shown_in_weeks;   /* `for` is said in ISO weeks */
    PeriodUnit shown_year; /* of the calendar that `for` names, or of the one set */
    const char *for_text;  /* for the heading */
    const Expr *having;    /* answer level, or NULL */
    SortKey *sort;
    size_t n_sort;
    Top top;
    Top tail; /* `bottom` beside `top`: what either takes is seen */
    unsigned with;
    bool sparse;
    Alarm *alarm;
    size_t n_alarm;
    ChartAsk chart;
    const Measure **measure; /* that its items and clauses stand on, each once */
    size_t n_measure, cap_measure;
    bool as_if;        /* rows that Koers makes of measures are read as they would be */
    bool sees_what_if; /* an item is read with a measure at another value */
    const AstExpr **put; /* the values that take the place of measures, each once */
    size_t n_put, cap_put;
    const char *foot;       /* said under the answer; NULL: nothing */
    const Question **part;  /* of a stack that is read as it would be: what answers in
                               the place of its parts, NULL: their own; else NULL */
    const Context *context; /* of `from`: where, for questions without a measure */
    Span span;
};

/* Is key `bit` among those that a context lifts? */
bool question_lifts(uint64_t lifted, size_t bit);

/* What the columns of reasons are called, but for WHY_MOVES. */
const char *const *why_reasons(WhyKind kind, size_t *n);

/* By-items that are columns: all but the hidden ones of a list. */
size_t question_shown_keys(const Question *q);

/* Does `expr` hold running or prior, which depend on the order of the lines? */
bool question_follows_order(const Question *q, const Expr *expr);

bool event_window_equal(const EventWindow *a, const EventWindow *b);
/* Do the steps end in the reading of a stock? */
bool time_steps_read_stock(const TimeStep *step, size_t n);
bool time_steps_equal(const TimeStep *a, const TimeStep *b, size_t n);

/* The first source that knows key `i`; where none does, the first. */
const Source *key_list_source(const KeyList *keys, size_t i);
/* NULL when `source`, read on `axis`, was not asked for these keys. */
const Binding *key_list_binding(const KeyList *keys, const Source *source,
                                const Axis *axis, const Day *as_of);

#endif
