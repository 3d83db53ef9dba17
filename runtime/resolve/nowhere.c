/* Names in the clauses of a question that failed, which nothing has: what reads a
   clause stops where the items before it are wrong, and all mistakes are to be said. */
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"

#include <string.h>

typedef struct {
    Resolver *r;
    const AstQuestion *ast;
    const AstClause *clause; /* being read */
    unsigned depth;          /* of questions */
    bool in_path;
    uint32_t n_name; /* of the path */
} Search;

static bool on_lines(AstClauseKind kind)
{
    return kind == AST_CLAUSE_HAVING || kind == AST_CLAUSE_SORT ||
           kind == AST_CLAUSE_TOP || kind == AST_CLAUSE_BOTTOM;
}

static bool source_has(const Source *source, const char *name)
{
    return ascii_same(source->name, name) || source_find_dim(source, name) ||
           source_find_measure(source, name) || source_find_axis(source, name) ||
           source_find_join(source, name) || source_find_column(source, name) >= 0;
}

/* Does anything in the model, or a column of the answer, have this name? */
static bool is_known(const Search *search, const AstName *name)
{
    const Model *model = search->r->model;
    AstUnit unit;
    bool known = literal_is_word(name->text) || ast_name_unit(*name, &unit) ||
                 model_find_measure(model, name->text) ||
                 model_has_dim(model, name->text) ||
                 model_find_calendar(model, name->text);
    for (size_t i = 0; i < model->n_source && !known; i++)
        known = source_has(model->source[i], name->text);
    for (uint32_t i = 0; i < search->ast->items.count && !known; i++) {
        const char *alias = search->ast->items.item[i].alias.name.text;
        known = alias && ascii_same(alias, name->text);
    }
    return known;
}

static bool is_said_already(const DiagSink *sink, Span span)
{
    for (const Diag *d = sink->first; d; d = d->next) {
        if (d->has_span && d->span.file == span.file && d->span.begin == span.begin)
            return true;
    }
    return false;
}

static void report(const Search *search, const AstName *name)
{
    DiagSink *sink = search->r->sink;
    bool measures = on_lines(search->clause->kind);
    Suggest suggest;
    suggest_init(&suggest, name->text);
    if (measures)
        suggest_measures(&suggest, search->r->model);
    else
        suggest_dimensions(&suggest, search->r->model);
    Diag *d = diag_error(sink, DIAG_UNKNOWN_NAME, name->span, "there is no %s `%s`",
                         measures ? "measure" : "dimension", name->text);
    if (suggest.count)
        diag_help(sink, d, "did you mean `%s`?", suggest.found[0]);
}

static void begin_node(void *data, WalkRole role, const char *word, Span span)
{
    Search *search = data;
    (void)role;
    (void)span;
    search->in_path = strcmp(word, "path") == 0;
    search->n_name = 0;
    if (!strcmp(word, "show") || !strcmp(word, "list") || search->depth)
        search->depth++;
}

static void end_node(void *data)
{
    Search *search = data;
    search->in_path = false;
    search->depth -= search->depth > 0;
}

/* What stands behind a dot is said by who knows what stands before it. */
static void meet_name(void *data, const AstName *name)
{
    Search *search = data;
    if (search->in_path && search->depth == 0 && search->n_name++ == 0 &&
        !is_known(search, name) && !is_said_already(search->r->sink, name->span))
        report(search, name);
}

static void read_clause(Search *search, const AstVisitor *v)
{
    const AstClause *clause = search->clause;
    if (clause->kind == AST_CLAUSE_WHERE || clause->kind == AST_CLAUSE_HAVING)
        ast_walk_expr(v, clause->as.expr);
    for (uint32_t i = 0; clause->kind == AST_CLAUSE_SORT && i < clause->as.sort.count;
         i++)
        ast_walk_expr(v, clause->as.sort.item[i].value);
    bool is_by = clause->kind == AST_CLAUSE_BY || clause->kind == AST_CLAUSE_ACROSS;
    for (uint32_t i = 0; is_by && i < clause->as.by.count; i++)
        ast_walk_expr(v, clause->as.by.item[i].what.value);
    if ((clause->kind == AST_CLAUSE_TOP || clause->kind == AST_CLAUSE_BOTTOM) &&
        clause->as.top.by)
        ast_walk_expr(v, clause->as.top.by);
}

void clause_report_nowhere(Resolver *r, const AstQuestion *ast)
{
    Search search = {.r = r, .ast = ast};
    AstVisitor visitor = ast_visitor((AstVisitor){
        .data = &search, .begin = begin_node, .end = end_node, .name = meet_name});
    for (uint32_t i = 0; i < ast->clauses.count; i++) {
        search.clause = ast->clauses.item[i];
        bool made = on_lines(search.clause->kind) &&
                    (ast->clause[AST_CLAUSE_VERSUS] ||
                     ast->clause[AST_CLAUSE_WHAT_IF] || ast->is_bridge || ast->is_why);
        if (!made) /* columns that clauses make have names of their own */
            read_clause(&search, &visitor);
    }
}
