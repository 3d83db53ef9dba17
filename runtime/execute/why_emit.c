/* The lines of `why`: the largest members, the others as one, the total. */
#include "runtime/execute/why.h"

#include "runtime/algebra/format.h"

#include <string.h>

typedef struct {
    const Executor *ex;
    const Question *q;
    const Why *why;
    const WhyPart *part;
    Result *result;
    uint32_t n_shown; /* members */
    uint32_t n_other;
    bool has_total, all;
    SplitMember other;
} Emitter;

/* Lines are numbered: members, others, total. */
static bool is_member(const Emitter *e, uint32_t row)
{
    return row < e->n_shown;
}

static bool is_others(const Emitter *e, uint32_t row)
{
    return row == e->n_shown && e->n_other;
}

static const SplitMember *values_of(const Emitter *e, uint32_t row)
{
    if (is_member(e, row))
        return &e->part->member[e->part->order[row]];
    return is_others(e, row) ? &e->other : &e->part->total;
}

static uint32_t line_of(const Emitter *e, uint32_t row)
{
    return e->part->line[e->part->order[row]];
}

static VectorBuilder *begin(Emitter *e, size_t at, const char *title, ColumnRole role,
                            Type type)
{
    Result *r = e->result;
    r->column[at] = (ResultColumn){
        .title = arena_strdup(r->arena, title), .role = role, .type = type};
    return vector_builder_new(type, r->pool);
}

static void end(Emitter *e, size_t at, VectorBuilder *builder)
{
    e->result->column[at].vec = vector_builder_finish(builder, e->result->arena);
}

/* --- keys --- */

static void emit_keys(Emitter *e)
{
    static const Value none = {.empty = true};
    const Result *from = e->part->from;
    for (size_t k = 0; k < e->part->question->n_by; k++) {
        const ResultColumn *column = &from->column[k];
        VectorBuilder *b = begin(e, k, column->title, column->role, column->type);
        for (uint32_t row = 0; row < e->result->n_row; row++) {
            if (is_member(e, row))
                vector_builder_take(b, &column->vec, line_of(e, row));
            else
                vector_builder_add(b, none);
        }
        end(e, k, b);
    }
}

static Value text_value(const char *text)
{
    Value value = {.empty = text == NULL};
    if (text) {
        value.as.text.text = text;
        value.as.text.len = strlen(text);
    }
    return value;
}

/* The dimension that was chosen, and its member as it prints. */
static void emit_choice(Emitter *e)
{
    const ResultColumn *column = &e->part->from->column[0];
    FormatStyle style = {.locale = e->ex->locale};
    StrBuf sb;
    strbuf_init(&sb);
    Type text = {.kind = VALUE_TEXT};
    VectorBuilder *dimension = begin(e, 0, e->q->by[0].title, COLUMN_KEY, text);
    VectorBuilder *member = begin(e, 1, e->q->by[1].title, COLUMN_KEY, text);
    for (uint32_t row = 0; row < e->result->n_row; row++) {
        bool inside = is_member(e, row) || is_others(e, row);
        vector_builder_add(dimension, text_value(inside ? column->title : NULL));
        strbuf_reset(&sb);
        if (is_member(e, row))
            format_key(&sb, &style, column->type,
                       vector_value(&column->vec, column->type, line_of(e, row)));
        vector_builder_add(member, text_value(is_member(e, row) ? sb.text : NULL));
    }
    end(e, 0, dimension);
    end(e, 1, member);
    strbuf_release(&sb);
}

/* --- numbers --- */

static Value number(Decimal v)
{
    return (Value){.as.number = v};
}

static Value side_value(const Emitter *e, const SplitMember *m, bool before)
{
    const Decimal *v = before ? m->before : m->now;
    bool rate = e->why->kind == WHY_RATE || e->why->kind == WHY_TERMS;
    Value value = number(v[0]);
    if (rate)
        value.empty =
            decimal_is_zero(v[1]) || !decimal_div(v[0], v[1], &value.as.number);
    return value;
}

