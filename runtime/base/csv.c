/* The reader holds a window of the file in memory, as UTF-8, and looks for a whole
   record in it: first only for the ends of the fields, without changing anything, so
   that places can be counted and the search can begin again when more was read. Then
   the fields get a NUL behind them and lose their doubled quotes, all in the window. */
#include "runtime/base/csv.h"

#include "runtime/base/recode.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    WINDOW_SIZE = 1024 * 1024,
    RAW_SIZE = 64 * 1024,
    ROOM_MIN = 64, /* bytes of the window that a recoder can use */
    CHUNK = 8
};

/* What a byte is to the search; 0: nothing. */
enum { IS_SPECIAL = 1, IS_SPECIAL_INSIDE = 2 };

struct CsvReader {
    int file;
    CsvForm form;
    Recoder *recoder; /* NULL: the file is UTF-8 */
    char *raw;        /* read and not yet converted */
    size_t raw_at, raw_len;
    char *window; /* from the record at hand on, a NUL behind it */
    size_t at, filled, cap;
    uint8_t class[256];
    uint64_t done, size;
    uint64_t line; /* of window[at] */
    uint64_t record_line;
    CsvField *field;
    size_t n_field, cap_field;
    size_t newlines; /* within the record */
    bool has_doubled;
    CsvError error;
    char what[120];
    bool has_ended, has_failed; /* the file; reading it */
    bool has_beyond;            /* in the window: bytes beyond ASCII */
    bool saw_beyond, saw_quoted;
    bool is_over;
};

static bool has_high_bit(const char *text, size_t len)
{
    uint64_t seen = 0;
    size_t at = 0;
    for (; at + CHUNK <= len; at += CHUNK) {
        uint64_t bytes;
        memcpy(&bytes, text + at, CHUNK);
        seen |= bytes;
    }
    for (; at < len; at++)
        seen |= (uint64_t)(text[at] & 0x80);
    return (seen & UINT64_C(0x8080808080808080)) != 0;
}

/* Bytes of the file; 0 at its end and when reading fails. */
static size_t read_bytes(CsvReader *r, char *to, size_t room)
{
    ssize_t got;
    do
        got = read(r->file, to, room);
    while (got < 0 && errno == EINTR);
    if (got > 0) {
        r->done += (uint64_t)got;
        return (size_t)got;
    }
    r->has_ended = true;
    r->has_failed = got < 0;
    return 0;
}

static void fill_recoded(CsvReader *r)
{
    RecodeTo to = {r->window + r->filled, r->cap - r->filled - 1};
    bool has_more = true;
    while (to.room >= ROOM_MIN && has_more) {
        memmove(r->raw, r->raw + r->raw_at, r->raw_len);
        size_t got = read_bytes(r, r->raw + r->raw_len, RAW_SIZE - r->raw_len);
        RecodeFrom from = {r->raw, r->raw_len + got};
        recoder_run(r->recoder, &from, &to, got == 0);
        r->raw_at = (size_t)(from.text - r->raw);
        r->raw_len = from.len;
        has_more = got > 0 || r->raw_len > 0;
    }
    r->has_ended = !has_more;
    r->filled = (size_t)(to.text - r->window);
}

static void fill_plain(CsvReader *r)
{
    while (!r->has_ended && r->filled + 1 < r->cap)
        r->filled += read_bytes(r, r->window + r->filled, r->cap - r->filled - 1);
}

/* Returns become line feeds, within quotes too. */
static void end_lines(CsvReader *r, size_t from)
{
    for (size_t at = from; at < r->filled; at++)
        if (r->window[at] == '\r')
            r->window[at] = '\n';
}

/* Moves the record at hand to the front and reads on behind it. */
static void fill(CsvReader *r)
{
    size_t left = r->filled - r->at;
    memmove(r->window, r->window + r->at, left);
    r->at = 0;
    r->filled = left;
    if (left * 2 > r->cap) {
        r->cap *= 2;
        r->window = xrealloc(r->window, r->cap, 1);
    }
    if (r->recoder)
        fill_recoded(r);
    else
        fill_plain(r);
    r->window[r->filled] = 0;
    if (r->form.has_returns)
        end_lines(r, left);
    r->has_beyond = has_high_bit(r->window, r->filled);
}

