/* The user's own folders of modules: $KOERS_PATH. */
#ifndef KOERS_RUNTIME_CLI_MODULES_H
#define KOERS_RUNTIME_CLI_MODULES_H

#include "runtime/base/arena.h"

/* Folders parted by `:`, NULL after the last; empty ones are left out. */
const char *const *modules_folders(Arena *arena);

#endif
