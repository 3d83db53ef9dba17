/* `koers demo`: the store of a company that does not exist, made from a seed. */
#ifndef KOERS_RUNTIME_DEMO_DEMO_H
#define KOERS_RUNTIME_DEMO_DEMO_H

#include "runtime/base/civil.h"
#include "runtime/diag/diag.h"

#include <signal.h>

enum {
    DEMO_SMALL = 20000,
    DEMO_MEDIUM = 200000,
    DEMO_LARGE = 2000000,
    DEMO_LEAST = 5000,
    DEMO_MOST = 10000000,
    DEMO_FIRST_YEAR = 1990, /* of the last day */
    DEMO_LAST_YEAR = 2100,
};

typedef struct {
    const char *store; /* there is no such file yet */
    Day today;         /* the last day of the data */
    int64_t lines;     /* of orders, about; DEMO_LEAST to DEMO_MOST */
    uint64_t seed;
    const volatile sig_atomic_t *stop; /* NULL: nothing stops it */
} DemoJob;

typedef struct {
    int64_t orders, lines, customers, deals, people;
    Day start; /* first day with an order */
} DemoReport;

typedef enum { DEMO_MADE, DEMO_FAILED, DEMO_STOPPED } DemoStatus;

/* Writes the whole store or none of it; DEMO_FAILED was reported. The same job gives
   the same rows on any machine, and with the same release of SQLite the same bytes. */
DemoStatus demo_write_store(const DemoJob *job, DiagSink *sink, DemoReport *report);

#endif
