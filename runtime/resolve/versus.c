/* `versus`: behind each measure the value that it is compared with, the change and the
   change in percent. The columns are written as syntax, `M[previous year]` and
   arithmetic over titles, and resolved like what a person writes. The percentage of a
   base that is zero, empty or negative is empty: its sign would say nothing. */
#include "runtime/resolve/clauses.h"

/* One comparison of one item. */
typedef struct {
    QuestionBuilder *qb;
    const ValueScope *scope;
    const AstVersus *versus;
    const AstExpr *to;   /* what is compared with */
    const char *name;    /* of the comparison */
    bool is_one;         /* there is no other comparison */
    const char *base;    /* title of the item */
    const char *other;   /* title of its other value */
    const char *change;  /* title of the difference */
    uint32_t at, beside; /* the item and its other value */
} Compared;

size_t versus_columns(const AstQuestion *ast)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_VERSUS];
    return clause ? 3 * (size_t)clause->as.versus.count : 0;
}

bool versus_is_shift(const AstExpr *to)
{
    return to->kind == AST_EXPR_RELATIVE &&
           (to->as.relative.kind == AST_RELATIVE_PREVIOUS ||
            to->as.relative.kind == AST_RELATIVE_PREVIOUS_PERIOD ||
            to->as.relative.kind == AST_RELATIVE_NEXT);
}

static bool refuse(Resolver *r, Span span, const char *why, const char *help)
{
    Diag *d = diag_error(r->sink, DIAG_VERSUS, span, "%s", why);
    diag_help(r->sink, d, "%s", help);
    return false;
}

static bool check_one(Resolver *r, const AstVersus *versus)
{
    const AstExpr *to = question_dereference(r, versus->value);
    bool shift = versus_is_shift(to);
    if (!shift && (to->kind == AST_EXPR_RELATIVE || to->kind == AST_EXPR_PERIOD ||
                   to->kind == AST_EXPR_RANGE || to->kind == AST_EXPR_NUMBER ||
                   to->kind == AST_EXPR_CALENDAR_PERIOD))
        return refuse(r, versus->span, "`versus` compares with a shift in time",
                      "write `versus previous year`, or a measure");
    if (versus->on_working && (!shift || to->as.relative.full))
        return refuse(r, versus->span,
                      "working days say where an unfinished period is cut; nothing is "
                      "cut here",
                      "leave out `on working days`");
    return true;
}

static bool has_measure(const QuestionBuilder *qb, const AstQuestion *ast)
{
    for (uint32_t i = 0; i < ast->items.count; i++) {
        if (!question_item_is_dimension(qb, ast, i))
            return true;
    }
    return false;
}

bool versus_check(const QuestionBuilder *qb, const AstQuestion *ast)
{
    Resolver *r = qb->r;
    const AstClause *clause = ast->clause[AST_CLAUSE_VERSUS];
    if (!clause)
        return true;
    if (ast->clause[AST_CLAUSE_ACROSS])
        return refuse(r, clause->span, "`versus` does not go with `across`",
                      "write the dimension behind `by`");
    if (!has_measure(qb, ast))
        return refuse(r, clause->span, "there is no measure to compare",
                      "put a measure behind `show`");
    bool ok = true;
    for (uint32_t i = 0; i < clause->as.versus.count; i++)
        ok &= check_one(r, &clause->as.versus.item[i]);
    return ok;
}

static AstExpr *new_expr(const Compared *c, AstExprKind kind)
{
    AstExpr *ast = ARENA_NEW(c->qb->r->arena, AstExpr);
    ast->kind = kind;
    ast->span = c->versus->span;
    return ast;
}

static AstExpr *name_expr(const Compared *c, const char *text, bool quoted)
{
    AstExpr *ast = new_expr(c, AST_EXPR_PATH);
    AstName *name = ARENA_NEW(c->qb->r->arena, AstName);
    *name = (AstName){.text = text, .span = ast->span, .quoted = quoted};
    ast->as.path = (AstPath){.item = name, .count = 1, .cap = 1, .span = ast->span};
    return ast;
}

static AstExpr *title_expr(const Compared *c, const char *title)
{
    return name_expr(c, title, true);
}

static AstExpr *binary(const Compared *c, AstOp op, const char *a, const char *b)
{
    AstExpr *ast = new_expr(c, AST_EXPR_CHAIN);
    AstTerm *term = ARENA_NEW(c->qb->r->arena, AstTerm);
    *term = (AstTerm){.op = op, .op_span = ast->span, .operand = title_expr(c, b)};
    AstExpr *first = title_expr(c, a);
    first->span = a == c->base ? c->qb->q->item[c->at].span : first->span;
    ast->as.chain.first = first;
    ast->as.chain.terms = (AstTerms){.item = term, .count = 1, .cap = 1};
    return ast;
}

/* M[previous year] */
static const AstExpr *shifted(Resolver *r, const AstVersus *versus, const AstExpr *base)
{
    const AstExpr *to = question_dereference(r, versus->value);
    AstExpr *ast = ARENA_NEW(r->arena, AstExpr);
    AstContext *item = ARENA_NEW(r->arena, AstContext);
    item->kind = AST_CONTEXT_SHIFT;
    item->span = to->span;
    item->as.relative = to->as.relative;
    item->as.relative.on_working = versus->on_working;
    ast->kind = AST_EXPR_BRACKET;
    ast->span = versus->span;
    ast->as.bracket.base = arena_memdup(r->arena, base, sizeof *base);
    ast->as.bracket.items = (AstContexts){.item = item, .count = 1, .cap = 1};
    return ast;
}

