/* An answer becomes a chart in three steps: the columns are sorted into panels, every
   value is given the names of its category and its series, and the values are put into
   the places that these names have got. */
#include "runtime/render/chart.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/model/calendar.h"

#include <string.h>

/* Names in the order in which they should stand. */
typedef struct {
    Intern *names;
    uint32_t max;
    uint32_t *row;   /* per name: the first line that has it */
    uint32_t *place; /* per name: its place, set at the end */
} Side;

/* A measure column: where its values go. */
typedef struct {
    size_t column, panel;
    size_t at; /* among the columns of the panel */
} Slot;

typedef struct {
    size_t panel;
    uint32_t category, series;
    ChartPoint point;
} Raw;

typedef struct {
    const Result *result;
    const FormatStyle *style;
    Chart *chart;
    size_t *key; /* key columns */
    size_t n_key;
    bool *in_category, *in_series; /* per key; index n_key is across */
    bool has_across;
    bool is_paired;  /* a bullet: the measures stand against each other, line by line */
    bool by_measure; /* the measures are the series, or without keys the categories */
    Slot *slot;
    size_t n_slot;
    Side category, *series; /* series per panel */
    Raw *raw;
    size_t n_raw, cap_raw, cap_note;
    uint32_t n_dropped;
    StrBuf text, visible;
} Builder;

static void add_note(Builder *b, const char *note)
{
    Chart *c = b->chart;
    ARENA_PUSH(c->arena, c->note, c->n_note, b->cap_note, note);
}

static const char *shown(Builder *b, const char *text)
{
    strbuf_reset(&b->visible);
    utf8_add_visible(&b->visible, text, strlen(text));
    return arena_strdup(b->chart->arena, b->visible.text);
}

/* --- which columns --- */

static const char *measure_name(const ResultColumn *column)
{
    return column->measure ? column->measure : column->title;
}

/* The edges of what is uncertain belong to one line: several of them would hide it. */
static bool is_in_fan(const Builder *b, const ResultColumn *column)
{
    bool has_fan = false;
    for (size_t i = 0; i < b->result->n_column; i++)
        has_fan |= b->result->column[i].fan != FAN_NONE;
    if (!has_fan)
        return true;
    bool edges = b->chart->kind == CHART_LINE && b->n_key == 1;
    return column->fan == FAN_VALUE || (edges && column->fan != FAN_NONE);
}

static bool is_drawn(Builder *b, const ResultColumn *column)
{
    if (column->role == COLUMN_KEY || column->across == RESULT_ACROSS_TOTAL ||
        !is_in_fan(b, column))
        return false;
    bool sums = b->chart->kind == CHART_WATERFALL;
    if (sums && column->is_sum)
        return false;
    const char *why = NULL;
    if (column->type.kind != VALUE_NUMBER)
        why = "is no number";
    else if (sums && column->type.unit.kind == UNIT_PERCENT && !b->result->is_steps)
        why = "does not add up";
    if (why && column->across <= 1)
        add_note(b, arena_printf(b->chart->arena, "%s %s and is not drawn",
                                 shown(b, measure_name(column)), why));
    return !why;
}

static size_t find_panel(const Builder *b, const ResultColumn *column)
{
    const Chart *c = b->chart;
    for (size_t i = 0; i < c->n_panel; i++) {
        if (b->by_measure ? chart_same_scale(c->panel[i].type, column->type)
                          : strcmp(c->panel[i].title, measure_name(column)) == 0)
            return i;
    }
    return c->n_panel;
}

static void add_slot(Builder *b, size_t column)
{
    const ResultColumn *from = &b->result->column[column];
    size_t panel = find_panel(b, from);
    if (panel == b->chart->n_panel)
        b->chart->panel[b->chart->n_panel++] =
            (ChartPanel){.title = measure_name(from), .type = from->type};
    size_t at = 0;
    for (size_t i = 0; i < b->n_slot; i++)
        at += b->slot[i].panel == panel;
    b->slot[b->n_slot++] = (Slot){column, panel, at};
}

/* `by year, quarter`: the year says nothing that the quarter does not. */
static bool is_coarser(const Builder *b, size_t key, size_t axis)
{
    Type coarse = b->result->column[b->key[key]].type;
    Type fine = b->result->column[b->key[axis]].type;
    return coarse.kind == VALUE_PERIOD && fine.kind == VALUE_PERIOD &&
           coarse.period != fine.period && calendar_nests(fine.period, coarse.period);
}

static bool is_line(const Result *result, uint32_t row)
{
    return !result->level || result->level[row] == LEVEL_LINE;
}

