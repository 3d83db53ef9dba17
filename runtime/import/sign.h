/* Signs of currency and per cent beside a number: €, EUR, %. */
#ifndef KOERS_RUNTIME_IMPORT_SIGN_H
#define KOERS_RUNTIME_IMPORT_SIGN_H

#include "runtime/import/number.h"

/* The sign that stands before or behind the number in `text`, with or without a blank;
   NULL: none. Signs of one currency are one pointer, but `$` is a sign of its own. The
   rest is in `out`, 0-terminated, `*n` bytes: what may be a number, with the minus in
   front wherever it stood; (€ 5.00) is below zero too. */
const char *sign_find(const char *text, size_t len, char out[NUMBER_TEXT_MAX],
                      size_t *n);

#endif
