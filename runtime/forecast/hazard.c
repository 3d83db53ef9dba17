#include "runtime/forecast/hazard.h"

#include <math.h>
#include <string.h>

/* Counts and then chances: of all segments at all ages, of all segments by age, of each
   segment by age. */
typedef struct {
    HazardForm form;
    size_t width; /* n_stage + 2 */
    double *stage, *age, *cell;
} Counts;

static size_t age_index(const HazardForm *form, size_t stage, size_t age)
{
    return stage * form->n_age + (age < form->n_age ? age : form->n_age - 1);
}

static size_t cell_index(const HazardForm *form, size_t segment, size_t stage,
                         size_t age)
{
    return segment * form->n_stage * form->n_age + age_index(form, stage, age);
}

static void count(Counts *c, const Stay *s, size_t age, size_t to, double n)
{
    c->stage[s->stage * c->width + to] += n;
    c->age[age_index(&c->form, s->stage, age) * c->width + to] += n;
    c->cell[cell_index(&c->form, s->segment, s->stage, age) * c->width + to] += n;
}

static void count_stay(Counts *c, const Stay *s)
{
    size_t age = s->from, last = s->until - 1;
    for (; age < last && age + 1 < c->form.n_age; age++)
        count(c, s, age, s->stage, 1);
    if (age < last)
        count(c, s, age, s->stage, (double)(last - age));
    count(c, s, last, s->next, 1);
}

static bool stay_is_valid(const HazardForm *form, const Stay *s)
{
    return s->segment < form->n_segment && s->stage < form->n_stage &&
           s->next < form->n_stage + 2 && s->from <= s->until &&
           (s->from < s->until || s->next == s->stage);
}

static double total(const double *counts, size_t width)
{
    double sum = 0;
    for (size_t i = 0; i < width; i++)
        sum += counts[i];
    return sum;
}

/* Counts become chances, with those of the wider group beside them. */
static void shrink(double *counts, const double *wider, size_t width, double strength)
{
    double n = total(counts, width);
    for (size_t i = 0; i < width; i++) {
        counts[i] =
            n > 0 ? (counts[i] + strength * wider[i]) / (n + strength) : wider[i];
    }
}

static void stages_to_chances(Counts *c, size_t *known)
{
    for (size_t stage = 0; stage < c->form.n_stage; stage++) {
        double *counts = c->stage + stage * c->width, n = total(counts, c->width);
        known[stage] = (size_t)n;
        for (size_t i = 0; i < c->width; i++)
            counts[i] = n > 0 ? counts[i] / n : i == stage;
    }
}

/* Behind the oldest deal that was won none is: what shrinking lends, stays. */
static void end_wins(const Hazard *h, double *chance, size_t stage, size_t age)
{
    if (h->oldest_win == HAZARD_NO_WIN || age > h->oldest_win) {
        chance[stage] += chance[h->form.n_stage];
        chance[h->form.n_stage] = 0;
    }
}

static void to_chances(Counts *c, Hazard *h)
{
    const HazardForm *form = &c->form;
    stages_to_chances(c, h->known);
    for (size_t i = 0; i < form->n_stage * form->n_age; i++) {
        size_t stage = i / form->n_age, age = i % form->n_age;
        double *by_age = c->age + i * c->width;
        shrink(by_age, c->stage + stage * c->width, c->width, form->strength);
        for (size_t segment = 0; segment < form->n_segment; segment++) {
            double *cell = c->cell + cell_index(form, segment, stage, age) * c->width;
            if (form->n_segment == 1)
                memcpy(cell, by_age, c->width * sizeof *cell);
            else
                shrink(cell, by_age, c->width, form->strength);
            end_wins(h, cell, stage, age);
        }
    }
}

bool hazard_fit(Arena *arena, HazardForm form, const Stay *stay, size_t n, Hazard *h)
{
    if (!form.n_segment || !form.n_stage || !form.n_age || !(form.strength >= 0) ||
        !isfinite(form.strength))
        return false;
    Counts c = {.form = form, .width = form.n_stage + 2};
    size_t n_cell = form.n_segment * form.n_stage * form.n_age;
    Arena *scratch = arena_new();
    c.stage = ARENA_ARRAY(scratch, double, form.n_stage *c.width);
    c.age = ARENA_ARRAY(scratch, double, form.n_stage *form.n_age *c.width);
    c.cell = ARENA_ARRAY(arena, double, n_cell *c.width);
    *h = (Hazard){.form = form, .oldest_win = HAZARD_NO_WIN, .chance = c.cell};
    h->known = ARENA_ARRAY(arena, size_t, form.n_stage);
    bool valid = true;
    for (size_t i = 0; i < n && valid; i++) {
        valid = stay_is_valid(&form, &stay[i]);
        if (!valid || stay[i].from == stay[i].until)
            continue;
        count_stay(&c, &stay[i]);
        size_t age = stay[i].until - 1;
        if (stay[i].next == form.n_stage &&
            (h->oldest_win == HAZARD_NO_WIN || age > h->oldest_win))
            h->oldest_win = age;
    }
    if (valid)
        to_chances(&c, h);
    arena_free(scratch);
    return valid;
}

const double *hazard_chances(const Hazard *h, size_t segment, size_t stage, size_t age)
{
    return h->chance +
           cell_index(&h->form, segment, stage, age) * (h->form.n_stage + 2);
}

/* Won in a later period: at the next age in the stage to which the deal goes now.
   sooner: the chances of that age in the period before. */
