/* The parts of a number: its syntax is gone through as it is when it is resolved, and
   what has a value of its own becomes an item of a question of one line. */
#include "runtime/resolve/number.h"

#include "runtime/resolve/aggregate.h"
#include "runtime/resolve/clauses.h"

#include <string.h>

enum { PARTS_MAX = 100, DEPTH_MAX = 16 };

typedef struct {
    Number *number;
    QuestionBuilder *qb;
    Resolver *r;
} Walk;

static void walk(Walk *w, const ValueScope *scope, const AstExpr *ast, unsigned depth);

static const char *slice(const Walk *w, Span span)
{
    return question_written(w->r, span);
}

static int add_item(Walk *w, const char *title, const Expr *value, const AstExpr *ast)
{
    Question *q = w->qb->q;
    Item *item = &q->item[q->n_item];
    w->qb->item[q->n_item] = ast;
    item->title = title;
    item->value = value;
    item->type = value->type;
    item->span = ast->span;
    return (int)q->n_item++;
}

/* NULL: it has no value here, or there is no room. */
static NumberPart *add_part(Walk *w, const ValueScope *scope, const AstExpr *ast,
                            unsigned depth)
{
    Number *number = w->number;
    const Expr *value =
        number->n < PARTS_MAX && depth < DEPTH_MAX ? value_expr(scope, ast) : NULL;
    if (!value)
        return NULL;
    NumberPart part = {
        .depth = depth, .name = slice(w, ast->span), .rows = NUMBER_NONE};
    part.value = add_item(w, "", value, ast);
    ARENA_PUSH(w->r->arena, number->part, number->n, number->cap, part);
    return &number->part[number->n - 1];
}

/* --- aggregates over rows --- */

/* Conditions that hold together, each as it is written. */
static void add_conditions(const Walk *w, StrBuf *sb, const AstExpr *ast)
{
    bool chain = ast->kind == AST_EXPR_CHAIN;
    AstOp op = chain ? ast->as.chain.terms.item[0].op : AST_OP_ADD;
    if (chain && op == AST_OP_AND) {
        add_conditions(w, sb, ast->as.chain.first);
        for (uint32_t i = 0; i < ast->as.chain.terms.count; i++)
            add_conditions(w, sb, ast->as.chain.terms.item[i].operand);
        return;
    }
    bool loose = chain && op == AST_OP_OR; /* its own brackets are no part of it */
    strbuf_addf(sb, "%s%s%s%s", sb->len ? " and " : "", loose ? "(" : "",
                slice(w, ast->span), loose ? ")" : "");
}

/* All around the aggregate; false: something that no list can say. */
static bool find_conditions(const Walk *w, const ValueScope *scope, const AstExpr *own,
                            NumberPart *part)
{
    bool ok = true;
    StrBuf sb;
    strbuf_init(&sb);
    for (const Frame *f = scope->frame; f; f = f->outer) {
        const AstExpr *where =
            f->is_question ? lift_where(scope, part->leaf->source, f->where, &ok)
                           : f->where;
        ok = ok && !f->lag && !f->what_if && !f->spread && !f->is_grain;
        if (where)
            add_conditions(w, &sb, where);
        if (f->as_of && !part->as_of)
            part->as_of = slice(w, f->as_of->span);
    }
    if (own)
        add_conditions(w, &sb, own);
    part->where = sb.len ? arena_strdup(w->r->arena, sb.text) : NULL;
    strbuf_release(&sb);
    return ok;
}

static void find_stock(const Walk *w, const ValueScope *scope, NumberPart *part)
{
    const Frame *f = scope->frame;
    while (f && !f->stock)
        f = f->outer;
    if (!f || f->stock->kind != AST_STOCK_WHILE)
        return;
    part->begins = slice(w, f->stock->from->span);
    part->ends = slice(w, f->stock->until->span);
}

static const Expr *count_rows(const Walk *w, const ValueScope *scope, const Leaf *leaf)
{
    Leaf rows = *leaf;
    rows.fn = AGG_COUNT;
    rows.arg = rows.by = rows.gone = NULL;
    if (!aggregate_type(w->r, AGG_COUNT, NULL, leaf->span, &rows.type))
        return NULL;
    return leaf_expr(scope, &rows);
}

