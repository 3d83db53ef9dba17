/* Nanoseconds per row of the evaluator and of each state, over batches of 1024 rows
   with a million rows in all. Prints a table; nothing is asserted. */
#include "runtime/algebra/cells.h"
#include "runtime/algebra/eval.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { BATCH = 1024, BATCHES = 1000, VALUES = 5000 };

typedef struct {
    Vector quantity, price, discount, region, customer;
    int64_t word[3][BATCH];
    uint32_t code[2][BATCH];
    int64_t id[BATCH];
} Columns;

static uint64_t seed = 1;

static uint32_t draw(uint32_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void report(const char *what, double started)
{
    printf("%-28s %7.1f ns/row\n", what, (now() - started) / BATCH / BATCHES);
}

static void fill(Columns *c)
{
    for (uint32_t i = 0; i < BATCH; i++) {
        c->word[0][i] = draw(50) + 1;
        c->word[1][i] = draw(100000);
        c->word[2][i] = draw(30);
        c->id[i] = draw(200000);
    }
}

static Vector numbers(int64_t *word, int32_t scale)
{
    Vector vec = {.rep = VEC_I64, .n = BATCH, .scale = scale};
    vec.v.i64 = word;
    return vec;
}

static bool leaf(void *self, EvalRun *run, const Expr *expr, const Vector *arg,
                 Vector *out)
{
    Columns *c = self;
    static const int32_t scale[] = {0, 2, 2};
    (void)run;
    (void)arg;
    *out = numbers(c->word[expr->as.index], scale[expr->as.index]);
    return true;
}

static const Expr *column(ExprTable *table, uint32_t index)
{
    Expr node = {.kind = EXPR_KEY, .type = {.kind = VALUE_NUMBER}};
    node.as.index = index;
    return expr_intern(table, &node);
}

static const Expr *call(ExprTable *table, FnId fn, const Expr *a, const Expr *b)
{
    const Expr *arg[] = {a, b};
    Type type = {.kind = VALUE_NUMBER};
    return expr_call(table, fn, type, (Span){0, 0, 0}, (ExprArgs){arg, 2});
}

static void bench_eval(Columns *c, FnId fn, const char *what)
{
    Arena *arena = arena_new();
    ExprTable *table = expr_table_new(arena, NULL);
    Intern *pool = intern_new(NULL);
    DiagSink sink;
    Value one = {.as.number = decimal_from_i64(1)};
    Type type = {.kind = VALUE_NUMBER};
    diag_sink_init(&sink, arena, NULL);
    const Expr *rest =
        call(table, FN_SUBTRACT, expr_const(table, type, one, (Span){0, 0, 0}),
             column(table, 2));
    const Expr *root = call(
        table, fn, call(table, FN_MULTIPLY, column(table, 0), column(table, 1)), rest);
    EvalProgram *program = eval_compile(arena, &root, 1);
    EvalRun *run = eval_run_new(program, pool, &sink, leaf, c);
    double started = now();
    for (int i = 0; i < BATCHES; i++)
        (void)eval_batch(run, BATCH);
    report(what, started);
    eval_run_free(run);
    intern_free(pool);
    expr_table_free(table);
    arena_free(arena);
}

static void bench_keys(Columns *c, const char *what, uint32_t below)
{
    KeyDict *dict = key_dict_new((Type){.kind = VALUE_NUMBER});
    uint32_t code[BATCH];
    double spent = 0;
    for (int i = 0; i < BATCHES; i++) {
        for (uint32_t k = 0; k < BATCH; k++)
            c->id[k] = draw(below);
        Vector vec = numbers(c->id, 0);
        double started = now();
        key_dict_encode(dict, &vec, code);
        spent += now() - started;
    }
    report(what, now() - spent);
    key_dict_free(dict);
}

static void bench_state(Columns *c, AggFn fn, const char *what, uint32_t regions)
{
    StateSpec spec = {.fn = fn, .type = {.kind = VALUE_NUMBER}};
    Cells *cells = cells_new(2, &spec, 1);
    uint32_t cell[BATCH];
    uint32_t *const key[] = {c->code[0], c->code[1]};
    double located = 0;
    double fed = 0;
    for (int i = 0; i < BATCHES; i++) {
        for (uint32_t k = 0; k < BATCH; k++) {
            c->code[0][k] = draw(regions);
            c->code[1][k] = draw(36);
            c->word[1][k] = draw(VALUES);
        }
        Vector vec = numbers(c->word[1], 2);
        StateInput in = {.arg = &vec};
        double started = now();
        cells_locate(cells, key, BATCH, NULL, cell);
        located += now() - started;
        started = now();
        (void)cells_add_state(cells, 0, cell, BATCH, &in);
        fed += now() - started;
    }
    if (fn == AGG_SUM) {
        printf("%u cells\n", cells_count(cells));
        report("  locate", now() - located);
    }
    report(what, now() - fed);
    cells_free(cells);
}

int main(void)
{
    static Columns columns;
    fill(&columns);
    bench_eval(&columns, FN_MULTIPLY, "a * b * (1 - c)");
    bench_eval(&columns, FN_DIVIDE, "a * b / (1 - c)");
    bench_keys(&columns, "key of 1000 numbers", 1000);
    bench_keys(&columns, "key of 1000000 numbers", 1000000);
    for (uint32_t regions = 10; regions <= 100000; regions *= 10000) {
        bench_state(&columns, AGG_SUM, "  sum", regions);
        bench_state(&columns, AGG_COUNT, "  count", regions);
        bench_state(&columns, AGG_MIN, "  min", regions);
        bench_state(&columns, AGG_AVG, "  avg", regions);
        bench_state(&columns, AGG_STDDEV, "  stddev", regions);
        bench_state(&columns, AGG_COUNT_DISTINCT, "  count distinct", regions);
    }
    return 0;
}
