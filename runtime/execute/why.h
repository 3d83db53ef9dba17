/* Inside execute/: the answer to `why`, made of answers to plain questions. */
#ifndef KOERS_RUNTIME_EXECUTE_WHY_H
#define KOERS_RUNTIME_EXECUTE_WHY_H

#include "runtime/algebra/split.h"
#include "runtime/execute/internal.h"

/* A part as it was answered. */
typedef struct {
    const Question *question; /* the part */
    WhyKind kind;             /* of the whole: a part may hold more */
    Result *from;             /* its answer; owned */
    Arena *arena;
    uint32_t n; /* members with a value now or before */
    uint32_t *line;
    SplitMember *member; /* in order of the lines */
    uint32_t *order;     /* the largest first */
    uint32_t whole;      /* the line of all together */
    bool known;          /* there is a change: both sides have a value */
    SplitMember total;
    Decimal score; /* how much three members differ from a change of all alike, or how
                      far apart the members' prices are */
} WhyPart;

/* Values that a member has on each side. */
int why_sides(const WhyPart *part);
/* Places of the values in the answer to the part: column of M now, or its numerator and
   denominator, or M and quantity; then before. */
size_t why_column(const WhyPart *part, bool before, int i);

/* Has M, or what it is compared with, a value over all members? */
bool why_is_known(const WhyPart *part, bool before);
/* Adds all that a member has. false: beyond 76 digits. */
bool why_add(SplitMember *to, const SplitMember *member);

/* The answer of part[0], the chosen one; the others are spoken of. NULL: reported. */
typedef struct {
    const WhyPart *part;
    size_t n;
    bool all; /* members are not made one line, unless that is asked for */
} WhyParts;

Result *why_emit(const Executor *ex, const Question *q, const WhyParts *parts);
/* why_steps.c: gives an answer without subtotals the steps of its waterfall: from X
   over its members, or where those are told apart by price or not at all over the
   reasons. */
void why_add_steps(const Executor *ex, const Question *q, Result *result);

#endif
