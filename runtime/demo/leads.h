/* Campaigns, what they cost, and the leads from which new business comes. */
#ifndef KOERS_RUNTIME_DEMO_LEADS_H
#define KOERS_RUNTIME_DEMO_LEADS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

/* Makes the leads and notes in each deal which one it came from. */
void leads_make(Company *company);
/* Cents, in that month; campaigns from 0. */
int64_t leads_campaign_cost(const Company *company, int campaign, int month);
/* The segment that it speaks to. */
int leads_target_group(const Company *company, int campaign);
void leads_write(const Company *company, Rows *rows);

#endif
