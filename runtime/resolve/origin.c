/* Sources that stand on other sources or on answers: one, several under each other, an
   answer that is kept. Columns of a stack meet by name, and their types must agree. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"
#include "runtime/resolve/what_if.h"

/* Do lines of an answer see rows of each other in the flow? */
static bool overlaps(const Expr *expr, bool by_time)
{
    bool found = false;
    if (expr->kind == EXPR_LEAF) {
        const Context *context = expr->as.leaf->context;
        for (size_t i = 0; i < context->n_step && by_time; i++)
            found |=
                context->step[i].op != TIME_SHIFT && context->step[i].op != TIME_WITHIN;
        return found || context->lifted;
    }
    for (uint32_t i = 0; i < expr->n_arg; i++)
        found |= overlaps(expr->arg[i], by_time);
    return found;
}

/* How the column of an answer adds up over its lines. */
static Additivity adds_as(const Item *item, bool by_time)
{
    switch (item->type.add) {
    case ADD_FLOW:
        return item->role == ITEM_MEASURE && item->value &&
                       overlaps(item->value, by_time)
                   ? ADD_DISTINCT
                   : ADD_FLOW;
    case ADD_STOCK:
        return by_time ? ADD_STOCK : ADD_FLOW;
    case ADD_DISTINCT:
    case ADD_RATIO:
        break;
    }
    return item->type.add;
}

/* Columns of an answer, as a source has them. */
static void columns_of_question(Resolver *r, const Question *q, Source *source)
{
    size_t n_key = question_shown_keys(q);
    ColumnInfo *column = ARENA_ARRAY(r->arena, ColumnInfo, n_key + q->n_item + 1);
    bool by_time = false;
    for (size_t i = 0; i < n_key; i++) {
        by_time |= q->by[i].role == BY_TIME;
        column[i].name = q->by[i].title;
        column[i].type = q->by[i].type;
        column[i].declared = "";
    }
    for (size_t i = 0; i < q->n_item; i++) {
        column[n_key + i].name = q->item[i].title;
        column[n_key + i].type = q->item[i].type;
        column[n_key + i].type.add = adds_as(&q->item[i], by_time);
        column[n_key + i].declared = "";
    }
    source->column = column;
    source->n_column = n_key + q->n_item;
}

bool origin_read(Resolver *r, const AstStmt *printed, Source *source)
{
    bool is_ahead =
        printed->kind == AST_STMT_FORECAST || printed->kind == AST_STMT_BACKTEST;
    if (printed->kind != AST_STMT_QUESTION && printed->kind != AST_STMT_BRIDGE &&
        printed->kind != AST_STMT_WHY && !is_ahead)
        return r->catalog->printed(r->catalog->self, printed, r->arena, source);
    Question *q =
        what_if_inner(r, is_ahead ? r->forecast(r, printed)
                                  : resolve_question(r, printed->as.question));
    if (!q)
        return false;
    q->is_lasting = r->arena == r->model->arena;
    source->origin.kind = ORIGIN_QUESTION;
    source->origin.question = q;
    source->origin.printed = printed;
    columns_of_question(r, q, source);
    return true;
}

static Source *nameless(Resolver *r, Span span)
{
    Source *source = ARENA_NEW(r->arena, Source);
    source->name = "the answer";
    source->span = span;
    source->index = UINT32_MAX;
    return source;
}

const Source *origin_answer(Resolver *r, const AstQuestion *ast)
{
    Question *q = what_if_inner(r, resolve_question(r, ast));
    if (!q)
        return NULL;
    Source *source = nameless(r, ast->span);
    source->origin.kind = ORIGIN_QUESTION;
    source->origin.question = q;
    columns_of_question(r, q, source);
    return source;
}

bool define_kept(Resolver *r, Source *source, KeptRows *kept)
{
    Question *q = what_if_inner(r, resolve_question(r, kept->ast));
    if (!q)
        return false;
    source->origin.kind = ORIGIN_RESULT;
    source->origin.kept = kept;
    kept->question = q;
    columns_of_question(r, q, source);
    answer_complete(r, source);
    return true;
}

const Source *origin_keep(Resolver *r, const AstQuestion *ast, AstName name)
{
    KeptRows *kept = ARENA_NEW(r->arena, KeptRows);
    Source *source = nameless(r, name.span);
    source->name = name.text;
    kept->ast = ast;
    return define_kept(r, source, kept) ? source : NULL;
}

