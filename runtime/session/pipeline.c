/* The questions behind `using pipeline(...)`. */
#include "runtime/session/pipeline.h"
#include "runtime/base/ascii.h"
#include "runtime/forecast/deal_list.h"

#include <string.h>

/* Behind the stage stand the segment and the day on which a deal came, in any order. */
enum { ARG_OPEN, ARG_DEAL, ARG_STAGE, ARG_BEHIND, ARG_MOST = 5 };

static const AstExprs *args_of(const AstQuestion *ast)
{
    return &ast->clause[AST_CLAUSE_USING]->as.method.arg;
}

static bool refuse(Session *s, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(&s->sink, DIAG_FORECAST, span, "%s", what);
    if (help)
        diag_help(&s->sink, d, "%s", help);
    return false;
}

/* `by U`, and behind it the deal, what is said of it and its unit; came: the place of
   the day among them, 0: it is not told apart. Of what was won neither stage nor day.
 */
static const AstClause *by_deals(Arena *arena, const AstQuestion *ast, bool open,
                                 uint32_t came)
{
    const AstExprs *args = args_of(ast);
    AstClause *by = arena_memdup(arena, ast->clause[AST_CLAUSE_BY], sizeof *by);
    AstByItem *item = ARENA_ARRAY(arena, AstByItem, ARG_MOST + 1);
    uint32_t n = 0;
    item[n++] = by->as.by.item[0];
    for (uint32_t i = ARG_DEAL; i < args->count; i++) {
        if (open || (i != ARG_STAGE && i != came))
            item[n++] =
                (AstByItem){.what.value = args->item[i], .span = args->item[i]->span};
    }
    if (by->as.by.count > 1)
        item[n++] = by->as.by.item[1];
    by->as.by = (AstByItems){.item = item, .count = n};
    return by;
}

/* The question as it is written, of other items by other keys; only lines with rows. */
static AstQuestion *ask_of(Arena *arena, const AstQuestion *ast, bool open,
                           uint32_t came, const AstClause *what_if)
{
    static const AstClauseKind kept[] = {AST_CLAUSE_FOR, AST_CLAUSE_WHERE,
                                         AST_CLAUSE_FROM};
    AstQuestion *asked = ARENA_NEW(arena, AstQuestion);
    *asked = (AstQuestion){.items = ast->items, .depth = ast->depth, .span = ast->span};
    for (size_t i = 0; i < COUNT_OF(kept); i++)
        asked->clause[kept[i]] = ast->clause[kept[i]];
    AstClause *sparse = ARENA_NEW(arena, AstClause);
    *sparse = (AstClause){.kind = AST_CLAUSE_SPARSE, .span = ast->span};
    asked->clause[AST_CLAUSE_SPARSE] = sparse;
    asked->clause[AST_CLAUSE_WHAT_IF] = what_if;
    asked->clause[AST_CLAUSE_BY] = by_deals(arena, ast, open, came);
    if (!open)
        return asked;
    AstItem *item = ARENA_NEW(arena, AstItem);
    *item = (AstItem){.value = args_of(ast)->item[ARG_OPEN],
                      .span = args_of(ast)->item[ARG_OPEN]->span};
    asked->items = (AstItems){.item = item, .count = 1};
    asked->clause[AST_CLAUSE_FROM] = NULL;
    return asked;
}

AstQuestion *pipeline_by_time(Arena *arena, const AstQuestion *ast)
{
    AstQuestion *alone = arena_memdup(arena, ast, sizeof *ast);
    AstClause *by = arena_memdup(arena, ast->clause[AST_CLAUSE_BY], sizeof *by);
    by->as.by.count = 1;
    alone->clause[AST_CLAUSE_BY] = by;
    return alone;
}

