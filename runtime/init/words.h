/* Names of tables and columns, taken apart and put together: words, singulars, and how
   a name is written in a script. Everything lives in the arena that is given. */
#ifndef KOERS_RUNTIME_INIT_WORDS_H
#define KOERS_RUNTIME_INIT_WORDS_H

#include "runtime/base/arena.h"
#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Its words in lower case: OrderDate, "Order Date" and ORDER-DATE are order_date. Never
 * empty. */
const char *words_snake(Arena *arena, const char *name);
/* Its letters and digits in lower case, for comparing: orderdate. */
const char *words_plain(Arena *arena, const char *name);
/* The last word in the singular, as English has it: order_lines is order_line. */
const char *words_singular(Arena *arena, const char *snake);

/* Is `word` one of the words of `snake`? */
bool words_has(const char *snake, const char *word);
/* Is one of the words that `list` has, parted by blanks, a word of `snake`? */
bool words_has_any(const char *snake, const char *list);
bool words_is_any(const char *word, const char *list);
const char *words_last(const char *snake);
/* `snake` without the words of `list` at its end or beginning; all of it where nothing
   would be left. */
const char *words_without(Arena *arena, const char *snake, const char *list);

/* Can it be written at all? Names with line breaks or broken UTF-8 cannot. */
bool words_can_write(const char *name);
/* Would the bare name be read as a unit of time, a word of the language or the like? */
bool words_is_taken(const char *name);
/* Appends a name that is declared: in backquotes where it must be. */
void words_add_name(StrBuf *sb, const char *name);
/* Appends a table or column: in backquotes unless it is a plain name. */
void words_add_reference(StrBuf *sb, const char *name);
/* The same, as a text of its own. */
const char *words_reference(Arena *arena, const char *name);

#endif
