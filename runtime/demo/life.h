/* The life of a deal: every change of it, from its draws alone. */
#ifndef KOERS_RUNTIME_DEMO_LIFE_H
#define KOERS_RUNTIME_DEMO_LIFE_H

#include "runtime/demo/company.h"

enum {
    LIFE_ENTRIES = 48,
    LIFE_LOST = 0, /* stages: 1 to 4 are open */
    LIFE_PROPOSAL = 3,
    LIFE_LAST_OPEN = 4,
    LIFE_WON = 5,
    LIFE_STAGES = 6,
    LIFE_LONGEST =
        138, /* days; what was decided was decided by then, if not reopened */
};

typedef enum {
    ENTRY_CREATED,
    ENTRY_STAGE,
    ENTRY_AMOUNT,
    ENTRY_EXPECTED,
    ENTRY_OWNER,
    ENTRY_CLOSED,
    ENTRY_REOPENED,
} EntryKind;

/* What changed, and the deal after it. */
typedef struct {
    EntryKind kind;
    int64_t at, recorded; /* seconds */
    DealStatus status;
    int stage;
    int owner;      /* index of the person */
    int64_t amount; /* -1: not known */
    Day expected;   /* DAY_NONE: not known */
} Entry;

typedef struct {
    Entry entry[LIFE_ENTRIES]; /* by time; no two at one moment */
    int n;
    Day proposed; /* when it first came into the stage of the quote; DAY_NONE: never */
} Life;

/* Up to today. */
void life_make(const Company *company, const Deal *deal, Life *life);
Day life_day(const Entry *entry);

#endif
