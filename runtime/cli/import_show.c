/* What was found of a file, as a short table: on standard error, because standard
   output tells what was done. Names and examples are data: they are made visible. */
#include "runtime/cli/import_show.h"

#include "runtime/base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 5, CELL_MAX = 32, SHOWN_MAX = 100 };

static const char *separator_text(char separator)
{
    switch (separator) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "pipe";
    default:
        return "other";
    }
}

static const char *quote_text(char quote)
{
    return quote == CSV_NO_QUOTE ? "no quotes"
           : quote == '\''       ? "single quotes"
                                 : "double quotes";
}

static void set_cell(StrBuf *cell, const char *text)
{
    strbuf_reset(cell);
    utf8_add_visible(cell, text, strlen(text));
    size_t fit = utf8_fit(cell->text, cell->len, CELL_MAX);
    if (fit == cell->len)
        return;
    strbuf_truncate(cell, utf8_fit(cell->text, cell->len, CELL_MAX - 1));
    strbuf_adds(cell, "…");
}

static void set_row(StrBuf cell[COLUMNS], const Column *column)
{
    set_cell(&cell[0], column->name);
    set_cell(&cell[1], column_type_text(column));
    set_cell(&cell[2], column_form(column));
    set_cell(&cell[3], column->example);
    strbuf_reset(&cell[4]);
    strbuf_addf(&cell[4], "%llu", (unsigned long long)column->empties);
}

static void add_line(StrBuf *out, const StrBuf cell[COLUMNS], const size_t *width)
{
    strbuf_adds(out, " ");
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t pad = width[i] - utf8_width(cell[i].text, cell[i].len);
        bool is_right = i == COLUMNS - 1;
        strbuf_addc(out, ' ');
        strbuf_addn(out, ' ', is_right ? pad : 0);
        strbuf_add(out, cell[i].text, cell[i].len);
        strbuf_addn(out, ' ', is_right ? 0 : pad + 1);
    }
    strbuf_addc(out, '\n');
}

static void measure(const StrBuf cell[COLUMNS], size_t *width)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t own = utf8_width(cell[i].text, cell[i].len);
        width[i] = own > width[i] ? own : width[i];
    }
}

static void add_columns(StrBuf *out, const ImportFile *file)
{
    static const char *const head[COLUMNS] = {"column", "type", "form", "example",
                                              "empty"};
    StrBuf cell[COLUMNS];
    size_t width[COLUMNS] = {0};
    size_t n = file->n < SHOWN_MAX ? file->n : SHOWN_MAX;
    for (size_t i = 0; i < COLUMNS; i++)
        strbuf_init(&cell[i]);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < COLUMNS; i++)
            set_cell(&cell[i], head[i]);
        for (size_t i = 0; i <= n; i++) {
            if (pass)
                add_line(out, cell, width);
            else
                measure(cell, width);
            if (i < n)
                set_row(cell, &file->column[i]);
        }
    }
    if (file->n > n)
        strbuf_addf(out, "  and %zu more columns\n", file->n - n);
    for (size_t i = 0; i < COLUMNS; i++)
        strbuf_release(&cell[i]);
}

static void add_quoted(StrBuf *out, const char *text)
{
    strbuf_addc(out, '`');
    utf8_add_visible(out, text, strlen(text));
    strbuf_addc(out, '`');
}

static void add_renamed(StrBuf *out, size_t at, const Column *column)
{
    if (!column->given || column->is_stored || !strcmp(column->given, column->name))
        return;
    strbuf_addf(out, "  column %zu is called ", at + 1);
    add_quoted(out, column->name);
    strbuf_adds(out,
                *column->given ? ", in the file " : ": it has no name in the file");
    if (*column->given)
        add_quoted(out, column->given);
    strbuf_addc(out, '\n');
}

static void add_quotes(StrBuf *out, const CsvTable *csv)
{
    if (csv->data_quote)
        strbuf_adds(out, "  quotes stand inside fields and in front of none; taken as "
                         "they are. Else: --quote double\n");
}

