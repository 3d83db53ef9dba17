/* What is logged of looking, deciding and expecting, beside a store: an SQLite file of
   the tables koers_log, koers_decisions and koers_forecasts. Rows are only added; each
   call is one transaction, and others that write at the same time are waited for. */
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

/* What somebody, or a method, expected of a period. Texts are never NULL; "": there is
   none. */
typedef struct {
    int64_t id, at;
    const char *kind;  /* forecast, commitment */
    const char *level; /* line; total: of the units beside it */
    const char *who;   /* made it, or stands for it */
    const char *entered_by;
    Day made; /* today, when it was made */
    const char *measure;
    const char *dimension, *member; /* of a unit: "region, family", "North, Bikes" */
    const char *periods;            /* month, fiscal quarter: the periods' unit */
    const char *period;
    Day starts_on, ends_on;       /* the last day */
    int64_t lead;                 /* 1: the period that was not over when it was made */
    const char *method, *made_of; /* as it was asked for; what it came to */
    const char *value, *p10, *p50, *p90; /* numbers */
    const char *unit;                    /* what they are: EUR, percent, count ... */
    const char *state;                   /* of the data it was made from */
    const char *parameters;              /* the clauses it was asked with */
    const char *question; /* what came, asked on any later day; "": cannot be asked */
} JournalForecast;

typedef struct {
    JournalLook *look;
    size_t n_look, cap_look;
    JournalDecision *decision;
    size_t n_decision, cap_decision;
    JournalForecast *forecast;
    size_t n_forecast, cap_forecast;
} Journal;

/* All of them or none. false: reported, as a store would be. */
bool journal_add_looks(const char *path, const JournalLook *look, size_t n,
                       DiagSink *sink);
bool journal_add_decision(const char *path, const JournalDecision *decision,
                          DiagSink *sink);
bool journal_add_forecasts(const char *path, const JournalForecast *forecast, size_t n,
                           DiagSink *sink);
/* In the order they were added, in the arena; nothing where there is no such file.
   false: reported. */
bool journal_read(const char *path, Arena *arena, Journal *journal, DiagSink *sink);

#endif
