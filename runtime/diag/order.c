/* The order of messages and the places they are shown at; what the two renderers
   share. There are at most forty messages, so insertion sorts them. */
#include "runtime/diag/order.h"

#include "runtime/base/ascii.h"

static bool is_before(const Diag *a, const Diag *b)
{
    if (!a->has_span || !b->has_span)
        return a->has_span && !b->has_span;
    if (a->span.file != b->span.file)
        return a->span.file < b->span.file;
    return a->span.begin < b->span.begin;
}

size_t diag_in_order(const DiagSink *sink, const Diag *sorted[2 * DIAG_MAX])
{
    size_t count = 0;
    for (const Diag *d = sink->first; d && count < 2 * DIAG_MAX; d = d->next) {
        size_t at = count++;
        for (; at > 0 && is_before(d, sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = d;
    }
    return count;
}

Span diag_shown_span(const SourceText *text, Span span)
{
    if (span.begin < text->len)
        return span;
    uint32_t at = (uint32_t)text->len;
    while (at > 0 && ascii_is_space(text->text[at - 1]))
        at--;
    span.begin = at;
    span.end = at;
    return span;
}

const char *diag_severity_text(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "error";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_NOTE:
        return "note";
    }
    UNREACHABLE("severity");
}