static void add_undecided(StrBuf *out, const Column *column)
{
    if (!column->is_undecided)
        return;
    bool is_date = column->as == READ_DATE || column->as == READ_MOMENT;
    strbuf_adds(out, "  ");
    add_quoted(out, column->name);
    strbuf_addf(out, " can be read in two ways; taken as %s. Else: %s\n",
                column_form(column),
                is_date ? column->date.order == DATE_DMY ? "--dates mdy" : "--dates dmy"
                : column->mark == '.' ? "--decimal comma"
                                      : "--decimal point");
}

static void add_open(StrBuf *out, const Column *column)
{
    static const char *const name[DATE_ORDERS] = {"ymd", "dmy", "mdy"};
    if (!column->open)
        return;
    strbuf_adds(out, "  ");
    add_quoted(out, column->name);
    strbuf_addf(out,
                " has years of two digits and can be read in several ways%s. Say: ",
                column->as == READ_TEXT ? "; taken as text" : "");
    bool is_first = true;
    for (unsigned i = 0; i < DATE_ORDERS; i++) {
        if (column->open >> i & 1)
            strbuf_addf(out, "%s%s", is_first ? "--dates " : " or ", name[i]);
        is_first = is_first && !(column->open >> i & 1);
    }
    strbuf_addc(out, '\n');
}

static void add_years(StrBuf *out, const Column *column)
{
    int first = column->date.first_year;
    if (!first)
        return;
    strbuf_adds(out, "  ");
    add_quoted(out, column->name);
    strbuf_addf(
        out, " has years of two digits; taken as %d to %d. Else: --years-from YEAR\n",
        first, first + 99);
}

static bool is_number(const Column *column)
{
    return column->as == READ_INTEGER || column->as == READ_NUMBER ||
           column->as == READ_NUMBER_TEXT;
}

static void add_sign(StrBuf *out, const Column *column)
{
    if (!column->sign || !is_number(column))
        return;
    bool is_percent = !strcmp(column->sign, "%");
    strbuf_adds(out, "  ");
    add_quoted(out, column->name);
    strbuf_addf(out, " has %s beside each number, which is left out%s\n", column->sign,
                is_percent ? ": 5 % becomes 5, not 0.05" : "");
}

static void add_spoiled(StrBuf *out, const Column *column)
{
    if (column->as != READ_TEXT || column->is_stored || !column->misfit_line)
        return;
    strbuf_adds(out, "  ");
    add_quoted(out, column->name);
    strbuf_addf(out, " is text because of line %llu; ",
                (unsigned long long)column->misfit_line);
    if (column->fits_before)
        strbuf_addf(out, "the values before it are %s\n", column_before_text(column));
    else
        strbuf_adds(out, "an exponent without a point may be a code\n");
}

void import_show(const ImportFile *file)
{
    StrBuf out;
    strbuf_init(&out);
    if (file->is_there) {
        strbuf_release(&out);
        return;
    }
    utf8_add_visible(&out, file->path, strlen(file->path));
    strbuf_addf(&out, ": %s, %s, %s, %s%s, %llu row%s\n",
                separator_text(file->csv.form.separator),
                quote_text(file->csv.form.quote),
                file->csv.form.encoding ? file->csv.form.encoding : "UTF-8",
                file->csv.form.has_returns ? "CR at line ends, " : "",
                file->csv.has_header ? "header" : "no header",
                (unsigned long long)file->rows, file->rows == 1 ? "" : "s");
    add_columns(&out, file);
    add_quotes(&out, &file->csv);
    for (size_t i = 0; i < file->n; i++)
        add_renamed(&out, i, &file->column[i]);
    for (size_t i = 0; i < file->n; i++)
        add_undecided(&out, &file->column[i]);
    for (size_t i = 0; i < file->n; i++)
        add_open(&out, &file->column[i]);
    for (size_t i = 0; i < file->n; i++)
        add_years(&out, &file->column[i]);
    for (size_t i = 0; i < file->n; i++)
        add_sign(&out, &file->column[i]);
    for (size_t i = 0; i < file->n; i++)
        add_spoiled(&out, &file->column[i]);
    if (file->left_empty) {
        strbuf_adds(&out, file->keeps_rows
                              ? "  not in the file, as they are in rows that are there "
                                "and empty in new ones: "
                              : "  stay empty, not in the file: ");
        utf8_add_visible(&out, file->left_empty, strlen(file->left_empty));
        strbuf_addc(&out, '\n');
    }
    fwrite(out.text, 1, out.len, stderr);
    strbuf_release(&out);
}
