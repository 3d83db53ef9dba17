/* Numbers as programs write them for people: a point or a comma before the decimals,
   groups of three digits. */
#ifndef KOERS_RUNTIME_IMPORT_NUMBER_H
#define KOERS_RUNTIME_IMPORT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_TEXT_MAX = 120 };

/* How a text can be read. Codes are no numbers: leading zeros, a plus, an exponent
   without a point. */
typedef struct {
    bool point, comma;             /* a number with this before its decimals */
    bool point_whole, comma_whole; /* of 64 bits, without decimals */
    bool is_marked;                /* holds a mark, so that the two differ */
    bool is_grouped;               /* holds groups, at least when read with one */
} NumberFit;

/* (5.00) and 5.00- are below zero. true: what says so is cut off the text. */
bool number_cut_below(const char **text, size_t *len);
NumberFit number_fit(const char *text, size_t len);
/* The number without groups and with a point, 0-terminated, in `out`; its length, 0
   when the text is no number under `mark` ('.' or ','). */
size_t number_normalize(const char *text, size_t len, char mark,
                        char out[NUMBER_TEXT_MAX]);

typedef enum { NUMBER_NONE, NUMBER_INTEGER, NUMBER_REAL, NUMBER_BEYOND } NumberForm;

/* What a store keeps the number as: an integer, or a double that shows the same
   decimal; beyond both only its text is exact. */
typedef struct {
    NumberForm form;
    int64_t integer;
    double real;
} Number;

Number number_read(const char *text, size_t len, char mark);

#endif
