/* CSV: RFC 4180 with LF at line ends, all digits, ISO dates, true and false. Empty is
   an empty field, a text without characters is "". */
#ifndef KOERS_RUNTIME_RENDER_CSV_H
#define KOERS_RUNTIME_RENDER_CSV_H

#include "runtime/algebra/result.h"
#include "runtime/render/sink.h"

typedef struct {
    bool raw; /* texts that a spreadsheet takes for formulas are left as they are */
} CsvStyle;

/* A header and the lines; a first column `level` only where levels were asked for.
   Unless raw, a ' is put before texts that begin like a formula; numbers are never
   touched. */
void csv_render(Sink *sink, const Result *result, const CsvStyle *style);
/* `line`, `subtotal region` (region is what it closes a group of), `others`, `total`:
   as CSV and JSON name them. */
void csv_add_level(StrBuf *sb, const Result *result, uint32_t row);

#endif
