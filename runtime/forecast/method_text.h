/* How the values of a forecast were found, in words. */
#ifndef KOERS_RUNTIME_FORECAST_METHOD_TEXT_H
#define KOERS_RUNTIME_FORECAST_METHOD_TEXT_H

#include "runtime/forecast/history.h"

/* Of a unit or the whole: of a blend the one method that is left, or `blend`. */
const char *method_text(const Outlook *o, Method method, const OutlookUnit *unit);
/* Says below an answer what each blend is the mean of. parts: the answer that has the
   names of the units; NULL: there are none. */
void method_note(Result *r, const History *h, Method method, const Result *parts);

#endif
