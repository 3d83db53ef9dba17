#include "runtime/init/role.h"

#include "runtime/base/ascii.h"
#include "runtime/init/words.h"

#include <string.h>

static const struct {
    NumberRole role;
    const char *words;
} roles[] = {
    {ROLE_NONE,
     "id key code cd no nr number num zip postal postcode phone fax lat latitude "
     "lng lon longitude version revision row line seq sequence sort position "
     "pos index idx step year month week day quarter hour ref jaar maand "
     "nummer regel zeile fk pk"},
    {ROLE_RATE, "rate percent percentage pct perc ratio share probability chance "
                "conversion discount margin factor fraction korting rabatt"},
    {ROLE_PRICE, "price prijs preis prs prc tariff tarief msrp"},
    {ROLE_LEVEL,
     "stock level hand balance inventory capacity reorder saldo score rating "
     "temperature min max minimum maximum limit threshold size height width "
     "length age voorraad"},
    {ROLE_QUANTITY, "quantity qty units pieces count items weight volume hours minutes "
                    "seconds duration clicks visits views impressions downloads seats "
                    "points days visitors sessions employees headcount aantal stuks "
                    "menge anzahl"},
    {ROLE_MONEY,
     "amount amt total subtotal sum sales revenue turnover cost costs value "
     "freight shipping tax vat fee fees charge charges budget target quota "
     "goal spend spent expense expenses profit income payment paid commission "
     "bonus salary wage refund credit debit cents net gross due bedrag omzet kosten "
     "betrag umsatz"},
};

/* The word that says most is the last one: line_total is a total. */
static NumberRole role_of_words(const char *snake)
{
    char word[64];
    const char *end = snake + strlen(snake);
    while (end > snake) {
        const char *begin = end;
        while (begin > snake && begin[-1] != '_')
            begin--;
        size_t len = (size_t)(end - begin);
        if (len < sizeof word) {
            memcpy(word, begin, len);
            word[len] = '\0';
            for (size_t i = 0; i < COUNT_OF(roles); i++) {
                if (words_is_any(word, roles[i].words))
                    return roles[i].role;
            }
        }
        end = begin > snake ? begin - 1 : snake;
    }
    return ROLE_UNKNOWN;
}

static bool counts_things(const char *snake)
{
    static const char *const begin[] = {"number_of_", "no_of_", "nr_of_", "num_",
                                        "count_",     "n_",     "number_"};
    for (size_t i = 0; i < COUNT_OF(begin); i++) {
        size_t len = strlen(begin[i]);
        if (!strncmp(snake, begin[i], len) && snake[len])
            return true;
    }
    return false;
}

/* A rate is at most 1, or a percentage; a discount beyond that is an amount. */
static NumberRole role_of_rate(const DraftColumn *column)
{
    enum { WHOLE = 100 };
    const ColumnStats *stats = column->stats;
    bool is_percent = words_has_any(column->snake, "percent percentage pct perc");
    if (stats->low >= 0 && stats->high <= 1)
        return ROLE_RATE;
    if (is_percent && stats->low >= -WHOLE && stats->high <= WHOLE)
        return ROLE_PERCENT;
    return words_has_any(column->snake, "discount margin korting rabatt") ? ROLE_MONEY
                                                                          : ROLE_PRICE;
}

/* 0 and 1 are a condition, where the name does not say that they are counted. */
static bool is_flag(const DraftColumn *column, NumberRole role)
{
    static const char begin[] = "is has was can flag";
    const ColumnStats *stats = column->stats;
    if (!stats->filled || stats->booleans < stats->filled)
        return false;
    size_t len = strcspn(column->snake, "_");
    char word[8];
    if (column->snake[len] && len < sizeof word) {
        memcpy(word, column->snake, len);
        word[len] = '\0';
        if (words_is_any(word, begin))
            return true;
    }
    return stats->distinct == 2 && (role == ROLE_UNKNOWN || role == ROLE_MONEY);
}

