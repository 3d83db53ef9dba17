/* Names whose definition failed. What mentions one is not looked at, so that a script
   reports each mistake once and still all of them. */
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/session/internal.h"

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

static void add_source(Session *s, Broken *broken, const AstSource *ast, bool checked)
{
    const Source *source =
        checked ? model_find_source(&s->model, ast->name.text) : NULL;
    if (source && add_failed(s, broken, source))
        return;
    add(s, broken, ast->name.text);
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
    else if (stmt->kind == AST_STMT_REPORT)
        add(s, broken, stmt->as.report->name.text);
    else if (stmt->kind == AST_STMT_PROFILE)
        add(s, broken, stmt->as.profile.name.text);
    else if (stmt->kind == AST_STMT_CALENDAR)
        add(s, broken, stmt->as.calendar.name.text);
    else if (stmt->kind == AST_STMT_LET_FUNCTION || stmt->kind == AST_STMT_LET_VALUE ||
             stmt->kind == AST_STMT_LET_QUERY)
        add(s, broken, stmt->as.let.name.text);
}

typedef struct {
    const Broken *broken;
    bool found;
} Search;

static void look_at(void *data, const AstName *name)
{
    Search *search = data;
    for (size_t i = 0; i < search->broken->count && !search->found; i++)
        search->found = ascii_same(search->broken->name[i], name->text);
}

bool broken_mentions(const Broken *broken, const AstStmt *stmt)
{
    Search search = {broken, false};
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &search, .name = look_at});
    if (broken->count)
        ast_walk_stmt(&visitor, stmt);
    return search.found;
}
