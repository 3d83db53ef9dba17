/* Every distinct key value has a code; a row is found by its code, or by the tuple of
   its codes. A Lookup does not change once it is made. Whole numbers are found in it
   directly; for other values a probe has dictionaries of its own and asks once per
   distinct value. */
#include "runtime/algebra/lookup.h"

#include "runtime/algebra/cells.h"
#include "runtime/algebra/tuples.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

struct Lookup {
    uint32_t n_key;
    KeyDict **dict; /* per key; code 0 is empty */
    Tuples codes;   /* of several keys: tuple i belongs to row[i] */
    uint32_t *row;  /* of one key: by code */
    bool in_order;  /* of one key: code c is that of row c - 1 */
};

struct Probe {
    const Lookup *lookup;
    KeyDict **dict;  /* per key */
    uint32_t **code; /* per key: codes of the values fed */
    uint32_t **id;   /* per key: code of the lookup by own code; UINT32_MAX: none */
    size_t *cap_id;
    uint32_t *n_id;
    size_t cap_code;
};

static void place_rows(Lookup *lookup, uint32_t *const *code, uint32_t n)
{
    uint32_t n_key = lookup->n_key;
    if (n_key == 1) {
        uint32_t count = key_dict_count(lookup->dict[0]);
        lookup->row = xcalloc(count, sizeof *lookup->row);
        memset(lookup->row, 0xff, count * sizeof *lookup->row);
        lookup->in_order = count == n + 1;
        for (uint32_t i = n; i-- > 0;) {
            lookup->row[code[0][i]] = i;
            lookup->in_order = lookup->in_order && code[0][i] == i + 1;
        }
        return;
    }
    uint32_t *tuple = xcalloc(n_key + (size_t)1, sizeof *tuple);
    lookup->row = xcalloc((size_t)n + 1, sizeof *lookup->row);
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < n_key; k++)
            tuple[k] = code[k][i];
        uint32_t known = lookup->codes.n;
        if (tuples_add(&lookup->codes, tuple) == known)
            lookup->row[known] = i;
    }
    free(tuple);
}

Lookup *lookup_new(const Vector *key, const Type *type, uint32_t n_key, uint32_t n)
{
    Lookup *lookup = xcalloc(1, sizeof *lookup);
    uint32_t **code = xcalloc(n_key + (size_t)1, sizeof *code);
    lookup->n_key = n_key;
    lookup->dict = xcalloc(n_key + (size_t)1, sizeof *lookup->dict);
    for (uint32_t k = 0; k < n_key; k++) {
        lookup->dict[k] = key_dict_new(type[k]);
        code[k] = xcalloc((size_t)n + 1, sizeof **code);
        key_dict_encode(lookup->dict[k], &key[k], code[k]);
    }
    tuples_init(&lookup->codes, n_key);
    place_rows(lookup, code, n);
    for (uint32_t k = 0; k < n_key; k++)
        free(code[k]);
    free(code);
    return lookup;
}

void lookup_free(Lookup *lookup)
{
    if (!lookup)
        return;
    for (uint32_t k = 0; k < lookup->n_key; k++)
        key_dict_free(lookup->dict[k]);
    free(lookup->dict);
    tuples_release(&lookup->codes);
    free(lookup->row);
    free(lookup);
}

Probe *probe_new(const Lookup *lookup, const Type *type)
{
    Probe *probe = xcalloc(1, sizeof *probe);
    size_t n = lookup->n_key + (size_t)1;
    probe->lookup = lookup;
    probe->dict = xcalloc(n, sizeof(KeyDict *));
    probe->code = xcalloc(n, sizeof(uint32_t *));
    probe->id = xcalloc(n, sizeof(uint32_t *));
    probe->cap_id = xcalloc(n, sizeof *probe->cap_id);
    probe->n_id = xcalloc(n, sizeof *probe->n_id);
    for (uint32_t k = 0; k < lookup->n_key; k++) {
        probe->dict[k] = key_dict_new(type[k]);
    }
    return probe;
}