/* Has each value of the axis one value of the key only? Lines of one value need not
   stand together, so this compares with the first of each. */
static bool follows_axis(Builder *b, size_t key, size_t axis)
{
    const Result *r = b->result;
    const ResultColumn *coarse = &r->column[b->key[key]];
    const ResultColumn *fine = &r->column[b->key[axis]];
    Intern *seen = intern_new(NULL);
    uint32_t *first = xcalloc((size_t)r->n_row + 1, sizeof *first);
    bool follows = true;
    for (uint32_t row = 0; row < r->n_row && follows; row++) {
        if (!is_line(r, row))
            continue;
        strbuf_reset(&b->text);
        value_print(&b->text, fine->type, result_value(r, b->key[axis], row));
        uint32_t n = intern_count(seen);
        uint32_t code = intern_add(seen, b->text.text, b->text.len);
        if (code == n)
            first[code] = row;
        follows = value_equal(coarse->type, result_value(r, b->key[key], row),
                              result_value(r, b->key[key], first[code]));
    }
    free(first);
    intern_free(seen);
    return follows;
}

/* A bar has the axis as its inner side: the last key names bars of one group. */
static void choose_sides(Builder *b)
{
    size_t n = b->n_key + b->has_across;
    size_t axis = b->result->chart.axis < 0 ? n : (size_t)b->result->chart.axis;
    axis = axis >= n && n ? n - 1 : axis;
    bool inner = b->chart->kind == CHART_BAR && n > 1;
    size_t n_series = 0;
    for (size_t i = 0; i < n; i++) {
        bool redundant = !inner && i != axis && i < b->n_key && axis < b->n_key &&
                         is_coarser(b, i, axis) && follows_axis(b, i, axis);
        b->in_category[i] = b->is_paired || (i == axis) != inner;
        b->in_series[i] = !b->in_category[i] && !redundant;
        n_series += b->in_series[i];
    }
    bool alone = b->chart->kind == CHART_FUNNEL || b->chart->kind == CHART_WATERFALL;
    b->by_measure = n == 0 || (n_series == 0 && !alone);
}

static void choose_columns(Builder *b)
{
    const Result *r = b->result;
    Arena *arena = b->chart->arena;
    b->key = ARENA_ARRAY(arena, size_t, r->n_column + 1);
    b->slot = ARENA_ARRAY(arena, Slot, r->n_column + 1);
    b->in_category = ARENA_ARRAY(arena, bool, r->n_column + 2);
    b->in_series = ARENA_ARRAY(arena, bool, r->n_column + 2);
    b->chart->panel = ARENA_ARRAY(arena, ChartPanel, r->n_column + 1);
    for (size_t i = 0; i < r->n_column; i++) {
        if (r->column[i].role == COLUMN_KEY)
            b->key[b->n_key++] = i;
        b->has_across |= r->column[i].across > 0;
    }
    b->is_paired = b->chart->kind == CHART_BULLET;
    choose_sides(b);
    for (size_t i = 0; i < r->n_column; i++) {
        if (is_drawn(b, &r->column[i]))
            add_slot(b, i);
    }
}

/* --- names --- */

static void side_init(Side *side, Arena *arena, uint32_t max)
{
    side->names = intern_new(NULL);
    side->max = max;
    side->row = ARENA_ARRAY(arena, uint32_t, (size_t)max + 1);
}

/* UINT32_MAX: there are too many names already. */
static uint32_t side_add(Side *side, const StrBuf *text, uint32_t row)
{
    uint32_t n = intern_count(side->names);
    uint32_t code;
    if (intern_find(side->names, text->text, text->len, &code))
        return code;
    if (n >= side->max)
        return UINT32_MAX;
    side->row[n] = row;
    return intern_add(side->names, text->text, text->len);
}

static void add_part(Builder *b, const char *between, const char *text)
{
    strbuf_adds(&b->visible, b->visible.len ? between : "");
    utf8_add_visible(&b->visible, text, strlen(text));
}

/* The values of the keys of one side in a line, into b->visible. */
static void make_name(Builder *b, const bool *in, uint32_t row, size_t column)
{
    const Result *r = b->result;
    strbuf_reset(&b->visible);
    for (size_t i = 0; i < b->n_key; i++) {
        if (!in[i])
            continue;
        strbuf_reset(&b->text);
        format_key(&b->text, b->style, r->column[b->key[i]].type,
                   result_value(r, b->key[i], row));
        add_part(b, ", ", b->text.text);
    }
    const ResultColumn *c = &r->column[column];
    if (b->has_across && in[b->n_key])
        add_part(b, ", ", c->group ? c->group : c->title);
}

