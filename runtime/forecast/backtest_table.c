#include "runtime/forecast/backtest_table.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>
#include <string.h>

enum {
    COLUMN_LEAD,
    COLUMN_N,
    COLUMN_ERROR,
    COLUMN_BIAS,
    COLUMN_MASE,
    COLUMN_PINBALL,
    COLUMN_COVERAGE,
    COLUMN_PLAIN,
    COLUMN_RUN_RATE,
    COLUMN_WON,
    N_COLUMN = BACKTEST_COLUMNS
};

static const struct {
    const char *title, *meaning;
    UnitKind unit;
    bool integer;
} columns[N_COLUMN] = {
    {"lead", "periods ahead; 0: the one that goes on, with what came so far", UNIT_NONE,
     true},
    {"n", "forecasts that are judged", UNIT_COUNT, true},
    {"error", "absolute errors added up, by actual values added up (WAPE)",
     UNIT_PERCENT, false},
    {"bias", "expected less actual values, by actual values; above 0 is too much",
     UNIT_PERCENT, false},
    {"mase", "mean absolute error, by the mean step over a season before the origin",
     UNIT_NONE, false},
    {"pinball", "mean loss of p10, p50 and p90, in what is measured", UNIT_NONE, false},
    {"coverage", "share of values between p10 and p90; 80% is right", UNIT_PERCENT,
     false},
    {NULL, "error of the plain method", UNIT_PERCENT, false},
    {"run_rate", "error of the mean of the last three periods", UNIT_PERCENT, false},
    {"won", "share of forecasts nearer than the plain method's", UNIT_PERCENT, false},
};

static const size_t WHOLE = SIZE_MAX;

/* What is asked for, and what it is held beside. */
typedef struct {
    Outlook asked, plain, run_rate;
} Judged;

typedef struct {
    const History *h;
    const Result *parts; /* NULL: no units */
    int digits;
    size_t n_judged; /* origins */
    bool adds_up;    /* units, to the whole */
    size_t n_key;    /* of units, behind the lead */
    VectorBuilder **key;
    VectorBuilder *column[N_COLUMN];
    Result *r;
} Backtest;

static Outlook judge(Arena *arena, const Outlook *from, OutlookAsk ask, Method method)
{
    Outlook o = {.n = from->n,
                 .season = from->season,
                 .n_unit = from->n_unit,
                 .is_share = from->is_share};
    o.whole = ARENA_NEW(arena, OutlookUnit);
    o.whole->y = from->whole->y;
    o.unit = ARENA_ARRAY(arena, OutlookUnit, o.n_unit + 1);
    for (size_t u = 0; u < o.n_unit; u++)
        o.unit[u].y = from->unit[u].y;
    ask.method = method;
    outlook_make(arena, &o, ask);
    return o;
}

static const OutlookUnit *unit_of(const Outlook *o, size_t unit)
{
    return unit == WHOLE ? o->whole : &o->unit[unit];
}

static Accuracy accuracy(const Outlook *o, size_t unit, size_t lead)
{
    return outlook_accuracy(o, unit_of(o, unit), lead);
}

/* Of the forecasts that both made: those with the smaller error. */
static double share_won(const Judged *of, size_t at_unit, size_t lead)
{
    const OutlookUnit *unit = unit_of(&of->asked, at_unit);
    const Record *own = &unit->record, *other = &unit_of(&of->plain, at_unit)->record;
    size_t last = own->origins.n - 1, won = 0, n = 0;
    for (size_t i = last - of->asked.n_judged; i < last; i++) {
        for (size_t k = 1; k <= own->origins.ahead; k++) {
            size_t at = unit->begin + own->origins.known[i] + k - 1;
            if ((lead && k != lead) || at >= of->asked.n || isnan(unit->y[at]) ||
                !own->made[i] || !other->made[i])
                continue;
            n++;
            won += fabs(own->at[i].mean[k - 1] - unit->y[at]) <
                   fabs(other->at[i].mean[k - 1] - unit->y[at]);
        }
    }
    return n ? (double)won / (double)n : nan("");
}

