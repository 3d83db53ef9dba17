/* The walk over expressions and brackets. Chains are read in a loop; everything else
   recurses, no deeper than AST_DEPTH_MAX. */
#include "parser/ast_walk.h"

#include "runtime/base/compiler.h"

static const Span nowhere = {0, 0, 0};

static void node(const AstVisitor *v, const char *word)
{
    v->begin(v->data, WALK_NODE, word, nowhere);
}

void walk_path(const AstVisitor *v, const AstPath *path)
{
    v->begin(v->data, WALK_NODE, "path", path->span);
    for (uint32_t i = 0; i < path->count; i++)
        v->name(v->data, &path->item[i]);
    v->end(v->data);
}

void walk_paths(const AstVisitor *v, const char *word, const AstPaths *paths)
{
    if (paths->count == 0)
        return;
    node(v, word);
    for (uint32_t i = 0; i < paths->count; i++)
        walk_path(v, &paths->item[i]);
    v->end(v->data);
}

void walk_names(const AstVisitor *v, const char *word, const AstNames *names)
{
    if (names->count == 0)
        return;
    node(v, word);
    for (uint32_t i = 0; i < names->count; i++)
        v->name(v->data, &names->item[i]);
    v->end(v->data);
}

void walk_name(const AstVisitor *v, const char *word, const AstName *name)
{
    if (!name->text)
        return;
    node(v, word);
    v->name(v->data, name);
    v->end(v->data);
}

static void walk_text_parts(const AstVisitor *v, const AstText *text)
{
    for (size_t i = 0; i < text->n_part; i++) {
        const AstTextPart *part = &text->part[i];
        AstText piece = {.text = part->text, .len = part->len, .span = part->span};
        if (part->expr)
            ast_walk_expr(v, part->expr);
        else
            v->text(v->data, &piece);
    }
}

void walk_text(const AstVisitor *v, const char *word, const AstText *text)
{
    if (!text->text)
        return;
    node(v, word);
    if (text->n_part)
        walk_text_parts(v, text);
    else
        v->text(v->data, text);
    v->end(v->data);
}

void walk_unit(const AstVisitor *v, const AstCalendarUnit *unit)
{
    if (unit->calendar.text)
        v->name(v->data, &unit->calendar);
    if (unit->working)
        v->word(v->data, "working");
    v->word(v->data, ast_unit_text(unit->unit));
}

void walk_type(const AstVisitor *v, const AstType *type)
{
    if (!type)
        return;
    node(v, "type");
    v->name(v->data, &type->name);
    if (type->argument.text)
        v->name(v->data, &type->argument);
    v->end(v->data);
}

void walk_part(const AstVisitor *v, const char *word, const AstExpr *expr)
{
    if (!expr)
        return;
    node(v, word);
    ast_walk_expr(v, expr);
    v->end(v->data);
}

void walk_level_of(const AstVisitor *v, const AstLevelOf *what)
{
    ast_walk_expr(v, what->value);
    if (what->has_level) {
        v->word(v->data, "level");
        v->count(v->data, what->level);
    }
}

void walk_assign(const AstVisitor *v, const AstAssign *assign)
{
    v->begin(v->data, WALK_NODE, "assign", assign->span);
    walk_path(v, &assign->target);
    ast_walk_expr(v, assign->value);
    v->end(v->data);
}

static void walk_period(const AstVisitor *v, const AstPeriod *period)
{
    v->word(v->data, ast_unit_text(period->unit));
    v->count(v->data, (uint64_t)period->year);
    if (period->part)
        v->count(v->data, (uint64_t)period->part);
    if (period->day)
        v->count(v->data, (uint64_t)period->day);
}

static const char *relative_text(AstRelativeKind kind)
{
    switch (kind) {
    case AST_RELATIVE_THIS:
        return "this";
    case AST_RELATIVE_PREVIOUS:
        return "previous";
    case AST_RELATIVE_PREVIOUS_PERIOD:
        return "previous-period";
    case AST_RELATIVE_NEXT:
        return "next";
    case AST_RELATIVE_LAST:
        return "last";
    case AST_RELATIVE_TO_DATE:
        return "to-date";
    }
    UNREACHABLE("relative period");
}

static void walk_relative(const AstVisitor *v, const AstRelative *relative)
{
    if (relative->full)
        v->word(v->data, "full");
    v->word(v->data, relative_text(relative->kind));
    if (relative->n.parameter.text)
        walk_name(v, "parameter", &relative->n.parameter);
    else if (relative->has_count)
        v->count(v->data, relative->n.count);
    if (relative->has_unit)
        walk_unit(v, &relative->unit);
}

