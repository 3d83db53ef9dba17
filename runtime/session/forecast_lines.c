/* What is asked of the lines of a forecast: `having`, `sort by`, `alarm when` and `warn
   when` are those of a list of its lines, whose columns are the names that they know.
 */
#include "runtime/session/forecast_lines.h"

#include "runtime/algebra/vector.h"
#include "runtime/base/ascii.h"

#define PLACE "place of the line"
#define VALUE "value"

static const AstClauseKind kinds[] = {AST_CLAUSE_HAVING, AST_CLAUSE_SORT,
                                      AST_CLAUSE_ALARM, AST_CLAUSE_WARN};

bool forecast_lines_asked(const AstQuestion *ast)
{
    bool asked = false;
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        asked |= ast->clause[kinds[i]] != NULL;
    return asked;
}

/* A key is printed by its label, unless it is read on. */
static Type key_type(const Question *columns, size_t i, bool with_keys)
{
    const KeyList *keys = &columns->keys;
    for (size_t b = 0; b < keys->n_binding && i < keys->n_key && !with_keys; b++) {
        if (keys->binding[b].label[i])
            return keys->binding[b].label[i]->type;
    }
    return columns->by[i].type;
}

/* Columns that the lines have besides: their value by the name of the measure, and
   where they stand. */
static size_t add_besides(const Question *columns, ColumnInfo *column, size_t n)
{
    Type place = {.kind = VALUE_NUMBER, .integer = true};
    Type value = columns->item[0].type;
    bool is_free = true;
    for (size_t i = 0; i < n; i++) {
        is_free &= !ascii_same(column[i].name, columns->ahead->of);
        if (ascii_same(column[i].name, VALUE))
            value = column[i].type;
    }
    if (is_free)
        column[n++] = (ColumnInfo){columns->ahead->of, value, "", false};
    column[n++] = (ColumnInfo){PLACE, place, "", false};
    return n;
}

static Source *source_of(Resolver *r, const Question *columns, bool with_keys)
{
    Source *source = ARENA_NEW(r->arena, Source);
    size_t n = columns->n_by + columns->n_item;
    ColumnInfo *column = ARENA_ARRAY(r->arena, ColumnInfo, n + 2);
    for (size_t i = 0; i < n; i++) {
        bool is_key = i < columns->n_by;
        const Item *item = is_key ? NULL : &columns->item[i - columns->n_by];
        column[i].name = is_key ? columns->by[i].title : item->title;
        column[i].type = is_key ? key_type(columns, i, with_keys) : item->type;
        column[i].declared = "";
    }
    source->name = "the forecast";
    source->span = columns->span;
    source->index = UINT32_MAX;
    source->origin.kind = ORIGIN_RESULT;
    source->origin.kept = ARENA_NEW(r->arena, KeptRows);
    source->column = column;
    source->n_column = add_besides(columns, column, n);
    return source;
}

static AstExpr *place(Arena *arena, Span span)
{
    AstName *name = ARENA_NEW(arena, AstName);
    AstExpr *path = ARENA_NEW(arena, AstExpr);
    *name = (AstName){.text = PLACE, .span = span, .quoted = true};
    *path = (AstExpr){.kind = AST_EXPR_PATH, .span = span};
    path->as.path = (AstPath){.item = name, .count = 1, .span = span};
    return path;
}

/* list PLACE from $lines having ... sort by ... alarm when ... */
static AstQuestion *list_of(Arena *arena, const AstQuestion *ast, const char *name)
{
    AstQuestion *list = ARENA_NEW(arena, AstQuestion);
    AstItem *item = ARENA_NEW(arena, AstItem);
    AstClause *from = ARENA_NEW(arena, AstClause), *sort = ARENA_NEW(arena, AstClause);
    AstSort *by_place = ARENA_NEW(arena, AstSort);
    *item = (AstItem){.value = place(arena, ast->span), .span = ast->span};
    *from = (AstClause){.kind = AST_CLAUSE_FROM, .span = ast->span};
    from->as.from.parameter = (AstName){.text = name, .span = ast->span};
    *by_place = (AstSort){place(arena, ast->span), false, ast->span};
    *sort = (AstClause){.kind = AST_CLAUSE_SORT, .span = ast->span};
    sort->as.sort = (AstSorts){.item = by_place, .count = 1};
    list->is_list = true;
    list->items = (AstItems){.item = item, .count = 1};
    list->span = ast->span;
    list->clause[AST_CLAUSE_FROM] = from;
    list->clause[AST_CLAUSE_SORT] = sort;
    list->clauses.item = ARENA_ARRAY(arena, AstClause *, ast->clauses.count + 1);
    for (uint32_t i = 0; i < ast->clauses.count; i++) {
        AstClause *clause = ast->clauses.item[i];
        if (clause->kind == AST_CLAUSE_ALARM || clause->kind == AST_CLAUSE_WARN)
            list->clauses.item[list->clauses.count++] = clause;
    }
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (ast->clause[kinds[i]])
            list->clause[kinds[i]] = ast->clause[kinds[i]];
    }
    return list;
}

