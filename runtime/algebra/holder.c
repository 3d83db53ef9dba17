/* One chosen value by cell: the smallest or largest, or that of the first or last row
   in order of `by`, then of the tie-break. Texts are held as codes of a dictionary of
   the holder's own. */
#include "runtime/algebra/cells_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

/* A value that may take a place: as Held, with the Decimal of HELD_WIDE. */
typedef struct {
    Held held;
    Decimal wide;
} Candidate;

void holder_init(Holder *holder, Type type)
{
    holder->type = type;
}

void holder_release(Holder *holder)
{
    free(holder->held);
    free(holder->wide);
    free(holder->code);
    key_dict_free(holder->dict);
}

size_t holder_bytes(const Holder *holder)
{
    return holder->cap_held * sizeof(Held) + holder->cap_wide * sizeof(Decimal) +
           (holder->dict ? key_dict_bytes(holder->dict) : 0);
}

static Value word_value(const Holder *holder, int64_t word)
{
    Value value = {.empty = false};
    switch (holder->type.kind) {
    case VALUE_NUMBER:
        break;
    case VALUE_TEXT:
        return key_dict_value(holder->dict, (uint32_t)word);
    case VALUE_BOOLEAN:
        value.as.boolean = word != 0;
        return value;
    case VALUE_DATE:
        value.as.day = (Day)word;
        return value;
    case VALUE_MOMENT:
        value.as.seconds = word;
        return value;
    case VALUE_PERIOD:
        value.as.period = (int32_t)word;
        return value;
    }
    return value;
}

Value holder_value(const Holder *holder, uint32_t cell)
{
    Value value = {.empty = true};
    if (cell >= holder->cap_held || holder->held[cell].form == HELD_NONE)
        return value;
    const Held *held = &holder->held[cell];
    if (holder->type.kind != VALUE_NUMBER)
        return word_value(holder, held->word);
    value.empty = false;
    value.as.number = held->form == HELD_WIDE ? holder->wide[cell]
                                              : decimal_make(held->word, held->scale);
    return value;
}

/* ---- candidates ----------------------------------------------------------- */

/* Before the rows of a batch: room for the cells, and codes of texts. */
static void prepare(Holder *holder, const Located *at, const Vector *vec)
{
    CELLS_GROW(holder->held, holder->cap_held, at->n_cell);
    if (vec->rep == VEC_WIDE)
        CELLS_GROW(holder->wide, holder->cap_wide, at->n_cell);
    if (vec->rep != VEC_CODE)
        return;
    if (!holder->dict) {
        holder->type.kind = VALUE_TEXT;
        holder->dict = key_dict_new(holder->type);
    }
    XGROW(holder->code, holder->cap_code, at->n);
    key_dict_encode(holder->dict, vec, holder->code);
}

/* Value `row`, which is not empty. */
static Candidate candidate_at(const Holder *holder, const Vector *vec, uint32_t row)
{
    Candidate c = {.held = {.form = HELD_WORD}};
    switch (vec->rep) {
    case VEC_I64:
        c.held.word = vec->v.i64[row];
        c.held.scale = vec->scale;
        return c;
    case VEC_SEC:
        c.held.word = vec->v.i64[row];
        return c;
    case VEC_WIDE:
        c.held.form = HELD_WIDE;
        c.wide = vec->v.wide[row];
        return c;
    case VEC_CODE:
        c.held.word = holder->code[row];
        return c;
    case VEC_DAY:
        c.held.word = vec->v.day[row];
        return c;
    case VEC_BOOL:
        c.held.word = vec->v.boolean[row];
        return c;
    }
    UNREACHABLE("vector form");
}

static Decimal held_decimal(const Held *held, const Decimal *wide)
{
    return held->form == HELD_WIDE ? *wide : decimal_make(held->word, held->scale);
}

