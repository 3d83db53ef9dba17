/* `why M versus X`: one plain question by what is asked, whose answer is split; or
   where nothing is asked one by each dimension of M, of which execution takes one. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/scope.h"
#include "runtime/resolve/what_if.h"

enum { SHOWN_DEFAULT = 10, PARTS_MAX = 64 };

static bool refuse(Resolver *r, Span span, const char *why, const char *help)
{
    Diag *d = diag_error(r->sink, DIAG_WHY, span, "%s", why);
    diag_help(r->sink, d, "%s", help);
    return false;
}

/* --- items of a part --- */

static bool check_kinds(Resolver *r, const WhyValues *values, Span span)
{
    const Expr *now = values->now, *before = values->before;
    if (now->type.kind != VALUE_NUMBER)
        return refuse(r, values->span, "what is no number has no change",
                      "name a measure that is a number");
    if (types_compare(now->type, before->type))
        return true;
    diag_error(r->sink, DIAG_VERSUS, span, "`%s` is %s, `%s` is %s",
               values->why->before, type_text(r->arena, before->type),
               values->why->title, type_text(r->arena, now->type));
    return false;
}

/* A period is compared with another one as a whole, not part by part: a day may stand
   against one that others stand against, too, and stocks do not add up over time. */
static bool check_keys(const QuestionBuilder *qb)
{
    Resolver *r = qb->r;
    for (size_t i = 0; i < qb->q->n_by; i++) {
        if (qb->q->by[i].role == BY_TIME)
            return refuse(r, qb->q->by[i].span, "times are no reasons of a change",
                          "compare them: `show ... by month versus previous year`");
    }
    if (!qb->n_attribute)
        return true;
    resolve_not_yet(r, qb->attribute[0].ast->span, "an attribute beside its entity");
    return false;
}

bool why_items(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast)
{
    enum { ITEMS_MAX = 16 };
    Resolver *r = qb->r;
    Question *q = qb->q;
    const AstItem *item = &ast->items.item[0];
    const AstVersus *versus = &ast->clause[AST_CLAUSE_VERSUS]->as.versus.item[0];
    q->item = ARENA_ARRAY(r->arena, Item, ITEMS_MAX + CLAUSE_HIDDEN_MAX);
    qb->item = ARENA_ARRAY(r->arena, const AstExpr *, ITEMS_MAX + CLAUSE_HIDDEN_MAX);
    qb->cap_item = ITEMS_MAX + CLAUSE_HIDDEN_MAX;
    if (!check_keys(qb) || !versus_check(qb, ast))
        return false;
    Why *why = ARENA_NEW(r->arena, Why);
    WhyValues values = {.why = why, .span = item->value->span};
    values.key = q->n_by == 1 ? qb->key[0] : NULL;
    const AstExpr *other = versus_other(r, versus, item->value);
    values.now = value_expr(scope, item->value);
    if (values.now && !q->n_leaf)
        return refuse(r, values.span, "what is made of no rows does not change",
                      "name a measure, which `what if` makes of others");
    values.before = values.now ? value_expr(scope, other) : NULL;
    if (!values.before)
        return false;
    const char *name = versus_name(qb, versus);
    bool shift = versus_is_shift(question_dereference(r, versus->value));
    why->title = question_title(r, q->from, &item->alias, item->value);
    why->before = shift ? arena_printf(r->arena, "%s %s", why->title, name) : name;
    why->type = values.now->type;
    q->why = why;
    q->with = q->n_by ? WITH_TOTAL : 0; /* whether there is a change at all */
    return check_kinds(r, &values, versus->span) &&
           question_relabel(r, &item->alias, &why->type) &&
           why_split(qb, scope, values);
}

/* --- what is asked --- */

