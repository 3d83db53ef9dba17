/* Joins: declared ones, then columns with the name of another table's key whose values
   are there, then those that share a stem with it and find all of their values. Foreign
   keys are taken at their word; `check model` finds what they miss. */
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    TARGET_ROWS = 5000000,
    /* Of the values at least so many must be keys: few where the name says it already,
       since rows that find nothing are worth to be seen. */
    FOUND_BY_OWN_NAME = 50,
    FOUND_BY_KEY_NAME = 90,
    FOUND_ALL = 100,
    STEM_MIN = 2,
    PREFIX_MIN = 3,
};

/* What a column has of another table, the surest last. */
typedef enum {
    LEAD_VALUES, /* values only, if any: it is not joined but said */
    LEAD_STEM,   /* sh_fk and sh_pk, cust_ref and the table cust_mst */
    LEAD_KEY_NAME,
    LEAD_OWN_NAME
} Lead;

/* A column that may lead to a table. */
typedef struct {
    DraftTable *from;
    size_t column;
    DraftTable *target;
    Lead lead;
    size_t excess;  /* letters of the name in front of it */
    size_t found;   /* of the values looked for */
    bool is_capped; /* not all of the target's keys were read */
} Candidate;

typedef struct {
    Draft *draft;
    Candidate *item;
    size_t n, cap;
} Candidates;

static DraftTable *find_table(const Draft *draft, const char *name)
{
    for (size_t i = 0; i < draft->n_table; i++) {
        if (ascii_same(draft->table[i].info->name, name))
            return &draft->table[i];
    }
    return NULL;
}

static bool types_meet(const DraftColumn *from, const DraftColumn *key)
{
    return from->info->type.kind == key->info->type.kind;
}

/* The column of `from` for each key column of the target; false: other columns. */
static bool match_key(const DraftTable *from, const ForeignKey *foreign,
                      DraftJoin *join)
{
    const DraftTable *target = join->target;
    join->n = target->n_key;
    if (!target->n_key || foreign->n != target->n_key)
        return false;
    for (size_t k = 0; k < target->n_key; k++) {
        const DraftColumn *key = &target->column[target->key[k]];
        size_t at = 0;
        if (foreign->target) {
            while (at < foreign->n && !ascii_same(foreign->target[at], key->info->name))
                at++;
        } else {
            at = k;
        }
        const DraftColumn *column =
            at < foreign->n ? draft_column(from, foreign->column[at]) : NULL;
        if (!column || !types_meet(column, key) || !words_can_write(column->info->name))
            return false;
        join->column[k] = (size_t)(column - from->column);
    }
    return true;
}

static void add_foreign(Draft *draft, DraftTable *table, const ForeignKey *foreign)
{
    DraftJoin join = {.target = find_table(draft, foreign->table),
                      .why = "foreign key"};
    if (join.target == table)
        return; /* tree.c */
    if (!join.target) {
        draft_note(draft, table, "%s: leads to %s, which is left out",
                   foreign->column[0], foreign->table);
        return;
    }
    if (!match_key(table, foreign, &join)) {
        draft_note(draft, table,
                   "%s: leads to %s, but not by its key, or by another type",
                   foreign->column[0], foreign->table);
        return;
    }
    ARENA_PUSH(draft->arena, table->join, table->n_join, table->cap_join, join);
    for (size_t i = 0; i < join.n; i++)
        table->column[join.column[i]].is_spent = true;
}

/* Does the name of the column end in `wanted`, from the beginning of a word on? */
static bool ends_in(const DraftColumn *column, const char *wanted, size_t *excess)
{
    size_t len = strlen(column->plain), n = strlen(wanted);
    if (!n || n > len || strcmp(column->plain + len - n, wanted) != 0)
        return false;
    *excess = len - n;
    size_t at = 0;
    for (const char *c = column->snake; *c; c++) {
        if (at == *excess && (c == column->snake || c[-1] == '_'))
            return true;
        at += *c != '_';
    }
    return false;
}

static bool begins_with(const char *text, const char *begin)
{
    return !strncmp(text, begin, strlen(begin));
}

/* cust_ref may lead to cust_mst and, where its values are texts, to customers. */
static bool values_lead_to(Arena *arena, const DraftColumn *column,
                           const DraftTable *target, Candidate *found)
{
    const char *last = words_last(column->snake);
    if (last == column->snake || !words_is_any(last, draft_key_words) ||
        column->stats->n_probe < 2)
        return false;
    const DraftColumn *key = &target->column[target->key[0]];
    const char *stem = words_without(arena, column->snake, draft_key_words);
    size_t len = strlen(stem);
    const char *table = words_plain(arena, target->name);
    bool is_text = column->info->type.kind == VALUE_TEXT;
    bool is_like = len >= PREFIX_MIN && begins_with(table, words_plain(arena, stem));
    found->excess = 0;
    if (len >= STEM_MIN &&
        (!strcmp(stem, words_without(arena, key->snake, draft_key_words)) ||
         (is_like &&
          (is_text || begins_with(target->name, arena_printf(arena, "%s_", stem)))))) {
        found->lead = LEAD_STEM;
        return true;
    }
    found->lead = LEAD_VALUES;
    return is_like || words_is_any(last, "fk ref");
}

