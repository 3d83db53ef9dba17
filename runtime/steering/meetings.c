/* A7 to A11: is it looked at by the right people, not too much of it, and is the set
   complete? */
#include "runtime/steering/check.h"

#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"

#include <string.h>

enum { MOST_INDICATORS = 7 };

/* ---- A7 ---- */

static bool is_steered(const AstExprs *steers, const char *name)
{
    for (uint32_t i = 0; steers && i < steers->count; i++) {
        if (ascii_same(steering_steered(steers->item[i]), name))
            return true;
    }
    return false;
}

static void check_looked_at(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        bool found = false;
        const Indicator *one = c->graph.node[i];
        for (size_t k = 0; k < c->steering->n_ritual && !found; k++)
            found = is_steered(c->steering->ritual[k]->steers, one->head.name);
        if (!found)
            steer_find(c, (Verdict){STEER_A7, STEER_WARNING}, about_indicator(one),
                       "name it with `steers` in the meeting where it is looked at",
                       "no ritual looks at it");
    }
}

static bool comes(const Checker *c, const AstTexts *who, const char *owner)
{
    for (uint32_t i = 0; who && i < who->count; i++) {
        if (people_meet(&c->people, who->item[i].text, owner, c->w->today))
            return true;
    }
    return false;
}

static bool owner_comes(const Checker *c, const Ritual *ritual, const char *owner)
{
    if (comes(c, ritual->attendees, owner))
        return true;
    const AstNames *audience = ritual->head.audience;
    for (uint32_t i = 0; audience && i < audience->count; i++) {
        const Audience *one = steering_audience(c->steering, audience->item[i].text);
        if (one && comes(c, one->members, owner))
            return true;
    }
    return false;
}

static void check_rituals(Checker *c)
{
    for (size_t i = 0; i < c->steering->n_ritual; i++) {
        const Ritual *one = c->steering->ritual[i];
        Subject about = {"ritual", &one->head, {0}};
        bool found = false;
        if (steering_ritual(c->steering, one->head.name) != one)
            continue;
        for (uint32_t k = 0; one->steers && k < one->steers->count && !found; k++) {
            const Indicator *indicator =
                steering_indicator(c->steering, steering_steered(one->steers->item[k]));
            found = indicator && indicator->head.owner &&
                    owner_comes(c, one, indicator->head.owner);
        }
        if (!one->steers)
            steer_find(c, (Verdict){STEER_A7, STEER_WARNING}, about,
                       "name with `steers` what it looks at",
                       "this ritual looks at no indicator");
        else if (!found && c->people.why)
            steer_leave_open(c, STEER_A7, one->head.name, steer_why_nobody(c));
        else if (!found)
            steer_find(c, (Verdict){STEER_A7, STEER_ERROR}, about,
                       "let an owner come, or give the indicator to somebody who comes",
                       "nobody who comes owns an indicator that it looks at");
    }
}

/* A name or role that nobody has may be a slip of the pen. */
static void check_names(Checker *c, Subject about, const AstTexts *who)
{
    for (uint32_t i = 0; c->people.is_known && who && i < who->count; i++) {
        AstTexts one = {&who->item[i], 1, 1};
        if (!people_count(&c->people, &one, c->w->today))
            steer_find(c, (Verdict){STEER_A7, STEER_WARNING}, about,
                       "name a person or a role of `staff`",
                       "nobody is called or works as \"%s\"", who->item[i].text);
    }
}

static void check_who(Checker *c)
{
    for (size_t i = 0; i < c->steering->n_ritual; i++) {
        const Ritual *one = c->steering->ritual[i];
        if (steering_ritual(c->steering, one->head.name) == one)
            check_names(c, (Subject){"ritual", &one->head, {0}}, one->attendees);
    }
    for (size_t i = 0; i < c->steering->n_audience; i++) {
        const Audience *one = c->steering->audience[i];
        if (steering_audience(c->steering, one->head.name) == one)
            check_names(c, (Subject){"audience", &one->head, {0}}, one->members);
    }
}

/* ---- A8 ---- */

static const AstSteeringItem *attribute(const AstReport *report,
                                        AstSteeringItemKind kind)
{
    for (uint32_t i = 0; i < report->attributes.count; i++) {
        if (report->attributes.item[i].kind == kind)
            return &report->attributes.item[i];
    }
    return NULL;
}

static bool has_report_of(const Model *model, SteerLevel level)
{
    for (size_t i = 0; i < model->n_report; i++) {
        const AstSteeringItem *item =
            attribute(model->report[i].ast->as.report, AST_STEERING_ITEM_LEVEL);
        if (item && ascii_same(item->name.text, steer_level_word[level]))
            return true;
    }
    return false;
}

