/* The record of a pipeline: at each origin the deals of the periods that are known then
   are read anew, everything is fitted anew, and what is open and what will come are
   expected to go on as deals did. */
#ifndef KOERS_RUNTIME_FORECAST_PIPELINE_RECORD_H
#define KOERS_RUNTIME_FORECAST_PIPELINE_RECORD_H

#include "runtime/forecast/deal_read.h"
#include "runtime/forecast/pipeline_now.h"
#include "runtime/forecast/record.h"
#include "runtime/forecast/usual.h"

/* Of one origin. chance: by stage of all segments (calibration.h), of deals that are
   decided. history.now has what open deals are worth, the pipeline what they would
   bring, both in coins. created[segment * ahead + k]: how many deals come. open, fresh:
   what open and new deals are expected to bring in each period. expected: everything,
   amounts in coins of PIPELINE_COIN to one; what was won so far of a period that goes
   on is in what is open. The correlation of the pipeline is what makes the futures as
   wide as the errors known at the origin were: what deals have in common, and what else
   was not foreseen. */
typedef struct {
    DealHistory history;
    Hazard hazard;
    Calibration calibration;
    Pipeline pipeline;
    PipelineExpected expected;
    double *open, *fresh;
    bool no_size;   /* nothing was won: what new deals bring is not known */
    bool too_large; /* amounts are: it says nothing else */
} PipelineState;

#define PIPELINE_COIN 100.0
enum { PIPELINE_AGES = 24, PIPELINE_RECENT = 12 };

/* first: ordinal of the first period of the series. shown: set to the state of the last
   origin; left alone where that has none. NULL: not wanted. drawn: so many of the last
   origins have quantiles of their own, 1 or more; of the others mean and deviation are
   known. now: what is known of the period behind the series, at the last origin alone;
   NULL: nothing. ages: as many are told apart; 1: none, deals go as a chain of stages.
   by_stage: they go as usual.h says. segment: whose deals bring what is won, while all
   say how deals go; PIPELINE_ALL: those of all. by_segment: of what is
   shown, what each brings on a path is wanted. unit: the same of each unit of an
   outlook; NULL: it has none. as_it_is: of rows that are assumed, those that are, from
   which comes what deals brought by what they were worth; NULL: nothing is assumed. */
typedef struct PipelineAsk {
    const DealRows *rows, *as_it_is;
    int32_t first;
    PipelineState *shown;
    const PipelineSoFar *now;
    size_t drawn, ages;
    bool by_stage, by_segment;
    size_t segment;
    const struct PipelineAsk *unit;
} PipelineAsk;

#define PIPELINE_ALL ((size_t)-1)

/* How long before being won deals stood in a stage, at an origin. */
Waits pipeline_waits(const DealHistory *h);

/* What is won, as `s`, of which the first `begin` periods are cut off. There is nothing
   at origins that know fewer than two periods of the log. The arena's. */
Record pipeline_record(Arena *arena, const PipelineAsk *ask, Series s, size_t begin,
                       Origins origins);

/* What is expected where steering changes something; as `state` otherwise, of which it
   is made. false: amounts are too large. The arena's. */
bool pipeline_steer(Arena *arena, const PipelineState *state, const Levers *levers,
                    PipelineState *steered);

/* What is won in period `k` ahead of a path, of a segment or PIPELINE_ALL. */
typedef struct {
    size_t segment, k, path;
} OnPath;
double pipeline_on_path(const PipelineState *state, OnPath at);
/* The chance that `value` or more is won in period `k` ahead; k the number of periods:
   in all of them. */
double pipeline_reaches(const PipelineState *state, size_t k, double value);
/* What is won in period `k`, or in all, as one period. The arena's. */
Expected pipeline_sum(Arena *arena, const PipelineState *state, size_t k);

#endif
