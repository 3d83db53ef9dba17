/* The first time over a file: its form, its columns and what is wrong with it. */
#ifndef KOERS_RUNTIME_IMPORT_SURVEY_H
#define KOERS_RUNTIME_IMPORT_SURVEY_H

#include "runtime/import/import.h"

/* Opens the file and names its columns. `old` is the table that rows are added to, NULL
   for a new one. false: reported. */
bool survey_open(ImportFile *file, const ImportJob *job, const TableInfo *old,
                 Arena *arena, DiagSink *sink);

typedef struct {
    bool (*progress)(void *self, uint64_t done, uint64_t size);
    void *self;
} SurveyWatch;

/* Goes over all rows. ENGINE_FAILED: reported. */
EngineStatus survey_rows(ImportFile *file, const ImportJob *job, const TableInfo *old,
                         SurveyWatch watch, DiagSink *sink);

/* By its name in the store; NULL: there is none. */
Column *survey_column(const ImportFile *file, const char *name);

#endif