static bool check_clauses(Resolver *r, const AstQuestion *ast)
{
    static const struct {
        AstClauseKind kind;
        const char *name;
    } not_taken[] = {
        {AST_CLAUSE_ACROSS, "across"}, {AST_CLAUSE_HAVING, "having"},
        {AST_CLAUSE_SORT, "sort"},     {AST_CLAUSE_WITH, "with"},
        {AST_CLAUSE_SPARSE, "sparse"}, {AST_CLAUSE_BOTTOM, "bottom"},
        {AST_CLAUSE_ALARM, "alarm"},   {AST_CLAUSE_WARN, "warn"},
    };
    for (size_t i = 0; i < COUNT_OF(not_taken); i++) {
        const AstClause *clause = ast->clause[not_taken[i].kind];
        if (clause)
            return refuse(
                r, clause->span,
                arena_printf(r->arena, "`why` does not take `%s`", not_taken[i].name),
                "its lines are the largest parts of the change, the others "
                "and the total; read on: `show ... from (why ...)`");
    }
    const AstClause *top = ast->clause[AST_CLAUSE_TOP];
    if (top && (top->as.top.per.count || top->as.top.by))
        return refuse(r, top->span, "`why` has the largest parts first",
                      "say how many: `top 5`");
    return true;
}

static bool check_asked(Resolver *r, const AstQuestion *ast)
{
    const AstClause *versus = ast->clause[AST_CLAUSE_VERSUS];
    if (ast->items.count > 1)
        return refuse(r, ast->items.item[1].value->span,
                      "`why` splits the change of one measure",
                      "write a `why` for each");
    if (!versus)
        return refuse(r, ast->items.item[0].value->span,
                      "it is not said what to compare with",
                      "add it: `versus previous quarter`");
    if (versus->as.versus.count > 1)
        return refuse(r, versus->as.versus.item[1].span, "`why` splits one change",
                      "write a `why` for each comparison");
    return check_clauses(r, ast);
}

/* Without `for` it is about the unit of the comparison that today lies in. */
static void add_period(Resolver *r, AstQuestion *part)
{
    const AstVersus *versus = &part->clause[AST_CLAUSE_VERSUS]->as.versus.item[0];
    const AstExpr *to = question_dereference(r, versus->value);
    if (part->clause[AST_CLAUSE_FOR] || !versus_is_shift(to) ||
        to->as.relative.kind == AST_RELATIVE_PREVIOUS_PERIOD)
        return;
    AstExpr *period = ARENA_NEW(r->arena, AstExpr);
    AstClause *clause = ARENA_NEW(r->arena, AstClause);
    period->kind = AST_EXPR_RELATIVE;
    period->span = to->span;
    period->as.relative.kind = AST_RELATIVE_THIS;
    period->as.relative.has_unit = true;
    period->as.relative.n.count = 1;
    period->as.relative.unit = to->as.relative.unit;
    clause->kind = AST_CLAUSE_FOR;
    clause->span = to->span;
    clause->as.expr = period;
    part->clause[AST_CLAUSE_FOR] = clause;
}

/* --- the dimensions to choose from --- */

typedef struct {
    Resolver *r;
    const AstQuestion *ast; /* without `by` */
    const Question **part;
    size_t n_part;
    const char *foot; /* of each part; NULL: none */
} Choice;

/* by NAME */
static AstQuestion by_dimension(const Choice *c, const char *name)
{
    Arena *arena = c->r->arena;
    Span span = c->ast->items.item[0].value->span;
    AstName *word = ARENA_NEW(arena, AstName);
    AstExpr *key = ARENA_NEW(arena, AstExpr);
    AstByItem *item = ARENA_NEW(arena, AstByItem);
    AstClause *by = ARENA_NEW(arena, AstClause);
    *word = (AstName){.text = name, .span = span, .quoted = true};
    key->kind = AST_EXPR_PATH;
    key->span = span;
    key->as.path = (AstPath){.item = word, .count = 1, .cap = 1, .span = span};
    *item = (AstByItem){.what.value = key, .span = span};
    by->kind = AST_CLAUSE_BY;
    by->span = span;
    by->as.by = (AstByItems){.item = item, .count = 1, .cap = 1};
    AstQuestion part = *c->ast;
    part.clause[AST_CLAUSE_BY] = by;
    return part;
}

