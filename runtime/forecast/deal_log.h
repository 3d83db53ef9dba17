/* What the open deals at the ends of periods, and what was won within them, say of how
   deals go: the stays for a hazard, the decided deals for a calibration, what is open
   now, how many came. At an origin only the first `known` periods are read, so that
   what is made of them stays the same to the bit whatever comes later.

   A deal comes in the period at whose end it is first open, or in which it is won
   without ever having been: it enters in a stage of its own, behind the others, and
   goes from there. One that is no longer open and was not won is lost; one that is open
   again later comes anew. A deal that is won is no longer open in that period, whatever
   is said. A line of what was won that is 0 or less is no win; one behind a win is a
   part of what that brought, above 0 or below, unless the deal was open again. */
#ifndef KOERS_RUNTIME_FORECAST_DEAL_LOG_H
#define KOERS_RUNTIME_FORECAST_DEAL_LOG_H

#include "runtime/forecast/pipeline.h"
#include "runtime/forecast/shock.h"

#include <stdint.h>

/* Deals, periods, segments and stages are counted from 0. amount, value: NAN: not
 * known. */
typedef struct {
    uint32_t deal, period, segment, stage;
    double amount;
} DealOpen;

typedef struct {
    uint32_t deal, period, segment;
    double value;
} DealWon;

#define DEAL_AGE_UNKNOWN ((size_t)-1)

/* Both lists ascend by deal and then by period, at most one of each for a period.
   before[deal]: of a deal of the first period, how many periods earlier it came;
   DEAL_AGE_UNKNOWN: not known, and of its stays nothing is learned. NULL: of none. */
typedef struct {
    const DealOpen *open;
    size_t n_open;
    const DealWon *won;
    size_t n_won;
    const size_t *before;
    size_t n_deal, n_period, n_segment, n_stage;
} DealLog;

/* The first `known` periods are known; what won deals bring is said from the last
   `recent` of these, for it changes with the years. */
typedef struct {
    size_t known, recent;
} DealOrigin;

/* The arena's. Stages of `stay` and `now` count to n_stage (the entry), won is
   n_stage + 1, lost n_stage + 2: a hazard has n_stage + 1 stages. deal[i]: whose now[i]
   is; its age, where not known, is counted from the first period.
   created[segment * known + period]: how many came; NAN in the first period.
   won_value[segment]: mean of what a deal that was won lately brought; of all segments
   where none was won in it, NAN where none at all. worth: what a deal that was won
   lately brought, by what it was worth while it was open, as the mean of the ends of
   its periods; as if DEAL_WORTH_STRENGTH deals more had brought what they were worth; 1
   where that is off by less than DEAL_WORTH_OFF either way, or fewer than
   DEAL_WORTH_LEAST were won, which are n_worth. count[period * (n_stage + 1) + stage]:
   the deals that were in a stage at the beginning of a period, or came in it, and the
   won ones; none in the first. wait[(segment * (n_stage + 1) + stage) * known + k]: how
   often a deal stood in a stage at the end of a period, and was won k + 1 periods
   later; of the entry: came, and was won k periods later. decided: also of the entry,
   without an amount, of the deals whose coming was seen. */
typedef struct {
    size_t known;
    Stay *stay;
    Decided *decided;
    OpenDeal *now;
    size_t *deal;
    size_t n_stay, n_decided, n_now;
    double *created, *won_value, *wait;
    double worth;
    size_t n_worth;
    ShockCount *count;
} DealHistory;

enum { DEAL_WORTH_STRENGTH = 5, DEAL_WORTH_LEAST = 10 };
#define DEAL_WORTH_OFF 1.25

/* false: the lists are not in order or name what is not there, or more is to be known
   than there is. */
bool deal_log_read(Arena *arena, const DealLog *log, DealOrigin origin, DealHistory *h);

#endif
