/* Charts: scales and their labels, what an answer becomes, how it is drawn in ASCII,
   in colour and in little room. */
#include "runtime/base/utf8.h"
#include "runtime/render/chart.h"
#include "runtime/render/chart_scale.h"
#include "runtime/render/chart_text.h"
#include "tests/unit/answers.h"

#include <math.h>

static FormatStyle english(void)
{
    return (FormatStyle){.locale = locale_default()};
}

static void check_label(ChartScale scale, Type type, size_t tick, const char *expected)
{
    StrBuf sb;
    strbuf_init(&sb);
    FormatStyle style = english();
    chart_scale_add_label(&sb, &style, type, &scale, tick);
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static void test_ticks_are_round(void **state)
{
    (void)state;
    ChartScale s = chart_scale_make(0, 123798.68, 6, false);
    assert_int_equal(s.n_tick, 4);
    assert_true(s.lo == 0 && s.hi == 150000);
    check_label(s, euro_type, 0, "€0");
    check_label(s, euro_type, 3, "€150,000");
    s = chart_scale_make(-0.03, 0.11, 6, false);
    assert_true(s.lo <= -0.03 && s.hi >= 0.11 && s.n_tick <= 6);
    check_label(s, percent_type, 0, "-5%");
    s = chart_scale_make(0, 0.0004, 6, false);
    check_label(s, plain_type, 1, "0.0001");
    s = chart_scale_make(0, 3, 6, true);
    assert_int_equal(s.n_tick, 4);
    check_label(s, count_type, 3, "3");
    s = chart_scale_make(0, 45e6, 6, false);
    check_label(s, euro_type, 1, "€10M");
    s = chart_scale_make(0, 9e31, 6, false);
    check_label(s, plain_type, 0, "0");
    check_label(s, plain_type, 1, "2E31");
}

static void test_scales_without_a_span(void **state)
{
    (void)state;
    ChartScale s = chart_scale_make(0, 0, 6, true);
    assert_true(s.lo == 0 && s.hi == 1 && s.n_tick == 2);
    s = chart_scale_make(7, 7, 6, false);
    assert_true(s.lo == 0 && s.hi >= 7 && s.n_tick <= 6);
    s = chart_scale_make(-7, -7, 6, false);
    assert_true(s.lo <= -7 && s.hi == 0);
    s = chart_scale_make(1e18, 1e18 + 512, 6, false);
    assert_true(isfinite(s.lo) && isfinite(s.hi) && s.lo <= 1e18 && s.hi >= 1e18);
    assert_true(s.n_tick >= 2 && s.n_tick <= 6);
}

/* Whatever the values: the scale holds them, is not much longer, has few ticks. */
static void test_scales_hold_their_values(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 1103515245u + 12345u;
        double a = ldexp((double)(seed % 2001) - 1000, (int)(seed >> 16) % 120 - 60);
        seed = seed * 1103515245u + 12345u;
        double b = ldexp((double)(seed % 2001) - 1000, (int)(seed >> 16) % 120 - 60);
        size_t most = 2 + seed % 7;
        ChartScale s = chart_scale_make(fmin(a, b), fmax(a, b), most, false);
        double slack = (s.hi - s.lo) * 1e-6;
        assert_true(s.lo <= fmin(a, b) + slack && s.hi >= fmax(a, b) - slack);
        assert_true(s.n_tick >= 2 && s.n_tick <= (most < 3 ? 3 : most));
        assert_true(fabs(chart_scale_tick(&s, s.n_tick - 1) - s.hi) <= slack);
    }
}

static char *render(Result *result, ChartAsk ask, TableStyle style)
{
    Sink sink;
    sink_init(&sink, -1);
    style.format.locale = locale_default();
    result->chart = ask;
    chart_text_render(&sink, result, &style);
    return strbuf_detach(&sink.buf);
}

static void check(Result *result, ChartAsk ask, TableStyle style, const char *expected)
{
    char *text = render(result, ask, style);
    assert_string_equal(text, expected);
    free(text);
}

static Result *sales(void)
{
    static const char *const region[] = {"North", "North", "South", "South", NULL};
    static const char *const quarter[] = {"221", "220", "220", "221", NULL};
    static const char *const revenue[] = {"200", "100", "-50", "", "250"};
    static const char *const orders[] = {"4", "2", "1", "0", "7"};
    Result *result = answer_new(5);
    add_column(result, "region", COLUMN_KEY, text_type, region);
    add_column(result, "quarter", COLUMN_KEY, quarter_type, quarter);
    add_column(result, "revenue", COLUMN_MEASURE, euro_type, revenue);
    add_column(result, "orders", COLUMN_MEASURE, count_type, orders);
    result->level[4] = LEVEL_TOTAL;
    return result;
}