NumberRole role_of(const DraftColumn *column)
{
    static const char per_one[] =
        "unit list standard std per each piece avg average mean";
    if (counts_things(column->snake))
        return ROLE_QUANTITY;
    NumberRole role = role_of_words(column->snake);
    if (is_flag(column, role))
        return ROLE_FLAG;
    if (role == ROLE_RATE)
        return words_has_any(column->snake, "amount amt") ? ROLE_MONEY
                                                          : role_of_rate(column);
    bool is_per_one = role == ROLE_MONEY && words_has_any(column->snake, per_one);
    return is_per_one ? ROLE_PRICE : role;
}

bool role_is_line_total(const DraftColumn *column)
{
    return role_of(column) == ROLE_MONEY &&
           !words_has_any(column->snake, "cost costs tax vat freight shipping fee fees "
                                         "discount kosten btw due paid") &&
           words_has_any(column->snake,
                         "amount amt total subtotal sales revenue extended net gross "
                         "value bedrag omzet betrag umsatz");
}

/* Codes that are no words of names. */
static const char plain_codes[] = "eur usd gbp chf jpy cny sek nok dkk pln czk cad aud "
                                  "nzd inr brl zar huf ron mxn sgd hkd krw";

static bool is_code(const char *text)
{
    enum { CODE_LEN = 3 };
    size_t n = 0;
    while (text[n] && ascii_is_alpha(text[n]))
        n++;
    return n == CODE_LEN && !text[n];
}

static const char *in_capitals(Arena *arena, const char *text)
{
    char *code = arena_strdup(arena, text);
    for (char *c = code; *c; c++)
        *c = ascii_upper(*c);
    return code;
}

static bool code_in_name(Arena *arena, const char *snake, Currencies *out)
{
    for (const char *at = plain_codes; *at;) {
        size_t len = strcspn(at, " ");
        const char *code = arena_strndup(arena, at, len);
        if (words_has(snake, code)) {
            *out = (Currencies){.code = {in_capitals(arena, code)}, .n = 1};
            out->why = "the currency stands in its name";
            return true;
        }
        at += len + (at[len] == ' ');
    }
    return false;
}

static bool is_currency(const DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    if (column->info->type.kind != VALUE_TEXT || !stats->n_example ||
        !words_can_write(column->info->name) ||
        !words_has_any(column->snake, "currency curr valuta cur waehrung"))
        return false;
    for (size_t i = 0; i < stats->n_example; i++) {
        if (!is_code(stats->example[i]))
            return false;
    }
    return true;
}

static bool code_in_column(Arena *arena, const DraftTable *table, const char *role,
                           Currencies *out)
{
    for (size_t i = 0; i < table->n_column; i++) {
        const DraftColumn *column = &table->column[i];
        if (!is_currency(column))
            continue;
        *out = (Currencies){.n = column->stats->n_example,
                            .has_more = column->stats->has_more_examples};
        for (size_t k = 0; k < out->n; k++)
            out->code[k] = in_capitals(arena, column->stats->example[k]);
        const char *name = words_reference(arena, column->info->name);
        bool is_one = out->n == 1 && !out->has_more;
        if (!is_one)
            out->column = role ? arena_printf(arena, "%s.%s", role, name) : name;
        out->why =
            is_one ? arena_printf(arena, "%s is all there is in %s of %s", out->code[0],
                                  column->info->name, table->info->name)
                   : "one per currency";
        return true;
    }
    return false;
}

Currencies role_currencies(Arena *arena, const DraftTable *table,
                           const DraftColumn *column)
{
    Currencies found = {.n = 0};
    if (code_in_name(arena, column->snake, &found) ||
        code_in_column(arena, table, NULL, &found))
        return found;
    for (size_t i = 0; i < table->n_join; i++) {
        const DraftJoin *join = &table->join[i];
        const char *role = join->role ? join->role : join->target->name;
        if (code_in_column(arena, join->target, words_reference(arena, role), &found))
            return found;
    }
    return found;
}
