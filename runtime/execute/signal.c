/* Alarms and warnings: for every line that `having` keeps, whether `top` hides it or
   not; never for totals. A condition that is empty raises nothing, and a line of which
   only a part is there (◔) is not judged. */
#include "runtime/algebra/format.h"
#include "runtime/execute/answer.h"

/* A key is said as it is printed. */
static void print_part(const Answer *a, StrBuf *sb, const TextPart *part,
                       const Vector *values, uint32_t line)
{
    if (!part->value) {
        strbuf_adds(sb, part->literal ? part->literal : "");
        return;
    }
    const Expr *expr = part->value;
    FormatStyle style = {.locale = a->run->ex->locale};
    Type type = expr->kind == EXPR_ITEM ? a->run->question->item[expr->as.index].type
                                        : expr->type;
    if (expr->kind == EXPR_KEY && expr->as.index < a->n_by) {
        uint32_t slot = expr->as.index;
        Value value =
            label_value(a->run, slot, a->code[(size_t)line * a->n_by + slot], &type);
        format_key(sb, &style, type, value);
        return;
    }
    format_value(sb, &style, type, vector_value(values, type, line));
}

typedef struct {
    Answer *a;
    Result *result;
    size_t cap;
    uint32_t n_so_far, n_short; /* signals of lines that are not judged */
} Signals;

static void raise_signal(Signals *s, const Alarm *alarm, const Vector *part,
                         uint32_t line)
{
    Result *r = s->result;
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t i = 0; i < alarm->n_text; i++)
        print_part(s->a, &sb, &alarm->text[i], &part[i], line);
    Signal signal = {.line = s->a->out_row[line],
                     .warn = alarm->warn,
                     .text = arena_strdup(r->arena, sb.text)};
    ARENA_PUSH(r->arena, r->signal, r->n_signal, s->cap, signal);
    strbuf_release(&sb);
}

static bool check_alarm(Signals *s, const Alarm *alarm)
{
    Answer *a = s->a;
    Table *table = &a->level[a->n_by].main;
    Vector when;
    Vector *part = ARENA_ARRAY(a->run->arena, Vector, alarm->n_text);
    if (!table_values(table, alarm->when, &when))
        return false;
    for (size_t i = 0; i < alarm->n_text; i++) {
        if (alarm->text[i].value &&
            !table_values(table, alarm->text[i].value, &part[i]))
            return false;
    }
    const uint8_t *unfinished = table_unfinished(table, alarm->when);
    for (uint32_t i = 0; i < a->n_line; i++) {
        uint32_t line = a->order[i];
        if (!a->kept[line] || vector_is_empty(&when, line) || !when.v.boolean[line])
            continue;
        uint8_t mark = unfinished ? unfinished[line] : 0;
        s->n_so_far += (mark & MARK_SO_FAR) != 0;
        s->n_short += mark == MARK_SHORT;
        if (!mark)
            raise_signal(s, alarm, part, line);
    }
    return true;
}

static void note_spared(Result *r, uint32_t n, const char *of, const char *help)
{
    if (n)
        r->note[r->n_note++] =
            arena_printf(r->arena, "%u signal%s of %s (◔) %s not raised%s", n,
                         n > 1 ? "s" : "", of, n > 1 ? "are" : "is", help);
}

bool answer_signals(Answer *a, Result *result)
{
    Signals s = {.a = a, .result = result};
    for (size_t i = 0; i < a->run->question->n_alarm; i++) {
        if (!check_alarm(&s, &a->run->question->alarm[i]))
            return false;
    }
    note_spared(result, s.n_so_far, "unfinished periods", "");
    note_spared(result, s.n_short, "periods that a source has in part",
                "; `covers` in the source says what it is complete for");
    return true;
}
