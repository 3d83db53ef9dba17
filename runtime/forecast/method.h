/* The methods of a series by name. */
#ifndef KOERS_RUNTIME_FORECAST_METHOD_H
#define KOERS_RUNTIME_FORECAST_METHOD_H

#include "runtime/forecast/series.h"

typedef enum {
#define METHOD(name, word, title) METHOD_##name,
#include "runtime/forecast/method.def"
#undef METHOD
    METHOD_COUNT,
    METHOD_PIPELINE = METHOD_COUNT, /* no methods of a series: of pipeline_record.h */
    METHOD_MARKOV,                  /* the same, whatever the ages of deals */
    METHOD_WEIGHTED,                /* by what was won of stages, and how soon */
    METHOD_END                      /* behind all of them */
} Method;

const char *method_word(Method method);
const char *method_title(Method method);
/* false: there is none of that name. */
bool method_find(const char *word, Method *method);

/* Whether the values suffice for the method, and the season for what needs one. */
bool method_fits(Method method, Series s);
/* What the method, which is not the blend, expects behind the series. The blend stands
   in record.h, for it needs the record of others. false: the values do not suffice, or
   the numbers run away. */
bool method_expect(Arena *arena, Method method, Series s, size_t h, Expected *e);

#endif
