/* The library runs with constant memory: cells are written in order, from left to
   right and line by line, and a line is done when the next begins. */
#include "runtime/render/xlsx.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/grid.h"
#include "runtime/render/xlsx_check.h"
#include "runtime/render/xlsx_form.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum {
    DAY_SECONDS = 86400,
    WIDTH_LEAST = 6,
    WIDTH_MOST = 60,
    WIDTH_PAGE = 100, /* of the sheet with texts */
    FILTER_WIDTH = 3, /* of the arrow in a header */
    HEADER_COLOUR = 0xEDEDED,
    LEVELS = LEVEL_TOTAL + 1,
    COPY_SIZE = 64 * 1024
};

typedef enum {
    LOOK_TITLE,
    LOOK_TEXT,
    LOOK_HEADER,
    LOOK_HEADER_RIGHT,
    LOOK_NOTE,
    LOOK_SIGNAL,
    LOOKS
} Look;

struct XlsxBook {
    lxw_workbook *book;
    lxw_worksheet *front; /* title, texts, names of the sheets */
    lxw_format *look[LOOKS];
    uint32_t front_row;
    uint64_t n_row; /* of all sheets */
    SheetNames names;
    XlsxStyle style;
    char *path;
    int fd;
    int error; /* errno of what failed; nothing is written from then on */
};

typedef struct {
    lxw_format *format[XLSX_FORMS][LEVELS][XLSX_MARKS];
    size_t width; /* of the texts so far */
    double least, greatest;
    uint32_t least_row, greatest_row;
    bool has_number;
} Column;

/* The answer at hand, and the sheet that it has got to. */
typedef struct {
    XlsxBook *book;
    lxw_worksheet *sheet;
    const Result *result;
    Grid grid;
    Column *column;
    uint32_t line;   /* of the answer, the next one */
    uint32_t row;    /* of the sheet, the next one */
    uint32_t n_long; /* numbers that are not kept whole */
    uint32_t n_cut;  /* texts */
    StrBuf text, clean;
} Sheet;

static lxw_format *new_look(lxw_workbook *book, Look look)
{
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "@");
    bool is_header = look == LOOK_HEADER || look == LOOK_HEADER_RIGHT;
    if (look == LOOK_TITLE)
        format_set_font_size(format, 14);
    if (look == LOOK_TITLE || look == LOOK_SIGNAL || is_header)
        format_set_bold(format);
    if (look == LOOK_NOTE)
        format_set_italic(format);
    if (look == LOOK_TITLE || look == LOOK_TEXT)
        format_set_text_wrap(format);
    if (is_header) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bg_color(format, HEADER_COLOUR);
    }
    if (look == LOOK_HEADER_RIGHT)
        format_set_align(format, LXW_ALIGN_RIGHT);
    return format;
}

/* What fails without a reason is a write to a full disk. */
static void fail(XlsxBook *book)
{
    if (!book->error)
        book->error = errno ? errno : ENOSPC;
}

static lxw_worksheet *add_sheet(XlsxBook *book, const char *name)
{
    errno = 0;
    lxw_worksheet *sheet =
        book->error ? NULL : workbook_add_worksheet(book->book, name);
    if (!sheet)
        fail(book);
    return sheet;
}

static bool open_file(XlsxBook *book, const char *folder)
{
    StrBuf path;
    strbuf_init(&path);
    strbuf_addf(&path, "%s/koers-XXXXXX", folder);
    book->path = strbuf_detach(&path);
    book->fd = mkstemp(book->path);
    if (book->fd >= 0)
        return true;
    free(book->path);
    book->path = NULL;
    return false;
}

XlsxBook *xlsx_new(const XlsxStyle *style)
{
    XlsxBook *book = xcalloc(1, sizeof *book);
    const char *folder = getenv("TMPDIR");
    book->style = *style;
    if (!(folder && *folder && open_file(book, folder)) && !open_file(book, "/tmp")) {
        fail(book);
        return book;
    }
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    book->book = workbook_new_opt(book->path, &options);
    /* Noon, as 0 would stand for the clock's time. */
    lxw_doc_properties properties = {.created = (time_t)style->today * DAY_SECONDS +
                                                DAY_SECONDS / 2};
    workbook_set_properties(book->book, &properties);
    for (int i = 0; i < LOOKS; i++)
        book->look[i] = new_look(book->book, (Look)i);
    book->front = add_sheet(book, sheet_names_take(&book->names, "Report"));
    if (book->front)
        worksheet_set_column(book->front, 0, 0, WIDTH_PAGE, NULL);
    return book;
}

