/* How an indicator stands: a value against the target and the bounds of its time. */
#ifndef KOERS_RUNTIME_STEERING_STATUS_H
#define KOERS_RUNTIME_STEERING_STATUS_H

#include "runtime/model/steering.h"

typedef enum {
    STATUS_GREY,  /* there is no value, or nothing to hold it against */
    STATUS_GREEN, /* on target, or off it by no more than the tolerance */
    STATUS_AMBER, /* a warning, or off target and not yet an alarm */
    STATUS_RED,
    STATUSES
} SteerStatus;

extern const char *const steer_status_word[STATUSES];

/* The days that the target's value is of: those of its period. What is more in a longer
   time is, `by` a day, that of the period of the rhythm in which the day lies. */
DayRange steer_target_time(const Indicator *indicator, const Target *target);
/* The target of those days: the shortest `for` period around them, else the first `by`
   that is still to come, else the one without a period. NULL: none. */
const Target *steering_target(const Indicator *indicator, DayRange days);
/* Of these, the one that a value of those days is held against: a `by` only where its
   last day is one of them, and what is summed or counted over time not against a target
   for a longer time. NULL: none. */
const Target *steer_period_target(const Indicator *indicator, DayRange days);
/* Where that is none: of what is summed, the shortest one for a longer time, in which
   the days end, or a `by` at its end. NULL: none. */
const Target *steer_sum_target(const Indicator *indicator, DayRange days);
/* Does the value meet the bound? */
bool steering_meets(const Bound *bound, Decimal value);

/* What `warn` and `alarm` are about, and what the target is; the same, unless that is
   for a longer time, or not all of the period is known: then there is no `of_period`.
 */
typedef struct {
    Value of_target, of_period;
} HeldValues;

/* `target` may be NULL. */
SteerStatus steering_status(const Indicator *indicator, const Bound *target,
                            HeldValues held);

/* Is `made` at most the part `tolerance` of `want` away from it? */
bool steering_is_near(Decimal made, Decimal want, Decimal tolerance);

#endif