/* The line of the part that says whether row `row` is of what is not over. */
static uint8_t is_partial(const Emitter *e, bool before, uint32_t row)
{
    uint32_t line = is_member(e, row) ? line_of(e, row) : e->part->whole;
    uint8_t found = 0;
    for (int i = 0; i < why_sides(e->part) && line < e->part->from->n_row; i++) {
        const ResultColumn *column =
            &e->part->from->column[why_column(e->part, before, i)];
        found |= column->partial ? column->partial[line] : 0;
    }
    return found;
}

static void mark(Emitter *e, size_t at, bool now, bool before)
{
    Result *r = e->result;
    uint8_t *partial = ARENA_ARRAY(r->arena, uint8_t, (size_t)r->n_row + 1);
    bool any = false;
    for (uint32_t row = 0; row < r->n_row; row++) {
        partial[row] = (uint8_t)((now && is_partial(e, false, row)) ||
                                 (before && is_partial(e, true, row)));
        any |= partial[row];
    }
    r->column[at].partial = any ? partial : NULL;
}

static void emit_side(Emitter *e, size_t at, const Item *item, bool before)
{
    VectorBuilder *b = begin(e, at, item->title, COLUMN_MEASURE, item->type);
    bool known = why_is_known(e->part, before);
    for (uint32_t row = 0; row < e->result->n_row; row++) {
        Value value = side_value(e, values_of(e, row), before);
        value.empty |= !known;
        vector_builder_add(b, value);
    }
    end(e, at, b);
    mark(e, at, !before, before);
}

static void emit_reason(Emitter *e, size_t at, const Item *item, size_t reason)
{
    VectorBuilder *b = begin(e, at, item->title, COLUMN_MEASURE, item->type);
    for (uint32_t row = 0; row < e->result->n_row; row++) {
        const SplitMember *m = values_of(e, row);
        Value value = number(reason == SIZE_MAX ? m->sum : m->reason[reason]);
        value.empty = !e->part->known;
        vector_builder_add(b, value);
    }
    end(e, at, b);
    mark(e, at, true, true);
}

/* Of a change of nothing there are no shares. */
static void emit_share(Emitter *e, size_t at, const Item *item)
{
    VectorBuilder *b = begin(e, at, item->title, COLUMN_MEASURE, item->type);
    Decimal whole = e->part->total.sum;
    for (uint32_t row = 0; row < e->result->n_row; row++) {
        Value value = number(whole);
        value.empty = !e->part->known || decimal_is_zero(whole) ||
                      !decimal_div(values_of(e, row)->sum, whole, &value.as.number);
        vector_builder_add(b, value);
    }
    end(e, at, b);
    mark(e, at, true, true);
}

/* --- lines --- */

static bool count_lines(Emitter *e)
{
    const WhyPart *part = e->part;
    bool lines = part->question->n_by > 0;
    bool all = e->all && !e->why->has_top;
    uint32_t most = !all && e->why->n_top < part->n ? (uint32_t)e->why->n_top : part->n;
    e->n_shown = lines ? most : 0;
    e->n_other = lines ? part->n - most : 0;
    e->has_total = lines;
    for (uint32_t i = most; lines && i < part->n; i++) {
        if (!why_add(&e->other, &part->member[part->order[i]]))
            return false;
    }
    e->result->n_row = e->n_shown + (e->n_other > 0) + 1;
    return true;
}

static void emit_levels(Emitter *e)
{
    Result *r = e->result;
    size_t n = (size_t)r->n_row + 1;
    r->level = ARENA_ARRAY(r->arena, uint8_t, n);
    r->depth = ARENA_ARRAY(r->arena, uint8_t, n);
    r->closes = ARENA_ARRAY(r->arena, uint8_t, n);
    r->n_other = ARENA_ARRAY(r->arena, uint32_t, n);
    r->has_levels = e->has_total;
    for (uint32_t row = e->n_shown; e->has_total && row < r->n_row; row++) {
        bool others = is_others(e, row);
        r->level[row] = others ? LEVEL_OTHERS : LEVEL_TOTAL;
        r->depth[row] = others && e->why->chooses;
        r->n_other[row] = others ? e->n_other : 0;
    }
}

