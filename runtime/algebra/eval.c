/* Compiling expressions to a straight line of steps and running it. A step stands
   after its arguments; equal nodes are one pointer and so one step. */
#include "runtime/algebra/eval.h"

#include "runtime/algebra/eval_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

/* ---- compiling ------------------------------------------------------------ */

typedef struct {
    const Expr *expr;
    uint32_t step;
} Known;

typedef struct {
    Arena *arena;
    EvalProgram *program;
    size_t cap_step;
    Known *known; /* open hash table by pointer */
    size_t n_known;
} Compiler;

static Known *find_known(Compiler *c, const Expr *expr)
{
    uint64_t hash = (uint64_t)(uintptr_t)expr * 0x9e3779b97f4a7c15u;
    size_t at = (size_t)(hash >> 32) & (c->n_known - 1);
    while (c->known[at].expr && c->known[at].expr != expr)
        at = (at + 1) & (c->n_known - 1);
    return &c->known[at];
}

static void grow_known(Compiler *c)
{
    free(c->known);
    c->n_known = c->n_known ? c->n_known * 2 : 64;
    c->known = xcalloc(c->n_known, sizeof *c->known);
    for (uint32_t i = 0; i < c->program->n_step; i++)
        *find_known(c, c->program->step[i].expr) = (Known){c->program->step[i].expr, i};
}

/* The first argument that the evaluator computes itself: what a look-up finds is
   not. */
static uint32_t first_arg(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_CALL:
    case EXPR_ATTRIBUTE:
    case EXPR_WINDOW:
    case EXPR_TREE:
    case EXPR_MEMBER:
    case EXPR_NEXT:
    case EXPR_INSTANT:
    case EXPR_ENTITY:
    case EXPR_TABLE:
        return 0;
    case EXPR_LOOKUP:
    case EXPR_BESIDE:
        return 1;
    case EXPR_CONST:
    case EXPR_COLUMN:
    case EXPR_SCALAR:
    case EXPR_CLOSING:
    case EXPR_LEAF:
    case EXPR_EDGE:
    case EXPR_KEY:
    case EXPR_GRAIN:
    case EXPR_ITEM:
        return expr->n_arg;
    }
    UNREACHABLE("expression kind");
}

/* A call whose only argument that varies is a text gives equal results for equal
   codes; worth keeping where the result is a code, a truth, a day or a length. */
static int32_t find_memo_arg(const EvalProgram *program, const Step *step)
{
    int32_t found = -1;
    if (step->expr->kind != EXPR_CALL ||
        (step->expr->type.kind == VALUE_NUMBER && step->expr->as.fn != FN_LENGTH) ||
        step->expr->type.kind == VALUE_PERIOD)
        return -1;
    for (uint32_t i = 0; i < step->n_arg; i++) {
        const Step *arg = &program->step[step->arg[i]];
        if (arg->is_constant)
            continue;
        if (arg->expr->type.kind != VALUE_TEXT ||
            (found >= 0 && step->arg[i] != step->arg[found]))
            return -1;
        found = (int32_t)i;
    }
    return found;
}

/* At most EXPR_DEPTH_MAX calls deep. */
static uint32_t compile_expr(Compiler *c, const Expr *expr)
{
    const Known *known = find_known(c, expr);
    if (known->expr)
        return known->step;
    uint32_t first = first_arg(expr);
    Step step = {.expr = expr, .n_arg = expr->n_arg - first};
    step.arg = ARENA_ARRAY(c->arena, uint32_t, step.n_arg);
    step.is_constant = expr->kind == EXPR_CONST;
    for (uint32_t i = 0; i < step.n_arg; i++)
        step.arg[i] = compile_expr(c, expr->arg[first + i]);
    step.memo_arg = find_memo_arg(c->program, &step);
    EvalProgram *program = c->program;
    uint32_t at = program->n_step;
    ARENA_PUSH(c->arena, program->step, program->n_step, c->cap_step, step);
    *find_known(c, expr) = (Known){expr, at};
    if ((size_t)program->n_step * 2 > c->n_known)
        grow_known(c);
    return at;
}

EvalProgram *eval_compile(Arena *arena, const Expr *const *root, size_t n_root)
{
    EvalProgram *program = ARENA_NEW(arena, EvalProgram);
    Compiler c = {.arena = arena, .program = program};
    grow_known(&c);
    program->n_root = n_root;
    program->root = ARENA_ARRAY(arena, uint32_t, n_root);
    for (size_t i = 0; i < n_root; i++)
        program->root[i] = compile_expr(&c, root[i]);
    free(c.known);
    return program;
}

/* ---- memory of a batch ---------------------------------------------------- */

enum { BLOCK_FIRST = 64 * 1024 };

struct Block {
    Block *next;
    size_t size, used;
    max_align_t bytes[];
};

