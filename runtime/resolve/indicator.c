/* Indicators: what they measure, the bounds that a value is held against, what they
   drive and how they are split over units. */
#include "runtime/resolve/over_time.h"
#include "runtime/resolve/profile.h"
#include "runtime/resolve/steering.h"

#include <string.h>

typedef struct {
    Resolver *r;
    Indicator *indicator;
    size_t cap_target, cap_link, cap_cascade;
} Builder;

static bool add_target(Builder *b, const AstSteeringItem *item)
{
    Indicator *indicator = b->indicator;
    const AstExpr *when = item->by ? item->by : item->period;
    Target target = {
        .span = item->span, .has_period = when != NULL, .is_by = item->by != NULL};
    if (!steering_bound(b->r, indicator->measure, item, &target.bound) ||
        (when && !resolve_period(b->r, when, &target.period)))
        return false;
    for (size_t i = 0; !when && i < indicator->n_target; i++) {
        if (indicator->target[i].has_period)
            continue;
        Diag *d = diag_error(b->r->sink, DIAG_STEERING, item->span,
                             "`%s` has a target without a period already",
                             indicator->head.name);
        diag_help(b->r->sink, d, "say when each holds, as in `for 2026`");
        return false;
    }
    ARENA_PUSH(b->r->arena, indicator->target, indicator->n_target, b->cap_target,
               target);
    return true;
}

static bool read_bound(Builder *b, const AstSteeringItem *item, const Bound **res)
{
    Bound bound;
    if (!steering_bound(b->r, b->indicator->measure, item, &bound))
        return false;
    *res = arena_memdup(b->r->arena, &bound, sizeof bound);
    return true;
}

static bool read_tolerance(Builder *b, const AstSteeringItem *item)
{
    Bound bound;
    if (!steering_bound(b->r, NULL, item, &bound))
        return false;
    if ((bound.type.unit.kind != UNIT_NONE && bound.type.unit.kind != UNIT_PERCENT) ||
        decimal_sign(bound.low) < 0 ||
        decimal_compare(bound.low, decimal_from_i64(1)) >= 0) {
        Diag *d =
            diag_error(b->r->sink, DIAG_STEERING, item->bound->span,
                       "a tolerance is a part of the target, less than all of it");
        diag_help(b->r->sink, d, "write it as in `tolerance 5%%`");
        return false;
    }
    b->indicator->tolerance = arena_memdup(b->r->arena, &bound.low, sizeof bound.low);
    return true;
}

static bool add_links(Builder *b, const AstSteeringItem *item)
{
    Indicator *indicator = b->indicator;
    bool ok = true;
    for (uint32_t i = 0; i < item->drives.count; i++) {
        const AstDrive *drive = &item->drives.item[i];
        AstName to = drive->path.item[0];
        to.span = drive->path.span;
        if (drive->path.count != 1)
            to.text = ""; /* a name of a source's: no indicator is called so */
        SteerLink link = {to.text,     drive->has_after, drive->after,
                          drive->unit, drive->inversely, drive->path.span};
        ARENA_PUSH(b->r->arena, indicator->link, indicator->n_link, b->cap_link, link);
        ok &= steering_find_indicator(b->r, to) != NULL;
    }
    return ok;
}

static bool read_part(Builder *b, const Cascade *cascade, const AstPart *ast,
                      CascadePart *part)
{
    bool is_share = cascade->rule == CASCADE_SHARE;
    AstSteeringItem value = {.kind = AST_STEERING_ITEM_CASCADE,
                             .bound = ast->value,
                             .span = ast->value->span};
    AstSteeringItem weight = {.kind = AST_STEERING_ITEM_CASCADE, .bound = ast->weight};
    Bound bound;
    *part = (CascadePart){
        .unit = ast->unit.text, .weight = decimal_from_i64(1), .span = ast->unit.span};
    if (!steering_bound(b->r, is_share ? NULL : b->indicator->measure, &value, &bound))
        return false;
    part->value = bound.low;
    if (!ast->weight)
        return true;
    if (cascade->rule != CASCADE_WEIGHTED) {
        diag_error(b->r->sink, DIAG_STEERING, ast->weight->span,
                   "only a cascade `as weighted` has weights");
        return false;
    }
    if (!steering_bound(b->r, NULL, &weight, &bound))
        return false;
    part->weight = bound.low;
    if (decimal_sign(bound.low) > 0)
        return true;
    diag_error(b->r->sink, DIAG_STEERING, ast->weight->span, "a weight is above zero");
    return false;
}

