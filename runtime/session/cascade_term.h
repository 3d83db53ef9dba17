/* Inside cascade: what stands in a definition or in the formula of an indicator, and
   what it is made of in turn. What is made lies in the statement's arena. */
#ifndef KOERS_RUNTIME_SESSION_CASCADE_TERM_H
#define KOERS_RUNTIME_SESSION_CASCADE_TERM_H

#include "runtime/session/driver.h"

/* Does it grow with time, is it a state (or a number of different things), or a ratio?
 */
typedef enum { CASCADE_RATE, CASCADE_STOCK, CASCADE_FLOW } CascadeKind;

typedef struct {
    const AstExpr *ast;         /* over measures; NULL: there is nothing of the name */
    const Source *source;       /* of the names in `ast` */
    const Indicator *indicator; /* whose measure it is, or whose formula; NULL: none */
    const AstExpr *formula;     /* over indicators: the same as `ast`; NULL: none */
} CascadeTerm;

typedef struct {
    CascadeTerm term;
    bool divides; /* or is taken off */
} TermPart;

/* What the name of a driver means: an indicator, where there is no such measure. */
CascadeTerm term_named(Session *s, const AstPath *path);
CascadeTerm term_of_formula(Session *s, const Indicator *indicator);
/* As people call it. */
const char *term_name(Session *s, CascadeTerm term);
/* The same, to be asked outside of its source. */
CascadeTerm term_free(Session *s, CascadeTerm term);
bool term_is_constant(CascadeTerm term);
/* Is it a measure with a name, and not that of an indicator? */
bool term_is_measure(const Session *s, CascadeTerm term);
/* Are they the same measure, or the same indicator? */
bool term_same(const Session *s, CascadeTerm a, CascadeTerm b);
CascadeKind term_kind(Session *s, CascadeTerm term);

/* What it is made of: a chain, or another measure's name. false: nothing that can be
   read on its own. */
bool term_made_of(Session *s, CascadeTerm term, CascadeTerm *of);
/* Its parts, of what term_made_of found. */
uint32_t term_parts(CascadeTerm of);
TermPart term_part(Session *s, CascadeTerm of, uint32_t i);
/* Of factors, or one name; else of parts that are added and taken off. */
bool term_is_flat(CascadeTerm of);
/* A sum of what is counted from before the period on. Its parts grow by themselves. */
bool term_accumulates(Session *s, CascadeTerm of);

#endif
