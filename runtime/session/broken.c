/* Names whose definition failed. What mentions one is not looked at, so that a script
   reports each mistake once and still all of them. */
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/session/internal.h"

#include <string.h>

static void add(Session *s, Broken *broken, const char *name)
{
    if (name)
        ARENA_PUSH(s->statement, broken->name, broken->count, broken->cap, name);
}

static void add_item(Session *s, Broken *broken, const AstSourceItem *item)
{
    switch (item->kind) {
    case AST_SOURCE_ITEM_ENTITY:
        add(s, broken, item->as.entity.name.text);
        return;
    case AST_SOURCE_ITEM_DIMENSION:
        for (uint32_t i = 0; i < item->as.dimensions.count; i++)
            add(s, broken, item->as.dimensions.item[i].name.text);
        return;
    case AST_SOURCE_ITEM_MEASURE:
        add(s, broken, item->as.measure->name.text);
        return;
    case AST_SOURCE_ITEM_JOIN:
        add(s, broken, item->as.join.role.text);
        return;
    case AST_SOURCE_ITEM_TIME:
        add(s, broken, item->as.time.name.text);
        return;
    case AST_SOURCE_ITEM_KEY:
    case AST_SOURCE_ITEM_TREE:
    case AST_SOURCE_ITEM_COVERS:
    case AST_SOURCE_ITEM_REFRESHED:
        return;
    }
}

/* The names of a source that were looked at and failed; 0: the source did. */
static size_t add_failed(Session *s, Broken *broken, const Source *source)
{
    size_t before = broken->count;
    for (size_t i = 0; i < source->n_measure; i++) {
        if (source->measure[i]->state == RESOLVE_FAILED)
            add(s, broken, source->measure[i]->name);
    }
    for (size_t i = 0; i < source->n_dim; i++) {
        if (source->dim[i]->state == RESOLVE_FAILED)
            add(s, broken, source->dim[i]->name);
    }
    for (size_t i = 0; i < source->n_axis; i++) {
        if (source->axis[i]->state == RESOLVE_FAILED)
            add(s, broken, source->axis[i]->name);
    }
    return broken->count - before;
}

/* The measure that a source has of a forecast of its own. */
static void add_expected(Session *s, Broken *broken, const AstSource *ast)
{
    const AstStmts *from = &ast->origin.printed;
    for (uint32_t i = 0; i < from->count; i++) {
        if (from->item[i]->kind != AST_STMT_FORECAST)
            continue;
        const AstItem *item = &from->item[i]->as.question->items.item[0];
        const char *name = item->alias.name.text;
        if (!name && item->value->kind == AST_EXPR_PATH)
            name = item->value->as.path.item[item->value->as.path.count - 1].text;
        if (name)
            add(s, broken, arena_printf(s->statement, "expected_%s", name));
    }
}

static void add_source(Session *s, Broken *broken, const AstSource *ast, bool checked)
{
    const Source *source =
        checked ? model_find_source(&s->model, ast->name.text) : NULL;
    if (source && add_failed(s, broken, source))
        return;
    add(s, broken, ast->name.text);
    add_expected(s, broken, ast);
    for (uint32_t i = 0; i < ast->items.count; i++)
        add_item(s, broken, &ast->items.item[i]);
}

void broken_add(Session *s, Broken *broken, const AstStmt *stmt, bool checked)
{
    if (stmt->kind == AST_STMT_SOURCE)
        add_source(s, broken, stmt->as.source, checked);
    else if (stmt->kind == AST_STMT_MEASURE)
        add(s, broken, stmt->as.measure->name.text);
    else if (stmt->kind == AST_STMT_DIMENSION)
        add(s, broken, stmt->as.dimension->name.text);
    else if (stmt->kind == AST_STMT_REPORT || stmt->kind == AST_STMT_LESSON)
        add(s, broken, stmt->as.report->name.text);
    else if (stmt->kind == AST_STMT_PROFILE)
        add(s, broken, stmt->as.profile.name.text);
    else if (stmt->kind == AST_STMT_CALENDAR)
        add(s, broken, stmt->as.calendar.name.text);
    else if (define_is_steering(stmt->kind))
        add(s, broken, stmt->as.steering.name.text);
    else if (stmt->kind == AST_STMT_LET_FUNCTION || stmt->kind == AST_STMT_LET_VALUE ||
             stmt->kind == AST_STMT_LET_QUERY)
        add(s, broken, stmt->as.let.name.text);
}

void broken_add_reached(Session *s, Broken *broken, const AstStmt *stmt)
{
    if (stmt->kind != AST_STMT_SOURCE) {
        broken_add(s, broken, stmt, false);
        return;
    }
    const AstSource *ast = stmt->as.source;
    add(s, broken, ast->name.text);
    add_expected(s, broken, ast);
    for (uint32_t i = 0; i < ast->items.count; i++) {
        if (ast->items.item[i].kind == AST_SOURCE_ITEM_MEASURE)
            add_item(s, broken, &ast->items.item[i]);
    }
}

/* A block that lost an item of more than one name is not what was meant. */
static void refuse_around(Session *s, Steps *steps, size_t first, Span lost)
{
    for (size_t i = first; i < steps->count; i++) {
        Step *step = &steps->item[i];
        Span span = step->stmt->span;
        if (span.file != lost.file || span.begin > lost.begin ||
            span.end < lost.begin || step->failed)
            continue;
        step->failed = true;
        broken_add(s, &steps->broken, step->stmt, false);
    }
}

void broken_add_lost(Session *s, Steps *steps, size_t first, const AstScript *script)
{
    for (uint32_t i = 0; i < script->lost_names.count; i++)
        add(s, &steps->broken, script->lost_names.item[i].text);
    for (uint32_t i = 0; i < script->lost_items.count; i++)
        refuse_around(s, steps, first, script->lost_items.item[i]);
    steps->broken.n_unread = steps->broken.count;
    steps->is_blind |= script->is_blind;
}

static bool has_name(const Broken *broken, size_t from, const char *text, size_t len)
{
    for (size_t i = from; i < broken->count; i++) {
        if (ascii_equal_n(text, len, broken->name[i]))
            return true;
    }
    return false;
}

bool broken_is_name(const Session *s, const Broken *broken, Span span)
{
    const SourceText *text = source_texts_get(s->texts, span.file);
    if (!text)
        return false; /* a message without a place */
    const char *name = text->text + span.begin;
    size_t len = span.end - span.begin;
    if (len > 2 && name[0] == '`')
        return has_name(broken, 0, name + 1, len - 2);
    return has_name(broken, 0, name, len);
}

typedef struct {
    const Broken *broken;
    size_t from;
    bool found;
} Search;

static void look_at(void *data, const AstName *name)
{
    Search *search = data;
    search->found = search->found || has_name(search->broken, search->from, name->text,
                                              strlen(name->text));
}

bool broken_mentions(const Broken *broken, const AstStmt *stmt)
{
    /* The rest of a source is worth a look where one of its own names is missing. */
    bool is_source = stmt->kind == AST_STMT_SOURCE;
    Search search = {broken, is_source ? broken->n_unread : 0, false};
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &search, .name = look_at});
    if (broken->count)
        ast_walk_stmt(&visitor, stmt);
    return search.found;
}
