/* `check steering`: what the checks want to know of rows is asked as questions of the
   language, and the findings become an answer like any other. */
#include "runtime/session/check_steering.h"

#include "runtime/base/ascii.h"
#include "runtime/resolve/number.h"
#include "runtime/session/chance.h"
#include "runtime/session/driver.h"
#include "runtime/session/log.h"

/* ---- questions ---- */

static AstExpr *day_literal(Arena *arena, Day day, Span span)
{
    Civil civil = civil_from_day(day);
    AstExpr *expr = ARENA_NEW(arena, AstExpr);
    expr->kind = AST_EXPR_PERIOD;
    expr->span = span;
    expr->as.period = (AstPeriod){AST_UNIT_DAY, civil.year, civil.month, civil.day};
    return expr;
}

static AstClause *for_days(Arena *arena, DayRange days, Span span)
{
    AstClause *clause = ARENA_NEW(arena, AstClause);
    AstExpr *range = ARENA_NEW(arena, AstExpr);
    range->kind = AST_EXPR_RANGE;
    range->span = span;
    range->as.range.low = day_literal(arena, days.lo, span);
    range->as.range.high = day_literal(arena, days.hi - 1, span);
    *clause = (AstClause){.kind = AST_CLAUSE_FOR, .span = span};
    clause->as.expr = range;
    return clause;
}

/* Quarters and their like are those of the civil calendar. */
static AstExpr *time_key(const Session *s, AstUnit unit, Span span)
{
    AstExpr *key = ARENA_NEW(s->statement, AstExpr);
    key->span = span;
    if (unit > AST_UNIT_MONTH) {
        key->kind = AST_EXPR_CALENDAR_UNIT;
        key->as.calendar_unit.calendar = (AstName){.text = "civil", .span = span};
        key->as.calendar_unit.unit = unit;
        key->as.calendar_unit.begins_as_set = true;
        return key;
    }
    AstName *name = ARENA_NEW(s->statement, AstName);
    *name = (AstName){.text = ast_unit_text(unit), .span = span};
    key->kind = AST_EXPR_PATH;
    key->as.path = (AstPath){name, 1, 1, span};
    return key;
}

static AstClause *by_key(const Session *s, const SteerAsk *ask, Span span)
{
    Arena *arena = s->statement;
    AstClause *clause = ARENA_NEW(arena, AstClause);
    AstByItem *item = ARENA_NEW(arena, AstByItem);
    AstExpr *key = ask->by ? ARENA_NEW(arena, AstExpr) : time_key(s, ask->unit, span);
    key->span = item->span = span;
    if (ask->by) {
        key->kind = AST_EXPR_PATH;
        key->as.path = *ask->by;
    }
    item->what.value = key;
    if (!ask->by)
        item->alias.name =
            (AstName){.text = ast_unit_text(ask->unit), .span = span, .quoted = true};
    *clause = (AstClause){.kind = AST_CLAUSE_BY, .span = span};
    clause->as.by = (AstByItems){item, 1, 1};
    return clause;
}

/* M[for DAYS], under a name of its own. */
static AstItem item_of_days(Arena *arena, const SteerAsk *ask, size_t at)
{
    Span span = ask->measure->span;
    AstExpr *value = ARENA_NEW(arena, AstExpr);
    AstContext *context = ARENA_NEW(arena, AstContext);
    AstClause *clause = for_days(arena, ask->each[at], span);
    *context = (AstContext){.kind = AST_CONTEXT_FOR, .span = span};
    context->as.expr = clause->as.expr;
    value->kind = AST_EXPR_BRACKET;
    value->span = span;
    value->as.bracket.base = arena_memdup(arena, ask->measure, sizeof *ask->measure);
    value->as.bracket.items = (AstContexts){context, 1, 1};
    AstItem item = {.value = value, .span = span};
    item.alias.name = (AstName){
        .text = arena_printf(arena, "%zu", at + 1), .span = span, .quoted = true};
    return item;
}

static AstItems items_of(Arena *arena, const SteerAsk *ask)
{
    uint32_t n = ask->each ? (uint32_t)ask->n_each : 1;
    AstItem *item = ARENA_ARRAY(arena, AstItem, n);
    for (uint32_t i = 0; ask->each && i < n; i++)
        item[i] = item_of_days(arena, ask, i);
    if (!ask->each)
        *item =
            (AstItem){.value = arena_memdup(arena, ask->measure, sizeof *ask->measure),
                      .span = ask->measure->span};
    return (AstItems){item, n, n};
}

static const AstQuestion *question_of(const Session *s, const SteerAsk *ask)
{
    Arena *arena = s->statement;
    Span span = ask->measure->span;
    AstQuestion *q = ARENA_NEW(arena, AstQuestion);
    q->items = items_of(arena, ask);
    q->span = span;
    q->clause[AST_CLAUSE_FOR] = for_days(arena, ask->days, span);
    if (ask->by || ask->has_unit)
        q->clause[AST_CLAUSE_BY] = by_key(s, ask, span);
    return q;
}

