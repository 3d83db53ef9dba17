/* Stores that are SQLite databases. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_SQLITE_H
#define KOERS_RUNTIME_ENGINE_SQLITE_SQLITE_H

#include "runtime/engine/engine.h"

/* Opens the store at `path` for reading only. NULL: reported with an E08 code. The
   caller closes it with ops->close. */
Engine *sqlite_engine_open(const char *path, DiagSink *sink);
/* The library's version, "3.40.1". */
const char *sqlite_engine_version(void);

#endif
