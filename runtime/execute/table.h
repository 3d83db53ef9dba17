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

typedef struct {
    Run *run;
    Arena *arena;
    const uint32_t *slot; /* the lines are kept by */
    uint32_t n_slot;
    uint32_t n;
    const uint32_t *code; /* line after line, n_slot codes each */
    Cells *const *cells;  /* per group: the rows that count here */
    Cells **folded;       /* per group, to the slots; NULL: not yet */
    Column *leaf;         /* per leaf of the question */
    Column *item;         /* per item */
    const Tuples *only;   /* of others: the lines it stands for; NULL: no matter */
    bool over_nothing;    /* no row counts, yet everything is covered */
} Table;

/* Slots and codes must outlive the table; cells are the run's own or picked ones. */
void table_init(Table *table, Run *run, const uint32_t *slot, uint32_t n_slot);
void table_set_lines(Table *table, const uint32_t *code, uint32_t n);
void table_release(Table *table);
/* Values of an answer-level expression on all lines, in the table's memory. false:
   reported. */
bool table_values(Table *table, const Expr *expr, Vector *out);
/* Item `i` with its ◔ marks. */
bool table_item(Table *table, size_t i, const Column **out);
/* 1 per line on which a leaf of `expr` is not complete; NULL: none. */
uint8_t *table_partial(Table *table, const Expr *expr);
/* Key `k` of the table's slots as a vector of its type. */
Vector table_key(Table *table, uint32_t k);

/* inner.c: a leaf over `M per K`. */
bool inner_leaf(Table *table, const Leaf *leaf, Column *out);

/* The days that a line stands for, of those that the question shows. */
bool table_window(const Table *table, uint32_t line, DayRange *window);
typedef enum { COVERED_NOT, COVERED_PART, COVERED_FULL } Covered;
Covered table_covered(const Table *table, const Leaf *leaf, uint32_t line);
/* Calls add for every leaf in `expr`, also through items. */
void table_each_leaf(const Question *q, const Expr *expr,
                     void (*add)(void *self, const Leaf *leaf), void *self);

#endif