void probe_free(Probe *probe)
{
    if (!probe)
        return;
    for (uint32_t k = 0; k < probe->lookup->n_key; k++) {
        key_dict_free(probe->dict[k]);
        free(probe->code[k]);
        free(probe->id[k]);
    }
    free(probe->dict);
    free(probe->code);
    free(probe->id);
    free(probe->cap_id);
    free(probe->n_id);
    free(probe);
}

/* Ids of the codes that came since the last time. Values of another kind, as a column
   that was empty when it was looked at may hold, are not found. */
static void find_ids(Probe *probe, uint32_t k)
{
    const KeyDict *own = probe->dict[k];
    const KeyDict *known = probe->lookup->dict[k];
    bool is_same = key_dict_type(own).kind == key_dict_type(known).kind;
    uint32_t count = key_dict_count(own);
    XGROW(probe->id[k], probe->cap_id[k], count);
    for (uint32_t code = probe->n_id[k]; code < count; code++)
        probe->id[k][code] = is_same || code == 0
                                 ? key_dict_find(known, key_dict_value(own, code))
                                 : UINT32_MAX;
    probe->n_id[k] = count;
}

/* Codes of the lookup for key k of the n rows. */
static void find_codes(Probe *probe, uint32_t k, const Vector *key)
{
    uint32_t *code = probe->code[k];
    if (key_dict_find_words(probe->lookup->dict[k], key, code))
        return;
    key_dict_encode(probe->dict[k], key, code);
    find_ids(probe, k);
    for (uint32_t i = 0; i < key->n; i++)
        code[i] = probe->id[k][code[i]];
}

static void make_room(Probe *probe, uint32_t n)
{
    if (n <= probe->cap_code)
        return;
    for (uint32_t k = 0; k < probe->lookup->n_key; k++)
        probe->code[k] = xrealloc(probe->code[k], n, sizeof(uint32_t));
    probe->cap_code = n;
}

static uint32_t find_tuple(const Lookup *lookup, const uint32_t *tuple)
{
    for (uint32_t k = 0; k < lookup->n_key; k++) {
        if (tuple[k] == UINT32_MAX)
            return UINT32_MAX;
    }
    uint32_t at = tuples_find(&lookup->codes, tuple);
    return at == UINT32_MAX ? UINT32_MAX : lookup->row[at];
}

static void find_single(const Lookup *lookup, const uint32_t *code, uint32_t n,
                        bool with_empty, uint32_t *row)
{
    if (lookup->in_order) { /* no row is empty */
        for (uint32_t i = 0; i < n; i++)
            row[i] = code[i] == UINT32_MAX ? UINT32_MAX : code[i] - 1;
        return;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool is_none = code[i] == UINT32_MAX || (code[i] == 0 && !with_empty);
        row[i] = is_none ? UINT32_MAX : lookup->row[code[i]];
    }
}

void probe_find(Probe *probe, const Vector *key, uint32_t n, bool with_empty,
                uint32_t *row)
{
    uint32_t n_key = probe->lookup->n_key;
    make_room(probe, n);
    for (uint32_t k = 0; k < n_key; k++)
        find_codes(probe, k, &key[k]);
    if (n_key == 1) {
        find_single(probe->lookup, probe->code[0], n, with_empty, row);
        return;
    }
    uint32_t *tuple = xcalloc(n_key + (size_t)1, sizeof *tuple);
    for (uint32_t i = 0; i < n; i++) {
        bool any_empty = false;
        for (uint32_t k = 0; k < n_key; k++) {
            tuple[k] = probe->code[k][i];
            any_empty |= tuple[k] == 0;
        }
        row[i] =
            any_empty && !with_empty ? UINT32_MAX : find_tuple(probe->lookup, tuple);
    }
    free(tuple);
}
