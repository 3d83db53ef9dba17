/* Tables whose rows stand above each other: a column that holds keys of its own table,
   as declared or by its name, and in which no row stands above itself. */
#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"
#include "runtime/init/draft.h"
#include "runtime/init/words.h"

#include <stdlib.h>

enum { TREE_ROWS = 1000000, LEVELS_MAX = 100, FOUND_PERCENT = 90, ALL_PERCENT = 100 };

static const char parent_words[] = "parent reports manager supervisor boss above upper "
                                   "superior mother chef ouder";

typedef struct {
    uint64_t key, parent;
} Node;

typedef struct {
    Node *node;
    size_t n, cap;
    size_t n_parent, n_found, levels;
    bool is_cyclic;
} Tree;

static bool take_row(void *self, const uint64_t *hash)
{
    Tree *tree = self;
    XGROW(tree->node, tree->cap, tree->n + 1);
    tree->node[tree->n++] = (Node){hash[0], hash[1]};
    return true;
}

static int by_key(const void *a, const void *b)
{
    const Node *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static const Node *find_node(const Tree *tree, uint64_t key)
{
    Node wanted = {.key = key};
    return key ? bsearch(&wanted, tree->node, tree->n, sizeof wanted, by_key) : NULL;
}

/* Ways up are short in a tree; one that is too long goes round. */
static void measure_tree(Tree *tree)
{
    if (tree->n)
        qsort(tree->node, tree->n, sizeof *tree->node, by_key);
    for (size_t i = 0; i < tree->n && !tree->is_cyclic; i++) {
        size_t levels = 1;
        const Node *up = find_node(tree, tree->node[i].parent);
        tree->n_parent += tree->node[i].parent != 0;
        tree->n_found += up != NULL;
        for (; up && levels <= LEVELS_MAX; levels++)
            up = find_node(tree, up->parent);
        tree->levels = levels > tree->levels ? levels : tree->levels;
        tree->is_cyclic = up != NULL;
    }
}

static bool is_declared(const DraftTable *table, const char *name)
{
    for (size_t i = 0; i < table->info->n_foreign; i++) {
        const ForeignKey *foreign = &table->info->foreign[i];
        if (foreign->n == 1 && ascii_same(foreign->column[0], name) &&
            ascii_same(foreign->table, table->info->name))
            return true;
    }
    return false;
}

static bool may_be_parent(const DraftTable *table, size_t at)
{
    const DraftColumn *column = &table->column[at];
    const ColumnInfo *key = table->column[table->key[0]].info;
    if (column->is_spent || at == table->key[0] || !column->stats->filled ||
        column->info->type.kind != key->type.kind ||
        !words_can_write(column->info->name))
        return false;
    return is_declared(table, column->info->name) ||
           words_has_any(column->snake, parent_words);
}

static void judge(Draft *draft, DraftTable *table, size_t at, const Tree *tree)
{
    DraftColumn *column = &table->column[at];
    bool declared = is_declared(table, column->info->name);
    const char *how = declared ? "foreign key" : "by its name";
    if (!declared && tree->n_found * ALL_PERCENT < tree->n_parent * FOUND_PERCENT)
        return;
    column->is_spent = true;
    if (tree->is_cyclic) {
        draft_note(draft, table,
                   "%s: holds keys of %s, but some row stands above itself: no tree",
                   column->info->name, table->info->name);
        return;
    }
    table->tree = column->info->name;
    table->tree_why = arena_printf(draft->arena, "%s; %zu levels, none above itself",
                                   how, tree->levels);
}

static EngineStatus look_at(Draft *draft, const SampleJob *job, DraftTable *table,
                            size_t at)
{
    const ColumnInfo *key = table->column[table->key[0]].info;
    const ColumnInfo *parent = table->column[at].info;
    const char *name[] = {key->name, parent->name};
    Type type[] = {key->type, parent->type};
    Tree tree = {0};
    bool all;
    HashWalk walk = {name, type, COUNT_OF(name), TREE_ROWS, take_row, &tree};
    EngineStatus status = sample_walk(job, table->info->name, &walk, &all);
    if (status == ENGINE_OK && !all) {
        draft_note(draft, table, "%s: may lead to the row above; too many rows to tell",
                   parent->name);
    } else if (status == ENGINE_OK) {
        measure_tree(&tree);
        judge(draft, table, at, &tree);
    }
    free(tree.node);
    return status;
}

EngineStatus draft_find_trees(Draft *draft, const SampleJob *job)
{
    EngineStatus status = ENGINE_OK;
    for (size_t t = 0; t < draft->n_table; t++) {
        DraftTable *table = &draft->table[t];
        for (size_t i = 0; draft_has_entity(table) && i < table->n_column; i++) {
            if (status == ENGINE_OK && !table->tree && may_be_parent(table, i))
                status = look_at(draft, job, table, i);
        }
    }
    return status;
}
