/* What steering changes: against the chain of stages whose numbers are known, and by
   hand. */
#include "runtime/forecast/pipeline.h"
#include "tests/unit/arena.h"

#include <math.h>

static void assert_within(double found, double expected, double off)
{
    if (!(fabs(found - expected) <= off))
        fail_msg("found %.12g, expected %.12g", found, expected);
}

enum { STAGES = 4, AHEAD = 12, SMALL = 4 };

/* 100 deals and periods in each stage, moved as this matrix says. */
static const double moves[STAGES][STAGES + 2] = {{.60, .25, 0, 0, 0, .15},
                                                 {0, .55, .25, 0, 0, .20},
                                                 {0, .05, .60, .20, .02, .13},
                                                 {0, 0, .05, .60, .25, .10}};

static Hazard chain_of_stages(void)
{
    Stay stay[STAGES * 100];
    size_t n = 0;
    Hazard h;
    for (size_t i = 0; i < STAGES; i++) {
        for (size_t to = 0; to < STAGES + 2; to++) {
            for (long k = 0; k < lround(moves[i][to] * 100); k++)
                stay[n++] = (Stay){0, i, 0, 1, to};
        }
    }
    assert_true(hazard_fit(arena, (HazardForm){1, STAGES, 1, 0}, stay, n, &h));
    return h;
}

/* Leads, all of them in the first period. */
static Pipeline leads(NewBusiness *fresh, double *created, double n)
{
    for (size_t k = 0; k < AHEAD; k++)
        created[k] = k ? 0 : n;
    *fresh = (NewBusiness){0, 0, created, 1000};
    return (Pipeline){.fresh = fresh, .n_fresh = 1, .ahead = AHEAD};
}

/* Of what a lead will ever bring a fifth comes within 6 periods, three quarters within
   12: .029913 and .109577 of .1450. */
static void test_when_it_becomes_income(void **state)
{
    (void)state;
    Hazard h = chain_of_stages();
    NewBusiness fresh;
    double created[AHEAD];
    Pipeline p = leads(&fresh, created, 50);
    assert_within(pipeline_share(&h, &p, 6), .206, .0005);
    assert_within(pipeline_share(&h, &p, 12), .756, .0005);
    assert_within(pipeline_share(&h, &p, 6), .029913 / .145, 1e-5);
    Levers now = pipeline_levers(&h, &p);
    assert_within(now.by[LEVER_CREATION], 50.0 / AHEAD, 1e-12);
    assert_within(now.by[LEVER_WIN_RATE], .145, 1e-12);
    assert_within(now.by[LEVER_SIZE], 1000, 1e-9);
    assert_within(now.by[LEVER_CYCLE], 10.115172, 5e-7);
    assert_within(now.by[LEVER_SLIPPAGE], 0, 0);
}

static double brought(const Hazard *h, Pipeline p, const Levers *levers, size_t periods)
{
    PipelineExpected e;
    double sum = 0;
    p.levers = levers;
    assert_true(pipeline_expect(arena, h, &p, &e));
    for (size_t k = 0; k < periods; k++)
        sum += e.period[k].mean;
    if (periods == p.ahead)
        assert_within(e.total.mean, sum, 1e-6);
    return sum;
}