const AstExpr *versus_other(Resolver *r, const AstVersus *versus, const AstExpr *base)
{
    const AstExpr *to = question_dereference(r, versus->value);
    return versus_is_shift(to) ? shifted(r, versus, base) : to;
}

/* if(other > 0, change / other, empty) */
static AstExpr *percentage(const Compared *c)
{
    AstExpr *positive = new_expr(c, AST_EXPR_COMPARE);
    positive->as.compare.op = AST_OP_GT;
    positive->as.compare.left = title_expr(c, c->other);
    positive->as.compare.right = new_expr(c, AST_EXPR_NUMBER);
    positive->as.compare.right->as.number = decimal_from_i64(0);
    AstArg *arg = ARENA_ARRAY(c->qb->r->arena, AstArg, 3);
    arg[0].value = positive;
    arg[1].value = binary(c, AST_OP_DIVIDE, c->change, c->other);
    arg[2].value = name_expr(c, "empty", false);
    AstExpr *ast = new_expr(c, AST_EXPR_CALL);
    ast->as.call.function = (AstName){.text = "if", .span = ast->span};
    ast->as.call.args = (AstArgs){.item = arg, .count = 3, .cap = 3};
    return ast;
}

/* The column that shows the measure already, so that it is shown once. */
static bool find_measure(Compared *c, bool *ok)
{
    const Question *q = c->qb->q;
    const Expr *wanted = value_expr(c->scope, c->to);
    *ok = wanted != NULL;
    for (uint32_t i = 0; wanted && i < q->n_item; i++) {
        if (q->item[i].value != wanted &&
            (wanted->kind != EXPR_ITEM || wanted->as.index != i))
            continue;
        c->beside = i;
        c->other = q->item[i].title;
        return true;
    }
    return false;
}

static bool add_other(Compared *c)
{
    Question *q = c->qb->q;
    Arena *arena = c->qb->r->arena;
    bool shift = versus_is_shift(c->to);
    bool ok = true;
    if (!shift && (find_measure(c, &ok) || !ok))
        return ok;
    c->other = shift ? arena_printf(arena, "%s %s", c->base, c->name) : c->name;
    c->beside = (uint32_t)q->n_item;
    const AstExpr *value = versus_other(c->qb->r, c->versus, c->qb->item[c->at]);
    Item *item = question_add_item(c->qb, c->scope, value, c->other, c->versus->span);
    if (item && shift)
        item->type = q->item[c->at].type;
    return item != NULL;
}

/* `versus M` is for items that M can be taken from. */
static bool check_kinds(const Compared *c)
{
    Resolver *r = c->qb->r;
    const Item *item = &c->qb->q->item[c->at], *other = &c->qb->q->item[c->beside];
    if (types_compare(item->type, other->type))
        return true;
    Diag *d = diag_error(r->sink, DIAG_VERSUS, item->span,
                         "`versus %s` compares items of its kind: `%s` is %s, `%s` is "
                         "%s",
                         c->name, c->other, type_text(r->arena, other->type), c->base,
                         type_text(r->arena, item->type));
    diag_help(r->sink, d, "ask for `%s` in a question of its own", c->base);
    return false;
}

/* Working days are another comparison than all of them. */
const char *versus_name(const QuestionBuilder *qb, const AstVersus *versus)
{
    const char *name =
        question_title(qb->r, qb->q->from, &versus->alias, versus->value);
    return versus->on_working && !versus->alias.name.text
               ? arena_printf(qb->r->arena, "%s on working days", name)
               : name;
}

static bool add_changes(Compared *c)
{
    Question *q = c->qb->q;
    Arena *arena = c->qb->r->arena;
    const char *gap = c->is_one ? "" : " ";
    const char *name = c->is_one ? "" : c->name;
    Span span = c->versus->span;
    if (c->at == c->beside || q->item[c->at].type.kind != VALUE_NUMBER)
        return true;
    if (!check_kinds(c))
        return false;
    c->change = arena_printf(arena, "%s change%s%s", c->base, gap, name);
    if (!question_add_item(c->qb, c->scope,
                           binary(c, AST_OP_SUBTRACT, c->base, c->other), c->change,
                           span))
        return false;
    Item *item = question_add_item(
        c->qb, c->scope, percentage(c),
        arena_printf(arena, "%s change %%%s%s", c->base, gap, name), span);
    if (!item)
        return false;
    item->type.unit = (Unit){.kind = UNIT_PERCENT};
    item->type.integer = false;
    return true;
}

/* Of several items the one that others are compared with stays as it is. */
static bool check_self(const Compared *c, const AstQuestion *ast)
{
    if (c->at != c->beside || ast->items.count > 1)
        return true;
    Diag *d = diag_error(c->qb->r->sink, DIAG_VERSUS, c->versus->span,
                         "`%s` is compared with itself", c->base);
    diag_help(c->qb->r->sink, d,
              "name another measure, or another period: `versus previous year`");
    return false;
}

bool versus_add(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast,
                uint32_t at)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_VERSUS];
    Question *q = qb->q;
    for (uint32_t i = 0; clause && i < clause->as.versus.count; i++) {
        const AstVersus *versus = &clause->as.versus.item[i];
        Compared c = {.qb = qb,
                      .scope = scope,
                      .versus = versus,
                      .to = question_dereference(qb->r, versus->value),
                      .name = versus_name(qb, versus),
                      .is_one = clause->as.versus.count == 1,
                      .base = q->item[at].title,
                      .at = at};
        size_t other = q->n_item;
        if (!add_other(&c) || !check_self(&c, ast) || !add_changes(&c))
            return false;
        for (; q->item[at].as_it_is && other < q->n_item; other++)
            q->item[other].as_it_is = true;
    }
    return true;
}
