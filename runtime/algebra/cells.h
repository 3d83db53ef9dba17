/* What a group yields before finishing: one cell per combination of keys, with
   mergeable states. Source of the idea: sums, counts, extremes, first/last and bags
   of values all merge, so threads, levels, totals and `others` are one operation. */
#ifndef KOERS_RUNTIME_ALGEBRA_CELLS_H
#define KOERS_RUNTIME_ALGEBRA_CELLS_H

#include "runtime/algebra/vector.h"
#include "runtime/model/question.h"

/* Distinct values <-> small codes of one key; code 0 is empty, (none). */
typedef struct KeyDict KeyDict;

/* Distinct by value_equal. Pools of the vectors it is fed must outlive it. */
KeyDict *key_dict_new(Type type);
void key_dict_free(KeyDict *dict);
/* Codes of n values; out has room for n. Texts are copied into the dict's own pool. */
void key_dict_encode(KeyDict *dict, const Vector *vec, uint32_t *out);
uint32_t key_dict_add(KeyDict *dict, Value value);
/* The code of a value, UINT32_MAX where it was never added; changes nothing, so that
   threads may share a dict that is complete. */
uint32_t key_dict_find(const KeyDict *dict, Value value);
/* The same for a vector, where codes come straight from its words; false: not from
   vectors of this form. */
bool key_dict_find_words(const KeyDict *dict, const Vector *vec, uint32_t *out);
uint32_t key_dict_count(const KeyDict *dict); /* with code 0 */
Value key_dict_value(const KeyDict *dict, uint32_t code);
Type key_dict_type(const KeyDict *dict);
/* The dict's own pool of texts, in which code c is text c - 1. */
const Intern *key_dict_pool(const KeyDict *dict);
size_t key_dict_bytes(const KeyDict *dict);
/* Words that are ordered as the values are, by code, [0] unset; false: there are none
   for these values. */
bool key_dict_words(const KeyDict *dict, int64_t *word);
/* rank[code]: its place among all codes in order of value, 0 first, empty last. */
void key_dict_ranks(const KeyDict *dict, uint32_t *rank);

typedef struct {
    AggFn fn;
    Type type;      /* of the argument; of `by` see by_type */
    Type by_type;   /* first, last */
    uint32_t n_tie; /* first, last: vectors of the tie-break */
    Decimal p;      /* percentile */
    bool
        leaves; /* rows go again: cells_subtract() will be called. Not of first, last */
} StateSpec;

/* What one state is fed from: vectors over the located rows. */
typedef struct {
    const Vector *arg; /* NULL for count() */
    const Vector *by;  /* first, last */
    const Vector *tie; /* n_tie of them: the source's key, compared in order */
} StateInput;

typedef struct Cells Cells;

/* Cells keyed by n_key codes, with n_state states each. */
Cells *cells_new(uint32_t n_key, const StateSpec *spec, uint32_t n_state);
void cells_free(Cells *cells);
uint32_t cells_count(const Cells *cells);
uint32_t cells_n_key(const Cells *cells);
/* Codes of cell `cell`. */
const uint32_t *cells_key(const Cells *cells, uint32_t cell);
/* false: all rows behind the cell have left it again. */
bool cells_has_rows(const Cells *cells, uint32_t cell);
size_t cells_bytes(const Cells *cells);

/* Hint before the first add: code counts per key; 0 = unknown. Arrays grow with the
   codes that come, so the hint only saves the growing. */
void cells_expect(Cells *cells, const uint32_t *code_count);

/* Adds n rows: key[k][row] codes. cell[row] is the cell each row went to, for
   cells_add_state; rows with mask[row] == 0 go nowhere (UINT32_MAX); mask may be
   NULL. */
void cells_locate(Cells *cells, uint32_t *const *key, uint32_t n, const uint8_t *mask,
                  uint32_t *cell);
/* Feeds state `state`. Rows whose argument is empty are skipped, and for first and
   last those whose `by` is; among equal `by` the larger tie wins (compared as values).
   false: beyond 76 digits. */
bool cells_add_state(Cells *cells, uint32_t state, const uint32_t *cell, uint32_t n,
                     const StateInput *in);

/* Folds `from` into `into`: key k of `into` comes from map[k][code of key from_key[k]
   of `from`]; map[k] NULL: the code itself; from_key[k] == UINT32_MAX: code 0. A map
   value of UINT32_MAX drops the cell. Serves levels, windows of time, others, threads
   and key translation. Specs are equal. */
bool cells_fold(Cells *into, const Cells *from, const uint32_t *from_key,
                const uint32_t *const *map);

/* Takes what is in `from` out of `into`, which has the same keys: rows of a stock that
   have gone. A cell of `into` may then have less than no rows, until it is folded
   together with those before it. */
bool cells_subtract(Cells *into, const Cells *from);

/* The last key is a step of time: makes every cell the sum of itself and all cells of
   its other keys at earlier steps; step[i] is the code of step i. Cells are added where
   there was one before. Only where cells_can_run_up(). */
bool cells_run_up(Cells *cells, const uint32_t *step, uint32_t n_step);
bool cells_can_run_up(const Cells *cells);

/* Folds the cells with pick[cell] != 0 into `into`, which has the same keys. */
bool cells_pick(Cells *into, const Cells *from, const uint8_t *pick);
/* Empty cells with the same states by n_key keys. */
Cells *cells_new_like(const Cells *cells, uint32_t n_key);

/* The finished value of `state` in `cell`; UINT32_MAX: over nothing (counts and sums
   are 0, all else empty). Texts are interned into `pool`. false: beyond 76 digits. */
bool cells_finish(const Cells *cells, uint32_t cell, uint32_t state, Intern *pool,
                  Value *out);
/* What cells_finish() does for values that are kept in another way. */
typedef struct {
    int64_t n;
    Decimal sum, square; /* of the values and of their squares */
} Moments;
/* Variance or standard deviation; false: beyond 76 digits. */
bool moments_finish(const Moments *moments, AggFn fn, Value *out);

/* n values in order; value(self, k) is the k-th of them, from 0. */
typedef struct {
    uint64_t n;
    Value (*value)(const void *self, uint64_t k);
    const void *self;
} Ordered;
/* Median or percentile; false: beyond 76 digits. */
bool ordered_finish(const StateSpec *spec, const Ordered *in, Value *out);

/* The cell with exactly these codes, or UINT32_MAX. */
uint32_t cells_find(const Cells *cells, const uint32_t *key);
/* The same; at cell `near`, if there is one, it is looked first. */
uint32_t cells_find_near(const Cells *cells, uint32_t near, const uint32_t *key);

#endif
