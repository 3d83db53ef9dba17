/* Inside execute/: one scan of a source by one thread. Several may work on parts of
   the same pass; each has its own keys, cells and pools. */
#ifndef KOERS_RUNTIME_EXECUTE_PASS_H
#define KOERS_RUNTIME_EXECUTE_PASS_H

#include "runtime/execute/internal.h"

#include <stdatomic.h>

/* Where the roots of a group stand in the program. */
typedef struct {
    size_t filter;          /* the first */
    size_t *key;            /* per slot; of a look-up its first argument's */
    size_t *arg, *by, *tie; /* per state; SIZE_MAX: none */
    size_t *gone;           /* of a stock: what leaves */
    uint32_t axis;          /* in pass->axis, UINT32_MAX: none */
    uint32_t until;         /* likewise, of a stock */
    uint32_t at;            /* of the group in the plan */
    uint32_t **code;        /* per slot of the group */
    uint32_t **split;       /* the same of parts of rows */
} GroupRoots;

typedef struct {
    Run *run;
    const Pass *pass;
    DiagSink *sink;
    SlotKeys *keys;      /* per slot of the plan: the run's, or a helper's own */
    Cells **cells;       /* per group of the plan, likewise */
    Cells **leaving;     /* of stocks: rows by the day they leave; NULL: a flow */
    atomic_bool *failed; /* another thread gave up */
    Arena *arena;
    Intern *pool;
    const Expr **root;
    size_t n_root, cap_root;
    size_t filter, axis, common, n_first; /* roots of the first step */
    GroupRoots *group;
    EvalRun *eval;
    Reader reader;
    LateColumns late; /* what is not read in the first step */
    DayHint *hint;    /* per axis, or none: what drop_undated() leaves out anyway */
    size_t n_hint;
    Coverage *coverage; /* per axis of the pass */
    DayRange *seen;     /* per axis: days of the rows that are kept */
    Day *day;           /* per axis, of all rows, then of those kept */
    uint32_t *kept;
    uint8_t *mask;
    uint32_t *cell;
    uint32_t **code;           /* per slot of the plan */
    const Expr **coded;        /* per slot: what `code` holds of this batch */
    struct Parts *parts;       /* of rows that are split; NULL: none were */
    struct Segments *segments; /* of a pass whose rows are cut; NULL: of another one */
} PassRun;

/* Everything that is set besides run and pass is the caller's to set afterwards. */
void pass_open(PassRun *p, Run *run, const Pass *pass, DiagSink *sink);
/* Loads what the program reads from elsewhere. false: reported. */
bool pass_prepare(PassRun *p);
void pass_close(PassRun *p);
/* After the scan: the source covers the days of rows that the engine left out, too. */
void pass_cover_left_out(PassRun *p);
/* Where the rows of its source go. */
RowSink pass_sink(PassRun *p);
/* A RowSink; self is the PassRun. */
bool pass_rows(void *self, const Vector *column, uint32_t n);
/* segments.c: rows of a pass that cuts them, handed on to pass_rows part by part. */
struct Segments *segments_new(PassRun *p);
/* Loads what the rows look up. false: reported. */
bool segments_prepare(struct Segments *segments);
/* A RowSink; self is the Segments. */
bool segments_rows(void *self, const Vector *column, uint32_t n);
void segments_free(struct Segments *segments);
/* spread.c: feeds `n` rows of a group whose rows are split over time, those with a
   mask. The codes of its keys are known. false: reported. */
bool spread_feed(PassRun *p, const Group *group, const GroupRoots *roots, Cells *cells,
                 uint32_t n);
bool pass_too_large(PassRun *p, const Leaf *leaf);
/* The code of a day among the keys of a slot that is time or atoms. */
uint32_t time_code(SlotKeys *keys, const Slot *slot, Day day);
void day_range_widen(DayRange *range, Day day);

#endif
