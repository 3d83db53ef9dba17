/* Methods of series: what they do with what is hard, and what they may not know. */
#include "runtime/forecast/outlook.h"
#include "runtime/forecast/record.h"
#include "tests/unit/series.h"

/* What lies behind an origin changes nothing of what was expected there. */
static void test_no_look_ahead(void **state)
{
    (void)state;
    Data air, changed;
    read_series(&air, "AirPassengers", 12);
    for (int m = 0; m < METHOD_COUNT; m++) {
        Origins origins = record_origins(arena, air.s, 24, 1, 12);
        size_t at = 16, from = origins.known[at];
        changed = air;
        changed.s.y = changed.y;
        for (size_t i = from; i < changed.s.n; i++)
            changed.y[i] = i % 3 ? -1e6 : 1e9;
        Record one = record_make(arena, (Method)m, air.s, origins);
        Record two = record_make(arena, (Method)m, changed.s, origins);
        assert_true(one.made[at]);
        assert_memory_equal(one.at[at].mean, two.at[at].mean, 12 * sizeof(double));
        assert_memory_equal(one.at[at].sd, two.at[at].sd, 12 * sizeof(double));
        assert_int_equal(one.parts[at], two.parts[at]);
    }
}

/* A later record has at an origin what an earlier one had at its end. */
static void test_same_as_then(void **state)
{
    (void)state;
    Data air;
    read_series(&air, "AirPassengers", 12);
    Series then = series_head(air.s, 130);
    Record one = record_make(arena, METHOD_BLEND, then,
                             record_origins(arena, then, RECORD_WINDOW, 1, 12));
    Record two = record_make(arena, METHOD_BLEND, air.s,
                             record_origins(arena, air.s, 14 + RECORD_WINDOW, 1, 12));
    size_t last = one.origins.n - 1;
    assert_int_equal(two.origins.known[RECORD_WINDOW], 130);
    assert_memory_equal(one.at[last].mean, two.at[RECORD_WINDOW].mean,
                        12 * sizeof(double));
}

static void expect_of(Method m, Series s, Expected *e, bool *made)
{
    Record r = record_make(arena, m, s, record_origins(arena, s, 12, 1, 6));
    *e = r.at[r.origins.n - 1];
    *made = r.made[r.origins.n - 1];
}

/* Every method over series that are hard: either it says that it cannot, or what it
   expects is finite. */
static void test_hard_series(void **state)
{
    (void)state;
    double y[40] = {0};
    Expected e;
    bool made;
    for (int m = 0; m < METHOD_COUNT; m++) {
        for (int shape = 0; shape < 6; shape++) {
            for (size_t i = 0; i < 40; i++) {
                double values[] = {0,
                                   7,
                                   i % 12 == 5 ? 1000.0 : 0,
                                   -5.0 - (double)i,
                                   i < 39 ? 0 : 9,
                                   pow(10, (double)i / 2)};
                y[i] = values[shape];
            }
            for (size_t n = 1; n <= 40; n += n < 6 ? 1 : 17) {
                expect_of((Method)m, (Series){y, n, 12}, &e, &made);
                assert_true(!made || expected_is_finite(&e, 6));
                assert_true(made || m != METHOD_BLEND);
                for (size_t k = 0; made && shape == 1 && k < 6; k++)
                    assert_about(e.mean[k], 7, 1e-9);
                for (size_t k = 0; made && shape != 3 && k < 6; k++)
                    assert_true(expected_quantile(&e, k, 10) >= 0);
            }
        }
    }
}

static void test_fill(void **state)
{
    (void)state;
    double gap = nan("");
    double y[] = {gap, gap, 1, 2, gap, 4, 5, gap};
    size_t filled;
    Series s = series_fill(arena, (Series){y, 8, 1}, &filled);
    assert_int_equal(s.n, 6);
    assert_int_equal(filled, 2);
    assert_true(s.y[2] == 3 && s.y[5] == 5);
    /* a saw of two: the filled one is high, as its place is */
    double saw[] = {1, 9, 1, 9, 1, gap, 1, 9};
    s = series_fill(arena, (Series){saw, 8, 2}, &filled);
    assert_true(s.y[5] == 9);
    double none[] = {gap, gap};
    assert_int_equal(series_fill(arena, (Series){none, 2, 1}, &filled).n, 0);
}

