/* The plan as text: for `explain show` and for tests. One block per scan, then what
   each group of it keeps and counts. */
#include "runtime/plan/plan.h"

#include "runtime/base/ascii.h"
#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

static const char *const function_text[] = {
#define FUNCTION(name, text, min, max, rule) text,
#include "runtime/model/function.def"
#undef FUNCTION
};

const char *plan_aggregate_text(AggFn fn)
{
    switch (fn) {
    case AGG_SUM:
        return "sum";
    case AGG_COUNT:
        return "count";
    case AGG_COUNT_DISTINCT:
        return "count distinct";
    case AGG_AVG:
        return "avg";
    case AGG_MIN:
        return "min";
    case AGG_MAX:
        return "max";
    case AGG_MEDIAN:
        return "median";
    case AGG_PERCENTILE:
        return "percentile";
    case AGG_STDDEV:
        return "stddev";
    case AGG_VARIANCE:
        return "variance";
    case AGG_FIRST:
        return "first";
    case AGG_LAST:
        return "last";
    case AGG_TEXT_LIST:
        return "text_list";
    }
    UNREACHABLE("aggregate");
}

static void print_constant(StrBuf *sb, Type type, const Value *value)
{
    if (value->empty) {
        strbuf_adds(sb, "empty");
        return;
    }
    switch (type.kind) {
    case VALUE_NUMBER:
        decimal_print(sb, value->as.number);
        return;
    case VALUE_TEXT:
        strbuf_addc(sb, '"');
        strbuf_add(sb, value->as.text.text, value->as.text.len);
        strbuf_addc(sb, '"');
        return;
    case VALUE_BOOLEAN:
        strbuf_adds(sb, value->as.boolean ? "true" : "false");
        return;
    case VALUE_DATE:
        civil_print_day(sb, value->as.day);
        return;
    case VALUE_MOMENT:
        civil_print_moment(sb, value->as.seconds);
        return;
    case VALUE_PERIOD:
        calendar_print(sb, type.period, value->as.period);
        return;
    }
}

static void print_list(StrBuf *sb, const Expr *expr, const char *between)
{
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        strbuf_adds(sb, i ? between : "");
        plan_print_expr(sb, expr->arg[i]);
    }
}

static void print_args(StrBuf *sb, const Expr *expr)
{
    strbuf_addc(sb, '(');
    print_list(sb, expr, ", ");
    strbuf_addc(sb, ')');
}

static void print_call(StrBuf *sb, const Expr *expr)
{
    const char *name = function_text[expr->as.fn];
    bool word = ascii_is_alpha(name[0]);
    bool infix = expr->as.fn == FN_AND || expr->as.fn == FN_OR ||
                 expr->as.fn == FN_MOD || expr->as.fn == FN_LIKE;
    if (expr->n_arg > 1 && (!word || infix)) {
        char between[32];
        snprintf(between, sizeof between, " %s ", name);
        strbuf_addc(sb, '(');
        print_list(sb, expr, between);
        strbuf_addc(sb, ')');
        return;
    }
    strbuf_addf(sb, "%s(", name);
    print_list(sb, expr, ", ");
    strbuf_addc(sb, ')');
}

/* window(customer; from a, to b) count(...) */
static void print_window(StrBuf *sb, const Expr *expr)
{
    const EventWindow *w = expr->as.window;
    uint32_t at = 0;
    strbuf_adds(sb, "window(");
    for (; at < w->n_key; at++) {
        strbuf_adds(sb, at ? ", " : "");
        plan_print_expr(sb, expr->arg[at]);
    }
    if (w->has_from) {
        strbuf_adds(sb, w->after_from ? " after " : " from ");
        plan_print_expr(sb, expr->arg[at++]);
    }
    if (w->has_to) {
        strbuf_adds(sb, w->until_to ? " until " : " before ");
        plan_print_expr(sb, expr->arg[at++]);
    }
    strbuf_addf(sb, ") of %s.%s", w->leaf->source->name,
                plan_aggregate_text(w->leaf->fn));
}

static void print_lookup(StrBuf *sb, const Expr *expr)
{
    strbuf_adds(sb, expr->as.join->role);
    for (uint32_t i = 1; i < expr->n_arg; i++) {
        strbuf_adds(sb, i > 1 ? ", " : "(");
        plan_print_expr(sb, expr->arg[i]);
    }
    strbuf_adds(sb, expr->n_arg > 1 ? ")->" : "->");
    plan_print_expr(sb, expr->arg[0]);
}

/* What is read beside the row: other rows, answers, the day of a part. */
static void print_look(StrBuf *sb, const Expr *expr)
{
    bool ends = expr->kind == EXPR_INSTANT && expr->as.axis->role == AXIS_ENDS;
    strbuf_adds(sb, expr->kind == EXPR_MEMBER    ? "member"
                    : expr->kind == EXPR_NEXT    ? "next"
                    : expr->kind == EXPR_BESIDE  ? "beside"
                    : expr->kind == EXPR_INSTANT ? (ends ? "end" : "begin")
                                                 : "attribute");
    print_args(sb, expr);
}

