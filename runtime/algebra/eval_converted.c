/* Money that was read in another currency: the value, unless a rate was missing; and
   what is read in one as a whole. */
#include "runtime/algebra/eval_internal.h"

static void report_missing(EvalRun *run, const Step *step, const Vector *arg, Day day)
{
    StrBuf sb;
    strbuf_init(&sb);
    civil_print_day(&sb, day);
    Type text = {.kind = VALUE_TEXT};
    Diag *d = diag_error(run->sink, DIAG_CURRENCY, step->expr->span,
                         "there is no rate from %s to %s for %s",
                         vector_value(&arg[2], text, 0).as.text.text,
                         vector_value(&arg[3], text, 0).as.text.text, sb.text);
    diag_help(run->sink, d, "add the rate to the table of `currency rates`");
    strbuf_release(&sb);
}

EVAL_FUNCTION(converted)
{
    for (uint32_t i = 0; i < arg[1].n; i++) {
        if (vector_is_empty(&arg[1], i))
            continue;
        report_missing(run, step, arg, arg[1].v.day[i]);
        return false;
    }
    *out = arg[0];
    return true;
}

/* The mean itself: its last day was for the rate. */
EVAL_FUNCTION(mean_until)
{
    (void)run;
    (void)step;
    *out = arg[0];
    return true;
}
