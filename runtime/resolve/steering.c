/* Declarations of steering but for indicators: heads, audiences, strategies and
   objectives, rituals, and where the people are. */
#include "runtime/resolve/steering.h"

#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"

#include <string.h>

/* ---- words ---- */

bool steering_choose(Resolver *r, AstName name, SteerWords words, size_t *found)
{
    const char *all = NULL;
    *found = steering_word(words.word, words.n, name.text);
    if (*found >= words.first && *found < words.n)
        return true;
    Diag *d = diag_error(r->sink, DIAG_STEERING, name.span, "there is no %s `%s`",
                         words.what, name.text);
    for (size_t i = words.first; i < words.n; i++)
        all =
            all ? arena_printf(r->arena, "%s, %s", all, words.word[i]) : words.word[i];
    diag_help(r->sink, d, "it is one of: %s", all);
    return false;
}

static bool read_level(Resolver *r, AstName name, SteerLevel *level)
{
    size_t found;
    bool ok = steering_choose(
        r, name, (SteerWords){"level", steer_level_word, 1, STEER_LEVELS}, &found);
    *level = ok ? (SteerLevel)found : STEER_LEVEL_NONE;
    return ok;
}

bool steering_rhythm(Resolver *r, AstName name, Rhythm *rhythm)
{
    size_t found;
    bool ok = steering_choose(r, name, (SteerWords){"rhythm", rhythm_word, 1, RHYTHMS},
                              &found);
    *rhythm = ok ? (Rhythm)found : RHYTHM_NONE;
    return ok;
}

/* ---- names ---- */

static void unknown(Resolver *r, AstName name, const char *what, const Suggest *suggest)
{
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_STEERING, name.span,
                         "there is no %s `%s`", what, name.text);
    if (suggest->count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest->found[0]);
}

Indicator *steering_find_indicator(Resolver *r, AstName name)
{
    const Steering *steering = &r->model->steering;
    Indicator *res = steering_indicator(steering, name.text);
    Suggest suggest;
    if (res)
        return res;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < steering->n_indicator; i++)
        suggest_offer(&suggest, steering->indicator[i]->head.name);
    unknown(r, name, "indicator", &suggest);
    return NULL;
}

static bool find_audience(Resolver *r, AstName name)
{
    const Steering *steering = &r->model->steering;
    Suggest suggest;
    if (steering_audience(steering, name.text))
        return true;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < steering->n_audience; i++)
        suggest_offer(&suggest, steering->audience[i]->head.name);
    unknown(r, name, "audience", &suggest);
    return false;
}

static bool find_strategy(Resolver *r, AstName name, bool is_objective)
{
    const Steering *steering = &r->model->steering;
    Suggest suggest;
    if (is_objective ? steering_objective(steering, name.text)
                     : steering_strategy(steering, name.text))
        return true;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < steering->n_strategy; i++) {
        if (steering->strategy[i]->is_objective == is_objective)
            suggest_offer(&suggest, steering->strategy[i]->head.name);
    }
    unknown(r, name, is_objective ? "objective" : "strategy", &suggest);
    return false;
}

static bool find_report(Resolver *r, AstName name)
{
    const Model *model = r->model;
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < model->n_report; i++) {
        if (ascii_same(model->report[i].name, name.text))
            return true;
        suggest_offer(&suggest, model->report[i].name);
    }
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_REPORT, name.span,
                         "there is no report `%s`", name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    return false;
}

/* ---- what every declaration may have ---- */

static bool is_check(const char *name)
{
    static const char *const id[] = {
#define STEERING_CHECK(id, severity, rule) #id,
#include "runtime/model/steering_check.def"
#undef STEERING_CHECK
    };
    return steering_word(id, COUNT_OF(id), name) < COUNT_OF(id);
}

static bool add_waivers(Resolver *r, SteerHead *head, const AstSteeringItem *item)
{
    bool ok = true;
    Waivers *waivers = &head->waivers;
    for (uint32_t i = 0; i < item->names.count; i++) {
        AstName name = item->names.item[i];
        Waiver waiver = {name.text, item->text.text, name.span};
        ARENA_PUSH(r->arena, waivers->item, waivers->n, waivers->cap, waiver);
        if (is_check(name.text))
            continue;
        Diag *d = diag_error(r->sink, DIAG_STEERING, name.span,
                             "there is no check `%s`", name.text);
        diag_help(r->sink, d, "the checks of `check steering` are called A1 to E4");
        ok = false;
    }
    return ok;
}

static bool add_audiences(Resolver *r, SteerHead *head, const AstSteeringItem *item)
{
    bool ok = true;
    head->audience = &item->names;
    for (uint32_t i = 0; i < item->names.count; i++)
        ok &= find_audience(r, item->names.item[i]);
    return ok;
}

