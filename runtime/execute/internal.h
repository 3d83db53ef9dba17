/* What the files of execute/ share: the state of one question, frames, readers. */
#ifndef KOERS_RUNTIME_EXECUTE_INTERNAL_H
#define KOERS_RUNTIME_EXECUTE_INTERNAL_H

#include "runtime/algebra/cells.h"
#include "runtime/algebra/eval.h"
#include "runtime/algebra/lookup.h"
#include "runtime/algebra/spans.h"
#include "runtime/algebra/tuples.h"
#include "runtime/execute/execute.h"

/* scan.c: batches of typed columns of any source. */

typedef struct {
    bool (*rows)(void *self, const Vector *column, uint32_t n); /* false: stop */
    void *self;
} RowSink;

/* Columns that are wanted for some rows of a batch only. */
typedef struct {
    bool *is_late; /* per column of the source */
    /* Set by scan_source; NULL: it hands out all columns at once. Within a call of the
       sink: fills the late columns with the `n` rows of the batch that `row` names
       (ascending; NULL: all). false: reported. */
    bool (*read)(void *self, const uint32_t *row, uint32_t n);
    void *self;
} LateColumns;

typedef struct {
    const Source *source;
    const Question
        *rows;         /* what answers where the source is an answer; NULL: its own */
    const bool *used;  /* per column */
    LateColumns *late; /* NULL: none */
    DayHint *hint;
    size_t n_hint;
    uint32_t part, n_part;
    Engine *engine; /* of a helper; NULL: the executor's */
    Intern *pool;   /* new texts */
    DiagSink *sink;
} SourceScan;

/* column[i] of the sink is column i of the source, unset where it is not used; the
   source's own filter is not applied. false: reported. */
bool scan_source(Executor *ex, const SourceScan *scan, RowSink sink);
/* The same without a look at what a person sees of its rows: for sight.c. */
bool scan_rows(Executor *ex, const SourceScan *scan, RowSink sink);

/* sight.c: what the person sees whom questions are asked as. */

/* Is there a person, and are rows not read openly at the moment? */
bool sight_is_limited(const Executor *ex);
/* Between the two, all rows are read: for what says who sees what, and for days. What
   is kept of rows is kept apart. */
void sight_open(Executor *ex);
void sight_close(Executor *ex);
/* May rows of the source be asked for by themselves? false: reported at `span`. */
bool sight_check(Executor *ex, const Source *source, Span span);
/* scan_source where `sees` hides rows: it is tested before all else, and a row that
   fails it is handed to nobody. */
bool seen_scan(Executor *ex, const SourceScan *scan, RowSink sink);

/* stack.c: the same for a source that stands on others. */
bool stack_scan(Executor *ex, const SourceScan *scan, RowSink sink);

/* frame.c: rows of a source in memory. */

typedef struct Computed Computed;
typedef struct Events Events;

/* Rows by the key of a dated join and by the time at which they hold. */
typedef struct Dated {
    struct Dated *next;
    const Join *join;
    bool moments;
    Lookup *by_key;
    Type *key_type;
    Spans *spans;
} Dated;

typedef struct Succeeded Succeeded;

typedef struct Frame {
    struct Frame *next;
    const Source *source;
    const Question *rows; /* what answers in the place of the source's own; NULL */
    Arena *arena;
    Intern *pool;
    uint32_t n;
    bool *loaded; /* per column */
    Vector *column;
    Lookup *by_key; /* rows by the source's key */
    Type *key_type;
    uint32_t *key_rank; /* per row: its place in order of the source's key */
    Dated *dated;
    Computed *computed; /* values of expressions */
    Events *events;     /* indexes of event windows, made of those */
    Succeeded *succeeded;
    bool is_loading;
    bool is_limited; /* to what the person sees */
} Frame;

/* The rows that pass the source's filter with at least the columns `expr` (or NULL)
   reads, those in `used` (or NULL) and its key; NULL: reported. Valid until the
   question ends. */
Frame *frame_get(Executor *ex, const Source *source, const Expr *expr,
                 const bool *used);
/* The rows that the leaf reads, with the columns in `used`; likewise. */
Frame *frame_of_leaf(Executor *ex, const Leaf *leaf, const bool *used);
/* Values of `expr` over all rows of the frame, valid until the question ends; NULL:
   reported. The frame was got for this expression. */
const Vector *frame_values(Executor *ex, Frame *frame, const Expr *expr);
/* NULL: reported (the source has no key). */
const Lookup *frame_by_key(Executor *ex, Frame *frame);
/* Per row its place in order of the source's key, which decides among rows of one
   moment; NULL: reported. */
const uint32_t *frame_key_ranks(Executor *ex, Frame *frame);

/* dated.c: the rows of the frame as a dated join finds them; the frame was got with the
   columns that join_columns names. NULL: reported. */
