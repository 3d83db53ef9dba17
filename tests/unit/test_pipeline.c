/* Open deals and new business: chances from histories that were made so that the answer
   is known, and bad input. */
#include "runtime/forecast/pipeline_record.h"
#include "tests/unit/arena.h"

#include <math.h>
#include <time.h>

static void assert_within(double found, double expected, double off)
{
    if (!(fabs(found - expected) <= off))
        fail_msg("found %.12g, expected %.12g", found, expected);
}

enum { STAGES = 4, WON = STAGES, LOST = STAGES + 1, MAX_STAYS = 1000 };

typedef struct {
    Stay stay[MAX_STAYS];
    size_t n;
} Stays;

static void add(Stays *s, size_t times, Stay stay)
{
    for (size_t i = 0; i < times; i++)
        s->stay[s->n++] = stay;
}

/* 100 deals and periods in each stage, moved as this matrix says. */
static const double moves[STAGES][STAGES + 2] = {{.60, .25, 0, 0, 0, .15},
                                                 {0, .55, .25, 0, 0, .20},
                                                 {0, .05, .60, .20, .02, .13},
                                                 {0, 0, .05, .60, .25, .10}};

static void add_moves(Stays *s, size_t segment)
{
    for (size_t i = 0; i < STAGES; i++) {
        for (size_t to = 0; to < STAGES + 2; to++)
            add(s, (size_t)lround(moves[i][to] * 100), (Stay){segment, i, 0, 1, to});
    }
}

static Hazard fit(const Stays *s, HazardForm form)
{
    Hazard h;
    assert_true(hazard_fit(arena, form, s->stay, s->n, &h));
    return h;
}

static void test_chain_of_hazard(void **state)
{
    (void)state;
    Stays s = {.n = 0};
    add_moves(&s, 0);
    Hazard h = fit(&s, (HazardForm){1, STAGES, 1, HAZARD_STRENGTH});
    Chain chain = hazard_chain(arena, &h, 0, 0);
    ChainEnd end;
    double within[STAGES], sum[STAGES] = {0};
    assert_true(chain_solve(arena, &chain, &end));
    assert_within(end.won[0], .145, 1e-12);
    assert_within(end.periods[3], 3.08, 1e-12);
    const double *win = hazard_wins(arena, &h, 0, 12);
    for (size_t k = 0; k < 12; k++) {
        for (size_t i = 0; i < STAGES; i++)
            sum[i] += win[k * hazard_kinds(&h.form) + hazard_kind(&h.form, i, 0)];
        chain_won_within(arena, &chain, k + 1, within);
        for (size_t i = 0; i < STAGES; i++)
            assert_within(sum[i], within[i], 1e-12);
        /* Of the wins that a further lead ever brings. */
        if (k == 5)
            assert_within(sum[0] / end.won[0], .206, 5e-4);
    }
    assert_within(sum[0] / end.won[0], .756, 5e-4);
}

/* One stage and that of coming: of 4 that come one is won at once; then a quarter is
   won, a quarter lost; then a half and a half. */
static void test_rest_of_period(void **state)
{
    (void)state;
    Stays s = {.n = 0};
    HazardForm form = {1, 2, 3, 0};
    add(&s, 1, (Stay){0, 1, 0, 1, 2});
    add(&s, 3, (Stay){0, 1, 0, 1, 0});
    add(&s, 1, (Stay){0, 0, 1, 2, 2});
    add(&s, 1, (Stay){0, 0, 1, 2, 3});
    add(&s, 2, (Stay){0, 0, 1, 2, 0});
    add(&s, 1, (Stay){0, 0, 2, 3, 2});
    add(&s, 1, (Stay){0, 0, 2, 3, 3});
    Hazard h = fit(&s, form);
    size_t each = hazard_kinds(&form), came = hazard_kind(&form, 0, 0),
           open = hazard_kind(&form, 0, 1), comes = hazard_kind(&form, 1, 0);
    const double *win =
        hazard_wins_within(arena, &h, 0, 2, &(HazardNow){.left = .5, .due = 1.2});
    assert_within(win[open], .3, 1e-12);
    assert_within(win[each + open], .4 * .5, 1e-12);
    assert_within(win[came], .125, 1e-12);
    assert_within(win[each + came], .875 * .25, 1e-12);
    assert_within(win[comes], .25, 1e-12);
    assert_within(win[each + comes], .75 * .25, 1e-12);
    /* Those that are won are not lost, and no more than all are won. */
    win = hazard_wins_within(arena, &h, 0, 2, &(HazardNow){.left = .5, .due = 3});
    assert_within(win[open], .75, 1e-12);
    assert_within(win[each + open], 0, 1e-12);
    win = hazard_wins_within(arena, &h, 0, 2, &(HazardNow){.left = .5, .due = 5});
    assert_within(win[open], 1, 1e-12);
    assert_within(win[each + open], 0, 1e-12);
}

