/* The texts that were read, with a table of line starts made once. Lines end at a
   newline; a carriage return before it stays part of the line and is not shown. */
#include "runtime/diag/source_text.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

struct SourceTexts {
    SourceText **items;
    size_t count, cap;
};

SourceTexts *source_texts_new(void)
{
    return xcalloc(1, sizeof(SourceTexts));
}

void source_texts_free(SourceTexts *texts)
{
    if (!texts)
        return;
    for (size_t i = 0; i < texts->count; i++) {
        free(texts->items[i]->name);
        free(texts->items[i]->text);
        free(texts->items[i]->line_start);
        free(texts->items[i]);
    }
    free(texts->items);
    free(texts);
}

static void find_lines(SourceText *text)
{
    size_t cap = 0;
    XGROW(text->line_start, cap, 1);
    text->line_start[0] = 0;
    text->n_line = 1;
    for (size_t i = 0; i < text->len; i++) {
        if (text->text[i] != '\n')
            continue;
        XGROW(text->line_start, cap, text->n_line + 1);
        text->line_start[text->n_line++] = (uint32_t)i + 1;
    }
}

const SourceText *source_texts_add(SourceTexts *texts, const char *name,
                                   const char *text, size_t len)
{
    SourceText *res = xcalloc(1, sizeof *res);
    res->file = (uint32_t)texts->count;
    res->name = xstrdup(name);
    res->text = xstrndup(text, len);
    res->len = len;
    find_lines(res);
    XGROW(texts->items, texts->cap, texts->count + 1);
    texts->items[texts->count++] = res;
    return res;
}

void source_texts_place(SourceTexts *texts, uint32_t file, unsigned before)
{
    texts->items[file]->before = before;
}

void source_texts_set_module(SourceTexts *texts, size_t first)
{
    for (size_t i = first; i < texts->count; i++)
        texts->items[i]->is_module = true;
}

size_t source_texts_count(const SourceTexts *texts)
{
    return texts ? texts->count : 0;
}

const SourceText *source_texts_get(const SourceTexts *texts, uint32_t file)
{
    return texts && file < texts->count ? texts->items[file] : NULL;
}

/* The last line that starts at or before `offset`. */
static size_t line_of(const SourceText *text, uint32_t offset)
{
    size_t low = 0;
    size_t high = text->n_line;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->line_start[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void source_text_place(const SourceText *text, uint32_t offset, unsigned *line,
                       unsigned *column)
{
    uint32_t at = offset < text->len ? offset : (uint32_t)text->len;
    size_t found = line_of(text, at);
    uint32_t from = text->line_start[found];
    StrBuf shown;
    strbuf_init(&shown);
    source_text_expand(&shown, text->text + from, at - from);
    *line = text->before + (unsigned)found + 1;
    *column = (unsigned)utf8_width(shown.text, shown.len) + 1;
    strbuf_release(&shown);
}

static bool is_shown_as_is(int32_t code, size_t step)
{
    bool is_control = code < 0x20 || (code >= 0x7f && code < 0xA0);
    bool is_bidi = code == 0x061C || code == 0x200E || code == 0x200F ||
                   (code >= 0x2028 && code <= 0x202E) ||
                   (code >= 0x2066 && code <= 0x2069);
    bool is_broken = code == 0xFFFD && step == 1;
    return !is_control && !is_bidi && !is_broken;
}

void source_text_expand(StrBuf *sb, const char *line, size_t len)
{
    size_t cells = 0;
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t step = utf8_decode(line + at, len - at, &code);
        size_t before = sb->len;
        if (code == '\t')
            strbuf_addn(sb, ' ', 8 - cells % 8);
        else if (is_shown_as_is(code, step))
            strbuf_add(sb, line + at, step);
        else
            strbuf_addc(sb, '?');
        cells += utf8_width(sb->text + before, sb->len - before);
        at += step;
    }
}
