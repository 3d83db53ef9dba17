/* CSV files as tables. Types need all rows, so that the file is read twice: once for
   the types and the defects, once for the values. */
#include "runtime/engine/csv_table.h"

#include "runtime/base/ascii.h"

#include <errno.h>
#include <string.h>

enum { ROWS_BETWEEN_PROGRESS = 4096 };

static CsvReader *open_reader(const char *path, CsvForm form, DiagSink *sink)
{
    CsvReader *reader = csv_reader_open(path, form);
    if (reader)
        return reader;
    const char *why = strerror(errno);
    if (errno == ENOENT || errno == ENOTDIR)
        diag_error_at_large(sink, DIAG_CSV_UNREADABLE, "there is no file `%s`", path);
    else if (errno == EISDIR || errno == EINVAL)
        diag_error_at_large(sink, DIAG_CSV_UNREADABLE, "`%s` is no regular file", path);
    else
        diag_error_at_large(sink, DIAG_CSV_UNREADABLE, "cannot read `%s`: %s", path,
                            why);
    return NULL;
}

static bool is_other_encoding(const CsvTable *table, const CsvReader *reader)
{
    return table->is_import && !csv_reader_form(reader).encoding &&
           csv_reader_error(reader).kind == CSV_ERROR_ENCODING &&
           !csv_reader_saw_beyond_ascii(reader);
}

static bool has_inner_quote(const CsvTable *table, const CsvReader *reader)
{
    return table->is_quote_open && csv_reader_error(reader).kind == CSV_ERROR_INSIDE &&
           !csv_reader_saw_quoted(reader);
}

static void report_bad(CsvTable *table, const CsvReader *reader, DiagSink *sink)
{
    CsvError error = csv_reader_error(reader);
    table->is_other_encoding = is_other_encoding(table, reader);
    table->has_inner_quote = has_inner_quote(table, reader);
    if (table->is_other_encoding || table->has_inner_quote)
        return;
    Diag *diag = diag_error_at_large(
        sink, DIAG_CSV_MALFORMED, "%s, line %llu, column %llu: %s", table->path,
        (unsigned long long)error.line, (unsigned long long)error.column, error.what);
    const char *encoding = csv_reader_form(reader).encoding;
    bool is_utf8 = !encoding || ascii_same(encoding, "utf-8");
    if (error.kind == CSV_ERROR_ENCODING && table->is_import && is_utf8)
        diag_help(sink, diag, "say how the file is written: --encoding windows-1252");
    else if ((error.kind == CSV_ERROR_QUOTE || error.kind == CSV_ERROR_INSIDE) &&
             table->is_import)
        diag_help(sink, diag,
                  "correct the file, or take quotes as they are: --quote none");
}

bool csv_table_check_names(const CsvTable *table, DiagSink *sink)
{
    for (size_t i = 0; i < table->n; i++) {
        if (!*table->name[i]) {
            diag_error_at_large(sink, DIAG_CSV_MALFORMED,
                                "%s, line 1: column %zu has no name", table->path,
                                i + 1);
            return false;
        }
        for (size_t k = 0; k < i; k++) {
            if (ascii_casecmp(table->name[i], table->name[k]) == 0) {
                diag_error_at_large(sink, DIAG_CSV_MALFORMED,
                                    "%s, line 1: columns %zu and %zu are both `%s`",
                                    table->path, k + 1, i + 1, table->name[i]);
                return false;
            }
        }
    }
    return true;
}

static void read_first(CsvTable *table, CsvReader *reader, Arena *arena)
{
    const CsvField *field = csv_reader_fields(reader, &table->n);
    table->name = ARENA_ARRAY(arena, const char *, table->n + 1);
    for (size_t i = 0; i < table->n; i++) {
        CsvField name = csv_field_trim(field[i]);
        table->name[i] = arena_strndup(arena, name.text, name.len);
    }
}

