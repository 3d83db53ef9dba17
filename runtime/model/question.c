/* Look-ups in a question, and equality of its parts. */
#include "runtime/model/question.h"

static bool same_day(const Day *a, const Day *b)
{
    return !a == !b && (!a || *a == *b);
}

const Binding *key_list_binding(const KeyList *keys, const Source *source,
                                const Axis *axis, const Day *as_of)
{
    if (axis && axis->role == AXIS_ENDS)
        axis = axis->other;
    for (size_t i = 0; i < keys->n_binding; i++) {
        const Binding *binding = &keys->binding[i];
        if (binding->source == source && (!binding->axis || binding->axis == axis) &&
            (!binding->sees_events || same_day(binding->as_of, as_of)))
            return binding;
    }
    return NULL;
}

const Source *key_list_source(const KeyList *keys, size_t i)
{
    for (size_t k = 0; k < keys->n_binding; k++) {
        if (keys->binding[k].value[i])
            return keys->binding[k].source;
    }
    return keys->binding[0].source;
}

bool question_lifts(uint64_t lifted, size_t bit)
{
    return bit < 64 && (lifted >> bit & 1);
}

const char *const *why_reasons(WhyKind kind, size_t *n)
{
    static const char *const sum[] = {"changed", "new", "lost"};
    static const char *const rate[] = {"rate", "mix", "new", "lost"};
    static const char *const price[] = {"price", "volume", "mix", "new", "lost"};
    static const char *const terms[] = {"numerator", "denominator"};
    switch (kind) {
    case WHY_SUM:
        *n = COUNT_OF(sum);
        return sum;
    case WHY_RATE:
        *n = COUNT_OF(rate);
        return rate;
    case WHY_PRICE:
        *n = COUNT_OF(price);
        return price;
    case WHY_TERMS:
        *n = COUNT_OF(terms);
        return terms;
    case WHY_MOVES:
        break;
    }
    *n = 0;
    return NULL;
}

size_t question_shown_keys(const Question *q)
{
    size_t n = q->n_by;
    while (n > 0 && q->by[n - 1].is_hidden)
        n--;
    return n;
}

bool question_follows_order(const Question *q, const Expr *expr)
{
    if (expr->kind == EXPR_TABLE && expr->as.fn != FN_RANK && expr->as.fn != FN_SHARE)
        return true;
    if (expr->kind == EXPR_ITEM)
        return question_follows_order(q, q->item[expr->as.index].value);
    bool found = false;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = question_follows_order(q, expr->arg[i]);
    return found;
}

bool time_steps_read_stock(const TimeStep *step, size_t n)
{
    return n && (step[n - 1].op == TIME_CLOSING || step[n - 1].op == TIME_OPENING ||
                 step[n - 1].op == TIME_BEFORE || step[n - 1].op == TIME_WITHIN ||
                 step[n - 1].op == TIME_BETWEEN);
}

bool time_steps_equal(const TimeStep *a, const TimeStep *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (a[i].op != b[i].op || a[i].unit != b[i].unit || a[i].n != b[i].n ||
            a[i].full != b[i].full || a[i].lags != b[i].lags ||
            a[i].on_working != b[i].on_working || a[i].range.lo != b[i].range.lo ||
            a[i].range.hi != b[i].range.hi || a[i].of_any != b[i].of_any ||
            a[i].part != b[i].part)
            return false;
    }
    return true;
}

bool event_window_equal(const EventWindow *a, const EventWindow *b)
{
    return a->leaf == b->leaf && a->key == b->key && a->n_key == b->n_key &&
           a->moments == b->moments && a->has_from == b->has_from &&
           a->after_from == b->after_from && a->has_to == b->has_to &&
           a->until_to == b->until_to && a->in_order == b->in_order &&
           a->n_self == b->n_self;
}