static bool add_head_item(Resolver *r, SteerHead *head, const AstSteeringItem *item)
{
    switch (item->kind) {
    case AST_STEERING_ITEM_LEVEL:
        return read_level(r, item->name, &head->level);
    case AST_STEERING_ITEM_RHYTHM:
        return steering_rhythm(r, item->name, &head->rhythm);
    case AST_STEERING_ITEM_OWNER:
        head->owner = item->text.text;
        return true;
    case AST_STEERING_ITEM_QUESTION:
        head->question = item->text.text;
        return true;
    case AST_STEERING_ITEM_SERVES:
        head->serves = &item->names;
        return true;
    case AST_STEERING_ITEM_AUDIENCE:
        return add_audiences(r, head, item);
    case AST_STEERING_ITEM_WAIVE:
        return add_waivers(r, head, item);
    default:
        return true; /* of its own kind of declaration */
    }
}

static bool may_repeat(AstSteeringItemKind kind)
{
    return kind == AST_STEERING_ITEM_TARGET || kind == AST_STEERING_ITEM_DRIVES ||
           kind == AST_STEERING_ITEM_CASCADE || kind == AST_STEERING_ITEM_WAIVE;
}

static bool is_once(Resolver *r, const AstSteeringItems *items, uint32_t at)
{
    AstSteeringItemKind kind = items->item[at].kind;
    for (uint32_t i = 0; i < at && !may_repeat(kind); i++) {
        if (items->item[i].kind != kind)
            continue;
        diag_error(r->sink, DIAG_STEERING, items->item[at].span,
                   "`%s` is written twice", ast_steering_item_text(kind));
        return false;
    }
    return true;
}

static bool fill_head(Resolver *r, SteerHead *head)
{
    const AstSteeringItems *items = &head->ast->as.steering.items;
    bool ok = true;
    for (uint32_t i = 0; i < items->count; i++)
        ok &= is_once(r, items, i) && add_head_item(r, head, &items->item[i]);
    return ok;
}

/* ---- declarations ---- */

static bool check_steered(Resolver *r, const AstExprs *steers)
{
    bool ok = true;
    for (uint32_t i = 0; i < steers->count; i++) {
        const AstExpr *one = steers->item[i];
        const char *name = steering_steered(one);
        AstName wanted = {.text = name, .span = one->span};
        if (name) {
            ok &= steering_find_indicator(r, wanted) != NULL;
            continue;
        }
        Diag *d = diag_error(r->sink, DIAG_STEERING, one->span,
                             "what is steered on is an indicator");
        diag_help(r->sink, d, "declare one with this measure, and name it here");
        ok = false;
    }
    return ok;
}

static bool check_audience(Resolver *r, Audience *audience)
{
    const AstSteeringItems *items = &audience->head.ast->as.steering.items;
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->item[i].kind == AST_STEERING_ITEM_SEES)
            audience->sees = items->item[i].expr;
        else if (items->item[i].kind == AST_STEERING_ITEM_MEMBERS)
            audience->members = &items->item[i].texts;
    }
    return fill_head(r, &audience->head);
}

static bool read_choice(Resolver *r, Strategy *strategy, const AstSteeringItem *item)
{
    AstName name = item->name;
    size_t found;
    if (item->other.text) {
        name.text = arena_printf(r->arena, "%s %s", name.text, item->other.text);
        name.span.end = item->other.span.end;
    }
    bool ok = steering_choose(
        r, name, (SteerWords){"kind of strategy", strategy_word, 1, STRATEGY_KINDS},
        &found);
    strategy->kind = ok ? (StrategyKind)found : STRATEGY_NONE;
    return ok;
}

/* `target M >= B by D`: M is an indicator or an expression over measures. */
static bool check_goal(Resolver *r, Strategy *strategy, const AstSteeringItem *item)
{
    Bound bound;
    DayRange days = {0, 0};
    const char *name = steering_steered(item->expr);
    const Indicator *indicator =
        name ? steering_indicator(&r->model->steering, name) : NULL;
    const AstExpr *measure = indicator ? formula_measure(r, indicator) : item->expr;
    const AstExpr *when = item->by ? item->by : item->period;
    size_t n = strategy->n_target;
    const AstSteeringItem **target =
        ARENA_ARRAY(r->arena, const AstSteeringItem *, n + 1);
    if (n)
        memcpy(target, strategy->target, n * sizeof *target);
    target[n] = item;
    strategy->target = target;
    strategy->n_target = n + 1;
    if (!measure || !steering_bound(r, measure, item, &bound) ||
        (when && !resolve_period(r, when, &days)))
        return false;
    StrategyGoal goal = {name, {bound, when, item->by, days, item->span}};
    if (indicator)
        ARENA_PUSH(r->arena, strategy->goal, strategy->n_goal, strategy->cap_goal,
                   goal);
    return true;
}