bool forecast_lines_resolve(Resolver *r, const AstQuestion *ast,
                            const Question *columns, bool with_keys,
                            ForecastLines *lines)
{
    const Variable *before = r->variable;
    Variable *all = ARENA_ARRAY(r->arena, Variable, r->n_variable + 1);
    Source *source = source_of(r, columns, with_keys);
    for (size_t i = 0; i < r->n_variable; i++)
        all[i] = before[i];
    all[r->n_variable++] = (Variable){.name = source->name, .kept = source};
    r->variable = all;
    lines->list = resolve_question(r, list_of(r->arena, ast, source->name));
    lines->source = source;
    lines->picks = ast->clause[AST_CLAUSE_HAVING] || ast->clause[AST_CLAUSE_SORT];
    r->n_variable--;
    r->variable = before;
    return lines->list != NULL;
}

static Vector places(Result *r)
{
    VectorBuilder *builder =
        vector_builder_new((Type){.kind = VALUE_NUMBER, .integer = true}, r->pool);
    for (uint32_t row = 0; row < r->n_row; row++) {
        Value value = {.empty = false};
        value.as.number = decimal_from_i64(row);
        vector_builder_add(builder, value);
    }
    return vector_builder_finish(builder, r->arena);
}

/* The lines with all columns that are known of them. */
static Result *with_besides(const Result *from, const Source *source)
{
    Result *r = result_new();
    r->n_row = from->n_row;
    r->level = from->level;
    r->n_column = source->n_column;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    for (size_t i = 0; i < r->n_column; i++) {
        int value = result_find_column(from, VALUE);
        r->column[i] =
            from->column[i < from->n_column ? i : (size_t)(value < 0 ? 0 : value)];
        r->column[i].title = source->column[i].name;
    }
    ResultColumn *last = &r->column[r->n_column - 1];
    last->type = source->column[r->n_column - 1].type;
    last->vec = places(r);
    return r;
}

static uint32_t place_at(const Result *list, uint32_t row)
{
    int64_t at = 0;
    decimal_to_i64(result_value(list, 0, row).as.number, &at);
    return (uint32_t)at;
}

/* Leaves the lines of the list in `r`, in its order; totals are none of them. */
static void pick_lines(Result *r, const Result *list)
{
    for (size_t i = 0; i < r->n_column; i++) {
        ResultColumn *column = &r->column[i];
        VectorBuilder *builder = vector_builder_new(column->type, r->pool);
        for (uint32_t row = 0; row < list->n_row; row++)
            vector_builder_take(builder, &column->vec, place_at(list, row));
        column->vec = vector_builder_finish(builder, r->arena);
    }
    uint8_t *ahead = ARENA_ARRAY(r->arena, uint8_t, (size_t)list->n_row + 1);
    for (uint32_t row = 0; row < list->n_row && r->ahead; row++)
        ahead[row] = r->ahead[place_at(list, row)];
    r->ahead = r->ahead ? ahead : NULL;
    r->n_row = list->n_row;
    r->level = ARENA_ARRAY(r->arena, uint8_t, (size_t)r->n_row + 1);
    r->depth = NULL;
    r->has_levels = false;
}

static void take_signals(Result *r, const Result *list, bool picks)
{
    r->signal = ARENA_ARRAY(r->arena, Signal, list->n_signal + 1);
    r->n_signal = list->n_signal;
    for (size_t i = 0; i < list->n_signal; i++) {
        const Signal *from = &list->signal[i];
        r->signal[i] = (Signal){picks ? from->line : place_at(list, from->line),
                                from->warn, arena_strdup(r->arena, from->text)};
    }
}

bool forecast_lines_apply(Executor *executor, const ForecastLines *lines, Result *r)
{
    KeptRows *kept = lines->source->origin.kept;
    Result *all = with_besides(r, lines->source);
    kept->result = all;
    Result *list = execute_keys(executor, lines->list);
    kept->result = NULL;
    if (list) {
        take_signals(r, list, lines->picks);
        if (lines->picks)
            pick_lines(r, list);
    }
    result_unref(list);
    result_unref(all);
    return list != NULL;
}
