/* Distinct tuples of codes, numbered in order of arrival: lines of an answer by their
   keys, rows of a source by their key. */
#ifndef KOERS_RUNTIME_ALGEBRA_TUPLES_H
#define KOERS_RUNTIME_ALGEBRA_TUPLES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t width; /* codes per tuple; may be 0: there is one tuple at most */
    uint32_t n;
    uint32_t *code;    /* tuple after tuple */
    size_t cap;        /* of code */
    uint32_t *slot;    /* open hash table: tuple + 1, 0 free */
    size_t n_slot;     /* power of two */
    uint32_t n_placed; /* first tuples that stand in it */
} Tuples;

void tuples_init(Tuples *tuples, uint32_t width);
void tuples_release(Tuples *tuples);
/* The tuple's number, new or known. */
uint32_t tuples_add(Tuples *tuples, const uint32_t *code);
/* The same of a tuple that is known to be new. tuples_find() may not come before
   tuples_add(). */
uint32_t tuples_append(Tuples *tuples, const uint32_t *code);
/* The tuple's number, UINT32_MAX when it is not there. */
uint32_t tuples_find(const Tuples *tuples, const uint32_t *code);
static inline const uint32_t *tuples_at(const Tuples *tuples, uint32_t i)
{
    return tuples->code + (size_t)i * tuples->width;
}

#endif
