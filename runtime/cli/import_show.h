/* What an import has found, for people. */
#ifndef KOERS_RUNTIME_CLI_IMPORT_SHOW_H
#define KOERS_RUNTIME_CLI_IMPORT_SHOW_H

#include "runtime/import/import.h"

/* The form of a file and its columns, on standard error. */
void import_show(const ImportFile *file);

#endif
