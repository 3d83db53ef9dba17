/* like with % (any run) and _ (one character), `~~` the same without regard to case,
   and `~`, a POSIX extended regular expression found anywhere in the text. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/base/utf8.h"

#include <string.h>

/* Bytes of the character at `at`. */
static size_t char_len(Text text, size_t at)
{
    int32_t code;
    return utf8_decode(text.text + at, text.len - at, &code);
}

/* On a mismatch goes back to the last % and lets it take one character more. */
static bool is_like(Text text, Text pattern)
{
    size_t t = 0;
    size_t p = 0;
    size_t star = SIZE_MAX;
    size_t resume = 0;
    while (t < text.len) {
        if (p < pattern.len && pattern.text[p] == '%') {
            star = ++p;
            resume = t;
        } else if (p < pattern.len && pattern.text[p] == '_') {
            t += char_len(text, t);
            p++;
        } else if (p < pattern.len && pattern.text[p] == text.text[t]) {
            t++;
            p++;
        } else if (star != SIZE_MAX) {
            resume += char_len(text, resume);
            t = resume;
            p = star;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.text[p] == '%')
        p++;
    return p == pattern.len;
}

static bool is_alike(Text text, Text pattern, StrBuf low[2])
{
    strbuf_reset(&low[0]);
    strbuf_reset(&low[1]);
    utf8_lower(&low[0], text.text, text.len);
    utf8_lower(&low[1], pattern.text, pattern.len);
    return is_like((Text){low[0].text, low[0].len}, (Text){low[1].text, low[1].len});
}

EVAL_FUNCTION(like)
{
    StrBuf low[2];
    strbuf_init(&low[0]);
    strbuf_init(&low[1]);
    eval_fit_all(run, arg, 2, VALUE_TEXT);
    eval_new(run, out, VEC_BOOL);
    for (uint32_t i = 0; i < out->n; i++) {
        out->v.boolean[i] = 0;
        if (vector_is_empty(&arg[0], i) || vector_is_empty(&arg[1], i))
            continue;
        Text text = intern_text(arg[0].pool, arg[0].v.code[i]);
        Text pattern = intern_text(arg[1].pool, arg[1].v.code[i]);
        out->v.boolean[i] = step->expr->as.fn == FN_LIKE ? is_like(text, pattern)
                                                         : is_alike(text, pattern, low);
    }
    strbuf_release(&low[0]);
    strbuf_release(&low[1]);
    return true;
}

static bool compile_regex(EvalRun *run, const Step *step, Text pattern, regex_t *regex)
{
    int status = regcomp(regex, pattern.text, REG_EXTENDED | REG_NOSUB);
    if (status == 0)
        return true;
    char why[128];
    regerror(status, regex, why, sizeof why);
    diag_error(run->sink, DIAG_BAD_PATTERN, step->expr->span,
               "`%s` is no regular expression: %s", pattern.text, why);
    return false;
}

/* The compiled pattern of a row: kept by the run when it is constant. */
static regex_t *pattern_at(EvalRun *run, const Step *step, const Vector *pattern,
                           uint32_t row)
{
    StepState *state = eval_step_state(run, step);
    bool is_constant = run->program->step[step->arg[1]].is_constant;
    if (state->has_regex && is_constant)
        return &state->regex;
    if (state->has_regex)
        regfree(&state->regex);
    Text text = intern_text(pattern->pool, pattern->v.code[row]);
    state->has_regex = compile_regex(run, step, text, &state->regex);
    return state->has_regex ? &state->regex : NULL;
}

EVAL_FUNCTION(regex)
{
    eval_fit_all(run, arg, 2, VALUE_TEXT);
    eval_new(run, out, VEC_BOOL);
    for (uint32_t i = 0; i < out->n; i++) {
        out->v.boolean[i] = 0;
        if (vector_is_empty(&arg[0], i) || vector_is_empty(&arg[1], i))
            continue;
        const regex_t *regex = pattern_at(run, step, &arg[1], i);
        if (!regex)
            return false;
        Text text = intern_text(arg[0].pool, arg[0].v.code[i]);
        out->v.boolean[i] = regexec(regex, text.text, 0, NULL, 0) == 0;
    }
    return true;
}
