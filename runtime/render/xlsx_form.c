/* Number formats are written by hand: `#,##0.00` means the same in every program, while
   its separators are the reader's. */
#include "runtime/render/xlsx_form.h"

#include "runtime/algebra/currency.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum {
    SERIAL_OF_1970 = 25569,
    SERIAL_OF_MARCH_1900 = 61, /* the day before it is one that never was */
    DAY_SECONDS = 86400,
    REPLACEMENT = 0xFFFD
};

static const int64_t kept_digits = 1000000000000000; /* 10^XLSX_DIGITS */

static void add_literal(StrBuf *sb, const char *text, size_t len)
{
    if (len == 0)
        return;
    strbuf_addc(sb, '"');
    strbuf_add(sb, text, len);
    strbuf_addc(sb, '"');
}

static void add_digits(StrBuf *sb, int digits)
{
    strbuf_adds(sb, digits ? "#,##0." : "#,##0");
    strbuf_addn(sb, '0', (size_t)digits);
}

static void add_mark(StrBuf *sb, const FormatStyle *style, XlsxMark mark)
{
    const char *sign = format_partial_mark(style);
    if (mark == XLSX_MARK)
        add_literal(sb, sign, strlen(sign));
    else if (mark == XLSX_ROOM)
        strbuf_adds(sb, "_0");
}

/* Where the sign stands before a minus, negative numbers have a section of their own.
 */
static void add_money(StrBuf *sb, const FormatStyle *style, const char *code,
                      XlsxMark mark)
{
    int digits = currency_digits(code);
    const char *sign = currency_sign(code, style->locale->dollar);
    CurrencyPlace place = style->locale->place;
    StrBuf shown;
    strbuf_init(&shown);
    bool blank = *code && (!sign || place != CURRENCY_BEFORE);
    if (blank && place == CURRENCY_AFTER_BLANK)
        strbuf_adds(&shown, "\xC2\xA0");
    strbuf_adds(&shown, sign ? sign : code);
    if (blank && place != CURRENCY_AFTER_BLANK)
        strbuf_adds(&shown, "\xC2\xA0");
    for (int section = 0; section < (place == CURRENCY_BEFORE_BLANK ? 2 : 1);
         section++) {
        strbuf_adds(sb, section ? ";" : "");
        if (place != CURRENCY_AFTER_BLANK)
            add_literal(sb, shown.text, shown.len);
        strbuf_adds(sb, section ? "-" : "");
        add_digits(sb, digits);
        if (place == CURRENCY_AFTER_BLANK)
            add_literal(sb, shown.text, shown.len);
        add_mark(sb, style, mark);
    }
    strbuf_release(&shown);
}

static void add_number(StrBuf *sb, const FormatStyle *style, Type type, XlsxForm form)
{
    if (type.unit.kind == UNIT_PERCENT) {
        const char *percent = style->locale->percent;
        add_digits(sb, 1);
        add_literal(sb, percent, strlen(percent) - 1);
        strbuf_addc(sb, '%');
    } else {
        add_digits(sb, (int)(form - XLSX_VALUE));
    }
}

static void add_date(StrBuf *sb, const FormatStyle *style, Type type)
{
    for (const char *at = style->locale->date; *at; at++) {
        if (*at == 'y')
            strbuf_adds(sb, "yyyy");
        else if (*at == 'm' || *at == 'd')
            strbuf_addn(sb, *at, 2);
        else
            strbuf_addf(sb, "\\%c", *at);
    }
    if (type.kind == VALUE_MOMENT)
        strbuf_adds(sb, "\\ hh:mm:ss");
}

void xlsx_add_format(StrBuf *sb, const FormatStyle *style, Type type, XlsxForm form,
                     XlsxMark mark)
{
    if (form != XLSX_TEXT && form != XLSX_WHOLE && type.kind == VALUE_NUMBER &&
        type.unit.kind == UNIT_MONEY) {
        add_money(sb, style, type.unit.currency, mark);
        return;
    }
    if (form == XLSX_TEXT)
        strbuf_addc(sb, '@');
    else if (form == XLSX_WHOLE)
        strbuf_addc(sb, '0');
    else if (type.kind == VALUE_NUMBER)
        add_number(sb, style, type, form);
    else
        add_date(sb, style, type);
    add_mark(sb, style, mark);
}

static bool day_number(int64_t day, double *res)
{
    int64_t serial = day + SERIAL_OF_1970;
    *res = (double)serial;
    return serial >= SERIAL_OF_MARCH_1900;
}

bool xlsx_number(Type type, Value value, double *res)
{
    switch (type.kind) {
    case VALUE_NUMBER:
        *res = decimal_to_double(value.as.number);
        return true;
    case VALUE_DATE:
        return day_number(value.as.day, res);
    case VALUE_MOMENT: {
        Day day = civil_day_of(value.as.seconds);
        bool ok = day_number(day, res);
        *res += (double)(value.as.seconds - (int64_t)day * DAY_SECONDS) / DAY_SECONDS;
        return ok;
    }
    case VALUE_PERIOD:
        return type.period == PERIOD_DAY && day_number(value.as.period, res);
    case VALUE_TEXT:
    case VALUE_BOOLEAN:
        return false;
    }
    UNREACHABLE("value kind");
}

static bool is_short(Decimal v)
{
    return wide_fits_i64(v.m) && wide_to_i64(v.m) < kept_digits &&
           wide_to_i64(v.m) > -kept_digits;
}

