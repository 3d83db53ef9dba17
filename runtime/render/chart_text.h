/* Charts in characters, for a terminal, a text file or a block of Markdown. */
#ifndef KOERS_RUNTIME_RENDER_CHART_TEXT_H
#define KOERS_RUNTIME_RENDER_CHART_TEXT_H

#include "runtime/render/table.h"

/* Draws the chart that the answer asks for, with an empty line before it; nothing when
   it asks for none. Width 0 is taken as 80 cells. */
void chart_text_render(Sink *sink, const Result *result, const TableStyle *style);

/* A value per cell in one line, from the least to the largest; empty ones are blank. */
typedef struct {
    const double *value;
    const bool *empty; /* NULL: none is */
    size_t n;
} Sparkline;

/* The same text with the signs of ASCII. */
void chart_add_ascii(StrBuf *sb, const char *sparkline, size_t len);
/* Eighth blocks, or in ASCII signs of growing height. */
void chart_add_sparkline(StrBuf *sb, Sparkline line, bool ascii);

#endif
