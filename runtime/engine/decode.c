/* Decoding. A number is the shortest decimal that reads back as what is stored; a
   column's scale starts at 0 and rises when a value needs more digits after the
   point. Doubles are tried at the scale of the ones before, so that most cost one
   multiplication and one division; a few with many digits do not change that. A batch
   that does not fit 64 bits at a common scale becomes a vector of Decimals; its needs
   are not remembered. */
#include "runtime/engine/decode.h"

#include "runtime/base/ascii.h"
#include "runtime/base/civil.h"
#include "runtime/base/xalloc.h"
#include "runtime/engine/guess.h"

#include <math.h>
#include <string.h>

enum {
    SECONDS_OF_DAY = 86400,
    QUICK_SCALE_MAX = 9,
    SCALE_MAX = 18,
    SEEN_COUNT = 256 /* a power of two */
};

/* Below it, a decimal that reads back as the double is its shortest one. */
#define MANTISSA_LIMIT 1125899906842624.0

/* A double whose decimal took long to find. */
typedef struct {
    double real;
    Decimal exact;
    bool is_set, is_number;
} SeenReal;

struct Decoder {
    const char *table, *column;
    Type type;
    Intern *pool;
    int scale;                    /* that the numbers of earlier batches needed */
    int quick_scale;              /* at which doubles are tried first */
    int64_t power[SCALE_MAX + 1]; /* of ten */
    SeenReal *seen;               /* SEEN_COUNT of them, made when first wanted */
    uint8_t valid[BATCH_ROWS];
    union {
        int64_t i64[BATCH_ROWS];
        uint32_t code[BATCH_ROWS];
        int32_t day[BATCH_ROWS];
        uint8_t boolean[BATCH_ROWS];
    } v;
    Decimal *wide;     /* made when first wanted */
    RawColumn *picked; /* as stored, of the rows that are asked for; likewise */
    bool has_last;     /* the number that was last shown as text */
    int64_t last;
    uint32_t last_code;
};

typedef enum {
    FIT_YES,
    FIT_RAISE, /* at a higher scale */
    FIT_WIDE,  /* not in 64 bits */
    FIT_NO     /* no such value */
} Fit;

Decoder *decoder_new(const char *table, const char *column, Type type, Intern *pool)
{
    Decoder *d = xcalloc(1, sizeof *d);
    d->table = table;
    d->column = column;
    d->type = type;
    d->pool = pool;
    for (int scale = 0; scale <= SCALE_MAX; scale++)
        d->power[scale] = wide_to_i64(wide_pow10(scale));
    return d;
}

void decoder_free(Decoder *decoder)
{
    if (!decoder)
        return;
    free(decoder->wide);
    free(decoder->picked);
    free(decoder->seen);
    free(decoder);
}

/* v = m / power; the power is exact as a double. */
static inline bool real_at_scale(double v, int64_t power, int64_t *m)
{
    double p = (double)power;
    double y = v * p;
    if (!(fabs(y) < MANTISSA_LIMIT))
        return false;
    *m = (int64_t)(y < 0 ? y - 0.5 : y + 0.5);
    return (double)*m / p == v;
}

/* `v` has no zeros at its end. */
static Fit fit_decimal(const Decoder *d, Decimal v, int *scale, int64_t *m)
{
    if (v.scale > SCALE_MAX || !wide_fits_i64(v.m))
        return FIT_WIDE;
    if (v.scale > *scale) {
        *scale = v.scale;
        return FIT_RAISE;
    }
    return MUL_OVERFLOWS(wide_to_i64(v.m), d->power[*scale - v.scale], m) ? FIT_WIDE
                                                                          : FIT_YES;
}

/* Through a small table: what is computed from percents repeats. */
static bool exact_real(Decoder *d, double v, Decimal *exact)
{
    if (!d->seen)
        d->seen = xcalloc(SEEN_COUNT, sizeof *d->seen);
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    SeenReal *seen = &d->seen[(bits * UINT64_C(0x9e3779b97f4a7c15)) >> 56];
    if (!seen->is_set || memcmp(&seen->real, &v, sizeof v) != 0) {
        seen->is_set = true;
        seen->real = v;
        seen->exact = decimal_from_i64(0);
        seen->is_number = decimal_from_double(v, &seen->exact);
    }
    *exact = seen->exact;
    return seen->is_number;
}