static void make_measure_name(Builder *b, size_t column)
{
    strbuf_reset(&b->visible);
    add_part(b, "", b->result->column[column].title);
}

static bool is_partial(const ResultColumn *column, uint32_t row)
{
    return column->partial && column->partial[row];
}

static void add_point(Builder *b, const Slot *slot, uint32_t row)
{
    const ResultColumn *column = &b->result->column[slot->column];
    bool no_key = b->n_key == 0 && !b->has_across && !b->is_paired;
    Raw raw = {.panel = slot->panel};
    if (no_key)
        make_measure_name(b, slot->column);
    else
        make_name(b, b->in_category, row, slot->column);
    raw.category = side_add(&b->category, &b->visible, row);
    if (b->by_measure && !no_key)
        make_measure_name(b, slot->column);
    else if (no_key)
        strbuf_reset(&b->visible);
    else
        make_name(b, b->in_series, row, slot->column);
    raw.series = side_add(&b->series[slot->panel], &b->visible, row);
    if (raw.category == UINT32_MAX || raw.series == UINT32_MAX) {
        b->n_dropped++;
        return;
    }
    Value value = result_value(b->result, slot->column, row);
    raw.point = (ChartPoint){.exists = true,
                             .empty = value.empty,
                             .partial = is_partial(column, row),
                             .ahead = b->result->ahead && b->result->ahead[row],
                             .row = row,
                             .column = slot->column};
    raw.point.part = raw.point.partial || raw.point.ahead;
    if (!value.empty)
        raw.point.value = decimal_to_double(value.as.number);
    ARENA_PUSH(b->chart->arena, b->raw, b->n_raw, b->cap_raw, raw);
}

static void collect(Builder *b)
{
    Arena *arena = b->chart->arena;
    side_init(&b->category, arena, CHART_CATEGORY_MAX);
    b->series = ARENA_ARRAY(arena, Side, b->chart->n_panel + 1);
    for (size_t i = 0; i < b->chart->n_panel; i++)
        side_init(&b->series[i], arena, CHART_SERIES_MAX);
    uint32_t n_line = 0;
    for (uint32_t row = 0; row < b->result->n_row; row++) {
        if (!is_line(b->result, row) || n_line++ >= CHART_LINE_MAX)
            continue;
        for (size_t i = 0; i < b->n_slot; i++)
            add_point(b, &b->slot[i], row);
    }
    if (n_line > CHART_LINE_MAX)
        add_note(b, arena_printf(arena, "the chart shows the first %d of %u lines",
                                 CHART_LINE_MAX, n_line));
    else if (b->n_dropped)
        add_note(b, arena_printf(arena, "%u values have no room in the chart",
                                 b->n_dropped));
}

/* --- order and places --- */

/* The key column that alone makes the categories and should be in its own order. */
static const ResultColumn *ordering_key(const Builder *b, size_t *column)
{
    ChartKind kind = b->chart->kind;
    bool along = kind == CHART_LINE || kind == CHART_AREA;
    bool split = false;
    size_t n = 0;
    for (size_t i = 0; i < b->n_key; i++) {
        split |= b->in_series[i];
        if (b->in_category[i]) {
            *column = b->key[i];
            n++;
        }
    }
    if (n != 1 || (b->has_across && b->in_category[b->n_key]))
        return NULL;
    bool sides = split && (kind == CHART_COLUMN || kind == CHART_HEATMAP);
    return along || sides ? &b->result->column[*column] : NULL;
}

/* Stable, so that equal values stay as they came. */
static void sort_categories(const Builder *b, uint32_t *order, uint32_t *spare,
                            uint32_t n)
{
    size_t column = 0;
    const ResultColumn *key = ordering_key(b, &column);
    for (uint32_t width = 1; key && width < n; width *= 2) {
        for (uint32_t at = 0; at < n; at += 2 * width) {
            uint32_t mid = at + width < n ? at + width : n;
            uint32_t end = mid + width < n ? mid + width : n;
            uint32_t left = at, right = mid;
            for (uint32_t to = at; to < end; to++) {
                bool take_right =
                    left >= mid ||
                    (right < end &&
                     value_compare(
                         key->type,
                         result_value(b->result, column, b->category.row[order[right]]),
                         result_value(b->result, column,
                                      b->category.row[order[left]])) < 0);
                spare[to] = take_right ? order[right++] : order[left++];
            }
        }
        memcpy(order, spare, n * sizeof *order);
    }
}

