/* The waterfall of `why`: it begins with what is compared with, and ends with M. */
#include "runtime/execute/why.h"

#include "runtime/algebra/format.h"

#include <string.h>

typedef struct {
    const Executor *ex;
    const Question *q;
    const Result *from;
    VectorBuilder *name, *step;
} Steps;

static void add(Steps *s, const char *name, Value step)
{
    Value text = {.empty = false};
    text.as.text.text = name;
    text.as.text.len = strlen(name);
    vector_builder_add(s->name, text);
    vector_builder_add(s->step, step);
}

/* Place of an item in the answer. */
static size_t column_of(const Steps *s, size_t item)
{
    return s->q->n_by + item;
}

static void add_reasons(Steps *s, uint32_t row)
{
    for (size_t i = 0; i < s->q->why->n_reason; i++) {
        size_t at = column_of(s, 2 + i);
        add(s, s->q->item[2 + i].title, result_value(s->from, at, row));
    }
}

/* The keys of a line as they print; those of the dimension that was chosen are not. */
static void add_member(Steps *s, uint32_t row)
{
    FormatStyle style = {.locale = s->ex->locale};
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t k = s->q->why->chooses; k < s->q->n_by; k++) {
        strbuf_adds(&sb, sb.len ? ", " : "");
        format_key(&sb, &style, s->from->column[k].type, result_value(s->from, k, row));
    }
    if (s->from->level[row] == LEVEL_OTHERS) {
        strbuf_reset(&sb);
        strbuf_addf(&sb, "others (%u)", s->from->n_other[row]);
    }
    add(s, sb.text, result_value(s->from, column_of(s, s->q->n_item - 2), row));
    strbuf_release(&sb);
}

static ResultColumn column(const Result *result, const char *title, ColumnRole role,
                           Type type)
{
    return (ResultColumn){
        .title = arena_strdup(result->arena, title), .role = role, .type = type};
}

void why_add_steps(const Executor *ex, const Question *q, Result *result)
{
    static const Type text = {.kind = VALUE_TEXT};
    Result *drawn = result_new();
    Type type = q->item[0].type;
    Steps s = {.ex = ex, .q = q, .from = result};
    s.name = vector_builder_new(text, drawn->pool);
    s.step = vector_builder_new(type, drawn->pool);
    uint32_t last = result->n_row - 1;
    bool by_reason = !q->n_by || q->why->kind == WHY_PRICE;
    add(&s, q->item[1].title, result_value(result, column_of(&s, 1), last));
    drawn->n_row = 1 + (by_reason ? (uint32_t)q->why->n_reason : last);
    if (by_reason)
        add_reasons(&s, last);
    for (uint32_t row = 0; !by_reason && row < last; row++)
        add_member(&s, row);
    drawn->column = ARENA_ARRAY(drawn->arena, ResultColumn, 2);
    drawn->n_column = 2;
    drawn->column[0] = column(drawn, "step", COLUMN_KEY, text);
    drawn->column[1] = column(drawn, q->item[0].title, COLUMN_MEASURE, type);
    drawn->column[0].vec = vector_builder_finish(s.name, drawn->arena);
    drawn->column[1].vec = vector_builder_finish(s.step, drawn->arena);
    drawn->level = ARENA_ARRAY(drawn->arena, uint8_t, (size_t)drawn->n_row + 1);
    drawn->chart = (ChartAsk){CHART_WATERFALL, 0};
    drawn->is_steps = true;
    result->drawn = drawn;
}