static Fit fit_slow_real(Decoder *d, double v, int *scale, int64_t *m)
{
    Decimal exact;
    if (!exact_real(d, v, &exact))
        return FIT_NO;
    if (exact.scale > d->quick_scale && exact.scale <= QUICK_SCALE_MAX)
        d->quick_scale = exact.scale;
    return fit_decimal(d, exact, scale, m);
}

static inline Fit fit_real(Decoder *d, double v, int *scale, int64_t *m)
{
    int quick = d->quick_scale;
    if (quick > *scale || !real_at_scale(v, d->power[quick], m))
        return fit_slow_real(d, v, scale, m);
    return MUL_OVERFLOWS(*m, d->power[*scale - quick], m) ? FIT_WIDE : FIT_YES;
}

static bool parse_text(const Decoder *d, uint32_t code, Decimal *v, bool *is_empty)
{
    Text text = intern_text(d->pool, code);
    while (text.len && ascii_is_space(text.text[0]))
        text.text++, text.len--;
    while (text.len && ascii_is_space(text.text[text.len - 1]))
        text.len--;
    *is_empty = text.len == 0;
    return *is_empty || decimal_parse(text.text, text.len, v);
}

static Fit fit_text(Decoder *d, uint32_t code, uint32_t row, int *scale)
{
    Decimal v;
    bool is_empty;
    if (!parse_text(d, code, &v, &is_empty))
        return FIT_NO;
    d->valid[row] = !is_empty;
    d->v.i64[row] = 0;
    return is_empty ? FIT_YES : fit_decimal(d, decimal_trim(v), scale, &d->v.i64[row]);
}

static inline Fit fit_row(Decoder *d, const RawColumn *raw, uint32_t row, int *scale)
{
    int64_t *m = &d->v.i64[row];
    d->valid[row] = 1;
    switch ((CellClass)raw->cls[row]) {
    case CELL_INTEGER:
        return MUL_OVERFLOWS(raw->v[row].i, d->power[*scale], m) ? FIT_WIDE : FIT_YES;
    case CELL_REAL:
        return fit_real(d, raw->v[row].r, scale, m);
    case CELL_NULL:
        d->valid[row] = 0;
        *m = 0;
        return FIT_YES;
    case CELL_TEXT:
        return fit_text(d, raw->v[row].code, row, scale);
    case CELL_BLOB:
    case CELL_MOMENT:
        return FIT_NO;
    }
    UNREACHABLE("class of a cell");
}

static const char *kind_text(ValueKind kind)
{
    switch (kind) {
    case VALUE_NUMBER:
        return "numbers";
    case VALUE_TEXT:
        return "texts";
    case VALUE_BOOLEAN:
        return "truth values";
    case VALUE_DATE:
        return "dates";
    case VALUE_MOMENT:
        return "dates with a time of day";
    case VALUE_PERIOD:
        return "periods";
    }
    UNREACHABLE("kind of a value");
}

static const char *class_text(CellClass cls, ValueKind wanted)
{
    switch (cls) {
    case CELL_NULL:
        return "nothing";
    case CELL_INTEGER:
    case CELL_REAL:
        return wanted == VALUE_NUMBER ? "one that is too large"
                                      : "a number that is none";
    case CELL_TEXT:
        return "a text that is none";
    case CELL_BLOB:
        return "a blob";
    case CELL_MOMENT:
        return "a date with a time of day";
    }
    UNREACHABLE("class of a cell");
}

/* The value itself is not shown: messages never carry data. */
static bool report(const Decoder *d, const Batch *batch, size_t column, uint32_t row,
                   DiagSink *sink)
{
    StrBuf where;
    strbuf_init(&where);
    if (batch->first_row > 0)
        strbuf_addf(&where, " in row %lld", (long long)batch->first_row + row);
    CellClass cls = (CellClass)batch->raw[column]->cls[row];
    if (d->type.empty_only) {
        Diag *late = diag_error_at_large(
            sink, DIAG_STORE_VALUE,
            "column `%s` of `%s` had no value when its source was read, but has one%s",
            d->column, d->table, where.text);
        strbuf_release(&where);
        diag_help(sink, late, "begin anew, so that its kind is found");
        return false;
    }
    Diag *diag = diag_error_at_large(
        sink, DIAG_STORE_VALUE, "column `%s` of `%s` holds %s, but has %s%s", d->column,
        d->table, kind_text(d->type.kind), class_text(cls, d->type.kind), where.text);
    strbuf_release(&where);
    diag_help(sink, diag, "clean the value, or read the column as `text(%s)`",
              d->column);
    return false;
}