static void add_keys(Backtest *b, size_t unit)
{
    for (size_t i = 0; i < b->n_key; i++) {
        Value key = {.empty = true};
        if (unit != WHOLE)
            key = result_value(b->parts, i + 1, b->h->row[unit]);
        vector_builder_add(b->key[i], key);
    }
}

/* The first lead of what is judged so far is that of the period that goes on. */
static Value lead_value(size_t lead, bool is_running)
{
    return lead || is_running ? forecast_number(is_running ? 0 : (double)lead, 0)
                              : (Value){.empty = true};
}

/* lead 0: all of them. */
static void add_line(Backtest *b, const Judged *of, size_t unit, size_t lead)
{
    Accuracy a = accuracy(&of->asked, unit, lead);
    Value values[N_COLUMN];
    double pinball = (a.pinball[0] + a.pinball[1] + a.pinball[2]) / 3;
    values[COLUMN_LEAD] = lead_value(lead, of->asked.whole->by != NULL);
    values[COLUMN_N] = forecast_number((double)a.n, 0);
    values[COLUMN_ERROR] = forecast_number(a.wape, 6);
    values[COLUMN_BIAS] = forecast_number(a.bias, 6);
    values[COLUMN_MASE] = forecast_number(a.mase, 4);
    values[COLUMN_PINBALL] = forecast_number(pinball, b->digits);
    values[COLUMN_COVERAGE] = forecast_number(a.coverage, 6);
    values[COLUMN_PLAIN] = forecast_number(accuracy(&of->plain, unit, lead).wape, 6);
    values[COLUMN_RUN_RATE] =
        forecast_number(accuracy(&of->run_rate, unit, lead).wape, 6);
    values[COLUMN_WON] = forecast_number(share_won(of, unit, lead), 6);
    for (size_t i = 0; i < N_COLUMN; i++)
        vector_builder_add(b->column[i], values[i]);
    add_keys(b, unit);
    b->r->level[b->r->n_row] = LEVEL_LINE;
    if (unit == WHOLE && b->parts)
        b->r->level[b->r->n_row] = LEVEL_SUBTOTAL;
    b->r->n_row++;
}

/* value: of the measure. */
static Type type_of(int column, Type value)
{
    Type type = {.kind = VALUE_NUMBER, .add = ADD_RATIO};
    type.unit.kind = columns[column].unit;
    type.integer = columns[column].integer;
    if (column == COLUMN_N)
        type.add = ADD_FLOW;
    if (column == COLUMN_PINBALL) {
        type.unit = value.unit;
        type.unit.kind = type.unit.kind == UNIT_COUNT ? UNIT_NONE : type.unit.kind;
    }
    return type;
}

static const char *title_of(int column, Method plain)
{
    return columns[column].title ? columns[column].title : method_word(plain);
}

void backtest_columns(Type value, PeriodUnit unit, const char **title, Type *type)
{
    Method plain = history_season(unit) > 1 ? METHOD_SEASONAL_NAIVE : METHOD_NAIVE;
    for (int i = 0; i < N_COLUMN; i++) {
        title[i] = title_of(i, plain);
        type[i] = type_of(i, value);
    }
}

/* The keys of units stand behind the lead. */
static ResultColumn *column_at(const Backtest *b, size_t i)
{
    return &b->r->column[i == COLUMN_LEAD ? 0 : i + b->n_key];
}

static void begin_columns(Backtest *b, const Result *whole, Method plain)
{
    Result *r = b->r;
    Type value = whole->column[whole->n_column - 1].type;
    b->n_key = b->parts ? b->parts->n_column - 2 : 0;
    b->key = ARENA_ARRAY(r->arena, VectorBuilder *, b->n_key + 1);
    r->n_column = N_COLUMN + b->n_key;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    for (size_t i = 0; i < b->n_key; i++) {
        const ResultColumn *key = &b->parts->column[i + 1];
        r->column[i + 1] = (ResultColumn){.title = arena_strdup(r->arena, key->title),
                                          .role = COLUMN_KEY,
                                          .type = key->type};
        b->key[i] = vector_builder_new(key->type, r->pool);
    }
    for (int i = 0; i < N_COLUMN; i++) {
        Fact *fact = ARENA_NEW(r->arena, Fact);
        const char *title = title_of(i, plain);
        *fact = (Fact){title, columns[i].meaning};
        *column_at(b, (size_t)i) =
            (ResultColumn){.title = title,
                           .role = i == COLUMN_LEAD ? COLUMN_KEY : COLUMN_MEASURE,
                           .type = type_of(i, value),
                           .about = fact,
                           .n_about = 1};
        b->column[i] = vector_builder_new(column_at(b, (size_t)i)->type, r->pool);
    }
}

