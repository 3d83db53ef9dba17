/* What counting and drawing what a portfolio may bring share. */
#ifndef KOERS_RUNTIME_FORECAST_PORTFOLIO_DRAW_H
#define KOERS_RUNTIME_FORECAST_PORTFOLIO_DRAW_H

#include "runtime/forecast/portfolio.h"

bool portfolio_is_valid(const Portfolio *p);
/* Of the chances themselves. */
double portfolio_mean(const Portfolio *p);
/* Sets the standard deviation, and adds up below_or_at, which holds the chance of each
   value. */
void distribution_finish(Distribution *d);

#endif