static bool name_leads_to(Arena *arena, const DraftColumn *column,
                          const DraftTable *target, Candidate *found)
{
    static const char *const ending[] = {"id", "key", "code",   "no", "nr",
                                         "",   "num", "number", "fk", "ref"};
    const char *own[] = {words_plain(arena, target->entity),
                         words_plain(arena, target->name)};
    const DraftColumn *key = &target->column[target->key[0]];
    for (size_t o = 0; o < COUNT_OF(own); o++) {
        for (size_t i = 0; i < COUNT_OF(ending); i++) {
            const char *wanted = arena_printf(arena, "%s%s", own[o], ending[i]);
            found->lead = LEAD_OWN_NAME;
            if (ends_in(column, wanted, &found->excess))
                return true;
        }
    }
    found->lead = LEAD_KEY_NAME;
    return !words_is_any(key->plain, draft_key_words) &&
           ends_in(column, key->plain, &found->excess);
}

static bool may_lead(const Candidate *c)
{
    const DraftColumn *column = &c->from->column[c->column];
    const DraftColumn *key = &c->target->column[c->target->key[0]];
    return c->from != c->target && !column->is_spent && types_meet(column, key) &&
           column->stats->n_probe && !column->stats->fractions &&
           words_can_write(column->info->name);
}

/* A key leads only to the table that it is named after, and never when it is named
   after its own. */
static bool is_key_of_its_own(Arena *arena, const Candidate *c)
{
    bool is_whole_key = c->from->n_key == 1 && c->from->key[0] == c->column;
    return is_whole_key && (c->lead != LEAD_OWN_NAME || draft_owns_key(c->from, arena));
}

static void offer(Candidates *all, Candidate c)
{
    Arena *arena = all->draft->arena;
    if (c.target->n_key == 1 && may_lead(&c) &&
        (name_leads_to(arena, &c.from->column[c.column], c.target, &c) ||
         values_lead_to(arena, &c.from->column[c.column], c.target, &c)) &&
        !is_key_of_its_own(arena, &c))
        ARENA_PUSH(arena, all->item, all->n, all->cap, c);
}

static void find_candidates(Candidates *all, DraftTable *from)
{
    for (size_t i = 0; i < from->n_column; i++) {
        for (size_t t = 0; t < all->draft->n_table; t++)
            offer(all, (Candidate){
                           .from = from, .column = i, .target = &all->draft->table[t]});
    }
}

/* Looking for the probes of several columns among the keys of one table. */
typedef struct {
    uint64_t *hash;
    bool *is_found;
    size_t n, left;
} Search;

static int by_hash(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static size_t find_hash(const Search *search, uint64_t hash)
{
    const uint64_t *at = bsearch(&hash, search->hash, search->n, sizeof hash, by_hash);
    return at ? (size_t)(at - search->hash) : search->n;
}

static bool look_up(void *self, const uint64_t *hash)
{
    Search *search = self;
    size_t at = find_hash(search, hash[0]);
    if (at < search->n && !search->is_found[at]) {
        search->is_found[at] = true;
        search->left--;
    }
    return search->left > 0;
}

static void collect_probes(const Candidates *all, const DraftTable *target,
                           Search *search)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        const Candidate *c = &all->item[i];
        const ColumnStats *stats = c->from->column[c->column].stats;
        if (c->target != target)
            continue;
        memcpy(search->hash + n, stats->probe, stats->n_probe * sizeof *search->hash);
        n += stats->n_probe;
    }
    if (n)
        qsort(search->hash, n, sizeof *search->hash, by_hash);
    for (size_t i = 0; i < n; i++) {
        if (!search->n || search->hash[search->n - 1] != search->hash[i])
            search->hash[search->n++] = search->hash[i];
    }
    search->left = search->n;
}

static void count_found(Candidates *all, const DraftTable *target, const Search *search,
                        bool is_capped)
{
    for (size_t i = 0; i < all->n; i++) {
        Candidate *c = &all->item[i];
        const ColumnStats *stats = c->from->column[c->column].stats;
        if (c->target != target)
            continue;
        c->is_capped = is_capped;
        for (size_t k = 0; k < stats->n_probe; k++)
            c->found += search->is_found[find_hash(search, stats->probe[k])];
    }
}

/* One scan of the keys of `target` for all columns that may lead there. */
static EngineStatus hold_against(Candidates *all, const SampleJob *job,
                                 const DraftTable *target)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++)
        n += all->item[i].target == target;
    if (!n)
        return ENGINE_OK;
    Search search = {.hash = xcalloc(n * SAMPLE_PROBES, sizeof *search.hash),
                     .is_found = xcalloc(n * SAMPLE_PROBES + 1, sizeof(bool))};
    collect_probes(all, target, &search);
    const ColumnInfo *key = target->column[target->key[0]].info;
    HashWalk walk = {&key->name, &key->type, 1, TARGET_ROWS, look_up, &search};
    bool saw_all;
    EngineStatus status = sample_walk(job, target->info->name, &walk, &saw_all);
    count_found(all, target, &search, !saw_all && search.left > 0);
    free(search.hash);
    free(search.is_found);
    return status;
}

