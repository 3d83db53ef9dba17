/* The clause `what if m = e, n = f`: behind each column that it reaches, the value that
   the column would have and the difference. A column is read again in the frames of the
   assignments, as in brackets; what they do not touch are the same leaves. The clause
   of a `run` stands around that of a question. */
#include "runtime/resolve/what_if.h"

/* A `run` knows nothing of the sources that the questions of its report stand on. */
static bool find_measure(QuestionBuilder *qb, WhatIfAssign *assign)
{
    Frame frame;
    ValueScope scope = {.qb = qb, .source = assign->source};
    if (!what_if_frame(&scope, &assign->ast, &frame))
        return false;
    assign->measure = frame.what_if->measure;
    return true;
}

WhatIfs *what_if_all(Resolver *r, const AstQuestion *ast, const AstAssigns *run)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_WHAT_IF];
    size_t n_run = run ? run->count : 0;
    size_t n = n_run + (clause ? clause->as.assigns.count : 0);
    if (!n)
        return NULL;
    WhatIfs *all = ARENA_NEW(r->arena, WhatIfs);
    all->item = ARENA_ARRAY(r->arena, WhatIfAssign, n);
    all->n = n;
    all->n_run = n_run;
    all->span = clause ? clause->span : run->item[0].span;
    for (size_t i = 0; i < n; i++)
        all->item[i].ast =
            i < n_run ? run->item[i] : clause->as.assigns.item[i - n_run];
    return all;
}

bool what_if_begin(QuestionBuilder *qb, const AstQuestion *ast)
{
    WhatIfs *all = what_if_all(qb->r, ast, qb->run);
    bool ok = true;
    for (size_t i = 0; all && i < all->n && ok; i++) {
        bool is_run = i < all->n_run;
        all->item[i].source = is_run || ast->is_list ? NULL : qb->q->from;
        ok = find_measure(qb, &all->item[i]);
    }
    qb->what_if = all;
    return ok;
}

/* The scope in which the assignments hold. */
static bool enter(const ValueScope *scope, ValueScope *inner)
{
    WhatIfs *all = scope->qb->what_if;
    *inner = *scope;
    inner->in_bracket = true;
    for (size_t i = 0; i < all->n; i++) {
        ValueScope around = *inner;
        around.source = all->item[i].source;
        Frame *frame = ARENA_NEW(scope->qb->r->arena, Frame);
        frame->outer = inner->frame;
        frame->span = all->item[i].ast.span;
        if (!what_if_frame(&around, &all->item[i].ast, frame))
            return false;
        ((WhatIf *)(uintptr_t)frame->what_if)->met = &all->item[i].met;
        inner->frame = frame;
    }
    return true;
}

size_t what_if_columns(const QuestionBuilder *qb)
{
    return qb->what_if ? 2 : 0;
}

/* M[what if m = e], for who names the column in a bracket. */
AstExpr *what_if_bracketed(Resolver *r, const AstExpr *base, const WhatIfs *all)
{
    AstExpr *ast = ARENA_NEW(r->arena, AstExpr);
    AstContext *item = ARENA_ARRAY(r->arena, AstContext, all->n);
    ast->kind = AST_EXPR_BRACKET;
    ast->span = base->span;
    for (size_t i = 0; i < all->n; i++) {
        item[i].kind = AST_CONTEXT_WHAT_IF;
        item[i].span = all->item[i].ast.span;
        item[i].as.assign = all->item[i].ast;
    }
    ast->as.bracket.base = arena_memdup(r->arena, base, sizeof *base);
    ast->as.bracket.items = (AstContexts){item, (uint32_t)all->n, (uint32_t)all->n};
    return ast;
}

void what_if_forget_met(WhatIfs *all)
{
    for (size_t i = 0; i < all->n; i++)
        all->item[i].met = false;
}

bool what_if_take_met(WhatIfs *all)
{
    bool met = false;
    for (size_t i = 0; i < all->n; i++) {
        met |= all->item[i].met;
        all->item[i].used |= all->item[i].met;
    }
    return met;
}

bool what_if_changes(QuestionBuilder *qb, const ValueScope *scope, const AstExpr *value)
{
    ValueScope inner;
    size_t n_leaf = qb->q->n_leaf;
    if (!qb->what_if)
        return false;
    what_if_forget_met(qb->what_if);
    bool ok = enter(scope, &inner) && value_expr(&inner, value);
    qb->q->n_leaf = n_leaf;
    return what_if_take_met(qb->what_if) && ok;
}

