/* Values one by one: reading them out of vectors, comparing, printing, and building
   vectors from them. Nothing here runs per row in a scan. */
#include "runtime/algebra/vector.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/model/calendar.h"

#include <string.h>

Decimal vector_decimal(const Vector *vec, uint32_t row)
{
    if (vec->rep == VEC_WIDE)
        return vec->v.wide[row];
    return decimal_make(vec->v.i64[row], vec->scale);
}

Value vector_value(const Vector *vec, Type type, uint32_t row)
{
    Value value = {.empty = vector_is_empty(vec, row)};
    if (value.empty)
        return value;
    switch (vec->rep) {
    case VEC_I64:
    case VEC_WIDE:
        if (type.kind == VALUE_PERIOD)
            value.as.period = (int32_t)vec->v.i64[row];
        else
            value.as.number = vector_decimal(vec, row);
        return value;
    case VEC_CODE: {
        Text text = intern_text(vec->pool, vec->v.code[row]);
        value.as.text.text = text.text;
        value.as.text.len = text.len;
        return value;
    }
    case VEC_DAY:
        value.as.day = vec->v.day[row];
        return value;
    case VEC_SEC:
        value.as.seconds = vec->v.i64[row];
        return value;
    case VEC_BOOL:
        value.as.boolean = vec->v.boolean[row];
        return value;
    }
    UNREACHABLE("vector form");
}

/* ---- comparing ------------------------------------------------------------ */

