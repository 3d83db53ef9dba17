/* `brief`: the daily page. What is due as one answer, what to do about it as another,
   and the rows that wait. */
#include "runtime/session/brief.h"

#include "lexer/literal.h"
#include "runtime/base/suggest.h"
#include "runtime/session/check_steering.h"
#include "runtime/session/driver.h"
#include "runtime/session/log.h"
#include "runtime/steering/brief.h"

#include <string.h>

enum { ROWS_MOST = 10 };

/* What reports.day_start makes: what waits, a line for each thing. */
static const char rows_source[] = "day_list";

typedef struct {
    Session *s;
    const AstStmt *stmt;
    BriefWho who;
    const char *name; /* of whom it is for; "": all */
    Day day, today;   /* of the page, and the real one */
    const DaysOff *off;
    Brief brief;
} Page;

/* ---- for whom, and when ---- */

static Span keyword_of(const AstStmt *stmt)
{
    return (Span){stmt->span.file, stmt->span.begin, stmt->span.begin + 1};
}

static bool find_audience(Page *p, const AstName *name)
{
    const Steering *steering = &p->s->model.steering;
    p->who.audience = steering_audience(steering, name->text);
    p->name = name->text;
    if (p->who.audience)
        return true;
    Suggest suggest;
    suggest_init(&suggest, name->text);
    for (size_t i = 0; i < steering->n_audience; i++)
        suggest_offer(&suggest, steering->audience[i]->head.name);
    Diag *d = diag_error(&p->s->sink, DIAG_UNKNOWN_STEERING, name->span,
                         "there is no audience `%s`", name->text);
    if (suggest.count)
        diag_help(&p->s->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(&p->s->sink, d, "a person or a role stands in quotes");
    return false;
}

/* An audience, or else a person or a role. */
static void take_text(Page *p, const char *text)
{
    p->name = text;
    p->who.audience = steering_audience(&p->s->model.steering, text);
    if (!p->who.audience)
        p->who.person = text;
}

static bool take_parameter(Page *p, const AstName *name)
{
    Session *s = p->s;
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    const Variable *v = resolve_find_variable(&r, name->text);
    AstExpr ast = {.kind = AST_EXPR_PARAMETER, .span = name->span};
    Type type;
    Value value;
    if (v && v->is_all)
        return true;
    ast.as.parameter = *name;
    if (!resolve_constant(&r, &ast, &type, &value))
        return false;
    if (type.kind == VALUE_TEXT && !value.empty) {
        take_text(p,
                  arena_strndup(s->statement, value.as.text.text, value.as.text.len));
        return true;
    }
    diag_error(&s->sink, DIAG_TYPE, name->span,
               "a brief is for a text: an audience, a person or a role");
    return false;
}

/* Whoever is asked as; else all. */
static void take_asker(Page *p)
{
    p->name = p->s->options.person ? p->s->options.person : "";
    p->who.person = p->s->options.person;
    p->who.own = p->s->audience;
}

static bool take_who(Page *p)
{
    const AstStmt *stmt = p->stmt;
    p->name = "";
    if (stmt->as.brief.who.text)
        take_text(p, stmt->as.brief.who.text);
    else if (!stmt->as.brief.audience.text)
        take_asker(p);
    else
        return stmt->as.brief.is_parameter ? take_parameter(p, &stmt->as.brief.audience)
                                           : find_audience(p, &stmt->as.brief.audience);
    return true;
}

static bool take_day(Page *p)
{
    Session *s = p->s;
    const AstExpr *on = p->stmt->as.brief.on;
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    Type type;
    Value value;
    p->day = s->settings.today;
    if (!on)
        return true;
    if (!resolve_constant(&r, on, &type, &value))
        return false;
    if (type.kind == VALUE_DATE && !value.empty) {
        p->day = value.as.day;
        return true;
    }
    diag_error(&s->sink, DIAG_TYPE, on->span, "a brief is on a day, as 2025-03-31");
    return false;
}

static bool take_words(Page *p)
{
    bool ok = take_who(p);
    return take_day(p) && ok;
}

bool brief_check(Session *s, const AstStmt *stmt)
{
    Page page = {.s = s, .stmt = stmt};
    return take_words(&page);
}

/* ---- what is due ---- */

enum {
    DUE_STATUS,
    DUE_INDICATOR,
    DUE_PERIOD,
    DUE_VALUE,
    DUE_TARGET,
    DUE_SO_FAR,
    DUE_CHANGE,
    DUE_SINCE,
    DUE_TREND,
    DUE_COLUMNS
};

static Value change_of(const BriefLine *line)
{
    Value change = {.empty = line->now.standing.value.empty || line->before.empty};
    if (!change.empty && !decimal_sub(line->now.standing.value.as.number,
                                      line->before.as.number, &change.as.number))
        change.empty = true;
    return change;
}

/* "Not due today: a, b (Monday 2026-11-02), c (Friday 2027-01-01)." */
static void note_later(const Page *p, DriverTable *table)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_adds(&sb, "not due: ");
    for (size_t i = 0; i < p->brief.n_later; i++) {
        const BriefLine *line = &p->brief.later[i];
        const BriefLine *next = i + 1 < p->brief.n_later ? line + 1 : NULL;
        strbuf_adds(&sb, steering_title(&line->indicator->head));
        if (!next || next->next != line->next) {
            strbuf_adds(&sb, line->next == DAY_NONE ? "" : " (");
            if (line->next != DAY_NONE)
                civil_print_day(&sb, line->next);
            strbuf_adds(&sb, line->next == DAY_NONE ? "" : ")");
        }
        strbuf_adds(&sb, next ? ", " : "");
    }
    if (p->brief.n_later)
        driver_note(table, sb.text);
    strbuf_release(&sb);
}

