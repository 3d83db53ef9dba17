/* Finding modules: a.b is a/b.koers in one of some folders, or a text that the program
   holds. */
#ifndef KOERS_RUNTIME_MODULE_FIND_H
#define KOERS_RUNTIME_MODULE_FIND_H

#include "runtime/base/arena.h"
#include "runtime/base/embedded.h"
#include "runtime/diag/diag.h"

#include <stdbool.h>

typedef struct {
    const char *file; /* its path; NULL: the program holds it */
    const char *root; /* the folder it was found in; NULL likewise */
    const EmbeddedText *text;
} Module;

/* Where modules are looked for, the first that has it. */
typedef struct {
    const char *root;           /* of who asks; NULL: none */
    const char *const *folders; /* of the user, NULL after the last; NULL: none */
} ModulePath;

/* `name` is a.b; paths are made in `arena`. false: there is none. */
bool module_find(Arena *arena, const ModulePath *path, const char *name, Module *found);
/* Reports that there is none; `span` NULL: of no script. */
void module_report_missing(DiagSink *sink, const ModulePath *path, const char *name,
                           const Span *span);
/* How a module that the program holds is called in messages: <a.b>. */
const char *module_shown(Arena *arena, const char *name);

typedef void ModuleOffer(void *self, const char *name);
/* All that can be found, but for those in the root; a name may come twice. */
void module_offer_names(Arena *arena, const ModulePath *path, ModuleOffer *offer,
                        void *self);

#endif
