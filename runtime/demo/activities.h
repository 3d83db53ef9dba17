/* Calls, visits and mails: planned, done or forgotten. */
#ifndef KOERS_RUNTIME_DEMO_ACTIVITIES_H
#define KOERS_RUNTIME_DEMO_ACTIVITIES_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

void activities_write(const Company *company, Rows *rows);

#endif
