/* A column of values in typed form: the one carrier between engines, row programs,
   states and answers. A vector owns nothing unless its maker says so. */
#ifndef KOERS_RUNTIME_ALGEBRA_VECTOR_H
#define KOERS_RUNTIME_ALGEBRA_VECTOR_H

#include "runtime/base/arena.h"
#include "runtime/base/decimal.h"
#include "runtime/base/intern.h"
#include "runtime/base/strbuf.h"
#include "runtime/model/expr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    VEC_I64,  /* numbers: int64 mantissas of one common scale; periods: ordinals */
    VEC_WIDE, /* numbers: Decimals, each with its own scale */
    VEC_CODE, /* texts: codes of `pool` */
    VEC_DAY,  /* dates: int32 day numbers */
    VEC_SEC,  /* moments: int64 seconds */
    VEC_BOOL, /* 0 or 1 */
} VecRep;

typedef struct {
    VecRep rep;
    uint32_t n;
    int32_t scale;      /* of VEC_I64 numbers */
    const Intern *pool; /* of VEC_CODE */
    union {
        int64_t *i64; /* VEC_I64, VEC_SEC */
        Decimal *wide;
        uint32_t *code;
        int32_t *day;
        uint8_t *boolean;
    } v;
    uint8_t *valid; /* 1 per value that is not empty; NULL: none is empty */
} Vector;

static inline bool vector_is_empty(const Vector *vec, uint32_t row)
{
    return vec->valid && !vec->valid[row];
}

/* Value `row`; a text points into the pool. `type` tells periods from numbers. */
Value vector_value(const Vector *vec, Type type, uint32_t row);
/* The number at `row`, which is not empty. */
Decimal vector_decimal(const Vector *vec, uint32_t row);

/* Plain digits, ISO dates, yes and no; empty prints nothing. */
void value_print(StrBuf *sb, Type type, Value value);

/* Builds a vector value by value; picks the narrowest form at the end. */
typedef struct VectorBuilder VectorBuilder;

/* Texts are interned into `pool`. */
VectorBuilder *vector_builder_new(Type type, Intern *pool);
void vector_builder_add(VectorBuilder *builder, Value value);
/* Value `row` of a vector of the builder's type. */
void vector_builder_take(VectorBuilder *builder, const Vector *vec, uint32_t row);
/* What was added as `row`. */
void vector_builder_again(VectorBuilder *builder, uint32_t row);
/* The vector, allocated in `arena`; frees the builder. */
Vector vector_builder_finish(VectorBuilder *builder, Arena *arena);

/* Compares two values of one type; empty is equal to empty and sorts last. Texts by
   utf8_collate; texts of a band (Type.band) by the number they begin with, `..10`
   before all. */
int value_compare(Type type, Value a, Value b);
bool value_equal(Type type, Value a, Value b);

#endif
