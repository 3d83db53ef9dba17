/* Inside resolve/: where a name is looked up, and the context that surrounds it. */
#ifndef KOERS_RUNTIME_RESOLVE_SCOPE_H
#define KOERS_RUNTIME_RESOLVE_SCOPE_H

#include "runtime/base/suggest.h"
#include "runtime/resolve/resolve.h"

/* [in USD], [in USD at period end], [in USD at 2025-01-01] */
typedef struct {
    enum { CURRENCY_AT_FACT, CURRENCY_AT_PERIOD_END, CURRENCY_AT_DAY } kind;
    char code[CURRENCY_SIZE];
    Day day;
    bool is_set; /* by `set currency`, elsewhere */
    Span span;
} CurrencyWish;

/* as of D: the last day of D */
typedef struct {
    Day day;
    Span span;
} AsOf;

/* What surrounds an aggregate and changes its context: the question's `where`, one
   item of a bracket, the filter and axis of a measure. Read anew in every source that
   it meets. */
typedef enum {
    READING_NONE,
    READING_OPENING,
    READING_CLOSING,
    READING_AVERAGE
} StockReading;

typedef struct Frame {
    const struct Frame *outer;
    bool is_question;          /* the question's `where` */
    bool is_measure;           /* what a measure's own definition says */
    bool is_grain;             /* K is added here; says nothing else */
    const AstExpr *where;      /* NULL: none */
    const Source *where_scope; /* source whose columns `where` may name; NULL: only
                                  dimensions */
    const AstPath *axis;       /* NULL: as outside */
    const Source *axis_scope;
    bool lifts_all;       /* [all] */
    const AstExpr *lift;  /* [all D]; NULL: none */
    uint64_t lift_bits;   /* by-items that share() lifts; no condition with them */
    const TimeStep *step; /* NULL: none */
    const CurrencyWish *currency; /* [in USD]; NULL: as outside */
    const AsOf *as_of;            /* NULL: none */
    const AstSpread *spread;      /* NULL: none */
    const struct Profile *lag;    /* NULL: none */
    const AstStock *stock;        /* NULL: none */
    const Source *stock_scope;
    StockReading reading;         /* of stocks */
    const struct WhatIf *what_if; /* NULL: none */
    bool makes_rows;              /* then also those that Koers makes of measures */
    const struct Frame *outside; /* what_if between here and there is not heard; NULL */
    Span span;
} Frame;

enum { MEASURE_DEPTH_MAX = 64 };

/* entity.attribute beside the entity. */
typedef struct {
    const AstExpr *ast;
    const char *title;
    uint32_t before; /* keys that print before it */
} KeyAttribute;

/* The question under construction. */
typedef struct QuestionBuilder {
    Resolver *r;
    Question *q;
    const AstExpr **key; /* what the by-items are, per by-item */
    const char **key_title;
    size_t n_key;
    KeyAttribute *attribute;
    size_t n_attribute;
    const struct QuestionBuilder *outer;
    const AstExpr *axis_key; /* month(AXIS) that is read as a unit; NULL: none is */
    bool on_axis, off_axis;  /* a leaf is read on that axis; one is not */
    bool is_attribute;       /* M per K as a column: K are no lines */
    bool is_check;           /* a definition by itself: nothing is known of lines */
    bool in_lines;           /* having, sort, top, alarm: aliases are known */
    size_t cap_item;
    const AstExpr **item;                     /* what the items are, per item */
    const Measure *inside[MEASURE_DEPTH_MAX]; /* measures that are being read */
    unsigned depth;
    unsigned fresh;              /* those before stand outside of a `what if` */
    const AstAssigns *run;       /* what the `run` around assigns; NULL: nothing */
    struct WhatIfs *what_if;     /* with the question's own; NULL: none */
    struct AsItWere *as_it_were; /* answers under `what if`, so far */
    struct AsOfPair *known;      /* what `as of` hides rows from; NULL: nothing yet */
    const PerKey **per;          /* distinct */
    size_t n_per, cap_per;
} QuestionBuilder;

