/* Lays a text out in rows of the terminal, then prints the rows with colours. Rows are
   broken here and not by the terminal, so the place of the cursor is always known. */
#include "runtime/prompt/screen.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { TAB_CELLS = 4 };

typedef struct {
    size_t begin, end; /* bytes of the text */
    size_t line;       /* number of the line */
    size_t cells;
    bool starts_line;
} Row;

typedef struct {
    const ScreenInput *in;
    Row *row;
    size_t n, cap;
    size_t lead; /* cells of the prompt */
    size_t cursor_row, cursor_cell;
} Layout;

static const char *const colour_of[HIGHLIGHT_KIND_COUNT] = {
    [HIGHLIGHT_PLAIN] = "",
    [HIGHLIGHT_KEYWORD] = "\033[1;34m",
    [HIGHLIGHT_UNIT] = "\033[34m",
    [HIGHLIGHT_MEASURE] = "\033[1;36m",
    [HIGHLIGHT_DIMENSION] = "\033[36m",
    [HIGHLIGHT_NUMBER] = "\033[35m",
    [HIGHLIGHT_TEXT] = "\033[32m",
    [HIGHLIGHT_PARAMETER] = "\033[33m",
    [HIGHLIGHT_COMMENT] = "\033[2m",
    [HIGHLIGHT_COMMAND] = "\033[1m",
    [HIGHLIGHT_ERROR] = "\033[31m",
    [HIGHLIGHT_MATCH] = "\033[1;4m",
};

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7f;
}

/* Bytes and cells of the character at text[at]. */
static size_t measure(const char *text, size_t len, size_t at, size_t *cells)
{
    int32_t code;
    char c = text[at];
    if (c == '\t') {
        *cells = TAB_CELLS;
        return 1;
    }
    if (is_control(c)) {
        *cells = 2;
        return 1;
    }
    size_t n = utf8_decode(text + at, len - at, &code);
    *cells = n == 1 ? 1 : utf8_width(text + at, n);
    return n;
}

static void add_char(StrBuf *out, const char *text, size_t n)
{
    if (text[0] == '\t')
        strbuf_addn(out, ' ', TAB_CELLS);
    else if (is_control(text[0]))
        strbuf_addf(out, "^%c", text[0] ^ 0x40);
    else if (n == 1 && (unsigned char)text[0] >= 0x80)
        strbuf_addc(out, '?');
    else
        utf8_add_visible(out, text, n);
}

void screen_add_continuation(StrBuf *out, char reason, size_t width)
{
    char mark[8] = "...> ";
    if (reason != ' ') {
        memcpy(mark, "...", 3);
        mark[3] = reason;
        memcpy(mark + 4, "> ", 3);
    }
    size_t own = strlen(mark);
    if (width > own)
        strbuf_addn(out, ' ', width - own);
    strbuf_adds(out, mark);
}

/* The prompt without readline's marks of invisible parts. */
static void add_prompt(StrBuf *out, const char *prompt)
{
    for (; *prompt; prompt++) {
        if (*prompt != '\001' && *prompt != '\002')
            strbuf_addc(out, *prompt);
    }
}

static size_t lead_of(const Layout *l)
{
    size_t most = l->in->columns > 12 ? l->in->columns - 4 : l->in->columns;
    return l->lead < most ? l->lead : most - 1;
}

static void add_row(Layout *l, size_t begin, size_t line, bool starts_line)
{
    XGROW(l->row, l->cap, l->n + 1);
    l->row[l->n++] = (Row){.begin = begin,
                           .end = begin,
                           .line = line,
                           .cells = starts_line ? lead_of(l) : 0,
                           .starts_line = starts_line};
}

static void place_cursor(Layout *l, size_t at, size_t cell)
{
    if (at == l->in->point) {
        l->cursor_row = l->n - 1;
        l->cursor_cell = cell;
    }
}

static void lay_out(Layout *l)
{
    const ScreenInput *in = l->in;
    size_t cell = lead_of(l), line = 0;
    add_row(l, 0, 0, true);
    for (size_t at = 0; at < in->len;) {
        size_t cells = 0, n = 1;
        if (in->text[at] != '\n')
            n = measure(in->text, in->len, at, &cells);
        if (cell + cells > in->columns && cell > 0) {
            add_row(l, at, line, false);
            cell = 0;
        }
        place_cursor(l, at, cell);
        l->row[l->n - 1].end = at + n;
        l->row[l->n - 1].cells += cells;
        if (in->text[at] == '\n') {
            l->row[l->n - 1].end = at;
            add_row(l, at + 1, ++line, true);
            cell = lead_of(l);
        }
        cell += cells;
        at += n;
    }
    if (cell >= in->columns && in->point >= in->len) {
        add_row(l, in->len, line, false);
        cell = 0;
    }
    place_cursor(l, in->len, cell);
    if (l->cursor_cell >= in->columns)
        l->cursor_cell = in->columns - 1;
}