static Resolver asking(Session *s, ExprTable *exprs)
{
    Resolver r = session_resolver(s, s->statement, exprs);
    steering_as_declared(&r);
    return r;
}

/* Why there is no answer. That all was stopped stays reported. */
static const char *take_why(Session *s)
{
    const Diag *d = s->sink.first;
    if (d && d->code == DIAG_STOPPED)
        return d->message;
    const char *why = d ? arena_strdup(s->statement, d->message) : "it has no answer";
    diag_sink_clear(&s->sink);
    return why;
}

static bool was_stopped(void *self)
{
    const Session *s = self;
    return s->sink.first && s->sink.first->code == DIAG_STOPPED;
}

/* Sources that are answers are read in the currency that is set. */
static bool is_same_money(const Type *a, const Type *b)
{
    return a->unit.kind != UNIT_MONEY || b->unit.kind != UNIT_MONEY ||
           ascii_same(a->unit.currency, b->unit.currency);
}

static Result *answer(void *self, const SteerAsk *ask, const char **why)
{
    Session *s = self;
    if (was_stopped(s)) {
        *why = "it was stopped";
        return NULL;
    }
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = asking(s, exprs);
    SteerAsk assumed = *ask;
    if (s->what_if.count)
        assumed.measure = driver_what_if(s, ask->measure, s->what_if);
    const Question *q = resolve_question(&r, question_of(s, &assumed));
    bool is_other = q && ask->type && !is_same_money(ask->type, &q->item[0].type);
    session_ready_executor(s);
    Result *result = q && !is_other ? execute_question(&s->executor, q) : NULL;
    if (is_other)
        *why = arena_printf(s->statement, "`set currency` makes %s of what it is in %s",
                            q->item[0].type.unit.currency, ask->type->unit.currency);
    else if (!result)
        *why = take_why(s);
    expr_table_free(exprs);
    return result;
}

static Result *ask(Session *s, const char *text, AskFor want, const char **why)
{
    if (was_stopped(s)) {
        *why = "it was stopped";
        return NULL;
    }
    Result *result = session_ask(s, "<check steering>", text, want);
    if (!result)
        *why = take_why(s);
    return result;
}

static Result *answer_text(void *self, const char *text, const char **why)
{
    return ask(self, text, ASK_LABELS, why);
}

static Result *answer_openly(void *self, const char *text, const char **why)
{
    return ask(self, text, ASK_OPENLY, why);
}

static bool find_most_rows(const Number *number, const Result *result, int64_t *n,
                           const char **source)
{
    bool found = false;
    for (size_t i = 0; i < number->n; i++) {
        const NumberPart *part = &number->part[i];
        int64_t rows;
        if (!part->leaf || part->rows == NUMBER_NONE)
            continue;
        Value value = result_value(result, (size_t)part->rows, 0);
        if (value.empty || !decimal_to_i64(value.as.number, &rows) ||
            (found && rows <= *n))
            continue;
        found = true;
        *n = rows;
        *source = part->leaf->source->name;
    }
    return found;
}

static bool count_cases(void *self, const AstExpr *measure, DayRange days, int64_t *n,
                        const char **source)
{
    Session *s = self;
    SteerAsk ask = {.measure = measure, .days = days};
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    Resolver r = asking(s, exprs);
    Number number;
    bool ok = !was_stopped(s) && number_resolve(&r, question_of(s, &ask), &number);
    session_ready_executor(s);
    Result *result = ok ? execute_question(&s->executor, number.question) : NULL;
    expr_table_free(exprs);
    if (ok && !result)
        take_why(s);
    ok = result && result->n_row == 1 && find_most_rows(&number, result, n, source);
    if (result)
        result_unref(result);
    return ok;
}

/* ---- the answer ---- */

static const DriverColumn column[] = {
    DRIVER_KEY("check", VALUE_TEXT),     DRIVER_KEY("severity", VALUE_TEXT),
    DRIVER_KEY("about", VALUE_TEXT),     DRIVER_KEY("place", VALUE_TEXT),
    DRIVER_VALUE("finding", VALUE_TEXT), DRIVER_VALUE("to do", VALUE_TEXT),
    DRIVER_VALUE("waived", VALUE_TEXT)};

const DriverColumns check_steering_columns = {column, COUNT_OF(column)};

typedef struct {
    Session *s;
    DriverTable table;
    size_t count[STEER_SEVERITIES], waived;
} Answer;

static const char *place_of(const Session *s, Span span)
{
    unsigned line, at;
    if (span.file == UINT32_MAX)
        return "";
    const SourceText *text = source_texts_get(s->texts, span.file);
    source_text_place(text, span.begin, &line, &at);
    return arena_printf(s->statement, "%s:%u", text->name, line);
}

