/* How a CSV file is written: separator, quote, encoding, ends of lines. */
#ifndef KOERS_RUNTIME_BASE_CSV_FORM_H
#define KOERS_RUNTIME_BASE_CSV_FORM_H

#include <stdbool.h>
#include <stddef.h>

/* A quote that no field can begin with. */
enum { CSV_NO_QUOTE = '\n' };

typedef struct {
    char separator; /* ASCII; 0: to be found */
    char quote;     /* likewise; CSV_NO_QUOTE */
    /* A name that iconv knows; NULL: UTF-16 by its mark, else UTF-8. */
    const char *encoding;
    bool has_returns; /* lines end in a carriage return alone */
} CsvForm;

/* Finds what `form` leaves open from the beginning of a text: the separator (, ; tab |)
   and quote (" ') under which most records have as many fields as the first. The
   last record is left out unless the text is whole. */
void csv_form_find(CsvForm *form, const char *text, size_t len, bool is_whole);

#endif
