/* Nearest names by the edit distance that counts a swap of neighbours as one edit
   (optimal string alignment), over code points without case. Three rows of the
   table are enough. */
#include "runtime/base/suggest.h"

#include "runtime/base/utf8.h"

#include <string.h>

enum { NAME_MAX_POINTS = 64 };

typedef struct {
    int32_t point[NAME_MAX_POINTS];
    size_t count;
} Folded;

/* false when the name is too long to be compared. */
static bool fold(Folded *folded, const char *name)
{
    size_t len = strlen(name);
    folded->count = 0;
    while (len) {
        int32_t code;
        size_t step = utf8_decode(name, len, &code);
        if (folded->count == NAME_MAX_POINTS)
            return false;
        folded->point[folded->count++] = utf8_lower_point(code);
        name += step;
        len -= step;
    }
    return true;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t distance(const Folded *a, const Folded *b)
{
    size_t rows[3][NAME_MAX_POINTS + 1];
    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *twice_above = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            int32_t pa = a->point[i - 1];
            int32_t pb = b->point[j - 1];
            size_t best = smaller(above[j], row[j - 1]) + 1;
            best = smaller(best, above[j - 1] + (pa != pb));
            if (i > 1 && j > 1 && pa == b->point[j - 2] && pb == a->point[i - 2])
                best = smaller(best, twice_above[j - 2] + 1);
            row[j] = best;
        }
    }
    return rows[a->count % 3][b->count];
}

enum { SHORTENED_LEAST = 3 };

/* A name with letters left out, but the first one and half of them: ordr, ords, orde.
 */
static bool is_shortened(const Folded *wanted, const Folded *name)
{
    size_t at = 0;
    if (wanted->count < SHORTENED_LEAST || wanted->count * 2 < name->count ||
        wanted->point[0] != name->point[0])
        return false;
    for (size_t i = 0; i < name->count && at < wanted->count; i++)
        at += wanted->point[at] == name->point[i];
    return at == wanted->count;
}

void suggest_init(Suggest *s, const char *wanted)
{
    memset(s, 0, sizeof *s);
    s->wanted = wanted;
}

static bool is_offered(const Suggest *s, const char *name)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->found[i], name) == 0)
            return true;
    return false;
}

void suggest_offer(Suggest *s, const char *name)
{
    Folded wanted;
    Folded other;
    if (!fold(&wanted, s->wanted) || !fold(&other, name))
        return;
    size_t limit = wanted.count / 3 ? wanted.count / 3 : 1;
    size_t d = distance(&wanted, &other);
    size_t longer = wanted.count > other.count ? wanted.count : other.count;
    if (d == longer) /* nothing in common */
        return;
    if ((d > limit && !is_shortened(&wanted, &other)) ||
        (s->count && d > s->distance) || is_offered(s, name))
        return;
    if (s->count && d < s->distance)
        s->count = 0;
    s->distance = d;
    if (s->count < SUGGEST_MAX)
        s->found[s->count++] = name;
}