static void test_model(void **state)
{
    (void)state;
    Result *result = sales();
    result->chart = (ChartAsk){CHART_LINE, 1};
    FormatStyle style = english();
    Chart *chart = chart_new(result, &style);
    assert_int_equal(chart->n_panel, 2);
    assert_int_equal(chart->n_category, 2);
    assert_string_equal(chart->category[0], "2025-Q1"); /* sorted along the axis */
    const ChartPanel *panel = &chart->panel[0];
    assert_string_equal(panel->title, "revenue");
    assert_int_equal(panel->n_series, 2);
    assert_string_equal(panel->series[1].name, "South");
    assert_true(panel->series[0].point[0].value == 100);
    assert_true(panel->series[1].point[1].exists && panel->series[1].point[1].empty);
    assert_true(panel->lo == -50 && panel->hi == 200); /* not the total */
    chart_free(chart);
    result->chart.kind = CHART_NONE;
    assert_null(chart_new(result, &style));
    result_unref(result);
}

static void test_ascii(void **state)
{
    (void)state;
    Result *result = sales();
    TableStyle style = {.width = 50, .format.ascii = true};
    check(result, (ChartAsk){CHART_BAR, 1}, style,
          "\n"
          "revenue\n"
          "North  2025-Q2  EUR 200.00      |################\n"
          "       2025-Q1  EUR 100.00      |########\n"
          "South  2025-Q1  -EUR 50.00  ####|\n"
          "       2025-Q2           -      |\n"
          "\n"
          "orders\n"
          "North  2025-Q2  4  ###############################\n"
          "       2025-Q1  2  ################\n"
          "South  2025-Q1  1  ########\n"
          "       2025-Q2  0\n");
    char *text = render(result, (ChartAsk){CHART_LINE, 1}, style);
    for (const char *c = text; *c; c++)
        assert_true((unsigned char)*c < 0x80);
    free(text);
    result_unref(result);
}

/* Every kind keeps to the width, in ASCII and out of it. */
static void test_width_is_kept(void **state)
{
    (void)state;
    Result *result = sales();
    for (int kind = CHART_LINE; kind < CHART_KIND_COUNT; kind++) {
        for (unsigned width = 40; width < 100; width += 7) {
            TableStyle style = {.width = width, .format.ascii = width % 2 == 0};
            char *text = render(result, (ChartAsk){(ChartKind)kind, 1}, style);
            for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
                assert_true(utf8_width(line, strcspn(line, "\n")) <= width);
            free(text);
        }
    }
    result_unref(result);
}

static void test_colour(void **state)
{
    (void)state;
    static const char *const name[] = {"a\033[31m", "b"};
    static const char *const value[] = {"2", "-1"};
    Result *result = answer_new(2);
    add_column(result, "k", COLUMN_KEY, text_type, name);
    add_column(result, "n", COLUMN_MEASURE, count_type, value);
    check(result, (ChartAsk){CHART_BAR, 0}, (TableStyle){.width = 40, .colour = true},
          "\n"
          "\033[1mn\033[0m\n"
          "a^[[31m   2  \033[31m         \033[0m│\033[36m█████████████████\033[0m\n"
          "b        -1  \033[31m▐████████\033[0m│\n");
    result_unref(result);
}

static void test_little_room(void **state)
{
    (void)state;
    Result *result = sales();
    check(result, (ChartAsk){CHART_BAR, 1}, (TableStyle){.width = 10},
          "(a chart\nneeds 40\ncolumns)\n");
    result_unref(result);
    result = answer_new(0);
    add_column(result, "n", COLUMN_MEASURE, count_type, NULL);
    check(result, (ChartAsk){CHART_BAR, -1}, (TableStyle){.width = 80},
          "\n(nothing to draw)\n");
    result_unref(result);
}

static void test_sparkline(void **state)
{
    (void)state;
    static const double value[] = {1, 2, 0, 8, 3};
    static const bool empty[] = {false, false, true, false, false};
    StrBuf sb;
    strbuf_init(&sb);
    chart_add_sparkline(&sb, (Sparkline){value, empty, 5}, false);
    assert_string_equal(sb.text, "▁▂ █▃");
    strbuf_reset(&sb);
    chart_add_sparkline(&sb, (Sparkline){value, NULL, 5}, true);
    assert_string_equal(sb.text, ".-_#~");
    strbuf_reset(&sb);
    chart_add_sparkline(&sb, (Sparkline){(const double[]){0, 0}, NULL, 2}, false);
    assert_string_equal(sb.text, "▁▁");
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks_are_round),
        cmocka_unit_test(test_scales_without_a_span),
        cmocka_unit_test(test_scales_hold_their_values),
        cmocka_unit_test(test_model),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_width_is_kept),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_little_room),
        cmocka_unit_test(test_sparkline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
