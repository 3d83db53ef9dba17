/* A doc for a terminal: paragraphs are broken at its width, blocks of code are not. */
#include "runtime/module/doc.h"
#include "runtime/module/doc_kinds.h"

#include "runtime/base/utf8.h"

#include <string.h>

enum { WIDEST = 88, NARROWEST = 20, STEP = 2 };

typedef struct {
    StrBuf *sb;
    const Doc *doc;
    size_t width;
    size_t indent;
    size_t used; /* cells of the line that is being filled; 0: none */
} Pen;

static Pen pen_of(StrBuf *sb, const Doc *doc, unsigned width)
{
    size_t wide = width && width < WIDEST ? width : WIDEST;
    return (Pen){.sb = sb, .doc = doc, .width = wide < NARROWEST ? NARROWEST : wide};
}

static void end_line(Pen *p)
{
    if (p->used)
        strbuf_addc(p->sb, '\n');
    p->used = 0;
}

static void add_word(Pen *p, const char *word, size_t len)
{
    size_t cells = utf8_width(word, len);
    if (p->used && p->used + 1 + cells > p->width)
        end_line(p);
    if (p->used) {
        strbuf_addc(p->sb, ' ');
        p->used++;
    } else {
        strbuf_addn(p->sb, ' ', p->indent);
        p->used = p->indent;
    }
    utf8_add_visible(p->sb, word, len);
    p->used += cells;
}

static void add_words(Pen *p, const char *text, size_t len)
{
    const char *end = text + len;
    while (text < end) {
        size_t n = strcspn(text, " \t\n");
        if (n > (size_t)(end - text))
            n = (size_t)(end - text);
        if (n)
            add_word(p, text, n);
        text += n + (text + n < end);
    }
}

static void add_as_is(Pen *p, const char *line, size_t len)
{
    strbuf_addn(p->sb, ' ', len ? p->indent : 0);
    utf8_add_visible(p->sb, line, len);
    strbuf_addc(p->sb, '\n');
}

/* Items of lists, tables and code keep their lines. */
static bool keeps_line(const char *line)
{
    return strchr("|#>", line[0]) || (strchr("-*", line[0]) && line[1] == ' ') ||
           !strncmp(line, "    ", 4);
}

static void add_comment(Pen *p, const char *text)
{
    bool code = false;
    while (*text) {
        size_t len = strcspn(text, "\n");
        bool fence = !strncmp(text, "```", 3);
        if (!len || fence || code || keeps_line(text))
            end_line(p);
        if (fence) {
            code = !code;
            p->indent = code ? p->indent + STEP : p->indent - STEP;
        } else if (!len || code || keeps_line(text)) {
            add_as_is(p, text, len);
        } else {
            add_words(p, text, len);
        }
        text += len + (text[len] == '\n');
    }
    end_line(p);
}

static void add_paragraph(Pen *p, const char *text, const char *before)
{
    if (!text)
        return;
    add_words(p, before, strlen(before));
    add_words(p, text, strlen(text));
    end_line(p);
}

static void add_entry(Pen *p, const DocEntry *entry)
{
    StrBuf line;
    strbuf_init(&line);
    strbuf_addf(&line, "%s%s%s", entry->written, entry->type ? " : " : "",
                entry->type ? entry->type : "");
    if (entry->code)
        strbuf_addf(&line, " (%s)", entry->code);
    add_paragraph(p, line.text, "");
    strbuf_release(&line);
    p->indent += STEP;
    add_paragraph(p, entry->title, "");
    if (entry->note)
        add_comment(p, entry->note);
    add_paragraph(p, entry->definition, "=");
    add_paragraph(p, entry->question, "");
    add_paragraph(p, entry->steering, "For");
    add_paragraph(p, entry->text, "");
    p->indent -= STEP;
}

static void add_heading(Pen *p, const char *text)
{
    strbuf_addc(p->sb, '\n');
    add_paragraph(p, text, "");
}

static void add_group(Pen *p, AstStmtKind kind, const char *heading, const char *source)
{
    size_t i = doc_next(p->doc, 0, kind, source);
    if (i == p->doc->count)
        return;
    add_heading(p, heading);
    p->indent += STEP;
    for (; i < p->doc->count; i = doc_next(p->doc, i + 1, kind, source))
        add_entry(p, &p->doc->entry[i]);
    p->indent -= STEP;
}

static void add_required(Pen *p)
{
    size_t n = 0;
    for (size_t i = doc_next(p->doc, 0, AST_STMT_REQUIRE, NULL); i < p->doc->count;
         i = doc_next(p->doc, i + 1, AST_STMT_REQUIRE, NULL)) {
        const DocEntry *entry = &p->doc->entry[i];
        if (n++ == 0)
            add_heading(p, "Requires");
        p->indent += STEP;
        add_word(p, entry->is_dimension ? "dimension" : "measure",
                 entry->is_dimension ? 9 : 7);
        add_word(p, entry->written, strlen(entry->written));
        if (entry->type)
            add_words(p, ":", 1);
        if (entry->type)
            add_words(p, entry->type, strlen(entry->type));
        end_line(p);
        p->indent += STEP;
        if (entry->note)
            add_comment(p, entry->note);
        p->indent -= 2 * STEP;
    }
}

static void add_kinds(Pen *p, const char *source)
{
    for (size_t k = 0; k < DOC_KINDS; k++)
        add_group(p, doc_kinds[k].kind, doc_kinds[k].many, source);
}

static void add_source(Pen *p, const DocEntry *entry)
{
    strbuf_addc(p->sb, '\n');
    add_words(p, "Source", 6);
    add_entry(p, entry);
    p->indent += STEP;
    add_kinds(p, entry->written);
    p->indent -= STEP;
}

void doc_add_text(StrBuf *sb, const Doc *doc, unsigned width)
{
    Pen p = pen_of(sb, doc, width);
    add_paragraph(&p, doc->name, "");
    if (doc->about[0]) {
        strbuf_addc(sb, '\n');
        p.indent = STEP;
        add_comment(&p, doc->about);
        p.indent = 0;
    }
    add_required(&p);
    add_kinds(&p, NULL);
    add_group(&p, AST_STMT_REPORT, "Reports", NULL);
    for (size_t i = doc_next(doc, 0, AST_STMT_SOURCE, NULL); i < doc->count;
         i = doc_next(doc, i + 1, AST_STMT_SOURCE, NULL))
        add_source(&p, &doc->entry[i]);
}

void doc_add_index_text(StrBuf *sb, const Doc *doc, size_t n, unsigned width)
{
    size_t cells = 0;
    for (size_t i = 0; i < n; i++) {
        size_t own = utf8_width(doc[i].name, strlen(doc[i].name));
        cells = own > cells ? own : cells;
    }
    for (size_t i = 0; i < n; i++) {
        size_t own = utf8_width(doc[i].name, strlen(doc[i].name));
        size_t room = width > cells + STEP ? width - cells - STEP : 0;
        size_t len = strlen(doc[i].summary);
        utf8_add_visible(sb, doc[i].name, strlen(doc[i].name));
        strbuf_addn(sb, ' ', len ? cells - own + STEP : 0);
        utf8_add_visible(sb, doc[i].summary,
                         room ? utf8_fit(doc[i].summary, len, room) : len);
        strbuf_addc(sb, '\n');
    }
}
