/* Deals at the ends of periods: what is learned of them by hand, what a company of
   known chances teaches, and that nothing later is read. */
#include "runtime/forecast/deal_log.h"
#include "tests/unit/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void assert_within(double found, double expected, double off)
{
    if (!(fabs(found - expected) <= off))
        fail_msg("found %.12g, expected %.12g", found, expected);
}

static void assert_stay(const Stay *found, Stay expected)
{
    assert_int_equal(found->segment, expected.segment);
    assert_int_equal(found->stage, expected.stage);
    assert_int_equal(found->from, expected.from);
    assert_int_equal(found->until, expected.until);
    assert_int_equal(found->next, expected.next);
}

/* Two stages; 2 is the entry, 3 won, 4 lost. */
static const DealOpen open_deals[] = {
    {0, 0, 0, 0, 10}, {0, 1, 0, 0, 11},  {0, 2, 0, 1, 12}, /* 4 periods old, won in 3 */
    {1, 0, 0, 0, 20},                                      /* age not known, lost */
    {2, 1, 0, 0, 30}, {2, 3, 0, 1, 31},                    /* lost, comes again */
    {3, 2, 1, 1, 40}, {3, 3, 1, 1, NAN}, {3, 4, 1, 1, 42}, /* open */
    {5, 3, 1, 0, 50}, {5, 4, 1, 0, 51},  {5, 5, 1, 0, 999}, /* won in 4 all the same */
};
static const DealWon won_deals[] = {{0, 3, 0, 100}, {4, 2, 1, 300}, {5, 4, 1, 500}};
static const size_t before[] = {4, DEAL_AGE_UNKNOWN, 0, 0, 0, 0};

static DealLog small_log(void)
{
    return (DealLog){open_deals, sizeof open_deals / sizeof *open_deals,
                     won_deals,  sizeof won_deals / sizeof *won_deals,
                     before,     6,
                     6,          2,
                     2};
}

static void test_by_hand(void **state)
{
    (void)state;
    DealLog log = small_log();
    DealHistory h;
    assert_true(deal_log_read(arena, &log, (DealOrigin){5, 12}, &h));
    static const Stay stays[] = {
        {0, 0, 5, 7, 1}, {0, 1, 7, 8, 3},                  /* deal 0 */
        {0, 2, 0, 1, 0}, {0, 0, 1, 2, 4}, {0, 2, 0, 1, 1}, /* 2 */
        {0, 1, 1, 2, 4},                                   /* and lost again */
        {1, 2, 0, 1, 1}, {1, 1, 1, 3, 1},                  /* 3 */
        {1, 2, 0, 1, 3},                                   /* 4 */
        {1, 2, 0, 1, 0}, {1, 0, 1, 2, 3},                  /* 5 */
    };
    assert_int_equal(h.n_stay, sizeof stays / sizeof *stays);
    for (size_t i = 0; i < h.n_stay; i++)
        assert_stay(&h.stay[i], stays[i]);
    assert_int_equal(h.n_now, 1);
    assert_int_equal(h.deal[0], 3);
    assert_true(h.now[0].segment == 1 && h.now[0].stage == 1 && h.now[0].age == 3);
    assert_true(h.now[0].amount == 42);
    static const double created[2][5] = {{NAN, 1, 0, 1, 0}, {NAN, 0, 2, 1, 0}};
    for (size_t i = 0; i < 10; i++) {
        if (i % 5)
            assert_true(h.created[i] == created[i / 5][i % 5]);
        else
            assert_true(isnan(h.created[i]));
    }
    assert_true(h.won_value[0] == 100 && h.won_value[1] == 400);
    /* Of each stage what it was last worth there: deal 0 in two of them. */
    assert_int_equal(h.n_decided, 10);
    assert_true(h.decided[0].stage == 0 && h.decided[0].amount == 11);
    assert_true(h.decided[1].stage == 1 && h.decided[1].amount == 12);
    assert_true(h.decided[0].won && h.decided[1].won && !h.decided[2].won);
    /* Those whose coming was seen are decided at the entry besides: 2 twice, 4, 5. */
    size_t entries = 0, won_entries = 0;
    for (size_t i = 0; i < h.n_decided; i++) {
        bool entry = h.decided[i].stage == 2;
        entries += entry;
        won_entries += entry && h.decided[i].won;
        assert_true(!entry || isnan(h.decided[i].amount));
    }
    assert_true(entries == 4 && won_entries == 2);
    /* By segment and stage, how long before being won deals stood there. */
    static const double waits[6][5] = {{0, 1, 1}, {1}, {0}, {1}, {0}, {1, 1}};
    for (size_t i = 0; i < 30; i++)
        assert_true(h.wait[i] == waits[i / 5][i % 5]);
    static const ShockCount counts[5][3] = {{{0, 0}, {0, 0}, {0, 0}},
                                            {{2, 0}, {0, 0}, {1, 0}},
                                            {{2, 0}, {0, 0}, {2, 1}},
                                            {{0, 0}, {2, 1}, {2, 0}},
                                            {{1, 1}, {2, 0}, {0, 0}}};
    assert_memory_equal(h.count, counts, sizeof counts);
    Hazard hazard;
    assert_true(
        hazard_fit(arena, (HazardForm){2, 3, 12, 20}, h.stay, h.n_stay, &hazard));
    assert_int_equal(hazard.oldest_win, 7);
    assert_true(deal_log_read(arena, &log, (DealOrigin){5, 2}, &h));
    assert_true(h.won_value[0] == 100 && h.won_value[1] == 500);
    assert_true(deal_log_read(arena, &log, (DealOrigin){5, 1}, &h));
    assert_true(h.won_value[0] == 500 && h.won_value[1] == 500);
    assert_true(deal_log_read(arena, &log, (DealOrigin){5, 0}, &h));
    assert_true(isnan(h.won_value[0]));
}

