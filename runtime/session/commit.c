/* `commit M VALUE for P where D = V by "WHO"`: what somebody stands for, kept like the
   forecasts of a method. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/session/driver.h"
#include "runtime/session/keep.h"
#include "runtime/session/log.h"
#include "runtime/session/recall.h"
#include "runtime/session/system.h"
#include "runtime/session/values.h"

typedef struct {
    Session *s;
    const AstStmt *stmt;
    Resolver r;
    Type type; /* of the measure */
    Value value;
    PeriodUnit unit;
    const AstExpr **equal; /* D = V */
    size_t n_equal, cap_equal;
    JournalForecast line;
} Commit;

static bool refuse(Commit *c, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(&c->s->sink, DIAG_COMMIT, span, "%s", what);
    if (help)
        diag_help(&c->s->sink, d, "%s", help);
    return false;
}

static const AstClause *clause_of(const Commit *c, AstClauseKind kind)
{
    return c->stmt->as.commit.question->clause[kind];
}

/* ---- the period ---- */

static bool find_period(Commit *c)
{
    static const struct {
        PeriodUnit unit;
        const char *word;
    } units[] = {{PERIOD_DAY, "day"},     {PERIOD_WEEK, "week"},
                 {PERIOD_MONTH, "month"}, {PERIOD_QUARTER, "quarter"},
                 {PERIOD_HALF, "half"},   {PERIOD_YEAR, "year"}};
    const AstClause *clause = clause_of(c, AST_CLAUSE_FOR);
    DayRange days;
    if (!resolve_period(&c->r, clause->as.expr, &days))
        return false;
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        int32_t period = calendar_period_of(units[i].unit, days.lo);
        DayRange whole = calendar_range(units[i].unit, period);
        if (whole.lo != days.lo || whole.hi != days.hi)
            continue;
        c->line.periods = units[i].word;
        c->unit = units[i].unit;
        c->line.starts_on = days.lo;
        c->line.ends_on = days.hi - 1;
        c->line.lead = period - calendar_period_of(c->unit, c->s->settings.today) + 1;
        if (c->line.lead >= 1)
            return true;
        return refuse(c, clause->span, "the period is over: what came of it is known",
                      NULL);
    }
    return refuse(c, clause->span, "a commitment is for one period",
                  "a day, a week, a month, a quarter, a half or a year, as 2026-11");
}

/* ---- D = V and ... ---- */

static bool take_equal(Commit *c, const AstExpr *expr)
{
    Type type;
    Value value;
    if (expr->kind != AST_EXPR_COMPARE || expr->as.compare.op != AST_OP_EQ ||
        expr->as.compare.left->kind != AST_EXPR_PATH)
        return refuse(c, expr->span, "a commitment is for values of dimensions",
                      "as in: where region = \"North\" and family = \"Bikes\"");
    ARENA_PUSH(c->s->statement, c->equal, c->n_equal, c->cap_equal, expr);
    return resolve_constant(&c->r, expr->as.compare.right, &type, &value);
}

static bool find_member(Commit *c)
{
    const AstClause *clause = clause_of(c, AST_CLAUSE_WHERE);
    const AstExpr *expr = clause ? clause->as.expr : NULL;
    if (!expr || expr->kind != AST_EXPR_CHAIN)
        return !expr || take_equal(c, expr);
    bool ok = take_equal(c, expr->as.chain.first);
    for (uint32_t i = 0; ok && i < expr->as.chain.terms.count; i++) {
        const AstTerm *term = &expr->as.chain.terms.item[i];
        ok = term->op == AST_OP_AND
                 ? take_equal(c, term->operand)
                 : refuse(c, expr->span, "a commitment is for values of dimensions",
                          "as in: where region = \"North\" and family = \"Bikes\"");
    }
    return ok;
}

static const char *text_of(Session *s, Type type, Value value)
{
    StrBuf sb;
    strbuf_init(&sb);
    value_print(&sb, type, value);
    const char *text = arena_strdup(s->statement, sb.text);
    strbuf_release(&sb);
    return text;
}

