/* Syntax made by hand, and answers made by hand, for what `solve` and `cascade` share.
 */
#include "runtime/session/driver.h"

#include "runtime/algebra/format.h"
#include "runtime/base/suggest.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/chart_text.h"
#include "runtime/session/about.h"
#include "runtime/session/system.h"

#include <stdlib.h>
#include <string.h>

static AstExpr *new_expr(Session *s, AstExprKind kind, Span span)
{
    AstExpr *ast = ARENA_NEW(s->statement, AstExpr);
    ast->kind = kind;
    ast->span = span;
    return ast;
}

const Measure *driver_measure(const Session *s, const Source *source,
                              const AstPath *path)
{
    const AstName *name = path->item;
    if (path->count > 2)
        return NULL;
    if (path->count == 2)
        source = model_find_source(&s->model, name->text);
    const char *last = name[path->count - 1].text;
    const Measure *own = source ? source_find_measure(source, last) : NULL;
    return own || path->count == 2 ? own : model_find_measure(&s->model, last);
}

const Measure *driver_need_measure(Session *s, const AstPath *path)
{
    const Measure *found = driver_measure(s, NULL, path);
    const char *name = path->item[path->count - 1].text;
    Suggest suggest;
    if (found)
        return found;
    Diag *d = diag_error(&s->sink, DIAG_UNKNOWN_NAME, path->span,
                         "there is no measure `%s`", name);
    suggest_init(&suggest, name);
    suggest_measures(&suggest, &s->model);
    if (suggest.count)
        diag_help(&s->sink, d, "did you mean `%s`?", suggest.found[0]);
    return NULL;
}

AstExpr *driver_number(Session *s, Decimal number, Span span)
{
    AstExpr *ast = new_expr(s, AST_EXPR_NUMBER, span);
    ast->as.number = number;
    return ast;
}

AstExpr *driver_path(Session *s, const AstPath *path)
{
    AstExpr *ast = new_expr(s, AST_EXPR_PATH, path->span);
    ast->as.path = *path;
    return ast;
}

AstExpr *driver_chain(Session *s, AstExpr *first, AstTerms terms)
{
    AstExpr *ast = new_expr(s, AST_EXPR_CHAIN, first->span);
    ast->as.chain.first = first;
    ast->as.chain.terms = terms;
    return ast;
}

AstExpr *driver_what_if(Session *s, const AstExpr *base, AstAssigns assigns)
{
    AstExpr *ast = new_expr(s, AST_EXPR_BRACKET, base->span);
    AstContext *item = ARENA_ARRAY(s->statement, AstContext, assigns.count);
    for (uint32_t i = 0; i < assigns.count; i++)
        item[i] = (AstContext){.kind = AST_CONTEXT_WHAT_IF,
                               .span = assigns.item[i].span,
                               .as.assign = assigns.item[i]};
    ast->as.bracket.base = arena_memdup(s->statement, base, sizeof *base);
    ast->as.bracket.items = (AstContexts){item, assigns.count, assigns.count};
    return ast;
}

void driver_add(Session *s, DriverAsk *ask, const AstExpr *item)
{
    ARENA_PUSH(s->statement, ask->item, ask->n, ask->cap, item);
}

static const AstQuestion *question_of(Session *s, const DriverAsk *ask)
{
    AstQuestion *ast = ARENA_NEW(s->statement, AstQuestion);
    AstItem *item = ARENA_ARRAY(s->statement, AstItem, ask->n);
    for (size_t i = 0; i < ask->n; i++) {
        AstName name = {.text = arena_printf(s->statement, "%zu", i + 1),
                        .span = ask->item[i]->span,
                        .quoted = true};
        bool assumes = s->what_if.count && !ask->as_it_is;
        const AstExpr *value =
            assumes ? driver_what_if(s, ask->item[i], s->what_if) : ask->item[i];
        item[i].value = arena_memdup(s->statement, value, sizeof *value);
        item[i].alias.name = name;
        item[i].span = ask->item[i]->span;
    }
    ast->items = (AstItems){item, (uint32_t)ask->n, (uint32_t)ask->n};
    for (int i = 0; i < AST_CLAUSE_COUNT; i++)
        ast->clause[i] = ask->clause[i];
    ast->span = ask->span;
    return ast;
}

const Question *driver_resolve(Session *s, const DriverAsk *ask, ExprTable *exprs)
{
    Resolver r = session_resolver(s, s->statement, exprs);
    if (ask->as_declared)
        r.currency = NULL;
    return resolve_question(&r, question_of(s, ask));
}

Result *driver_answer(Session *s, const DriverAsk *ask)
{
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    const Question *q = driver_resolve(s, ask, exprs);
    session_ready_executor(s);
    Result *result = q ? execute_question(&s->executor, q) : NULL;
    session_place_errors(s, ask->span);
    expr_table_free(exprs);
    return result;
}

void driver_begin(DriverTable *table, const DriverColumn *column, size_t n,
                  size_t most_rows)
{
    Result *r = result_new();
    table->result = r;
    table->builder = xcalloc(n, sizeof(VectorBuilder *));
    table->row_type = xcalloc(n, sizeof(Type *));
    r->n_column = n;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, n);
    for (size_t i = 0; i < n; i++) {
        r->column[i].title = arena_strdup(r->arena, column[i].title);
        r->column[i].role = column[i].is_key ? COLUMN_KEY : COLUMN_MEASURE;
        r->column[i].type = column[i].type;
        if (column[i].has_row_type)
            table->row_type[i] = ARENA_ARRAY(r->arena, Type, most_rows + 1);
        r->column[i].row_type = table->row_type[i];
        table->builder[i] = vector_builder_new(column[i].type, r->pool);
    }
}

