/* koers_forecasts: what was expected, with what came of it. */
#include "runtime/session/log.h"
#include "runtime/session/system.h"

#include "runtime/base/intern.h"
#include "runtime/forecast/history.h"

#include <math.h>
#include <string.h>

enum {
    KEPT_ID,
    KEPT_AT,
    KEPT_MADE,
    KEPT_KIND,
    KEPT_LEVEL,
    KEPT_WHO,
    KEPT_ENTERED_BY,
    KEPT_MEASURE,
    KEPT_DIMENSION,
    KEPT_MEMBER,
    KEPT_PERIODS,
    KEPT_PERIOD,
    KEPT_STARTS_ON,
    KEPT_ENDS_ON,
    KEPT_LEAD,
    KEPT_METHOD,
    KEPT_MADE_OF,
    KEPT_VALUE,
    KEPT_P10,
    KEPT_P50,
    KEPT_P90,
    KEPT_UNIT,
    KEPT_ACTUAL,
    KEPT_NAIVE_ERROR,
    KEPT_RUNS,
    KEPT_STATE,
    KEPT_PARAMETERS,
    KEPT_COUNT
};

#define WHOLE_COLUMN(name)                                                             \
    {                                                                                  \
        name, {.kind = VALUE_NUMBER, .integer = true}, true, false                     \
    }
static const DriverColumn column[KEPT_COUNT] = {
    [KEPT_ID] = WHOLE_COLUMN("id"),
    [KEPT_AT] = {"at", {.kind = VALUE_MOMENT}, true, false},
    [KEPT_MADE] = DRIVER_KEY("made", VALUE_DATE),
    [KEPT_KIND] = DRIVER_KEY("kind", VALUE_TEXT),
    [KEPT_LEVEL] = DRIVER_KEY("level", VALUE_TEXT),
    [KEPT_WHO] = DRIVER_KEY("who", VALUE_TEXT),
    [KEPT_ENTERED_BY] = DRIVER_KEY("entered_by", VALUE_TEXT),
    [KEPT_MEASURE] = DRIVER_KEY("measure", VALUE_TEXT),
    [KEPT_DIMENSION] = DRIVER_KEY("dimension", VALUE_TEXT),
    [KEPT_MEMBER] = DRIVER_KEY("member", VALUE_TEXT),
    [KEPT_PERIODS] = DRIVER_KEY("periods", VALUE_TEXT),
    [KEPT_PERIOD] = DRIVER_KEY("period", VALUE_TEXT),
    [KEPT_STARTS_ON] = DRIVER_KEY("starts_on", VALUE_DATE),
    [KEPT_ENDS_ON] = DRIVER_KEY("ends_on", VALUE_DATE),
    [KEPT_LEAD] = WHOLE_COLUMN("lead"),
    [KEPT_METHOD] = DRIVER_KEY("method", VALUE_TEXT),
    [KEPT_MADE_OF] = DRIVER_KEY("made_of", VALUE_TEXT),
    [KEPT_VALUE] = DRIVER_VALUE("value", VALUE_NUMBER),
    [KEPT_P10] = DRIVER_VALUE("p10", VALUE_NUMBER),
    [KEPT_P50] = DRIVER_VALUE("p50", VALUE_NUMBER),
    [KEPT_P90] = DRIVER_VALUE("p90", VALUE_NUMBER),
    [KEPT_UNIT] = DRIVER_KEY("unit", VALUE_TEXT),
    [KEPT_ACTUAL] = DRIVER_VALUE("actual", VALUE_NUMBER),
    [KEPT_NAIVE_ERROR] = DRIVER_VALUE("naive_error", VALUE_NUMBER),
    [KEPT_RUNS] = WHOLE_COLUMN("runs"),
    [KEPT_STATE] = DRIVER_KEY("state", VALUE_TEXT),
    [KEPT_PARAMETERS] = DRIVER_KEY("parameters", VALUE_TEXT),
};