/* 64 deals: of those that are left a quarter is won and a quarter lost in each of three
   periods; 8 are open. */
static void add_quarters(Stays *s, size_t from)
{
    for (size_t age = from, n = 16; age < 3; age++, n /= 2) {
        add(s, n, (Stay){0, 0, from, age + 1, 1});
        add(s, n, (Stay){0, 0, from, age + 1, 2});
        if (age == 2)
            add(s, 2 * n, (Stay){0, 0, from, age + 1, 0});
    }
}

static void assert_quarters(const Hazard *h, size_t from)
{
    for (size_t age = from; age < 3; age++) {
        const double *chances = hazard_chances(h, 0, 0, age);
        assert_within(chances[0], .5, 1e-12);
        assert_within(chances[1], .25, 1e-12);
        assert_within(chances[2], .25, 1e-12);
    }
}

static void test_delayed_entry_and_censoring(void **state)
{
    (void)state;
    HazardForm form = {1, 1, 5, 0};
    Stays s = {.n = 0};
    add_quarters(&s, 0);
    Hazard h = fit(&s, form);
    assert_quarters(&h, 0);
    assert_int_equal(h.known[0], 64 + 32 + 16);
    assert_int_equal(h.oldest_win, 2);
    const double *win = hazard_wins(arena, &h, 0, 3);
    assert_within(win[0], 16.0 / 64, 1e-12); /* shares of the 64 */
    assert_within(win[5], 8.0 / 64, 1e-12);
    assert_within(win[10], 4.0 / 64, 1e-12);
    /* Deals that were older when they were first seen change nothing. */
    for (size_t from = 1; from < 3; from++) {
        Stays late = {.n = 0};
        add_quarters(&late, from);
        add_quarters(&s, from);
        h = fit(&late, form);
        assert_quarters(&h, from);
    }
    h = fit(&s, form);
    assert_quarters(&h, 0);
    /* Deals that are still open after one period count in that one. */
    add(&s, 100, (Stay){0, 0, 0, 1, 0});
    h = fit(&s, form);
    assert_within(hazard_chances(&h, 0, 0, 0)[1], 16.0 / 164, 1e-12);
    assert_within(hazard_chances(&h, 0, 0, 1)[1], .25, 1e-12);
    /* A long stay counts in each of its periods, those beyond the ages in the last. */
    Stays longer = {.n = 0};
    add(&longer, 1, (Stay){0, 0, 2, 1000000002, 1});
    add(&longer, 1, (Stay){0, 0, 3, 3, 0});
    h = fit(&longer, form);
    assert_int_equal(h.known[0], 1000000000);
    assert_within(hazard_chances(&h, 0, 0, 2)[0], 1, 0);
    assert_within(hazard_chances(&h, 0, 0, 4)[1], 1 / 999999998.0, 1e-15);
}

/* One segment wins 10 of 20, the other 0 of 20: the total is .25, and a segment counts
   as much as it. Two ages: all wins at the first, .5 of 20; the total is 10 of 40. */