static bool check_open(Session *s, const AstQuestion *ast, const Question *q)
{
    Span span = args_of(ast)->item[ARG_OPEN]->span;
    if ((q->n_item != 1 && !q->item[0].as_it_is) || q->item[0].role != ITEM_MEASURE ||
        q->item[0].type.kind != VALUE_NUMBER || q->item[0].type.add != ADD_STOCK)
        return refuse(s, span,
                      "a pipeline begins with a stock: what the open deals are worth",
                      "as in: using pipeline(open_value, deal, stage)");
    for (size_t i = 1; i < args_of(ast)->count; i++) {
        if (i >= q->n_by || q->by[i].role == BY_TIME)
            return refuse(s, args_of(ast)->item[ARG_DEAL]->span,
                          "deal, stage and segment are dimensions, each another one",
                          NULL);
    }
    return true;
}

/* Which arguments behind the stage are what; by their places in the answer. false:
   reported, two are one. */
static bool find_columns(Session *s, const AstQuestion *ast, const Question *q,
                         DealColumns *columns)
{
    *columns = (DealColumns){0};
    for (uint32_t i = ARG_BEHIND; i < args_of(ast)->count; i++) {
        bool is_day = q->by[i].type.kind == VALUE_DATE;
        size_t *column = is_day ? &columns->came : &columns->segment;
        if (*column)
            return refuse(s, args_of(ast)->item[i]->span,
                          "behind the stage stand one segment and the day on which a "
                          "deal came",
                          NULL);
        *column = i;
    }
    return true;
}

/* The unit is the segment: what is known of the deals of a unit is shrunk to what is
   known of all. */
static bool check_units(Session *s, const AstQuestion *ast, const Question *past)
{
    const AstClause *from = ast->clause[AST_CLAUSE_FROM];
    if (past->n_by > 2)
        return refuse(s, ast->clause[AST_CLAUSE_BY]->span,
                      "a forecast from a pipeline is by time and at most one unit",
                      "as in: forecast won_value by month, region next 6 using ...");
    return !from ||
           refuse(s, from->span, "`from` is not known of the units of a pipeline",
                  "ask it by time alone, of one unit with `where`");
}

/* Its column, behind the others. */
static bool find_unit(Session *s, const AstQuestion *ast, const Question *open,
                      DealColumns *columns)
{
    size_t at = args_of(ast)->count;
    Span span = ast->clause[AST_CLAUSE_BY]->span;
    if (columns->segment)
        return refuse(s, args_of(ast)->item[columns->segment]->span,
                      "units are the segments of their pipeline: it has no others",
                      NULL);
    if (open->n_by <= at)
        return refuse(s, span,
                      "units of a pipeline are told apart by something else "
                      "than the deal, its stage and its day",
                      "what each deal may bring is a source: from (forecast ... by "
                      "month, deal next 6 using pipeline(...))");
    columns->segment = at;
    return true;
}

/* Of a deal there are keys, for two may have one label; its unit is printed. */
static void keep_keys(Question *q, size_t unit)
{
    for (size_t i = 0; i < q->n_by; i++)
        q->by[i].is_bare = i != unit;
}

AstQuestion *pipeline_with_open(Arena *arena, const AstQuestion *past,
                                const AstQuestion *ast)
{
    AstQuestion *both = arena_memdup(arena, past, sizeof *past);
    AstItem *item = ARENA_ARRAY(arena, AstItem, 2);
    item[0] = past->items.item[0];
    item[1] = (AstItem){.value = args_of(ast)->item[ARG_OPEN],
                        .span = args_of(ast)->item[ARG_OPEN]->span};
    both->items = (AstItems){.item = item, .count = 2};
    return both;
}

static bool has_rows(const Expr *value)
{
    bool found = value->kind == EXPR_LEAF;
    for (uint32_t i = 0; i < value->n_arg && !found; i++)
        found = has_rows(value->arg[i]);
    return found;
}

/* NULL: reported; what is put at another value stays a measure. */
static Question *resolve(Session *s, Resolver *r, const DealQuestions *deals,
                         const AstQuestion *ast)
{
    Question *q =
        deals->is_source ? resolve_question(r, ast) : session_resolve(s, r, ast);
    if (!q || !q->n_item || !q->n_put ||
        has_rows(q->item[q->item[0].as_it_is ? 1 : 0].value))
        return q;
    Diag *d = diag_error(&s->sink, DIAG_WHAT_IF, q->put[0]->span,
                         "nothing would be left of the deals: this is no measure");
    diag_help(&s->sink, d,
              "say it of what is: as in `revenue = revenue * 0 + 100 EUR`");
    return NULL;
}

