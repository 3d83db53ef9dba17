/* From values of a key to the row that has them: joins, attributes of a key, sets of
   keys. A Lookup is only read once it is made; each thread probes through a Probe of
   its own, which remembers every distinct value it met. */
#ifndef KOERS_RUNTIME_ALGEBRA_LOOKUP_H
#define KOERS_RUNTIME_ALGEBRA_LOOKUP_H

#include "runtime/algebra/vector.h"

typedef struct Lookup Lookup;
typedef struct Probe Probe;

/* Rows 0..n-1 by n_key vectors of types type[]. Of equal keys the first row is found.
   Owned by the caller; the vectors are not kept. */
Lookup *lookup_new(const Vector *key, const Type *type, uint32_t n_key, uint32_t n);
void lookup_free(Lookup *lookup);

/* `lookup` and the pools of the vectors that are looked up must outlive the probe. */
Probe *probe_new(const Lookup *lookup, const Type *type);
void probe_free(Probe *probe);
/* row[i] of key values i, UINT32_MAX where there is none. An empty value finds an
   empty one with `with_empty`, else nothing. */
void probe_find(Probe *probe, const Vector *key, uint32_t n, bool with_empty,
                uint32_t *row);

#endif
