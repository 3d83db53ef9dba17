/* Inside resolve/: declarations of steering. What is reported makes the result false.
 */
#ifndef KOERS_RUNTIME_RESOLVE_STEERING_H
#define KOERS_RUNTIME_RESOLVE_STEERING_H

#include "runtime/resolve/resolve.h"

/* Puts its name into the model; the rest is filled in by the check, when all that it
   may name is declared. */
bool steering_declare(Resolver *r, const AstStmt *stmt);
/* Any other statement is right. */
bool steering_check(Resolver *r, const AstStmt *stmt);
bool steering_rhythm(Resolver *r, AstName name, Rhythm *rhythm);

/* What indicator.c and formula.c share with it. */
typedef struct {
    const char *what; /* "level" */
    const char *const *word;
    size_t first, n; /* the words are word[first, n) */
} SteerWords;

/* The number of the word that is written. */
bool steering_choose(Resolver *r, AstName name, SteerWords words, size_t *found);
/* Resolves `show ast [by D] for this year`; its first item is the expression. NULL:
   reported. */
Question *steering_ask(Resolver *r, const AstExpr *ast, const AstPath *by);
/* A constant that `measure` may be compared with; measure NULL: any number. */
bool steering_bound(Resolver *r, const AstExpr *measure, const AstSteeringItem *item,
                    Bound *bound);
Indicator *steering_find_indicator(Resolver *r, AstName name);
bool indicator_check(Resolver *r, Indicator *indicator, const AstSteeringItems *items);
/* Over which days it is measured, under another calendar; one that cannot be measured
   says so when it is asked. */
void indicator_reread(Resolver *r, Indicator *indicator);
/* formula.c: what an indicator measures: its measure, or its formula expanded. NULL:
   reported. */
const AstExpr *formula_measure(Resolver *r, const Indicator *indicator);

#endif
