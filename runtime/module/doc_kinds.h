/* Inside module/: the groups that a doc is printed in. */
#ifndef KOERS_RUNTIME_MODULE_DOC_KINDS_H
#define KOERS_RUNTIME_MODULE_DOC_KINDS_H

#include "runtime/module/doc.h"

typedef struct {
    AstStmtKind kind;
    const char *one, *many;
} DocKind;

enum { DOC_KINDS = 10 };

/* But for what is required, sources and reports. */
extern const DocKind doc_kinds[DOC_KINDS];

/* Entry number `i` or one behind it that is of the kind and stands in the source (NULL:
   in none); doc->count: there is none. */
size_t doc_next(const Doc *doc, size_t i, AstStmtKind kind, const char *source);

#endif
