/* The scanner: tokens with their places, of broken texts too; values of literals. */
#include "lexer/lexer.h"
#include "lexer/literal.h"
#include "runtime/base/compiler.h"

#include "tests/unit/unit.h"

#include <stdio.h>
#include <string.h>

/* The classes of all tokens, a letter each, and the texts, joined by `|`. */
typedef struct {
    StrBuf classes, texts;
} Scan;

static char class_letter(TokenClass class)
{
    static const char letters[] = "_KWNU#\"$oC!";
    return letters[class];
}

static Scan scan(const char *text)
{
    Scan s;
    Token token;
    SourceTexts *texts = source_texts_new();
    const SourceText *source = source_texts_add(texts, "t", text, strlen(text));
    Lexer *lexer = lexer_open(source, 0, (uint32_t)source->len, NULL, true);
    uint32_t last = 0;
    strbuf_init(&s.classes);
    strbuf_init(&s.texts);
    for (lexer_next(lexer, &token); token.kind != LEXER_END;
         lexer_next(lexer, &token)) {
        assert_true(token.span.begin >= last && token.span.end > token.span.begin);
        assert_true(token.span.end <= source->len);
        last = token.span.end;
        strbuf_addc(&s.classes, class_letter(lexer_token_class(token.kind)));
        strbuf_add(&s.texts, text + token.span.begin,
                   token.span.end - token.span.begin);
        strbuf_addc(&s.texts, '|');
    }
    assert_int_equal(token.span.begin, source->len);
    lexer_close(lexer);
    source_texts_free(texts);
    return s;
}

static void check(const char *text, const char *classes, const char *texts)
{
    Scan s = scan(text);
    assert_string_equal(s.classes.text, classes);
    if (texts)
        assert_string_equal(s.texts.text, texts);
    strbuf_release(&s.classes);
    strbuf_release(&s.texts);
}

static void tokens_of_each_class(void **state)
{
    (void)state;
    check("SHOW a_1 by `Order Date` level month EUR $p 15% 'x'", "KNKNWUU$#\"",
          "SHOW|a_1|by|`Order Date`|level|month|EUR|$p|15%|'x'|");
    check("a<=b<>c~~d||e..f", "NoNoNoNoNoN", "a|<=|b|<>|c|~~|d||||e|..|f|");
    check("1..2 2024-07..2025-06 1_200 2.5M", "#o##o###",
          "1|..|2|2024-07|..|2025-06|1_200|"
          "2.5M|");
    check("2025 - 3 2025-x 1000-d 2025-W07", "#o##oN#oN#", NULL);
    check("-- c\na /* b\n* */ c", "CNCN", "-- c|a|/* b\n* */|c|");
    check("\"a \\\" {b}\" 'it''s'", "\"\"\"", "\"a \\\" {b}\"|'it'|'s'|");
    check("eur Eur EUR ALL", "NNUK", NULL);
}

static void broken_texts_scan_on(void **state)
{
    (void)state;
    check("a ? b", "N!N", "a|?|b|");
    check("a 10kg b", "N!N", "a|10kg|b|");
    check("a 2025-13 b", "N!N", NULL);
    check("a \"open b", "N!", "a|\"open b|");
    check("a /* open b", "N!", "a|/* open b|");
    check("a `open b", "N!", "a|`open b|");
    check("gr\xc3\xb6\xc3\x9f"
          "e",
          "N!N", NULL);
    check("$ % \\ x", "!!!N", NULL);
    check("", "", "");
    check(" \t\r\n", "", "");
}

static void lines_start_where_they_start(void **state)
{
    static const char text[] = "a b\n  c /* x\n */ d\n\\\ne";
    static const bool wanted[] = {true, false, true, true, true};
    SourceTexts *texts = source_texts_new();
    const SourceText *source = source_texts_add(texts, "t", text, strlen(text));
    Lexer *lexer = lexer_open(source, 0, (uint32_t)source->len, NULL, false);
    (void)state;
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        Token token;
        lexer_next(lexer, &token);
        assert_int_equal(token.starts_line, wanted[i]);
    }
    lexer_close(lexer);
    source_texts_free(texts);
}

static void check_number(const char *text, const char *wanted)
{
    Decimal value;
    StrBuf sb;
    strbuf_init(&sb);
    assert_true(literal_number(text, strlen(text), &value));
    decimal_print(&sb, value);
    assert_string_equal(sb.text, wanted);
    strbuf_release(&sb);
}

