#include "runtime/prompt/complete_steering.h"

#include "lexer/lexer.h"
#include "runtime/base/compiler.h"

#include <string.h>

typedef struct {
    void (*offer)(void *self, const char *name);
    void *self;
    const Model *model; /* NULL: none is read */
} Offer;

static void offer_words(const Offer *o, const char *const *words, size_t first,
                        size_t n)
{
    for (size_t i = first; i < n; i++)
        o->offer(o->self, words[i]);
}

/* ---- names ---- */

static void offer_indicators(const Offer *o)
{
    const Steering *s = &o->model->steering;
    for (size_t i = 0; i < s->n_indicator; i++)
        o->offer(o->self, s->indicator[i]->head.name);
}

static void offer_aims(const Offer *o, bool objectives)
{
    const Steering *s = &o->model->steering;
    for (size_t i = 0; i < s->n_strategy; i++) {
        if (s->strategy[i]->is_objective == objectives)
            o->offer(o->self, s->strategy[i]->head.name);
    }
}

static void offer_strategies(const Offer *o)
{
    offer_aims(o, false);
}

static void offer_objectives(const Offer *o)
{
    offer_aims(o, true);
}

static void offer_audiences(const Offer *o)
{
    const Steering *s = &o->model->steering;
    for (size_t i = 0; i < s->n_audience; i++)
        o->offer(o->self, s->audience[i]->head.name);
}

static void offer_reports(const Offer *o)
{
    for (size_t i = 0; i < o->model->n_report; i++)
        o->offer(o->self, o->model->report[i].name);
}

static void offer_profiles(const Offer *o)
{
    for (size_t i = 0; i < o->model->n_profile; i++)
        o->offer(o->self, o->model->profile[i].name);
}

static void offer_calendars(const Offer *o)
{
    for (size_t i = 0; i < o->model->n_calendar; i++)
        o->offer(o->self, o->model->calendar[i].name);
}

/* ---- fixed words ---- */

/* What a report may be for; any other word is taken, too. */
static const char *const function_word[] = {"alarm", "allocation", "cash", "result",
                                            "self_steering"};

static const char *const check_word[] = {
#define STEERING_CHECK(id, severity, rule) #id,
#include "runtime/model/steering_check.def"
#undef STEERING_CHECK
};

/* ---- places ---- */

/* What is offered behind a word, or behind a comma of what it leads. */
typedef struct {
    const char *behind;
    const char *around; /* the declaration it stands in; NULL: any place */
    const char *before; /* what stands before the word; NULL: anything */
    const char *const *words;
    size_t first, n;
    void (*names)(const Offer *o);
    bool and_more; /* what else may stand there is offered, too */
} Place;

static const Place places[] = {
    {"level", NULL, NULL, steer_level_word, 1, STEER_LEVELS, NULL, false},
    {"rhythm", NULL, NULL, rhythm_word, 1, RHYTHMS, NULL, false},
    {"refreshed", NULL, NULL, rhythm_word, 1, RHYTHMS, NULL, false},
    {"direction", NULL, NULL, aim_word, 1, AIMS, NULL, false},
    {"choice", NULL, NULL, strategy_word, 1, STRATEGY_KINDS, NULL, false},
    {"perspective", NULL, NULL, perspective_word, 1, PERSPECTIVES, NULL, false},
    {"waive", NULL, NULL, check_word, 0, COUNT_OF(check_word), NULL, false},
    {"as", "indicator", NULL, cascade_word, 0, CASCADES, NULL, false},
    {"serves", "objective", NULL, NULL, 0, 0, offer_strategies, false},
    {"serves", NULL, NULL, function_word, 0, COUNT_OF(function_word), NULL, false},
    {"drives", "objective", NULL, NULL, 0, 0, offer_objectives, false},
    {"drives", NULL, NULL, NULL, 0, 0, offer_indicators, false},
    {"steers", NULL, NULL, NULL, 0, 0, offer_indicators, false},
    {"formula", NULL, NULL, NULL, 0, 0, offer_indicators, false},
    {"decide", NULL, NULL, NULL, 0, 0, offer_indicators, false},
    {"target", "strategy", NULL, NULL, 0, 0, offer_indicators, true},
    {"target", "objective", NULL, NULL, 0, 0, offer_indicators, true},
    {"solve", NULL, NULL, NULL, 0, 0, offer_indicators, true},
    {"cascade", NULL, NULL, NULL, 0, 0, offer_indicators, true},
    {"audience", NULL, NULL, NULL, 0, 0, offer_audiences, false},
    {"for", NULL, "brief", NULL, 0, 0, offer_audiences, false},
    {"report", "ritual", NULL, NULL, 0, 0, offer_reports, false},
    {"profile", NULL, "by", NULL, 0, 0, offer_profiles, false},
};

