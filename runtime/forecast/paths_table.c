#include "runtime/forecast/paths_table.h"
#include "runtime/forecast/forecast_note.h"
#include "runtime/forecast/paths.h"
#include "runtime/forecast/running.h"

static const char *const titles[PATHS_COLUMNS] = {"value", "value what if",
                                                  "value difference"};

typedef struct {
    const History *h;
    const PathsAsk *ask;
    const Result *parts;
    Result *r;
    size_t n_key; /* of the period and the units */
    VectorBuilder **key;
    VectorBuilder *kind, *path, *value[PATHS_COLUMNS];
    size_t n_value;
    const OutlookUnit *unit; /* the lines are theirs */
    size_t n_unit;
    Paths paths; /* n_unit 0: nothing is drawn */
} Table;

size_t paths_columns(bool has_levers, const char **title)
{
    size_t n = has_levers ? PATHS_COLUMNS : 1;
    for (size_t i = 0; i < n; i++)
        title[i] = titles[i];
    return n;
}

static ResultColumn column_of(const char *title, ColumnRole role, Type type)
{
    return (ResultColumn){.title = title, .role = role, .type = type};
}

static void begin_columns(Table *t, const Result *from)
{
    Result *r = t->r;
    t->n_key = from->n_column - 1;
    r->n_column = t->n_key + 2 + t->n_value;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    t->key = ARENA_ARRAY(r->arena, VectorBuilder *, t->n_key);
    for (size_t i = 0; i < t->n_key; i++) {
        const ResultColumn *key = &from->column[i];
        r->column[i] =
            column_of(arena_strdup(r->arena, key->title), COLUMN_KEY, key->type);
        t->key[i] = vector_builder_new(key->type, r->pool);
    }
    ResultColumn *last = r->column + t->n_key;
    last[0] = column_of("kind", COLUMN_KEY, (Type){.kind = VALUE_TEXT});
    last[1] =
        column_of("path", COLUMN_KEY,
                  (Type){.kind = VALUE_NUMBER, .add = ADD_RATIO, .integer = true});
    t->kind = vector_builder_new(last[0].type, r->pool);
    t->path = vector_builder_new(last[1].type, r->pool);
    for (size_t i = 0; i < t->n_value; i++) {
        Type type = from->column[t->n_key].type;
        last[2 + i] = column_of(titles[i], COLUMN_MEASURE, type);
        t->value[i] = vector_builder_new(type, r->pool);
    }
}

static void end_columns(Table *t)
{
    Result *r = t->r;
    VectorBuilder *const last[] = {t->kind, t->path, t->value[0], t->value[1],
                                   t->value[2]};
    for (size_t i = 0; i < t->n_key; i++)
        r->column[i].vec = vector_builder_finish(t->key[i], r->arena);
    for (size_t i = 0; i < 2 + t->n_value; i++)
        r->column[t->n_key + i].vec = vector_builder_finish(last[i], r->arena);
}

/* The futures are there, in no order: N paths are the first N of them. */
static void take_futures(Table *t)
{
    const Outlook *o = &t->h->outlook;
    if (t->ask->deals && outlook_knows_width(o, o->whole))
        t->paths = (Paths){t->n_unit, o->origins.ahead, t->paths.n, NULL};
}

static void draw(Table *t, Arena *arena)
{
    const Outlook *o = &t->h->outlook;
    const Expected **e = ARENA_ARRAY(arena, const Expected *, t->n_unit + 1);
    size_t n = t->paths.n;
    bool made, whole_is_made;
    const Expected *whole = outlook_expected(o, o->whole, &whole_is_made);
    bool ok = whole_is_made && outlook_knows_width(o, o->whole);
    for (size_t u = 0; u < t->n_unit; u++) {
        e[u] = outlook_expected(o, &t->unit[u], &made);
        ok = ok && made;
    }
    PathsOf of = {e, t->n_unit, t->parts && o->adds_up ? whole : NULL,
                  o->origins.ahead};
    if (ok)
        t->paths = paths_draw(arena, &of, n);
}

