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
static size_t known_of(const Maker *m, const DealRows *rows, size_t known)
{
    int64_t periods =
        (int64_t)m->ask->first + (int64_t)(m->begin + known) - rows->first;
    if (periods < 0)
        return 0;
    return (size_t)periods < rows->n_whole ? (size_t)periods : rows->n_whole;
}

static size_t log_known(const Maker *m, size_t known)
{
    return known_of(m, m->ask->rows, known);
}

static bool is_wanted(const Maker *m, size_t segment)
{
    return m->ask->segment == PIPELINE_ALL || m->ask->segment == segment;
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
    size_t n_period = rows->n_whole;
    DealHistory all;
    m->created = ARENA_ARRAY(m->arena, Record, rows->log.n_segment + 1);
    if (n_period < 2 || !deal_log_read(m->arena, &rows->log,
                                       (DealOrigin){n_period, PIPELINE_RECENT}, &all))
        return;
    for (size_t i = 0; i < rows->log.n_segment; i++) {
        if (!is_wanted(m, i))
            continue;
        m->created[i] = record_segment(m, all.created + i * n_period + 1, n_period - 1);
    }
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
        if (!is_wanted(m, segment))
            continue;
        double size = h->won_value[segment];
        state->no_size |= isnan(size);
        fresh[state->pipeline.n_fresh++] = (NewBusiness){
            segment, state->hazard.form.n_stage - 1,
            creation_at(m, arena, segment, i, h), isnan(size) ? 0 : to_coins(size)};
    }
    state->pipeline.fresh = fresh;
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
    state->open[0] += p->now.won;
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

/* Does the period behind the i-th origin go on, and is known in part? */
static bool goes_on(const Maker *m, size_t i)
{
    return m->ask->now && i + 1 == m->origins.n &&
           m->ask->rows->log.n_period > log_known(m, m->origins.known[i]);
}

/* The deals that are wanted, amounts in coins, and what they would bring. */
static void take_open(const Maker *m, Arena *arena, DealHistory *h, Pipeline *p)
{
    size_t n = 0;
    OpenDeal *deal = ARENA_ARRAY(arena, OpenDeal, h->n_now + 1);
    for (size_t d = 0; d < h->n_now; d++) {
        if (!is_wanted(m, h->now[d].segment))
            continue;
        double amount = h->now[d].amount;
        h->deal[n] = h->deal[d];
        h->now[n] = deal[n] = h->now[d];
        h->now[n].amount = to_coins(amount);
        deal[n++].amount = to_coins(amount * h->worth);
    }
    h->n_now = n;
    p->deal = deal;
    p->n_deal = n;
}

/* What deals brought by what they were worth is as it was, whatever is assumed. */
static void keep_worth(const Maker *m, Arena *arena, size_t known, DealHistory *h)
{
    const DealRows *rows = m->ask->as_it_is;
    DealHistory was = {.worth = 1};
    if (!rows)
        return;
    DealOrigin origin = {known_of(m, rows, known), PIPELINE_RECENT};
    if (origin.known >= 2 && !deal_log_read(arena, &rows->log, origin, &was))
        was = (DealHistory){.worth = 1};
    h->worth = was.worth;
    h->n_worth = was.n_worth;
}

Waits pipeline_waits(const DealHistory *h)
{
    return (Waits){h->wait, h->known};
}

/* What is known at an origin. false: there is nothing to go by, or amounts are too
   large. */
static bool make_state(Maker *m, Arena *arena, size_t i, PipelineState *state)
{
    const DealRows *rows = m->ask->rows;
    size_t known = log_known(m, m->origins.known[i]);
    DealHistory *h = &state->history;
    if (m->origins.known[i] == 0 || known < 2 ||
        !deal_log_read(arena, &rows->log, (DealOrigin){known, PIPELINE_RECENT}, h))
        return false;
    keep_worth(m, arena, m->origins.known[i], h);
    size_t n_segment = rows->n_segment[known + goes_on(m, i)],
           n_stage = rows->log.n_stage + 1;
    HazardForm form = {n_segment, n_stage, m->ask->ages, HAZARD_STRENGTH};
    CalibrationForm stages = {n_segment, n_stage, CALIBRATION_STRENGTH};
    if (!hazard_fit(arena, form, h->stay, h->n_stay, &state->hazard) ||
        !calibration_make(arena, stages, h->decided, h->n_decided, &state->calibration))
        return false;
    if (m->ask->by_stage)
        usual_put(arena, &state->calibration, pipeline_waits(h), &state->hazard);
    state->pipeline = (Pipeline){.ahead = m->origins.ahead};
    take_open(m, arena, h, &state->pipeline);
    state->pipeline.correlation = shock_correlation(arena, h->count, known, n_stage);
    add_new_business(m, arena, i, state);
    return true;
}

