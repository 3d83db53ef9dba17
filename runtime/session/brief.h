/* `brief`: the daily page, of what is due for a person or an audience on a day. */
#ifndef KOERS_RUNTIME_SESSION_BRIEF_H
#define KOERS_RUNTIME_SESSION_BRIEF_H

#include "runtime/session/internal.h"

/* Is there such an audience, and is it a day? false: reported. */
bool brief_check(Session *s, const AstStmt *stmt);
/* false: reported. Indicators that are red count as alarms of the session, amber ones
   as warnings. */
bool brief_run(Session *s, const AstStmt *stmt);

#endif
