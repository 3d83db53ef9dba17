/* What a portfolio of deals may bring, and chains of stages: against numbers that were
   worked out elsewhere (by counting all 256 outcomes, by inverting the matrix in
   fractions), and bad input. */
#include "runtime/forecast/chain.h"
#include "runtime/forecast/portfolio.h"
#include "runtime/forecast/shock.h"
#include "tests/unit/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const Stake eight[] = {{120000, .9}, {80000, .6},  {60000, .6}, {45000, .4},
                              {30000, .4},  {250000, .2}, {20000, .1}, {15000, .1}};

static void assert_within(double found, double expected, double off)
{
    if (!(fabs(found - expected) <= off))
        fail_msg("found %.12g, expected %.12g", found, expected);
}

static void test_counted(void **state)
{
    (void)state;
    Distribution d;
    Portfolio p = {.stake = eight, .n_stake = 8};
    assert_true(portfolio_expect(arena, &p, &d));
    assert_true(d.exact);
    assert_int_equal(d.n, 111);
    assert_within(d.mean, 275500, 1e-9);
    assert_within(d.sd, 120225.829172, 5e-7);
    assert_true(distribution_quantile(&d, 0.1) == 150000);
    assert_true(distribution_quantile(&d, 0.5) == 255000);
    assert_true(distribution_quantile(&d, 0.9) == 480000);
    assert_within(distribution_reaches(&d, 200000), .75858176, 1e-12);
    assert_within(distribution_reaches(&d, 300000), .31331072, 1e-12);
    assert_true(distribution_reaches(&d, 0) == 1);
    assert_true(distribution_reaches(&d, 620001) == 0);
}

static void test_drawn(void **state)
{
    (void)state;
    Distribution d, again;
    Portfolio p = {.stake = eight, .n_stake = 8};
    assert_true(portfolio_draw(arena, &p, &d));
    assert_false(d.exact);
    double mean = d.value[0] * d.below_or_at[0];
    for (size_t i = 1; i < d.n; i++)
        mean += d.value[i] * (d.below_or_at[i] - d.below_or_at[i - 1]);
    assert_within(mean, 275500, 3 * 120225.829172 / sqrt(PORTFOLIO_PATHS));
    assert_within(distribution_reaches(&d, 200000), .75858176, 0.015);
    assert_true(portfolio_draw(arena, &p, &again));
    assert_int_equal(d.n, again.n);
    assert_memory_equal(d.value, again.value, d.n * sizeof *d.value);
}

/* The mean stays, the interval becomes wider; counted and drawn agree. */
static void test_shock(void **state)
{
    (void)state;
    Distribution counted, drawn;
    Portfolio p = {.stake = eight, .n_stake = 8, .correlation = 0.2};
    assert_true(portfolio_expect(arena, &p, &counted));
    assert_true(portfolio_draw(arena, &p, &drawn));
    double mean = counted.value[0] * counted.below_or_at[0];
    for (size_t i = 1; i < counted.n; i++) {
        double chance = counted.below_or_at[i] - counted.below_or_at[i - 1];
        mean += counted.value[i] * chance;
    }
    assert_within(mean, 275500, 1e-3);
    assert_within(counted.below_or_at[counted.n - 1], 1, 1e-9);
    assert_true(counted.sd > 130000);
    assert_within(drawn.sd / counted.sd, 1, 0.02);
    for (double x = 50000; x < 600000; x += 50000)
        assert_within(distribution_reaches(&drawn, x),
                      distribution_reaches(&counted, x), 0.015);
    for (double chance = 0.05; chance < 1; chance += 0.1) {
        double sum = 0, threshold = shock_threshold(chance);
        for (int i = 0; i < 1000; i++) {
            double z = shock_threshold((i + 0.5) / 1000);
            sum += shock_chance(threshold, 0.3, z) / 1000;
        }
        assert_within(sum, chance, 1e-3);
    }
}

/* Periods that are alike, and such as alternate. With a chance of a half the covariance
   of two deals is asin(correlation) / 2 pi: 1000 deals of which .3 and .7 are won have
   (200 * 200 - 250) / (1000 * 999). */
