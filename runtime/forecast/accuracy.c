/* How good the forecasts of a record were. */
#include "runtime/forecast/record.h"

#include <math.h>

static const int percents[3] = {10, 50, 90};

static double pinball(double actual, double quantile, int percent)
{
    double part = percent / 100.0, off = actual - quantile;
    return off >= 0 ? part * off : (part - 1) * off;
}

/* Sums of one cut; `scaled` has no value once a seasonal step was 0. */
typedef struct {
    double off, actual, scaled, symmetric;
    size_t inside;
} Sums;

static void add_pair(Accuracy *a, Sums *sums, const Expected *e, size_t k, double y)
{
    double off = e->mean[k] - y, size = fabs(e->mean[k]) + fabs(y);
    a->n++;
    a->error += fabs(off);
    sums->off += off;
    sums->actual += fabs(y);
    sums->symmetric += size > 0 ? 200 * fabs(off) / size : 0;
    sums->inside +=
        y >= expected_quantile(e, k, 10) && y <= expected_quantile(e, k, 90);
    for (size_t q = 0; q < 3; q++)
        a->pinball[q] += pinball(y, expected_quantile(e, k, percents[q]), percents[q]);
}

static double ratio(double of, double by)
{
    return by > 0 ? of / by : nan("");
}

Accuracy record_accuracy(const Record *r, Series s, RecordCut cut)
{
    Accuracy a = {0};
    Sums sums = {0};
    for (size_t i = cut.first; i < cut.end; i++) {
        size_t from = r->origins.known[i];
        size_t lag = s.season < from ? s.season : 1;
        double step = series_mean_step(series_head(s, from), lag);
        for (size_t lead = cut.lead_lo; r->made[i] && lead <= cut.lead_hi; lead++) {
            if (from + lead > cut.known)
                break;
            if (isnan(s.y[from + lead - 1]))
                continue;
            add_pair(&a, &sums, &r->at[i], lead - 1, s.y[from + lead - 1]);
            double off = fabs(r->at[i].mean[lead - 1] - s.y[from + lead - 1]);
            sums.scaled += ratio(off, step);
        }
    }
    double n = (double)a.n;
    a.wape = ratio(a.error, sums.actual);
    a.bias = ratio(sums.actual > 0 ? sums.off : 0, sums.actual);
    a.mase = ratio(sums.scaled, n);
    a.smape = ratio(sums.symmetric, n);
    a.coverage = ratio((double)sums.inside, n);
    for (size_t q = 0; q < 3; q++)
        a.pinball[q] = ratio(a.pinball[q], n);
    return a;
}

RecordCut record_whole(const Record *record, Series s)
{
    return (RecordCut){0, record->origins.n, 1, record->origins.ahead, s.n};
}
