/* What is sold, and its price lists. */
#ifndef KOERS_RUNTIME_DEMO_PRODUCTS_H
#define KOERS_RUNTIME_DEMO_PRODUCTS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

void products_make(Company *company);
void products_write(const Company *company, Rows *rows);
const char *products_family(int family);
/* Its prices against those of others, thousandths. */
int products_family_price(int family);
/* A product that is sold on that day; `family` -1: any. */
const Product *products_draw(const Company *company, Draw *draw, int family, Day day);
/* Cents, by the list of the day. */
int products_list_price(const Company *company, const Product *product, Day day);
int products_cost(const Company *company, const Product *product, Day day);

#endif
