/* A growing text. Invariants: `text` is never NULL and text[len] is 0. */
#ifndef KOERS_RUNTIME_BASE_STRBUF_H
#define KOERS_RUNTIME_BASE_STRBUF_H

#include "runtime/base/compiler.h"

#include <stdarg.h>
#include <stddef.h>

typedef struct {
    char *text;
    size_t len;
    size_t cap; /* 0 while `text` is the shared empty text */
} StrBuf;

void strbuf_init(StrBuf *sb);
void strbuf_release(StrBuf *sb);
/* Empties it and keeps the memory. */
void strbuf_reset(StrBuf *sb);
void strbuf_add(StrBuf *sb, const char *text, size_t len);
void strbuf_adds(StrBuf *sb, const char *text);
void strbuf_addc(StrBuf *sb, char c);
void strbuf_addn(StrBuf *sb, char c, size_t times);
void strbuf_addf(StrBuf *sb, const char *format, ...) PRINTF_LIKE(2, 3);
void strbuf_vaddf(StrBuf *sb, const char *format, va_list args) PRINTF_LIKE(2, 0);
void strbuf_truncate(StrBuf *sb, size_t len);
/* The text, owned by the caller (free); `sb` is empty afterwards. */
char *strbuf_detach(StrBuf *sb);

#endif