static size_t share(const Candidate *c)
{
    size_t n = c->from->column[c->column].stats->n_probe;
    return c->found * FOUND_ALL / n;
}

static bool is_better(const Candidate *a, const Candidate *b)
{
    if (!b || a->lead != b->lead)
        return !b || a->lead > b->lead;
    if (share(a) != share(b))
        return share(a) > share(b);
    return a->excess < b->excess;
}

static size_t wanted_share(Lead lead)
{
    switch (lead) {
    case LEAD_VALUES:
    case LEAD_STEM:
        return FOUND_ALL;
    case LEAD_KEY_NAME:
        return FOUND_BY_KEY_NAME;
    case LEAD_OWN_NAME:
        return FOUND_BY_OWN_NAME;
    }
    UNREACHABLE("how a column leads to a table");
}

/* All values are keys there, and the name does not say that they are these. */
static void note_values(Draft *draft, const Candidate *c, bool is_only)
{
    if (is_only)
        draft_note(
            draft, c->from,
            "%s: all of its %zu %svalues are keys of %s. If it leads there: "
            "join %s on %s",
            c->from->column[c->column].info->name, c->found,
            c->found < c->from->column[c->column].stats->distinct ? "different " : "",
            c->target->info->name, words_reference(draft->arena, c->target->name),
            words_reference(draft->arena, c->from->column[c->column].info->name));
    else
        draft_note(draft, c->from, "%s: all of its values are keys of several tables",
                   c->from->column[c->column].info->name);
}

static void take_best(Candidates *all, DraftTable *from, size_t column)
{
    Draft *draft = all->draft;
    const Candidate *best = NULL;
    size_t by_values = 0;
    for (size_t i = 0; i < all->n; i++) {
        const Candidate *c = &all->item[i];
        if (c->from != from || c->column != column)
            continue;
        if (share(c) < wanted_share(c->lead))
            continue;
        by_values += c->lead == LEAD_VALUES;
        if (is_better(c, best))
            best = c;
    }
    if (!best)
        return;
    if (best->lead == LEAD_VALUES) {
        note_values(draft, best, by_values == 1);
        return;
    }
    size_t n = from->column[column].stats->n_probe;
    DraftJoin join = {.target = best->target, .column = {column}, .n = 1};
    join.why = arena_printf(
        draft->arena, "%s; %zu of %zu %svalues are there%s",
        best->lead == LEAD_STEM ? "by a part of its name" : "by its name", best->found,
        n, n < from->column[column].stats->distinct ? "different " : "",
        best->is_capped ? ", of the keys that were read" : "");
    ARENA_PUSH(draft->arena, from->join, from->n_join, from->cap_join, join);
    from->column[column].is_spent = true;
}

/* Two ways to one table are told apart by the columns that lead there. */
static const char *role_of(Arena *arena, const DraftTable *from, const DraftJoin *join)
{
    const char *snake = from->column[join->column[0]].snake;
    const char *role = words_without(arena, snake, draft_key_words);
    const char *bare =
        words_without(arena, role, words_singular(arena, join->target->entity));
    return words_is_taken(bare) ? role : bare;
}

static bool is_twice(const DraftTable *table, const DraftTable *target)
{
    size_t n = 0;
    for (size_t i = 0; i < table->n_join; i++)
        n += table->join[i].target == target;
    return n > 1;
}

static void set_roles(const Draft *draft, DraftTable *table)
{
    for (size_t i = 0; i < table->n_join; i++) {
        DraftJoin *join = &table->join[i];
        if (!is_twice(table, join->target))
            continue;
        const char *role = role_of(draft->arena, table, join);
        size_t number = 1;
        for (size_t k = 0; k < i; k++)
            number += is_twice(table, table->join[k].target) &&
                      ascii_same(role_of(draft->arena, table, &table->join[k]), role);
        join->role =
            number > 1 ? arena_printf(draft->arena, "%s_%zu", role, number) : role;
    }
}

EngineStatus draft_find_joins(Draft *draft, const SampleJob *job)
{
    Candidates all = {.draft = draft};
    EngineStatus status = ENGINE_OK;
    for (size_t i = 0; i < draft->n_table; i++) {
        for (size_t k = 0; k < draft->table[i].info->n_foreign; k++)
            add_foreign(draft, &draft->table[i], &draft->table[i].info->foreign[k]);
    }
    for (size_t i = 0; i < draft->n_table; i++)
        find_candidates(&all, &draft->table[i]);
    for (size_t i = 0; i < draft->n_table && status == ENGINE_OK; i++)
        status = hold_against(&all, job, &draft->table[i]);
    for (size_t i = 0; i < draft->n_table && status == ENGINE_OK; i++) {
        for (size_t c = 0; c < draft->table[i].n_column; c++)
            take_best(&all, &draft->table[i], c);
        set_roles(draft, &draft->table[i]);
    }
    return status;
}
