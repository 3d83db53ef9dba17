#include "runtime/forecast/pipeline_record.h"

#include <math.h>

typedef struct {
    Arena *arena;
    const PipelineAsk *ask;
    Series s;
    size_t begin; /* periods before the series */
    Origins origins;
    Record *created; /* per segment, over the same origins */
    Record record;
} Maker;

/* How many periods of the log are known when `known` values of the series are. */
static size_t log_known(const Maker *m, size_t known)
{
    const DealRows *rows = m->ask->rows;
    int64_t periods =
        (int64_t)m->ask->first + (int64_t)(m->begin + known) - rows->first;
    if (periods < 0)
        return 0;
    return (size_t)periods < rows->log.n_period ? (size_t)periods : rows->log.n_period;
}

/* Of how many deals came in each period but the first, from the first one that did. */
static Record record_segment(Maker *m, const double *came, size_t n)
{
    size_t begin = 0, *known = ARENA_ARRAY(m->arena, size_t, m->origins.n);
    while (begin < n && came[begin] == 0)
        begin++;
    begin = begin < n ? begin : 0;
    for (size_t i = 0; i < m->origins.n; i++) {
        size_t periods = log_known(m, m->origins.known[i]);
        known[i] = periods > begin + 1 ? periods - begin - 1 : 0;
    }
    Origins origins = {known, m->origins.n, m->origins.ahead, m->origins.stop};
    Series s = {came + begin, n - begin, m->s.season};
    return record_make(m->arena, METHOD_BLEND, s, origins);
}

static void record_creation(Maker *m)
{
    const DealRows *rows = m->ask->rows;
    size_t n_period = rows->log.n_period;
    DealHistory all;
    m->created = ARENA_ARRAY(m->arena, Record, rows->log.n_segment + 1);
    if (n_period < 2 || !deal_log_read(m->arena, &rows->log,
                                       (DealOrigin){n_period, PIPELINE_RECENT}, &all))
        return;
    for (size_t i = 0; i < rows->log.n_segment; i++)
        m->created[i] = record_segment(m, all.created + i * n_period + 1, n_period - 1);
}

/* What a series method expects, or else the mean of what is known. */
static const double *creation_at(Maker *m, Arena *arena, size_t segment, size_t i,
                                 const DealHistory *h)
{
    const Record *r = &m->created[segment];
    size_t ahead = m->origins.ahead;
    double *created = ARENA_ARRAY(arena, double, ahead), sum = 0;
    for (size_t t = 1; t < h->known; t++)
        sum += h->created[segment * h->known + t];
    for (size_t k = 0; k < ahead; k++) {
        created[k] = r->made[i] ? r->at[i].mean[k] : sum / (double)(h->known - 1);
        created[k] = fmin(created[k], PORTFOLIO_MAX_ARRIVALS);
    }
    return created;
}

static double to_coins(double amount)
{
    return round(amount * PIPELINE_COIN);
}

static void add_new_business(Maker *m, Arena *arena, size_t i, PipelineState *state)
{
    const DealHistory *h = &state->history;
    size_t n = state->hazard.form.n_segment;
    NewBusiness *fresh = ARENA_ARRAY(arena, NewBusiness, n);
    for (size_t segment = 0; segment < n; segment++) {
        double size = h->won_value[segment];
        state->no_size |= isnan(size);
        fresh[segment] = (NewBusiness){segment, state->hazard.form.n_stage - 1,
                                       creation_at(m, arena, segment, i, h),
                                       isnan(size) ? 0 : to_coins(size)};
    }
    state->pipeline.fresh = fresh;
    state->pipeline.n_fresh = n;
}

