/* Reads CSV files (RFC 4180) record by record: UTF-8 with or without BOM, lines that
   end in LF or CRLF, quoted fields over several lines. Whatever breaks the rules is
   named by line and column, and reading goes on behind it. */
#ifndef KOERS_RUNTIME_BASE_CSV_H
#define KOERS_RUNTIME_BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CSV_RECORD_MAX = 16 * 1024 * 1024, /* bytes */
    CSV_FIELDS_MAX = 2000
};

typedef struct {
    const char *text; /* 0-terminated, holds no other NUL */
    size_t len;
    bool quoted;
} CsvField;

typedef enum { CSV_ROW, CSV_END, CSV_BAD } CsvStatus;

typedef struct {
    uint64_t line, column; /* from 1; columns are characters */
    const char *what;
} CsvError;

typedef struct CsvReader CsvReader;

/* `separator` 0: the most frequent of , ; | and tab in the first line. NULL: errno
   says why; EISDIR for a folder, EINVAL for anything else that is no regular file. */
CsvReader *csv_reader_open(const char *path, char separator);
void csv_reader_close(CsvReader *reader);
/* CSV_BAD: csv_reader_error(); call it again for what follows. */
CsvStatus csv_reader_next(CsvReader *reader);
/* The fields of the record, at least one, until the next call. */
const CsvField *csv_reader_fields(const CsvReader *reader, size_t *n);
uint64_t csv_reader_line(const CsvReader *reader); /* where the record begins */
CsvError csv_reader_error(const CsvReader *reader);
uint64_t csv_reader_done(const CsvReader *reader); /* bytes read so far */
uint64_t csv_reader_size(const CsvReader *reader); /* of the file */

#endif
