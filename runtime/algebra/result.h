/* The answer to a question, column-wise and typed: what renderers print, sources and
   sub-questions read. Ref-counted, immutable once returned; owns its memory. */
#ifndef KOERS_RUNTIME_ALGEBRA_RESULT_H
#define KOERS_RUNTIME_ALGEBRA_RESULT_H

#include "runtime/algebra/vector.h"
#include "runtime/base/arena.h"
#include "runtime/model/chart_kind.h"
#include "runtime/model/type.h"

typedef enum { LEVEL_LINE, LEVEL_SUBTOTAL, LEVEL_OTHERS, LEVEL_TOTAL } LineLevel;

enum { RESULT_ACROSS_TOTAL = -1 }; /* ResultColumn.across: over all values */

typedef enum { COLUMN_KEY, COLUMN_MEASURE } ColumnRole;

/* What a column is to a chart of an answer that has an uncertain part. Where a column
   says so, those that do not are not drawn. */
typedef enum { FAN_NONE, FAN_VALUE, FAN_LOW, FAN_HIGH } ColumnFan;

/* A name and what is said under it; both plain text. */
typedef struct {
    const char *name, *text;
} Fact;

/* How texts stand in a page. */
typedef enum {
    COLUMN_LOOK_TEXT,
    COLUMN_LOOK_SHORT,  /* on one line */
    COLUMN_LOOK_STATUS, /* likewise, red, amber, green or grey as they say */
} ColumnLook;

/* What a value of a period that is known in part is: what there is so far of one that
   is not over, or as much as its source has. */
enum { MARK_SO_FAR = 1, MARK_SHORT = 2 };

typedef struct {
    const char *title;
    ColumnRole role;
    ColumnLook look;
    Type type;
    const Type *row_type; /* of each line, where lines are of different units: numbers;
                             NULL: all are of `type` */
    Vector vec;
    uint8_t *partial;    /* MARK_*, 0 of all of a period; NULL: of all of each */
    const char *group;   /* across: the header above this column, NULL without */
    int32_t across;      /* 1, 2, ...: one of the values of across; 0: there is none */
    const char *measure; /* under across: its name without the value; else NULL */
    ColumnFan fan;
    bool is_sum;       /* of the columns before it: no step of a waterfall */
    bool is_trend;     /* texts of chart_add_sparkline(), not in ASCII */
    const Fact *about; /* what the column means: its definition, source and filters */
    size_t n_about;
} ResultColumn;

typedef struct {
    uint32_t line; /* UINT32_MAX: the answer as a whole */
    bool warn;     /* else alarm */
    const char *text;
} Signal;

/* The first and the last day of which a source has a row; where it is kept by a unit of
   time, the first one of that. */
typedef struct {
    const char *source;
    Day oldest, newest;
} Freshness;

/* Boxes on levels, and what leads from one to another; drawn in pages. */
typedef enum { BOX_GREY, BOX_GREEN, BOX_AMBER, BOX_RED } BoxColour;

typedef struct {
    size_t level;
    const char *title, *value, *note; /* "": nothing */
    BoxColour colour;
} MapBox;

typedef struct {
    size_t from, to; /* boxes */
    bool inversely;
} MapLink;

typedef struct {
    const char *const *level; /* names, the top one first */
    size_t n_level;
    MapBox *box;
    size_t n_box;
    MapLink *link;
    size_t n_link, cap_link;
} ResultMap;

typedef struct Result {
    uint32_t refs;
    Arena *arena; /* owns everything but the pool */
    Intern *pool; /* texts of the columns */
    uint32_t n_row;
    ResultColumn *column;
    size_t n_column;
    uint8_t *level;    /* LineLevel per row */
    uint8_t *depth;    /* of subtotal and others lines: key columns kept, from the
                          first; the label stands in the next one. NULL: all 0 */
    uint8_t *closes;   /* of subtotal lines: the column of the key whose group they
                          close; NULL: not said */
    uint32_t *n_other; /* of others lines: how many lines they stand for; NULL: not
                          said */
    uint8_t *ahead;    /* 1 where a line is about what is expected; NULL: none is */
    bool is_list;      /* lines stand alone: what repeats is printed again */
    bool is_records;   /* lines are read one by one, and hold long texts */
    bool has_levels;   /* total, subtotals or others were asked for */
    Signal *signal;
    size_t n_signal;
    const char **note; /* footer lines: ties cut, sources not limited by `for` */
    size_t n_note;
    ChartAsk chart;
    struct Result *drawn; /* what the chart shows in its place; NULL: the answer */
    bool is_steps;        /* its measure adds up, whatever its unit */
    const ResultMap *map; /* NULL: none; in the arena */
    const char *caption;  /* what it is; NULL: its measures by its keys */
    const char *heading;
    const char *asked; /* the question as it was written; NULL: not said */
    Freshness *fresh;  /* of the sources that were read by their days */
    size_t n_fresh;
} Result;

/* Is there a drawing of it, a chart or a map? */
bool result_is_drawn(const Result *result);
Result *result_new(void);
Result *result_ref(Result *result);
void result_unref(Result *result);
Value result_value(const Result *result, size_t column, uint32_t row);
/* Is there a value of a part of its period in it? */
bool result_has_partial(const Result *result, size_t column);
/* How a cell is shown. */
Type result_type(const Result *result, size_t column, uint32_t row);
int result_find_column(const Result *result, const char *title); /* -1: none */

#endif