static bool read_parts(Builder *b, Cascade *cascade, const AstCascade *ast)
{
    bool ok = true;
    CascadePart *part = ARENA_ARRAY(b->r->arena, CascadePart, ast->parts.count + 1);
    for (uint32_t i = 0; i < ast->parts.count; i++) {
        ok &= read_part(b, cascade, &ast->parts.item[i], &part[i]);
        for (uint32_t k = 0; k < i; k++) {
            if (strcmp(part[k].unit, part[i].unit) != 0)
                continue;
            diag_error(b->r->sink, DIAG_STEERING, part[i].span,
                       "\"%s\" has a part already", part[i].unit);
            ok = false;
        }
    }
    cascade->part = part;
    cascade->n_part = ast->parts.count;
    if (ok && !cascade->n_part && cascade->rule != CASCADE_SAME) {
        Diag *d = diag_error(b->r->sink, DIAG_STEERING, cascade->span,
                             "this cascade names no units");
        diag_help(b->r->sink, d,
                  "write the part of each, as in `(\"North\" = 60, \"South\" = 40)`");
        return false;
    }
    return ok;
}

static bool add_cascade(Builder *b, const AstSteeringItem *item)
{
    const AstCascade *ast = item->cascade;
    Indicator *indicator = b->indicator;
    Type type;
    Value value;
    size_t rule;
    Cascade cascade = {.over = &ast->over,
                       .has_excess = ast->excess != NULL,
                       .has_period = item->period != NULL,
                       .span = item->span};
    if (!steering_choose(b->r, ast->rule,
                         (SteerWords){"rule of a cascade", cascade_word, 0, CASCADES},
                         &rule) ||
        !steering_ask(b->r, indicator->measure, &ast->over))
        return false;
    cascade.rule = (CascadeRule)rule;
    if (ast->excess) {
        if (!resolve_constant(b->r, ast->excess, &type, &value))
            return false;
        cascade.excess = value.as.number;
    }
    if ((item->period && !resolve_period(b->r, item->period, &cascade.period)) ||
        !read_parts(b, &cascade, ast))
        return false;
    ARENA_PUSH(b->r->arena, indicator->cascade, indicator->n_cascade, b->cap_cascade,
               cascade);
    return true;
}

static bool read_capacity(Builder *b, const AstSteeringItem *item)
{
    const AstCapacity *ast = &item->capacity;
    Bound bound;
    if (!steering_bound(b->r, b->indicator->measure, item, &bound))
        return false;
    if (ast->count && ast->over != ast->by) {
        diag_error(b->r->sink, DIAG_STEERING, item->span,
                   "the time that is worked is counted in the unit of the capacity");
        return false;
    }
    Capacity capacity = {bound.low, ast->by,    ast->count,
                         ast->over, ast->staff, item->span};
    b->indicator->capacity = arena_memdup(b->r->arena, &capacity, sizeof capacity);
    return true;
}

static bool find_profile(Builder *b, AstName name)
{
    Profile profile;
    if (!profile_find(b->r, name, &profile))
        return false;
    Spread spread = {.kind = SPREAD_PROFILE,
                     .profile = name.text,
                     .unit = profile.unit,
                     .n = profile.n};
    spread.sum =
        arena_memdup(b->r->arena, profile.sum, (profile.n + 1) * sizeof *profile.sum);
    b->indicator->spread = arena_memdup(b->r->arena, &spread, sizeof spread);
    return true;
}