static void test_shrinking(void **state)
{
    (void)state;
    Stays s = {.n = 0};
    add(&s, 10, (Stay){0, 0, 0, 1, 1});
    add(&s, 10, (Stay){0, 0, 0, 1, 0});
    add(&s, 20, (Stay){1, 0, 0, 1, 0});
    Hazard h = fit(&s, (HazardForm){3, 1, 1, 20});
    assert_within(hazard_chances(&h, 0, 0, 0)[1], .375, 1e-12);
    assert_within(hazard_chances(&h, 1, 0, 0)[1], .125, 1e-12);
    assert_within(hazard_chances(&h, 2, 0, 0)[1], .25, 1e-12);
    h = fit(&s, (HazardForm){3, 1, 1, 0});
    assert_within(hazard_chances(&h, 0, 0, 0)[1], .5, 1e-12);
    assert_within(hazard_chances(&h, 1, 0, 0)[1], 0, 0);
    assert_within(hazard_chances(&h, 2, 0, 0)[1], .25, 1e-12);
    Stays aged = {.n = 0};
    add(&aged, 10, (Stay){0, 0, 0, 1, 1});
    add(&aged, 10, (Stay){0, 0, 0, 1, 0});
    add(&aged, 19, (Stay){0, 0, 1, 2, 0});
    add(&aged, 1, (Stay){0, 0, 2, 3, 2});
    h = fit(&aged, (HazardForm){1, 1, 4, 20});
    assert_within(hazard_chances(&h, 0, 0, 0)[1], .375, 1e-12);
    /* Older than any that was won: what shrinking lends does not win. */
    for (size_t age = 1; age < 9; age++) {
        const double *chances = hazard_chances(&h, 0, 0, age);
        assert_within(chances[1], 0, 0);
        assert_within(chances[0] + chances[2], 1, 1e-12);
        assert_true(chances[2] > 0);
    }
}

