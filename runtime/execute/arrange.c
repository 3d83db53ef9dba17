/* Sort, having, top: which lines are seen and in what order. Empty is last whichever
   way a column is sorted, and the order of the keys decides between equals. With
   subtotals the lines of a group stand together, and groups are in the order of what
   their subtotals have of the same columns. */
#include "runtime/execute/answer.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

typedef struct {
    bool is_key; /* of slot `slot`; else a column */
    uint32_t slot;
    Type type;
    Vector values;
    bool descending;
} Criterion;

typedef struct {
    const Answer *a;
    Criterion *by;
    size_t n;
    uint32_t n_first; /* keys that come before the criteria */
} Sorting;

static bool is_time(Type type)
{
    return type.kind == VALUE_PERIOD || type.kind == VALUE_DATE ||
           type.kind == VALUE_MOMENT;
}

static const uint32_t *line_at(const Answer *a, uint32_t line)
{
    return a->code + (size_t)line * a->n_by;
}

static int compare_key(const Answer *a, uint32_t slot, uint32_t x, uint32_t y)
{
    return label_compare(a->run, slot, line_at(a, x)[slot], line_at(a, y)[slot]);
}

/* Of two lines that both have a value. */
static int compare_values(const Criterion *by, uint32_t x, uint32_t y)
{
    const Vector *vec = &by->values;
    if (vec->rep == VEC_I64)
        return (vec->v.i64[x] > vec->v.i64[y]) - (vec->v.i64[x] < vec->v.i64[y]);
    return value_compare(by->type, vector_value(vec, by->type, x),
                         vector_value(vec, by->type, y));
}

static int compare_by(const Answer *a, const Criterion *by, uint32_t x, uint32_t y)
{
    bool none_x =
        by->is_key ? line_at(a, x)[by->slot] == 0 : vector_is_empty(&by->values, x);
    bool none_y =
        by->is_key ? line_at(a, y)[by->slot] == 0 : vector_is_empty(&by->values, y);
    if (none_x || none_y)
        return (int)none_x - (int)none_y;
    int way = by->is_key ? compare_key(a, by->slot, x, y) : compare_values(by, x, y);
    return by->descending ? -way : way;
}

static int compare_lines(const void *self, uint32_t x, uint32_t y)
{
    const Sorting *s = self;
    int way = 0;
    for (uint32_t k = 0; k < s->n_first && !way; k++)
        way = compare_key(s->a, k, x, y);
    for (size_t i = 0; i < s->n && !way; i++)
        way = compare_by(s->a, &s->by[i], x, y);
    if (s->a->run->question->is_list)
        return way;
    for (uint32_t k = 0; k < s->a->n_by && !way; k++)
        way = compare_key(s->a, k, x, y);
    return way;
}

/* Words of lines, by what they are compared by first: a larger one comes later, and
   among equal ones the rest decides. Descending turns all bits around. */

static bool key_words(const Sorting *s, uint32_t slot, bool descending, int64_t *word)
{
    const Run *run = s->a->run;
    uint32_t n = key_dict_count(run->keys[slot].dict);
    int64_t *of_code = xcalloc(n, sizeof *of_code);
    bool has = label_words(run, slot, of_code);
    for (uint32_t i = 0; has && i < s->a->n_line; i++) {
        uint32_t code = line_at(s->a, i)[slot];
        int64_t own = descending ? ~of_code[code] : of_code[code];
        word[i] = code ? own : INT64_MAX;
    }
    free(of_code);
    return has;
}

static bool value_words(const Sorting *s, const Criterion *by, int64_t *word)
{
    const Vector *vec = &by->values;
    if (vec->rep != VEC_I64)
        return false;
    for (uint32_t i = 0; i < s->a->n_line; i++) {
        int64_t own = by->descending ? ~vec->v.i64[i] : vec->v.i64[i];
        word[i] = vector_is_empty(vec, i) ? INT64_MAX : own;
    }
    return true;
}

/* What all keys say where their ranks fit into one word: no lines are compared then. */
static bool all_key_words(const Sorting *s, int64_t *word)
{
    const Run *run = s->a->run;
    uint64_t room = INT64_MAX;
    for (uint32_t slot = 0; slot < s->a->n_by; slot++) {
        room /= (uint64_t)key_dict_count(run->keys[slot].dict) + 1;
        if (!room || !run->order[slot].rank)
            return false;
    }
    for (uint32_t slot = 0; slot < s->a->n_by; slot++) {
        int64_t n = (int64_t)key_dict_count(run->keys[slot].dict) + 1;
        const uint32_t *rank = run->order[slot].rank;
        for (uint32_t i = 0; i < s->a->n_line; i++)
            word[i] = word[i] * n + rank[line_at(s->a, i)[slot]];
    }
    return true;
}