/* The answer to what is held against forecasts. */
typedef struct {
    Result *answer; /* NULL: there is none */
    Day covered_to; /* of HistoryAsk */
    Intern *names;  /* of its lines: period and member */
    uint32_t *line; /* by name: its line */
} Past;

typedef struct {
    Session *s;
    DriverTable *table;
    const Journal *journal;
    Intern *questions;
    Past *past; /* by question */
    StrBuf sb;
} Rows;

/* ---- what came ---- */

/* As session_ask(), which does not hand out the question. What is wrong is not said:
   a model that no longer has the measure has no actual value of it. */
static void ask(Session *s, const char *text, Past *past)
{
    const SourceText *source =
        source_texts_add(s->texts, "koers_forecasts", text, strlen(text));
    source_texts_set_module(s->texts, source->file);
    ParseResult parsed = parse_text(source, PARSE_SCRIPT, s->statement, &s->sink);
    if (parsed.status != PARSE_OK || parsed.script->stmts.count != 1 ||
        parsed.script->stmts.item[0]->kind != AST_STMT_QUESTION)
        return;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = session_resolver(s, s->statement, exprs);
    Question *q = resolve_question(&r, parsed.script->stmts.item[0]->as.question);
    if (q && q->n_item == 1 && q->item[0].type.kind == VALUE_NUMBER && q->n_by &&
        q->by[0].role == BY_TIME) {
        q->to_end = true;
        past->covered_to = forecast_covered_to(q);
        past->answer = execute_question(&s->executor, q);
    }
    expr_table_free(exprs);
}

/* "2026-11", NUL, "North, Bikes" */
static void print_name(StrBuf *sb, PeriodUnit unit, int32_t period, const char *member)
{
    strbuf_reset(sb);
    calendar_print(sb, unit, period);
    strbuf_addc(sb, '\0');
    strbuf_adds(sb, member);
}

static const char *member_at(Rows *rows, const Result *r, uint32_t row)
{
    strbuf_reset(&rows->sb);
    for (size_t i = 1; i + 1 < r->n_column; i++) {
        strbuf_adds(&rows->sb, i > 1 ? ", " : "");
        value_print(&rows->sb, r->column[i].type, result_value(r, i, row));
    }
    return arena_strdup(rows->s->statement, rows->sb.text);
}

static void name_lines(Rows *rows, Past *past)
{
    const Result *r = past->answer;
    past->names = intern_new(NULL);
    past->line = ARENA_ARRAY(rows->s->statement, uint32_t, r->n_row + 1);
    for (uint32_t row = 0; row < r->n_row; row++) {
        const char *member = member_at(rows, r, row);
        print_name(&rows->sb, r->column[0].type.period,
                   result_value(r, 0, row).as.period, member);
        uint32_t n = intern_count(past->names);
        uint32_t name = intern_add(past->names, rows->sb.text, rows->sb.len);
        if (name == n)
            past->line[name] = row;
    }
}

/* Each question is asked once. */
static const Past *past_of(Rows *rows, const JournalForecast *f)
{
    uint32_t n = intern_count(rows->questions);
    uint32_t at = intern_add(rows->questions, f->question, strlen(f->question));
    Past *past = &rows->past[at];
    if (at == n && *f->question)
        ask(rows->s, f->question, past);
    if (at == n && past->answer)
        name_lines(rows, past);
    return past;
}

/* Empty where there is no line; 0 of a flow. */
static Value value_at(Rows *rows, const Past *past, int32_t period, const char *member)
{
    const Result *r = past->answer;
    const ResultColumn *value = &r->column[r->n_column - 1];
    uint32_t name;
    print_name(&rows->sb, r->column[0].type.period, period, member);
    if (intern_find(past->names, rows->sb.text, rows->sb.len, &name))
        return result_value(r, r->n_column - 1, past->line[name]);
    Value none = {.empty = value->type.add != ADD_FLOW};
    none.as.number = decimal_from_i64(0);
    return none;
}

