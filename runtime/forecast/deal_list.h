/* What is expected of each deal that is open, in each period ahead: rows for questions.
 */
#ifndef KOERS_RUNTIME_FORECAST_DEAL_LIST_H
#define KOERS_RUNTIME_FORECAST_DEAL_LIST_H

#include "runtime/forecast/history.h"
#include "runtime/forecast/pipeline_record.h"

/* Behind the keys: what the deal is worth, and that times what was won of its stage by
   value (calibration.h; 0 where it is stale), both in the line of the first period
   alone; the chance that it is won in the period, and what it is expected to bring in
   it. All of them add up. */
enum {
    DEAL_LIST_AMOUNT,
    DEAL_LIST_WEIGHTED,
    DEAL_LIST_CHANCE,
    DEAL_LIST_VALUE,
    DEAL_LIST_COLUMNS
};

const char *deal_list_title(size_t column);
/* Of the column, where what it is made of has `type`: that of open deals for the first
   two, of won ones for the others. */
Type deal_list_type(size_t column, Type type);

/* Keys are those of `open`, the answer about open deals; ask NULL: there is no history,
   and no line. The last column of `whole` is what is expected. A chance is empty where
   no deal left the stage yet, what is worth something where no amount is known too. The
   caller owns the result. */
Result *deal_list(const History *h, const Result *open, const Result *whole,
                  const PipelineAsk *ask);

#endif
