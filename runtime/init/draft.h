/* A model before it is a text: what was found of each table and what is guessed from
   it, with the reason of each guess. Filled by one file per kind of thing, in the order
   of init.c; printed by write.c. */
#ifndef KOERS_RUNTIME_INIT_DRAFT_H
#define KOERS_RUNTIME_INIT_DRAFT_H

#include "runtime/init/sample.h"

enum { DRAFT_KEY_MAX = 8 };

typedef struct {
    const ColumnInfo *info;
    const char *snake, *plain; /* its name in words, and bare; see words.h */
    const ColumnStats *stats;
    bool is_spent; /* stands for something already: a key, a join, a label, a time */
} DraftColumn;

typedef enum { KEY_NONE, KEY_DECLARED, KEY_INDEX, KEY_FOUND } KeyOrigin;

typedef struct DraftTable DraftTable;

typedef struct {
    DraftTable *target;
    size_t column[DRAFT_KEY_MAX]; /* in the order of the target's key */
    size_t n;
    const char *role; /* NULL: none is needed */
    const char *why;
} DraftJoin;

typedef struct {
    const char *name, *value, *why;
    const char *unit; /* NULL, or what it is kept by: month, quarter, year */
    int rank;         /* the highest is the default axis */
    Day first, last;
} DraftAxis;

/* A dimension or measure. */
typedef struct {
    const char *base; /* what it would be called if no other thing were */
    const char *name; /* what it is called; see naming.c */
    const char *value;
    const char *kind;  /* "money(EUR)", "percent"; NULL */
    const char *where; /* NULL */
    const char *why;   /* NULL */
    int rank;          /* who gets the plain name; what is asked for first */
} DraftItem;

struct DraftTable {
    const TableInfo *info;
    const char *name;   /* of the source */
    const char *entity; /* what a row is */
    DraftColumn *column;
    size_t n_column;
    uint64_t rows; /* that were read */
    bool is_whole; /* these are all */
    KeyOrigin key_origin;
    size_t key[DRAFT_KEY_MAX];
    size_t n_key;
    const char *label, *label_why; /* NULL: none */
    DraftJoin *join;
    size_t n_join, cap_join;
    const char *tree, *tree_why; /* NULL: none */
    DraftAxis *axis;
    size_t n_axis, cap_axis;
    DraftItem *dim;
    size_t n_dim, cap_dim;
    DraftItem *measure;
    size_t n_measure, cap_measure;
    const char **note; /* what was left out, and why */
    size_t n_note, cap_note;
};

typedef struct {
    Arena *arena;
    DraftTable *table; /* those that become sources */
    size_t n_table;
    const char **view; /* left out */
    size_t n_view, cap_view;
    const char **hollow; /* tables without rows */
    size_t n_hollow, cap_hollow;
    const char **odd; /* tables that cannot be named in a script */
    size_t n_odd, cap_odd;
    bool has_money; /* amounts whose currency nobody knows */
} Draft;

/* key.c: what makes a row unique, while its sample is at hand. */
void draft_find_key(DraftTable *table, const Sample *sample);
/* Is a row a thing that can be named: has it one key, and no day? */
bool draft_has_entity(const DraftTable *table);
/* Does its only key column have a name made of the table's own? */
bool draft_owns_key(const DraftTable *table, Arena *arena);
/* Words that say that a column is a key, parted by blanks. */
extern const char draft_key_words[];

/* join.c and tree.c: how rows find rows of other tables, and of their own. */
EngineStatus draft_find_joins(Draft *draft, const SampleJob *job);
EngineStatus draft_find_trees(Draft *draft, const SampleJob *job);

/* label.c, axis.c, slice.c, measure.c: in this order, each takes what is left. */
void draft_find_labels(Draft *draft);
void draft_find_axes(Draft *draft);
/* Are most of its texts dates, which the store does not keep as such? */
bool draft_holds_dates(const DraftColumn *column);
void draft_find_dimensions(Draft *draft);
void draft_find_measures(Draft *draft);

/* naming.c: of sources and entities, before anything refers to them; of dimensions and
   measures, which share one space of names. */
void draft_name_sources(Draft *draft);
void draft_name_items(Draft *draft);

/* write.c: the text of the model, which opens `store`, in canonical form. */
void draft_write(const Draft *draft, const char *store, StrBuf *out);
/* ask.c: questions that the model answers, one a line; at most three. */
enum { DRAFT_QUESTIONS = 3 };
size_t draft_questions(const Draft *draft, const char *question[DRAFT_QUESTIONS]);

const DraftColumn *draft_column(const DraftTable *table, const char *name);
void draft_note(const Draft *draft, DraftTable *table, const char *format, ...)
    PRINTF_LIKE(3, 4);

#endif
