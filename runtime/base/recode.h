/* Texts in other encodings become UTF-8, by the C library's iconv. */
#ifndef KOERS_RUNTIME_BASE_RECODE_H
#define KOERS_RUNTIME_BASE_RECODE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Recoder Recoder;

/* NULL: the encoding is not known. */
Recoder *recoder_open(const char *encoding);
void recoder_close(Recoder *recoder);
typedef struct {
    const char *text;
    size_t len;
} RecodeFrom;

typedef struct {
    char *text;
    size_t room;
} RecodeTo;

/* Converts what `from` holds into `to`, and moves both on. What ends inside a character
   is left for the next call; `is_last`: nothing follows. Bytes that are no text become
   0xFF, which is no UTF-8. */
void recoder_run(Recoder *recoder, RecodeFrom *from, RecodeTo *to, bool is_last);
bool recode_is_known(const char *encoding);

#endif
