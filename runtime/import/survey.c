/* Which record is the header is seen from the rows below it: where some column has
   numbers or dates only, and the first record fits them all, it is a row too. */
#include "runtime/import/survey.h"

#include "runtime/base/ascii.h"
#include "runtime/import/names.h"

#include <string.h>

static const char second_encoding[] = "WINDOWS-1252";

typedef struct {
    ImportFile *file;
    const ImportJob *job;
    const TableInfo *old;
    SurveyWatch watch;
    Arena *arena;
    DiagSink *sink;
} Survey;

static bool open_table(Survey *s)
{
    CsvTable *csv = &s->file->csv;
    CsvForm form = csv->form;
    bool is_open = !s->job->form.quote;
    bool is_data = is_open && form.quote == CSV_NO_QUOTE;
    *csv = (CsvTable){.is_import = true,
                      .is_quote_open = is_open && !is_data,
                      .data_quote = is_data ? '"' : '\0'};
    return csv_table_open(csv, s->file->path, form, s->arena, s->sink);
}

/* The file shows that it is to be read in another way; each is tried once. */
static bool read_otherwise(CsvTable *csv)
{
    if (csv->is_other_encoding)
        csv->form.encoding = second_encoding;
    else if (csv->has_inner_quote)
        csv->form.quote = CSV_NO_QUOTE;
    return csv->is_other_encoding || csv->has_inner_quote;
}

static const ColumnInfo *find_old_column(const TableInfo *old, const char *name)
{
    for (size_t i = 0; i < old->n_column; i++)
        if (ascii_casecmp(old->column[i].name, name) == 0)
            return &old->column[i];
    return NULL;
}

static bool is_given(const CsvTable *csv, const char *name)
{
    for (size_t i = 0; i < csv->n; i++)
        if (ascii_casecmp(csv->name[i], name) == 0)
            return true;
    return false;
}

/* Names that are asked for tell whether the first record holds them. */
static ImportHeader header_by_names(const ImportFile *file, const ImportJob *job,
                                    const TableInfo *old)
{
    const CsvTable *csv = &file->csv;
    if (job->header != HEADER_FIND)
        return job->header;
    if (old) {
        for (size_t i = 0; i < csv->n; i++)
            if (find_old_column(old, csv->name[i]))
                return HEADER_YES;
        return csv->n == old->n_column ? HEADER_NO : HEADER_YES;
    }
    for (size_t i = 0; i < job->n_key; i++)
        if (is_given(csv, job->key[i]))
            return HEADER_YES;
    for (size_t i = 0; i < job->n_type; i++)
        if (is_given(csv, job->type[i].column))
            return HEADER_YES;
    return HEADER_FIND;
}

static void name_columns(Survey *s, bool has_header)
{
    ImportFile *file = s->file;
    const char **given = has_header ? file->csv.name : NULL;
    const char **name = column_names(s->arena, given, file->csv.n);
    for (size_t i = 0; i < file->n; i++) {
        file->column[i].name = name[i];
        file->column[i].given = given ? given[i] : NULL;
    }
}

/* How a column that the store has keeps its values. */
static bool has_word(const char *declared, const char *word)
{
    size_t len = strlen(word);
    for (; *declared; declared++) {
        size_t i = 0;
        while (i < len && ascii_lower(declared[i]) == word[i])
            i++;
        if (i == len)
            return true;
    }
    return false;
}

static ReadAs reading_of(const ColumnInfo *column)
{
    const char *declared = column->declared ? column->declared : "";
    bool keeps_texts = !has_word(declared, "int") &&
                       (has_word(declared, "text") || has_word(declared, "char") ||
                        has_word(declared, "clob"));
    switch (column->type.kind) {
    case VALUE_NUMBER:
        return keeps_texts ? READ_NUMBER_TEXT : READ_NUMBER;
    case VALUE_DATE:
        return has_word(declared, "time") ? READ_MOMENT : READ_DATE;
    case VALUE_MOMENT:
        return READ_MOMENT;
    case VALUE_BOOLEAN:
        return READ_BOOLEAN;
    case VALUE_TEXT:
    case VALUE_PERIOD:
        return READ_TEXT;
    }
    UNREACHABLE("kind of a value");
}

static void list_name(StrBuf *list, const char *name)
{
    strbuf_addf(list, "%s`%s`", list->len ? ", " : "", name);
}

static bool report_unknown(const Survey *s, const StrBuf *unknown)
{
    Diag *diag = diag_error_at_large(s->sink, DIAG_IMPORT_TABLE,
                                     "table `%s` has no column %s, which `%s` brings",
                                     s->old->name, unknown->text, s->file->path);
    StrBuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < s->old->n_column; i++)
        list_name(&names, s->old->column[i].name);
    diag_help(s->sink, diag, "its columns are %s", names.text);
    strbuf_release(&names);
    return false;
}

/* The columns of the file must be columns of the table: by name, without a header by
   place. Those that the file does not have stay empty. */
