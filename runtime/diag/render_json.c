/* Messages as a JSON array, for editors. Lines and columns count from 1 as in the
   text form; `end_line` and `end_column` are just behind the marked part. */
#include "runtime/diag/order.h"

#include "runtime/base/utf8.h"

#include <string.h>

static void add_string(StrBuf *sb, const char *text)
{
    size_t len = strlen(text);
    strbuf_addc(sb, '"');
    for (size_t at = 0; at < len;) {
        int32_t code;
        at += utf8_decode(text + at, len - at, &code);
        if (code == '"' || code == '\\')
            strbuf_addf(sb, "\\%c", (char)code);
        else if (code < 0x20 || code == 0x7f)
            strbuf_addf(sb, "\\u%04x", (unsigned)code);
        else
            utf8_encode(sb, code);
    }
    strbuf_addc(sb, '"');
}

static void add_field(StrBuf *sb, const char *name, const char *value)
{
    strbuf_addf(sb, ",\"%s\":", name);
    add_string(sb, value);
}

static void add_place(StrBuf *sb, const SourceTexts *texts, Span span)
{
    const SourceText *text = source_texts_get(texts, span.file);
    if (!text)
        return;
    unsigned line;
    unsigned column;
    span = diag_shown_span(text, span);
    add_field(sb, "file", text->name);
    source_text_place(text, span.begin, &line, &column);
    strbuf_addf(sb, ",\"line\":%u,\"column\":%u", line, column);
    source_text_place(text, span.end, &line, &column);
    strbuf_addf(sb, ",\"end_line\":%u,\"end_column\":%u", line, column);
}

static void add_diag(StrBuf *sb, const SourceTexts *texts, const Diag *diag)
{
    strbuf_addf(sb, "{\"code\":\"%s\"", diag_code_text(diag->code));
    add_field(sb, "severity", diag_severity_text(diag->severity));
    if (diag->has_span)
        add_place(sb, texts, diag->span);
    add_field(sb, "message", diag->message);
    if (diag->help)
        add_field(sb, "help", diag->help);
    strbuf_adds(sb, ",\"notes\":[");
    for (const DiagNote *note = diag->notes; note; note = note->next) {
        strbuf_adds(sb, "{\"message\":");
        add_string(sb, note->text);
        if (note->has_span)
            add_place(sb, texts, note->span);
        strbuf_adds(sb, note->next ? "}," : "}");
    }
    strbuf_adds(sb, "]}");
}

void diag_render_json(StrBuf *sb, const DiagSink *sink)
{
    const Diag *sorted[2 * DIAG_MAX];
    size_t count = diag_in_order(sink, sorted);
    strbuf_addc(sb, '[');
    for (size_t i = 0; i < count; i++) {
        strbuf_adds(sb, i ? ",\n " : "");
        add_diag(sb, sink->texts, sorted[i]);
    }
    strbuf_adds(sb, "]\n");
}
