/* The resolved question as text: for --dump=question and for tests. Items with their
   types, what the lines are kept by and where each source has it, contexts, leaves. */
#include "runtime/plan/plan.h"

#include "runtime/base/compiler.h"

static const char *kind_text(Type type)
{
    switch (type.kind) {
    case VALUE_TEXT:
        return "text";
    case VALUE_BOOLEAN:
        return "boolean";
    case VALUE_DATE:
        return "date";
    case VALUE_MOMENT:
        return "time";
    case VALUE_PERIOD:
        return calendar_unit_name(type.period);
    case VALUE_NUMBER:
        break;
    }
    switch (type.unit.kind) {
    case UNIT_NONE:
        return type.integer ? "integer" : "decimal";
    case UNIT_COUNT:
        return "count";
    case UNIT_PERCENT:
        return "percent";
    case UNIT_MONEY:
        return "money";
    case UNIT_DAYS:
        return "days";
    case UNIT_HOURS:
        return "hours";
    }
    UNREACHABLE("unit");
}

static void print_type(StrBuf *sb, Type type)
{
    strbuf_addf(sb, " : %s", kind_text(type));
    if (type.kind == VALUE_NUMBER && type.unit.kind == UNIT_MONEY &&
        type.unit.currency[0])
        strbuf_addf(sb, "(%s)", type.unit.currency);
}

static void print_line(StrBuf *sb, const char *what, const Expr *expr)
{
    strbuf_adds(sb, what);
    plan_print_expr(sb, expr);
    strbuf_addc(sb, '\n');
}

static void print_items(StrBuf *sb, const Question *q)
{
    for (size_t i = 0; i < q->n_item; i++) {
        strbuf_addf(sb, "%s %s", q->item[i].is_hidden ? "hidden" : "show",
                    q->item[i].title);
        print_type(sb, q->item[i].type);
        print_line(sb, " = ", q->item[i].value);
    }
}

/* What key `i` is in the rows of each source. */
static void print_key(StrBuf *sb, const KeyList *keys, size_t i)
{
    for (size_t k = 0; k < keys->n_binding; k++) {
        const Binding *b = &keys->binding[k];
        strbuf_addf(sb, "  in %s: ", b->source->name);
        if (b->value[i])
            plan_print_expr(sb, b->value[i]);
        else if (keys->type[i].kind == VALUE_PERIOD)
            strbuf_adds(sb, "the time of the measure");
        else
            strbuf_adds(sb, "not known");
        if (b->label && b->label[i] && b->label[i] != b->value[i]) {
            strbuf_adds(sb, ", printed as ");
            plan_print_expr(sb, b->label[i]);
        }
        strbuf_addc(sb, '\n');
    }
}

static void print_keys(StrBuf *sb, const Question *q)
{
    for (size_t i = 0; i < q->n_by; i++) {
        strbuf_addf(sb, "%s %s", q->by[i].across ? "across" : "by", q->by[i].title);
        print_type(sb, q->by[i].type);
        strbuf_addc(sb, '\n');
        print_key(sb, &q->keys, i);
    }
}

static void print_context(StrBuf *sb, const Context *context)
{
    if (context->axis)
        strbuf_addf(sb, "  on %s\n", context->axis->name);
    if (context->spread) {
        strbuf_adds(sb, "  ");
        spread_print(sb, context->spread);
        strbuf_addc(sb, '\n');
    }
    for (size_t i = 0; i < context->n_row; i++)
        print_line(sb,
                   !context->asked || context->asked[i] ? "  where " : "  own where ",
                   context->row[i]);
    for (size_t i = 0; context->lifted >> i; i++) {
        if (context->lifted >> i & 1)
            strbuf_addf(sb, "  all of key %zu\n", i);
    }
}

static void print_leaf(StrBuf *sb, const Leaf *leaf)
{
    strbuf_addf(sb, "leaf %u : %s(", leaf->id, plan_aggregate_text(leaf->fn));
    if (leaf->arg)
        plan_print_expr(sb, leaf->arg);
    if (leaf->by) {
        strbuf_adds(sb, " by ");
        plan_print_expr(sb, leaf->by);
    }
    strbuf_addc(sb, ')');
    if (leaf->source)
        strbuf_addf(sb, " from %s%s", leaf->source->name,
                    leaf->rows ? " as it would be" : "");
    print_type(sb, leaf->type);
    strbuf_addc(sb, '\n');
    for (size_t i = 0; leaf->per && i < leaf->per->keys.n_key; i++) {
        strbuf_adds(sb, leaf->per->every ? "  per every key\n" : "  per key\n");
        print_key(sb, &leaf->per->keys, i);
    }
    if (leaf->where)
        print_line(sb, "  where ", leaf->where);
    if (leaf->context)
        print_context(sb, leaf->context);
}

static void print_top(StrBuf *sb, const Top *top)
{
    if (!top->present)
        return;
    strbuf_addf(sb, "%s %llu", top->bottom ? "bottom" : "top",
                (unsigned long long)top->n);
    if (top->n_per)
        strbuf_addf(sb, " per the first %u", top->n_per);
    if (top->by) {
        strbuf_adds(sb, " by ");
        plan_print_expr(sb, top->by);
    }
    strbuf_addc(sb, '\n');
}

void plan_dump_clauses(StrBuf *sb, const Question *q)
{
    if (q->has_for) {
        strbuf_adds(sb, "for ");
        civil_print_day(sb, q->shown.lo);
        strbuf_adds(sb, " .. ");
        civil_print_day(sb, q->shown.hi - 1);
        strbuf_addc(sb, '\n');
    }
    if (q->having)
        print_line(sb, "having ", q->having);
    for (size_t i = 0; i < q->n_sort; i++)
        print_line(sb, q->sort[i].descending ? "sort descending by " : "sort by ",
                   q->sort[i].value);
    print_top(sb, &q->top);
    print_top(sb, &q->tail);
    if (q->with)
        strbuf_addf(sb, "with%s%s%s\n", q->with & WITH_TOTAL ? " total" : "",
                    q->with & WITH_SUBTOTALS ? " subtotals" : "",
                    q->with & WITH_OTHERS ? " others" : "");
    if (q->sparse)
        strbuf_adds(sb, "sparse\n");
    for (size_t i = 0; i < q->n_alarm; i++)
        print_line(sb, q->alarm[i].warn ? "warn when " : "alarm when ",
                   q->alarm[i].when);
}

void plan_dump_question(StrBuf *sb, const Question *q)
{
    strbuf_adds(sb, q->is_list ? "list" : "question");
    if (q->is_list && q->list_source)
        strbuf_addf(sb, " from %s", q->list_source->name);
    else if (q->from)
        strbuf_addf(sb, " from %s", q->from->name);
    strbuf_addc(sb, '\n');
    print_items(sb, q);
    print_keys(sb, q);
    for (size_t i = 0; i < q->n_leaf; i++)
        print_leaf(sb, q->leaf[i]);
    if (q->context)
        print_context(sb, q->context);
    plan_dump_clauses(sb, q);
}
