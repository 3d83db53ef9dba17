/* A grid over the range finds where the sign changes. Each such place is narrowed with
   a few points at a time, among them the one where a straight line would be at zero:
   one question answers all of them, and few are needed. A jump or a pole changes the
   sign, too; it is told by a value that does not become small. */
#include "runtime/session/root.h"

#include <math.h>
#include <stdlib.h>

enum {
    GRID = 32,        /* parts of the range */
    PARTS = 8,        /* of an interval that is narrowed */
    POINTS = GRID + 2 /* of one question, at most */
};
enum { ROUNDS = 60, DIGITS = 17, PLACES = 3 };

typedef struct {
    const RootAsk *ask;
    RootPoint point[POINTS]; /* in order of x */
    bool tried[POINTS];      /* what begins here is no solution */
    size_t n;
    Decimal zero; /* below it y is a rounding error */
} Search;

static Decimal absolute(Decimal v)
{
    return decimal_sign(v) < 0 ? decimal_negate(v) : v;
}

static bool is_less(Decimal a, Decimal b)
{
    return decimal_compare(a, b) < 0;
}

/* To so many digits that count. */
static Decimal shortened(Decimal v, int digits)
{
    double size = fabs(decimal_to_double(v));
    if (size <= 0)
        return v;
    return decimal_trim(decimal_round(v, digits - 1 - (int)floor(log10(size))));
}

/* a + (b - a) * i / n */
static Decimal between(Decimal a, Decimal b, int i, int n)
{
    Decimal gap, part;
    if (i == n || !decimal_sub(b, a, &gap) ||
        !decimal_mul(gap, decimal_from_i64(i), &part) ||
        !decimal_div(part, decimal_from_i64(n), &part) || !decimal_add(a, part, &part))
        return i == n ? b : a;
    return shortened(part, DIGITS);
}

/* Where a line through both would be at zero; false: outside. */
static bool line_between(const RootPoint *a, const RootPoint *b, Decimal *x)
{
    Decimal rise, run, step;
    if (!decimal_sub(b->y, a->y, &rise) || decimal_is_zero(rise) ||
        !decimal_sub(b->x, a->x, &run) || !decimal_mul(run, a->y, &step) ||
        !decimal_div(step, rise, &step) || !decimal_sub(a->x, step, x))
        return false;
    *x = shortened(*x, DIGITS);
    return is_less(a->x, *x) && is_less(*x, b->x);
}

static int compare_points(const void *a, const void *b)
{
    return decimal_compare(((const RootPoint *)a)->x, ((const RootPoint *)b)->x);
}

static void add(Search *s, Decimal x)
{
    if (s->n < POINTS && !is_less(x, s->ask->lo) && !is_less(s->ask->hi, x))
        s->point[s->n++] = (RootPoint){.x = x};
}

static bool fill(Search *s)
{
    qsort(s->point, s->n, sizeof *s->point, compare_points);
    return s->ask->fill(s->ask->self, s->point, s->n);
}

static bool is_zero(const Search *s, const RootPoint *p)
{
    return p->known && !is_less(s->zero, absolute(p->y));
}

static bool changes_sign(const RootPoint *a, const RootPoint *b)
{
    return a->known && b->known && decimal_sign(a->y) * decimal_sign(b->y) < 0;
}

static Decimal distance(const Search *s, Decimal x)
{
    Decimal gap;
    return decimal_sub(x, s->ask->near, &gap) ? absolute(gap) : x;
}

/* The place nearest to where one looks from, at which `fits`; n: there is none. */
static size_t nearest(const Search *s, bool (*fits)(const Search *, size_t))
{
    size_t found = s->n;
    for (size_t i = 0; i + 1 < s->n; i++) {
        if (!s->tried[i] && fits(s, i) &&
            (found == s->n ||
             is_less(distance(s, s->point[i].x), distance(s, s->point[found].x))))
            found = i;
    }
    return found;
}

static bool is_crossing(const Search *s, size_t i)
{
    return changes_sign(&s->point[i], &s->point[i + 1]);
}

/* Does it come nearest to zero here, on one side of it? */
static bool is_turning(const Search *s, size_t i)
{
    const RootPoint *p = &s->point[i];
    if (!i || !p[-1].known || !p->known || !p[1].known)
        return false;
    return decimal_sign(p[-1].y) == decimal_sign(p->y) &&
           decimal_sign(p[1].y) == decimal_sign(p->y) &&
           !is_less(absolute(p[-1].y), absolute(p->y)) &&
           !is_less(absolute(p[1].y), absolute(p->y));
}

static const RootPoint *smallest(const Search *s)
{
    const RootPoint *best = NULL;
    for (size_t i = 0; i < s->n; i++) {
        const RootPoint *p = &s->point[i];
        if (p->known && (!best || is_less(absolute(p->y), absolute(best->y))))
            best = p;
    }
    return best;
}

