#include "runtime/module/find.h"

#include "runtime/base/suggest.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 8 }; /* of folders below a folder of modules */

static const char ending[] = ".koers", held[] = "stdlib/";

/* sales/pipeline.koers */
static const char *file_of(Arena *arena, const char *name)
{
    char *file = arena_printf(arena, "%s%s", name, ending);
    for (char *c = file; *c && c < file + strlen(name); c++) {
        if (*c == '.')
            *c = '/';
    }
    return file;
}

/* The name of a file below a root; NULL: it is no module. */
static const char *name_of(Arena *arena, const char *file)
{
    size_t len = strlen(file), end = strlen(ending);
    if (len <= end || strcmp(file + len - end, ending) != 0)
        return NULL;
    char *name = arena_strndup(arena, file, len - end);
    for (char *c = name; *c; c++) {
        if (*c == '.')
            return NULL;
        if (*c == '/')
            *c = '.';
    }
    return name;
}

static const char *in_folder(Arena *arena, const char *folder, const char *file)
{
    return strcmp(folder, ".") != 0 ? arena_printf(arena, "%s/%s", folder, file)
                                    : arena_strdup(arena, file);
}

static const char *folder_at(const ModulePath *path, size_t i)
{
    if (path->root && i == 0)
        return path->root;
    size_t at = i - (path->root ? 1 : 0);
    for (size_t k = 0; path->folders && path->folders[k]; k++) {
        if (k == at)
            return path->folders[k];
    }
    return NULL;
}

/* The file that is looked for in place `i`; NULL: there are no more places. */
static const char *candidate(Arena *arena, const ModulePath *path, const char *name,
                             size_t i)
{
    const char *folder = folder_at(path, i);
    return folder ? in_folder(arena, folder, file_of(arena, name)) : NULL;
}

bool module_find(Arena *arena, const ModulePath *path, const char *name, Module *found)
{
    const char *file;
    *found = (Module){0};
    for (size_t i = 0; (file = candidate(arena, path, name, i)); i++) {
        if (access(file, F_OK) != 0)
            continue;
        found->file = file;
        found->root = folder_at(path, i);
        return true;
    }
    found->text =
        embedded_find(arena_printf(arena, "%s%s", held, file_of(arena, name)));
    return found->text != NULL;
}

typedef struct {
    Arena *arena;
    const char *folder;
    ModuleOffer *offer;
    void *self;
} Walk;

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* `below` is the way from the folder of modules, with a / at its end. */
static void walk_folder(const Walk *walk, const char *below, int depth)
{
    struct dirent **entry;
    int n = scandir(arena_printf(walk->arena, "%s/%s", walk->folder, below), &entry,
                    NULL, by_name);
    for (int i = 0; i < n; i++) {
        const char *file = arena_printf(walk->arena, "%s%s", below, entry[i]->d_name);
        const char *path = arena_printf(walk->arena, "%s/%s", walk->folder, file);
        const char *name = name_of(walk->arena, file);
        struct stat st;
        bool known = entry[i]->d_name[0] != '.' && stat(path, &st) == 0;
        if (known && S_ISDIR(st.st_mode) && depth < DEPTH_MAX)
            walk_folder(walk, arena_printf(walk->arena, "%s/", file), depth + 1);
        else if (known && name)
            walk->offer(walk->self, name);
        free(entry[i]);
    }
    if (n >= 0)
        free(entry);
}

void module_offer_names(Arena *arena, const ModulePath *path, ModuleOffer *offer,
                        void *self)
{
    for (size_t i = 0; path->folders && path->folders[i]; i++) {
        Walk walk = {arena, path->folders[i], offer, self};
        walk_folder(&walk, "", 0);
    }
    size_t len = strlen(held);
    for (const EmbeddedText *text = embedded_texts; text->name; text++) {
        if (!strncmp(text->name, held, len))
            offer(self, name_of(arena, text->name + len));
    }
}

static void suggest(void *self, const char *name)
{
    suggest_offer(self, name);
}

void module_report_missing(DiagSink *sink, const ModulePath *path, const char *name,
                           const Span *span)
{
    const char *file;
    Suggest near;
    Diag *d =
        span ? diag_error(sink, DIAG_MODULE, *span, "there is no module `%s`", name)
             : diag_error_at_large(sink, DIAG_MODULE, "there is no module `%s`", name);
    suggest_init(&near, name);
    module_offer_names(sink->arena, path, suggest, &near);
    for (size_t i = 0; (file = candidate(sink->arena, path, name, i)); i++)
        diag_note(sink, d, NULL, "looked for %s", file);
    if (near.count)
        diag_help(sink, d, "did you mean `%s`?", near.found[0]);
    else if (span)
        diag_help(sink, d, "a file is written in quotes: use \"model.koers\"");
    else
        diag_help(sink, d, "`koers doc` lists the modules that there are");
}

const char *module_shown(Arena *arena, const char *name)
{
    return arena_printf(arena, "<%s>", name);
}
