/* Names. Dimensions, entities and measures share one space over the whole model; of
   several things that want one name the table of the buyers gets it, then the larger
   one, and the others have the name of their row in front. */
#include "runtime/base/ascii.h"
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <string.h>

typedef struct {
    Arena *arena;
    const char **name;
    size_t n, cap;
} Names;

static bool has_name(const Names *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++) {
        if (ascii_same(names->name[i], name))
            return true;
    }
    return false;
}

static const char *add_name(Names *names, const char *name)
{
    const char *free_one = name;
    for (size_t i = 2; has_name(names, free_one); i++)
        free_one = arena_printf(names->arena, "%s_%zu", name, i);
    ARENA_PUSH(names->arena, names->name, names->n, names->cap, free_one);
    return free_one;
}

/* What a row is: categories with a key CategoryID hold a category, in any language;
   else the singular of English. */
static const char *entity_of(Arena *arena, const DraftTable *table)
{
    enum { SHARED_MIN = 3, TAIL_MAX = 3 };
    const char *singular = words_singular(arena, table->name);
    if (table->n_key != 1)
        return singular;
    const char *key = table->column[table->key[0]].snake;
    const char *stem = words_without(arena, key, draft_key_words);
    size_t shared = 0, len = strlen(stem), of = strlen(table->name);
    while (stem[shared] && stem[shared] == table->name[shared])
        shared++;
    bool is_stem = shared >= SHARED_MIN && shared + 2 >= len && of <= len + TAIL_MAX &&
                   !words_is_any(stem, draft_key_words);
    return is_stem && strcmp(stem, table->name) != 0 ? stem : singular;
}

void draft_name_sources(Draft *draft)
{
    Names sources = {.arena = draft->arena}, entities = {.arena = draft->arena};
    for (size_t i = 0; i < draft->n_table; i++) {
        DraftTable *table = &draft->table[i];
        table->name = add_name(&sources, table->name);
        table->entity = add_name(&entities, entity_of(draft->arena, table));
    }
}

static uint64_t weight(const DraftTable *table)
{
    static const char buyers[] = "customer customers client clients buyer buyers klant "
                                 "klanten kunde kunden reseller resellers";
    return words_has_any(table->name, buyers) ? UINT64_MAX : table->rows;
}

static const char *qualified(Arena *arena, const DraftTable *table, const char *base)
{
    size_t len = strlen(table->entity);
    bool has_it = !strncmp(base, table->entity, len) && base[len] == '_';
    return has_it ? base : arena_printf(arena, "%s_%s", table->entity, base);
}

/* The place of `table` among all, by weight. */
static void sort_by_weight(const Draft *draft, DraftTable **order)
{
    for (size_t i = 0; i < draft->n_table; i++) {
        size_t at = i;
        for (; at > 0 && weight(order[at - 1]) < weight(&draft->table[i]); at--)
            order[at] = order[at - 1];
        order[at] = &draft->table[i];
    }
}

static void name_dimensions(Names *names, DraftTable *table)
{
    for (size_t i = 0; i < table->n_dim; i++) {
        DraftItem *dim = &table->dim[i];
        bool is_free = !has_name(names, dim->base) && !words_is_taken(dim->base);
        dim->name = add_name(
            names, is_free ? dim->base : qualified(names->arena, table, dim->base));
    }
}

static size_t count_measures(const Draft *draft, const char *base)
{
    size_t n = 0;
    for (size_t t = 0; t < draft->n_table; t++) {
        for (size_t i = 0; i < draft->table[t].n_measure; i++)
            n += ascii_same(draft->table[t].measure[i].base, base);
    }
    return n;
}

static void name_measures(const Draft *draft, Names *names, DraftTable *table)
{
    for (size_t i = 0; i < table->n_measure; i++) {
        DraftItem *measure = &table->measure[i];
        const char *base = measure->base;
        bool is_free = !has_name(names, base) && !words_is_taken(base);
        if (i == 0) /* the count of rows */
            base = is_free ? base : arena_printf(names->arena, "%s_count", base);
        else if (!is_free || count_measures(draft, base) > 1)
            base = qualified(names->arena, table, base);
        measure->name = add_name(names, base);
    }
}

void draft_name_items(Draft *draft)
{
    Names names = {.arena = draft->arena};
    DraftTable **order = ARENA_ARRAY(draft->arena, DraftTable *, draft->n_table + 1);
    sort_by_weight(draft, order);
    for (size_t t = 0; t < draft->n_table; t++) {
        const DraftTable *table = &draft->table[t];
        if (draft_has_entity(table))
            add_name(&names, table->entity);
        for (size_t i = 0; i < table->n_axis; i++) {
            if (!has_name(&names, table->axis[i].name))
                add_name(&names, table->axis[i].name);
        }
    }
    for (size_t t = 0; t < draft->n_table; t++)
        name_dimensions(&names, order[t]);
    for (size_t t = 0; t < draft->n_table; t++)
        name_measures(draft, &names, &draft->table[t]);
    for (size_t t = 0; t < draft->n_table; t++) {
        DraftTable *table = &draft->table[t];
        if (table->label_why && !table->label) /* first and last name */
            table->label = words_reference(draft->arena, table->dim[0].name);
    }
}
