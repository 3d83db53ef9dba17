/* Columns into the width of a terminal: wide texts are shortened first, then the
   columns go on in a second block under the first. */
#ifndef KOERS_RUNTIME_RENDER_FIT_H
#define KOERS_RUNTIME_RENDER_FIT_H

#include <stdbool.h>
#include <stddef.h>

enum { FIT_GAP = 2 }; /* cells between two columns */

typedef struct {
    size_t natural;   /* cells it wants */
    size_t least;     /* cells it cannot do without, <= natural */
    size_t width;     /* result */
    bool opens_block; /* result: a new block begins here */
} FitColumn;

/* The first `n_lead` columns are to be repeated in every block; `width` 0: no limit.
   Returns how many of the leading ones are: n_lead, or 0 where they leave no room. A
   column whose least width is beyond the limit stands out of it alone. */
size_t fit_columns(FitColumn *column, size_t n, size_t n_lead, size_t width);

#endif