/* A time is no reason, nor is the row itself. */
static bool is_reason(const Question *part)
{
    ValueKind kind = part->by[0].type.kind;
    bool reason = kind == VALUE_TEXT || kind == VALUE_BOOLEAN || kind == VALUE_NUMBER;
    for (size_t i = 0; i < part->n_leaf && reason; i++)
        reason = !part->leaf[i]->source || !part->by[0].dim ||
                 part->leaf[i]->source->entity != part->by[0].dim;
    return reason && part->keys.n_binding;
}

static void offer(Choice *c, const char *name)
{
    if (c->n_part == PARTS_MAX)
        return;
    AstQuestion ast = by_dimension(c, name);
    DiagHush hush = diag_hush(c->r->sink);
    Question *part = question_under(c->r, &ast, NULL);
    diag_unhush(c->r->sink, hush);
    if (!part || part->n_by != 1 || part->why->kind == WHY_RATE || !is_reason(part))
        return;
    for (size_t i = 0; i < c->n_part; i++) {
        if (c->part[i]->keys.binding[0].value[0] == part->keys.binding[0].value[0])
            return;
    }
    part->foot = c->foot;
    c->part[c->n_part++] = part;
}

/* Where members of some entity are told apart by price and volume, only such are
   asked. */
static void keep_priced(Choice *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_part; i++) {
        if (c->part[i]->why->kind == WHY_PRICE)
            c->part[n++] = c->part[i];
    }
    c->n_part = n ? n : c->n_part;
}

static bool choose_dimension(Choice *c)
{
    const Model *model = c->r->model;
    c->part = ARENA_ARRAY(c->r->arena, const Question *, PARTS_MAX);
    for (size_t i = 0; i < model->n_dim; i++)
        offer(c, model->dim[i]->name);
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *source = model->source[i];
        for (size_t k = 0; k < source->n_dim; k++)
            offer(c, source->dim[k]->name);
        if (source->entity)
            offer(c, source->entity->name);
    }
    keep_priced(c);
    return c->n_part || refuse(c->r, c->ast->items.item[0].value->span,
                               "no dimension of the model tells parts of this apart",
                               "declare one, or say what to split by: `by region`");
}

/* --- what if --- */

static bool is_put(const Question *q, const AstExpr *value)
{
    for (size_t i = 0; i < q->n_put; i++) {
        if (q->put[i] == value)
            return true;
    }
    return false;
}

/* Asks about M[what if m = e] instead: both values are those that would be. */
static void assume(Resolver *r, AstQuestion *ast, const WhatIfs *all)
{
    AstItem *item = arena_memdup(r->arena, ast->items.item, sizeof *item);
    if (!item->alias.name.text) {
        const char *title = question_title(r, NULL, &item->alias, item->value);
        item->alias.name =
            (AstName){.text = arena_printf(r->arena, "%s what if", title),
                      .span = item->value->span,
                      .quoted = true};
    }
    item->value = what_if_bracketed(r, item->value, all);
    for (size_t i = 0; i < all->n; i++)
        item->value->as.bracket.items.item[i].makes_rows = true;
    ast->items.item = item;
    ast->clause[AST_CLAUSE_WHAT_IF] = NULL;
}

/* --- the answer's columns --- */

static void add_item(Question *q, const char *title, Type type)
{
    static const Expr nothing = {.kind = EXPR_CONST, .as.value.empty = true};
    Item *item = &q->item[q->n_item++];
    item->title = title;
    item->value = &nothing;
    item->type = type;
    item->span = q->span;
}

/* The measure keeps its name where it is that of a reason. */
static const char *reason_title(Resolver *r, const Why *why, const char *reason)
{
    bool taken = ascii_same(reason, why->title) || ascii_same(reason, why->before);
    return taken ? arena_printf(r->arena, "%s part", reason) : reason;
}

