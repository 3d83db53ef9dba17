/* Inside resolve/: attributes of an entity that is a key, of the lines or of `per`. */
#ifndef KOERS_RUNTIME_RESOLVE_ENTITY_H
#define KOERS_RUNTIME_RESOLVE_ENTITY_H

#include "runtime/resolve/scope.h"

bool entity_same_path(const AstPath *a, const AstPath *b);
/* The type of a key's values before any source is bound to it; `from` (or NULL) may
   name columns. Leaves *type alone when nothing is found. */
void entity_key_type(Resolver *r, const Source *from, const AstExpr *key, Type *type);
/* `path` as an attribute of the entity that `ast` names, for the key `key`:
   `customer.region` of `customer`. NULL: it is none; nothing is reported. */
const Expr *entity_attribute(Resolver *r, const AstExpr *ast, const AstPath *path,
                             const Expr *key);
/* Is it one? */
bool entity_has_attribute(Resolver *r, const AstExpr *ast, const AstPath *path);
/* What an attribute prints: the label where it is an entity itself. */
const Expr *entity_shown(Resolver *r, const Expr *attribute);
/* `name` as a dimension that the rows of the entity's own source reach; NULL likewise.
 */
const Expr *entity_dimension(Resolver *r, const AstExpr *ast, const AstExpr *name,
                             const Expr *key);
/* `customer under X` for the key `key` that `customer` names; NULL: reported. */
const Expr *entity_under(Resolver *r, const AstExpr *compare, const Expr *key);

#endif