/* Rows of one source. */
typedef struct {
    Resolver *r;
    const Source *source;
    bool with_columns;    /* plain columns may be named, else dimensions only */
    const char *defining; /* a definition never sees itself; NULL */
    const Frame *frame;
    const struct ListScope *list; /* lines of a list; NULL */
} RowScope;

/* A list's rows know measures, taken per row's own key, and the list's aliases. */
typedef struct ListScope {
    struct QuestionBuilder *qb;
    Binding *item;
    const AstClause *shown;  /* `for`, or NULL */
    const AstClause *as_of;  /* or NULL */
    const Day *known;        /* its day; NULL: none */
    struct WhatIfs *what_if; /* measures are read under it; NULL: as they are */
} ListScope;

/* Answer level: measures, keys, aliases. */
typedef struct {
    QuestionBuilder *qb;
    const Source *source; /* scope of a source's measure or `from S`; NULL */
    const Frame *frame;
    const PerKey *grain;  /* inside M per K */
    bool in_bracket;      /* an alias is read anew */
    const RowScope *rows; /* lines of a list: what does not look at other lines is a
                             value of the row; NULL */
} ValueScope;

/* row.c */
const Expr *row_expr(const RowScope *scope, const AstExpr *ast);
/* The same and a boolean, else an error. */
const Expr *row_condition(const RowScope *scope, const AstExpr *ast);
/* table_call.c: share, rank, running, prior. */
const Expr *table_call_expr(const ValueScope *scope, const AstExpr *ast, FnId fn);
/* value.c */
/* The line's own key, when the name is one of the by-items; NULL: it is none. */
const Expr *value_key(const ValueScope *scope, const AstPath *path);
const Expr *value_expr(const ValueScope *scope, const AstExpr *ast);
const Expr *value_condition(const ValueScope *scope, const AstExpr *ast);
/* Where the definition of `m` is read, around which `scope` stands. */
ValueScope value_inside(const ValueScope *scope, const Measure *m);
/* The measure that the name stands for; NULL: none. */
Measure *value_measure(const ValueScope *scope, const AstPath *path);
/* what_if.c: the frame of `what if m = expr`; false: reported. */
bool what_if_frame(const ValueScope *scope, const AstAssign *assign, Frame *frame);
/* What the measure is put at by a bracket or clause around it; false: by none. *expr is
   NULL when that was reported. */
bool what_if_expr(const ValueScope *scope, const Measure *m, const Expr **expr);
/* what_if_answer.c: what the rows of an answer would be under the `what if` around
   `scope`; *rows is NULL where they would be the same, or cannot be made anew. false:
   reported. */
bool what_if_rows(const ValueScope *scope, const Source *source, const Question **rows);
/* `(show ...)` as a value, under the `what if` around it. */
const Expr *what_if_scalar(const ValueScope *scope, const AstExpr *ast);
/* An attribute of an entity that the lines are kept by; NULL: it is none, nothing is
   reported. */
const Expr *value_attribute(const ValueScope *scope, const AstPath *path);
/* leaf.c */
const Expr *leaf_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn);
bool leaf_is_aggregate(const char *name, AggFn *fn);
typedef struct {
    const Source *source;
    const Axis *axis; /* what dated joins are read on */
    bool with_columns;
    bool without_time; /* units of time are no matter of the source */
    bool partly;       /* keys that its rows do not know are left out, unreported */
    uint64_t lifted;  /* bit per key: likewise, for what is bound does not ask for it */
    const Day *as_of; /* what is known to keys that look at other rows; NULL: all */
} BindTo;
const Binding *leaf_bind_keys(QuestionBuilder *qb, KeyList *keys,
                              const AstExpr *const *key, BindTo to);