static bool check_objectives(Resolver *r, Strategy *strategy,
                             const AstSteeringItem *item)
{
    bool ok = true;
    size_t n = strategy->n_link + item->drives.count;
    SteerLink *link = ARENA_ARRAY(r->arena, SteerLink, n);
    if (strategy->n_link)
        memcpy(link, strategy->link, strategy->n_link * sizeof *link);
    for (uint32_t i = 0; i < item->drives.count; i++) {
        const AstDrive *drive = &item->drives.item[i];
        AstName to = drive->path.item[drive->path.count - 1];
        link[strategy->n_link + i] =
            (SteerLink){to.text,     drive->has_after, drive->after,
                        drive->unit, drive->inversely, drive->path.span};
        ok &= find_strategy(r, to, true);
    }
    strategy->link = link;
    strategy->n_link = n;
    return ok;
}

static bool is_of_objective(AstSteeringItemKind kind)
{
    return kind == AST_STEERING_ITEM_SERVES || kind == AST_STEERING_ITEM_DRIVES ||
           kind == AST_STEERING_ITEM_PERSPECTIVE;
}

static bool add_strategy_item(Resolver *r, Strategy *strategy,
                              const AstSteeringItem *item)
{
    size_t found;
    if (!strategy->is_objective && is_of_objective(item->kind)) {
        Diag *d =
            diag_error(r->sink, DIAG_STEERING, item->span, "a strategy has no `%s`",
                       ast_steering_item_text(item->kind));
        diag_help(r->sink, d, "write it in an `objective` that serves the strategy");
        return false;
    }
    switch (item->kind) {
    case AST_STEERING_ITEM_CHOICE:
        return read_choice(r, strategy, item);
    case AST_STEERING_ITEM_BECAUSE:
        strategy->because = item->text.text;
        return true;
    case AST_STEERING_ITEM_STEERS:
        strategy->steers = &item->steers;
        return check_steered(r, &item->steers);
    case AST_STEERING_ITEM_TARGET:
        return check_goal(r, strategy, item);
    case AST_STEERING_ITEM_DRIVES:
        return check_objectives(r, strategy, item);
    case AST_STEERING_ITEM_PERSPECTIVE:
        if (!steering_choose(
                r, item->name,
                (SteerWords){"perspective", perspective_word, 1, PERSPECTIVES}, &found))
            return false;
        strategy->perspective = (Perspective)found;
        return true;
    case AST_STEERING_ITEM_HORIZON:
        strategy->has_horizon = true;
        return resolve_period(r, item->expr, &strategy->horizon);
    default:
        return true; /* of the head */
    }
}

static bool check_strategy(Resolver *r, Strategy *strategy)
{
    const AstSteeringItems *items = &strategy->head.ast->as.steering.items;
    bool ok = fill_head(r, &strategy->head);
    for (uint32_t i = 0; i < items->count; i++)
        ok &= add_strategy_item(r, strategy, &items->item[i]);
    const AstNames *serves = strategy->head.serves;
    for (uint32_t i = 0; serves && i < serves->count && strategy->is_objective; i++)
        ok &= find_strategy(r, serves->item[i], false);
    return ok;
}

static bool check_ritual(Resolver *r, Ritual *ritual)
{
    const AstSteeringItems *items = &ritual->head.ast->as.steering.items;
    bool ok = fill_head(r, &ritual->head);
    for (uint32_t i = 0; i < items->count; i++) {
        const AstSteeringItem *item = &items->item[i];
        if (item->kind == AST_STEERING_ITEM_ATTENDEES)
            ritual->attendees = &item->texts;
        if (item->kind == AST_STEERING_ITEM_REPORT)
            ritual->reports = &item->names;
        if (item->kind == AST_STEERING_ITEM_STEERS) {
            ritual->steers = &item->steers;
            ok &= check_steered(r, &item->steers);
        }
        for (uint32_t k = 0; k < item->names.count; k++)
            ok &= item->kind != AST_STEERING_ITEM_REPORT ||
                  find_report(r, item->names.item[k]);
    }
    return ok;
}

/* ---- people ---- */

enum { STAFF_ROLES = 6 };

static bool declare_staff(Resolver *r, const AstStmt *stmt)
{
    if (stmt->as.staff.roles.count <= STAFF_ROLES)
        return true;
    Diag *d = diag_error(r->sink, DIAG_STEERING, stmt->as.staff.source.span,
                         "people have at most six columns, found %u",
                         stmt->as.staff.roles.count);
    diag_help(r->sink, d,
              "name them in this order: (name, role, unit, from, until, login)");
    return false;
}

