/* What a row is called: the text that has the name of a name. */
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <string.h>

enum { LABEL_MAX = 80, MOSTLY_PERCENT = 90, ALL_PERCENT = 100 };

static bool is_text(const DraftTable *table, const DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    return column->info->type.kind == VALUE_TEXT && !column->is_spent &&
           !draft_holds_dates(column) && !stats->blobs && stats->filled &&
           stats->longest <= LABEL_MAX &&
           stats->filled * ALL_PERCENT >= table->rows * MOSTLY_PERCENT &&
           words_can_write(column->info->name);
}

/* How much a column is the name of what a row is. */
static int rank_of(const Draft *draft, const DraftTable *table,
                   const DraftColumn *column)
{
    enum {
        OWN = 100,
        NAME = 90,
        OWN_TEXT = 80,
        SOME_NAME = 60,
        TITLE = 50,
        TEXT = 40,
        UNIQUE = 10
    };
    static const char of_others[] =
        "first last middle contact user file given family sur nick login host maiden "
        "voornaam achternaam roepnaam bijnaam tussenvoegsel vorname nachname "
        "familienname prenom";
    const char *entity = words_plain(draft->arena, table->entity);
    const char *last = words_last(column->snake);
    size_t len = strlen(entity);
    bool is_own = !strncmp(column->plain, entity, len);
    if (!strcmp(column->plain, entity))
        return OWN;
    if (is_own && words_is_any(column->plain + len, "name naam title label"))
        return OWN;
    if (words_is_any(column->plain, "name naam nom fullname displayname"))
        return NAME;
    if (is_own && words_is_any(column->plain + len, "description"))
        return OWN_TEXT;
    bool tells_apart = column->stats->distinct * 2 > table->rows;
    if (!tells_apart)
        return 0;
    if (words_is_any(last, "name naam nom") && !words_has_any(column->snake, of_others))
        return SOME_NAME;
    if (words_is_any(last, "title label subject"))
        return TITLE;
    bool is_unique = column->stats->distinct == table->rows;
    if (is_unique && words_is_any(last, "description omschrijving caption"))
        return TEXT;
    bool is_other =
        words_has_any(column->snake, of_others) ||
        words_has_any(column->snake, "email mail phone fax address url payload "
                                     "json body data content hash token zip "
                                     "postal postcode postleitzahl plz telefoon "
                                     "telefon iban");
    return is_unique && !is_other && strcspn(column->snake, "0123456789") ? UNIQUE : 0;
}

static const DraftColumn *find_part(const DraftTable *table, const char *names)
{
    for (size_t i = 0; i < table->n_column; i++) {
        const DraftColumn *column = &table->column[i];
        if (words_is_any(column->plain, names) && is_text(table, column))
            return column;
    }
    return NULL;
}

/* Between a first and a last name, of some rows: `van der`. */
static const DraftColumn *find_infix(const DraftTable *table)
{
    for (size_t i = 0; i < table->n_column; i++) {
        const DraftColumn *column = &table->column[i];
        if (words_is_any(column->plain, "tussenvoegsel tussenvoegsels voorvoegsel") &&
            column->info->type.kind == VALUE_TEXT && !column->is_spent &&
            words_can_write(column->info->name))
            return column;
    }
    return NULL;
}

static void spend(DraftTable *table, const DraftColumn *column)
{
    table->column[column - table->column].is_spent = true;
}

/* A first and a last name make a full one. Beside a first name a `name` is the last. */
static bool take_full_name(Draft *draft, DraftTable *table, const DraftColumn *best)
{
    const DraftColumn *first = find_part(
        table, "firstname givenname forename voornaam roepnaam vorname prenom");
    const DraftColumn *last = find_part(
        table, "lastname surname familyname achternaam nachname familienname");
    if (!last && best && words_is_any(best->plain, "name naam nom"))
        last = best;
    if (!first || !last || (best && best != last))
        return false;
    DraftItem full = {.base = "full_name", .rank = 1};
    const DraftColumn *infix = find_infix(table);
    const char *end = words_reference(draft->arena, last->info->name);
    if (infix)
        end = arena_printf(draft->arena, "trim(coalesce(%s, \"\") || \" \" || %s)",
                           words_reference(draft->arena, infix->info->name), end);
    full.value = arena_printf(draft->arena, "%s || \" \" || %s",
                              words_reference(draft->arena, first->info->name), end);
    full.why = "the label";
    ARENA_PUSH(draft->arena, table->dim, table->n_dim, table->cap_dim, full);
    spend(table, first);
    spend(table, last);
    if (infix)
        spend(table, infix);
    table->label_why = "from first and last name";
    return true;
}

static void take_label(Draft *draft, DraftTable *table)
{
    DraftColumn *best = NULL;
    int rank = 0;
    for (size_t i = 0; i < table->n_column; i++) {
        DraftColumn *column = &table->column[i];
        int own = is_text(table, column) ? rank_of(draft, table, column) : 0;
        if (own > rank) {
            best = column;
            rank = own;
        }
    }
    enum { BY_DATA = 10 };
    if (take_full_name(draft, table, rank > BY_DATA ? best : NULL))
        return;
    if (!best)
        return;
    best->is_spent = true;
    table->label = words_reference(draft->arena, best->info->name);
    table->label_why = rank == BY_DATA ? "unique in all rows" : "by its name";
}

void draft_find_labels(Draft *draft)
{
    for (size_t t = 0; t < draft->n_table; t++) {
        DraftTable *table = &draft->table[t];
        for (size_t i = 0; i < table->n_key; i++)
            table->column[table->key[i]].is_spent = true;
        if (draft_has_entity(table))
            take_label(draft, table);
    }
}