/* list.c */
/* Does it hold a table calculation, or the name of a column that is one? */
bool list_looks_at_lines(const QuestionBuilder *qb, const AstExpr *ast);
/* A value of the row as one of the line: a key, unseen where it is no column. */
const Expr *list_value(const ValueScope *scope, const AstExpr *ast);
/* context.c */
/* The context of rows of `source`; NULL: reported. */
const Context *leaf_context(const ValueScope *scope, const Source *source, Span span);
/* The context of rows of K's own source, which take of what surrounds them what they
   know; `condition`: one more, or NULL. */
Context *leaf_context_of_home(const ValueScope *scope, const Source *home,
                              const Expr *condition);
/* What surrounds an aggregate over M per K: nothing but what is lifted and shifted. */
const Context *leaf_context_of_keys(const ValueScope *scope);
bool context_equal(const Context *a, const Context *b);
/* What the brackets around an aggregate leave of the question's condition; NULL:
   nothing, or with *ok false an error was reported. */
const AstExpr *lift_where(const ValueScope *scope, const Source *source,
                          const AstExpr *where, bool *ok);
/* Is a column of the lines called so? */
bool lift_names_column(const QuestionBuilder *qb, const AstExpr *dim);
/* Bits of the keys that the brackets lift: by-items, and the K around. */
uint64_t lift_keys(const ValueScope *scope);
/* around.c */
/* What stands around a question, and around nothing that the model defines. */
typedef struct {
    const char *currency;
    const Frame *assumed;
} Around;
/* Its frames: `set currency`, and the `what if` around the answer that it makes. NULL:
   none. */
const Frame *around_question(Resolver *r);
/* Between the two a definition is read. Returns what to give back. */
Around around_suspend(Resolver *r);
/* The same of one that is read anew where it stands. */
Around around_define(Resolver *r);
void around_resume(Resolver *r, Around around);
/* currency.c */
/* A measure that is named at `span` and declared as money, in the currency that is
   wished around it; *declared becomes that one. NULL: reported. */
const Expr *currency_convert(const ValueScope *scope, const Expr *expr, Span span,
                             Type *declared);
/* The mean of what a stock closes with on the days of a line, such that a rate at the
   end of the line is the rate of the mean. */
const Expr *currency_mean(const ValueScope *scope, const Expr *mean,
                          const Leaf *closing);
/* The currency that amounts are converted to here; NULL: none is. */
const char *currency_wished(const ValueScope *scope);
bool currency_frame(Resolver *r, const AstContext *item, Frame *frame);
/* Is what stands in the bracket money of the wished currency, or a ratio of such? */
bool currency_check(const ValueScope *scope, const Expr *expr, const Frame *frame);
/* bracket.c */
const Expr *bracket_expr(const ValueScope *scope, const AstExpr *ast);
/* Where what the bracket stands behind is read; false: reported. */
bool bracket_scope(const ValueScope *scope, const AstExpr *ast, ValueScope *inner);
/* A bracket behind something that is no measure. */
void bracket_report_base(Resolver *r, Span span);
/* as_of.c: the frame of `as of D`; false: reported. */
bool as_of_frame(Resolver *r, const AstExpr *when, Span span, Frame *frame);
/* Was the row recorded by then? NULL: reported. */
const Expr *as_of_condition(Resolver *r, const Source *source, const AsOf *as_of,
                            const Expr *own);
/* Does the source say when its rows were recorded? */
bool as_of_is_kept(Resolver *r, const Source *source);
/* as_of_reach.c: the day of `as of` around an aggregate, the earliest; NULL: none. */
const Day *as_of_day(const ValueScope *scope);
/* Is it told by other rows: `M per K`, an event window? */
bool expr_sees_rows(const Expr *expr);
/* The same, or does it look at the answer to a question? */
bool expr_asks(const Expr *expr);
/* A row expression whose event windows and `M per K` see what was known by `day`;
   itself where that is NULL. */
const Expr *as_of_reach(QuestionBuilder *qb, const Expr *expr, const Day *day);
/* names.c: is a name in `show` or `by` a dimension (and no measure) from anywhere? */
bool question_names_dimension(const Resolver *r, const Source *from,
                              const AstExpr *ast);