static bool match_old(Survey *s, bool by_name)
{
    ImportFile *file = s->file;
    StrBuf unknown, missing;
    strbuf_init(&unknown);
    strbuf_init(&missing);
    for (size_t i = 0; i < file->n; i++) {
        Column *column = &file->column[i];
        const ColumnInfo *old = by_name ? find_old_column(s->old, column->name)
                                : i < s->old->n_column ? &s->old->column[i]
                                                       : NULL;
        if (!old) {
            list_name(&unknown, column->name);
            continue;
        }
        column->name = arena_strdup(s->arena, old->name);
        column_want(column, reading_of(old), true);
    }
    for (size_t i = 0; i < s->old->n_column; i++) {
        size_t k = 0;
        while (k < file->n &&
               ascii_casecmp(file->column[k].name, s->old->column[i].name) != 0)
            k++;
        if (k == file->n)
            list_name(&missing, s->old->column[i].name);
    }
    file->left_empty = missing.len ? arena_strdup(s->arena, missing.text) : NULL;
    file->keeps_rows = s->job->mode == IMPORT_UPSERT;
    bool is_good = !unknown.len || report_unknown(s, &unknown);
    strbuf_release(&unknown);
    strbuf_release(&missing);
    return is_good;
}

Column *survey_column(const ImportFile *file, const char *name)
{
    for (size_t i = 0; i < file->n; i++)
        if (ascii_casecmp(file->column[i].name, name) == 0)
            return &file->column[i];
    return NULL;
}

static bool report_no_column(const Survey *s, const char *option, const char *name)
{
    Diag *diag = diag_error_at_large(s->sink, DIAG_IMPORT_TABLE,
                                     "`%s` has no column `%s`, which %s names",
                                     s->file->path, name, option);
    StrBuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < s->file->n; i++)
        list_name(&names, s->file->column[i].name);
    diag_help(s->sink, diag, "its columns are %s", names.text);
    strbuf_release(&names);
    return false;
}

static bool apply_options(Survey *s)
{
    const ImportJob *job = s->job;
    for (size_t i = 0; i < job->n_key; i++) {
        Column *column = survey_column(s->file, job->key[i]);
        if (!column)
            return report_no_column(s, "--key", job->key[i]);
        column->is_key = true;
    }
    for (size_t i = 0; i < job->n_type; i++) {
        Column *column = survey_column(s->file, job->type[i].column);
        if (!column)
            return report_no_column(s, "--type", job->type[i].column);
        if (!column->is_stored)
            column_want(column, job->type[i].as, false);
    }
    return true;
}

static bool set_columns(Survey *s)
{
    ImportFile *file = s->file;
    ImportHeader header = header_by_names(file, s->job, s->old);
    file->n = file->csv.n;
    file->column = ARENA_ARRAY(s->arena, Column, file->n);
    for (size_t i = 0; i < file->n; i++)
        column_init(&file->column[i]);
    name_columns(s, header != HEADER_NO);
    file->csv.has_header = header != HEADER_NO;
    return (!s->old || match_old(s, header != HEADER_NO)) && apply_options(s);
}

bool survey_open(ImportFile *file, const ImportJob *job, const TableInfo *old,
                 Arena *arena, DiagSink *sink)
{
    Survey s = {.file = file, .job = job, .old = old, .arena = arena, .sink = sink};
    file->csv.form = job->form;
    bool is_open = open_table(&s);
    while (!is_open && read_otherwise(&file->csv))
        is_open = open_table(&s);
    return is_open && set_columns(&s);
}

static bool see_row(void *self, uint64_t line, const CsvField *field)
{
    ImportFile *file = ((Survey *)self)->file;
    for (size_t i = 0; i < file->n; i++)
        column_see(&file->column[i], field[i], line);
    file->rows++;
    return true;
}

static bool see_progress(void *self, uint64_t done, uint64_t size)
{
    const Survey *s = self;
    return s->watch.progress(s->watch.self, done, size);
}

static CsvField field_of(const char *text)
{
    return (CsvField){text, strlen(text), false};
}

/* Is the first record a row like the others? */
static bool is_row(const ImportFile *file)
{
    bool fits_one = false;
    for (size_t i = 0; i < file->n; i++) {
        const Column *column = &file->column[i];
        CsvField first = field_of(file->csv.name[i]);
        if (file->rows && (!column->values || !column->fits))
            continue;
        bool fits = column_fits_seen(column, first);
        if (file->rows && first.len && !fits)
            return false;
        fits_one |= fits;
    }
    return fits_one;
}

static void decide_header(Survey *s)
{
    ImportFile *file = s->file;
    if (header_by_names(file, s->job, s->old) != HEADER_FIND || !is_row(file))
        return;
    for (size_t i = 0; i < file->n; i++)
        column_see_first(&file->column[i], field_of(file->csv.name[i]));
    file->rows++;
    file->csv.has_header = false;
    name_columns(s, false);
}

EngineStatus survey_rows(ImportFile *file, const ImportJob *job, const TableInfo *old,
                         SurveyWatch watch, DiagSink *sink)
{
    Survey s = {file, job, old, watch, sink->arena, sink};
    CsvVisitor visitor = {see_row, see_progress, &s};
    CsvWalk walk = csv_table_walk(&file->csv, visitor, sink);
    while (walk == CSV_WALK_ENDED && read_otherwise(&file->csv)) {
        file->rows = 0;
        if (!open_table(&s) || !set_columns(&s))
            return ENGINE_FAILED;
        walk = csv_table_walk(&file->csv, visitor, sink);
    }
    if (walk == CSV_WALK_ENDED)
        return ENGINE_STOPPED;
    if (walk != CSV_WALK_DONE)
        return ENGINE_FAILED;
    decide_header(&s);
    return ENGINE_OK;
}
