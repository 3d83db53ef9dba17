#include "runtime/import/sign.h"

#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"

#include <string.h>

typedef struct {
    const char *text; /* NULL: only the code is written */
    const char *code;
} Sign;

/* Longer texts before those that they end in. */
static const Sign signs[] = {
    {"%", "%"},     {"€", "EUR"},   {"US$", "USD"}, {"CA$", "CAD"}, {"A$", "AUD"},
    {"NZ$", "NZD"}, {"HK$", "HKD"}, {"MX$", "MXN"}, {"R$", "BRL"},  {"$", "$"},
    {"£", "GBP"},   {"¥", "JPY"},   {"₹", "INR"},   {"₩", "KRW"},   {"₪", "ILS"},
    {"₫", "VND"},   {"₴", "UAH"},   {"₺", "TRY"},   {"zł", "PLN"},  {"Kč", "CZK"},
    {NULL, "HUF"},  {"kr", "kr"},   {"Fr.", "CHF"}, {NULL, "SEK"},  {NULL, "NOK"},
    {NULL, "DKK"},  {NULL, "ISK"},  {NULL, "CNY"},  {NULL, "SGD"},  {NULL, "ZAR"},
    {NULL, "RON"},  {NULL, "BGN"},  {NULL, "AED"},  {NULL, "SAR"},  {NULL, "THB"},
    {NULL, "MYR"},  {NULL, "IDR"},  {NULL, "COP"},  {NULL, "CLP"},  {NULL, "ARS"},
    {NULL, "EGP"},  {NULL, "MAD"},  {NULL, "TWD"},
};

typedef struct {
    const char *at, *end;
} Piece;

static void cut_blanks(Piece *p)
{
    static const char *const blanks[] = {" ", "\xc2\xa0", "\xe2\x80\xaf"};
    for (size_t i = 0; i < COUNT_OF(blanks); i++) {
        size_t len = strlen(blanks[i]);
        while ((size_t)(p->end - p->at) >= len && !memcmp(p->at, blanks[i], len))
            p->at += len;
        while ((size_t)(p->end - p->at) >= len && !memcmp(p->end - len, blanks[i], len))
            p->end -= len;
    }
}

static bool cut_word(Piece *p, const char *word)
{
    size_t len = word ? strlen(word) : 0;
    if (!len || (size_t)(p->end - p->at) <= len)
        return false;
    if (!memcmp(p->at, word, len))
        p->at += len;
    else if (!memcmp(p->end - len, word, len))
        p->end -= len;
    else
        return false;
    cut_blanks(p);
    return true;
}

static const char *cut_sign(Piece *p)
{
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (cut_word(p, signs[i].text) || cut_word(p, signs[i].code))
            return signs[i].code;
    }
    return NULL;
}

/* A minus before or behind, or brackets around. */
static bool cut_minus(Piece *p)
{
    size_t len = (size_t)(p->end - p->at);
    if (!number_cut_below(&p->at, &len))
        return cut_word(p, "-");
    p->end = p->at + len;
    cut_blanks(p);
    return true;
}

const char *sign_find(const char *text, size_t len, char out[NUMBER_TEXT_MAX],
                      size_t *n)
{
    Piece p = {text, text + len};
    if (len < 2 || len + 2 > NUMBER_TEXT_MAX)
        return NULL;
    bool is_below = cut_minus(&p);
    const char *sign = cut_sign(&p);
    if (!sign)
        return NULL;
    is_below = is_below || cut_minus(&p);
    *n = 0;
    if (is_below)
        out[(*n)++] = '-';
    bool is_number = ascii_is_digit(*p.at) || *p.at == '.' || *p.at == ',';
    memcpy(out + *n, p.at, (size_t)(p.end - p.at));
    *n += (size_t)(p.end - p.at);
    out[*n] = 0;
    return is_number ? sign : NULL;
}
