#include "runtime/forecast/deal_read.h"

#include "runtime/algebra/cells.h"
#include "runtime/base/xalloc.h"
#include "runtime/model/calendar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_DEAL, KEY_STAGE, KEY_SEGMENT, N_KEY };

/* A line of either answer. Keys are codes of texts, then their ranks, then numbers in
   order of their coming. */
typedef struct {
    uint32_t period; /* behind the first of all */
    uint32_t key[N_KEY], line;
    bool won, now;
    double value;
} Line;

/* The texts of a key. */
typedef struct {
    Intern *texts;
    uint32_t *rank;   /* by code: its place among the texts in order */
    uint32_t *number; /* by rank; UINT32_MAX: it did not come yet */
    uint32_t *code;   /* by number */
    uint32_t n;       /* that came */
} Names;

typedef struct {
    Arena *arena, *scratch;
    Line *line, *other; /* of the same size */
    size_t n_line, n_won;
    int32_t first, last; /* periods of the lines */
    Names names[N_KEY];
    StrBuf text; /* of a key */
    DealRows *rows;
} Reader;

static int32_t period_at(const Result *from, uint32_t row)
{
    return (int32_t)from->column[0].vec.v.i64[row];
}

/* NAN: not known, as what of an open deal is not above 0. */
static double value_at(const Result *from, uint32_t row, bool won)
{
    const Vector *vec = &from->column[from->n_column - 1].vec;
    if (vector_is_empty(vec, row))
        return (double)NAN;
    double value = decimal_to_double(vector_decimal(vec, row));
    return won || value > 0 ? value : (double)NAN;
}

/* The codes of what a column says in each line; column 0: nothing. */
static uint32_t *encode_column(Reader *r, int key, const Result *from, size_t column)
{
    uint32_t *code = ARENA_ARRAY(r->scratch, uint32_t, (size_t)from->n_row + 1);
    KeyDict *dict = key_dict_new(from->column[column].type);
    if (column)
        key_dict_encode(dict, &from->column[column].vec, code);
    uint32_t n = key_dict_count(dict);
    uint32_t *text = ARENA_ARRAY(r->scratch, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_reset(&r->text);
        if (column)
            value_print(&r->text, from->column[column].type, key_dict_value(dict, i));
        text[i] = intern_add(r->names[key].texts, r->text.text, r->text.len);
    }
    for (uint32_t row = 0; row < from->n_row; row++)
        code[row] = text[code[row]];
    key_dict_free(dict);
    return code;
}

/* An answer, and where its lines are read. segment: the column; 0: there is none. */
typedef struct {
    const Result *from;
    bool won, now;
    size_t segment;
    int32_t first, last;
} Lines;

static void add_lines(Reader *r, const Lines *in)
{
    const Result *from = in->from;
    bool won = in->won;
    const uint32_t *deal = encode_column(r, KEY_DEAL, from, 1);
    const uint32_t *part = encode_column(r, KEY_SEGMENT, from, in->segment);
    const uint32_t *stage = won ? NULL : encode_column(r, KEY_STAGE, from, 2);
    for (uint32_t row = 0; row < from->n_row; row++) {
        int32_t period = period_at(from, row);
        if (period < in->first || period > in->last)
            continue;
        if (vector_is_empty(&from->column[1].vec, row)) {
            r->rows->n_nameless++;
            continue;
        }
        r->n_won += won;
        r->line[r->n_line++] =
            (Line){.period = (uint32_t)(period - r->first),
                   .key = {deal[row], won ? 0 : stage[row], part[row]},
                   .line = row,
                   .won = won,
                   .now = in->now,
                   .value = value_at(from, row, won)};
    }
}

static void add_all_lines(Reader *r, const DealRead *read)
{
    int32_t last = read->last;
    size_t part = read->columns.segment, won_part = part ? 2 : 0;
    add_lines(r, &(Lines){read->open, false, false, part, r->first, last});
    add_lines(r, &(Lines){read->won, true, false, won_part, r->first, last});
    if (!read->open_now)
        return;
    add_lines(r, &(Lines){read->open_now, false, true, part, last + 1, last + 1});
    add_lines(r, &(Lines){read->won_now, true, true, won_part, last + 1, last + 1});
}

typedef struct {
    const char *text;
    uint32_t code;
} Name;

static int by_text(const void *a, const void *b)
{
    return strcmp(((const Name *)a)->text, ((const Name *)b)->text);
}