static void test_hazard_bad(void **state)
{
    (void)state;
    Hazard h;
    HazardForm form = {2, STAGES, 6, HAZARD_STRENGTH};
    assert_true(hazard_fit(arena, form, NULL, 0, &h));
    assert_true(h.known[0] == 0 && h.oldest_win == HAZARD_NO_WIN);
    assert_within(hazard_chances(&h, 1, 2, 5)[2], 1, 0);
    static const Stay bad[] = {{2, 0, 0, 1, 0},
                               {0, STAGES, 0, 1, 0},
                               {0, 0, 2, 1, 0},
                               {0, 0, 0, 1, STAGES + 2},
                               {0, 0, 1, 1, STAGES}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(hazard_fit(arena, form, &bad[i], 1, &h));
    static const HazardForm forms[] = {{0, 1, 1, 0},   {1, 0, 1, 0},
                                       {1, 1, 0, 0},   {1, 1, 1, -1},
                                       {1, 1, 1, NAN}, {1, 1, 1, INFINITY}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        assert_false(hazard_fit(arena, forms[i], NULL, 0, &h));
}

static void test_calibration(void **state)
{
    (void)state;
    Calibration c;
    static const Decided deal[] = {
        {0, 0, 300, true}, {0, 0, 100, false}, {1, 0, 50, false},  {1, 0, 50, true},
        {0, 1, 500, true}, {0, 1, 0, false},   {0, 1, NAN, false}, {0, 2, 0, true}};
    CalibrationForm form = {2, 4, 2};
    assert_true(calibration_make(arena, form, deal, 8, &c));
    assert_within(c.total[0].chance, .7, 1e-12);
    assert_int_equal(c.line[0].n, 2);
    assert_int_equal(c.line[0].won, 1);
    assert_within(c.line[0].value, 400, 0);
    assert_within(c.line[0].value_won, 300, 0);
    assert_within(c.line[0].chance, (2 * .75 + 2 * .7) / 4, 1e-12);
    assert_within(c.line[4].chance, (2 * .5 + 2 * .7) / 4, 1e-12);
    /* What was lost has no amounts: one of three is won, not all. */
    assert_within(c.total[1].chance, 1.0 / 3, 1e-12);
    assert_within(c.line[5].chance, 1.0 / 3, 1e-12);
    assert_within(c.total[2].chance, 1, 0);
    assert_true(isnan(c.total[3].chance) && isnan(c.line[3].chance));
    form.n_segment = 1;
    assert_true(calibration_make(arena, form, deal, 2, &c));
    assert_within(c.line[0].chance, .75, 1e-12);
    assert_true(calibration_make(arena, form, NULL, 0, &c));
    assert_false(calibration_make(arena, form, deal, 3, &c));
    assert_false(calibration_make(arena, (CalibrationForm){2, 2, 0}, deal, 8, &c));
    assert_false(calibration_make(arena, (CalibrationForm){2, 4, -1}, deal, 8, &c));
}

/* The eight deals of test_portfolio.c, each in a stage that won as often as it does. */
static void test_weighted(void **state)
{
    (void)state;
    static const double chance[] = {.9, .6, .4, .2, .1};
    Decided past[50];
    for (size_t i = 0; i < 50; i++)
        past[i] =
            (Decided){0, i / 10, 1000, (double)(i % 10) < chance[i / 10] * 10 - 0.5};
    Calibration c;
    assert_true(calibration_make(arena, (CalibrationForm){1, 6, 20}, past, 50, &c));
    OpenDeal deal[] = {{0, 0, 1, 120000}, {0, 1, 1, 80000}, {0, 1, 1, 60000},
                       {0, 2, 1, 45000},  {0, 2, 1, 30000}, {0, 3, 1, 250000},
                       {0, 4, 1, 20000},  {0, 4, 1, 15000}, {0, 1, 9, 70000},
                       {0, 1, 1, NAN},    {0, 1, 1, -5},    {0, 5, 1, 90000}};
    Pipeline p = {.deal = deal, .n_deal = 12};
    PipelineWeighted w;
    assert_true(pipeline_weigh(arena, &c, &p, 8, &w));
    assert_true(w.total.exact);
    assert_within(w.total.mean, 275500, 1e-6);
    assert_within(w.total.sd, 120225.829172, 5e-7);
    assert_true(distribution_quantile(&w.total, 0.1) == 150000);
    assert_true(distribution_quantile(&w.total, 0.9) == 480000);
    assert_within(distribution_reaches(&w.total, 200000), .75858176, 1e-12);
    assert_true(w.n_stale == 1 && w.n_unsized == 2 && w.n_unknown == 1);
    assert_true(w.chance[8] == 0 && isnan(w.chance[11]));
    assert_within(w.chance[9], .6, 1e-12);
    assert_true(pipeline_weigh(arena, &c, &p, HAZARD_NO_WIN, &w));
    assert_true(w.total.mean == 0 && w.n_stale == 9);
    deal[0].stage = 6;
    assert_false(pipeline_weigh(arena, &c, &p, 8, &w));
}

static void test_open_deals(void **state)
{
    (void)state;
    Stays s = {.n = 0};
    add_moves(&s, 0);
    Hazard h = fit(&s, (HazardForm){1, STAGES, 1, 0});
    OpenDeal deal[] = {{0, 3, 0, 1000}, {0, 2, 0, 500}, {0, 1, 0, NAN}, {0, 3, 1, 800}};
    Pipeline p = {.deal = deal, .n_deal = 4, .ahead = 12};
    PipelineExpected e;
    assert_true(pipeline_expect(arena, &h, &p, &e));
    assert_within(e.total.mean, 1000 * .669342 + 500 * .397338, 1e-3);
    assert_within(e.period[0].mean, 1000 * .25 + 500 * .02, 1e-9);
    double sum = 0, third = 0;
    for (size_t k = 0; k < 12; k++)
        sum += e.period[k].mean;
    assert_within(sum, e.total.mean, 1e-9);
    assert_true(e.total.exact && e.total.n == 4);
    assert_true(e.n_unsized == 1 && e.n_stale == 1 && e.n_unknown == 0);
    for (size_t k = 0; k < 12; k++)
        third += e.win[2 * 12 + k]; /* a chance it has, without amount */
    assert_within(third, .206599, 5e-7);
    assert_true(e.win[3 * 12] == 0);
    p.n_deal = 0;
    assert_true(pipeline_expect(arena, &h, &p, &e));
    assert_true(e.total.mean == 0 && distribution_quantile(&e.total, 0.9) == 0);
    p.ahead = 0;
    assert_false(pipeline_expect(arena, &h, &p, &e));
    p = (Pipeline){.deal = deal, .n_deal = 1, .ahead = 1, .correlation = 1};
    assert_false(pipeline_expect(arena, &h, &p, &e));
    deal[0].segment = 1;
    p.correlation = 0;
    assert_false(pipeline_expect(arena, &h, &p, &e));
    /* No history at all: the deals are counted and left out. */
    h = fit(&(Stays){.n = 0}, (HazardForm){2, STAGES, 1, 0});
    assert_true(pipeline_expect(arena, &h, &p, &e));
    assert_true(e.n_unknown == 1 && e.total.mean == 0);
}

/* What comes in is won as it grows older; the forecast does not fall to nothing. */
static void test_new_business(void **state)
{
    (void)state;
    static const double created[] = {10, 10, 10, 20}, none[] = {0, -1, 0, 0};
    Stays s = {.n = 0};
    add_moves(&s, 0);
    Hazard h = fit(&s, (HazardForm){1, STAGES, 1, 0});
    NewBusiness fresh = {0, 2, created, 1000};
    Pipeline p = {.fresh = &fresh, .n_fresh = 1, .ahead = 4};
    PipelineExpected e;
    double within[5][STAGES];
    Chain chain = hazard_chain(arena, &h, 0, 0);
    for (size_t k = 0; k < 5; k++)
        chain_won_within(arena, &chain, k, within[k]);
    assert_true(pipeline_expect(arena, &h, &p, &e));
    double total = 0;
    for (size_t k = 0; k < 4; k++) {
        double mean = 0;
        for (size_t came = 0; came <= k; came++) {
            double chance = within[k - came + 1][2] - within[k - came][2];
            mean += created[came] * 1000 * chance;
        }
        assert_within(e.period[k].mean, mean, 1e-9);
        total += mean;
    }
    assert_within(e.total.mean, total, 1e-9);
    assert_within(within[3][2], .14965, 1e-12);
    assert_true(e.period[3].mean > e.period[0].mean && e.period[3].sd > 0);
    fresh.created = none;
    assert_false(pipeline_expect(arena, &h, &p, &e));
    fresh.stage = STAGES;
    assert_false(pipeline_expect(arena, &h, &p, &e));
}

static double sum_on(const PipelineExpected *e, size_t ahead, size_t path)
{
    double sum = 0;
    for (size_t k = 0; k < ahead; k++)
        sum += e->path[k * PORTFOLIO_PATHS + path];
    return sum;
}

/* Each period of the futures has the mean and deviation that were worked out without
   drawing, with and without a common shock; no deal is won twice; a lever changes what
   it is about and leaves the luck of the others alone. */
static void test_futures(void **state)
{
    (void)state;
    enum { DEALS = 140, AHEAD = 6 };
    static const double created[AHEAD] = {3, 0, 200, 3, 3, 3};
    Stays s = {.n = 0};
    add_moves(&s, 0);
    Hazard h = fit(&s, (HazardForm){1, STAGES, 1, 0});
    OpenDeal deal[DEALS];
    for (size_t i = 0; i < DEALS; i++)
        deal[i] = (OpenDeal){0, i % STAGES, 0, 1000 + (double)(i * 7919 % 5000)};
    NewBusiness fresh = {0, 2, created, 900};
    for (int shock = 0; shock < 2; shock++) {
        Pipeline p = {.deal = deal,
                      .n_deal = DEALS,
                      .fresh = &fresh,
                      .n_fresh = 1,
                      .ahead = AHEAD,
                      .correlation = shock * 0.1};
        Distribution spread[AHEAD];
        PipelineExpected e, more;
        assert_true(pipeline_expect(arena, &h, &p, &e));
        assert_true(pipeline_spread(&h, &p, spread));
        for (size_t k = 0; k < AHEAD; k++) {
            double mean = 0;
            for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
                mean += e.path[k * PORTFOLIO_PATHS + i] / PORTFOLIO_PATHS;
            assert_within(e.period[k].mean, spread[k].mean, 1e-6);
            assert_within(mean, spread[k].mean, 4 * spread[k].sd / 100);
            assert_within(e.period[k].sd / spread[k].sd, 1, 0.04);
        }
        Levers levers = levers_none();
        levers.by[LEVER_CREATION] = 1.5;
        levers.by[LEVER_WIN_RATE] = 1.1;
        p.levers = &levers;
        assert_true(pipeline_expect(arena, &h, &p, &more));
        size_t less = 0;
        for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
            less += sum_on(&more, AHEAD, i) < sum_on(&e, AHEAD, i);
        assert_true(less < PORTFOLIO_PATHS / 100);
    }
}

/* What segments bring on a path adds up to all, which is what it is without them; each
   brings what it would alone, but for luck. */
static void test_segments(void **state)
{
    (void)state;
    enum { DEALS = 160, AHEAD = 3, SEGMENTS = 2, ALL = AHEAD * PORTFOLIO_PATHS };
    static const double created[AHEAD] = {3, 0, 5};
    Stays s = {.n = 0};
    add_moves(&s, 0);
    add_moves(&s, 1);
    Hazard h = fit(&s, (HazardForm){SEGMENTS, STAGES, 1, 0});
    OpenDeal deal[DEALS];
    for (size_t i = 0; i < DEALS; i++)
        deal[i] =
            (OpenDeal){i % 3 == 0, i % STAGES, 0, 1000 + (double)(i * 7919 % 900)};
    NewBusiness fresh[SEGMENTS] = {{0, 2, created, 900}, {1, 2, created, 400}};
    Pipeline p = {.deal = deal,
                  .n_deal = DEALS,
                  .fresh = fresh,
                  .n_fresh = SEGMENTS,
                  .ahead = AHEAD,
                  .correlation = 0.05};
    PipelineExpected e, parts;
    assert_true(pipeline_expect(arena, &h, &p, &e));
    assert_null(e.part);
    p.by_segment = true;
    assert_true(pipeline_expect(arena, &h, &p, &parts));
    for (size_t i = 0; i < ALL; i++) {
        assert_true(parts.path[i] == e.path[i]);
        assert_true(parts.part[i] >= 0 && parts.part[ALL + i] >= 0);
        assert_within(parts.part[i] + parts.part[ALL + i], e.path[i], 1e-6);
    }
    for (size_t segment = 0; segment < SEGMENTS; segment++) {
        OpenDeal own[DEALS];
        Pipeline alone = p;
        Distribution spread[AHEAD];
        alone.deal = own;
        alone.n_deal = 0;
        alone.fresh = &fresh[segment];
        alone.n_fresh = 1;
        for (size_t i = 0; i < DEALS; i++) {
            if (deal[i].segment == segment)
                own[alone.n_deal++] = deal[i];
        }
        assert_true(pipeline_spread(&h, &alone, spread));
        for (size_t k = 0; k < AHEAD; k++) {
            const double *at = parts.part + segment * ALL + k * PORTFOLIO_PATHS;
            double mean = 0, square = 0;
            for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
                mean += at[i] / PORTFOLIO_PATHS;
                square += at[i] * at[i] / PORTFOLIO_PATHS;
            }
            assert_within(mean, spread[k].mean, 5 * spread[k].sd / 100);
            assert_within(sqrt(square - mean * mean) / spread[k].sd, 1, 0.08);
        }
    }
}

/* What all periods bring is at no quantile less than what one of them brings. */
static void test_total_is_above(void **state)
{
    (void)state;
    enum { AHEAD = 4 };
    static const double created[AHEAD] = {0.05, 0.05, 0.05, 0.05}, none[AHEAD] = {0};
    static const double quantiles[] = {.05, .1, .25, .5, .75, .9, .95, .99};
    Stays s = {.n = 0};
    add_moves(&s, 0);
    Hazard h = fit(&s, (HazardForm){1, STAGES, 1, 0});
    for (size_t n = 0; n < 8; n++) {
        OpenDeal deal[8];
        for (size_t i = 0; i < 8; i++)
            deal[i] = (OpenDeal){0, (i + n) % STAGES, 0, (double)(100 << i)};
        NewBusiness fresh = {0, 2, n % 2 ? created : none, 5000};
        PipelineState state_of = {.pipeline = {.deal = deal,
                                               .n_deal = n,
                                               .fresh = &fresh,
                                               .n_fresh = 1,
                                               .ahead = AHEAD,
                                               .correlation = 0.05 * (double)n}};
        PipelineExpected *e = &state_of.expected;
        assert_true(pipeline_expect(arena, &h, &state_of.pipeline, e));
        assert_true(e->total.exact == !(n % 2));
        for (size_t i = 0; n == 1 && i < PORTFOLIO_PATHS; i++) {
            double sum = sum_on(e, AHEAD, i), whole = fmod(sum, 5000);
            assert_true(whole == 0 || whole == 100); /* the one deal, once */
        }
        for (size_t k = 0; k < AHEAD; k++) {
            for (size_t q = 0; q < sizeof quantiles / sizeof *quantiles; q++)
                assert_true(distribution_quantile(&e->total, quantiles[q]) >=
                            distribution_quantile(&e->period[k], quantiles[q]));
            Expected all = pipeline_sum(arena, &state_of, AHEAD);
            Expected one = pipeline_sum(arena, &state_of, k);
            for (int percent = 10; percent <= 90; percent += 40)
                assert_true(expected_quantile(&all, 0, percent) >=
                            expected_quantile(&one, 0, percent) - 1e-9);
        }
    }
}

/* Seconds of a processor. */
#ifdef __SANITIZE_ADDRESS__
#define LIMIT 4
#else
#define LIMIT 1
#endif

/* 100,000 deals, 12 months ahead and in total. */
static void test_large(void **state)
{
    (void)state;
    enum { N = 100000, AGES = 36 };
    Stays s = {.n = 0};
    add_moves(&s, 0);
    add_moves(&s, 1);
    add(&s, 1, (Stay){0, 0, AGES, AGES + 1, WON});
    Hazard h = fit(&s, (HazardForm){3, STAGES, AGES, HAZARD_STRENGTH});
    OpenDeal *deal = ARENA_ARRAY(arena, OpenDeal, N);
    for (size_t i = 0; i < N; i++) {
        deal[i] =
            (OpenDeal){i % 3, i / 3 % STAGES, i / 7 % AGES, (double)(i * 7919 % 99991)};
    }
    Pipeline p = {.deal = deal, .n_deal = N, .ahead = 12, .correlation = 0.05};
    PipelineExpected e;
    clock_t start = clock();
    assert_true(pipeline_expect(arena, &h, &p, &e));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC, sum = 0;
    if (seconds > LIMIT)
        fail_msg("%.2f s", seconds);
    for (size_t k = 0; k < 12; k++)
        sum += e.period[k].mean;
    assert_within(sum / e.total.mean, 1, 1e-9);
    assert_within(distribution_quantile(&e.total, 0.5) / e.total.mean, 1, 0.02);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chain_of_hazard),
        cmocka_unit_test(test_rest_of_period),
        cmocka_unit_test(test_delayed_entry_and_censoring),
        cmocka_unit_test(test_shrinking),
        cmocka_unit_test(test_hazard_bad),
        cmocka_unit_test(test_calibration),
        cmocka_unit_test(test_weighted),
        cmocka_unit_test(test_open_deals),
        cmocka_unit_test(test_new_business),
        cmocka_unit_test(test_futures),
        cmocka_unit_test(test_segments),
        cmocka_unit_test(test_total_is_above),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
