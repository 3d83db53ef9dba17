#include "runtime/cli/modules.h"

#include <stdlib.h>
#include <string.h>

const char *const *modules_folders(Arena *arena)
{
    const char **folder = NULL;
    size_t n = 0, cap = 0;
    const char *at = getenv("KOERS_PATH");
    while (at && *at) {
        size_t len = strcspn(at, ":");
        if (len)
            ARENA_PUSH(arena, folder, n, cap, arena_strndup(arena, at, len));
        at += len + (at[len] == ':');
    }
    ARENA_PUSH(arena, folder, n, cap, NULL);
    return folder;
}
