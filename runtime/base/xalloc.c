/* Allocation that does not fail. Running out of memory is not something a report
   can be finished after, so it ends the process with a message in one place
   instead of a test at every call. */
#include "runtime/base/xalloc.h"

#include "runtime/base/compiler.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

NORETURN static void die_of_memory(void)
{
    fputs("koers: out of memory\n", stderr);
    _Exit(XALLOC_EXIT);
}

void *xmalloc(size_t size)
{
    void *block = malloc(size ? size : 1);
    if (!block)
        die_of_memory();
    return block;
}

void *xcalloc(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        die_of_memory();
    return block;
}

void *xrealloc(void *block, size_t count, size_t size)
{
    size_t bytes;
    if (MUL_OVERFLOWS(count, size, &bytes))
        die_of_memory();
    block = realloc(block, bytes ? bytes : 1);
    if (!block)
        die_of_memory();
    return block;
}

char *xstrndup(const char *text, size_t len)
{
    size_t bytes;
    if (ADD_OVERFLOWS(len, (size_t)1, &bytes))
        die_of_memory();
    char *copy = xmalloc(bytes);
    if (len)
        memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}

char *xstrdup(const char *text)
{
    return xstrndup(text, strlen(text));
}

void *xgrow_more(void *block, size_t *cap, size_t need, size_t size)
{
    size_t wanted = *cap ? *cap : 4;
    while (wanted < need)
        if (MUL_OVERFLOWS(wanted, (size_t)2, &wanted))
            die_of_memory();
    block = xrealloc(block, wanted, size);
    *cap = wanted;
    return block;
}