bool csv_table_open(CsvTable *table, const char *path, CsvForm form, Arena *arena,
                    DiagSink *sink)
{
    table->path = path;
    table->has_header = true;
    CsvReader *reader = open_reader(path, form, sink);
    if (!reader)
        return false;
    table->stamp = csv_reader_stamp(reader);
    table->form = csv_reader_form(reader);
    CsvStatus status = csv_reader_next(reader);
    if (status == CSV_ROW)
        read_first(table, reader, arena);
    else if (status == CSV_BAD)
        report_bad(table, reader, sink);
    else
        diag_error_at_large(sink, DIAG_CSV_MALFORMED, "%s is empty: a header is wanted",
                            path);
    csv_reader_close(reader);
    return status == CSV_ROW;
}

static bool check_count(const CsvTable *table, const CsvReader *reader, size_t n,
                        DiagSink *sink)
{
    if (n == table->n)
        return true;
    diag_error_at_large(sink, DIAG_CSV_MALFORMED,
                        "%s, line %llu: %zu field%s where the header has %zu",
                        table->path, (unsigned long long)csv_reader_line(reader), n,
                        n == 1 ? "" : "s", table->n);
    return false;
}

/* Where quotes are data, one in front of a field may be meant otherwise. */
static bool check_quotes(const CsvTable *table, const CsvReader *reader, DiagSink *sink)
{
    size_t n;
    const CsvField *field = csv_reader_fields(reader, &n);
    for (size_t i = 0; i < n; i++) {
        if (field[i].text[0] != table->data_quote)
            continue;
        Diag *diag = diag_error_at_large(
            sink, DIAG_CSV_MALFORMED,
            "%s, line %llu: column %zu begins with a quote, and other fields have one "
            "inside",
            table->path, (unsigned long long)csv_reader_line(reader), i + 1);
        diag_help(sink, diag,
                  "correct the file, or take quotes as they are: --quote none");
        return false;
    }
    return true;
}

static bool is_blank(const CsvTable *table, const CsvField *field, size_t n)
{
    return table->n > 1 && n == 1 && field[0].len == 0 && !field[0].quoted;
}

/* What became of one record. */
typedef enum { RECORD_GOOD, RECORD_BAD, RECORD_LAST } RecordFate;

static RecordFate visit_record(CsvTable *table, CsvReader *reader, CsvStatus status,
                               CsvVisitor visitor, DiagSink *sink)
{
    size_t n;
    const CsvField *field = csv_reader_fields(reader, &n);
    if (status == CSV_BAD) {
        report_bad(table, reader, sink);
        return table->is_other_encoding || table->has_inner_quote ? RECORD_LAST
                                                                  : RECORD_BAD;
    }
    if (is_blank(table, field, n))
        return RECORD_GOOD;
    if (!check_count(table, reader, n, sink) ||
        (table->data_quote && !check_quotes(table, reader, sink)))
        return RECORD_BAD;
    bool goes_on =
        !visitor.row || visitor.row(visitor.self, csv_reader_line(reader), field);
    return goes_on ? RECORD_GOOD : RECORD_LAST;
}

static bool show_progress(const CsvReader *reader, CsvVisitor visitor)
{
    return !visitor.progress || visitor.progress(visitor.self, csv_reader_done(reader),
                                                 csv_reader_size(reader));
}

static CsvWalk walk_rows(CsvTable *table, CsvReader *reader, CsvVisitor visitor,
                         DiagSink *sink)
{
    bool has_failed = false;
    CsvStatus status;
    for (uint64_t row = 0; (status = csv_reader_next(reader)) != CSV_END; row++) {
        RecordFate fate = visit_record(table, reader, status, visitor, sink);
        has_failed |= fate == RECORD_BAD;
        bool goes_on = fate != RECORD_LAST;
        if (goes_on && row % ROWS_BETWEEN_PROGRESS == 0)
            goes_on = show_progress(reader, visitor);
        if (!goes_on)
            return CSV_WALK_ENDED;
    }
    return has_failed ? CSV_WALK_FAILED : CSV_WALK_DONE;
}

