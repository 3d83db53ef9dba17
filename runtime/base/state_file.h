/* Files in the folder where programs keep what is a person's own:
   $XDG_STATE_HOME/koers, or ~/.local/state/koers. */
#ifndef KOERS_RUNTIME_BASE_STATE_FILE_H
#define KOERS_RUNTIME_BASE_STATE_FILE_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>

/* Adds the path of the file `name`; false: there is no home. */
bool state_path(StrBuf *path, const char *name);
/* Puts a piece behind the file in one write, so that several programs do not mix
   theirs; makes the folders. false: not written. */
bool state_append(const char *path, const char *data, size_t len);
/* Makes the folders above `path` that are not there. */
void state_make_folders(const char *path);

#endif
