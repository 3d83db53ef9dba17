/* Text in HTML and XML. */
#ifndef KOERS_RUNTIME_RENDER_HTML_H
#define KOERS_RUNTIME_RENDER_HTML_H

#include "runtime/base/strbuf.h"

/* As text of an element or as an attribute in double quotes: signs of markup are
   escaped, control characters and bytes that are no UTF-8 are shown, never raw. */
void html_add_text(StrBuf *sb, const char *text, size_t len);
/* The same, and line ends stay line ends. */
void html_add_lines(StrBuf *sb, const char *text);
void html_adds(StrBuf *sb, const char *text);

#endif