/* The columns are looked up by a list of them. */
static bool list_staff(Resolver *r, const AstStmt *stmt)
{
    const AstPaths *roles = &stmt->as.staff.roles;
    AstQuestion *q = ARENA_NEW(r->arena, AstQuestion);
    AstClause *from = ARENA_NEW(r->arena, AstClause);
    AstItem *item = ARENA_ARRAY(r->arena, AstItem, roles->count);
    AstExpr *path = ARENA_ARRAY(r->arena, AstExpr, roles->count);
    for (uint32_t i = 0; i < roles->count; i++) {
        path[i].kind = AST_EXPR_PATH;
        path[i].as.path = roles->item[i];
        path[i].span = item[i].span = roles->item[i].span;
        item[i].value = &path[i];
    }
    *from = (AstClause){.kind = AST_CLAUSE_FROM, .span = stmt->as.staff.source.span};
    from->as.from.path.item =
        arena_memdup(r->arena, &stmt->as.staff.source, sizeof stmt->as.staff.source);
    from->as.from.path.count = 1;
    from->as.from.path.span = stmt->as.staff.source.span;
    q->is_list = true;
    q->items = (AstItems){item, roles->count, roles->count};
    q->clause[AST_CLAUSE_FROM] = from;
    q->span = stmt->span;
    return resolve_question(r, q) != NULL;
}

static const char *path_text(Resolver *r, const AstPaths *roles, uint32_t i)
{
    const char *res = NULL;
    for (uint32_t k = 0; i < roles->count && k < roles->item[i].count; k++) {
        const char *name = roles->item[i].item[k].text;
        res = res ? arena_printf(r->arena, "%s.`%s`", res, name)
                  : arena_printf(r->arena, "`%s`", name);
    }
    return res;
}

static bool check_staff(Resolver *r, const AstStmt *stmt)
{
    const AstPaths *roles = &stmt->as.staff.roles;
    Staff *staff = ARENA_NEW(r->arena, Staff);
    if (!list_staff(r, stmt))
        return false;
    *staff = (Staff){model_find_source(r->model, stmt->as.staff.source.text),
                     path_text(r, roles, 0),
                     path_text(r, roles, 1),
                     path_text(r, roles, 2),
                     path_text(r, roles, 3),
                     path_text(r, roles, 4),
                     path_text(r, roles, 5),
                     stmt->span};
    r->model->steering.staff = staff;
    return true;
}

static SteerHead head_of(const AstStmt *stmt)
{
    return (SteerHead){.name = stmt->as.steering.name.text,
                       .title = stmt->as.steering.title.text,
                       .ast = stmt,
                       .span = stmt->as.steering.name.span};
}

bool steering_declare(Resolver *r, const AstStmt *stmt)
{
    Steering *s = &r->model->steering;
    if (stmt->kind == AST_STMT_STAFF)
        return declare_staff(r, stmt);
    if (stmt->kind == AST_STMT_AUDIENCE) {
        Audience *audience = ARENA_NEW(r->arena, Audience);
        audience->head = head_of(stmt);
        ARENA_PUSH(r->arena, s->audience, s->n_audience, s->cap_audience, audience);
    } else if (stmt->kind == AST_STMT_INDICATOR) {
        Indicator *indicator = ARENA_NEW(r->arena, Indicator);
        indicator->head = head_of(stmt);
        ARENA_PUSH(r->arena, s->indicator, s->n_indicator, s->cap_indicator, indicator);
    } else if (stmt->kind == AST_STMT_RITUAL) {
        Ritual *ritual = ARENA_NEW(r->arena, Ritual);
        ritual->head = head_of(stmt);
        ARENA_PUSH(r->arena, s->ritual, s->n_ritual, s->cap_ritual, ritual);
    } else {
        Strategy *strategy = ARENA_NEW(r->arena, Strategy);
        strategy->head = head_of(stmt);
        strategy->is_objective = stmt->kind == AST_STMT_OBJECTIVE;
        ARENA_PUSH(r->arena, s->strategy, s->n_strategy, s->cap_strategy, strategy);
    }
    return true;
}

bool steering_check(Resolver *r, const AstStmt *stmt)
{
    const Steering *s = &r->model->steering;
    const char *name = stmt->as.steering.name.text;
    switch (stmt->kind) {
    case AST_STMT_STAFF:
        return check_staff(r, stmt);
    case AST_STMT_AUDIENCE:
        return check_audience(r, steering_audience(s, name));
    case AST_STMT_INDICATOR: {
        Indicator *indicator = steering_indicator(s, name);
        return fill_head(r, &indicator->head) &&
               indicator_check(r, indicator, &stmt->as.steering.items);
    }
    case AST_STMT_STRATEGY:
        return check_strategy(r, steering_strategy(s, name));
    case AST_STMT_OBJECTIVE:
        return check_strategy(r, steering_objective(s, name));
    case AST_STMT_RITUAL:
        return check_ritual(r, steering_ritual(s, name));
    default:
        return true;
    }
}