/* The entity with a label that D is; NULL: it is none. */
static const Dim *entity_of(Commit *c, const AstExpr *equal)
{
    Arena *arena = c->s->statement;
    DriverAsk ask = {.span = equal->span};
    AstClause *by = ARENA_NEW(arena, AstClause);
    AstByItem *item = ARENA_NEW(arena, AstByItem);
    *item = (AstByItem){.what.value = equal->as.compare.left, .span = equal->span};
    by->kind = AST_CLAUSE_BY;
    by->span = equal->span;
    by->as.by = (AstByItems){item, 1, 1};
    ask.clause[AST_CLAUSE_BY] = by;
    driver_add(c->s, &ask, c->stmt->as.commit.question->items.item[0].value);
    const Question *q = driver_resolve(c->s, &ask, c->r.exprs);
    const Dim *dim = q ? q->by[0].dim : NULL;
    return dim && dim->kind == DIM_ENTITY && dim->label ? dim : NULL;
}

/* A key prints as its label, as it does in answers; NULL: there is none. */
static const char *label_of(Commit *c, const AstExpr *equal)
{
    Session *s = c->s;
    DiagHush hush = diag_hush(&s->sink);
    const Dim *dim = entity_of(c, equal);
    const char *key = recall_expr(s, equal->as.compare.right, NULL);
    Result *r =
        dim ? session_ask(s, "<commit>",
                          arena_printf(s->statement,
                                       "show `%s` from `%s` where `%s` = %s", dim->name,
                                       dim->source->name, dim->name, key),
                          ASK_LABELS)
            : NULL;
    diag_unhush(&s->sink, hush);
    bool found = r && r->n_row == 1;
    const char *label =
        found ? text_of(s, r->column[0].type, result_value(r, 0, 0)) : NULL;
    result_unref(r);
    return label;
}

static void add_members(Commit *c)
{
    Arena *arena = c->s->statement;
    c->line.dimension = c->line.member = "";
    for (size_t i = 0; i < c->n_equal; i++) {
        Type type;
        Value value;
        const AstExpr *equal = c->equal[i];
        const char *comma = i ? ", " : "", *label = label_of(c, equal);
        if (!label && resolve_constant(&c->r, equal->as.compare.right, &type, &value))
            label = text_of(c->s, type, value);
        c->line.dimension =
            arena_printf(arena, "%s%s%s", c->line.dimension, comma,
                         recall_expr(c->s, equal->as.compare.left, NULL));
        c->line.member = arena_printf(arena, "%s%s%s", c->line.member, comma, label);
    }
}

/* ---- the measure and its value ---- */

static bool find_measure(Commit *c)
{
    const AstQuestion *ast = c->stmt->as.commit.question;
    const Question *q = resolve_question(&c->r, ast);
    if (!q)
        return false;
    if (q->n_item != 1 || q->n_leaf == 0 || q->item[0].role != ITEM_MEASURE ||
        q->item[0].type.kind != VALUE_NUMBER)
        return refuse(c, ast->items.item[0].span, "a commitment is of one measure",
                      NULL);
    c->type = q->item[0].type;
    c->line.measure = arena_strdup(c->s->statement, q->item[0].title);
    c->line.unit = driver_unit(&c->type);
    return true;
}

/* A plain number is in the unit of the measure. */
static bool find_value(Commit *c)
{
    const AstExpr *ast = c->stmt->as.commit.value;
    Type type;
    if (!resolve_constant(&c->r, ast, &type, &c->value))
        return false;
    if (type.kind != VALUE_NUMBER || c->value.empty)
        return refuse(c, ast->span, "a commitment is a number", NULL);
    if (type.unit.kind != UNIT_NONE && *driver_unit(&type) &&
        !ascii_same(driver_unit(&type), c->line.unit))
        return refuse(c, ast->span,
                      arena_printf(c->s->statement, "`%s` is %s%s, and this is %s",
                                   c->line.measure, *c->line.unit ? "in " : "a number",
                                   c->line.unit, driver_unit(&type)),
                      NULL);
    StrBuf sb;
    strbuf_init(&sb);
    decimal_print(&sb, c->value.as.number);
    c->line.value = arena_strdup(c->s->statement, sb.text);
    strbuf_release(&sb);
    return true;
}

