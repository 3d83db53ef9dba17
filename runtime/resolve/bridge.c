/* `bridge M`: from the opening to the closing of a stock, by what happened to its rows.
   Each part is a flow on the day a row begins or ends. A row of a log or of snapshots
   is compared with the one before or after it: was there one, did it pass the filters,
   did it count in the same line? So is a part of a row that is cut. */
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/scope.h"
#include "runtime/resolve/what_if.h"

typedef struct {
    QuestionBuilder *qb;
    Resolver *r;
    const Leaf *leaf;      /* the closing stock */
    const Expr *converted; /* that stock in another currency; NULL: in its own */
    Type type;
    Span span;
    const Succession *next; /* NULL: rows have no others beside them */
    const Expr *const *key; /* the plain keys of a line, over the rows */
    size_t n_key;
    const Expr *filter;        /* all conditions together; NULL: none */
    const Expr *x;             /* what a row adds */
    const Expr *begins, *ends; /* of rows that are cut: is this the first, the last part
                                  of its row? NULL: rows are whole */
    const TimeStep *shift;     /* flows go from the closing of the period shifted so;
                                  NULL: from the opening */
} Bridge;

static const Expr *number(const Bridge *b, int64_t n)
{
    Value value = {.as.number = decimal_from_i64(n)};
    Type type = {.kind = VALUE_NUMBER, .integer = true};
    return expr_const(b->r->exprs, type, value, b->span);
}

static const Expr *call(const Bridge *b, FnId fn, Type type, ExprArgs args)
{
    return expr_call(b->r->exprs, fn, type, b->span, args);
}

static const Expr *truth(const Bridge *b, FnId fn, const Expr *x, const Expr *y)
{
    Type type = {.kind = VALUE_BOOLEAN};
    return call(b, fn, type, (ExprArgs){(const Expr *[]){x, y}, y ? 2 : 1});
}

static const Expr *when(const Bridge *b, const Expr *test, const Expr *x)
{
    const Expr *arg[3] = {test, x, number(b, 0)};
    return call(b, FN_IF, b->x->type, (ExprArgs){arg, 3});
}

static const Expr *day_of(const Bridge *b, const Expr *at)
{
    return at->type.kind == VALUE_DATE ? at
                                       : typed_call(b->r, FN_DAY_OF, b->span, &at, 1);
}

static const Expr *day_before(const Bridge *b, const Expr *day)
{
    const Expr *arg[2] = {day, number(b, -1)};
    return typed_call(b->r, FN_ADD_DAYS, b->span, arg, 2);
}

/* `of` as the row itself has it on its first day, or on its last. */
static const Expr *at_edge(const Bridge *b, bool last, const Expr *of)
{
    const Context *context = b->leaf->context;
    if (!of->is_cut)
        return of;
    const Expr *day = day_of(b, context->axis->value);
    if (last) {
        const Expr *end = day_before(b, day_of(b, context->until->value));
        day = typed_call(b->r, FN_GREATEST, b->span, (const Expr *[]){day, end}, 2);
    }
    return dated_at(b->r, of, context->axis, day);
}

/* `of` on the row before or after. */
static const Expr *row_beside(const Bridge *b, bool before, const Expr *of)
{
    const Source *source = b->leaf->source;
    of = at_edge(b, before, of);
    Expr node = {.kind = EXPR_BESIDE, .type = of->type, .span = b->span};
    node.as.beside.next = b->next;
    node.as.beside.before = before;
    const Expr **arg = ARENA_ARRAY(b->r->arena, const Expr *, source->n_key + 1);
    arg[node.n_arg++] = of;
    for (size_t i = 0; i < source->n_key; i++)
        arg[node.n_arg++] = source->key[i];
    node.arg = arg;
    return expr_intern(b->r->exprs, &node);
}

/* `of` on the part before or after, of this row or of the one beside. */
static const Expr *beside(const Bridge *b, bool before, const Expr *of)
{
    const Context *context = b->leaf->context;
    const Expr *row = b->next ? row_beside(b, before, of) : NULL;
    if (!b->begins)
        return row;
    const Expr *day =
        before ? day_before(b, context->axis->instant) : context->until->instant;
    const Expr *part = dated_at(b->r, of, context->axis, day);
    const Expr *arg[3] = {before ? b->begins : b->ends, row, part};
    return row ? call(b, FN_IF, of->type, (ExprArgs){arg, 3}) : part;
}

static const Expr *has_beside(const Bridge *b, bool before)
{
    const Expr *row = b->next ? row_beside(b, before, b->next->at) : NULL;
    const Expr *part = before ? b->begins : b->ends;
    row = row ? truth(b, FN_NOT, truth(b, FN_IS_EMPTY, row, NULL), NULL) : NULL;
    part = part ? truth(b, FN_NOT, part, NULL) : NULL;
    return row && part ? truth(b, FN_OR, part, row) : row ? row : part;
}