const Dated *frame_dated(Executor *ex, Frame *frame, const Join *join, bool moments);
void frame_free_dated(Frame *frame);
/* Columns of the target that a look-up by this join reads. */
void join_columns(const Join *join, bool *used);

/* succeed.c: when rows of a source are followed by others. That a row had a successor,
   and when, is known to everyone: it is found over all rows. NULL: reported. Valid
   until the question ends. */
const Succeeded *succeeded_get(Executor *ex, const Succession *next);
/* Of a change log: rows by the source's key, and per row when the next change of its K
   takes its place, empty: never. */
const Lookup *succeeded_rows(const Succeeded *succeeded);
const Vector *succeeded_next(const Succeeded *succeeded);
typedef struct {
    const Expr *of;
    bool before; /* else after */
    Arena *arena;
} Beside;

typedef struct {
    const Vector *values; /* of `of`, per row that is seen; of its time, per row */
    const uint32_t *row;  /* per row of the source the one of these that stands beside
                             it; UINT32_MAX: none, or one that is hidden */
} BesideRows;

/* false: reported. */
bool succeeded_beside(Executor *ex, const Succeeded *succeeded, const Beside *what,
                      BesideRows *out);
/* Of snapshots: the first one after each time in `at`. */
void succeeded_snapshot(const Succeeded *succeeded, EvalRun *run, const Vector *at,
                        Vector *out);
void frame_free_succeeded(Frame *frame);

/* Forgets what was computed or replaced; the newest rows of each source stay. */
void frames_end_question(Executor *ex);
void frames_free(Executor *ex);

typedef struct Wanted Wanted;
typedef struct Made Made;

typedef struct ExecuteCache {
    Wanted *wanted; /* of rows in memory, by what the question will read */
    Frame *frame;   /* the newest of each source */
    Frame *retired; /* replaced by ones with more columns */
    struct Sub *sub;
    Made *made;
    uint64_t snapshot;
    bool has_snapshot;
    bool met_passing; /* a source that goes with the statement was read */
    unsigned depth;   /* questions inside questions */
    unsigned open;    /* of sight_open() */
} ExecuteCache;

/* sub.c: answers inside expressions. */

typedef struct Sub {
    struct Sub *next;
    const Question *question;
    Result *result;
    Lookup *by_key; /* lines by their keys */
    Type *key_type;
    uint32_t n_key;
    Value *missing; /* per item: over nothing */
    bool is_running;
    bool is_used;    /* in this statement */
    bool is_passing; /* rests on rows that go with the statement */
    bool is_limited; /* to what the person sees */
} Sub;

/* Answered once per statement, one of the model once for all statements that follow
   each other and want it; NULL: reported. */
Sub *sub_answer(Executor *ex, const Question *question);
/* Rows of the source are read: an answer that rests on them goes with them. */
void sub_meet_source(Executor *ex, const Source *source);
/* At the end of a statement: lets go what cannot last, and what it did not want. */
void subs_end_question(Executor *ex);
void subs_free(Executor *ex);

/* made.c: the rows of a source of ORIGIN_SYSTEM, made once until made_free(); NULL:
   reported. */
Result *made_rows(Executor *ex, const Source *source, DiagSink *sink);
void made_free(Executor *ex);

/* events.c: rows of a frame as events of `M per K before T`. */

typedef struct EventReader EventReader;

/* Loads the events that an EXPR_WINDOW looks at; NULL: reported. One per thread. */
EventReader *event_reader_new(Executor *ex, const Expr *expr);
void event_reader_free(EventReader *er);
/* Values of the window for rows with these arguments. false: reported. */
bool event_read(EventReader *er, EvalRun *run, const Expr *expr, const Vector *arg,
                Vector *out);
/* Columns of the event source that it reads. */
void event_columns(const EventWindow *window, bool *used);
void frame_free_events(Frame *frame);

/* tree.c: hierarchies of entities. */

typedef struct TreeReader TreeReader;

/* Loads the rows that an EXPR_TREE goes up; NULL: reported. One per thread. */
TreeReader *tree_reader_new(Executor *ex, const Expr *expr);
void tree_reader_free(TreeReader *tr);
/* Does nothing stand above itself? false: reported. */
bool tree_check(Executor *ex, const Dim *dim);
/* false: reported. */
bool tree_read(TreeReader *tr, EvalRun *run, const Vector *arg, Vector *out);
/* Of dated parents: next[i] is lowered to the first day behind the row's own on which
   the way up is another one. false: reported. */
bool tree_changes(TreeReader *tr, EvalRun *run, const Vector *arg, uint32_t n,
                  Day *next);

/* reader.c: what row programs read. */

typedef struct Prepared Prepared;

