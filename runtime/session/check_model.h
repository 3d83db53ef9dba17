/* `check model`: the model's claims against the data. */
#ifndef KOERS_RUNTIME_SESSION_CHECK_MODEL_H
#define KOERS_RUNTIME_SESSION_CHECK_MODEL_H

#include "runtime/session/driver.h"

/* A line per claim that does not hold (source, claim, finding, rows), none when all
   do; owned by the caller. NULL: reported. */
Result *check_model(Session *s, Span span);
extern const DriverColumns check_model_columns;

#endif