static const DriverColumn due_column[DUE_COLUMNS] = {
    [DUE_STATUS] = DRIVER_KEY("status", VALUE_TEXT),
    [DUE_INDICATOR] = DRIVER_KEY("indicator", VALUE_TEXT),
    [DUE_PERIOD] = DRIVER_KEY("period", VALUE_TEXT),
    [DUE_VALUE] = {"value", {.kind = VALUE_NUMBER}, false, true},
    [DUE_TARGET] = DRIVER_VALUE("target", VALUE_TEXT),
    [DUE_SO_FAR] = DRIVER_VALUE("so far", VALUE_TEXT),
    [DUE_CHANGE] = {"change", {.kind = VALUE_NUMBER}, false, true},
    [DUE_SINCE] = DRIVER_VALUE("since", VALUE_TEXT),
    [DUE_TREND] = DRIVER_VALUE("trend", VALUE_TEXT),
};

static void set_looks(Result *result)
{
    result->is_list = result->is_records = true;
    result->column[DUE_TREND].is_trend = true;
    for (size_t i = 0; i < DUE_COLUMNS; i++)
        result->column[i].look = i == DUE_STATUS      ? COLUMN_LOOK_STATUS
                                 : i == DUE_INDICATOR ? COLUMN_LOOK_TEXT
                                                      : COLUMN_LOOK_SHORT;
}

static void add_due(DriverTable *table, const BriefLine *line)
{
    const SteerShown *now = &line->now;
    Type type = line->indicator->type;
    Value change = change_of(line);
    driver_text(table, DUE_STATUS, steer_status_word[now->standing.status]);
    driver_text(table, DUE_INDICATOR, steering_title(&line->indicator->head));
    driver_text(table, DUE_PERIOD, now->period);
    driver_cell(table, DUE_VALUE, type, now->standing.value);
    driver_text(table, DUE_TARGET, now->target);
    driver_text(table, DUE_SO_FAR, now->so_far);
    driver_cell(table, DUE_CHANGE, type, change);
    driver_text(table, DUE_SINCE, change.empty ? "" : line->since);
    driver_trend(table, DUE_TREND, line->trend, line->n_trend);
}

static Result *due_answer(const Page *p)
{
    DriverTable table;
    driver_begin(&table, due_column, DUE_COLUMNS, p->brief.n_due);
    set_looks(table.result);
    table.result->caption = "What is due";
    for (size_t i = 0; i < p->brief.n_due; i++) {
        SteerStatus status = p->brief.due[i].now.standing.status;
        add_due(&table, &p->brief.due[i]);
        p->s->n_alarm += status == STATUS_RED;
        p->s->n_warning += status == STATUS_AMBER;
    }
    if (!p->s->model.steering.n_indicator)
        driver_note(&table, "no indicator is declared");
    else if (!p->brief.n_due)
        driver_note(&table, "nothing is due");
    note_later(p, &table);
    driver_note_what_if(p->s, &table, NULL);
    if (p->brief.is_silent)
        driver_note(&table,
                    "who works here could not be read: `check steering` says why");
    return driver_finish(&table);
}

/* ---- what to do ---- */

static const char to_do[] = "What to do", waiting[] = "What waits";

