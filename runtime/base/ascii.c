/* Character classes and comparison for ASCII; <ctype.h> depends on the locale and
   is undefined for negative chars. */
#include "runtime/base/ascii.h"

#include <string.h>

bool ascii_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

bool ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

char ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

int ascii_casecmp(const char *a, const char *b)
{
    while (*a && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return (unsigned char)ascii_lower(*a) - (unsigned char)ascii_lower(*b);
}

bool ascii_equal(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool ascii_equal_n(const char *a, size_t len, const char *b)
{
    return strlen(b) == len && (len == 0 || memcmp(a, b, len) == 0);
}

bool ascii_same(const char *a, const char *b)
{
    return ascii_casecmp(a, b) == 0;
}