/* Did the row beside count in the same line? */
static const Expr *stays(const Bridge *b, bool before)
{
    const Expr *res = has_beside(b, before);
    if (b->filter) {
        Type type = {.kind = VALUE_BOOLEAN};
        const Expr *no = expr_const(b->r->exprs, type, (Value){0}, b->span);
        const Expr *arg[2] = {beside(b, before, b->filter), no};
        res = truth(b, FN_AND, res, call(b, FN_COALESCE, type, (ExprArgs){arg, 2}));
    }
    for (size_t i = 0; i < b->n_key; i++) {
        const Expr *other = beside(b, before, b->key[i]);
        if (other != b->key[i])
            res = truth(b, FN_AND, res, truth(b, FN_EQUAL, other, b->key[i]));
    }
    return res;
}

/* The context of the stock with another reading. */
static Context *read_as(const Bridge *b, TimeOp op)
{
    const Context *of = b->leaf->context;
    Context *context = arena_memdup(b->r->arena, of, sizeof *of);
    TimeStep *step = ARENA_ARRAY(b->r->arena, TimeStep, of->n_step);
    for (size_t i = 0; i < of->n_step; i++)
        step[i] = of->step[i];
    if (b->shift && op == TIME_WITHIN)
        step[of->n_step - 1] = *b->shift;
    step[of->n_step - 1].op = b->shift && op == TIME_WITHIN ? TIME_BETWEEN : op;
    context->step = step;
    return context;
}

/* `value`, which reads rows in `context`: each of them wants a rate. */
static const Expr *with_rates(const Bridge *b, const Expr *value,
                              const Context *context)
{
    if (!b->converted)
        return value;
    ValueScope scope = {.qb = b->qb};
    const Expr *const *was = (const Expr *const *)b->converted->arg;
    Leaf missing = *was[1]->as.leaf;
    missing.context = context;
    const Expr *arg[4] = {value, leaf_expr(&scope, &missing), was[2], was[3]};
    return call(b, FN_CONVERTED, b->type, (ExprArgs){arg, 4});
}

/* The sum of `x` over rows that begin, or end, in the line's period. */
static const Expr *flow(const Bridge *b, bool begins, const Expr *x)
{
    ValueScope scope = {.qb = b->qb};
    Leaf leaf = *b->leaf;
    Context *context = read_as(b, TIME_WITHIN);
    context->axis = begins ? context->axis : context->until;
    context->until = NULL;
    leaf.context = context;
    leaf.fn = AGG_SUM;
    leaf.arg = x;
    leaf.type = b->type;
    leaf.type.add = ADD_FLOW;
    return with_rates(b, leaf_expr(&scope, &leaf), context);
}

static const Expr *minus(const Bridge *b, const Expr *x)
{
    return call(b, FN_NEGATE, x->type, (ExprArgs){&x, 1});
}

static void add(const Bridge *b, const char *title, const Expr *value)
{
    Item *item = &b->qb->q->item[b->qb->q->n_item++];
    item->title = title;
    item->value = value;
    item->type = b->type;
    item->type.add = value->type.add;
    item->span = b->span;
}

static const Expr *opening(const Bridge *b)
{
    ValueScope scope = {.qb = b->qb};
    Leaf leaf = *b->leaf;
    leaf.context = read_as(b, TIME_OPENING);
    return with_rates(b, leaf_expr(&scope, &leaf), leaf.context);
}

/* What a value changed by, where the row stays. */
static const Expr *change(const Bridge *b, FnId compare)
{
    const Expr *old[2] = {beside(b, true, b->x), number(b, 0)};
    const Expr *own[2] = {b->x, number(b, 0)};
    const Expr *arg[2] = {call(b, FN_COALESCE, b->x->type, (ExprArgs){own, 2}),
                          call(b, FN_COALESCE, b->x->type, (ExprArgs){old, 2})};
    const Expr *by = call(b, FN_SUBTRACT, b->x->type, (ExprArgs){arg, 2});
    const Expr *test =
        truth(b, FN_AND, stays(b, true), truth(b, compare, by, number(b, 0)));
    return flow(b, true, when(b, test, by));
}

/* Can a row leave its line or its filter while it counts? */
static bool can_cross(const Bridge *b)
{
    bool crosses = b->filter && (b->next || b->filter->is_cut);
    for (size_t i = 0; i < b->n_key; i++)
        crosses |= b->next || b->key[i]->is_cut;
    return crosses;
}