static Result *action_answer(const Page *p)
{
    static const DriverColumn column[] = {
        DRIVER_KEY("status", VALUE_TEXT), DRIVER_KEY("indicator", VALUE_TEXT),
        DRIVER_VALUE("owner", VALUE_TEXT), DRIVER_VALUE("reason", VALUE_TEXT),
        DRIVER_VALUE("action", VALUE_TEXT)};
    DriverTable table;
    driver_begin(&table, column, COUNT_OF(column), p->brief.n_due);
    table.result->is_list = table.result->is_records = true;
    table.result->caption = to_do;
    table.result->column[0].look = COLUMN_LOOK_STATUS;
    for (size_t i = 0; i < p->brief.n_due; i++) {
        const BriefLine *line = &p->brief.due[i];
        SteerStatus status = line->now.standing.status;
        bool has_value = status == STATUS_RED || status == STATUS_AMBER;
        if (status == STATUS_GREEN)
            continue;
        driver_text(&table, 0, steer_status_word[status]);
        driver_text(&table, 1, steering_title(&line->indicator->head));
        driver_text(&table, 2, line->owner);
        driver_text(&table, 3, line->now.standing.why);
        driver_text(&table, 4, has_value ? line->indicator->action : "");
    }
    return driver_finish(&table);
}

static bool emit_actions(const Page *p)
{
    Result *result = action_answer(p);
    if (!result->n_row) {
        result_unref(result);
        return true;
    }
    return run_say(p->s, to_do) && run_emit_result(p->s, result);
}

/* ---- what waits ---- */

/* Those of a person, or all that who asks sees. */
static Result *ask_rows(const Page *p, const char **why)
{
    StrBuf sb;
    SteerWorld world = steering_world(p->s);
    strbuf_init(&sb);
    strbuf_addf(&sb, "list kind, what, why, at_stake, customer, owner, age from %s",
                rows_source);
    for (size_t i = 0; i < p->brief.n_person; i++) {
        strbuf_adds(&sb, i ? ", " : " where label(owner) in (");
        literal_add_text(&sb, p->brief.person[i]);
    }
    strbuf_adds(&sb, p->brief.n_person ? ")" : "");
    strbuf_addf(&sb, " sort by at_stake descending, age descending top %d", ROWS_MOST);
    Result *result = world.ask_text(world.self, sb.text, why);
    strbuf_release(&sb);
    return result;
}

static bool emit_rows(const Page *p)
{
    Session *s = p->s;
    const char *why = "the model has no `day_list`, which reports.day_start makes";
    Result *result = NULL;
    if (model_find_source(&s->model, rows_source))
        result = ask_rows(p, &why);
    if (result) {
        result->caption = waiting;
        return run_say(s, waiting) && run_emit_result(s, result);
    }
    return !s->sink.n_error &&
           run_say(s, arena_printf(s->arena, "%s is left out: %s", waiting, why));
}

/* ---- the page ---- */

static bool emit_all(const Page *p)
{
    Session *s = p->s;
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_adds(&sb, "Brief");
    if (*p->name)
        strbuf_addf(&sb, " for %s", p->name);
    strbuf_adds(&sb, ", ");
    civil_print_day(&sb, p->day);
    Block heading = {.kind = BLOCK_HEADING,
                     .text = arena_strdup(s->arena, sb.text),
                     .depth = (unsigned)s->n_report};
    strbuf_release(&sb);
    return run_emit(s, &heading) && run_emit_result(s, due_answer(p)) &&
           emit_actions(p) && emit_rows(p);
}

/* A page of another day is no look that was due. */
static bool log_page(const Page *p)
{
    Session *s = p->s;
    const char **name = ARENA_ARRAY(s->statement, const char *, p->brief.n_due + 1);
    for (size_t i = 0; i < p->brief.n_due; i++)
        name[i] = p->brief.due[i].indicator->head.name;
    JournalLook look = {.kind = "brief", .name = p->name, .day = p->day};
    bool is_real = p->day == p->today && !s->what_if.count;
    if (p->brief.n_due && is_real && !s->capturing)
        log_looks(s, look, name, p->brief.n_due, keyword_of(p->stmt));
    return true;
}

static bool make_page(Page *p)
{
    Session *s = p->s;
    Resolver r = session_resolver(s, s->arena, s->model.exprs);
    SteerWorld world = steering_world(s);
    session_ready_executor(s);
    if (!days_off_of(&r, &p->off))
        return false;
    world.log = log_for_steering(s, p->off, keyword_of(p->stmt));
    if (!steering_brief(&world, &p->who, p->off, &p->brief))
        return false;
    if (p->brief.is_known)
        return emit_all(p) && log_page(p);
    Diag *d = diag_error(&s->sink, DIAG_PERSON, keyword_of(p->stmt),
                         "nobody is called or works as `%s`, and nothing is for them",
                         p->name);
    diag_help(&s->sink, d, "a person or role of `staff`, an owner, or an audience");
    return false;
}

bool brief_run(Session *s, const AstStmt *stmt)
{
    Page page = {.s = s, .stmt = stmt, .today = s->settings.today};
    if (!take_words(&page))
        return false;
    Day today = s->settings.today;
    s->settings.today = page.day;
    bool ok = settings_follow(s) && make_page(&page);
    s->settings.today = today;
    session_ready_executor(s);
    return ok;
}
