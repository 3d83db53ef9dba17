/* Answers that are read under `what if`: the question is resolved anew with the
   assignments around all of it. Of a source that is an answer an aggregate in their
   scope reads it in the place of the source's own; its columns are the same, so nothing
   else of the source changes. A question that is a value becomes another one, and what
   a row asks of other rows, `M per K` and event windows, is asked anew. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/subquestion.h"
#include "runtime/resolve/what_if.h"

/* One answer under what is heard where it is asked. */
typedef struct AsItWere {
    struct AsItWere *next;
    const void *what;     /* the source or the question's syntax */
    const Frame *around;  /* of this answer alone, so that it tells what is met */
    const Question *rows; /* of a source; NULL: nothing is put in it */
    const Expr *value;    /* of a question; likewise */
} AsItWere;

static const Frame *heard_from(const Frame *frame)
{
    while (frame && !frame->what_if)
        frame = what_if_outward(frame);
    return frame;
}

static const Frame *next_heard(const Frame *frame)
{
    return heard_from(what_if_outward(frame));
}

/* The frames that are heard from `frame` on, each with a `met` of its own. */
static const Frame *copy_heard(Resolver *r, const Frame *frame)
{
    Frame *first = NULL, *last = NULL;
    for (const Frame *f = frame; f; f = next_heard(f)) {
        WhatIf *what_if = arena_memdup(r->arena, f->what_if, sizeof *what_if);
        Frame *own = ARENA_NEW(r->arena, Frame);
        what_if->met = ARENA_NEW(r->arena, bool);
        own->what_if = what_if;
        own->span = f->span;
        if (last)
            last->outer = own;
        else
            first = own;
        last = own;
    }
    return first;
}

static bool same_heard(const Frame *copy, const Frame *frame)
{
    while (copy && frame && copy->what_if->value == frame->what_if->value &&
           copy->what_if->measure == frame->what_if->measure) {
        copy = copy->outer;
        frame = next_heard(frame);
    }
    return !copy && !frame;
}

/* The answer, or answers under each other, that the source stands on; NULL: on none. */
static const Source *answer_under(const Source *source)
{
    while (source->origin.source)
        source = source->origin.source;
    const Origin *origin = &source->origin;
    bool is_answer = origin->kind == ORIGIN_QUESTION && origin->printed;
    return is_answer || origin->kind == ORIGIN_STACK ? source : NULL;
}

static bool same_columns(const Source *a, const Source *b)
{
    bool same = a->n_column == b->n_column;
    for (size_t i = 0; same && i < a->n_column; i++)
        same = ascii_same(a->column[i].name, b->column[i].name) &&
               a->column[i].type.kind == b->column[i].type.kind &&
               a->column[i].type.unit.kind == b->column[i].type.unit.kind;
    return same;
}

/* What the answer's own statement cannot be asked anew for: deals and records are what
   they were, and rows that Koers makes of measures are made anew once, for the whole
   question. */
static bool can_assume(const Question *q)
{
    return q->ahead ? q->ahead->assumes : !what_if_made(q);
}

static bool is_met(const AsItWere *own)
{
    bool met = false;
    for (const Frame *f = own->around; f; f = f->outer)
        met |= *f->what_if->met;
    return met;
}

static AsItWere *find(const QuestionBuilder *qb, const void *what, const Frame *heard)
{
    AsItWere *a = qb->as_it_were;
    while (a && !(a->what == what && same_heard(a->around, heard)))
        a = a->next;
    return a;
}

/* From here on what is resolved stands in what is heard; returns what to set then. */
static const Frame *begin(QuestionBuilder *qb, AsItWere *own, const Frame *heard)
{
    const Frame *before = qb->r->assumed;
    own->around = copy_heard(qb->r, heard);
    own->next = qb->as_it_were;
    qb->r->assumed = own->around;
    return before;
}

/* Its assignments are those of the question around, too. */
static void note_met(QuestionBuilder *qb, const AsItWere *found, const Frame *heard)
{
    for (const Frame *own = found->around; own; own = own->outer) {
        if (*own->what_if->met)
            what_if_note_put(qb, heard->what_if);
        heard = next_heard(heard);
    }
}

/* NULL: reported. */
static AsItWere *read_source(QuestionBuilder *qb, const Source *answer,
                             const Frame *heard)
{
    Source anew = {.name = answer->name, .span = answer->span, .index = UINT32_MAX};
    AsItWere *own = ARENA_NEW(qb->r->arena, AsItWere);
    own->what = answer;
    const Frame *before = begin(qb, own, heard);
    bool ok = origin_read(qb->r, answer->origin.printed, &anew);
    qb->r->assumed = before;
    if (!ok)
        return NULL;
    if (is_met(own) && can_assume(anew.origin.question) && same_columns(answer, &anew))
        own->rows = anew.origin.question;
    return qb->as_it_were = own;
}

static AsItWere *read_answer(QuestionBuilder *qb, const Source *answer,
                             const Frame *heard);