static void add_items(Resolver *r, Question *q, const Why *why)
{
    Type type = why->type;
    q->item = ARENA_ARRAY(r->arena, Item, why->n_reason + 4);
    add_item(q, why->title, type);
    add_item(q, why->before, type);
    if (type.add != ADD_STOCK)
        type.add = ADD_FLOW;
    for (size_t i = 0; i < why->n_reason; i++)
        add_item(q, reason_title(r, why, why->reason[i]), type);
    add_item(q, reason_title(r, why, "contribution"), type);
    add_item(q, reason_title(r, why, "share"),
             (Type){.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT, .quotient = true});
}

/* Both values may have one name. */
static bool check_titles(Resolver *r, const Question *q, Span span)
{
    for (size_t i = 0; i < q->n_item; i++) {
        for (size_t k = i + 1; k < q->n_item; k++) {
            if (!ascii_same(q->item[i].title, q->item[k].title))
                continue;
            Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, span,
                                 "two columns are called `%s`", q->item[i].title);
            diag_help(r->sink, d, "give one another name: `... as name`");
            return false;
        }
    }
    return true;
}

static void add_keys(Resolver *r, Question *q, const Question *part, bool chooses)
{
    static const char *const title[] = {"dimension", "member"};
    q->n_by = chooses ? 2 : part->n_by;
    q->by = part->by;
    q->keys = part->keys;
    if (!chooses)
        return;
    q->by = ARENA_ARRAY(r->arena, ByItem, 2);
    q->keys = (KeyList){.n_key = 2, .type = ARENA_ARRAY(r->arena, Type, 2)};
    for (size_t i = 0; i < 2; i++) {
        q->by[i].title = title[i];
        q->by[i].type.kind = VALUE_TEXT;
        q->by[i].span = part->span;
        q->keys.type[i] = q->by[i].type;
    }
}

Question *why_resolve(Resolver *r, const AstQuestion *ast, const AstAssigns *run)
{
    if (!check_asked(r, ast))
        return NULL;
    AstQuestion plain = *ast;
    WhatIfs *all = what_if_all(r, ast, run);
    plain.clause[AST_CLAUSE_CHART] = NULL;
    add_period(r, &plain);
    if (all)
        assume(r, &plain, all);
    Question *first = question_under(r, &plain, NULL);
    if (!first)
        return NULL;
    for (size_t i = 0; all && i < all->n; i++)
        all->item[i].used = is_put(first, all->item[i].ast.value);
    if (all)
        all->made = what_if_made(first);
    first->foot = all ? what_if_foot(r, all) : NULL;
    Why *why = arena_memdup(r->arena, first->why, sizeof *why);
    why->has_for = ast->clause[AST_CLAUSE_FOR] != NULL;
    why->has_top = first->top.present;
    why->n_top = first->top.present ? first->top.n : SHOWN_DEFAULT;
    first->top.present = false;
    Choice choice = {.r = r, .ast = &plain, .n_part = 1, .foot = first->foot};
    choice.part = ARENA_ARRAY(r->arena, const Question *, 1);
    choice.part[0] = first;
    why->chooses = !first->n_by && why->kind == WHY_SUM;
    plain.clause[AST_CLAUSE_TOP] = NULL;
    if (why->chooses) {
        choice.n_part = 0;
        if (!choose_dimension(&choice))
            return NULL;
        why->kind = choice.part[0]->why->kind;
    }
    why->part = choice.part;
    why->n_part = choice.n_part;
    if (why->kind != WHY_MOVES)
        why->reason = why_reasons(why->kind, &why->n_reason);
    Question *q = ARENA_NEW(r->arena, Question);
    q->span = ast->span;
    q->why = why;
    q->as_if = all && all->made;
    q->has_for = first->has_for;
    q->shown = first->shown;
    q->shown_year = first->shown_year;
    add_keys(r, q, why->part[0], why->chooses);
    add_items(r, q, why);
    q->item[0].span = ast->items.item[0].span;
    QuestionBuilder qb = {.r = r, .q = q};
    return check_titles(r, q, ast->items.item[0].span) && clause_chart(&qb, ast) ? q
                                                                                 : NULL;
}
