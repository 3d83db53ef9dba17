/* Each value says how it could be read; what all values of a column could be is what
   the column is. A number with one mark and three digits behind it, and a date whose
   day is at most 12, say less than they seem to: then the other columns decide. */
#include "runtime/import/column.h"

#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/engine/csv_table.h"
#include "runtime/import/sign.h"

#include <string.h>

enum {
    FIT_POINT = 1 << 0,
    FIT_COMMA = 1 << 1,
    FIT_POINT_WHOLE = 1 << 2,
    FIT_COMMA_WHOLE = 1 << 3,
    FIT_YMD = 1 << 4,
    FIT_DMY = 1 << 5,
    FIT_MDY = 1 << 6,
    FIT_SHORT_YMD = 1 << 7,
    FIT_SHORT_DMY = 1 << 8,
    FIT_SHORT_MDY = 1 << 9,
    FIT_BITS = 10,
    FIT_NUMBER = FIT_POINT | FIT_COMMA,
    FIT_LATE_YEAR = FIT_DMY | FIT_MDY,
    FIT_SHORT = FIT_SHORT_YMD | FIT_SHORT_DMY | FIT_SHORT_MDY,
    FIT_DATE = FIT_YMD | FIT_LATE_YEAR | FIT_SHORT,
    FIT_ANY = (1 << FIT_BITS) - 1
};

enum { DIGITS_OF_DOUBLE = 15 };

void column_init(Column *column)
{
    *column = (Column){.fits = FIT_ANY, .mark = '.'};
}

static unsigned bits_of_number(NumberFit fit)
{
    return (fit.point ? FIT_POINT : 0u) | (fit.comma ? FIT_COMMA : 0u) |
           (fit.point_whole ? FIT_POINT_WHOLE : 0u) |
           (fit.comma_whole ? FIT_COMMA_WHOLE : 0u);
}

static unsigned bits_of_date(DateFit fit)
{
    static const unsigned bit[2][DATE_ORDERS] = {
        {FIT_YMD, FIT_DMY, FIT_MDY}, {FIT_SHORT_YMD, FIT_SHORT_DMY, FIT_SHORT_MDY}};
    unsigned bits = 0;
    for (size_t i = 0; i < DATE_ORDERS; i++)
        bits |= fit.fits[i] ? bit[fit.is_short][i] : 0;
    return bits;
}

/* Is one of the readings that are left a number that no double keeps? */
static void see_precision(Column *column, CsvField value, unsigned bits)
{
    if (value.len <= DIGITS_OF_DOUBLE || column->is_beyond_double)
        return;
    Number number = number_read(value.text, value.len, bits & FIT_POINT ? '.' : ',');
    column->is_beyond_double = number.form == NUMBER_BEYOND;
}

/* All numbers of a column have the same sign, or none: 12 % and 0.12 do not meet. */
static unsigned see_number(Column *column, CsvField value)
{
    char bare[NUMBER_TEXT_MAX];
    NumberFit fit = number_fit(value.text, value.len);
    const char *sign = NULL;
    if (!fit.point && !fit.comma) {
        sign = sign_find(value.text, value.len, bare, &value.len);
        value.text = bare;
        fit = sign ? number_fit(value.text, value.len) : fit;
    }
    if (!fit.point && !fit.comma)
        return 0;
    if (column->n_number++ && sign != column->sign)
        return 0;
    unsigned bits = bits_of_number(fit);
    column->sign = sign;
    column->has_mark |= fit.is_marked;
    column->has_group |= fit.is_grouped;
    see_precision(column, value, bits);
    return bits;
}

static unsigned bits_of(Column *column, CsvField value, unsigned wanted)
{
    unsigned number = wanted & FIT_NUMBER ? see_number(column, value) : 0;
    if (number || !(wanted & FIT_DATE))
        return number;
    DateFit fit = date_fit(value.text, value.len);
    unsigned bits = bits_of_date(fit);
    column->has_time |= bits && fit.has_time;
    if (bits && !column->shown_mark)
        column->shown_mark = bits & FIT_YMD                  ? value.text[4]
                             : ascii_is_digit(value.text[1]) ? value.text[2]
                                                             : value.text[1];
    return bits;
}

