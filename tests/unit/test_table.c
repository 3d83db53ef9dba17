/* Terminal tables: levels, width, what data must not do to a terminal. */
#include "runtime/render/table.h"

#include "runtime/base/utf8.h"
#include "tests/unit/answers.h"

static char *render(const Result *result, TableStyle style)
{
    Sink sink;
    sink_init(&sink, -1);
    style.format.locale = locale_default();
    table_render(&sink, result, &style);
    return strbuf_detach(&sink.buf);
}

static void check(const Result *result, TableStyle style, const char *expected)
{
    char *text = render(result, style);
    assert_string_equal(text, expected);
    free(text);
}

static Result *sales(void)
{
    static const char *const region[] = {"North", "North", "North",
                                         "South", NULL,    NULL};
    static const char *const quarter[] = {"220", "221", NULL, "220", NULL, NULL};
    static const char *const revenue[] = {"1234.5", "99.999", "1334.499",
                                          "-3",     "20",     "1351.499"};
    static const char *const orders[] = {"12", "9999", "10011", NULL, "1", "10012"};
    Result *result = answer_new(6);
    add_column(result, "region", COLUMN_KEY, text_type, region);
    add_column(result, "quarter", COLUMN_KEY, quarter_type, quarter);
    add_column(result, "revenue", COLUMN_MEASURE, euro_type, revenue);
    add_column(result, "orders", COLUMN_MEASURE, count_type, orders);
    result->has_levels = true;
    result->level[2] = LEVEL_SUBTOTAL;
    result->depth[2] = 1;
    result->level[4] = LEVEL_OTHERS;
    result->level[5] = LEVEL_TOTAL;
    result->n_other = ARENA_ARRAY(result->arena, uint32_t, 6);
    result->n_other[4] = 3;
    return result;
}

static void test_levels(void **state)
{
    (void)state;
    Result *result = sales();
    check(result, (TableStyle){.width = 80},
          "region      quarter    revenue  orders\n"
          "──────────  ───────  ─────────  ──────\n"
          "North       2025-Q1  €1,234.50      12\n"
          "            2025-Q2    €100.00   9,999\n"
          "            total    €1,334.50  10,011\n"
          "South       2025-Q1     -€3.00       –\n"
          "others (3)              €20.00       1\n"
          "──────────  ───────  ─────────  ──────\n"
          "total                €1,351.50  10,012\n");
    check(result, (TableStyle){.colour = true, .rows = 1, .format.ascii = true},
          "region      quarter       revenue  orders\n"
          "----------  -------  ------------  ------\n"
          "North       2025-Q1  EUR 1,234.50      12\n"
          "... 3 more lines\n"
          "\033[1mothers (3)              EUR 20.00       1\033[0m\n"
          "----------  -------  ------------  ------\n"
          "\033[1mtotal                EUR 1,351.50  10,012\033[0m\n");
    result_unref(result);
}

static void test_marks_notes_and_signals(void **state)
{
    (void)state;
    static const char *const team[] = {NULL, "B"};
    static const char *const rate[] = {"0.5", "0.25"};
    Result *result = answer_new(2);
    add_column(result, "team", COLUMN_KEY, text_type, team);
    ResultColumn *column =
        add_column(result, "rate", COLUMN_MEASURE, percent_type, rate);
    column->partial = ARENA_ARRAY(result->arena, uint8_t, 2);
    column->partial[1] = 1;
    const char *notes[] = {"2 more tie"};
    Signal signals[] = {{1, false, "B is at 25.0%\033[2J"}, {0, true, NULL}};
    result->note = notes;
    result->n_note = 1;
    result->signal = signals;
    result->n_signal = 2;
    result->heading = "for 2025";
    check(result, (TableStyle){.width = 40},
          "for 2025\n"
          "\n"
          "team     rate\n"
          "──────  ──────\n"
          "(none)  50.0%\n"
          "B       25.0%◔\n"
          "2 more tie\n"
          "alarm: B is at 25.0%^[[2J\n"
          "warning: (none)\n");
    result_unref(result);
}

