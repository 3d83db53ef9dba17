#include "runtime/forecast/outlook.h"
#include "runtime/forecast/pipeline_record.h"

#include <math.h>

enum { WIDTH_VALUES = 8 }; /* that are known, at least, where a width is */

static size_t first_value(const double *y, size_t n)
{
    size_t i = 0;
    while (i < n && (isnan(y[i]) || y[i] == 0))
        i++;
    return i;
}

static Series series_of(const Outlook *o, const OutlookUnit *unit)
{
    return (Series){unit->y + unit->begin, o->n - unit->begin, o->season};
}

/* The origins counted from where the unit begins; it knows nothing before. */
static Origins origins_of(Arena *arena, const Outlook *o, const OutlookUnit *unit)
{
    size_t *known = ARENA_ARRAY(arena, size_t, o->origins.n);
    for (size_t i = 0; i < o->origins.n; i++)
        known[i] =
            o->origins.known[i] > unit->begin ? o->origins.known[i] - unit->begin : 0;
    return (Origins){known, o->origins.n, o->origins.ahead, o->origins.stop};
}

/* What never was above 1 is not expected to be. */
static void keep_shares(const Outlook *o, const OutlookUnit *unit)
{
    for (size_t i = 0; i < o->origins.n; i++) {
        bool above = false;
        for (size_t t = 0; t < o->origins.known[i]; t++)
            above |= unit->y[t] > 1;
        if (above)
            continue;
        Expected *e = &unit->record.at[i];
        e->most = 1;
        for (size_t k = 0; k < o->origins.ahead; k++)
            e->mean[k] = fmin(e->mean[k], 1);
    }
}

static void make_record(Arena *arena, const Outlook *o, OutlookUnit *unit,
                        OutlookAsk ask)
{
    unit->begin = first_value(unit->y, o->n);
    unit->begin = unit->begin < o->n ? unit->begin : 0; /* all are 0, which is known */
    Series s = series_of(o, unit);
    Origins origins = origins_of(arena, o, unit);
    if (ask.method < METHOD_PIPELINE)
        unit->record = record_make(arena, ask.method, s, origins);
    else
        unit->record = pipeline_record(
            arena,
            unit == o->whole ? ask.pipeline : &ask.pipeline->unit[unit - o->unit], s,
            unit->begin, origins);
    if (o->is_share)
        keep_shares(o, unit);
}

/* To what doubles can hold of a sum of decimals. */
static bool units_add_up(const Outlook *o)
{
    for (size_t t = 0; t < o->n; t++) {
        double sum = 0, size = 0;
        for (size_t i = 0; i < o->n_unit; i++) {
            sum += o->unit[i].y[t];
            size += fabs(o->unit[i].y[t]);
        }
        if (!(fabs(sum - o->whole->y[t]) <= 1e-9 * (size + 1)))
            return false;
    }
    return true;
}

/* Period k at origin i: the difference is shared out by how unsure each of them is. */
static void reconcile(Outlook *o, size_t i, size_t k)
{
    Expected *whole = &o->whole->record.at[i];
    double sum = 0, unsure = whole->sd[k] * whole->sd[k];
    for (size_t u = 0; u < o->n_unit; u++) {
        const Expected *e = &o->unit[u].record.at[i];
        sum += e->mean[k];
        unsure += e->sd[k] * e->sd[k];
    }
    double share = unsure > 0 ? (whole->mean[k] - sum) / unsure : 0;
    whole->mean[k] = 0;
    for (size_t u = 0; u < o->n_unit; u++) {
        Expected *e = &o->unit[u].record.at[i];
        e->mean[k] = expected_bound(e, k, e->mean[k] + share * e->sd[k] * e->sd[k]);
        whole->mean[k] += e->mean[k];
    }
}

static void put_so_far(OutlookUnit *unit, const double *other, size_t enough)
{
    SoFar so_far = {unit->y + unit->begin, unit->by + unit->begin, other + unit->begin,
                    enough};
    so_far_put(&unit->record, &so_far);
}

/* As it came before; where nothing did, by working days. */
SoFar outlook_so_far(Arena *arena, const Outlook *o)
{
    double *days = ARENA_ARRAY(arena, double, o->n + 1);
    for (size_t t = 0; t <= o->n; t++)
        days[t] = 1 - o->gone;
    return (SoFar){o->whole->y, o->whole->by, days, 1};
}

/* The total is the sum of its units, each of which knows best what came of it; brought
   to each other where one of them has no forecast. */