/* title.c: a name, as a column's title, as it was declared and not as it was typed. */
const char *question_name(Resolver *r, const Source *from, const AstPath *path);
/* answer.c */
/* Which dimensions the lines are kept by. */
void answer_find_dims(QuestionBuilder *qb);
/* What a source that is an answer has without being told. */
void answer_complete(Resolver *r, Source *source);
/* The same for a stack: entities whose keys a column holds in all parts that have it.
 */
void answer_complete_stack(Resolver *r, Source *stack);
/* leaf.c */
/* The leaf as an expression; equal leaves are one. */
const Expr *leaf_expr(const ValueScope *scope, const Leaf *asked);
bool leaf_percentile_point(const ValueScope *scope, const AstExpr *ast, Decimal *p);
/* What is printed for the key, an entity or another name of one; NULL: its value. */
const Expr *leaf_key_label(const RowScope *scope, const AstExpr *key);
/* The dimension whose values the key has, when it says how they are sorted; or NULL. */
const Dim *leaf_key_sorted(const RowScope *scope, const AstExpr *key);
/* Is the key a unit of time? Of an unknown calendar it is a civil one. */
bool leaf_is_time_unit(const Resolver *r, const AstExpr *key, PeriodUnit *unit);

/* A set of conditions that hold together. */
typedef struct {
    const Expr **item;
    size_t n, cap;
} Conjuncts;

/* stock.c: what makes an aggregate a stock. */
typedef struct {
    const AstStock *ast; /* NULL: it is none */
    StockReading reading;
    Span span; /* of what says how it is read */
} Stock;

bool stock_is_asked(const ValueScope *scope);
/* What the frames say of an aggregate over rows of `home`. false: reported. */
bool stock_find(const ValueScope *scope, const Source *home, Span span, Stock *stock);
/* Gives a context its two axes; adds the condition that a row counts at all to `row`.
   false: reported. */
bool stock_axes(const ValueScope *scope, const Source *home, const AstStock *ast,
                Context *context, const Expr **condition);
/* Is a row open, or closed after it began? */
const Expr *stock_is_counted(Resolver *r, const Expr *begins, const Expr *ends,
                             Span span);
/* bridge.c: the items of `bridge M`. false: reported. */
bool bridge_items(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast);
/* Is `from` the stock `to`, of a period before? */
bool bridge_can_lead(const Expr *from, const Expr *to);
/* The items of what happened between their two instants. false: reported. */
bool bridge_between(QuestionBuilder *qb, const Expr *from, const Expr *to, Span span);
/* The stock as an expression: a leaf, or for `average` what is computed of several.
   NULL: reported. */
const Expr *stock_expr(const ValueScope *scope, Leaf *leaf);
/* false: the aggregate would add a stock up over time, which was reported. */
bool stock_check_per(const ValueScope *scope, const Leaf *leaf,
                     const AstExpr *const *key);

/* The conjuncts of an `and`, each on its own and once. */
void leaf_add_conjuncts(Resolver *r, const Expr *cond, Conjuncts *to);
void leaf_sort_conjuncts(Conjuncts *list); /* by id */

/* per.c: aggregates over M per K. */
/* K as it is named, a parameter as what it stands for; NULL: reported, it names none.
 */
const AstExpr *per_key_named(Resolver *r, const AstExpr *ast);
/* avg(M per K), last(M per K by t) */
const Expr *per_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn);
/* The mean over the days of a line of what a stock closes with on each. */
const Expr *per_mean_of_days(const ValueScope *scope, const Leaf *stock);
/* count(K where C) */
const Expr *per_count(const ValueScope *scope, const AstExpr *call);
/* Is something taken from the rows of each K? */
bool per_meets_keys(const Expr *expr, const PerKey *per);
/* per_home.c: the aggregate over all K, with the way it adds up. */
const Expr *per_leaf(const ValueScope *scope, Leaf *leaf);
/* Does a leaf that each key of the lines parts know it? Else false, and the first leaf
   was reported as one that does not. */
