/* Messages as text: a headline, the source line with a caret, notes and help. A
   line that is too long is cut on both sides around the marked part. Everything
   that comes from scripts or data is made visible, so that no control character
   reaches a terminal. */
#include "runtime/diag/order.h"

#include "runtime/base/utf8.h"

#include <string.h>

enum { GUTTER = 8 }; /* "    3 | " */

typedef struct {
    StrBuf *sb;
    const SourceTexts *texts;
    DiagStyle style;
} Renderer;

/* One source line and the cells of it that are marked. */
typedef struct {
    StrBuf shown;
    size_t from, to;
    unsigned number;
} Marked;

static const char *colour_of(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "\033[1;31m";
    case SEVERITY_WARNING:
        return "\033[1;35m";
    case SEVERITY_NOTE:
        return "\033[1;36m";
    }
    UNREACHABLE("severity");
}

static void open_style(Renderer *r, Severity severity)
{
    if (r->style.tags)
        strbuf_addf(r->sb, "<%s>", diag_severity_text(severity));
    else if (r->style.colour)
        strbuf_adds(r->sb, colour_of(severity));
}

static void close_style(Renderer *r, Severity severity)
{
    if (r->style.tags)
        strbuf_addf(r->sb, "</%s>", diag_severity_text(severity));
    else if (r->style.colour)
        strbuf_adds(r->sb, "\033[0m");
}

static void add_visible(Renderer *r, const char *text)
{
    utf8_add_visible(r->sb, text, strlen(text));
}

static size_t width_of(const StrBuf *sb)
{
    return utf8_width(sb->text, sb->len);
}

static void mark_line(Marked *m, const SourceText *text, Span span)
{
    unsigned column;
    source_text_place(text, span.begin, &m->number, &column);
    uint32_t start = text->line_start[m->number - 1 - text->before];
    const char *line = text->text + start;
    size_t len = strcspn(line, "\r\n");
    const char *newline = memchr(line, '\n', text->len - start);
    size_t whole = newline ? (size_t)(newline - line) : text->len - start;
    if (len < whole && line[len] != '\r')
        len = whole;
    size_t end = span.end > start ? span.end - start : 0;
    strbuf_init(&m->shown);
    source_text_expand(&m->shown, line, end < len ? end : len);
    m->from = column - 1;
    m->to = width_of(&m->shown);
    strbuf_reset(&m->shown);
    source_text_expand(&m->shown, line, len);
    if (m->to <= m->from)
        m->to = m->from + 1;
}

/* Keeps `room` cells of the line around the mark. */
static void clip(Marked *m, size_t room)
{
    size_t total = width_of(&m->shown);
    if (total <= room)
        return;
    size_t marked = m->to - m->from;
    size_t before = marked < room ? (room - marked) / 2 : 1;
    size_t cut = m->from > before ? m->from - before : 0;
    if (cut + room > total && m->to <= total)
        cut = total - room;
    size_t skip = utf8_fit(m->shown.text, m->shown.len, cut ? cut + 1 : 0);
    size_t gone = utf8_width(m->shown.text, skip);
    size_t inner = room - (cut ? 1 : 0);
    bool cut_right = total - gone > inner;
    const char *rest = m->shown.text + skip;
    size_t kept = utf8_fit(rest, m->shown.len - skip, inner - (cut_right ? 1 : 0));
    StrBuf res;
    strbuf_init(&res);
    strbuf_adds(&res, cut ? "…" : "");
    strbuf_add(&res, rest, kept);
    strbuf_adds(&res, cut_right ? "…" : "");
    strbuf_release(&m->shown);
    m->shown = res;
    size_t shift = cut ? gone - 1 : 0;
    size_t last = width_of(&res);
    m->from = m->from > shift ? m->from - shift : 0;
    m->to = m->to - shift < last ? m->to - shift : last;
}

static void show_line(Renderer *r, const SourceText *text, Span span, Severity severity)
{
    Marked m;
    mark_line(&m, text, span);
    if (r->style.width > GUTTER + 20)
        clip(&m, r->style.width - GUTTER);
    strbuf_addf(r->sb, "%5u | %s\n      | ", m.number, m.shown.text);
    strbuf_addn(r->sb, ' ', m.from);
    open_style(r, severity);
    strbuf_addc(r->sb, '^');
    strbuf_addn(r->sb, '~', m.to > m.from ? m.to - m.from - 1 : 0);
    close_style(r, severity);
    strbuf_addc(r->sb, '\n');
    strbuf_release(&m.shown);
}

static void show_place(Renderer *r, const SourceText *text, Span span)
{
    unsigned line;
    unsigned column;
    source_text_place(text, span.begin, &line, &column);
    add_visible(r, text->name);
    strbuf_addf(r->sb, ":%u:%u: ", line, column);
}

static void show_note(Renderer *r, const DiagNote *note)
{
    const SourceText *text =
        note->has_span ? source_texts_get(r->texts, note->span.file) : NULL;
    if (!text) {
        strbuf_adds(r->sb, "      = note: ");
        add_visible(r, note->text);
        strbuf_addc(r->sb, '\n');
        return;
    }
    Span span = diag_shown_span(text, note->span);
    show_place(r, text, span);
    open_style(r, SEVERITY_NOTE);
    strbuf_adds(r->sb, "note:");
    close_style(r, SEVERITY_NOTE);
    strbuf_addc(r->sb, ' ');
    add_visible(r, note->text);
    strbuf_addc(r->sb, '\n');
    show_line(r, text, span, SEVERITY_NOTE);
}

static void show_headline(Renderer *r, const Diag *diag, const SourceText *text,
                          Span span)
{
    if (text)
        show_place(r, text, span);
    else
        strbuf_adds(r->sb, "koers: ");
    open_style(r, diag->severity);
    strbuf_addf(r->sb, "%s[%s]:", diag_severity_text(diag->severity),
                diag_code_text(diag->code));
    close_style(r, diag->severity);
    strbuf_addc(r->sb, ' ');
    add_visible(r, diag->message);
    strbuf_addc(r->sb, '\n');
}

/* Further lines are things to copy. */
static void show_help(Renderer *r, const char *help)
{
    strbuf_adds(r->sb, "      = help: ");
    for (;;) {
        size_t len = strcspn(help, "\n");
        utf8_add_visible(r->sb, help, len);
        strbuf_addc(r->sb, '\n');
        if (!help[len])
            return;
        strbuf_adds(r->sb, "          ");
        help += len + 1;
    }
}

static void show_diag(Renderer *r, const Diag *diag)
{
    const SourceText *text =
        diag->has_span ? source_texts_get(r->texts, diag->span.file) : NULL;
    Span span = text ? diag_shown_span(text, diag->span) : diag->span;
    show_headline(r, diag, text, span);
    if (text)
        show_line(r, text, span, diag->severity);
    if (diag->help)
        show_help(r, diag->help);
    for (const DiagNote *note = diag->notes; note; note = note->next)
        show_note(r, note);
}

void diag_render(StrBuf *sb, const DiagSink *sink, DiagStyle style)
{
    Renderer r = {sb, sink->texts, style};
    const Diag *sorted[2 * DIAG_MAX];
    size_t count = diag_in_order(sink, sorted);
    for (size_t i = 0; i < count; i++)
        show_diag(&r, sorted[i]);
    if (!sink->silent && sink->n_error > DIAG_MAX)
        strbuf_addf(sb, "koers: %zu more errors are not shown\n",
                    sink->n_error - DIAG_MAX);
}
