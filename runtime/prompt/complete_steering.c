#include "runtime/prompt/complete_steering.h"

#include "lexer/lexer.h"

#include <string.h>

typedef struct {
    const char *behind;
    const char *const *words;
    size_t first, n;
} FixedWords;

static const FixedWords fixed[] = {
    {"level", steer_level_word, 1, STEER_LEVELS},
    {"rhythm", rhythm_word, 1, RHYTHMS},
    {"refreshed", rhythm_word, 1, RHYTHMS},
    {"direction", aim_word, 1, AIMS},
    {"choice", strategy_word, 1, STRATEGY_KINDS},
    {"perspective", perspective_word, 1, PERSPECTIVES},
};

static bool is_word(int kind, const char *word)
{
    const char *text = lexer_keyword_text(kind);
    return text && strcmp(text, word) == 0;
}

static bool offer_words(const Expect *e, void (*offer)(void *self, const char *name),
                        void *self)
{
    for (size_t i = 0; i < COUNT_OF(fixed); i++) {
        if (!is_word(e->before[0].kind, fixed[i].behind))
            continue;
        for (size_t k = fixed[i].first; k < fixed[i].n; k++)
            offer(self, fixed[i].words[k]);
        return true;
    }
    return false;
}

bool complete_steering(const Expect *e, const Model *model,
                       void (*offer)(void *self, const char *name), void *self)
{
    if (!e->wants_name || !e->n_before)
        return false;
    if (offer_words(e, offer, self))
        return true;
    bool continues = e->before[0].kind == ',';
    int leader = continues ? e->clause : e->before[0].kind;
    bool indicators = is_word(leader, "drives") || is_word(leader, "steers") ||
                      is_word(leader, "formula") || is_word(leader, "decide");
    bool audiences = is_word(leader, "audience") ||
                     (e->n_before > 1 && is_word(e->before[0].kind, "for") &&
                      is_word(e->before[1].kind, "brief"));
    if (!indicators && !audiences)
        return false;
    const Steering *steering = model ? &model->steering : NULL;
    for (size_t i = 0; steering && indicators && i < steering->n_indicator; i++)
        offer(self, steering->indicator[i]->head.name);
    for (size_t i = 0; steering && !indicators && i < steering->n_audience; i++)
        offer(self, steering->audience[i]->head.name);
    return true;
}