static bool line_words(const Sorting *s, int64_t *word)
{
    bool by_keys = !s->a->run->question->is_list && s->a->n_by > 0;
    if (!s->n && by_keys && s->a->n_by > 1 && all_key_words(s, word))
        return true;
    if (s->n_first || (!s->n && by_keys))
        return key_words(s, 0, false, word);
    if (!s->n)
        return false;
    const Criterion *by = &s->by[0];
    return by->is_key ? key_words(s, by->slot, by->descending, word)
                      : value_words(s, by, word);
}

static void order_lines(const Sorting *s, uint32_t *line)
{
    uint32_t n = s->a->n_line;
    int64_t *word = xcalloc((size_t)n + 1, sizeof *word);
    if (line_words(s, word))
        order_rows_by(line, n, word, compare_lines, s);
    else
        order_rows(line, n, compare_lines, s);
    free(word);
}

/* Of the lines of level `depth`. */
static bool make_criterion(Answer *a, uint32_t depth, SortKey sort, Criterion *out)
{
    const Expr *value = sort.value;
    *out = (Criterion){.descending = sort.descending, .type = value->type};
    if (value->kind == EXPR_KEY && value->as.index < a->n_by) {
        out->is_key = true;
        out->slot = value->as.index;
        if (a->n_by > 1)
            label_make_ranks(a->run, out->slot);
        return true;
    }
    return table_values(&a->level[depth].main, value, &out->values);
}

/* Keys that decide on the order of many lines are ranked first. Of a single key every
   line has another one, so ranking them would be the same work. */
static void rank_keys(Answer *a, uint32_t n)
{
    for (uint32_t slot = 0; slot < n && a->n_by > 1; slot++)
        label_make_ranks(a->run, slot);
}

static bool sort_lines(Answer *a)
{
    const Question *q = a->run->question;
    Sorting s = {
        .a = a, .by = ARENA_ARRAY(a->run->arena, Criterion, q->n_sort), .n = q->n_sort};
    if (!q->n_sort && !q->is_list)
        rank_keys(a, a->n_by);
    for (size_t i = 0; i < q->n_sort; i++) {
        if (!make_criterion(a, a->n_by, q->sort[i], &s.by[i]))
            return false;
    }
    order_lines(&s, a->order);
    return true;
}

static bool keep_lines(Answer *a)
{
    const Expr *having = a->run->question->having;
    Vector values;
    if (having && !table_values(&a->level[a->n_by].main, having, &values))
        return false;
    for (uint32_t i = 0; i < a->n_line; i++) {
        a->kept[i] =
            !having || (!vector_is_empty(&values, i) && values.v.boolean[i] != 0);
        a->shown[i] = a->kept[i];
    }
    return true;
}

static bool same_partition(const Answer *a, uint32_t n_per, uint32_t x, uint32_t y)
{
    for (uint32_t k = 0; k < n_per; k++) {
        if (line_at(a, x)[k] != line_at(a, y)[k])
            return false;
    }
    return true;
}

/* By a column, else as sorted, else by the first measure. */
static const Expr *top_value(const Question *q, const Top *top)
{
    if (top->by)
        return top->by;
    if (q->n_sort && (!top->bottom || top == &q->tail))
        return NULL;
    return q->n_item && q->item[0].role == ITEM_MEASURE ? q->item[0].value : NULL;
}

/* Are lines in order of what `top` takes once they are sorted? */
static bool is_ranked(const Question *q, const Expr *value)
{
    return q->n_sort == 1 && !q->top.n_per && q->sort[0].value == value &&
           q->sort[0].descending != q->top.bottom;
}

/* Does the rank by `top` take the place of the order by keys? */
static bool orders_by_top(const Question *q)
{
    return q->top.present && top_value(q, &q->top) && !q->n_sort;
}

typedef struct {
    const Expr *value; /* NULL: as sorted */
    Criterion by;
    uint32_t *line; /* all lines, the best first; partition after partition */
} Ranking;

