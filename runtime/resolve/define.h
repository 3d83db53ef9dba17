/* Inside resolve/: definitions, spread over declare.c, source.c and measure.c. */
#ifndef KOERS_RUNTIME_RESOLVE_DEFINE_H
#define KOERS_RUNTIME_RESOLVE_DEFINE_H

#include "runtime/resolve/resolve.h"

/* Columns of a source that stands on other sources or on answers. */
bool origin_derive(Resolver *r, const AstOrigin *ast, Source *source);
/* The origin and columns of a source that is what the statement prints; false:
   reported. */
bool origin_read(Resolver *r, const AstStmt *printed, Source *source);
/* The entity that a stack has from its parts: the first of them, or NULL. */
const Source *origin_entity(const Source *stack);
/* The nameless source that an answer is, of its columns alone; NULL: reported. */
const Source *origin_answer(Resolver *r, const AstQuestion *ast);
/* The expression of a column by name; reports an unknown one. */
const Expr *define_column(Resolver *r, const Source *source, AstName name);
/* Joins of a source onto the others, all of which are declared. */
bool define_link_source(Resolver *r, Source *source, bool last);
/* Between which times a row of `target` holds; none where it is not dated. */
bool define_join_dates(Resolver *r, Join *join, const Source *target,
                       const AstDated *dated);
/* tree.c: which row of a source stands above another. */
bool define_tree(Resolver *r, Source *source, const AstSourceItem *item);
/* All of it, or what it says of its rows. */
bool define_check_source(Resolver *r, Source *source);
bool define_check_rows(Resolver *r, Source *source);
/* What `ast` of the source says, but for joins: it becomes the last of the model. It
   has its name, title, span and index, and nothing else. */
bool define_source(Resolver *r, Source *source);
/* origin.c: likewise of an answer that is kept, and no source of the model. */
bool define_kept(Resolver *r, Source *source, KeptRows *kept);
/* Is it right for the rows of some source? Else what is wrong with it is said of the
   source that it fits best. */
typedef bool DefineFits(Resolver *r, Source *source, const void *what);
bool define_fits_somewhere(Resolver *r, DefineFits *fits, const void *what);
/* A dimension over all sources is right when it is for the rows of one of them. */
bool define_check_dimension(Resolver *r, const AstDimension *ast);
/* Resolves the definition once in an empty context, for its errors and its type. */
bool define_check_measure(Resolver *r, Measure *measure);

bool currency_declare(Resolver *r, const AstStmt *stmt);

#endif
