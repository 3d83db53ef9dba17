/* Keys: declared ones, then unique indexes, then what is unique in the data and has the
   name of a key. Without one, dates and short texts stand in: a target per seller and
   quarter is told apart by both. */
#include "runtime/init/role.h"
#include "runtime/init/words.h"

#include <string.h>

enum { CANDIDATES_MAX = 8, PARTS_OF_KEY = 3, TEXT_MAX = 40, LONE_DATES_MAX = 5000 };

const char draft_key_words[] =
    "id key code cd no nr num number guid uuid sku ean isbn nummer ref fk pk";

static const char *const key_endings[] = {"",   "id",  "key",    "code",   "no",
                                          "nr", "num", "number", "nummer", "uuid"};

/* Is `plain` the thing `of` with an ending of keys? */
static bool is_key_of(const char *plain, const char *of)
{
    size_t len = strlen(of);
    if (!len || strncmp(plain, of, len) != 0)
        return false;
    for (size_t i = 0; i < COUNT_OF(key_endings); i++) {
        if (!strcmp(plain + len, key_endings[i]))
            return true;
    }
    return false;
}

bool draft_has_entity(const DraftTable *table)
{
    if (table->n_key != 1)
        return false;
    ValueKind kind = table->column[table->key[0]].info->type.kind;
    return kind != VALUE_DATE && kind != VALUE_MOMENT;
}

bool draft_owns_key(const DraftTable *table, Arena *arena)
{
    const char *plain = table->column[table->key[0]].plain;
    return table->n_key == 1 && (is_key_of(plain, words_plain(arena, table->entity)) ||
                                 is_key_of(plain, words_plain(arena, table->name)));
}

typedef enum {
    FIT_NONE,
    FIT_TEXT,
    FIT_PLACE, /* a number of a line, a step */
    FIT_DATE,
    FIT_KEY_WORD,
    FIT_OWN,
    FIT_ID
} KeyFit;

static KeyFit key_fit(const DraftTable *table, size_t at)
{
    const DraftColumn *column = &table->column[at];
    const ColumnStats *stats = column->stats;
    ValueKind kind = column->info->type.kind;
    char entity[128];
    size_t len = 0;
    if (stats->blobs || stats->filled < table->rows || stats->fractions ||
        kind == VALUE_BOOLEAN || !words_can_write(column->info->name))
        return FIT_NONE;
    if (kind == VALUE_DATE || kind == VALUE_MOMENT)
        return stats->misfits ? FIT_NONE : FIT_DATE;
    for (const char *c = table->entity; *c && len + 1 < sizeof entity; c++) {
        if (*c != '_')
            entity[len++] = *c;
    }
    entity[len] = '\0';
    if (!strcmp(column->plain, "id"))
        return FIT_ID;
    NumberRole role = kind == VALUE_NUMBER ? role_of(column) : ROLE_NONE;
    bool is_amount = role != ROLE_NONE && role != ROLE_UNKNOWN && role != ROLE_FLAG;
    if (is_key_of(column->plain, entity) && !is_amount)
        return FIT_OWN;
    if (words_is_any(words_last(column->snake), draft_key_words))
        return FIT_KEY_WORD;
    if (kind == VALUE_NUMBER)
        return role == ROLE_NONE ? FIT_PLACE : FIT_NONE;
    return stats->longest <= TEXT_MAX ? FIT_TEXT : FIT_NONE;
}

static bool take_declared(DraftTable *table, const char *const *name, size_t n,
                          KeyOrigin origin)
{
    if (!n || n > DRAFT_KEY_MAX)
        return false;
    for (size_t i = 0; i < n; i++) {
        const DraftColumn *column = draft_column(table, name[i]);
        if (!column || !words_can_write(name[i]))
            return false;
        table->key[i] = (size_t)(column - table->column);
    }
    table->n_key = n;
    table->key_origin = origin;
    return true;
}

/* Of unique indexes the one with the fewest columns that are never empty. */
static bool take_index(DraftTable *table)
{
    const UniqueColumns *best = NULL;
    for (size_t i = 0; i < table->info->n_unique; i++) {
        const UniqueColumns *unique = &table->info->unique[i];
        bool is_filled = true;
        for (size_t k = 0; k < unique->n; k++) {
            const DraftColumn *column = draft_column(table, unique->column[k]);
            is_filled &= column && column->stats->filled == table->rows;
        }
        if (is_filled && (!best || unique->n < best->n))
            best = unique;
    }
    return best && take_declared(table, best->column, best->n, KEY_INDEX);
}

/* Columns that may be parts of a key, the likeliest first. */
static size_t find_candidates(const DraftTable *table, size_t *candidate)
{
    size_t n = 0;
    for (KeyFit fit = FIT_ID; fit > FIT_NONE; fit--) {
        for (size_t i = 0; i < table->n_column && n < CANDIDATES_MAX; i++) {
            if (key_fit(table, i) == fit)
                candidate[n++] = i;
        }
    }
    return n;
}

static bool take_found(DraftTable *table, const Sample *sample, const size_t *column,
                       size_t n)
{
    if (!sample_is_unique(sample, column, n))
        return false;
    memcpy(table->key, column, n * sizeof *column);
    table->n_key = n;
    table->key_origin = KEY_FOUND;
    return true;
}

static bool take_single(DraftTable *table, const Sample *sample,
                        const size_t *candidate, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        KeyFit fit = key_fit(table, candidate[i]);
        bool is_lone_day = fit == FIT_DATE && table->rows <= LONE_DATES_MAX &&
                           table->column[candidate[i]].info->type.kind == VALUE_DATE;
        if ((fit >= FIT_KEY_WORD || is_lone_day) &&
            take_found(table, sample, &candidate[i], 1))
            return true;
    }
    return false;
}

/* A key of several columns, or the one of them that tells all rows apart alone. */
static bool take_smallest(DraftTable *table, const Sample *sample, const size_t *column,
                          size_t n)
{
    if (!sample_is_unique(sample, column, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (take_found(table, sample, &column[i], 1))
            return true;
    }
    return take_found(table, sample, column, n);
}

/* Tries all choices of `want` candidates, in order. */
static bool take_several(DraftTable *table, const Sample *sample,
                         const size_t *candidate, size_t n, size_t want)
{
    size_t at[PARTS_OF_KEY] = {0, 1, 2};
    if (want > n)
        return false;
    for (;;) {
        size_t column[PARTS_OF_KEY];
        for (size_t k = 0; k < want; k++)
            column[k] = candidate[at[k]];
        if (take_smallest(table, sample, column, want))
            return true;
        size_t k = want;
        while (k > 0 && at[k - 1] == n - want + k - 1)
            k--;
        if (!k)
            return false;
        at[k - 1]++;
        for (; k < want; k++)
            at[k] = at[k - 1] + 1;
    }
}

void draft_find_key(DraftTable *table, const Sample *sample)
{
    size_t candidate[CANDIDATES_MAX];
    if (take_declared(table, table->info->key, table->info->n_key, KEY_DECLARED) ||
        take_index(table))
        return;
    size_t n = find_candidates(table, candidate);
    if (take_single(table, sample, candidate, n))
        return;
    for (size_t want = 2; want <= PARTS_OF_KEY; want++) {
        if (take_several(table, sample, candidate, n, want))
            return;
    }
}