static void check_units(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        SteerLevel level = one->head.level > STEER_LEVEL_OPERATIONAL
                               ? one->head.level - 1
                               : STEER_LEVEL_OPERATIONAL;
        for (size_t k = 0; k < one->n_cascade && one->head.level; k++) {
            const Cascade *cascade = &one->cascade[k];
            Subject about = about_indicator(one);
            about.span = cascade->span;
            if (!has_report_of(c->w->model, level))
                steer_find(c, (Verdict){STEER_A8, STEER_WARNING}, about,
                           "write a report with that level for them",
                           "its units get a target, but no report is %s",
                           steer_level_word[level]);
        }
    }
}

/* ---- A9 ---- */

static bool is_for(const Indicator *one, const char *audience)
{
    const AstNames *names = one->head.audience;
    for (uint32_t i = 0; names && i < names->count; i++) {
        if (ascii_same(names->item[i].text, audience))
            return true;
    }
    return false;
}

static void check_focus(Checker *c)
{
    for (size_t i = 0; i < c->steering->n_audience; i++) {
        const Audience *one = c->steering->audience[i];
        Subject about = {"audience", &one->head, {0}};
        size_t n[RHYTHMS] = {0};
        if (steering_audience(c->steering, one->head.name) != one)
            continue;
        for (size_t k = 0; k < c->graph.n; k++)
            n[c->graph.node[k]->head.rhythm] +=
                is_for(c->graph.node[k], one->head.name);
        for (int k = RHYTHM_DAILY; k < RHYTHMS; k++) {
            if (n[k] > MOST_INDICATORS)
                steer_find(c, (Verdict){STEER_A9, STEER_WARNING}, about,
                           "keep the seven that they can act on",
                           "%zu indicators are for them %s", n[k], rhythm_word[k]);
        }
    }
}

/* ---- A10 ---- */

static bool serves(const Model *model, const char *function)
{
    for (size_t i = 0; i < model->n_report; i++) {
        const AstSteeringItem *item =
            attribute(model->report[i].ast->as.report, AST_STEERING_ITEM_SERVES);
        for (uint32_t k = 0; item && k < item->names.count; k++) {
            if (ascii_same(item->names.item[k].text, function))
                return true;
        }
    }
    return false;
}

static bool mentions(const char *name, const char *word)
{
    size_t len = strlen(word);
    for (const char *at = name; *at; at++) {
        size_t i = 0;
        while (i < len && at[i] && ascii_lower(at[i]) == word[i])
            i++;
        if (i == len)
            return true;
    }
    return false;
}

/* Has the source, or the table under it, such a word in its name? */
static bool is_about(const Source *source, const char *const *word, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (mentions(source->name, word[i]) ||
            (source->origin.name && source->origin.kind == ORIGIN_TABLE &&
             mentions(source->origin.name, word[i])))
            return true;
    }
    return false;
}

static void check_set(Checker *c)
{
    static const char *const quotes[] = {"quote", "offer"};
    static const char *const before[] = {"lead",  "opportunit", "deal",
                                         "activ", "stage",      "pipeline"};
    Subject all = {"", NULL, {UINT32_MAX, 0, 0}};
    bool has_quotes = false, has_before = false;
    if (!serves(c->w->model, "cash"))
        steer_find(c, (Verdict){STEER_A10, STEER_WARNING}, all,
                   "write or use a report that serves `cash`",
                   "no report tells what income to expect");
    if (!serves(c->w->model, "alarm"))
        steer_find(c, (Verdict){STEER_A10, STEER_WARNING}, all,
                   "write or use a report that serves `alarm`",
                   "no report raises what deviates");
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        for (size_t k = 0; k < one->n_source; k++) {
            has_quotes |= is_about(one->source[k], quotes, COUNT_OF(quotes));
            has_before |= is_about(one->source[k], before, COUNT_OF(before));
        }
    }
    if (has_quotes && !has_before)
        steer_find(c, (Verdict){STEER_A10, STEER_WARNING}, all,
                   "steer on leads, deals or activities as well",
                   "before the order only quotes are looked at");
}

/* ---- A11 ---- */

typedef struct {
    StrategyKind kind;
    SteerLevel level;
    const char *what, *names;
} Required;

