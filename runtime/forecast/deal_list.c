#include "runtime/forecast/deal_list.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>

enum { CHANCE_DIGITS = 6 };

static const char *const titles[DEAL_LIST_COLUMNS] = {"amount", "weighted", "chance",
                                                      "value"};

typedef struct {
    const History *h;
    const Result *open;
    const PipelineAsk *ask;
    const double *stage_chance; /* per deal */
    Result *r;
    size_t n_key;
    VectorBuilder **column;
} List;

const char *deal_list_title(size_t column)
{
    return titles[column];
}

Type deal_list_type(size_t column, Type type)
{
    type.add = ADD_FLOW;
    if (column == DEAL_LIST_CHANCE)
        type = (Type){.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT, .add = ADD_FLOW};
    return type;
}

static void begin_column(List *list, size_t i, const char *title, Type type)
{
    Result *r = list->r;
    r->column[i] = (ResultColumn){.title = arena_strdup(r->arena, title),
                                  .role = i < list->n_key ? COLUMN_KEY : COLUMN_MEASURE,
                                  .type = type};
    list->column[i] = vector_builder_new(type, r->pool);
}

static void begin_columns(List *list, const Result *whole)
{
    Result *r = list->r;
    const ResultColumn *open = list->open->column;
    list->n_key = list->open->n_column - 1;
    r->n_column = list->n_key + DEAL_LIST_COLUMNS;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    list->column = ARENA_ARRAY(r->arena, VectorBuilder *, r->n_column);
    for (size_t i = 0; i < list->n_key; i++)
        begin_column(list, i, open[i].title, open[i].type);
    for (size_t i = 0; i < DEAL_LIST_COLUMNS; i++) {
        Type type = i <= DEAL_LIST_WEIGHTED ? open[list->n_key].type
                                            : whole->column[whole->n_column - 1].type;
        begin_column(list, list->n_key + i, titles[i], deal_list_type(i, type));
    }
}

static void add_line(List *list, size_t d, size_t k)
{
    const PipelineState *state = list->ask->shown;
    const OpenDeal *deal = &state->pipeline.deal[d];
    size_t named = state->history.deal[d];
    uint32_t line = list->ask->rows->line[named];
    const Result *in = list->ask->rows->in[named];
    Value period = {.empty = false};
    period.as.period = list->h->first + (int32_t)(list->h->outlook.n + k);
    vector_builder_add(list->column[0], period);
    for (size_t i = 1; i < list->n_key; i++)
        vector_builder_take(list->column[i], &in->column[i].vec, line);
    double amount = state->history.now[d].amount / PIPELINE_COIN;
    double chance = state->hazard.known[deal->stage]
                        ? state->expected.win[d * state->pipeline.ahead + k]
                        : (double)NAN;
    double values[DEAL_LIST_COLUMNS] = {
        k ? (double)NAN : amount, k ? (double)NAN : amount * list->stage_chance[d],
        chance, deal->amount / PIPELINE_COIN * chance};
    for (size_t i = 0; i < DEAL_LIST_COLUMNS; i++)
        vector_builder_add(list->column[list->n_key + i],
                           forecast_number(values[i], i == DEAL_LIST_CHANCE
                                                          ? CHANCE_DIGITS
                                                          : list->h->digits));
    list->r->n_row++;
}

static void add_lines(List *list)
{
    const PipelineState *state = list->ask->shown;
    PipelineWeighted weighted;
    Arena *scratch = arena_new();
    if (state->history.known &&
        pipeline_weigh(scratch, &state->calibration, &state->pipeline,
                       state->hazard.oldest_win, &weighted)) {
        list->stage_chance = weighted.chance;
        for (size_t k = 0; k < state->pipeline.ahead; k++) {
            for (size_t d = 0; d < state->pipeline.n_deal; d++)
                add_line(list, d, k);
        }
    }
    arena_free(scratch);
}

Result *deal_list(const History *h, const Result *open, const Result *whole,
                  const PipelineAsk *ask)
{
    List list = {.h = h, .open = open, .ask = ask, .r = result_new()};
    begin_columns(&list, whole);
    if (ask)
        add_lines(&list);
    for (size_t i = 0; i < list.r->n_column; i++)
        list.r->column[i].vec = vector_builder_finish(list.column[i], list.r->arena);
    return list.r;
}
