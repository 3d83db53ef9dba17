/* Which columns of a source the definitions of the model use. */
#ifndef KOERS_RUNTIME_SESSION_USED_H
#define KOERS_RUNTIME_SESSION_USED_H

#include "runtime/base/arena.h"
#include "runtime/model/model.h"

/* One flag per column of `source`, in `arena`: false where no definition speaks of it.
   Where that cannot be told (sources that stand on other sources) all are true. */
bool *used_columns(const Model *model, const Source *source, Arena *arena);

#endif
