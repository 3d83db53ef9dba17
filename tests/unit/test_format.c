/* Values for people, in several locales. */
#include "runtime/algebra/currency.h"
#include "runtime/algebra/format.h"
#include "tests/unit/answers.h"

#define NBSP "\xC2\xA0"
#define THIN "\xE2\x80\xAF"

static void check(const char *locale, Type type, const char *text, const char *expected)
{
    FormatStyle style = {.locale = locale_find(locale)};
    StrBuf sb;
    strbuf_init(&sb);
    assert_non_null(style.locale);
    format_value(&sb, &style, type, value_of(type, text));
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static void check_ascii(const char *locale, Type type, const char *text,
                        const char *expected)
{
    FormatStyle style = {.locale = locale_find(locale), .ascii = true};
    StrBuf sb;
    strbuf_init(&sb);
    format_value(&sb, &style, type, value_of(type, text));
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static Type money(const char *currency)
{
    Type type = {.kind = VALUE_NUMBER, .unit = {.kind = UNIT_MONEY}};
    strcpy(type.unit.currency, currency);
    return type;
}

static void test_locales_by_name(void **state)
{
    (void)state;
    assert_ptr_equal(locale_find("en"), locale_default());
    assert_string_equal(locale_find("nl_NL.UTF-8")->name, "nl-NL");
    assert_string_equal(locale_find("NL-nl")->name, "nl-NL");
    assert_string_equal(locale_find("de-LU")->name, "de");
    assert_null(locale_find("xx"));
    assert_null(locale_find(""));
    assert_null(locale_find("english"));
    size_t n = 0;
    for (; locale_name(n); n++)
        assert_string_equal(locale_find(locale_name(n))->name, locale_name(n));
    assert_true(n >= 20);
}

static void test_money(void **state)
{
    (void)state;
    check("en", euro_type, "1265793.0395", "€1,265,793.04");
    check("en", euro_type, "-0.005", "-€0.01");
    check("en", euro_type, "-0.0049", "€0.00");
    check("en", euro_type, "999.995", "€1,000.00");
    check("en", money("USD"), "-1234.5", "-$1,234.50");
    check("en-CA", money("USD"), "5", "US$5.00");
    check("en-CA", money("CAD"), "5", "$5.00");
    check("en", money("CHF"), "1234", "CHF" NBSP "1,234.00");
    check("en", money(""), "1234", "1,234.00");
    check("nl", euro_type, "-1234.5", "€" NBSP "-1.234,50");
    check("de-DE", euro_type, "1234567.891", "1.234.567,89" NBSP "€");
    check("fr", euro_type, "1234.5", "1" THIN "234,50" NBSP "€");
    check("de-CH", money("CHF"), "1234.5", "CHF" NBSP "1’234.50");
    check("ja", money("JPY"), "1234.5", "¥1,235");
    check("en", money("KWD"), "1234.5", "KWD" NBSP "1,234.500");
    check("en-IN", money("INR"), "123456789.5", "₹12,34,56,789.50");
    check_ascii("fr", euro_type, "1234.5", "1 234,50 EUR");
    check_ascii("de-CH", money("CHF"), "1234.5", "CHF 1'234.50");
    assert_int_equal(currency_digits("BHD"), 3);
    assert_int_equal(currency_digits("VND"), 0);
    assert_int_equal(currency_digits("EUR"), 2);
    assert_int_equal(currency_digits(""), 2);
}

static void test_numbers(void **state)
{
    (void)state;
    check("en", percent_type, "0.8224", "82.2%");
    check("en", percent_type, "0.82250", "82.3%");
    check("en", percent_type, "12", "1,200.0%");
    check("en", percent_type, "-0.0004", "0.0%");
    check("nl", percent_type, "0.15", "15,0%");
    check("de", percent_type, "0.15", "15,0" NBSP "%");
    check_ascii("de", percent_type, "0.15", "15,0 %");
    check("en", count_type, "1234567", "1,234,567");
    check("en", count_type, "100", "100");
    check("en", plain_type, "1234.5", "1,234.5");
    check("en", plain_type, "1234.567", "1,234.57");
    check("en", plain_type, "3.999", "4");
    check("en", plain_type, "1234567890123456789012345678901234567890",
          "1,234,567,890,123,456,789,012,345,678,901,234,567,890");
    check("en", plain_type, NULL, "–");
    check_ascii("en", plain_type, NULL, "-");
}

static void test_other_kinds(void **state)
{
    (void)state;
    check("en", date_type, "2025-03-31", "2025-03-31");
    check("en-US", date_type, "2025-03-31", "03/31/2025");
    check("nl", date_type, "2025-03-31", "31-03-2025");
    check("de", date_type, "2025-03-31", "31.03.2025");
    check("de", (Type){.kind = VALUE_MOMENT}, "2025-03-31 14:05:09",
          "31.03.2025 14:05:09");
    check("en", (Type){.kind = VALUE_MOMENT}, "1969-12-31 23:59:59",
          "1969-12-31 23:59:59");
    check("de", quarter_type, "220", "2025-Q1");
    check("de", (Type){.kind = VALUE_PERIOD, .period = PERIOD_DAY}, "0", "01.01.1970");
    check("en", boolean_type, "yes", "yes");
    check("en", boolean_type, "no", "no");
    check("en", boolean_type, NULL, "–");
    check("en", text_type, "", "");
}

static void test_keys(void **state)
{
    (void)state;
    FormatStyle style = {.locale = locale_default()};
    StrBuf sb;
    strbuf_init(&sb);
    format_key(&sb, &style, plain_type, value_of(plain_type, "2024"));
    format_key(&sb, &style, text_type, value_of(text_type, NULL));
    format_key(&sb, &style, plain_type, value_of(plain_type, "1234.5"));
    assert_string_equal(sb.text, "2024(none)1,234.5");
    strbuf_release(&sb);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_locales_by_name),
        cmocka_unit_test(test_money),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_other_kinds),
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
