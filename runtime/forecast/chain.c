#include "runtime/forecast/chain.h"

#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

/* How far a sum of chances may be off 1. */
#define ROUNDING 1e-9

static bool are_chances(const Chain *c, size_t stage)
{
    const double *move = c->move + stage * c->n;
    double sum = c->won[stage] + c->lost[stage];
    bool fine = c->won[stage] >= 0 && c->lost[stage] >= 0;
    for (size_t j = 0; j < c->n; j++) {
        fine &= move[j] >= 0;
        sum += move[j];
    }
    return fine && fabs(sum - 1) <= ROUNDING;
}

bool chain_is_valid(Arena *arena, const Chain *chain)
{
    size_t n = chain->n, n_ends = 0, before;
    bool *ends = ARENA_ARRAY(arena, bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (!are_chances(chain, i))
            return false;
        ends[i] = chain->won[i] > 0 || chain->lost[i] > 0;
        n_ends += ends[i];
    }
    do {
        before = n_ends;
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < n && !ends[i]; j++) {
                ends[i] = ends[j] && chain->move[i * n + j] > 0;
                n_ends += ends[i];
            }
        }
    } while (n_ends > before);
    return n > 0 && n_ends == n;
}

/* The inverse of 1 - move. */
static void count_visits(const Chain *c, double *visits)
{
    gsl_matrix *leave = gsl_matrix_alloc(c->n, c->n);
    gsl_permutation *order = gsl_permutation_alloc(c->n);
    int sign;
    for (size_t i = 0; i < c->n; i++) {
        for (size_t j = 0; j < c->n; j++)
            gsl_matrix_set(leave, i, j, (i == j) - c->move[i * c->n + j]);
    }
    gsl_linalg_LU_decomp(leave, order, &sign);
    gsl_matrix_view inverse = gsl_matrix_view_array(visits, c->n, c->n);
    gsl_linalg_LU_invert(leave, order, &inverse.matrix);
    gsl_permutation_free(order);
    gsl_matrix_free(leave);
}

static double row_times(const double *row, const double *column, size_t n)
{
    double sum = 0;
    for (size_t j = 0; j < n; j++)
        sum += row[j] * column[j];
    return sum;
}

bool chain_solve(Arena *arena, const Chain *chain, ChainEnd *end)
{
    size_t n = chain->n;
    if (!chain_is_valid(arena, chain))
        return false;
    *end = (ChainEnd){ARENA_ARRAY(arena, double, n *n), ARENA_ARRAY(arena, double, n),
                      ARENA_ARRAY(arena, double, n), ARENA_ARRAY(arena, double, n)};
    count_visits(chain, end->visits);
    for (size_t i = 0; i < n; i++) {
        end->won[i] = row_times(end->visits + i * n, chain->won, n);
        for (size_t j = 0; j < n; j++)
            end->periods[i] += end->visits[i * n + j];
    }
    for (size_t i = 0; i < n; i++) {
        double weighted = row_times(end->visits + i * n, end->won, n);
        end->periods_won[i] = end->won[i] > 0 ? weighted / end->won[i] : (double)NAN;
    }
    return true;
}

void chain_won_within(Arena *arena, const Chain *chain, size_t periods, double *won)
{
    size_t n = chain->n;
    double *shorter = ARENA_ARRAY(arena, double, n);
    memset(won, 0, n * sizeof *won);
    for (size_t k = 0; k < periods; k++) {
        memcpy(shorter, won, n * sizeof *won);
        for (size_t i = 0; i < n; i++)
            won[i] = chain->won[i] + row_times(chain->move + i * n, shorter, n);
    }
}
