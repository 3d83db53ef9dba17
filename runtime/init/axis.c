/* Axes of time: columns that hold dates. The one that says when a thing happened comes
   first; what stands on a table with such an axis, as order lines on orders, has the
   axis too. */
#include "runtime/base/ascii.h"
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <string.h>

enum {
    RANK_PLAIN = 50,
    RANK_EVENT = 60, /* an axis that rows of other tables may take over */
    RANK_DATE = 85,
    RANK_STEP = 100, /* ranks are spread, so that fuller columns can come first */
    PERIODS_MIN = 4,
};

/* Words that say that there are days, and no more. */
static const char date_words[] = "date datum dat dt day at time timestamp";

static const struct {
    const char *words;
    int rank;
} ranks[] = {
    {"first last", 20},
    {"ordered order ord besteld bestelling bestellung", 95},
    {"sold sale sales transaction invoice invoiced booking booked billed factuur", 90},
    {"birth birthday born hire hired hiring geboren", 10},
    {"updated update modified changed deleted removed expiry expires expired", 15},
    {"due required promised expected ship shipped delivered delivery lever levering "
     "planned until end ended closed close valid",
     40},
    {"recorded entered loaded imported", 30},
    {"created create opened open start started begin registered signup joined", 80},
    {"period month quarter year week happened occurred posted when", RANK_DATE},
};

/* Past participles of what dates are named after. */
static const struct {
    const char *word, *done;
} participles[] = {
    {"order", "ordered"},      {"ship", "shipped"},     {"shipment", "shipped"},
    {"shipping", "shipped"},   {"invoice", "invoiced"}, {"create", "created"},
    {"creation", "created"},   {"hire", "hired"},       {"deliver", "delivered"},
    {"delivery", "delivered"}, {"pay", "paid"},         {"payment", "paid"},
    {"require", "required"},   {"sale", "sold"},        {"sales", "sold"},
    {"close", "closed"},       {"closing", "closed"},   {"update", "updated"},
    {"modify", "modified"},    {"booking", "booked"},   {"posting", "posted"},
};

static int rank_of(const char *snake)
{
    for (size_t i = 0; i < COUNT_OF(ranks); i++) {
        if (words_has_any(snake, ranks[i].words))
            return ranks[i].rank;
    }
    return words_has_any(snake, date_words) ? RANK_DATE : RANK_PLAIN;
}

static bool is_entity(const Draft *draft, const char *name)
{
    for (size_t i = 0; i < draft->n_table; i++) {
        if (ascii_same(draft->table[i].entity, name))
            return true;
    }
    return false;
}

/* order_date is ordered, created_at is created, month is period. */
static const char *axis_name(const Draft *draft, const DraftColumn *column)
{
    const char *bare = words_without(
        draft->arena, words_without(draft->arena, column->snake, "on"), date_words);
    for (size_t i = 0; i < COUNT_OF(participles); i++) {
        if (!strcmp(bare, participles[i].word))
            return participles[i].done;
    }
    if (!words_is_taken(bare) && !is_entity(draft, bare))
        return bare;
    return words_is_taken(column->snake) || is_entity(draft, column->snake)
               ? "period"
               : column->snake;
}

/* The longest period whose first days are all there is. */
static const char *unit_of(const ColumnStats *stats)
{
    if (stats->distinct < PERIODS_MIN)
        return NULL;
    if (stats->year_starts == stats->dates)
        return "year";
    if (stats->quarter_starts == stats->dates)
        return "quarter";
    return stats->month_starts == stats->dates ? "month" : NULL;
}

static bool has_axis(const DraftTable *table, const char *name)
{
    for (size_t i = 0; i < table->n_axis; i++) {
        if (ascii_same(table->axis[i].name, name))
            return true;
    }
    return false;
}

/* Keeps the axes in descending order of rank. */
static void add_axis(Draft *draft, DraftTable *table, DraftAxis axis)
{
    const char *name = axis.name;
    for (size_t i = 2; has_axis(table, axis.name); i++)
        axis.name = arena_printf(draft->arena, "%s_%zu", name, i);
    ARENA_PUSH(draft->arena, table->axis, table->n_axis, table->cap_axis, axis);
    size_t at = table->n_axis - 1;
    for (; at > 0 && table->axis[at - 1].rank < axis.rank; at--)
        table->axis[at] = table->axis[at - 1];
    table->axis[at] = axis;
}