static Value whole_number(size_t n)
{
    Value value = {.empty = false};
    value.as.number = decimal_from_i64((int64_t)n);
    return value;
}

/* Of a unit, in the period that goes on; paths of the whole hold it. */
static double won_so_far(const Table *t, size_t unit, size_t k)
{
    bool is_known = t->parts && !k && t->h->running.is_known;
    return is_known ? running_came(t->h, &t->unit[unit]) : 0;
}

/* At period `at` of the history; behind its end it is what is expected of `deals`;
   NULL: of the series. */
static Value value_at(const Table *t, size_t unit, size_t at, size_t path,
                      const PipelineState *deals)
{
    const Outlook *o = &t->h->outlook;
    const Paths *p = &t->paths;
    if (at < o->n)
        return forecast_number(t->unit[unit].y[at], t->h->digits);
    if (deals) {
        OnPath on = {t->parts ? t->ask->segment[unit] : PIPELINE_ALL, at - o->n, path};
        return forecast_number(won_so_far(t, unit, on.k) + pipeline_on_path(deals, on),
                               t->h->digits);
    }
    size_t line = unit * p->ahead + (at - o->n);
    return forecast_number(p->value[line * p->n + path], t->h->digits);
}

/* The value and, with levers, what it would be and the difference. */
static void add_values(Table *t, size_t unit, size_t at, size_t path)
{
    const PipelineState *now = t->ask->deals, *steered = t->ask->steered;
    Value value = value_at(t, unit, at, path, now), then, more;
    vector_builder_add(t->value[0], value);
    if (t->n_value == 1)
        return;
    then = value_at(t, unit, at, path, steered ? steered : now);
    more.empty = value.empty || then.empty ||
                 !decimal_sub(then.as.number, value.as.number, &more.as.number);
    vector_builder_add(t->value[1], then);
    vector_builder_add(t->value[2], more);
}

static void add_lines(Table *t, size_t unit, size_t at)
{
    const Outlook *o = &t->h->outlook;
    Value period = {.empty = false},
          kind = forecast_text(at < o->n ? "actual" : "expected");
    period.as.period = t->h->first + (int32_t)at;
    for (size_t path = 0; path < t->paths.n; path++) {
        vector_builder_add(t->key[0], period);
        for (size_t i = 1; i < t->n_key; i++)
            vector_builder_add(t->key[i], result_value(t->parts, i, t->h->row[unit]));
        vector_builder_add(t->kind, kind);
        vector_builder_add(t->path, whole_number(path + 1));
        add_values(t, unit, at, path);
        t->r->n_row++;
    }
}

static void add_periods(Table *t)
{
    const Outlook *o = &t->h->outlook;
    Arena *arena = arena_new();
    size_t ahead = o->origins.ahead, known = o->n < ahead ? o->n : ahead;
    if (t->ask->has_deals)
        take_futures(t);
    else
        draw(t, arena);
    size_t end = t->paths.n_unit ? o->n + ahead : o->n;
    for (size_t at = o->n - known; at < end; at++) {
        for (size_t u = 0; u < t->n_unit; u++)
            add_lines(t, u, at);
    }
    arena_free(arena);
}

Result *paths_table(const History *h, const PathsAsk *ask)
{
    const Outlook *o = &h->outlook;
    const Result *parts = ask->parts;
    Table t = {.h = h, .ask = ask, .parts = parts, .paths.n = ask->n};
    t.n_value = ask->has_levers ? PATHS_COLUMNS : 1;
    t.unit = parts ? o->unit : o->whole;
    t.n_unit = parts ? o->n_unit : 1;
    if (o->n && 2 * o->origins.ahead * t.n_unit > PATHS_LINES / ask->n)
        return NULL;
    t.r = result_new();
    begin_columns(&t, parts ? parts : ask->whole);
    if (o->n)
        add_periods(&t);
    end_columns(&t);
    forecast_note_history(t.r, h);
    if (o->n && !t.paths.n_unit)
        forecast_note(t.r,
                      "too little is known to say how sure a forecast is: there is "
                      "none on paths");
    return t.r;
}