static void place_categories(Builder *b)
{
    Chart *c = b->chart;
    uint32_t n = intern_count(b->category.names);
    uint32_t *order = ARENA_ARRAY(c->arena, uint32_t, (size_t)n + 1);
    uint32_t *spare = ARENA_ARRAY(c->arena, uint32_t, (size_t)n + 1);
    b->category.place = ARENA_ARRAY(c->arena, uint32_t, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    sort_categories(b, order, spare, n);
    c->category = ARENA_ARRAY(c->arena, const char *, (size_t)n + 1);
    c->partial = ARENA_ARRAY(c->arena, uint8_t, (size_t)n + 1);
    c->n_category = n;
    for (uint32_t i = 0; i < n; i++) {
        Text name = intern_text(b->category.names, order[i]);
        b->category.place[order[i]] = i;
        c->category[i] = arena_strndup(c->arena, name.text, name.len);
        c->partial[i] = 1;
    }
}

static void make_series(Builder *b, size_t i)
{
    Chart *c = b->chart;
    ChartPanel *panel = &c->panel[i];
    panel->n_series = intern_count(b->series[i].names);
    panel->series = ARENA_ARRAY(c->arena, ChartSeries, panel->n_series + 1);
    for (uint32_t k = 0; k < panel->n_series; k++) {
        Text name = intern_text(b->series[i].names, k);
        panel->series[k].name = arena_strndup(c->arena, name.text, name.len);
        panel->series[k].point = ARENA_ARRAY(c->arena, ChartPoint, c->n_category + 1);
    }
    panel->title = shown(b, panel->title);
    bool no_key = b->n_key + b->has_across == 0 && !b->is_paired;
    if (b->by_measure && (no_key || panel->n_series > 1))
        panel->title = "";
    else if (b->by_measure && panel->n_series)
        panel->series[0].name = "";
}

static void put_point(Builder *b, const Raw *raw)
{
    ChartPanel *panel = &b->chart->panel[raw->panel];
    uint32_t at = b->category.place[raw->category];
    panel->series[raw->series].point[at] = raw->point;
    if (!raw->point.partial)
        b->chart->partial[at] = 0;
    if (raw->point.empty)
        return;
    double v = raw->point.value;
    panel->lo = panel->n_value == 0 || v < panel->lo ? v : panel->lo;
    panel->hi = panel->n_value == 0 || v > panel->hi ? v : panel->hi;
    panel->n_value++;
}

/* The first measure of a panel stands against the second. */
static void note_unpaired(Builder *b, ChartPanel *panel)
{
    for (size_t i = panel->n_series > 1 ? 2 : 0; i < panel->n_series; i++) {
        const char *name = panel->series[i].name;
        add_note(b, arena_printf(b->chart->arena,
                                 "%s has nothing to stand against and is not drawn",
                                 *name ? name : panel->title));
    }
    panel->n_series = panel->n_series > 1 ? 2 : 0;
    panel->n_value = panel->n_series ? panel->n_value : 0;
}

/* Values of a key that add up to a whole may stand on each other. */
static bool has_parts(const Builder *b, const ChartPanel *panel)
{
    Additivity add = panel->type.add;
    return panel->n_series > 1 && !b->by_measure && panel->lo >= 0 &&
           panel->type.unit.kind != UNIT_PERCENT &&
           (add == ADD_FLOW || add == ADD_STOCK);
}

static void fill(Builder *b)
{
    Chart *c = b->chart;
    place_categories(b);
    for (size_t i = 0; i < c->n_panel; i++)
        make_series(b, i);
    for (size_t i = 0; i < b->n_raw; i++)
        put_point(b, &b->raw[i]);
    for (size_t i = 0; i < c->n_panel; i++) {
        if (b->is_paired)
            note_unpaired(b, &c->panel[i]);
        c->panel[i].has_parts = has_parts(b, &c->panel[i]);
    }
}

Chart *chart_new(const Result *result, const FormatStyle *style)
{
    if (result->chart.kind == CHART_NONE)
        return NULL;
    result = result->drawn ? result->drawn : result;
    Arena *arena = arena_new();
    Chart *chart = ARENA_NEW(arena, Chart);
    *chart = (Chart){.arena = arena, .kind = result->chart.kind, .result = result};
    Builder b = {.result = result, .style = style, .chart = chart};
    strbuf_init(&b.text);
    strbuf_init(&b.visible);
    choose_columns(&b);
    collect(&b);
    fill(&b);
    intern_free(b.category.names);
    for (size_t i = 0; i < chart->n_panel; i++)
        intern_free(b.series[i].names);
    strbuf_release(&b.text);
    strbuf_release(&b.visible);
    return chart;
}

void chart_free(Chart *chart)
{
    if (chart)
        arena_free(chart->arena);
}
