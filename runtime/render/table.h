/* Answers as tables for a terminal or a text file. Nothing that a terminal would obey
   gets through: control characters of the data are made visible. */
#ifndef KOERS_RUNTIME_RENDER_TABLE_H
#define KOERS_RUNTIME_RENDER_TABLE_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"
#include "runtime/render/sink.h"

typedef struct {
    FormatStyle format;
    bool colour;
    unsigned width; /* cells; 0: no limit */
    uint32_t rows;  /* lines shown at most, totals not counted; 0: all */
} TableStyle;

/* Heading, header, lines, notes, signals. */
void table_render(Sink *sink, const Result *result, const TableStyle *style);

#endif