static const Source *find_kept(Resolver *r, AstName name)
{
    const Variable *variable = resolve_find_variable(r, name.text);
    if (variable && variable->kept)
        return variable->kept;
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < r->n_variable; i++) {
        if (r->variable[i].kept)
            suggest_offer(&suggest, r->variable[i].name);
    }
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_NAME, name.span,
                         variable ? "`$%s` is a value; rows come from a kept answer"
                                  : "there is no kept answer `$%s`",
                         name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `$%s`?", suggest.found[0]);
    else
        diag_help(r->sink, d, "keep one: `let %s = show ...`", name.text);
    return NULL;
}

const Source *clause_anonymous_source(Resolver *r, const AstFrom *from)
{
    if (!from->printing)
        return find_kept(r, from->parameter);
    Source *source = nameless(r, from->printing->span);
    if (!origin_read(r, from->printing, source))
        return NULL;
    answer_complete(r, source);
    return source;
}

/* A part of a stack and the place where it was written. */
typedef struct {
    const Source *source;
    Span span;
} Part;

typedef struct {
    Resolver *r;
    Source *source;
    ColumnInfo *column;
    const Part **home; /* per column: the part that has it first */
    size_t n;
} Stack;

static bool same_unit(Unit a, Unit b)
{
    if (a.kind == UNIT_NONE || b.kind == UNIT_NONE)
        return true;
    return a.kind == b.kind &&
           (a.kind != UNIT_MONEY || ascii_same(a.currency, b.currency));
}

/* A unit that only one of the two has is lost. */
static bool agree(Type *type, Type other)
{
    if (other.empty_only)
        return true;
    if (type->empty_only) {
        *type = other;
        return true;
    }
    if (type->kind != other.kind || !same_unit(type->unit, other.unit) ||
        (type->kind == VALUE_PERIOD && type->period != other.period))
        return false;
    if (other.unit.kind == UNIT_NONE)
        type->unit = other.unit;
    else if (type->unit.kind == UNIT_NONE)
        other.unit = type->unit;
    type->integer &= other.integer;
    type->quotient |= other.quotient;
    type->band &= other.band;
    return true;
}

static bool add_column(Stack *stack, const Part *part, const ColumnInfo *column)
{
    Resolver *r = stack->r;
    size_t i = 0;
    while (i < stack->n && !ascii_same(stack->column[i].name, column->name))
        i++;
    if (i == stack->n) {
        stack->column[i] = *column;
        stack->column[i].declared = "";
        stack->home[i] = part;
        stack->n++;
        return true;
    }
    Type before = stack->column[i].type;
    if (agree(&stack->column[i].type, column->type))
        return true;
    Diag *d =
        diag_error(r->sink, DIAG_STACK_TYPE, part->span,
                   "`%s` is %s here, and %s in the part before", column->name,
                   type_text(r->arena, column->type), type_text(r->arena, before));
    diag_note(r->sink, d, &stack->home[i]->span, "`%s` is %s here", column->name,
              type_text(r->arena, before));
    diag_help(r->sink, d,
              "give one of them another name, or convert it: "
              "`(list text(%s) as %s from ...)`",
              column->name, column->name);
    return false;
}

static bool add_columns(Stack *stack, const Part *part)
{
    const Source *source = part->source;
    bool nested = source->origin.kind == ORIGIN_STACK && !source->origin.source;
    bool ok = true;
    for (size_t i = 0; i < source->n_column; i++) {
        if (nested && i + 1 == source->n_column)
            continue; /* its own `origin` goes on */
        if (ascii_same(source->column[i].name, "origin")) {
            Diag *d = diag_error(stack->r->sink, DIAG_DUPLICATE_NAME, part->span,
                                 "a column `origin` would hide where the rows of the "
                                 "stack come from");
            diag_help(stack->r->sink, d,
                      "give it another name: "
                      "`(list origin as came_from, ... from ...)`");
            ok = false;
            continue;
        }
        ok &= add_column(stack, part, &source->column[i]);
    }
    return ok;
}

