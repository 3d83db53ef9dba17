/* UTF-8 on libutf8proc. Bytes that are not valid UTF-8 count as U+FFFD, one each,
   so that every function here accepts any input. */
#include "runtime/base/utf8.h"

#include <string.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

size_t utf8_decode(const char *text, size_t len, int32_t *code)
{
    unsigned char first = (unsigned char)text[0];
    if (first < 0x80) {
        *code = first;
        return 1;
    }
    utf8proc_int32_t point;
    utf8proc_ssize_t step = utf8proc_iterate(
        (const utf8proc_uint8_t *)text, len < 4 ? (utf8proc_ssize_t)len : 4, &point);
    if (step <= 0) {
        *code = REPLACEMENT;
        return 1;
    }
    *code = point;
    return (size_t)step;
}

size_t utf8_valid_prefix(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        int32_t code;
        size_t step = utf8_decode(text + at, len - at, &code);
        if (step == 1 && code == REPLACEMENT)
            return at;
        at += step;
    }
    return len;
}

void utf8_encode(StrBuf *sb, int32_t code)
{
    utf8proc_uint8_t bytes[4];
    if (!utf8proc_codepoint_valid(code))
        code = REPLACEMENT;
    utf8proc_ssize_t len = utf8proc_encode_char(code, bytes);
    strbuf_add(sb, (const char *)bytes, (size_t)len);
}

static size_t point_width(int32_t code)
{
    if (code >= 0x20 && code < 0x7f)
        return 1;
    int width = utf8proc_charwidth(code);
    return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(const char *text, size_t len)
{
    size_t cells = 0;
    for (size_t at = 0; at < len;) {
        int32_t code;
        at += utf8_decode(text + at, len - at, &code);
        cells += point_width(code);
    }
    return cells;
}

size_t utf8_fit(const char *text, size_t len, size_t cells)
{
    size_t fits = 0;
    size_t used = 0;
    int32_t before = 0;
    utf8proc_int32_t state = 0;
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t step = utf8_decode(text + at, len - at, &code);
        if (at == 0 || utf8proc_grapheme_break_stateful(before, code, &state))
            fits = at;
        used += point_width(code);
        if (used > cells)
            return fits;
        before = code;
        at += step;
    }
    return len;
}

size_t utf8_count(const char *text, size_t len)
{
    size_t count = 0;
    for (size_t at = 0; at < len; count++) {
        int32_t code;
        at += utf8_decode(text + at, len - at, &code);
    }
    return count;
}

size_t utf8_offset(const char *text, size_t len, size_t n)
{
    size_t at = 0;
    for (; n && at < len; n--) {
        int32_t code;
        at += utf8_decode(text + at, len - at, &code);
    }
    return at;
}

int32_t utf8_lower_point(int32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 32 : code;
    return utf8proc_tolower(code);
}

static int32_t upper_point(int32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z' ? code - 32 : code;
    return utf8proc_toupper(code);
}

/* Bytes that are not UTF-8 are kept as they are. */
static void map_points(StrBuf *sb, const char *text, size_t len,
                       int32_t (*map)(int32_t))
{
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t step = utf8_decode(text + at, len - at, &code);
        int32_t mapped = map(code);
        if (mapped == code)
            strbuf_add(sb, text + at, step);
        else
            utf8_encode(sb, mapped);
        at += step;
    }
}

void utf8_lower(StrBuf *sb, const char *text, size_t len)
{
    map_points(sb, text, len, utf8_lower_point);
}

void utf8_upper(StrBuf *sb, const char *text, size_t len)
{
    map_points(sb, text, len, upper_point);
}

/* UTF-8 bytes compare as their code points do. */
static int compare_bytes(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t common = a_len < b_len ? a_len : b_len;
    int order = common ? memcmp(a, b, common) : 0;
    if (order)
        return order < 0 ? -1 : 1;
    return (a_len > b_len) - (a_len < b_len);
}

int utf8_collate(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t i = 0;
    size_t j = 0;
    while (i < a_len && j < b_len) {
        int32_t pa;
        int32_t pb;
        i += utf8_decode(a + i, a_len - i, &pa);
        j += utf8_decode(b + j, b_len - j, &pb);
        if (pa == pb)
            continue;
        pa = utf8_lower_point(pa);
        pb = utf8_lower_point(pb);
        if (pa != pb)
            return pa < pb ? -1 : 1;
    }
    if (i < a_len || j < b_len)
        return i < a_len ? 1 : -1;
    return compare_bytes(a, a_len, b, b_len);
}

static bool is_bidi_control(int32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void utf8_add_visible(StrBuf *sb, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t step = utf8_decode(text + at, len - at, &code);
        if (code < 0x20 || code == 0x7f) {
            strbuf_addc(sb, '^');
            strbuf_addc(sb, (char)(code ^ 0x40));
        } else if ((code >= 0x80 && code < 0xA0) || is_bidi_control(code)) {
            strbuf_addf(sb, "<U+%04X>", (unsigned)code);
        } else if (code == REPLACEMENT) {
            utf8_encode(sb, REPLACEMENT);
        } else {
            strbuf_add(sb, text + at, step);
        }
        at += step;
    }
}
