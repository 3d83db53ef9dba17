/* A question of which what is and what would be cannot stand beside each other, for its
   lines or rows are chosen by what is put at another value: it is answered as if it
   were so, each column once. */
#include "runtime/resolve/what_if.h"

/* All assignments around a question, the outermost first. false: reported. */
static bool make_frames(QuestionBuilder *qb, WhatIfs *all, const Frame **frames)
{
    *frames = qb->r->assumed;
    for (size_t i = 0; i < all->n; i++) {
        Frame *frame = ARENA_NEW(qb->r->arena, Frame);
        ValueScope scope = {.qb = qb, .frame = *frames};
        frame->outer = *frames;
        frame->span = all->item[i].ast.span;
        if (!what_if_frame(&scope, &all->item[i].ast, frame))
            return false;
        WhatIf *what_if = (WhatIf *)(uintptr_t)frame->what_if;
        what_if->met = &all->item[i].met;
        all->item[i].measure = what_if->measure;
        *frames = frame;
    }
    return true;
}

static AstQuestion *without_clause(Arena *arena, const AstQuestion *ast)
{
    AstQuestion *bare = arena_memdup(arena, ast, sizeof *ast);
    bare->clause[AST_CLAUSE_WHAT_IF] = NULL;
    bare->clauses = (AstClauses){
        ARENA_ARRAY(arena, AstClause *, ast->clauses.count + (size_t)1), 0, 0};
    for (uint32_t i = 0; i < ast->clauses.count; i++) {
        if (ast->clauses.item[i]->kind != AST_CLAUSE_WHAT_IF)
            bare->clauses.item[bare->clauses.count++] = ast->clauses.item[i];
    }
    return bare;
}

static const char *foot_of(Resolver *r, WhatIfs *all)
{
    for (size_t i = 0; i < all->n; i++)
        all->item[i].used = all->item[i].met;
    return arena_printf(r->arena, "%s; all of this is as it would be",
                        what_if_foot(r, all));
}

/* NULL: not to be said, or reported. */
static Question *resolve_whole(Resolver *r, const AstQuestion *ast,
                               const AstAssigns *run)
{
    Question none = {.span = ast->span};
    QuestionBuilder qb = {.r = r, .q = &none};
    WhatIfs *all = what_if_all(r, ast, run);
    const Frame *before = r->assumed, *frames;
    if (!make_frames(&qb, all, &frames))
        return NULL;
    r->assumed = frames;
    Question *q = question_under(r, without_clause(r->arena, ast), NULL);
    bool ok = q && what_if_check_around(r, q) && !what_if_made(q);
    r->assumed = before;
    if (!ok)
        return NULL;
    q->foot = foot_of(r, all);
    return q;
}

Question *resolve_as_if(Resolver *r, const AstQuestion *ast, const AstAssigns *run)
{
    DiagHush hush = diag_hush(r->sink);
    Question *q = resolve_whole(r, ast, run);
    diag_unhush(r->sink, hush);
    return q;
}

Question *what_if_whole(Resolver *r, const AstQuestion *ast, const AstAssigns *run)
{
    bool stands_once = r->may_stand_once && !ast->is_why && !ast->is_bridge;
    r->may_stand_once = false;
    if (!stands_once || !what_if_all(r, ast, run))
        return NULL;
    DiagHush hush = diag_hush(r->sink);
    r->missed = false;
    Question *q = question_under(r, ast, run);
    if (!q && r->missed)
        q = resolve_whole(r, ast, run);
    diag_unhush(r->sink, hush);
    return q;
}
