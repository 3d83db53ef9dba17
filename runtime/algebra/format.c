/* Numbers are rounded by decimal_print_fixed and then dressed: the integer part is
   grouped, the point replaced, sign and currency put where the locale wants them. */
#include "runtime/algebra/format.h"

#include "runtime/algebra/currency.h"
#include "runtime/base/civil.h"
#include "runtime/model/calendar.h"

#include <string.h>

enum { PLAIN_DIGITS = 2, PERCENT_DIGITS = 1 };

static bool is_ascii(const char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80)
            return false;
    }
    return true;
}

static void add_group_sign(StrBuf *sb, const FormatStyle *style)
{
    const char *group = style->locale->group;
    if (style->ascii && !is_ascii(group))
        group = strcmp(group, "\xE2\x80\x99") == 0 ? "'" : " ";
    strbuf_adds(sb, group);
}

static bool group_starts(const Locale *locale, size_t left)
{
    if (!locale->lakh || left <= 3)
        return left % 3 == 0;
    return (left - 3) % 2 == 0;
}

static void add_grouped(StrBuf *sb, const FormatStyle *style, const char *digit,
                        size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && group_starts(style->locale, n - i))
            add_group_sign(sb, style);
        strbuf_addc(sb, digit[i]);
    }
}

/* True when what is printed is less than zero: -0.00 is not. */
static bool shows_minus(const char *text)
{
    return *text == '-' && strpbrk(text, "123456789");
}

/* `v` without its sign; returns whether it has one. */
static bool add_unsigned(StrBuf *sb, const FormatStyle *style, Decimal v, int digits)
{
    StrBuf plain;
    strbuf_init(&plain);
    decimal_print_fixed(&plain, v, digits);
    bool minus = shows_minus(plain.text);
    const char *text = plain.text + (*plain.text == '-');
    size_t whole = strcspn(text, ".");
    add_grouped(sb, style, text, whole);
    if (text[whole] == '.') {
        strbuf_adds(sb, style->locale->decimal);
        strbuf_adds(sb, text + whole + 1);
    }
    strbuf_release(&plain);
    return minus;
}

static void add_signed(StrBuf *sb, const FormatStyle *style, Decimal v, int digits)
{
    StrBuf number;
    strbuf_init(&number);
    if (add_unsigned(&number, style, v, digits))
        strbuf_addc(sb, '-');
    strbuf_add(sb, number.text, number.len);
    strbuf_release(&number);
}

static void add_blank(StrBuf *sb, const FormatStyle *style)
{
    strbuf_adds(sb, style->ascii ? " " : "\xC2\xA0");
}

static const char *money_sign(const FormatStyle *style, const char *code)
{
    const char *sign = currency_sign(code, style->locale->dollar);
    return sign && !(style->ascii && !is_ascii(sign)) ? sign : NULL;
}

/* The sign or code of a currency round a number without its own sign. */
static void add_currency(StrBuf *sb, const FormatStyle *style, const char *code,
                         const char *minus, const char *number)
{
    const char *sign = money_sign(style, code);
    switch (style->locale->place) {
    case CURRENCY_BEFORE:
        strbuf_addf(sb, "%s%s", minus, sign ? sign : code);
        if (!sign && *code)
            add_blank(sb, style);
        strbuf_adds(sb, number);
        break;
    case CURRENCY_BEFORE_BLANK:
        strbuf_adds(sb, sign ? sign : code);
        if (*code)
            add_blank(sb, style);
        strbuf_addf(sb, "%s%s", minus, number);
        break;
    case CURRENCY_AFTER_BLANK:
        strbuf_addf(sb, "%s%s", minus, number);
        if (*code)
            add_blank(sb, style);
        strbuf_adds(sb, sign ? sign : code);
        break;
    }
}

static void add_money(StrBuf *sb, const FormatStyle *style, const char *code, Decimal v)
{
    StrBuf number;
    strbuf_init(&number);
    bool minus = add_unsigned(&number, style, v, currency_digits(code));
    add_currency(sb, style, code, minus ? "-" : "", number.text);
    strbuf_release(&number);
}

static Decimal hundredfold(Decimal v)
{
    Decimal res = v;
    if (v.scale >= 2)
        res.scale -= 2;
    else if (!decimal_mul(v, decimal_from_i64(100), &res))
        res = v;
    return res;
}

static void add_percent_sign(StrBuf *sb, const FormatStyle *style)
{
    const char *sign = style->locale->percent;
    strbuf_adds(sb, style->ascii && !is_ascii(sign) ? " %" : sign);
}