/* The period of its first day; false: the answer has no such periods, or is in
   another unit. */
static bool find_period(const Past *past, const JournalForecast *f, int32_t *period)
{
    const Result *r = past->answer;
    if (!r)
        return false;
    PeriodUnit unit = r->column[0].type.period;
    *period = calendar_period_of(unit, f->starts_on);
    DayRange days = calendar_range(unit, *period);
    return days.lo == f->starts_on && days.hi - 1 == f->ends_on &&
           strcmp(driver_unit(&r->column[r->n_column - 1].type), f->unit) == 0;
}

/* Lines by dimensions have the member in their keys; those of one member do not. */
static const char *member_in(const Past *past, const JournalForecast *f)
{
    return past->answer->n_column > 2 ? f->member : "";
}

static Value actual_of(Rows *rows, const Past *past, const JournalForecast *f)
{
    int32_t period;
    HistoryAsk known = {rows->s->settings.today, past->covered_to};
    if (!find_period(past, f, &period) ||
        !history_is_whole(past->answer, known, period))
        return (Value){.empty = true};
    return value_at(rows, past, period, member_in(past, f));
}

/* What the plainest guess was off by before the forecast was made: the mean step over a
   season, over one period where less than a season was known. */
static Value naive_error_of(Rows *rows, const Past *past, const JournalForecast *f)
{
    int32_t period;
    if (!find_period(past, f, &period) || !past->answer->n_row)
        return (Value){.empty = true};
    const Result *r = past->answer;
    PeriodUnit unit = r->column[0].type.period;
    int32_t first = result_value(r, 0, 0).as.period;
    int32_t end = calendar_period_of(unit, f->made);
    size_t n = end > first ? (size_t)(end - first) : 0, begin = 0;
    double *y = ARENA_ARRAY(rows->s->statement, double, n + 1);
    for (size_t i = 0; i < n; i++) {
        Value v = value_at(rows, past, first + (int32_t)i, member_in(past, f));
        y[i] = v.empty ? nan("") : decimal_to_double(v.as.number);
        begin += begin == i && (v.empty || y[i] == 0);
    }
    size_t season = history_season(unit);
    Series known = {y + begin, n - begin, season};
    double step = series_mean_step(known, season < known.n ? season : 1);
    Value value = {.empty = true};
    if (step > 0 && decimal_from_double(step, &value.as.number)) {
        value.as.number = decimal_round(value.as.number, HISTORY_DIGITS);
        value.empty = false;
    }
    return value;
}

/* ---- rows ---- */

static void add_number(Rows *rows, size_t at, const char *text)
{
    static const Type number = {.kind = VALUE_NUMBER};
    Value value = {.empty = true};
    value.empty = !*text || !decimal_parse(text, strlen(text), &value.as.number);
    driver_cell(rows->table, at, number, value);
}

static void add_whole(Rows *rows, size_t at, int64_t n)
{
    driver_cell(rows->table, at, column[at].type,
                (Value){.as.number = decimal_from_i64(n)});
}

