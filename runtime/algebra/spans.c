/* Rows are grouped by the first row of their key, which is what a look-up finds. In a
   group they are sorted by their begin; `reach` is the latest end up to a row, so a
   search backwards stops as soon as no earlier row can hold any more. */
#include "runtime/algebra/spans.h"

#include "runtime/base/civil.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

enum { SECONDS_OF_DAY = 86400 };

typedef struct {
    int64_t from, to, reach;
    uint32_t row;
} Interval;

struct Spans {
    uint32_t n;
    uint32_t *start; /* by first row of a key: its intervals, up to start[row + 1] */
    Interval *at;
    bool moments;
};

/* Seconds; whole days where days are compared. */
static int64_t instant(const Vector *vec, uint32_t row, int64_t open, bool moments)
{
    if (vector_is_empty(vec, row) || (vec->rep != VEC_DAY && vec->rep != VEC_SEC))
        return open;
    if (vec->rep == VEC_DAY)
        return (int64_t)vec->v.day[row] * SECONDS_OF_DAY;
    int64_t seconds = vec->v.i64[row];
    return moments ? seconds : (int64_t)civil_day_of(seconds) * SECONDS_OF_DAY;
}

static int compare_intervals(const void *a, const void *b)
{
    const Interval *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void sort_group(Spans *spans, uint32_t lo, uint32_t hi)
{
    qsort(spans->at + lo, hi - lo, sizeof *spans->at, compare_intervals);
    for (uint32_t i = lo; i < hi; i++) {
        int64_t before = i > lo ? spans->at[i - 1].reach : INT64_MIN;
        spans->at[i].reach = spans->at[i].to > before ? spans->at[i].to : before;
    }
}

static void fill(Spans *spans, const SpansInput *in, const uint32_t *first)
{
    uint32_t *next = xcalloc((size_t)in->n + 1, sizeof *next);
    for (uint32_t i = 0; i < in->n; i++)
        spans->start[first[i] + 1]++;
    for (uint32_t i = 0; i < in->n; i++) {
        spans->start[i + 1] += spans->start[i];
        next[i] = spans->start[i];
    }
    for (uint32_t i = 0; i < in->n; i++) {
        Interval *at = &spans->at[next[first[i]]++];
        at->row = i;
        at->from = instant(in->from, i, INT64_MIN, in->moments);
        at->to = instant(in->to, i, INT64_MAX, in->moments);
    }
    free(next);
}

Spans *spans_new(const SpansInput *in)
{
    Spans *spans = xcalloc(1, sizeof *spans);
    uint32_t *first = xcalloc((size_t)in->n + 1, sizeof *first);
    Probe *probe = probe_new(in->by_key, in->key_type);
    spans->n = in->n;
    spans->moments = in->moments;
    spans->start = xcalloc((size_t)in->n + 2, sizeof *spans->start);
    spans->at = xcalloc((size_t)in->n + 1, sizeof *spans->at);
    probe_find(probe, in->key, in->n, true, first);
    fill(spans, in, first);
    for (uint32_t i = 0; i < in->n; i++)
        sort_group(spans, spans->start[i], spans->start[i + 1]);
    probe_free(probe);
    free(first);
    return spans;
}

void spans_free(Spans *spans)
{
    if (!spans)
        return;
    free(spans->start);
    free(spans->at);
    free(spans);
}

/* The first interval of the key that begins after `time`, or the end of the key's. */
static uint32_t first_after(const Spans *spans, uint32_t first, int64_t time)
{
    uint32_t lo = spans->start[first], hi = spans->start[first + 1];
    while (lo < hi) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (spans->at[middle].from <= time)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

/* The one before `after` that holds; NULL: none does. */
static const Interval *find_one(const Spans *spans, uint32_t first, uint32_t after,
                                int64_t time)
{
    for (; after > spans->start[first] && spans->at[after - 1].reach > time; after--) {
        if (spans->at[after - 1].to > time)
            return &spans->at[after - 1];
    }
    return NULL;
}

void spans_find(const Spans *spans, const Vector *time, uint32_t n, uint32_t *row)
{
    for (uint32_t i = 0; i < n; i++) {
        int64_t at = instant(time, i, INT64_MIN, spans->moments);
        if (row[i] == UINT32_MAX)
            continue;
        const Interval *found = NULL;
        if (at != INT64_MIN)
            found = find_one(spans, row[i], first_after(spans, row[i], at), at);
        row[i] = found ? found->row : UINT32_MAX;
    }
}

static void lower(Day *day, int64_t to)
{
    if (to < (int64_t)*day * SECONDS_OF_DAY)
        *day = (Day)(to / SECONDS_OF_DAY);
}

void spans_changes(const Spans *spans, const Vector *time, uint32_t n,
                   const uint32_t *row, Day *next)
{
    for (uint32_t i = 0; i < n; i++) {
        int64_t at = instant(time, i, INT64_MIN, false);
        if (row[i] == UINT32_MAX || at == INT64_MIN)
            continue;
        uint32_t after = first_after(spans, row[i], at);
        const Interval *found = find_one(spans, row[i], after, at);
        if (found)
            lower(&next[i], found->to);
        if (after < spans->start[row[i] + 1])
            lower(&next[i], spans->at[after].from);
    }
}

uint32_t spans_overlaps(const Spans *spans, uint32_t first)
{
    uint32_t found = 0;
    bool any = false;
    int64_t reach = 0;
    for (uint32_t i = spans->start[first]; i < spans->start[first + 1]; i++) {
        const Interval *at = &spans->at[i];
        if (at->to <= at->from)
            continue; /* holds at no time */
        found += any && at->from < reach;
        reach = any && reach > at->to ? reach : at->to;
        any = true;
    }
    return found;
}
