/* A grid over the range finds where the sign changes; it is filled from where one looks
   from outwards, as far as it takes. Each such place is narrowed with a few points at a
   time, among them the one where a straight line would be at zero: one question answers
   all of them, and few are needed. A jump or a pole changes the sign, too; it is told
   by a value that does not become small. */
#include "runtime/session/root.h"

#include <math.h>
#include <stdlib.h>

enum {
    GRID = 32,   /* parts of the range */
    FEW = 2,     /* parts of an interval that is narrowed */
    MANY = 8,    /* where these do not help: the value is no line there, or jumps */
    AROUND = 50, /* of the way from a guess to the ends of its interval */
    TRIES = 4,   /* numbers of digits of one question */
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

static void sort(Search *s)
{
    qsort(s->point, s->n, sizeof *s->point, compare_points);
}

static bool fill(Search *s)
{
    sort(s);
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

/* New points between a and b, with a guess among them. */
static bool divide(Search *s, RootPoint a, RootPoint b, int parts)
{
    Decimal guess;
    s->n = 0;
    for (int i = 1; i < parts; i++)
        add(s, between(a.x, b.x, i, parts));
    if (changes_sign(&a, &b) && line_between(&a, &b, &guess)) {
        add(s, guess);
        add(s, between(guess, a.x, 1, AROUND));
        add(s, between(guess, b.x, 1, AROUND));
    }
    if (!fill(s))
        return false;
    s->point[s->n++] = a;
    s->point[s->n++] = b;
    sort(s);
    return true;
}

/* Is what is between a and b an eighth of what was, or less? */
static bool is_faster(const RootPoint *a, const RootPoint *b, Decimal before)
{
    Decimal gap;
    return decimal_sub(b->x, a->x, &gap) &&
           decimal_mul(gap, decimal_from_i64(MANY), &gap) && !is_less(before, gap);
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
    int parts = changes_sign(&a, &b) ? FEW : MANY;
    at->known = false;
    for (int round = 0; round < ROUNDS && !is_narrow(a, b); round++) {
        Decimal gap = a.x;
        if (!divide(s, a, b, parts))
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
        bool has_gap = decimal_sub(b.x, a.x, &gap);
        a = s->point[crosses ? i : i - 1];
        b = s->point[i + 1];
        parts = crosses && has_gap && is_faster(&a, &b, gap) ? FEW : MANY;
    }
    return true;
}

/* The same with as few digits as give as much: with more of them it is no worse. */
static bool shorten(Search *s, RootPoint *at)
{
    const Decimal x = at->x;
    int less = 0, enough = DIGITS; /* digits that do not do, and that do */
    while (enough - less > 1) {
        int step = (enough - less + TRIES) / (TRIES + 1), first = less + step;
        size_t i = 0;
        s->n = 0;
        for (int digits = first; digits < enough; digits += step)
            s->point[s->n++] = (RootPoint){.x = shortened(x, digits)};
        if (!s->ask->fill(s->ask->self, s->point, s->n))
            return false;
        for (; i < s->n && !is_zero(s, &s->point[i]); i++)
            less += step;
        if (i < s->n) {
            enough = less + step;
            *at = s->point[i];
        }
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

/* The nearest point of the grid that is a solution already. */
static void take_point(const Search *s, RootPoint *at)
{
    for (size_t i = 0; i < s->n; i++) {
        const RootPoint *p = &s->point[i];
        if (is_zero(s, p) &&
            (!at->known || is_less(distance(s, p->x), distance(s, at->x))))
            *at = *p;
    }
}

/* Can a place where the sign changes be nearer than the point that is a solution? */
static bool may_be_nearer(const Search *s, const RootPoint *at)
{
    size_t i = nearest(s, is_crossing);
    if (i == s->n || !at->known)
        return i < s->n;
    Decimal far = distance(s, at->x);
    return is_less(distance(s, s->point[i].x), far) ||
           is_less(distance(s, s->point[i + 1].x), far);
}

/* Points lo .. hi of the grid are filled, and the one from where one looks. */
typedef struct {
    RootPoint point[POINTS];
    size_t n; /* 0: none yet */
    int lo, hi;
} Grid;

static Decimal grid_place(const Search *s, int i)
{
    return between(s->ask->lo, s->ask->hi, i, GRID);
}

/* Fills what is missing of lo .. hi; the search has all of it then. */
static bool widen(Search *s, Grid *grid, int lo, int hi)
{
    bool is_new = grid->n == 0;
    s->n = 0;
    for (int i = lo; i <= hi; i++) {
        if (is_new || i < grid->lo || i > grid->hi)
            add(s, grid_place(s, i));
    }
    if (is_new)
        add(s, s->ask->near);
    if (!fill(s))
        return false;
    for (size_t i = 0; i < grid->n; i++)
        s->point[s->n++] = grid->point[i];
    sort(s);
    *grid = (Grid){.n = s->n, .lo = lo, .hi = hi};
    for (size_t i = 0; i < s->n; i++)
        grid->point[i] = s->point[i];
    return true;
}

/* Can nothing beyond what is filled of the grid be nearer than `x`? */
static bool is_inside(const Search *s, const Grid *grid, Decimal x)
{
    Decimal far = distance(s, x);
    Decimal lo = distance(s, grid_place(s, grid->lo));
    Decimal hi = distance(s, grid_place(s, grid->hi));
    return (grid->lo == 0 || !is_less(lo, far)) &&
           (grid->hi == GRID || !is_less(hi, far));
}

/* The nearer of a point and the nearest place where the sign changes, if there is one.
 */
static bool take_crossing(Search *s, RootPoint *at)
{
    RootPoint crossing = {.known = false};
    if (!may_be_nearer(s, at))
        return true;
    if (!try_places(s, is_crossing, &crossing))
        return false;
    if (crossing.known &&
        (!at->known || is_less(distance(s, crossing.x), distance(s, at->x))))
        *at = crossing;
    return true;
}

/* Is a solution among what is filled, and none nearer? at->known: it is. */
static bool look_inside(Search *s, const Grid *grid, RootPoint *at)
{
    if (is_flat(s))
        return true;
    take_point(s, at);
    if (may_be_nearer(s, at)) {
        size_t i = nearest(s, is_crossing);
        bool inside =
            is_inside(s, grid, s->point[i].x) && is_inside(s, grid, s->point[i + 1].x);
        if (inside && !take_crossing(s, at))
            return false;
        at->known &= inside;
    }
    at->known = at->known && is_inside(s, grid, at->x);
    return true;
}

/* Looks around where one looks from, a little further each time. */
static bool look_near(Search *s, Grid *grid, RootPoint *at)
{
    static const int width[] = {2, 6}; /* parts of the grid on each side */
    double lo = decimal_to_double(s->ask->lo), hi = decimal_to_double(s->ask->hi);
    int place = (int)((decimal_to_double(s->ask->near) - lo) / (hi - lo) * GRID);
    for (size_t i = 0; i < COUNT_OF(width) && !at->known; i++) {
        int first = place > width[i] ? place - width[i] : 0;
        int last = place + 1 + width[i] < GRID ? place + 1 + width[i] : GRID;
        if (!widen(s, grid, first, last) || !look_inside(s, grid, at))
            return false;
    }
    return true;
}

/* All of the range. */
static bool look_everywhere(Search *s, Grid *grid, RootAnswer *answer)
{
    if (!widen(s, grid, 0, GRID))
        return false;
    answer->lo = s->point[0];
    answer->hi = s->point[s->n - 1];
    answer->is_flat = is_flat(s);
    take_point(s, &answer->at);
    Search all = *s;
    if (!take_crossing(s, &answer->at))
        return false;
    *s = all;
    return answer->at.known || try_places(s, is_turning, &answer->at);
}

bool root_find(const RootAsk *ask, RootAnswer *answer)
{
    Search s = {.ask = ask};
    Decimal million = decimal_from_i64(1000000);
    *answer = (RootAnswer){0};
    if (!decimal_div(ask->size, million, &s.zero) ||
        (!ask->is_rough && !decimal_div(s.zero, million, &s.zero)))
        s.zero = decimal_from_i64(0);
    Grid grid = {.n = 0};
    if (!look_near(&s, &grid, &answer->at) ||
        (!answer->at.known && !look_everywhere(&s, &grid, answer)))
        return false;
    answer->found = answer->at.known;
    return !answer->found || decimal_compare(answer->at.x, ask->near) == 0 ||
           shorten(&s, &answer->at);
}
