/* Quotes: chains of revisions, of deals that came as far. */
#ifndef KOERS_RUNTIME_DEMO_QUOTES_H
#define KOERS_RUNTIME_DEMO_QUOTES_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

/* Numbers them, and notes in each won deal which one was accepted. */
void quotes_make(Company *company);
void quotes_write(const Company *company, Rows *rows);

#endif