static bool wide_value(Decoder *d, const RawColumn *raw, uint32_t row)
{
    Decimal *v = &d->wide[row];
    bool is_empty = false;
    *v = decimal_from_i64(0);
    d->valid[row] = raw->cls[row] != CELL_NULL;
    switch ((CellClass)raw->cls[row]) {
    case CELL_NULL:
        return true;
    case CELL_INTEGER:
        *v = decimal_from_i64(raw->v[row].i);
        return true;
    case CELL_REAL:
        return exact_real(d, raw->v[row].r, v);
    case CELL_TEXT:
        if (!parse_text(d, raw->v[row].code, v, &is_empty))
            return false;
        d->valid[row] = !is_empty;
        return true;
    case CELL_BLOB:
    case CELL_MOMENT:
        return false;
    }
    UNREACHABLE("class of a cell");
}

static bool decode_wide(Decoder *d, const RawColumn *raw, uint32_t *row, Vector *out)
{
    if (!d->wide)
        d->wide = xcalloc(BATCH_ROWS, sizeof *d->wide);
    for (*row = 0; *row < out->n; ++*row)
        if (!wide_value(d, raw, *row))
            return false;
    out->rep = VEC_WIDE;
    out->v.wide = d->wide;
    return true;
}

/* false: *row does not fit. */
static bool decode_numbers(Decoder *d, const RawColumn *raw, uint32_t *row, Vector *out)
{
    int scale = d->scale;
    for (*row = 0; *row < out->n; ++*row) {
        Fit fit = fit_row(d, raw, *row, &scale);
        if (fit == FIT_YES)
            continue;
        if (fit == FIT_NO)
            return false;
        if (fit == FIT_WIDE)
            return decode_wide(d, raw, row, out);
        *row = UINT32_MAX; /* begins again at the higher scale */
    }
    d->scale = scale;
    out->rep = VEC_I64;
    out->scale = scale;
    out->v.i64 = d->v.i64;
    return true;
}

static uint32_t code_of_integer(Decoder *d, int64_t v)
{
    if (d->has_last && d->last == v)
        return d->last_code;
    char text[24];
    int len = snprintf(text, sizeof text, "%lld", (long long)v);
    d->has_last = true;
    d->last = v;
    d->last_code = intern_add(d->pool, text, (size_t)len);
    return d->last_code;
}

static bool code_of_real(Decoder *d, double v, uint32_t *code)
{
    Decimal exact;
    if (!decimal_from_double(v, &exact))
        return false;
    StrBuf text;
    strbuf_init(&text);
    decimal_print(&text, exact);
    *code = intern_add(d->pool, text.text, text.len);
    strbuf_release(&text);
    return true;
}

static bool text_value(Decoder *d, const RawColumn *raw, uint32_t row)
{
    uint32_t *code = &d->v.code[row];
    d->valid[row] = 1;
    switch ((CellClass)raw->cls[row]) {
    case CELL_TEXT:
        *code = raw->v[row].code;
        return true;
    case CELL_NULL:
        d->valid[row] = 0;
        *code = 0;
        return true;
    case CELL_INTEGER:
        *code = code_of_integer(d, raw->v[row].i);
        return true;
    case CELL_REAL:
        return code_of_real(d, raw->v[row].r, code);
    case CELL_BLOB:
    case CELL_MOMENT:
        return false;
    }
    UNREACHABLE("class of a cell");
}

/* false: no date. Not valid: NULL or ''. */
static bool seconds_value(Decoder *d, const RawColumn *raw, uint32_t row, int64_t *out)
{
    bool ignored;
    *out = 0;
    d->valid[row] = 1;
    switch ((CellClass)raw->cls[row]) {
    case CELL_MOMENT:
        *out = raw->v[row].i;
        return true;
    case CELL_NULL:
        d->valid[row] = 0;
        return true;
    case CELL_TEXT: {
        Text text = intern_text(d->pool, raw->v[row].code);
        d->valid[row] = text.len > 0;
        return text.len == 0 || civil_parse(text.text, text.len, out, &ignored);
    }
    case CELL_INTEGER:
    case CELL_REAL:
    case CELL_BLOB:
        return false;
    }
    UNREACHABLE("class of a cell");
}