static void test_accuracy(void **state)
{
    (void)state;
    double y[] = {10, 10, 10, 20, 0};
    size_t known[] = {3};
    Record r = record_make(arena, METHOD_NAIVE, (Series){y, 5, 1},
                           (Origins){known, 1, 2, NULL});
    Accuracy a =
        record_accuracy(&r, (Series){y, 5, 1}, record_whole(&r, (Series){y, 5, 1}));
    assert_int_equal(a.n, 2);
    assert_about(a.wape, 1, 1e-12);
    assert_true(a.bias == 0);
    assert_true(isnan(a.mase)); /* no step before the origin */
    assert_about(a.smape, (200.0 * 10 / 30 + 200) / 2, 1e-12);
    assert_about(a.pinball[1], 5, 1e-12);
    assert_true(a.coverage == 0);
}

/* A unit that is sure, one that is not, and a whole whose own forecast differs: the
   difference goes to where the errors are. */
static void test_units_and_whole(void **state)
{
    (void)state;
    enum { N = 24, AHEAD = 4 };
    double sure[N], rough[N], sum[N];
    for (size_t i = 0; i < N; i++) {
        sure[i] = i < 6 ? 0 : 50; /* begins late */
        rough[i] = 100 + (double)(i * i * 37 % 41);
        sum[i] = sure[i] + rough[i];
    }
    OutlookUnit unit[2] = {{.y = sure}, {.y = rough}}, whole = {.y = sum};
    Outlook o = {.n = N, .season = 1, .unit = unit, .n_unit = 2, .whole = &whole};
    outlook_make(arena, &o, (OutlookAsk){METHOD_BLEND, AHEAD, 6, NULL, NULL});
    assert_true(o.adds_up);
    assert_int_equal(o.n_judged, 6);
    assert_int_equal(unit[0].begin, 6);
    for (size_t k = 0; k < AHEAD; k++) {
        bool made;
        double one = outlook_expected(&o, &unit[0], &made)->mean[k];
        double two = outlook_expected(&o, &unit[1], &made)->mean[k];
        assert_true(one == 50);
        assert_about(outlook_expected(&o, &whole, &made)->mean[k], one + two, 1e-12);
    }
    volatile sig_atomic_t stop = 1;
    bool made;
    outlook_make(arena, &o, (OutlookAsk){METHOD_BLEND, AHEAD, 6, &stop, NULL});
    outlook_expected(&o, &whole, &made);
    assert_false(made);
    sum[3] += 1; /* one period in which they do not add up is enough */
    o = (Outlook){.n = N, .season = 1, .unit = unit, .n_unit = 2, .whole = &whole};
    outlook_make(arena, &o, (OutlookAsk){METHOD_BLEND, AHEAD, 6, NULL, NULL});
    assert_false(o.adds_up);
}

/* Of the seventh period, where others have a quarter left. */
static double rest_of(const double *y, const double *by, double whole)
{
    static const double other[7] = {0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25};
    SoFar s = {y, by, other, SO_FAR_ENOUGH};
    return so_far_rest(&s, 6, whole);
}

static void test_so_far(void **state)
{
    (void)state;
    const double y[] = {100, 200, 100, 200, 100, 200},
                 cost[] = {-100, -200, -100, -200, -100, -200};
    const double by[] = {50, 100, 50, 100, 50, 100, 0};
    assert_near(rest_of(y, by, 300), 150, 12);
    assert_near(rest_of(cost, (double[]){-50, -100, -50, -100, -50, -100, 0}, -300),
                -150, 12);
    /* behind invoices of 120 come credit notes, a fifth of what is left of them */
    assert_near(rest_of((double[]){100, 100, 100, 100, 100, 100},
                        (double[]){120, 120, 120, 120, 120, 120, 0}, 200),
                -40, 12);
    /* nothing of them in the whole: as much as there was */
    assert_near(rest_of((double[]){50, -50, 50, -50, 50, -50},
                        (double[]){100, 100, 100, 100, 100, 100, 0}, 0),
                -100, 12);
    /* one period has a value: three quarters are those of others */
    const double late[] = {0, 0, 0, 0, 0, 80}, none[] = {0, 0, 0, 0, 0, 0, 0};
    assert_near(rest_of(late, none, 80), 0.25 * 80 + 0.75 * 0.25 * 80, 12);
    assert_near(rest_of(none, none, 40), 10, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_look_ahead), cmocka_unit_test(test_same_as_then),
        cmocka_unit_test(test_hard_series),   cmocka_unit_test(test_fill),
        cmocka_unit_test(test_accuracy),      cmocka_unit_test(test_units_and_whole),
        cmocka_unit_test(test_so_far),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
