/* Measures: rows, price times quantity, sums of what adds up, means of what does not.
 */
#include "runtime/init/role.h"
#include "runtime/init/words.h"

#include <string.h>

enum {
    RANK_COUNT = 1,
    RANK_MEAN,
    RANK_QUANTITY,
    RANK_AMOUNT,
    RANK_TOTAL,
    RANK_REVENUE
};

static void add_measure(Draft *draft, DraftTable *table, DraftItem item)
{
    ARENA_PUSH(draft->arena, table->measure, table->n_measure, table->cap_measure,
               item);
}

static void add_count(Draft *draft, DraftTable *table)
{
    DraftItem item = {.base = table->name, .value = "count()", .rank = RANK_COUNT};
    add_measure(draft, table, item);
}

/* One measure where the currency is known or nobody knows it, else one per currency. */
static void add_money(Draft *draft, DraftTable *table, const DraftColumn *column,
                      DraftItem item)
{
    Currencies money = role_currencies(draft->arena, table, column);
    if (money.has_more) {
        draft_note(draft, table, "%s: amounts in many currencies, which do not add up",
                   column->info->name);
        return;
    }
    draft->has_money |= !money.n;
    for (size_t i = 0; i < money.n; i++) {
        DraftItem one = item;
        one.kind = arena_printf(draft->arena, "money(%s)", money.code[i]);
        one.why = arena_printf(draft->arena, "%s; %s", item.why, money.why);
        if (money.column) {
            one.base = arena_printf(draft->arena, "%s_%s", item.base,
                                    words_snake(draft->arena, money.code[i]));
            one.where =
                arena_printf(draft->arena, "%s = \"%s\"", money.column, money.code[i]);
        }
        add_measure(draft, table, one);
    }
    if (!money.n)
        add_measure(draft, table, item);
}

static bool is_number(const DraftColumn *column)
{
    return column->info->type.kind == VALUE_NUMBER && !column->is_spent &&
           !column->stats->misfits && column->stats->filled &&
           words_can_write(column->info->name);
}

/* Words of what a piece costs who sells it. */
static const char cost_words[] = "cost costs kosten";
static const char pieces[] =
    "quantity qty units pieces aantal stuks menge anzahl count";

/* The only column of numbers with that role whose last word is one of `last`, or any;
   NULL: none, or several. */
static DraftColumn *find_only(DraftTable *table, NumberRole role, const char *last)
{
    DraftColumn *found = NULL;
    for (size_t i = 0; i < table->n_column; i++) {
        DraftColumn *column = &table->column[i];
        if (!is_number(column) || role_of(column) != role ||
            (last && !words_is_any(words_last(column->snake), last)))
            continue;
        if (found)
            return NULL;
        found = column;
    }
    return found;
}

static const DraftColumn *find_discount(DraftTable *table)
{
    static const char words[] = "discount pct percent percentage rate korting rabatt";
    const DraftColumn *discount = find_only(table, ROLE_RATE, words);
    discount = discount ? discount : find_only(table, ROLE_PERCENT, words);
    bool is_one = discount && words_has_any(discount->snake, "discount korting rabatt");
    return is_one ? discount : NULL;
}

static bool has_line_total(const DraftTable *table)
{
    for (size_t i = 0; i < table->n_column; i++) {
        if (is_number(&table->column[i]) && role_is_line_total(&table->column[i]))
            return true;
    }
    return false;
}

/* What is paid for a piece: the only price, or the only one that says so. */
static DraftColumn *find_price(DraftTable *table)
{
    DraftColumn *found[2] = {NULL, NULL};
    size_t n[2] = {0, 0};
    for (size_t i = 0; i < table->n_column; i++) {
        DraftColumn *column = &table->column[i];
        if (!is_number(column) || role_of(column) != ROLE_PRICE ||
            words_has_any(column->snake, cost_words))
            continue;
        for (int k = 0; k < 2; k++) {
            if (k && !words_has_any(column->snake, "net unit sale sales sell selling"))
                continue;
            found[k] = column;
            n[k]++;
        }
    }
    return n[0] == 1 ? found[0] : n[1] == 1 ? found[1] : NULL;
}

