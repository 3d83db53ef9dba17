/* What is asked of the lines of a forecast: `having`, `sort by`, `alarm when` and `warn
   when` are those of a list of its lines, whose columns are the names that they know.
 */
#include "runtime/session/forecast_lines.h"

#include "runtime/algebra/vector.h"

#define PLACE "place of the line"

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

static Source *source_of(Resolver *r, const Question *columns, bool with_keys)
{
    Source *source = ARENA_NEW(r->arena, Source);
    size_t n = columns->n_by + columns->n_item;
    ColumnInfo *column = ARENA_ARRAY(r->arena, ColumnInfo, n + 1);
    for (size_t i = 0; i < n; i++) {
        bool is_key = i < columns->n_by;
        const Item *item = is_key ? NULL : &columns->item[i - columns->n_by];
        column[i].name = is_key ? columns->by[i].title : item->title;
        column[i].type = is_key ? key_type(columns, i, with_keys) : item->type;
        column[i].declared = "";
    }
    column[n] = (ColumnInfo){.name = PLACE, .declared = ""};
    column[n].type = (Type){.kind = VALUE_NUMBER, .integer = true};
    source->name = "the forecast";
    source->span = columns->span;
    source->index = UINT32_MAX;
    source->origin.kind = ORIGIN_RESULT;
    source->origin.kept = ARENA_NEW(r->arena, KeptRows);
    source->column = column;
    source->n_column = n + 1;
    return source;
}

static void put_clause(Arena *arena, AstQuestion *list, const AstClause *from,
                       AstClauseKind kind)
{
    AstClause *clause = arena_memdup(arena, from, sizeof *from);
    clause->kind = kind;
    list->clauses.item[list->clauses.count++] = clause;
    list->clause[kind] = clause;
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

/* list PLACE from $lines where HAVING sort by ... alarm when ... */
static AstQuestion *list_of(Arena *arena, const AstQuestion *ast, const char *name)
{
    AstQuestion *list = ARENA_NEW(arena, AstQuestion);
    AstItem *item = ARENA_NEW(arena, AstItem);
    AstClause from = {.kind = AST_CLAUSE_FROM, .span = ast->span};
    AstSort by_place = {place(arena, ast->span), false, ast->span};
    AstClause sort = {.kind = AST_CLAUSE_SORT, .span = ast->span};
    *item = (AstItem){.value = place(arena, ast->span), .span = ast->span};
    list->is_list = true;
    list->items = (AstItems){.item = item, .count = 1};
    list->span = ast->span;
    list->clauses.item = ARENA_ARRAY(arena, AstClause *, AST_CLAUSE_COUNT);
    from.as.from.parameter = (AstName){.text = name, .span = ast->span};
    put_clause(arena, list, &from, AST_CLAUSE_FROM);
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        AstClauseKind kind =
            kinds[i] == AST_CLAUSE_HAVING ? AST_CLAUSE_WHERE : kinds[i];
        if (ast->clause[kinds[i]])
            put_clause(arena, list, ast->clause[kinds[i]], kind);
    }
    sort.as.sort.item = arena_memdup(arena, &by_place, sizeof by_place);
    sort.as.sort.count = 1;
    if (!list->clause[AST_CLAUSE_SORT])
        list->clause[AST_CLAUSE_SORT] = arena_memdup(arena, &sort, sizeof sort);
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
    lines->kept = source->origin.kept;
    lines->picks = ast->clause[AST_CLAUSE_HAVING] || ast->clause[AST_CLAUSE_SORT];
    r->n_variable--;
    r->variable = before;
    return lines->list != NULL;
}

/* The lines with a column that says where each stands. */
static Result *with_place(const Result *from)
{
    Result *r = result_new();
    r->n_row = from->n_row;
    r->level = from->level;
    r->n_column = from->n_column + 1;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    for (size_t i = 0; i < from->n_column; i++)
        r->column[i] = from->column[i];
    Type type = {.kind = VALUE_NUMBER, .integer = true};
    VectorBuilder *builder = vector_builder_new(type, r->pool);
    for (uint32_t row = 0; row < from->n_row; row++) {
        Value value = {.empty = false};
        value.as.number = decimal_from_i64(row);
        vector_builder_add(builder, value);
    }
    r->column[from->n_column] = (ResultColumn){.title = PLACE, .type = type};
    r->column[from->n_column].vec = vector_builder_finish(builder, r->arena);
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
    Result *all = with_place(r);
    lines->kept->result = all;
    Result *list = execute_keys(executor, lines->list);
    lines->kept->result = NULL;
    if (list) {
        take_signals(r, list, lines->picks);
        if (lines->picks)
            pick_lines(r, list);
    }
    result_unref(list);
    result_unref(all);
    return list != NULL;
}
