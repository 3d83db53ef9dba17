/* Answers as sources under `what if`: the statement that prints such a source is
   resolved anew with the assignments around all of it, and an aggregate in their scope
   reads that answer in the place of the source's own. Its columns are the same, so
   nothing else of the source changes. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/what_if.h"

/* One answer under what is heard where it is asked. */
typedef struct AsItWere {
    struct AsItWere *next;
    const Source *answer;
    const Frame *around;  /* of this answer alone, so that it tells what is met */
    const Question *rows; /* NULL: nothing is put in it */
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

/* The answer that the source stands on; NULL: it stands on no answer, or on several. */
static const Source *answer_under(const Source *source)
{
    while (source->origin.source)
        source = source->origin.source;
    const Origin *origin = &source->origin;
    return origin->kind == ORIGIN_QUESTION && origin->printed ? source : NULL;
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

/* false: reported. */
static bool resolve_anew(Resolver *r, AsItWere *own)
{
    const Source *answer = own->answer;
    Source anew = {.name = answer->name, .span = answer->span, .index = UINT32_MAX};
    const Frame *around = r->assumed;
    r->assumed = own->around;
    bool ok = origin_read(r, answer->origin.printed, &anew);
    r->assumed = around;
    bool met = false;
    for (const Frame *f = own->around; f; f = f->outer)
        met |= *f->what_if->met;
    if (ok && met && can_assume(anew.origin.question) && same_columns(answer, &anew))
        own->rows = anew.origin.question;
    return ok;
}

/* NULL: reported. */
static const AsItWere *as_it_were(QuestionBuilder *qb, const Source *answer,
                                  const Frame *frame)
{
    for (const AsItWere *a = qb->as_it_were; a; a = a->next) {
        if (a->answer == answer && same_heard(a->around, frame))
            return a;
    }
    AsItWere *own = ARENA_NEW(qb->r->arena, AsItWere);
    own->answer = answer;
    own->around = copy_heard(qb->r, frame);
    if (!resolve_anew(qb->r, own))
        return NULL;
    own->next = qb->as_it_were;
    qb->as_it_were = own;
    return own;
}

bool what_if_rows(const ValueScope *scope, const Source *source, const Question **rows)
{
    const Frame *heard = heard_from(scope->frame);
    const Source *answer = heard ? answer_under(source) : NULL;
    if (!answer)
        return true;
    const AsItWere *found = as_it_were(scope->qb, answer, heard);
    if (!found)
        return false;
    *rows = found->rows;
    for (const Frame *own = found->around; own && found->rows; own = own->outer) {
        if (*own->what_if->met)
            what_if_note_put(scope->qb, heard->what_if);
        heard = next_heard(heard);
    }
    return true;
}

bool what_if_check_around(Resolver *r, Question *q)
{
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