/* The i-th question, which is about another world where something is put in it. */
static void find_worlds(Session *s, Resolver *r, DealQuestions *q, size_t i)
{
    const Question *asked = i ? q->won : q->open;
    const AstAssigns *run = q->is_source || !s->what_if.count ? NULL : &s->what_if;
    const struct Frame *around = r->assumed;
    Question *other = NULL;
    if (asked->item[0].as_it_is) {
        other = resolve_as_if(r, q->ast[i], run);
        q->world[DEALS_AS_IF][i] = other;
    } else if (around && asked->n_put) {
        r->assumed = NULL;
        other = resolve_question(r, q->ast[i]);
        r->assumed = around;
        q->world[DEALS_AS_IT_IS][i] = other;
    }
    if (other)
        keep_keys(other, i ? 2 : q->columns.segment);
}

/* The question about what was won, behind that about open deals. */
static bool resolve_won(Session *s, Resolver *r, const AstQuestion *ast,
                        DealQuestions *q)
{
    q->ast[1] = ask_of(r->arena, ast, false, (uint32_t)q->columns.came, q->what_if);
    Question *won = resolve(s, r, q, q->ast[1]);
    q->won = won;
    if (!won)
        return false;
    keep_keys(won, 2);
    find_worlds(s, r, q, 0);
    find_worlds(s, r, q, 1);
    return true;
}

bool pipeline_resolve(Session *s, Resolver *r, const AstQuestion *ast,
                      const Question *past, DealQuestions *q)
{
    const AstClause *using = ast->clause[AST_CLAUSE_USING];
    if (using->as.method.arg.count < ARG_BEHIND ||
        using->as.method.arg.count > ARG_MOST)
        return refuse(s, using->span,
                      "a pipeline names what open deals are worth, the deal, its stage "
                      "and, if wanted, a segment and the day on which it came",
                      "as in: using pipeline(open_value, deal, stage)");
    if (past->item[0].type.add != ADD_FLOW)
        return refuse(s, past->item[0].span,
                      "what a pipeline brings is a flow, as the value of won deals",
                      NULL);
    bool units = past->n_by > 1;
    if (units && !check_units(s, ast, past))
        return false;
    q->ast[0] = ask_of(r->arena, ast, true, 0, q->what_if);
    Question *open = resolve(s, r, q, q->ast[0]);
    q->open = open;
    q->has_units = units;
    if (!q->open || !check_open(s, ast, q->open) ||
        !find_columns(s, ast, q->open, &q->columns) ||
        (units && !find_unit(s, ast, q->open, &q->columns)))
        return false;
    keep_keys(open, q->columns.segment);
    return resolve_won(s, r, ast, q);
}

size_t pipeline_segment(const DealRows *rows, const Result *parts, uint32_t row)
{
    size_t i = 0;
    StrBuf sb;
    strbuf_init(&sb);
    value_print(&sb, parts->column[1].type, result_value(parts, 1, row));
    while (i < rows->log.n_segment && strcmp(rows->segment[i], sb.text) != 0)
        i++;
    strbuf_release(&sb);
    return i;
}

/* NULL: reported. */
static Result *ask_deals(Session *s, const DealQuestions *q, const Question *ask,
                         bool with_keys)
{
    return q->has_units && !with_keys ? execute_question(&s->executor, ask)
                                      : execute_keys(&s->executor, ask);
}

Result pipeline_view(Arena *arena, const Question *q, const Result *r, ItemAsk item)
{
    size_t n_key = r->n_column - q->n_item, at = 0;
    for (size_t i = 0; i < item.at; i++)
        at += q->item[at].as_it_is ? 3 : 1;
    at += item.as_if && q->item[at].as_it_is;
    Result view = *r;
    view.n_column = n_key + 1;
    view.column = ARENA_ARRAY(arena, ResultColumn, n_key + 1);
    for (size_t i = 0; i < n_key; i++)
        view.column[i] = r->column[i];
    view.column[n_key] = r->column[n_key + at];
    return view;
}