/* The aggregate that a value is, in its currency or another; NULL: it is none. */
static const Leaf *leaf_of(const Expr *value)
{
    if (value->kind == EXPR_CALL && value->as.fn == FN_CONVERTED)
        value = value->arg[0];
    bool found =
        value->kind == EXPR_LEAF && !value->as.leaf->per && !value->as.leaf->grain;
    return found ? value->as.leaf : NULL;
}

static void describe_rows(Walk *w, const ValueScope *scope, const AstExpr *call,
                          NumberPart *part)
{
    const Question *q = w->qb->q;
    const AstArg *arg = call->as.call.args.count ? &call->as.call.args.item[0] : NULL;
    part->leaf = leaf_of(q->item[part->value].value);
    if (!part->leaf)
        return;
    const Expr *rows = count_rows(w, scope, part->leaf);
    if (rows)
        part->rows = add_item(w, "", rows, call);
    if (part->leaf->arg && arg && !call->as.call.distinct)
        part->argument = slice(w, arg->value->span);
    if (part->leaf->context->until)
        find_stock(w, scope, part);
    if (!find_conditions(w, scope, arg ? arg->where : NULL, part))
        part->leaf = NULL;
}

static bool is_aggregate(const AstExpr *ast)
{
    AggFn fn;
    return ast->kind == AST_EXPR_CALL &&
           leaf_is_aggregate(ast->as.call.function.text, &fn);
}

/* --- the syntax --- */

/* The measure that a name stands for, and is not put at something else. */
static Measure *measure_of(const ValueScope *scope, const AstExpr *ast)
{
    const Expr *put;
    Measure *m =
        ast->kind == AST_EXPR_PATH ? value_measure(scope, &ast->as.path) : NULL;
    return m && m->ast && !what_if_expr(scope, m, &put) ? m : NULL;
}

/* What stands behind the name of the part. */
static void walk_measure(Walk *w, const ValueScope *scope, const Measure *m, size_t at)
{
    const AstExpr *value = m->ast->value;
    unsigned depth = w->number->part[at].depth;
    Span span = {value->span.file, value->span.begin, m->ast->span.end};
    ValueScope inner = value_inside(scope, m);
    if (w->qb->depth >= MEASURE_DEPTH_MAX)
        return;
    w->number->part[at].text = slice(w, span);
    w->qb->inside[w->qb->depth++] = m;
    if (is_aggregate(value))
        describe_rows(w, &inner, value, &w->number->part[at]);
    else
        walk(w, &inner, value, depth + 1);
    w->qb->depth--;
}

static void walk_bracket(Walk *w, const ValueScope *scope, const AstExpr *ast,
                         unsigned depth)
{
    ValueScope inner;
    const AstExpr *base = ast->as.bracket.base;
    if (!bracket_scope(scope, ast, &inner))
        return;
    const Measure *m = measure_of(&inner, base);
    if (!m && !is_aggregate(base)) {
        walk(w, &inner, base, depth);
        return;
    }
    NumberPart *part = add_part(w, scope, ast, depth);
    if (part && m)
        walk_measure(w, &inner, m, w->number->n - 1);
    else if (part)
        describe_rows(w, &inner, base, part);
}

static void walk_name(Walk *w, const ValueScope *scope, const AstExpr *ast,
                      unsigned depth)
{
    const Measure *m = measure_of(scope, ast);
    if (m && add_part(w, scope, ast, depth))
        walk_measure(w, scope, m, w->number->n - 1);
}

static void walk_call(Walk *w, const ValueScope *scope, const AstExpr *ast,
                      unsigned depth)
{
    if (is_aggregate(ast)) {
        NumberPart *part = add_part(w, scope, ast, depth);
        if (part)
            describe_rows(w, scope, ast, part);
        return;
    }
    for (uint32_t i = 0; i < ast->as.call.args.count; i++)
        walk(w, scope, ast->as.call.args.item[i].value, depth);
}

