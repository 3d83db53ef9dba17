/* Every distinct key value has a small id, found by the text it prints as (canonical
   for all kinds); a row is found by the tuple of its ids. A probe codes what it is fed
   through dictionaries, so the text is made once per distinct value only. */
#include "runtime/algebra/lookup.h"

#include "runtime/algebra/cells.h"
#include "runtime/algebra/tuples.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

enum { ID_EMPTY = 0 }; /* ids of values begin with 1 */

struct Lookup {
    uint32_t n_key;
    Intern **text; /* per key: printed values, id - 1 is the code */
    Tuples ids;    /* tuple i belongs to row[i] */
    uint32_t *row;
};

struct Probe {
    const Lookup *lookup;
    KeyDict **dict;  /* per key */
    uint32_t **code; /* per key: codes of the values fed */
    uint32_t **id;   /* per key, by code; UINT32_MAX: no such value */
    size_t *cap_id;
    uint32_t *n_id;
    size_t cap_code;
    Type *type;
    uint32_t *found; /* single keys: row by code */
    size_t cap_found;
    uint32_t n_found;
};

static uint32_t add_id(Intern *pool, StrBuf *sb, Type type, Value value)
{
    if (value.empty)
        return ID_EMPTY;
    strbuf_reset(sb);
    value_print(sb, type, value);
    return intern_add(pool, sb->text, sb->len) + 1;
}

Lookup *lookup_new(const Vector *key, const Type *type, uint32_t n_key, uint32_t n)
{
    Lookup *lookup = xcalloc(1, sizeof *lookup);
    uint32_t *tuple = xcalloc(n_key + 1, sizeof *tuple);
    StrBuf sb;
    strbuf_init(&sb);
    lookup->n_key = n_key;
    lookup->text = xcalloc(n_key + 1, sizeof(Intern *));
    lookup->row = xcalloc((size_t)n + 1, sizeof *lookup->row);
    for (uint32_t k = 0; k < n_key; k++)
        lookup->text[k] = intern_new(NULL);
    tuples_init(&lookup->ids, n_key);
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < n_key; k++)
            tuple[k] = add_id(lookup->text[k], &sb, type[k],
                              vector_value(&key[k], type[k], i));
        uint32_t known = lookup->ids.n;
        if (tuples_add(&lookup->ids, tuple) == known)
            lookup->row[known] = i;
    }
    strbuf_release(&sb);
    free(tuple);
    return lookup;
}

void lookup_free(Lookup *lookup)
{
    if (!lookup)
        return;
    for (uint32_t k = 0; k < lookup->n_key; k++)
        intern_free(lookup->text[k]);
    free(lookup->text);
    tuples_release(&lookup->ids);
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
    probe->type = xcalloc(n, sizeof *probe->type);
    for (uint32_t k = 0; k < lookup->n_key; k++) {
        probe->type[k] = type[k];
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
    free(probe->type);
    free(probe->found);
    free(probe);
}

/* Ids of the codes that came since the last time. */
static void find_ids(Probe *probe, uint32_t k)
{
    uint32_t count = key_dict_count(probe->dict[k]);
    if (probe->n_id[k] == count)
        return;
    StrBuf sb;
    strbuf_init(&sb);
    XGROW(probe->id[k], probe->cap_id[k], count);
    for (uint32_t code = probe->n_id[k]; code < count; code++) {
        uint32_t id = UINT32_MAX;
        uint32_t text;
        strbuf_reset(&sb);
        value_print(&sb, probe->type[k], key_dict_value(probe->dict[k], code));
        if (code == 0)
            id = ID_EMPTY;
        else if (intern_find(probe->lookup->text[k], sb.text, sb.len, &text))
            id = text + 1;
        probe->id[k][code] = id;
    }
    probe->n_id[k] = count;
    strbuf_release(&sb);
}

static void encode_keys(Probe *probe, const Vector *key, uint32_t n)
{
    if (n > probe->cap_code) {
        for (uint32_t k = 0; k < probe->lookup->n_key; k++)
            probe->code[k] = xrealloc(probe->code[k], n, sizeof(uint32_t));
        probe->cap_code = n;
    }
    for (uint32_t k = 0; k < probe->lookup->n_key; k++) {
        key_dict_encode(probe->dict[k], &key[k], probe->code[k]);
        find_ids(probe, k);
    }
}

static uint32_t find_row(const Lookup *lookup, const uint32_t *tuple)
{
    uint32_t at = tuples_find(&lookup->ids, tuple);
    return at == UINT32_MAX ? UINT32_MAX : lookup->row[at];
}

static void find_single(Probe *probe, uint32_t n, bool with_empty, uint32_t *row)
{
    uint32_t count = probe->n_id[0];
    XGROW(probe->found, probe->cap_found, count);
    for (; probe->n_found < count; probe->n_found++)
        probe->found[probe->n_found] =
            find_row(probe->lookup, &probe->id[0][probe->n_found]);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t code = probe->code[0][i];
        row[i] = code || with_empty ? probe->found[code] : UINT32_MAX;
    }
}

void probe_find(Probe *probe, const Vector *key, uint32_t n, bool with_empty,
                uint32_t *row)
{
    encode_keys(probe, key, n);
    uint32_t n_key = probe->lookup->n_key;
    if (n_key == 1) {
        find_single(probe, n, with_empty, row);
        return;
    }
    uint32_t *tuple = xcalloc(n_key + (size_t)1, sizeof *tuple);
    for (uint32_t i = 0; i < n; i++) {
        bool any_empty = false;
        for (uint32_t k = 0; k < n_key; k++) {
            tuple[k] = probe->id[k][probe->code[k][i]];
            any_empty |= tuple[k] == ID_EMPTY;
        }
        row[i] = any_empty && !with_empty ? UINT32_MAX : find_row(probe->lookup, tuple);
    }
    free(tuple);
}
