/* Currencies of ISO 4217: decimals and signs. */
#ifndef KOERS_RUNTIME_ALGEBRA_CURRENCY_H
#define KOERS_RUNTIME_ALGEBRA_CURRENCY_H

/* Decimals of its smallest unit; 2 for "" and for codes that are not known. */
int currency_digits(const char *code);
/* The sign people know it by, or NULL: the code is written. `dollar` is the currency
   that is written `$` alone; the others are US$, CA$ and so on. */
const char *currency_sign(const char *code, const char *dollar);

#endif