static bool add_item(Builder *b, const AstSteeringItem *item)
{
    Indicator *indicator = b->indicator;
    size_t aim;
    switch (item->kind) {
    case AST_STEERING_ITEM_TARGET:
        return add_target(b, item);
    case AST_STEERING_ITEM_WARN:
        return read_bound(b, item, &indicator->warn);
    case AST_STEERING_ITEM_ALARM:
        return read_bound(b, item, &indicator->alarm);
    case AST_STEERING_ITEM_BASELINE:
        return read_bound(b, item, &indicator->baseline);
    case AST_STEERING_ITEM_TOLERANCE:
        return read_tolerance(b, item);
    case AST_STEERING_ITEM_DRIVES:
        return add_links(b, item);
    case AST_STEERING_ITEM_CASCADE:
        return add_cascade(b, item);
    case AST_STEERING_ITEM_CAPACITY:
        return read_capacity(b, item);
    case AST_STEERING_ITEM_SPREAD:
        return find_profile(b, item->name);
    case AST_STEERING_ITEM_ACTION:
        indicator->action = item->text.text;
        return true;
    case AST_STEERING_ITEM_DIRECTION:
        if (!steering_choose(b->r, item->name,
                             (SteerWords){"direction", aim_word, 1, AIMS}, &aim))
            return false;
        indicator->aim = (Aim)aim;
        return true;
    default:
        return true; /* of the head, or read already */
    }
}

static Aim aim_of(const Bound *bound)
{
    if (bound->op == AST_OP_GE || bound->op == AST_OP_GT)
        return AIM_UP;
    return bound->op == AST_OP_EQ ? AIM_BAND : AIM_DOWN;
}

/* The direction is what targets say; a declared one must not contradict them. */
static bool settle_aim(Builder *b)
{
    Indicator *indicator = b->indicator;
    for (size_t i = 0; i < indicator->n_target; i++) {
        Aim aim = aim_of(&indicator->target[i].bound);
        if (indicator->aim == AIM_NONE)
            indicator->aim = aim;
        if (indicator->aim == aim)
            continue;
        diag_error(b->r->sink, DIAG_STEERING, indicator->target[i].span,
                   "this target says `%s`, but `%s` is to go %s", aim_word[aim],
                   indicator->head.name, aim_word[indicator->aim]);
        return false;
    }
    return true;
}

/* The values that meet a bound; an end that is not said goes on without one. */
typedef struct {
    const Decimal *lo, *hi;
    bool with_lo, with_hi;
} Values;

static Values values_of(const Bound *bound)
{
    bool is_less = bound->op == AST_OP_LE || bound->op == AST_OP_LT;
    bool is_more = bound->op == AST_OP_GE || bound->op == AST_OP_GT;
    const Decimal *high = bound->is_band ? &bound->high : &bound->low;
    return (Values){.lo = is_less ? NULL : &bound->low,
                    .hi = is_more ? NULL : high,
                    .with_lo = bound->op != AST_OP_GT,
                    .with_hi = bound->op != AST_OP_LT};
}

/* Is there a value below the end `hi` of one and above the end `lo` of the other? */
static bool passes(const Values *a, const Values *b)
{
    if (!a->hi || !b->lo)
        return true;
    int order = decimal_compare(*b->lo, *a->hi);
    return order < 0 || (order == 0 && a->with_hi && b->with_lo);
}

static bool meet(const Bound *a, const Bound *b)
{
    Values x = values_of(a), y = values_of(b);
    return passes(&x, &y) && passes(&y, &x);
}

/* What meets a target is no alarm, and an alarm is a warning before. A target for a
   time that is summed over is not held against the same values. */
static bool check_alarm(Builder *b)
{
    const Indicator *indicator = b->indicator;
    const Bound *warn = indicator->warn, *alarm = indicator->alarm;
    for (size_t i = 0; alarm && i < indicator->n_target; i++) {
        const Target *target = &indicator->target[i];
        if ((target->has_period && steering_grows(indicator)) ||
            !meet(&target->bound, alarm))
            continue;
        diag_error(b->r->sink, DIAG_STEERING, alarm->span,
                   "a value of `%s` may meet its target and be an alarm",
                   indicator->head.name);
        return false;
    }
    bool known = alarm && warn && !alarm->is_band && !warn->is_band;
    Values of_alarm = known ? values_of(alarm) : (Values){0};
    Values of_warn = known ? values_of(warn) : (Values){0};
    bool is_less = known && of_alarm.hi && of_warn.hi && !of_alarm.lo && !of_warn.lo;
    bool is_more = known && of_alarm.lo && of_warn.lo && !of_alarm.hi && !of_warn.hi;
    if ((is_less && decimal_compare(*of_alarm.hi, *of_warn.hi) > 0) ||
        (is_more && decimal_compare(*of_alarm.lo, *of_warn.lo) < 0)) {
        diag_error(b->r->sink, DIAG_STEERING, alarm->span,
                   "`%s` is an alarm before it is a warning", indicator->head.name);
        return false;
    }
    return true;
}

