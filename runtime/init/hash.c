#include "runtime/init/hash.h"

#include "runtime/base/decimal.h"
#include "runtime/engine/guess.h"

#include <stdio.h>
#include <string.h>

static uint64_t mix(uint64_t v)
{
    v ^= v >> 33;
    v *= 0xff51afd7ed558ccdU;
    v ^= v >> 33;
    v *= 0xc4ceb9fe1a85ec53U;
    v ^= v >> 33;
    return v ? v : 1;
}

uint64_t hash_join(uint64_t first, uint64_t second)
{
    return mix(first * 0x9e3779b97f4a7c15U + second);
}

static uint64_t hash_bytes(const char *text, size_t len)
{
    uint64_t hash = 0xcbf29ce484222325U;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3U;
    return mix(hash);
}

static uint64_t hash_whole(int64_t v)
{
    return mix((uint64_t)v + 0x632be59bd9b4e019U);
}

bool hash_is_whole(double v)
{
    enum { WHOLE_BITS = 62 };
    double limit = (double)(1LL << WHOLE_BITS);
    return v > -limit && v < limit && v == (double)(int64_t)v;
}

static uint64_t hash_real(double v)
{
    uint64_t bits;
    if (hash_is_whole(v))
        return hash_whole((int64_t)v);
    memcpy(&bits, &v, sizeof bits);
    return mix(bits);
}

static uint64_t hash_number_text(const char *text, size_t len)
{
    Decimal v;
    if (!guess_is_number(text, len) || !decimal_parse(text, len, &v))
        return hash_bytes(text, len);
    return hash_real(decimal_to_double(v));
}

static uint64_t hash_printed(const HashCell *cell)
{
    char printed[40];
    int len = cell->cls == CELL_INTEGER
                  ? snprintf(printed, sizeof printed, "%lld", (long long)cell->i)
                  : snprintf(printed, sizeof printed, "%.15g", cell->r);
    return hash_bytes(printed, (size_t)len);
}

static uint64_t hash_text(Text text, Type type)
{
    if (type.kind == VALUE_TEXT || type.kind == VALUE_PERIOD)
        return hash_bytes(text.text, text.len);
    if (!text.len)
        return 0; /* read as empty there */
    return type.kind == VALUE_NUMBER ? hash_number_text(text.text, text.len)
                                     : hash_bytes(text.text, text.len);
}

HashCell hash_cell(const RawColumn *raw, uint32_t row, const Intern *pool, Type type)
{
    HashCell cell = {.cls = (CellClass)raw->cls[row]};
    bool is_text = type.kind == VALUE_TEXT;
    switch (cell.cls) {
    case CELL_INTEGER:
        cell.i = raw->v[row].i;
        cell.hash = is_text ? hash_printed(&cell) : hash_whole(cell.i);
        break;
    case CELL_REAL:
        cell.r = raw->v[row].r;
        cell.hash = is_text ? hash_printed(&cell) : hash_real(cell.r);
        break;
    case CELL_TEXT:
        cell.text = intern_text(pool, raw->v[row].code);
        cell.hash = hash_text(cell.text, type);
        break;
    case CELL_MOMENT:
        cell.i = raw->v[row].i;
        cell.hash = hash_whole(cell.i);
        break;
    case CELL_BLOB:
        cell.hash = 1;
        break;
    case CELL_NULL:
        break;
    }
    return cell;
}