static int compare_i64(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* The number before the two points of a band's text; false for `..10`. */
static bool band_start(const char *text, size_t len, Decimal *start)
{
    size_t n = 0;
    while (n + 1 < len && !(text[n] == '.' && text[n + 1] == '.'))
        n++;
    return n > 0 && decimal_parse(text, n, start);
}

static int compare_bands(Value a, Value b)
{
    Decimal x;
    Decimal y;
    bool has_x = band_start(a.as.text.text, a.as.text.len, &x);
    bool has_y = band_start(b.as.text.text, b.as.text.len, &y);
    int order = has_x && has_y ? decimal_compare(x, y) : (int)has_x - (int)has_y;
    return order;
}

static int compare_texts(Type type, Value a, Value b)
{
    int order = type.band ? compare_bands(a, b) : 0;
    if (order)
        return order;
    return utf8_collate(a.as.text.text, a.as.text.len, b.as.text.text, b.as.text.len);
}

int value_compare(Type type, Value a, Value b)
{
    if (a.empty || b.empty)
        return (int)a.empty - (int)b.empty;
    switch (type.kind) {
    case VALUE_NUMBER:
        return decimal_compare(a.as.number, b.as.number);
    case VALUE_TEXT:
        return compare_texts(type, a, b);
    case VALUE_BOOLEAN:
        return (int)a.as.boolean - (int)b.as.boolean;
    case VALUE_DATE:
        return compare_i64(a.as.day, b.as.day);
    case VALUE_MOMENT:
        return compare_i64(a.as.seconds, b.as.seconds);
    case VALUE_PERIOD:
        return compare_i64(a.as.period, b.as.period);
    }
    UNREACHABLE("value kind");
}

bool value_equal(Type type, Value a, Value b)
{
    if (type.kind != VALUE_TEXT || a.empty || b.empty)
        return value_compare(type, a, b) == 0;
    return a.as.text.len == b.as.text.len &&
           (a.as.text.len == 0 ||
            memcmp(a.as.text.text, b.as.text.text, a.as.text.len) == 0);
}

void value_print(StrBuf *sb, Type type, Value value)
{
    if (value.empty)
        return;
    switch (type.kind) {
    case VALUE_NUMBER:
        decimal_print(sb, value.as.number);
        return;
    case VALUE_TEXT:
        strbuf_add(sb, value.as.text.text, value.as.text.len);
        return;
    case VALUE_BOOLEAN:
        strbuf_adds(sb, value.as.boolean ? "yes" : "no");
        return;
    case VALUE_DATE:
        civil_print_day(sb, value.as.day);
        return;
    case VALUE_MOMENT:
        civil_print_moment(sb, value.as.seconds);
        return;
    case VALUE_PERIOD:
        calendar_print(sb, type.period, value.as.period);
        return;
    }
}

/* ---- building ------------------------------------------------------------- */

struct VectorBuilder {
    Type type;
    Intern *pool;
    int64_t *word;  /* code, day, seconds, ordinal, 0 or 1; of a number its mantissa, or
                       its place in `wide` */
    uint8_t *scale; /* of numbers; SCALE_WIDE: not 64 bits */
    Decimal *wide;
    uint8_t *valid;
    size_t n, n_wide, cap_word, cap_scale, cap_wide, cap_valid;
    bool has_empty;
};

enum { SCALE_WIDE = 255, SCALE_MAX = 18 };

VectorBuilder *vector_builder_new(Type type, Intern *pool)
{
    VectorBuilder *builder = xcalloc(1, sizeof *builder);
    builder->type = type;
    builder->pool = pool;
    return builder;
}

static int64_t value_word(const VectorBuilder *builder, Value value)
{
    switch (builder->type.kind) {
    case VALUE_NUMBER:
        break;
    case VALUE_TEXT:
        return intern_add(builder->pool, value.as.text.text, value.as.text.len);
    case VALUE_BOOLEAN:
        return value.as.boolean;
    case VALUE_DATE:
        return value.as.day;
    case VALUE_MOMENT:
        return value.as.seconds;
    case VALUE_PERIOD:
        return value.as.period;
    }
    return 0;
}

static void add_number(VectorBuilder *builder, size_t at, Decimal d)
{
    XGROW(builder->scale, builder->cap_scale, at + 1);
    d = decimal_trim(d);
    if (wide_fits_i64(d.m) && d.scale <= SCALE_MAX) {
        builder->word[at] = wide_to_i64(d.m);
        builder->scale[at] = (uint8_t)d.scale;
        return;
    }
    XGROW(builder->wide, builder->cap_wide, builder->n_wide + 1);
    builder->word[at] = (int64_t)builder->n_wide;
    builder->scale[at] = SCALE_WIDE;
    builder->wide[builder->n_wide++] = d;
}

void vector_builder_add(VectorBuilder *builder, Value value)
{
    size_t n = builder->n++;
    XGROW(builder->valid, builder->cap_valid, n + 1);
    XGROW(builder->word, builder->cap_word, n + 1);
    builder->valid[n] = !value.empty;
    builder->has_empty |= value.empty;
    if (builder->type.kind == VALUE_NUMBER)
        add_number(builder, n, value.empty ? decimal_from_i64(0) : value.as.number);
    else
        builder->word[n] = value.empty ? 0 : value_word(builder, value);
}

/* A value that stands as one word; scale: of a number. */
static void add_word(VectorBuilder *builder, int64_t word, int32_t scale)
{
    size_t n = builder->n++;
    XGROW(builder->valid, builder->cap_valid, n + 1);
    XGROW(builder->word, builder->cap_word, n + 1);
    builder->valid[n] = 1;
    builder->word[n] = word;
    if (builder->type.kind != VALUE_NUMBER)
        return;
    XGROW(builder->scale, builder->cap_scale, n + 1);
    builder->scale[n] = (uint8_t)scale;
}

/* Codes of the builder's own pool and numbers of 64 bits need not be made values. */
void vector_builder_take(VectorBuilder *builder, const Vector *vec, uint32_t row)
{
    bool is_code = vec->rep == VEC_CODE && vec->pool == builder->pool;
    bool is_short = vec->rep == VEC_I64 && vec->scale <= SCALE_MAX;
    if (vector_is_empty(vec, row) || (!is_code && !is_short)) {
        vector_builder_add(builder, vector_value(vec, builder->type, row));
        return;
    }
    int64_t word = is_code ? (int64_t)vec->v.code[row] : vec->v.i64[row];
    int32_t scale = is_code ? 0 : vec->scale;
    while (scale > 0 && word % 10 == 0) {
        word /= 10;
        scale--;
    }
    add_word(builder, word, scale);
}

void vector_builder_again(VectorBuilder *builder, uint32_t row)
{
    if (builder->valid[row])
        add_word(builder, builder->word[row],
                 builder->type.kind == VALUE_NUMBER ? builder->scale[row] : 0);
    else
        vector_builder_add(builder, (Value){.empty = true});
}

/* All numbers with the largest scale among them as 64-bit mantissas, if they fit. */
static bool finish_narrow(const VectorBuilder *builder, Arena *arena, Vector *vec)
{
    int32_t scale = 0;
    int64_t power[SCALE_MAX + 1] = {1};
    if (builder->n_wide)
        return false;
    for (size_t i = 0; i < builder->n; i++) {
        if (builder->scale[i] > scale)
            scale = builder->scale[i];
    }
    for (int32_t i = 0; i < scale; i++)
        power[i + 1] = power[i] * 10;
    int64_t *word = ARENA_ARRAY(arena, int64_t, builder->n);
    for (size_t i = 0; i < builder->n; i++) {
        if (MUL_OVERFLOWS(builder->word[i], power[scale - builder->scale[i]], &word[i]))
            return false;
    }
    vec->rep = VEC_I64;
    vec->scale = scale;
    vec->v.i64 = word;
    return true;
}

static void finish_numbers(const VectorBuilder *builder, Arena *arena, Vector *vec)
{
    if (finish_narrow(builder, arena, vec))
        return;
    Decimal *wide = ARENA_ARRAY(arena, Decimal, builder->n);
    for (size_t i = 0; i < builder->n; i++)
        wide[i] = builder->scale[i] == SCALE_WIDE
                      ? builder->wide[builder->word[i]]
                      : decimal_make(builder->word[i], builder->scale[i]);
    vec->rep = VEC_WIDE;
    vec->v.wide = wide;
}

static void finish_codes(const VectorBuilder *builder, Arena *arena, Vector *vec)
{
    vec->rep = VEC_CODE;
    vec->pool = builder->pool;
    vec->v.code = ARENA_ARRAY(arena, uint32_t, builder->n);
    for (size_t i = 0; i < builder->n; i++)
        vec->v.code[i] = (uint32_t)builder->word[i];
}

static void finish_days(const VectorBuilder *builder, Arena *arena, Vector *vec)
{
    vec->rep = VEC_DAY;
    vec->v.day = ARENA_ARRAY(arena, int32_t, builder->n);
    for (size_t i = 0; i < builder->n; i++)
        vec->v.day[i] = (int32_t)builder->word[i];
}

static void finish_booleans(const VectorBuilder *builder, Arena *arena, Vector *vec)
{
    vec->rep = VEC_BOOL;
    vec->v.boolean = ARENA_ARRAY(arena, uint8_t, builder->n);
    for (size_t i = 0; i < builder->n; i++)
        vec->v.boolean[i] = (uint8_t)builder->word[i];
}

static void finish_words(const VectorBuilder *builder, Arena *arena, Vector *vec,
                         VecRep rep)
{
    vec->rep = rep;
    vec->v.i64 = ARENA_ARRAY(arena, int64_t, builder->n);
    if (builder->n)
        arena_copy(vec->v.i64, builder->word, builder->n * sizeof(int64_t));
}

static void finish_form(const VectorBuilder *builder, Arena *arena, Vector *vec)
{
    switch (builder->type.kind) {
    case VALUE_NUMBER:
        finish_numbers(builder, arena, vec);
        return;
    case VALUE_TEXT:
        finish_codes(builder, arena, vec);
        return;
    case VALUE_BOOLEAN:
        finish_booleans(builder, arena, vec);
        return;
    case VALUE_DATE:
        finish_days(builder, arena, vec);
        return;
    case VALUE_MOMENT:
        finish_words(builder, arena, vec, VEC_SEC);
        return;
    case VALUE_PERIOD:
        finish_words(builder, arena, vec, VEC_I64);
        return;
    }
}

Vector vector_builder_finish(VectorBuilder *builder, Arena *arena)
{
    Vector vec = {.n = (uint32_t)builder->n};
    finish_form(builder, arena, &vec);
    if (builder->has_empty)
        vec.valid = arena_memdup(arena, builder->valid, builder->n);
    free(builder->word);
    free(builder->scale);
    free(builder->wide);
    free(builder->valid);
    free(builder);
    return vec;
}
