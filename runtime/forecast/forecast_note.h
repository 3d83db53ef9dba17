/* What the answers of forecasts and of backtests share: values, and the lines below. */
#ifndef KOERS_RUNTIME_FORECAST_FORECAST_NOTE_H
#define KOERS_RUNTIME_FORECAST_FORECAST_NOTE_H

#include "runtime/forecast/history.h"

Value forecast_text(const char *text);
/* Rounded; empty where `v` is not finite. */
Value forecast_number(double v, int digits);
void forecast_note(Result *r, const char *format, ...) PRINTF_LIKE(2, 3);
/* What was left out of the history and why, what is known, what was filled. */
void forecast_note_history(Result *r, const History *h);
/* From how many origins the errors are; has_deals: they are of ends of periods, also of
   the period that goes on. */
void forecast_note_judged(Result *r, const History *h, bool has_deals);
/* The day of the period that goes on on which what came so far was known, from 1. */
int forecast_day(const History *h);

#endif
