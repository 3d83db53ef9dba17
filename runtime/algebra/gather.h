/* Picking rows out of a vector. */
#ifndef KOERS_RUNTIME_ALGEBRA_GATHER_H
#define KOERS_RUNTIME_ALGEBRA_GATHER_H

#include "runtime/algebra/eval.h"

/* out[i] = from[row[i]], empty where row[i] is UINT32_MAX; memory of the run's batch.
   out->n is n afterwards. */
void gather_rows(EvalRun *run, const Vector *from, const uint32_t *row, uint32_t n,
                 Vector *out);
/* Rows [first, first + n) of a vector, without copying. */
Vector vector_slice(const Vector *from, uint32_t first, uint32_t n);
/* The vector's days: of dates, or the day of each moment; `day` has room for all.
   DAY_NONE where it is empty. */
void vector_days(const Vector *vec, uint32_t n, Day *day);

#endif
