/* Mean and deviation of what a pipeline brings, from how many deals of each kind there
   are: no deal is looked at alone, and nothing is drawn. */
#include "runtime/forecast/pipeline.h"
#include "runtime/forecast/shock.h"

#include <math.h>

enum { NODES = 40 };

/* Deals of one segment, stage and age: their amounts, and the squares of these. */
typedef struct {
    double size, squares;
} Kind;

/* What is brought at a node of the shock. */
typedef struct {
    size_t n;
    double z[NODES], weight[NODES], mean[NODES], variance[NODES];
} Nodes;

typedef struct {
    const Hazard *hazard;
    const Pipeline *pipeline;
    Kind *kind;
    double **wins; /* per segment, of hazard_wins */
    Nodes nodes;
} Spread;

static void count_kinds(Arena *scratch, Spread *s)
{
    const HazardForm *form = &s->hazard->form;
    size_t oldest = s->hazard->oldest_win, each = hazard_kinds(form);
    s->kind = ARENA_ARRAY(scratch, Kind, form->n_segment * each);
    for (size_t i = 0; i < s->pipeline->n_deal; i++) {
        const OpenDeal *d = &s->pipeline->deal[i];
        if (!(d->amount >= 0) || oldest == HAZARD_NO_WIN || d->age > oldest)
            continue;
        Kind *kind = &s->kind[d->segment * each + hazard_kind(form, d->stage, d->age)];
        kind->size += d->amount;
        kind->squares += d->amount * d->amount;
    }
}

/* comes: the deals are yet to come, and how many do is Poisson. */
static void add_group(Spread *s, double chance, Kind kind, bool comes)
{
    Nodes *nodes = &s->nodes;
    double threshold = shock_threshold(fmin(chance, 1));
    for (size_t i = 0; i < nodes->n && chance > 0; i++) {
        double then = nodes->n == 1 ? chance
                                    : shock_chance(threshold, s->pipeline->correlation,
                                                   nodes->z[i]);
        nodes->mean[i] += kind.size * then;
        nodes->variance[i] += kind.squares * then * (comes ? 1 : 1 - then);
    }
}

static void add_open(Spread *s, size_t k)
{
    const HazardForm *form = &s->hazard->form;
    size_t each = hazard_kinds(form);
    for (size_t i = 0; i < form->n_segment * each; i++) {
        if (s->kind[i].size > 0)
            add_group(s, s->wins[i / each][k * each + i % each], s->kind[i], false);
    }
}

static void add_fresh(Spread *s, size_t k)
{
    const HazardForm *form = &s->hazard->form;
    size_t each = hazard_kinds(form);
    for (size_t i = 0; i < s->pipeline->n_fresh; i++) {
        const NewBusiness *f = &s->pipeline->fresh[i];
        for (size_t came = 0; came <= k; came++) {
            double deals = pipeline_comes(s->pipeline, f, came);
            Kind kind = {deals * f->amount, deals * f->amount * f->amount};
            add_group(s, s->wins[f->segment][(k - came) * each + f->stage], kind, true);
        }
    }
}

static void close_period(Nodes *nodes, Distribution *d)
{
    double mean = 0, square = 0;
    for (size_t i = 0; i < nodes->n; i++) {
        mean += nodes->weight[i] * nodes->mean[i];
        square +=
            nodes->weight[i] * (nodes->variance[i] + nodes->mean[i] * nodes->mean[i]);
        nodes->mean[i] = nodes->variance[i] = 0;
    }
    *d = (Distribution){.mean = mean, .sd = sqrt(fmax(square - mean * mean, 0))};
}

bool pipeline_spread(const Hazard *h, const Pipeline *p, Distribution *period)
{
    if (!pipeline_is_valid(h, p))
        return false;
    Arena *scratch = arena_new();
    Spread s = {.hazard = h, .pipeline = p};
    s.nodes.n = shock_nodes(p->correlation, NODES, s.nodes.z, s.nodes.weight);
    s.wins = ARENA_ARRAY(scratch, double *, h->form.n_segment);
    for (size_t i = 0; i < h->form.n_segment; i++)
        s.wins[i] = hazard_wins_within(scratch, h, i, p->ahead, pipeline_now(p, i));
    count_kinds(scratch, &s);
    for (size_t k = 0; k < p->ahead; k++) {
        add_open(&s, k);
        add_fresh(&s, k);
        close_period(&s.nodes, &period[k]);
    }
    period[0].mean += p->now.won;
    arena_free(scratch);
    return true;
}