static bool is_continuation(char c)
{
    return (c & 0xc0) == 0x80;
}

/* Sets the place of `bad`, which lies in the record at hand. */
static void fail(CsvReader *r, const char *bad, CsvErrorKind kind, const char *what)
{
    r->error = (CsvError){r->line, 1, what, kind};
    for (const char *at = r->window + r->at; at < bad; at++) {
        r->error.column += !is_continuation(*at);
        if (*at == '\n') {
            r->error.line++;
            r->error.column = 1;
        }
    }
}

typedef enum {
    SCAN_FIELD,  /* another one follows */
    SCAN_RECORD, /* the record is whole */
    SCAN_MORE,   /* the window ends before the record does */
    SCAN_BAD
} Scan;

/* Where a search is. */
typedef struct {
    const char *at, *end;
} Cursor;

static Scan scan_bad(CsvReader *r, const char *bad, const char *what)
{
    fail(r, bad, CSV_ERROR_FORM, what);
    return SCAN_BAD;
}

static Scan scan_bad_quote(CsvReader *r, const char *bad, const char *what)
{
    fail(r, bad, CSV_ERROR_QUOTE, what);
    return SCAN_BAD;
}

/* What stands behind a field: a separator, the end of a line or of the file. */
static Scan scan_end(CsvReader *r, Cursor *c, const char *what)
{
    if (c->at < c->end && *c->at == r->form.separator) {
        c->at++;
        return SCAN_FIELD;
    }
    const char *at = c->at;
    at += at < c->end && *at == '\r';
    if (at == c->end && !r->has_ended)
        return SCAN_MORE;
    if (at < c->end && *at != '\n')
        return scan_bad(r, at > c->at ? at : c->at,
                        at > c->at ? "a carriage return that does not end the line"
                                   : what);
    c->at = at + (at < c->end);
    return SCAN_RECORD;
}

static Scan scan_plain(CsvReader *r, Cursor *c, CsvField *field)
{
    const char *at = c->at;
    while (!(r->class[(unsigned char)*at] & IS_SPECIAL))
        at++;
    field->len = (size_t)(at - field->text);
    c->at = at;
    if (at < c->end && *at == r->form.quote && *at != CSV_NO_QUOTE) {
        fail(r, at, CSV_ERROR_INSIDE,
             "a quote in a field that does not begin with one");
        return SCAN_BAD;
    }
    return scan_end(r, c, "a NUL byte");
}

/* Behind the opening quote, on to the closing one. */
static Scan scan_quoted(CsvReader *r, Cursor *c, CsvField *field)
{
    const char *open = c->at++;
    field->text = c->at;
    for (;; c->at++) {
        while (!(r->class[(unsigned char)*c->at] & IS_SPECIAL_INSIDE))
            c->at++;
        if (c->at == c->end && !r->has_ended)
            return SCAN_MORE;
        if (c->at == c->end)
            return scan_bad_quote(r, open, "a quote that is never closed");
        if (*c->at == '\n') {
            r->newlines++;
        } else if (!*c->at) {
            return scan_bad(r, c->at, "a NUL byte");
        } else if (c->at[1] == r->form.quote) {
            r->has_doubled = true;
            c->at++;
        } else {
            break;
        }
    }
    if (c->at + 1 == c->end && !r->has_ended)
        return SCAN_MORE;
    field->len = (size_t)(c->at++ - field->text);
    return scan_end(r, c,
                    *c->at ? "text behind the closing quote of a field" : "a NUL byte");
}

static bool is_text(CsvReader *r, const CsvField *field)
{
    if (!r->has_beyond || !has_high_bit(field->text, field->len))
        return true;
    size_t good = utf8_valid_prefix(field->text, field->len);
    if (good == field->len) {
        r->saw_beyond = true;
        return true;
    }
    snprintf(r->what, sizeof r->what, "bytes that are not %s",
             r->form.encoding ? r->form.encoding : "UTF-8");
    fail(r, field->text + good, CSV_ERROR_ENCODING, r->what);
    return false;
}

