/* Functions of texts. Results are interned into the run's pool; where a text comes
   from a dictionary column, eval_memo.c calls these once per code. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"

#include <string.h>

static Text text_at(const Vector *vec, uint32_t row)
{
    return intern_text(vec->pool, vec->v.code[row]);
}

static void put_text(EvalRun *run, Vector *out, uint32_t row, const char *text,
                     size_t len)
{
    out->v.code[row] = intern_add(run->pool, text, len);
}

/* A code vector that is empty where an argument is, rows set to 0. */
static void new_texts(EvalRun *run, const Vector *arg, uint32_t n_arg, Vector *out)
{
    eval_valid_and(run, arg, n_arg, out);
    eval_new(run, out, VEC_CODE);
    memset(out->v.code, 0, out->n * sizeof *out->v.code);
}

static Vector as_text(EvalRun *run, Vector vec, Type type)
{
    if (type.kind == VALUE_TEXT || type.empty_only)
        return eval_fit(run, vec, VALUE_TEXT);
    Vector out = {.n = vec.n, .valid = vec.valid};
    StrBuf sb;
    strbuf_init(&sb);
    new_texts(run, &vec, 1, &out);
    for (uint32_t i = 0; i < vec.n; i++) {
        if (vector_is_empty(&vec, i))
            continue;
        strbuf_reset(&sb);
        value_print(&sb, type, vector_value(&vec, type, i));
        put_text(run, &out, i, sb.text, sb.len);
    }
    strbuf_release(&sb);
    return out;
}

EVAL_FUNCTION(to_text)
{
    *out = as_text(run, arg[0], step->expr->arg[0]->type);
    return true;
}

EVAL_FUNCTION(concat)
{
    StrBuf sb;
    for (uint32_t k = 0; k < step->n_arg; k++)
        arg[k] = as_text(run, arg[k], step->expr->arg[k]->type);
    new_texts(run, arg, step->n_arg, out);
    strbuf_init(&sb);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        strbuf_reset(&sb);
        for (uint32_t k = 0; k < step->n_arg; k++) {
            Text part = text_at(&arg[k], i);
            strbuf_add(&sb, part.text, part.len);
        }
        put_text(run, out, i, sb.text, sb.len);
    }
    strbuf_release(&sb);
    return true;
}

static void add_trimmed(StrBuf *sb, Text text)
{
    while (text.len && text.text[0] == ' ') {
        text.text++;
        text.len--;
    }
    while (text.len && text.text[text.len - 1] == ' ')
        text.len--;
    strbuf_add(sb, text.text, text.len);
}

/* upper, lower, trim */
EVAL_FUNCTION(text_call)
{
    StrBuf sb;
    arg[0] = eval_fit(run, arg[0], VALUE_TEXT);
    new_texts(run, arg, 1, out);
    strbuf_init(&sb);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        Text text = text_at(&arg[0], i);
        strbuf_reset(&sb);
        if (step->expr->as.fn == FN_UPPER)
            utf8_upper(&sb, text.text, text.len);
        else if (step->expr->as.fn == FN_LOWER)
            utf8_lower(&sb, text.text, text.len);
        else
            add_trimmed(&sb, text);
        put_text(run, out, i, sb.text, sb.len);
    }
    strbuf_release(&sb);
    return true;
}

/* A count of characters: the whole part, 0 when negative. */
static size_t count_at(const Vector *vec, uint32_t row)
{
    int64_t count;
    Decimal whole = decimal_floor(vector_decimal(vec, row));
    if (decimal_sign(whole) < 0)
        return 0;
    return decimal_to_i64(whole, &count) ? (size_t)count : SIZE_MAX;
}

EVAL_FUNCTION(left)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_TEXT);
    arg[1] = eval_fit(run, arg[1], VALUE_NUMBER);
    new_texts(run, arg, 2, out);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        Text text = text_at(&arg[0], i);
        size_t end = utf8_offset(text.text, text.len, count_at(&arg[1], i));
        put_text(run, out, i, text.text, end);
    }
    return true;
}

