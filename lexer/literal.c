/* Literals are decoded here and nowhere else: numbers to exact decimals, periods to
   their parts, texts to bytes. Nothing depends on the locale. */
#include "lexer/literal.h"

#include "runtime/base/ascii.h"
#include "runtime/base/civil.h"
#include "runtime/base/compiler.h"
#include "runtime/base/utf8.h"

#include <string.h>

enum { NUMBER_MAX = 128 };

/* Copies digits and point, without `_`; returns the length, 0 if too long. */
static size_t copy_digits(char *to, const char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '_')
            continue;
        if (n == NUMBER_MAX)
            return 0;
        to[n++] = text[i];
    }
    return n;
}

bool literal_number(const char *text, size_t len, Decimal *res)
{
    char digits[NUMBER_MAX];
    char suffix = text[len - 1];
    bool has_suffix = suffix == 'k' || suffix == 'M' || suffix == '%';
    size_t n = copy_digits(digits, text, has_suffix ? len - 1 : len);
    if (n == 0 || !decimal_parse(digits, n, res))
        return false;
    if (suffix == 'k')
        return decimal_mul(*res, decimal_from_i64(1000), res);
    if (suffix == 'M')
        return decimal_mul(*res, decimal_from_i64(1000000), res);
    if (suffix == '%')
        return decimal_mul(*res, decimal_make(1, 2), res);
    return true;
}

static int digits_value(const char *text, size_t len)
{
    int v = 0;
    for (size_t i = 0; i < len; i++)
        v = v * 10 + (text[i] - '0');
    return v;
}

bool literal_period(const char *text, size_t len, LiteralPeriod *res)
{
    *res = (LiteralPeriod){LITERAL_YEAR, digits_value(text, 4), 0, 0};
    if (len == 4)
        return res->year >= 1;
    if (text[4] != '-')
        return false;
    switch (ascii_upper(text[5])) {
    case 'H':
        res->unit = LITERAL_HALF;
        res->part = text[6] - '0';
        return true;
    case 'Q':
        res->unit = LITERAL_QUARTER;
        res->part = text[6] - '0';
        return true;
    case 'W':
        res->unit = LITERAL_WEEK;
        res->part = digits_value(text + 6, 2);
        return res->part <= 53;
    default:
        break;
    }
    res->unit = len == 7 ? LITERAL_MONTH : LITERAL_DAY;
    res->part = digits_value(text + 5, 2);
    res->day = len == 7 ? 0 : digits_value(text + 8, 2);
    return len == 7 || civil_is_valid(res->year, res->part, res->day);
}

static int hex_value(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads u{20AC} at `text`; its length, 0 when it is none. */
static size_t unicode_escape(StrBuf *sb, const char *text, size_t len)
{
    int32_t code = 0;
    size_t i = 2;
    if (len < 4 || text[1] != '{')
        return 0;
    for (; i < len && i < 8 && hex_value(text[i]) >= 0; i++)
        code = code * 16 + hex_value(text[i]);
    if (i == 2 || i == len || text[i] != '}')
        return 0;
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    utf8_encode(sb, code);
    return i + 1;
}

/* Reads what follows a backslash; its length, 0 when it is no escape. */
static size_t escape(StrBuf *sb, const char *text, size_t len)
{
    static const char plain[] = "\"'\\{}";
    if (len == 0)
        return 0;
    if (text[0] == 'u')
        return unicode_escape(sb, text, len);
    if (text[0] == 'n' || text[0] == 't') {
        strbuf_addc(sb, text[0] == 'n' ? '\n' : '\t');
        return 1;
    }
    if (text[0] == '\0' || !strchr(plain, text[0]))
        return 0;
    strbuf_addc(sb, text[0]);
    return 1;
}

/* The length of what was meant by a wrong escape. */
static size_t wrong_length(const char *text, size_t len)
{
    const char *end = len > 2 && text[1] == 'u' && text[2] == '{'
                          ? memchr(text, '}', len < 16 ? len : 16)
                          : NULL;
    if (end)
        return (size_t)(end - text) + 1;
    return len > 1 ? 2 : 1;
}

bool literal_text(StrBuf *sb, const char *text, size_t len, size_t *bad,
                  size_t *bad_len)
{
    size_t i = 0;
    while (i < len) {
        const char *slash = memchr(text + i, '\\', len - i);
        size_t plain = slash ? (size_t)(slash - text) - i : len - i;
        strbuf_add(sb, text + i, plain);
        i += plain;
        if (i == len)
            return true;
        size_t n = escape(sb, text + i + 1, len - i - 1);
        if (n == 0) {
            *bad = i;
            *bad_len = wrong_length(text + i, len - i);
            return false;
        }
        i += n + 1;
    }
    return true;
}

typedef struct {
    char code[4];
    int decimals;
} CurrencyCode;

static const CurrencyCode currencies[] = {
#define CURRENCY(code, decimals) {#code, decimals},
#include "lexer/currency.def"
#undef CURRENCY
};

const char *literal_currency_at(size_t index)
{
    return index < COUNT_OF(currencies) ? currencies[index].code : NULL;
}

bool literal_is_currency(const char *text, size_t len, int *decimals)
{
    size_t lo = 0, hi = COUNT_OF(currencies);
    if (len != 3)
        return false;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        int c = memcmp(text, currencies[mid].code, 3);
        if (c == 0) {
            if (decimals)
                *decimals = currencies[mid].decimals;
            return true;
        }
        if (c < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    return false;
}

void literal_add_text(StrBuf *sb, const char *text)
{
    strbuf_addc(sb, '"');
    for (; *text; text++) {
        if (strchr("\"\\{}", *text))
            strbuf_addc(sb, '\\');
        strbuf_addc(sb, *text);
    }
    strbuf_addc(sb, '"');
}
