/* Inside steering/: what the checks share. Everything lives in the world's arena. */
#ifndef KOERS_RUNTIME_STEERING_CHECK_H
#define KOERS_RUNTIME_STEERING_CHECK_H

#include "runtime/steering/graph.h"
#include "runtime/steering/people.h"
#include "runtime/steering/status.h"
#include "runtime/steering/steering.h"

/* Values of an indicator in complete periods of a unit, the last one at the end. */
typedef struct {
    size_t node;
    AstUnit unit;
    DayRange days; /* that were asked for */
    bool failed;   /* it cannot be asked so; `why` says it */
    const char *why;
    DayRange *period;
    Value *value;
    bool *is_part;  /* it may become more, or only a part of the period is known */
    bool *is_short; /* only a part of the period is known */
    DayRange known; /* what the sources know anything of at all */
    size_t n;
} SteerHistory;

/* What an indicator was since a day up to the end of each period. */
typedef struct {
    const AstExpr *measure;
    const SteerHistory *of; /* the periods */
    DayRange time;          /* it ends with this at the latest */
    DayRange *days;         /* by their end; without those that have no value */
    Value *value;
    size_t n;
} SteerSince;

/* The names that a check could not look at for one reason; "": all. */
typedef struct {
    SteerCheck check;
    const char *why, *names;
} SteerOpen;

/* The time that a target is for. */
typedef struct {
    const DayRange *days; /* NULL: each period of `unit` */
    AstUnit unit;
} SteerTime;

/* The target that a formula above asks of one without. */
typedef struct {
    bool is_known;
    Decimal value;
    SteerTime time;
} Implied;

typedef struct {
    const SteerWorld *w;
    const Steering *steering;
    SteerFindings *findings;
    Graph graph;
    People people;
    SteerHistory **history;
    size_t n_history, cap_history;
    const SteerSince **since;
    size_t n_since, cap_since;
    SteerOpen *open; /* what could not be looked at */
    size_t n_open, cap_open;
    Implied *implied; /* by node */
} Checker;

/* What a finding is about. */
typedef struct {
    const char *kind;
    const SteerHead *head; /* NULL: all of it */
    Span span;             /* begin == end: the name of the head */
} Subject;

/* Which check found it, and how bad it is. */
typedef struct {
    SteerCheck check;
    SteerSeverity severity;
} Verdict;

Subject about_indicator(const Indicator *indicator);
Subject about_strategy(const Strategy *strategy);

/* Adds one finding; `todo` is what to do. The reason is a format. */
void steer_find(Checker *c, Verdict verdict, Subject about, const char *todo,
                const char *reason, ...) PRINTF_LIKE(5, 6);
/* What cannot be checked of it is said once, at the end of the check. */
void steer_leave_open(Checker *c, SteerCheck check, const char *name, const char *why);

/* Why who works here is not known, where `people.why` is set. */
const char *steer_why_nobody(const Checker *c);

/* A value as one would read it. */
const char *steer_text(const Checker *c, Type type, Decimal value);
/* With as many digits as it takes to tell it from the other one. */
const char *steer_text_beside(const Checker *c, Type type, Decimal value,
                              Decimal other);
const char *steer_percent(const Checker *c, Decimal part);
const char *steer_days(const Checker *c, DayRange days);
/* "`a`, `b` and `c`", in the order they are added. */
const char *steer_add_name(const Checker *c, const char *list, const char *name);

/* history.c: never NULL. */
const SteerHistory *steer_history(Checker *c, size_t node, AstUnit unit);
/* The same in those days, which begin and end with a unit. */
const SteerHistory *steer_history_in(Checker *c, size_t node, AstUnit unit,
                                     DayRange days);
/* The value in each of the days, where all of them are known. */
void steer_values_in(Checker *c, const Indicator *one, const DayRange *days, size_t n,
                     Value *value);
/* The value of `time` up to the end of period `at`, where all of it is known and that
   period has a value. */
Value steer_value_since(Checker *c, const Indicator *one, const SteerHistory *h,
                        size_t at, DayRange time);
/* Why it, or what a strategy wants of it, is grey in its period `at`, where it has any.
 */
const char *steer_why_grey(const Checker *c, const Indicator *one,
                           const SteerHistory *h, size_t at);
AstUnit steer_rhythm_unit(Rhythm rhythm);
PeriodUnit steer_period_unit(AstUnit unit);

/* wanted.c: the target that a formula counts with: its own for that time, what its
   targets for parts of it or for each period of the rhythm make, or what the formula
   above asks. false: none. */
bool steer_wanted_in(const Checker *c, size_t node, SteerTime time, Decimal *low,
                     Decimal *high);
/* The same; `days` NULL: for what its target is for, where it has a plain one or only
   one. */
bool steer_wanted(const Checker *c, size_t node, const DayRange *days, Decimal *low,
                  Decimal *high);

/* times.c: what the target is for; and in which time the formula of `one` makes it. */
SteerTime steer_time_of_target(const Checker *c, const Indicator *one,
                               const Target *target);
SteerTime steer_time_to_make(const Checker *c, const Indicator *one,
                             const Target *target);
/* The last one without a period; NULL: there is none. */
const Target *steer_plain_target(const Indicator *one);
/* " for 2026", or "" where there are no days; " for each month". */
const char *steer_for_days(const Checker *c, const DayRange *days);
const char *steer_for_time(const Checker *c, SteerTime time);
/* The same where its target is for each period of another length, else "". */
const char *steer_for_other_time(const Checker *c, const Indicator *one,
                                 SteerTime time);

/* The indicator of that name as if the strategy's target were its only one; NULL: there
   is none of that name any more. */
const Indicator *steer_goal(const Checker *c, const StrategyGoal *goal, size_t *node);

/* ">= 90%", "2 to 3" */
const char *steer_bound_text(const Checker *c, const Indicator *indicator,
                             const Bound *bound);

/* ">= 90% for 2025", "<= 3 by 2025-12-31", ">= 5" */
const char *steer_target_text(const Checker *c, const Indicator *one,
                              const Target *target);

/* standing.c: how an indicator, or what a strategy wants of it, stands in the period
   `at` of its history, where that has any. */
SteerStanding steer_standing(Checker *c, const Indicator *one, const SteerHistory *h,
                             size_t at);
/* The same of the last one. */
SteerShown steer_shown(Checker *c, const Indicator *one, const SteerHistory *h);
/* Of what has no history. */
SteerShown steer_shown_nothing(void);

/* check.c: nothing is read and found yet. */
void steer_begin(Checker *c, const SteerWorld *world, SteerFindings *findings);
/* Makes all checks; findings come as they are found. */
void steer_check(Checker *c, const SteerWorld *world, SteerFindings *findings);
void check_structure(Checker *c); /* A1 to A6 */
void check_meetings(Checker *c);  /* A7 to A11 */
void check_rhythm(Checker *c);    /* B */
void check_formulas(Checker *c);  /* C2, C3, and what they imply */
void check_sums(Checker *c);      /* C1, C4 to C10 */
void check_data(Checker *c);      /* D */
void check_alignment(Checker *c); /* E */

#endif
