/* Levers of a pipeline: names that stand for numbers in what is put in their place. */
#include "runtime/session/lever.h"
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/forecast/lever_table.h"

#include <math.h>

static bool find_lever(const AstPath *path, Lever *lever)
{
    for (int i = 0; i < LEVER_COUNT; i++) {
        *lever = (Lever)i;
        if (path->count == 1 && ascii_same(path->item[0].text, lever_word(*lever)))
            return true;
    }
    return false;
}

static bool is_measure(const Session *s, const AstPath *path)
{
    Lever lever;
    return !find_lever(path, &lever) &&
           model_find_measure(&s->model, path->item[path->count - 1].text);
}

static const AstClause *clause_of(Session *s, const AstClause *what_if, bool measures)
{
    const AstAssigns *all = &what_if->as.assigns;
    AstClause *some = arena_memdup(s->statement, what_if, sizeof *what_if);
    AstAssigns *to = &some->as.assigns;
    *to = (AstAssigns){ARENA_ARRAY(s->statement, AstAssign, all->count + (size_t)1), 0,
                       all->count};
    for (uint32_t i = 0; i < all->count; i++) {
        if (is_measure(s, &all->item[i].target) == measures)
            to->item[to->count++] = all->item[i];
    }
    return to->count ? some : NULL;
}

LeverClauses lever_split(Session *s, const AstClause *what_if)
{
    if (!what_if)
        return (LeverClauses){NULL, NULL};
    return (LeverClauses){clause_of(s, what_if, false), clause_of(s, what_if, true)};
}

/* The expression with numbers in the place of levers; parts without one are shared. */
static AstExpr *with_numbers(Arena *arena, const AstExpr *from, const Levers *now)
{
    Lever lever;
    AstExpr *e = arena_memdup(arena, from, sizeof *e);
    if (from->kind == AST_EXPR_PATH && find_lever(&from->as.path, &lever)) {
        e->kind = AST_EXPR_NUMBER;
        if (!decimal_from_double(now->by[lever], &e->as.number))
            e->as.number = decimal_from_i64(0);
    } else if (from->kind == AST_EXPR_UNARY) {
        e->as.unary.operand = with_numbers(arena, from->as.unary.operand, now);
    } else if (from->kind == AST_EXPR_CHAIN) {
        AstTerms *terms = &e->as.chain.terms;
        e->as.chain.first = with_numbers(arena, from->as.chain.first, now);
        terms->item =
            arena_memdup(arena, terms->item, terms->count * sizeof *terms->item);
        for (uint32_t i = 0; i < terms->count; i++)
            terms->item[i].operand = with_numbers(arena, terms->item[i].operand, now);
    }
    return e;
}

static bool refuse(Session *s, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(&s->sink, DIAG_FORECAST, span, "%s", what);
    if (help)
        diag_help(&s->sink, d, "%s", help);
    return false;
}

static bool refuse_target(Session *s, const AstPath *target)
{
    const char *all = "these are";
    Suggest suggest;
    suggest_init(&suggest, target->item[target->count - 1].text);
    for (int i = 0; i < LEVER_COUNT; i++) {
        suggest_offer(&suggest, lever_word((Lever)i));
        all = arena_printf(s->statement, "%s%s %s", all, i ? "," : "",
                           lever_word((Lever)i));
    }
    if (suggest.count)
        all = arena_printf(s->statement, "did you mean `%s`?", suggest.found[0]);
    return refuse(s, target->span, "this is nothing that can be changed of a pipeline",
                  all);
}

/* The number that is put in the place of a lever. */
static bool read_value(Session *s, Resolver *r, const AstAssign *assign,
                       const Levers *now, double *number)
{
    Type type;
    Value value;
    const AstExpr *ast = with_numbers(s->statement, assign->value, now);
    if (!resolve_constant(r, ast, &type, &value))
        return false;
    if (type.kind != VALUE_NUMBER || value.empty)
        return refuse(s, assign->value->span, "this has to be a number", NULL);
    *number = decimal_to_double(value.as.number);
    return true;
}

/* By one of the first `n` assignments. */
static bool is_put(const AstClause *what_if, uint32_t n, Lever lever)
{
    Lever other;
    for (uint32_t i = 0; i < n; i++) {
        if (find_lever(&what_if->as.assigns.item[i].target, &other) && other == lever)
            return true;
    }
    return false;
}