/* The same of some days alone, where there are any. */
static Result *ask_now(Session *s, const DealQuestions *q, const Question *ask,
                       DealsAsk at)
{
    Question now = *ask;
    now.has_for = true;
    now.shown = at.now;
    return ask_deals(s, q, &now, at.with_keys);
}

/* One of the two questions, in the world that is read. */
static const Question *question_of(const DealQuestions *q, DealsAsk ask, size_t i)
{
    const Question *other = q->world[ask.world][i];
    return other ? other : i ? q->won : q->open;
}

/* Of an answer that is there, the item that is read. */
static const Result *view_of(Arena *arena, const Question *q, const Result *r,
                             DealsAsk ask)
{
    Result view;
    if (!r)
        return NULL;
    view = pipeline_view(arena, q, r, (ItemAsk){0, ask.world == DEALS_AS_IF});
    return arena_memdup(arena, &view, sizeof view);
}

bool pipeline_has_as_it_is(const DealQuestions *q)
{
    return q->world[DEALS_AS_IT_IS][0] || q->world[DEALS_AS_IT_IS][1];
}

bool pipeline_read(Session *s, Arena *arena, const DealQuestions *q, DealsAsk ask,
                   DealAnswers *answers)
{
    bool now = ask.now.lo < ask.now.hi;
    const Question *of_open = question_of(q, ask, 0), *of_won = question_of(q, ask, 1);
    Result *open = ask_deals(s, q, of_open, ask.with_keys), *open_now = NULL;
    Result *won = open ? ask_deals(s, q, of_won, ask.with_keys) : NULL, *won_now = NULL;
    if (won && now)
        open_now = ask_now(s, q, of_open, ask);
    if (open_now)
        won_now = ask_now(s, q, of_won, ask);
    bool ok = won && (!now || won_now);
    if (ok) {
        bool known = open_now && open_now->n_row;
        DealRead read = {
            view_of(arena, of_open, open, ask),
            view_of(arena, of_won, won, ask),
            q->columns,
            ask.last,
            known ? view_of(arena, of_open, open_now, ask) : NULL,
            known ? view_of(arena, of_won, won_now, ask) : NULL,
        };
        deal_read(arena, &read, &answers->rows);
        answers->open = open;
        answers->open_now = open_now;
    } else {
        result_unref(open);
        result_unref(open_now);
    }
    result_unref(won);
    result_unref(won_now);
    return ok;
}

static bool same_path(const AstExpr *a, const AstExpr *b)
{
    bool same = a->kind == AST_EXPR_PATH && b->kind == AST_EXPR_PATH &&
                a->as.path.count == b->as.path.count;
    for (uint32_t i = 0; same && i < a->as.path.count; i++)
        same = ascii_same(a->as.path.item[i].text, b->as.path.item[i].text);
    return same;
}

bool pipeline_is_by_deal(const AstQuestion *ast)
{
    const AstByItems *by = &ast->clause[AST_CLAUSE_BY]->as.by;
    return by->count == 2 && args_of(ast)->count > ARG_DEAL &&
           same_path(by->item[1].what.value, args_of(ast)->item[ARG_DEAL]);
}

Question *pipeline_columns(Arena *arena, const DealQuestions *q)
{
    Question *like = arena_memdup(arena, q->open, sizeof *like);
    Item *item = ARENA_ARRAY(arena, Item, DEAL_LIST_COLUMNS);
    for (size_t i = 0; i < DEAL_LIST_COLUMNS; i++) {
        const Item *like_it = i <= DEAL_LIST_WEIGHTED ? q->open->item : q->won->item;
        item[i] = q->won->item[0]; /* a flow, as each of them is */
        item[i].title = deal_list_title(i);
        item[i].type = deal_list_type(i, like_it->type);
    }
    like->item = item;
    like->n_item = DEAL_LIST_COLUMNS;
    return like;
}
