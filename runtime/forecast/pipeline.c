#include "runtime/forecast/pipeline.h"
#include "runtime/forecast/pipeline_draw.h"
#include "runtime/forecast/portfolio_draw.h"

#include <math.h>

/* The deals that count, and what they bring in a period or in all. */
typedef struct {
    const Hazard *hazard;
    const Pipeline *pipeline;
    double **wins; /* per segment, of hazard_wins */
    double *win;   /* of PipelineExpected */
    Levers levers;
    size_t *counted, n_counted;
    Stake *stake;
    Arrival *arrival;
    size_t n_arrival;
} Sum;

static bool is_sized(const OpenDeal *deal)
{
    return deal->amount >= 0;
}

static bool is_stale(size_t age, size_t oldest)
{
    return oldest == HAZARD_NO_WIN || age > oldest;
}

static bool names_are_known(const Pipeline *p, size_t n_segment, size_t n_stage)
{
    bool known = true;
    for (size_t i = 0; i < p->n_deal; i++)
        known &= p->deal[i].segment < n_segment && p->deal[i].stage < n_stage;
    for (size_t i = 0; i < p->n_fresh; i++)
        known &= p->fresh[i].segment < n_segment && p->fresh[i].stage < n_stage;
    return known;
}

static double win_in(const Sum *s, size_t segment, size_t stage, size_t age, size_t k)
{
    const HazardForm *form = &s->hazard->form;
    return s->wins[segment][k * hazard_kinds(form) + hazard_kind(form, stage, age)];
}

static void find_wins(Sum *s, PipelineExpected *e)
{
    const Pipeline *p = s->pipeline;
    for (size_t i = 0; i < p->n_deal; i++) {
        const OpenDeal *d = &p->deal[i];
        bool known = s->hazard->known[d->stage] > 0, sized = is_sized(d);
        bool stale = is_stale(d->age, s->hazard->oldest_win);
        e->n_unknown += !known;
        e->n_unsized += known && !sized;
        e->n_stale += known && sized && stale;
        if (known && sized)
            s->counted[s->n_counted++] = i;
        for (size_t k = 0; k < p->ahead; k++) {
            e->win[i * p->ahead + k] =
                stale ? 0 : win_in(s, d->segment, d->stage, d->age, k);
        }
    }
}

/* What the deals that come may bring in the periods begin .. end - 1: an arrival for
   each period in which they do. */
static void add_arrivals(Sum *s, const NewBusiness *f, size_t begin, size_t end)
{
    for (size_t came = 0; came < end; came++) {
        double chance = 0;
        for (size_t k = came < begin ? begin : came; k < end; k++)
            chance += win_in(s, f->segment, f->stage, 0, k - came);
        s->arrival[s->n_arrival++] = (Arrival){
            pipeline_comes(s->pipeline, f, came) * levers_creation(&s->levers, came),
            fmin(chance, 1), f->amount * s->levers.by[LEVER_SIZE]};
    }
}

/* What may be brought in the periods begin .. end - 1. */
static Portfolio sum_between(Sum *s, size_t begin, size_t end)
{
    const Pipeline *p = s->pipeline;
    for (size_t i = 0; i < s->n_counted; i++) {
        size_t deal = s->counted[i];
        double chance = 0;
        for (size_t k = begin; k < end; k++)
            chance += s->win[deal * p->ahead + k];
        s->stake[i] = (Stake){p->deal[deal].amount, fmin(chance, 1)};
    }
    s->n_arrival = 0;
    for (size_t i = 0; i < p->n_fresh; i++)
        add_arrivals(s, &p->fresh[i], begin, end);
    return (Portfolio){s->stake, s->n_counted, s->arrival, s->n_arrival,
                       p->correlation};
}

/* Where the sums of all periods can be counted, so can those of one. */
static bool count_sums(Arena *arena, Sum *s, PipelineExpected *e)
{
    size_t ahead = s->pipeline->ahead;
    Portfolio all = sum_between(s, 0, ahead);
    bool counted = portfolio_count(arena, &all, &e->total);
    for (size_t k = 0; k < ahead && counted; k++) {
        Portfolio one = sum_between(s, k, k + 1);
        counted = portfolio_count(arena, &one, &e->period[k]);
    }
    return counted;
}

/* The paths in the place of what was not counted. */
static void sum_paths(Arena *arena, Sum *s, PipelineExpected *e)
{
    size_t ahead = s->pipeline->ahead;
    Arena *scratch = arena_new();
    double *all = ARENA_ARRAY(scratch, double, PORTFOLIO_PATHS), mean = 0;
    for (size_t k = 0; k < ahead; k++) {
        const double *path = e->path + k * PORTFOLIO_PATHS;
        Portfolio one = sum_between(s, k, k + 1);
        e->period[k] = distribution_of_paths(arena, path, portfolio_mean(&one));
        mean += e->period[k].mean;
        for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
            all[i] += path[i];
    }
    e->total = distribution_of_paths(arena, all, mean);
    arena_free(scratch);
}

static void add_to_all(Distribution *d, double value)
{
    d->mean += value;
    for (size_t i = 0; i < d->n; i++)
        d->value[i] += value;
}

/* What was won so far is in all that may come. */
static void add_won(PipelineExpected *e, double won)
{
    if (won == 0)
        return;
    add_to_all(&e->period[0], won);
    add_to_all(&e->total, won);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
        e->path[i] += won;
}

static bool is_drawable(Sum *s)
{
    Portfolio all = sum_between(s, 0, s->pipeline->ahead);
    return portfolio_is_valid(&all);
}