static bool date_value(Decoder *d, const RawColumn *raw, uint32_t row)
{
    int64_t seconds;
    if (!seconds_value(d, raw, row, &seconds) || seconds % SECONDS_OF_DAY != 0)
        return false;
    d->v.day[row] = (int32_t)(seconds / SECONDS_OF_DAY);
    return true;
}

static bool moment_value(Decoder *d, const RawColumn *raw, uint32_t row)
{
    return seconds_value(d, raw, row, &d->v.i64[row]);
}

static bool boolean_value(Decoder *d, const RawColumn *raw, uint32_t row)
{
    uint8_t *out = &d->v.boolean[row];
    *out = 0;
    d->valid[row] = 1;
    switch ((CellClass)raw->cls[row]) {
    case CELL_INTEGER:
        *out = raw->v[row].i == 1;
        return raw->v[row].i == 0 || raw->v[row].i == 1;
    case CELL_NULL:
        d->valid[row] = 0;
        return true;
    case CELL_TEXT: {
        Text text = intern_text(d->pool, raw->v[row].code);
        d->valid[row] = text.len > 0;
        bool is_true;
        bool fits = guess_parse_boolean(text.text, text.len, &is_true);
        *out = is_true;
        return fits || text.len == 0;
    }
    case CELL_REAL:
    case CELL_BLOB:
    case CELL_MOMENT:
        return false;
    }
    UNREACHABLE("class of a cell");
}

/* Of a column without values; a text without letters is none. */
static bool empty_value(Decoder *d, const RawColumn *raw, uint32_t row)
{
    return text_value(d, raw, row) &&
           (!d->valid[row] || !intern_text(d->pool, d->v.code[row]).len);
}

typedef bool (*RowFn)(Decoder *d, const RawColumn *raw, uint32_t row);

static bool decode_rows(Decoder *d, const RawColumn *raw, uint32_t *row, uint32_t n,
                        RowFn fn)
{
    for (*row = 0; *row < n; ++*row)
        if (!fn(d, raw, *row))
            return false;
    return true;
}

static bool decode(Decoder *d, const RawColumn *raw, uint32_t *row, Vector *out)
{
    switch (d->type.kind) {
    case VALUE_NUMBER:
        return decode_numbers(d, raw, row, out);
    case VALUE_TEXT:
        out->rep = VEC_CODE;
        out->pool = d->pool;
        out->v.code = d->v.code;
        return decode_rows(d, raw, row, out->n,
                           d->type.empty_only ? empty_value : text_value);
    case VALUE_BOOLEAN:
        out->rep = VEC_BOOL;
        out->v.boolean = d->v.boolean;
        return decode_rows(d, raw, row, out->n, boolean_value);
    case VALUE_DATE:
        out->rep = VEC_DAY;
        out->v.day = d->v.day;
        return decode_rows(d, raw, row, out->n, date_value);
    case VALUE_MOMENT:
        out->rep = VEC_SEC;
        out->v.i64 = d->v.i64;
        return decode_rows(d, raw, row, out->n, moment_value);
    case VALUE_PERIOD:
        break;
    }
    UNREACHABLE("stored columns hold no periods");
}

static const RawColumn *pick_rows(Decoder *d, const RawColumn *raw,
                                  const BatchRows *rows)
{
    if (!rows->row)
        return raw;
    if (!d->picked)
        d->picked = xmalloc(sizeof *d->picked);
    for (uint32_t i = 0; i < rows->n; i++) {
        d->picked->cls[i] = raw->cls[rows->row[i]];
        d->picked->v[i] = raw->v[rows->row[i]];
    }
    return d->picked;
}

bool decoder_run(Decoder *decoder, const BatchRows *rows, size_t column, Vector *out,
                 DiagSink *sink)
{
    const Batch *batch = rows->batch;
    if (!batch->raw || !batch->raw[column]) {
        *out = batch->vec[column];
        return true;
    }
    *out = (Vector){.n = rows->n};
    uint32_t row;
    if (!decode(decoder, pick_rows(decoder, batch->raw[column], rows), &row, out))
        return report(decoder, batch, column, rows->row ? rows->row[row] : row, sink);
    if (memchr(decoder->valid, 0, rows->n))
        out->valid = decoder->valid;
    return true;
}