/* Who sees only some rows speaks for nobody else. */
static bool find_person(Commit *c)
{
    const AstText *by = &c->stmt->as.commit.by;
    c->line.entered_by = log_who(c->s);
    c->line.who = by->text ? by->text : c->line.entered_by;
    if (!c->s->executor.person || ascii_same(c->line.who, c->line.entered_by))
        return true;
    diag_error(&c->s->sink, DIAG_NOT_ALLOWED, by->span,
               "a commitment of somebody else is not for `%s`", c->line.entered_by);
    return false;
}

static bool commit_begin(Commit *c, Session *s, const AstStmt *stmt)
{
    *c = (Commit){.s = s, .stmt = stmt};
    c->r =
        session_resolver(s, s->statement, expr_table_new(s->statement, s->model.exprs));
    c->line = (JournalForecast){.kind = "commitment",
                                .level = "line",
                                .made = s->settings.today,
                                .method = "",
                                .made_of = "",
                                .p10 = "",
                                .p50 = "",
                                .p90 = "",
                                .state = "",
                                .parameters = ""};
    bool ok = find_measure(c) && find_value(c);
    ok &= find_period(c);
    ok &= find_member(c);
    return find_person(c) && ok;
}

static void commit_end(Commit *c)
{
    expr_table_free(c->r.exprs);
}

bool commit_check(Session *s, const AstStmt *stmt)
{
    Commit c;
    bool ok = commit_begin(&c, s, stmt);
    commit_end(&c);
    return ok;
}

/* What is held against it: the measure by the period's unit. */
static const char *question_of(Commit *c)
{
    bool whole = true;
    const AstClause *where = clause_of(c, AST_CLAUSE_WHERE);
    const char *text = arena_printf(
        c->s->statement, "show %s by %s",
        recall_expr(c->s, c->stmt->as.commit.question->items.item[0].value, &whole),
        c->line.periods);
    if (where)
        text = arena_printf(c->s->statement, "%s %s", text,
                            recall_clause(c->s, where, &whole));
    return whole ? text : "";
}

static bool say_committed(Commit *c)
{
    const char *where =
        *c->line.member ? arena_printf(c->s->statement, ", %s", c->line.member) : "";
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_addf(&sb, "Committed: %s of %s in %s%s, by %s",
                driver_text_of(c->s, c->type, c->value), c->line.measure,
                c->line.period, where, c->line.who);
    bool ok = run_say(c->s, arena_strdup(c->s->arena, sb.text));
    strbuf_release(&sb);
    return ok;
}

/* ---- what it will be held against ---- */

/* Not among the texts of a dimension, of which there may be too many to know. */
static const char *unknown_text(Commit *c, const AstExpr *equal, Suggest *near)
{
    const AstPath *path = &equal->as.compare.left->as.path;
    const char *owner = path->count > 1 ? path->item[path->count - 2].text : NULL;
    Type type;
    Value value;
    uint32_t code;
    if (!resolve_constant(&c->r, equal->as.compare.right, &type, &value) ||
        type.kind != VALUE_TEXT || value.empty)
        return NULL;
    const Intern *known = values_of(c->s, owner, path->item[path->count - 1].text);
    uint32_t n = known ? intern_count(known) : 0;
    if (n == 0 || n >= VALUES_MAX ||
        intern_find(known, value.as.text.text, value.as.text.len, &code))
        return NULL;
    const char *text = arena_printf(c->s->statement, "%.*s", (int)value.as.text.len,
                                    value.as.text.text);
    suggest_init(near, text);
    for (uint32_t i = 0; i < n; i++)
        suggest_offer(near, intern_text(known, i).text);
    return text;
}

