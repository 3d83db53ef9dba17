/* Questions to begin with: the measure that says most over time, by a dimension and for
   the largest of something. Only names that one way leads to are used. */
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <string.h>

enum { DAYS_OF_MONTHS = 100, DAYS_OF_YEARS = 1500, FIRST_LINES = 5 };

/* Tables that are reached from the rows of one, and in how many ways. */
typedef struct {
    const Draft *draft;
    size_t *ways, *by_role;
} Ways;

static void walk(Ways *ways, const DraftTable *from, size_t depth, bool by_role)
{
    enum { DEPTH_MAX = 6 };
    size_t at = (size_t)(from - ways->draft->table);
    ways->ways[at]++;
    ways->by_role[at] += by_role;
    for (size_t i = 0; depth < DEPTH_MAX && i < from->n_join; i++)
        walk(ways, from->join[i].target, depth + 1,
             by_role || from->join[i].role != NULL);
}

static const DraftTable *best_table(const Draft *draft, const DraftItem **measure)
{
    const DraftTable *best = NULL;
    *measure = NULL;
    for (size_t t = 0; t < draft->n_table; t++) {
        const DraftTable *table = &draft->table[t];
        for (size_t i = 0; i < table->n_measure; i++) {
            const DraftItem *m = &table->measure[i];
            bool has_more_time = best && table->n_axis > 0 && best->n_axis == 0;
            bool has_less_time = best && table->n_axis == 0 && best->n_axis > 0;
            bool is_same = best && !has_more_time && !has_less_time;
            if (!best || has_more_time || (is_same && m->rank > (*measure)->rank) ||
                (is_same && m->rank == (*measure)->rank && table->rows > best->rows)) {
                best = table;
                *measure = m;
            }
        }
    }
    return best;
}

static const char *unit_for(const DraftAxis *axis)
{
    if (axis->unit)
        return axis->unit;
    Day days = axis->last - axis->first;
    return days > DAYS_OF_YEARS ? "year" : days > DAYS_OF_MONTHS ? "month" : "day";
}

static int dimension_rank(const char *name)
{
    static const char *const liked[] = {
        "country land", "region territory", "category categorie",         "segment",
        "type kind",    "channel",          "status state outcome stage", "city"};
    for (size_t i = 0; i < COUNT_OF(liked); i++) {
        if (words_is_any(words_last(name), liked[i]))
            return (int)(COUNT_OF(liked) - i) * 2 + !strchr(name, '_');
    }
    return 0;
}

static const char *best_dimension(const Ways *ways)
{
    const char *best = NULL;
    int rank = -1;
    for (size_t t = 0; t < ways->draft->n_table; t++) {
        const DraftTable *table = &ways->draft->table[t];
        for (size_t i = 0; ways->ways[t] == 1 && i < table->n_dim; i++) {
            int own = dimension_rank(table->dim[i].name);
            if (own > rank && !table->dim[i].rank) {
                rank = own;
                best = table->dim[i].name;
            }
        }
    }
    return best;
}

static const char *best_entity(const Ways *ways, const DraftTable *from)
{
    const DraftTable *best = NULL;
    for (size_t t = 0; t < ways->draft->n_table; t++) {
        const DraftTable *table = &ways->draft->table[t];
        if (ways->ways[t] != 1 || ways->by_role[t] || !draft_has_entity(table) ||
            table == from)
            continue;
        bool is_named = table->label != NULL, best_is_named = best && best->label;
        if (!best || (is_named && !best_is_named) ||
            (is_named == best_is_named && table->rows > best->rows))
            best = table;
    }
    if (!best && draft_has_entity(from))
        best = from;
    return best ? best->entity : NULL;
}

static const char *ask(Arena *arena, const char *measure, const char *by,
                       const char *end)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_adds(&sb, "show ");
    words_add_name(&sb, measure);
    strbuf_adds(&sb, " by ");
    words_add_name(&sb, by);
    strbuf_adds(&sb, end);
    const char *text = arena_strndup(arena, sb.text, sb.len);
    strbuf_release(&sb);
    return text;
}

size_t draft_questions(const Draft *draft, const char *question[DRAFT_QUESTIONS])
{
    const DraftItem *measure;
    const DraftTable *table = best_table(draft, &measure);
    size_t n = 0;
    if (!table)
        return 0;
    Ways ways = {draft, ARENA_ARRAY(draft->arena, size_t, draft->n_table),
                 ARENA_ARRAY(draft->arena, size_t, draft->n_table)};
    walk(&ways, table, 0, false);
    const char *dimension = best_dimension(&ways), *entity = best_entity(&ways, table);
    if (table->n_axis)
        question[n++] = arena_printf(draft->arena, "show %s by %s",
                                     words_reference(draft->arena, measure->name),
                                     unit_for(&table->axis[0]));
    if (dimension)
        question[n++] = ask(draft->arena, measure->name, dimension, " with total");
    if (entity)
        question[n++] = ask(draft->arena, measure->name, entity,
                            arena_printf(draft->arena, " top %d", FIRST_LINES));
    return n;
}