static void walk_currency(const AstVisitor *v, const AstContext *context)
{
    if (context->as.currency.is_parameter)
        v->word(v->data, "$");
    v->name(v->data, &context->as.currency.code);
    if (context->as.currency.at_period_end)
        v->word(v->data, "period-end");
    walk_part(v, "at", context->as.currency.at);
}

static void walk_context_parts(const AstVisitor *v, const AstContext *context)
{
    switch (context->kind) {
    case AST_CONTEXT_WHERE:
    case AST_CONTEXT_FOR:
    case AST_CONTEXT_AS_OF:
        ast_walk_expr(v, context->as.expr);
        return;
    case AST_CONTEXT_ALL:
    case AST_CONTEXT_OPENING:
    case AST_CONTEXT_CLOSING:
    case AST_CONTEXT_AVERAGE:
        return;
    case AST_CONTEXT_ALL_OF:
        walk_level_of(v, &context->as.all_of);
        return;
    case AST_CONTEXT_SHIFT:
    case AST_CONTEXT_TO_DATE:
    case AST_CONTEXT_ROLLING:
        walk_relative(v, &context->as.relative);
        return;
    case AST_CONTEXT_ON:
        walk_path(v, &context->as.path);
        return;
    case AST_CONTEXT_WHAT_IF:
        walk_assign(v, &context->as.assign);
        return;
    case AST_CONTEXT_LAGGED:
        v->name(v->data, &context->as.profile);
        return;
    case AST_CONTEXT_IN_CURRENCY:
        walk_currency(v, context);
        return;
    }
    UNREACHABLE("context");
}

static void walk_bracket(const AstVisitor *v, const AstExpr *expr)
{
    const AstContexts *items = &expr->as.bracket.items;
    ast_walk_expr(v, expr->as.bracket.base);
    for (uint32_t i = 0; i < items->count; i++) {
        const AstContext *context = &items->item[i];
        v->begin(v->data, WALK_NODE, ast_context_text(context->kind), context->span);
        walk_context_parts(v, context);
        v->end(v->data);
    }
}

static const char *side_text(AstSide side)
{
    switch (side) {
    case AST_SIDE_BEFORE:
        return "before";
    case AST_SIDE_UNTIL:
        return "until";
    case AST_SIDE_AFTER:
        return "after";
    }
    UNREACHABLE("side");
}

static void walk_per(const AstVisitor *v, const AstExpr *expr)
{
    const AstWindow *window = expr->as.per.window;
    ast_walk_expr(v, expr->as.per.base);
    v->begin(v->data, WALK_NODE, expr->as.per.every ? "every" : "keys", expr->span);
    for (uint32_t i = 0; i < expr->as.per.keys.count; i++)
        ast_walk_expr(v, expr->as.per.keys.item[i]);
    v->end(v->data);
    if (!window)
        return;
    v->begin(v->data, WALK_NODE, side_text(window->side), window->span);
    ast_walk_expr(v, window->moment);
    if (window->has_within) {
        v->word(v->data, "within");
        v->count(v->data, window->within);
        if (window->working)
            v->word(v->data, "working");
        v->word(v->data, ast_unit_text(window->unit));
    }
    v->end(v->data);
}

static void walk_call(const AstVisitor *v, const AstExpr *expr)
{
    const AstArgs *args = &expr->as.call.args;
    if (expr->as.call.calendar.text)
        v->name(v->data, &expr->as.call.calendar);
    v->name(v->data, &expr->as.call.function);
    if (expr->as.call.distinct)
        v->word(v->data, "distinct");
    for (uint32_t i = 0; i < args->count; i++) {
        ast_walk_expr(v, args->item[i].value);
        walk_part(v, "by", args->item[i].by);
        walk_part(v, "where", args->item[i].where);
    }
}

static void walk_in(const AstVisitor *v, const AstExpr *expr)
{
    if (expr->as.in.negated)
        v->word(v->data, "not");
    ast_walk_expr(v, expr->as.in.value);
    for (uint32_t i = 0; i < expr->as.in.list.count; i++)
        ast_walk_expr(v, expr->as.in.list.item[i]);
    if (expr->as.in.query)
        ast_walk_question(v, expr->as.in.query);
    if (expr->as.in.set)
        ast_walk_expr(v, expr->as.in.set);
}

static void walk_chain(const AstVisitor *v, const AstExpr *expr)
{
    const AstTerms *terms = &expr->as.chain.terms;
    ast_walk_expr(v, expr->as.chain.first);
    for (uint32_t i = 0; i < terms->count; i++) {
        v->word(v->data, ast_op_text(terms->item[i].op));
        ast_walk_expr(v, terms->item[i].operand);
    }
}

static void walk_interval(const AstVisitor *v, const AstExpr *expr)
{
    v->count(v->data, expr->as.interval.count);
    if (expr->as.interval.working)
        v->word(v->data, "working");
    v->word(v->data, ast_unit_text(expr->as.interval.unit));
}