/* New points from a to b, with a guess between. */
static bool divide(Search *s, RootPoint a, RootPoint b)
{
    Decimal guess;
    s->n = 0;
    for (int i = 0; i <= PARTS; i++)
        add(s, between(a.x, b.x, i, PARTS));
    if (changes_sign(&a, &b) && line_between(&a, &b, &guess)) {
        add(s, guess);
        add(s, between(guess, a.x, 1, 1000000));
        add(s, between(guess, b.x, 1, 1000000));
    }
    return fill(s);
}

/* Is the interval as small as numbers are told apart? */
static bool is_narrow(RootPoint a, RootPoint b)
{
    Decimal gap, size = absolute(a.x);
    if (is_less(size, absolute(b.x)))
        size = absolute(b.x);
    for (int i = 0; i < DIGITS - 1; i++) {
        if (!decimal_div(size, decimal_from_i64(10), &size))
            return true;
    }
    return !decimal_sub(b.x, a.x, &gap) || !is_less(size, gap);
}

/* Narrows the place between a and b: where the sign changes, or without that where it
   turns. *at is known when it is a solution. */
static bool narrow(Search *s, RootPoint a, RootPoint b, RootPoint *at)
{
    at->known = false;
    for (int round = 0; round < ROUNDS && !is_narrow(a, b); round++) {
        if (!divide(s, a, b))
            return false;
        const RootPoint *best = smallest(s);
        if (best && is_zero(s, best)) {
            *at = *best;
            return true;
        }
        size_t i = nearest(s, is_crossing);
        bool crosses = i < s->n;
        if (!crosses)
            i = nearest(s, is_turning);
        if (i == s->n)
            return true;
        a = s->point[crosses ? i : i - 1];
        b = s->point[i + 1];
    }
    return true;
}

/* The same with as few digits as give as much. */
static bool shorten(Search *s, RootPoint *at)
{
    s->n = 0;
    for (int digits = 1; digits < DIGITS; digits++)
        s->point[s->n++] = (RootPoint){.x = shortened(at->x, digits)};
    if (!s->ask->fill(s->ask->self, s->point, s->n))
        return false;
    for (size_t i = 0; i < s->n; i++) {
        if (!is_zero(s, &s->point[i]))
            continue;
        *at = s->point[i];
        return true;
    }
    return true;
}

/* Tries the places of the grid, the nearest first. */
static bool try_places(Search *s, bool (*fits)(const Search *, size_t), RootPoint *at)
{
    Search grid = *s;
    for (int place = 0; place < PLACES && !at->known; place++) {
        size_t i = nearest(&grid, fits);
        if (i == grid.n)
            return true;
        RootPoint a = grid.point[fits == is_turning ? i - 1 : i], b = grid.point[i + 1];
        if (!narrow(s, a, b, at))
            return false;
        grid.tried[i] = true;
    }
    return true;
}

/* Are the values known the same, but for rounding? */
static bool is_flat(const Search *s)
{
    const RootPoint *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        const RootPoint *p = &s->point[i];
        Decimal gap;
        if (!p->known)
            continue;
        first = first ? first : p;
        n++;
        if (!decimal_sub(p->y, first->y, &gap) || is_less(s->zero, absolute(gap)))
            return false;
    }
    return n > 1;
}

bool root_find(const RootAsk *ask, RootAnswer *answer)
{
    Search s = {.ask = ask};
    Decimal million = decimal_from_i64(1000000);
    *answer = (RootAnswer){0};
    if (!decimal_div(ask->size, million, &s.zero) ||
        !decimal_div(s.zero, million, &s.zero))
        s.zero = decimal_from_i64(0);
    for (int i = 0; i <= GRID; i++)
        add(&s, between(ask->lo, ask->hi, i, GRID));
    add(&s, ask->near);
    if (!fill(&s))
        return false;
    answer->lo = s.point[0];
    answer->hi = s.point[s.n - 1];
    for (size_t i = 0; i < s.n; i++) {
        const RootPoint *p = &s.point[i];
        if (is_zero(&s, p) && (!answer->at.known ||
                               is_less(distance(&s, p->x), distance(&s, answer->at.x))))
            answer->at = *p;
    }
    answer->is_flat = is_flat(&s);
    Search grid = s;
    if (!answer->at.known && !try_places(&s, is_crossing, &answer->at))
        return false;
    s = grid;
    if (!answer->at.known && !try_places(&s, is_turning, &answer->at))
        return false;
    answer->found = answer->at.known;
    return !answer->found || decimal_compare(answer->at.x, ask->near) == 0 ||
           shorten(&s, &answer->at);
}
