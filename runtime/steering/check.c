/* Findings: how they are made, waived and put in order. */
#include "runtime/steering/check.h"

#include "runtime/base/ascii.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const char *const steer_check_id[] = {
#define STEERING_CHECK(id, severity, rule) #id,
#include "runtime/model/steering_check.def"
#undef STEERING_CHECK
};

const char *const steer_severity_word[] = {"error", "warning", "info"};

Subject about_indicator(const Indicator *indicator)
{
    return (Subject){"indicator", &indicator->head, {0}};
}

Subject about_strategy(const Strategy *strategy)
{
    return (Subject){
        strategy->is_objective ? "objective" : "strategy", &strategy->head, {0}};
}

static const char *waiver_in(const SteerHead *head, SteerCheck check)
{
    for (size_t i = 0; i < head->waivers.n; i++) {
        if (ascii_same(head->waivers.item[i].check, steer_check_id[check]))
            return head->waivers.item[i].reason;
    }
    return NULL;
}

/* What is about all of the steering is waived by a strategy. */
static const char *waiver_of(const Checker *c, const SteerHead *head, SteerCheck check)
{
    const char *reason = head ? waiver_in(head, check) : NULL;
    for (size_t i = 0; !head && !reason && i < c->steering->n_strategy; i++)
        reason = waiver_in(&c->steering->strategy[i]->head, check);
    return reason;
}

void steer_find(Checker *c, Verdict verdict, Subject about, const char *todo,
                const char *reason, ...)
{
    va_list args;
    va_start(args, reason);
    SteerFinding finding = {.check = verdict.check,
                            .severity = verdict.severity,
                            .kind = about.kind,
                            .name = about.head ? about.head->name : "",
                            .span = about.span,
                            .reason = arena_vprintf(c->w->arena, reason, args),
                            .todo = todo};
    va_end(args);
    if (about.head && about.span.begin == about.span.end)
        finding.span = about.head->span;
    finding.waived = waiver_of(c, about.head, verdict.check);
    SteerFindings *f = c->findings;
    ARENA_PUSH(c->w->arena, f->item, f->n, f->cap, finding);
}

const char *steer_add_name(const Checker *c, const char *list, const char *name)
{
    return list ? arena_printf(c->w->arena, "%s, `%s`", list, name)
                : arena_printf(c->w->arena, "`%s`", name);
}

void steer_leave_open(Checker *c, SteerCheck check, const char *name, const char *why)
{
    const char *quoted = name ? steer_add_name(c, NULL, name) : "";
    size_t i = 0;
    while (i < c->n_open &&
           (c->open[i].check != check || strcmp(c->open[i].why, why) != 0))
        i++;
    if (i == c->n_open) {
        SteerOpen open = {check, why, quoted};
        ARENA_PUSH(c->w->arena, c->open, c->n_open, c->cap_open, open);
    } else if (!strstr(c->open[i].names, quoted)) {
        c->open[i].names = steer_add_name(c, c->open[i].names, name);
    }
}

const char *steer_why_nobody(const Checker *c)
{
    return arena_printf(c->w->arena, "the people could not be read: %s", c->people.why);
}

static void tell_what_is_open(Checker *c)
{
    Subject all = {"", NULL, {UINT32_MAX, 0, 0}};
    for (size_t i = 0; i < c->n_open; i++) {
        const SteerOpen *open = &c->open[i];
        steer_find(c, (Verdict){open->check, STEER_INFO}, all, "",
                   "not checked%s%s: %s", *open->names ? " for " : "", open->names,
                   open->why);
    }
}

const char *steer_text(const Checker *c, Type type, Decimal value)
{
    StrBuf sb;
    Value number = {.as.number = value};
    strbuf_init(&sb);
    format_value(&sb, &c->w->style, type, number);
    const char *res = arena_strdup(c->w->arena, sb.text);
    strbuf_release(&sb);
    return res;
}

