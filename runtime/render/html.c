/* Control characters are made visible first; what is left of markup is escaped. */
#include "runtime/render/html.h"

#include "runtime/base/utf8.h"

#include <string.h>

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_add_text(StrBuf *sb, const char *text, size_t len)
{
    StrBuf visible;
    strbuf_init(&visible);
    utf8_add_visible(&visible, text, len);
    for (size_t i = 0; i < visible.len; i++) {
        const char *escaped = entity(visible.text[i]);
        if (escaped)
            strbuf_adds(sb, escaped);
        else
            strbuf_addc(sb, visible.text[i]);
    }
    strbuf_release(&visible);
}

void html_adds(StrBuf *sb, const char *text)
{
    html_add_text(sb, text, strlen(text));
}

void html_add_lines(StrBuf *sb, const char *text)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        html_add_text(sb, text, len);
        text += len;
        if (*text == '\n') {
            strbuf_addc(sb, '\n');
            text++;
        }
    }
}