/* Parts what is expected of a period into open and new deals. */
static void part(Arena *arena, PipelineState *state)
{
    const Pipeline *p = &state->pipeline;
    state->open = ARENA_ARRAY(arena, double, p->ahead);
    state->fresh = ARENA_ARRAY(arena, double, p->ahead);
    for (size_t i = 0; i < p->n_deal; i++) {
        const OpenDeal *deal = &p->deal[i];
        if (!(deal->amount >= 0) || state->hazard.known[deal->stage] == 0)
            continue;
        for (size_t k = 0; k < p->ahead; k++)
            state->open[k] += deal->amount * state->expected.win[i * p->ahead + k];
    }
    for (size_t k = 0; k < p->ahead; k++) {
        double both = state->expected.period[k].mean;
        state->open[k] /= PIPELINE_COIN;
        state->fresh[k] = fmax(both / PIPELINE_COIN - state->open[k], 0);
    }
}

static bool expect(Arena *arena, PipelineState *state)
{
    if (!pipeline_expect(arena, &state->hazard, &state->pipeline, &state->expected))
        return false;
    part(arena, state);
    return true;
}

bool pipeline_steer(Arena *arena, const PipelineState *state, const Levers *levers,
                    PipelineState *steered)
{
    *steered = *state;
    steered->pipeline.levers = levers;
    return expect(arena, steered);
}

/* What is known at an origin. false: there is nothing to go by, or amounts are too
   large. */
static bool make_state(Maker *m, Arena *arena, size_t i, PipelineState *state)
{
    const DealRows *rows = m->ask->rows;
    size_t known = log_known(m, m->origins.known[i]);
    DealHistory *h = &state->history;
    if (known < 2 ||
        !deal_log_read(arena, &rows->log, (DealOrigin){known, PIPELINE_RECENT}, h))
        return false;
    size_t n_segment = rows->n_segment[known], n_stage = rows->log.n_stage + 1;
    HazardForm form = {n_segment, n_stage, PIPELINE_AGES, HAZARD_STRENGTH};
    CalibrationForm stages = {n_segment, n_stage, CALIBRATION_STRENGTH};
    if (!hazard_fit(arena, form, h->stay, h->n_stay, &state->hazard) ||
        !calibration_make(arena, stages, h->decided, h->n_decided, &state->calibration))
        return false;
    for (size_t d = 0; d < h->n_now; d++)
        h->now[d].amount = to_coins(h->now[d].amount);
    state->pipeline =
        (Pipeline){.deal = h->now, .n_deal = h->n_now, .ahead = m->origins.ahead};
    state->pipeline.correlation = shock_correlation(arena, h->count, known, n_stage);
    add_new_business(m, arena, i, state);
    return i + m->ask->drawn < m->origins.n || expect(arena, state);
}

/* How far P10, P50 and P90 lie from the mean, in what is measured. */
static void set_off(const Distribution *d, double scale, double *off)
{
    static const double quantiles[3] = {.1, .5, .9};
    for (size_t q = 0; q < 3; q++)
        off[q] =
            (distribution_quantile(d, quantiles[q]) - d->mean) / PIPELINE_COIN * scale;
}

static bool set_expected(Arena *arena, const PipelineState *state, Expected *e)
{
    size_t ahead = state->pipeline.ahead;
    Distribution *spread = ARENA_ARRAY(arena, Distribution, ahead);
    if (!pipeline_spread(&state->hazard, &state->pipeline, spread))
        return false;
    e->least = 0;
    if (state->expected.period)
        e->off = ARENA_ARRAY(arena, double, 3 * ahead);
    for (size_t k = 0; k < ahead; k++) {
        e->mean[k] = spread[k].mean / PIPELINE_COIN;
        e->sd[k] = spread[k].sd / PIPELINE_COIN;
        if (e->off)
            set_off(&state->expected.period[k], 1, &e->off[3 * k]);
    }
    return true;
}

