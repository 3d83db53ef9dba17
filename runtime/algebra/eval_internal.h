/* What the files of the evaluator share: steps of a program, the state of a run, and
   the helpers every function is built from. */
#ifndef KOERS_RUNTIME_ALGEBRA_EVAL_INTERNAL_H
#define KOERS_RUNTIME_ALGEBRA_EVAL_INTERNAL_H

#include "runtime/algebra/eval.h"
#include "runtime/base/compiler.h"

#include <regex.h>

enum { SECONDS_OF_DAY = 86400 };

/* One node of the trees, computed after its arguments. */
typedef struct {
    const Expr *expr;
    uint32_t *arg; /* steps */
    uint32_t n_arg;
    bool is_constant;
    int32_t memo_arg; /* the text argument by whose code results are kept, or -1 */
} Step;

struct EvalProgram {
    Step *step;
    uint32_t n_step;
    uint32_t *root; /* steps */
    size_t n_root;
};

/* Results of a step by code of its text argument: slot 0 is empty, else code + 1. */
typedef struct {
    const Intern *pool;
    int64_t *value;
    uint8_t *state; /* MemoState */
    size_t cap_value, cap_state;
    VecRep rep;
} Memo;

/* What a step keeps from batch to batch. */
typedef struct {
    Vector constant;
    uint32_t constant_cap;
    void *constant_block, *valid_block;
    Memo memo;
    regex_t regex;
    bool has_regex;
    int64_t *list; /* of `in`: sorted words, of numbers mantissas at list_scale */
    size_t n_list;
    int32_t list_scale;
    bool has_list, list_fails;
} StepState;

/* Codes of another pool in the run's pool, plus 1; 0: not met yet. */
typedef struct {
    const Intern *pool;
    uint32_t *code;
    size_t cap;
} PoolMap;

typedef struct Block Block;

struct EvalRun {
    const EvalProgram *program;
    Intern *pool;
    DiagSink *sink;
    EvalLeafFn leaf;
    void *self;
    Vector *reg;
    uint8_t *needed;
    StepState *state;
    PoolMap *map;
    size_t n_map, cap_map;
    Block *first, *block; /* memory of the batch: the chain, and the one in use */
};

/* Computes out from arg; out->n is set, the rest is not. The vectors of `arg` may be
   replaced. false: an error was reported. */
typedef bool (*EvalFn)(EvalRun *run, const Step *step, Vector *arg, Vector *out);

EvalFn eval_function(FnId fn);
StepState *eval_step_state(EvalRun *run, const Step *step);
bool eval_memo(EvalRun *run, const Step *step, Vector *arg, Vector *out);
void eval_memo_release(Memo *memo);
/* n values of a constant, kept by the run. */
void eval_constant_vector(EvalRun *run, StepState *state, const Expr *expr, uint32_t n);

/* ---- vectors (eval_vector.c) ---------------------------------------------- */

/* Room for out->n values of a form; nothing is set but rep and pool. */
void eval_new(EvalRun *run, Vector *out, VecRep rep);
uint8_t *eval_new_valid(EvalRun *run, Vector *out);
/* The vector as one of `kind`: texts in the run's pool, dates as moments where those
   are wanted; what cannot be of the kind is the constant `empty`: n times empty. */
Vector eval_fit(EvalRun *run, Vector vec, ValueKind kind);
void eval_fit_all(EvalRun *run, Vector *vec, uint32_t n_vec, ValueKind kind);
/* Brings numbers to 64-bit mantissas of one scale; false: they do not fit, and all are
   Decimals now. */
bool eval_align(EvalRun *run, Vector *vec, uint32_t n_vec);
Vector eval_widen(EvalRun *run, Vector vec);
/* 64-bit mantissas where Decimals fit them. */
void eval_narrow(EvalRun *run, Vector *vec);
/* Empty where one of the arguments is. */
void eval_valid_and(EvalRun *run, const Vector *arg, uint32_t n_arg, Vector *out);
int64_t eval_pow10(int n); /* 0 <= n <= 18 */
bool eval_too_large(EvalRun *run, const Step *step);

/* ---- functions by file ---------------------------------------------------- */

#define EVAL_FUNCTION(name)                                                            \
    bool eval_##name(EvalRun *run, const Step *step, Vector *arg, Vector *out)

EVAL_FUNCTION(add);
EVAL_FUNCTION(add_known);
EVAL_FUNCTION(subtract);
EVAL_FUNCTION(multiply);
EVAL_FUNCTION(divide);
EVAL_FUNCTION(negate);
EVAL_FUNCTION(mod);
EVAL_FUNCTION(round);
EVAL_FUNCTION(abs);
EVAL_FUNCTION(floor);
EVAL_FUNCTION(ceil);
EVAL_FUNCTION(real);
EVAL_FUNCTION(power);
EVAL_FUNCTION(band);

/* res[i]: is row i of arg[0] equal to that of arg[with]? */
void eval_equal_to(EvalRun *run, const Step *step, const Vector *arg, uint32_t with,
                   uint8_t *res);
EVAL_FUNCTION(equal);
EVAL_FUNCTION(order);
EVAL_FUNCTION(in);
EVAL_FUNCTION(is_empty);
EVAL_FUNCTION(and);
EVAL_FUNCTION(or);
EVAL_FUNCTION(not );

EVAL_FUNCTION(if);
EVAL_FUNCTION(coalesce);
EVAL_FUNCTION(extreme);

EVAL_FUNCTION(concat);
EVAL_FUNCTION(text_call);
EVAL_FUNCTION(left);
EVAL_FUNCTION(right);
EVAL_FUNCTION(replace);
EVAL_FUNCTION(length);
EVAL_FUNCTION(to_text);
EVAL_FUNCTION(to_number);
EVAL_FUNCTION(to_date);
EVAL_FUNCTION(like);
EVAL_FUNCTION(regex);

EVAL_FUNCTION(period_of);
EVAL_FUNCTION(weekday);
EVAL_FUNCTION(month_of_year);
EVAL_FUNCTION(shift);
EVAL_FUNCTION(add_seconds);
EVAL_FUNCTION(difference);
EVAL_FUNCTION(hours);
EVAL_FUNCTION(start_of);
EVAL_FUNCTION(end_of);
EVAL_FUNCTION(day_of);
EVAL_FUNCTION(converted);
EVAL_FUNCTION(mean_until);

#endif