static int compare_slow(const Holder *holder, const Candidate *c, uint32_t cell)
{
    const Held *held = &holder->held[cell];
    if (holder->dict)
        return value_compare(holder->type, word_value(holder, c->held.word),
                             word_value(holder, held->word));
    const Decimal *wide = held->form == HELD_WIDE ? &holder->wide[cell] : NULL;
    return decimal_compare(held_decimal(&c->held, &c->wide), held_decimal(held, wide));
}

/* The candidate against what the cell holds, which is something. */
static int compare(const Holder *holder, const Candidate *c, uint32_t cell)
{
    const Held *held = &holder->held[cell];
    if (c->held.form == HELD_WORD && held->form == HELD_WORD &&
        c->held.scale == held->scale) {
        if (c->held.word == held->word)
            return 0;
        if (!holder->dict)
            return c->held.word < held->word ? -1 : 1;
    }
    return compare_slow(holder, c, cell);
}

static void put(Holder *holder, const Candidate *c, uint32_t cell)
{
    holder->held[cell] = c->held;
    if (c->held.form == HELD_WIDE)
        holder->wide[cell] = c->wide;
}

static bool is_free(const Holder *holder, uint32_t cell)
{
    return holder->held[cell].form == HELD_NONE;
}

/* ---- min, max ------------------------------------------------------------- */

/* A number of the scale that the cell has; false: it is another case. */
static inline bool put_word(Held *held, int64_t word, int32_t scale, int wanted)
{
    if (held->form != HELD_WORD || held->scale != scale)
        return false;
    if (wanted < 0 ? word < held->word : word > held->word)
        held->word = word;
    return true;
}

void holder_add(Holder *holder, const Located *at, const Vector *vec, int wanted)
{
    prepare(holder, at, vec);
    for (uint32_t i = 0; i < at->n; i++) {
        uint32_t cell = at->cell[i];
        if (cell == UINT32_MAX || vector_is_empty(vec, i))
            continue;
        if (vec->rep == VEC_I64 &&
            put_word(&holder->held[cell], vec->v.i64[i], vec->scale, wanted))
            continue;
        Candidate c = candidate_at(holder, vec, i);
        if (is_free(holder, cell) || compare(holder, &c, cell) == wanted)
            put(holder, &c, cell);
    }
}

/* Codes of `from`'s texts in `into`. */
static uint32_t *translate(Holder *into, const Holder *from)
{
    if (!from->dict)
        return NULL;
    into->type.kind = VALUE_TEXT;
    if (!into->dict)
        into->dict = key_dict_new(into->type);
    uint32_t n = key_dict_count(from->dict);
    uint32_t *code = xcalloc(n, sizeof *code);
    for (uint32_t i = 0; i < n; i++)
        code[i] = key_dict_add(into->dict, key_dict_value(from->dict, i));
    return code;
}

/* Room in `into` for what `from` holds; returns the translation of texts or NULL. */
static uint32_t *prepare_fold(Holder *into, const Located *to, const Holder *from)
{
    CELLS_GROW(into->held, into->cap_held, to->n_cell);
    if (from->wide)
        CELLS_GROW(into->wide, into->cap_wide, to->n_cell);
    return translate(into, from);
}

static Candidate candidate_of(const Holder *from, uint32_t cell, const uint32_t *code)
{
    Candidate c = {.held = from->held[cell]};
    if (code)
        c.held.word = code[c.held.word];
    if (c.held.form == HELD_WIDE)
        c.wide = from->wide[cell];
    return c;
}

void holder_fold(Holder *into, const Located *to, const Holder *from, int wanted)
{
    uint32_t *code = prepare_fold(into, to, from);
    for (uint32_t i = 0; i < to->n && i < from->cap_held; i++) {
        uint32_t cell = to->cell[i];
        if (cell == UINT32_MAX || is_free(from, i))
            continue;
        Candidate c = candidate_of(from, i, code);
        if (is_free(into, cell) || compare(into, &c, cell) == wanted)
            put(into, &c, cell);
    }
    free(code);
}