static void write_text(XlsxBook *book, lxw_worksheet *sheet, uint32_t row,
                       const char *text, Look look)
{
    StrBuf clean;
    strbuf_init(&clean);
    xlsx_add_clean(&clean, text, strlen(text), XLSX_TEXT_UNITS);
    worksheet_write_string(sheet, row, 0, clean.text, book->look[look]);
    book->n_row++;
    strbuf_release(&clean);
}

static void add_front(XlsxBook *book, const char *text, Look look)
{
    if (!book->error && book->front_row < XLSX_ROWS)
        write_text(book, book->front, book->front_row++, text, look);
}

void xlsx_add_title(XlsxBook *book, const char *text)
{
    add_front(book, text, LOOK_TITLE);
}

void xlsx_add_text(XlsxBook *book, const char *text)
{
    add_front(book, text, LOOK_TEXT);
}

void xlsx_add_fact(XlsxBook *book, Fact fact)
{
    StrBuf text;
    strbuf_init(&text);
    strbuf_addf(&text, "%s: %s", fact.name, fact.text);
    add_front(book, text.text, LOOK_NOTE);
    strbuf_release(&text);
}

static lxw_format *format_of(Sheet *s, size_t column, XlsxForm form, LineLevel level,
                             XlsxMark mark)
{
    lxw_format **slot = &s->column[column].format[form][level][mark];
    if (*slot && !s->result->column[column].row_type)
        return *slot;
    StrBuf text;
    strbuf_init(&text);
    xlsx_add_format(&text, &s->book->style.format,
                    result_type(s->result, column, s->line), form, mark);
    *slot = workbook_add_format(s->book->book);
    format_set_num_format(*slot, text.text);
    strbuf_release(&text);
    if (level == LEVEL_OTHERS)
        format_set_italic(*slot);
    if (level == LEVEL_SUBTOTAL || level == LEVEL_TOTAL)
        format_set_bold(*slot);
    if (level == LEVEL_TOTAL)
        format_set_top(*slot, LXW_BORDER_THIN);
    return *slot;
}

static void see_width(Column *column, const StrBuf *text)
{
    if (text->len <= column->width)
        return;
    size_t width = utf8_width(text->text, text->len);
    column->width = width > column->width ? width : column->width;
}

static void see_number(Column *column, double number, uint32_t row)
{
    if (!column->has_number || number < column->least) {
        column->least = number;
        column->least_row = row;
    }
    if (!column->has_number || number > column->greatest) {
        column->greatest = number;
        column->greatest_row = row;
    }
    column->has_number = true;
}

static void set_widths(Sheet *s)
{
    for (size_t i = 0; i < s->result->n_column; i++) {
        Column *column = &s->column[i];
        uint32_t row[] = {column->least_row, column->greatest_row};
        for (size_t k = 0; k < COUNT_OF(row) && column->has_number; k++) {
            strbuf_reset(&s->text);
            grid_add_cell(&s->grid, &s->text, i, row[k]);
            see_width(column, &s->text);
        }
        size_t width = column->width < WIDTH_LEAST  ? WIDTH_LEAST
                       : column->width > WIDTH_MOST ? WIDTH_MOST
                                                    : column->width;
        worksheet_set_column(s->sheet, (lxw_col_t)i, (lxw_col_t)i, (double)width + 1,
                             NULL);
    }
}

static void write_header(Sheet *s)
{
    for (size_t i = 0; i < s->result->n_column; i++) {
        strbuf_reset(&s->text);
        strbuf_reset(&s->clean);
        result_add_title(&s->text, &s->result->column[i]);
        xlsx_add_clean(&s->clean, s->text.text, s->text.len, XLSX_TEXT_UNITS);
        Look look = s->grid.column[i].right ? LOOK_HEADER_RIGHT : LOOK_HEADER;
        worksheet_write_string(s->sheet, 0, (lxw_col_t)i, s->clean.text,
                               s->book->look[look]);
        strbuf_addn(&s->clean, ' ', FILTER_WIDTH);
        see_width(&s->column[i], &s->clean);
    }
    s->book->n_row++;
    s->row = 1;
}

static uint32_t rows_of_sheet(const Sheet *s)
{
    return s->book->style.rows ? s->book->style.rows : XLSX_ROWS;
}

/* Totals at the end stay below what is filtered and sorted. The library takes no range
   of rows that are written already. */
static void set_filter(Sheet *s)
{
    uint32_t n = s->result->n_row;
    while (n > s->line && grid_level(&s->grid, n - 1) == LEVEL_TOTAL)
        n--;
    uint32_t lines = n > s->line ? n - s->line : 0;
    uint32_t most = rows_of_sheet(s) - 1;
    worksheet_autofilter(s->sheet, 0, 0, lines < most ? lines : most,
                         (lxw_col_t)(s->result->n_column - 1));
}