static void keep_example(Column *column, CsvField value)
{
    size_t len = value.len < EXAMPLE_MAX ? value.len : EXAMPLE_MAX;
    if (len < value.len)
        len = utf8_valid_prefix(value.text, len); /* no half character */
    memcpy(column->example, value.text, len);
    column->example[len] = 0;
}

/* 1e3: a number to some, a code to others. */
static bool is_bare_exponent(CsvField value)
{
    size_t at = 0;
    while (at < value.len && ascii_is_digit(value.text[at]))
        at++;
    if (!at || at + 1 >= value.len || ascii_lower(value.text[at]) != 'e')
        return false;
    for (at++; at < value.len; at++)
        if (!ascii_is_digit(value.text[at]))
            return false;
    return true;
}

static void see_fits(Column *column, CsvField value, uint64_t line)
{
    unsigned bits = bits_of(column, value, column->is_wanted ? FIT_ANY : column->fits);
    if (column->is_wanted)
        for (size_t i = 0; i < FIT_BITS; i++)
            column->n_fit[i] += bits >> i & 1;
    unsigned left = column->fits & bits;
    if (!(left & (FIT_NUMBER | FIT_DATE))) {
        if (column->fits) {
            bool is_first = column->values == 1;
            column->misfit_line = !is_first || is_bare_exponent(value) ? line : 0;
            column->fits_before = is_first ? 0 : column->fits;
        }
        left = 0;
    }
    column->fits = left;
}

void column_see(Column *column, CsvField field, uint64_t line)
{
    if (csv_field_is_empty(field)) {
        column->empties++;
        return;
    }
    if (!column->fits && !column->is_wanted) {
        if (!column->values++)
            keep_example(column, field);
        return;
    }
    CsvField value = csv_field_trim(field);
    if (csv_field_is_empty(value)) {
        column->empties++;
        return;
    }
    if (!column->values++)
        keep_example(column, value);
    see_fits(column, value, line);
}

void column_see_first(Column *column, CsvField field)
{
    uint64_t others = column->values;
    column->values = 0;
    column_see(column, field, 1);
    column->values += others;
}

bool column_fits_seen(const Column *column, CsvField field)
{
    CsvField value = csv_field_trim(field);
    Column seen = *column;
    return column->fits && value.len &&
           (bits_of(&seen, value, FIT_ANY) & column->fits & (FIT_NUMBER | FIT_DATE));
}

/* The readings that count: those of all values, of a wanted column those of most. */
static unsigned fits_of(const Column *column)
{
    if (!column->is_wanted)
        return column->values ? column->fits : 0;
    uint64_t most = 0;
    for (size_t i = 0; i < FIT_BITS; i++)
        if ((1u << i) & (FIT_NUMBER | FIT_DATE))
            most = column->n_fit[i] > most ? column->n_fit[i] : most;
    unsigned fits = 0;
    for (size_t i = 0; most && i < FIT_BITS; i++)
        fits |= column->n_fit[i] == most ? 1u << i : 0;
    return fits;
}

/* Columns that can be read in one of two ways only, for each way. */
static void count_votes(const Column *column, size_t n, const unsigned way[2],
                        bool counts[2])
{
    unsigned both = way[0] | way[1];
    for (size_t i = 0; i < n; i++) {
        unsigned fits = fits_of(&column[i]) & both;
        bool is_plain = both == FIT_NUMBER && !column[i].has_mark;
        for (int k = 0; k < 2 && !is_plain; k++)
            counts[k] |= fits == way[k];
    }
}

/* A list that is separated by semicolons has commas for something else. */
static char mark_of_file(const Column *column, size_t n, const Habits *reading,
                         bool *is_known)
{
    static const unsigned way[2] = {FIT_POINT, FIT_COMMA};
    bool counts[2] = {false, false};
    count_votes(column, n, way, counts);
    *is_known = true;
    if (counts[0] != counts[1])
        return counts[0] ? '.' : ',';
    if (reading->usual_mark)
        return reading->usual_mark;
    *is_known = false;
    return reading->separator == ';' ? ',' : '.';
}

/* Is it said whether day or month is first where the year is last? */
static bool says_late_order(const Habits *reading)
{
    return reading->has_order && reading->order != DATE_YMD;
}