/* Puts the deals of now in the place of those of the end of the last period. */
static void take_now(Maker *m, Arena *arena, PipelineState *state)
{
    const DealRows *rows = m->ask->rows;
    const PipelineSoFar *so_far = m->ask->now;
    Pipeline before = state->pipeline;
    DealHistory now, *h = &state->history;
    if (!deal_log_read(arena, &rows->log, (DealOrigin){h->known + 1, PIPELINE_RECENT},
                       &now))
        return;
    for (size_t i = 0; i < now.n_now; i++)
        now.now[i].age--; /* that it has in this period, and not in the next */
    h->now = now.now;
    h->deal = now.deal;
    h->n_now = now.n_now;
    take_open(m, arena, h, &state->pipeline);
    state->pipeline.now =
        (PipelineNow){.segment = pipeline_now_find(arena, &state->hazard, &before,
                                                   &state->pipeline, so_far),
                      .arrived = so_far->arrived,
                      .won = to_coins(so_far->won)};
}

/* How far P10, P50 and P90 lie from the mean, in what is measured. */
static void set_off(const Distribution *d, double *off)
{
    static const double quantiles[3] = {.1, .5, .9};
    for (size_t q = 0; q < 3; q++)
        off[q] = (distribution_quantile(d, quantiles[q]) - d->mean) / PIPELINE_COIN;
}

/* The sum of variances where deals have so much in common. */
static double variance_at(PipelineState *state, Distribution *spread,
                          double correlation)
{
    Pipeline p = state->pipeline;
    double sum = 0;
    p.correlation = correlation;
    if (!pipeline_spread(&state->hazard, &p, spread))
        return 0;
    for (size_t k = 0; k < p.ahead && k < RECORD_HORIZON; k++)
        sum += spread[k].sd * spread[k].sd;
    return sum;
}

/* Makes it so many times as wide by what deals have in common, as far as that goes:
   what may happen stays what may happen, and chances stay theirs. */
static void widen(Arena *arena, PipelineState *state, double width)
{
    enum { STEPS = 14 };
    Distribution *spread = ARENA_ARRAY(arena, Distribution, state->pipeline.ahead);
    double lo = 0, hi = SHOCK_MOST;
    double wanted =
        width * width * variance_at(state, spread, state->pipeline.correlation);
    for (int step = 0; step < STEPS; step++) {
        double middle = (lo + hi) / 2;
        if (variance_at(state, spread, middle) < wanted)
            lo = middle;
        else
            hi = middle;
    }
    state->pipeline.correlation = lo;
}

static bool set_spread(Arena *arena, const PipelineState *state, Expected *e)
{
    size_t ahead = state->pipeline.ahead;
    Distribution *spread = ARENA_ARRAY(arena, Distribution, ahead);
    if (!pipeline_spread(&state->hazard, &state->pipeline, spread))
        return false;
    e->least = 0;
    for (size_t k = 0; k < ahead; k++) {
        e->mean[k] = spread[k].mean / PIPELINE_COIN;
        e->sd[k] = spread[k].sd / PIPELINE_COIN;
    }
    return true;
}

/* How wide the futures of an origin have to be, and how far they reach. */
typedef struct {
    double width;
    size_t ahead;
} Draw;

