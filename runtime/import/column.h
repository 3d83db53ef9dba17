/* What is seen of the columns of a file, over all of its rows, and what is made of it:
   a type and a way to read each value. */
#ifndef KOERS_RUNTIME_IMPORT_COLUMN_H
#define KOERS_RUNTIME_IMPORT_COLUMN_H

#include "runtime/base/csv.h"
#include "runtime/base/date.h"
#include "runtime/model/type.h"

/* How a value is read, and how the store keeps it. */
typedef enum {
    READ_TEXT,
    READ_INTEGER,     /* a number without decimals */
    READ_NUMBER,      /* integers and doubles */
    READ_NUMBER_TEXT, /* digits of a number, all of them */
    READ_DATE,
    READ_MOMENT,
    READ_BOOLEAN
} ReadAs;

enum { EXAMPLE_MAX = 80 }; /* bytes */

typedef struct {
    const char *name;  /* in the store */
    const char *given; /* in the file; NULL: the file has no header */
    bool is_wanted;    /* `as` is settled before the rows are seen */
    bool is_stored;    /* the table has the column already */
    bool is_key;
    ReadAs as;
    char mark;     /* of numbers */
    DateForm date; /* of dates */
    /* What the rows have shown. */
    unsigned fits; /* bits of FIT_...: how every value can be read */
    uint64_t values, empties, n_number;
    uint64_t n_fit[10];    /* values that can be read so; of wanted columns only */
    uint64_t misfit_line;  /* the first value that made a text of it; 0: none */
    unsigned fits_before;  /* what the values before it could be; 0: there were none */
    bool has_time;         /* a date with one */
    bool has_mark;         /* a number with a point or comma */
    bool has_group;        /* a number with groups of three digits */
    bool is_beyond_double; /* a number that no double keeps */
    bool is_undecided;     /* could be read in two ways; one was taken */
    unsigned open;    /* of years with two digits: 1 << each order that they can be read
                         in; none was taken. 0: not so */
    const char *sign; /* of all numbers, see sign.h; NULL: they have none */
    char shown_mark;  /* of dates, between the numbers */
    char example[EXAMPLE_MAX + 1]; /* the first value, cut; may hold anything */
} Column;

void column_init(Column *column);
/* The column is to be read so: it was asked for, or the table has it. */
void column_want(Column *column, ReadAs as, bool is_stored);
/* One more value. */
void column_see(Column *column, CsvField field, uint64_t line);
/* The value of line 1, after those of all others. */
void column_see_first(Column *column, CsvField field);
/* Would the value fit what all values of the column are, other than text? */
bool column_fits_seen(const Column *column, CsvField field);

/* The same column in another file of the same table. */
void column_merge(Column *column, const Column *other);
void column_take_reading(Column *column, const Column *other);

enum { YEARS_FROM = 1970 };

/* What is known beside the rows. */
typedef struct {
    char mark;       /* '.' or ','; 0: to be found */
    bool has_order;  /* else it is to be found */
    DateOrder order; /* of dates; YMD: of those with years of two digits only */
    int first_year;  /* of the hundred that these stand for; 0: YEARS_FROM */
    char separator;  /* of the file */
    /* How files of the same table were read before: where nothing else decides. */
    char usual_mark; /* 0: not known */
    bool has_usual_order;
    DateOrder usual_order;
} Habits;

/* Sets `as`, `mark` and `date` of all columns. What a column leaves open is taken from
   the others, then from what is usual, else by a rule: then it is undecided. */
void columns_decide(Column *column, size_t n, const Habits *reading);

/* "1,234.5", "1.5", "D-M-Y", ""; how values are written. */
const char *column_form(const Column *column);
/* What the column is called in a table of the store. */
const char *column_declared(const Column *column);
const char *column_type_text(const Column *column);
/* "numbers" or "dates": what the values before misfit_line are. */
const char *column_before_text(const Column *column);

#endif
