/* The reader goes over the file byte by byte through a buffer. The texts of a record
   stand one after the other in one block, each with a NUL behind it; fields keep
   offsets until the record is complete, because the block may move as it grows. */
#include "runtime/base/csv.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { BUFFER_SIZE = 64 * 1024, NONE = -1 };

struct CsvReader {
    FILE *file;
    char separator;
    char *buffer;
    size_t at, filled;
    uint64_t done, size;
    uint64_t line, column; /* of the next byte */
    uint64_t record_line;
    uint64_t field_line, field_column;
    char *text; /* of the record */
    size_t len, cap;
    size_t *start; /* per field, into text */
    CsvField *field;
    size_t n_field, cap_start, cap_field;
    CsvError error;
    bool is_over;
    bool has_failed, is_wide; /* the record; the file is UTF-16 */
};

static bool fill(CsvReader *r)
{
    r->at = 0;
    r->filled = fread(r->buffer, 1, BUFFER_SIZE, r->file);
    r->done += r->filled;
    return r->filled > 0;
}

static int peek(CsvReader *r)
{
    if (r->at == r->filled && !fill(r))
        return NONE;
    return (unsigned char)r->buffer[r->at];
}

static bool is_continuation(int c)
{
    return (c & 0xc0) == 0x80;
}

static void take(CsvReader *r)
{
    int c = (unsigned char)r->buffer[r->at++];
    if (c == '\n') {
        r->line++;
        r->column = 1;
    } else if (!is_continuation(c)) {
        r->column++;
    }
}

static bool fail_at(CsvReader *r, uint64_t line, uint64_t column, const char *what)
{
    r->error = (CsvError){line, column, what};
    r->has_failed = true;
    return false;
}

static bool fail(CsvReader *r, const char *what)
{
    return fail_at(r, r->line, r->column, what);
}

static bool keep(CsvReader *r, int c)
{
    if (r->len >= CSV_RECORD_MAX)
        return fail_at(r, r->record_line, 1,
                       "a record of more than 16 MiB; is a quote not closed?");
    XGROW(r->text, r->cap, r->len + 2);
    r->text[r->len++] = (char)c;
    return true;
}

/* A CR belongs to the end of the line. true at such an end, which is not taken. */
static bool take_return(CsvReader *r)
{
    take(r);
    int c = peek(r);
    return c == '\n' || c == NONE ||
           fail(r, "a carriage return that does not end the line");
}

static bool read_plain(CsvReader *r)
{
    for (int c; (c = peek(r)) != NONE && c != '\n' && c != r->separator; take(r)) {
        if (c == '\r')
            return take_return(r);
        if (c == '"')
            return fail(r, "a quote in a field that does not begin with one");
        if (c == 0)
            return fail(r, "a NUL byte");
        if (!keep(r, c))
            return false;
    }
    return true;
}

static bool end_quoted(CsvReader *r)
{
    int c = peek(r);
    if (c == '\r')
        return take_return(r);
    return c == NONE || c == '\n' || c == r->separator ||
           fail(r, "text behind the closing quote of a field");
}

static bool read_quoted(CsvReader *r)
{
    take(r);
    for (int c; (c = peek(r)) != NONE;) {
        if (c == 0)
            return fail(r, "a NUL byte");
        take(r);
        if (c == '"') {
            if (peek(r) != '"')
                return end_quoted(r);
            take(r);
        }
        if (!keep(r, c))
            return false;
    }
    return fail_at(r, r->field_line, r->field_column, "a quote that is never closed");
}

static bool check_text(CsvReader *r, size_t start)
{
    const char *text = r->text + start;
    size_t len = r->len - start;
    size_t good = utf8_valid_prefix(text, len);
    if (good == len)
        return true;
    uint64_t line = r->field_line, column = r->field_column;
    column += r->field[r->n_field - 1].quoted;
    for (size_t i = 0; i < good; i++) {
        column = text[i] == '\n' ? 1 : column + !is_continuation(text[i]);
        line += text[i] == '\n';
    }
    return fail_at(r, line, column, "bytes that are not UTF-8");
}

