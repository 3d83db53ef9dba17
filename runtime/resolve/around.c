/* What stands around every question of a statement: the currency that is set, and what
   is assumed while an answer is read as it would be. A definition knows of neither; one
   that is read anew under an assumption knows that. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

const Frame *around_question(Resolver *r)
{
    if (!r->currency)
        return r->assumed;
    Frame *frame = ARENA_NEW(r->arena, Frame);
    CurrencyWish *wish = ARENA_NEW(r->arena, CurrencyWish);
    for (size_t i = 0; i < CURRENCY_SIZE - 1; i++)
        wish->code[i] = ascii_upper(r->currency[i]);
    wish->is_set = true;
    frame->currency = wish;
    frame->outer = r->assumed;
    return frame;
}

Around around_suspend(Resolver *r)
{
    Around around = {r->currency, r->assumed};
    r->currency = NULL;
    r->assumed = NULL;
    return around;
}

Around around_define(Resolver *r)
{
    Around around = {r->currency, r->assumed};
    r->currency = NULL;
    return around;
}

void around_resume(Resolver *r, Around around)
{
    r->currency = around.currency;
    r->assumed = around.assumed;
}
