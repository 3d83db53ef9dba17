/* Draws a prompt with a text of any number of lines under edit. All drawing is done
   here: from the row where the prompt stands, as if nothing else moved the cursor. */
#ifndef KOERS_RUNTIME_PROMPT_SCREEN_H
#define KOERS_RUNTIME_PROMPT_SCREEN_H

#include "runtime/base/intern.h"
#include "runtime/base/strbuf.h"
#include "runtime/prompt/highlight.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *prompt; /* of the first line */
    const char *text;
    size_t len;
    size_t point;               /* byte of the cursor */
    const Highlight *highlight; /* of this text */
    unsigned columns, rows;     /* of the terminal, at least 1 */
    bool colour;
} ScreenInput;

/* Where the drawing before left the cursor: zeroed at a new prompt. */
typedef struct {
    unsigned cursor_row; /* rows under the top of what was drawn */
    unsigned columns;    /* that the terminal had then; 0: nothing was drawn */
    size_t first;        /* row of the text that was at the top */
} Screen;

/* Appends what takes the terminal from the last drawing to this one. A text higher
   than the terminal shows the rows about the cursor. A terminal that became narrower
   is taken to have broken the rows that no longer fit. */
void screen_draw(StrBuf *out, Screen *screen, const ScreenInput *in);
/* Leaves the text: the cursor goes to the row under it, everything is shown. */
void screen_finish(StrBuf *out, Screen *screen, const ScreenInput *in);

/* "koers> " and its likes for the next line; `width` cells wide. */
void screen_add_continuation(StrBuf *out, char reason, size_t width);

/* Bytes of the line above (-1) or under (1) `point`, at the same display column or at
   `*column` when that is more; false: there is no such line. */
bool screen_move_line(Text text, size_t point, int by, size_t *column, size_t *target);

#endif
