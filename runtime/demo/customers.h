/* Who buys, in which markets, and what they may spend. */
#ifndef KOERS_RUNTIME_DEMO_CUSTOMERS_H
#define KOERS_RUNTIME_DEMO_CUSTOMERS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

/* Those who bought before the records begin. */
void customers_make(Company *company);
/* Somebody who has not bought yet; returns the index. */
int customers_add_prospect(Company *company, Draw *draw, Day day);
/* The prospect buys from that day on. */
void customers_win(Company *company, int customer, Day day);
/* One who buys on that day; large ones come more often. */
int customers_draw(const Company *company, Draw *draw, Day day);
void customers_write(const Company *company, Rows *rows);
const char *customers_segment(int segment);

#endif