/* A cost of which nothing says that it is of more than a piece. */
static bool is_bare_cost(const DraftColumn *column)
{
    return (role_of(column) == ROLE_MONEY || role_of(column) == ROLE_PRICE) &&
           words_is_any(words_last(column->snake), cost_words) &&
           !words_has_any(column->snake, "total freight shipping line extended");
}

static DraftColumn *find_cost(DraftTable *table)
{
    DraftColumn *found = NULL;
    for (size_t i = 0; i < table->n_column; i++) {
        DraftColumn *column = &table->column[i];
        if (!is_number(column) || !is_bare_cost(column))
            continue;
        if (found)
            return NULL;
        found = column;
    }
    return found;
}

static const char *times(Arena *arena, const DraftColumn *price,
                         const DraftColumn *quantity)
{
    return arena_printf(arena, "%s * %s", words_reference(arena, price->info->name),
                        words_reference(arena, quantity->info->name));
}

static void add_revenue(Draft *draft, DraftTable *table, DraftColumn *price,
                        const DraftColumn *quantity)
{
    Arena *arena = draft->arena;
    bool is_net = words_has(price->snake, "net");
    const DraftColumn *discount = is_net ? NULL : find_discount(table);
    const char *gross = times(arena, price, quantity);
    DraftItem item = {.base = "revenue",
                      .value = arena_printf(arena, "sum(%s)", gross),
                      .why = "price times quantity",
                      .rank = RANK_REVENUE};
    price->is_spent = true;
    if (discount) {
        const char *name = words_reference(arena, discount->info->name);
        bool is_rate = role_of(discount) == ROLE_RATE;
        DraftItem before = item;
        before.base = arena_printf(arena, "gross_%s", item.base);
        before.why = "before discount";
        before.rank = RANK_TOTAL;
        item.value = arena_printf(arena, "sum(%s * (1 - %s%s))", gross, name,
                                  is_rate ? "" : " / 100");
        item.why = "price times quantity, less discount";
        add_money(draft, table, price, item);
        item = before;
    }
    add_money(draft, table, price, item);
}

/* unit_price * quantity * (1 - discount) and cost * quantity, where no column holds the
   product already. A cost beside a quantity is of a piece where a price of a piece is
   there too, or its name says so. */
static void add_products(Draft *draft, DraftTable *table)
{
    DraftColumn *quantity = find_only(table, ROLE_QUANTITY, pieces);
    if (!quantity)
        return;
    bool has_total = has_line_total(table);
    DraftColumn *price = has_total ? NULL : find_price(table), *cost = find_cost(table);
    if (price)
        add_revenue(draft, table, price, quantity);
    if (cost && (price || role_of(cost) == ROLE_PRICE)) {
        DraftItem item = {.base = "cost",
                          .value = arena_printf(draft->arena, "sum(%s)",
                                                times(draft->arena, cost, quantity)),
                          .why = "cost of a piece times quantity",
                          .rank = RANK_AMOUNT};
        cost->is_spent = true;
        add_money(draft, table, cost, item);
    } else if (cost && !has_total) {
        cost->is_spent = true;
        draft_note(draft, table, "%s: of a piece or of all? sum(%s) or sum(%s)",
                   cost->info->name, times(draft->arena, cost, quantity),
                   words_reference(draft->arena, cost->info->name));
    }
}

static void add_mean(Draft *draft, DraftTable *table, const DraftColumn *column,
                     NumberRole role)
{
    const char *name = words_reference(draft->arena, column->info->name);
    DraftItem item = {.base =
                          words_has_any(column->snake, "average avg mean")
                              ? column->snake
                              : arena_printf(draft->arena, "average_%s", column->snake),
                      .value = arena_printf(draft->arena, "avg(%s)%s", name,
                                            role == ROLE_PERCENT ? " / 100" : ""),
                      .why = role == ROLE_PRICE ? "a price does not add up"
                                                : "a rate does not add up",
                      .rank = RANK_MEAN};
    if (role == ROLE_RATE || role == ROLE_PERCENT)
        item.kind = "percent";
    add_measure(draft, table, item);
}

