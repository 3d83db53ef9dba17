/* Text in a given number of terminal cells. */
#ifndef KOERS_RUNTIME_RENDER_CELL_TEXT_H
#define KOERS_RUNTIME_RENDER_CELL_TEXT_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>

/* `text` in exactly `width` cells: cut with a sign when longer (... if `ascii`), padded
   with blanks when shorter, in front of it if `right`. */
void cell_text_add(StrBuf *sb, const StrBuf *text, size_t width, bool right,
                   bool ascii);
/* The same in the middle. */
void cell_text_centre(StrBuf *sb, const StrBuf *text, size_t width, bool ascii);
/* Lines of at most `width` cells, broken at blanks where there are; 0: no limit. Ends
   with a line end. */
void cell_text_wrap(StrBuf *sb, const char *text, size_t width);

#endif
