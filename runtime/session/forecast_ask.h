/* What a forecast or a backtest asks for, resolved, and how it is answered: shared by
   the statements and by forecasts that are read as sources. */
#ifndef KOERS_RUNTIME_SESSION_FORECAST_ASK_H
#define KOERS_RUNTIME_SESSION_FORECAST_ASK_H

#include "runtime/forecast/history.h"
#include "runtime/session/forecast_lines.h"
#include "runtime/session/keep.h"
#include "runtime/session/lever.h"
#include "runtime/session/pipeline.h"

enum { FORECAST_JUDGED = 12 }; /* origins whose errors stand beside a forecast */

/* Of the whole and the parts. NULL: they cannot be asked. */
typedef struct {
    Question *whole, *parts;
} RunningQuestions;

typedef struct {
    Session *s;
    const AstQuestion *ast;
    ExprTable *exprs; /* of `own`, until forecast_end() */
    Resolver own, *r;
    Question *whole;            /* `as_if` holds for all that is asked */
    const Question *parts;      /* NULL: by time alone */
    Question *target[2];        /* of the whole and the parts; NULL: no `versus` */
    const AstQuestion *past[2]; /* the same as text would have them */
    size_t n_past;
    RunningQuestions by_day,
        by_period;        /* for what is known of the period that goes on */
    DealQuestions deals;  /* of METHOD_PIPELINE */
    LeverClauses what_if; /* likewise: of the clause */
    size_t n_path;        /* 0: quantiles, and no paths */
    bool is_backtest;
    bool is_source;      /* it is read on, and knows nothing of a `run` around it */
    bool by_deal;        /* likewise: each deal is */
    bool with_keys;      /* units are read on by their keys, not their labels */
    ForecastLines lines; /* its list is NULL: nothing is asked of them */
    OutlookAsk want;
    Keep keep; /* of the statement, set before it is answered */
} Forecast;

/* ---- forecast_resolve.c: false: reported ---- */

/* For a statement: in its arena, until forecast_end(). */
void forecast_start(Forecast *f, Session *s, const AstQuestion *ast);
void forecast_end(Forecast *f);
bool forecast_refuse(Forecast *f, Span span, const char *what, const char *help);
bool forecast_find_method(Forecast *f);
/* The count of a clause, if there is one, as periods ahead. */
bool forecast_find_ahead(Forecast *f, AstClauseKind kind);
/* The questions about the past, of the whole, its units, its deals. */
bool forecast_find_past(Forecast *f);
/* The question about the past by the first `n` keys, by all where n is 0. */
AstQuestion *forecast_same_keys(const Forecast *f, uint32_t n);
/* With what the `run` around puts at another value. NULL: reported. */
Question *forecast_resolve_question(Forecast *f, const AstQuestion *ast);
/* All that a forecast asks for. */
bool forecast_resolve(Forecast *f);
/* backtest.c: likewise of a backtest. */
bool backtest_resolve(Forecast *f);
bool forecast_is_from_deals(const Forecast *f);
bool forecast_has_levers(const Forecast *f);
/* Are there columns of the measure as it is, as it would be, and of the difference? */
bool forecast_has_what_if(const Forecast *f);

/* ---- forecast_running.c ---- */

/* A history and the views that it is read from, as it is or as it would be. parts NULL:
   there are no units; all: the answer that it is a view of. */
typedef struct {
    History *h;
    const Result *whole, *parts, *all;
    bool as_if;
} RunningOf;

/* Sets the questions about the period that goes on, where it can be asked. */
void forecast_find_running(Forecast *f);
/* Sets the units of the history, which are those that are or would be there, by what is
   forecast or, of a pipeline, by what open deals are worth; and of it and them what
   came of the period that goes on. false: reported. */
bool forecast_read_running(Forecast *f, Arena *arena, RunningOf of);

/* ---- forecast.c ---- */

/* Prints the answer to what is resolved if `ok`, and ends it. false: reported. */
bool forecast_emit(Forecast *f, bool ok);

/* ---- forecast_source.c ---- */

/* The columns of its answer as a question with `ahead`. NULL: reported. */
Question *forecast_as_question(Forecast *f);

/* ---- forecast_answer.c: owned by the caller; NULL: reported ---- */

/* All lines, whatever is asked of them. */
Result *forecast_answer(Forecast *f);
/* Those that are asked for; takes `all`, NULL: as it is. */
Result *forecast_answer_lines(Forecast *f, Result *all);

#endif
