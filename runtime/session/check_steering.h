/* `check steering` and `map steering`: findings, and how it stands, as answers. */
#ifndef KOERS_RUNTIME_SESSION_CHECK_STEERING_H
#define KOERS_RUNTIME_SESSION_CHECK_STEERING_H

#include "runtime/session/driver.h"
#include "runtime/steering/steering.h"

/* One line per finding. Errors that are not waived count as alarms of the session,
   warnings as its warnings. NULL: it was stopped, and reported. */
Result *check_steering(Session *s, Span span);
/* map_steering.c: one line per objective and indicator, with the map that pages draw.
   NULL: it was stopped, and reported. */
Result *map_steering(Session *s, Span span);
extern const DriverColumns check_steering_columns, map_steering_columns;
/* A note that nothing of steering is declared. */
void steering_say_none(DriverTable *table);
/* What asks the questions of both; lives as long as the statement. */
SteerWorld steering_world(Session *s);
/* What was logged of looks and decisions, for the world; false: reported. */
bool steering_open_log(Session *s, SteerWorld *world, Span span);

#endif
