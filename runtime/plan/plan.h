/* What has to be read to answer a question: groups, each one source in one context at
   one grain, gathered in passes of one scan each. Pointers and numbers only; nothing
   here has seen data. All of it lives in the arena it was planned in. */
#ifndef KOERS_RUNTIME_PLAN_PLAN_H
#define KOERS_RUNTIME_PLAN_PLAN_H

#include "runtime/base/strbuf.h"
#include "runtime/model/question.h"

/* How a group cuts time: into periods of a unit, and these at some days, such that
   every window of its leaves is a run of whole atoms. An atom is named by its first
   day. */
typedef struct {
    PeriodUnit unit;
    const Day *cut; /* ascending */
    size_t n_cut;
} Atoms;

/* What a leaf sees of a line: the by-items that count, and the steps from the line's
   period to the window. */
typedef struct {
    uint64_t lifted;
    const TimeStep *step;
    size_t n_step;
    TimeCut cut;
} Shape;

/* A key that lines or inner lines are kept by: a by-item, or one K of `M per K`; or the
   atoms of some groups. Slots of by-items come first and have their number. */
typedef struct {
    const PerKey *per; /* NULL: by-item */
    uint32_t index;    /* in its key list */
    Type type;
    bool is_time;       /* comes from each leaf's own axis, in unit type.period */
    const Atoms *atoms; /* NULL: not of atoms */
} Slot;

/* Leaves over one source that agree on rows, axis and grain. Time is no key of its
   cells but through atoms, which come last; of a list every key is. */
typedef struct {
    const Source *source;
    const Question *rows; /* as of a leaf */
    const Context *context;
    const PerKey *grain;
    uint32_t *slot;   /* by-items, the K around, outermost first, atoms */
    const Expr **key; /* row level, per slot; NULL: time or atoms */
    size_t n_slot;
    bool has_atoms;
    bool is_cut;         /* of a stock: what is read of a row changes while it counts */
    const Expr **filter; /* conjuncts beyond those of the whole pass */
    size_t n_filter;
    const Leaf **leaf;
    size_t n_leaf, cap_leaf;
    const Leaf **state; /* one leaf of each distinct aggregate */
    size_t n_state, cap_state;
    DayRange *window; /* days that a leaf may look at; none: all */
    size_t n_window, cap_window;
    bool is_list; /* every row is a line */
} Group;

/* Where a leaf over rows is read. */
typedef struct {
    uint32_t group, state;
    uint32_t shape;  /* in its own table */
    uint32_t *seen;  /* shapes by depth: from the lines of the answer, through the K
                        around it, to those of its own table */
    uint32_t picked; /* likewise, holding all that any of those K sees */
    Day ripe;        /* rows from this day on look at events that are still to come */
} LeafPlace;

/* One scan of one source. */
typedef struct {
    const Source *source;
    const Question *rows; /* as of a leaf */
    const Axis *cut; /* NULL, or the axis of stocks whose rows are cut where what they
                        look up changes: a part counts as a row does */
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
    LeafPlace *place; /* per leaf of the question; not of those over K */
    Shape *shape;     /* distinct; the first has nothing lifted and no step */
    size_t n_shape, cap_shape;
    Day today;
    bool has_time;      /* a slot of a by-item is time */
    bool is_dated;      /* lines have a window: `for` or a time unit */
    PeriodUnit finest;  /* of the by-items; PERIOD_DAY without */
    PeriodUnit asked;   /* finest, or without it that of `for` */
    PeriodUnit elapsed; /* today stands in a period of this unit, in comparisons */
    PeriodUnit whole;   /* of whose periods the range of lines is made without `for` */
} Plan;