/* --- texts --- */

/* Which dimension was chosen, and what the others would have told. */
static const char *choice_note(const Emitter *e, size_t n_part)
{
    enum { SAID = 4 };
    FormatStyle style = {.locale = e->ex->locale};
    StrBuf sb;
    const char *chosen = e->part[0].question->by[0].title;
    if (e->why->kind == WHY_PRICE)
        return arena_printf(e->result->arena,
                            "`%s` is chosen of %zu entit%s: its members' prices differ "
                            "most",
                            chosen, n_part, n_part == 1 ? "y" : "ies");
    strbuf_init(&sb);
    strbuf_addf(&sb, "`%s` is chosen of %zu dimension%s: three members are ", chosen,
                n_part, n_part == 1 ? "" : "s");
    format_value(&sb, &style, e->q->item[0].type, number(e->part[0].score));
    strbuf_adds(&sb, " off a change of all alike");
    for (size_t i = 1; i < n_part && i < SAID; i++) {
        strbuf_addf(&sb, ", of `%s` ", e->part[i].question->by[0].title);
        format_value(&sb, &style, e->q->item[0].type, number(e->part[i].score));
    }
    const char *note = arena_strdup(e->result->arena, sb.text);
    strbuf_release(&sb);
    return note;
}

/* The period of today that nobody wrote. */
static const char *period_note(const Emitter *e)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_adds(&sb, "for ");
    calendar_print_days_of(&sb, e->q->shown, e->q->shown_year);
    strbuf_adds(&sb, ", in which today lies");
    const char *note = arena_strdup(e->result->arena, sb.text);
    strbuf_release(&sb);
    return note;
}

static void emit_texts(Emitter *e, size_t n_part)
{
    Result *r = e->result;
    const Result *from = e->part->from;
    r->note = ARENA_ARRAY(r->arena, const char *, from->n_note + 3);
    if (!e->why->has_for && e->q->has_for)
        r->note[r->n_note++] = period_note(e);
    if (e->why->chooses)
        r->note[r->n_note++] = choice_note(e, n_part);
    for (size_t i = 0; i < from->n_note; i++)
        r->note[r->n_note++] = arena_strdup(r->arena, from->note[i]);
    if (e->why->whole)
        r->note[r->n_note++] = arena_strdup(r->arena, e->why->whole);
    r->chart = e->q->chart;
    r->fresh = ARENA_ARRAY(r->arena, Freshness, from->n_fresh + 1);
    for (size_t i = 0; i < from->n_fresh; i++)
        r->fresh[r->n_fresh++] =
            (Freshness){arena_strdup(r->arena, from->fresh[i].source),
                        from->fresh[i].oldest, from->fresh[i].newest};
}

Result *why_emit(const Executor *ex, const Question *q, const WhyParts *parts)
{
    Emitter e = {.ex = ex, .q = q, .why = q->why, .part = parts->part};
    e.all = parts->all;
    e.result = result_new();
    if (!count_lines(&e)) {
        diag_error(ex->sink, DIAG_NUMBER_OVERFLOW, q->span,
                   "a number has more than 76 digits");
        result_unref(e.result);
        return NULL;
    }
    Result *r = e.result;
    size_t n_key = q->n_by;
    r->n_column = n_key + q->n_item;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column + 1);
    if (e.why->chooses)
        emit_choice(&e);
    else
        emit_keys(&e);
    emit_side(&e, n_key, &q->item[0], false);
    emit_side(&e, n_key + 1, &q->item[1], true);
    for (size_t i = 0; i < e.why->n_reason; i++)
        emit_reason(&e, n_key + 2 + i, &q->item[2 + i], i);
    emit_reason(&e, r->n_column - 2, &q->item[q->n_item - 2], SIZE_MAX);
    emit_share(&e, r->n_column - 1, &q->item[q->n_item - 1]);
    emit_levels(&e);
    emit_texts(&e, parts->n);
    if (r->chart.kind == CHART_WATERFALL)
        why_add_steps(ex, q, r);
    return r;
}