static void begin_sheet(Sheet *s, bool again)
{
    XlsxBook *book = s->book;
    strbuf_reset(&s->text);
    xlsx_add_sheet_name(&s->text, s->result);
    const char *name = sheet_names_take(&book->names, s->text.text);
    s->sheet = add_sheet(book, name);
    if (!s->sheet)
        return;
    strbuf_reset(&s->text);
    strbuf_addf(&s->text, "sheet %s", name);
    if (again)
        strbuf_adds(&s->text, ", which goes on from the sheet before");
    else if (s->result->heading)
        strbuf_addf(&s->text, ": %s", s->result->heading);
    add_front(book, s->text.text, LOOK_NOTE);
    worksheet_freeze_panes(s->sheet, 1, 0);
    set_filter(s);
    write_header(s);
}

/* What was written to the library's own file may not have got there. */
static void end_sheet(Sheet *s)
{
    if (s->book->error)
        return;
    set_widths(s);
    errno = 0;
    if (fflush(s->sheet->optimize_tmpfile) != 0 || ferror(s->sheet->optimize_tmpfile))
        fail(s->book);
}

/* Makes room for one more row; false: it cannot be written. */
static bool need_row(Sheet *s)
{
    if (!s->book->error && s->row >= rows_of_sheet(s)) {
        end_sheet(s);
        begin_sheet(s, true);
    }
    return !s->book->error;
}

static void write_string(Sheet *s, size_t column, lxw_format *format)
{
    strbuf_reset(&s->clean);
    s->n_cut += xlsx_add_clean(&s->clean, s->text.text, s->text.len, XLSX_TEXT_UNITS);
    see_width(&s->column[column], &s->clean);
    worksheet_write_string(s->sheet, s->row, (lxw_col_t)column, s->clean.text, format);
}

/* A key whose last digits would be lost would be another key: it is a text. */
static XlsxForm form_of(Sheet *s, size_t column, Value value)
{
    Type type = result_type(s->result, column, s->line);
    if (type.kind != VALUE_NUMBER)
        return XLSX_VALUE;
    if (s->grid.column[column].key < 0) {
        s->n_long += !xlsx_keeps(value.as.number, xlsx_shown(type));
        return (XlsxForm)(XLSX_VALUE + grid_digits(&s->grid, column, s->line));
    }
    int64_t whole;
    if (!xlsx_keeps(value.as.number, -1))
        return XLSX_TEXT;
    if (type.unit.kind == UNIT_NONE && decimal_to_i64(value.as.number, &whole))
        return XLSX_WHOLE;
    return (XlsxForm)(XLSX_VALUE + format_digits(type, value));
}

static XlsxMark mark_of(const Sheet *s, size_t column, uint32_t row)
{
    if (!s->grid.column[column].has_partial)
        return XLSX_NO_MARK;
    return s->result->column[column].partial[row] ? XLSX_MARK : XLSX_ROOM;
}

static void write_value(Sheet *s, size_t column, uint32_t row, Value value)
{
    Type type = result_type(s->result, column, row);
    LineLevel level = grid_level(&s->grid, row);
    XlsxMark mark = mark_of(s, column, row);
    XlsxForm form = form_of(s, column, value);
    double number;
    if (type.kind == VALUE_BOOLEAN) {
        worksheet_write_boolean(s->sheet, s->row, (lxw_col_t)column, value.as.boolean,
                                format_of(s, column, XLSX_TEXT, level, mark));
    } else if (form != XLSX_TEXT && xlsx_number(type, value, &number)) {
        see_number(&s->column[column], number, row);
        worksheet_write_number(s->sheet, s->row, (lxw_col_t)column, number,
                               format_of(s, column, form, level, mark));
    } else {
        strbuf_reset(&s->text);
        if (type.kind == VALUE_TEXT)
            strbuf_add(&s->text, value.as.text.text, value.as.text.len);
        else
            value_print(&s->text, type, value);
        write_string(s, column, format_of(s, column, XLSX_TEXT, level, mark));
    }
}

