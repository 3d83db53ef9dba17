/* Puts parts one under the other and leaves each to the renderer of its format. */
#include "runtime/render/document.h"

#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/render/cell_text.h"
#include "runtime/render/csv.h"
#include "runtime/render/json.h"
#include "runtime/render/markdown.h"

#include <string.h>

typedef struct {
    const char *name;
    RenderFormat format;
} FormatName;

bool document_format_find(const char *name, RenderFormat *format)
{
    static const FormatName names[] = {
        {"table", RENDER_TABLE}, {"txt", RENDER_TABLE}, {"text", RENDER_TABLE},
        {"csv", RENDER_CSV},     {"json", RENDER_JSON}, {"markdown", RENDER_MARKDOWN},
        {"md", RENDER_MARKDOWN},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (ascii_casecmp(name, names[i].name) == 0) {
            *format = names[i].format;
            return true;
        }
    }
    return false;
}

bool document_format_of_path(const char *path, RenderFormat *format)
{
    const char *dot = strrchr(path, '.');
    if (!dot || strchr(dot, '/') || strlen(dot) > 5 || ascii_casecmp(dot, ".text") == 0)
        return false;
    return document_format_find(dot + 1, format);
}

void document_begin(Document *doc, Sink *sink, const DocumentStyle *style)
{
    *doc = (Document){.sink = sink, .style = *style};
    if (style->format == RENDER_JSON && style->list)
        strbuf_addc(&sink->buf, '[');
}

static bool is_for_people(const Document *doc)
{
    return doc->style.format == RENDER_TABLE || doc->style.format == RENDER_MARKDOWN;
}

static void separate(Document *doc)
{
    if (doc->n_part++ == 0)
        return;
    if (doc->style.format != RENDER_JSON)
        strbuf_addc(&doc->sink->buf, '\n');
    else if (doc->style.list)
        strbuf_addc(&doc->sink->buf, ',');
}

/* Lines of the text stay lines. */
static void add_visible_lines(Document *doc, const char *text)
{
    StrBuf line;
    strbuf_init(&line);
    while (*text) {
        size_t len = strcspn(text, "\n");
        strbuf_reset(&line);
        utf8_add_visible(&line, text, len);
        cell_text_wrap(&doc->sink->buf, line.text, doc->style.table.width);
        text += len + (text[len] == '\n');
        if (!line.len && doc->style.table.width)
            strbuf_addc(&doc->sink->buf, '\n');
    }
    strbuf_release(&line);
}

void document_add_title(Document *doc, const char *text)
{
    StrBuf *sb = &doc->sink->buf;
    if (!is_for_people(doc) || !*text)
        return;
    separate(doc);
    if (doc->style.format == RENDER_MARKDOWN) {
        strbuf_adds(sb, "# ");
        markdown_add_text(sb, text, strlen(text));
        strbuf_addc(sb, '\n');
        return;
    }
    strbuf_adds(sb, doc->style.table.colour ? "\033[1m" : "");
    add_visible_lines(doc, text);
    if (doc->style.table.colour) {
        strbuf_truncate(sb, sb->len - 1);
        strbuf_adds(sb, "\033[0m\n");
    }
}

void document_add_text(Document *doc, const char *text)
{
    if (!is_for_people(doc))
        return;
    separate(doc);
    if (doc->style.format == RENDER_TABLE) {
        add_visible_lines(doc, text);
        return;
    }
    markdown_add_text(&doc->sink->buf, text, strlen(text));
    strbuf_addc(&doc->sink->buf, '\n');
}

void document_add_result(Document *doc, const Result *result)
{
    separate(doc);
    switch (doc->style.format) {
    case RENDER_TABLE:
        table_render(doc->sink, result, &doc->style.table);
        return;
    case RENDER_CSV:
        csv_render(doc->sink, result, &(CsvStyle){.raw = doc->style.raw});
        return;
    case RENDER_JSON:
        json_render(doc->sink, result);
        return;
    case RENDER_MARKDOWN:
        markdown_render(doc->sink, result, &doc->style.table.format);
        return;
    }
}

void document_end(Document *doc)
{
    if (doc->style.format == RENDER_JSON && doc->style.list)
        strbuf_adds(&doc->sink->buf, "]\n");
    sink_drain(doc->sink);
}
