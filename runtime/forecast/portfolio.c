#include "runtime/forecast/portfolio_draw.h"
#include "runtime/forecast/shock.h"

#include <math.h>
#include <string.h>

/* Shocks over which sums are counted: the nodes of Gauss and Hermite. */
enum { NODES = 32 };

/* chance[i * nodes + k]: of value[i] at the k-th shock. */
typedef struct {
    size_t n;
    double *value, *chance;
} Sums;

typedef struct {
    size_t n;
    double z[NODES], weight[NODES];
} Shocks;

static bool is_chance(double chance)
{
    return chance >= 0 && chance <= 1;
}

static bool is_size(double amount)
{
    return amount >= 0 && amount <= PORTFOLIO_MAX_AMOUNT;
}

bool portfolio_is_valid(const Portfolio *p)
{
    bool valid = p->correlation >= 0 && p->correlation <= SHOCK_MOST;
    for (size_t i = 0; i < p->n_stake; i++)
        valid &= is_chance(p->stake[i].chance) && is_size(p->stake[i].amount);
    for (size_t i = 0; i < p->n_arrival; i++) {
        const Arrival *a = &p->arrival[i];
        valid &= is_chance(a->chance) && is_size(a->amount);
        valid &= a->count >= 0 && a->count <= PORTFOLIO_MAX_ARRIVALS;
    }
    return valid;
}

double portfolio_mean(const Portfolio *p)
{
    double mean = 0;
    for (size_t i = 0; i < p->n_stake; i++)
        mean += p->stake[i].amount * p->stake[i].chance;
    for (size_t i = 0; i < p->n_arrival; i++)
        mean += p->arrival[i].count * p->arrival[i].chance * p->arrival[i].amount;
    return mean;
}

static Sums sums_new(Arena *arena, size_t nodes)
{
    return (Sums){0, ARENA_ARRAY(arena, double, PORTFOLIO_MAX_EXACT),
                  ARENA_ARRAY(arena, double, PORTFOLIO_MAX_EXACT *nodes)};
}

/* The sums with one deal more: those without it and those with it, both ascending, in
   one order. chance: of winning, per shock. false: there are too many. */
static bool sums_add(const Sums *from, Sums *to, double amount, const double *chance,
                     size_t nodes)
{
    size_t lost = 0, won = 0;
    for (to->n = 0; won < from->n; to->n++) {
        double with = from->value[won] + amount;
        double value =
            lost < from->n && from->value[lost] < with ? from->value[lost] : with;
        if (to->n == PORTFOLIO_MAX_EXACT)
            return false;
        bool is_lost = lost < from->n && from->value[lost] <= value;
        bool is_won = with <= value;
        double *out = to->chance + to->n * nodes;
        for (size_t k = 0; k < nodes; k++) {
            out[k] = is_lost ? from->chance[lost * nodes + k] * (1 - chance[k]) : 0;
            out[k] += is_won ? from->chance[won * nodes + k] * chance[k] : 0;
        }
        to->value[to->n] = value;
        lost += is_lost;
        won += is_won;
    }
    return true;
}

static bool count_sums(const Portfolio *p, const Shocks *s, Sums *sums, Sums *other)
{
    sums->n = 1;
    sums->value[0] = 0;
    for (size_t k = 0; k < s->n; k++)
        sums->chance[k] = 1;
    for (size_t i = 0; i < p->n_stake; i++) {
        double chance[NODES], threshold;
        if (p->stake[i].amount <= 0 || p->stake[i].chance <= 0)
            continue;
        threshold = s->n > 1 ? shock_threshold(p->stake[i].chance) : 0;
        for (size_t k = 0; k < s->n; k++) {
            chance[k] = s->n > 1 ? shock_chance(threshold, p->correlation, s->z[k])
                                 : p->stake[i].chance;
        }
        if (!sums_add(sums, other, p->stake[i].amount, chance, s->n))
            return false;
        Sums grown = *other;
        *other = *sums;
        *sums = grown;
    }
    return true;
}

void distribution_finish(Distribution *d)
{
    double squares = 0, below = 0, mean = 0;
    for (size_t i = 0; i < d->n; i++) {
        mean += d->below_or_at[i] * d->value[i];
        below += d->below_or_at[i];
    }
    mean /= below;
    for (size_t i = 0; i < d->n; i++) {
        double off = d->value[i] - mean;
        squares += d->below_or_at[i] * off * off;
    }
    d->sd = sqrt(squares / below);
    for (size_t i = 1; i < d->n; i++)
        d->below_or_at[i] += d->below_or_at[i - 1];
}

/* Do none of the deals that are yet to come bring anything? */
static bool nothing_comes(const Portfolio *p)
{
    double sum = 0;
    for (size_t i = 0; i < p->n_arrival; i++)
        sum += p->arrival[i].count * p->arrival[i].chance * p->arrival[i].amount;
    return !(sum > 0);
}

bool portfolio_count(Arena *arena, const Portfolio *p, Distribution *d)
{
    if (!portfolio_is_valid(p) || !nothing_comes(p))
        return false;
    Shocks shocks;
    shocks.n = shock_nodes(p->correlation, NODES, shocks.z, shocks.weight);
    Arena *scratch = arena_new();
    Sums sums = sums_new(scratch, shocks.n), other = sums_new(scratch, shocks.n);
    bool counted = count_sums(p, &shocks, &sums, &other);
    if (counted) {
        *d = (Distribution){.mean = portfolio_mean(p), .exact = true, .n = sums.n};
        d->value = arena_memdup(arena, sums.value, sums.n * sizeof *sums.value);
        d->below_or_at = ARENA_ARRAY(arena, double, sums.n);
        for (size_t i = 0; i < sums.n; i++) {
            for (size_t k = 0; k < shocks.n; k++)
                d->below_or_at[i] += shocks.weight[k] * sums.chance[i * shocks.n + k];
        }
        distribution_finish(d);
    }
    arena_free(scratch);
    return counted;
}

bool portfolio_expect(Arena *arena, const Portfolio *p, Distribution *d)
{
    return portfolio_count(arena, p, d) || portfolio_draw(arena, p, d);
}

/* Chances add up to what they should but for the last digits. */
#define ROUNDING 1e-9

/* The first value that is not exceeded with chance q; n: there is none. */
static size_t find_quantile(const Distribution *d, double q)
{
    size_t lo = 0, hi = d->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (d->below_or_at[mid] >= q - ROUNDING)
            hi = mid;
        else
            lo = mid + 1;
    }
    return lo;
}

double distribution_quantile(const Distribution *d, double q)
{
    size_t at = find_quantile(d, q);
    return d->value[at < d->n ? at : d->n - 1];
}

double distribution_reaches(const Distribution *d, double value)
{
    size_t lo = 0, hi = d->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (d->value[mid] >= value)
            hi = mid;
        else
            lo = mid + 1;
    }
    double below = lo ? d->below_or_at[lo - 1] : 0;
    return lo < d->n ? fmax(1 - below, 0) : 0;
}
