/* Rows of one table after the other. After a failure, which was reported, every call
   does nothing. */
#ifndef KOERS_RUNTIME_DEMO_ROWS_H
#define KOERS_RUNTIME_DEMO_ROWS_H

#include "runtime/base/civil.h"
#include "runtime/engine/sqlite/writer.h"

#include <signal.h>

enum { ROWS_COLUMNS = 24, ROWS_TEXT = 96 };

typedef struct {
    StoreWriter *writer;
    const volatile sig_atomic_t *stop; /* NULL: nothing stops it */
    bool ok, stopped;
    size_t column; /* the next one */
    char text[ROWS_COLUMNS][ROWS_TEXT];
} Rows;

/* Makes the table; rows go into it from now on. */
void rows_table(Rows *rows, const char *table, const WriterColumn *column, size_t n);
#define ROWS_TABLE(rows, table, columns)                                               \
    rows_table((rows), (table), (columns), COUNT_OF(columns))

/* The next value of the row. */
void rows_int(Rows *rows, int64_t v);
void rows_id(Rows *rows, int64_t v); /* 0: empty */
/* Hundredths, stored as the decimal that they are. */
void rows_cents(Rows *rows, int64_t cents);
/* v / scale, a power of ten. */
void rows_decimal(Rows *rows, int64_t v, int64_t scale);
void rows_null(Rows *rows);
void rows_text(Rows *rows, const char *text); /* NULL: empty. Lives until the end */
void rows_printf(Rows *rows, const char *format, ...) PRINTF_LIKE(2, 3);
void rows_day(Rows *rows, Day day);            /* DAY_NONE: empty */
void rows_moment(Rows *rows, int64_t seconds); /* INT64_MIN: empty */
void rows_end(Rows *rows);

#endif