static void add_percent(StrBuf *sb, const FormatStyle *style, Decimal v)
{
    add_signed(sb, style, hundredfold(v), PERCENT_DIGITS);
    add_percent_sign(sb, style);
}

void format_tick(StrBuf *sb, const FormatStyle *style, Type type, Decimal value,
                 FormatTick tick)
{
    bool percent = type.unit.kind == UNIT_PERCENT;
    StrBuf number;
    strbuf_init(&number);
    bool minus =
        add_unsigned(&number, style, percent ? hundredfold(value) : value, tick.digits);
    strbuf_adds(&number, tick.suffix);
    if (type.unit.kind == UNIT_MONEY)
        add_currency(sb, style, type.unit.currency, minus ? "-" : "", number.text);
    else
        strbuf_addf(sb, "%s%s", minus ? "-" : "", number.text);
    if (percent)
        add_percent_sign(sb, style);
    strbuf_release(&number);
}

static bool is_plain(Type type)
{
    if (type.kind != VALUE_NUMBER || type.integer)
        return false;
    return type.unit.kind == UNIT_NONE || type.unit.kind == UNIT_DAYS ||
           type.unit.kind == UNIT_HOURS;
}

int format_digits(Type type, Value value)
{
    if (value.empty || !is_plain(type))
        return 0;
    return decimal_trim(decimal_round(value.as.number, PLAIN_DIGITS)).scale;
}

static void add_number(StrBuf *sb, const FormatStyle *style, Type type, Value value,
                       int digits)
{
    switch (type.unit.kind) {
    case UNIT_MONEY:
        add_money(sb, style, type.unit.currency, value.as.number);
        return;
    case UNIT_PERCENT:
        add_percent(sb, style, value.as.number);
        return;
    case UNIT_NONE:
    case UNIT_COUNT:
    case UNIT_DAYS:
    case UNIT_HOURS:
        if (digits == FORMAT_DIGITS_AUTO)
            digits = format_digits(type, value);
        add_signed(sb, style, value.as.number, digits);
        return;
    }
}

static void add_date(StrBuf *sb, const FormatStyle *style, Day day)
{
    Civil c = civil_from_day(day);
    for (const char *at = style->locale->date; *at; at++) {
        if (*at == 'y')
            strbuf_addf(sb, "%04d", c.year);
        else if (*at == 'm')
            strbuf_addf(sb, "%02d", c.month);
        else if (*at == 'd')
            strbuf_addf(sb, "%02d", c.day);
        else
            strbuf_addc(sb, *at);
    }
}

static void add_moment(StrBuf *sb, const FormatStyle *style, int64_t seconds)
{
    Day day = civil_day_of(seconds);
    int rest = (int)(seconds - (int64_t)day * 86400);
    add_date(sb, style, day);
    strbuf_addf(sb, " %02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
}

static void add_period(StrBuf *sb, const FormatStyle *style, Type type, int32_t ordinal)
{
    if (type.period == PERIOD_DAY)
        add_date(sb, style, ordinal);
    else
        calendar_print(sb, type.period, ordinal);
}

void format_aligned(StrBuf *sb, const FormatStyle *style, Type type, Value value,
                    int digits)
{
    if (value.empty) {
        strbuf_adds(sb, style->ascii ? "-" : "–");
        return;
    }
    switch (type.kind) {
    case VALUE_NUMBER:
        add_number(sb, style, type, value, digits);
        return;
    case VALUE_TEXT:
        strbuf_add(sb, value.as.text.text, value.as.text.len);
        return;
    case VALUE_BOOLEAN:
        strbuf_adds(sb, value.as.boolean ? "yes" : "no");
        return;
    case VALUE_DATE:
        add_date(sb, style, value.as.day);
        return;
    case VALUE_MOMENT:
        add_moment(sb, style, value.as.seconds);
        return;
    case VALUE_PERIOD:
        add_period(sb, style, type, value.as.period);
        return;
    }
}

void format_value(StrBuf *sb, const FormatStyle *style, Type type, Value value)
{
    format_aligned(sb, style, type, value, FORMAT_DIGITS_AUTO);
}

void format_key(StrBuf *sb, const FormatStyle *style, Type type, Value value)
{
    int64_t whole;
    if (value.empty)
        strbuf_adds(sb, "(none)");
    else if (type.kind == VALUE_NUMBER && type.unit.kind == UNIT_NONE &&
             decimal_to_i64(value.as.number, &whole))
        strbuf_addf(sb, "%lld", (long long)whole);
    else
        format_value(sb, style, type, value);
}

const char *format_partial_mark(const FormatStyle *style)
{
    return style->ascii ? "~" : "◔";
}
