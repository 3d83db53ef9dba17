/* A forecast as what it is read from: a question whose keys are the period and the
   units and, of paths, what kind of line it is and which path; of deals, those of open
   deals; of a backtest, the lead and the units.
 */
#include "runtime/base/ascii.h"
#include "runtime/forecast/backtest_table.h"
#include "runtime/forecast/forecast_table.h"
#include "runtime/forecast/lever_table.h"
#include "runtime/forecast/paths_table.h"
#include "runtime/session/forecast_ask.h"

static ByItem key_of(const char *title, Type type, Span span)
{
    return (ByItem){.role = BY_DIM, .title = title, .type = type, .span = span};
}

static Item item_of(const char *title, Type type, Span span)
{
    return (Item){.role = ITEM_MEASURE, .title = title, .type = type, .span = span};
}

static void add_paths(Arena *arena, Question *q, Type value, bool has_levers)
{
    const char *title[PATHS_COLUMNS];
    ByItem *by = ARENA_ARRAY(arena, ByItem, q->n_by + 2);
    for (size_t i = 0; i < q->n_by; i++)
        by[i] = q->by[i];
    by[q->n_by++] = key_of("kind", (Type){.kind = VALUE_TEXT}, q->span);
    by[q->n_by++] =
        key_of("path", (Type){.kind = VALUE_NUMBER, .add = ADD_RATIO, .integer = true},
               q->span);
    q->by = by;
    q->n_item = paths_columns(has_levers, title);
    q->item = ARENA_ARRAY(arena, Item, q->n_item);
    for (size_t i = 0; i < q->n_item; i++)
        q->item[i] = item_of(title[i], value, q->span);
}

static void add_columns(Forecast *f, Question *q, Type value)
{
    const char *title[FORECAST_COLUMNS_MOST];
    Type type[FORECAST_COLUMNS_MOST];
    bool deals = forecast_is_from_deals(f);
    ForecastForm form = {
        .value = value, .has_what_if = forecast_has_what_if(f), .has_deals = deals};
    TargetName target;
    if (f->target[0]) {
        target = (TargetName){f->target[0]->item[0].title, f->target[0]->item[0].type};
        form.target = &target;
    }
    q->n_item = forecast_has_levers(f) ? lever_columns(value, form.target, title, type)
                                       : forecast_columns(&form, title, type);
    q->item = ARENA_ARRAY(f->r->arena, Item, q->n_item);
    for (size_t i = 0; i < q->n_item; i++)
        q->item[i] = item_of(title[i], type[i], q->span);
}

/* The lead stands in the place of the period. */
static void add_record(Forecast *f, Question *q, Type value)
{
    const char *title[BACKTEST_COLUMNS];
    Type type[BACKTEST_COLUMNS];
    ByItem *by = arena_memdup(f->r->arena, q->by, q->n_by * sizeof *by);
    backtest_columns(value, by[0].unit, title, type);
    by[0] = key_of(title[0], type[0], q->span);
    q->by = by;
    q->n_item = BACKTEST_COLUMNS - 1;
    q->item = ARENA_ARRAY(f->r->arena, Item, q->n_item);
    for (size_t i = 0; i < q->n_item; i++)
        q->item[i] = item_of(title[i + 1], type[i + 1], q->span);
}

/* A unit that is called as one of the columns is. */
static bool names_differ(Resolver *r, const Question *q)
{
    for (size_t i = 0; i < q->n_by; i++) {
        for (size_t k = i + 1; k < q->n_by + q->n_item; k++) {
            const char *other =
                k < q->n_by ? q->by[k].title : q->item[k - q->n_by].title;
            if (!ascii_same(q->by[i].title, other))
                continue;
            Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, q->by[i].span,
                                 "two columns are called `%s`", other);
            diag_help(r->sink, d, "give the unit another name: `... as name`");
            return false;
        }
    }
    return true;
}

static void add_past(const Forecast *f, Ahead *ahead)
{
    const Question *const asked[] = {f->whole,     f->parts,      f->target[0],
                                     f->target[1], f->deals.open, f->deals.won};
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(asked); i++) {
        if (asked[i])
            ahead->past[n++] = asked[i];
    }
}