static void end_columns(Backtest *b)
{
    for (size_t i = 0; i < b->n_key; i++)
        b->r->column[i + 1].vec = vector_builder_finish(b->key[i], b->r->arena);
    for (size_t i = 0; i < N_COLUMN; i++)
        column_at(b, i)->vec = vector_builder_finish(b->column[i], b->r->arena);
}

static void add_units(Backtest *b, const Judged *of, size_t lead)
{
    for (size_t u = 0; u < of->asked.n_unit; u++)
        add_line(b, of, u, lead);
    add_line(b, of, WHOLE, lead);
}

/* The period that goes on, as it was known on the same day of those before. */
static void add_running(Arena *arena, Backtest *b, const Judged *of)
{
    const Outlook *o = &b->h->outlook;
    Judged running = {outlook_running(arena, &of->asked, o),
                      outlook_running(arena, &of->plain, o),
                      outlook_running(arena, &of->run_rate, o)};
    add_units(b, &running, 1);
}

static void add_lines(Arena *arena, Backtest *b, OutlookAsk ask)
{
    const Outlook *o = &b->h->outlook;
    Result *r = b->r;
    Method plain = record_plain((Series){o->whole->y, o->n, o->season});
    Judged of = {judge(arena, o, ask, ask.method), judge(arena, o, ask, plain),
                 judge(arena, o, ask, METHOD_RUN_RATE)};
    size_t most = (ask.ahead + 1) * (o->n_unit + 1) + 1;
    b->n_judged = of.asked.n_judged;
    b->adds_up = of.asked.adds_up;
    r->level = ARENA_ARRAY(r->arena, uint8_t, most);
    if (!accuracy(&of.asked, WHOLE, 1).n)
        return;
    if (b->h->running.is_known)
        add_running(arena, b, &of);
    for (size_t lead = 1; lead <= ask.ahead && accuracy(&of.asked, WHOLE, lead).n;
         lead++)
        add_units(b, &of, lead);
    add_line(b, &of, WHOLE, 0);
    r->level[r->n_row - 1] = LEVEL_TOTAL;
    r->has_levels = true;
    if (!b->parts)
        return;
    r->depth = ARENA_ARRAY(r->arena, uint8_t, most);
    memset(r->depth, 1, r->n_row - 1);
}

static void add_notes(const Backtest *b, OutlookAsk ask)
{
    Result *r = b->r;
    forecast_note_history(r, b->h);
    if (r->n_row)
        forecast_note(r, "%s, made at the end of %zu period%s from what was known then",
                      method_title(ask.method), b->n_judged,
                      b->n_judged == 1 ? "" : "s");
    else if (b->h->outlook.n)
        forecast_note(r, "too few periods are known to judge the method");
    if (r->n_row && b->h->running.is_known)
        forecast_note(r,
                      "lead 0: made on day %d of a period, with what came of it so far",
                      forecast_day(b->h));
    if (r->n_row && b->parts && b->adds_up && ask.method < METHOD_PIPELINE)
        forecast_note(r,
                      "units and the total of their period are brought to each other");
}

Result *backtest_table(const History *h, const Result *whole, const Result *parts,
                       OutlookAsk ask)
{
    Arena *arena = arena_new();
    const Outlook *o = &h->outlook;
    Backtest b = {
        .h = h, .parts = parts, .digits = h->digits ? h->digits : 2, .r = result_new()};
    Series series = {NULL, o->n, o->season};
    begin_columns(&b, whole, record_plain(series));
    if (o->n)
        add_lines(arena, &b, ask);
    end_columns(&b);
    add_notes(&b, ask);
    arena_free(arena);
    return b.r;
}