static Scan scan_field(CsvReader *r, Cursor *c)
{
    if (r->n_field >= CSV_FIELDS_MAX)
        return scan_bad(r, c->at, "more than 2000 fields");
    XGROW(r->field, r->cap_field, r->n_field + 1);
    CsvField *field = &r->field[r->n_field++];
    field->text = c->at;
    field->quoted = c->at < c->end && *c->at == r->form.quote && *c->at != CSV_NO_QUOTE;
    Scan scan = field->quoted ? scan_quoted(r, c, field) : scan_plain(r, c, field);
    bool is_whole = scan == SCAN_FIELD || scan == SCAN_RECORD;
    r->saw_quoted |= field->quoted;
    return is_whole && !is_text(r, field) ? SCAN_BAD : scan;
}

static Scan scan_record(CsvReader *r, Cursor *c)
{
    *c = (Cursor){r->window + r->at, r->window + r->filled};
    r->n_field = r->newlines = 0;
    r->has_doubled = false;
    Scan scan;
    do
        scan = scan_field(r, c);
    while (scan == SCAN_FIELD);
    return scan;
}

static size_t undouble(char *text, size_t len, char quote)
{
    size_t to = 0;
    for (size_t at = 0; at < len; at++) {
        text[to++] = text[at];
        at += text[at] == quote;
    }
    return to;
}

/* The fields stand in the window, which is the reader's to change. */
static void finish_fields(CsvReader *r)
{
    for (size_t i = 0; i < r->n_field; i++) {
        CsvField *field = &r->field[i];
        char *text = r->window + (field->text - r->window);
        if (r->has_doubled && field->quoted)
            field->len = undouble(text, field->len, r->form.quote);
        text[field->len] = 0;
    }
}

/* Reading goes on at the next line. */
static void skip_line(CsvReader *r)
{
    for (;;) {
        char *from = r->window + r->at;
        const char *end = memchr(from, '\n', r->filled - r->at);
        r->at = end ? (size_t)(end - r->window) + 1 : r->filled;
        r->line += end != NULL;
        if (end || r->has_ended)
            return;
        fill(r);
    }
}

static CsvStatus give_up_record(CsvReader *r)
{
    const char *at = r->window + r->at;
    uint64_t line = r->line;
    /* On from the place of the error, which may lie lines behind the beginning. */
    for (uint64_t left = r->error.line - line; left; left--) {
        const char *end = memchr(at, '\n', r->filled - (size_t)(at - r->window));
        if (!end)
            break;
        at = end + 1;
    }
    r->at = (size_t)(at - r->window);
    r->line = r->error.line;
    skip_line(r);
    return CSV_BAD;
}

CsvStatus csv_reader_next(CsvReader *reader)
{
    CsvReader *r = reader;
    Cursor cursor;
    Scan scan = SCAN_MORE;
    r->record_line = r->line;
    if (r->is_over)
        return CSV_END;
    while (r->at < r->filled || !r->has_ended) {
        scan = scan_record(r, &cursor);
        if ((size_t)(cursor.at - r->window) - r->at > CSV_RECORD_MAX)
            scan =
                scan_bad_quote(r, r->window + r->at,
                               "a record of more than 16 MiB; is a quote not closed?");
        if (scan != SCAN_MORE)
            break;
        fill(r);
    }
    if (r->has_failed) {
        r->is_over = true;
        fail(r, r->window + r->at, CSV_ERROR_READING,
             "the file cannot be read further");
        return CSV_BAD;
    }
    if (scan == SCAN_BAD)
        return give_up_record(r);
    if (scan == SCAN_MORE)
        return CSV_END;
    finish_fields(r);
    r->at = (size_t)(cursor.at - r->window);
    r->line += r->newlines + 1;
    return CSV_ROW;
}

static int open_file(const char *path)
{
    /* A pipe is not waited for. */
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return -1;
    struct stat st;
    if (fstat(file, &st) == 0 && S_ISREG(st.st_mode))
        return file;
    errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
    int why = errno;
    close(file);
    errno = why;
    return -1;
}

static void set_class(CsvReader *r, char c, uint8_t bits)
{
    r->class[(unsigned char)c] |= bits;
}

static void classify(CsvReader *r)
{
    set_class(r, 0, IS_SPECIAL | IS_SPECIAL_INSIDE);
    set_class(r, '\n', IS_SPECIAL | IS_SPECIAL_INSIDE);
    set_class(r, '\r', IS_SPECIAL);
    set_class(r, r->form.separator, IS_SPECIAL);
    set_class(r, r->form.quote, IS_SPECIAL | IS_SPECIAL_INSIDE);
}