void driver_cell(DriverTable *table, size_t column, Type type, Value value)
{
    Result *r = table->result;
    if (table->row_type[column])
        table->row_type[column][r->n_row] = type;
    vector_builder_add(table->builder[column], value);
    r->n_row += column + 1 == r->n_column;
}

void driver_text(DriverTable *table, size_t column, const char *text)
{
    Value value = {.empty = !text || !*text};
    if (!value.empty) {
        value.as.text.text = text;
        value.as.text.len = strlen(text);
    }
    driver_cell(table, column, (Type){.kind = VALUE_TEXT}, value);
}

void driver_day(DriverTable *table, size_t column, Day day)
{
    driver_cell(table, column, (Type){.kind = VALUE_DATE},
                (Value){.empty = day == DAY_NONE, .as.day = day});
}

/* From the first period with a value to the last one. */
void driver_trend(DriverTable *table, size_t column, const Value *trend, size_t n_trend)
{
    double *value = xcalloc(n_trend + 1, sizeof *value);
    bool *empty = xcalloc(n_trend + 1, sizeof *empty);
    size_t n = 0;
    StrBuf sb;
    strbuf_init(&sb);
    for (size_t i = 0; i < n_trend; i++) {
        if (!n && trend[i].empty)
            continue;
        empty[n] = trend[i].empty;
        value[n] = empty[n] ? 0 : decimal_to_double(trend[i].as.number);
        n++;
    }
    while (n && empty[n - 1])
        n--;
    chart_add_sparkline(&sb, (Sparkline){value, empty, n}, false);
    driver_text(table, column, sb.text);
    strbuf_release(&sb);
    free(value);
    free(empty);
}

void driver_note(DriverTable *table, const char *text)
{
    Result *r = table->result;
    const char **note = ARENA_ARRAY(r->arena, const char *, r->n_note + 1);
    for (size_t i = 0; i < r->n_note; i++)
        note[i] = r->note[i];
    note[r->n_note++] = arena_strdup(r->arena, text);
    r->note = note;
}

AstAssigns driver_assumed(Session *s, const AstClause *what_if)
{
    uint32_t n_run = s->what_if.count;
    uint32_t n = n_run + (what_if ? what_if->as.assigns.count : 0);
    AstAssign *item = ARENA_ARRAY(s->statement, AstAssign, n + (size_t)1);
    for (uint32_t i = 0; i < n; i++)
        item[i] = i < n_run ? s->what_if.item[i] : what_if->as.assigns.item[i - n_run];
    return (AstAssigns){item, n, n};
}

DriverAsIf driver_as_if(Session *s, const AstQuestion *ast, const Question *q)
{
    DriverAsIf as_if = {q->as_if, s->what_if};
    if (!as_if.holds)
        return as_if;
    system_changed(s);
    s->what_if = driver_assumed(s, ast->clause[AST_CLAUSE_WHAT_IF]);
    return as_if;
}

void driver_end_as_if(Session *s, const DriverAsIf *as_if)
{
    s->what_if = as_if->as_it_is;
    if (as_if->holds)
        system_changed(s);
}

const char *driver_what_if_text(Session *s, const AstClause *what_if)
{
    AstAssigns all = driver_assumed(s, what_if);
    const char *text = "what if";
    for (uint32_t i = 0; i < all.count; i++)
        text = arena_printf(s->statement, "%s%s %s", text, i ? "," : "",
                            about_text(s, s->statement, all.item[i].span));
    return all.count ? text : NULL;
}

void driver_note_what_if(Session *s, DriverTable *table, const AstClause *what_if)
{
    const char *text = driver_what_if_text(s, what_if);
    if (text)
        driver_note(table, text);
}

Result *driver_finish(DriverTable *table)
{
    Result *r = table->result;
    for (size_t i = 0; i < r->n_column; i++)
        r->column[i].vec = vector_builder_finish(table->builder[i], r->arena);
    r->level = ARENA_ARRAY(r->arena, uint8_t, (size_t)r->n_row + 1);
    r->depth = ARENA_ARRAY(r->arena, uint8_t, (size_t)r->n_row + 1);
    free(table->builder);
    free(table->row_type);
    return r;
}

const char *driver_unit(const Type *type)
{
    static const char *const word[] = {
        [UNIT_NONE] = "",       [UNIT_COUNT] = "count", [UNIT_PERCENT] = "percent",
        [UNIT_MONEY] = "money", [UNIT_DAYS] = "days",   [UNIT_HOURS] = "hours"};
    bool named = type->unit.kind == UNIT_MONEY && *type->unit.currency;
    return named ? type->unit.currency : word[type->unit.kind];
}

const char *driver_text_of(Session *s, Type type, Value value)
{
    StrBuf sb;
    strbuf_init(&sb);
    const char *locale = s->settings.locale;
    FormatStyle style = {.locale = locale ? locale_find(locale) : locale_default()};
    format_value(&sb, &style, type, value);
    const char *text = arena_strdup(s->statement, sb.text);
    strbuf_release(&sb);
    return text;
}
