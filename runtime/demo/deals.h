/* Deals: which there are, and the tables about them. */
#ifndef KOERS_RUNTIME_DEMO_DEALS_H
#define KOERS_RUNTIME_DEMO_DEALS_H

#include "runtime/demo/life.h"
#include "runtime/demo/rows.h"

enum { DEALS_SOURCES = 6 };

void deals_make(Company *company);
/* Stages, deals, their log, the shares of their owners. */
void deals_write(const Company *company, Rows *rows);
const char *deals_source(int source);
const char *deals_status(DealStatus status);

#endif
