/* What `help` says. */
#ifndef KOERS_RUNTIME_PROMPT_HELP_H
#define KOERS_RUNTIME_PROMPT_HELP_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* The overview for an empty topic. false: no such topic; `sb` says what is near. */
bool help_print(StrBuf *sb, const char *topic);
/* Names of topics in order; NULL after the last. */
const char *help_topic_at(size_t index);

#endif
