/* What `what if` does not reach: what lines are kept by and which rows they have,
   joins, sources that are several answers are read once, outside of any context. A
   measure in one of them would silently stay what it was. */
#include "runtime/resolve/what_if.h"

typedef struct {
    const Measure *measure; /* NULL: no question is looked for */
    bool asked;             /* the question's own conditions count */
    const Source **made;    /* NULL: not wanted; a source that is made of measures */
    bool beside; /* what is, of which what would be stands beside: only `made` is wanted
                    of it */
    bool heard;  /* values of rows: what they look up was read under what is heard */
} Search;

static const Question *in_question(const Search *around, const Question *q);

static const Question *in_expr(const Search *s, const Expr *expr);

static const Question *in_exprs(const Search *s, const Expr *const *expr, size_t n)
{
    const Question *found = NULL;
    for (size_t i = 0; i < n && !found; i++)
        found = expr[i] ? in_expr(s, expr[i]) : NULL;
    return found;
}

static const Question *in_source(const Search *s, const Source *source)
{
    const Origin *origin = &source->origin;
    const Question *found = origin->kind == ORIGIN_QUESTION && origin->question
                                ? in_question(s, origin->question)
                                : NULL;
    if (s->made && origin->kind == ORIGIN_SYSTEM && origin->by_person)
        *s->made = source;
    for (size_t i = 0; i < origin->n_part && !found; i++)
        found = in_source(s, origin->part[i]);
    return !found && origin->source ? in_source(s, origin->source) : found;
}

/* Of answers under each other, those that stay what they are. */
static const Question *in_parts(const Search *s, const Source *source,
                                const Question *rows)
{
    const Question *found = NULL;
    while (source->origin.source)
        source = source->origin.source;
    for (size_t i = 0; rows->part && i < source->origin.n_part && !found; i++)
        found = rows->part[i] ? NULL : in_source(s, source->origin.part[i]);
    return found;
}

static bool is_conjunct(const Expr *of, const Expr *row)
{
    bool is_it = of == row;
    if (of && of->kind == EXPR_CALL && of->as.fn == FN_AND) {
        for (uint32_t i = 0; i < of->n_arg && !is_it; i++)
            is_it = is_conjunct(of->arg[i], row);
    }
    return is_it;
}

/* source: of a leaf, whose conditions were read under what is heard but for the
   question's and the source's own; else NULL. */
static const Question *in_context(const Search *s, const Context *context,
                                  const Source *source)
{
    const Question *found = NULL;
    for (size_t i = 0; i < context->n_row && !found; i++) {
        Search row = *s;
        row.heard = source && !context->asked[i] &&
                    !is_conjunct(source->filter, context->row[i]);
        found = s->asked || !context->asked[i] ? in_expr(&row, context->row[i]) : NULL;
    }
    if (!found && context->axis && context->axis->value)
        found = in_expr(s, context->axis->value);
    if (!found && context->until && context->until->value)
        found = in_expr(s, context->until->value);
    return found;
}

/* The question's own conditions, by which what would be is kept too. */
static const Question *in_asked_rows(const Search *around, const Context *context)
{
    const Question *found = NULL;
    Search s = *around;
    s.beside = false;
    for (size_t i = 0; i < context->n_row && !found; i++)
        found = context->asked[i] ? in_expr(&s, context->row[i]) : NULL;
    return found;
}

static const Question *in_keys(const Search *s, const KeyList *keys)
{
    const Question *found = NULL;
    for (size_t i = 0; i < keys->n_binding && !found; i++) {
        const Binding *binding = &keys->binding[i];
        if (s->made)
            in_source(s, binding->source);
        found = in_exprs(s, binding->value, keys->n_key);
    }
    return found;
}