void plan_print_expr(StrBuf *sb, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_CONST:
        print_constant(sb, expr->type, &expr->as.value);
        return;
    case EXPR_CALL:
    case EXPR_TABLE:
        print_call(sb, expr);
        return;
    case EXPR_COLUMN:
        strbuf_addf(sb, "%s.%s", expr->as.column.source->name,
                    expr->as.column.source->column[expr->as.column.column].name);
        return;
    case EXPR_LOOKUP:
        print_lookup(sb, expr);
        return;
    case EXPR_ATTRIBUTE:
    case EXPR_MEMBER:
    case EXPR_NEXT:
    case EXPR_INSTANT:
    case EXPR_BESIDE:
        print_look(sb, expr);
        return;
    case EXPR_TREE:
        strbuf_addf(sb, "tree %u", expr->as.tree.level);
        print_args(sb, expr);
        return;
    case EXPR_WINDOW:
        print_window(sb, expr);
        return;
    case EXPR_SCALAR:
        strbuf_adds(sb, "scalar");
        return;
    case EXPR_CLOSING:
    case EXPR_EDGE:
        strbuf_addf(sb, "%s of leaf %u",
                    expr->kind == EXPR_EDGE ? "end" : "closing day", expr->as.leaf->id);
        return;
    case EXPR_LEAF:
        strbuf_addf(sb, "leaf %u", expr->as.leaf->id);
        return;
    case EXPR_KEY:
        strbuf_addf(sb, "key %u", expr->as.index);
        return;
    case EXPR_GRAIN:
        strbuf_addf(sb, "k %u", expr->as.grain.index);
        return;
    case EXPR_ENTITY:
        strbuf_adds(sb, expr->as.entity.dim->name);
        print_args(sb, expr);
        strbuf_addc(sb, '.');
        plan_print_expr(sb, expr->as.entity.value);
        return;
    case EXPR_ITEM:
        strbuf_addf(sb, "item %u", expr->as.index);
        return;
    }
}

static void print_exprs(StrBuf *sb, const char *what, const Expr *const *expr, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_addf(sb, "%s ", what);
        plan_print_expr(sb, expr[i]);
        strbuf_addc(sb, '\n');
    }
}

static void print_step(StrBuf *sb, const TimeStep *step)
{
    const char *unit = calendar_unit_name(step->unit);
    switch (step->op) {
    case TIME_SHIFT:
        strbuf_addf(sb, " shift %+d %s%s", step->n, unit, step->full ? " full" : "");
        return;
    case TIME_TO_DATE:
        strbuf_addf(sb, " %s to date%s", unit, step->of_any ? " of any" : "");
        return;
    case TIME_SINCE:
        strbuf_adds(sb, " to date");
        return;
    case TIME_CLOSING:
        strbuf_adds(sb, " closing");
        return;
    case TIME_OPENING:
        strbuf_adds(sb, " opening");
        return;
    case TIME_BEFORE:
        strbuf_adds(sb, " before");
        return;
    case TIME_WITHIN:
        strbuf_adds(sb, " within");
        return;
    case TIME_BETWEEN:
        strbuf_addf(sb, " between shift %+d %s%s and end", step->n, unit,
                    step->full ? " full" : "");
        return;
    case TIME_ROLLING:
        strbuf_addf(sb, " rolling %d %s%s", step->n, unit,
                    step->of_any ? " of any" : "");
        return;
    case TIME_FOR:
        strbuf_adds(sb, " for ");
        civil_print_day(sb, step->range.lo);
        strbuf_adds(sb, " .. ");
        civil_print_day(sb, step->range.hi - 1);
        return;
    }
    UNREACHABLE("time step");
}

/* What a leaf sees of a line, where that is not all of it. */
static void print_context(StrBuf *sb, const Plan *plan, const Context *context)
{
    for (uint32_t i = 0; i < 64; i++) {
        if (!(context->lifted >> i & 1))
            continue;
        if (i < plan->question->n_by)
            strbuf_addf(sb, " all %s", plan->question->by[i].title);
        else
            strbuf_addf(sb, " all of K %zu", i - plan->question->n_by + 1);
    }
    for (size_t i = 0; i < context->n_step; i++)
        print_step(sb, &context->step[i]);
}

