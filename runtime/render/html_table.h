/* An answer as a table of a page, with what raised signals, notes and explanations. */
#ifndef KOERS_RUNTIME_RENDER_HTML_TABLE_H
#define KOERS_RUNTIME_RENDER_HTML_TABLE_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"
#include "runtime/base/intern.h"
#include "runtime/base/strbuf.h"

/* `id` is unique in the page: ids of what belongs to the answer begin with it; those of
   explanations are the page's (`w0`). */
typedef struct {
    const FormatStyle *format;
    const char *id;
    Intern *explained; /* explanations that the page has: each is written once */
} HtmlTable;

/* A list of alarms and warnings; nothing when there are none. */
void html_add_signals(StrBuf *sb, const Result *result, const HtmlTable *how);
/* The table in a frame that scrolls, notes and how it was asked below it. */
void html_add_table(StrBuf *sb, const Result *result, const HtmlTable *how);

#endif
