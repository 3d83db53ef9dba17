/* What is logged beside the store, in STORE.koers: who looked at what, and what was
   decided. */
#ifndef KOERS_RUNTIME_SESSION_LOG_H
#define KOERS_RUNTIME_SESSION_LOG_H

#include "runtime/engine/sqlite/journal.h"
#include "runtime/session/driver.h"
#include "runtime/steering/steering.h"

/* Beside the file that the store is, whatever link it was opened by. NULL: there is no
   store to log beside. */
const char *log_file(Session *s);
/* Who is asked as, or who is logged in. */
const char *log_who(Session *s);
/* Warns at `span`, once a session, of what `own` reported: a report never fails for
   want of a log. */
void log_say_failed(Session *s, const DiagSink *own, Span span, const char *what);

/* Logs a look at each of the names of indicators, or at a report where there are none.
   What cannot be logged is a warning at `span`, once a session. */
void log_looks(Session *s, JournalLook look, const char *const *indicator, size_t n,
               Span span);
/* All that was logged so far; false: reported. */
bool log_read(Session *s, Journal *journal);
/* The same for steering, in the statement's arena; NULL: nothing is logged, or it could
   not be read, which was reported as a warning. Who sees some rows gets his own looks
   and nothing else. `off`: the holidays. */
const SteerLog *log_for_steering(Session *s, const DaysOff *off, Span span);

/* adoption.c: one line per indicator. NULL: reported. */
Result *adoption(Session *s, Span span);
extern const DriverColumns adoption_columns;

/* `decide`. false: reported. */
bool decide_check(Session *s, const AstStmt *stmt);
bool decide_run(Session *s, const AstStmt *stmt);

#endif