static const char *range_text(Arena *arena, const ColumnStats *stats)
{
    StrBuf sb;
    strbuf_init(&sb);
    civil_print_day(&sb, stats->first);
    if (stats->last != stats->first) {
        strbuf_adds(&sb, " .. ");
        civil_print_day(&sb, stats->last);
    }
    const char *text = arena_strndup(arena, sb.text, sb.len);
    strbuf_release(&sb);
    return text;
}

static void add_own(Draft *draft, DraftTable *table, DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    bool is_time = column->info->type.kind == VALUE_DATE ||
                   column->info->type.kind == VALUE_MOMENT;
    if (!is_time || !words_can_write(column->info->name) || !stats->filled)
        return;
    bool was_key = column->is_spent;
    column->is_spent = true;
    if (stats->misfits) {
        draft_note(draft, table, "%s: %llu of %llu values are no dates",
                   column->info->name, (unsigned long long)stats->misfits,
                   (unsigned long long)stats->filled);
        return;
    }
    DraftAxis axis = {.name = axis_name(draft, column),
                      .value = words_reference(draft->arena, column->info->name),
                      .why = range_text(draft->arena, stats),
                      .unit = unit_of(stats),
                      .first = stats->first,
                      .last = stats->last};
    axis.rank = rank_of(column->snake) * RANK_STEP +
                (int)(stats->filled * (RANK_STEP - 1) / table->rows);
    if (axis.unit && !was_key)
        axis.why = arena_printf(draft->arena, "%s, first days only", axis.why);
    add_axis(draft, table, axis);
}

static DateOrder order_of(const ColumnStats *stats)
{
    DateOrder best = DATE_YMD;
    for (int order = DATE_DMY; order < DATE_ORDERS; order++) {
        if (stats->written[order] > stats->written[best])
            best = (DateOrder)order;
    }
    return best;
}

bool draft_holds_dates(const DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    return column->info->type.kind == VALUE_TEXT && stats->filled &&
           stats->written[order_of(stats)] * 2 > stats->filled;
}

/* Of a text of ten letters in that order. */
static const char *date_of_text(Arena *arena, const char *text, DateOrder order)
{
    const char *early = arena_printf(arena, "left(%s, 2)", text);
    const char *middle = arena_printf(arena, "right(left(%s, 5), 2)", text);
    const char *year = arena_printf(arena, "right(%s, 4)", text);
    if (order == DATE_YMD)
        return arena_printf(
            arena,
            "date(left(%s, 4) || \"-\" || right(left(%s, 7), 2) || \"-\" || "
            "right(%s, 2))",
            text, text, text);
    return arena_printf(arena, "date(%s || \"-\" || %s || \"-\" || %s)", year,
                        order == DATE_DMY ? middle : early,
                        order == DATE_DMY ? early : middle);
}

/* Texts that are dates make no axis by themselves: what would is said. */
static void note_written(Draft *draft, DraftTable *table, DraftColumn *column)
{
    enum { FULL = 10 };
    static const char *const form[DATE_ORDERS] = {"Y-M-D", "D-M-Y", "M-D-Y"};
    const ColumnStats *stats = column->stats;
    const char *name = column->info->name;
    DateOrder order = order_of(stats);
    column->is_spent = true;
    if (stats->written[order] < stats->filled) {
        draft_note(draft, table, "%s: a text; %llu of %llu values are dates as %s",
                   name, (unsigned long long)stats->written[order],
                   (unsigned long long)stats->filled, form[order]);
        return;
    }
    bool is_open = order == DATE_DMY && stats->written[DATE_MDY] == stats->filled;
    const char *doubt = is_open ? " or M-D-Y" : "";
    if (stats->longest > FULL || stats->bytes != stats->filled * FULL)
        draft_note(
            draft, table,
            "%s: a text with dates as %s%s, not all equally long or with a time: "
            "`koers import` makes dates of them",
            name, form[order], doubt);
    else
        draft_note(
            draft, table, "%s: a text with dates as %s%s. An axis: time %s = %s", name,
            form[order], doubt, words_reference(draft->arena, axis_name(draft, column)),
            date_of_text(draft->arena, words_reference(draft->arena, name), order));
}

static void note_day_numbers(Draft *draft, DraftTable *table, DraftColumn *column)
{
    const char *name = column->info->name;
    const char *text =
        arena_printf(draft->arena, "text(%s)", words_reference(draft->arena, name));
    column->is_spent = true;
    draft_note(draft, table,
               "%s: numbers that look like days, year month day. An axis: time %s = "
               "date(left(%s, 4) || \"-\" || right(left(%s, 6), 2) || \"-\" || "
               "right(%s, 2))",
               name, words_reference(draft->arena, axis_name(draft, column)), text,
               text, text);
}