/* A column that the row it belongs to has too: what the log of a deal knew of it. */
static const char *repeated_in(const DraftTable *table, const DraftColumn *column)
{
    for (size_t i = 0; i < table->n_join; i++) {
        const DraftTable *target = table->join[i].target;
        for (size_t k = 0; k < target->n_column; k++) {
            if (!strcmp(target->column[k].plain, column->plain) &&
                target->column[k].info->type.kind == VALUE_NUMBER)
                return target->info->name;
        }
    }
    return NULL;
}

static const char stock_words[] =
    "balance balances stock stocks inventory hand saldo voorraad snapshot snapshots";

static bool is_as_of(const DraftTable *table)
{
    for (size_t i = 0; i < table->n_column; i++) {
        const DraftColumn *column = &table->column[i];
        if (column->info->type.kind == VALUE_DATE &&
            (words_has(column->snake, "snapshot") ||
             (words_has(column->snake, "as") && words_has(column->snake, "of"))))
            return true;
    }
    return false;
}

/* Do the rows say what there is at a day, by a name: balances, stocks? */
static bool is_stock(const DraftTable *table, const DraftColumn *column)
{
    static const char moves[] =
        "movement movements move moves transaction transactions "
        "mutation mutations change changes adjustment delta in "
        "out";
    if (words_has_any(column->snake, moves) || words_has_any(table->name, moves))
        return false;
    return words_has_any(column->snake, stock_words) ||
           words_is_any(words_last(table->name), stock_words) || is_as_of(table);
}

/* Does another column hold a stock, whose value this one may be? */
static bool is_beside_stock(const DraftTable *table, const DraftColumn *column)
{
    if (!words_is_any(words_last(column->snake), "value worth amount total cost"))
        return false;
    for (size_t i = 0; i < table->n_column; i++) {
        const DraftColumn *other = &table->column[i];
        if (other != column && is_number(other) &&
            words_has_any(other->snake, stock_words))
            return true;
    }
    return false;
}

/* The only column of days of the key: each is a picture of what there is. NULL: none.
 */
static const char *snapshot_day(const Draft *draft, const DraftTable *table)
{
    const DraftColumn *day = NULL;
    for (size_t i = 0; i < table->n_key; i++) {
        const DraftColumn *part = &table->column[table->key[i]];
        if (part->info->type.kind != VALUE_DATE)
            continue;
        if (day)
            return NULL;
        day = part;
    }
    return day ? words_reference(draft->arena, day->info->name) : NULL;
}

/* Over days it does not add up, and nothing says how. */
static void note_level(Draft *draft, DraftTable *table, const DraftColumn *column)
{
    const char *day = table->axis[0].value;
    if (strchr(day, '.'))
        draft_note(draft, table, "%s: holds at an instant, so it was not added up",
                   column->info->name);
    else
        draft_note(draft, table,
                   "%s: holds at an instant, so it was not added up; sum(%s) at "
                   "snapshot %s where the rows of each day are complete",
                   column->info->name,
                   words_reference(draft->arena, column->info->name), day);
}

static void add_sum(Draft *draft, DraftTable *table, const DraftColumn *column,
                    const char *why)
{
    const char *name = words_reference(draft->arena, column->info->name);
    bool is_cents = words_is_any(words_last(column->snake), "cents");
    DraftItem item = {.base = words_without(draft->arena, column->snake, "cents"),
                      .value = arena_printf(draft->arena, "sum(%s)%s", name,
                                            is_cents ? " / 100" : ""),
                      .why = why,
                      .rank = RANK_QUANTITY};
    bool is_level = table->n_axis && is_stock(table, column);
    const char *day = is_level ? snapshot_day(draft, table) : NULL;
    if (table->n_axis && !day && (is_level || is_beside_stock(table, column))) {
        note_level(draft, table, column);
        return;
    }
    if (day) {
        item.value = arena_printf(draft->arena, "%s at snapshot %s", item.value, day);
        item.why = "holds at an instant: the last day counts, days do not add up";
    }
    if (role_of(column) != ROLE_MONEY) {
        add_measure(draft, table, item);
        return;
    }
    item.rank = role_is_line_total(column) ? RANK_TOTAL : RANK_AMOUNT;
    const char *other = repeated_in(table, column);
    if (other && !day) {
        item.rank = RANK_MEAN;
        item.why = arena_printf(draft->arena, "%s has it too: do these add up?", other);
    }
    add_money(draft, table, column, item);
}

