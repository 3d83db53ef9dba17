/* From stored values to typed vectors: one decoder per column and scan. */
#ifndef KOERS_RUNTIME_ENGINE_DECODE_H
#define KOERS_RUNTIME_ENGINE_DECODE_H

#include "runtime/engine/engine.h"

typedef struct Decoder Decoder;

/* `table` and `column` are for messages and must outlive the decoder, as must `pool`,
   the pool of the scan, which takes numbers that are read as texts. */
Decoder *decoder_new(const char *table, const char *column, Type type, Intern *pool);
void decoder_free(Decoder *decoder);

/* Rows of a batch: all, or those whose numbers are in `row`, in ascending order. */
typedef struct {
    const Batch *batch;
    const uint32_t *row; /* NULL: all */
    uint32_t n;
} BatchRows;

/* Column `column` of the rows as a vector of the decoder's type, valid until the next
   call. Typed engines' vectors are passed on as they are, which `row` NULL is a must
   for. Numbers share one scale (VEC_I64) or, where 64 bits do not hold them, are
   VEC_WIDE. In columns of numbers, dates and booleans '' is empty. false: a value does
   not fit the type, reported with its row where the batch knows it. */
bool decoder_run(Decoder *decoder, const BatchRows *rows, size_t column, Vector *out,
                 DiagSink *sink);

#endif
