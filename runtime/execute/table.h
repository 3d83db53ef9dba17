/* Values of measures on lines: one table per level of an answer, and one per inner
   table `M per K`. */
#ifndef KOERS_RUNTIME_EXECUTE_TABLE_H
#define KOERS_RUNTIME_EXECUTE_TABLE_H

#include "runtime/execute/internal.h"

typedef struct {
    bool has;
    Vector values;
    uint8_t *partial; /* per line */
} Column;

/* The distinct windows of a table's lines. */
typedef struct {
    bool has;
    uint32_t n;
    DayRange *days;    /* lo >= hi: none */
    uint32_t *of_line; /* its window, per line */
} Windows;

/* Lines whose keys of time are the same see the same windows: such are one time. */
typedef struct {
    bool has;
    uint32_t n;
    uint32_t *of_line;
} Times;

/* The lines that `others` stands for, and the cells that belong to them. */
typedef struct Picked Picked;

/* others.c: cells of a group that a leaf of whole shape `shape` sees of those lines;
   NULL: reported. They live as long as `picked`. */
const Cells *picked_cells(Picked *picked, uint32_t group, uint32_t shape);
const Tuples *picked_lines(const Picked *picked);
/* Does the source of the leaf cover something of what one of the lines sees? */
bool picked_are_covered(Picked *picked, const Leaf *leaf);

/* Cells of a group by the keys and windows that count for one shape. */
typedef struct {
    const Cells *cells; /* NULL: not yet; last key: the window */
    Cells *own;         /* these, unless they are those of the group as they are */
    uint32_t *kept;     /* of the table's slots those that are keys here */
    uint32_t n_kept;
    uint32_t *window; /* codes of the table's windows; NULL: their numbers */
} Folded;

/* The lines of an answer as table calculations go through them. */
typedef struct {
    const uint32_t *order; /* NULL: not known yet, which only a rank may ask */
    uint32_t n;
    uint32_t n_key;    /* first keys of a line; for each combination all begins anew */
    uint32_t n_column; /* rows of the table per line: its across tuples, else 1 */
} LineOrder;

typedef struct Table Table;
struct Table {
    Run *run;
    Arena *arena;
    const uint32_t *slot; /* the lines are kept by */
    uint32_t n_slot;
    uint32_t n;
    const uint32_t *code; /* line after line, n_slot codes each */
    const Table *outer;   /* of an inner table: the one around it */
    const Leaf *per;      /* and the leaf over its lines */
    Windows *windows;     /* per shape of the plan */
    Times times;
    uint8_t **covered;      /* per leaf and time: what covered.c found; NULL: nothing */
    Folded *folded;         /* per group and shape */
    Column *leaf;           /* per leaf of the question */
    Column *item;           /* per item */
    Picked *only;           /* of others: the lines it stands for; NULL: no matter */
    const LineOrder *lines; /* NULL: no lines of an answer, so no table calculation */
    bool no_rows;           /* no row counts */
    bool over_nothing;      /* everything is covered */
};

/* Slots and codes must outlive the table. */
void table_init(Table *table, Run *run, const uint32_t *slot, uint32_t n_slot);
void table_set_lines(Table *table, const uint32_t *code, uint32_t n);
void table_release(Table *table);
/* Values of an answer-level expression on all lines, in the table's memory. false:
   reported. */
bool table_values(Table *table, const Expr *expr, Vector *out);
/* Item `i` with its ◔ marks. */
bool table_item(Table *table, size_t i, const Column **out);
/* Says that a number is too large; false. */
bool table_report_width(const Table *table, Span span);
/* Where `expr` has only a part of what the line's period has: MARK_SO_FAR what it will
   be when the period is over, MARK_SHORT what its source has. What reads something at
   an instant or up to today speaks of today. NULL: nowhere. */
const uint8_t *table_unfinished(Table *table, const Expr *expr);
/* Key `k` of the table's slots as a vector of its type. */
Vector table_key(Table *table, uint32_t k);

/* calc.c: running, prior, rank over `arg`, values per row of the table; empty where it
   is not one of lines. false: reported. */