/* A level of a table without time adds up over its rows, and that of each day over the
   rows of the day. */
static void add_level(Draft *draft, DraftTable *table, const DraftColumn *column)
{
    bool is_limit =
        words_has_any(column->snake, "level reorder min max minimum maximum "
                                     "limit threshold score rating age");
    if (!is_limit && (!table->n_axis || is_stock(table, column)))
        add_sum(draft, table, column, "adds up, by its name");
    else
        draft_note(draft, table, "%s: holds at an instant, so it was not added up",
                   column->info->name);
}

/* What a thing costs, where nothing happens, is a price. */
static bool is_cost_of_thing(const DraftTable *table, const DraftColumn *column)
{
    return !table->n_axis && draft_has_entity(table) &&
           !words_has(column->snake, "total") &&
           words_is_any(words_last(column->snake), "cost value");
}

/* What the numbers would count since 1970; NULL: nothing. */
static const char *clock_unit(const DraftColumn *column)
{
    const double first = 3e8, last = 4e9; /* 1979 and 2096 */
    const double thousand = 1000;
    const ColumnStats *stats = column->stats;
    if (stats->fractions)
        return NULL;
    if (stats->low > first && stats->high < last)
        return "seconds";
    return stats->low > first * thousand && stats->high < last * thousand
               ? "milliseconds"
               : NULL;
}

static void note_clock(Draft *draft, DraftTable *table, const DraftColumn *column,
                       const char *unit)
{
    draft_note(draft, table,
               "%s: %s since 1970? No axis; a view could hold "
               "datetime(%s%s, 'unixepoch')",
               column->info->name, unit, column->info->name,
               *unit == 'm' ? " / 1000" : "");
}

static void add_number(Draft *draft, DraftTable *table, const DraftColumn *column)
{
    NumberRole role = role_of(column);
    if (role == ROLE_MONEY && is_cost_of_thing(table, column))
        role = ROLE_PRICE;
    switch (role) {
    case ROLE_MONEY:
    case ROLE_QUANTITY:
        add_sum(draft, table, column, "adds up, by its name");
        break;
    case ROLE_RATE:
    case ROLE_PERCENT:
    case ROLE_PRICE:
        add_mean(draft, table, column, role);
        break;
    case ROLE_LEVEL:
        add_level(draft, table, column);
        break;
    case ROLE_UNKNOWN:
        if (clock_unit(column))
            note_clock(draft, table, column, clock_unit(column));
        else if (column->stats->fractions)
            add_sum(draft, table, column, "has decimals: guessed to add up");
        else
            draft_note(draft, table, "%s: numbers of unknown meaning; do they add up?",
                       column->info->name);
        break;
    case ROLE_NONE:
    case ROLE_FLAG:
        break;
    }
}

void draft_find_measures(Draft *draft)
{
    for (size_t t = 0; t < draft->n_table; t++) {
        DraftTable *table = &draft->table[t];
        add_count(draft, table);
        add_products(draft, table);
        for (size_t i = 0; i < table->n_column; i++) {
            const DraftColumn *column = &table->column[i];
            if (is_number(column))
                add_number(draft, table, column);
            else if (column->info->type.kind == VALUE_NUMBER && !column->is_spent &&
                     column->stats->misfits)
                draft_note(draft, table, "%s: %llu of %llu values are no numbers",
                           column->info->name,
                           (unsigned long long)column->stats->misfits,
                           (unsigned long long)column->stats->filled);
        }
    }
}
