/* Number formats, names of sheets, and workbooks that are handed on whole or not. */
#include "runtime/render/xlsx.h"
#include "runtime/render/xlsx_check.h"
#include "runtime/render/xlsx_form.h"
#include "tests/unit/answers.h"

#include <errno.h>
#include <unistd.h>

static void check_format(const char *locale, Type type, XlsxForm form, XlsxMark mark,
                         const char *expected)
{
    StrBuf sb;
    strbuf_init(&sb);
    xlsx_add_format(&sb, &(FormatStyle){.locale = locale_find(locale)}, type, form,
                    mark);
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static void test_formats(void **state)
{
    (void)state;
    const Type yen = {.kind = VALUE_NUMBER,
                      .unit = {.kind = UNIT_MONEY, .currency = "JPY"}};
    const Type other = {.kind = VALUE_NUMBER,
                        .unit = {.kind = UNIT_MONEY, .currency = "XQQ"}};
    const Type any = {.kind = VALUE_NUMBER, .unit = {.kind = UNIT_MONEY}};
    const Type moment = {.kind = VALUE_MOMENT};
    check_format("en", euro_type, XLSX_VALUE, XLSX_NO_MARK, "\"€\"#,##0.00");
    check_format("de", euro_type, XLSX_VALUE, XLSX_NO_MARK, "#,##0.00\"\u00A0€\"");
    check_format("nl", euro_type, XLSX_VALUE, XLSX_MARK,
                 "\"€\u00A0\"#,##0.00\"◔\";\"€\u00A0\"-#,##0.00\"◔\"");
    check_format("en", yen, XLSX_VALUE, XLSX_ROOM, "\"¥\"#,##0_0");
    check_format("en", other, XLSX_VALUE, XLSX_NO_MARK, "\"XQQ\u00A0\"#,##0.00");
    check_format("en", any, XLSX_VALUE, XLSX_NO_MARK, "#,##0.00");
    check_format("en", percent_type, XLSX_VALUE, XLSX_NO_MARK, "#,##0.0%");
    check_format("de", percent_type, XLSX_VALUE, XLSX_MARK, "#,##0.0\"\u00A0\"%\"◔\"");
    check_format("en", count_type, XLSX_VALUE, XLSX_NO_MARK, "#,##0");
    check_format("en", plain_type, XLSX_VALUE2, XLSX_NO_MARK, "#,##0.00");
    check_format("en", plain_type, XLSX_WHOLE, XLSX_NO_MARK, "0");
    check_format("en", date_type, XLSX_VALUE, XLSX_NO_MARK, "yyyy\\-mm\\-dd");
    check_format("en-US", moment, XLSX_VALUE, XLSX_NO_MARK,
                 "mm\\/dd\\/yyyy\\ hh:mm:ss");
    check_format("en", text_type, XLSX_TEXT, XLSX_MARK, "@\"◔\"");
}

static void check_name(SheetNames *names, const char *wanted, const char *expected)
{
    assert_string_equal(sheet_names_take(names, wanted), expected);
}

static void test_names(void **state)
{
    (void)state;
    SheetNames names = {0};
    check_name(&names, "Report", "Report");
    check_name(&names, "report", "report (2)");
    check_name(&names, "a/b: [x]?*\\", "a-b- -x----");
    check_name(&names, "'quoted'", "-quoted-");
    check_name(&names, "it's", "it's");
    check_name(&names, "History", "History-");
    check_name(&names, "", "-");
    check_name(&names, "  ", "- (2)");
    check_name(&names, "éa", "éa");
    check_name(&names, "ÉA", "ÉA (2)");
    check_name(&names, "0123456789012345678901234567890123",
               "0123456789012345678901234567890");
    check_name(&names, "01234567890123456789012345678901",
               "012345678901234567890123456 (2)");
    check_name(&names,
               "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"
               "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"
               "\U0001F600\U0001F600\U0001F600\U0001F600",
               "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"
               "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"
               "\U0001F600\U0001F600\U0001F600");
    sheet_names_release(&names);
}

static void test_digits(void **state)
{
    (void)state;
    Decimal v;
    assert_true(xlsx_keeps(decimal_from_i64(999999999999999), -1));
    assert_false(xlsx_keeps(decimal_from_i64(1000000000000001), -1));
    assert_true(xlsx_keeps(decimal_from_i64(1000000000000000), -1) ==
                xlsx_keeps(decimal_from_i64(-1000000000000000), -1));
    assert_true(decimal_parse("0.33333333333333333333", 22, &v));
    assert_true(xlsx_keeps(v, 2));
    assert_false(xlsx_keeps(v, -1));
    assert_true(decimal_parse("12345678901234.567", 18, &v));
    assert_false(xlsx_keeps(v, 2));
    assert_true(xlsx_keeps(v, 0));
}

/* Ten lines and a total, on sheets of `rows` rows. */
static void make_book(Sink *sink, uint32_t rows)
{
    static const char *const name[] = {"a", "b", "c", "d", "e", "f",
                                       "g", "h", "i", "j", NULL};
    static const char *const n[] = {"1", "2", "3", "4", "5", "6",
                                    "7", "8", "9", "1", "46"};
    const char *notes[] = {"a note"};
    Result *result = answer_new(11);
    add_column(result, "name", COLUMN_KEY, text_type, name);
    add_column(result, "n", COLUMN_MEASURE, count_type, n);
    result->level[10] = LEVEL_TOTAL;
    result->note = notes;
    result->n_note = 1;
    sink_init(sink, -1);
    XlsxBook *book = xlsx_new(
        &(XlsxStyle){.format.locale = locale_default(), .today = 20000, .rows = rows});
    xlsx_add_title(book, "Title");
    xlsx_add_result(book, result);
    xlsx_finish(book, sink);
    result_unref(result);
}

static int file_of(const StrBuf *bytes, size_t len)
{
    char path[] = "/tmp/koers-book-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(write(fd, bytes->text, len), (ssize_t)len);
    return fd;
}

static bool is_whole(const StrBuf *bytes, size_t len, uint64_t rows)
{
    int fd = file_of(bytes, len);
    bool res = xlsx_is_whole(fd, rows);
    close(fd);
    return res;
}

/* Title and the line of the sheet in front, then header, lines and, after an empty
   row, the note. Sheets of six rows hold five lines, a header each and a line in front
   for each. */
static void test_sheets_go_on(void **state)
{
    (void)state;
    Sink sink;
    make_book(&sink, 0);
    assert_int_equal(sink.error, 0);
    assert_true(is_whole(&sink.buf, sink.buf.len, 2 + 1 + 11 + 1));
    assert_false(is_whole(&sink.buf, sink.buf.len, 2 + 1 + 11));
    sink_release(&sink);
    make_book(&sink, 6);
    assert_true(is_whole(&sink.buf, sink.buf.len, 1 + 3 + 3 + 11 + 1));
    sink_release(&sink);
}

static void test_damage_is_found(void **state)
{
    (void)state;
    Sink sink;
    make_book(&sink, 0);
    for (size_t len = 0; len < sink.buf.len; len += 37)
        assert_false(is_whole(&sink.buf, len, 15));
    size_t found = 0, tried = 0;
    for (size_t at = 100; at < sink.buf.len; at += 97, tried++) {
        sink.buf.text[at] ^= 0x55;
        found += !is_whole(&sink.buf, sink.buf.len, 15);
        sink.buf.text[at] ^= 0x55;
    }
    /* Names and times of parts are not looked at. */
    assert_true(found * 2 > tried);
    assert_true(is_whole(&sink.buf, sink.buf.len, 15));
    sink_release(&sink);
}

static void test_too_many_columns(void **state)
{
    (void)state;
    Sink sink;
    Result *result = answer_new(0);
    result->n_column = XLSX_COLUMNS + 1;
    sink_init(&sink, -1);
    XlsxBook *book = xlsx_new(&(XlsxStyle){.format.locale = locale_default()});
    xlsx_add_result(book, result);
    xlsx_finish(book, &sink);
    assert_int_equal(sink.error, EFBIG);
    assert_int_equal(sink.buf.len, 0);
    sink_release(&sink);
    result_unref(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),         cmocka_unit_test(test_names),
        cmocka_unit_test(test_digits),          cmocka_unit_test(test_sheets_go_on),
        cmocka_unit_test(test_damage_is_found), cmocka_unit_test(test_too_many_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