/* Draws the futures of the i-th origin, as wide as its errors want them. */
static bool draw_state(Maker *m, Arena *arena, size_t i, Draw draw,
                       PipelineState *state)
{
    Expected *e = &m->record.at[i];
    if (!make_state(m, arena, i, state))
        return false;
    widen(arena, state, draw.width);
    state->pipeline.ahead = draw.ahead;
    state->pipeline.by_segment = m->ask->by_segment && i + 1 == m->origins.n;
    if (goes_on(m, i)) {
        take_now(m, arena, state);
        e->known = m->ask->now->won;
    }
    if (!set_spread(arena, state, e) || !expect(arena, state))
        return false;
    e->off = ARENA_ARRAY(m->arena, double, 3 * draw.ahead);
    for (size_t k = 0; k < draw.ahead; k++) {
        e->mean[k] = state->expected.period[k].mean / PIPELINE_COIN;
        set_off(&state->expected.period[k], &e->off[3 * k]);
    }
    return true;
}

/* Mean and deviation at all origins, which say how wide the last of them have to be. */
static void spread_origins(Maker *m)
{
    Arena *scratch = arena_new();
    const Origins *o = &m->origins;
    for (size_t i = 0; i < o->n && !(o->stop && *o->stop); i++) {
        PipelineState state = {0};
        m->record.made[i] = make_state(m, scratch, i, &state) &&
                            set_spread(scratch, &state, &m->record.at[i]);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

static void draw_origins(Maker *m, size_t ahead)
{
    const Origins *o = &m->origins;
    size_t first = o->n > m->ask->drawn ? o->n - m->ask->drawn : 0;
    double *width = ARENA_ARRAY(m->arena, double, o->n);
    for (size_t i = first; i < o->n; i++)
        width[i] = record_width(&m->record, m->s, i);
    for (size_t i = first; i < o->n && !(o->stop && *o->stop); i++) {
        bool last = i + 1 == o->n;
        Arena *scratch = last ? m->arena : arena_new();
        PipelineState state = {0};
        bool known = m->record.made[i];
        if (known)
            m->record.made[i] =
                draw_state(m, scratch, i, (Draw){width[i], ahead}, &state);
        if (last && m->record.made[i] && m->ask->shown)
            *m->ask->shown = state;
        else if (last && known && m->ask->shown)
            m->ask->shown->too_large = true;
        if (!last)
            arena_free(scratch);
    }
}

Record pipeline_record(Arena *arena, const PipelineAsk *ask, Series s, size_t begin,
                       Origins origins)
{
    Maker m = {.arena = arena, .ask = ask, .s = s, .begin = begin, .origins = origins};
    if (origins.ahead < RECORD_HORIZON)
        m.origins.ahead = RECORD_HORIZON;
    m.record = record_new(arena, METHOD_PIPELINE, m.origins);
    record_creation(&m);
    spread_origins(&m);
    draw_origins(&m, origins.ahead);
    m.record.origins.ahead = origins.ahead;
    return m.record;
}

double pipeline_on_path(const PipelineState *state, OnPath at)
{
    const PipelineExpected *e = &state->expected;
    size_t ahead = state->pipeline.ahead;
    if (at.segment == PIPELINE_ALL)
        return e->path[at.k * PORTFOLIO_PATHS + at.path] / PIPELINE_COIN;
    if (at.segment >= state->hazard.form.n_segment)
        return 0;
    return e->part[(at.segment * ahead + at.k) * PORTFOLIO_PATHS + at.path] /
           PIPELINE_COIN;
}

double pipeline_reaches(const PipelineState *state, size_t k, double value)
{
    const PipelineExpected *e = &state->expected;
    const Distribution *d = k < state->pipeline.ahead ? &e->period[k] : &e->total;
    double coins = value * PIPELINE_COIN - 0.5; /* what is won is whole coins */
    return coins <= fmin(state->pipeline.now.won, 0) ? 1
                                                     : distribution_reaches(d, coins);
}

Expected pipeline_sum(Arena *arena, const PipelineState *state, size_t k)
{
    const PipelineExpected *e = &state->expected;
    const Distribution *d = k < state->pipeline.ahead ? &e->period[k] : &e->total;
    Expected sum = expected_new(arena, 1);
    sum.mean[0] = d->mean / PIPELINE_COIN;
    sum.sd[0] = d->sd / PIPELINE_COIN;
    sum.least = 0;
    if (k == 0 || k >= state->pipeline.ahead)
        sum.known = state->pipeline.now.won / PIPELINE_COIN;
    sum.off = ARENA_ARRAY(arena, double, 3);
    set_off(d, sum.off);
    return sum;
}
