/* How values look in a workbook: number formats, texts that a sheet can hold, names of
   sheets. Knows the limits of the format, not the library that writes it. */
#ifndef KOERS_RUNTIME_RENDER_XLSX_FORM_H
#define KOERS_RUNTIME_RENDER_XLSX_FORM_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"

enum {
    XLSX_ROWS = 1048576,
    XLSX_COLUMNS = 16384,
    XLSX_TEXT_UNITS = 32767, /* UTF-16 units in a cell */
    XLSX_NAME_UNITS = 31,    /* in the name of a sheet */
    XLSX_DIGITS = 15         /* of a number that are kept */
};

typedef enum {
    XLSX_TEXT,  /* as it is, never a formula, also when it is edited */
    XLSX_WHOLE, /* without groups, as 2024 is a year */
    XLSX_VALUE, /* as its type wants, plain numbers without decimals */
    XLSX_VALUE1,
    XLSX_VALUE2, /* the same with decimals */
    XLSX_FORMS
} XlsxForm;

typedef enum {
    XLSX_NO_MARK,
    XLSX_ROOM, /* others of the column carry the mark */
    XLSX_MARK, /* covers its period in part */
    XLSX_MARKS
} XlsxMark;

/* Appends the number format. Separators are those of the reader's program; where the
   currency stands and how dates are written is the locale's. */
void xlsx_add_format(StrBuf *sb, const FormatStyle *style, Type type, XlsxForm form,
                     XlsxMark mark);
/* A number or the serial number of a date; false: it has to be a text (days before
   March 1900, on which programs do not agree; values that are no numbers). */
bool xlsx_number(Type type, Value value, double *res);
/* Is what is shown of a number within the digits that are kept? `shown`: digits after
   the point, -1: all. */
bool xlsx_keeps(Decimal value, int shown);
/* Digits after the point that the value of a measure is shown with. */
int xlsx_shown(Type type);
/* Appends valid UTF-8 without characters that XML cannot hold, at most `units` long;
   true when it was cut. */
bool xlsx_add_clean(StrBuf *sb, const char *text, size_t len, size_t units);

/* Names of sheets that are taken; all case is equal. */
typedef struct {
    char **name;
    size_t count, cap;
} SheetNames;

void sheet_names_release(SheetNames *names);
/* A legal name like `wanted` that is not taken, and takes it; lives as long as the
   names. */
const char *sheet_names_take(SheetNames *names, const char *wanted);
/* `revenue, freight by country`; a long one has the first measure only. The names have
   to be made legal. */
void xlsx_add_sheet_name(StrBuf *sb, const Result *result);

#endif