/* Days that are kept as something else. */
static void note_days(Draft *draft, DraftTable *table, DraftColumn *column)
{
    enum { DAYS_MIN = 2 };
    const ColumnStats *stats = column->stats;
    if (column->is_spent || !words_can_write(column->info->name))
        return;
    if (draft_holds_dates(column))
        note_written(draft, table, column);
    else if (column->info->type.kind == VALUE_NUMBER && stats->distinct >= DAYS_MIN &&
             stats->day_numbers == stats->filled)
        note_day_numbers(draft, table, column);
}

static bool begins_with(Arena *arena, const DraftTable *table, const char *whole)
{
    return !strncmp(words_plain(arena, table->name), whole, strlen(whole));
}

/* Rows whose key holds the key of another table, or whose name begins with its name or
   the last word of it, are parts of its rows: order_line of sales_order. */
static bool is_part_of(Arena *arena, const DraftTable *table, const DraftJoin *join)
{
    bool in_key = false;
    for (size_t i = 0; join->n == 1 && i < table->n_key; i++)
        in_key |= table->key[i] == join->column[0];
    return (in_key && table->n_key > 1) ||
           begins_with(arena, table, words_plain(arena, join->target->entity)) ||
           begins_with(arena, table, words_last(join->target->entity));
}

/* A table with one row a day: its key stands for the day. */
static bool is_calendar(const DraftTable *table)
{
    if (!words_has_any(table->name,
                       "date dates day days calendar kalender datum time") ||
        table->n_key != 1)
        return false;
    for (size_t i = 0; i < table->n_column; i++) {
        const DraftColumn *column = &table->column[i];
        bool is_day = column->info->type.kind == VALUE_DATE;
        if (is_day && column->stats->distinct == table->rows)
            return true;
    }
    return false;
}

/* Each join to a calendar is an axis, named after the column that leads there. */
static void take_days(Draft *draft, DraftTable *table)
{
    for (size_t i = 0; i < table->n_join; i++) {
        const DraftJoin *join = &table->join[i];
        const DraftTable *target = join->target;
        if (!target->n_axis || !is_calendar(target))
            continue;
        const char *role = join->role ? join->role : target->name;
        DraftColumn column = table->column[join->column[0]];
        column.snake = words_without(draft->arena, column.snake, draft_key_words);
        DraftAxis axis = target->axis[0];
        axis.name = axis_name(draft, &column);
        if (ascii_same(axis.name, role))
            axis.name = "period";
        axis.value = arena_printf(draft->arena, "%s.%s",
                                  words_reference(draft->arena, role), axis.value);
        axis.why = "the day that its key stands for";
        axis.rank = rank_of(column.snake) * RANK_STEP;
        add_axis(draft, table, axis);
    }
}

static void take_over(Draft *draft, DraftTable *table)
{
    for (size_t i = 0; i < table->n_join; i++) {
        const DraftJoin *join = &table->join[i];
        const DraftTable *target = join->target;
        if (!target->n_axis || is_calendar(target) ||
            target->axis[0].rank < RANK_EVENT * RANK_STEP ||
            !is_part_of(draft->arena, table, join))
            continue;
        const char *role = join->role ? join->role : target->name;
        for (size_t k = 0; k < target->n_axis; k++) {
            DraftAxis axis = target->axis[k];
            axis.value = arena_printf(draft->arena, "%s.%s",
                                      words_reference(draft->arena, role), axis.value);
            axis.why = k ? NULL : "of the row it belongs to";
            axis.rank--; /* its own comes first */
            if (!has_axis(table, axis.name) && !strchr(target->axis[k].value, '.'))
                add_axis(draft, table, axis);
        }
        return;
    }
}

void draft_find_axes(Draft *draft)
{
    for (size_t t = 0; t < draft->n_table; t++) {
        DraftTable *table = &draft->table[t];
        for (size_t i = 0; i < table->n_column; i++)
            add_own(draft, table, &table->column[i]);
        for (size_t i = 0; i < table->n_column; i++)
            note_days(draft, table, &table->column[i]);
    }
    for (size_t t = 0; t < draft->n_table; t++)
        take_days(draft, &draft->table[t]);
    for (size_t t = 0; t < draft->n_table; t++)
        take_over(draft, &draft->table[t]);
}
