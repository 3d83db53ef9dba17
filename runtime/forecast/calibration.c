#include "runtime/forecast/calibration.h"

#include <math.h>

static bool is_known(double amount)
{
    return amount > 0 && isfinite(amount);
}

/* Mean known amount per stage; 1 where none is known. */
static double *mean_amounts(Arena *arena, size_t n_stage, const Decided *deal, size_t n)
{
    double *mean = ARENA_ARRAY(arena, double, n_stage);
    size_t *known = ARENA_ARRAY(arena, size_t, n_stage);
    for (size_t i = 0; i < n; i++) {
        if (!is_known(deal[i].amount))
            continue;
        mean[deal[i].stage] += deal[i].amount;
        known[deal[i].stage]++;
    }
    for (size_t stage = 0; stage < n_stage; stage++)
        mean[stage] = known[stage] ? mean[stage] / (double)known[stage] : 1;
    return mean;
}

static void add(CalibrationLine *line, const Decided *deal, double value)
{
    line->n++;
    line->value += value;
    line->won += deal->won;
    line->value_won += deal->won ? value : 0;
}

static double rate(const CalibrationLine *line)
{
    return line->n ? line->value_won / line->value : (double)NAN;
}

static void shrink(CalibrationLine *line, double wider, double strength)
{
    double n = (double)line->n;
    line->chance =
        line->n ? (n * rate(line) + strength * wider) / (n + strength) : wider;
}

bool calibration_make(Arena *arena, CalibrationForm form, const Decided *deal, size_t n,
                      Calibration *c)
{
    if (!(form.strength >= 0) || !isfinite(form.strength))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (deal[i].segment >= form.n_segment || deal[i].stage >= form.n_stage)
            return false;
    }
    size_t n_line = form.n_segment * form.n_stage;
    *c = (Calibration){form.n_segment, form.n_stage,
                       ARENA_ARRAY(arena, CalibrationLine, n_line),
                       ARENA_ARRAY(arena, CalibrationLine, form.n_stage)};
    const double *mean = mean_amounts(arena, form.n_stage, deal, n);
    for (size_t i = 0; i < n; i++) {
        const Decided *d = &deal[i];
        double value = is_known(d->amount) ? d->amount : mean[d->stage];
        add(&c->line[d->segment * form.n_stage + d->stage], d, value);
        add(&c->total[d->stage], d, value);
    }
    for (size_t stage = 0; stage < form.n_stage; stage++)
        c->total[stage].chance = rate(&c->total[stage]);
    for (size_t i = 0; i < n_line; i++) {
        double wider = c->total[i % form.n_stage].chance;
        shrink(&c->line[i], wider, form.n_segment > 1 ? form.strength : 0);
    }
    return true;
}
