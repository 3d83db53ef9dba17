/* What the company wants, by what it sees whether it gets there, and how it keeps at
   it. */
#ifndef KOERS_RUNTIME_DEMO_STEERING_H
#define KOERS_RUNTIME_DEMO_STEERING_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

void steering_write(const Company *company, Rows *rows);

#endif