static void test_across(void **state)
{
    (void)state;
    static const char *const team[] = {"A"};
    static const char *const one[] = {"1"};
    Result *result = answer_new(1);
    add_column(result, "team", COLUMN_KEY, text_type, team);
    for (int i = 0; i < 4; i++) {
        const char *title = i % 2 ? "orders" : "lines";
        add_column(result, title, COLUMN_MEASURE, count_type, one)->group =
            i < 2 ? "2024" : "quarter of quarters";
    }
    check(result, (TableStyle){0},
          "          2024       quarter of quarters\n"
          "team  lines  orders  lines        orders\n"
          "────  ─────  ──────  ─────  ────────────\n"
          "A         1       1      1             1\n");
    result_unref(result);
}

static void test_nothing_to_show(void **state)
{
    (void)state;
    Result *result = answer_new(0);
    check(result, (TableStyle){.width = 20}, "");
    add_column(result, "team", COLUMN_KEY, text_type, NULL);
    check(result, (TableStyle){.width = 20}, "team\n────\n(no lines)\n");
    result_unref(result);
}

static void test_plain_numbers_line_up(void **state)
{
    (void)state;
    static const char *const ratio[] = {"2", "1.5", "1000.333333", NULL};
    Result *result = answer_new(4);
    add_column(result, "ratio", COLUMN_MEASURE, plain_type, ratio);
    check(result, (TableStyle){0},
          "   ratio\n────────\n    2.00\n    1.50\n1,000.33\n       –\n");
    result_unref(result);
}

static const char *const wild[] = {
    "日本語のとても長い名前の地域です",
    "e\xCC\x81\xCC\x81 combining marks, many of them",
    "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 family",
    "\xE2\x80\xAEright to left\xE2\x80\xAC",
    "tab\there\nand a new line\r\n",
    ("\033]0;title\a\033[31mred\xC2\x9B"
     "31m"),
    "bad \xFF\xC3 bytes",
    "",
};
enum { N_WILD = sizeof wild / sizeof *wild };

static void check_line(const char *line, size_t len, size_t width)
{
    assert_int_equal(utf8_valid_prefix(line, len), len);
    assert_true(utf8_width(line, len) <= width);
    for (size_t at = 0; at < len;) {
        int32_t code;
        at += utf8_decode(line + at, len - at, &code);
        assert_true(code >= 0x20 && code != 0x7f && !(code >= 0x80 && code < 0xA0));
        assert_true(code != 0x202E && code != 0x202C && code != 0x2028);
    }
}

static void test_width_is_kept(void **state)
{
    (void)state;
    Result *result = answer_new(N_WILD);
    static const char *const number[] = {"1", "22", "333", "4444", "5", "6", "7", NULL};
    add_column(result, wild[0], COLUMN_KEY, text_type, wild);
    add_column(result, wild[4], COLUMN_KEY, text_type, wild);
    add_column(result, wild[5], COLUMN_MEASURE, count_type, number);
    add_column(result, "m", COLUMN_MEASURE, text_type, wild)->group = wild[1];
    add_column(result, "n", COLUMN_MEASURE, euro_type, number)->group = wild[1];
    result->heading = wild[5];
    result->note = (const char **)ARENA_ARRAY(result->arena, const char *, 1);
    result->note[0] = wild[1];
    result->n_note = 1;
    for (unsigned width = 12; width <= 160; width += width < 40 ? 1 : 20) {
        char *text = render(result, (TableStyle){.width = width});
        for (const char *at = text; *at;) {
            size_t len = strcspn(at, "\n");
            check_line(at, len, width);
            at += len + 1;
        }
        free(text);
    }
    result_unref(result);
}

static void test_blocks(void **state)
{
    (void)state;
    static const char *const team[] = {"A team of many", "B"};
    static const char *const money[] = {"1234.5", "1"};
    Result *result = answer_new(2);
    add_column(result, "team", COLUMN_KEY, text_type, team);
    add_column(result, "a", COLUMN_MEASURE, euro_type, money);
    add_column(result, "b", COLUMN_MEASURE, euro_type, money);
    check(result, (TableStyle){.width = 35},
          "team                   a          b\n"
          "─────────────  ─────────  ─────────\n"
          "A team of ma…  €1,234.50  €1,234.50\n"
          "B                  €1.00      €1.00\n");
    result_unref(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_marks_notes_and_signals),
        cmocka_unit_test(test_across),
        cmocka_unit_test(test_nothing_to_show),
        cmocka_unit_test(test_plain_numbers_line_up),
        cmocka_unit_test(test_width_is_kept),
        cmocka_unit_test(test_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
