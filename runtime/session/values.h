/* The texts that a dimension or column takes in the open store: for completion. */
#ifndef KOERS_RUNTIME_SESSION_VALUES_H
#define KOERS_RUNTIME_SESSION_VALUES_H

#include "runtime/base/intern.h"
#include "runtime/session/session.h"

enum { VALUES_MAX = 10000 };

/* Values of `name` (a dimension, an entity, then by its keys, or a column), each once,
   at most VALUES_MAX, without the empty one. `from` is what the question's rows are of,
   as written: a name, `(show ...)`, `$t`; NULL: nothing was said. `owner` is what stood
   before a dot: a source, an entity or a role; NULL: nothing did. Of what Koers itself
   knows there are also those that do not occur yet. Reports nothing and never fails: an
   unknown name, one that holds no texts and a store that cannot be read have none. When
   the session's stop flag is set meanwhile, there are those found so far. The pool
   belongs to the session and lasts until the next call; kept until the store changes.
 */
const Intern *session_values(Session *session, const char *from, const char *owner,
                             const char *name);

/* The source that is reached as `owner` before a dot; NULL: none. */
const Source *session_values_owner(const Model *model, const char *owner);

#endif
