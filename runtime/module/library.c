#include "runtime/module/library.h"

#include "runtime/diag/source_file.h"

#include <stdlib.h>
#include <string.h>

void library_open(Library *library, const char *const *folders)
{
    library->folders = folders;
    library->arena = arena_new();
    library->texts = source_texts_new();
    diag_sink_init(&library->sink, library->arena, library->texts);
}

void library_close(Library *library)
{
    source_texts_free(library->texts);
    arena_free(library->arena);
}

static const SourceText *read_file(Library *library, const char *path)
{
    const char *why;
    const SourceText *text = source_file_read(library->texts, path, &why);
    if (!text)
        diag_error_at_large(&library->sink, DIAG_FILE, "cannot read `%s`: %s", path,
                            why);
    return text;
}

static const SourceText *read_module(Library *library, const char *name)
{
    ModulePath path = {".", library->folders};
    Module module;
    if (!module_find(library->arena, &path, name, &module)) {
        module_report_missing(&library->sink, &path, name, NULL);
        return NULL;
    }
    if (module.file)
        return read_file(library, module.file);
    return source_texts_add(library->texts, module_shown(library->arena, name),
                            module.text->text, module.text->len);
}

static bool is_file(const char *name)
{
    size_t len = strlen(name);
    return strchr(name, '/') || (len > 6 && !strcmp(name + len - 6, ".koers"));
}

bool library_read(Library *library, const char *name, Doc *doc)
{
    const SourceText *text =
        is_file(name) ? read_file(library, name) : read_module(library, name);
    return text && doc_read(doc, name, text, library->arena, &library->sink);
}

typedef struct {
    Arena *arena;
    const char **name;
    size_t count, cap;
} Names;

static void add_name(void *self, const char *name)
{
    Names *names = self;
    ARENA_PUSH(names->arena, names->name, names->count, names->cap, name);
}

static int by_name(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

const Doc *library_all(Library *library, size_t *n)
{
    ModulePath path = {NULL, library->folders};
    Names names = {.arena = library->arena};
    module_offer_names(library->arena, &path, add_name, &names);
    if (names.count)
        qsort(names.name, names.count, sizeof *names.name, by_name);
    Doc *doc = arena_calloc(library->arena, names.count + 1, sizeof *doc);
    *n = 0;
    library->sink.silent = true;
    for (size_t i = 0; i < names.count; i++) {
        if (i && !strcmp(names.name[i], names.name[i - 1]))
            continue;
        if (!library_read(library, names.name[i], &doc[*n]))
            doc[*n] = (Doc){.name = names.name[i], .about = "", .summary = ""};
        ++*n;
    }
    library->sink.silent = false;
    diag_sink_clear(&library->sink);
    return doc;
}