static void write_cell(Sheet *s, size_t column, uint32_t row)
{
    bool is_key = s->grid.column[column].key >= 0;
    Value value = {.empty = true};
    bool has_value = !is_key || grid_has_value(&s->grid, column, row);
    if (has_value)
        value = result_value(s->result, column, row);
    if (!value.empty) {
        write_value(s, column, row, value);
        return;
    }
    LineLevel level = grid_level(&s->grid, row);
    strbuf_reset(&s->text);
    if (is_key && !(has_value && s->result->is_list))
        grid_add_cell(&s->grid, &s->text, column, row);
    if (s->text.len)
        write_string(s, column, format_of(s, column, XLSX_TEXT, level, XLSX_NO_MARK));
    else if (level != LEVEL_LINE || column == 0) /* each line is a row */
        worksheet_write_blank(s->sheet, s->row, (lxw_col_t)column,
                              format_of(s, column, XLSX_TEXT, level, XLSX_NO_MARK));
}

static void write_line(Sheet *s)
{
    if (!need_row(s))
        return;
    for (size_t i = 0; i < s->result->n_column; i++)
        write_cell(s, i, s->line);
    s->book->n_row++;
    s->row++;
    s->line++;
}

static void write_below(Sheet *s, const char *text, Look look)
{
    if (need_row(s))
        write_text(s->book, s->sheet, s->row++, text, look);
}

static void write_losses(Sheet *s)
{
    StrBuf text;
    strbuf_init(&text);
    if (s->n_long)
        strbuf_addf(&text,
                    "numbers with more than %d digits, of which a workbook keeps as "
                    "many: %u",
                    XLSX_DIGITS, s->n_long);
    if (s->n_long)
        write_below(s, text.text, LOOK_NOTE);
    strbuf_reset(&text);
    if (s->n_cut)
        strbuf_addf(&text, "texts cut after %d characters, which a cell may have: %u",
                    XLSX_TEXT_UNITS, s->n_cut);
    if (s->n_cut)
        write_below(s, text.text, LOOK_NOTE);
    strbuf_release(&text);
}

/* After an empty row, so that they belong to no line. */
static void write_notes(Sheet *s)
{
    const Result *result = s->result;
    s->row++;
    for (size_t i = 0; i < result->n_note; i++)
        write_below(s, result->note[i], LOOK_NOTE);
    write_losses(s);
    for (size_t i = 0; i < result->n_signal; i++) {
        strbuf_reset(&s->text);
        grid_add_signal(&s->grid, &s->text, &result->signal[i]);
        write_below(s, s->text.text, LOOK_SIGNAL);
    }
}

void xlsx_add_result(XlsxBook *book, const Result *result)
{
    if (book->error || result->n_column == 0)
        return;
    if (result->n_column > XLSX_COLUMNS) {
        book->error = EFBIG;
        return;
    }
    Sheet s = {.book = book, .result = result};
    strbuf_init(&s.text);
    strbuf_init(&s.clean);
    grid_init(&s.grid, result, book->style.format);
    s.column = xcalloc(result->n_column, sizeof *s.column);
    begin_sheet(&s, false);
    while (s.line < result->n_row && !book->error)
        write_line(&s);
    write_notes(&s);
    end_sheet(&s);
    free(s.column);
    grid_release(&s.grid);
    strbuf_release(&s.text);
    strbuf_release(&s.clean);
}

/* The library says on standard error what fails; it is reported once, by the sink's
   error. */
static lxw_error close_quietly(lxw_workbook *book)
{
    int said = dup(STDERR_FILENO);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (said >= 0 && nowhere >= 0)
        (void)dup2(nowhere, STDERR_FILENO);
    errno = 0;
    lxw_error error = workbook_close(book);
    int reason = errno;
    if (said >= 0)
        (void)dup2(said, STDERR_FILENO);
    close(said);
    close(nowhere);
    errno = reason;
    return error;
}

static void close_book(XlsxBook *book)
{
    if (book->error) {
        lxw_workbook_free(book->book);
        return;
    }
    worksheet_activate(book->front);
    if (close_quietly(book->book) != LXW_NO_ERROR)
        fail(book);
    errno = 0;
    if (!book->error && !xlsx_is_whole(book->fd, book->n_row))
        fail(book);
}

static void copy(XlsxBook *book, Sink *sink)
{
    char *bytes = xmalloc(COPY_SIZE);
    ssize_t n;
    (void)lseek(book->fd, 0, SEEK_SET);
    while ((n = read(book->fd, bytes, COPY_SIZE)) > 0) {
        strbuf_add(&sink->buf, bytes, (size_t)n);
        sink_drain(sink);
    }
    if (n < 0)
        fail(book);
    free(bytes);
}

void xlsx_finish(XlsxBook *book, Sink *sink)
{
    if (book->fd >= 0) {
        close_book(book);
        if (!book->error)
            copy(book, sink);
        (void)unlink(book->path);
        close(book->fd);
    }
    if (book->error && !sink->error)
        sink->error = book->error;
    sheet_names_release(&book->names);
    free(book->path);
    free(book);
}
