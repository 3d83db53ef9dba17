/* The modules that there are, read for what they say of themselves. */
#ifndef KOERS_RUNTIME_MODULE_LIBRARY_H
#define KOERS_RUNTIME_MODULE_LIBRARY_H

#include "runtime/module/doc.h"
#include "runtime/module/find.h"

typedef struct {
    const char *const *folders; /* of the user, NULL after the last; NULL: none */
    Arena *arena;
    SourceTexts *texts;
    DiagSink sink;
} Library;

void library_open(Library *library, const char *const *folders);
void library_close(Library *library);
/* `name` is a module as `use` finds it in the working folder, or a file: then it has a
   / or ends in .koers. false: reported in the sink. */
bool library_read(Library *library, const char *name, Doc *doc);
/* All modules but those in the working folder, by name; a broken one has no summary. */
const Doc *library_all(Library *library, size_t *n);

#endif
