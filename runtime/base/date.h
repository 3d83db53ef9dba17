/* Dates as programs write them for people: year, month and day in one of three orders,
   with - / or . between them, and perhaps a time of day. */
#ifndef KOERS_RUNTIME_BASE_DATE_H
#define KOERS_RUNTIME_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { DATE_YMD, DATE_DMY, DATE_MDY } DateOrder;

enum { DATE_ORDERS = 3, DATE_TEXT_MAX = 48 };

typedef struct {
    bool fits[DATE_ORDERS];
    bool is_short; /* the year has two digits */
    bool has_time; /* other than 00:00:00 */
} DateFit;

/* How a date is read. */
typedef struct {
    DateOrder order;
    int first_year; /* of the hundred that years of two digits stand for; 0: years have
                       four digits */
} DateForm;

/* With points the day comes before the month. Where the year has two digits, so have
   day and month, but with /, which is never behind a year of two digits. */
DateFit date_fit(const char *text, size_t len);
/* YYYY-MM-DD, and behind a blank the time if the text has one, in `out`; its length,
   0 when the text is no date in this form. */
size_t date_normalize(const char *text, size_t len, DateForm form,
                      char out[DATE_TEXT_MAX]);

#endif
