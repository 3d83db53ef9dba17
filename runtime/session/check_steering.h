/* `check steering`: findings as an answer. */
#ifndef KOERS_RUNTIME_SESSION_CHECK_STEERING_H
#define KOERS_RUNTIME_SESSION_CHECK_STEERING_H

#include "runtime/session/internal.h"

/* One line per finding. Errors that are not waived count as alarms of the session,
   warnings as its warnings. NULL: it was stopped, and reported. */
Result *check_steering(Session *s);

#endif