/* Deal 0 is won and credited, deal 1 is closed with 0 and lost, deal 2 is won, ordered
   from again, open once more and won anew. */
static void test_corrections(void **state)
{
    (void)state;
    static const DealOpen open[] = {
        {0, 0, 0, 0, 50}, {1, 1, 0, 0, 60}, {2, 1, 0, 0, 70}, {2, 4, 0, 0, 80}};
    static const DealWon won[] = {{0, 1, 0, 100}, {0, 3, 0, -100}, {1, 2, 0, 0},
                                  {2, 2, 0, 40},  {2, 3, 0, 25},   {2, 5, 0, 10}};
    DealLog log = {.open = open,
                   .n_open = 4,
                   .won = won,
                   .n_won = 6,
                   .n_deal = 3,
                   .n_period = 6,
                   .n_segment = 1,
                   .n_stage = 1};
    DealHistory h;
    assert_true(deal_log_read(arena, &log, (DealOrigin){3, 6}, &h));
    assert_true(h.won_value[0] == 70); /* 100 and 40 are known */
    assert_true(deal_log_read(arena, &log, (DealOrigin){6, 6}, &h));
    assert_true(h.won_value[0] == 25); /* 0, 65 and 10 */
    assert_true(h.n_decided == 7 && h.n_now == 0);
    size_t n_won = 0;
    double came = 0;
    for (size_t i = 0; i < h.n_decided; i++)
        n_won += h.decided[i].won;
    for (size_t t = 1; t < 6; t++)
        came += h.created[t];
    assert_int_equal(n_won, 5); /* 3, of which 2 are seen to come */
    assert_true(came == 3);
    assert_true(deal_log_read(arena, &log, (DealOrigin){6, 4}, &h));
    assert_true(h.won_value[0] == 37.5); /* 65 and 10 were won lately */
}

static void test_bad(void **state)
{
    (void)state;
    DealHistory h;
    DealLog log = small_log();
    assert_true(deal_log_read(arena, &log, (DealOrigin){0, 12}, &h));
    assert_true(h.n_stay == 0 && h.n_now == 0 && isnan(h.won_value[0]));
    assert_true(deal_log_read(arena, &log, (DealOrigin){1, 12}, &h));
    assert_true(h.n_stay == 0 && h.n_now == 2 && h.now[0].age == 5 &&
                h.now[1].age == 1);
    assert_false(deal_log_read(arena, &log, (DealOrigin){7, 12}, &h));
    log.n_stage = 1;
    assert_false(deal_log_read(arena, &log, (DealOrigin){5, 12}, &h));
    log = small_log();
    log.n_segment = 1;
    assert_false(deal_log_read(arena, &log, (DealOrigin){5, 12}, &h));
    log = small_log();
    log.n_deal = 5;
    assert_false(deal_log_read(arena, &log, (DealOrigin){5, 12}, &h));
    DealOpen twice[] = {{0, 1, 0, 0, 1}, {0, 1, 0, 0, 1}};
    log = (DealLog){.open = twice, .n_open = 2, .n_deal = 1};
    log.n_period = log.n_segment = log.n_stage = 2;
    assert_false(deal_log_read(arena, &log, (DealOrigin){2, 12}, &h));
    DealWon back[] = {{0, 1, 0, 1}, {0, 0, 0, 1}};
    log.n_open = 0;
    log.won = back;
    log.n_won = 2;
    assert_false(deal_log_read(arena, &log, (DealOrigin){2, 12}, &h));
    log.n_won = 0;
    assert_true(deal_log_read(arena, &log, (DealOrigin){2, 12}, &h));
    assert_true(h.n_now == 0 && h.n_decided == 0);
}

