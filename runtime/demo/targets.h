/* Targets of teams and persons, their profile, and what people expected. */
#ifndef KOERS_RUNTIME_DEMO_TARGETS_H
#define KOERS_RUNTIME_DEMO_TARGETS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

void targets_write(const Company *company, Rows *rows);
void forecasts_write(const Company *company, Rows *rows);

/* Cents invoiced (or another measure) by persons of the team in months [from, to). */
typedef enum { TAKEN_REVENUE, TAKEN_INTAKE, TAKEN_MARGIN, TAKEN_WON } Taken;
int64_t targets_taken(const Company *company, int team, Taken what,
                      const int months[2]);

#endif
