/* UTF-8: validation, display width, case. Built on libutf8proc. */
#ifndef KOERS_RUNTIME_BASE_UTF8_H
#define KOERS_RUNTIME_BASE_UTF8_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Offset of the first byte that is not valid UTF-8, or `len`. */
size_t utf8_valid_prefix(const char *text, size_t len);
/* Decodes one code point; returns its length in bytes, 1 and U+FFFD for a bad byte. */
size_t utf8_decode(const char *text, size_t len, int32_t *code);
void utf8_encode(StrBuf *sb, int32_t code);
/* Terminal cells of text[0..len): wide characters 2, combining marks 0. */
size_t utf8_width(const char *text, size_t len);
/* Bytes of the longest prefix of whole graphemes that takes at most `cells`. */
size_t utf8_fit(const char *text, size_t len, size_t cells);
size_t utf8_count(const char *text, size_t len); /* code points */
/* Offset of code point n, or len. */
size_t utf8_offset(const char *text, size_t len, size_t n);
int32_t utf8_lower_point(int32_t code);
void utf8_lower(StrBuf *sb, const char *text, size_t len);
void utf8_upper(StrBuf *sb, const char *text, size_t len);
/* By lower case, then by code point; the order of texts in every answer. */
int utf8_collate(const char *a, size_t a_len, const char *b, size_t b_len);
/* Appends with control characters, DEL, C1 and bidi controls made visible
   (^[ for escape, <U+202E> for a bidi control): safe for a terminal. */
void utf8_add_visible(StrBuf *sb, const char *text, size_t len);

#endif
