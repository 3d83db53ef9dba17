/* Answers as tables of codes: equal values have equal codes. A column of one fits a
   column of the other that has the same values as often; columns fit together when the
   lines do. */
#include "runtime/learn/judge.h"

#include "runtime/algebra/vector.h"
#include "runtime/base/intern.h"
#include "runtime/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

enum { SAME_DIGITS = 9, TRIES_MAX = 10000 };

/* The lines of an answer that count, column after column. */
typedef struct {
    uint32_t n_row;
    size_t n_column;
    const uint32_t **column; /* codes per line */
    const uint32_t **sorted;
} Codes;

typedef struct {
    Arena *arena;
    Intern *lines;
    Codes wanted, found;
    size_t *each;  /* 0, 1, 2, ...: all wanted columns */
    size_t *place; /* per wanted column: the one of `found` that stands for it */
    bool *taken;
    unsigned tries;
} Judge;

static int compare_codes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint32_t code_of(Intern *pool, StrBuf *sb, Type type, Value value)
{
    strbuf_reset(sb);
    strbuf_addc(sb, value.empty ? '-' : '+');
    if (!value.empty && type.kind == VALUE_NUMBER)
        value.as.number = decimal_round(value.as.number, SAME_DIGITS);
    value_print(sb, type, value);
    return intern_add(pool, sb->text, sb->len);
}

static bool counts(const Result *result, uint32_t row, bool with_levels)
{
    return with_levels || !result->level || result->level[row] == LEVEL_LINE;
}

static uint32_t *codes_of(const Result *result, size_t column, bool with_levels,
                          Intern *pool, uint32_t *out)
{
    StrBuf sb;
    strbuf_init(&sb);
    uint32_t n = 0;
    for (uint32_t row = 0; row < result->n_row; row++) {
        if (counts(result, row, with_levels))
            out[n++] = code_of(pool, &sb, result->column[column].type,
                               result_value(result, column, row));
    }
    strbuf_release(&sb);
    return out;
}

static Codes read_codes(Arena *arena, const Result *result, bool with_levels,
                        Intern *pool)
{
    Codes c = {.n_column = result->n_column};
    for (uint32_t row = 0; row < result->n_row; row++)
        c.n_row += counts(result, row, with_levels);
    c.column = ARENA_ARRAY(arena, const uint32_t *, c.n_column + 1);
    c.sorted = ARENA_ARRAY(arena, const uint32_t *, c.n_column + 1);
    size_t size = (size_t)c.n_row + 1;
    for (size_t i = 0; i < c.n_column; i++) {
        uint32_t *codes = ARENA_ARRAY(arena, uint32_t, size);
        c.column[i] = codes_of(result, i, with_levels, pool, codes);
        uint32_t *sorted = arena_memdup(arena, codes, size * sizeof *codes);
        qsort(sorted, c.n_row, sizeof *sorted, compare_codes);
        c.sorted[i] = sorted;
    }
    return c;
}

static bool same_codes(const uint32_t *a, const uint32_t *b, uint32_t n)
{
    return !n || memcmp(a, b, n * sizeof *a) == 0;
}

static bool column_fits(const Judge *j, size_t wanted, size_t found)
{
    return same_codes(j->wanted.sorted[wanted], j->found.sorted[found],
                      j->wanted.n_row);
}

/* A code per line: of its values in `n` columns, each as `place` says; NULL: as they
   stand. */
static uint32_t *line_codes(const Judge *j, const Codes *codes, const size_t *column,
                            size_t n, const size_t *place)
{
    uint32_t *out = ARENA_ARRAY(j->arena, uint32_t, (size_t)codes->n_row + 1);
    uint32_t *line = ARENA_ARRAY(j->arena, uint32_t, n + 1);
    for (uint32_t row = 0; row < codes->n_row; row++) {
        for (size_t i = 0; i < n; i++)
            line[i] = codes->column[place ? place[column[i]] : column[i]][row];
        out[row] = intern_add(j->lines, (const char *)line, n * sizeof *line);
    }
    return out;
}

