/* ISO 4217 in what differs: currencies without two decimals, and those whose sign is
   plain to readers anywhere. */
#include "runtime/algebra/currency.h"

#include "runtime/base/compiler.h"

#include <stddef.h>
#include <string.h>

typedef struct {
    const char *code;
    int digits;
} Digits;

static const Digits without_two[] = {
    {"BHD", 3}, {"BIF", 0}, {"CLF", 4}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"IQD", 3},
    {"ISK", 0}, {"JOD", 3}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0}, {"KWD", 3}, {"LYD", 3},
    {"OMR", 3}, {"PYG", 0}, {"RWF", 0}, {"TND", 3}, {"UGX", 0}, {"UYI", 0}, {"UYW", 4},
    {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0}, {"XPF", 0},
};

typedef struct {
    const char *code, *sign;
} Sign;

static const Sign signs[] = {
    {"EUR", "€"},  {"GBP", "£"},   {"JPY", "¥"},   {"INR", "₹"},   {"KRW", "₩"},
    {"ILS", "₪"},  {"VND", "₫"},   {"UAH", "₴"},   {"USD", "US$"}, {"CAD", "CA$"},
    {"AUD", "A$"}, {"NZD", "NZ$"}, {"HKD", "HK$"}, {"MXN", "MX$"}, {"BRL", "R$"},
};

int currency_digits(const char *code)
{
    for (size_t i = 0; i < COUNT_OF(without_two); i++) {
        if (strcmp(without_two[i].code, code) == 0)
            return without_two[i].digits;
    }
    return 2;
}

const char *currency_sign(const char *code, const char *dollar)
{
    if (*code && strcmp(code, dollar) == 0)
        return "$";
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (strcmp(signs[i].code, code) == 0)
            return signs[i].sign;
    }
    return NULL;
}
