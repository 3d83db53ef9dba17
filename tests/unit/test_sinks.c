/* CSV, JSON, Markdown, and documents of several parts. */
#include "runtime/base/utf8.h"
#include "runtime/render/csv.h"
#include "runtime/render/document.h"
#include "runtime/render/json.h"
#include "runtime/render/markdown.h"
#include "tests/unit/answers.h"

static char *render(const Result *result, DocumentStyle style)
{
    Sink sink;
    sink_init(&sink, -1);
    style.table.format.locale = locale_default();
    Document doc;
    document_begin(&doc, &sink, &style);
    document_add_title(&doc, "Title", 0);
    document_add_text(&doc, "Text");
    document_add_result(&doc, result);
    document_add_result(&doc, result);
    document_end(&doc);
    return strbuf_detach(&sink.buf);
}

static char *render_csv(const Result *result, bool raw)
{
    Sink sink;
    sink_init(&sink, -1);
    csv_render(&sink, result, &(CsvStyle){.raw = raw});
    return strbuf_detach(&sink.buf);
}

static void check_csv(const char *text, bool raw, const char *expected)
{
    const char *const cell[] = {text};
    Result *result = answer_new(1);
    add_column(result, "t", COLUMN_KEY, text_type, cell);
    char *got = render_csv(result, raw);
    assert_memory_equal(got, "t\n", 2);
    size_t len = strlen(got);
    assert_int_equal(got[len - 1], '\n');
    got[len - 1] = 0;
    assert_string_equal(got + 2, expected);
    free(got);
    result_unref(result);
}

static void test_csv_quotes(void **state)
{
    (void)state;
    check_csv("plain", false, "plain");
    check_csv("a,b", false, "\"a,b\"");
    check_csv("say \"hi\"", false, "\"say \"\"hi\"\"\"");
    check_csv("two\nlines", false, "\"two\nlines\"");
    check_csv("two\rlines", false, "\"two\rlines\"");
    check_csv(" edge", false, "\" edge\"");
    check_csv("", false, "\"\"");
    check_csv(NULL, false, "\"\"");
    check_csv("日本語", false, "日本語");
}

static void test_csv_formulas(void **state)
{
    (void)state;
    check_csv("=1+1", false, "'=1+1");
    check_csv("+1", false, "'+1");
    check_csv("-1", false, "'-1");
    check_csv("@SUM(A1)", false, "'@SUM(A1)");
    check_csv("\t=1", false, "'\t=1");
    check_csv("\r=1", false, "\"'\r=1\"");
    check_csv("  =1", false, "\"'  =1\"");
    check_csv("\n=1", false, "\"'\n=1\"");
    check_csv("\xC2\xA0=1", false, "'\xC2\xA0=1");
    check_csv("\xEF\xBB\xBF=1", false, "'\xEF\xBB\xBF=1");
    check_csv("＝1", false, "'＝1");
    check_csv("＋1", false, "'＋1");
    check_csv("－1", false, "'－1");
    check_csv("＠a", false, "'＠a");
    check_csv("=1,\"x\"", false, "\"'=1,\"\"x\"\"\"");
    check_csv("a=1", false, "a=1");
    check_csv("'=1", false, "'=1");
    check_csv("=1+1", true, "=1+1");
    check_csv("＝1", true, "＝1");
}

static void test_csv_lines(void **state)
{
    (void)state;
    static const char *const team[] = {"A", NULL, NULL};
    static const char *const money[] = {"-1234.50", NULL, "0.10"};
    static const char *const day[] = {"2025-03-31", NULL, NULL};
    static const char *const flag[] = {"yes", "no", NULL};
    Result *result = answer_new(3);
    add_column(result, "team", COLUMN_KEY, text_type, team);
    add_column(result, "=x", COLUMN_MEASURE, euro_type, money)->group = "2025";
    add_column(result, "day", COLUMN_MEASURE, date_type, day);
    add_column(result, "flag", COLUMN_MEASURE, boolean_type, flag);
    char *got = render_csv(result, false);
    assert_string_equal(got, "team,'=x 2025,day,flag\n"
                             "A,-1234.5,2025-03-31,true\n"
                             ",,,false\n"
                             ",0.1,,\n");
    free(got);
    result->has_levels = true;
    result->level[1] = LEVEL_OTHERS;
    result->level[2] = LEVEL_TOTAL;
    got = render_csv(result, false);
    assert_string_equal(got, "level,team,'=x 2025,day,flag\n"
                             "line,A,-1234.5,2025-03-31,true\n"
                             "others,,,,false\n"
                             "total,,0.1,,\n");
    free(got);
    result_unref(result);
}

static void test_nothing(void **state)
{
    (void)state;
    Result *result = answer_new(0);
    char *got = render_csv(result, false);
    assert_string_equal(got, "");
    free(got);
    got = render(result, (DocumentStyle){.format = RENDER_JSON, .is_file = true});
    assert_string_equal(got, "[{\"title\":\"Title\"}\n,{\"text\":\"Text\"}\n"
                             ",{\"columns\":[],\n\"rows\":[]}\n"
                             ",{\"columns\":[],\n\"rows\":[]}\n]\n");
    free(got);
    got = render(result, (DocumentStyle){.format = RENDER_MARKDOWN});
    assert_string_equal(got, "# Title\n\nText\n\n\n");
    free(got);
    add_column(result, "team", COLUMN_KEY, text_type, NULL);
    got = render(result, (DocumentStyle){.format = RENDER_CSV});
    assert_string_equal(got, "team\n\nteam\n");
    free(got);
    result_unref(result);
}

