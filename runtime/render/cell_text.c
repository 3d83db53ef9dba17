/* Padding, cutting and wrapping by display width, never inside a grapheme. */
#include "runtime/render/cell_text.h"

#include "runtime/base/utf8.h"

#include <string.h>

static const char *cut_sign(size_t width, bool ascii)
{
    if (!ascii)
        return width >= 1 ? "…" : "";
    return width >= 4 ? "..." : "";
}

/* Appends as much as fits and returns the cells it takes. */
static size_t add_cut(StrBuf *sb, const StrBuf *text, size_t width, bool ascii)
{
    size_t cells = utf8_width(text->text, text->len);
    if (cells <= width) {
        strbuf_add(sb, text->text, text->len);
        return cells;
    }
    const char *sign = cut_sign(width, ascii);
    size_t sign_cells = utf8_width(sign, strlen(sign));
    size_t len = utf8_fit(text->text, text->len, width - sign_cells);
    strbuf_add(sb, text->text, len);
    strbuf_adds(sb, sign);
    return utf8_width(text->text, len) + sign_cells;
}

void cell_text_add(StrBuf *sb, const StrBuf *text, size_t width, bool right, bool ascii)
{
    size_t cells = utf8_width(text->text, text->len);
    if (right && cells < width)
        strbuf_addn(sb, ' ', width - cells);
    cells = add_cut(sb, text, width, ascii);
    if (!right || utf8_width(text->text, text->len) > width)
        strbuf_addn(sb, ' ', width > cells ? width - cells : 0);
}

void cell_text_centre(StrBuf *sb, const StrBuf *text, size_t width, bool ascii)
{
    size_t cells = utf8_width(text->text, text->len);
    size_t before = cells < width ? (width - cells) / 2 : 0;
    strbuf_addn(sb, ' ', before);
    cell_text_add(sb, text, width - before, false, ascii);
}

/* Bytes of the first line. */
static size_t first_line(const char *text, size_t len, size_t width)
{
    size_t fits = utf8_fit(text, len, width);
    if (fits == len)
        return len;
    size_t at = fits;
    while (at > 0 && text[at] != ' ')
        at--;
    if (at > 0)
        return at;
    int32_t code;
    return fits ? fits : utf8_decode(text, len, &code);
}

void cell_text_wrap(StrBuf *sb, const char *text, size_t width)
{
    size_t len = strlen(text);
    while (width && len) {
        size_t line = first_line(text, len, width);
        strbuf_add(sb, text, line);
        while (line < len && text[line] == ' ')
            line++;
        text += line;
        len -= line;
        strbuf_addc(sb, '\n');
    }
    if (!width)
        strbuf_addf(sb, "%s\n", text);
}
