/* Charts as SVG: what chart.h holds, drawn with our own writer. Colours and sizes of
   text come from classes, which the page or the file's own style gives. */
#ifndef KOERS_RUNTIME_RENDER_SVG_H
#define KOERS_RUNTIME_RENDER_SVG_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"

enum { SVG_WIDE = 720, SVG_NARROW = 340 };

typedef struct {
    const FormatStyle *style;
    const char *id;    /* unique in the page; of the title and the description */
    const char *class; /* of the svg element; "" in a file of its own */
    int width;
    bool with_tips; /* each mark says its value when it is pointed at */
} SvgStyle;

/* One svg element with the chart that the answer asks for, with <title> and <desc>;
   false: it asks for none, and nothing was added. */
bool svg_add_chart(StrBuf *sb, const Result *result, const SvgStyle *style);

/* A whole file: charts and lines of text, one under the other. */
typedef struct {
    StrBuf body;
    double height;
    size_t n_chart;
    char *title; /* the first one added; NULL: none */
} SvgFile;

void svg_file_begin(SvgFile *file);
void svg_file_add_title(SvgFile *file, const char *text);
void svg_file_add_text(SvgFile *file, const char *text);
/* Nothing where the answer asks for no chart. */
void svg_file_add_chart(SvgFile *file, const Result *result, const FormatStyle *style);
/* Appends the file and forgets it; without a chart it says that there is none. */
void svg_file_end(SvgFile *file, StrBuf *sb);

#endif
