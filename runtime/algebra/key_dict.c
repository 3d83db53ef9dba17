/* Distinct values of one key and their codes. Numbers are kept trimmed as mantissa and
   scale (wide ones beside), all other values as one word; texts live in a pool of the
   dict's own, in order of code. Whole words that lie close together, as numbers of rows
   do, and codes of a pool go through plain arrays, everything else through an open hash
   table; words that got a place later may be in both. */
#include "runtime/algebra/cells.h"
#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum {
    DIRECT_FIRST = 1 << 17, /* whole words in [-half, half) have a place of their own */
    DIRECT_SHARE = 16,      /* the array has at most so many places per code */
    SLOTS_FIRST = 64,
    SCALE_WIDE = 255 /* the word is an index into `wide` */
};

/* Codes by code of a pool that vectors come with; 0: not met yet. */
typedef struct {
    const Intern *pool;
    uint32_t *code;
    size_t cap;
} PoolCodes;

struct KeyDict {
    Type type;
    Intern *pool;   /* of texts */
    int64_t *word;  /* by code; [0] unused */
    uint8_t *scale; /* of numbers, beside word */
    Decimal *wide;
    uint32_t count; /* with code 0 */
    size_t cap_word, cap_scale, n_wide, cap_wide;
    uint32_t *slot; /* codes; 0 is free */
    size_t n_slot, n_hashed;
    uint32_t *direct; /* by word + half, of scale 0; 0: not met */
    int64_t half;
    PoolCodes *from;
    size_t n_from, cap_from;
};

KeyDict *key_dict_new(Type type)
{
    KeyDict *dict = xcalloc(1, sizeof *dict);
    dict->type = type;
    dict->count = 1;
    if (type.kind == VALUE_TEXT) {
        dict->pool = intern_new(NULL);
        return dict;
    }
    dict->n_slot = SLOTS_FIRST;
    dict->slot = xcalloc(dict->n_slot, sizeof *dict->slot);
    return dict;
}

void key_dict_free(KeyDict *dict)
{
    if (!dict)
        return;
    for (size_t i = 0; i < dict->n_from; i++)
        free(dict->from[i].code);
    intern_free(dict->pool);
    free(dict->from);
    free(dict->word);
    free(dict->scale);
    free(dict->wide);
    free(dict->slot);
    free(dict->direct);
    free(dict);
}

uint32_t key_dict_count(const KeyDict *dict)
{
    return dict->count;
}

Type key_dict_type(const KeyDict *dict)
{
    return dict->type;
}

const Intern *key_dict_pool(const KeyDict *dict)
{
    return dict->pool;
}

size_t key_dict_bytes(const KeyDict *dict)
{
    size_t bytes = dict->cap_word * sizeof(int64_t) + dict->cap_scale +
                   dict->cap_wide * sizeof(Decimal) + dict->n_slot * sizeof(uint32_t) +
                   (size_t)dict->half * 2 * sizeof(uint32_t);
    for (size_t i = 0; i < dict->n_from; i++)
        bytes += dict->from[i].cap * sizeof(uint32_t);
    return bytes + (dict->pool ? intern_bytes(dict->pool) : 0);
}

/* ---- words ---------------------------------------------------------------- */

