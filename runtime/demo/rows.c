#include "runtime/demo/rows.h"

#include <stdarg.h>
#include <string.h>

void rows_table(Rows *rows, const char *table, const WriterColumn *column, size_t n)
{
    WriterTable into = {.name = table, .column = column, .n = n};
    rows->ok = rows->ok && store_writer_create(rows->writer, &into) &&
               store_writer_into(rows->writer, &into);
    rows->column = 0;
}

void rows_int(Rows *rows, int64_t v)
{
    if (rows->ok)
        store_writer_set_integer(rows->writer, rows->column++, v);
}

void rows_null(Rows *rows)
{
    if (rows->ok)
        store_writer_set_null(rows->writer, rows->column++);
}

void rows_id(Rows *rows, int64_t v)
{
    if (v)
        rows_int(rows, v);
    else
        rows_null(rows);
}

/* The division is rounded once, to the double next to the decimal: the same on every
   machine, and the decimal again when it is read. */
void rows_decimal(Rows *rows, int64_t v, int64_t scale)
{
    if (v % scale == 0)
        rows_int(rows, v / scale);
    else if (rows->ok)
        store_writer_set_real(rows->writer, rows->column++, (double)v / (double)scale);
}

void rows_cents(Rows *rows, int64_t cents)
{
    rows_decimal(rows, cents, 100);
}

void rows_text(Rows *rows, const char *text)
{
    if (!text)
        rows_null(rows);
    else if (rows->ok)
        store_writer_set_text(rows->writer, rows->column++, text, strlen(text));
}

void rows_printf(Rows *rows, const char *format, ...)
{
    char *text = rows->text[rows->column];
    va_list args;
    va_start(args, format);
    vsnprintf(text, ROWS_TEXT, format, args);
    va_end(args);
    rows_text(rows, text);
}

static char *put_digits(char *at, int v, int digits)
{
    for (int i = digits - 1; i >= 0; i--, v /= 10)
        at[i] = (char)('0' + v % 10);
    return at + digits;
}

/* printf is what takes longest where there are millions of days. */
static char *put_day(char *at, Day day)
{
    Civil civil = civil_from_day(day);
    at = put_digits(at, civil.year, 4);
    *at++ = '-';
    at = put_digits(at, civil.month, 2);
    *at++ = '-';
    return put_digits(at, civil.day, 2);
}

void rows_day(Rows *rows, Day day)
{
    if (day == DAY_NONE) {
        rows_null(rows);
        return;
    }
    char *text = rows->text[rows->column];
    *put_day(text, day) = '\0';
    rows_text(rows, text);
}

void rows_moment(Rows *rows, int64_t seconds)
{
    if (seconds == INT64_MIN) {
        rows_null(rows);
        return;
    }
    Day day = civil_day_of(seconds);
    int of_day = (int)(seconds - (int64_t)day * 86400);
    char *text = rows->text[rows->column];
    char *at = put_day(text, day);
    *at++ = ' ';
    at = put_digits(at, of_day / 3600, 2);
    *at++ = ':';
    at = put_digits(at, of_day / 60 % 60, 2);
    *at++ = ':';
    *put_digits(at, of_day % 60, 2) = '\0';
    rows_text(rows, text);
}

void rows_end(Rows *rows)
{
    rows->column = 0;
    if (rows->ok && rows->stop && *rows->stop) {
        rows->stopped = true;
        rows->ok = false;
    }
    rows->ok = rows->ok && store_writer_add_row(rows->writer) == ROW_ADDED;
}
