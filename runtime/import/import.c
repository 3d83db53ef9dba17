/* Importing reads the file twice: once for defects and types, once to insert. The
   store keeps each number as what it shows: integers, doubles that read back as the
   same decimal, and texts in a column where a double would not. */
#include "runtime/import/import.h"

#include "runtime/base/ascii.h"
#include "runtime/engine/csv_table.h"
#include "runtime/engine/sqlite/sqlite.h"
#include "runtime/engine/sqlite/writer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { DIGITS_OF_DOUBLE = 15 }; /* so many digits always read back */

typedef struct {
    const ImportJob *job;
    Arena *arena;
    DiagSink *sink;
    const char *table;
    CsvTable csv;
    TableInfo old; /* the table that exists */
    bool has_old;
    Type *wanted;         /* per column of the file: to append to; NULL: new table */
    bool *beyond_double;  /* per column: some number is not a double */
    WriterColumn *column; /* per column of the file */
    StoreWriter *writer;
    bool inserting, has_misfit, has_failed;
} Import;

static bool is_name_char(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

static const char *default_name(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    size_t len = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    char *name = arena_strndup(arena, base, len);
    for (char *at = name; *at; at++)
        if (!is_name_char(*at))
            *at = '_';
    return name;
}

static bool refuse_old(Import *im)
{
    Diag *diag;
    if (im->old.is_view) {
        diag_error_at_large(im->sink, DIAG_IMPORT_TABLE,
                            "`%s` of the store `%s` is a view", im->table,
                            im->job->store);
        return false;
    }
    diag = diag_error_at_large(im->sink, DIAG_IMPORT_TABLE,
                               "the store `%s` already has a table `%s`",
                               im->job->store, im->table);
    diag_help(im->sink, diag,
              "add --append to put the rows into it, --replace to put them in place of "
              "it, or name another table");
    return false;
}

/* What the store has under the name of the table. */
static bool look_at_store(Import *im)
{
    if (access(im->job->store, F_OK) != 0)
        return true;
    Engine *engine = sqlite_engine_open(im->job->store, im->sink);
    if (!engine)
        return false;
    DiagSink unseen;
    diag_sink_init(&unseen, im->arena, NULL);
    const TableInfo *old =
        engine->ops->describe(engine, im->table, NULL, im->arena, &unseen);
    im->has_old = old != NULL;
    if (old)
        im->old = *old;
    engine->ops->close(engine);
    bool may_be_there = (im->job->append || im->job->replace) && !im->old.is_view;
    return !im->has_old || may_be_there || refuse_old(im);
}

static const ColumnInfo *find_old_column(const Import *im, const char *name)
{
    for (size_t i = 0; i < im->old.n_column; i++)
        if (ascii_casecmp(im->old.column[i].name, name) == 0)
            return &im->old.column[i];
    return NULL;
}

/* The columns of the file must be columns of the table; others become NULL. */
static bool match_columns(Import *im)
{
    if (!im->has_old) {
        diag_error_at_large(im->sink, DIAG_IMPORT_TABLE,
                            "the store `%s` has no table `%s` to append to",
                            im->job->store, im->table);
        return false;
    }
    im->wanted = ARENA_ARRAY(im->arena, Type, im->csv.n);
    for (size_t i = 0; i < im->csv.n; i++) {
        const ColumnInfo *column = find_old_column(im, im->csv.name[i]);
        if (!column) {
            diag_error_at_large(im->sink, DIAG_IMPORT_TABLE,
                                "table `%s` has no column `%s`, which `%s` brings",
                                im->table, im->csv.name[i], im->job->file);
            return false;
        }
        im->wanted[i] = column->type;
    }
    return true;
}

/* Does a double keep `v`: as the decimal it shows, or as one of the 17 digits that a
   program printed for the double itself? */
static bool is_double(Decimal v)
{
    char printed[32];
    double d = decimal_to_double(v);
    Decimal back;
    if (!decimal_from_double(d, &back))
        return false;
    if (decimal_compare(v, back) == 0)
        return true;
    int len = snprintf(printed, sizeof printed, "%.17g", d);
    return len > 0 && decimal_parse(printed, (size_t)len, &back) &&
           decimal_compare(v, back) == 0;
}

static void report_misfit(Import *im, uint64_t line, size_t column)
{
    im->has_misfit = true;
    diag_error_at_large(im->sink, DIAG_CSV_MALFORMED,
                        "%s, line %llu: the value of `%s` does not fit the column of "
                        "table `%s`",
                        im->job->file, (unsigned long long)line, im->csv.name[column],
                        im->table);
}

/* The first time over the file. */
static bool check_row(void *self, uint64_t line, const CsvField *field)
{
    Import *im = self;
    for (size_t i = 0; i < im->csv.n; i++) {
        CsvField trimmed = csv_field_trim(field[i]);
        Decimal v;
        Value ignored;
        if (im->wanted) {
            if (!csv_field_value(field[i], im->wanted[i], &ignored))
                report_misfit(im, line, i);
        } else if (trimmed.len > DIGITS_OF_DOUBLE && !im->beyond_double[i] &&
                   guess_is_number(trimmed.text, trimmed.len) &&
                   decimal_parse(trimmed.text, trimmed.len, &v)) {
            im->beyond_double[i] = !is_double(v);
        }
    }
    return true;
}

static bool report_progress(void *self, uint64_t done, uint64_t size)
{
    const Import *im = self;
    const ImportJob *job = im->job;
    return !job->progress ||
           job->progress(job->progress_self, im->inserting ? size + done : done,
                         2 * size);
}

static const char *declare(Type type, bool beyond_double)
{
    switch (type.kind) {
    case VALUE_NUMBER:
        return type.integer ? "INTEGER" : beyond_double ? "DECIMAL_TEXT" : "DECIMAL";
    case VALUE_DATE:
        return "DATE";
    case VALUE_MOMENT:
        return "DATETIME";
    case VALUE_BOOLEAN:
        return "BOOLEAN";
    case VALUE_TEXT:
    case VALUE_PERIOD:
        return "TEXT";
    }
    UNREACHABLE("kind of a value");
}

static void set_number(StoreWriter *writer, size_t column, CsvField field, Decimal v)
{
    int64_t whole;
    if (decimal_to_i64(v, &whole))
        store_writer_set_integer(writer, column, whole);
    else if (is_double(v))
        store_writer_set_real(writer, column, decimal_to_double(v));
    else
        store_writer_set_text(writer, column, field.text, field.len);
}

static void set_value(const Import *im, size_t column, CsvField field, Type type,
                      Value value)
{
    CsvField trimmed = csv_field_trim(field);
    switch (type.kind) {
    case VALUE_NUMBER:
        if (im->beyond_double[column])
            store_writer_set_text(im->writer, column, trimmed.text, trimmed.len);
        else
            set_number(im->writer, column, trimmed, value.as.number);
        break;
    case VALUE_DATE:
        store_writer_set_text(im->writer, column, trimmed.text, strlen("2025-01-01"));
        break;
    case VALUE_MOMENT:
        store_writer_set_text(im->writer, column, trimmed.text, trimmed.len);
        break;
    case VALUE_BOOLEAN:
        store_writer_set_integer(im->writer, column, value.as.boolean);
        break;
    case VALUE_TEXT:
    case VALUE_PERIOD:
        store_writer_set_text(im->writer, column, field.text, field.len);
        break;
    }
}

static const Type *types_of(const Import *im)
{
    return im->wanted ? im->wanted : im->csv.type;
}

/* The second time over the file; a value can misfit only if the file changed. */
static bool insert_row(void *self, uint64_t line, const CsvField *field)
{
    Import *im = self;
    const Type *type = types_of(im);
    for (size_t i = 0; i < im->csv.n; i++) {
        Value value;
        if (!csv_field_value(field[i], type[i], &value)) {
            report_misfit(im, line, i);
            return false;
        }
        if (!value.empty)
            set_value(im, i, field[i], type[i], value);
    }
    im->has_failed = !store_writer_add_row(im->writer);
    return !im->has_failed;
}

static bool prepare_table(Import *im)
{
    const Type *type = types_of(im);
    im->column = ARENA_ARRAY(im->arena, WriterColumn, im->csv.n);
    for (size_t i = 0; i < im->csv.n; i++)
        im->column[i] =
            (WriterColumn){im->csv.name[i], declare(type[i], im->beyond_double[i])};
    im->writer = store_writer_open(im->job->store, im->sink);
    if (!im->writer)
        return false;
    bool is_ready = true;
    if (im->has_old && im->job->replace)
        is_ready = store_writer_drop(im->writer, im->table);
    if (is_ready && !im->wanted)
        is_ready = store_writer_create(im->writer, im->table, im->column, im->csv.n);
    return is_ready && store_writer_into(im->writer, im->table, im->column, im->csv.n);
}

static EngineStatus insert_all(Import *im)
{
    if (!prepare_table(im))
        return ENGINE_FAILED;
    im->inserting = true;
    CsvWalk walk = csv_table_walk(
        &im->csv, (CsvVisitor){insert_row, report_progress, im}, im->sink);
    if (walk == CSV_WALK_ENDED && !im->has_failed && !im->has_misfit)
        return ENGINE_STOPPED;
    if (walk != CSV_WALK_DONE)
        return ENGINE_FAILED;
    return store_writer_commit(im->writer) ? ENGINE_OK : ENGINE_FAILED;
}

static void add_way_out(Import *im)
{
    Diag *last = im->sink->last;
    if (last && last->code == DIAG_CSV_MALFORMED)
        diag_help(im->sink, last,
                  "nothing was imported; correct the file and try again");
}

/* The first time over the file: nothing is written before all of it is good. */
static EngineStatus check_file(Import *im)
{
    im->beyond_double = ARENA_ARRAY(im->arena, bool, im->csv.n);
    CsvWalk walk = csv_table_find_types(
        &im->csv, (CsvVisitor){check_row, report_progress, im}, im->arena, im->sink);
    if (walk == CSV_WALK_ENDED)
        return ENGINE_STOPPED;
    if (walk == CSV_WALK_DONE && !im->has_misfit)
        return ENGINE_OK;
    add_way_out(im);
    return ENGINE_FAILED;
}

static void fill_report(const Import *im, ImportReport *out)
{
    ColumnInfo *column = ARENA_ARRAY(im->arena, ColumnInfo, im->csv.n);
    for (size_t i = 0; i < im->csv.n; i++)
        column[i] = (ColumnInfo){.name = im->csv.name[i],
                                 .type = types_of(im)[i],
                                 .declared = im->column[i].declared};
    *out = (ImportReport){im->table, im->csv.n_row, column, im->csv.n};
}

EngineStatus import_file(const ImportJob *job, Arena *arena, DiagSink *sink,
                         ImportReport *out)
{
    Import im = {.job = job, .arena = arena, .sink = sink};
    im.table = job->table ? job->table : default_name(arena, job->file);
    if (!csv_table_open(&im.csv, job->file, job->separator, arena, sink) ||
        !look_at_store(&im) || (job->append && !match_columns(&im)))
        return ENGINE_FAILED;
    EngineStatus status = check_file(&im);
    if (status == ENGINE_OK)
        status = insert_all(&im);
    store_writer_close(im.writer);
    if (status == ENGINE_OK)
        fill_report(&im, out);
    return status;
}
