/* Hidden lines of several periods: what has a value at one instant is that of the
   hidden lines at this instant. What goes on through a period has none for them
   together. */
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/scope.h"

static bool has_several_periods(const Question *q)
{
    bool several = false;
    for (size_t i = 0; i < q->n_by && !several; i++) {
        PeriodUnit unit = q->by[i].unit;
        several = q->by[i].role == BY_TIME &&
                  (!q->has_for || calendar_period_of(unit, q->shown.lo) !=
                                      calendar_period_of(unit, q->shown.hi - 1));
    }
    return several;
}

static bool is_kept_by_time(const PerKey *per)
{
    bool found = false;
    for (; per && !found; per = per->outer) {
        for (size_t i = 0; i < per->keys.n_key && !found; i++)
            found = per->keys.type[i].kind == VALUE_PERIOD;
    }
    return found;
}

/* Is the stock read on several days of one line? */
static bool goes_on(const Leaf *leaf)
{
    const Context *context = leaf->context;
    return context->until && (context->step[context->n_step - 1].op == TIME_WITHIN ||
                              is_kept_by_time(leaf->grain));
}

bool clause_check_hidden(const QuestionBuilder *qb, const AstQuestion *ast)
{
    const Question *q = qb->q;
    bool hides = ast->clause[AST_CLAUSE_HAVING] || ast->clause[AST_CLAUSE_TOP] ||
                 ast->clause[AST_CLAUSE_BOTTOM];
    if (!hides || !(q->with & (WITH_TOTAL | WITH_OTHERS)) || !has_several_periods(q))
        return true;
    Span span = ast->clause[AST_CLAUSE_WITH]->span;
    Diag *d = NULL;
    for (size_t i = 0; i < q->n_leaf && !d && !q->is_bridge; i++) {
        if (goes_on(q->leaf[i]))
            d = diag_error(qb->r->sink, DIAG_STOCK_READING, span,
                           "a stock that is read on several days of a line has no "
                           "one value for hidden lines of several periods, so there "
                           "is no line of others");
    }
    if (q->is_bridge)
        d = diag_error(qb->r->sink, DIAG_STOCK_READING, span,
                       "hidden lines of several periods have no one opening and "
                       "closing, so there is no line of others");
    if (d)
        diag_help(qb->r->sink, d, "ask for one period, or leave out `with`");
    return d == NULL;
}
