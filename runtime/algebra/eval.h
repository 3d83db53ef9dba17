/* Evaluates resolved expressions over vectors: rows of a batch or lines of an answer.
   A program is compiled once from several roots (common parts are computed once) and
   run over many batches. */
#ifndef KOERS_RUNTIME_ALGEBRA_EVAL_H
#define KOERS_RUNTIME_ALGEBRA_EVAL_H

#include "runtime/algebra/vector.h"
#include "runtime/diag/diag.h"
#include "runtime/model/expr.h"

/* Where the language reference leaves room:
   - least, greatest and || are empty when an argument is; like, ~~ and ~ are false.
   - band(x, 10) is `10..20` for 10 <= x < 20; band(x, 10, 50) is `..10`, `10..50` or
     `50..`. Its type has the flag `band`, by which such texts sort by their numbers.
   - mod has the sign of the divisor; round and digits of left and right take the whole
     part of a count; a shift of a date takes the whole part, towards 0.
   - a date outside the years 1 to 9999 is empty, as are roots and logarithms of what
     has none; a real result nearer to 0 than 1e-50 is 0.
   - a moment equals a period it lies in, is before one that begins later and after one
     that is over; a date beside a moment is its midnight. */

typedef struct EvalProgram EvalProgram;
typedef struct EvalRun EvalRun;

/* Where leaves come from: fills *out with n values of `expr` (an EXPR_COLUMN, LOOKUP,
   ATTRIBUTE, WINDOW, TREE, MEMBER, SCALAR, LEAF, KEY, ITEM or TABLE node) for the
   current batch. `arg` are the evaluated arguments (EXPR_ATTRIBUTE, EXPR_WINDOW,
   EXPR_TREE, EXPR_MEMBER, EXPR_ENTITY, and those of EXPR_LOOKUP behind the first).
   Memory comes from eval_alloc(run, ...). false: an error was reported. */
typedef bool (*EvalLeafFn)(void *self, EvalRun *run, const Expr *expr,
                           const Vector *arg, Vector *out);

/* `limit` is EXPR_DEPTH_MAX; deeper trees were refused before. Lives in `arena`. */
EvalProgram *eval_compile(Arena *arena, const Expr *const *root, size_t n_root);

/* One run state per thread: registers, a pool for new texts (owned by the caller), a
   place for errors (division by zero is no error; a number beyond 76 digits is). Pools
   of the vectors that leaves hand out must outlive the run: what is computed of a text
   is remembered by pool and code. */
EvalRun *eval_run_new(const EvalProgram *program, Intern *pool, DiagSink *sink,
                      EvalLeafFn leaf, void *self);
void eval_run_free(EvalRun *run);
/* Evaluates all roots over n rows (any n); vectors live until the next call of this
   or of eval_begin. */
bool eval_batch(EvalRun *run, uint32_t n);
const Vector *eval_root(const EvalRun *run, size_t root);
/* A batch in steps: eval_begin forgets the last one, then eval_some evaluates roots
   [first, first + count) over n rows and leaves the others alone: filters first, then
   the rest over the rows that are kept (the leaf function then hands out compacted
   vectors). Parts are shared within one eval_some, not between two. */
void eval_begin(EvalRun *run);
bool eval_some(EvalRun *run, size_t first, size_t count, uint32_t n);
/* Memory that lives until the next eval_begin or eval_batch; not zeroed. */
void *eval_alloc(EvalRun *run, size_t size);
Intern *eval_pool(EvalRun *run);
DiagSink *eval_sink(EvalRun *run);

/* The value of an expression without leaves (literals folded); false: reported. */
bool eval_constant(const Expr *expr, Arena *arena, DiagSink *sink, Value *out);

#endif
