/* Sources that every model has: what Koers itself knows. system.koers declares them;
   here are their rows. To add one: declare it there, and add a SystemTable to the list
   in system.c. */
#ifndef KOERS_RUNTIME_SESSION_SYSTEM_H
#define KOERS_RUNTIME_SESSION_SYSTEM_H

#include "runtime/session/driver.h"

/* All that a column may hold; "" is left out. */
typedef struct {
    const char *column;
    const char *const *word;
    size_t n;
} SystemWords;

typedef struct {
    const char *name; /* of the source, and of its table */
    const DriverColumn *column;
    size_t n_column;
    const SystemWords *words; /* of some columns */
    size_t n_words;
    bool by_person; /* made of the rows that who asks sees; else closed to who does not
                       see all */
    /* Fills a table of these columns. It may ask questions. false: reported. */
    bool (*add_rows)(Session *s, DriverTable *table);
} SystemTable;

/* log_table.c, indicator_table.c, objective_table.c, forecast_log.c */
extern const SystemTable system_looks, system_decisions, system_indicators,
    system_objectives, system_forecasts;

/* NULL: it is none of them. */
const SystemTable *system_find(const char *name);
/* Its rows, owned by the caller; NULL: reported. */
Result *system_table_rows(Session *s, const SystemTable *table);
/* The rows of an ORIGIN_SYSTEM, owned by the caller; NULL: reported. */
Result *system_rows(void *session, const Source *source);
/* What they are made of has changed: they are made anew. */
void system_changed(Session *s);
/* Declares those that the steps name, where nothing else has the name. Behind the
   opening of the store. */
void system_declare(Session *s, Steps *steps);

#endif