static void test_json(void **state)
{
    (void)state;
    static const char *const team[] = {"a\"\\\n\t\x01\xFF<", NULL};
    static const char *const money[] = {"12345678901234567890.12345678901", NULL};
    static const char *const quarter[] = {"220", "221"};
    Result *result = answer_new(2);
    add_column(result, "team", COLUMN_KEY, text_type, team);
    add_column(result, "quarter", COLUMN_KEY, quarter_type, quarter);
    ResultColumn *column =
        add_column(result, "revenue", COLUMN_MEASURE, euro_type, money);
    column->partial = ARENA_ARRAY(result->arena, uint8_t, 2);
    column->partial[1] = 1;
    result->has_levels = true;
    result->level[1] = LEVEL_SUBTOTAL;
    const char *notes[] = {"a \"note\""};
    Signal signals[] = {{1, false, "low"}, {UINT32_MAX, true, NULL}};
    result->note = notes;
    result->n_note = 1;
    result->signal = signals;
    result->n_signal = 2;
    Sink sink;
    sink_init(&sink, -1);
    json_render(&sink, result);
    assert_string_equal(
        sink.buf.text,
        "{\"columns\":[{\"title\":\"team\",\"role\":\"key\",\"type\":\"text\"},"
        "{\"title\":\"quarter\",\"role\":\"key\",\"type\":\"quarter\"},"
        "{\"title\":\"revenue\",\"role\":\"measure\",\"type\":\"money\","
        "\"currency\":\"EUR\"}],\n"
        "\"rows\":[\n"
        "{\"level\":\"line\",\"values\":{\"team\":\"a\\\"\\\\\\n\\t\\u0001\xEF\xBF\xBD<"
        "\","
        "\"quarter\":\"2025-Q1\","
        "\"revenue\":12345678901234567890.12345678901}},\n"
        "{\"level\":\"subtotal\",\"values\":{\"team\":null,\"quarter\":\"2025-Q2\","
        "\"revenue\":null},\"partial\":[\"revenue\"]}],\n"
        "\"notes\":[\"a \\\"note\\\"\"],\n"
        "\"signals\":[{\"kind\":\"alarm\",\"line\":1,\"text\":\"low\"},"
        "{\"kind\":\"warning\",\"line\":null,\"text\":\"\"}]}\n");
    assert_int_equal(utf8_valid_prefix(sink.buf.text, sink.buf.len), sink.buf.len);
    sink_release(&sink);
    result_unref(result);
}

static void test_markdown(void **state)
{
    (void)state;
    static const char *const team[] = {"a|b\nc", "日本", NULL};
    static const char *const money[] = {"1234.5", "-1", "1233.5"};
    Result *result = answer_new(3);
    add_column(result, "team", COLUMN_KEY, text_type, team);
    ResultColumn *column =
        add_column(result, "revenue", COLUMN_MEASURE, euro_type, money);
    column->partial = ARENA_ARRAY(result->arena, uint8_t, 3);
    column->partial[1] = 1;
    result->level[2] = LEVEL_TOTAL;
    const char *notes[] = {"<b> & *c* \x1b"};
    result->note = notes;
    result->n_note = 1;
    FormatStyle style = {.locale = locale_default()};
    Sink sink;
    sink_init(&sink, -1);
    markdown_render(&sink, result, &style);
    assert_string_equal(sink.buf.text, "| team      |        revenue |\n"
                                       "| --------- | -------------: |\n"
                                       "| a\\|b<br>c |     €1,234.50  |\n"
                                       "| 日本      |        -€1.00◔ |\n"
                                       "| **total** | **€1,233.50**  |\n"
                                       "\n"
                                       "&lt;b> &amp; \\*c\\* ^[\n");
    sink_release(&sink);
    result_unref(result);
}

static void test_formats_by_name(void **state)
{
    (void)state;
    RenderFormat format;
    assert_true(document_format_of_path("out/a.b/x.CSV", &format));
    assert_int_equal(format, RENDER_CSV);
    assert_true(document_format_of_path("x.md", &format));
    assert_int_equal(format, RENDER_MARKDOWN);
    assert_true(document_format_of_path("x.txt", &format));
    assert_int_equal(format, RENDER_TABLE);
    assert_true(document_format_of_path("x.json", &format));
    assert_int_equal(format, RENDER_JSON);
    assert_false(document_format_of_path("x.pdf", &format));
    assert_false(document_format_of_path("x.csv/y", &format));
    assert_false(document_format_of_path("csv", &format));
    assert_true(document_format_find("markdown", &format));
    assert_false(document_format_find("", &format));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv_quotes),
        cmocka_unit_test(test_csv_formulas),
        cmocka_unit_test(test_csv_lines),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_formats_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