bool per_check_known(QuestionBuilder *qb);
/* What key i of M per K is written as. */
const AstExpr *per_key_syntax(const PerKey *per, size_t i);
/* leaf_check_units for the keys of the question and of the K around. */
bool per_check_units(const ValueScope *scope, const Source *source, const Axis *axis);
/* Binds the keys of the question and of the K around in `source`. */
bool leaf_bind_grain(const ValueScope *scope, const Source *source, const Axis *axis);
/* K inside M per K, or an attribute of an entity K; NULL: neither, nothing reported. */
const Expr *per_path(const ValueScope *scope, const AstPath *path);
/* The same for a dimension that the own source of K reaches. */
const Expr *per_bare(const ValueScope *scope, const AstExpr *name);

/* kept.c */
/* "rep and quarter": what a source is kept by; NULL: it has no key. */
const char *kept_by(const Resolver *r, const Source *source);
/* Time units among `key` are not finer than that of the axis; false: reported. */
bool leaf_check_units(Resolver *r, const AstExpr *const *key, size_t n,
                      const Source *source, const Axis *axis);
/* Nor do `for` and brackets begin or end inside a period of it; false: reported. */
bool kept_check_days(const ValueScope *scope, Span span, const Source *source,
                     const Context *context);
/* `month(period)` of an axis that knows quarters only; false: reported. */
bool kept_check_call(const RowScope *scope, const AstExpr *call);
void kept_report_no_axis(Resolver *r, const AstExpr *key, const Source *source,
                         PeriodUnit unit);

/* reach.c: what a name leads to from the rows of a source. */
typedef struct {
    const Join *join[8];
    size_t n_join;
    Dim *dim;   /* or */
    Axis *axis; /* an axis of the source at the end, or */
    int column; /* a column of it; -1 */
    const Source *end;
} Reach;

enum { REACH_NONE, REACH_ONE, REACH_MANY };

/* Looks `path` up from `source`; on REACH_MANY an error was reported, on REACH_NONE
   nothing was. */
int reach_path(const RowScope *scope, const AstPath *path, Reach *found);
/* The row expression for what was found, wrapped in its look-ups. */
const Expr *reach_expr(const RowScope *scope, const Reach *found, Span span);
/* Wraps an expression over the end of the joins for the rows at their start. */
const Expr *reach_wrap(Resolver *r, const Reach *found, const Expr *expr);
void reach_suggest(const RowScope *scope, Suggest *suggest);

/* Names in a definition of `source`, which does not see itself. */
RowScope definition_scope(Resolver *r, const Source *source, const char *name);
/* source.c: lazily resolved parts; NULL or false: reported. */
const Expr *dim_value(Resolver *r, Dim *dim);
/* The same, as it would be under what is assumed around. NULL: reported. */
const Expr *dim_value_here(Resolver *r, Dim *dim);
const Expr *axis_value(Resolver *r, Axis *axis);
const Dim *dim_identity(Resolver *r, Dim *dim);
/* The label of an entity, a column or a dimension of its source; NULL: it has none, or
   what is wrong with it is reported. */
const Expr *dim_label(Resolver *r, const Dim *entity);
/* What the values of a dimension are sorted by, over rows of its source; NULL: they are
   in their own order, or what is wrong with it is reported. */
const Expr *dim_order(Resolver *r, const Dim *dim);

/* dated.c: `expr` over rows of `source` with its dated look-ups read on `axis`; NULL
   where expr is, or reported: the source has no axis. */
const Expr *dated_bind(Resolver *r, const Expr *expr, const Source *source,
                       const Axis *axis, Span span);
/* `expr`, bound on the beginning axis of a stock, on another day of the row. */
const Expr *dated_at(Resolver *r, const Expr *expr, const Axis *axis, const Expr *day);
/* A look-up of `found`, by the keys of the join. */
const Expr *dated_lookup(Resolver *r, const Join *join, const Expr *found);

