/* The calendar with its holidays, and rates of exchange. */
#ifndef KOERS_RUNTIME_DEMO_DAYS_H
#define KOERS_RUNTIME_DEMO_DAYS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

void days_write(const Company *company, Rows *rows);

#endif
