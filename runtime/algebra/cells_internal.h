/* The inside of cells: which cell a combination of codes has, and the states by cell.
   Arrays of states grow when they are fed; a cell beyond their end is neutral. */
#ifndef KOERS_RUNTIME_ALGEBRA_CELLS_INTERNAL_H
#define KOERS_RUNTIME_ALGEBRA_CELLS_INTERNAL_H

#include "runtime/algebra/cells.h"
#include "runtime/base/compiler.h"

enum { LANES = 4 };

/* Sums by cell: mantissas, one lane per scale that was met, so that nothing is
   rescaled. What overflows 64 bits goes into 128, what does not fit there into
   Decimals. The value is the sum of all. */
typedef struct {
    int32_t scale;
    int64_t *word;
    Int128 *sum;
    size_t cap_word, cap;
} Lane;

typedef struct {
    Lane lane[LANES];
    uint32_t n_lane;
    Decimal *wide;
    size_t cap_wide;
} Sums;

/* One value by cell: a number as mantissa and scale, a text as code of `dict`,
   anything else as a word. */
typedef enum { HELD_NONE, HELD_WORD, HELD_WIDE } HeldForm;

typedef struct {
    int64_t word;
    int32_t scale;
    uint8_t form; /* HeldForm */
} Held;

typedef struct {
    Type type;
    Held *held;
    Decimal *wide; /* of HELD_WIDE, by cell */
    size_t cap_held, cap_wide;
    KeyDict *dict;  /* of texts */
    uint32_t *code; /* of the batch */
    size_t cap_code;
} Holder;

/* (cell, value) -> how often. */
typedef struct {
    uint64_t key; /* cell << 32 | code; 0: free */
    uint64_t n;   /* modulo 2^64: less than none while rows leave first */
} Pair;

typedef struct {
    KeyDict *dict;
    bool has_bits; /* count distinct while it is small: a bit per cell and code */
    uint64_t *bit; /* `stride` words per cell */
    size_t stride, cap_bit;
    Pair *pair;
    size_t n_pair, n_slot;
    uint32_t *distinct; /* by cell */
    size_t cap_distinct;
    uint32_t *code; /* of the batch */
    size_t cap_code;
    uint32_t *start, *order; /* slots by cell and value; NULL: to be made */
    uint32_t n_start;        /* cells there were when they were made */
} Bag;

typedef struct {
    StateSpec spec;
    int64_t *count; /* arguments that are not empty */
    size_t cap_count;
    Sums sum, square;
    Holder value, by, *tie;
    Bag bag;
} State;

struct Cells {
    uint32_t n_key, n_state, n_cell;
    State *state;
    uint32_t *key;  /* n_key per cell */
    uint64_t *rows; /* per cell, where rows may leave; else NULL */
    size_t cap_key, cap_rows;
    bool counts_rows;
    bool is_dense;
    uint32_t *bits, *wanted; /* dense: room per key, and what a batch needs */
    uint32_t *slot;          /* cell + 1 by packed codes, or by hash; 0 is free */
    size_t n_slot;
};

/* Grows *array to `need` elements of `size` bytes, the new ones zeroed. */
void *cells_grow(void *array, size_t *cap, size_t need, size_t size);
#define CELLS_GROW(array, cap, need)                                                   \
    ((array) = cells_grow((array), &(cap), (need), sizeof *(array)))

/* As cells_locate, without counting rows. */
void cells_place(Cells *cells, uint32_t *const *key, uint32_t n, const uint8_t *mask,
                 uint32_t *cell);

/* Makes room for n cells more. */
void cells_reserve(Cells *cells, uint32_t n);

/* All of these take the number of cells there are. false: beyond 76 digits. */
typedef struct {
    const uint32_t *cell;
    uint32_t n, n_cell;
    bool minus; /* folding: what comes is taken away */
} Located;

bool sums_add(Sums *sums, const Located *at, const Vector *vec);
bool sums_add_squares(Sums *sums, const Located *at, const Vector *vec);
/* to[i]: the cell of `into` for cell i, or UINT32_MAX; at->n cells of `from`. */
bool sums_fold(Sums *into, const Located *to, const Sums *from);
/* Adds cell `from` to cell `to`. */
bool sums_add_cell(Sums *sums, uint32_t to, uint32_t from, uint32_t n_cell);
bool sums_total(const Sums *sums, uint32_t cell, Decimal *res);
void sums_release(Sums *sums);
size_t sums_bytes(const Sums *sums);

void holder_init(Holder *holder, Type type);
void holder_release(Holder *holder);
size_t holder_bytes(const Holder *holder);
Value holder_value(const Holder *holder, uint32_t cell); /* may be empty */
/* min and max: wanted is -1 or 1. */
void holder_add(Holder *holder, const Located *at, const Vector *vec, int wanted);
void holder_fold(Holder *into, const Located *to, const Holder *from, int wanted);
/* first and last over value, by and tie. */
void state_add_ordered(State *state, const Located *at, const StateInput *in);
void state_fold_ordered(State *into, const Located *to, const State *from);

/* `leaves`: values may be taken away again. */
void bag_init(Bag *bag, AggFn fn, Type type, bool leaves);
void bag_release(Bag *bag);
size_t bag_bytes(const Bag *bag);
void bag_add(Bag *bag, const Located *at, const Vector *vec);
void bag_fold(Bag *into, const Located *to, const Bag *from);
/* Pairs [*first, *end) of a cell in order of value: order[i] is a slot. */
void bag_slice(Bag *bag, uint32_t n_cell, uint32_t cell, uint32_t *first,
               uint32_t *end);

bool state_is_bag(const StateSpec *spec);

#endif