static const Required required[] = {
#define REQUIRED(kind, level, what, names)                                             \
    {STRATEGY_##kind, STEER_LEVEL_##level, what, names},
#include "runtime/steering/required.def"
#undef REQUIRED
};

/* Does the name hold the wanted one as whole words? */
static bool holds(const char *name, const char *wanted, size_t len)
{
    for (const char *at = name; *at; at++) {
        bool begins = at == name || at[-1] == '_' || at[-1] == ' ';
        size_t i = 0;
        while (begins && i < len && at[i] && ascii_lower(at[i]) == wanted[i])
            i++;
        if (begins && i == len)
            return true;
    }
    return false;
}

typedef struct {
    const char *names;
    bool found;
} Wanted;

static void look_at(void *data, const AstName *name)
{
    Wanted *wanted = data;
    const char *at = wanted->names;
    while (*at) {
        size_t len = strcspn(at, " ");
        wanted->found = wanted->found || holds(name->text, at, len);
        at += len + (at[len] == ' ');
    }
}

static bool has_required(const Checker *c, const bool *mark, const Required *one)
{
    Wanted wanted = {one->names, false};
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &wanted, .name = look_at});
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *indicator = c->graph.node[i];
        AstName name = {.text = indicator->head.name};
        if (!mark[i] || indicator->head.level != one->level)
            continue;
        look_at(&wanted, &name);
        ast_walk_expr(&visitor, indicator->measure);
    }
    return wanted.found;
}

/* What the strategy, or an objective that serves it, steers on, with all drivers. */
static bool *steered_by(const Checker *c, const Strategy *strategy)
{
    bool *mark = ARENA_ARRAY(c->w->arena, bool, c->graph.n + 1);
    graph_mark_steered(&c->graph, strategy->steers, mark);
    for (size_t i = 0; i < c->steering->n_strategy; i++) {
        const Strategy *one = c->steering->strategy[i];
        const AstNames *names = one->is_objective ? one->head.serves : NULL;
        for (uint32_t k = 0; names && k < names->count; k++) {
            if (ascii_same(names->item[k].text, strategy->head.name))
                graph_mark_steered(&c->graph, one->steers, mark);
        }
    }
    graph_mark_drivers(&c->graph, mark);
    return mark;
}

/* Diversification is both of the others at once. */
static bool is_needed(const Required *one, StrategyKind kind)
{
    return one->kind == kind || (kind == STRATEGY_DIVERSIFICATION &&
                                 (one->kind == STRATEGY_MARKET_DEVELOPMENT ||
                                  one->kind == STRATEGY_PRODUCT_DEVELOPMENT));
}

/* What goes into the unknown says when to stop: a value, and the day it is due. */
static void check_stop(Checker *c, const Strategy *strategy)
{
    bool has_stop = false;
    for (size_t i = 0; i < strategy->n_target; i++)
        has_stop |= strategy->target[i]->by || strategy->target[i]->period;
    if (!has_stop)
        steer_find(c, (Verdict){STEER_A11, STEER_ERROR}, about_strategy(strategy),
                   "write `target INDICATOR >= VALUE by PERIOD`, or waive A11 with the "
                   "reason",
                   "it does not say when to stop: no value has to be reached by a day");
}

static void check_required(Checker *c, const Strategy *strategy)
{
    const bool *mark = steered_by(c, strategy);
    if (strategy->kind == STRATEGY_DIVERSIFICATION)
        check_stop(c, strategy);
    for (int level = STEER_LEVEL_STRATEGIC; level > STEER_LEVEL_NONE; level--) {
        const char *missing = NULL;
        bool some = false;
        for (size_t i = 0; i < COUNT_OF(required); i++) {
            const Required *one = &required[i];
            if (!is_needed(one, strategy->kind) || one->level != (SteerLevel)level)
                continue;
            if (has_required(c, mark, one))
                some = true;
            else
                missing = missing
                              ? arena_printf(c->w->arena, "%s; %s", missing, one->what)
                              : one->what;
        }
        if (missing)
            steer_find(c, (Verdict){STEER_A11, some ? STEER_WARNING : STEER_ERROR},
                       about_strategy(strategy),
                       "steer on them, or waive A11 with the reason",
                       "on the %s level it does not look at %s",
                       steer_level_word[level], missing);
    }
}

void check_meetings(Checker *c)
{
    check_looked_at(c);
    check_rituals(c);
    check_who(c);
    check_units(c);
    check_focus(c);
    check_set(c);
    for (size_t i = 0; i < c->steering->n_strategy; i++) {
        const Strategy *one = c->steering->strategy[i];
        if (one->kind && !one->is_objective &&
            steering_strategy(c->steering, one->head.name) == one)
            check_required(c, one);
    }
}
