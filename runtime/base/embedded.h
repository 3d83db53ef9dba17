/* Texts of files that the program holds, put into it when it is built (EMBEDDED in the
   Makefile): modules, models of examples, styles of pages. */
#ifndef KOERS_RUNTIME_BASE_EMBEDDED_H
#define KOERS_RUNTIME_BASE_EMBEDDED_H

#include <stddef.h>

typedef struct {
    const char *name; /* from the root of the project: stdlib/sales/price.koers */
    const char *text; /* 0-terminated */
    size_t len;
} EmbeddedText;

/* In the order of the bytes of their names; a name of NULL stands behind the last. */
extern const EmbeddedText embedded_texts[];

/* NULL: there is none of that name. */
const EmbeddedText *embedded_find(const char *name);
/* The text of a file that is known to be there. */
const char *embedded_text(const char *name);

#endif
