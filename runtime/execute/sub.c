/* Questions inside expressions: answered once, with their keys, and looked up by them.
 */
#include "runtime/execute/internal.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

static Sub *find_sub(Executor *ex, const Question *question)
{
    for (Sub *sub = ex->cache->sub; sub; sub = sub->next) {
        if (sub->question == question && sub->is_limited == sight_is_limited(ex))
            return sub;
    }
    return NULL;
}

static void free_sub(Sub *sub)
{
    lookup_free(sub->by_key);
    result_unref(sub->result);
    free(sub->key_type);
    free(sub->missing);
    free(sub);
}

static bool lasts(const Sub *sub)
{
    return sub->by_key && sub->question->is_lasting && sub->is_used && !sub->is_passing;
}

void subs_end_question(Executor *ex)
{
    for (Sub **at = &ex->cache->sub; *at;) {
        Sub *sub = *at;
        if (lasts(sub)) {
            sub->is_used = false;
            at = &sub->next;
            continue;
        }
        *at = sub->next;
        free_sub(sub);
    }
}

void subs_free(Executor *ex)
{
    for (Sub *next, *sub = ex->cache->sub; sub; sub = next) {
        next = sub->next;
        free_sub(sub);
    }
    ex->cache->sub = NULL;
}

/* A question without keys is a set of the values in its first column. */
static void index_lines(Sub *sub)
{
    Result *result = sub->result;
    uint32_t n_key = 0;
    while (n_key < result->n_column && result->column[n_key].role == COLUMN_KEY)
        n_key++;
    sub->n_key = n_key;
    uint32_t n = n_key || !result->n_column ? n_key : 1;
    Vector *key = xcalloc(n + (size_t)1, sizeof *key);
    sub->key_type = xcalloc(n + (size_t)1, sizeof *sub->key_type);
    for (uint32_t i = 0; i < n; i++) {
        key[i] = result->column[i].vec;
        sub->key_type[i] = result->column[i].type;
    }
    sub->by_key = lookup_new(key, sub->key_type, n, result->n_row);
    free(key);
}

void sub_meet_source(Executor *ex, const Source *source)
{
    if (source->index == UINT32_MAX)
        ex->cache->met_passing = true;
}

/* What rests on this answer rests on the same rows. */
static Sub *use(Executor *ex, Sub *sub)
{
    sub->is_used = true;
    ex->cache->met_passing |= sub->is_passing;
    return sub;
}

Sub *sub_answer(Executor *ex, const Question *question)
{
    Sub *sub = find_sub(ex, question);
    if (sub && sub->is_running) {
        diag_error(ex->sink, DIAG_ROWS_CYCLE, question->span,
                   "this question depends on its own answer");
        return NULL;
    }
    if (sub)
        return sub->by_key ? use(ex, sub) : NULL;
    sub = xcalloc(1, sizeof *sub);
    sub->question = question;
    sub->is_running = true;
    sub->is_limited = sight_is_limited(ex);
    sub->next = ex->cache->sub;
    ex->cache->sub = sub;
    sub->missing = xcalloc(question->n_item + 1, sizeof *sub->missing);
    bool met_before = ex->cache->met_passing;
    ex->cache->met_passing = false;
    sub->result = execute_sub(ex, question, sub->missing);
    sub->is_passing = ex->cache->met_passing;
    ex->cache->met_passing = met_before;
    sub->is_running = false;
    if (!sub->result)
        return NULL;
    index_lines(sub);
    return use(ex, sub);
}
