/* The second time over a file: its rows go into the table. */
#ifndef KOERS_RUNTIME_IMPORT_LOAD_H
#define KOERS_RUNTIME_IMPORT_LOAD_H

#include "runtime/engine/sqlite/writer.h"
#include "runtime/import/import.h"
#include "runtime/import/survey.h"

/* The writer is ready for the columns of the file. Values that do not fit and keys that
   are empty or there twice are reported, up to DIAG_MAX; ENGINE_FAILED: reported. */
EngineStatus load_rows(ImportFile *file, StoreWriter *writer, SurveyWatch watch,
                       DiagSink *sink);

#endif