static DateOrder order_of_file(const Column *column, size_t n, const Habits *reading,
                               bool *is_known)
{
    static const unsigned way[2] = {FIT_DMY, FIT_MDY};
    bool counts[2] = {false, false};
    count_votes(column, n, way, counts);
    *is_known = true;
    if (counts[0] != counts[1])
        return counts[0] ? DATE_DMY : DATE_MDY;
    if (reading->has_usual_order)
        return reading->usual_order;
    *is_known = false;
    return DATE_DMY;
}

static void decide_number(Column *column, unsigned fits, const Habits *reading)
{
    column->mark = reading->mark;
    if ((fits & FIT_NUMBER) != FIT_NUMBER)
        column->mark = fits & FIT_POINT ? '.' : ',';
    unsigned whole = column->mark == '.' ? FIT_POINT_WHOLE : FIT_COMMA_WHOLE;
    if (fits & whole)
        column->as = READ_INTEGER;
    else
        column->as = column->is_beyond_double ? READ_NUMBER_TEXT : READ_NUMBER;
}

static void decide_date(Column *column, unsigned fits, const Habits *reading)
{
    column->as = column->has_time ? READ_MOMENT : READ_DATE;
    column->date.order = reading->order;
    if (fits & (FIT_YMD | FIT_SHORT_YMD))
        column->date.order = DATE_YMD;
    else if ((fits & FIT_LATE_YEAR) != FIT_LATE_YEAR)
        column->date.order = fits & (FIT_DMY | FIT_SHORT_DMY) ? DATE_DMY : DATE_MDY;
    if (fits & FIT_SHORT)
        column->date.first_year =
            reading->first_year ? reading->first_year : YEARS_FROM;
}

/* Of years with two digits only a reading that is the only one is taken. */
static unsigned allowed_short(Column *column, unsigned fits, const Habits *reading)
{
    static const unsigned bit[DATE_ORDERS] = {FIT_SHORT_YMD, FIT_SHORT_DMY,
                                              FIT_SHORT_MDY};
    unsigned left = fits & FIT_SHORT;
    if (fits & (FIT_YMD | FIT_LATE_YEAR))
        left = 0;
    if (reading->has_order)
        left &= bit[reading->order];
    column->open = 0;
    if (!(left & (left - 1)))
        return left;
    for (unsigned i = 0; i < DATE_ORDERS; i++)
        column->open |= left & bit[i] ? 1u << i : 0;
    return 0;
}

/* Readings that an option rules out are taken away. */
static unsigned allowed_fits(Column *column, const Habits *reading)
{
    unsigned fits = fits_of(column);
    if (reading->mark && column->has_mark)
        fits &= reading->mark == '.' ? ~(unsigned)(FIT_COMMA | FIT_COMMA_WHOLE)
                                     : ~(unsigned)(FIT_POINT | FIT_POINT_WHOLE);
    if (says_late_order(reading) && (fits & FIT_LATE_YEAR))
        fits &= reading->order == DATE_DMY ? ~(unsigned)FIT_MDY : ~(unsigned)FIT_DMY;
    return (fits & ~(unsigned)FIT_SHORT) | allowed_short(column, fits, reading);
}

static void decide(Column *column, unsigned fits, const Habits *found)
{
    bool is_number = fits & FIT_NUMBER;
    if (column->is_wanted) {
        ReadAs as = column->as;
        if (is_number)
            decide_number(column, fits, found);
        else if (fits & FIT_DATE)
            decide_date(column, fits, found);
        bool needs_text = as == READ_NUMBER && column->is_beyond_double;
        column->as = needs_text && !column->is_stored ? READ_NUMBER_TEXT : as;
    } else if (is_number) {
        decide_number(column, fits, found);
    } else if (fits & FIT_DATE) {
        decide_date(column, fits, found);
    } else if (column->as != READ_BOOLEAN) {
        column->as = READ_TEXT;
    }
}

