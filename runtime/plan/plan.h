/* What has to be read to answer a question: groups, each one source in one context at
   one grain, gathered in passes of one scan each. Pointers and numbers only; nothing
   here has seen data. All of it lives in the arena it was planned in. */
#ifndef KOERS_RUNTIME_PLAN_PLAN_H
#define KOERS_RUNTIME_PLAN_PLAN_H

#include "runtime/base/strbuf.h"
#include "runtime/model/question.h"

/* A key that lines or inner lines are kept by: a by-item, or one K of `M per K`.
   Slots of by-items come first and have their number. */
typedef struct {
    const PerKey *per; /* NULL: by-item */
    uint32_t index;    /* in its key list */
    Type type;
    bool is_time; /* comes from each leaf's own axis, in unit type.period */
} Slot;

/* Leaves over one source that agree on rows, axis and grain. */
typedef struct {
    const Source *source;
    const Context *context;
    const PerKey *grain;
    uint32_t *slot;   /* by-items, then the K around, outermost first */
    const Expr **key; /* row level, per slot; NULL: time */
    size_t n_slot;
    const Expr **filter; /* conjuncts beyond those of the whole pass */
    size_t n_filter;
    const Leaf **leaf;
    size_t n_leaf, cap_leaf;
    bool is_list; /* every row is a line */
} Group;

/* One scan of one source. */
typedef struct {
    const Source *source;
    Group **group;
    size_t n_group, cap_group;
    const Expr **common; /* conjuncts of all groups, without the source's own filter */
    size_t n_common;
    const Axis **axis; /* distinct axes of the groups, where days are wanted */
    size_t n_axis;
} Pass;

typedef struct {
    const Question *question;
    Slot *slot;
    size_t n_slot, cap_slot;
    Group **group;
    size_t n_group, cap_group;
    Pass *pass;
    size_t n_pass, cap_pass;
    bool has_time;     /* a slot of a by-item is time */
    bool is_dated;     /* lines have a window: `for` or a time unit */
    PeriodUnit finest; /* of the by-items; PERIOD_DAY without */
} Plan;

Plan *plan_question(Arena *arena, const Question *question);
/* The group that leaf `leaf` of the question is read in; NULL for leaves over K. */
const Group *plan_group_of(const Plan *plan, const Leaf *leaf);
/* Place of a slot's key, or UINT32_MAX. */
uint32_t plan_find_slot(const Plan *plan, const PerKey *per, uint32_t index);
/* Columns of pass->source that the pass reads, as bits per column; `used` has room for
   source->n_column. */
void plan_columns(const Pass *pass, bool *used);
/* The same for one expression over rows of `source`. */
void plan_expr_columns(const Expr *expr, const Source *source, bool *used);

/* dump.c: the plan as readable text. */
void plan_dump(StrBuf *sb, const Plan *plan);
void plan_print_expr(StrBuf *sb, const Expr *expr);
const char *plan_aggregate_text(AggFn fn);
/* dump_question.c: the resolved question as readable text, sub-questions first. */
void plan_dump_question(StrBuf *sb, const Question *question);
/* What is said of the lines: for, having, sort, top, with, alarms. */
void plan_dump_clauses(StrBuf *sb, const Question *question);

#endif
