#include "runtime/import/number.h"

#include "runtime/base/ascii.h"
#include "runtime/base/decimal.h"
#include "runtime/engine/guess.h"

#include <stdio.h>
#include <string.h>

enum { DIGITS_OF_INTEGER = 18, GROUP = 3 };

/* So many digits always read back from a double. */
#define MANTISSA_LIMIT INT64_C(1000000000000000)

/* Bytes of a mark between groups: a blank in three forms, an apostrophe, or the other
   mark; 0: none. */
static size_t group_mark(const char *at, const char *end, char other)
{
    static const char *const blanks[] = {" ", "'", "\xc2\xa0", "\xe2\x80\xaf",
                                         "\xe2\x80\x99"};
    if (*at == other)
        return 1;
    for (size_t i = 0; i < COUNT_OF(blanks); i++) {
        size_t len = strlen(blanks[i]);
        if ((size_t)(end - at) >= len && memcmp(at, blanks[i], len) == 0)
            return len;
    }
    return 0;
}

typedef struct {
    const char *at, *end;
    char *out;
    size_t len;
    size_t digits; /* of the run just read */
} Scanner;

static void take_digits(Scanner *s)
{
    s->digits = 0;
    while (s->at < s->end && ascii_is_digit(*s->at) && s->len + 1 < NUMBER_TEXT_MAX) {
        s->out[s->len++] = *s->at++;
        s->digits++;
    }
}

/* Digits before the mark, in groups or not. */
static bool take_whole(Scanner *s, char other)
{
    const char *first = s->at;
    take_digits(s);
    if (s->digits > 1 && *first == '0')
        return false;
    size_t len = s->at < s->end ? group_mark(s->at, s->end, other) : 0;
    if (!len)
        return true;
    const char *group = s->at;
    if (s->digits < 1 || s->digits > GROUP || *first == '0')
        return false;
    while ((size_t)(s->end - s->at) > len && memcmp(s->at, group, len) == 0) {
        s->at += len;
        take_digits(s);
        if (s->digits != GROUP)
            return false;
    }
    return true;
}

static bool has_exponent(const char *text, size_t len)
{
    return memchr(text, 'e', len) || memchr(text, 'E', len);
}

bool number_cut_below(const char **text, size_t *len)
{
    const char *at = *text;
    if (*len > 2 && at[0] == '(' && at[*len - 1] == ')' && at[1] != '-') {
        ++*text;
        *len -= 2;
        return true;
    }
    if (*len > 1 && at[*len - 1] == '-' && at[0] != '-') {
        --*len;
        return true;
    }
    return false;
}

size_t number_normalize(const char *text, size_t len, char mark,
                        char out[NUMBER_TEXT_MAX])
{
    if (len == 0 || len >= NUMBER_TEXT_MAX)
        return 0;
    bool is_below = number_cut_below(&text, &len);
    Scanner s = {text, text + len, out, 0, 0};
    if (!is_below && has_exponent(text, len)) {
        memcpy(out, text, len);
        out[len] = 0;
        return mark == '.' && guess_is_number(text, len) ? len : 0;
    }
    if (is_below)
        out[s.len++] = '-';
    else if (*s.at == '-')
        out[s.len++] = *s.at++;
    size_t sign = s.len;
    if (!take_whole(&s, mark == '.' ? ',' : '.'))
        return 0;
    bool has_mark = s.at < s.end && *s.at == mark;
    if (has_mark) {
        s.at++;
        out[s.len++] = '.';
        take_digits(&s);
    }
    out[s.len] = 0;
    Decimal ignored;
    bool is_number =
        s.at == s.end && s.len - sign > (size_t)has_mark &&
        (s.len <= DIGITS_OF_INTEGER || decimal_parse(out, s.len, &ignored));
    return is_number ? s.len : 0;
}

static bool is_whole(const char *text, size_t len)
{
    size_t sign = text[0] == '-';
    for (size_t i = sign; i < len; i++)
        if (!ascii_is_digit(text[i]))
            return false;
    if (len - sign <= DIGITS_OF_INTEGER)
        return len > sign;
    Decimal v;
    int64_t ignored;
    return decimal_parse(text, len, &v) && decimal_to_i64(v, &ignored);
}