/* The mark at the beginning of a file may say that it is UTF-16. */
static const char *encoding_by_mark(int file)
{
    unsigned char mark[2] = {0};
    if (pread(file, mark, sizeof mark, 0) != sizeof mark)
        return NULL;
    if (mark[0] == 0xff && mark[1] == 0xfe)
        return "UTF-16LE";
    return mark[0] == 0xfe && mark[1] == 0xff ? "UTF-16BE" : NULL;
}

/* As UTF-8 it is the same in every encoding. */
static void skip_mark(CsvReader *r)
{
    if (r->filled >= 3 && memcmp(r->window, "\xef\xbb\xbf", 3) == 0)
        r->at = 3;
}

/* Spreadsheets put a line `sep=;` in front of the header. */
static void take_hint(CsvReader *r)
{
    static const char hint[] = "sep=";
    const char *at = r->window + r->at;
    size_t len = sizeof hint - 1;
    if (r->filled - r->at < len + 2 || memcmp(at, hint, len) != 0)
        return;
    const char *end = at + len + 1;
    end += *end == '\r';
    if (*end != '\n' || at[len] == '\r')
        return;
    if (!r->form.separator)
        r->form.separator = at[len];
    r->at = (size_t)(end + 1 - r->window);
    r->line++;
}

static void find_returns(CsvReader *r)
{
    if (r->form.has_returns || !memchr(r->window, '\r', r->filled) ||
        memchr(r->window, '\n', r->filled))
        return;
    r->form.has_returns = true;
    end_lines(r, 0);
}

CsvReader *csv_reader_open(const char *path, CsvForm form)
{
    int file = open_file(path);
    if (file < 0)
        return NULL;
    CsvReader *r = xcalloc(1, sizeof *r);
    r->file = file;
    r->form = form;
    r->size = csv_reader_stamp(r).size;
    r->line = 1;
    if (!r->form.encoding)
        r->form.encoding = encoding_by_mark(file);
    if (r->form.encoding) {
        r->recoder = recoder_open(r->form.encoding);
        r->raw = xmalloc(RAW_SIZE);
    }
    r->cap = WINDOW_SIZE;
    r->window = xmalloc(r->cap);
    r->window[0] = 0;
    if (r->form.encoding && !r->recoder) {
        csv_reader_close(r);
        errno = EILSEQ;
        return NULL;
    }
    fill(r);
    find_returns(r);
    skip_mark(r);
    take_hint(r);
    csv_form_find(&r->form, r->window + r->at, r->filled - r->at, r->has_ended);
    classify(r);
    return r;
}

void csv_reader_close(CsvReader *reader)
{
    if (!reader)
        return;
    close(reader->file);
    recoder_close(reader->recoder);
    free(reader->raw);
    free(reader->window);
    free(reader->field);
    free(reader);
}

CsvForm csv_reader_form(const CsvReader *reader)
{
    return reader->form;
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

bool csv_reader_saw_beyond_ascii(const CsvReader *reader)
{
    return reader->saw_beyond;
}

bool csv_reader_saw_quoted(const CsvReader *reader)
{
    return reader->saw_quoted;
}

uint64_t csv_reader_done(const CsvReader *reader)
{
    return reader->done;
}

uint64_t csv_reader_size(const CsvReader *reader)
{
    return reader->size;
}

CsvStamp csv_reader_stamp(const CsvReader *reader)
{
    struct stat st;
    if (fstat(reader->file, &st) != 0)
        return (CsvStamp){.size = 0};
    return (CsvStamp){.device = (uint64_t)st.st_dev,
                      .inode = (uint64_t)st.st_ino,
                      .size = (uint64_t)st.st_size,
                      .modified = {st.st_mtim.tv_sec, st.st_mtim.tv_nsec},
                      .changed = {st.st_ctim.tv_sec, st.st_ctim.tv_nsec}};
}

bool csv_stamp_equal(const CsvStamp *a, const CsvStamp *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           a->modified[0] == b->modified[0] && a->modified[1] == b->modified[1] &&
           a->changed[0] == b->changed[0] && a->changed[1] == b->changed[1];
}
