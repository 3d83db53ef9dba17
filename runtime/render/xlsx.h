/* A workbook for Excel and LibreOffice: a sheet per answer, and in front of them one
   with the report's title, parameters and texts. The only file that knows libxlsxwriter. */
#ifndef KOERS_RUNTIME_RENDER_XLSX_H
#define KOERS_RUNTIME_RENDER_XLSX_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"
#include "runtime/base/civil.h"
#include "runtime/render/sink.h"

typedef struct XlsxBook XlsxBook;

typedef struct {
    FormatStyle format;
    Day today;     /* when the workbook says it was made */
    uint32_t rows; /* of a sheet at most; 0: as many as there can be */
} XlsxStyle;

/* Never NULL: what fails on the way is kept and said by xlsx_finish. Lines go to files
   in $TMPDIR or /tmp, so that a long answer is not held twice. */
XlsxBook *xlsx_new(const XlsxStyle *style);
void xlsx_add_title(XlsxBook *book, const char *text);
void xlsx_add_text(XlsxBook *book, const char *text);
void xlsx_add_fact(XlsxBook *book, Fact fact);
/* A header that stays in sight and filters, the lines with real numbers and dates,
   those of levels in a style of their own; below them notes and signals. What does not
   fit on a sheet goes on on the next. */
void xlsx_add_result(XlsxBook *book, const Result *result);
/* Hands the workbook to the sink, or sets its error; frees the book. */
void xlsx_finish(XlsxBook *book, Sink *sink);

#endif