/* ---- a company of known chances ---------------------------------------------- */

enum { STAGES = 4, A_PERIOD = 60, PERIODS = 90, EARLIER = 20, DEALS = 7000 };

/* Of each stage to the others, won, lost; the last line is what comes. */
static const double moves[STAGES + 1][STAGES + 2] = {{.60, .25, 0, 0, 0, .15},
                                                     {0, .55, .25, 0, 0, .20},
                                                     {0, .05, .60, .20, .02, .13},
                                                     {0, 0, .05, .60, .25, .10},
                                                     {.7, .2, 0, 0, .1, 0}};

typedef struct {
    DealOpen *open;
    DealWon *won;
    size_t *before;
    DealLog log;
    double actual[PERIODS];
    double correlation, z[PERIODS + EARLIER];
} Company;

/* 0 .. below 1; a fixed row (Lehmer). */
static double draw(uint64_t *seed)
{
    *seed = *seed * 48271 % 2147483647;
    return (double)*seed / 2147483647;
}

/* Where a deal goes in a period: won with the chance that the period gives it, else as
   the matrix says. */
static uint32_t draw_move(const Company *c, uint64_t *seed, uint32_t stage, double z)
{
    double chance = moves[stage][STAGES];
    if (draw(seed) < shock_chance(shock_threshold(chance), c->correlation, z))
        return STAGES;
    double u = draw(seed) * (1 - chance);
    uint32_t to = 0;
    while (to < STAGES + 1 && (to == STAGES || u >= moves[stage][to])) {
        u -= to == STAGES ? 0 : moves[stage][to];
        to++;
    }
    return to;
}

static void live(Company *c, uint64_t *seed, uint32_t came)
{
    uint32_t stage = STAGES, deal = (uint32_t)c->log.n_deal;
    bool seen = false;
    for (uint32_t t = came; t < PERIODS + EARLIER && stage <= STAGES; t++) {
        uint32_t to = draw_move(c, seed, stage, c->z[t]), period = t - EARLIER;
        stage = to < STAGES ? to : STAGES + 1;
        if (t < EARLIER)
            continue;
        if (to < STAGES)
            c->open[c->log.n_open++] = (DealOpen){deal, period, 0, to, 1000};
        if (to == STAGES) {
            c->won[c->log.n_won++] = (DealWon){deal, period, 0, 1000};
            c->actual[period] += 1000;
        }
        seen |= to <= STAGES;
    }
    if (seen) {
        c->before[deal] = came < EARLIER ? EARLIER - came : 0;
        c->log.n_deal++;
    }
}

/* 60 deals come in a period; the log begins 20 periods later. */
static Company company(uint64_t seed, double correlation)
{
    Company c = {.log = {.n_period = PERIODS, .n_segment = 1, .n_stage = STAGES}};
    c.correlation = correlation;
    for (size_t t = 0; t < PERIODS + EARLIER; t++)
        c.z[t] = shock_threshold(draw(&seed));
    c.open = ARENA_ARRAY(arena, DealOpen, DEALS * PERIODS);
    c.won = ARENA_ARRAY(arena, DealWon, DEALS);
    c.before = ARENA_ARRAY(arena, size_t, DEALS);
    for (uint32_t i = 0; i < A_PERIOD * (PERIODS + EARLIER); i++)
        live(&c, &seed, i / A_PERIOD);
    c.log.open = c.open;
    c.log.won = c.won;
    c.log.before = c.before;
    return c;
}

enum { AHEAD = 6, AGES = 24 };

static PipelineExpected expect_at(const DealLog *log, size_t known)
{
    DealHistory h;
    Hazard hazard;
    PipelineExpected e;
    double created[AHEAD], sum = 0;
    assert_true(deal_log_read(arena, log, (DealOrigin){known, 12}, &h));
    HazardForm form = {1, STAGES + 1, AGES, HAZARD_STRENGTH};
    assert_true(hazard_fit(arena, form, h.stay, h.n_stay, &hazard));
    for (size_t t = known - 12; t < known; t++)
        sum += h.created[t] / 12;
    for (size_t k = 0; k < AHEAD; k++)
        created[k] = sum;
    NewBusiness fresh = {0, STAGES, created, h.won_value[0]};
    Pipeline p = {.deal = h.now,
                  .n_deal = h.n_now,
                  .fresh = &fresh,
                  .n_fresh = 1,
                  .ahead = AHEAD,
                  .correlation = shock_correlation(arena, h.count, known, STAGES + 1)};
    assert_true(pipeline_expect(arena, &hazard, &p, &e));
    return e;
}

/* How much of the value's place in a distribution lies between P10 and P90; a value of
   steps has a place as wide as its chance. */
