/* Long output on a terminal goes through $PAGER, or less. */
#ifndef KOERS_RUNTIME_RENDER_PAGER_H
#define KOERS_RUNTIME_RENDER_PAGER_H

#include "runtime/base/strbuf.h"
#include "runtime/render/terminal.h"

#include <stdbool.h>

/* True when `text` does not fit on the terminal (its last line is left to the prompt).
 */
bool pager_is_needed(const StrBuf *text, const Terminal *terminal);
/* Shows `text` through $PAGER, which may have arguments, or `less -FRX`; false: it was
   not shown (no such program, or PAGER is empty or cat), so the caller prints it. */
bool pager_show(const StrBuf *text);

#endif