/* The source that a part is read from, or else its place. */
static const char *part_name(Resolver *r, const Part *part, size_t at)
{
    const Source *source = part->source;
    const Question *q = source->origin.question;
    if (source->index != UINT32_MAX)
        return source->name;
    if (q && q->from && q->from->index != UINT32_MAX)
        return q->from->name;
    return arena_printf(r->arena, "%zu", at + 1);
}

static void name_parts(Resolver *r, Source *source, const Part *part)
{
    size_t n = source->origin.n_part;
    const char **name = ARENA_ARRAY(r->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        name[i] = part_name(r, &part[i], i);
        for (size_t k = 0; k < i; k++) {
            if (ascii_same(name[k], name[i]))
                name[i] = arena_printf(r->arena, "%s (%zu)", name[i], i + 1);
        }
    }
    source->origin.part_name = name;
}

static bool stack_parts(Resolver *r, Source *source, const Part *part, size_t n)
{
    const Source **of = ARENA_ARRAY(r->arena, const Source *, n);
    Stack stack = {.r = r, .source = source};
    size_t cap = 1;
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        cap += part[i].source->n_column;
    stack.column = ARENA_ARRAY(r->arena, ColumnInfo, cap);
    stack.home = ARENA_ARRAY(r->arena, const Part *, cap);
    for (size_t i = 0; i < n; i++) {
        of[i] = part[i].source;
        ok &= add_columns(&stack, &part[i]);
    }
    stack.column[stack.n++] =
        (ColumnInfo){.name = "origin", .type.kind = VALUE_TEXT, .declared = ""};
    source->origin.kind = ORIGIN_STACK;
    source->origin.part = of;
    source->origin.n_part = n;
    source->column = stack.column;
    source->n_column = stack.n;
    name_parts(r, source, part);
    return ok;
}

static bool derive_printed(Resolver *r, const AstStmts *printed, Source *source)
{
    if (printed->count == 1)
        return origin_read(r, printed->item[0], source);
    Part *part = ARENA_ARRAY(r->arena, Part, printed->count);
    bool ok = true;
    for (uint32_t i = 0; i < printed->count; i++) {
        Source *one = nameless(r, printed->item[i]->span);
        part[i] = (Part){one, one->span};
        ok &= origin_read(r, printed->item[i], one);
    }
    return ok && stack_parts(r, source, part, printed->count);
}

static void stand_on(Source *source, const Source *base)
{
    source->origin = base->origin;
    source->origin.source = base;
    source->column = base->column;
    source->n_column = base->n_column;
}

static bool derive_source(Resolver *r, const AstNames *names, Source *source)
{
    Part *part = ARENA_ARRAY(r->arena, Part, names->count);
    bool ok = true;
    for (uint32_t i = 0; i < names->count; i++) {
        part[i].source = model_find_source(r->model, names->item[i].text);
        part[i].span = names->item[i].span;
        if (!part[i].source)
            clause_unknown_source(r, names->item[i]);
        ok &= part[i].source != NULL;
    }
    if (ok && names->count > 1)
        return stack_parts(r, source, part, names->count);
    if (ok)
        stand_on(source, part[0].source);
    return ok;
}

bool origin_derive(Resolver *r, const AstOrigin *ast, Source *source)
{
    if (ast->kind == AST_ORIGIN_PRINTED)
        return derive_printed(r, &ast->printed, source);
    if (ast->kind == AST_ORIGIN_SOURCES)
        return derive_source(r, &ast->sources, source);
    const Source *kept = find_kept(r, ast->parameter);
    if (kept)
        stand_on(source, kept);
    return kept != NULL;
}

/* The entity that all parts have by the same name, kept by the same columns. */
const Source *origin_entity(const Source *stack)
{
    const Source *first = stack->origin.n_part ? stack->origin.part[0] : NULL;
    if (stack->origin.source || !first || !first->entity)
        return NULL;
    for (size_t i = 1; i < stack->origin.n_part; i++) {
        const Source *part = stack->origin.part[i];
        if (!part->entity || !ascii_same(part->entity->name, first->entity->name) ||
            part->n_key != first->n_key)
            return NULL;
        for (size_t k = 0; k < part->n_key; k++) {
            if (!ascii_same(part->column[part->key[k]->as.column.column].name,
                            first->column[first->key[k]->as.column.column].name))
                return NULL;
        }
    }
    return first;
}
