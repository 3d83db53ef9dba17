/* What `check model` needs of the data and no question can ask: how values are stored,
   rows of a dated join that hold at the same time, and trees that are none. */
#ifndef KOERS_RUNTIME_EXECUTE_CLAIMS_H
#define KOERS_RUNTIME_EXECUTE_CLAIMS_H

#include "runtime/execute/execute.h"

/* Rows of a column by how the store holds the value; empty ones are not counted. */
typedef struct {
    int64_t number, text, blob;
} StoredAs;

/* Fills stored[i] per column of a source whose rows the store has; all zero for other
   sources. false: reported. */
bool claims_stored(Executor *executor, const Source *source, StoredAs *stored);

typedef struct {
    const char *key;   /* as printed, parts joined by " / " */
    uint32_t overlaps; /* rows that begin while another one of the key holds */
} KeyOverlap;

/* Keys of the target of a dated join whose rows overlap, in the order of their first
   rows; lives in `arena`. false: reported. */
bool claims_overlaps(Executor *executor, const Join *join, Arena *arena,
                     KeyOverlap **found, size_t *n_found);

/* Does no row of a tree stand above itself, at any time? false: reported. */
bool claims_tree(Executor *executor, const Dim *entity);

#endif
