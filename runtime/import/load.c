/* A row that is wrong is left out, and the rows behind it are still looked at, so that
   several are reported at once; the transaction is then given up. */
#include "runtime/import/load.h"

#include "runtime/base/xalloc.h"
#include "runtime/import/sign.h"

#include <stdlib.h>
#include <string.h>

enum { SCRATCH = NUMBER_TEXT_MAX, ISO_DATE = 10 };

typedef struct {
    ImportFile *file;
    StoreWriter *writer;
    SurveyWatch watch;
    DiagSink *sink;
    char (*scratch)[SCRATCH]; /* per column: texts of the row that were made */
    uint64_t rows;
    bool has_failed; /* the store; else only rows are wrong */
    bool has_misfit;
} Load;

static Diag *report(Load *load, DiagCode code, uint64_t line, const Column *column,
                    const char *what)
{
    load->has_misfit = true;
    return diag_error_at_large(load->sink, code, "%s, line %llu, column `%s`: %s",
                               load->file->path, (unsigned long long)line, column->name,
                               what);
}

static const char *wanted_text(const Column *column)
{
    switch (column->as) {
    case READ_TEXT:
        return "not a text";
    case READ_INTEGER:
        return "not a whole number";
    case READ_NUMBER:
    case READ_NUMBER_TEXT:
        return "not a number";
    case READ_DATE:
        return "not a date";
    case READ_MOMENT:
        return "not a date or moment";
    case READ_BOOLEAN:
        return "neither true nor false";
    }
    UNREACHABLE("how a column is read");
}

/* The number without the sign of its column; false: it has none, or another one. */
static bool take_sign(const Column *column, CsvField *value, char bare[NUMBER_TEXT_MAX])
{
    if (!column->sign)
        return true;
    bool is_same =
        sign_find(value->text, value->len, bare, &value->len) == column->sign;
    value->text = bare;
    return is_same;
}

/* NULL, or what is wrong. */
static const char *set_number(Load *load, size_t i, CsvField value)
{
    const Column *column = &load->file->column[i];
    char bare[NUMBER_TEXT_MAX];
    if (!take_sign(column, &value, bare))
        return wanted_text(column);
    Number number = number_read(value.text, value.len, column->mark);
    bool is_whole = number.form == NUMBER_INTEGER;
    if (is_whole)
        store_writer_set_integer(load->writer, i, number.integer);
    else if (number.form == NUMBER_REAL && column->as == READ_NUMBER)
        store_writer_set_real(load->writer, i, number.real);
    else if (number.form == NUMBER_BEYOND && column->as == READ_NUMBER)
        return "more digits than a column of numbers keeps in a store";
    else
        return wanted_text(column);
    return NULL;
}

static const char *set_number_text(Load *load, size_t i, CsvField value)
{
    const Column *column = &load->file->column[i];
    char *out = load->scratch[i];
    char bare[NUMBER_TEXT_MAX];
    if (!take_sign(column, &value, bare))
        return wanted_text(column);
    size_t len = number_normalize(value.text, value.len, column->mark, out);
    if (!len)
        return wanted_text(column);
    store_writer_set_text(load->writer, i, out, len);
    return NULL;
}

static const char *set_date(Load *load, size_t i, CsvField value)
{
    const Column *column = &load->file->column[i];
    char *out = load->scratch[i];
    size_t len = date_normalize(value.text, value.len, column->date, out);
    if (!len)
        return wanted_text(column);
    if (column->as == READ_DATE && len > ISO_DATE) {
        if (strspn(out + ISO_DATE, " 0:.") < len - ISO_DATE)
            return "a time of day in a column of dates";
        len = ISO_DATE;
    }
    store_writer_set_text(load->writer, i, out, len);
    return NULL;
}

static const char *set_boolean(Load *load, size_t i, CsvField value)
{
    bool truth;
    if (!guess_parse_boolean(value.text, value.len, &truth))
        return wanted_text(&load->file->column[i]);
    store_writer_set_integer(load->writer, i, truth);
    return NULL;
}