static bool is_unchanged(const CsvTable *table, const CsvReader *reader, DiagSink *sink)
{
    CsvStamp now = csv_reader_stamp(reader);
    if (csv_stamp_equal(&now, &table->stamp))
        return true;
    diag_error_at_large(sink, DIAG_CSV_CHANGED, "%s changed while it was read",
                        table->path);
    return false;
}

CsvWalk csv_table_walk(CsvTable *table, CsvVisitor visitor, DiagSink *sink)
{
    CsvReader *reader = open_reader(table->path, table->form, sink);
    if (!reader)
        return CSV_WALK_FAILED;
    bool is_same = is_unchanged(table, reader, sink);
    CsvWalk walk = CSV_WALK_FAILED;
    if (is_same && (!table->has_header || csv_reader_next(reader) == CSV_ROW))
        walk = walk_rows(table, reader, visitor, sink);
    if (is_same && !is_unchanged(table, reader, sink))
        walk = CSV_WALK_FAILED;
    csv_reader_close(reader);
    return walk;
}

typedef struct {
    CsvTable *table;
    TypeGuess *guess;
    CsvVisitor visitor;
} Finding;

static bool find_in_row(void *self, uint64_t line, const CsvField *field)
{
    Finding *finding = self;
    finding->table->n_row++;
    for (size_t i = 0; i < finding->table->n; i++) {
        CsvField value = csv_field_trim(field[i]);
        if (!csv_field_is_empty(field[i]))
            guess_add_text(&finding->guess[i], value.text, value.len);
    }
    CsvVisitor *visitor = &finding->visitor;
    return !visitor->row || visitor->row(visitor->self, line, field);
}

static bool find_progress(void *self, uint64_t done, uint64_t size)
{
    const CsvVisitor *visitor = &((Finding *)self)->visitor;
    return !visitor->progress || visitor->progress(visitor->self, done, size);
}

CsvWalk csv_table_find_types(CsvTable *table, CsvVisitor visitor, Arena *arena,
                             DiagSink *sink)
{
    Finding finding = {.table = table, .visitor = visitor};
    finding.guess = ARENA_ARRAY(arena, TypeGuess, table->n);
    table->n_row = 0;
    CsvWalk walk =
        csv_table_walk(table, (CsvVisitor){find_in_row, find_progress, &finding}, sink);
    table->type = ARENA_ARRAY(arena, Type, table->n);
    for (size_t i = 0; i < table->n; i++)
        table->type[i] = guess_text_type(&finding.guess[i]);
    return walk;
}

CsvField csv_field_cut(CsvField field)
{
    while (field.len && ascii_is_space(field.text[0])) {
        field.text++;
        field.len--;
    }
    while (field.len && ascii_is_space(field.text[field.len - 1]))
        field.len--;
    return field;
}

static bool time_value(CsvField field, int64_t *seconds)
{
    bool ignored;
    return civil_parse(field.text, field.len, seconds, &ignored);
}

bool csv_field_value(CsvField field, Type type, Value *value)
{
    CsvField trimmed = csv_field_trim(field);
    bool is_text = type.kind == VALUE_TEXT;
    *value = (Value){.empty = csv_field_is_empty(is_text ? field : trimmed)};
    if (value->empty)
        return true;
    int64_t seconds;
    switch (type.kind) {
    case VALUE_TEXT:
        value->as.text.text = field.text;
        value->as.text.len = field.len;
        return true;
    case VALUE_NUMBER:
        return decimal_parse(trimmed.text, trimmed.len, &value->as.number);
    case VALUE_BOOLEAN:
        return guess_parse_boolean(trimmed.text, trimmed.len, &value->as.boolean);
    case VALUE_DATE:
        if (!time_value(trimmed, &seconds))
            return false;
        value->as.day = civil_day_of(seconds);
        return civil_day_of(seconds) * INT64_C(86400) == seconds;
    case VALUE_MOMENT:
        return time_value(trimmed, &value->as.seconds);
    case VALUE_PERIOD:
        return false;
    }
    UNREACHABLE("kind of a value");
}