static bool is_unknown_key(Commit *c, const AstExpr *equal)
{
    return entity_of(c, equal) && !label_of(c, equal);
}

/* No row has the values: one of them is a slip. */
static bool check_member(Commit *c)
{
    const AstClause *clause = clause_of(c, AST_CLAUSE_WHERE);
    const AstExpr *expr = clause->as.expr;
    bool chain = expr->kind == AST_EXPR_CHAIN;
    size_t n = chain ? expr->as.chain.terms.count : 0;
    for (size_t i = 0; i <= n; i++) {
        Suggest near;
        const AstExpr *equal = !chain   ? expr
                               : i == 0 ? expr->as.chain.first
                                        : expr->as.chain.terms.item[i - 1].operand;
        const char *text = unknown_text(c, equal, &near);
        if (!text && is_unknown_key(c, equal))
            return refuse(
                c, equal->span,
                arena_printf(c->s->statement, "there is no `%s` with the key %s",
                             recall_expr(c->s, equal->as.compare.left, NULL),
                             recall_expr(c->s, equal->as.compare.right, NULL)),
                NULL);
        if (!text)
            continue;
        return refuse(
            c, equal->span,
            arena_printf(c->s->statement, "nothing has the value \"%s\"", text),
            near.count
                ? arena_printf(c->s->statement, "did you mean \"%s\"?", near.found[0])
                : NULL);
    }
    return true;
}

static bool is_same(const Result *a, const Result *b)
{
    if (a->n_row != b->n_row || a->n_column != b->n_column)
        return false;
    for (size_t i = 0; i < a->n_column; i++) {
        for (uint32_t row = 0; row < a->n_row; row++) {
            if (!value_equal(a->column[i].type, result_value(a, i, row),
                             result_value(b, i, row)))
                return false;
        }
    }
    return true;
}

/* A commitment is judged over all rows: who sees some commits to what they see all of.
 */
static bool check_seen(Commit *c, const Result *seen)
{
    if (!c->s->executor.person)
        return true;
    Result *all = session_ask(c->s, "commit", c->line.question, ASK_OPENLY);
    bool same = all && is_same(seen, all);
    result_unref(all);
    if (all && !same)
        refuse(
            c, c->stmt->as.commit.question->items.item[0].span,
            arena_printf(c->s->statement,
                         "`%s` sees only a part of this `%s`, and it would be judged "
                         "by all of it",
                         c->line.entered_by, c->line.measure),
            "say whose it is, as in: where owner = \"Ann\"");
    return same;
}

static bool check_actual(Commit *c)
{
    Result *seen = session_ask(c->s, "commit", c->line.question, ASK_LABELS);
    if (!seen)
        return false;
    bool ok = check_seen(c, seen);
    if (ok && seen->n_row == 0 && clause_of(c, AST_CLAUSE_WHERE))
        ok = check_member(c);
    result_unref(seen);
    return ok;
}

static bool keep(Commit *c)
{
    const char *path = log_file(c->s);
    StrBuf sb;
    if (!path) {
        diag_error(&c->s->sink, DIAG_LOG, c->stmt->span,
                   "commitments are kept beside a store, and none is open");
        return false;
    }
    strbuf_init(&sb);
    calendar_print(&sb, c->unit, calendar_period_of(c->unit, c->line.starts_on));
    c->line.period = arena_strdup(c->s->statement, sb.text);
    strbuf_release(&sb);
    c->line.question = question_of(c);
    add_members(c);
    bool ok = !*c->line.question || check_actual(c);
    ok = ok && journal_add_forecasts(path, &c->line, 1, &c->s->sink);
    if (ok)
        system_changed(c->s);
    session_place_errors(c->s, c->stmt->span);
    return ok && say_committed(c);
}

bool commit_run(Session *s, const AstStmt *stmt)
{
    Commit c;
    bool ok = commit_begin(&c, s, stmt) && keep(&c);
    commit_end(&c);
    return ok;
}
