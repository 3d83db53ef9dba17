/* Where `use a.b` looks: $KOERS_STDLIB, then what belongs to the program itself, be it
   installed (PREFIX/bin/koers) or in the tree it was built in. */
#include "runtime/cli/modules.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the program, without `/` at its end; false: it is not known. */
static bool own_folder(char *path, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", path, size - 1);
    if (len <= 0)
        return false;
    path[len] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

/* PATH/koers, PATH/build/koers or PATH/build/FLAVOUR/koers. */
static void cut_build(char *folder)
{
    char *last = strrchr(folder, '/');
    char *build = strstr(folder, "/build/");
    if (last && strcmp(last, "/build") == 0)
        *last = '\0';
    else if (build && last == build + strlen("/build"))
        *build = '\0';
}

void modules_find(ModulePath *path)
{
    char folder[sizeof path->text[0]];
    size_t n = 0;
    const char *asked = getenv("KOERS_STDLIB");
    if (asked && *asked)
        path->folder[n++] = asked;
    if (own_folder(folder, sizeof folder)) {
        const char *bin = strrchr(folder, '/');
        bool installed = bin && strcmp(bin, "/bin") == 0;
        if (installed)
            folder[bin - folder] = '\0';
        else
            cut_build(folder);
        StrBuf sb;
        strbuf_init(&sb);
        strbuf_addf(&sb, "%s/%s", folder, installed ? "share/koers/stdlib" : "stdlib");
        if (sb.len < sizeof path->text[0]) {
            memcpy(path->text[0], sb.text, sb.len + 1);
            path->folder[n++] = path->text[0];
        }
        strbuf_release(&sb);
    }
    path->folder[n] = NULL;
}