static void rank_names(Reader *r, Names *names)
{
    uint32_t n = intern_count(names->texts);
    Name *name = ARENA_ARRAY(r->scratch, Name, n + 1);
    names->rank = ARENA_ARRAY(r->scratch, uint32_t, n + 1);
    names->number = ARENA_ARRAY(r->scratch, uint32_t, n + 1);
    names->code = ARENA_ARRAY(r->scratch, uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        name[i] = (Name){intern_text(names->texts, i).text, i};
        names->number[i] = UINT32_MAX;
    }
    qsort(name, n, sizeof *name, by_text);
    for (uint32_t i = 0; i < n; i++)
        names->rank[name[i].code] = i;
}

/* Where the lines of each of `n` values begin: from counts, which it takes. */
static void counts_to_places(size_t *count, size_t n)
{
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        size_t here = count[i];
        count[i] = at;
        at += here;
    }
}

static uint32_t period_of(const Line *line)
{
    return line->period;
}

static uint32_t deal_of(const Line *line)
{
    return line->key[KEY_DEAL];
}

/* Lines of equal values, which are below `n`, stay in their order. */
static void sort_lines(Reader *r, uint32_t (*value)(const Line *), size_t n)
{
    size_t *place = ARENA_ARRAY(r->scratch, size_t, n + 1);
    for (size_t i = 0; i < r->n_line; i++)
        place[value(&r->line[i])]++;
    counts_to_places(place, n);
    for (size_t i = 0; i < r->n_line; i++)
        r->other[place[value(&r->line[i])]++] = r->line[i];
    Line *line = r->line;
    r->line = r->other;
    r->other = line;
}

/* In order of time, and of names within a period. */
static void order_by_time(Reader *r)
{
    for (size_t key = 0; key < N_KEY; key++)
        rank_names(r, &r->names[key]);
    for (size_t i = 0; i < r->n_line; i++) {
        for (size_t key = 0; key < N_KEY; key++) {
            Line *line = &r->line[i];
            if (key != KEY_STAGE || !line->won)
                line->key[key] = r->names[key].rank[line->key[key]];
        }
    }
    sort_lines(r, deal_of, intern_count(r->names[KEY_DEAL].texts));
    sort_lines(r, period_of, (size_t)(r->last - r->first) + 1);
}

/* Gives numbers to what the lines name, in the order in which it comes. */
static void number_names(Reader *r)
{
    for (size_t key = 0; key < N_KEY; key++) {
        Names *names = &r->names[key];
        uint32_t n = intern_count(names->texts);
        uint32_t *code = ARENA_ARRAY(r->scratch, uint32_t, n + 1); /* by rank */
        for (uint32_t i = 0; i < n; i++)
            code[names->rank[i]] = i;
        for (size_t i = 0; i < r->n_line; i++) {
            uint32_t *name = &r->line[i].key[key];
            if (key == KEY_STAGE && r->line[i].won)
                continue;
            if (names->number[*name] == UINT32_MAX) {
                names->code[names->n] = code[*name];
                names->number[*name] = names->n++;
            }
            *name = names->number[*name];
        }
    }
}

static const char **names_in_order(Reader *r, const Names *names)
{
    const char **name = ARENA_ARRAY(r->arena, const char *, names->n + 1);
    for (uint32_t i = 0; i < names->n; i++)
        name[i] =
            arena_strdup(r->arena, intern_text(names->texts, names->code[i]).text);
    return name;
}

/* One more line of a deal that is open. */
static void add_open(DealOpen *open, size_t *n, const Line *line, double *most)
{
    DealOpen *last = *n ? &open[*n - 1] : NULL;
    if (!last || last->deal != line->key[KEY_DEAL] || last->period != line->period) {
        open[(*n)++] =
            (DealOpen){line->key[KEY_DEAL], line->period, line->key[KEY_SEGMENT],
                       line->key[KEY_STAGE], line->value};
        *most = line->value;
        return;
    }
    if (isnan(line->value))
        return;
    if (!(*most >= line->value)) {
        last->stage = line->key[KEY_STAGE];
        last->segment = line->key[KEY_SEGMENT];
        *most = line->value;
    }
    last->amount = isnan(last->amount) ? line->value : last->amount + line->value;
}

static void add_won(DealWon *won, size_t *n, const Line *line)
{
    DealWon *last = *n ? &won[*n - 1] : NULL;
    if (!last || last->deal != line->key[KEY_DEAL] || last->period != line->period) {
        won[(*n)++] = (DealWon){line->key[KEY_DEAL], line->period,
                                line->key[KEY_SEGMENT], line->value};
        return;
    }
    if (!isnan(line->value))
        last->value = isnan(last->value) ? line->value : last->value + line->value;
}