static void add_finding(Answer *a, const SteerFinding *finding)
{
    Arena *arena = a->s->statement;
    const char *about = *finding->name
                            ? arena_printf(arena, "%s %s", finding->kind, finding->name)
                            : "steering";
    const char *cell[] = {steer_check_id[finding->check],
                          steer_severity_word[finding->severity],
                          about,
                          place_of(a->s, finding->span),
                          finding->reason,
                          finding->todo,
                          finding->waived};
    for (size_t i = 0; i < COUNT_OF(cell); i++)
        driver_text(&a->table, i, cell[i]);
    if (finding->waived)
        a->waived++;
    else
        a->count[finding->severity]++;
}

static const char *counted(const Answer *a, size_t n, const char *word)
{
    return arena_printf(a->s->statement, "%zu %s%s", n, word, n == 1 ? "" : "s");
}

/* What is about all of the steering is waived by any strategy, and a check that could
   not look says nothing of what is waived of it. */
static bool is_needed(const SteerFindings *findings, const Waiver *waiver)
{
    for (size_t i = 0; i < findings->n; i++) {
        const SteerFinding *one = &findings->item[i];
        if (ascii_same(steer_check_id[one->check], waiver->check) &&
            (one->waived == waiver->reason || !*one->name))
            return true;
    }
    return false;
}

static void add_unneeded(Session *s, const char **list, const SteerFindings *findings,
                         const SteerHead *head)
{
    for (size_t i = 0; i < head->waivers.n; i++) {
        const Waiver *waiver = &head->waivers.item[i];
        if (!is_needed(findings, waiver))
            *list = arena_printf(s->statement, "%s%s%s of `%s`", *list,
                                 **list ? ", " : "", waiver->check, head->name);
    }
}

static void note_unneeded(Answer *a, const SteerFindings *findings)
{
    const Steering *all = &a->s->model.steering;
    const char *list = "";
    for (size_t i = 0; i < all->n_audience; i++)
        add_unneeded(a->s, &list, findings, &all->audience[i]->head);
    for (size_t i = 0; i < all->n_indicator; i++)
        add_unneeded(a->s, &list, findings, &all->indicator[i]->head);
    for (size_t i = 0; i < all->n_strategy; i++)
        add_unneeded(a->s, &list, findings, &all->strategy[i]->head);
    for (size_t i = 0; i < all->n_ritual; i++)
        add_unneeded(a->s, &list, findings, &all->ritual[i]->head);
    if (*list)
        driver_note(&a->table,
                    arena_printf(a->s->statement, "waived, and not found: %s", list));
}

void steering_say_none(DriverTable *table)
{
    driver_note(table, "no objective or indicator is declared");
}

static Result *finish(Answer *a)
{
    if (steering_is_declared(&a->s->model.steering))
        driver_note(&a->table,
                    arena_printf(a->s->statement, "%s, %s, %zu infos, %zu waived",
                                 counted(a, a->count[STEER_ERROR], "error"),
                                 counted(a, a->count[STEER_WARNING], "warning"),
                                 a->count[STEER_INFO], a->waived));
    else
        steering_say_none(&a->table);
    driver_note_what_if(a->s, &a->table, NULL);
    Result *result = driver_finish(&a->table);
    result->is_list = result->is_records = true;
    result->caption = "Findings";
    return result;
}

SteerWorld steering_world(Session *s)
{
    const char *locale = s->settings.locale;
    return (SteerWorld){
        .model = &s->model,
        .arena = s->statement,
        .today = s->settings.today,
        .style = {.locale = locale ? locale_find(locale) : locale_default()},
        .ask = answer,
        .ask_text = answer_text,
        .ask_openly = answer_openly,
        .person = s->executor.person,
        .cases = count_cases,
        .stopped = was_stopped,
        .outlook = chance_of,
        .self = s};
}

bool steering_open_log(Session *s, SteerWorld *world, Span span)
{
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    const DaysOff *off;
    if (!days_off_of(&r, &off))
        return false;
    /* What others look at and decide is nothing to who sees some rows. */
    world->log = world->person ? NULL : log_for_steering(s, off, span);
    return true;
}

Result *check_steering(Session *s, Span span)
{
    SteerWorld world = steering_world(s);
    SteerFindings findings;
    if (!steering_open_log(s, &world, span))
        return NULL;
    if (!steering_check_all(&world, &findings))
        return NULL;
    Answer a = {.s = s};
    driver_begin(&a.table, column, COUNT_OF(column), findings.n);
    for (size_t i = 0; i < findings.n; i++)
        add_finding(&a, &findings.item[i]);
    s->n_alarm += a.count[STEER_ERROR];
    s->n_warning += a.count[STEER_WARNING];
    note_unneeded(&a, &findings);
    return finish(&a);
}