static void add_row(Rows *rows, const JournalForecast *f, int64_t runs)
{
    static const Type number = {.kind = VALUE_NUMBER};
    DriverTable *t = rows->table;
    const Past *past = past_of(rows, f);
    add_whole(rows, KEPT_ID, f->id);
    driver_cell(t, KEPT_AT, column[KEPT_AT].type, (Value){.as.seconds = f->at});
    driver_day(t, KEPT_MADE, f->made);
    driver_text(t, KEPT_KIND, f->kind);
    driver_text(t, KEPT_LEVEL, f->level);
    driver_text(t, KEPT_WHO, f->who);
    driver_text(t, KEPT_ENTERED_BY, f->entered_by);
    driver_text(t, KEPT_MEASURE, f->measure);
    driver_text(t, KEPT_DIMENSION, f->dimension);
    driver_text(t, KEPT_MEMBER, f->member);
    driver_text(t, KEPT_PERIODS, f->periods);
    driver_text(t, KEPT_PERIOD, f->period);
    driver_day(t, KEPT_STARTS_ON, f->starts_on);
    driver_day(t, KEPT_ENDS_ON, f->ends_on);
    add_whole(rows, KEPT_LEAD, f->lead);
    driver_text(t, KEPT_METHOD, f->method);
    driver_text(t, KEPT_MADE_OF, f->made_of);
    add_number(rows, KEPT_VALUE, f->value);
    add_number(rows, KEPT_P10, f->p10);
    add_number(rows, KEPT_P50, f->p50);
    add_number(rows, KEPT_P90, f->p90);
    driver_text(t, KEPT_UNIT, f->unit);
    driver_cell(t, KEPT_ACTUAL, number, actual_of(rows, past, f));
    driver_cell(t, KEPT_NAIVE_ERROR, number, naive_error_of(rows, past, f));
    add_whole(rows, KEPT_RUNS, runs);
    driver_text(t, KEPT_STATE, f->state);
    driver_text(t, KEPT_PARAMETERS, f->parameters);
}

/* What several runs of one day have in common when they say the same: of what a method
   expects all but the run, of what a person stands for all but the value. */
static void print_same(StrBuf *sb, const JournalForecast *f)
{
    bool is_person = strcmp(f->kind, "commitment") == 0;
    const char *const part[] = {
        f->kind,      f->measure, f->dimension, f->member,
        f->periods,   f->period,  f->method,    is_person ? f->who : f->state,
        f->parameters};
    strbuf_reset(sb);
    civil_print_day(sb, f->made);
    for (size_t i = 0; i < COUNT_OF(part); i++) {
        strbuf_addc(sb, '\0');
        strbuf_adds(sb, part[i]);
    }
}

typedef struct {
    const JournalForecast *forecast;
    int64_t runs;
} Once;

/* The first run of those that say the same; the last word of a person on a day. */
static size_t count_once(Rows *rows, Once *once)
{
    Intern *names = intern_new(NULL);
    for (size_t i = 0; i < rows->journal->n_forecast; i++) {
        const JournalForecast *f = &rows->journal->forecast[i];
        print_same(&rows->sb, f);
        uint32_t n = intern_count(names);
        uint32_t at = intern_add(names, rows->sb.text, rows->sb.len);
        if (at == n)
            once[at] = (Once){f, 0};
        if (strcmp(f->kind, "commitment") == 0)
            once[at].forecast = f;
        once[at].runs++;
    }
    size_t n = intern_count(names);
    intern_free(names);
    return n;
}

static bool is_stopped(const Session *s)
{
    return s->options.stop && *s->options.stop;
}

static bool add_forecasts(Session *s, DriverTable *table)
{
    Journal journal;
    if (!log_read(s, &journal))
        return false;
    size_t most = journal.n_forecast;
    Rows rows = {.s = s, .table = table, .journal = &journal};
    Once *once = ARENA_ARRAY(s->statement, Once, most + 1);
    rows.past = ARENA_ARRAY(s->statement, Past, most + 1);
    rows.questions = intern_new(NULL);
    strbuf_init(&rows.sb);
    size_t n = count_once(&rows, once);
    for (size_t i = 0; i < n && !is_stopped(s); i++)
        add_row(&rows, once[i].forecast, once[i].runs);
    for (uint32_t i = 0; i < intern_count(rows.questions); i++) {
        if (!rows.past[i].answer)
            continue;
        result_unref(rows.past[i].answer);
        intern_free(rows.past[i].names);
    }
    intern_free(rows.questions);
    strbuf_release(&rows.sb);
    return !is_stopped(s);
}

const SystemTable system_forecasts = {.name = "koers_forecasts",
                                      .column = column,
                                      .n_column = KEPT_COUNT,
                                      .add_rows = add_forecasts};