/* Does the clause reach the last item? It is read for that, and where it does not,
   nothing of it is kept. */
static bool is_reached(QuestionBuilder *qb, const ValueScope *inner)
{
    size_t n_leaf = qb->q->n_leaf;
    what_if_forget_met(qb->what_if);
    bool ok = value_expr(inner, qb->item[qb->q->n_item - 1]) != NULL;
    bool met = what_if_take_met(qb->what_if);
    if (!met && ok)
        qb->q->n_leaf = n_leaf;
    return met || !ok;
}

static AstExpr *title_expr(Resolver *r, const char *title, Span span)
{
    AstExpr *ast = ARENA_NEW(r->arena, AstExpr);
    AstName *name = ARENA_NEW(r->arena, AstName);
    *name = (AstName){.text = title, .span = span, .quoted = true};
    ast->kind = AST_EXPR_PATH;
    ast->span = span;
    ast->as.path = (AstPath){.item = name, .count = 1, .cap = 1, .span = span};
    return ast;
}

static const AstExpr *difference(Resolver *r, const char *a, const char *b, Span span)
{
    AstExpr *ast = ARENA_NEW(r->arena, AstExpr);
    AstTerm *term = ARENA_NEW(r->arena, AstTerm);
    *term = (AstTerm){
        .op = AST_OP_SUBTRACT, .op_span = span, .operand = title_expr(r, b, span)};
    ast->kind = AST_EXPR_CHAIN;
    ast->span = span;
    ast->as.chain.first = title_expr(r, a, span);
    ast->as.chain.terms = (AstTerms){.item = term, .count = 1, .cap = 1};
    return ast;
}

bool what_if_add(QuestionBuilder *qb, const ValueScope *scope, const AstAlias *alias)
{
    ValueScope inner;
    if (!qb->what_if)
        return true;
    return enter(scope, &inner) && what_if_add_in(qb, scope, &inner, alias);
}

/* What is of such rows stands once, as it would be; what it is does not stand beside.
 */
bool what_if_check_made(Resolver *r, const char *twice, Span span, const Source *made)
{
    if (!made)
        return true;
    Diag *d = diag_error(r->sink, DIAG_WHAT_IF, span,
                         "`%s` cannot be put at another value here: all rows of `%s` "
                         "are made anew, and what it is would be read from them, too",
                         twice, made->origin.name);
    diag_help(r->sink, d, "keep these as they are, `let t = ...`, and read `from $t`");
    return false;
}

bool what_if_take_twice(QuestionBuilder *qb, const char *title, Span span,
                        const Source *made)
{
    if (!qb->what_if->twice) {
        qb->what_if->twice = title;
        qb->what_if->twice_span = span;
    }
    return what_if_check_made(qb->r, title, span, made);
}

bool what_if_add_in(QuestionBuilder *qb, const ValueScope *scope,
                    const ValueScope *inner, const AstAlias *alias)
{
    Resolver *r = qb->r;
    Question *q = qb->q;
    if (!is_reached(qb, inner))
        return true;
    Span span = qb->what_if->span;
    size_t at = q->n_item - 1;
    const char *base = q->item[at].title;
    if (!what_if_take_twice(qb, base, q->item[at].span,
                            what_if_made_beside(q, q->item[at].value)))
        return false;
    const char *other = arena_printf(r->arena, "%s what if", base);
    Item *item = question_add_item(qb, inner, qb->item[at], other, span);
    if (!item || !question_relabel(r, alias, &item->type))
        return false;
    q->item[at].as_it_is = true;
    qb->item[at + 1] = what_if_bracketed(r, qb->item[at], qb->what_if);
    if (item->type.kind != VALUE_NUMBER)
        return true;
    const char *title = arena_printf(r->arena, "%s difference", base);
    return question_add_item(qb, scope, difference(r, other, base, span), title, span);
}

/* sub NULL: nothing is missed. */
static bool is_seen(Resolver *r, const Question *sub, const WhatIfAssign *assign)
{
    if (sub)
        what_if_report_missed(r, sub, assign->measure, assign->ast.span);
    return !sub;
}

bool what_if_check_row(Resolver *r, const WhatIfs *all, const Expr *value)
{
    bool ok = true;
    for (size_t i = 0; i < all->n && ok; i++)
        ok = is_seen(r, what_if_misses(value, all->item[i].measure, true),
                     &all->item[i]);
    return ok;
}

