#include "runtime/forecast/lever.h"

#include <math.h>

static const char *const words[LEVER_COUNT] = {"creation", "win_rate", "size", "cycle",
                                               "slippage"};

const char *lever_word(Lever lever)
{
    return words[lever];
}

Levers levers_none(void)
{
    return (Levers){{1, 1, 1, 1, 0}, NULL};
}

bool levers_are_valid(const Levers *l)
{
    bool valid = true;
    for (size_t i = 0; i < LEVER_COUNT; i++)
        valid &= isfinite(l->by[i]) && l->by[i] >= 0;
    return valid && l->by[LEVER_CYCLE] >= LEVER_LEAST_CYCLE &&
           l->by[LEVER_SLIPPAGE] < 1;
}

double levers_creation(const Levers *l, size_t k)
{
    return l->by[LEVER_CREATION] * (l->created ? l->created[k] : 1);
}

/* Won by a time, in periods, from what was won within each. */
static double won_by(const double *won, size_t n, double time)
{
    size_t whole = (size_t)fmin(floor(time), (double)n);
    double sum = 0;
    for (size_t k = 0; k < whole; k++)
        sum += won[k];
    return whole < n ? sum + (time - (double)whole) * won[whole] : sum;
}

/* What is won of a deal in each of `n` periods, of which the first has `left` of its
   length. */
typedef struct {
    const double *won;
    size_t n;
    double left;
} Course;

static double won_within(const Course *c, double time)
{
    double first = c->left > 0 ? fmin(time / c->left, 1) : 1;
    return won_by(c->won, c->n, first + fmax(time - c->left, 0));
}

/* out: of `ahead` periods. */
static void change(const Course *c, size_t ahead, const Levers *l, double *out)
{
    double cycle = l->by[LEVER_CYCLE], slips = l->by[LEVER_SLIPPAGE];
    double before = 0, late = 0, sum = 0;
    for (size_t k = 0; k < ahead; k++) {
        double by = won_within(c, ((double)k + c->left) / cycle);
        double due = l->by[LEVER_WIN_RATE] * (by - before) + late;
        before = by;
        late = slips * due;
        out[k] = fmin(due - late, 1 - sum);
        sum += out[k];
    }
}

double *lever_wins(Arena *arena, const Hazard *h, size_t segment, size_t ahead,
                   const Levers *l)
{
    return lever_wins_within(arena, h, segment, (LeverAhead){ahead, NULL}, l);
}

double *lever_wins_within(Arena *arena, const Hazard *h, size_t segment, LeverAhead at,
                          const Levers *l)
{
    size_t ahead = at.ahead;
    double left = at.now ? at.now->left : 1;
    bool timely = l->by[LEVER_CYCLE] == 1 && l->by[LEVER_SLIPPAGE] == 0;
    size_t each = hazard_kinds(&h->form);
    size_t n = (size_t)ceil((double)ahead / l->by[LEVER_CYCLE]);
    if (timely && l->by[LEVER_WIN_RATE] == 1)
        return hazard_wins_within(arena, h, segment, ahead, at.now);
    const double *wins = hazard_wins_within(arena, h, segment, n, at.now);
    double *out = ARENA_ARRAY(arena, double, ahead *each);
    double *won = ARENA_ARRAY(arena, double, n),
           *then = ARENA_ARRAY(arena, double, ahead);
    for (size_t i = 0; i < each; i++) {
        for (size_t k = 0; k < n; k++)
            won[k] = wins[k * each + i];
        bool comes = i % h->form.n_stage + 1 == h->form.n_stage;
        change(&(Course){won, n, comes ? 1 : left}, ahead, l, then);
        for (size_t k = 0; k < ahead; k++)
            out[k * each + i] = then[k];
    }
    return out;
}
