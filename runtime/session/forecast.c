/* `forecast M by U, D next N using METHOD` and, in backtest.c, `backtest M by U using
   METHOD`: the past is asked as two questions, for the whole and, where there is a D,
   for its units; what is expected is the series' own, or that of deals. */
#include "runtime/session/driver.h"
#include "runtime/session/forecast_ask.h"

/* What is printed instead of an answer: the same of the questions about the past. */
static bool show_past(Forecast *f)
{
    bool ok = true;
    for (size_t i = 0; ok && i < f->n_past; i++)
        ok = explain_question(f->s, f->past[i], f->s->options.dump);
    return ok;
}

/* Prints the lines that are asked for, and keeps all. */
static bool emit_answer(Forecast *f)
{
    if (!f->is_backtest &&
        !keep_begin(f->s, f->ast, method_word(f->want.method), &f->keep))
        return false;
    DriverAsIf as_if = driver_as_if(f->s, f->ast, f->whole);
    Result *answer = forecast_answer(f);
    bool ok = !answer || keep_answer(f->s, &f->keep, answer);
    answer = forecast_answer_lines(f, answer);
    driver_end_as_if(f->s, &as_if);
    return run_emit_result(f->s, answer) && ok;
}

bool forecast_emit(Forecast *f, bool ok)
{
    if (ok && f->s->options.dump != SESSION_DUMP_NONE) {
        ok = show_past(f);
    } else if (ok) {
        session_ready_executor(f->s);
        ok = emit_answer(f);
    }
    session_place_errors(f->s, f->ast->span);
    forecast_end(f);
    return ok;
}

static bool begin(Forecast *f, Session *s, const AstQuestion *ast)
{
    forecast_start(f, s, ast);
    return forecast_resolve(f);
}

bool forecast_check(Session *s, const AstQuestion *ast)
{
    Forecast f;
    bool ok = begin(&f, s, ast);
    forecast_end(&f);
    return ok;
}

bool forecast_run(Session *s, const AstQuestion *ast)
{
    Forecast f;
    return forecast_emit(&f, begin(&f, s, ast));
}
