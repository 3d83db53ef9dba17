/* What a number is made of: the measures and aggregates in it, each where it stands,
   for `explain show M`. */
#ifndef KOERS_RUNTIME_RESOLVE_NUMBER_H
#define KOERS_RUNTIME_RESOLVE_NUMBER_H

#include "runtime/resolve/resolve.h"

enum { NUMBER_NONE = -1 };

typedef struct {
    unsigned depth;
    const char *name; /* as it is called or written */
    const char *text; /* what it is defined by; NULL: the name says it */
    int value;        /* item of the question */
    int rows;         /* item that counts the rows it takes; NUMBER_NONE */
    /* Of an aggregate over rows, as it is written: */
    const Leaf *leaf;          /* NULL: it is none */
    const char *argument;      /* NULL: rows are counted */
    const char *where;         /* joined by `and`; NULL: none */
    const char *as_of;         /* NULL */
    const char *begins, *ends; /* of a stock of `while`; NULL */
} NumberPart;

typedef struct {
    Question *question; /* one line, without keys */
    NumberPart *part;
    size_t n, cap;
} Number;

/* The measures of `ast` over all its lines together. false: they have no such value, or
   `ast` is broken; nothing is reported. */
bool number_resolve(Resolver *r, const AstQuestion *ast, Number *number);

/* Are the conditions on the rows of a list those of the part, or, unless `exact`, more?
   Of a stock the list says in its own way which rows count. */
bool number_same_rows(const NumberPart *part, const Question *list, bool exact);

#endif
