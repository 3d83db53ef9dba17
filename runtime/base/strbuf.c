/* A growing text. An empty one points at a shared constant, so that `text` can
   always be read; that constant is never written, because its capacity is 0. */
#include "runtime/base/strbuf.h"

#include "runtime/base/xalloc.h"

#include <stdint.h>
#include <string.h>

static const char empty_text[1] = "";

void strbuf_init(StrBuf *sb)
{
    sb->text = (char *)(uintptr_t)empty_text;
    sb->len = 0;
    sb->cap = 0;
}

void strbuf_release(StrBuf *sb)
{
    if (sb->cap)
        free(sb->text);
    strbuf_init(sb);
}

void strbuf_reset(StrBuf *sb)
{
    strbuf_truncate(sb, 0);
}

/* Makes room for `more` bytes and the final 0. */
static void reserve(StrBuf *sb, size_t more)
{
    size_t need;
    if (ADD_OVERFLOWS(sb->len, more, &need) || ADD_OVERFLOWS(need, (size_t)1, &need))
        need = SIZE_MAX;
    if (need <= sb->cap)
        return;
    size_t cap = sb->cap ? sb->cap : 32;
    char *old = sb->cap ? sb->text : NULL;
    if (cap < need && MUL_OVERFLOWS(cap, (size_t)2, &cap))
        cap = need;
    cap = cap < need ? need : cap;
    sb->text = xrealloc(old, cap, 1);
    sb->cap = cap;
    sb->text[sb->len] = '\0';
}

void strbuf_add(StrBuf *sb, const char *text, size_t len)
{
    if (!len)
        return;
    reserve(sb, len);
    memcpy(sb->text + sb->len, text, len);
    sb->len += len;
    sb->text[sb->len] = '\0';
}

void strbuf_adds(StrBuf *sb, const char *text)
{
    strbuf_add(sb, text, strlen(text));
}

void strbuf_addc(StrBuf *sb, char c)
{
    reserve(sb, 1);
    sb->text[sb->len++] = c;
    sb->text[sb->len] = '\0';
}

void strbuf_addn(StrBuf *sb, char c, size_t times)
{
    if (!times)
        return;
    reserve(sb, times);
    memset(sb->text + sb->len, c, times);
    sb->len += times;
    sb->text[sb->len] = '\0';
}

void strbuf_vaddf(StrBuf *sb, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len <= 0)
        return;
    reserve(sb, (size_t)len);
    vsnprintf(sb->text + sb->len, (size_t)len + 1, format, args);
    sb->len += (size_t)len;
}

void strbuf_addf(StrBuf *sb, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_vaddf(sb, format, args);
    va_end(args);
}

void strbuf_truncate(StrBuf *sb, size_t len)
{
    if (len > sb->len || !sb->cap)
        return;
    sb->len = len;
    sb->text[len] = '\0';
}

char *strbuf_detach(StrBuf *sb)
{
    reserve(sb, 0);
    char *text = sb->text;
    strbuf_init(sb);
    return text;
}