void column_merge(Column *column, const Column *other)
{
    bool is_first = !column->values;
    column->fits &= other->fits;
    if (column->n_number && other->n_number && column->sign != other->sign)
        column->fits &= ~(unsigned)(FIT_NUMBER | FIT_POINT_WHOLE | FIT_COMMA_WHOLE);
    if (!column->n_number)
        column->sign = other->sign;
    column->n_number += other->n_number;
    column->values += other->values;
    column->empties += other->empties;
    for (size_t i = 0; i < FIT_BITS; i++)
        column->n_fit[i] += other->n_fit[i];
    column->has_time |= other->has_time;
    column->has_mark |= other->has_mark;
    column->has_group |= other->has_group;
    column->is_beyond_double |= other->is_beyond_double;
    if (!column->shown_mark)
        column->shown_mark = other->shown_mark;
    if (is_first)
        memcpy(column->example, other->example, sizeof column->example);
}

void column_take_reading(Column *column, const Column *other)
{
    column->as = other->as;
    column->mark = other->mark;
    column->date = other->date;
    column->open = other->open;
    column->is_undecided = other->is_undecided;
}

void column_want(Column *column, ReadAs as, bool is_stored)
{
    column->as = as;
    column->is_stored = is_stored;
    column->is_wanted = as != READ_TEXT && as != READ_BOOLEAN;
    if (!column->is_wanted)
        column->fits = 0;
}

void columns_decide(Column *column, size_t n, const Habits *reading)
{
    bool has_mark = true, has_order = true;
    Habits found = *reading;
    if (!found.mark)
        found.mark = mark_of_file(column, n, reading, &has_mark);
    if (!says_late_order(reading))
        found.order = order_of_file(column, n, reading, &has_order);
    for (size_t i = 0; i < n; i++) {
        unsigned fits = allowed_fits(&column[i], reading);
        decide(&column[i], fits, &found);
        bool by_mark = (fits & FIT_NUMBER) == FIT_NUMBER && column[i].has_mark;
        bool by_order = (fits & FIT_LATE_YEAR) == FIT_LATE_YEAR;
        column[i].is_undecided = column[i].as != READ_TEXT &&
                                 ((by_mark && !has_mark) || (by_order && !has_order));
    }
}

static const char *date_form(const Column *column)
{
    static const char *const form[2][DATE_ORDERS][3] = {
        {{"Y-M-D", "Y/M/D", "Y.M.D"},
         {"D-M-Y", "D/M/Y", "D.M.Y"},
         {"M-D-Y", "M/D/Y", ""}},
        {{"y-M-D", "", ""}, {"D-M-y", "D/M/y", "D.M.y"}, {"M-D-y", "M/D/y", ""}}};
    size_t mark = column->shown_mark == '/' ? 1 : column->shown_mark == '.' ? 2 : 0;
    return form[column->date.first_year > 0][column->date.order][mark];
}

static const char *number_form(const Column *column)
{
    bool is_point = column->mark == '.';
    if (column->has_group)
        return is_point ? "1,234.5" : "1.234,5";
    return !column->has_mark ? "" : is_point ? "1.5" : "1,5";
}

const char *column_form(const Column *column)
{
    switch (column->as) {
    case READ_TEXT:
    case READ_BOOLEAN:
        return "";
    case READ_INTEGER:
    case READ_NUMBER:
    case READ_NUMBER_TEXT:
        return number_form(column);
    case READ_DATE:
    case READ_MOMENT:
        return date_form(column);
    }
    UNREACHABLE("how a column is read");
}

const char *column_declared(const Column *column)
{
    switch (column->as) {
    case READ_TEXT:
        return "TEXT";
    case READ_INTEGER:
        return "INTEGER";
    case READ_NUMBER:
        return "DECIMAL";
    case READ_NUMBER_TEXT:
        return "DECIMAL_TEXT";
    case READ_DATE:
        return "DATE";
    case READ_MOMENT:
        return "DATETIME";
    case READ_BOOLEAN:
        return "BOOLEAN";
    }
    UNREACHABLE("how a column is read");
}

const char *column_type_text(const Column *column)
{
    switch (column->as) {
    case READ_TEXT:
        return "text";
    case READ_INTEGER:
        return "integer";
    case READ_NUMBER:
    case READ_NUMBER_TEXT:
        return "number";
    case READ_DATE:
        return "date";
    case READ_MOMENT:
        return "moment";
    case READ_BOOLEAN:
        return "boolean";
    }
    UNREACHABLE("how a column is read");
}

const char *column_before_text(const Column *column)
{
    return column->fits_before & FIT_NUMBER ? "numbers" : "dates";
}
