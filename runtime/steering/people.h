/* Who works here, from the source that `staff` names. */
#ifndef KOERS_RUNTIME_STEERING_PEOPLE_H
#define KOERS_RUNTIME_STEERING_PEOPLE_H

#include "runtime/steering/steering.h"

typedef struct {
    const char *name, *role, *unit, *login; /* "": not said */
    Day from, until;                        /* [from, until); DAY_NONE: open */
} Person;

typedef struct {
    bool is_known;   /* `staff` is declared and could be read */
    const char *why; /* it could not; NULL: it could, or is not declared */
    Person *item;    /* in the order of their names: those of one person side by side */
    size_t n;
} People;

/* Over all rows; who sees some of them gets these, and what is said of himself. */
void people_read(People *people, const SteerWorld *world);
bool person_is_here(const Person *person, Day day);
/* Does the text name this person, or a role of his? */
bool person_is(const Person *person, const char *text);
/* People, each counted once, who are here on the day and that one of the texts names.
 */
size_t people_count(const People *people, const AstTexts *texts, Day day);
/* Do both texts name one person who is here on the day, or are they alike? */
bool people_meet(const People *people, const char *a, const char *b, Day day);

#endif
