/* Puts parts one under the other and leaves each to the renderer of its format. */
#include "runtime/render/document.h"

#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/render/cell_text.h"
#include "runtime/render/chart_text.h"
#include "runtime/render/csv.h"
#include "runtime/render/json.h"
#include "runtime/render/markdown.h"
#include "runtime/render/records.h"

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
        {"md", RENDER_MARKDOWN}, {"html", RENDER_HTML}, {"htm", RENDER_HTML},
        {"svg", RENDER_SVG},     {"xlsx", RENDER_XLSX},
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

bool document_format_is_whole(RenderFormat format)
{
    return format == RENDER_HTML || format == RENDER_SVG || format == RENDER_XLSX;
}

void document_begin(Document *doc, Sink *sink, const DocumentStyle *style)
{
    *doc = (Document){.sink = sink, .style = *style};
    strbuf_init(&doc->foot);
    if (style->format == RENDER_JSON && style->is_file)
        strbuf_addc(&sink->buf, '[');
    if (style->format == RENDER_HTML)
        doc->page = html_page_new();
    if (style->format == RENDER_SVG)
        svg_file_begin(&doc->svg);
}

static XlsxBook *book_of(Document *doc)
{
    if (!doc->book)
        doc->book =
            xlsx_new(&(XlsxStyle){.format.locale = doc->style.table.format.locale,
                                  .today = doc->style.today});
    return doc->book;
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
    else if (doc->style.is_file)
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

/* {"title": ...}, {"text": ...}: a file is a document; a stream is of answers only. */
static void add_json(Document *doc, const char *kind, const char *text)
{
    StrBuf *sb = &doc->sink->buf;
    if (!doc->style.is_file)
        return;
    separate(doc);
    strbuf_addf(sb, "{\"%s\":", kind);
    json_add_text(sb, text, strlen(text));
    strbuf_adds(sb, "}\n");
}

void document_add_title(Document *doc, const char *text, unsigned depth)
{
    StrBuf *sb = &doc->sink->buf;
    if (doc->style.format == RENDER_XLSX && *text)
        xlsx_add_title(book_of(doc), text);
    if (doc->style.format == RENDER_JSON && *text)
        add_json(doc, "title", text);
    if (doc->style.format == RENDER_HTML && *text)
        html_page_add_title(doc->page, text, depth);
    if (doc->style.format == RENDER_SVG && *text)
        svg_file_add_title(&doc->svg, text);
    if (!is_for_people(doc) || !*text)
        return;
    separate(doc);
    if (doc->style.format == RENDER_MARKDOWN) {
        markdown_add_heading(sb, text, depth);
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
    if (doc->style.format == RENDER_XLSX)
        xlsx_add_text(book_of(doc), text);
    if (doc->style.format == RENDER_JSON)
        add_json(doc, "text", text);
    if (doc->style.format == RENDER_HTML)
        html_page_add_text(doc->page, text);
    if (!is_for_people(doc))
        return;
    separate(doc);
    if (doc->style.format == RENDER_TABLE) {
        add_visible_lines(doc, text);
        return;
    }
    markdown_add_paragraph(&doc->sink->buf, text);
}

void document_add_question(Document *doc, const char *text)
{
    if (doc->style.format == RENDER_HTML)
        html_page_add_question(doc->page, text);
}

/* Is it said already, from one separator to the next? */
static bool is_in_foot(const StrBuf *foot, const StrBuf *fact, const char *separator)
{
    size_t gap = strlen(separator);
    for (const char *at = foot->text; (at = strstr(at, fact->text)); at++) {
        const char *end = at + fact->len;
        bool begins = at == foot->text || ((size_t)(at - foot->text) >= gap &&
                                           !strncmp(at - gap, separator, gap));
        if (begins && (!*end || !strncmp(end, separator, gap)))
            return true;
    }
    return false;
}

/* "year 1997 · as of 2026-11-29", or members of an object; what several reports share,
   once. */
static void add_to_foot(Document *doc, Fact fact)
{
    bool json = doc->style.format == RENDER_JSON;
    const char *separator = json ? "," : " · ";
    StrBuf sb;
    strbuf_init(&sb);
    if (json) {
        json_add_text(&sb, fact.name, strlen(fact.name));
        strbuf_addc(&sb, ':');
        json_add_text(&sb, fact.text, strlen(fact.text));
    } else {
        strbuf_addf(&sb, "%s %s", fact.name, fact.text);
    }
    if (!is_in_foot(&doc->foot, &sb, separator))
        strbuf_addf(&doc->foot, "%s%s", doc->foot.len ? separator : "", sb.text);
    strbuf_release(&sb);
}

void document_add_fact(Document *doc, Fact fact)
{
    if (doc->style.format == RENDER_HTML)
        html_page_add_fact(doc->page, fact);
    else if (doc->style.format == RENDER_XLSX)
        xlsx_add_fact(book_of(doc), fact);
    else
        add_to_foot(doc, fact);
}

void document_add_about(Document *doc, Fact fact, bool at_foot)
{
    if (doc->style.format == RENDER_HTML)
        html_page_add_about(doc->page, fact, at_foot);
    else
        add_to_foot(doc, fact);
}

static void end_foot(Document *doc)
{
    if (doc->style.is_file && doc->foot.len && doc->style.format == RENDER_JSON) {
        separate(doc);
        strbuf_addf(&doc->sink->buf, "{\"about\":{%s}}\n", doc->foot.text);
    } else if (doc->foot.len &&
               (doc->style.is_file || doc->style.format == RENDER_XLSX)) {
        document_add_text(doc, doc->foot.text);
    }
    strbuf_release(&doc->foot);
}

/* As a block of code; its fence is longer than any run of backquotes within. */
static void add_markdown_chart(Document *doc, const Result *result)
{
    Sink chart;
    sink_init(&chart, -1);
    chart_text_render(&chart, result,
                      &(TableStyle){.format.locale = doc->style.table.format.locale});
    size_t fence = 3, run = 0;
    for (size_t i = 0; i < chart.buf.len; i++) {
        run = chart.buf.text[i] == '`' ? run + 1 : 0;
        fence = run >= fence ? run + 1 : fence;
    }
    StrBuf *sb = &doc->sink->buf;
    strbuf_addc(sb, '\n');
    strbuf_addn(sb, '`', fence);
    strbuf_adds(sb, "text");
    strbuf_add(sb, chart.buf.text, chart.buf.len);
    strbuf_addn(sb, '`', fence);
    strbuf_addc(sb, '\n');
    sink_release(&chart);
}

static bool has_chart(const Document *doc, const Result *result)
{
    return result->chart.kind != CHART_NONE && !doc->style.no_chart;
}

void document_add_result(Document *doc, const Result *result)
{
    FormatStyle format = {.locale = doc->style.table.format.locale};
    if (!document_format_is_whole(doc->style.format))
        separate(doc);
    switch (doc->style.format) {
    case RENDER_TABLE:
        if (result->is_records)
            records_render(doc->sink, result, &doc->style.table);
        else
            table_render(doc->sink, result, &doc->style.table);
        if (has_chart(doc, result))
            chart_text_render(doc->sink, result, &doc->style.table);
        return;
    case RENDER_CSV:
        csv_render(doc->sink, result, &(CsvStyle){.raw = doc->style.raw});
        return;
    case RENDER_JSON:
        json_render(doc->sink, result);
        return;
    case RENDER_MARKDOWN:
        markdown_render(doc->sink, result, &doc->style.table.format);
        if (has_chart(doc, result))
            add_markdown_chart(doc, result);
        return;
    case RENDER_HTML:
        html_page_add_result(doc->page, result,
                             (HtmlStyle){format, doc->style.no_chart});
        return;
    case RENDER_SVG:
        if (result_is_drawn(result) && !doc->style.no_chart)
            svg_file_add_chart(&doc->svg, result, &format);
        return;
    case RENDER_XLSX:
        xlsx_add_result(book_of(doc), result);
        return;
    }
}

void document_end(Document *doc)
{
    end_foot(doc);
    if (doc->style.format == RENDER_JSON && doc->style.is_file)
        strbuf_adds(&doc->sink->buf, "]\n");
    if (doc->style.format == RENDER_HTML)
        html_page_end(doc->page, !doc->style.no_script, &doc->sink->buf);
    if (doc->style.format == RENDER_SVG)
        svg_file_end(&doc->svg, &doc->sink->buf);
    doc->page = NULL;
    if (doc->book)
        xlsx_finish(doc->book, doc->sink);
    doc->book = NULL;
    sink_drain(doc->sink);
}