static void test_correlation(void **state)
{
    (void)state;
    ShockCount alike[] = {{100, 30}, {100, 30}, {100, 31}};
    assert_true(shock_correlation(arena, alike, 3, 1) == 0);
    ShockCount apart[] = {{1000, 300}, {1000, 700}};
    double covariance = (200.0 * 200 - 250) / (1000.0 * 999);
    assert_within(shock_correlation(arena, apart, 2, 1), sin(covariance * 2 * acos(-1)),
                  1e-6);
    ShockCount all[] = {{10, 10}, {20, 20}}, none[] = {{0, 0}},
               one[] = {{1, 1}, {1, 0}};
    assert_true(shock_correlation(arena, all, 2, 1) == 0);
    assert_true(shock_correlation(arena, none, 1, 1) == 0);
    assert_true(shock_correlation(arena, one, 2, 1) == 0);
    assert_true(shock_correlation(arena, NULL, 0, 1) == 0);
    /* The same with a kind beside it that is never won, and one that always is. */
    ShockCount kinds[] = {{1000, 300}, {5000, 0}, {7, 7},
                          {1000, 700}, {1, 0},    {900, 900}};
    assert_within(shock_correlation(arena, kinds, 2, 3), sin(covariance * 2 * acos(-1)),
                  1e-6);
    ShockCount extreme[] = {{1000, 0}, {1000, 1000}};
    assert_true(shock_correlation(arena, extreme, 2, 1) == SHOCK_MOST);
}

static void test_portfolio_bad(void **state)
{
    (void)state;
    Distribution d;
    assert_true(portfolio_expect(arena, &(Portfolio){0}, &d));
    assert_true(d.n == 1 && d.value[0] == 0 && d.mean == 0 && d.sd == 0);
    assert_true(distribution_quantile(&d, 0.9) == 0);
    assert_true(portfolio_draw(arena, &(Portfolio){0}, &d));
    assert_true(d.n == 1 && d.value[0] == 0);
    static const Stake bad[] = {{1, -0.1}, {1, 1.1},   {1, NAN},
                                {-1, 0.5}, {NAN, 0.5}, {1e16, 0.5}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Portfolio p = {.stake = &bad[i], .n_stake = 1};
        assert_false(portfolio_expect(arena, &p, &d));
        assert_false(portfolio_draw(arena, &p, &d));
    }
    assert_false(portfolio_expect(arena, &(Portfolio){.correlation = 1}, &d));
    Arrival many = {1e9, 0.5, 1}, below = {-1, 0.5, 1};
    assert_false(
        portfolio_expect(arena, &(Portfolio){.arrival = &many, .n_arrival = 1}, &d));
    assert_false(
        portfolio_expect(arena, &(Portfolio){.arrival = &below, .n_arrival = 1}, &d));
    static const Stake sure[] = {{100, 1}, {50, 0}, {0, 0.5}};
    Portfolio p = {.stake = sure, .n_stake = 3, .correlation = 0.4};
    assert_true(portfolio_expect(arena, &p, &d));
    assert_within(distribution_quantile(&d, 0.01), 100, 0);
    assert_true(portfolio_draw(arena, &p, &d));
    assert_true(d.n == 1 && d.value[0] == 100);
    Stake one = {7, 0.5};
    assert_true(portfolio_expect(arena, &(Portfolio){.stake = &one, .n_stake = 1}, &d));
    assert_true(d.n == 2 && distribution_quantile(&d, 0.5) == 0);
}

/* Arrivals alone: a Poisson number of the won ones. */
static void test_arrivals(void **state)
{
    (void)state;
    Distribution d;
    Arrival a = {10, 0.3, 1000};
    Portfolio p = {.arrival = &a, .n_arrival = 1};
    assert_true(portfolio_expect(arena, &p, &d));
    assert_within(d.mean, 3000, 1e-9);
    assert_within(d.sd, 1000 * sqrt(3), 40);
    assert_within(distribution_reaches(&d, 1000), 1 - exp(-3), 0.01);
}