bool pipeline_is_valid(const Hazard *h, const Pipeline *p)
{
    return p->ahead && names_are_known(p, h->form.n_segment, h->form.n_stage) &&
           (!p->levers || levers_are_valid(p->levers));
}

bool pipeline_expect(Arena *arena, const Hazard *h, const Pipeline *p,
                     PipelineExpected *e)
{
    if (!pipeline_is_valid(h, p))
        return false;
    Arena *scratch = arena_new();
    Sum s = {.hazard = h, .pipeline = p};
    s.levers = p->levers ? *p->levers : levers_none();
    s.wins = ARENA_ARRAY(scratch, double *, h->form.n_segment);
    for (size_t i = 0; i < h->form.n_segment; i++)
        s.wins[i] = lever_wins_within(
            scratch, h, i, (LeverAhead){p->ahead, pipeline_now(p, i)}, &s.levers);
    s.counted = ARENA_ARRAY(scratch, size_t, p->n_deal + 1);
    s.stake = ARENA_ARRAY(scratch, Stake, p->n_deal + 1);
    s.arrival = ARENA_ARRAY(scratch, Arrival, p->n_fresh * p->ahead + 1);
    *e = (PipelineExpected){.win = ARENA_ARRAY(arena, double, p->n_deal * p->ahead + 1),
                            .period = ARENA_ARRAY(arena, Distribution, p->ahead)};
    s.win = e->win;
    find_wins(&s, e);
    bool made = is_drawable(&s);
    if (made) {
        PipelineDrawing drawing = {h, p, s.levers, s.wins, s.counted, s.n_counted};
        if (p->by_segment)
            e->part = ARENA_ARRAY(arena, double,
                                  h->form.n_segment * p->ahead * PORTFOLIO_PATHS);
        e->path = pipeline_draw(arena, &drawing, e->part);
        if (!count_sums(arena, &s, e))
            sum_paths(arena, &s, e);
        add_won(e, p->now.won);
    }
    arena_free(scratch);
    return made;
}

/* How many deals of `f` come in all periods ahead. */
static double deals_of(const Pipeline *p, const NewBusiness *f)
{
    double deals = 0;
    for (size_t k = 0; k < p->ahead; k++)
        deals += f->created[k];
    return deals;
}

/* How many of the deals of `f` are won in each period of their life. */
static void count_won(const Hazard *h, const Pipeline *p, const NewBusiness *f,
                      double *won)
{
    size_t each = hazard_kinds(&h->form);
    double deals = deals_of(p, f);
    Arena *scratch = arena_new();
    const double *wins = hazard_wins(scratch, h, f->segment, PIPELINE_EVER);
    for (size_t k = 0; k < PIPELINE_EVER; k++)
        won[k] = deals * wins[k * each + f->stage];
    arena_free(scratch);
}

Levers pipeline_levers(const Hazard *h, const Pipeline *p)
{
    double created = 0, won = 0, brought = 0, time = 0, then[PIPELINE_EVER];
    for (size_t i = 0; i < p->n_fresh; i++) {
        created += deals_of(p, &p->fresh[i]);
        count_won(h, p, &p->fresh[i], then);
        for (size_t k = 0; k < PIPELINE_EVER; k++) {
            won += then[k];
            brought += then[k] * p->fresh[i].amount;
            time += then[k] * (double)(k + 1);
        }
    }
    Levers now = levers_none();
    now.by[LEVER_CREATION] = created / (double)p->ahead;
    now.by[LEVER_WIN_RATE] = won / created;
    now.by[LEVER_SIZE] = brought / won;
    now.by[LEVER_CYCLE] = time / won;
    return now;
}

double pipeline_creation(const Pipeline *p, size_t k)
{
    double created = 0;
    for (size_t i = 0; i < p->n_fresh; i++)
        created += p->fresh[i].created[k];
    return created;
}

double pipeline_share(const Hazard *h, const Pipeline *p, size_t periods)
{
    double within = 0, ever = 0, then[PIPELINE_EVER];
    for (size_t i = 0; i < p->n_fresh; i++) {
        count_won(h, p, &p->fresh[i], then);
        for (size_t k = 0; k < PIPELINE_EVER; k++) {
            ever += then[k] * p->fresh[i].amount;
            within += k < periods ? then[k] * p->fresh[i].amount : 0;
        }
    }
    return ever > 0 ? within / ever : (double)NAN;
}

bool pipeline_weigh(Arena *arena, const Calibration *c, const Pipeline *p,
                    size_t oldest, PipelineWeighted *w)
{
    if (!names_are_known(p, c->n_segment, c->n_stage))
        return false;
    Arena *scratch = arena_new();
    Stake *stake = ARENA_ARRAY(scratch, Stake, p->n_deal + 1);
    Portfolio sum = {.stake = stake, .correlation = p->correlation};
    *w = (PipelineWeighted){.chance = ARENA_ARRAY(arena, double, p->n_deal + 1)};
    for (size_t i = 0; i < p->n_deal; i++) {
        const OpenDeal *d = &p->deal[i];
        double chance = c->line[d->segment * c->n_stage + d->stage].chance;
        bool known = !isnan(chance), sized = is_sized(d);
        bool stale = known && is_stale(d->age, oldest);
        w->chance[i] = stale ? 0 : chance;
        w->n_unknown += !known;
        w->n_unsized += known && !sized;
        w->n_stale += known && sized && stale;
        if (known && sized)
            stake[sum.n_stake++] = (Stake){d->amount, w->chance[i]};
    }
    bool made = portfolio_expect(arena, &sum, &w->total);
    arena_free(scratch);
    return made;
}