static Block *block_new(size_t size)
{
    Block *block = xmalloc(sizeof *block + size);
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

void *eval_alloc(EvalRun *run, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    while (run->block->size - run->block->used < size) {
        size_t wanted = run->block->size * 2 > size ? run->block->size * 2 : size;
        if (!run->block->next)
            run->block->next = block_new(wanted);
        run->block = run->block->next;
        run->block->used = 0;
    }
    char *at = (char *)run->block->bytes + run->block->used;
    run->block->used += size;
    return at;
}

void eval_begin(EvalRun *run)
{
    run->block = run->first;
    run->block->used = 0;
}

/* ---- running -------------------------------------------------------------- */

EvalRun *eval_run_new(const EvalProgram *program, Intern *pool, DiagSink *sink,
                      EvalLeafFn leaf, void *self)
{
    EvalRun *run = xcalloc(1, sizeof *run);
    run->program = program;
    run->pool = pool;
    run->sink = sink;
    run->leaf = leaf;
    run->self = self;
    run->reg = xcalloc(program->n_step, sizeof *run->reg);
    run->needed = xcalloc(program->n_step, sizeof *run->needed);
    run->state = xcalloc(program->n_step, sizeof *run->state);
    run->first = run->block = block_new(BLOCK_FIRST);
    return run;
}

static void release_state(StepState *state)
{
    free(state->constant_block);
    free(state->valid_block);
    free(state->list);
    eval_memo_release(&state->memo);
    if (state->has_regex)
        regfree(&state->regex);
}

void eval_run_free(EvalRun *run)
{
    if (!run)
        return;
    for (uint32_t i = 0; i < run->program->n_step; i++)
        release_state(&run->state[i]);
    for (size_t i = 0; i < run->n_map; i++)
        free(run->map[i].code);
    for (Block *next, *block = run->first; block; block = next) {
        next = block->next;
        free(block);
    }
    free(run->map);
    free(run->reg);
    free(run->needed);
    free(run->state);
    free(run);
}

Intern *eval_pool(EvalRun *run)
{
    return run->pool;
}

DiagSink *eval_sink(EvalRun *run)
{
    return run->sink;
}

StepState *eval_step_state(EvalRun *run, const Step *step)
{
    return &run->state[step - run->program->step];
}

static bool run_step(EvalRun *run, uint32_t at, uint32_t n)
{
    const Step *step = &run->program->step[at];
    Vector *out = &run->reg[at];
    if (step->is_constant) {
        eval_constant_vector(run, &run->state[at], step->expr, n);
        *out = run->state[at].constant;
        return true;
    }
    Vector *arg = eval_alloc(run, (step->n_arg ? step->n_arg : 1) * sizeof *arg);
    for (uint32_t i = 0; i < step->n_arg; i++)
        arg[i] = run->reg[step->arg[i]];
    *out = (Vector){.n = n};
    if (step->expr->kind != EXPR_CALL)
        return run->leaf(run->self, run, step->expr, arg, out);
    if (step->memo_arg >= 0)
        return eval_memo(run, step, arg, out);
    return eval_function(step->expr->as.fn)(run, step, arg, out);
}

/* The constants of a list are not: eval_in.c makes vectors of them if it must. */
static void need_args(EvalRun *run, const Step *step)
{
    bool is_in = step->expr->kind == EXPR_CALL && step->expr->as.fn == FN_IN;
    for (uint32_t k = 0; k < step->n_arg; k++) {
        if (!is_in || k == 0 || !run->program->step[step->arg[k]].is_constant)
            run->needed[step->arg[k]] = 1;
    }
}

static bool run_needed(EvalRun *run, uint32_t n)
{
    const EvalProgram *program = run->program;
    for (uint32_t i = program->n_step; i-- > 0;) {
        if (run->needed[i])
            need_args(run, &program->step[i]);
    }
    for (uint32_t i = 0; i < program->n_step; i++) {
        if (run->needed[i] && !run_step(run, i, n))
            return false;
    }
    return true;
}

bool eval_some(EvalRun *run, size_t first, size_t count, uint32_t n)
{
    if (run->program->n_step)
        memset(run->needed, 0, run->program->n_step);
    for (size_t i = first; i < first + count; i++)
        run->needed[run->program->root[i]] = 1;
    return run_needed(run, n);
}

bool eval_batch(EvalRun *run, uint32_t n)
{
    eval_begin(run);
    return eval_some(run, 0, run->program->n_root, n);
}

const Vector *eval_root(const EvalRun *run, size_t root)
{
    return &run->reg[run->program->root[root]];
}

/* A constant expression has no leaves. */
static bool no_leaf(void *self, EvalRun *run, const Expr *expr, const Vector *arg,
                    Vector *out)
{
    (void)self;
    (void)run;
    (void)expr;
    (void)arg;
    (void)out;
    UNREACHABLE("leaf in a constant expression");
}

bool eval_constant(const Expr *expr, Arena *arena, DiagSink *sink, Value *out)
{
    Intern *pool = intern_new(NULL);
    Arena *scratch = arena_new();
    EvalProgram *program = eval_compile(scratch, &expr, 1);
    EvalRun *run = eval_run_new(program, pool, sink, no_leaf, NULL);
    bool ok = eval_batch(run, 1);
    if (ok) {
        *out = vector_value(eval_root(run, 0), expr->type, 0);
        if (!out->empty && expr->type.kind == VALUE_TEXT)
            out->as.text.text =
                arena_strndup(arena, out->as.text.text, out->as.text.len);
    }
    eval_run_free(run);
    arena_free(scratch);
    intern_free(pool);
    return ok;
}