static void print_leaf(StrBuf *sb, const Plan *plan, const Leaf *leaf)
{
    strbuf_addf(sb, "    leaf %u: %s(", leaf->id, plan_aggregate_text(leaf->fn));
    if (leaf->arg)
        plan_print_expr(sb, leaf->arg);
    if (leaf->by) {
        strbuf_adds(sb, " by ");
        plan_print_expr(sb, leaf->by);
    }
    strbuf_addc(sb, ')');
    print_context(sb, plan, leaf->context);
    strbuf_addc(sb, '\n');
}

static void print_slot(StrBuf *sb, const Slot *slot, const Expr *key)
{
    strbuf_adds(sb, slot->per ? "    per " : "    by ");
    if (key)
        plan_print_expr(sb, key);
    else
        strbuf_adds(sb, calendar_unit_name(slot->atoms ? slot->atoms->unit
                                                       : slot->type.period));
    for (size_t i = 0; slot->atoms && i < slot->atoms->n_cut; i++) {
        strbuf_adds(sb, i ? ", " : " cut at ");
        civil_print_day(sb, slot->atoms->cut[i]);
    }
    strbuf_addc(sb, '\n');
}

static void print_cut(StrBuf *sb, const Group *group)
{
    strbuf_adds(sb, group->is_cut ? ", cut where look-ups change" : "");
}

static void print_group(StrBuf *sb, const Plan *plan, const Group *group)
{
    strbuf_adds(sb, "  group");
    const Context *context = group->context;
    if (context->until) {
        strbuf_adds(sb, " while ");
        plan_print_expr(sb, context->axis->value);
        strbuf_adds(sb, " until ");
        plan_print_expr(sb, context->until->value);
        print_cut(sb, group);
    } else if (context->axis && !context->axis->name) {
        strbuf_adds(sb, " on ");
        plan_print_expr(sb, context->axis->value);
        print_cut(sb, group);
    } else if (context->axis) {
        strbuf_addf(sb, " on %s", context->axis->name);
    }
    if (context->spread) {
        strbuf_addc(sb, ' ');
        spread_print(sb, context->spread);
    }
    strbuf_addc(sb, '\n');
    for (size_t i = 0; i < group->n_slot; i++)
        print_slot(sb, &plan->slot[group->slot[i]], group->key[i]);
    print_exprs(sb, "    where", group->filter, group->n_filter);
    for (size_t i = 0; i < group->n_leaf; i++)
        print_leaf(sb, plan, group->leaf[i]);
}

static void print_pass(StrBuf *sb, const Plan *plan, const Pass *pass)
{
    const Source *source = pass->source;
    bool *used = xcalloc(source->n_column + 1, sizeof *used);
    plan_columns(pass, used);
    strbuf_addf(sb, "scan %s%s (", source->name, pass->rows ? " as it would be" : "");
    const char *between = "";
    for (size_t i = 0; i < source->n_column; i++) {
        if (!used[i])
            continue;
        strbuf_addf(sb, "%s%s", between, source->column[i].name);
        between = ", ";
    }
    strbuf_adds(sb, ")\n");
    free(used);
    if (source->sees)
        print_exprs(sb, "  sees", &source->sees, 1);
    if (source->filter)
        print_exprs(sb, "  where", (const Expr *const[]){source->filter}, 1);
    print_exprs(sb, "  where", pass->common, pass->n_common);
    for (size_t i = 0; i < pass->n_group; i++)
        print_group(sb, plan, pass->group[i]);
}

static void print_inner(StrBuf *sb, const Leaf *leaf)
{
    strbuf_addf(sb, "  leaf %u: %s(", leaf->id, plan_aggregate_text(leaf->fn));
    if (leaf->arg)
        plan_print_expr(sb, leaf->arg);
    strbuf_addf(sb, " per %s%zu key%s", leaf->per->every ? "every " : "",
                leaf->per->keys.n_key, leaf->per->keys.n_key == 1 ? "" : "s");
    if (leaf->where) {
        strbuf_adds(sb, " where ");
        plan_print_expr(sb, leaf->where);
    }
    strbuf_adds(sb, ")\n");
}

void plan_dump(StrBuf *sb, const Plan *plan)
{
    const Question *q = plan->question;
    for (size_t i = 0; i < plan->n_pass; i++)
        print_pass(sb, plan, &plan->pass[i]);
    strbuf_adds(sb, "lines");
    for (size_t i = 0; i < q->n_by; i++)
        strbuf_addf(sb, "%s %s%s", i ? "," : " by", q->by[i].title,
                    q->by[i].across ? " (across)" : "");
    strbuf_addc(sb, '\n');
    for (size_t i = 0; i < q->n_leaf; i++) {
        if (q->leaf[i]->per)
            print_inner(sb, q->leaf[i]);
    }
    for (size_t i = 0; i < q->n_item; i++) {
        strbuf_addf(sb, "  %s = ", q->item[i].title);
        plan_print_expr(sb, q->item[i].value);
        strbuf_addc(sb, '\n');
    }
    plan_dump_clauses(sb, q);
}