static double share_within(const Distribution *d, double value)
{
    double lo = 1 - distribution_reaches(d, value);
    double hi = 1 - distribution_reaches(d, value + 1);
    if (!(hi > lo))
        return lo > 0.1 && lo < 0.9;
    return fmax(fmin(hi, 0.9) - fmax(lo, 0.1), 0) / (hi - lo);
}

typedef struct {
    double expected, actual, within, n;
} Record;

static Record backtest(const Company *c)
{
    Record r = {0};
    for (size_t known = PERIODS - 9 * AHEAD; known < PERIODS; known += AHEAD) {
        PipelineExpected e = expect_at(&c->log, known);
        for (size_t k = 0; k < AHEAD; k++, r.n++) {
            double value = c->actual[known + k];
            r.expected += e.period[k].mean;
            r.actual += value;
            r.within += share_within(&e.period[k], value);
        }
    }
    return r;
}

/* The chances are found again, and what is expected comes true: over 9 origins within
   six percent, and P10 .. P90 holds about four of five periods. */
static void test_company(void **state)
{
    (void)state;
    Company c = company(7, 0);
    DealHistory h;
    Hazard hazard;
    assert_true(deal_log_read(arena, &c.log, (DealOrigin){PERIODS, 12}, &h));
    HazardForm form = {1, STAGES + 1, 1, 0};
    assert_true(hazard_fit(arena, form, h.stay, h.n_stay, &hazard));
    for (size_t i = 0; i <= STAGES; i++) {
        const double *chances = hazard_chances(&hazard, 0, i, 0);
        for (size_t to = 0; to < STAGES; to++)
            assert_within(chances[to], moves[i][to], 0.02);
        assert_within(chances[STAGES + 1], moves[i][STAGES], 0.02);
        assert_within(chances[STAGES + 2], moves[i][STAGES + 1], 0.02);
    }
    assert_true(shock_correlation(arena, h.count, PERIODS, STAGES + 1) < 0.02);
    Record record = backtest(&c);
    assert_within(record.expected / record.actual, 1, 0.06);
    assert_within(record.within / record.n, 0.8, 0.08);
}

/* Good and bad periods: how much deals have in common is found again, and the intervals
   are as wide as that makes them. */
static void test_good_and_bad_periods(void **state)
{
    (void)state;
    Company c = company(7, 0.1);
    DealHistory h;
    assert_true(deal_log_read(arena, &c.log, (DealOrigin){PERIODS, 12}, &h));
    double found = shock_correlation(arena, h.count, PERIODS, STAGES + 1);
    assert_within(found, 0.1, 0.04);
    Record record = backtest(&c);
    assert_within(record.expected / record.actual, 1, 0.12);
    assert_within(record.within / record.n, 0.8, 0.12);
}

static void assert_same(const Distribution *a, const Distribution *b)
{
    assert_int_equal(a->n, b->n);
    assert_memory_equal(&a->mean, &b->mean, sizeof a->mean);
    assert_memory_equal(a->value, b->value, a->n * sizeof *a->value);
    assert_memory_equal(a->below_or_at, b->below_or_at, a->n * sizeof *a->value);
}

static void test_no_look_ahead(void **state)
{
    (void)state;
    enum { KNOWN = 50 };
    Company c = company(11, 0);
    PipelineExpected then = expect_at(&c.log, KNOWN);
    for (size_t i = 0; i < c.log.n_open; i++) {
        if (c.open[i].period < KNOWN)
            continue;
        c.open[i].stage = (c.open[i].stage + 1) % STAGES;
        c.open[i].amount *= 7;
    }
    for (size_t i = 0; i < c.log.n_won; i++)
        c.won[i].value *= c.won[i].period < KNOWN ? 1 : 5;
    PipelineExpected now = expect_at(&c.log, KNOWN);
    assert_same(&then.total, &now.total);
    for (size_t k = 0; k < AHEAD; k++)
        assert_same(&then.period[k], &now.period[k]);
    /* The same without any of them. */
    size_t n_open = 0, n_won = 0;
    for (size_t i = 0; i < c.log.n_open; i++) {
        if (c.open[i].period < KNOWN)
            c.open[n_open++] = c.open[i];
    }
    for (size_t i = 0; i < c.log.n_won; i++) {
        if (c.won[i].period < KNOWN)
            c.won[n_won++] = c.won[i];
    }
    c.log.n_open = n_open;
    c.log.n_won = n_won;
    now = expect_at(&c.log, KNOWN);
    assert_same(&then.total, &now.total);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_corrections),
        cmocka_unit_test(test_bad),
        cmocka_unit_test(test_company),
        cmocka_unit_test(test_good_and_bad_periods),
        cmocka_unit_test(test_no_look_ahead),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
