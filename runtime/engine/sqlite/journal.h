/* What is logged of looking and deciding, beside a store: an SQLite file of two tables,
   koers_log and koers_decisions. Rows are only added; each call is one transaction,
   and others that write at the same time are waited for. */
#ifndef KOERS_RUNTIME_ENGINE_SQLITE_JOURNAL_H
#define KOERS_RUNTIME_ENGINE_SQLITE_JOURNAL_H

#include "runtime/base/civil.h"
#include "runtime/diag/diag.h"

/* Somebody looked at it. */
typedef struct {
    int64_t id, at;   /* when it was logged, in local time; of rows that were read */
    const char *who;  /* never NULL */
    const char *kind; /* brief, report */
    const char *name; /* of the report; of whom the brief is for; "": all */
    const char *indicator; /* "": of a report */
    Day day;               /* that the page is of */
} JournalLook;

typedef struct {
    int64_t id, at; /* likewise */
    const char *who, *indicator, *decision;
    const char *owner; /* "": not said */
    Day day, due;      /* due: DAY_NONE, not said */
} JournalDecision;

typedef struct {
    JournalLook *look;
    size_t n_look, cap_look;
    JournalDecision *decision;
    size_t n_decision, cap_decision;
} Journal;

/* All of them or none. false: reported, as a store would be. */
bool journal_add_looks(const char *path, const JournalLook *look, size_t n,
                       DiagSink *sink);
bool journal_add_decision(const char *path, const JournalDecision *decision,
                          DiagSink *sink);
/* In the order they were added, in the arena; nothing where there is no such file.
   false: reported. */
bool journal_read(const char *path, Arena *arena, Journal *journal, DiagSink *sink);

#endif
