/* Inside literal.c, compare.c, key_text.c: what rows and answers share. */
#ifndef KOERS_RUNTIME_RESOLVE_LITERAL_H
#define KOERS_RUNTIME_RESOLVE_LITERAL_H

#include "runtime/resolve/scope.h"

typedef struct {
    Resolver *r;
    ResolveChild child;
    const void *scope;
} Shared;

enum { ERRORS_ENOUGH = 1000 }; /* a list with more mistakes is not read on */

/* The child in the scope it stands in. */
const Expr *literal_child(const Shared *s, const AstExpr *ast);
/* The function of an operator; FN_COUNT for `under`. */
FnId literal_operator(AstOp op);
/* date + interval, or - with `back`; a moment keeps its time of day. */
const Expr *literal_shift(Resolver *r, const Expr *date, const AstExpr *interval,
                          bool back);

/* compare.c */
/* A bare four-digit number beside a period or a date is a year; NULL: it is none. */
const Expr *compare_year(Resolver *r, const Expr *other, const AstExpr *ast);
const Expr *compare_expr(const Shared *s, const AstExpr *ast);
const Expr *compare_between(const Shared *s, const AstExpr *ast);
const Expr *compare_in_list(const Shared *s, const AstExpr *ast);
const Expr *compare_in_period(const Shared *s, const AstExpr *ast);
const Expr *compare_empty(const Shared *s, const AstExpr *ast);

/* key_text.c */
typedef struct {
    const AstExpr *ast; /* maybe an entity */
    const Expr *value;  /* what it is */
    const AstExpr *text;
    const char *sign; /* between the two */
    Span span;        /* of the comparison */
} KeyText;

/* Reports an entity that is compared with a text though its key is none; false: it is
   another case, nothing is reported. */
bool key_text_report(const Shared *s, const KeyText *found);
/* Keeps the texts that this comparison holds against the key of an entity: whether
   there are such keys is known when rows are read. */
void key_text_meet(const RowScope *scope, const AstExpr *ast);
/* The same of `entity under TEXT`, where the label will do. */
void key_text_meet_label(Resolver *r, const Dim *entity, const AstExpr *compare);

#endif