static const Question *in_leaf(const Search *around, const Leaf *leaf)
{
    const Expr *part[] = {leaf->arg, leaf->by, leaf->gone, leaf->where};
    Search rows = *around;
    if (around->beside && !around->made)
        return leaf->source ? in_asked_rows(around, leaf->context) : NULL;
    rows.beside = false;
    Search values = rows;
    values.heard = true;
    const Search *s = leaf->source ? &rows : around;
    bool as_it_is = leaf->source && !leaf->rows;
    const Question *found = as_it_is ? in_source(s, leaf->source) : NULL;
    if (leaf->rows)
        found = in_parts(s, leaf->source, leaf->rows);
    if (!found)
        found = in_exprs(leaf->source ? &values : around, part, COUNT_OF(part));
    if (!found && leaf->context)
        found = in_context(&rows, leaf->context, leaf->source);
    if (!found && leaf->per)
        found = in_keys(&rows, &leaf->per->keys);
    if (!found && leaf->per)
        found = in_exprs(&rows, leaf->per->home_row, leaf->per->n_home_row);
    return found;
}

static const Question *in_join(const Search *around, const Join *join)
{
    Search own = *around;
    const Search *s = &own;
    own.heard = false;
    const Question *found = in_exprs(s, join->on, join->n_on);
    return found ? found : in_source(s, join->target);
}

static const Question *in_expr(const Search *s, const Expr *expr)
{
    const Question *found = NULL;
    switch (expr->kind) {
    case EXPR_ATTRIBUTE:
    case EXPR_MEMBER:
    case EXPR_SCALAR:
        if (s->made || !(s->heard || (s->beside && expr->kind != EXPR_MEMBER)))
            found = in_question(s, expr->as.sub.question);
        break;
    case EXPR_WINDOW:
        if (s->made || !s->heard)
            found = in_question(s, expr->as.window->by_keys);
        break;
    case EXPR_LEAF:
    case EXPR_EDGE:
    case EXPR_CLOSING:
        found = in_leaf(s, expr->as.leaf);
        break;
    case EXPR_LOOKUP:
        found = in_join(s, expr->as.join);
        break;
    case EXPR_ENTITY:
        found = in_expr(s, expr->as.entity.value);
        break;
    case EXPR_CONST:
    case EXPR_CALL:
    case EXPR_COLUMN:
    case EXPR_TREE:
    case EXPR_NEXT:
    case EXPR_BESIDE:
    case EXPR_INSTANT:
    case EXPR_KEY:
    case EXPR_GRAIN:
    case EXPR_ITEM:
    case EXPR_TABLE:
        break;
    }
    return found ? found : in_exprs(s, expr->arg, expr->n_arg);
}

/* Lines of a list are rows: what rows there are, which of them, and what else than its
   columns they are put in order by. */
static const Question *in_rows(const Search *s, const Question *q)
{
    const Question *found =
        q->rows ? in_parts(s, q->list_source, q->rows) : in_source(s, q->list_source);
    if (!found)
        found = in_context(s, q->context, NULL);
    for (size_t i = 0; i < q->n_by && !found; i++) {
        if (q->by[i].is_hidden)
            found = in_expr(s, q->keys.binding[0].value[i]);
    }
    return found;
}

/* What says which lines are shown, in which order, and what of them is told. */
static const Question *in_lines(const Search *s, const Question *q)
{
    const Expr *part[] = {q->having, q->top.by, q->tail.by};
    const Question *found = in_exprs(s, part, COUNT_OF(part));
    if (!found && q->list_source)
        found = in_rows(s, q);
    for (size_t i = 0; i < q->n_sort && !found; i++)
        found = in_expr(s, q->sort[i].value);
    for (size_t i = 0; i < q->n_alarm && !found; i++) {
        const Alarm *alarm = &q->alarm[i];
        found = in_expr(s, alarm->when);
        for (size_t k = 0; k < alarm->n_text && !found; k++)
            found = in_exprs(s, &alarm->text[k].value, 1);
    }
    return found;
}

