/* A page: one HTML file that holds all it needs. Parts are added in order; what stands
   at the top of the page is put together at the end. */
#ifndef KOERS_RUNTIME_RENDER_HTML_PAGE_H
#define KOERS_RUNTIME_RENDER_HTML_PAGE_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"
#include "runtime/base/strbuf.h"

typedef struct HtmlPage HtmlPage;

typedef struct {
    FormatStyle format;
    bool no_chart;
} HtmlStyle;

HtmlPage *html_page_new(void);
/* Begins a section, or in it a report that another runs, `depth` below that. A page
   with one section has its title; of several sections, or of several reports in the
   only one, a list stands first. */
void html_page_add_title(HtmlPage *page, const char *text, unsigned depth);
/* What the section's report asks, in the words of its owner. */
void html_page_add_question(HtmlPage *page, const char *text);
/* Of the section, beside its title: a parameter and its value. */
void html_page_add_fact(HtmlPage *page, Fact fact);
/* Of the page as a whole: at its top, or at its foot. */
void html_page_add_about(HtmlPage *page, Fact fact, bool at_foot);
void html_page_add_text(HtmlPage *page, const char *text);
void html_page_add_result(HtmlPage *page, const Result *result, HtmlStyle style);
/* Appends the page, with the script that sorts its tables or without, and frees it. */
void html_page_end(HtmlPage *page, bool with_script, StrBuf *sb);

#endif