const char *steer_text_beside(const Checker *c, Type type, Decimal value, Decimal other)
{
    enum { MOST_DIGITS = 12 };
    int least = type.unit.kind == UNIT_COUNT ? 1 : 3; /* more than it has else */
    const char *res = steer_text(c, type, value);
    bool same = strcmp(res, steer_text(c, type, other)) == 0;
    for (int digits = least; same && digits <= MOST_DIGITS; digits++) {
        StrBuf one, two;
        strbuf_init(&one);
        strbuf_init(&two);
        format_tick(&one, &c->w->style, type, value, (FormatTick){digits, ""});
        format_tick(&two, &c->w->style, type, other, (FormatTick){digits, ""});
        same = strcmp(one.text, two.text) == 0;
        if (!same)
            res = arena_strdup(c->w->arena, one.text);
        strbuf_release(&one);
        strbuf_release(&two);
    }
    return res;
}

const Indicator *steer_goal(const Checker *c, const StrategyGoal *goal, size_t *node)
{
    *node = graph_find(&c->graph, goal->indicator);
    if (*node == c->graph.n)
        return NULL;
    Indicator *one =
        arena_memdup(c->w->arena, c->graph.node[*node], sizeof *c->graph.node[*node]);
    AstOp op = goal->target.bound.op;
    one->target = arena_memdup(c->w->arena, &goal->target, sizeof goal->target);
    one->n_target = 1;
    one->aim = op == AST_OP_GE || op == AST_OP_GT ? AIM_UP
               : op == AST_OP_EQ                  ? AIM_BAND
                                                  : AIM_DOWN;
    return one;
}

const char *steer_bound_text(const Checker *c, const Indicator *indicator,
                             const Bound *bound)
{
    const char *low = steer_text(c, indicator->type, bound->low);
    if (bound->is_band)
        return arena_printf(c->w->arena, "%s to %s", low,
                            steer_text(c, indicator->type, bound->high));
    return arena_printf(c->w->arena, "%s %s", ast_op_text(bound->op), low);
}

const char *steer_percent(const Checker *c, Decimal part)
{
    StrBuf sb;
    Decimal times;
    if (!decimal_mul(part, decimal_from_i64(100), &times))
        times = part;
    strbuf_init(&sb);
    decimal_print(&sb, decimal_trim(decimal_round(times, 2)));
    strbuf_addc(&sb, '%');
    const char *res = arena_strdup(c->w->arena, sb.text);
    strbuf_release(&sb);
    return res;
}

const char *steer_days(const Checker *c, DayRange days)
{
    StrBuf sb;
    strbuf_init(&sb);
    model_print_days(&sb, c->w->model, days);
    const char *res = arena_strdup(c->w->arena, sb.text);
    strbuf_release(&sb);
    return res;
}

static int compare(const void *a, const void *b)
{
    const SteerFinding *x = a, *y = b;
    if (x->check != y->check)
        return x->check < y->check ? -1 : 1;
    if ((x->severity == STEER_INFO) != (y->severity == STEER_INFO))
        return x->severity == STEER_INFO ? 1 : -1;
    if (x->span.file != y->span.file)
        return x->span.file < y->span.file ? -1 : 1;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    return strcmp(x->reason, y->reason);
}

void steer_begin(Checker *c, const SteerWorld *world, SteerFindings *findings)
{
    *c = (Checker){
        .w = world, .steering = &world->model->steering, .findings = findings};
    *findings = (SteerFindings){0};
    graph_make(&c->graph, c->steering, world->arena);
}

void steer_check(Checker *c, const SteerWorld *world, SteerFindings *findings)
{
    steer_begin(c, world, findings);
    if (!steering_is_declared(c->steering))
        return;
    if (world->person)
        c->people.why =
            arena_printf(world->arena, "`%s` sees some rows", world->person);
    else
        people_read(&c->people, world);
    check_structure(c);
    check_meetings(c);
    check_rhythm(c);
    check_formulas(c);
    check_sums(c);
    check_data(c);
    check_alignment(c);
    tell_what_is_open(c);
}

bool steering_check_all(const SteerWorld *world, SteerFindings *findings)
{
    Checker c;
    steer_check(&c, world, findings);
    if (findings->n)
        qsort(findings->item, findings->n, sizeof *findings->item, compare);
    return !world->stopped(world->self);
}
