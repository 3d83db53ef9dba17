/* Methods of series against numbers that R and others print for the same series. */
#include "runtime/forecast/ets.h"
#include "runtime/forecast/outlook.h"
#include "runtime/forecast/record.h"
#include "runtime/forecast/smoothing.h"
#include "tests/unit/arena.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_VALUES = 256 };

typedef struct {
    double y[MAX_VALUES];
    Series s;
} Data;

/* The second column of tests/unit/series/`name`.csv. */
static void read_series(Data *data, const char *name, size_t season)
{
    char path[64], line[64];
    snprintf(path, sizeof path, "tests/unit/series/%s.csv", name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    data->s = (Series){data->y, 0, season};
    while (fgets(line, sizeof line, file)) {
        char *value = line;
        while (*value != ',')
            value++;
        data->y[data->s.n++] = strtod(value + 1, NULL);
    }
    fclose(file);
}

/* To `digits` digits that count. */
static void assert_near(double found, double expected, int digits)
{
    double off = fabs(found - expected);
    if (!(off <= 0.5 * pow(10, floor(log10(fabs(expected))) + 1 - digits)))
        fail_msg("found %.10g, expected %.10g", found, expected);
}

/* Within `part` of what is expected. */
static void assert_about(double found, double expected, double part)
{
    if (!(fabs(found - expected) <= part * fabs(expected)))
        fail_msg("found %.10g, expected about %.10g", found, expected);
}

static void assert_values(const double *found, const double *expected, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_near(found[i], expected[i], 8);
}

static const double air_multiplied[] = {448.613653, 423.996599, 480.119614, 499.783734,
                                        515.292066, 589.462083, 677.023417, 669.239951,
                                        556.753257, 493.994988, 423.924425, 469.588127};
static const double air_added[] = {459.266159, 441.950077, 489.996052, 509.235687,
                                   522.350537, 581.317885, 649.517680, 636.569387,
                                   539.698067, 489.291096, 434.341706, 478.192788};

static void test_winters(void **state)
{
    (void)state;
    Data air;
    read_series(&air, "AirPassengers", 12);
    assert_int_equal(air.s.n, 144);
    Smoothing form = {
        .trend = true, .alpha = 0.3, .beta = 0.05, .gamma = 0.6, .phi = 1};
    SmoothingState end;
    Expected e = expected_new(arena, 12);
    form.season = SEASON_MULTIPLICATIVE;
    assert_true(smoothing_run(arena, &form, air.s, &end));
    assert_near(end.sse, 18628.0399943, 12);
    assert_near(end.level, 484.18986903, 11);
    assert_near(end.slope, 3.45729266, 9);
    smoothing_expect(&form, &end, air.s, 12, &e);
    assert_values(e.mean, air_multiplied, 12);
    form.season = SEASON_ADDITIVE;
    assert_true(smoothing_run(arena, &form, air.s, &end));
    assert_near(end.sse, 35612.5009224, 12);
    assert_near(end.level, 491.26660878, 11);
    assert_near(end.slope, 3.47742518, 9);
    smoothing_expect(&form, &end, air.s, 12, &e);
    assert_values(e.mean, air_added, 12);
}

static void test_start_of_winters(void **state)
{
    (void)state;
    static const double multiplied[] = {.88537782, .95670266,  1.0560479, .99999181,
                                        .91918031, 1.08513403, 1.1795086, 1.17526021,
                                        1.0739905, .93517392,  .81465502, .91897722};
    static const double added[] = {-14.8194444, -5.65277778, 7.51388889,  .01388889,
                                   -10.9861111, 11.6805556,  22.6388889,  22.1805556,
                                   9.47222222,  -8.15277778, -23.5694444, -10.3194444};
    Data air;
    Season season;
    double trend[MAX_VALUES], level, slope;
    read_series(&air, "AirPassengers", 12);
    Series head = series_head(air.s, 24);
    assert_true(decompose(arena, head, SEASON_MULTIPLICATIVE, &season));
    for (size_t i = 0; i < 12; i++)
        assert_near(season.figure[i], multiplied[i], 7);
    assert_true(decompose(arena, head, SEASON_ADDITIVE, &season));
    for (size_t i = 0; i < 12; i++)
        assert_near(season.figure[i], added[i], 6);
    size_t n = decompose_trend(head, trend);
    assert_int_equal(n, 12);
    series_line((Series){trend, n, 1}, &level, &slope);
    assert_near(level, 124.3169191919192, 14);
    assert_near(slope, 1.1456876456876528, 14);
}

static void test_simple_and_holt(void **state)
{
    (void)state;
    static const double ahead[] = {32788.35006, 34911.49548, 37034.64091, 39157.78633,
                                   41280.93176};
    Data nile, miles;
    Smoothing form = {.alpha = 0.25, .phi = 1};
    SmoothingState end;
    Expected e = expected_new(arena, 5);
    read_series(&nile, "Nile", 1);
    assert_true(smoothing_run(arena, &form, nile.s, &end));
    assert_near(end.sse, 2038891.3148, 11);
    assert_near(end.level, 803.89398816, 11);
    read_series(&miles, "airmiles", 1);
    form = (Smoothing){.trend = true, .alpha = 0.8, .beta = 0.3, .phi = 1};
    assert_true(smoothing_run(arena, &form, miles.s, &end));
    assert_near(end.sse, 25443798.6178, 12);
    smoothing_expect(&form, &end, miles.s, 5, &e);
    assert_values(e.mean, ahead, 5);
}

/* Fitted: no worse than R by more than a thousandth, and forecasts beside its own. */
static void test_fitted(void **state)
{
    (void)state;
    Data air, nile, miles;
    SmoothingState end;
    Expected e = expected_new(arena, 3);
    read_series(&air, "AirPassengers", 12);
    Smoothing form = {.trend = true, .season = SEASON_MULTIPLICATIVE};
    assert_true(smoothing_fit(arena, &form, air.s, &end));
    assert_true(end.sse < 16570.777867 * 1.001);
    smoothing_expect(&form, &end, air.s, 3, &e);
    assert_about(e.mean[0], 447.0559, 0.01);
    assert_about(e.mean[2], 464.8671, 0.01);
    form = (Smoothing){.trend = true, .season = SEASON_ADDITIVE};
    assert_true(smoothing_fit(arena, &form, air.s, &end));
    assert_true(end.sse < 21860.1846219 * 1.001);
    smoothing_expect(&form, &end, air.s, 3, &e);
    assert_about(e.mean[1], 429.3906, 0.01);
    read_series(&nile, "Nile", 1);
    form = (Smoothing){0};
    assert_true(smoothing_fit(arena, &form, nile.s, &end));
    assert_about(form.alpha, 0.245668, 0.01);
    assert_about(end.level, 805.336329, 0.001);
    smoothing_expect(&form, &end, nile.s, 1, &e);
    assert_about(e.sd[0] * e.sd[0], 20802.80, 0.01);
    read_series(&miles, "airmiles", 1);
    form = (Smoothing){.trend = true};
    assert_true(smoothing_fit(arena, &form, miles.s, &end));
    smoothing_expect(&form, &end, miles.s, 3, &e);
    assert_about(e.mean[0], 32764.308, 0.01);
    assert_about(e.mean[2], 36978.301, 0.01);
}

/* AICc of each form is not above R's by more than a thousandth; the best is better. */
static void test_ets(void **state)
{
    (void)state;
    Data air;
    EtsModel best[ETS_KEPT];
    Expected e = expected_new(arena, 3);
    read_series(&air, "AirPassengers", 12);
    assert_int_equal(ets_fit(arena, air.s, best), ETS_KEPT);
    assert_true(best[0].aicc < 1400.6384);
    for (size_t i = 0; i < ETS_KEPT; i++) {
        const EtsForm *form = &best[i].form;
        double bar = !form->trend ? 1465.0644 : form->damped ? 1400.6384 : 1403.6644;
        assert_true(form->relative && form->season == SEASON_MULTIPLICATIVE);
        assert_true(best[i].aicc < bar * 1.001);
        if (!form->damped)
            continue;
        ets_model_expect(&best[i], air.s, 3, &e);
        assert_about(e.mean[0], 441.8018, 0.01);
        assert_about(e.mean[1], 434.1186, 0.01);
        assert_about(e.mean[2], 496.6300, 0.01);
    }
}

/* The last 24 months held out. */
static Accuracy held_out(const char *name, Method method)
{
    Data data;
    read_series(&data, name, 12);
    Series known = series_head(data.s, data.s.n - 24);
    Origins origins = record_origins(arena, known, 0, 1, 24);
    Record r = record_make(arena, method, known, origins);
    RecordCut cut = {0, 1, 1, 24, data.s.n};
    return record_accuracy(&r, data.s, cut);
}

static void test_held_out(void **state)
{
    (void)state;
    assert_near(held_out("AirPassengers", METHOD_SEASONAL_NAIVE).mase, 2.4935, 5);
    assert_near(held_out("AirPassengers", METHOD_NAIVE).mase, 4.0334, 5);
    assert_about(held_out("AirPassengers", METHOD_THETA).mase, 2.2123, 0.02);
    Accuracy wine = held_out("wineind", METHOD_SEASONAL_NAIVE);
    assert_near(wine.wape, 0.068824, 5);
    assert_near(wine.mase, 0.9193, 4);
    assert_near(wine.bias, -0.0057, 2);
    assert_about(held_out("wineind", METHOD_THETA).wape, 0.061756, 0.02);
    assert_true(held_out("wineind", METHOD_BLEND).wape < 0.061756);
}

/* Origins one by one from the 60th on: mean of |error| by actual, at leads 1 and 12. */
static void test_rolling(void **state)
{
    (void)state;
    Data air;
    read_series(&air, "AirPassengers", 12);
    size_t known[84];
    for (size_t i = 0; i < 84; i++)
        known[i] = 60 + i;
    Record r = record_make(arena, METHOD_THETA, air.s, (Origins){known, 84, 12, NULL});
    double sum[2] = {0, 0};
    for (size_t i = 0; i < 84; i++) {
        for (size_t k = 0; k < 2; k++) {
            size_t lead = k ? 12 : 1, at = known[i] + lead - 1;
            if (at < air.s.n)
                sum[k] += fabs(r.at[i].mean[lead - 1] - air.y[at]) / air.y[at];
        }
    }
    assert_about(100 * sum[0] / 84, 3.514, 0.02);
    assert_about(100 * sum[1] / 73, 7.563, 0.02);
}

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
        cmocka_unit_test(test_start_of_winters),
        cmocka_unit_test(test_winters),
        cmocka_unit_test(test_simple_and_holt),
        cmocka_unit_test(test_fitted),
        cmocka_unit_test(test_ets),
        cmocka_unit_test(test_held_out),
        cmocka_unit_test(test_rolling),
        cmocka_unit_test(test_no_look_ahead),
        cmocka_unit_test(test_same_as_then),
        cmocka_unit_test(test_hard_series),
        cmocka_unit_test(test_fill),
        cmocka_unit_test(test_accuracy),
        cmocka_unit_test(test_units_and_whole),
        cmocka_unit_test(test_so_far),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
