/* What `help` says. */
#ifndef KOERS_RUNTIME_PROMPT_HELP_H
#define KOERS_RUNTIME_PROMPT_HELP_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* The overview for an empty topic. false: no such topic; `sb` says what is near. Lines
   are broken to `width` cells; 0: they are not. */
bool help_print(StrBuf *sb, const char *topic, unsigned width);
/* Appends the lines of an ASCII text, broken at blanks with a hanging indent. */
void help_add(StrBuf *sb, const char *text, unsigned width);
/* Names of topics in order; NULL after the last. */
const char *help_topic_at(size_t index);

#endif
