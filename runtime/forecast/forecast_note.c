#include "runtime/forecast/forecast_note.h"

#include <math.h>
#include <string.h>

Value forecast_text(const char *text)
{
    Value value = {.empty = false};
    value.as.text.text = text;
    value.as.text.len = strlen(text);
    return value;
}

Value forecast_number(double v, int digits)
{
    Value value = {.empty = true};
    if (isfinite(v) && decimal_from_double(v, &value.as.number)) {
        value.as.number = decimal_round(value.as.number, digits);
        value.empty = false;
    }
    return value;
}

void forecast_note(Result *r, const char *format, ...)
{
    va_list args;
    const char **note = ARENA_ARRAY(r->arena, const char *, r->n_note + 1);
    for (size_t i = 0; i < r->n_note; i++)
        note[i] = r->note[i];
    va_start(args, format);
    note[r->n_note++] = arena_vprintf(r->arena, format, args);
    va_end(args);
    r->note = note;
}

static const char *period_text(Arena *arena, PeriodUnit unit, int32_t period)
{
    StrBuf sb;
    strbuf_init(&sb);
    calendar_print(&sb, unit, period);
    const char *text = arena_strdup(arena, sb.text);
    strbuf_release(&sb);
    return text;
}

static void note_cut(Result *r, const History *h)
{
    const char *period = period_text(r->arena, h->unit, h->cut_at);
    if (h->running.is_known) {
        period = period_text(r->arena, h->unit, h->first + (int32_t)h->outlook.n);
        const char *until = period_text(r->arena, PERIOD_DAY, h->running.until);
        if (h->running.is_part)
            forecast_note(r,
                          "%s is not over: expected is what came before %s, and "
                          "%.1f%% of a whole one",
                          period, until, 100 * h->running.left);
        else
            forecast_note(r,
                          "%s is not over: expected is what came before %s, and what "
                          "usually comes from then on",
                          period, until);
        return;
    }
    switch (h->cut) {
    case HISTORY_WHOLE:
        return;
    case HISTORY_RUNNING:
        forecast_note(r, "%s is left out: it is not over", period);
        return;
    case HISTORY_ENDS:
        forecast_note(r, "%s is left out: rows end on %s", period,
                      period_text(r->arena, PERIOD_DAY, h->newest));
        return;
    }
    UNREACHABLE("cut of a history");
}

void forecast_note_history(Result *r, const History *h)
{
    const Outlook *o = &h->outlook;
    note_cut(r, h);
    if (o->n == 0) {
        forecast_note(r, "no whole period is known: there is nothing to go by");
        return;
    }
    forecast_note(r, "known: %s .. %s, %zu period%s",
                  period_text(r->arena, h->unit, h->first),
                  period_text(r->arena, h->unit, h->first + (int32_t)o->n - 1), o->n,
                  o->n == 1 ? "" : "s");
    size_t begin = 0;
    while (begin < o->n && (isnan(o->whole->y[begin]) || o->whole->y[begin] == 0))
        begin++;
    if (begin > 0 && begin < o->n)
        forecast_note(r, "it begins with %s: before that it is 0 or missing",
                      period_text(r->arena, h->unit, h->first + (int32_t)begin));
    if (h->n_missing)
        forecast_note(r, "%zu missing value%s filled from the values around",
                      h->n_missing, h->n_missing == 1 ? " is" : "s are");
    if (o->season > 1 && o->n - (begin < o->n ? begin : 0) < 2 * o->season)
        forecast_note(r, "fewer than two seasons are known: none is looked for");
}

int forecast_day(const History *h)
{
    int32_t running = h->first + (int32_t)h->outlook.n;
    return (int)(h->running.until - calendar_range(h->unit, running).lo + 1);
}

/* Forecasts of the period that goes on were made in the midst of theirs. */
static void note_running(Result *r, const History *h, size_t near, size_t far)
{
    size_t ahead = h->outlook.origins.ahead;
    int day = forecast_day(h);
    if (ahead == 1)
        forecast_note(r,
                      "error, bias: of %zu forecast%s made on day %d of a period, from "
                      "what was known then",
                      near, near == 1 ? "" : "s", day);
    else
        forecast_note(
            r,
            "error, bias: of forecasts made from what was known then: %zu of "
            "them on day %d of their period, %zu of them %zu ahead at ends of "
            "periods",
            near, day, far, ahead);
}

void forecast_note_judged(Result *r, const History *h, bool has_deals)
{
    const Outlook *o = &h->outlook;
    size_t ahead = o->origins.ahead;
    size_t near = outlook_accuracy(o, o->whole, 1).n;
    size_t far = outlook_accuracy(o, o->whole, ahead).n;
    if (near == 0)
        forecast_note(r, "too few periods are known to judge the method");
    else if (h->running.is_known && !has_deals)
        note_running(r, h, near, far);
    else if (ahead == 1)
        forecast_note(
            r,
            "error, bias: of %zu forecast%s made at the end of a period, from "
            "what was known then",
            near, near == 1 ? "" : "s");
    else
        forecast_note(
            r,
            "error, bias: of forecasts made at ends of periods, from what was "
            "known then: %zu of them 1 period ahead, %zu of them %zu ahead",
            near, far, ahead);
}
