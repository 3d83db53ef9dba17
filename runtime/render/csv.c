/* CSV of an answer. A text cell is dangerous to a spreadsheet when its first visible
   character starts a formula, in its full-width or small form too: blanks and
   characters without width before it are skipped as a spreadsheet may trim them. */
#include "runtime/render/csv.h"

#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/render/grid.h"

#include <string.h>

static bool is_skipped(int32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x3000 || code == 0xFEFF ||
           code == '\n' || code == '\v' || code == '\f' || code == 0 ||
           (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0x2060;
}

static bool starts_formula(int32_t code)
{
    static const int32_t starts[] = {
        '=',    '+',    '-',    '@',    '\t',   '\r',   0xFF1D, 0xFF0B,
        0xFF0D, 0xFF20, 0xFE66, 0xFE62, 0xFE63, 0xFE6B, 0x2212,
    };
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (code == starts[i])
            return true;
    }
    return false;
}

static bool is_formula(const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        int32_t code;
        at += utf8_decode(text + at, len - at, &code);
        if (!is_skipped(code))
            return starts_formula(code);
    }
    return false;
}

static bool needs_quotes(const char *text, size_t len)
{
    if (len == 0 || text[0] == ' ' || text[len - 1] == ' ')
        return true;
    for (size_t i = 0; i < len; i++) {
        if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
            return true;
    }
    return false;
}

static void add_text(StrBuf *sb, const CsvStyle *style, const char *text, size_t len)
{
    bool quoted = needs_quotes(text, len);
    if (quoted)
        strbuf_addc(sb, '"');
    if (!style->raw && is_formula(text, len))
        strbuf_addc(sb, '\'');
    while (quoted && len) {
        const char *quote = memchr(text, '"', len);
        size_t run = quote ? (size_t)(quote - text) + 1 : len;
        strbuf_add(sb, text, run);
        if (quote)
            strbuf_addc(sb, '"');
        text += run;
        len -= run;
    }
    strbuf_add(sb, text, len);
    if (quoted)
        strbuf_addc(sb, '"');
}

/* What the column of levels is called: another name where a dimension has that one. */
static const char *level_title(const Result *result)
{
    StrBuf title;
    bool taken = false;
    strbuf_init(&title);
    for (size_t i = 0; i < result->n_column && !taken; i++) {
        strbuf_reset(&title);
        result_add_title(&title, &result->column[i]);
        taken = title.len && ascii_same(title.text, "level");
    }
    strbuf_release(&title);
    return taken ? "level of line" : "level";
}

static void add_header(StrBuf *sb, const Result *result, const CsvStyle *style)
{
    StrBuf title;
    strbuf_init(&title);
    if (result->has_levels)
        strbuf_addf(sb, "%s,", level_title(result));
    for (size_t i = 0; i < result->n_column; i++) {
        if (i)
            strbuf_addc(sb, ',');
        strbuf_reset(&title);
        result_add_title(&title, &result->column[i]);
        add_text(sb, style, title.text, title.len);
    }
    strbuf_addc(sb, '\n');
    strbuf_release(&title);
}

static void add_line(StrBuf *sb, const Result *result, const CsvStyle *style,
                     uint32_t row)
{
    size_t start = sb->len;
    if (result->has_levels) {
        StrBuf level;
        strbuf_init(&level);
        csv_add_level(&level, result, row);
        add_text(sb, style, level.text, level.len);
        strbuf_addc(sb, ',');
        strbuf_release(&level);
    }
    for (size_t i = 0; i < result->n_column; i++) {
        Type type = result->column[i].type;
        Value value = result_value(result, i, row);
        if (i)
            strbuf_addc(sb, ',');
        if (type.kind == VALUE_TEXT && !value.empty)
            add_text(sb, style, value.as.text.text, value.as.text.len);
        else if (type.kind == VALUE_BOOLEAN && !value.empty)
            strbuf_adds(sb, value.as.boolean ? "true" : "false");
        else
            value_print(sb, type, value);
    }
    /* A line without a character would be skipped by readers. */
    if (sb->len == start)
        strbuf_adds(sb, "\"\"");
    strbuf_addc(sb, '\n');
}

void csv_render(Sink *sink, const Result *result, const CsvStyle *style)
{
    if (result->n_column == 0)
        return;
    add_header(&sink->buf, result, style);
    for (uint32_t row = 0; row < result->n_row; row++) {
        add_line(&sink->buf, result, style, row);
        sink_drain(sink);
    }
}

void csv_add_level(StrBuf *sb, const Result *result, uint32_t row)
{
    switch (result->level ? (LineLevel)result->level[row] : LEVEL_LINE) {
    case LEVEL_LINE:
        strbuf_adds(sb, "line");
        return;
    case LEVEL_SUBTOTAL:
        strbuf_adds(sb, "subtotal");
        if (!result->closes)
            return;
        strbuf_addc(sb, ' ');
        result_add_title(sb, &result->column[result->closes[row]]);
        return;
    case LEVEL_OTHERS:
        strbuf_adds(sb, "others");
        return;
    case LEVEL_TOTAL:
        strbuf_adds(sb, "total");
        return;
    }
    UNREACHABLE("line level");
}
