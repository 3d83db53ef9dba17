/* A question from its plan to its answer, and what is kept between questions: rows of
   sources in memory, as long as the store has not changed. */
#include "runtime/execute/answer.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <unistd.h>

enum { QUESTION_DEPTH_MAX = 32, THREADS_MAX = 4 };

void executor_init(Executor *executor)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    *executor = (Executor){.cache = xcalloc(1, sizeof(ExecuteCache)),
                           .locale = locale_default()};
    executor->n_thread = n < 1 ? 1 : n > THREADS_MAX ? THREADS_MAX : (uint32_t)n;
}

void executor_forget(Executor *executor)
{
    frames_free(executor); /* first: they look into answers */
    subs_free(executor);
    made_free(executor);
    executor->cache->has_snapshot = false;
}

void executor_release(Executor *executor)
{
    if (!executor->cache)
        return;
    executor_forget(executor);
    free(executor->cache);
    executor->cache = NULL;
}

static void run_init(Run *run, Executor *ex, const Question *q, bool with_keys)
{
    *run = (Run){.ex = ex, .question = q, .with_keys = with_keys, .arena = arena_new()};
    run->pool = intern_new(NULL);
    Plan *plan = plan_question(run->arena, q, ex->today);
    run->plan = plan;
    run->cells = ARENA_ARRAY(run->arena, Cells *, plan->n_group);
    run->lined = ARENA_ARRAY(run->arena, LineFold *, plan->n_group * plan->n_shape);
    run->keys = ARENA_ARRAY(run->arena, SlotKeys, plan->n_slot);
    run->order = ARENA_ARRAY(run->arena, SlotOrder, q->n_by);
    for (size_t i = 0; i < plan->n_slot; i++)
        run->keys[i].dict = key_dict_new(plan->slot[i].type);
}

static void run_release(Run *run)
{
    for (size_t i = 0; i < run->plan->n_group; i++)
        cells_free(run->cells[i]);
    for (size_t i = 0; i < run->plan->n_group * run->plan->n_shape; i++)
        line_fold_free(run->lined[i]);
    for (size_t i = 0; i < run->plan->n_slot; i++) {
        key_dict_free(run->keys[i].dict);
        free(run->keys[i].code);
    }
    for (size_t i = 0; i < run->n_keep; i++)
        intern_free(run->keep[i]);
    free(run->keep);
    free(run->list_code);
    intern_free(run->pool);
    arena_free(run->arena);
}

static void answer_init(Answer *a, Run *run)
{
    const Question *q = run->question;
    *a = (Answer){.run = run,
                  .n_across = (uint32_t)q->n_across,
                  .n_by = (uint32_t)(q->n_by - q->n_across)};
    a->slot = ARENA_ARRAY(run->arena, uint32_t, q->n_by + 1);
    for (uint32_t i = 0; i < q->n_by; i++)
        a->slot[i] = i;
    a->level = ARENA_ARRAY(run->arena, Level, a->n_by + 1);
}

static Result *make_answer(Run *run)
{
    Answer a;
    Result *result = NULL;
    answer_init(&a, run);
    if (answer_make_lines(&a) && answer_make_labels(run)) {
        answer_open_lines(&a);
        if (answer_arrange(&a) && answer_make_levels(&a))
            result = answer_emit(&a);
    }
    if (result && !answer_closes(&a, result)) {
        result_unref(result);
        result = NULL;
    }
    answer_release_levels(&a);
    return result;
}

bool execute_enter(Executor *ex, Span span)
{
    ExecuteCache *cache = ex->cache;
    uint64_t id;
    if (cache->depth >= QUESTION_DEPTH_MAX) {
        diag_error(ex->sink, DIAG_ROWS_CYCLE, span,
                   "questions stand in each other more than %d deep",
                   QUESTION_DEPTH_MAX);
        return false;
    }
    if (cache->depth++ || !ex->engine)
        return true;
    if (ex->engine->ops->snapshot_begin(ex->engine, ex->sink, &id) != ENGINE_OK) {
        cache->depth--;
        return false;
    }
    if (cache->has_snapshot && cache->snapshot != id)
        executor_forget(ex);
    cache->snapshot = id;
    cache->has_snapshot = true;
    return true;
}

