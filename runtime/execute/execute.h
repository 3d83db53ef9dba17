/* Answers questions: plans them, scans what they need, and computes their lines. The
   only caller of engines and of the algebra on cells. */
#ifndef KOERS_RUNTIME_EXECUTE_EXECUTE_H
#define KOERS_RUNTIME_EXECUTE_EXECUTE_H

#include "runtime/algebra/locale.h"
#include "runtime/algebra/result.h"
#include "runtime/engine/engine.h"
#include "runtime/plan/plan.h"

/* Set by its owner between questions, except `cache`. */
typedef struct {
    Engine *engine; /* of the open store; NULL: none is open */
    DiagSink *sink;
    const volatile sig_atomic_t *stop;           /* NULL: never */
    void (*progress)(void *self, uint64_t rows); /* NULL: none; nor of a person's */
    void *progress_self;
    /* As of RunControl: each query that is sent to an engine; NULL: none. */
    void (*sent)(void *self, const char *sql, const int64_t *bound, size_t n_bound);
    void *sent_self;
    /* The rows of a source of ORIGIN_SYSTEM, asked once until the next
       executor_forget(); it may ask questions itself. Owned by the caller; NULL:
       reported, or stopped. */
    Result *(*make)(void *self, const Source *source);
    void *make_self;
    Day today;
    const Locale *locale; /* of the texts of alarms; never NULL */
    const char *person;   /* whom questions are asked as, who sees what Source.sees says
                             and nothing else; NULL: all rows are seen */
    uint32_t n_thread;    /* that scans may use: as many as the machine has, up to 4 */
    bool reads_all;       /* every value of every row, before conditions are tested */
    /* The answer of a question with `ahead`, owned by the caller, its keys printed as
       labels unless `with_keys`; NULL: reported. Forecasts are a layer above. */
    Result *(*ahead)(void *self, const Question *question, bool with_keys);
    void *ahead_self;
    struct ExecuteCache *cache;
} Executor;

void executor_init(Executor *executor);
void executor_release(Executor *executor);
/* Drops all that was kept of the store: after another one was opened, or when sources
   were declared anew. */
void executor_forget(Executor *executor);

/* The answer, owned by the caller; NULL: reported. Keys of entities are printed as
   their labels. */
Result *execute_question(Executor *executor, const Question *question);
/* The same with the keys themselves: for answers that are read on as a source, a set
   or a table of values. */
Result *execute_keys(Executor *executor, const Question *question);
/* The same over all rows, whoever asks: for what says who sees what. */
Result *execute_openly(Executor *executor, const Question *question);
/* Questions between both are about one snapshot of the store, and what one of them
   reads once, as an answer that is a source, the others find. false: reported, nothing
   is held. */
bool execute_hold(Executor *executor, Span span);
void execute_let_go(Executor *executor);
/* Hands out both values of every row, in no order; they are valid during the call.
   false: reported. */
bool execute_rows(Executor *executor, const ColumnPair *pair,
                  void (*row)(void *to, const Value *value), void *to);

#endif
