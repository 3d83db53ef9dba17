/* What becomes of open deals in a period, by segment, stage and age, from what became
   of earlier ones: discrete hazards of competing ends (Allison, Discrete-time methods
   for the analysis of event histories, 1982). A deal counts in the periods in which it
   was seen only, so that deals older than the records, and deals still open, count as
   they should. With one age it is the chain of stages, with one stage and one segment
   the hazard by age. */
#ifndef KOERS_RUNTIME_FORECAST_HAZARD_H
#define KOERS_RUNTIME_FORECAST_HAZARD_H

#include "runtime/forecast/chain.h"

/* A deal in one stage, seen at the beginning of its periods of age from .. until - 1;
   age 0 is the period in which it came. In the last of these it went to `next`: a
   stage, n_stage (won) or n_stage + 1 (lost). next = stage: it was there still when it
   was seen last. until = from: it was not seen; next is then the stage. */
typedef struct {
    size_t segment, stage, from, until, next;
} Stay;

/* Ages of n_age - 1 and more are one. strength: so many deals and periods the wider
   group counts for beside the narrower one (Dirichlet): the stage at all ages beside
   one age, that one in all segments beside one segment. 0: no shrinking, but where
   nothing was seen. HAZARD_STRENGTH is usual. */
typedef struct {
    size_t n_segment, n_stage, n_age;
    double strength;
} HazardForm;

enum { HAZARD_STRENGTH = 20 };
#define HAZARD_NO_WIN ((size_t)-1)

/* known[stage]: deals and periods that were seen there. oldest_win: the age of the
   oldest deal that was won, or HAZARD_NO_WIN; older ones are stale, their chance of
   winning is 0. The rest is read by the functions below. usual: how deals go by their
   stage at a time, of usual.h; NULL: by what becomes of them in each period. */
typedef struct {
    HazardForm form;
    size_t oldest_win;
    size_t *known;
    double *chance;
    const double *usual; /* [(segment * n_stage + stage) * n_usual + ahead] */
    size_t n_usual;
} Hazard;

/* false: a number of the form is 0, the strength is not 0 or more, or a stay names what
   is not there. Without stays no deal moves. The arena's. */
bool hazard_fit(Arena *arena, HazardForm form, const Stay *stay, size_t n, Hazard *h);
/* n_stage + 2 chances that add up to 1: of each stage, of winning, of losing. */
const double *hazard_chances(const Hazard *h, size_t segment, size_t stage, size_t age);
/* Deals of one segment, stage and age have the same chances of being won: how many such
   kinds a segment has, and which a deal is. Deals that come in a period are told from
   others where nothing else is told by age. */
static inline size_t hazard_kinds(const HazardForm *form)
{
    return (form->n_age > 1 ? form->n_age : 2) * form->n_stage;
}
static inline size_t hazard_kind(const HazardForm *form, size_t stage, size_t age)
{
    size_t oldest = form->n_age > 1 ? form->n_age - 1 : 1;
    return (age < oldest ? age : oldest) * form->n_stage + stage;
}
/* The chance of being won in the period that is `ahead` periods from now (0: the next
   one), at [ahead * hazard_kinds + hazard_kind]. The arena's. */
double *hazard_wins(Arena *arena, const Hazard *h, size_t segment, size_t ahead);

/* Of a period that goes on. left: the part of what becomes of deals in it that is still
   to come, 0 .. 1. due: of deals that were open before it and still are, how many times
   the chances of a whole period they have in the rest of it, of winning at most 1;
   beside that, of losing and of going to other stages, as far as they can. */
typedef struct {
    double left, due;
} HazardNow;

/* The same where the first period goes on: age 0 have the deals that came in it. These
   have in the rest of it, of the chance that a deal is won in the period in which it
   comes, the part that is left. Those that are then still open go on as usual. In the
   last stage, by which deals come, they are yet to come: there nothing is over. now
   NULL: the period has not begun. */
double *hazard_wins_within(Arena *arena, const Hazard *h, size_t segment, size_t ahead,
                           const HazardNow *now);
/* The chances at one age as a chain. The arena's. */
Chain hazard_chain(Arena *arena, const Hazard *h, size_t segment, size_t age);

#endif