Plan *plan_question(Arena *arena, const Question *question, Day today);
/* The group that leaf `leaf` over rows is read in. */
const Group *plan_group_of(const Plan *plan, const Leaf *leaf);
/* Place of a slot's key, or UINT32_MAX. */
uint32_t plan_find_slot(const Plan *plan, const PerKey *per, uint32_t index);
/* Does a shape or context that lifts these keys lift this one? */
bool slot_is_lifted(const Slot *slot, uint64_t lifted);
/* Which key of the group's cells slot `slot` of the plan is, or group->n_slot. */
uint32_t plan_key_of_slot(const Group *group, uint32_t slot);
/* Columns of pass->source that the pass reads, as bits per column; `used` has room for
   source->n_column. */
void plan_columns(const Pass *pass, bool *used);
/* The same for one expression over rows of `source`. */
void plan_expr_columns(const Expr *expr, const Source *source, bool *used);

/* How many K stand around what is inside `per`. */
uint32_t plan_depth(const PerKey *per);

/* window.c: from a line's period to the days that are read for it; lo >= hi: none. */
DayRange window_of_shape(const Plan *plan, const Shape *shape, DayRange period);
/* A window on its way through steps, also through those around K and on from there. */
typedef struct {
    DayRange days;
    bool is_whole; /* shifts cut nothing: the line's own period is over, or it was cut
                      before */
    bool
        in_weeks; /* of lines or a K of ISO weeks: whole weeks move by years as weeks */
    bool is_of_key; /* it was narrowed to a period of K */
    TimeCut cut;
    Day end; /* where what is not cut at once stands against today; DAY_FAR_AHEAD */
} MovedWindow;
MovedWindow window_begin(const Plan *plan, DayRange period, TimeCut cut);
/* To a period of K, where `unit` is the finest of K. */
void window_narrow(MovedWindow *window, DayRange period, PeriodUnit unit);
/* Takes one step. */
void window_move(const Plan *plan, const TimeStep *step, MovedWindow *window);
/* Takes the steps of a shape from the lines of a table. */
void window_take(const Plan *plan, const TimeStep *step, size_t n, MovedWindow *window);
/* The days that are read. */
DayRange window_days(const MovedWindow *window);
/* sight.c: the finest unit of time in K; false: none. */
bool plan_unit_of_keys(const Plan *plan, const PerKey *per, PeriodUnit *unit);
/* The days that a leaf looks at. */
typedef struct {
    Arena *arena;
    const PerKey *from; /* whose lines look: an inner table; NULL: the answer */
    DayRange known;     /* where nothing else limits a window that K cut into periods */
    bool ends_only;     /* of these periods the first, the last and the one of today */
    DayRange *days;
    size_t n, cap;
} SeenDays;
/* Fills `seen` with what a leaf over rows sees from a line of those days: one window,
   or one per period of the K between the two. None is empty. */
void plan_see(const Plan *plan, const Leaf *leaf, DayRange line, SeenDays *seen);
/* The same from the window of K in an inner table. */
void plan_see_from(const Plan *plan, const Leaf *leaf, const MovedWindow *from,
                   SeenDays *seen);
/* The first day of the atom that holds `day`. */
Day atoms_first_day(const Atoms *atoms, Day day);
/* The first day after it. */
Day atoms_end_day(const Atoms *atoms, Day day);
/* ripe.c: fills LeafPlace.ripe. */
void plan_ripen(Plan *plan);
/* atoms.c: up to what a line closes with, of which what it opens with is a part:
   several lines, or several K, open on different days. */
Shape plan_closing(Arena *arena, const Shape *shape);
/* Gives groups the atoms that their leaves need, and the days they look at. */
void plan_cut_time(Arena *arena, Plan *plan);

/* dump.c: the plan as readable text. */
void plan_dump(StrBuf *sb, const Plan *plan);
void plan_print_expr(StrBuf *sb, const Expr *expr);
const char *plan_aggregate_text(AggFn fn);
/* dump_question.c: the resolved question as readable text, sub-questions first. */
void plan_dump_question(StrBuf *sb, const Question *question);
/* What is said of the lines: for, having, sort, top, with, alarms. */
void plan_dump_clauses(StrBuf *sb, const Question *question);

#endif