static void test_more_leads(void **state)
{
    (void)state;
    Hazard h = chain_of_stages();
    NewBusiness fresh;
    double created[AHEAD];
    Pipeline p = leads(&fresh, created, 50);
    Levers more = levers_none();
    more.by[LEVER_CREATION] = 1.1;
    double soon = brought(&h, p, &more, 6) - brought(&h, p, NULL, 6);
    double later = brought(&h, p, &more, 12) - brought(&h, p, NULL, 12);
    assert_within(soon, 5 * 1000 * .029913, 5 * 1000 * 5e-7);
    assert_within(later, 5 * 1000 * .109577, 5 * 1000 * 5e-7);
    more.by[LEVER_CREATION] = 1;
    more.by[LEVER_SIZE] = 1.2;
    assert_within(brought(&h, p, &more, 12), 1.2 * brought(&h, p, NULL, 12), 1e-6);
    more.by[LEVER_SIZE] = 1;
    more.by[LEVER_WIN_RATE] = 1.05;
    assert_within(brought(&h, p, &more, 12), 1.05 * brought(&h, p, NULL, 12), 1e-6);
    /* Another number in each period, besides: that of those in which none come says
       nothing. */
    double times[AHEAD];
    for (size_t k = 0; k < AHEAD; k++)
        times[k] = k ? 100 : 1.5;
    more = levers_none();
    more.by[LEVER_CREATION] = 2;
    more.created = times;
    assert_within(brought(&h, p, &more, 12), 3 * brought(&h, p, NULL, 12), 1e-6);
    assert_within(pipeline_creation(&p, 0), 50, 1e-12);
    assert_within(pipeline_creation(&p, 1), 0, 0);
    Levers none = levers_none();
    assert_true(brought(&h, p, &none, 12) == brought(&h, p, NULL, 12));
}

/* One stage: each period a half is won, or a half of the rest. */
static Hazard halves(void)
{
    static const Stay stay[] = {{0, 0, 0, 1, 0}, {0, 0, 0, 1, 1}};
    Hazard h;
    assert_true(hazard_fit(arena, (HazardForm){1, 1, 1, 0}, stay, 2, &h));
    return h;
}

static void assert_wins(Lever lever, double by, const double *expected)
{
    Hazard h = halves();
    Levers levers = levers_none();
    levers.by[lever] = by;
    const double *wins = lever_wins(arena, &h, 0, SMALL, &levers);
    for (size_t k = 0; k < SMALL; k++)
        assert_within(wins[k * hazard_kinds(&h.form)], expected[k], 1e-12);
}

static void test_by_hand(void **state)
{
    (void)state;
    assert_wins(LEVER_CREATION, 3, (double[]){.5, .25, .125, .0625});
    assert_wins(LEVER_WIN_RATE, .8, (double[]){.4, .2, .1, .05});
    /* No deal is won more than once. */
    assert_wins(LEVER_WIN_RATE, 1.5, (double[]){.75, .25, 0, 0});
    /* Twice as fast: two periods in one; half as fast: a period in two. */
    assert_wins(LEVER_CYCLE, .5, (double[]){.75, .1875, .046875, .01171875});
    assert_wins(LEVER_CYCLE, 2, (double[]){.25, .25, .125, .125});
    /* A fifth of .5 slips: .1 is due beside .25, of which a fifth slips, .07. */
    assert_wins(LEVER_SLIPPAGE, .2, (double[]){.4, .28, .156, .0812});
}

static void test_what_may_be(void **state)
{
    (void)state;
    static const struct {
        Lever lever;
        double by;
        bool valid;
    } cases[] = {{LEVER_CREATION, 0, true},    {LEVER_CREATION, -1, false},
                 {LEVER_WIN_RATE, 9, true},    {LEVER_SIZE, NAN, false},
                 {LEVER_CYCLE, .05, true},     {LEVER_CYCLE, .04, false},
                 {LEVER_SLIPPAGE, .99, true},  {LEVER_SLIPPAGE, 1, false},
                 {LEVER_SIZE, INFINITY, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Levers levers = levers_none();
        levers.by[cases[i].lever] = cases[i].by;
        assert_int_equal(levers_are_valid(&levers), cases[i].valid);
    }
    Hazard h = halves();
    Levers bad = levers_none();
    bad.by[LEVER_CYCLE] = 0;
    Pipeline p = {.ahead = 1, .levers = &bad};
    PipelineExpected e;
    assert_false(pipeline_expect(arena, &h, &p, &e));
    assert_string_equal(lever_word(LEVER_WIN_RATE), "win_rate");
    NewBusiness none = {0, 0, (double[]){0}, 1000};
    p = (Pipeline){.fresh = &none, .n_fresh = 1, .ahead = 1};
    assert_true(isnan(pipeline_share(&h, &p, 6)));
    assert_true(isnan(pipeline_levers(&h, &p).by[LEVER_WIN_RATE]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_when_it_becomes_income),
        cmocka_unit_test(test_more_leads),
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_what_may_be),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