/* profile.c */
/* How the innermost frame that says so splits rows read on `axis`; NULL: not, or with
 *ok false an error was reported. */
const Spread *spread_of(const ValueScope *scope, const Source *source, const Axis *axis,
                        bool *ok);
/* May the aggregate be split? false: reported. */
bool spread_check_aggregate(Resolver *r, const Leaf *leaf);

/* unknown.c: do joins of the source lead to the other one? */
bool source_leads_to(const Source *source, const Source *other);
/* Says why `path` leads nowhere from the rows of a source. */
void report_unknown_in_rows(const RowScope *scope, const AstPath *path);
/* Offers the dimensions of the model. */
void suggest_dimensions(Suggest *suggest, const Model *model);
/* customer.region; in the arena. */
const char *path_text(Arena *arena, const AstPath *path);
/* An entity that values can be taken per, for messages: one that rows of `source` (may
   be NULL) join, or with `itself` are; else `K`. */
const char *key_example(const Source *source, bool itself);

/* place.c: where an expression was read last, for messages. */
void place_note(Resolver *r, const Expr *expr, Span span);
Span place_of(const Resolver *r, const Expr *expr);

/* typing.c */
const Expr *typed_call(Resolver *r, FnId fn, Span span, const Expr *const *arg,
                       uint32_t n_arg);
/* What holds nothing as a value of `kind`, a number or a date; else `expr`, which may
   be NULL. */
const Expr *typed_as(Resolver *r, const Expr *expr, ValueKind kind);
/* Functions and values that stand on each other may stand for more than memory holds:
   false when there were too many, which was reported at `span`. */
bool shared_may_expand(Resolver *r, Span span);
/* The same for how deep they stand on each other; shared_leave follows when true. */
bool shared_enter(Resolver *r, Span span);
void shared_leave(Resolver *r);
/* An ordinary function by name; FN_COUNT when there is none. */
FnId function_by_name(const char *name);
bool types_compare(Type a, Type b);
/* Says that `function_name` does not take the two together. */
void types_report(Resolver *r, const char *function_name, Span span, const Expr *a,
                  const Expr *b);
/* A value of *type is declared as `to`: a plain number takes any kind, another keeps
   its own. false: reported at `span`. */
bool types_relabel(Resolver *r, Type *type, Type to, Span span);

/* literal.c: constants and operators that rows and answers share. */
typedef const Expr *(*ResolveChild)(const void *scope, const AstExpr *ast);
/* Resolves a node whose meaning does not depend on the scope (literals, operators,
   scalar functions), its children by `child`; sets *handled to false and returns NULL
   when the node is a name or needs the scope. */
const Expr *shared_expr(Resolver *r, const AstExpr *ast, ResolveChild child,
                        const void *scope, bool *handled);
const Expr *constant_number(Resolver *r, Decimal number, Span span);
/* today, now, empty, true, false */
bool literal_is_word(const char *name);
/* period.c */
PeriodBase period_base(AstUnit unit);
/* `all time`, or a parameter that is. */
bool period_is_all_time(const Resolver *r, const AstExpr *ast);
/* The unit in the calendar that is set. */
PeriodUnit period_unit(const Resolver *r, AstUnit unit);
/* The same with the calendar that is written; false: reported. */
bool period_calendar_unit(Resolver *r, const AstCalendarUnit *ast, PeriodUnit *unit);
/* The whole number that is written, or that the parameter has; false: reported. */
bool period_how_many(Resolver *r, const AstHowMany *ast, uint32_t *n);
/* The ordinal of a civil literal in its own unit. */
int32_t period_literal(const AstPeriod *p);
/* fiscal 2025-Q1: unit and ordinal; false: reported. */
bool period_of_calendar(Resolver *r, const AstExpr *ast, PeriodUnit *unit,
                        int32_t *ordinal);
/* "fiscal quarter", for messages; in the arena. */
const char *period_unit_text(const Resolver *r, PeriodUnit unit);

Diag *resolve_not_yet(Resolver *r, Span span, const char *what);

#endif