/* Of answers under each other: those that are met. NULL: reported. */
static AsItWere *read_stack(QuestionBuilder *qb, const Source *stack,
                            const Frame *heard)
{
    const Origin *origin = &stack->origin;
    AsItWere *own = ARENA_NEW(qb->r->arena, AsItWere);
    Question *rows = ARENA_NEW(qb->r->arena, Question);
    own->what = stack;
    own->around = copy_heard(qb->r, heard);
    rows->sees_what_if = true;
    rows->part = ARENA_ARRAY(qb->r->arena, const Question *, origin->n_part + 1);
    for (size_t i = 0; i < origin->n_part; i++) {
        const Source *answer = answer_under(origin->part[i]);
        AsItWere *part = answer ? read_answer(qb, answer, heard) : NULL;
        if (answer && !part)
            return NULL;
        if (!part || !part->rows)
            continue;
        rows->part[i] = part->rows;
        own->rows = rows;
        const Frame *to = own->around;
        for (const Frame *f = part->around; f; f = f->outer, to = to->outer)
            *to->what_if->met |= *f->what_if->met;
    }
    own->next = qb->as_it_were;
    return qb->as_it_were = own;
}

/* NULL: reported. */
static AsItWere *read_answer(QuestionBuilder *qb, const Source *answer,
                             const Frame *heard)
{
    AsItWere *found = find(qb, answer, heard);
    if (found)
        return found;
    return answer->origin.kind == ORIGIN_STACK ? read_stack(qb, answer, heard)
                                               : read_source(qb, answer, heard);
}

bool what_if_rows(const ValueScope *scope, const Source *source, const Question **rows)
{
    QuestionBuilder *qb = scope->qb;
    const Frame *heard = heard_from(scope->frame);
    const Source *answer = heard ? answer_under(source) : NULL;
    if (!answer)
        return true;
    const AsItWere *found = read_answer(qb, answer, heard);
    if (!found)
        return false;
    *rows = found->rows;
    if (found->rows)
        note_met(qb, found, heard);
    return true;
}

/* NULL: reported. */
static AsItWere *read_value(QuestionBuilder *qb, const AstExpr *ast, const Frame *heard)
{
    AsItWere *own = ARENA_NEW(qb->r->arena, AsItWere);
    own->what = ast->as.query;
    const Frame *before = begin(qb, own, heard);
    const Expr *value = subquestion_scalar(qb->r, ast);
    qb->r->assumed = before;
    if (!value)
        return NULL;
    if (is_met(own))
        own->value = value;
    return qb->as_it_were = own;
}

const Expr *what_if_scalar(const ValueScope *scope, const AstExpr *ast)
{
    QuestionBuilder *qb = scope->qb;
    const Frame *heard = heard_from(scope->frame);
    if (!heard)
        return subquestion_scalar(qb->r, ast);
    const AsItWere *found = find(qb, ast->as.query, heard);
    if (!found && !(found = read_value(qb, ast, heard)))
        return NULL;
    if (!found->value)
        return subquestion_scalar(qb->r, ast);
    note_met(qb, found, heard);
    return found->value;
}

WhatIfRow what_if_row_begin(QuestionBuilder *qb, const Frame *frame)
{
    WhatIfRow row = {.before = qb->r->assumed, .heard = heard_from(frame)};
    if (row.heard) {
        row.own = find(qb, qb, row.heard);
        if (!row.own) {
            row.own = ARENA_NEW(qb->r->arena, AsItWere);
            row.own->what = qb;
            begin(qb, row.own, row.heard);
            qb->as_it_were = row.own;
        }
        for (const Frame *f = row.own->around; f; f = f->outer)
            *f->what_if->met = false;
    }
    qb->r->assumed = row.own ? row.own->around : NULL;
    return row;
}

void what_if_row_end(QuestionBuilder *qb, const WhatIfRow *row)
{
    qb->r->assumed = row->before;
    if (row->own)
        note_met(qb, row->own, row->heard);
}

bool what_if_meet(const Resolver *r, const Question *q)
{
    bool met = false;
    for (const Frame *f = r->assumed; f; f = f->outer) {
        for (size_t i = 0; f->what_if && i < q->n_put; i++) {
            if (q->put[i] != f->what_if->value)
                continue;
            *f->what_if->met = met = true;
        }
    }
    return met;
}

/* The rows of a list or of `from` without a measure. false: reported. */
static bool read_own_rows(Resolver *r, Question *q)
{
    const Source *source = question_rows(q);
    const Source *answer = source ? answer_under(source) : NULL;
    if (!answer || !r->assumed)
        return true;
    QuestionBuilder qb = {.r = r, .q = q};
    const AsItWere *found = read_answer(&qb, answer, r->assumed);
    if (!found)
        return false;
    q->rows = found->rows;
    if (found->rows)
        note_met(&qb, found, r->assumed);
    return true;
}

bool what_if_leaves_rows(Resolver *r, const Question *q, const AstItem *item)
{
    if (!r->assumed || !q->n_put || q->n_leaf)
        return true;
    Diag *d = diag_error(r->sink, DIAG_WHAT_IF, q->put[0]->span,
                         "nothing would be left of which there is one value per key: "
                         "this is no measure");
    diag_note(r->sink, d, &item->span, "here it is a value of rows");
    diag_help(r->sink, d, "say it of what is: as in `revenue = revenue * 0 + 100 EUR`");
    return false;
}

bool what_if_check_around(Resolver *r, Question *q)
{
    if (!read_own_rows(r, q))
        return false;
    for (const Frame *f = r->assumed; f; f = f->outer) {
        const Question *missed = what_if_misses_answer(q, f->what_if->measure);
        if (missed) {
            what_if_report_missed(r, missed, f->what_if->measure, f->span);
            return false;
        }
        q->sees_what_if = true;
    }
    return true;
}
