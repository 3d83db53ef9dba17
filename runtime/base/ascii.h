/* Character classes and comparison for ASCII, independent of the locale. */
#ifndef KOERS_RUNTIME_BASE_ASCII_H
#define KOERS_RUNTIME_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool ascii_is_alpha(char c);
bool ascii_is_alnum(char c);
bool ascii_is_space(char c);
char ascii_lower(char c);
char ascii_upper(char c);
/* Like strcasecmp for ASCII letters; other bytes as they are. */
int ascii_casecmp(const char *a, const char *b);
/* Same but for the case of ASCII letters: how names match. */
bool ascii_same(const char *a, const char *b);
bool ascii_equal(const char *a, const char *b);
bool ascii_equal_n(const char *a, size_t len, const char *b);

#endif