static void numbers_are_exact(void **state)
{
    Decimal value;
    char digits[100];
    (void)state;
    check_number("1_200", "1200");
    check_number("0.15", "0.15");
    check_number("15%", "0.15");
    check_number("12.5%", "0.125");
    check_number("10k", "10000");
    check_number("2.5M", "2500000");
    check_number("007", "7");
    memset(digits, '9', sizeof digits);
    assert_true(literal_number(digits, 76, &value));
    assert_false(literal_number(digits, 77, &value));
    assert_false(literal_number(digits, 100, &value));
}

static void check_period(const char *text, LiteralUnit unit, int part, int day)
{
    LiteralPeriod p;
    assert_true(literal_period(text, strlen(text), &p));
    assert_int_equal(p.unit, unit);
    assert_int_equal(p.year, 2024);
    assert_int_equal(p.part, part);
    assert_int_equal(p.day, day);
}

static void periods_are_read(void **state)
{
    LiteralPeriod p;
    (void)state;
    check_period("2024", LITERAL_YEAR, 0, 0);
    check_period("2024-H2", LITERAL_HALF, 2, 0);
    check_period("2024-Q3", LITERAL_QUARTER, 3, 0);
    check_period("2024-02", LITERAL_MONTH, 2, 0);
    check_period("2024-W52", LITERAL_WEEK, 52, 0);
    check_period("2024-02-29", LITERAL_DAY, 2, 29);
    assert_true(literal_period("2024-W53", 8, &p)); /* in some calendar */
    assert_false(literal_period("2024-W54", 8, &p));
    assert_false(literal_period("2023-02-29", 10, &p));
    assert_false(literal_period("0000", 4, &p));
    assert_false(literal_period("12345", 5, &p));
}

static void texts_are_decoded(void **state)
{
    StrBuf sb;
    size_t bad = 0, bad_len = 0;
    static const char good[] = "a\\n\\t\\\"\\'\\\\\\{\\}\\u{20AC}\\u{1F600}";
    (void)state;
    strbuf_init(&sb);
    assert_true(literal_text(&sb, good, strlen(good), &bad, &bad_len));
    assert_string_equal(sb.text, "a\n\t\"'\\{}\xe2\x82\xac\xf0\x9f\x98\x80");
    assert_false(literal_text(&sb, "ab\\q", 4, &bad, &bad_len));
    assert_int_equal(bad, 2);
    assert_int_equal(bad_len, 2);
    assert_false(literal_text(&sb, "\\u{D800}", 8, &bad, &bad_len));
    assert_false(literal_text(&sb, "\\u{0}", 5, &bad, &bad_len));
    assert_false(literal_text(&sb, "\\u{110000}", 10, &bad, &bad_len));
    assert_false(literal_text(&sb, "\\u{20AC", 7, &bad, &bad_len));
    strbuf_release(&sb);
}

static void currencies_are_known(void **state)
{
    int decimals = 0;
    (void)state;
    assert_true(literal_is_currency("EUR", 3, &decimals));
    assert_int_equal(decimals, 2);
    assert_true(literal_is_currency("JPY", 3, &decimals));
    assert_int_equal(decimals, 0);
    assert_true(literal_is_currency("BHD", 3, &decimals));
    assert_int_equal(decimals, 3);
    assert_true(literal_is_currency("ZMW", 3, NULL));
    assert_true(literal_is_currency("ALL", 3, NULL));
    assert_false(literal_is_currency("eur", 3, NULL));
    assert_false(literal_is_currency("EURO", 4, NULL));
}

static void every_keyword_is_found(void **state)
{
    const char *text;
    int kind;
    (void)state;
    for (size_t i = 0; (text = lexer_keyword_at(i, &kind)) != NULL; i++) {
        assert_int_equal(lexer_word(text, strlen(text)), kind);
        assert_string_equal(lexer_keyword_text(kind), text);
    }
    assert_int_equal(lexer_keyword_roles(lexer_word("Where", 5)),
                     KEYWORD_STARTS_CLAUSE);
    assert_int_equal(lexer_keyword_roles(lexer_word("region", 6)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_of_each_class),
        cmocka_unit_test(broken_texts_scan_on),
        cmocka_unit_test(lines_start_where_they_start),
        cmocka_unit_test(numbers_are_exact),
        cmocka_unit_test(periods_are_read),
        cmocka_unit_test(texts_are_decoded),
        cmocka_unit_test(currencies_are_known),
        cmocka_unit_test(every_keyword_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
