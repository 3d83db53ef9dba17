/* What two answers say of deals: which of them stood open at the ends of periods, and
   what was won within them. */
#ifndef KOERS_RUNTIME_FORECAST_DEAL_READ_H
#define KOERS_RUNTIME_FORECAST_DEAL_READ_H

#include "runtime/algebra/result.h"
#include "runtime/forecast/deal_log.h"

/* Deals, stages and segments are numbered as they come: what comes later changes no
   number. first: ordinal of the first period of the log, in which the first deal was
   open; the log has no periods where none was. stage[i], segment[i]: what they are
   called; "" where there are no segments. line[deal]: a line of the answer about open
   deals in[deal] that names it; in[deal] NULL: it was never open. n_segment[known]:
   segments that were seen in the first `known` periods. n_whole: periods of the log
   that are over; one more is the one that goes on. n_nameless: lines without a deal,
   which are left out. */
typedef struct {
    DealLog log;
    int32_t first;
    const char **stage, **segment;
    uint32_t *line;
    const Result **in;
    size_t *n_segment, n_whole;
    size_t n_nameless;
} DealRows;

/* Columns of the answer about open deals behind the stage; 0: it is not there. came:
   the day on which a deal came. */
typedef struct {
    size_t segment, came;
} DealColumns;

/* now: the same of the period behind `last`, as far as it is known; NULL: nothing. */
typedef struct {
    const Result *open, *won;
    DealColumns columns;
    int32_t last;
    const Result *open_now, *won_now;
} DealRead;

/* Both answers are by period and deal, with or without segment, their last column is
   the value; the one about open deals has the stage behind the deal, and may have the
   day on which it came: so deals of the first period are as old as they are. An amount
   that is empty or not above 0 is not known; of a win it is as it is. Periods behind
   `last` are read from the answers of now alone. Where a deal stands in several stages
   at once its amounts are added, and it is in the stage of the largest. The arena's. */
void deal_read(Arena *arena, const DealRead *read, DealRows *rows);

#endif