/* As sorted, or the other way, partition by partition: the sort is stable. */
static void rank_as_sorted(Answer *a, bool reversed, uint32_t *line)
{
    int64_t *at = ARENA_ARRAY(a->run->arena, int64_t, a->n_line);
    for (uint32_t i = 0; i < a->n_line; i++)
        at[a->order[i]] = reversed ? a->n_line - i : i;
    Criterion sorted = {.type = {.kind = VALUE_PERIOD}};
    sorted.values = (Vector){.rep = VEC_I64, .n = a->n_line, .v = {.i64 = at}};
    Sorting s = {.a = a, .by = &sorted, .n = 1, .n_first = a->run->question->top.n_per};
    order_lines(&s, line);
}

static bool rank_lines(Answer *a, const Top *top, Ranking *ranking)
{
    const Question *q = a->run->question;
    const Expr *value = top_value(q, top);
    Sorting s = {.a = a, .by = &ranking->by, .n = value ? 1 : 0, .n_first = top->n_per};
    ranking->value = value;
    ranking->line = ARENA_ARRAY(a->run->arena, uint32_t, a->n_line);
    arena_copy(ranking->line, a->order, a->n_line * sizeof *ranking->line);
    if (value &&
        !make_criterion(a, a->n_by, (SortKey){value, !top->bottom}, &ranking->by))
        return false;
    rank_keys(a, top->n_per);
    bool is_tail = top == &q->tail;
    if (value && (is_tail || !is_ranked(q, value)))
        order_lines(&s, ranking->line);
    else if (!value && (is_tail || top->n_per))
        rank_as_sorted(a, is_tail, ranking->line);
    return true;
}

enum { TAKEN = 1, TIES = 2 };

/* Marks the first n of each partition, and those that equal the last of them. */
static void take_lines(Answer *a, const Top *top, const Ranking *ranking, uint8_t *mark)
{
    uint64_t taken = 0;
    uint32_t last = UINT32_MAX;
    uint32_t before = UINT32_MAX;
    for (uint32_t i = 0; i < a->n_line; i++) {
        uint32_t line = ranking->line[i];
        if (!a->kept[line])
            continue;
        if (before != UINT32_MAX && !same_partition(a, top->n_per, before, line)) {
            taken = 0;
            last = UINT32_MAX;
        }
        before = line;
        if (taken < top->n) {
            taken++;
            last = line;
            mark[line] |= TAKEN;
        } else if (ranking->value && last != UINT32_MAX &&
                   compare_by(a, &ranking->by, last, line) == 0) {
            mark[line] |= TIES;
        }
    }
}

/* Hides what neither end takes; says how many of these equal the last one shown. */
static bool take_top(Answer *a, const Ranking *ranking)
{
    const Question *q = a->run->question;
    uint8_t *mark = ARENA_ARRAY(a->run->arena, uint8_t, a->n_line);
    uint32_t ties = 0;
    take_lines(a, &q->top, ranking, mark);
    if (q->tail.present) {
        Ranking tail = {0};
        if (!rank_lines(a, &q->tail, &tail))
            return false;
        take_lines(a, &q->tail, &tail, mark);
    }
    for (uint32_t line = 0; line < a->n_line; line++) {
        a->shown[line] = a->shown[line] && (mark[line] & TAKEN);
        ties += mark[line] == TIES;
    }
    if (ties)
        answer_note(a, arena_printf(a->run->arena, "%u more tie with the last %s shown",
                                    ties, q->tail.present ? "ones" : "one"));
    return true;
}

/* Along time where that is the last key, else as the lines are sorted. */
static void order_calculations(Answer *a)
{
    const Question *q = a->run->question;
    uint32_t last = a->n_by - 1;
    Criterion time = {.is_key = true, .slot = last};
    Sorting s = {.a = a, .by = &time, .n = 1};
    uint32_t *order = a->order;
    if (a->n_by && !q->is_list && is_time(q->by[last].type)) {
        order = ARENA_ARRAY(a->run->arena, uint32_t, a->n_line);
        arena_copy(order, a->order, a->n_line * sizeof *order);
        order_lines(&s, order);
    } else {
        order = arena_memdup(a->run->arena, a->order, a->n_line * sizeof *order);
    }
    a->calc.order = a->calc_cross.order = order;
}