static void add_lead(StrBuf *out, const Layout *l, const Row *row)
{
    StrBuf sb;
    if (!row->starts_line)
        return;
    strbuf_init(&sb);
    const Highlight *h = l->in->highlight;
    if (row->line == 0)
        add_prompt(&sb, l->in->prompt);
    else
        screen_add_continuation(
            &sb, row->line <= h->n_reason ? h->reason[row->line - 1] : ' ', l->lead);
    strbuf_truncate(&sb, utf8_fit(sb.text, sb.len, lead_of(l)));
    if (l->in->colour && row->line > 0)
        strbuf_addf(out, "\033[2m%s\033[0m", sb.text);
    else
        strbuf_adds(out, sb.text);
    strbuf_release(&sb);
}

/* Prints text[row.begin, row.end); *span is the first that may reach into it. */
static void add_text(StrBuf *out, const Layout *l, const Row *row, size_t *span)
{
    const Highlight *h = l->in->highlight;
    HighlightKind now = HIGHLIGHT_PLAIN;
    for (size_t at = row->begin; at < row->end;) {
        size_t cells, n = measure(l->in->text, l->in->len, at, &cells);
        while (*span < h->n_span && h->span[*span].end <= at)
            ++*span;
        bool in_span = *span < h->n_span && h->span[*span].begin <= at;
        HighlightKind kind = in_span ? h->span[*span].kind : HIGHLIGHT_PLAIN;
        if (l->in->colour && kind != now) {
            strbuf_adds(out, "\033[0m");
            strbuf_adds(out, colour_of[kind]);
            now = kind;
        }
        add_char(out, l->in->text + at, n);
        at += n;
    }
    if (now != HIGHLIGHT_PLAIN)
        strbuf_adds(out, "\033[0m");
}

static void go_to_top(StrBuf *out, Screen *screen)
{
    strbuf_adds(out, "\r");
    if (screen->cursor_row)
        strbuf_addf(out, "\033[%uA", screen->cursor_row);
    strbuf_adds(out, "\033[J");
    screen->cursor_row = 0;
}

static void add_rows(StrBuf *out, const Layout *l, size_t first, size_t end)
{
    size_t span = 0;
    for (size_t i = first; i < end; i++) {
        if (i > first)
            strbuf_adds(out, "\r\n");
        add_lead(out, l, &l->row[i]);
        add_text(out, l, &l->row[i], &span);
    }
}

static Layout layout_of(const ScreenInput *in)
{
    Layout l = {.in = in};
    StrBuf sb;
    strbuf_init(&sb);
    add_prompt(&sb, in->prompt);
    l.lead = utf8_width(sb.text, sb.len);
    strbuf_release(&sb);
    lay_out(&l);
    return l;
}

/* Rows that a row of so many cells takes, but for its last one. */
static unsigned rows_over(size_t cells, unsigned columns)
{
    return cells ? (unsigned)((cells - 1) / columns) : 0;
}

/* Where the cursor of the last drawing is after its rows were broken anew. */
static void follow_resize(Screen *screen, const ScreenInput *in)
{
    if (!screen->columns || screen->columns <= in->columns)
        return;
    ScreenInput before = *in;
    before.columns = screen->columns;
    Layout l = layout_of(&before);
    unsigned rows = 0, columns = in->columns;
    for (size_t i = screen->first; i < l.n && i < l.cursor_row; i++)
        rows += 1 + rows_over(l.row[i].cells, columns);
    screen->cursor_row = rows + (unsigned)(l.cursor_cell / columns);
    free(l.row);
}

void screen_draw(StrBuf *out, Screen *screen, const ScreenInput *in)
{
    Layout l = layout_of(in);
    size_t first = 0, end = l.n;
    if (l.n > in->rows) {
        first = l.cursor_row > in->rows / 2 ? l.cursor_row - in->rows / 2 : 0;
        if (first + in->rows > l.n)
            first = l.n - in->rows;
        end = first + in->rows;
    }
    strbuf_adds(out, "\033[?25l");
    follow_resize(screen, in);
    go_to_top(out, screen);
    add_rows(out, &l, first, end);
    size_t up = end - 1 - l.cursor_row;
    if (up)
        strbuf_addf(out, "\033[%zuA", up);
    strbuf_adds(out, "\r");
    if (l.cursor_cell)
        strbuf_addf(out, "\033[%zuC", l.cursor_cell);
    strbuf_adds(out, "\033[?25h");
    *screen = (Screen){(unsigned)(l.cursor_row - first), in->columns, first};
    free(l.row);
}

void screen_finish(StrBuf *out, Screen *screen, const ScreenInput *in)
{
    Layout l = layout_of(in);
    follow_resize(screen, in);
    go_to_top(out, screen);
    add_rows(out, &l, 0, l.n);
    strbuf_adds(out, "\r\n");
    free(l.row);
}

static size_t line_begin(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(const char *text, size_t len, size_t at)
{
    while (at < len && text[at] != '\n')
        at++;
    return at;
}

bool screen_move_line(Text text, size_t point, int by, size_t *column, size_t *target)
{
    size_t begin = line_begin(text.text, point);
    size_t end = line_end(text.text, text.len, point);
    if ((by < 0 && begin == 0) || (by > 0 && end == text.len))
        return false;
    size_t cell = utf8_width(text.text + begin, point - begin);
    if (*column > cell)
        cell = *column;
    *column = cell;
    size_t to = by < 0 ? line_begin(text.text, begin - 1) : end + 1;
    size_t to_len = line_end(text.text, text.len, to) - to;
    *target = to + utf8_fit(text.text + to, to_len, cell);
    return true;
}
