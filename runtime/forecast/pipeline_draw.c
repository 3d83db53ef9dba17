#include "runtime/forecast/pipeline_draw.h"
#include "runtime/forecast/curve.h"
#include "runtime/forecast/shock.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>

/* Deals of one segment, stage and age have the same chances. */
typedef struct {
    double size, squares; /* of those that are drawn together */
    Curve *win;           /* per period ahead; NULL: not asked for yet */
} Kind;

typedef struct {
    const PipelineDrawing *of;
    Arena *scratch;
    Kind *kind;
    double *z; /* the shock of a path in a period, placed as its value */
    double *value;
    double *part; /* the same of each segment, behind each other; NULL: not wanted */
    double *left; /* of a deal's number, per path, behind the periods so far */
    gsl_rng *rng;
} Draw;

static size_t kind_at(const Draw *d, size_t segment, size_t stage, size_t age)
{
    const HazardForm *form = &d->of->hazard->form;
    return segment * hazard_kinds(form) + hazard_kind(form, stage, age);
}

/* The chance of being won in period k. */
static double win_of(const Draw *d, size_t kind, size_t k)
{
    const HazardForm *form = &d->of->hazard->form;
    size_t each = hazard_kinds(form);
    return fmin(d->of->wins[kind / each][k * each + kind % each], 1);
}

static const Kind *curves_of(Draw *d, size_t at)
{
    Kind *kind = &d->kind[at];
    const Pipeline *p = d->of->pipeline;
    if (kind->win)
        return kind;
    kind->win = ARENA_ARRAY(d->scratch, Curve, p->ahead);
    for (size_t k = 0; k < p->ahead; k++) {
        double chance = win_of(d, at, k);
        if (chance > 0)
            curve_add_chance(&kind->win[k], 1, chance, p->correlation);
    }
    return kind;
}

static size_t kind_of(const Draw *d, const OpenDeal *deal)
{
    return kind_at(d, deal->segment, deal->stage, deal->age);
}

static bool is_stale(const Draw *d, const OpenDeal *deal)
{
    size_t oldest = d->of->hazard->oldest_win;
    return oldest == HAZARD_NO_WIN || deal->age > oldest;
}

/* `amount` of a deal of the segment, at a period and path. */
static void bring(Draw *d, size_t segment, size_t at, double amount)
{
    d->value[at] += amount;
    if (d->part)
        d->part[segment * d->of->pipeline->ahead * PORTFOLIO_PATHS + at] += amount;
}

/* ---- deals that are drawn one by one ---- */

static void draw_deal(Draw *d, const OpenDeal *deal, size_t stream)
{
    size_t at_kind = kind_of(d, deal);
    const Kind *kind = curves_of(d, at_kind);
    double *left = d->left;
    gsl_rng_set(d->rng, stream);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
        left[i] = gsl_rng_uniform(d->rng);
    for (size_t k = 0; k < d->of->pipeline->ahead; k++) {
        for (size_t i = 0; win_of(d, at_kind, k) > 0 && i < PORTFOLIO_PATHS; i++) {
            size_t at = k * PORTFOLIO_PATHS + i;
            double chance = left[i] < 0 ? 0 : curve_value(&kind->win[k], d->z[at]);
            if (left[i] >= 0 && left[i] < chance)
                bring(d, deal->segment, at, deal->amount);
            left[i] -= chance;
        }
    }
}

/* Those of the greatest amounts alone; the others are counted in their kinds. */
static void draw_deals(Draw *d)
{
    const PipelineDrawing *of = d->of;
    size_t alone[PORTFOLIO_ALONE], n = of->n_counted;
    size_t n_alone = n < PORTFOLIO_ALONE ? n : PORTFOLIO_ALONE;
    double *amount = ARENA_ARRAY(d->scratch, double, n + 1);
    for (size_t i = 0; i < n; i++) {
        const OpenDeal *deal = &of->pipeline->deal[of->counted[i]];
        amount[i] = is_stale(d, deal) ? 0 : deal->amount;
    }
    gsl_sort_largest_index(alone, n_alone, amount, 1, n);
    for (size_t i = 0; i < n_alone; i++) {
        const OpenDeal *deal = &of->pipeline->deal[of->counted[alone[i]]];
        amount[alone[i]] = -1;
        if (!is_stale(d, deal))
            draw_deal(d, deal, of->counted[alone[i]] + 1);
    }
    for (size_t i = 0; i < n; i++) {
        const OpenDeal *deal = &of->pipeline->deal[of->counted[i]];
        if (amount[i] < 0 || is_stale(d, deal))
            continue;
        Kind *kind = &d->kind[kind_of(d, deal)];
        kind->size += deal->amount;
        kind->squares += deal->amount * deal->amount;
    }
}

/* ---- deals that are drawn together ---- */

static double draw_score(Draw *d)
{
    return shock_threshold(gsl_rng_uniform_pos(d->rng));
}

/* A gamma variable at a normal score (Wilson and Hilferty, The distribution of
   chi-square, 1931). */
static double gamma_at(double mean, double variance, double score)
{
    double part = variance / (9 * mean * mean);
    double root = 1 - part + score * sqrt(part);
    return root > 0 ? mean * root * root * root : 0;
}

/* What the other deals of some kinds bring in period k, by mean and variance at the
   path's shock. */
