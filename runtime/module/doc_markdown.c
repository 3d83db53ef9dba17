/* A doc as Markdown: its comment as it is, what is required in a sentence, a table for
   each kind of definition, a paragraph for each report. */
#include "runtime/module/doc.h"
#include "runtime/module/doc_kinds.h"

#include <string.h>

/* Cells of tables: a line each, with their bars escaped. */
static void add_cell(StrBuf *sb, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            strbuf_addc(sb, '\\');
        strbuf_addc(sb, *text == '\n' ? ' ' : *text);
    }
}

static void add_code_cell(StrBuf *sb, const char *text)
{
    strbuf_addc(sb, '`');
    add_cell(sb, text);
    strbuf_addc(sb, '`');
}

/* What an entry is: its title, else its definition; and its comment. */
static void add_meaning(StrBuf *sb, const DocEntry *entry)
{
    if (entry->title)
        add_cell(sb, entry->title);
    else if (entry->definition)
        add_code_cell(sb, entry->definition);
    if (entry->note && (entry->title || entry->definition))
        strbuf_adds(sb, ". ");
    if (entry->note)
        add_cell(sb, entry->note);
}

typedef struct {
    const Doc *doc;
    AstStmtKind kind;
    const char *source;
    bool has_type, has_code;
} Table;

static Table table_of(const Doc *doc, AstStmtKind kind, const char *source)
{
    Table t = {.doc = doc, .kind = kind, .source = source};
    for (size_t i = doc_next(doc, 0, kind, source); i < doc->count;
         i = doc_next(doc, i + 1, kind, source)) {
        t.has_type = t.has_type || doc->entry[i].type;
        t.has_code = t.has_code || doc->entry[i].code;
    }
    return t;
}

static void add_row(StrBuf *sb, const Table *t, const DocEntry *entry)
{
    strbuf_adds(sb, "| ");
    add_code_cell(sb, entry->written);
    if (t->has_type)
        strbuf_addf(sb, " | %s", entry->type ? entry->type : "");
    if (t->has_code)
        strbuf_addf(sb, " | %s", entry->code ? entry->code : "");
    strbuf_adds(sb, " | ");
    add_meaning(sb, entry);
    strbuf_adds(sb, " |\n");
}

static void add_table(StrBuf *sb, const Doc *doc, const DocKind *kind,
                      const char *source)
{
    Table t = table_of(doc, kind->kind, source);
    size_t i = doc_next(doc, 0, kind->kind, source);
    if (i == doc->count)
        return;
    strbuf_addf(sb, "\n| %s%s%s | meaning |\n| ---%s%s | --- |\n", kind->one,
                t.has_type ? " | kind" : "", t.has_code ? " | K" : "",
                t.has_type ? " | ---" : "", t.has_code ? " | ---" : "");
    for (; i < doc->count; i = doc_next(doc, i + 1, kind->kind, source))
        add_row(sb, &t, &doc->entry[i]);
}

static void add_required(StrBuf *sb, const Doc *doc)
{
    size_t n = 0;
    for (size_t i = doc_next(doc, 0, AST_STMT_REQUIRE, NULL); i < doc->count;
         i = doc_next(doc, i + 1, AST_STMT_REQUIRE, NULL)) {
        const DocEntry *entry = &doc->entry[i];
        strbuf_addf(sb, "%s`%s %s%s%s`", n++ ? ",\n" : "\nRequires ",
                    entry->is_dimension ? "dimension" : "measure", entry->written,
                    entry->type ? " : " : "", entry->type ? entry->type : "");
        if (entry->note)
            strbuf_addf(sb, " (%s)", entry->note);
    }
    strbuf_adds(sb, n ? ".\n" : "");
}

static void add_part(StrBuf *sb, const char *before, const char *text)
{
    if (text)
        strbuf_addf(sb, "%s%s", before, text);
}

static void add_report(StrBuf *sb, const DocEntry *entry)
{
    strbuf_addf(sb, "\nReport `%s`", entry->written);
    add_part(sb, ": ", entry->title);
    strbuf_adds(sb, ".");
    if (entry->question)
        strbuf_addf(sb, " *%s*", entry->question);
    if (entry->steering)
        strbuf_addf(sb, " For %s.", entry->steering);
    add_part(sb, "\n", entry->note);
    if (entry->code)
        strbuf_addf(sb, "\n%s%s%s", entry->code, entry->text ? ": " : "",
                    entry->text ? entry->text : "");
    strbuf_addc(sb, '\n');
}

static void add_kinds(StrBuf *sb, const Doc *doc, const char *source)
{
    for (size_t k = 0; k < DOC_KINDS; k++)
        add_table(sb, doc, &doc_kinds[k], source);
}

static void add_source(StrBuf *sb, const Doc *doc, const DocEntry *entry)
{
    strbuf_addf(sb, "\n### source %s\n", entry->written);
    add_part(sb, "\n", entry->title);
    add_part(sb, entry->title ? ". " : "\n", entry->note);
    strbuf_adds(sb, entry->title || entry->note ? "\n" : "");
    add_kinds(sb, doc, entry->written);
}

void doc_add_markdown(StrBuf *sb, const Doc *doc)
{
    strbuf_addf(sb, "## %s\n", doc->name);
    if (doc->about[0])
        strbuf_addf(sb, "\n%s\n", doc->about);
    add_required(sb, doc);
    add_kinds(sb, doc, NULL);
    for (size_t i = doc_next(doc, 0, AST_STMT_REPORT, NULL); i < doc->count;
         i = doc_next(doc, i + 1, AST_STMT_REPORT, NULL))
        add_report(sb, &doc->entry[i]);
    for (size_t i = doc_next(doc, 0, AST_STMT_SOURCE, NULL); i < doc->count;
         i = doc_next(doc, i + 1, AST_STMT_SOURCE, NULL))
        add_source(sb, doc, &doc->entry[i]);
}

void doc_add_index_markdown(StrBuf *sb, const Doc *doc, size_t n)
{
    strbuf_adds(sb, "| module | about |\n| --- | --- |\n");
    for (size_t i = 0; i < n; i++) {
        strbuf_addf(sb, "| `%s` | ", doc[i].name);
        add_cell(sb, doc[i].summary);
        strbuf_adds(sb, " |\n");
    }
}
