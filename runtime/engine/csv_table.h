/* A CSV file as a table: a header with names, rows of as many fields, and for each
   column the type that all its values have. */
#ifndef KOERS_RUNTIME_ENGINE_CSV_TABLE_H
#define KOERS_RUNTIME_ENGINE_CSV_TABLE_H

#include "runtime/base/csv.h"
#include "runtime/diag/diag.h"
#include "runtime/engine/guess.h"
#include "runtime/model/expr.h"

#include <string.h>

typedef struct {
    const char *path;
    CsvForm form;
    bool has_header;   /* the first record holds names */
    const char **name; /* the first record, in the arena */
    Type *type;        /* found by csv_table_find_types */
    size_t n;
    uint64_t n_row; /* counted by csv_table_find_types */
    CsvStamp stamp; /* of the file */
    /* For `koers import`: messages name its options, and the reading ends without a
       message where the file is to be read in another way: where the encoding is left
       open, at bytes that are no UTF-8 in a file that had no character beyond ASCII
       until then; where the quote is left open, at the first one inside a field in a
       file that had no field between quotes until then. */
    bool is_import;
    bool is_quote_open;
    bool is_other_encoding; /* such bytes were found */
    bool has_inner_quote;   /* such a quote was found */
    char data_quote;        /* is data: no field may begin with it; 0: none */
} CsvTable;

typedef struct {
    /* The fields of one row; false ends the walk. */
    bool (*row)(void *self, uint64_t line, const CsvField *field);
    /* Now and then; false ends the walk. May be NULL. */
    bool (*progress)(void *self, uint64_t done, uint64_t size);
    void *self;
} CsvVisitor;

/* ENDED: by the visitor, or because the file is to be read in another way. */
typedef enum { CSV_WALK_DONE, CSV_WALK_ENDED, CSV_WALK_FAILED } CsvWalk;

/* Reads the first record of `path`, as `form` says or as it is found. false: reported.
 */
bool csv_table_open(CsvTable *table, const char *path, CsvForm form, Arena *arena,
                    DiagSink *sink);
/* Are the names not empty, and do they differ? false: reported. */
bool csv_table_check_names(const CsvTable *table, DiagSink *sink);
/* Goes over the rows. Every row that is malformed or has another number of fields is
   reported, and the walk then fails at the end of the file, as it does for a file that
   is not what it was when it was opened. Empty lines are left out, except in a table of
   one column. */
CsvWalk csv_table_walk(CsvTable *table, CsvVisitor visitor, DiagSink *sink);
/* Walks once and sets types and n_row; `visitor.row` may be NULL. */
CsvWalk csv_table_find_types(CsvTable *table, CsvVisitor visitor, Arena *arena,
                             DiagSink *sink);

/* '' and, without quotes, NULL. */
static inline bool csv_field_is_empty(CsvField field)
{
    return field.len == 0 ||
           (!field.quoted && field.len == 4 && memcmp(field.text, "NULL", 4) == 0);
}

/* The field without blanks around it; trim() looks whether there are any. */
CsvField csv_field_cut(CsvField field);
static inline CsvField csv_field_trim(CsvField field)
{
    bool has_blank = field.len && ((unsigned char)field.text[0] <= ' ' ||
                                   (unsigned char)field.text[field.len - 1] <= ' ');
    return has_blank ? csv_field_cut(field) : field;
}

/* The field as a value of the type; a text points into the field. false: no such. */
bool csv_field_value(CsvField field, Type type, Value *value);

#endif
