/* What is due to be looked at on a day, and how it stands. The day is `today` of the
   world. */
#ifndef KOERS_RUNTIME_STEERING_BRIEF_H
#define KOERS_RUNTIME_STEERING_BRIEF_H

#include "runtime/steering/steering.h"

/* Whose indicators; both NULL: all. */
typedef struct {
    const Audience *audience;
    const char *person;  /* a name or a role */
    const Audience *own; /* that they are known to belong to; NULL: by `members` only */
} BriefWho;

/* One indicator, in the arena of the world. */
typedef struct {
    const Indicator *indicator;
    Day next;           /* when it is looked at next, where it is not due */
    const char *owner;  /* "": nobody */
    SteerShown now;     /* of what is due, in its last period */
    Value before;       /* in the one that was seen last, or else in the one before;
                           empty where one of the two is known in part */
    const char *since;  /* that period; "": there is none */
    const Value *trend; /* the last periods, the newest at the end */
    size_t n_trend;
} BriefLine;

typedef struct {
    BriefLine *due; /* what is worst first, then as declared */
    size_t n_due;
    BriefLine *later; /* the rest, without values, the soonest first */
    size_t n_later;
    const char **person; /* whose names or roles `who` says, once each; they are here */
    size_t n_person;
    bool is_known;  /* something is declared for them, or `staff` knows them */
    bool is_silent; /* `staff` could not be read, so nobody is known by a role */
} Brief;

/* Is it looked at on that day? Once in each period of its rhythm, on the first working
   day; every day, where that is the rhythm. */
bool steering_is_due(Rhythm rhythm, const DaysOff *off, Day day);
/* The first such day after that one; DAY_NONE: there is none within two periods. */
Day steering_next_due(Rhythm rhythm, const DaysOff *off, Day day);

/* Looks at an indicator, in any order. */
typedef struct {
    Rhythm rhythm;
    const DaysOff *off;
    const Day *day;
    size_t n;
} SteerLooks;

/* How many looks were due in those days, the last of which is not over, and how many
   were kept: one in each period of the rhythm, of working days where it is daily. A
   period that goes on counts once it is kept. Adds to both. */
void steering_count_kept(const SteerLooks *looks, DayRange days, int *due, int *held);

/* false: it was stopped. */
bool steering_brief(const SteerWorld *world, const BriefWho *who, const DaysOff *off,
                    Brief *brief);

#endif