/* Expressions without operands. */
static bool walk_leaf(const AstVisitor *v, const AstExpr *expr)
{
    switch (expr->kind) {
    case AST_EXPR_NUMBER:
    case AST_EXPR_PERCENT:
        v->number(v->data, &expr->as.number);
        return true;
    case AST_EXPR_MONEY:
        v->number(v->data, &expr->as.money.value);
        v->name(v->data, &expr->as.money.currency);
        return true;
    case AST_EXPR_INTERVAL:
        walk_interval(v, expr);
        return true;
    case AST_EXPR_TEXT:
        if (expr->as.text.n_part)
            walk_text_parts(v, &expr->as.text);
        else
            v->text(v->data, &expr->as.text);
        return true;
    case AST_EXPR_PERIOD:
        walk_period(v, &expr->as.period);
        return true;
    case AST_EXPR_RELATIVE:
        walk_relative(v, &expr->as.relative);
        return true;
    case AST_EXPR_CALENDAR_UNIT:
        walk_unit(v, &expr->as.calendar_unit);
        return true;
    case AST_EXPR_CALENDAR_PERIOD:
        v->name(v->data, &expr->as.calendar_period.calendar);
        walk_period(v, &expr->as.calendar_period.period);
        return true;
    case AST_EXPR_PARAMETER:
        v->name(v->data, &expr->as.parameter);
        return true;
    case AST_EXPR_PATH:
        for (uint32_t i = 0; i < expr->as.path.count; i++)
            v->name(v->data, &expr->as.path.item[i]);
        return true;
    case AST_EXPR_ALL:
    case AST_EXPR_ALL_TIME:
        return true;
    case AST_EXPR_CALL:
    case AST_EXPR_QUERY:
    case AST_EXPR_UNARY:
    case AST_EXPR_CHAIN:
    case AST_EXPR_COMPARE:
    case AST_EXPR_BETWEEN:
    case AST_EXPR_IN_LIST:
    case AST_EXPR_IN_QUERY:
    case AST_EXPR_IN_SET:
    case AST_EXPR_IS_EMPTY:
    case AST_EXPR_RANGE:
    case AST_EXPR_BRACKET:
    case AST_EXPR_PER:
        return false;
    }
    UNREACHABLE("expression");
}

static void walk_compare(const AstVisitor *v, const AstExpr *expr)
{
    if (expr->as.compare.negated)
        v->word(v->data, "not");
    v->word(v->data, ast_op_text(expr->as.compare.op));
    ast_walk_expr(v, expr->as.compare.left);
    ast_walk_expr(v, expr->as.compare.right);
}

static void walk_between(const AstVisitor *v, const AstExpr *expr)
{
    if (expr->as.between.negated)
        v->word(v->data, "not");
    ast_walk_expr(v, expr->as.between.value);
    ast_walk_expr(v, expr->as.between.low);
    ast_walk_expr(v, expr->as.between.high);
}

static void walk_operands(const AstVisitor *v, const AstExpr *expr)
{
    if (expr->kind == AST_EXPR_CALL) {
        walk_call(v, expr);
    } else if (expr->kind == AST_EXPR_QUERY) {
        ast_walk_question(v, expr->as.query);
    } else if (expr->kind == AST_EXPR_UNARY) {
        v->word(v->data, ast_op_text(expr->as.unary.op));
        ast_walk_expr(v, expr->as.unary.operand);
    } else if (expr->kind == AST_EXPR_CHAIN) {
        walk_chain(v, expr);
    } else if (expr->kind == AST_EXPR_COMPARE) {
        walk_compare(v, expr);
    } else if (expr->kind == AST_EXPR_BETWEEN) {
        walk_between(v, expr);
    } else if (expr->kind == AST_EXPR_IS_EMPTY) {
        if (expr->as.is_empty.negated)
            v->word(v->data, "not");
        ast_walk_expr(v, expr->as.is_empty.value);
    } else if (expr->kind == AST_EXPR_RANGE) {
        ast_walk_expr(v, expr->as.range.low);
        ast_walk_expr(v, expr->as.range.high);
    } else if (expr->kind == AST_EXPR_BRACKET) {
        walk_bracket(v, expr);
    } else if (expr->kind == AST_EXPR_PER) {
        walk_per(v, expr);
    } else {
        walk_in(v, expr);
    }
}

void ast_walk_expr(const AstVisitor *v, const AstExpr *expr)
{
    bool negation = expr->kind == AST_EXPR_UNARY && expr->as.unary.op == AST_OP_NEGATE;
    v->begin(v->data, negation ? WALK_NEGATION : WALK_NODE, ast_expr_text(expr->kind),
             expr->span);
    if (!walk_leaf(v, expr))
        walk_operands(v, expr);
    v->end(v->data);
}
