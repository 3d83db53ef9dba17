/* Clauses that speak of the lines of a forecast. */
#ifndef KOERS_RUNTIME_SESSION_FORECAST_LINES_H
#define KOERS_RUNTIME_SESSION_FORECAST_LINES_H

#include "runtime/session/internal.h"

/* A list of the lines, as what is asked of them. */
typedef struct {
    const Question *list;
    const Source *source; /* of its rows */
    bool picks;           /* it leaves lines out, or puts them in another order */
} ForecastLines;

bool forecast_lines_asked(const AstQuestion *ast);
/* `columns` are those of the forecast (forecast_as_question), whose keys are labels
   unless `with_keys`. false: reported. */
bool forecast_lines_resolve(Resolver *r, const AstQuestion *ast,
                            const Question *columns, bool with_keys,
                            ForecastLines *lines);
/* Changes `r`, which has been handed to nobody yet. false: reported. */
bool forecast_lines_apply(Executor *executor, const ForecastLines *lines, Result *r);

#endif
