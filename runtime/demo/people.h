/* Units with their history, and who works in them. */
#ifndef KOERS_RUNTIME_DEMO_PEOPLE_H
#define KOERS_RUNTIME_DEMO_PEOPLE_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

enum { PEOPLE_BUSINESS_UNITS = 3 };
typedef enum { PEOPLE_NORTH, PEOPLE_SOUTH, PEOPLE_EXPORT } BusinessUnit;

void people_make(Company *company);
void people_write(const Company *company, Rows *rows);
/* Index of the person who has the seat on that day; before all of them the first. */
int people_at(const Company *company, int seat, Day day);
/* A seat of the business unit that somebody had on that day; 0 if there is none. */
int people_draw_seat(const Company *company, Draw *draw, BusinessUnit unit, Day since);
/* The first person with that role, as an index. */
int people_with_role(const Company *company, const char *role, int nth);
/* Index of the unit row that holds now; 0 is the company. */
int people_unit_row(const Company *company, int id);

#endif