void execute_leave(Executor *ex)
{
    if (--ex->cache->depth)
        return;
    frames_end_question(ex); /* its readers look answers up that subs own */
    subs_end_question(ex);
    if (ex->engine)
        ex->engine->ops->snapshot_end(ex->engine);
}

/* Item `item` where no row is: over the days that the question asks for, as far as
   they are covered; without such days everything is. */
static bool item_over_nothing(Run *run, size_t item, Intern *pool, Value *out)
{
    const Question *q = run->question;
    Table table;
    Vector values;
    uint32_t none = 0;
    table_init(&table, run, &none, 0);
    table.no_rows = true;
    table.over_nothing = !q->has_for;
    table_set_lines(&table, &none, 1);
    bool ok = table_values(&table, q->item[item].value, &values);
    if (ok) {
        *out = vector_value(&values, q->item[item].value->type, 0);
        if (!out->empty && q->item[item].value->type.kind == VALUE_TEXT) {
            uint32_t code = intern_add(pool, out->as.text.text, out->as.text.len);
            out->as.text.text = intern_text(pool, code).text;
        }
    }
    table_release(&table);
    return ok;
}

static bool items_over_nothing(Run *run, Result *result, Value *missing)
{
    for (size_t i = 0; missing && i < run->question->n_item; i++) {
        if (!item_over_nothing(run, i, result->pool, &missing[i]))
            return false;
    }
    return true;
}

/* `missing` has room for a value per item, or is NULL. */
static Result *execute(Executor *ex, const Question *q, bool with_keys, Value *missing)
{
    Run run;
    if (q->why && q->why->n_part)
        return why_answer(ex, q, with_keys);
    if (q->ahead)
        return ex->ahead(ex->ahead_self, q, with_keys);
    if (!execute_enter(ex, q->span))
        return NULL;
    run_init(&run, ex, q, with_keys);
    Result *result = pass_run_all(&run) ? make_answer(&run) : NULL;
    if (result && !items_over_nothing(&run, result, missing)) {
        result_unref(result);
        result = NULL;
    }
    run_release(&run);
    execute_leave(ex);
    return result;
}

bool execute_hold(Executor *executor, Span span)
{
    return execute_enter(executor, span);
}

void execute_let_go(Executor *executor)
{
    execute_leave(executor);
}

Result *execute_question(Executor *executor, const Question *question)
{
    return execute(executor, question, false, NULL);
}

Result *execute_keys(Executor *executor, const Question *question)
{
    return execute(executor, question, true, NULL);
}

Result *execute_openly(Executor *executor, const Question *question)
{
    sight_open(executor);
    Result *result = execute(executor, question, false, NULL);
    sight_close(executor);
    return result;
}

Result *execute_sub(Executor *ex, const Question *question, Value *missing)
{
    return execute(ex, question, true, missing);
}

bool execute_rows(Executor *ex, const ColumnPair *pair,
                  void (*row)(void *to, const Value *value), void *to)
{
    const Source *source = pair->source;
    if (!execute_enter(ex, pair->span))
        return false;
    Arena *arena = arena_new();
    bool *used = ARENA_ARRAY(arena, bool, source->n_column);
    for (size_t i = 0; i < 2; i++)
        used[pair->column[i]] = true;
    const Frame *frame = frame_get(ex, source, NULL, used);
    for (uint32_t i = 0; frame && i < frame->n; i++) {
        Value value[2];
        for (size_t k = 0; k < 2; k++)
            value[k] = vector_value(&frame->column[pair->column[k]],
                                    source->column[pair->column[k]].type, i);
        row(to, value);
    }
    arena_free(arena);
    execute_leave(ex);
    return frame != NULL;
}