static void draw_kinds(Draw *d, size_t first, size_t end, size_t k, double *brought)
{
    Curve mean = {{0}}, variance = {{0}};
    for (size_t i = first; i < end; i++) {
        if (!(d->kind[i].size > 0))
            continue;
        const Kind *kind = curves_of(d, i);
        for (size_t at = 0; at < CURVE_POINTS; at++) {
            double chance = kind->win[k].at[at];
            mean.at[at] += kind->size * chance;
            variance.at[at] += kind->squares * chance * (1 - chance);
        }
    }
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
        double z = d->z[k * PORTFOLIO_PATHS + i], m = curve_value(&mean, z);
        double v = curve_value(&variance, z), score = draw_score(d);
        brought[i] = m > 0 && v > 0 ? gamma_at(m, v, score) : fmax(m, 0);
    }
}

/* Segments draw what they bring, which is then brought to what all bring: shares of
   gamma variables tell nothing of their sum. Where they bring nothing at all, all goes
   to the first of them with such deals. */
static void part_others(Draw *d, size_t k, const double *all, size_t stream)
{
    const HazardForm *form = &d->of->hazard->form;
    size_t each = hazard_kinds(form), n = form->n_segment, any = n;
    size_t ahead = d->of->pipeline->ahead;
    Arena *scratch = arena_new();
    double *brought = ARENA_ARRAY(scratch, double, n *PORTFOLIO_PATHS);
    double *sum = ARENA_ARRAY(scratch, double, PORTFOLIO_PATHS);
    for (size_t s = 0; s < n; s++) {
        double *own = brought + s * PORTFOLIO_PATHS;
        gsl_rng_set(d->rng, stream + s);
        draw_kinds(d, s * each, (s + 1) * each, k, own);
        for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
            sum[i] += own[i];
            any = any == n && own[i] > 0 ? s : any;
        }
    }
    for (size_t s = 0; s < n && any < n; s++) {
        double *part = d->part + (s * ahead + k) * PORTFOLIO_PATHS;
        for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
            part[i] += sum[i] > 0 ? all[i] * (brought[s * PORTFOLIO_PATHS + i] / sum[i])
                                  : (s == any ? all[i] : 0);
    }
    arena_free(scratch);
}

static void draw_others(Draw *d, size_t n_kind, size_t k, size_t stream)
{
    const Pipeline *p = d->of->pipeline;
    double *all = d->left;
    gsl_rng_set(d->rng, stream);
    draw_kinds(d, 0, n_kind, k, all);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
        d->value[k * PORTFOLIO_PATHS + i] += all[i];
    if (d->part)
        part_others(d, k, all,
                    p->n_deal + 2 + p->ahead * (p->n_fresh + 2) +
                        k * d->of->hazard->form.n_segment);
}

/* ---- deals that are yet to come ---- */

/* The number that a Poisson variable does not exceed with chance u: counted, and where
   many are expected by its first moments (Cornish and Fisher, 1938). */
static double poisson_at(double mean, double u)
{
    enum { MANY = 64 };
    double n = 0;
    if (mean > MANY) {
        double score = shock_threshold(u);
        n = mean + score * sqrt(mean) + (score * score - 1) / 6;
        return fmax(floor(n + 0.5), 0);
    }
    double chance = exp(-mean), below = chance;
    while (below < u && chance > 0) {
        chance *= mean / ++n;
        below += chance;
    }
    return n;
}

static void draw_fresh(Draw *d, const NewBusiness *f, size_t k, size_t stream)
{
    const Levers *levers = &d->of->levers;
    const Kind *kind = curves_of(d, kind_at(d, f->segment, f->stage, 0));
    double size = f->amount * levers->by[LEVER_SIZE];
    Curve won = {{0}};
    for (size_t came = 0; came <= k; came++)
        curve_add(&won,
                  pipeline_comes(d->of->pipeline, f, came) *
                      levers_creation(levers, came),
                  &kind->win[k - came]);
    gsl_rng_set(d->rng, stream);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
        double u = gsl_rng_uniform_pos(d->rng);
        size_t path = k * PORTFOLIO_PATHS + i;
        bring(d, f->segment, path, size * poisson_at(curve_value(&won, d->z[path]), u));
    }
}

/* In each period the same shocks, in another order. */
static void draw_shocks(Draw *d, size_t k, size_t stream)
{
    double *z = d->z + k * PORTFOLIO_PATHS;
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
        z[i] = portfolio_shock(i);
    gsl_rng_set(d->rng, stream);
    gsl_ran_shuffle(d->rng, z, PORTFOLIO_PATHS, sizeof *z);
}

double *pipeline_draw(Arena *arena, const PipelineDrawing *of, double *part)
{
    const Pipeline *p = of->pipeline;
    const HazardForm *form = &of->hazard->form;
    size_t n_kind = form->n_segment * hazard_kinds(form);
    size_t each = p->n_fresh + 2; /* streams of a period, however many there are */
    Arena *scratch = arena_new();
    Draw d = {.of = of, .scratch = scratch, .part = part};
    d.kind = ARENA_ARRAY(scratch, Kind, n_kind + 1);
    d.z = ARENA_ARRAY(scratch, double, p->ahead *PORTFOLIO_PATHS);
    d.left = ARENA_ARRAY(scratch, double, PORTFOLIO_PATHS);
    d.value = ARENA_ARRAY(arena, double, p->ahead *PORTFOLIO_PATHS);
    d.rng = gsl_rng_alloc(gsl_rng_mt19937);
    for (size_t k = 0; k < p->ahead; k++)
        draw_shocks(&d, k, p->n_deal + 1 + k * each);
    draw_deals(&d);
    for (size_t k = 0; k < p->ahead; k++) {
        size_t stream = p->n_deal + 2 + k * each;
        if (of->n_counted > PORTFOLIO_ALONE)
            draw_others(&d, n_kind, k, stream);
        for (size_t i = 0; i < p->n_fresh; i++)
            draw_fresh(&d, &p->fresh[i], k, stream + 1 + i);
    }
    gsl_rng_free(d.rng);
    arena_free(scratch);
    return d.value;
}
