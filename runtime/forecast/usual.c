#include "runtime/forecast/usual.h"

#include <math.h>

/* Of all segments, into n counts; their sum. */
static double add_segments(const HazardForm *form, Waits waits, size_t stage,
                           double *sum)
{
    double all = 0;
    for (size_t segment = 0; segment < form->n_segment; segment++) {
        const double *wait = waits.wait + (segment * form->n_stage + stage) * waits.n;
        for (size_t k = 0; k < waits.n; k++) {
            sum[k] += wait[k];
            all += wait[k];
        }
    }
    return all;
}

/* chance: that of the stage in the segment. */
static void put_line(Waits own, const double *wider, double strength, double chance,
                     double *usual)
{
    double sum = strength;
    for (size_t k = 0; k < own.n; k++)
        sum += own.wait[k];
    for (size_t k = 0; k < own.n && sum > 0; k++)
        usual[k] = chance * (own.wait[k] + strength * wider[k]) / sum;
}

void usual_put(Arena *arena, const Calibration *c, Waits waits, Hazard *h)
{
    const HazardForm *form = &h->form;
    size_t n_stage = form->n_stage, n = waits.n;
    double *usual = ARENA_ARRAY(arena, double, form->n_segment *n_stage *n + 1);
    double strength = form->n_segment > 1 ? form->strength : 0;
    for (size_t stage = 0; stage < n_stage; stage++) {
        double *wider = ARENA_ARRAY(arena, double, n + 1);
        double all = add_segments(form, waits, stage, wider);
        h->known[stage] = c->total[stage].n;
        for (size_t k = 0; k < n && all > 0; k++)
            wider[k] /= all;
        for (size_t i = stage; i < form->n_segment * n_stage && all > 0; i += n_stage)
            put_line((Waits){waits.wait + i * n, n}, wider, strength, c->line[i].chance,
                     usual + i * n);
    }
    h->usual = usual;
    h->n_usual = n;
}

double usual_wait(const HazardForm *form, Waits waits, size_t stage)
{
    Arena *scratch = arena_new();
    double *wait = ARENA_ARRAY(scratch, double, waits.n + 1), time = 0;
    double all = add_segments(form, waits, stage, wait);
    for (size_t k = 0; k < waits.n; k++)
        time += wait[k] * (double)(k + 1);
    arena_free(scratch);
    return time / all;
}
