/* What one output holds: answers and texts in one format, in the order they came. */
#ifndef KOERS_RUNTIME_RENDER_DOCUMENT_H
#define KOERS_RUNTIME_RENDER_DOCUMENT_H

#include "runtime/algebra/result.h"
#include "runtime/render/html_page.h"
#include "runtime/render/sink.h"
#include "runtime/render/svg.h"
#include "runtime/render/table.h"
#include "runtime/render/xlsx.h"

typedef enum {
    RENDER_TABLE,
    RENDER_CSV,
    RENDER_JSON,
    RENDER_MARKDOWN,
    RENDER_HTML,
    RENDER_SVG,
    RENDER_XLSX, /* bytes, not text: for files and pipes */
} RenderFormat;

typedef struct {
    RenderFormat format;
    TableStyle table; /* Markdown and workbooks take its locale only */
    Day today;        /* the day that a workbook was made */
    bool raw;         /* CSV: texts that look like formulas stay as they are */
    bool no_chart;    /* tables alone, whatever is asked for */
    bool no_script;   /* a page that goes into a mail */
    bool is_file;     /* it has a foot, and JSON is one array; else an object each */
} DocumentStyle;

typedef struct {
    Sink *sink;
    DocumentStyle style;
    size_t n_part;  /* parts written */
    HtmlPage *page; /* of RENDER_HTML and RENDER_SVG: written when the document ends */
    SvgFile svg;
    XlsxBook *book; /* from the first part on; NULL for other formats */
    StrBuf foot;    /* of other files: their facts */
} Document;

/* `table`, `csv`, `json`, `markdown`, `html`, `svg`, `xlsx`, also as txt, text, md and
   htm; case is free. */
bool document_format_find(const char *name, RenderFormat *format);
/* Is it written as a whole, so that nothing comes out before the end? */
bool document_format_is_whole(RenderFormat format);
/* By the ending: .csv .json .md .txt .html .svg .xlsx; false for any other. */
bool document_format_of_path(const char *path, RenderFormat *format);

void document_begin(Document *doc, Sink *sink, const DocumentStyle *style);
/* The name of a report, which other reports run: `depth` of them. In a file of JSON
   titles and texts are objects of their own, {"title": ...} and {"text": ...}; CSV, and
   JSON in a stream, leave them out. */
void document_add_title(Document *doc, const char *text, unsigned depth);
void document_add_text(Document *doc, const char *text);
/* What a report asks: said in pages only. */
void document_add_question(Document *doc, const char *text);
/* A parameter of the report. Files that are no pages hold facts at their foot,
   {"about": ...} in JSON, a workbook below the title; CSV leaves them out. */
void document_add_fact(Document *doc, Fact fact);
/* Of all of the document; pages know a top and a foot. */
void document_add_about(Document *doc, Fact fact, bool at_foot);
/* In CSV an empty line stands between two answers. */
void document_add_result(Document *doc, const Result *result);
/* A workbook is written only now. */
void document_end(Document *doc);

#endif
