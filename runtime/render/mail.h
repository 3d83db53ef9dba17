/* A whole message for `sendmail -t`: RFC 5322 and MIME, the same said as plain text and
   as HTML. Lines end in LF, as sendmail takes them. */
#ifndef KOERS_RUNTIME_RENDER_MAIL_H
#define KOERS_RUNTIME_RENDER_MAIL_H

#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *from, *to; /* mail_is_address() */
    const char *subject;   /* any text */
    const char *host;      /* that the message is named by */
    int64_t seconds;       /* since 1970 in UTC, when it was written */
    uint64_t number;       /* parts messages of one second */
} MailHead;

/* `a@b` or `Name <a@b>`, or a list of such with commas: no line ends, and ASCII but for
   names, which are encoded. */
bool mail_is_address(const char *text);
void mail_add(StrBuf *sb, const MailHead *head, const char *text, const char *html);

#endif
