/* Finds the type of a column from its values and, for stores, its declared type. */
#ifndef KOERS_RUNTIME_ENGINE_GUESS_H
#define KOERS_RUNTIME_ENGINE_GUESS_H

#include "runtime/model/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What was seen of a column so far; start with zeros. Empty values do not count. */
typedef struct {
    uint64_t integers, reals, blobs;
    uint64_t texts;    /* all texts but '' */
    uint64_t numbers;  /* texts that are numbers */
    uint64_t wholes;   /* texts that are 64-bit integers */
    uint64_t days;     /* texts that are dates without a time of day */
    uint64_t moments;  /* texts that are dates with one other than 00:00:00 */
    uint64_t booleans; /* 0, 1, true, false in any form */
} TypeGuess;

void guess_add_integer(TypeGuess *guess, int64_t v);
void guess_add_real(TypeGuess *guess);
void guess_add_blob(TypeGuess *guess);
void guess_add_text(TypeGuess *guess, const char *text, size_t len);

/* Of a stored column: dates are texts that all are ISO dates, numbers are stored as
   numbers or declared so, booleans are declared. Without values the declaration
   decides, and what is declared as nothing or as text fits every kind; a column
   declared as numbers or dates keeps that type while at least half of the values fit.
 */
Type guess_stored_type(const TypeGuess *guess, const char *declared);
/* Of a column of texts, all seen: integer, number, date, moment or text; without values
   it fits every kind. */
Type guess_text_type(const TypeGuess *guess);

/* Is the text a number as people write one for a machine? No leading zeros, no plus,
   no exponent without a point or sign: what has those is a code. */
bool guess_is_number(const char *text, size_t len);
/* 0, 1, true, false in any case of letters. */
bool guess_parse_boolean(const char *text, size_t len, bool *value);

#endif