bool table_calculate(Table *table, const Expr *expr, const Vector *arg, Vector *out);

/* The cells that a leaf is read from; NULL: reported. */
const Cells *table_cells(Table *table, const LeafPlace *place);

/* windows.c */
/* The days that the lines stand for together; of a stock without a period up to
   today. */
DayRange run_period(const Run *run, bool stock);
/* From the first to the last day of any row that was read, and today. */
DayRange run_known(const Run *run);
const Times *table_times(Table *table);
const Windows *table_windows(Table *table, uint32_t shape);
/* What a line sees through the steps of a shape, to be taken on through further ones.
 */
MovedWindow table_window(const Table *table, const Shape *shape, uint32_t line);
/* Does `for` cut the period that the line is called by? */
bool table_is_clipped(const Table *table, const Shape *shape, uint32_t line);

/* Distinct windows that are folded, and which lines or moments see each. */
typedef struct {
    Tuples known;
    DayRange *days; /* per window */
    size_t n, cap;
    uint32_t *last; /* per window: a look + 1 */
    size_t n_last, cap_last;
    uint32_t *of; /* per look: line or moment */
    size_t n_of, cap_of;
    uint32_t *before; /* per look: another one of the window + 1, 0: none */
    size_t n_before, cap_before;
} Looks;

Looks looks_new(void);
void looks_release(Looks *looks);
/* In the memory of what was seen. */
void looks_add(Looks *looks, const SeenDays *seen, uint32_t of);

/* A group as one shape sees it, folded to the windows in which lines of the answer were
   found: what they are worth is read from the same cells. */
struct LineFold {
    const uint32_t *slot; /* keys of the cells before the window */
    uint32_t n_slot;
    Looks looks;
    Cells *cells;
};

void line_fold_free(LineFold *fold); /* may be NULL */

typedef struct {
    uint32_t group;
    const Cells *cells;
    const uint32_t *slot; /* of the plan; not of time */
    uint32_t n_slot;
    const DayRange *days;
    uint32_t n_window;
    Cells *into; /* keys: the slots, then the number of the window (0 where the group
                    knows no time) */
} Folding;

/* false: beyond 76 digits, not reported. */
bool fold_windows(Run *run, const Folding *folding);
/* Is something of a folded cell there? Of a stock, all rows may have left. */
bool cell_occurs(const Cells *folded, uint32_t cell, const Shape *shape);
/* Which of n slots are keys of cells under a shape that lifts; `kept` has room for n.
 */
uint32_t shape_slots(const Run *run, uint64_t lifted, const uint32_t *slot, uint32_t n,
                     uint32_t *kept);

/* inner.c: a leaf over `M per K`. */
bool inner_leaf(Table *table, const Leaf *leaf, Column *out);

/* covered.c */
/* Is the aggregate 0 over nothing where its source covers the time? */
bool table_fills_with_zero(AggFn fn);
typedef enum {
    COVERED_NOT,
    COVERED_SHORT,  /* the source has a part of a period that is over */
    COVERED_SO_FAR, /* the period is not over, or `for` cuts it */
    COVERED_FULL
} Covered;
Covered table_covered(Table *table, const Leaf *leaf, uint32_t line);
/* Is what there is of rows shown? A window that starts before the coverage is empty. */
bool table_shows_rows(Table *table, const Leaf *leaf, uint32_t line);
/* The first day on which something is known of a stock; false: none. */
bool table_known_from(const Table *table, const Leaf *stock, Day *from);
/* Where a value is of a part of the line's period, or is there though one of its leaves
   is not; NULL: lines stand for no period. */
uint8_t *table_partial(Table *table, const Expr *expr, const Vector *values);
/* The shape in which a table sees a leaf of its own, or of an inner table. */
uint32_t table_shape(const Table *table, const Leaf *leaf);
/* Calls add for every leaf in `expr`, also through items. */
void table_each_leaf(const Question *q, const Expr *expr,
                     void (*add)(void *self, const Leaf *leaf), void *self);

#endif