/* 100,000 deals: within a second, and the share of each is drawn as it should be. */
static void test_large(void **state)
{
    (void)state;
    enum { N = 100000 };
    Stake *stake = ARENA_ARRAY(arena, Stake, N);
    double mean = 0, variance = 0;
    for (size_t i = 0; i < N; i++) {
        stake[i] = (Stake){(double)(i * 7919 % 9973), (double)(i % 997) / 1000};
        mean += stake[i].amount * stake[i].chance;
        variance +=
            stake[i].amount * stake[i].amount * stake[i].chance * (1 - stake[i].chance);
    }
    Distribution alone, together;
    clock_t start = clock();
    Portfolio p = {.stake = stake, .n_stake = N};
    assert_true(portfolio_expect(arena, &p, &alone));
    p.correlation = 0.05;
    assert_true(portfolio_expect(arena, &p, &together));
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 2);
    assert_false(alone.exact);
    assert_within(alone.mean / mean, 1, 1e-12);
    assert_within(alone.sd / sqrt(variance), 1, 0.03);
    assert_within(distribution_quantile(&alone, 0.5) / mean, 1, 1e-3);
    assert_true(together.sd > 10 * alone.sd);
    assert_within(distribution_quantile(&together, 0.5) / mean, 1, 0.01);
}

static const double move[] = {.60, .25, 0,   0,   0, .55, .25, 0,
                              0,   .05, .60, .20, 0, 0,   .05, .60};
static const double won[] = {0, 0, .02, .25}, lost[] = {.15, .20, .13, .10};

static void assert_all(const double *found, const double *expected, size_t n,
                       double off)
{
    for (size_t i = 0; i < n; i++)
        assert_within(found[i], expected[i], off);
}

static void test_chain(void **state)
{
    (void)state;
    static const double visits[] = {2.5, 1.5, 1.0,  .5,   0, 2.4, 1.6, .8,
                                    0,   .32, 2.88, 1.44, 0, .04, .36, 2.68};
    static const double ever[] = {.1450, .2320, .4176, .6772};
    static const double periods[] = {5.5, 4.8, 4.64, 3.08};
    static const double periods_won[] = {10.115172, 7.615172, 5.39295, 2.9157};
    static const double three[] = {.00125, .02325, .14965, .4947};
    static const double six[] = {.029913, .108872, .298203, .618811};
    static const double twelve[] = {.109577, .206599, .397338, .669342};
    Chain c = {4, move, won, lost};
    ChainEnd end;
    double within[4];
    assert_true(chain_solve(arena, &c, &end));
    assert_all(end.visits, visits, 16, 1e-12);
    assert_all(end.won, ever, 4, 1e-12);
    assert_all(end.periods, periods, 4, 1e-12);
    assert_all(end.periods_won, periods_won, 2, 5e-7);
    assert_all(end.periods_won, periods_won, 4, 5e-6);
    chain_won_within(arena, &c, 3, within);
    assert_all(within, three, 4, 1e-12);
    chain_won_within(arena, &c, 6, within);
    assert_all(within, six, 4, 5e-7);
    chain_won_within(arena, &c, 12, within);
    assert_all(within, twelve, 4, 5e-7);
    chain_won_within(arena, &c, 2000, within);
    assert_all(within, ever, 4, 1e-12);
    chain_won_within(arena, &c, 0, within);
    assert_true(within[3] == 0);
}

static void test_chain_bad(void **state)
{
    (void)state;
    ChainEnd end;
    static const double stays[] = {1}, half[] = {.5}, none[] = {0}, whole[] = {1};
    static const double below[] = {-.5}, beyond[] = {1.5}, unknown[] = {NAN};
    static const double round[] = {0, 1, 1, 0}, never[] = {0, 0};
    assert_false(chain_solve(arena, &(Chain){1, stays, none, none}, &end));
    assert_false(chain_solve(arena, &(Chain){1, half, none, none}, &end));
    assert_false(chain_solve(arena, &(Chain){1, beyond, below, none}, &end));
    assert_false(chain_solve(arena, &(Chain){1, unknown, half, none}, &end));
    assert_false(chain_solve(arena, &(Chain){2, round, never, never}, &end));
    assert_false(chain_solve(arena, &(Chain){0}, &end));
    assert_true(chain_solve(arena, &(Chain){1, none, none, whole}, &end));
    assert_true(end.won[0] == 0 && isnan(end.periods_won[0]) && end.periods[0] == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counted),       cmocka_unit_test(test_drawn),
        cmocka_unit_test(test_shock),         cmocka_unit_test(test_correlation),
        cmocka_unit_test(test_portfolio_bad), cmocka_unit_test(test_arrivals),
        cmocka_unit_test(test_large),         cmocka_unit_test(test_chain),
        cmocka_unit_test(test_chain_bad),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