static void add_parts(const Bridge *b)
{
    if (!b->next && !b->begins) {
        add(b, "new", flow(b, true, b->x));
        add(b, "gone", minus(b, flow(b, false, b->x)));
        return;
    }
    const Expr *first = truth(b, FN_NOT, has_beside(b, true), NULL);
    const Expr *last = truth(b, FN_NOT, has_beside(b, false), NULL);
    add(b, "new", flow(b, true, when(b, first, b->x)));
    if (b->next || b->x->is_cut) {
        add(b, "up", change(b, FN_GREATER));
        add(b, "down", change(b, FN_LESS));
    }
    if (!b->next || b->next->snapshots)
        add(b, "gone", minus(b, flow(b, false, when(b, last, b->x))));
    if (!can_cross(b))
        return;
    const Expr *came =
        truth(b, FN_AND, has_beside(b, true), truth(b, FN_NOT, stays(b, true), NULL));
    const Expr *went =
        truth(b, FN_AND, has_beside(b, false), truth(b, FN_NOT, stays(b, false), NULL));
    add(b, "entered", flow(b, true, when(b, came, b->x)));
    add(b, "left", minus(b, flow(b, false, when(b, went, b->x))));
}

/* Rows of snapshots are told from each other by the source's key but for the day. */
static const Succession *snapshot_rows(Bridge *b, const Succession *next)
{
    const Source *source = b->leaf->source;
    Succession *rows = arena_memdup(b->r->arena, next, sizeof *next);
    const Expr **key = ARENA_ARRAY(b->r->arena, const Expr *, source->n_key);
    for (size_t i = 0; i < source->n_key; i++) {
        if (source->key[i] != next->at)
            key[rows->n_key++] = source->key[i];
    }
    rows->key = key;
    rows->snapshots = true;
    if (rows->n_key)
        return rows;
    Diag *d = diag_error(b->r->sink, DIAG_NO_KEY, b->span,
                         "a bridge needs a key of `%s` to find a row in the snapshot "
                         "before",
                         source->name);
    diag_help(b->r->sink, d, "declare it in `%s`: `key day, item`", source->name);
    return NULL;
}

/* True of a row that is seen: of a hidden one beside it nothing is known. */
static const Expr *is_seen(const Bridge *b)
{
    Type type = {.kind = VALUE_BOOLEAN};
    return expr_const(b->r->exprs, type, (Value){.as.boolean = true}, b->span);
}

static void find_filter(Bridge *b)
{
    const Context *context = b->leaf->context;
    const Expr *alive =
        stock_is_counted(b->r, context->axis->value, context->until->value, b->span);
    for (size_t i = 0; i < context->n_row; i++) {
        const Expr *cond = context->row[i];
        if (cond == alive || cond == b->leaf->source->filter)
            continue;
        b->filter = b->filter ? truth(b, FN_AND, b->filter, cond) : cond;
    }
    if (!b->filter && source_hides(b->leaf->source))
        b->filter = is_seen(b);
}

static void find_keys(Bridge *b)
{
    const Question *q = b->qb->q;
    const Binding *binding = key_list_binding(
        &q->keys, b->leaf->source, b->leaf->context->axis, b->leaf->context->as_of);
    const Expr **key = ARENA_ARRAY(b->r->arena, const Expr *, q->n_by + 1);
    for (size_t i = 0; binding && i < q->n_by; i++) {
        if (q->by[i].role != BY_TIME && binding->value[i])
            key[b->n_key++] = binding->value[i];
    }
    b->key = key;
}

static void find_x(Bridge *b)
{
    const Leaf *leaf = b->leaf;
    b->x = leaf->arg;
    if (leaf->fn == AGG_SUM)
        return;
    b->x = number(b, 1);
    if (leaf->arg) {
        const Expr *arg[3] = {truth(b, FN_IS_EMPTY, leaf->arg, NULL), number(b, 0),
                              b->x};
        b->x = call(b, FN_IF, b->x->type, (ExprArgs){arg, 3});
    }
}

/* Are rows cut, and which part is at an end of its row? */
static void find_cuts(Bridge *b)
{
    const Context *context = b->leaf->context;
    bool is_cut = b->x->is_cut || (b->filter && b->filter->is_cut);
    for (size_t i = 0; i < b->n_key; i++)
        is_cut |= b->key[i]->is_cut;
    if (!is_cut)
        return;
    b->begins =
        truth(b, FN_EQUAL, context->axis->instant, day_of(b, context->axis->value));
    b->ends =
        truth(b, FN_EQUAL, context->until->instant, day_of(b, context->until->value));
}

/* The stock in a currency that each row is read in. */
static bool is_converted(const Expr *value)
{
    return value->kind == EXPR_CALL && value->as.fn == FN_CONVERTED &&
           value->arg[0]->kind == EXPR_LEAF;
}

static bool is_plain_stock(const Expr *value)
{
    return value->kind == EXPR_LEAF && value->as.leaf->context->until &&
           value->type.add == ADD_STOCK && !value->as.leaf->grain &&
           value->as.leaf->context->n_step == 1 &&
           value->as.leaf->context->step[0].op == TIME_CLOSING;
}

