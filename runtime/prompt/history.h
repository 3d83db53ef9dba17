/* The history of the prompt as a file: one entry per statement, however many lines it
   has, with the second it was run. Several prompts append to the same file. */
#ifndef KOERS_RUNTIME_PROMPT_HISTORY_H
#define KOERS_RUNTIME_PROMPT_HISTORY_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

enum { HISTORY_MAX = 5000 }; /* entries read, the newest ones */

/* Appends `#seconds` and the lines of the entry; a line that begins with # or \ gets
   a \ before it, so that every text comes back. */
void history_encode(StrBuf *sb, int64_t seconds, const char *text, size_t len);

typedef void HistoryEntry(void *self, int64_t seconds, const char *text);
/* Calls `entry` for each of the newest HISTORY_MAX entries, oldest first. A damaged
   end is passed over; lines before the first `#` are an entry each. */
void history_decode(const char *data, size_t len, HistoryEntry *entry, void *self);

/* $XDG_STATE_HOME/koers/history, or under ~/.local/state; false: no home. */
bool history_path(StrBuf *path);
/* Adds one entry in one write; makes the folders. false: not written. */
bool history_append(const char *path, int64_t seconds, const char *text);
void history_load(const char *path, HistoryEntry *entry, void *self);

/* Is it worth keeping? Not what begins with a blank, is empty or repeats `last`. */
bool history_wants(const char *text, const char *last);

#endif