EVAL_FUNCTION(right)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_TEXT);
    arg[1] = eval_fit(run, arg[1], VALUE_NUMBER);
    new_texts(run, arg, 2, out);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        Text text = text_at(&arg[0], i);
        size_t have = utf8_count(text.text, text.len);
        size_t want = count_at(&arg[1], i);
        size_t from = utf8_offset(text.text, text.len, want < have ? have - want : 0);
        put_text(run, out, i, text.text + from, text.len - from);
    }
    return true;
}

static void add_replaced(StrBuf *sb, Text text, Text what, Text with)
{
    size_t at = 0;
    while (what.len && at + what.len <= text.len) {
        if (memcmp(text.text + at, what.text, what.len) == 0) {
            strbuf_add(sb, with.text, with.len);
            at += what.len;
        } else {
            strbuf_addc(sb, text.text[at++]);
        }
    }
    strbuf_add(sb, text.text + at, text.len - at);
}

EVAL_FUNCTION(replace)
{
    (void)step;
    StrBuf sb;
    eval_fit_all(run, arg, 3, VALUE_TEXT);
    new_texts(run, arg, 3, out);
    strbuf_init(&sb);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        strbuf_reset(&sb);
        add_replaced(&sb, text_at(&arg[0], i), text_at(&arg[1], i),
                     text_at(&arg[2], i));
        put_text(run, out, i, sb.text, sb.len);
    }
    strbuf_release(&sb);
    return true;
}

EVAL_FUNCTION(length)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_TEXT);
    out->valid = arg[0].valid;
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++) {
        Text text = {"", 0};
        if (!vector_is_empty(out, i))
            text = text_at(&arg[0], i);
        out->v.i64[i] = (int64_t)utf8_count(text.text, text.len);
    }
    return true;
}

static bool parse_number(Text text, Decimal *res)
{
    while (text.len && ascii_is_space(text.text[0])) {
        text.text++;
        text.len--;
    }
    while (text.len && ascii_is_space(text.text[text.len - 1]))
        text.len--;
    return text.len && decimal_parse(text.text, text.len, res);
}

/* Empty where a text is no number; truths are 1 and 0. */
EVAL_FUNCTION(to_number)
{
    ValueKind kind = step->expr->arg[0]->type.kind;
    if (kind == VALUE_NUMBER) {
        *out = eval_fit(run, arg[0], VALUE_NUMBER);
        return true;
    }
    arg[0] = eval_fit(run, arg[0], kind == VALUE_BOOLEAN ? kind : VALUE_TEXT);
    eval_new(run, out, VEC_WIDE);
    memset(eval_new_valid(run, out), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        Decimal *res = &out->v.wide[i];
        if (vector_is_empty(&arg[0], i))
            continue;
        if (kind == VALUE_BOOLEAN)
            *res = decimal_from_i64(arg[0].v.boolean[i]);
        out->valid[i] = kind == VALUE_BOOLEAN || parse_number(text_at(&arg[0], i), res);
    }
    eval_narrow(run, out);
    return true;
}

/* Empty where a text is no date. */
EVAL_FUNCTION(to_date)
{
    ValueKind wanted = step->expr->type.kind;
    if (arg[0].rep != VEC_CODE) {
        *out = eval_fit(run, arg[0], wanted);
        return true;
    }
    Vector moment = {.n = out->n};
    eval_new(run, &moment, VEC_SEC);
    memset(eval_new_valid(run, &moment), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        bool has_time;
        moment.v.i64[i] = 0;
        if (vector_is_empty(&arg[0], i))
            continue;
        Text text = text_at(&arg[0], i);
        moment.valid[i] = civil_parse(text.text, text.len, &moment.v.i64[i], &has_time);
    }
    *out = eval_fit(run, moment, wanted);
    return true;
}
