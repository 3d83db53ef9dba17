/* What customers may spend, and what is planned with the large ones. */
#ifndef KOERS_RUNTIME_DEMO_WALLETS_H
#define KOERS_RUNTIME_DEMO_WALLETS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

/* Once the orders are made. */
void wallets_write(const Company *company, Rows *rows);

#endif