bool what_if_check_rows(const QuestionBuilder *qb, const Context *context)
{
    const WhatIfs *all = qb->what_if;
    bool ok = true;
    const Source *rows = qb->q->list_source;
    for (size_t i = 0; all && i < all->n && ok; i++) {
        const Measure *m = all->item[i].measure;
        const Question *sub = rows ? what_if_misses_source(rows, m) : NULL;
        ok = is_seen(qb->r, sub ? sub : what_if_misses_rows(context, m), &all->item[i]);
    }
    return ok;
}

const char *what_if_foot(Resolver *r, const WhatIfs *all)
{
    const char *foot = "what if", *idle = NULL;
    for (size_t i = 0; i < all->n; i++) {
        const WhatIfAssign *assign = &all->item[i];
        const AstPath *target = &assign->ast.target;
        const char *name = assign->measure ? assign->measure->name
                                           : target->item[target->count - 1].text;
        foot = arena_printf(r->arena, "%s%s %s", foot, i ? "," : "",
                            question_slice(r, assign->ast.span, name));
        if (!assign->used)
            idle = idle ? arena_printf(r->arena, "%s or `%s`", idle, name)
                        : arena_printf(r->arena, "`%s`", name);
    }
    if (all->made)
        foot = arena_printf(r->arena, "%s; the rows of `%s` are as they would be", foot,
                            all->made->origin.name);
    else if (idle)
        foot = arena_printf(r->arena, "%s; nothing here is made of %s", foot, idle);
    return foot;
}

static void add_foot(QuestionBuilder *qb)
{
    if (!qb->what_if)
        return;
    qb->what_if->made = what_if_made(qb->q);
    qb->q->as_if = qb->what_if->made != NULL;
    qb->q->foot = what_if_foot(qb->r, qb->what_if);
}

bool what_if_finish_lines(QuestionBuilder *qb)
{
    const WhatIfs *all = qb->what_if;
    bool ok = !all || !all->twice ||
              what_if_check_made(qb->r, all->twice, all->twice_span,
                                 what_if_made_in_lines(qb->q));
    for (size_t i = 0; all && i < all->n && ok; i++)
        ok = is_seen(qb->r, what_if_misses_lines(qb->q, all->item[i].measure),
                     &all->item[i]);
    add_foot(qb);
    return ok;
}

bool what_if_finish(QuestionBuilder *qb)
{
    const WhatIfs *all = qb->what_if;
    bool ok = what_if_finish_lines(qb);
    for (size_t i = 0; all && i < all->n && ok; i++)
        ok = is_seen(qb->r, what_if_misses_answer(qb->q, all->item[i].measure),
                     &all->item[i]);
    return ok;
}

bool resolve_beside(Resolver *r, const AstQuestion *ast, Question *q,
                    const Question *beside)
{
    QuestionBuilder qb = {.r = r, .q = q, .run = r->what_if};
    bool ok = what_if_begin(&qb, ast);
    WhatIfs *all = qb.what_if;
    for (size_t i = 0; all && i < all->n && ok; i++)
        ok = is_seen(r, what_if_misses_lines(beside, all->item[i].measure),
                     &all->item[i]);
    if (!all || !ok || !(all->made = what_if_made(beside)))
        return ok;
    if (q->n_item > 1)
        return what_if_check_made(r, q->item[0].title, q->item[0].span, all->made);
    q->as_if = true;
    q->foot = what_if_foot(r, all);
    return true;
}

/* What the rows of an answer are made of. */
static const Source *made_for(const Question *q)
{
    const Ahead *ahead = q->ahead;
    const Source *made = NULL;
    if (!ahead)
        return what_if_made(q->why ? q->why->part[0] : q);
    for (size_t i = 0; ahead->past[i] && !made; i++)
        made = what_if_made(ahead->past[i]);
    return made || !ahead->lines ? made : what_if_made(ahead->lines);
}

/* Its rows are made while the question around it is answered. */
Question *what_if_inner(Resolver *r, Question *q)
{
    const Source *made = q && q->as_if ? made_for(q) : NULL;
    if (!made)
        return q;
    Diag *d = diag_error(r->sink, DIAG_WHAT_IF, q->span,
                         "the rows of `%s` are not made anew for a question that is "
                         "read by another",
                         made->origin.name);
    diag_help(r->sink, d, "put `what if` behind the outer one, or behind `run`");
    return NULL;
}