/* From lines in order of deals. */
static void fill_log(Reader *r, const DealRead *read)
{
    DealLog *log = &r->rows->log;
    DealOpen *open = ARENA_ARRAY(r->arena, DealOpen, r->n_line - r->n_won + 1);
    DealWon *won = ARENA_ARRAY(r->arena, DealWon, r->n_won + 1);
    double most = 0;
    for (size_t i = 0; i < r->n_line; i++) {
        const Line *line = &r->line[i];
        if (line->won) {
            add_won(won, &log->n_won, line);
            continue;
        }
        r->rows->line[line->key[KEY_DEAL]] = line->line;
        r->rows->in[line->key[KEY_DEAL]] = line->now ? read->open_now : read->open;
        add_open(open, &log->n_open, line, &most);
    }
    log->open = open;
    log->won = won;
}

/* From lines in order of time. */
static void count_segments(Reader *r)
{
    DealRows *rows = r->rows;
    rows->n_segment = ARENA_ARRAY(r->arena, size_t, rows->log.n_period + 1);
    for (size_t i = 0; i < r->n_line; i++) {
        const Line *line = &r->line[i];
        size_t *seen = &rows->n_segment[line->period + 1];
        if (line->key[KEY_SEGMENT] >= *seen)
            *seen = line->key[KEY_SEGMENT] + 1u;
    }
    for (size_t t = 1; t <= rows->log.n_period; t++) {
        if (rows->n_segment[t] < rows->n_segment[t - 1])
            rows->n_segment[t] = rows->n_segment[t - 1];
    }
}

/* How long before the first period its deals came, where that is said. */
static void find_ages(Reader *r, const Result *open, size_t came)
{
    DealLog *log = &r->rows->log;
    const Vector *day = &open->column[came].vec;
    size_t *before = ARENA_ARRAY(r->arena, size_t, log->n_deal + 1);
    for (size_t i = 0; i < log->n_deal; i++)
        before[i] = DEAL_AGE_UNKNOWN;
    for (size_t i = 0; i < r->n_line; i++) {
        const Line *line = &r->line[i];
        if (line->won || line->period || vector_is_empty(day, line->line))
            continue;
        PeriodUnit unit = open->column[0].type.period;
        int32_t period =
            calendar_period_of(unit, result_value(open, came, line->line).as.day);
        if (period <= r->first)
            before[line->key[KEY_DEAL]] = (size_t)(r->first - period);
    }
    log->before = before;
}

static void read_lines(Reader *r, const DealRead *read)
{
    DealRows *rows = r->rows;
    add_all_lines(r, read);
    order_by_time(r);
    number_names(r);
    rows->log.n_period = (size_t)(r->last - r->first) + 1;
    rows->log.n_deal = r->names[KEY_DEAL].n;
    rows->log.n_stage = r->names[KEY_STAGE].n;
    rows->log.n_segment = r->names[KEY_SEGMENT].n;
    rows->stage = names_in_order(r, &r->names[KEY_STAGE]);
    rows->segment = names_in_order(r, &r->names[KEY_SEGMENT]);
    count_segments(r);
    rows->n_whole = (size_t)(read->last - r->first) + 1;
    rows->line = ARENA_ARRAY(r->arena, uint32_t, rows->log.n_deal + 1);
    rows->in = ARENA_ARRAY(r->arena, const Result *, rows->log.n_deal + 1);
    sort_lines(r, deal_of, rows->log.n_deal);
    fill_log(r, read);
    if (read->columns.came)
        find_ages(r, read->open, read->columns.came);
}

/* The first period in which a deal is open; behind `last`: there is none. */
static int32_t first_open(const Result *open, int32_t last)
{
    int32_t first = last + 1;
    for (uint32_t row = 0; row < open->n_row; row++) {
        if (period_at(open, row) < first)
            first = period_at(open, row);
    }
    return first;
}

void deal_read(Arena *arena, const DealRead *read, DealRows *rows)
{
    bool now = read->open_now != NULL;
    size_t n = (size_t)read->open->n_row + read->won->n_row;
    n += now ? (size_t)read->open_now->n_row + read->won_now->n_row : 0;
    *rows = (DealRows){.first = first_open(read->open, read->last)};
    Reader r = {.arena = arena, .scratch = arena_new(), .rows = rows};
    r.first = rows->first;
    r.last = read->last + now;
    r.line = xmalloc((n + 1) * sizeof *r.line);
    r.other = xmalloc((n + 1) * sizeof *r.other);
    for (size_t key = 0; key < N_KEY; key++)
        r.names[key].texts = intern_new(NULL);
    strbuf_init(&r.text);
    if (r.first <= read->last)
        read_lines(&r, read);
    for (size_t key = 0; key < N_KEY; key++)
        intern_free(r.names[key].texts);
    strbuf_release(&r.text);
    free(r.line);
    free(r.other);
    arena_free(r.scratch);
}