Record pipeline_record(Arena *arena, const PipelineAsk *ask, Series s, size_t begin,
                       Origins origins)
{
    Maker m = {.arena = arena, .ask = ask, .s = s, .begin = begin, .origins = origins};
    m.record = record_new(arena, METHOD_PIPELINE, origins);
    record_creation(&m);
    for (size_t i = 0; i < origins.n && !(origins.stop && *origins.stop); i++) {
        bool last = i + 1 == origins.n;
        Arena *scratch = last ? arena : arena_new();
        PipelineState state = {0};
        m.record.made[i] = make_state(&m, scratch, i, &state) &&
                           set_expected(arena, &state, &m.record.at[i]);
        if (last && m.record.made[i] && ask->shown)
            *ask->shown = state;
        if (!last)
            arena_free(scratch);
    }
    record_calibrate(&m.record, s);
    return m.record;
}

static double widen(double mean, double value, double scale)
{
    return fmax(mean + (value - mean) * scale, 0);
}

double pipeline_on_path(const PipelineState *state, size_t k, size_t path, double scale)
{
    const PipelineExpected *e = &state->expected;
    return widen(e->period[k].mean, e->path[k * PORTFOLIO_PATHS + path], scale) /
           PIPELINE_COIN;
}

/* All periods of each path, in coins. */
static double *sum_of_paths(Arena *arena, const PipelineState *state, double scale)
{
    const PipelineExpected *e = &state->expected;
    double *sum = ARENA_ARRAY(arena, double, PORTFOLIO_PATHS);
    for (size_t k = 0; k < state->pipeline.ahead; k++) {
        for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
            sum[i] += widen(e->period[k].mean, e->path[k * PORTFOLIO_PATHS + i], scale);
    }
    return sum;
}

/* The chance of `coins` or more of a distribution that is widened. */
static double reaches(const Distribution *d, double scale, double coins)
{
    if (!(scale > 0))
        return d->mean >= coins;
    return distribution_reaches(d, d->mean + (coins - d->mean) / scale);
}

double pipeline_reaches(const PipelineState *state, size_t k, double scale,
                        double value)
{
    const PipelineExpected *e = &state->expected;
    double coins = value * PIPELINE_COIN - 0.5; /* what is won is whole coins */
    size_t n = 0;
    if (coins <= 0)
        return 1;
    if (k < state->pipeline.ahead || e->total.exact)
        return reaches(k < state->pipeline.ahead ? &e->period[k] : &e->total, scale,
                       coins);
    Arena *scratch = arena_new();
    const double *sum = sum_of_paths(scratch, state, scale);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
        n += sum[i] >= coins;
    arena_free(scratch);
    return (double)n / PORTFOLIO_PATHS;
}

/* All periods bring as much as each of them, so at no quantile less: of what is widened
   without looking at them that has to be seen to. */
static void bring_above_periods(const PipelineState *state, double scale, Expected *sum)
{
    for (size_t k = 0; k < state->pipeline.ahead; k++) {
        const Distribution *d = &state->expected.period[k];
        double off[3];
        set_off(d, scale, off);
        for (size_t q = 0; q < 3; q++)
            sum->off[q] =
                fmax(sum->off[q], d->mean / PIPELINE_COIN + off[q] - sum->mean[0]);
    }
}

Expected pipeline_sum(Arena *arena, const PipelineState *state, size_t k, double scale)
{
    const PipelineExpected *e = &state->expected;
    bool all = k >= state->pipeline.ahead;
    const Distribution *d = all ? &e->total : &e->period[k];
    Expected sum = expected_new(arena, 1);
    sum.mean[0] = d->mean / PIPELINE_COIN;
    sum.sd[0] = d->sd / PIPELINE_COIN * scale;
    sum.least = 0;
    sum.off = ARENA_ARRAY(arena, double, 3);
    set_off(d, scale, sum.off);
    if (all && d->exact)
        bring_above_periods(state, scale, &sum);
    if (all && !d->exact) {
        const double *paths = sum_of_paths(arena, state, scale);
        Distribution widened = distribution_of_paths(arena, paths, d->mean);
        sum.sd[0] = widened.sd / PIPELINE_COIN;
        set_off(&widened, 1, sum.off);
    }
    return sum;
}
