/* What of a stock is not kept by time. The lines of a past day are those of the values
   that rows have today: which of them have changed since, nobody knows. Kept by time
   are the columns of snapshots and changes, what tells rows apart, what is found
   through a dated join, and the key of what any join finds. */
#include "runtime/execute/answer.h"

static bool is_kept(const Leaf *leaf, const Expr *expr);

static bool are_kept(const Leaf *leaf, const Expr *const *expr, size_t n)
{
    bool kept = true;
    for (size_t i = 0; i < n && kept; i++)
        kept = is_kept(leaf, expr[i]);
    return kept;
}

static bool is_kept_column(const Leaf *leaf, const Expr *column)
{
    const Source *source = leaf->source;
    const Context *context = leaf->context;
    bool kept = context->until->value->kind == EXPR_NEXT ||
                column == context->axis->value || column == context->until->value;
    for (size_t i = 0; i < source->n_key && !kept; i++)
        kept = source->key[i] == column;
    return kept;
}

/* Of a row that a join without time finds, only its key is sure. */
static bool is_kept_lookup(const Leaf *leaf, const Expr *expr)
{
    const Join *join = expr->as.join;
    if (join->is_dated)
        return true;
    for (size_t i = 0; i < join->n_on; i++) {
        if (join->key[i] == expr->arg[0])
            return is_kept(leaf, expr->n_arg > 1 ? expr->arg[i + 1] : join->on[i]);
    }
    return false;
}

static bool is_kept(const Leaf *leaf, const Expr *expr)
{
    if (expr->kind == EXPR_COLUMN)
        return is_kept_column(leaf, expr);
    if (expr->kind == EXPR_LOOKUP)
        return is_kept_lookup(leaf, expr);
    if (expr->kind == EXPR_ATTRIBUTE ||
        (expr->kind == EXPR_TREE && !expr->as.tree.dim->parent->is_dated))
        return false;
    return are_kept(leaf, (const Expr *const *)expr->arg, expr->n_arg);
}

/* Is a day before today read through the K around the leaf? */
static bool looks_back_inside(Answer *a, const Leaf *leaf)
{
    const Run *run = a->run;
    const Windows *lines = table_windows(&a->level[a->n_by].main, 0);
    SeenDays seen = {.arena = run->arena, .known = run_known(run)};
    bool back = false;
    for (uint32_t i = 0; i < lines->n && !back; i++) {
        plan_see(run->plan, leaf,
                 run->plan->is_dated ? lines->days[i] : run_period(run, true), &seen);
        for (size_t k = 0; k < seen.n && !back; k++)
            back = seen.days[k].hi <= run->ex->today;
    }
    return back;
}

/* Is a line of before today read? */
static bool looks_back(Answer *a, const Leaf *leaf)
{
    const Run *run = a->run;
    if (leaf->grain)
        return looks_back_inside(a, leaf);
    const Windows *windows =
        table_windows(&a->level[a->n_by].main, run->plan->place[leaf->id].shape);
    bool back = false;
    for (uint32_t i = 0; i < windows->n && !back; i++)
        back = windows->days[i].lo < windows->days[i].hi &&
               windows->days[i].hi <= run->ex->today;
    return back;
}

/* Marks the keys of the lines that a stock has only as they are today. */
static void find_present(const Question *q, const Leaf *leaf, uint64_t *present)
{
    const Context *context = leaf->context;
    const Binding *binding =
        key_list_binding(&q->keys, leaf->source, context->axis, context->as_of);
    for (size_t i = 0; binding && i < q->n_by && i < 64; i++) {
        const Expr *value = binding->value[i];
        if (value && !question_lifts(context->lifted, i) && !is_kept(leaf, value))
            *present |= (uint64_t)1 << i;
    }
}

static const char *key_names(Answer *a, uint64_t present, size_t *n)
{
    const Question *q = a->run->question;
    const char *text = NULL;
    *n = 0;
    for (size_t i = 0; i < q->n_by && i < 64; i++) {
        if (!(present >> i & 1))
            continue;
        text = text ? arena_printf(a->run->arena, "%s, `%s`", text, q->by[i].title)
                    : arena_printf(a->run->arena, "`%s`", q->by[i].title);
        ++*n;
    }
    return text;
}

static void note_source(Answer *a, const Source *source)
{
    const Question *q = a->run->question;
    uint64_t present = 0;
    size_t n;
    for (size_t i = 0; i < q->n_leaf; i++) {
        const Leaf *leaf = q->leaf[i];
        if (leaf->source == source && leaf->context->until && looks_back(a, leaf))
            find_present(q, leaf, &present);
    }
    const char *names = key_names(a, present, &n);
    if (names)
        answer_note(a, arena_printf(a->run->arena,
                                    n == 1 ? "%s has its present value: `%s` does not "
                                             "keep it by time"
                                           : "%s have their present values: `%s` does "
                                             "not keep them by time",
                                    names, source->name));
}

void answer_note_present(Answer *a)
{
    const Question *q = a->run->question;
    for (size_t i = 0; i < q->n_leaf; i++) {
        bool known = !q->leaf[i]->source;
        for (size_t k = 0; k < i && !known; k++)
            known = q->leaf[k]->source == q->leaf[i]->source;
        if (!known)
            note_source(a, q->leaf[i]->source);
    }
}
