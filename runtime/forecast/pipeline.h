/* What open deals, and those that have yet to come, bring in the periods ahead. */
#ifndef KOERS_RUNTIME_FORECAST_PIPELINE_H
#define KOERS_RUNTIME_FORECAST_PIPELINE_H

#include "runtime/forecast/calibration.h"
#include "runtime/forecast/hazard.h"
#include "runtime/forecast/lever.h"
#include "runtime/forecast/portfolio.h"

/* age: that it has in the next period, as in hazard.h. amount: NAN or below 0: not
   known. */
typedef struct {
    size_t segment, stage, age;
    double amount;
} OpenDeal;

/* Deals of a segment that come into a stage: how many are expected in each of the
   periods ahead (of what was created a series method says it), worth `amount` each. One
   that comes has age 0 in the period in which it does, and may be won in it. */
typedef struct {
    size_t segment, stage;
    const double *created;
    double amount;
} NewBusiness;

/* What is known of the first period ahead where it goes on: how far it is for the deals
   of each segment, the part of those that come in it which has come, and what was won
   of it so far. Deals are then those of now, with the age that they have in that
   period. segment NULL: it has not begun, and the others are 0. */
typedef struct {
    const HazardNow *segment;
    double arrived, won;
} PipelineNow;

/* correlation: of shock.h. levers: what steering changes, NULL: nothing. */
typedef struct {
    const OpenDeal *deal;
    size_t n_deal;
    const NewBusiness *fresh;
    size_t n_fresh;
    size_t ahead; /* periods, 1 or more */
    double correlation;
    const Levers *levers;
    bool by_segment; /* what each segment brings on a path is wanted, too */
    PipelineNow now;
} Pipeline;

/* win[i * ahead + k]: the chance that the i-th deal is won in period k; of a deal
   without amount too. path[k * PORTFOLIO_PATHS + path]: what is brought in period k on
   each of the futures that were drawn; part: of pipeline_draw.h, NULL where it is not
   wanted. period[k], total: what the deals bring in a
   period, and in all of them: of all futures; where few sums are possible and no deals
   are yet to come, counted. Left out of these, and counted: deals without an amount,
   and in stages without history. Stale: deals that are older than any that was won;
   they bring nothing. */
typedef struct {
    double *win, *path, *part;
    Distribution *period, total;
    size_t n_unsized, n_unknown, n_stale;
} PipelineExpected;

/* How many deals are expected to come in a period ahead. */
static inline double pipeline_comes(const Pipeline *p, const NewBusiness *f, size_t k)
{
    return f->created[k] * (k ? 1 : 1 - p->now.arrived);
}
/* How far the period that goes on is; NULL: none does. */
static inline const HazardNow *pipeline_now(const Pipeline *p, size_t segment)
{
    return p->now.segment ? &p->now.segment[segment] : NULL;
}
/* false: a deal names a segment or stage that is not there, or the numbers are not what
   portfolio.h and lever.h say. The arena's. */
bool pipeline_expect(Arena *arena, const Hazard *h, const Pipeline *p,
                     PipelineExpected *e);

/* Does it name what the hazard has, and are its levers what they may be? */
bool pipeline_is_valid(const Hazard *h, const Pipeline *p);
/* Mean and deviation alone of each period ahead, as pipeline_expect would draw them,
   where no lever changes anything: fast, however many deals there are. false: not
   valid. */
bool pipeline_spread(const Hazard *h, const Pipeline *p, Distribution *period);

/* What history says of what steering changes (lever.h), of deals that are yet to come:
   how many come in a period, the chance that one is ever won, what one that is won
   brings, the periods from coming to being won (one that is won in the period in which
   it comes: 1), 0. NAN: not to be said. Deals that take longer than PIPELINE_EVER
   periods are not seen. */
enum { PIPELINE_EVER = 400 };
Levers pipeline_levers(const Hazard *h, const Pipeline *p);
/* How many deals come in period k ahead. */
double pipeline_creation(const Pipeline *p, size_t k);
/* Of what deals that are yet to come will ever bring: the share within so many periods,
   the one in which a deal comes counted. NAN: they bring nothing. */
double pipeline_share(const Hazard *h, const Pipeline *p, size_t periods);

/* The stage-weighted pipeline: what the open deals bring, whenever that is. chance: per
   deal, NAN where its stage has no history. Deals older than `oldest` (of a hazard;
   HAZARD_NO_WIN: none was won) are stale. */
typedef struct {
    double *chance;
    Distribution total;
    size_t n_unsized, n_unknown, n_stale;
} PipelineWeighted;

/* New business and periods ahead are not looked at. false: as above. */
bool pipeline_weigh(Arena *arena, const Calibration *c, const Pipeline *p,
                    size_t oldest, PipelineWeighted *w);

#endif
