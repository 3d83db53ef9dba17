/* The clause `chart`: its name, and whether the question has what such a chart needs.
   A line joins points, so its axis must have an order; a heatmap has two sides; steps
   of a waterfall are added up. */
#include "runtime/base/suggest.h"
#include "runtime/resolve/clauses.h"

static bool unknown_kind(Resolver *r, AstName name)
{
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (int i = 0; i < CHART_KIND_COUNT; i++)
        suggest_offer(&suggest, chart_kind_name((ChartKind)i));
    Diag *d =
        diag_error(r->sink, DIAG_CHART, name.span, "there is no chart `%s`", name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    else
        diag_help(r->sink, d,
                  "charts are line, bar, column, area, funnel, waterfall, heatmap, "
                  "bullet, sparkline, none");
    return false;
}

static bool has_label(const Question *q, size_t by)
{
    for (size_t i = 0; i < q->keys.n_binding; i++) {
        if (q->keys.binding[i].label && q->keys.binding[i].label[by])
            return true;
    }
    return false;
}

/* Keys as the chart sees them: all of across are one, in order when it is a single
   ordered one. */
static size_t chart_keys(const Question *q, ChartKey *key)
{
    size_t n = q->n_by - q->n_across;
    for (size_t i = 0; i < n; i++)
        key[i] = (ChartKey){q->by[i].type, has_label(q, i)};
    if (!q->n_across)
        return n;
    key[n] = (ChartKey){q->by[n].type, has_label(q, n) || q->n_across > 1};
    return n + 1;
}

static bool refuse(Resolver *r, AstName name, const char *why, const char *help)
{
    Diag *d =
        diag_error(r->sink, DIAG_CHART, name.span, "`chart %s` %s", name.text, why);
    diag_help(r->sink, d, "%s", help);
    return false;
}

static bool has_number(const Question *q, bool percent)
{
    for (size_t i = 0; i < q->n_item; i++) {
        const Item *item = &q->item[i];
        if (!item->is_hidden && item->type.kind == VALUE_NUMBER &&
            (percent || item->type.unit.kind != UNIT_PERCENT))
            return true;
    }
    return false;
}

/* What is and what was wanted: two numbers on one scale. */
static bool has_pair(const Question *q)
{
    for (size_t i = 0; i < q->n_item; i++) {
        for (size_t k = i + 1; k < q->n_item; k++) {
            const Item *a = &q->item[i], *b = &q->item[k];
            if (!a->is_hidden && !b->is_hidden && a->role == ITEM_MEASURE &&
                b->role == ITEM_MEASURE && a->type.kind == VALUE_NUMBER &&
                b->type.kind == VALUE_NUMBER && chart_same_scale(a->type, b->type))
                return true;
        }
    }
    return false;
}

static bool check_kind(Resolver *r, AstName name, const Question *q, size_t n_key)
{
    switch (q->chart.kind) {
    case CHART_LINE:
    case CHART_AREA:
    case CHART_SPARKLINE:
        return q->chart.axis >= 0 ||
               refuse(r, name, "goes along time or another ordered dimension",
                      "add one, as in `by month`, or take `chart bar`");
    case CHART_HEATMAP:
        return n_key >= 2 || refuse(r, name, "needs two dimensions",
                                    "add one to `by`, or take `chart bar`");
    case CHART_BULLET:
        return has_pair(q) ||
               refuse(
                   r, name, "needs two measures of one unit",
                   "show what is and behind it what was wanted, or take `chart bar`");
    case CHART_NONE:
    case CHART_BAR:
    case CHART_COLUMN:
    case CHART_FUNNEL:
        return true;
    case CHART_WATERFALL:
        return !q->is_bridge || n_key == 0 ||
               refuse(r, name, "goes from an opening to its closing, in one line",
                      "leave out `by`, or take `chart column`");
    }
    return true;
}

bool clause_chart(QuestionBuilder *qb, const AstQuestion *ast)
{
    Question *q = qb->q;
    const AstClause *clause = ast->clause[AST_CLAUSE_CHART];
    q->chart = (ChartAsk){CHART_NONE, -1};
    if (!clause)
        return true;
    AstName name = clause->as.name;
    if (!chart_kind_find(name.text, &q->chart.kind))
        return unknown_kind(qb->r, name);
    if (q->chart.kind == CHART_NONE)
        return true;
    if (!has_number(q, true))
        return refuse(qb->r, name, "has no number to draw",
                      "put a measure behind `show`");
    if (q->chart.kind == CHART_WATERFALL && !q->why && !has_number(q, false))
        return refuse(qb->r, name, "adds its steps up, and percents do not add up",
                      "show the amounts, or take `chart column`");
    ChartKey *key = ARENA_ARRAY(qb->r->arena, ChartKey, q->n_by + 1);
    size_t n_key = chart_keys(q, key);
    q->chart.axis = chart_pick_axis(q->chart.kind, key, n_key);
    return check_kind(qb->r, name, q, n_key);
}
