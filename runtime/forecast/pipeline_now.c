#include "runtime/forecast/pipeline_now.h"

#include <math.h>

/* By chances of whole periods. whole: what deals that are open before the period bring
   in it. still: what would be brought by those of them that are open by now, if as many
   go on the days before as then are won; luck: its variance. open: by those that are.
   fresh: by deals that come in it. */
typedef struct {
    double whole, still, luck, open, fresh;
} Worth;

typedef struct {
    const Hazard *hazard;
    double **wins; /* per segment, of the first period */
    const PipelineSoFar *so_far;
    Worth *worth; /* per segment */
} Finder;

static double left_of(const Finder *f, size_t segment)
{
    return f->so_far->by_segment ? f->so_far->by_segment[segment] : f->so_far->left;
}

static double win_of(const Finder *f, const OpenDeal *d, size_t stage)
{
    return f->wins[d->segment][hazard_kind(&f->hazard->form, stage, d->age)];
}

/* May it be won, and was it open before the period? */
static bool is_old(const Hazard *h, const OpenDeal *d)
{
    return d->amount >= 0 && d->age > 0 && h->known[d->stage] > 0 &&
           h->oldest_win != HAZARD_NO_WIN && d->age <= h->oldest_win;
}

/* A deal before the period: by now it is where it was, elsewhere, won or lost. */
static void add_before(Finder *f, const OpenDeal *d)
{
    const Hazard *h = f->hazard;
    const double *chances = hazard_chances(h, d->segment, d->stage, d->age);
    double gone = 1 - left_of(f, d->segment), mean = 0, square = 0;
    for (size_t to = 0; to < h->form.n_stage; to++) {
        double chance = gone * chances[to] + (to == d->stage ? 1 - gone : 0);
        double worth = d->amount * win_of(f, d, to);
        mean += chance * worth;
        square += chance * worth * worth;
    }
    f->worth[d->segment].whole += d->amount * win_of(f, d, d->stage);
    f->worth[d->segment].still += mean;
    f->worth[d->segment].luck += square - mean * mean;
}

static void add_deals(Finder *f, const Pipeline *before, const Pipeline *now)
{
    for (size_t i = 0; i < before->n_deal; i++) {
        if (is_old(f->hazard, &before->deal[i]))
            add_before(f, &before->deal[i]);
    }
    for (size_t i = 0; i < now->n_deal; i++) {
        const OpenDeal *d = &now->deal[i];
        if (is_old(f->hazard, d))
            f->worth[d->segment].open += d->amount * win_of(f, d, d->stage);
    }
    for (size_t i = 0; i < now->n_fresh; i++) {
        const NewBusiness *fresh = &now->fresh[i];
        size_t kind = hazard_kind(&f->hazard->form, fresh->stage, 0);
        f->worth[fresh->segment].fresh +=
            fresh->created[0] * fresh->amount * f->wins[fresh->segment][kind];
    }
}

static void share_all(Worth *worth, size_t n)
{
    Worth all = {0};
    for (size_t i = 0; i < n; i++) {
        all.whole += worth[i].whole;
        all.still += worth[i].still;
        all.luck += worth[i].luck;
        all.open += worth[i].open;
        all.fresh += worth[i].fresh;
    }
    for (size_t i = 0; i < n; i++)
        worth[i] = all;
}

/* New deals come late in the period, so more than the part that is left is theirs. What
   is open shares out the rest. If it is less than it would be, that may be as it is at
   this time of each period, and then all the same so much comes; or bad luck, and then
   less does. */
static HazardNow share_out(const Worth *w, double left, double arrived)
{
    double rest = fmax(left * w->whole - (1 - left) * (1 - arrived) * w->fresh, 0);
    double differs = PIPELINE_NOW_DIFFERS * w->still;
    if (!(w->open > 0) || !(w->still > 0))
        return (HazardNow){left, left};
    double usual = differs * differs / (differs * differs + fmax(w->luck, 0));
    return (HazardNow){left, rest * (usual / w->open + (1 - usual) / w->still)};
}

const HazardNow *pipeline_now_find(Arena *arena, const Hazard *h,
                                   const Pipeline *before, const Pipeline *now,
                                   const PipelineSoFar *so_far)
{
    size_t n = h->form.n_segment;
    HazardNow *found = ARENA_ARRAY(arena, HazardNow, n);
    Arena *scratch = arena_new();
    Finder f = {.hazard = h, .so_far = so_far};
    f.wins = ARENA_ARRAY(scratch, double *, n);
    f.worth = ARENA_ARRAY(scratch, Worth, n);
    for (size_t i = 0; i < n; i++)
        f.wins[i] = hazard_wins(scratch, h, i, 1);
    add_deals(&f, before, now);
    if (!so_far->by_segment)
        share_all(f.worth, n);
    for (size_t i = 0; i < n; i++)
        found[i] = share_out(&f.worth[i], left_of(&f, i), so_far->arrived);
    arena_free(scratch);
    return found;
}