typedef struct {
    Executor *ex;
    const Source *source;
    Prepared *prepared;
    size_t n_prepared, cap_prepared;
    const Vector *column; /* of the batch, per column of the source */
    const uint32_t *kept; /* rows of the batch that are read; NULL: all */
    const bool *is_late;  /* per column: it holds those rows only; NULL: none does */
    uint32_t n_row;       /* of the batch */
    const Vector *part;   /* of rows that are cut: the days on which the parts in the
                             batch begin, and those on which they end; NULL: whole rows */
} Reader;

void reader_init(Reader *reader, Executor *ex, const Source *source);
void reader_release(Reader *reader);
/* Loads what the look-ups and sub-questions in `expr` need. false: reported. */
bool reader_prepare(Reader *reader, const Expr *expr);
void reader_start(Reader *reader, const Vector *column, uint32_t n_row);
/* A look-up that is not wanted as values. */
typedef struct {
    const Expr *expr;  /* prepared */
    const Vector *arg; /* values of its arguments, of an EXPR_LOOKUP after the first */
    uint32_t n;        /* rows that are read */
} LookupKey;
/* Codes of the values, each coded once per row of the target. */
void reader_encode(Reader *reader, EvalRun *run, const LookupKey *key, KeyDict *dict,
                   uint32_t *out);
/* Of a look-up at a day: next[i] is lowered to the first day behind it on which another
   row is found. false: reported. */
bool reader_changes(Reader *reader, EvalRun *run, const LookupKey *key, Day *next);
/* An EvalLeafFn; self is the Reader. */
bool reader_leaf(void *self, EvalRun *run, const Expr *expr, const Vector *arg,
                 Vector *out);

/* The state of one question. */

typedef struct {
    const Source *source;
    const Axis *axis;
    bool any;           /* a row has a day */
    DayRange days;      /* of all rows of the source */
    uint64_t n_undated; /* rows that lines of time leave out, as they have no day */
} Coverage;

typedef struct {
    KeyDict *dict;
    Day base; /* code[i] is of day base + i; 0: not met */
    uint32_t *code;
    size_t n_code;
} SlotKeys;

/* Labels of an entity and the order of a dimension's values, by code of the slot. */
typedef struct {
    bool has; /* labels */
    bool has_place;
    Type place_type;
    Value *place; /* what the value is sorted by: the smallest of its rows */
    uint32_t n;
    Value *label;      /* without a key behind it: for order */
    bool *is_repeated; /* other keys have the same: it prints with the key behind it */
    uint32_t *rank;    /* order of lines: by code; NULL: compared one by one */
} SlotOrder;

typedef struct LineFold LineFold;

typedef struct {
    Executor *ex;
    const Question *question;
    const Plan *plan;
    Arena *arena;
    Intern *pool;  /* texts made on the way */
    Intern **keep; /* pools that keys point into */
    size_t n_keep, cap_keep;
    Cells **cells;    /* per group of the plan */
    Cells **leaving;  /* per group, while stocks are read: what goes again */
    LineFold **lined; /* per group and shape: what its lines came from; may be NULL */
    SlotKeys *keys;   /* per slot */
    SlotOrder *order; /* per by-item */
    Coverage *coverage;
    size_t n_coverage, cap_coverage;
    bool has_stock_range; /* from the first day a stock has a row */
    Day stock_lo;
    bool has_range; /* of days that lines stand for */
    DayRange range;
    uint32_t *list_code; /* of `list`: codes of the rows, row after row */
    size_t n_list, cap_list;
    bool with_keys; /* keys instead of labels */
} Run;

/* pass.c: fills the run's cells. false: reported. */
bool pass_run_all(Run *run);
/* Cells for a group's leaves, without rows. */
Cells *pass_new_cells(Run *run, const Group *group);
/* The code of a day in a slot of time. */
uint32_t slot_time_code(Run *run, uint32_t slot, Day day);
const Coverage *run_coverage(const Run *run, const Source *source, const Axis *axis);

/* executor.c: execute_keys, and missing[i], a value per item in the answer's memory:
   what item i is for keys that no line has. */
Result *execute_sub(Executor *ex, const Question *question, Value *missing);

/* why.c: of a question that is `why`. NULL: reported. */
Result *why_answer(Executor *ex, const Question *q, bool with_keys);

/* Everything until execute_leave sees the same data; sub-questions too. false:
   reported. */
bool execute_enter(Executor *ex, Span span);
void execute_leave(Executor *ex);

bool execute_stopped(Executor *ex, DiagSink *sink);

/* wanted.c: notes which columns of rows in memory the question will read. */
void frames_want(Run *run);
/* Per column of the source; NULL: nothing is known. */
const bool *frames_wanted(const Executor *ex, const Source *source);
void frames_forget_wanted(Executor *ex);

#endif
