/* Words and look-ups of steering. Names match case-insensitively in ASCII. */
#include "runtime/model/steering.h"

#include "runtime/base/ascii.h"

const char *const steer_level_word[] = {"", "operational", "tactical", "strategic"};
const char *const rhythm_word[] = {"",        "daily",     "weekly",
                                   "monthly", "quarterly", "yearly"};
const char *const aim_word[] = {"", "up", "down", "band"};
const char *const cascade_word[] = {"sum", "weighted", "same", "share"};
const char *const strategy_word[] = {"",
                                     "penetration",
                                     "market development",
                                     "product development",
                                     "diversification",
                                     "margin",
                                     "continuity",
                                     "retention"};
const char *const perspective_word[] = {"", "financial", "customer", "process",
                                        "learning"};

size_t steering_word(const char *const *words, size_t n, const char *word)
{
    size_t i = 0;
    while (i < n && !ascii_same(words[i], word))
        i++;
    return i;
}

Audience *steering_audience(const Steering *steering, const char *name)
{
    for (size_t i = steering->n_audience; i-- > 0;) {
        if (ascii_same(steering->audience[i]->head.name, name))
            return steering->audience[i];
    }
    return NULL;
}

Indicator *steering_indicator(const Steering *steering, const char *name)
{
    for (size_t i = steering->n_indicator; i-- > 0;) {
        if (ascii_same(steering->indicator[i]->head.name, name))
            return steering->indicator[i];
    }
    return NULL;
}

static Strategy *find_strategy(const Steering *steering, const char *name,
                               bool is_objective)
{
    for (size_t i = steering->n_strategy; i-- > 0;) {
        Strategy *strategy = steering->strategy[i];
        if (strategy->is_objective == is_objective &&
            ascii_same(strategy->head.name, name))
            return strategy;
    }
    return NULL;
}

Strategy *steering_strategy(const Steering *steering, const char *name)
{
    return find_strategy(steering, name, false);
}

Strategy *steering_objective(const Steering *steering, const char *name)
{
    return find_strategy(steering, name, true);
}

Ritual *steering_ritual(const Steering *steering, const char *name)
{
    for (size_t i = steering->n_ritual; i-- > 0;) {
        if (ascii_same(steering->ritual[i]->head.name, name))
            return steering->ritual[i];
    }
    return NULL;
}

bool steering_is_declared(const Steering *steering)
{
    return steering->n_indicator || steering->n_strategy || steering->n_ritual;
}

const char *steering_title(const SteerHead *head)
{
    return head->title && *head->title ? head->title : head->name;
}

const char *steering_steered(const AstExpr *steered)
{
    if (steered->kind != AST_EXPR_PATH || steered->as.path.count != 1)
        return NULL;
    return steered->as.path.item[0].text;
}

bool steering_grows(const Indicator *indicator)
{
    return indicator->over_time != OVER_TIME_STAYS;
}

bool steering_adds_up(const Indicator *indicator)
{
    return indicator->over_time == OVER_TIME_SUMS ||
           indicator->over_time == OVER_TIME_ANEW;
}

Day steering_window_begin(const TimeWindow *window, DayRange days)
{
    if (window->since_ever)
        return DAY_NONE;
    if (window->n)
        return calendar_shift_day(days.hi, window->unit, -window->n);
    return calendar_range(window->unit, calendar_period_of(window->unit, days.hi - 1))
        .lo;
}