static void add_up_units(Outlook *o, size_t i)
{
    double sum = 0;
    for (size_t u = 0; u < o->n_unit; u++) {
        if (!o->unit[u].record.made[i] && o->origins.known[i] > o->unit[u].begin) {
            reconcile(o, i, 0);
            return;
        }
        sum += o->unit[u].record.at[i].mean[0];
    }
    o->whole->record.at[i].mean[0] = sum;
}

/* By what came of the whole, at each period. */
static const double *lefts_of(Arena *arena, const Outlook *o, const SoFar *whole)
{
    double *left = ARENA_ARRAY(arena, double, o->n + 1);
    for (size_t t = 0; t <= o->n; t++)
        left[t] = so_far_left(whole, t);
    return left;
}

double outlook_left(const Outlook *o, const OutlookUnit *unit)
{
    Arena *scratch = arena_new();
    SoFar whole = outlook_so_far(scratch, o);
    SoFar own = {unit->y, unit->by, lefts_of(scratch, o, &whole), SO_FAR_ENOUGH};
    double left = so_far_left(unit == o->whole ? &whole : &own, o->n);
    arena_free(scratch);
    return fmin(fmax(left, 0), 1);
}

static void add_so_far(Arena *arena, Outlook *o)
{
    SoFar whole = outlook_so_far(arena, o);
    const double *left = lefts_of(arena, o, &whole);
    put_so_far(o->whole, whole.other, whole.enough);
    for (size_t u = 0; u < o->n_unit; u++)
        put_so_far(&o->unit[u], left, SO_FAR_ENOUGH);
    for (size_t i = 0; o->adds_up && o->n_unit && i < o->origins.n; i++) {
        if (o->whole->record.made[i])
            add_up_units(o, i);
    }
}

void outlook_make(Arena *arena, Outlook *o, OutlookAsk ask)
{
    const OutlookUnit *longest = o->whole ? o->whole : &o->unit[0];
    Series all = {longest->y, o->n, o->season};
    o->origins = record_origins(arena, all, ask.judged + RECORD_WINDOW, 1, ask.ahead);
    o->origins.stop = ask.stop;
    size_t before = o->origins.n - 1;
    o->n_judged = before < ask.judged ? before : ask.judged;
    for (size_t u = 0; u < o->n_unit; u++)
        make_record(arena, o, &o->unit[u], ask);
    if (!o->whole)
        return;
    make_record(arena, o, o->whole, ask);
    o->adds_up = units_add_up(o);
    if (ask.method >= METHOD_PIPELINE)
        return; /* the whole is made of the deals of its units */
    for (size_t i = 0; o->adds_up && i < o->origins.n; i++) {
        for (size_t k = 0; o->whole->record.made[i] && k < ask.ahead; k++)
            reconcile(o, i, k);
    }
    if (o->whole->by)
        add_so_far(arena, o);
}

static OutlookUnit first_period(Arena *arena, const OutlookUnit *made, double *by)
{
    OutlookUnit unit = *made;
    size_t n = made->record.origins.n;
    unit.by = by;
    unit.record.origins.ahead = 1;
    unit.record.at = ARENA_ARRAY(arena, Expected, n);
    for (size_t i = 0; i < n; i++) {
        const Expected *e = &made->record.at[i];
        Expected *first = &unit.record.at[i];
        *first = expected_new(arena, 1);
        first->mean[0] = e->mean[0];
        first->sd[0] = e->sd[0];
        first->least = e->least;
        first->most = e->most;
    }
    return unit;
}

Outlook outlook_running(Arena *arena, const Outlook *made, const Outlook *from)
{
    Outlook o = *made;
    o.gone = from->gone;
    o.origins.ahead = 1;
    o.whole = ARENA_NEW(arena, OutlookUnit);
    *o.whole = first_period(arena, made->whole, from->whole->by);
    o.unit = ARENA_ARRAY(arena, OutlookUnit, o.n_unit + 1);
    for (size_t u = 0; u < o.n_unit; u++)
        o.unit[u] = first_period(arena, &made->unit[u], from->unit[u].by);
    add_so_far(arena, &o);
    return o;
}

Accuracy outlook_accuracy(const Outlook *o, const OutlookUnit *unit, size_t lead)
{
    size_t last = o->origins.n - 1;
    RecordCut cut = {last - o->n_judged, last, lead ? lead : 1,
                     lead ? lead : o->origins.ahead, o->n - unit->begin};
    return record_accuracy(&unit->record, series_of(o, unit), cut);
}

const Expected *outlook_expected(const Outlook *o, const OutlookUnit *unit, bool *made)
{
    *made = unit->record.made[o->origins.n - 1];
    return &unit->record.at[o->origins.n - 1];
}

bool outlook_knows_width(const Outlook *o, const OutlookUnit *unit)
{
    return o->n - unit->begin >= WIDTH_VALUES;
}