static double win_later(const Hazard *h, const double *chances, const double *sooner)
{
    double sum = 0;
    for (size_t to = 0; to < h->form.n_stage; to++)
        sum += chances[to] * sooner[to];
    return sum;
}

/* The chances of one period; sooner: of the period before, NULL in the first. */
static void win_in_period(const Hazard *h, size_t segment, const double *sooner,
                          double *win)
{
    const HazardForm *form = &h->form;
    size_t n_stage = form->n_stage;
    for (size_t i = 0; i < hazard_kinds(form); i++) {
        size_t age = i / n_stage, stage = i % n_stage;
        const double *chances = hazard_chances(h, segment, stage, age);
        win[i] = sooner ? win_later(h, chances, sooner + hazard_kind(form, 0, age + 1))
                        : chances[n_stage];
    }
}

/* At all ages the same. */
static void win_as_usual(const Hazard *h, size_t segment, size_t k, double *win)
{
    size_t n_stage = h->form.n_stage;
    const double *usual = h->usual + segment * n_stage * h->n_usual;
    for (size_t i = 0; i < hazard_kinds(&h->form) && k < h->n_usual; i++)
        win[i] = usual[i % n_stage * h->n_usual + k];
}

double *hazard_wins(Arena *arena, const Hazard *h, size_t segment, size_t ahead)
{
    size_t each = hazard_kinds(&h->form);
    double *win = ARENA_ARRAY(arena, double, ahead *each);
    for (size_t k = 0; h->usual && k < ahead; k++)
        win_as_usual(h, segment, k, win + k * each);
    if (h->usual)
        return win;
    for (size_t k = 0; k < ahead; k++)
        win_in_period(h, segment, k ? win + (k - 1) * each : NULL, win + k * each);
    return win;
}

/* Deals of a segment in a period that goes on; win: of whole periods. */
typedef struct {
    const Hazard *hazard;
    size_t segment;
    const HazardNow *now;
    const double *win;
} Within;

/* A deal in the rest of a period: won, still there, gone to each of the other stages
   (so many times its chance of that in a whole period). */
typedef struct {
    double won, stays, moves;
} Rest;

/* The part of the chances of a whole period that a deal goes to other stages, at most
   that of being open at all. By the usual it is won with the chance of its stage,
   wherever it goes. */
static void move_on(const Hazard *h, const double *chances, size_t stage, double part,
                    Rest *rest)
{
    double moving = total(chances, h->form.n_stage) - chances[stage];
    if (h->usual || !(moving > 0))
        return;
    rest->moves = fmin(part, rest->stays / moving);
    rest->stays -= rest->moves * moving;
}

/* Of those that came in the period it is seen who is won in it, and not who is lost;
   they go to other stages as in the next one. */
static Rest rest_of(const Within *w, size_t stage, size_t age)
{
    const Hazard *h = w->hazard;
    const HazardForm *form = &h->form;
    const double *chances = hazard_chances(h, w->segment, stage, age ? age : 1);
    Rest rest = {.won = w->now->left * w->win[hazard_kind(form, form->n_stage - 1, 0)]};
    double lost = 0;
    if (age) {
        rest.won = fmin(w->now->due * w->win[hazard_kind(form, stage, age)], 1);
        lost = fmin(w->now->due * chances[form->n_stage + 1], 1 - rest.won);
    }
    rest.stays = 1 - rest.won - lost;
    move_on(h, chances, stage, age ? w->now->due : w->now->left, &rest);
    return rest;
}

static void win_within(const Within *w, size_t kind, double *within, size_t ahead)
{
    const HazardForm *form = &w->hazard->form;
    size_t n_stage = form->n_stage, each = hazard_kinds(form);
    size_t age = kind / n_stage, stage = kind % n_stage;
    const double *chances = hazard_chances(w->hazard, w->segment, stage, age ? age : 1);
    Rest rest = rest_of(w, stage, age);
    within[kind] = rest.won;
    for (size_t k = 1; k < ahead; k++) {
        const double *later = w->win + (k - 1) * each + hazard_kind(form, 0, age + 1);
        double moved =
            win_later(w->hazard, chances, later) - chances[stage] * later[stage];
        within[k * each + kind] = rest.stays * later[stage] + rest.moves * moved;
    }
}

double *hazard_wins_within(Arena *arena, const Hazard *h, size_t segment, size_t ahead,
                           const HazardNow *now)
{
    size_t each = hazard_kinds(&h->form);
    double *win = hazard_wins(arena, h, segment, ahead);
    if (!now)
        return win;
    double *within = arena_memdup(arena, win, ahead * each * sizeof *win);
    Within w = {h, segment, now, win};
    for (size_t kind = 0; kind < each; kind++) {
        if (kind % h->form.n_stage + 1 < h->form.n_stage)
            win_within(&w, kind, within, ahead);
    }
    return within;
}

Chain hazard_chain(Arena *arena, const Hazard *h, size_t segment, size_t age)
{
    size_t n = h->form.n_stage;
    double *move = ARENA_ARRAY(arena, double, n *n),
           *won = ARENA_ARRAY(arena, double, n);
    double *lost = ARENA_ARRAY(arena, double, n);
    for (size_t i = 0; i < n; i++) {
        const double *chances = hazard_chances(h, segment, i, age);
        memcpy(move + i * n, chances, n * sizeof *move);
        won[i] = chances[n];
        lost[i] = chances[n + 1];
    }
    return (Chain){n, move, won, lost};
}
