/* Running totals of cells along a key of time: what windows that all begin at the
   beginning hold, in one step per cell instead of one per row and window. */
#include "runtime/algebra/cells_internal.h"
#include "runtime/algebra/tuples.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

bool cells_can_run_up(const Cells *cells)
{
    for (uint32_t i = 0; i < cells->n_state; i++) {
        AggFn fn = cells->state[i].spec.fn;
        if (fn != AGG_SUM && fn != AGG_COUNT && fn != AGG_AVG && fn != AGG_STDDEV &&
            fn != AGG_VARIANCE)
            return false;
    }
    return true;
}

/* The cells of one combination of the other keys: step after step, UINT32_MAX before
   the first. */
typedef struct {
    Tuples known;   /* combinations */
    uint32_t *cell; /* n_step per combination */
} Rows;

static uint32_t *steps_by_code(const uint32_t *step, uint32_t n_step, uint32_t *n_code)
{
    *n_code = 0;
    for (uint32_t i = 0; i < n_step; i++)
        *n_code = step[i] + 1 > *n_code ? step[i] + 1 : *n_code;
    uint32_t *at = xcalloc((size_t)*n_code + 1, sizeof *at);
    for (uint32_t i = 0; i < n_step; i++)
        at[step[i]] = i;
    return at;
}

static void find_rows(const Cells *cells, const uint32_t *step, uint32_t n_step,
                      Rows *rows)
{
    uint32_t n_code;
    uint32_t *at = steps_by_code(step, n_step, &n_code);
    uint32_t last = cells->n_key - 1;
    size_t cap = 0;
    tuples_init(&rows->known, last);
    rows->cell = NULL;
    for (uint32_t i = 0; i < cells->n_cell; i++) {
        uint32_t n = rows->known.n;
        uint32_t row = tuples_add(&rows->known, cells_key(cells, i));
        XGROW(rows->cell, cap, (size_t)rows->known.n * n_step + 1);
        for (uint32_t s = 0; row == n && s < n_step; s++)
            rows->cell[(size_t)row * n_step + s] = UINT32_MAX;
        rows->cell[(size_t)row * n_step + at[cells_key(cells, i)[last]]] = i;
    }
    free(at);
}

/* Some cells that are not there yet. */
enum { GAPS = 1024 };

typedef struct {
    uint32_t n;
    size_t at[GAPS]; /* of Rows.cell */
    uint32_t **key;  /* per key, GAPS each */
    uint32_t cell[GAPS];
} Gaps;

static void fill_gaps(Cells *cells, Rows *rows, Gaps *gaps)
{
    cells_place(cells, gaps->key, gaps->n, NULL, gaps->cell);
    for (uint32_t i = 0; i < gaps->n; i++)
        rows->cell[gaps->at[i]] = gaps->cell[i];
    gaps->n = 0;
}

static void add_gap(Gaps *gaps, const Rows *rows, uint32_t row, size_t at,
                    uint32_t step)
{
    uint32_t last = rows->known.width;
    for (uint32_t k = 0; k < last; k++)
        gaps->key[k][gaps->n] = tuples_at(&rows->known, row)[k];
    gaps->key[last][gaps->n] = step;
    gaps->at[gaps->n++] = at;
}

static uint32_t count_gaps(const Rows *rows, uint32_t n_step)
{
    uint32_t n = 0;
    for (uint32_t row = 0; row < rows->known.n; row++) {
        const uint32_t *cell = rows->cell + (size_t)row * n_step;
        bool begun = false;
        for (uint32_t s = 0; s < n_step; s++) {
            begun |= cell[s] != UINT32_MAX;
            n += begun && cell[s] == UINT32_MAX;
        }
    }
    return n;
}

/* Adds the cells behind the first of each row that are not there yet. */
static void fill_rows(Cells *cells, const uint32_t *step, uint32_t n_step, Rows *rows)
{
    Gaps *gaps = xcalloc(1, sizeof *gaps);
    gaps->key = xcalloc(cells->n_key, sizeof *gaps->key);
    for (uint32_t k = 0; k < cells->n_key; k++)
        gaps->key[k] = xcalloc(GAPS, sizeof **gaps->key);
    cells_reserve(cells, count_gaps(rows, n_step));
    for (uint32_t row = 0; row < rows->known.n; row++) {
        bool begun = false;
        for (uint32_t s = 0; s < n_step; s++) {
            size_t at = (size_t)row * n_step + s;
            begun |= rows->cell[at] != UINT32_MAX;
            if (!begun || rows->cell[at] != UINT32_MAX)
                continue;
            add_gap(gaps, rows, row, at, step[s]);
            if (gaps->n == GAPS)
                fill_gaps(cells, rows, gaps);
        }
    }
    fill_gaps(cells, rows, gaps);
    for (uint32_t k = 0; k < cells->n_key; k++)
        free(gaps->key[k]);
    free(gaps->key);
    free(gaps);
}

static bool add_cell(Cells *cells, uint32_t to, uint32_t from)
{
    bool ok = true;
    if (cells->counts_rows)
        cells->rows[to] += cells->rows[from];
    for (uint32_t i = 0; i < cells->n_state && ok; i++) {
        State *state = &cells->state[i];
        if (from < state->cap_count) {
            CELLS_GROW(state->count, state->cap_count, cells->n_cell);
            state->count[to] += state->count[from];
        }
        ok = sums_add_cell(&state->sum, to, from, cells->n_cell) &&
             sums_add_cell(&state->square, to, from, cells->n_cell);
    }
    return ok;
}

bool cells_run_up(Cells *cells, const uint32_t *step, uint32_t n_step)
{
    Rows rows;
    bool ok = true;
    find_rows(cells, step, n_step, &rows);
    fill_rows(cells, step, n_step, &rows);
    for (uint32_t row = 0; row < rows.known.n; row++) {
        const uint32_t *cell = rows.cell + (size_t)row * n_step;
        for (uint32_t s = 1; s < n_step && ok; s++) {
            if (cell[s - 1] != UINT32_MAX)
                ok = add_cell(cells, cell[s], cell[s - 1]);
        }
    }
    tuples_release(&rows.known);
    free(rows.cell);
    return ok;
}
