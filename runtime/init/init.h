/* `koers init`: a first model of a store that nobody has described. */
#ifndef KOERS_RUNTIME_INIT_INIT_H
#define KOERS_RUNTIME_INIT_INIT_H

#include "runtime/diag/diag.h"
#include "runtime/engine/engine.h"

typedef struct {
    const char *store;     /* path */
    const char *opened_as; /* what the model writes behind `open` */
    const volatile sig_atomic_t *stop;
    /* The table that is looked at now, of how many; may be NULL. */
    void (*progress)(void *self, const char *table, size_t done, size_t all);
    void *progress_self;
} InitJob;

typedef struct {
    const char *text; /* of the model, in canonical form */
    size_t len;
    size_t n_source, n_join, n_axis, n_dimension, n_measure, n_left_out;
    const char *question[3]; /* that it answers */
    size_t n_question;
} InitModel;

/* Reads the store, tables up to SAMPLE_ROWS whole and slices of larger ones, and writes
   nothing. What *out points to lives in `arena`. */
EngineStatus init_model(const InitJob *job, Arena *arena, DiagSink *sink,
                        InitModel *out);

#endif
