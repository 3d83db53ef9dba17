#include "runtime/import/names.h"

#include "runtime/base/ascii.h"

#include <stdbool.h>
#include <string.h>

static bool is_name_char(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

const char *table_name_of(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    size_t len = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    char *name = arena_strndup(arena, base, len);
    for (char *at = name; *at; at++)
        if (!is_name_char(*at))
            *at = '_';
    return name;
}

static char *clean(Arena *arena, const char *given)
{
    char *name = arena_strdup(arena, given);
    size_t len = 0;
    for (const char *at = given; *at; at++) {
        bool is_blank = (unsigned char)*at <= ' ' || *at == 0x7f;
        if (!is_blank)
            name[len++] = *at;
        else if (len && name[len - 1] != ' ')
            name[len++] = ' ';
    }
    while (len && name[len - 1] == ' ')
        len--;
    name[len] = 0;
    return name;
}

static bool is_taken(const char *const *name, size_t n, const char *wanted)
{
    for (size_t i = 0; i < n; i++)
        if (name[i] && ascii_casecmp(name[i], wanted) == 0)
            return true;
    return false;
}

const char **column_names(Arena *arena, const char *const *given, size_t n)
{
    const char **name = ARENA_ARRAY(arena, const char *, n);
    /* Names that are there keep themselves; the others go around them. */
    for (size_t i = 0; i < n; i++) {
        const char *own = given ? clean(arena, given[i]) : "";
        name[i] = *own && !is_taken(name, i, own) ? own : NULL;
    }
    for (size_t i = 0; i < n; i++) {
        if (name[i])
            continue;
        const char *own = given ? clean(arena, given[i]) : "";
        if (!*own)
            own = arena_printf(arena, "column_%zu", i + 1);
        const char *wanted = own;
        for (size_t k = 2; is_taken(name, n, wanted); k++)
            wanted = arena_printf(arena, "%s_%zu", own, k);
        name[i] = wanted;
    }
    return name;
}