static void walk(Walk *w, const ValueScope *scope, const AstExpr *ast, unsigned depth)
{
    if (ast->kind == AST_EXPR_PATH) {
        walk_name(w, scope, ast, depth);
    } else if (ast->kind == AST_EXPR_CALL) {
        walk_call(w, scope, ast, depth);
    } else if (ast->kind == AST_EXPR_BRACKET) {
        walk_bracket(w, scope, ast, depth);
    } else if (ast->kind == AST_EXPR_UNARY) {
        walk(w, scope, ast->as.unary.operand, depth);
    } else if (ast->kind == AST_EXPR_COMPARE) {
        walk(w, scope, ast->as.compare.left, depth);
        walk(w, scope, ast->as.compare.right, depth);
    } else if (ast->kind == AST_EXPR_CHAIN) {
        walk(w, scope, ast->as.chain.first, depth);
        for (uint32_t i = 0; i < ast->as.chain.terms.count; i++)
            walk(w, scope, ast->as.chain.terms.item[i].operand, depth);
    }
}

/* One measure of the question: its title is an alias that later ones may use. */
static bool walk_item(Walk *w, const ValueScope *scope, const AstItem *item)
{
    size_t at = w->number->n;
    const AstExpr *value = item->value;
    if (value->kind == AST_EXPR_PATH || value->kind == AST_EXPR_BRACKET ||
        is_aggregate(value))
        walk(w, scope, value, 0);
    else if (add_part(w, scope, value, 0))
        walk(w, scope, value, 1);
    if (w->number->n == at && !add_part(w, scope, value, 0)) /* a value put in place */
        return false;
    NumberPart *part = &w->number->part[at];
    Item *first = &w->qb->q->item[part->value];
    first->title = question_title(w->r, w->qb->q->from, &item->alias, value);
    if (item->alias.name.text)
        part->name = arena_printf(w->r->arena, "%s = %s", first->title, part->name);
    else
        part->name = first->title;
    return question_relabel(w->r, &item->alias, &first->type);
}

static bool walk_items(Walk *w, const ValueScope *scope, const AstQuestion *ast)
{
    bool ok = true;
    for (uint32_t i = 0; i < ast->items.count && ok; i++) {
        if (!question_item_is_dimension(w->qb, ast, i))
            ok = walk_item(w, scope, &ast->items.item[i]);
    }
    return ok && w->number->n;
}

bool number_resolve(Resolver *r, const AstQuestion *ast, Number *number)
{
    static const AstClauseKind kept[] = {AST_CLAUSE_FROM, AST_CLAUSE_FOR,
                                         AST_CLAUSE_WHERE, AST_CLAUSE_AS_OF};
    AstQuestion total = *ast;
    memset(total.clause, 0, sizeof total.clause);
    for (size_t i = 0; i < COUNT_OF(kept); i++)
        total.clause[kept[i]] = ast->clause[kept[i]];
    AstItem *item = ARENA_ARRAY(r->arena, AstItem, ast->items.count + 1);
    Question *q = ARENA_NEW(r->arena, Question);
    QuestionBuilder qb = {.r = r, .q = q};
    Walk w = {number, &qb, r};
    ValueScope scope;
    *number = (Number){.question = q};
    q->span = ast->span;
    q->item = ARENA_ARRAY(r->arena, Item, 2 * PARTS_MAX + CLAUSE_HIDDEN_MAX);
    qb.item = ARENA_ARRAY(r->arena, const AstExpr *, 2 * PARTS_MAX + CLAUSE_HIDDEN_MAX);
    DiagHush hush = diag_hush(r->sink);
    total.items = (AstItems){.item = item};
    for (uint32_t i = 0; i < ast->items.count; i++) {
        if (!question_item_is_dimension(&qb, ast, i))
            item[total.items.count++] = ast->items.item[i];
    }
    bool ok = !ast->is_list && !ast->is_bridge && total.items.count &&
              question_begin(&qb, &total, &scope) &&
              question_surround(&qb, &total, &scope) && walk_items(&w, &scope, &total);
    diag_unhush(r->sink, hush);
    return ok;
}

/* --- lists --- */

static bool has_row(const Context *context, const Expr *row)
{
    for (size_t i = 0; i < context->n_row; i++) {
        if (context->row[i] == row)
            return true;
    }
    return false;
}

bool number_same_rows(const NumberPart *part, const Question *list, bool exact)
{
    const Context *context = part->leaf->context, *listed = list->context;
    size_t n_missing = 0;
    for (size_t i = 0; i < context->n_row; i++)
        n_missing += !has_row(listed, context->row[i]);
    return n_missing <= (context->until != NULL) &&
           (!exact || context->n_row == listed->n_row);
}