/* Lines by their groups, from the outermost. */
typedef struct {
    const Answer *a;
    uint32_t *at;     /* per line: its place without groups */
    uint32_t **group; /* per depth, line: the line of the subtotal */
    Criterion **by;   /* per depth: values of subtotals */
    size_t n;
    uint32_t n_first; /* keys that come before the criteria */
} Grouping;

static int compare_groups(const Grouping *g, uint32_t depth, uint32_t x, uint32_t y)
{
    int way = 0;
    for (size_t i = 0; i < g->n && depth > g->n_first && !way; i++) {
        const Criterion *by = &g->by[depth][i];
        if (!by->is_key)
            way = compare_by(g->a, by, g->group[depth][x], g->group[depth][y]);
        else if (by->slot < depth)
            way = compare_by(g->a, by, x, y);
    }
    return way ? way : compare_key(g->a, depth - 1, x, y);
}

static int compare_grouped(const void *self, uint32_t x, uint32_t y)
{
    const Grouping *g = self;
    for (uint32_t depth = 1; depth < g->a->n_by; depth++) {
        if (g->group[depth][x] != g->group[depth][y])
            return compare_groups(g, depth, x, y);
    }
    return (g->at[x] > g->at[y]) - (g->at[x] < g->at[y]);
}

static bool read_groups(Answer *a, Grouping *g, const SortKey *sort, uint32_t depth)
{
    Arena *arena = a->run->arena;
    g->group[depth] = ARENA_ARRAY(arena, uint32_t, a->n_line);
    g->by[depth] = ARENA_ARRAY(arena, Criterion, g->n);
    for (uint32_t i = 0; i < a->n_line; i++)
        g->group[depth][i] = tuples_find(&a->prefix[depth], line_at(a, i));
    for (size_t i = 0; i < g->n; i++) {
        if (!make_criterion(a, depth, sort[i], &g->by[depth][i]))
            return false;
    }
    return true;
}

/* Puts the lines of each group together; groups of the first `n_first` keys are in the
   order of the keys. */
static bool group_lines(Answer *a, const SortKey *sort, size_t n, uint32_t n_first)
{
    Arena *arena = a->run->arena;
    Grouping g = {.a = a, .n = n, .n_first = n_first};
    g.at = ARENA_ARRAY(arena, uint32_t, a->n_line);
    g.group = ARENA_ARRAY(arena, uint32_t *, a->n_by);
    g.by = ARENA_ARRAY(arena, Criterion *, a->n_by);
    for (uint32_t i = 0; i < a->n_line; i++)
        g.at[a->order[i]] = i;
    for (uint32_t depth = 1; depth < a->n_by; depth++) {
        if (!read_groups(a, &g, sort, depth))
            return false;
    }
    rank_keys(a, a->n_by - 1);
    uint32_t *line = arena_memdup(arena, a->order, a->n_line * sizeof *line);
    order_rows(line, a->n_line, compare_grouped, &g);
    a->order = line;
    return true;
}

/* Where lines stand in the order of `top`, that is the order of table calculations,
   unless `top` asks for one. */
bool answer_arrange(Answer *a)
{
    const Question *q = a->run->question;
    Arena *arena = a->run->arena;
    Ranking ranking = {0};
    bool by_top = orders_by_top(q);
    bool first = by_top && !question_follows_order(q, top_value(q, &q->top));
    a->order = ARENA_ARRAY(arena, uint32_t, a->n_line);
    a->kept = ARENA_ARRAY(arena, bool, a->n_line);
    a->shown = ARENA_ARRAY(arena, bool, a->n_line);
    for (uint32_t i = 0; i < a->n_line; i++)
        a->order[i] = i;
    if (first ? !rank_lines(a, &q->top, &ranking) : !sort_lines(a))
        return false;
    if (first)
        a->order = ranking.line;
    order_calculations(a);
    if (!keep_lines(a) ||
        (q->top.present && !first && !rank_lines(a, &q->top, &ranking)))
        return false;
    if (by_top)
        a->order = ranking.line;
    if (q->top.present && !take_top(a, &ranking))
        return false;
    for (uint32_t i = 0; i < a->n_line; i++)
        a->n_hidden += !a->shown[i];
    SortKey top = {top_value(q, &q->top), !q->top.bottom};
    if (!a->prefix || (!q->n_sort && !by_top))
        return true;
    return by_top ? group_lines(a, &top, 1, q->top.n_per)
                  : group_lines(a, q->sort, q->n_sort, 0);
}
