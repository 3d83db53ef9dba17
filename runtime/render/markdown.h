/* Answers as GitHub tables, lined up by display width so that the source reads well. */
#ifndef KOERS_RUNTIME_RENDER_MARKDOWN_H
#define KOERS_RUNTIME_RENDER_MARKDOWN_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"
#include "runtime/render/sink.h"

/* Lines of levels are bold; notes and signals stand below as paragraphs. */
void markdown_render(Sink *sink, const Result *result, const FormatStyle *style);
/* Text with what Markdown or HTML would take for markup escaped; line ends are <br>,
   other control characters visible. */
void markdown_add_text(StrBuf *sb, const char *text, size_t len);
/* The same at the beginning of a paragraph, where `# x`, `- x` and `1. x` would be
   something else. Ends with a line end. */
void markdown_add_paragraph(StrBuf *sb, const char *text);
/* `# text`, with one more # for each of `depth`; a # at its end stays. Ends with a line
   end. */
void markdown_add_heading(StrBuf *sb, const char *text, unsigned depth);

#endif
