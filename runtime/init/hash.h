/* Values as 64-bit hashes of what they are read as in a column of a type. */
#ifndef KOERS_RUNTIME_INIT_HASH_H
#define KOERS_RUNTIME_INIT_HASH_H

#include "runtime/engine/engine.h"

typedef struct {
    CellClass cls;
    uint64_t hash; /* 0: empty */
    int64_t i;     /* integers; seconds of CELL_MOMENT */
    double r;
    Text text;
} HashCell;

HashCell hash_cell(const RawColumn *raw, uint32_t row, const Intern *pool, Type type);
bool hash_is_whole(double v);
/* Of two values, one behind the other. */
uint64_t hash_join(uint64_t first, uint64_t second);

#endif
