/* Inside execute/: from filled cells to the lines of an answer. */
#ifndef KOERS_RUNTIME_EXECUTE_ANSWER_H
#define KOERS_RUNTIME_EXECUTE_ANSWER_H

#include "runtime/execute/table.h"

/* Lines at one level: all keys, some first keys, or none. */
typedef struct {
    bool is_open;
    Table main;  /* without the across keys */
    Table cross; /* with them: line by line, all across tuples each */
    uint32_t *cross_code;
} Level;

typedef struct {
    uint8_t level; /* LineLevel */
    uint8_t depth;
    uint32_t n_other;
    Level *from;
    uint32_t line;
} OutRow;

typedef struct {
    Run *run;
    uint32_t n_by; /* keys of the lines */
    uint32_t n_across;
    uint32_t *slot; /* 0, 1, … of the by-items, across last */
    Tuples lines;   /* of `show` */
    Tuples across;  /* distinct across keys, in order */
    uint32_t *across_order;
    const uint32_t *code; /* of the lines */
    uint32_t n_line;
    uint32_t *order;            /* lines as they are sorted */
    LineOrder calc, calc_cross; /* for table calculations, in both tables of lines */
    bool *kept;                 /* by having, per line */
    bool *shown;                /* by having and top */
    uint32_t n_hidden;
    Level *level;   /* [k]: first k keys; [n_by]: lines */
    Tuples *prefix; /* [k]: the groups with a subtotal, by first k keys; NULL: none */
    Level others;
    Picked *hidden; /* lines that others stands for; NULL: none are asked for */
    OutRow *row;
    size_t n_row, cap_row;
    uint32_t *out_row; /* per line: its row in the answer, UINT32_MAX */
    const char **note;
    size_t n_note, cap_note;
} Answer;

/* spine.c: lines and across tuples that there are. false: reported. */
bool answer_make_lines(Answer *a);
/* labels.c: what keys print as, and their order. false: reported. */
bool answer_make_labels(Run *run);
/* Where the labels of by-item `slot` are read. false: its keys print as themselves. */
typedef struct {
    const Source *source;
    const Expr *key, *label; /* over its rows */
} LabelRows;
bool label_rows(const Run *run, uint32_t slot, LabelRows *rows);
/* Likewise what its keys are sorted by, as `label`. false: they are in their own order.
 */
bool order_key_rows(const Run *run, uint32_t slot, LabelRows *rows);
/* Computes the order of all codes of by-item `slot`, where more than a few compares
   come. */
void label_make_ranks(Run *run, uint32_t slot);
/* Words in that order by code, [0] unset; false: there are none. */
bool label_words(const Run *run, uint32_t slot, int64_t *word);
/* Less than, equal to or greater than 0, by what the codes print as. */
int label_compare(const Run *run, uint32_t slot, uint32_t a, uint32_t b);
/* What code `code` of by-item `slot` prints as: a text, or the key itself. */
Value label_value(const Run *run, uint32_t slot, uint32_t code, Type *type);
bool label_is_text(const Run *run, uint32_t slot);

/* arrange.c: sort, having, top. false: reported. */
bool answer_arrange(Answer *a);

/* levels.c: totals, subtotals, others; the rows of the answer. false: reported. */
/* Opens the level of the lines, and those of the subtotals that are asked for. */
void answer_open_lines(Answer *a);
bool answer_make_levels(Answer *a);
void answer_release_levels(Answer *a);
bool answer_note(Answer *a, const char *text);

/* present.c: what of a stock has its value of today on lines of before. */
void answer_note_present(Answer *a);

/* others.c */
Picked *picked_new(Answer *a);
void picked_free(Picked *picked);

/* emit.c: the rows as a Result, with its signals. NULL: reported. */
Result *answer_emit(Answer *a);
/* bridge.c: do the columns of a bridge add up, with `across` those of each of its
   values? Other answers do. false: reported. */
bool answer_closes(const Answer *a, const Result *result);
/* signal.c */
bool answer_signals(Answer *a, Result *result);

#endif
