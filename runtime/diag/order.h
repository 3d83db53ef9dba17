/* The messages of a sink in the order in which they are shown. */
#ifndef KOERS_RUNTIME_DIAG_ORDER_H
#define KOERS_RUNTIME_DIAG_ORDER_H

#include "runtime/diag/diag.h"

/* By file and place, those without a place last, else as added. At most
   2 * DIAG_MAX; returns how many. */
size_t diag_in_order(const DiagSink *sink, const Diag *sorted[2 * DIAG_MAX]);
/* Where a span is shown: one at the end of the text moves back to the end of the
   last line that is not blank. */
Span diag_shown_span(const SourceText *text, Span span);
const char *diag_severity_text(Severity severity);

#endif