/* ---- first, last ---------------------------------------------------------- */

/* A row's place in the order: `by`, then the tie-break. */
typedef struct {
    Candidate value, by;
    Candidate *tie;
} Row;

/* 1: the row takes the cell's place. */
static bool takes_place(const State *state, const Row *row, uint32_t cell)
{
    if (is_free(&state->value, cell))
        return true;
    int order = compare(&state->by, &row->by, cell);
    if (order)
        return order == (state->spec.fn == AGG_FIRST ? -1 : 1);
    for (uint32_t k = 0; k < state->spec.n_tie; k++) {
        order =
            row->tie[k].held.form == HELD_NONE || is_free(&state->tie[k], cell)
                ? (row->tie[k].held.form != HELD_NONE) - !is_free(&state->tie[k], cell)
                : compare(&state->tie[k], &row->tie[k], cell);
        if (order)
            return order > 0;
    }
    return false;
}

static void take_place(State *state, const Row *row, uint32_t cell)
{
    put(&state->value, &row->value, cell);
    put(&state->by, &row->by, cell);
    for (uint32_t k = 0; k < state->spec.n_tie; k++)
        put(&state->tie[k], &row->tie[k], cell);
}

void state_add_ordered(State *state, const Located *at, const StateInput *in)
{
    uint32_t n_tie = state->spec.n_tie;
    Row row = {.tie = xcalloc(n_tie, sizeof *row.tie)};
    prepare(&state->value, at, in->arg);
    prepare(&state->by, at, in->by);
    for (uint32_t k = 0; k < n_tie; k++)
        prepare(&state->tie[k], at, &in->tie[k]);
    for (uint32_t i = 0; i < at->n; i++) {
        uint32_t cell = at->cell[i];
        if (cell == UINT32_MAX || vector_is_empty(in->arg, i) ||
            vector_is_empty(in->by, i))
            continue;
        row.value = candidate_at(&state->value, in->arg, i);
        row.by = candidate_at(&state->by, in->by, i);
        for (uint32_t k = 0; k < n_tie; k++) {
            row.tie[k] = (Candidate){.held = {.form = HELD_NONE}};
            if (!vector_is_empty(&in->tie[k], i))
                row.tie[k] = candidate_at(&state->tie[k], &in->tie[k], i);
        }
        if (takes_place(state, &row, cell))
            take_place(state, &row, cell);
    }
    free(row.tie);
}

static void fold_rows(State *into, const Located *to, const State *from,
                      uint32_t *const *code)
{
    uint32_t n_tie = into->spec.n_tie;
    Row row = {.tie = xcalloc(n_tie, sizeof *row.tie)};
    for (uint32_t i = 0; i < to->n && i < from->value.cap_held; i++) {
        uint32_t cell = to->cell[i];
        if (cell == UINT32_MAX || is_free(&from->value, i))
            continue;
        row.value = candidate_of(&from->value, i, code[0]);
        row.by = candidate_of(&from->by, i, code[1]);
        for (uint32_t k = 0; k < n_tie; k++)
            row.tie[k] = candidate_of(&from->tie[k], i, code[2 + k]);
        if (takes_place(into, &row, cell))
            take_place(into, &row, cell);
    }
    free(row.tie);
}

void state_fold_ordered(State *into, const Located *to, const State *from)
{
    uint32_t n_tie = into->spec.n_tie;
    uint32_t **code = xcalloc((size_t)n_tie + 2, sizeof *code);
    code[0] = prepare_fold(&into->value, to, &from->value);
    code[1] = prepare_fold(&into->by, to, &from->by);
    for (uint32_t k = 0; k < n_tie; k++)
        code[2 + k] = prepare_fold(&into->tie[k], to, &from->tie[k]);
    fold_rows(into, to, from, code);
    for (uint32_t k = 0; k < n_tie + 2; k++)
        free(code[k]);
    free(code);
}