static bool read_field(CsvReader *r)
{
    if (r->n_field >= CSV_FIELDS_MAX)
        return fail(r, "more than 2000 fields");
    r->field_line = r->line;
    r->field_column = r->column;
    XGROW(r->start, r->cap_start, r->n_field + 1);
    XGROW(r->field, r->cap_field, r->n_field + 1);
    size_t start = r->len;
    bool quoted = peek(r) == '"';
    r->start[r->n_field] = start;
    r->field[r->n_field++].quoted = quoted;
    if (!(quoted ? read_quoted(r) : read_plain(r)) || !check_text(r, start))
        return false;
    r->field[r->n_field - 1].len = r->len - start;
    return keep(r, 0);
}

static void read_record(CsvReader *r)
{
    while (read_field(r)) {
        int c = peek(r);
        if (c == NONE)
            break;
        take(r);
        if (c == '\n')
            break;
    }
    for (size_t i = 0; i < r->n_field; i++)
        r->field[i].text = r->text ? r->text + r->start[i] : "";
}

/* Reading goes on at the next line. */
static void skip_line(CsvReader *r)
{
    bool at_start = false;
    while (!at_start && peek(r) != NONE) {
        const char *from = r->buffer + r->at;
        const char *end = memchr(from, '\n', r->filled - r->at);
        at_start = end != NULL;
        r->at = end ? (size_t)(end - r->buffer) + 1 : r->filled;
        r->line += at_start;
        r->column = 1;
    }
}

/* Nothing follows this error. */
static CsvStatus give_up(CsvReader *r, const char *what)
{
    if (r->is_over)
        return CSV_END;
    r->is_over = true;
    fail(r, what);
    return CSV_BAD;
}

CsvStatus csv_reader_next(CsvReader *reader)
{
    CsvReader *r = reader;
    r->len = 0;
    r->n_field = 0;
    r->has_failed = false;
    r->record_line = r->line;
    if (r->is_wide)
        return give_up(r, "UTF-16; save the file as UTF-8");
    if (peek(r) == NONE && ferror(r->file))
        return give_up(r, "the file cannot be read further");
    if (peek(r) == NONE)
        return CSV_END;
    read_record(r);
    if (!r->has_failed)
        return CSV_ROW;
    skip_line(r);
    return CSV_BAD;
}

static char guess_separator(const CsvReader *r)
{
    static const char candidates[] = ",;|\t";
    size_t count[sizeof candidates] = {0};
    bool quoted = false;
    for (size_t i = r->at; i < r->filled; i++) {
        char c = r->buffer[i];
        if (c == '\n' && !quoted)
            break;
        quoted ^= c == '"';
        const char *hit = c ? strchr(candidates, c) : NULL;
        if (hit && !quoted)
            count[hit - candidates]++;
    }
    size_t best = 0;
    for (size_t i = 1; candidates[i]; i++)
        if (count[i] > count[best])
            best = i;
    return candidates[best];
}

static FILE *open_file(const char *path, uint64_t *size)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return NULL;
    if (!S_ISREG(st.st_mode)) {
        errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
        return NULL;
    }
    *size = (uint64_t)st.st_size;
    return fopen(path, "rb");
}

CsvReader *csv_reader_open(const char *path, char separator)
{
    uint64_t size;
    FILE *file = open_file(path, &size);
    if (!file)
        return NULL;
    CsvReader *r = xcalloc(1, sizeof *r);
    r->file = file;
    r->size = size;
    r->line = r->column = 1;
    r->buffer = xmalloc(BUFFER_SIZE);
    fill(r);
    if (r->filled >= 3 && memcmp(r->buffer, "\xef\xbb\xbf", 3) == 0)
        r->at = 3;
    r->is_wide = r->filled >= 2 && (memcmp(r->buffer, "\xff\xfe", 2) == 0 ||
                                    memcmp(r->buffer, "\xfe\xff", 2) == 0);
    r->separator = separator ? separator : guess_separator(r);
    return r;
}

void csv_reader_close(CsvReader *reader)
{
    if (!reader)
        return;
    fclose(reader->file);
    free(reader->buffer);
    free(reader->text);
    free(reader->start);
    free(reader->field);
    free(reader);
}

const CsvField *csv_reader_fields(const CsvReader *reader, size_t *n)
{
    *n = reader->n_field;
    return reader->field;
}

uint64_t csv_reader_line(const CsvReader *reader)
{
    return reader->record_line;
}

CsvError csv_reader_error(const CsvReader *reader)
{
    return reader->error;
}

uint64_t csv_reader_done(const CsvReader *reader)
{
    return reader->done;
}

uint64_t csv_reader_size(const CsvReader *reader)
{
    return reader->size;
}