Question *forecast_as_question(Forecast *f)
{
    Resolver *r = f->r;
    const Question *past = f->parts ? f->parts : f->whole;
    Question *q = f->by_deal ? pipeline_columns(r->arena, &f->deals)
                             : arena_memdup(r->arena, past, sizeof *past);
    Ahead *ahead = ARENA_NEW(r->arena, Ahead);
    Type value = past->item[0].type;
    bool has_levers = forecast_has_levers(f);
    *ahead = (Ahead){.of = past->item[0].title,
                     .adds_up = value.add == ADD_FLOW && !f->is_backtest,
                     .has_paths = f->n_path > 0,
                     .by_deal = f->by_deal,
                     .assumes = !f->is_backtest,
                     .lines = f->lines.list,
                     .ask = f};
    add_past(f, ahead);
    q->ahead = ahead;
    q->as_if = f->whole->as_if;
    if (f->is_backtest)
        add_record(f, q, value);
    else if (ahead->has_paths)
        add_paths(r->arena, q, value, has_levers);
    else if (!f->by_deal)
        add_columns(f, q, value);
    return names_differ(r, q) ? q : NULL;
}

/* What a forecast of each deal cannot be asked for. false: reported. */
static bool check_by_deal(Forecast *f)
{
    static const AstClauseKind others[] = {
        AST_CLAUSE_VERSUS, AST_CLAUSE_PATHS, AST_CLAUSE_WITH,  AST_CLAUSE_WHAT_IF,
        AST_CLAUSE_HAVING, AST_CLAUSE_SORT,  AST_CLAUSE_ALARM, AST_CLAUSE_WARN};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        const AstClause *clause = f->ast->clause[others[i]];
        if (clause)
            return forecast_refuse(f, clause->span,
                                   arena_printf(f->s->statement,
                                                "`%s` is not about what each deal may "
                                                "bring",
                                                ast_clause_text(others[i])),
                                   "ask it of the rows, behind `from (forecast ...)`");
    }
    return true;
}

/* By a unit of time and the deal. false: reported. */
static bool resolve_by_deal(Forecast *f)
{
    f->by_deal = true;
    if (!check_by_deal(f))
        return false;
    f->ast = pipeline_by_time(f->r->arena, f->ast);
    bool ok = forecast_find_ahead(f, AST_CLAUSE_NEXT) && forecast_find_past(f);
    f->want.judged = 0;
    return ok;
}

/* false: reported. */
static bool resolve_forecast(Forecast *f)
{
    const AstClause *keep = f->ast->clause[AST_CLAUSE_KEEP];
    if (keep)
        return forecast_refuse(f, keep->span, "only a forecast that is printed is kept",
                               NULL);
    if (!forecast_find_method(f))
        return false;
    return forecast_is_from_deals(f) && pipeline_is_by_deal(f->ast)
               ? resolve_by_deal(f)
               : forecast_resolve(f);
}

Question *forecast_question(Resolver *r, const AstStmt *stmt)
{
    Session *s = r->catalog->self;
    const AstQuestion *ast = stmt->as.question;
    Forecast *f = ARENA_NEW(r->arena, Forecast);
    *f = (Forecast){.s = s, .ast = ast, .r = r, .want.stop = s->options.stop};
    f->with_keys = f->is_source = true;
    bool ok =
        stmt->kind == AST_STMT_BACKTEST ? backtest_resolve(f) : resolve_forecast(f);
    return ok ? forecast_as_question(f) : NULL;
}

Result *forecast_rows(void *self, const Question *question, bool with_keys)
{
    Session *s = self;
    Forecast f = *(const Forecast *)question->ahead->ask;
    f.exprs = expr_table_new(s->statement, s->model.exprs);
    f.own = session_resolver(s, s->statement, f.exprs);
    f.r = &f.own; /* the one that it was resolved by may be gone */
    f.with_keys = with_keys;
    Result *answer = forecast_answer_lines(&f, forecast_answer(&f));
    forecast_end(&f);
    return answer;
}