bool xlsx_keeps(Decimal value, int shown)
{
    if (is_short(value))
        return true;
    return is_short(decimal_trim(shown < 0 ? value : decimal_round(value, shown)));
}

int xlsx_shown(Type type)
{
    switch (type.unit.kind) {
    case UNIT_MONEY:
        return currency_digits(type.unit.currency);
    case UNIT_PERCENT:
        return 3;
    case UNIT_COUNT:
        return 0;
    case UNIT_NONE:
    case UNIT_DAYS:
    case UNIT_HOURS:
        return type.integer ? 0 : 2;
    }
    UNREACHABLE("unit kind");
}

/* Programs read _x0041_ as the character of that code. */
static bool is_code(const char *text, size_t len)
{
    if (len < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++) {
        if (!strchr("0123456789abcdefABCDEF", text[i]) || !text[i])
            return false;
    }
    return true;
}

bool xlsx_add_clean(StrBuf *sb, const char *text, size_t len, size_t units)
{
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t step = utf8_decode(text + at, len - at, &code);
        bool escaped = is_code(text + at, len - at);
        size_t wide = escaped ? strlen("_x005F_") : code > 0xFFFF ? 2 : 1;
        if (wide > units)
            return true;
        units -= wide;
        if (escaped)
            strbuf_adds(sb, "_x005F");
        if (code == 0 || code == 0xFFFE || code == 0xFFFF || code == REPLACEMENT)
            utf8_encode(sb, REPLACEMENT);
        else
            strbuf_add(sb, text + at, step);
        at += step;
    }
    return false;
}

void sheet_names_release(SheetNames *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->name[i]);
    free(names->name);
}

static bool is_taken(const SheetNames *names, const char *text, size_t len)
{
    for (size_t i = 0; i < names->count; i++) {
        StrBuf a, b;
        strbuf_init(&a);
        strbuf_init(&b);
        utf8_lower(&a, names->name[i], strlen(names->name[i]));
        utf8_lower(&b, text, len);
        bool same = a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
        strbuf_release(&a);
        strbuf_release(&b);
        if (same)
            return true;
    }
    return false;
}

/* Without the characters that no name may have; an apostrophe may not stand at an
   edge, and programs keep `History` for themselves. */
static void add_legal(StrBuf *sb, const char *wanted, size_t units)
{
    size_t start = sb->len;
    StrBuf visible;
    strbuf_init(&visible);
    while (*wanted == ' ')
        wanted++;
    utf8_add_visible(&visible, wanted, strlen(wanted));
    xlsx_add_clean(sb, visible.text, visible.len, units);
    strbuf_release(&visible);
    while (sb->len > start && sb->text[sb->len - 1] == ' ')
        strbuf_truncate(sb, sb->len - 1);
    for (size_t i = start; i < sb->len; i++) {
        bool edge = i == start || i + 1 == sb->len;
        if (strchr("[]:*?/\\", sb->text[i]) || (edge && sb->text[i] == '\''))
            sb->text[i] = '-';
    }
    if (sb->len == start || ascii_casecmp(sb->text + start, "history") == 0)
        strbuf_adds(sb, "-");
}

const char *sheet_names_take(SheetNames *names, const char *wanted)
{
    StrBuf name, behind;
    strbuf_init(&name);
    strbuf_init(&behind);
    add_legal(&name, wanted, XLSX_NAME_UNITS);
    for (unsigned n = 2; is_taken(names, name.text, name.len); n++) {
        strbuf_reset(&behind);
        strbuf_addf(&behind, " (%u)", n);
        strbuf_reset(&name);
        add_legal(&name, wanted, XLSX_NAME_UNITS - behind.len);
        strbuf_add(&name, behind.text, behind.len);
    }
    strbuf_release(&behind);
    XGROW(names->name, names->cap, names->count + 1);
    return names->name[names->count++] = strbuf_detach(&name);
}

/* `most` titles at most, then a sign that there are others. */
static void add_titles(StrBuf *sb, const Result *result, ColumnRole role, size_t most)
{
    const char *between = "", *last = NULL;
    for (size_t i = 0; i < result->n_column; i++) {
        const ResultColumn *c = &result->column[i];
        const char *title = c->across && c->measure ? c->measure : c->title;
        if ((c->role != role && !result->is_list) || (last && strcmp(last, title) == 0))
            continue;
        if (most-- == 0) {
            strbuf_adds(sb, ", …");
            return;
        }
        strbuf_addf(sb, "%s%s", between, title);
        between = ", ";
        last = title;
    }
}

void xlsx_add_sheet_name(StrBuf *sb, const Result *result)
{
    StrBuf keys;
    strbuf_init(&keys);
    if (!result->is_list)
        add_titles(&keys, result, COLUMN_KEY, SIZE_MAX);
    size_t behind = keys.len ? utf8_count(keys.text, keys.len) + strlen(" by ") : 0;
    size_t begin = sb->len, most = result->n_column;
    do {
        strbuf_truncate(sb, begin);
        add_titles(sb, result, COLUMN_MEASURE, most);
    } while (utf8_count(sb->text + begin, sb->len - begin) + behind > XLSX_NAME_UNITS &&
             --most > 0);
    if (sb->len > begin && keys.len)
        strbuf_adds(sb, " by ");
    strbuf_add(sb, keys.text, keys.len);
    strbuf_release(&keys);
}