static uint64_t hash_word(int64_t word, uint8_t scale)
{
    uint64_t hash =
        ((uint64_t)word + scale * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
    return hash * 0xc4ceb9fe1a85ec53u;
}

static uint64_t hash_wide(const Decimal *d)
{
    uint64_t hash = hash_word(d->scale, SCALE_WIDE);
    for (size_t i = 0; i < COUNT_OF(d->m.limb); i++)
        hash = hash_word((int64_t)(d->m.limb[i] ^ hash), 0);
    return hash;
}

static uint64_t hash_code(const KeyDict *dict, uint32_t code)
{
    if (dict->scale[code] == SCALE_WIDE)
        return hash_wide(&dict->wide[dict->word[code]]);
    return hash_word(dict->word[code], dict->scale[code]);
}

static size_t first_slot(const KeyDict *dict, uint64_t hash)
{
    return (size_t)(hash >> 32) & (dict->n_slot - 1);
}

static inline bool is_direct(const KeyDict *dict, int64_t word)
{
    return word >= -dict->half && word < dict->half;
}

static void grow_slots(KeyDict *dict)
{
    free(dict->slot);
    dict->n_slot *= 2;
    dict->slot = xcalloc(dict->n_slot, sizeof *dict->slot);
    dict->n_hashed = 0;
    for (uint32_t code = 1; code < dict->count; code++) {
        if (dict->scale[code] == 0 && is_direct(dict, dict->word[code]))
            continue;
        size_t at = first_slot(dict, hash_code(dict, code));
        while (dict->slot[at])
            at = (at + 1) & (dict->n_slot - 1);
        dict->slot[at] = code;
        dict->n_hashed++;
    }
}

static uint32_t append(KeyDict *dict, int64_t word, uint8_t scale)
{
    uint32_t code = dict->count++;
    XGROW(dict->word, dict->cap_word, (size_t)code + 1);
    XGROW(dict->scale, dict->cap_scale, (size_t)code + 1);
    dict->word[code] = word;
    dict->scale[code] = scale;
    return code;
}

static void make_room(KeyDict *dict)
{
    if ((dict->n_hashed + 1) * 2 >= dict->n_slot)
        grow_slots(dict);
}

static uint32_t add_hashed(KeyDict *dict, int64_t word, uint8_t scale)
{
    make_room(dict);
    size_t at = first_slot(dict, hash_word(word, scale));
    for (; dict->slot[at]; at = (at + 1) & (dict->n_slot - 1)) {
        uint32_t code = dict->slot[at];
        if (dict->word[code] == word && dict->scale[code] == scale)
            return code;
    }
    dict->n_hashed++;
    return dict->slot[at] = append(dict, word, scale);
}

/* The slot that has it, or the free one where it belongs. */
static size_t wide_slot(const KeyDict *dict, const Decimal *d)
{
    size_t at = first_slot(dict, hash_wide(d));
    for (; dict->slot[at]; at = (at + 1) & (dict->n_slot - 1)) {
        uint32_t code = dict->slot[at];
        if (dict->scale[code] != SCALE_WIDE)
            continue;
        const Decimal *known = &dict->wide[dict->word[code]];
        if (known->scale == d->scale && wide_compare(known->m, d->m) == 0)
            break;
    }
    return at;
}

static uint32_t add_wide(KeyDict *dict, Decimal d)
{
    make_room(dict);
    size_t at = wide_slot(dict, &d);
    if (dict->slot[at])
        return dict->slot[at];
    XGROW(dict->wide, dict->cap_wide, dict->n_wide + 1);
    dict->wide[dict->n_wide] = d;
    dict->n_hashed++;
    return dict->slot[at] = append(dict, (int64_t)dict->n_wide++, SCALE_WIDE);
}

/* Makes places for words in [-half, half); those that were met take theirs. */
static void set_half(KeyDict *dict, int64_t half)
{
    free(dict->direct);
    dict->direct = xcalloc((size_t)half * 2, sizeof *dict->direct);
    dict->half = half;
    for (uint32_t code = 1; code < dict->count; code++) {
        if (dict->scale[code] == 0 && is_direct(dict, dict->word[code]))
            dict->direct[dict->word[code] + half] = code;
    }
}

static uint32_t add_far_word(KeyDict *dict, int64_t word)
{
    uint32_t code = add_hashed(dict, word, 0);
    int64_t half = dict->half ? dict->half : DIRECT_FIRST;
    int64_t most = (int64_t)dict->count * (DIRECT_SHARE / 2);
    while (half < most && (word < -half || word >= half))
        half *= 2;
    if (half > dict->half && word >= -half && word < half)
        set_half(dict, half);
    return code;
}

static inline uint32_t add_word(KeyDict *dict, int64_t word)
{
    if (!is_direct(dict, word))
        return add_far_word(dict, word);
    uint32_t *code = &dict->direct[word + dict->half];
    if (!*code)
        *code = append(dict, word, 0);
    return *code;
}

static uint32_t add_mantissa(KeyDict *dict, int64_t word, int32_t scale)
{
    while (scale > 0 && word % 10 == 0) {
        word /= 10;
        scale = word ? scale - 1 : 0;
    }
    return scale ? add_hashed(dict, word, (uint8_t)scale) : add_word(dict, word);
}

static uint32_t add_decimal(KeyDict *dict, Decimal d)
{
    d = decimal_trim(d);
    if (wide_fits_i64(d.m))
        return add_mantissa(dict, wide_to_i64(d.m), d.scale);
    return add_wide(dict, d);
}

static uint32_t add_text(KeyDict *dict, const char *text, size_t len)
{
    uint32_t code = intern_add(dict->pool, text, len) + 1;
    if (code >= dict->count)
        dict->count = code + 1;
    return code;
}

uint32_t key_dict_add(KeyDict *dict, Value value)
{
    if (value.empty)
        return 0;
    switch (dict->type.kind) {
    case VALUE_NUMBER:
        return add_decimal(dict, value.as.number);
    case VALUE_TEXT:
        return add_text(dict, value.as.text.text, value.as.text.len);
    case VALUE_BOOLEAN:
        return add_word(dict, value.as.boolean);
    case VALUE_DATE:
        return add_word(dict, value.as.day);
    case VALUE_MOMENT:
        return add_word(dict, value.as.seconds);
    case VALUE_PERIOD:
        return add_word(dict, value.as.period);
    }
    UNREACHABLE("value kind");
}

/* ---- finding -------------------------------------------------------------- */

static uint32_t find_hashed(const KeyDict *dict, int64_t word, uint8_t scale)
{
    size_t at = first_slot(dict, hash_word(word, scale));
    for (; dict->slot[at]; at = (at + 1) & (dict->n_slot - 1)) {
        uint32_t code = dict->slot[at];
        if (dict->word[code] == word && dict->scale[code] == scale)
            return code;
    }
    return UINT32_MAX;
}

static inline uint32_t find_word(const KeyDict *dict, int64_t word)
{
    if (!is_direct(dict, word))
        return find_hashed(dict, word, 0);
    uint32_t code = dict->direct[word + dict->half];
    return code ? code : UINT32_MAX;
}

static uint32_t find_decimal(const KeyDict *dict, Decimal d)
{
    d = decimal_trim(d);
    if (!wide_fits_i64(d.m)) {
        uint32_t code = dict->slot[wide_slot(dict, &d)];
        return code ? code : UINT32_MAX;
    }
    int64_t word = wide_to_i64(d.m);
    return d.scale ? find_hashed(dict, word, (uint8_t)d.scale) : find_word(dict, word);
}

uint32_t key_dict_find(const KeyDict *dict, Value value)
{
    if (value.empty)
        return 0;
    switch (dict->type.kind) {
    case VALUE_NUMBER:
        return find_decimal(dict, value.as.number);
    case VALUE_TEXT: {
        uint32_t code;
        bool found =
            intern_find(dict->pool, value.as.text.text, value.as.text.len, &code);
        return found ? code + 1 : UINT32_MAX;
    }
    case VALUE_BOOLEAN:
        return find_word(dict, value.as.boolean);
    case VALUE_DATE:
        return find_word(dict, value.as.day);
    case VALUE_MOMENT:
        return find_word(dict, value.as.seconds);
    case VALUE_PERIOD:
        return find_word(dict, value.as.period);
    }
    UNREACHABLE("value kind");
}

bool key_dict_find_words(const KeyDict *dict, const Vector *vec, uint32_t *out)
{
    ValueKind kind = dict->type.kind;
    bool is_whole = vec->rep == VEC_I64 && vec->scale == 0 &&
                    (kind == VALUE_NUMBER || kind == VALUE_PERIOD);
    if (!is_whole && !(vec->rep == VEC_SEC && kind == VALUE_MOMENT))
        return false;
    for (uint32_t i = 0; i < vec->n; i++)
        out[i] = vector_is_empty(vec, i) ? 0 : find_word(dict, vec->v.i64[i]);
    return true;
}

/* ---- vectors -------------------------------------------------------------- */

static PoolCodes *codes_from(KeyDict *dict, const Intern *pool)
{
    for (size_t i = 0; i < dict->n_from; i++) {
        if (dict->from[i].pool == pool)
            return &dict->from[i];
    }
    XGROW(dict->from, dict->cap_from, dict->n_from + 1);
    dict->from[dict->n_from] = (PoolCodes){.pool = pool};
    return &dict->from[dict->n_from++];
}

static uint32_t add_code(KeyDict *dict, PoolCodes *from, uint32_t code)
{
    if (code >= from->cap) {
        size_t old = from->cap;
        XGROW(from->code, from->cap, (size_t)code + 1);
        memset(from->code + old, 0, (from->cap - old) * sizeof *from->code);
    }
    if (!from->code[code]) {
        Text text = intern_text(from->pool, code);
        from->code[code] = add_text(dict, text.text, text.len);
    }
    return from->code[code];
}

static void encode_texts(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    PoolCodes *from = codes_from(dict, vec->pool);
    for (uint32_t i = 0; i < vec->n; i++) {
        uint32_t code = vec->v.code[i];
        if (vector_is_empty(vec, i))
            out[i] = 0;
        else if (code < from->cap && from->code[code])
            out[i] = from->code[code];
        else
            out[i] = add_code(dict, from, code);
    }
}

static void encode_words(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    for (uint32_t i = 0; i < vec->n; i++)
        out[i] = vector_is_empty(vec, i) ? 0 : add_word(dict, vec->v.i64[i]);
}

static void encode_days(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    for (uint32_t i = 0; i < vec->n; i++)
        out[i] = vector_is_empty(vec, i) ? 0 : add_word(dict, vec->v.day[i]);
}

static void encode_booleans(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    for (uint32_t i = 0; i < vec->n; i++)
        out[i] = vector_is_empty(vec, i) ? 0 : add_word(dict, vec->v.boolean[i]);
}

static void encode_scaled(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    for (uint32_t i = 0; i < vec->n; i++)
        out[i] =
            vector_is_empty(vec, i) ? 0 : add_mantissa(dict, vec->v.i64[i], vec->scale);
}

static void encode_wide(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    for (uint32_t i = 0; i < vec->n; i++)
        out[i] = vector_is_empty(vec, i) ? 0 : add_decimal(dict, vec->v.wide[i]);
}

void key_dict_encode(KeyDict *dict, const Vector *vec, uint32_t *out)
{
    switch (vec->rep) {
    case VEC_I64:
        if (vec->scale)
            encode_scaled(dict, vec, out);
        else
            encode_words(dict, vec, out);
        return;
    case VEC_SEC:
        encode_words(dict, vec, out);
        return;
    case VEC_WIDE:
        encode_wide(dict, vec, out);
        return;
    case VEC_CODE:
        encode_texts(dict, vec, out);
        return;
    case VEC_DAY:
        encode_days(dict, vec, out);
        return;
    case VEC_BOOL:
        encode_booleans(dict, vec, out);
        return;
    }
}

static Decimal number_of(const KeyDict *dict, uint32_t code)
{
    if (dict->scale[code] == SCALE_WIDE)
        return dict->wide[dict->word[code]];
    return decimal_make(dict->word[code], dict->scale[code]);
}

Value key_dict_value(const KeyDict *dict, uint32_t code)
{
    Value value = {.empty = code == 0};
    if (value.empty)
        return value;
    switch (dict->type.kind) {
    case VALUE_NUMBER:
        value.as.number = number_of(dict, code);
        return value;
    case VALUE_TEXT: {
        Text text = intern_text(dict->pool, code - 1);
        value.as.text.text = text.text;
        value.as.text.len = text.len;
        return value;
    }
    case VALUE_BOOLEAN:
        value.as.boolean = dict->word[code] != 0;
        return value;
    case VALUE_DATE:
        value.as.day = (Day)dict->word[code];
        return value;
    case VALUE_MOMENT:
        value.as.seconds = dict->word[code];
        return value;
    case VALUE_PERIOD:
        value.as.period = (int32_t)dict->word[code];
        return value;
    }
    UNREACHABLE("value kind");
}

/* ---- order ---------------------------------------------------------------- */

bool key_dict_words(const KeyDict *dict, int64_t *word)
{
    if (dict->pool)
        return false;
    for (uint32_t code = 1; code < dict->count; code++) {
        if (dict->scale[code])
            return false;
        word[code] = dict->word[code];
    }
    return true;
}

static int compare_codes(const KeyDict *dict, uint32_t a, uint32_t b)
{
    if (dict->pool || dict->scale[a] == SCALE_WIDE || dict->scale[a] != dict->scale[b])
        return value_compare(dict->type, key_dict_value(dict, a),
                             key_dict_value(dict, b));
    return (dict->word[a] > dict->word[b]) - (dict->word[a] < dict->word[b]);
}

/* Merges the sorted runs [lo, mid) and [mid, hi). */
static void merge_runs(const KeyDict *dict, const uint32_t *from, uint32_t *to,
                       const size_t bound[3])
{
    size_t a = bound[0];
    size_t b = bound[1];
    for (size_t i = bound[0]; i < bound[2]; i++) {
        bool left = a < bound[1] &&
                    (b >= bound[2] || compare_codes(dict, from[a], from[b]) <= 0);
        to[i] = left ? from[a++] : from[b++];
    }
}

void key_dict_ranks(const KeyDict *dict, uint32_t *rank)
{
    size_t n = dict->count - 1;
    uint32_t *from = xcalloc(n + 1, sizeof *from);
    uint32_t *to = xcalloc(n + 1, sizeof *to);
    for (uint32_t i = 0; i < n; i++)
        from[i] = i + 1;
    for (size_t run = 1; run < n; run *= 2) {
        for (size_t lo = 0; lo < n; lo += 2 * run) {
            size_t mid = lo + run < n ? lo + run : n;
            size_t hi = mid + run < n ? mid + run : n;
            merge_runs(dict, from, to, (const size_t[]){lo, mid, hi});
        }
        uint32_t *sorted = to;
        to = from;
        from = sorted;
    }
    for (uint32_t i = 0; i < n; i++)
        rank[from[i]] = i;
    rank[0] = (uint32_t)n;
    free(from);
    free(to);
}