/* Do the columns chosen so far hold the same lines? */
static bool lines_fit(const Judge *j, size_t n)
{
    uint32_t *wanted = line_codes(j, &j->wanted, j->each, n, NULL);
    uint32_t *found = line_codes(j, &j->found, j->each, n, j->place);
    qsort(wanted, j->wanted.n_row, sizeof *wanted, compare_codes);
    qsort(found, j->found.n_row, sizeof *found, compare_codes);
    return same_codes(wanted, found, j->wanted.n_row);
}

/* Finds places for the wanted columns from `at` on. */
static bool find_places(Judge *j, size_t at)
{
    if (at == j->wanted.n_column)
        return true;
    for (size_t i = 0; i < j->found.n_column && j->tries < TRIES_MAX; i++) {
        if (j->taken[i] || !column_fits(j, at, i))
            continue;
        j->place[at] = i;
        j->taken[i] = true;
        j->tries++;
        if (lines_fit(j, at + 1) && find_places(j, at + 1))
            return true;
        j->taken[i] = false;
    }
    return false;
}

/* The values that lines are put in order by: the measures, or all where there are none.
   Lines that agree in them may change places. */
static bool order_fits(const Judge *j, const Result *wanted)
{
    size_t n = 0;
    size_t *column = ARENA_ARRAY(j->arena, size_t, wanted->n_column + 1);
    for (size_t i = 0; i < wanted->n_column; i++) {
        if (wanted->column[i].role == COLUMN_MEASURE)
            column[n++] = i;
    }
    const size_t *by = n ? column : j->each;
    n = n ? n : wanted->n_column;
    return same_codes(line_codes(j, &j->wanted, by, n, NULL),
                      line_codes(j, &j->found, by, n, j->place), j->wanted.n_row);
}

static bool find_missing(const Judge *j, size_t *column)
{
    for (size_t i = 0; i < j->wanted.n_column; i++) {
        bool there = false;
        for (size_t k = 0; k < j->found.n_column && !there; k++)
            there = column_fits(j, i, k);
        *column = i;
        if (!there)
            return true;
    }
    return false;
}

static bool has_levels(const Result *result)
{
    for (uint32_t row = 0; result->level && row < result->n_row; row++) {
        if (result->level[row] != LEVEL_LINE)
            return true;
    }
    return false;
}

static JudgedAs judge_codes(Judge *j, const Result *wanted, bool in_order,
                            size_t *column)
{
    if (j->wanted.n_row != j->found.n_row)
        return JUDGED_LINES;
    if (find_missing(j, column))
        return JUDGED_COLUMN;
    if (!find_places(j, 0))
        return JUDGED_PAIRS;
    return in_order && !order_fits(j, wanted) ? JUDGED_ORDER : JUDGED_RIGHT;
}

Judgement judge(const Result *wanted, const Result *found, bool in_order)
{
    Judgement res = {0};
    Judge j = {.arena = arena_new(), .lines = intern_new(NULL)};
    Intern *values = intern_new(NULL);
    bool with_levels = has_levels(wanted);
    j.wanted = read_codes(j.arena, wanted, with_levels, values);
    j.found = read_codes(j.arena, found, with_levels, values);
    j.place = ARENA_ARRAY(j.arena, size_t, wanted->n_column + 1);
    j.each = ARENA_ARRAY(j.arena, size_t, wanted->n_column + 1);
    j.taken = ARENA_ARRAY(j.arena, bool, found->n_column + 1);
    for (size_t i = 0; i < wanted->n_column; i++)
        j.each[i] = i;
    res.wanted = j.wanted.n_row;
    res.found = j.found.n_row;
    res.as = judge_codes(&j, wanted, in_order, &res.column);
    intern_free(values);
    intern_free(j.lines);
    arena_free(j.arena);
    return res;
}

Judgement judge_any(const Result *wanted, Result *const *found, size_t n, bool in_order)
{
    Judgement best = judge(wanted, found[0], in_order);
    for (size_t i = 1; i < n && best.as != JUDGED_RIGHT; i++) {
        Judgement one = judge(wanted, found[i], in_order);
        if (one.as == JUDGED_RIGHT || one.as > best.as)
            best = one;
    }
    return best;
}