static bool check_question(QuestionBuilder *qb, const AstQuestion *ast)
{
    Resolver *r = qb->r;
    bool has_time = qb->q->has_for;
    for (size_t i = 0; i < qb->q->n_by; i++)
        has_time |= qb->q->by[i].role == BY_TIME;
    if (!has_time) {
        Diag *d =
            diag_error(r->sink, DIAG_NO_LINE_PERIOD, ast->span,
                       "a bridge leads from the beginning of a period to its end");
        diag_help(r->sink, d, "add a time unit, `by month`, or a period, `for 2025`");
    } else if (ast->clause[AST_CLAUSE_VERSUS]) {
        diag_error(r->sink, DIAG_STOCK_READING, ast->span,
                   "a bridge compares the two ends of a period and does not take "
                   "`versus`");
        return false;
    }
    return has_time;
}

/* What the rows of the stock are, and are told from each other by. false: reported. */
static bool read_rows(Bridge *b)
{
    const Expr *until = b->leaf->context->until->value;
    if (until->kind == EXPR_NEXT)
        b->next =
            until->as.next->n_key ? until->as.next : snapshot_rows(b, until->as.next);
    if (until->kind == EXPR_NEXT && !b->next)
        return false;
    find_x(b);
    find_keys(b);
    find_filter(b);
    find_cuts(b);
    return true;
}

bool bridge_can_lead(const Expr *from, const Expr *to)
{
    if (!is_plain_stock(to) || from->kind != EXPR_LEAF)
        return false;
    Leaf shifted = *from->as.leaf;
    Context context = *shifted.context;
    if (context.n_step != 2 || context.step[0].op != TIME_SHIFT ||
        context.step[0].n > 0)
        return false;
    context.step = to->as.leaf->context->step;
    context.n_step = 1;
    return context.step[0].op == shifted.context->step[1].op &&
           shifted.fn == to->as.leaf->fn && shifted.arg == to->as.leaf->arg &&
           context_equal(&context, to->as.leaf->context);
}

bool bridge_between(QuestionBuilder *qb, const Expr *from, const Expr *to, Span span)
{
    Bridge b = {.qb = qb, .r = qb->r, .leaf = to->as.leaf, .span = span};
    b.type = to->type;
    b.shift = &from->as.leaf->context->step[0];
    if (!read_rows(&b))
        return false;
    add_parts(&b);
    return true;
}

enum { ITEMS_MAX = 8 };

bool bridge_items(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast)
{
    Resolver *r = qb->r;
    Question *q = qb->q;
    size_t cap = ITEMS_MAX + qb->n_attribute + CLAUSE_HIDDEN_MAX;
    q->item = ARENA_ARRAY(r->arena, Item, cap);
    qb->item = ARENA_ARRAY(r->arena, const AstExpr *, cap);
    qb->cap_item = cap;
    if (!check_question(qb, ast))
        return false;
    const AstExpr *what = ast->items.item[0].value;
    if (ast->items.count > 1) {
        Diag *d =
            diag_error(r->sink, DIAG_STOCK_READING, ast->items.item[1].value->span,
                       "a bridge is made of one stock");
        diag_help(r->sink, d, "write a `bridge` for each");
        return false;
    }
    const Expr *closing = value_expr(scope, what);
    if (!closing)
        return false;
    if (what_if_changes(qb, scope, what)) {
        Diag *d = diag_error(r->sink, DIAG_WHAT_IF, qb->what_if->span,
                             "`what if` gives the stock another value, and no row "
                             "came or went for that");
        diag_note(r->sink, d, &what->span, "a bridge is made of rows");
        diag_help(r->sink, d, "compare the values: `show ... what if ...`");
        return false;
    }
    bool converted = is_converted(closing);
    const Expr *stock = converted ? closing->arg[0] : closing;
    if (!is_plain_stock(stock)) {
        Diag *d = diag_error(
            r->sink, DIAG_STOCK_READING, what->span,
            "a bridge is made of a stock that is a sum or a count, as it closes");
        if (closing->kind == EXPR_CALL && closing->as.fn == FN_CONVERTED)
            diag_help(
                r->sink, d,
                "in another currency with the rate of each row, `[in USD]`, or of "
                "one day, `[in USD at 2025-01-01]`");
        else
            diag_help(r->sink, d,
                      "declare one, `measure open = sum(amount) while A until B`; a "
                      "flow is compared by `show ... versus previous month`");
        return false;
    }
    Bridge b = {.qb = qb, .r = r, .leaf = stock->as.leaf, .span = what->span};
    b.converted = converted ? closing : NULL;
    b.type = closing->type;
    if (!read_rows(&b))
        return false;
    add(&b, "opening", opening(&b));
    add_parts(&b);
    add(&b, "closing", closing);
    return true;
}