/* One that was read under a `what if` of its own was looked at then. */
static const Question *in_question(const Search *around, const Question *q)
{
    const Measure *m = around->measure;
    const Search s = {.measure = m, .asked = true, .made = around->made};
    const Question *found = NULL;
    if (q->sees_what_if)
        return NULL;
    for (size_t i = 0; i < q->n_measure; i++) {
        if (q->measure[i] == m)
            return q;
    }
    for (size_t i = 0; i < q->n_leaf && !found; i++)
        found = in_leaf(&s, q->leaf[i]);
    for (size_t i = 0; q->ahead && q->ahead->past[i] && !found; i++)
        found = in_question(&s, q->ahead->past[i]) ? q : NULL;
    if (!found && q->ahead && q->ahead->lines)
        found = in_question(&s, q->ahead->lines) ? q : NULL;
    if (!found && q->list_source)
        found = in_source(&s, q->list_source);
    if (!found && q->context)
        found = in_context(&s, q->context, NULL);
    if (!found)
        found = in_lines(&s, q);
    return found ? found : in_keys(&s, &q->keys);
}

const Question *what_if_misses(const Expr *expr, const Measure *m, bool asked)
{
    return in_expr(&(Search){.measure = m, .asked = asked}, expr);
}

const Question *what_if_misses_source(const Source *source, const Measure *m)
{
    return in_source(&(Search){.measure = m, .asked = true}, source);
}

static const Question *in_asked(const Search *s, const Question *q)
{
    const Question *found = in_keys(s, &q->keys);
    Search lines = *s;
    lines.beside = true;
    if (!found)
        found = in_lines(&lines, q);
    for (size_t i = 0; i < q->n_item && !found; i++) {
        Search item = *s;
        item.beside = q->item[i].as_it_is;
        found = in_expr(&item, q->item[i].value);
    }
    if (!found && q->context)
        found = in_context(s, q->context, NULL);
    return found;
}

const Source *question_rows(const Question *q)
{
    return q->list_source ? q->list_source : q->n_leaf == 0 ? q->from : NULL;
}

const Question *what_if_misses_lines(const Question *q, const Measure *m)
{
    return in_lines(&(Search){.measure = m, .asked = true, .beside = true}, q);
}

const Question *what_if_misses_answer(const Question *q, const Measure *m)
{
    const Search s = {.measure = m, .asked = true};
    const Source *rows = question_rows(q);
    const Question *found = in_asked(&s, q);
    if (found || !rows)
        return found;
    return q->rows ? in_parts(&s, rows, q->rows) : in_source(&s, rows);
}

const Source *what_if_made(const Question *q)
{
    const Source *made = NULL;
    const Search s = {.asked = true, .made = &made};
    in_asked(&s, q);
    if (q->list_source)
        in_source(&s, q->list_source);
    return made;
}

const Source *what_if_made_of(const Expr *expr)
{
    const Source *made = NULL;
    in_expr(&(Search){.asked = true, .made = &made}, expr);
    return made;
}

const Source *what_if_made_beside(const Question *q, const Expr *value)
{
    const Source *made = NULL;
    const Search s = {.asked = true, .made = &made};
    in_expr(&s, value);
    for (size_t i = 0; i < q->keys.n_binding; i++)
        in_exprs(&s, q->keys.binding[i].value, q->keys.n_key);
    return made;
}

const Source *what_if_made_in_lines(const Question *q)
{
    const Source *made = NULL;
    const Search s = {.asked = true, .made = &made};
    in_lines(&s, q);
    return made;
}

const Question *what_if_misses_rows(const Context *context, const Measure *m)
{
    return in_context(&(Search){.measure = m, .asked = true}, context, NULL);
}

void what_if_report_missed(Resolver *r, const Question *sub, const Measure *m,
                           Span span)
{
    r->missed = true;
    Diag *d = diag_error(r->sink, DIAG_WHAT_IF, span,
                         "not all of `%s` can be put at another value here", m->name);
    diag_note(r->sink, d, &sub->span,
              "this is read once, outside of the question, with `%s` as it is",
              m->name);
    if (sub->ahead && sub->ahead->assumes)
        diag_help(r->sink, d,
                  "put it into the forecast: `from (forecast %s by ... what "
                  "if %s = ...)`",
                  sub->ahead->of, m->name);
}
