/* Reads CSV files (RFC 4180) record by record: lines that end in LF or CRLF, or in CR
   where the beginning of the file has no LF; quoted fields over several lines. Texts
   come out as UTF-8. Whatever breaks the rules is named by line and column, and reading
   goes on behind it. */
#ifndef KOERS_RUNTIME_BASE_CSV_H
#define KOERS_RUNTIME_BASE_CSV_H

#include "runtime/base/csv_form.h"

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

/* What is wrong with a record, for the way out. */
typedef enum {
    CSV_ERROR_FORM,     /* a carriage return, a NUL, too long or too wide */
    CSV_ERROR_QUOTE,    /* one that opens or closes where it may not */
    CSV_ERROR_INSIDE,   /* one in a field that does not begin with one */
    CSV_ERROR_ENCODING, /* bytes that are no text */
    CSV_ERROR_READING   /* the file cannot be read further; nothing follows */
} CsvErrorKind;

typedef struct {
    uint64_t line, column; /* from 1; columns are characters */
    const char *what;      /* lives as long as the reader */
    CsvErrorKind kind;
} CsvError;

/* Tells whether a file is still what it was. */
typedef struct {
    uint64_t device, inode, size;
    int64_t modified[2], changed[2]; /* seconds and nanoseconds */
} CsvStamp;

typedef struct CsvReader CsvReader;

/* What `form` leaves open is found from the beginning of the file: see
   csv_reader_form(). NULL: errno says why; EISDIR for a folder, EINVAL for anything
   else that is no regular file, EILSEQ for an encoding that is not known. */
CsvReader *csv_reader_open(const char *path, CsvForm form);
void csv_reader_close(CsvReader *reader);
CsvForm csv_reader_form(const CsvReader *reader);
/* CSV_BAD: csv_reader_error(); call it again for what follows. */
CsvStatus csv_reader_next(CsvReader *reader);
/* The fields of the record, at least one, until the next call. */
const CsvField *csv_reader_fields(const CsvReader *reader, size_t *n);
uint64_t csv_reader_line(const CsvReader *reader); /* where the record begins */
CsvError csv_reader_error(const CsvReader *reader);
/* Was there a good text with a character beyond ASCII so far? */
bool csv_reader_saw_beyond_ascii(const CsvReader *reader);
/* Was there a field between quotes so far? */
bool csv_reader_saw_quoted(const CsvReader *reader);
uint64_t csv_reader_done(const CsvReader *reader); /* bytes read so far */
uint64_t csv_reader_size(const CsvReader *reader); /* of the file */
/* As the file is now. */
CsvStamp csv_reader_stamp(const CsvReader *reader);
bool csv_stamp_equal(const CsvStamp *a, const CsvStamp *b);

#endif
