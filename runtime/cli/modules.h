/* The folders that modules are looked for in. */
#ifndef KOERS_RUNTIME_CLI_MODULES_H
#define KOERS_RUNTIME_CLI_MODULES_H

#include "runtime/base/strbuf.h"

enum { MODULE_FOLDERS = 2, MODULE_PATH_MAX = 4096 };

typedef struct {
    const char *folder[MODULE_FOLDERS + 1]; /* in order; NULL after the last */
    char text[1][MODULE_PATH_MAX];
} ModulePath;

/* Never fails; what is listed need not exist. */
void modules_find(ModulePath *path);

#endif