/* Digits, one mark, digits: most numbers. false: look closer. */
static bool fit_plain(const char *text, size_t len, NumberFit *fit)
{
    size_t at = text[0] == '-';
    size_t first = at;
    while (at < len && ascii_is_digit(text[at]))
        at++;
    size_t whole = at - first;
    if (whole == 0 || len > DIGITS_OF_INTEGER || (whole > 1 && text[first] == '0'))
        return false;
    if (at == len) {
        *fit = (NumberFit){true, true, true, true, false, false};
        return true;
    }
    char mark = text[at++];
    size_t decimals = at;
    while (at < len && ascii_is_digit(text[at]))
        at++;
    if (at < len || (mark != '.' && mark != ','))
        return false;
    bool is_group = at - decimals == GROUP && whole <= GROUP && text[first] != '0';
    *fit = (NumberFit){.point = mark == '.' || is_group,
                       .comma = mark == ',' || is_group,
                       .point_whole = mark == ',' && is_group,
                       .comma_whole = mark == '.' && is_group,
                       .is_marked = true,
                       .is_grouped = is_group};
    return true;
}

NumberFit number_fit(const char *text, size_t len)
{
    NumberFit fit = {false};
    number_cut_below(&text, &len);
    if (len == 0 || !(ascii_is_digit(text[0]) || strchr("-.,", text[0])))
        return fit;
    if (fit_plain(text, len, &fit))
        return fit;
    char out[NUMBER_TEXT_MAX];
    size_t n = number_normalize(text, len, '.', out);
    fit.point = n > 0;
    fit.is_grouped = n && n < len;
    fit.point_whole = n && is_whole(out, n);
    n = number_normalize(text, len, ',', out);
    fit.comma = n > 0;
    fit.comma_whole = n && is_whole(out, n);
    fit.is_grouped |= n && n < len;
    fit.is_marked = memchr(text, '.', len) || memchr(text, ',', len);
    return fit;
}

/* Does a double keep `v`: as the decimal it shows, or as one of the 17 digits that a
   program printed for the double itself? */
static bool is_double(Decimal v)
{
    char printed[32];
    double d = decimal_to_double(v);
    Decimal back;
    if (!decimal_from_double(d, &back))
        return false;
    if (decimal_compare(v, back) == 0)
        return true;
    int len = snprintf(printed, sizeof printed, "%.17g", d);
    return len > 0 && decimal_parse(printed, (size_t)len, &back) &&
           decimal_compare(v, back) == 0;
}

static void read_closely(const char *text, size_t len, Number *number)
{
    Decimal v;
    if (!decimal_parse(text, len, &v))
        number->form = NUMBER_NONE;
    else if (decimal_to_i64(v, &number->integer))
        number->form = NUMBER_INTEGER;
    else if (is_double(v))
        number->form = NUMBER_REAL, number->real = decimal_to_double(v);
    else
        number->form = NUMBER_BEYOND;
}

/* m / 10^scale with m < 10^15: one division of exact doubles rounds once. Digits and
   one mark only; false: look closer. */
static bool read_quickly(const char *text, size_t len, char mark, Number *number)
{
    static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,
                                   1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13,
                                   1e14, 1e15, 1e16, 1e17, 1e18};
    size_t at = len && text[0] == '-';
    size_t first = at;
    int64_t m = 0;
    if (len - first > DIGITS_OF_INTEGER)
        return false;
    while (at < len && ascii_is_digit(text[at]))
        m = m * 10 + (text[at++] - '0');
    size_t whole = at - first;
    size_t scale = 0;
    if (whole == 0 || (whole > 1 && text[first] == '0'))
        return false;
    if (at < len && text[at++] == mark)
        for (; at < len && ascii_is_digit(text[at]); scale++)
            m = m * 10 + (text[at++] - '0');
    else if (whole < len - first)
        return false;
    if (at < len)
        return false;
    while (scale && m % 10 == 0) {
        m /= 10;
        scale--;
    }
    if (scale && m >= MANTISSA_LIMIT)
        return false;
    number->integer = first ? -m : m;
    number->form = scale ? NUMBER_REAL : NUMBER_INTEGER;
    if (scale)
        number->real = (double)number->integer / power[scale];
    return true;
}

Number number_read(const char *text, size_t len, char mark)
{
    Number number = {.form = NUMBER_NONE};
    if (read_quickly(text, len, mark, &number))
        return number;
    char out[NUMBER_TEXT_MAX];
    size_t n = number_normalize(text, len, mark, out);
    if (n)
        read_closely(out, n, &number);
    return number;
}