/* Sets what is put, whatever it is. */
static bool read_assigns(Session *s, Resolver *r, const AstClause *what_if,
                         const Levers *now, Levers *put)
{
    *put = *now;
    for (uint32_t i = 0; i < what_if->as.assigns.count; i++) {
        const AstAssign *assign = &what_if->as.assigns.item[i];
        Lever lever;
        double number;
        if (!find_lever(&assign->target, &lever))
            return refuse_target(s, &assign->target);
        if (is_put(what_if, i, lever))
            return refuse(s, assign->target.span, "this lever is put at a value twice",
                          NULL);
        if (!read_value(s, r, assign, put, &number))
            return false;
        put->by[lever] = number;
    }
    return true;
}

/* What is wrong with a lever that is `now` and would be `put`; NULL: nothing. */
static const char *fault_of(Lever lever, double now, double put)
{
    if (lever == LEVER_SLIPPAGE && !(put >= 0 && put < 1))
        return "slippage is a share from 0% to below 100%";
    if (!(put >= 0))
        return "this would be below 0";
    if (lever == LEVER_WIN_RATE && put > 1)
        return "this is a share from 0% to 100%";
    if (lever == LEVER_CREATION && put > PORTFOLIO_MAX_ARRIVALS)
        return "these are more new deals than the million a period that are looked at";
    if (lever == LEVER_SIZE && put * PIPELINE_COIN > PORTFOLIO_MAX_AMOUNT)
        return "this is more than a deal may bring";
    if (!isfinite(put / now))
        return "nothing is known of this that could be changed";
    if (lever == LEVER_CYCLE && put < 1)
        return "this would be less than the period in which a deal comes, which counts "
               "as 1";
    if (lever == LEVER_CYCLE && put / now < LEVER_LEAST_CYCLE)
        return "this would be less than a twentieth of what it is";
    return NULL;
}

/* In each period ahead anew, from what it is there. false: reported. */
static bool put_creation(Session *s, Resolver *r, const AstClause *what_if,
                         const Pipeline *p, LeverChange *levers)
{
    double *then = ARENA_ARRAY(s->statement, double, p->ahead), sum = 0;
    double *times = ARENA_ARRAY(s->statement, double, p->ahead);
    for (size_t k = 0; k < p->ahead; k++) {
        Levers now = levers->now, put;
        now.by[LEVER_CREATION] = pipeline_creation(p, k);
        if (!read_assigns(s, r, what_if, &now, &put))
            return false;
        then[k] = put.by[LEVER_CREATION];
        sum += then[k];
        times[k] =
            then[k] == now.by[LEVER_CREATION] ? 1 : then[k] / now.by[LEVER_CREATION];
    }
    levers->put.by[LEVER_CREATION] = sum / (double)p->ahead;
    levers->put.created = then;
    levers->change.created = times;
    return true;
}

static const char *fault_of_creation(const Pipeline *p, const LeverChange *levers)
{
    const char *fault = NULL;
    for (size_t k = 0; k < p->ahead && !fault; k++) {
        double now = pipeline_creation(p, k), put = levers->put.created[k];
        fault = put == now ? NULL : fault_of(LEVER_CREATION, now, put);
    }
    return fault;
}

bool lever_put(Session *s, Resolver *r, const AstClause *what_if,
               const PipelineState *state, LeverChange *levers)
{
    levers->now = lever_table_present(state);
    levers->change = levers_none();
    if (!read_assigns(s, r, what_if, &levers->now, &levers->put))
        return false;
    for (uint32_t i = 0; i < what_if->as.assigns.count; i++) {
        const AstAssign *assign = &what_if->as.assigns.item[i];
        const char *fault = NULL;
        Lever lever;
        find_lever(&assign->target, &lever);
        double now = lever == LEVER_SLIPPAGE ? 1 : levers->now.by[lever];
        if (lever != LEVER_CREATION) {
            levers->change.by[lever] = levers->put.by[lever] / now;
            fault = fault_of(lever, now, levers->put.by[lever]);
        } else if (put_creation(s, r, what_if, &state->pipeline, levers)) {
            fault = fault_of_creation(&state->pipeline, levers);
        } else {
            return false;
        }
        if (fault)
            return refuse(s, assign->span, fault, NULL);
    }
    return true;
}

bool lever_check(Session *s, Resolver *r, const AstClause *what_if)
{
    Levers now = levers_none(), put;
    return read_assigns(s, r, what_if, &now, &put);
}
