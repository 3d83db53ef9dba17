/* Inside resolve/: how a value hangs on the length of the time that it is of. */
#ifndef KOERS_RUNTIME_RESOLVE_OVER_TIME_H
#define KOERS_RUNTIME_RESOLVE_OVER_TIME_H

#include "runtime/model/question.h"

/* Of a value at answer level; `window`: of OVER_TIME_WINDOW, else as it was. */
OverTime over_time_of(const Expr *value, TimeWindow *window);

#endif
