#include "runtime/forecast/backtest_table.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>

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
    N_COLUMN
};

static const struct {
    const char *title, *meaning;
    UnitKind unit;
    bool integer;
} columns[N_COLUMN] = {
    {"lead", "periods ahead", UNIT_NONE, true},
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

typedef struct {
    const History *h;
    Outlook asked, plain, run_rate;
    int digits;
    VectorBuilder *column[N_COLUMN];
} Backtest;

static Outlook judge(Arena *arena, const Outlook *from, OutlookAsk ask, Method method)
{
    Outlook o = {.n = from->n, .season = from->season};
    o.whole = ARENA_NEW(arena, OutlookUnit);
    o.whole->y = from->whole->y;
    ask.method = method;
    outlook_make(arena, &o, ask);
    return o;
}

static Accuracy accuracy(const Outlook *o, size_t lead)
{
    return outlook_accuracy(o, o->whole, lead);
}

/* Of the forecasts that both made: those with the smaller error. */
static double share_won(const Backtest *b, size_t lead)
{
    const Record *own = &b->asked.whole->record, *other = &b->plain.whole->record;
    const OutlookUnit *unit = b->asked.whole;
    size_t last = own->origins.n - 1, won = 0, n = 0;
    for (size_t i = last - b->asked.n_judged; i < last; i++) {
        for (size_t k = 1; k <= own->origins.ahead; k++) {
            size_t at = unit->begin + own->origins.known[i] + k - 1;
            if ((lead && k != lead) || at >= b->asked.n || isnan(unit->y[at]) ||
                !own->made[i] || !other->made[i])
                continue;
            n++;
            won += fabs(own->at[i].mean[k - 1] - unit->y[at]) <
                   fabs(other->at[i].mean[k - 1] - unit->y[at]);
        }
    }
    return n ? (double)won / (double)n : nan("");
}

/* lead 0: all of them. */
static void add_line(Backtest *b, size_t lead)
{
    Accuracy a = accuracy(&b->asked, lead);
    Value values[N_COLUMN];
    double pinball = (a.pinball[0] + a.pinball[1] + a.pinball[2]) / 3;
    values[COLUMN_LEAD] =
        lead ? forecast_number((double)lead, 0) : (Value){.empty = true};
    values[COLUMN_N] = forecast_number((double)a.n, 0);
    values[COLUMN_ERROR] = forecast_number(a.wape, 6);
    values[COLUMN_BIAS] = forecast_number(a.bias, 6);
    values[COLUMN_MASE] = forecast_number(a.mase, 4);
    values[COLUMN_PINBALL] = forecast_number(pinball, b->digits);
    values[COLUMN_COVERAGE] = forecast_number(a.coverage, 6);
    values[COLUMN_PLAIN] = forecast_number(accuracy(&b->plain, lead).wape, 6);
    values[COLUMN_RUN_RATE] = forecast_number(accuracy(&b->run_rate, lead).wape, 6);
    values[COLUMN_WON] = forecast_number(share_won(b, lead), 6);
    for (size_t i = 0; i < N_COLUMN; i++)
        vector_builder_add(b->column[i], values[i]);
}

static Type type_of(int column, const Result *whole)
{
    Type type = {.kind = VALUE_NUMBER, .add = ADD_RATIO};
    type.unit.kind = columns[column].unit;
    type.integer = columns[column].integer;
    if (column == COLUMN_PINBALL) {
        type.unit = whole->column[whole->n_column - 1].type.unit;
        type.unit.kind = type.unit.kind == UNIT_COUNT ? UNIT_NONE : type.unit.kind;
    }
    return type;
}

static void begin_columns(Backtest *b, Result *r, const Result *whole, Method plain)
{
    r->n_column = N_COLUMN;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, N_COLUMN);
    for (int i = 0; i < N_COLUMN; i++) {
        Fact *fact = ARENA_NEW(r->arena, Fact);
        const char *title = columns[i].title ? columns[i].title : method_word(plain);
        *fact = (Fact){title, columns[i].meaning};
        r->column[i] =
            (ResultColumn){.title = title,
                           .role = i == COLUMN_LEAD ? COLUMN_KEY : COLUMN_MEASURE,
                           .type = type_of(i, whole),
                           .about = fact,
                           .n_about = 1};
        b->column[i] = vector_builder_new(r->column[i].type, r->pool);
    }
}

static void add_lines(Arena *arena, Backtest *b, Result *r, OutlookAsk ask)
{
    const Outlook *o = &b->h->outlook;
    Method plain = record_plain((Series){o->whole->y, o->n, o->season});
    b->asked = judge(arena, o, ask, ask.method);
    b->plain = judge(arena, o, ask, plain);
    b->run_rate = judge(arena, o, ask, METHOD_RUN_RATE);
    r->level = ARENA_ARRAY(r->arena, uint8_t, ask.ahead + 1);
    for (size_t lead = 1; lead <= ask.ahead && accuracy(&b->asked, lead).n; lead++) {
        add_line(b, lead);
        r->n_row++;
    }
    if (r->n_row == 0)
        return;
    add_line(b, 0);
    r->level[r->n_row++] = LEVEL_TOTAL;
    r->has_levels = true;
}

Result *backtest_table(const History *h, const Result *whole, OutlookAsk ask)
{
    Result *r = result_new();
    Arena *arena = arena_new();
    const Outlook *o = &h->outlook;
    Backtest b = {.h = h, .digits = h->digits ? h->digits : 2};
    Series series = {NULL, o->n, o->season};
    begin_columns(&b, r, whole, record_plain(series));
    if (o->n)
        add_lines(arena, &b, r, ask);
    for (size_t i = 0; i < N_COLUMN; i++)
        r->column[i].vec = vector_builder_finish(b.column[i], r->arena);
    forecast_note_history(r, h);
    if (r->n_row)
        forecast_note(
            r, "%s, made at the last %zu ends of periods from what was known then",
            method_title(ask.method), b.asked.n_judged);
    else if (o->n)
        forecast_note(r, "too few periods are known to judge the method");
    arena_free(arena);
    return r;
}