static void add_source(Resolver *r, Indicator *indicator, const Source *source)
{
    for (size_t i = 0; i < indicator->n_source; i++) {
        if (indicator->source[i] == source)
            return;
    }
    ARENA_PUSH(r->arena, indicator->source, indicator->n_source, indicator->cap_source,
               source);
}

/* The kind of number that it measures; false: reported. */
static bool read_type(Resolver *r, const AstExpr *ast, Type *type, const Question **res)
{
    const Question *q = steering_ask(r, ast, NULL);
    if (!q)
        return false;
    *res = q;
    *type = q->n_item ? q->item[0].type : (Type){.kind = VALUE_TEXT};
    if (q->n_item && !q->n_by && type->kind == VALUE_NUMBER)
        return true;
    diag_error(r->sink, DIAG_TYPE, ast->span,
               "an indicator measures a number, found %s", type_text(r->arena, *type));
    return false;
}

/* Is there a number in it that is of all the days that are asked for, in each of their
   periods? What cannot be asked by time says so when it is asked. */
static bool lifts_time(Resolver *r, const AstExpr *measure)
{
    AstName year = {.text = ast_unit_text(AST_UNIT_YEAR), .span = measure->span};
    AstPath by = {&year, 1, 1, measure->span};
    DiagHush hush = diag_hush(r->sink);
    const Question *q = steering_ask(r, measure, &by);
    bool found = false;
    for (size_t i = 0; q && q->n_by && i < q->n_leaf; i++)
        found |=
            q->by[0].role == BY_TIME && question_lifts(q->leaf[i]->context->lifted, 0);
    diag_unhush(r->sink, hush);
    return found;
}

static void read_over_time(Resolver *r, Indicator *indicator, const Question *q)
{
    indicator->over_time = lifts_time(r, indicator->measure)
                               ? OVER_TIME_OTHER
                               : over_time_of(q->item[0].value, &indicator->window);
}

static bool read_measure(Resolver *r, Indicator *indicator)
{
    const Question *q;
    indicator->measure = formula_measure(r, indicator);
    if (!indicator->measure || !read_type(r, indicator->measure, &indicator->type, &q))
        return false;
    read_over_time(r, indicator, q);
    for (size_t i = 0; i < q->n_leaf; i++) {
        if (q->leaf[i]->source)
            add_source(r, indicator, q->leaf[i]->source);
    }
    const AstExpr *formula =
        indicator->formula ? formula_expand(r, indicator, indicator->formula) : NULL;
    return !indicator->formula ||
           (formula && read_type(r, formula, &indicator->formula_type, &q));
}

void indicator_reread(Resolver *r, Indicator *indicator)
{
    DiagHush hush = diag_hush(r->sink);
    const Question *q =
        indicator->measure ? steering_ask(r, indicator->measure, NULL) : NULL;
    if (q && q->n_item)
        read_over_time(r, indicator, q);
    diag_unhush(r->sink, hush);
}

bool indicator_check(Resolver *r, Indicator *indicator, const AstSteeringItems *items)
{
    Builder b = {.r = r, .indicator = indicator};
    bool ok = true;
    for (uint32_t i = 0; i < items->count; i++) {
        if (items->item[i].kind == AST_STEERING_ITEM_FORMULA)
            indicator->formula = items->item[i].expr;
    }
    if (!read_measure(r, indicator))
        return false;
    for (uint32_t i = 0; i < items->count; i++)
        ok &= add_item(&b, &items->item[i]);
    return ok && settle_aim(&b) && check_alarm(&b);
}
