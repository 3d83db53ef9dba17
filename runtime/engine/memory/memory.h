/* Rows that are in memory: the answer to a question, or a loaded file. */
#ifndef KOERS_RUNTIME_ENGINE_MEMORY_MEMORY_H
#define KOERS_RUNTIME_ENGINE_MEMORY_MEMORY_H

#include "runtime/algebra/result.h"
#include "runtime/engine/engine.h"

/* An engine whose one table is `result`; it keeps a reference. Scans hand out its
   vectors (texts are codes of the result's pool, not of the scan's) and only ordinary
   lines: no subtotals, totals or others. Columns are found by title. The name of the
   table in a scan is not looked at. */
Engine *memory_engine_new(Result *result, const char *name);

/* Reads a CSV file whole; types are found from all its rows. NULL: reported. */
Result *memory_load_csv(const char *path, DiagSink *sink);

#endif