static const char *set_value(Load *load, size_t i, CsvField field)
{
    switch (load->file->column[i].as) {
    case READ_TEXT:
        store_writer_set_text(load->writer, i, field.text, field.len);
        return NULL;
    case READ_INTEGER:
    case READ_NUMBER:
        return set_number(load, i, csv_field_trim(field));
    case READ_NUMBER_TEXT:
        return set_number_text(load, i, csv_field_trim(field));
    case READ_DATE:
    case READ_MOMENT:
        return set_date(load, i, csv_field_trim(field));
    case READ_BOOLEAN:
        return set_boolean(load, i, csv_field_trim(field));
    }
    UNREACHABLE("how a column is read");
}

static bool is_empty(const Column *column, CsvField field)
{
    return csv_field_is_empty(field) ||
           (column->as != READ_TEXT && csv_field_is_empty(csv_field_trim(field)));
}

/* false: a value is wrong. */
static bool set_row(Load *load, uint64_t line, const CsvField *field)
{
    bool is_good = true;
    for (size_t i = 0; i < load->file->n; i++) {
        const Column *column = &load->file->column[i];
        if (!is_empty(column, field[i])) {
            const char *wrong = set_value(load, i, field[i]);
            if (wrong)
                report(load, DIAG_IMPORT_VALUE, line, column, wrong);
            is_good &= !wrong;
            continue;
        }
        store_writer_set_null(load->writer, i);
        if (column->is_key) {
            report(load, DIAG_IMPORT_KEY, line, column, "the key is empty");
            is_good = false;
        }
    }
    return is_good;
}

static const char *key_text(const Load *load, StrBuf *list)
{
    for (size_t i = 0; i < load->file->n; i++)
        if (load->file->column[i].is_key)
            strbuf_addf(list, "%s`%s`", list->len ? ", " : "",
                        load->file->column[i].name);
    return list->text;
}

static void report_twice(Load *load, uint64_t line)
{
    StrBuf list;
    strbuf_init(&list);
    const char *key = key_text(load, &list);
    if (list.len)
        diag_error_at_large(load->sink, DIAG_IMPORT_KEY,
                            "%s, line %llu: another row has the same key (%s)",
                            load->file->path, (unsigned long long)line, key);
    else
        diag_error_at_large(
            load->sink, DIAG_IMPORT_KEY,
            "%s, line %llu: a row of table `%s` has the same unique values",
            load->file->path, (unsigned long long)line, load->file->table);
    load->has_misfit = true;
    strbuf_release(&list);
}

static bool add_row(Load *load, uint64_t line)
{
    switch (store_writer_add_row(load->writer)) {
    case ROW_ADDED:
        load->rows++;
        return true;
    case ROW_TWICE:
        report_twice(load, line);
        return true;
    case ROW_REFUSED: {
        Diag *diag = diag_error_at_large(
            load->sink, DIAG_IMPORT_VALUE, "%s, line %llu: table `%s` refuses the row",
            load->file->path, (unsigned long long)line, load->file->table);
        diag_note(load->sink, diag, NULL, "SQLite says: %s",
                  store_writer_refusal(load->writer));
        load->has_misfit = true;
        return true;
    }
    case ROW_FAILED:
        load->has_failed = true;
        return false;
    }
    UNREACHABLE("what became of a row");
}

static bool load_row(void *self, uint64_t line, const CsvField *field)
{
    Load *load = self;
    bool goes_on = !set_row(load, line, field) || add_row(load, line);
    return goes_on && load->sink->n_error < DIAG_MAX;
}

static bool load_progress(void *self, uint64_t done, uint64_t size)
{
    const Load *load = self;
    return load->watch.progress(load->watch.self, done, size);
}

EngineStatus load_rows(ImportFile *file, StoreWriter *writer, SurveyWatch watch,
                       DiagSink *sink)
{
    Load load = {.file = file, .writer = writer, .watch = watch, .sink = sink};
    load.scratch = xcalloc(file->n, sizeof *load.scratch);
    CsvVisitor visitor = {load_row, load_progress, &load};
    CsvWalk walk = csv_table_walk(&file->csv, visitor, sink);
    free(load.scratch);
    if (walk == CSV_WALK_ENDED && !load.has_failed && !load.has_misfit)
        return ENGINE_STOPPED;
    bool is_good = walk == CSV_WALK_DONE && !load.has_failed && !load.has_misfit;
    file->rows = load.rows;
    return is_good ? ENGINE_OK : ENGINE_FAILED;
}