static bool is_word(int kind, const char *word)
{
    const char *text = lexer_keyword_text(kind);
    return !word || (text && strcmp(text, word) == 0);
}

/* The word that leads what stands at the cursor. */
static int leader_of(const Expect *e)
{
    return e->before[0].kind == ',' ? e->clause : e->before[0].kind;
}

static const Place *find_place(const Expect *e)
{
    int leader = leader_of(e);
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const Place *place = &places[i];
        if (is_word(leader, place->behind) && is_word(e->around, place->around) &&
            (!place->before ||
             (e->n_before > 1 && is_word(e->before[1].kind, place->before))))
            return place;
    }
    return NULL;
}

/* `set calendar = ` */
static bool sets_calendar(const Expect *e)
{
    return e->n_before > 2 && e->before[0].kind == '=' &&
           is_word(e->before[1].kind, "calendar") && is_word(e->before[2].kind, "set");
}

bool complete_steering(const Expect *e, const Model *model,
                       void (*offer)(void *self, const char *name), void *self)
{
    Offer o = {offer, self, model};
    if (!e->wants_name || !e->n_before)
        return false;
    if (is_word(e->statement, "brief") && is_word(e->before[0].kind, "on"))
        return true; /* a day has no name */
    if (sets_calendar(e)) {
        if (model)
            offer_calendars(&o);
        return true;
    }
    const Place *place = find_place(e);
    if (!place)
        return false;
    offer_words(&o, place->words, place->first, place->n);
    if (place->names && model)
        place->names(&o);
    return !place->and_more;
}

bool complete_steering_takes(const Expect *e, const char *word)
{
    static const char *const of_objectives[] = {"serves", "drives", "perspective"};
    bool takes = true;
    for (size_t i = 0; i < COUNT_OF(of_objectives) && e->around != LEXER_END; i++)
        takes &= !is_word(e->around, "strategy") || strcmp(word, of_objectives[i]) != 0;
    return takes;
}

/* ---- texts ---- */

/* Does the text name a person or a role? */
static bool is_of_people(const Expect *e)
{
    static const char *const words[] = {"owner", "attendees", "members"};
    int leader = e->n_before ? leader_of(e) : LEXER_END;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (is_word(leader, words[i]))
            return true;
    }
    return is_word(leader, "for") && is_word(e->statement, "brief");
}

/* `name` or `owner`.`name`, quoted so. */
static SteeringText text_at(const Source *from, const char *path, Arena *arena)
{
    const char *dot = strstr(path, "`.`");
    const char *name = dot ? dot + 2 : path;
    return (SteeringText){from->name,
                          dot ? arena_strndup(arena, path + 1, (size_t)(dot - path - 1))
                              : NULL,
                          arena_strndup(arena, name + 1, strlen(name) - 2)};
}

size_t complete_steering_texts(const Expect *e, const Model *model, Arena *arena,
                               SteeringText text[STEERING_TEXTS_MOST])
{
    const Staff *staff = model ? model->steering.staff : NULL;
    size_t n = 0;
    if (!staff || !is_of_people(e))
        return 0;
    if (staff->name)
        text[n++] = text_at(staff->source, staff->name, arena);
    if (staff->role)
        text[n++] = text_at(staff->source, staff->role, arena);
    return n;
}
