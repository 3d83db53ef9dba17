/* Fixed costs with their days, and what is in the bank. */
#ifndef KOERS_RUNTIME_DEMO_MONEY_H
#define KOERS_RUNTIME_DEMO_MONEY_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

/* Cents: mean of what was invoiced a month in the first year. */
int64_t money_monthly_revenue(const Company *company);
void money_write(const Company *company, Rows *rows);

#endif
